"""What an outlet prints in article after article: paragraphs that say nothing of any of them are furniture.

A sentence of reporting that is folded costs more than a plea left standing. So versions of one report count once, what
is quoted stays, a sentence goes at the top or the bottom only, and not where it names what the article speaks of.
"""

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reader.article import Article
from reader.dataclass import dataclass
from reader.importing.boilerplate import merged
from reader.importing.forms import is_quoted
from reader.importing.paragraphs import RawParagraph, paragraphs
from reader.text.folding import folded_text
from reader.text.spans import Span

TIMES = 3
"""Reports in which a paragraph stands, to the letter, that is none of their own."""

WITH_FIGURES = 5
"""The same for one with a figure in it: what happened before is told in the same words for weeks."""

LOOKED_AT = 300
"""Articles of one outlet that are held against one another: its newest."""

_LEAST_WORDS = 4
_COUNTED = 16  # reports noted for one paragraph; more say nothing new
_VERSION = 1 / 3  # the share of a text that another report has too, if both are versions of one
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class _ArticleParagraphs:
    """An article's paragraphs with the keys that they are known by, and the report that it is a version of."""

    article: Article
    paragraphs: tuple[RawParagraph, ...]
    keys: tuple[int, ...]
    report: int


class RepeatedParagraphs:
    """The paragraphs of one outlet's articles."""

    def __init__(self, outlet: str) -> None:
        self._outlet = set(_WORD.findall(outlet.lower()))
        self._reports: dict[int, set[int]] = {}
        self._number = 0
        self._printed: deque[_ArticleParagraphs] = deque(maxlen=LOOKED_AT)
        self._last: tuple[str, tuple[RawParagraph, ...], tuple[int, ...]] = ("", (), ())
        self.grown = False
        """Whether a paragraph has become furniture by what was added last."""

    def add(self, article: Article) -> None:
        """Note what an article of the outlet says."""
        printed = self._read(article)
        self._printed.append(printed)
        for key in set(printed.keys) - {0}:
            reports = self._reports.setdefault(key, set())
            before = len(reports)
            if before < _COUNTED:
                reports.add(printed.report)
            self.grown = self.grown or len(reports) > before >= TIMES - 1

    def folded(self, article: Article) -> Article:
        """The article with what it has in common with others of its outlet folded too."""
        return _with(article, self._furniture(self._read(article)))

    def changed(self) -> Iterator[Article]:
        """Those of the articles noted in which more is to be folded than is."""
        self.grown = False
        for printed in self._printed:
            if spans := self._furniture(printed):
                yield _with(printed.article, spans)

    def _read(self, article: Article) -> _ArticleParagraphs:
        if self._last[0] != article.text:  # an article is looked at before it is kept, and noted after
            found = tuple(paragraphs(article.text))
            self._last = article.text, found, tuple(_key(one) for one in found)
        _text, lines, keys = self._last
        report = self._version_of(lines, keys)
        if report is None:
            self._number += 1
            report = self._number
        return _ArticleParagraphs(article, lines, keys, report)

    def _version_of(self, lines: Sequence[RawParagraph], keys: Sequence[int]) -> int | None:
        """The report with which an article shares so much that both are one."""
        shared: Counter[int] = Counter()
        for paragraph, key in zip(lines, keys, strict=True):
            reports = self._reports.get(key, ())
            if len(reports) < _COUNTED:
                for report in reports:
                    shared[report] += len(paragraph.span)
        whole = sum(len(paragraph.span) for paragraph in lines)
        return next((report for report, length in shared.most_common(1) if length > _VERSION * whole), None)

    def _furniture(self, printed: _ArticleParagraphs) -> list[Span]:
        """What of an article is furniture and not folded yet."""
        lines, article = printed.paragraphs, printed.article
        fresh = [n for n, paragraph in enumerate(lines) if not _is_in(paragraph.span, article.boilerplate)]
        often = {n for n in fresh if self._is_often(lines[n], printed, n)}
        if not often:
            return []
        own = [n for n in fresh if n not in often and lines[n].ends]
        told = (paragraph.text for n, paragraph in enumerate(lines) if n not in often)
        named = _names(article.text, told) - self._outlet
        return [
            lines[n].span
            for n in sorted(often)
            if (not lines[n].ends or not own or not own[0] <= n <= own[-1]) and named.isdisjoint(_words(lines[n].text))
        ]

    def _is_often(self, paragraph: RawParagraph, printed: _ArticleParagraphs, place: int) -> bool:
        """Whether other reports have the same paragraph, and it is nobody's words and no headline."""
        others = self._reports.get(printed.keys[place], set()) - {printed.report}
        if len(others) + 1 < TIMES:
            return False
        wanted = WITH_FIGURES if any(c.isdigit() for c in paragraph.text) else TIMES
        told = (printed.article.headline, printed.article.standfirst)
        return len(others) + 1 >= wanted and not is_quoted(paragraph.text) and paragraph.text not in told


def _key(paragraph: RawParagraph) -> int:
    """What a paragraph is known by; 0 for one too short to tell."""
    words = paragraph.text.split()
    return hash(folded_text(" ".join(words))) or 1 if len(words) >= _LEAST_WORDS else 0


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}


def _names(text: str, lines: Iterable[str]) -> set[str]:
    """The words of these lines that are written with a capital wherever the text has them."""
    small = {word for word in _WORD.findall(text) if word.islower()}
    return {word.lower() for line in lines for word in _WORD.findall(line) if word[0].isupper()} - small


def _is_in(span: Span, spans: Iterable[Span]) -> bool:
    return any(one.contains(span) for one in spans)


def _with(article: Article, spans: Sequence[Span]) -> Article:
    return replace(article, boilerplate=merged((*article.boilerplate, *spans), article.text)) if spans else article
