"""Evernote's exports (ENEX) to articles, a note each; when a note was made is not when its article was published."""

import re
from collections.abc import Iterator
from typing import Any

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import refusals
from reader.importing.archive_names import line
from reader.importing.drafts import Draft, article_of
from reader.importing.format_dispatch import member
from reader.importing.options import ImportOptions
from reader.importing.web_page import text_of
from reader.importing.xml_part import local, parsed
from reader.text.addresses import is_address

_ATTACHED = re.compile(rb"<data\b[^>]{0,200}>[^<]{0,1000000000}</data>")  # pictures, as letters
_WRAPPER = re.compile(r"<(?:\?xml|!DOCTYPE)[^>]{0,300}>|</?en-(?:note|media|todo)[^>]{0,2000}>")


def read(data: bytes, name: str, options: ImportOptions) -> Iterator[Article | ImportFailure]:
    """The notes that hold a text."""
    root = parsed(_ATTACHED.sub(b"", data), name, "ENEX", mend=True)
    notes = [one for one in root.iter() if local(one) == "note"]
    if not notes:
        raise refusals.without_text(name)
    for number, note in enumerate(notes, 1):
        said: dict[str, Any] = {local(one): one.text or "" for one in note.iter() if one is not note}
        text = text_of(_WRAPPER.sub("", said.get("content", "")))
        if not text:
            yield refusals.without_text(f"{name}/{number}")
            continue
        url = said.get("source-url", "").strip()
        draft = Draft(
            text,
            headline=line(said.get("title", ""))[:500],
            byline=line(said.get("author", "")) if is_address(url) else "",  # of a note of one's own, it is the reader
            url=url if is_address(url) else "",
        )
        yield member(article_of(draft, options), str(number))
