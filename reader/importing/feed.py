"""RSS and Atom files to articles, an entry each, with as much text as the feed gives."""

from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import refusals
from reader.importing.drafts import Draft, article_of
from reader.importing.options import ImportOptions
from reader.importing.page_metadata import iso
from reader.importing.reading import member
from reader.importing.web_page import text_of
from reader.importing.xml_part import local, parsed

# The fuller text before the summary.
_TEXTS = ("encoded", "content", "description", "summary")


def read(data: bytes, name: str, options: ImportOptions) -> Iterator[Article | ImportFailure]:
    """The entries that hold a text."""
    root = parsed(data, name, "RSS", mend=True)
    outlet = _line(next((_inner(one) for one in root.iter() if local(one) == "title"), ""))
    language = next((one.text or "" for one in root.iter() if local(one) == "language"), "").strip().lower()[:2]
    entries = [one for one in root.iter() if local(one) in ("item", "entry")]
    if not entries:
        raise refusals.without_text(name)
    for number, entry in enumerate(entries, 1):
        said: dict[str, Any] = {}
        for one in entry:
            said.setdefault(local(one), one)
        text = max((text_of(_inner(said[field])) for field in _TEXTS if field in said), key=len, default="")
        headline = _line(text_of(_inner(said["title"]))) if "title" in said else ""
        if not text and not headline:
            yield refusals.without_text(f"{name}/{number}")
            continue
        draft = Draft(
            text or headline,
            headline=headline,
            byline=_author(said),
            outlet=outlet,
            published=(published := _date(said, "pubDate", "published", "date", "updated")),
            updated=updated if (updated := _date(said, "updated", "modified")) != published else "",
            language=language if language.isalpha() and len(language) == 2 else "",
            url=_link(entry),
        )
        yield member(article_of(draft, options), str(number))


def _inner(element: Any) -> str:
    """What an element holds: markup as text, or elements of XHTML."""
    if len(element):
        return "\n".join(element.itertext())
    return element.text or ""


def _author(said: dict[str, Any]) -> str:
    element = said.get("creator", said.get("author"))
    if element is None:
        return ""
    name = next((one.text for one in element if local(one) == "name"), element.text)
    return _line(name or "") if "@" not in (name or "") else ""


def _date(said: dict[str, Any], *fields: str) -> str:
    for field in fields:
        text = _line(said[field].text or "") if field in said else ""
        if date := iso(text):
            return date
        try:
            return parsedate_to_datetime(text).isoformat(timespec="minutes")
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
    return ""


def _link(entry: Any) -> str:
    for one in entry:
        if local(one) == "link" and one.get("rel", "alternate") == "alternate":
            said = (one.get("href") or one.text or "").strip()
            if said.startswith(("http://", "https://")) and said.isprintable():
                return said
    return ""


def _line(said: str) -> str:
    return " ".join(said.split())[:500]
