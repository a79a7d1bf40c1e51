"""An article's text cut into runs, each with what is marked on it: passages, figures, quotations."""

from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import islice, pairwise

from reader.article import Article
from reader.compare.comparison import Comparison, Relation, Verdict
from reader.compare.tints import tints
from reader.dataclass import dataclass
from reader.i18n import _
from reader.text.spans import Span

_BADGES = 5
"""How many numbers of passages that begin in one place a person still tells apart; the others are counted."""


@dataclass(frozen=True, slots=True)
class Badge:
    """The number of a passage where it begins, with a link to the same passage in the next article."""

    number: int
    relation: Relation
    here: str
    to: str


@dataclass(frozen=True, slots=True)
class FigureMark:
    """A figure of the ledger: its row's name and verdict, and a link to that row."""

    row: str
    verdict: Verdict
    to: str


@dataclass(frozen=True, slots=True)
class MarkedRun:
    """A stretch of text that is marked alike all through; `badges` are those of the passages that begin here.

    `here` are the names of the places that begin here: what links lead to. `differs` is set in listings of a passage's
    wordings, on words that the others put differently. `more` is how many passages begin here besides those of the
    badges. `depth`: how strongly it is tinted as shared, 0 for not at all up to 3. `own`: whether the reader marked it.
    """

    text: str
    badges: tuple[Badge, ...] = ()
    figure: FigureMark | None = None
    quoted: bool = False
    here: tuple[str, ...] = ()
    differs: bool = False
    more: int = 0
    depth: int = 0
    own: bool = False


def row_name(index: int) -> str:
    """By what a ledger row goes in documents: F1, F2 and so on; letters are those of the accounts."""
    return _("F{n}").format(n=index + 1)


def passage_place(passage: int, excerpt: int) -> str:
    """The name of the place where an excerpt of a passage begins."""
    return f"p{passage + 1}-{excerpt + 1}"


def figure_place(row: int, mention: int) -> str:
    """The name of the place of a mention of a ledger row."""
    return f"f{row + 1}-{mention + 1}"


def row_place(row: int) -> str:
    """The name of a ledger row's own place."""
    return f"row{row + 1}"


def quotation_place(quotation: int, credit: int) -> str:
    """The name of the place where a quoted utterance begins."""
    return f"q{quotation + 1}-{credit + 1}"


def own_place(mark: int, excerpt: int) -> str:
    """The name of the place where words begin that the reader marked."""
    return f"m{mark + 1}-{excerpt + 1}"


@dataclass(frozen=True, slots=True)
class _Mark:
    """Something marked on a stretch of an article; `place` is the name of where it begins."""

    span: Span
    place: str
    badge: Badge | None = None
    figure: FigureMark | None = None
    depth: int = 0
    own: bool = False


class MarkedArticles:
    """The articles of a comparison cut into runs, each article once."""

    def __init__(self, comparison: Comparison, without: Collection[int] = ()) -> None:
        """`without`: passages that were dismissed, and tint nothing."""
        marks: dict[str, list[_Mark]] = {article.id: [] for article in comparison.articles}
        for article_id, mark in _marks(comparison):
            if len(mark.span):
                marks[article_id].append(mark)
        for article_id, found in tints(comparison, without).items():
            marks[article_id] += (_Mark(tint.span, "", depth=tint.depth) for tint in found)
        self._cut = {a.id: list(_swept(marks[a.id], a.text)) for a in comparison.articles}
        self._starts = {article_id: [start for start, _run in cut] for article_id, cut in self._cut.items()}

    def runs(self, article: Article, span: Span) -> list[MarkedRun]:
        """The runs of one stretch of an article, in order; their texts joined are its text."""
        cut, first = self._cut[article.id], bisect_right(self._starts[article.id], span.start) - 1
        found = []
        for start, run in islice(cut, max(first, 0), None):
            if start >= span.end:
                break
            found.append(_clipped(run, start, span))
        return found


def _clipped(run: MarkedRun, start: int, span: Span) -> MarkedRun:
    if start >= span.start and start + len(run.text) <= span.end:
        return run
    inside = run.text[max(0, span.start - start) : span.end - start]
    if start >= span.start:
        return replace(run, text=inside)
    return replace(run, text=inside, badges=(), more=0, here=())


def _marks(comparison: Comparison) -> Iterator[tuple[str, _Mark]]:
    for p, passage in enumerate(comparison.passages):
        count = len(passage.excerpts)
        for e, excerpt in enumerate(passage.excerpts):
            place = passage_place(p, e)
            badge = Badge(p + 1, passage.relation, place, passage_place(p, (e + 1) % count))
            yield excerpt.article, _Mark(excerpt.span, place, badge=badge)
    for r, row in enumerate(comparison.ledger):
        figure = FigureMark(row_name(r), row.verdict, row_place(r))
        for m, mention in enumerate(row.mentions):
            yield mention.excerpt.article, _Mark(mention.excerpt.span, figure_place(r, m), figure=figure)
    for o, own in enumerate(comparison.own_marks):
        for e, excerpt in enumerate(own.excerpts):
            yield excerpt.article, _Mark(excerpt.span, own_place(o, e), own=True)
    for q, quotation in enumerate(comparison.quotations):
        for c, credit in enumerate(quotation.credits):
            yield credit.excerpt.article, _Mark(credit.excerpt.span, quotation_place(q, c))


def _swept(marks: list[_Mark], text: str) -> Iterator[tuple[int, MarkedRun]]:
    """Every stretch of the text between two edges of marks, with what is marked there, in one sweep."""
    edges = sorted({0, len(text), *(e for mark in marks for e in (mark.span.start, mark.span.end))})
    waiting = sorted(marks, key=lambda mark: mark.span, reverse=True)
    over: list[_Mark] = []
    for start, end in pairwise(edges):
        over = [mark for mark in over if mark.span.end > start]
        begin = []
        while waiting and waiting[-1].span.start == start:
            begin.append(waiting.pop())
        over += begin
        yield start, _run(text[start:end], over, begin)


def _run(text: str, over: list[_Mark], begin: list[_Mark]) -> MarkedRun:
    badges = sorted((mark.badge for mark in begin if mark.badge), key=lambda badge: badge.number)
    figures = [mark.figure for mark in over if mark.figure]
    return MarkedRun(
        text,
        badges=tuple(badges[:_BADGES]),
        more=max(0, len(badges) - _BADGES),
        figure=max(figures, key=lambda figure: figure.verdict.severity, default=None),
        quoted=any(mark.badge is None and mark.figure is None and not mark.depth and not mark.own for mark in over),
        here=tuple(mark.place for mark in begin if mark.place),
        own=any(mark.own for mark in over),
        depth=max((mark.depth for mark in over), default=0),
    )
