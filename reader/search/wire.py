"""Changes as lines of JSON, for the pipe to the process that writes the index: nothing is unpickled."""

import json
from dataclasses import fields

from reader.article import Article
from reader.search.values import Drop, Entry, Put
from reader.text.spans import Span

END = b"null\n"
"""The line after the last change."""
_STRINGS = tuple(one.name for one in fields(Article) if one.name not in ("boilerplate", "provenance", "notices"))


def line(entry: Entry) -> bytes:
    """A change, whole, as one line; escapes carry even what UTF-8 cannot."""
    told: dict[str, object] = {"seq": entry.seq, "id": entry.id}
    if isinstance(entry, Put):
        article = entry.article
        told["article"] = {name: getattr(article, name) for name in _STRINGS}
        told["boilerplate"] = [[span.start, span.end] for span in article.boilerplate]
    return json.dumps(told).encode("ascii") + b"\n"


def entry(raw: bytes) -> Entry:
    """What `line` was given."""
    told = json.loads(raw)
    if "article" not in told:
        return Drop(told["seq"], told["id"])
    boilerplate = tuple(Span(start, end) for start, end in told["boilerplate"])
    return Put(told["seq"], told["id"], Article(**told["article"], boilerplate=boilerplate))
