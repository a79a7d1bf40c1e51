"""Changes as lines of JSON, for the pipe to the process that writes the index: nothing is unpickled."""

import json
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from reader.article import Article
from reader.search.values import Drop, Entry, Put
from reader.text.spans import Span

END = b"null\n"
"""The line after the last change."""
_STRINGS = tuple(one.name for one in fields(Article) if one.name not in ("boilerplate", "provenance", "notices"))


def line(entry: Entry) -> bytes:
    """A change, whole, as one line; escapes carry even what UTF-8 cannot."""
    told: dict[str, object] = {"seq": entry.seq, "id": entry.id, "token": entry.token}
    if isinstance(entry, Put):
        article = entry.article
        told["article"] = {name: getattr(article, name) for name in _STRINGS}
        told["boilerplate"] = [[span.start, span.end] for span in article.boilerplate]
    return json.dumps(told).encode("ascii") + b"\n"


def entry(raw: bytes) -> Entry:
    """What `line` was given."""
    return _entry(json.loads(raw))


def together(lines: Iterable[bytes]) -> bytes:
    """Several changes, as `line` has them, as one line."""
    return b"[" + b",".join(line.rstrip() for line in lines) + b"]\n"


def entries(raw: bytes) -> list[Entry]:
    """What `together` was given."""
    return [_entry(told) for told in json.loads(raw)]


def _entry(told: dict[str, Any]) -> Entry:
    if "article" not in told:
        return Drop(told["seq"], told["id"], told["token"])
    boilerplate = tuple(Span(start, end) for start, end in told["boilerplate"])
    return Put(told["seq"], told["id"], Article(**told["article"], boilerplate=boilerplate), told["token"])
