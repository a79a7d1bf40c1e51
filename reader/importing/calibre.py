"""Newspapers that calibre made into books: an article a page, with its own bars and notes between them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reader.importing.page_metadata import iso

_ARTICLE = re.compile(r"(?:^|/)feed_\d+/article_\d+/")
_DAY = re.compile(r"\s*[\[(]([^\[\]()]{6,40})[\])]\s*$")
_BAR = re.compile(r"^(?:[\s|<>«»‹›←→-]|next|previous|section menu|main menu|article|home)*$", re.IGNORECASE)
_SOURCE = re.compile(r"^This article was downloaded by calibre from\s*(https?://\S+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Newspaper:
    """What the book says of the paper: its name and its day."""

    outlet: str
    published: str


def newspaper(said: Mapping[str, str], pages: list[str]) -> Newspaper | None:
    """The paper, where the book is one that calibre made; None for other books."""
    made = any("calibre" in said.get(field, "").lower() for field in ("creator", "publisher", "contributor"))
    if not made or not any(_ARTICLE.search(page) for page in pages):
        return None
    title = said.get("title", "")
    day = _DAY.search(title)
    named = iso(day[1]) if day else ""
    return Newspaper(_DAY.sub("", title).strip(), named or iso(said.get("date", ""))[:10])


def is_article(page: str) -> bool:
    """Whether a page is an article, and not a list of those of a section."""
    return bool(_ARTICLE.search(page))


def without_bars(text: str) -> tuple[str, str]:
    """The text without the bars to other pages, and the address that its article came from, where it says so."""
    kept, url = [], ""
    for line in text.split("\n\n"):
        source = _SOURCE.match(" ".join(line.split()))
        if source:
            url = source[1] or ""
        elif not _BAR.match(line):
            kept.append(line)
    return "\n\n".join(kept), url
