"""EPUB books and papers to articles, a chapter each, in the order of reading."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from reader.article import Article
from reader.dataclass import dataclass
from reader.errors import ImportFailure
from reader.importing import refusals
from reader.importing.bylines import names_in
from reader.importing.drafts import Draft, article_of
from reader.importing.format_dispatch import member
from reader.importing.moments import moment
from reader.importing.options import ImportOptions
from reader.importing.page_metadata import iso
from reader.importing.web_page import markup_of, text_and_headline
from reader.importing.xml_part import local, parsed
from reader.importing.zip_reader import ZipReader

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


_SAID = ("title", "creator", "contributor", "publisher", "date", "language")
_LEAST_WORDS = 20  # covers, half titles and tables of contents have fewer


def read(data: bytes, name: str, options: ImportOptions) -> Iterator[Article | ImportFailure]:
    """The chapters that hold a text; in a book of one chapter, the book."""
    archive = ZipReader(data, name, "EPUB")
    if "META-INF/encryption.xml" in archive and b"EncryptedKey" in archive.read("META-INF/encryption.xml"):
        raise refusals.encrypted(name)
    place = _package(parsed(archive.read("META-INF/container.xml"), name, "EPUB"))
    package = parsed(archive.read(place), name, "EPUB")
    said = _metadata(package)
    chapters = _chapters(package, posixpath.dirname(place))
    paper = newspaper(said, chapters)
    for chapter in chapters if paper is None else filter(is_article, chapters):
        try:
            text, headline = text_and_headline(markup_of(archive.read(chapter, f"{name}/{chapter}"), name))
        except ImportFailure as failure:
            yield failure
            if archive.spent:
                return
            continue
        if len(text.split(maxsplit=_LEAST_WORDS)) < _LEAST_WORDS:
            continue
        yield member(article_of(_draft(text, headline, said, paper), options), chapter)


def _draft(text: str, headline: str, said: dict[str, str], paper: Newspaper | None) -> Draft:
    """A chapter, or an article of a newspaper, in which nobody but the article itself says who wrote it."""
    language = said.get("language", "").lower().partition("-")[0][:2]
    language = language if len(language) == 2 and language.isalpha() else ""
    if paper is not None:
        text, url = without_bars(text)
        return Draft(
            text, headline=headline, outlet=paper.outlet, published=paper.published, language=language, url=url
        )
    return Draft(
        text,
        headline=headline,
        byline=names_in(said.get("creator", "")),
        outlet=said.get("publisher", ""),
        published=moment(said.get("date", "")),
        language=language,
    )


def _package(container: Any) -> str:
    """Where the list of the book's parts lies."""
    return next((str(one.get("full-path")) for one in container.iter() if local(one) == "rootfile"), "")


def _metadata(package: Any) -> dict[str, str]:
    """What the book says of itself, the first of each."""
    said: dict[str, str] = {}
    for one in package.iter():
        if (
            local(one) in ("title", "creator", "contributor", "publisher", "date", "language")
            and one.text
            and one.text.strip()
        ):
            said.setdefault(local(one), " ".join(one.text.split())[:300])
    return said


def _chapters(package: Any, folder: str) -> list[str]:
    """The paths of the pages in the order of reading, without the table of contents; each once."""
    items = {one.get("id"): one for one in package.iter() if local(one) == "item"}
    order = (items.get(one.get("idref")) for one in package.iter() if local(one) == "itemref")
    pages = (one for one in order if one is not None and "html" in (one.get("media-type") or ""))
    places = (unquote(one.get("href") or "") for one in pages if "nav" not in (one.get("properties") or "").split())
    return list(dict.fromkeys(posixpath.normpath(posixpath.join(folder, place)) for place in places))
