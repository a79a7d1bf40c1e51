"""What is marked in one article of a comparison, in reading order: passages, quotations, figures."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from enum import Enum
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QRectF

from reader.article import Article
from reader.compare import finding_ids
from reader.compare.comparison import Comparison, MarkKind, Relation, Verdict
from reader.compare.finding_ids import Finding
from reader.compare.tints import Tint, is_weak, tints_of
from reader.dataclass import dataclass
from reader.text.spans import Span
from reader.ui.compare.text_geometry import TextGeometry


class HighlightKind(Enum):
    """The kinds of finding; each has a hue, and a shape that says the same without colour."""

    PASSAGE = "passage"
    QUOTATION = "quotation"
    FIGURE = "figure"


_FINDINGS = {
    HighlightKind.PASSAGE: finding_ids.SubjectKind.PASSAGE,
    HighlightKind.QUOTATION: finding_ids.SubjectKind.QUOTATION,
    HighlightKind.FIGURE: finding_ids.SubjectKind.FIGURES,
}


_PASSAGE = finding_ids.SubjectKind.PASSAGE


@dataclass(frozen=True, slots=True)
class Highlight:
    """One finding in one article.

    `index` is that of the passage, quotation or ledger row; `part` that of the excerpt, credit or mention in it.
    """

    kind: HighlightKind
    span: Span
    index: int
    part: int
    relation: Relation | None = None
    verdict: Verdict | None = None
    decided: str = ""
    """What the reader decided on the finding: "confirmed", "dismissed", "noted" or nothing."""
    weak: bool = False
    """Of a passage: whether its likeness is so weak that it is marked in the margin only."""
    altered: bool = False
    """Of a quotation: whether the accounts word it differently."""

    @property
    def dismissed(self) -> bool:
        """Whether it is passed over, and drawn in the margin only."""
        return self.decided == "dismissed"

    @property
    def finding(self) -> Finding:
        """What it marks, as decisions name it."""
        return Finding(_FINDINGS[self.kind], self.index)

    @property
    def hue(self) -> str:
        """The theme's name for its colour."""
        if self.verdict is not None:
            return self.verdict.value
        return "quotation" if self.kind is HighlightKind.QUOTATION or self.relation is Relation.QUOTATION else "passage"


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen, as one article has it: the finding, the words of it that differ, and where it is only told."""

    finding: Finding | None = None
    differing: tuple[Span, ...] = ()
    told: tuple[Span, ...] = ()
    verdict: Verdict | None = None
    """Of a row of figures, in whatever article."""

    def is_on(self, mark: Highlight) -> bool:
        """Whether a mark is of what is chosen."""
        return self.finding is not None and mark.finding == self.finding


NOTHING = Choice()


class Heat(Enum):
    """What the ground of the text tells: where accounts meet, or one of the two ends of that."""

    SHARED = "shared"
    ONLY = "only"
    """What only this account has."""
    ALL = "all"
    """What all of them have."""


@dataclass(frozen=True, slots=True)
class OwnSpan:
    """Words that the reader marked by hand; `subject` is the name of the mark."""

    span: Span
    subject: str
    kind: MarkKind
    note: str


@dataclass(frozen=True, slots=True)
class ArticleHighlights:
    """The marks of one article."""

    passages: tuple[Highlight, ...] = ()
    quotations: tuple[Highlight, ...] = ()
    figures: tuple[Highlight, ...] = ()
    own: tuple[OwnSpan, ...] = ()
    """What the reader marked by hand."""
    tints: tuple[Tint, ...] = ()
    """What others have too, and how strongly; in order and apart."""

    def at(self, point: int) -> tuple[Highlight, ...]:
        """What is marked at a character: figures first, then quotations and passages, the shortest first."""
        found = [m for m in (*self.figures, *self.quotations, *self.passages) if m.span.start <= point < m.span.end]
        order = {HighlightKind.FIGURE: 0, HighlightKind.PASSAGE: 1, HighlightKind.QUOTATION: 2}
        return tuple(sorted(found, key=lambda m: (order[m.kind], len(m.span))))

    def own_at(self, point: int) -> OwnSpan | None:
        """What the reader marked at a character: the shortest of several."""
        found = [one for one in self.own if one.span.start <= point < one.span.end]
        return min(found, key=lambda one: len(one.span), default=None)

    def passage_at(self, point: int) -> Highlight | None:
        """The shortest passage that holds a character."""
        return next((m for m in self.at(point) if m.kind is HighlightKind.PASSAGE), None)


class MarkIndex:
    """The marks of a comparison, article by article: to work them all out at once takes long enough to be felt.

    `decided` is the kind of decision on findings that have one.
    """

    def __init__(self, comparison: Comparison, decided: Mapping[Finding, str] | None = None) -> None:
        self._comparison = comparison
        self._known = decided or {}
        gone = (f.index for f, what in self._known.items() if f.kind is _PASSAGE and what == "dismissed")
        self._gone = frozenset(gone)
        self._altered: dict[int, bool] = {}

    def of(self, article: Article) -> ArticleHighlights:
        """Those of one article."""
        return ArticleHighlights(
            _ordered(self._passages(article.id)),
            _ordered(self._quotations(article.id)),
            _ordered(self._figures(article.id)),
            tuple(self._own(article.id)),
            tints_of(self._comparison, article, self._gone),
        )

    def _decided(self, kind: finding_ids.SubjectKind, index: int) -> str:
        return self._known.get(Finding(kind, index), "")

    def _passages(self, article: str) -> Iterator[Highlight]:
        for i, passage in enumerate(self._comparison.passages):
            parts = [(n, excerpt.span) for n, excerpt in enumerate(passage.excerpts) if excerpt.article == article]
            if parts:
                kind, weak = self._decided(_PASSAGE, i), is_weak(passage)
                for part, span in parts:
                    yield Highlight(
                        HighlightKind.PASSAGE, span, i, part, relation=passage.relation, decided=kind, weak=weak
                    )

    def _quotations(self, article: str) -> Iterator[Highlight]:
        for i, quotation in enumerate(self._comparison.quotations):
            kind = self._decided(finding_ids.SubjectKind.QUOTATION, i)
            for part, credit in enumerate(quotation.credits):
                if credit.excerpt.article == article:
                    for span in credit.spans:
                        yield Highlight(
                            HighlightKind.QUOTATION, span, i, part, decided=kind, altered=self._is_altered(i)
                        )

    def _is_altered(self, index: int) -> bool:
        """Whether a quotation is worded differently; asked for by each article that has it, worked out once."""
        from reader.compare.quotation_groups import is_altered  # comes with the comparison

        if index not in self._altered:
            quotation = self._comparison.quotations[index]
            self._altered[index] = is_altered(self._comparison, quotation)
        return self._altered[index]

    def _figures(self, article: str) -> Iterator[Highlight]:
        for i, row in enumerate(self._comparison.ledger):
            kind = self._decided(finding_ids.SubjectKind.FIGURES, i)
            for part, mention in enumerate(row.mentions):
                if mention.excerpt.article == article:
                    verdict = _own(self._comparison, i, part)
                    yield Highlight(HighlightKind.FIGURE, mention.excerpt.span, i, part, verdict=verdict, decided=kind)

    def _own(self, article: str) -> Iterator[OwnSpan]:
        for mark in self._comparison.own_marks:
            for excerpt in mark.excerpts:
                if excerpt.article == article:
                    yield OwnSpan(excerpt.span, mark.subject, mark.kind, mark.note)


def marks(comparison: Comparison, decided: Mapping[Finding, str] | None = None) -> dict[str, ArticleHighlights]:
    """The marks of every article, by its id; `decided` is the kind of decision on findings that have one."""
    index = MarkIndex(comparison, decided)
    return {article.id: index.of(article) for article in comparison.articles}


def _own(comparison: Comparison, row: int, part: int) -> Verdict:
    """The worst verdict on one mention: a figure that all agree with is not drawn as the one that clashes."""
    held = [j.verdict for j in comparison.ledger[row].judgements if part in (j.left, j.right)]
    return max(held, key=lambda v: v.severity, default=Verdict.CONSISTENT)


def _ordered(found: Iterable[Highlight]) -> tuple[Highlight, ...]:
    return tuple(sorted(found, key=lambda m: (m.span.start, m.span.end, m.index, m.part)))


class Stretch(Protocol):
    """Anything that lies on a span of the article."""

    @property
    def span(self) -> Span:
        """The characters of the article that are marked."""


S = TypeVar("S", bound=Stretch)


@dataclass(slots=True)
class Laid(Generic[S]):
    """A stretch and where it stands; the rectangles are asked for when it first comes into sight."""

    mark: S
    top: float
    bottom: float
    first: float
    """The middle of its first line."""
    last: float
    """The middle of its last line."""
    _rectangles: list[QRectF] | None = field(default=None, repr=False)
    _strips: list[QRectF] | None = field(default=None, repr=False)

    def strips(self, lines: TextGeometry, top: float, bottom: float) -> list[QRectF]:
        """One a line, as high as the line, of those that lie between two heights."""
        if self._strips is None:
            self._strips = lines.strips(self.mark.span)
        return _between(self._strips, top, bottom)

    def rectangles(self, lines: TextGeometry) -> list[QRectF]:
        """The rectangles of its words, one for each line that they stand on."""
        if self._rectangles is None:
            self._rectangles = lines.rectangles(self.mark.span)
        return self._rectangles

    def in_sight(self, lines: TextGeometry, top: float, bottom: float) -> list[QRectF]:
        """Those of its rectangles that lie between two heights."""
        return _between(self.rectangles(lines), top, bottom)


def _between(every: list[QRectF], top: float, bottom: float) -> list[QRectF]:
    first = bisect_left(every, top, key=QRectF.bottom)
    return every[first : bisect_left(every, bottom, lo=first, key=QRectF.top)]


class Layer(Generic[S]):
    """What lies on one article, of one kind."""

    def __init__(self, marks: Sequence[S], lines: TextGeometry) -> None:
        self.all = [_place(mark, lines) for mark in marks]
        self.all.sort(key=lambda placed: placed.top)
        self._tops = [placed.top for placed in self.all]
        self._reach = _running_max(placed.bottom for placed in self.all)
        self._at = {(placed.mark.span.start, placed.mark.span.end): placed for placed in self.all}

    def between(self, top: float, bottom: float) -> Iterator[Laid[S]]:
        """Those in sight between two heights."""
        first = bisect_left(self._reach, top)
        for placed in self.all[first : bisect_left(self._tops, bottom)]:
            if placed.bottom >= top:
                yield placed

    def standing(self, stretch: tuple[int, int]) -> Laid[S]:
        """The one of these characters."""
        return self._at[stretch]


PlacedHighlight = Laid[Highlight]
"""A mark and where it stands."""


class HighlightIndex(Layer[Highlight]):
    """The placed marks of one kind in one article."""

    def __init__(self, marks: Sequence[Highlight], lines: TextGeometry) -> None:
        super().__init__(marks, lines)
        self._of: dict[int, list[PlacedHighlight]] = {}
        for placed in self.all:
            self._of.setdefault(placed.mark.index, []).append(placed)

    def of(self, index: int) -> list[PlacedHighlight]:
        """Those of one passage, quotation or ledger row."""
        return self._of.get(index, [])


def _place(mark: S, lines: TextGeometry) -> Laid[S]:
    top, below = lines.line(mark.span.start)
    above, bottom = lines.line(max(mark.span.start, mark.span.end - 1))
    return Laid(mark, top, bottom, (top + below) / 2, (above + bottom) / 2)


def _running_max(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in values:
        found.append(max(value, found[-1]) if found else value)
    return found
