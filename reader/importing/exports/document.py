"""One document of an archive: the fields that stand around its text, and the article that becomes of it."""

import re
from dataclasses import replace

from reader.article import Article
from reader.dataclass import dataclass
from reader.importing.archive_names import line, named
from reader.importing.drafts import Draft, article_of
from reader.importing.options import ImportOptions
from reader.lexicon import load
from reader.notices import Notice, NoticeKind, notice
from reader.text.addresses import is_address
from reader.text.folding import folded

_WHOLE, _FEW = 0.7, 20
"""The share of the words that an archive counted below which some are missing, and how many at least: archives count
headlines, and numbers, in ways of their own."""
_LETTERS = 12
"""Letters a word of languages that part their words."""


@dataclass(frozen=True, slots=True)
class Document:
    """What an archive says of an article; empty is not known. `paragraphs` are without line ends.

    `correction`: what was put right, or that something was. `abstract`: there where the text is not, or before it.
    `length`: of how many words the text is, as it was printed ("1,412 words").
    """

    paragraphs: tuple[str, ...] = ()
    headline: str = ""
    standfirst: str = ""
    byline: str = ""
    dateline: str = ""
    outlet: str = ""
    section: str = ""
    page: str = ""
    published: str = ""
    updated: str = ""
    language: str = ""
    url: str = ""
    correction: str = ""
    graphic: str = ""
    abstract: str = ""
    length: str = ""

    def article(self, options: ImportOptions) -> Article:
        """The article, its standfirst above its text; where there is an abstract only, that."""
        paragraphs = self.paragraphs or tuple(filter(None, [self.abstract]))
        above = (self.standfirst,) if self.standfirst and self.standfirst not in paragraphs[:2] else ()
        draft = Draft(
            "\n\n".join(filter(None, (line(self.headline), *above, *paragraphs))),
            headline=self.headline,
            standfirst=self.standfirst,
            byline=named(self.byline),
            dateline=self.dateline,
            outlet=re.sub(r"\s?\([A-Z][^()]{1,40}\)$", "", self.outlet),  # "(London)" tells it from others of its name
            published=self.published,
            updated=self.updated,
            language=self.language,
            url=self.url if is_address(self.url) else "",
            notices=tuple(self._notices()),
        )
        return _as_told(article_of(draft, options), self)

    def _notices(self) -> list[Notice]:
        found = []
        if not self.paragraphs:
            found.append(notice(NoticeKind.ABSTRACT))
        elif missing := self._missing():
            found.append(notice(NoticeKind.SHORTER, n=missing))
        if self.correction:
            found.append(notice(NoticeKind.CORRECTION, text=self.correction))
        if self.section or self.page:
            found.append(notice(NoticeKind.PLACE, section=self.section, page=self.page))
        if self.graphic:
            found.append(notice(NoticeKind.GRAPHIC, text=self.graphic))
        return found

    def _missing(self) -> int:
        """How many words fewer are there than the archive counted; 0 where it may have counted otherwise."""
        said = re.match(r"\d{1,3}(?:[.,\s]\d{3})+|\d{1,6}", self.length.strip())
        counted = int(re.sub(r"\D", "", said[0])) if said else 0
        there = sum(len(one.split()) for one in (self.headline, self.standfirst, *self.paragraphs))
        spaced = there and sum(map(len, self.paragraphs)) < _LETTERS * there  # not so where words are not parted
        return counted - there if spaced and there < _WHOLE * counted and counted - there >= _FEW else 0


@dataclass(frozen=True, slots=True)
class Export:
    """The documents of a file from `archive`; `counted`: how many it says that it holds, 0 where it does not say."""

    archive: str
    documents: tuple[Document, ...]
    counted: int = 0


_TOLD = ("outlet", "published", "updated")


def _as_told(article: Article, document: Document) -> Article:
    """What an archive does not say of an article is not known: its text is no page with a top that would say it."""
    known = tuple(pair for pair in article.provenance if pair[0] not in _TOLD or getattr(document, pair[0]))
    return replace(
        article,
        outlet=article.outlet if document.outlet else "",
        published=document.published,
        updated=document.updated,
        provenance=known,
    )


def is_rights(said: str) -> bool:
    """Whether a line says who has the rights."""
    table = load("exports")["rights"]
    low = folded(line(said))
    return low.startswith(tuple(map(folded, table["openings"]))) or is_reserved(low)


def is_reserved(said: str) -> bool:
    """Whether a line says that all rights are reserved, and hardly anything else."""
    low = folded(line(said))
    return any(
        words in low and len(low) < len(words) + 20 for words in map(folded, load("exports")["rights"]["reserved"])
    )
