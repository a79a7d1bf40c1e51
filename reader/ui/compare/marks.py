"""What is marked in one article of a comparison, in reading order: passages, quotations, figures."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from reader.compare import subjects
from reader.compare.comparison import Comparison, MarkKind, Relation, Verdict
from reader.compare.quotation_groups import is_altered
from reader.compare.subjects import Finding
from reader.compare.tints import Tint, is_weak, tints
from reader.text.spans import Span


class Kind(Enum):
    """The kinds of finding; each has a hue, and a shape that says the same without colour."""

    PASSAGE = "passage"
    QUOTATION = "quotation"
    FIGURE = "figure"


_FINDINGS = {
    Kind.PASSAGE: subjects.Kind.PASSAGE,
    Kind.QUOTATION: subjects.Kind.QUOTATION,
    Kind.FIGURE: subjects.Kind.FIGURES,
}


_PASSAGE = subjects.Kind.PASSAGE


@dataclass(frozen=True, slots=True)
class Mark:
    """One finding in one article.

    `index` is that of the passage, quotation or ledger row; `part` that of the excerpt, credit or mention in it.
    """

    kind: Kind
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
        return "quotation" if self.kind is Kind.QUOTATION or self.relation is Relation.QUOTATION else "passage"


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen, as one article has it: the finding, the words of it that differ, and where it is only told."""

    finding: Finding | None = None
    differing: tuple[Span, ...] = ()
    told: tuple[Span, ...] = ()
    verdict: Verdict | None = None
    """Of a row of figures, in whatever article."""

    def is_on(self, mark: Mark) -> bool:
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
class Marks:
    """The marks of one article."""

    passages: tuple[Mark, ...] = ()
    quotations: tuple[Mark, ...] = ()
    figures: tuple[Mark, ...] = ()
    own: tuple[OwnSpan, ...] = ()
    """What the reader marked by hand."""
    tints: tuple[Tint, ...] = ()
    """What others have too, and how strongly; in order and apart."""

    def at(self, point: int) -> tuple[Mark, ...]:
        """What is marked at a character: figures first, then quotations and passages, the shortest first."""
        found = [m for m in (*self.figures, *self.quotations, *self.passages) if m.span.start <= point < m.span.end]
        order = {Kind.FIGURE: 0, Kind.PASSAGE: 1, Kind.QUOTATION: 2}
        return tuple(sorted(found, key=lambda m: (order[m.kind], len(m.span))))

    def own_at(self, point: int) -> OwnSpan | None:
        """What the reader marked at a character: the shortest of several."""
        found = [one for one in self.own if one.span.start <= point < one.span.end]
        return min(found, key=lambda one: len(one.span), default=None)

    def passage_at(self, point: int) -> Mark | None:
        """The shortest passage that holds a character."""
        return next((m for m in self.at(point) if m.kind is Kind.PASSAGE), None)


def marks(comparison: Comparison, decided: Mapping[Finding, str] | None = None) -> dict[str, Marks]:
    """The marks of every article, by its id; `decided` is the kind of decision on findings that have one."""
    known = decided or {}
    passages: dict[str, list[Mark]] = {a.id: [] for a in comparison.articles}
    quotations: dict[str, list[Mark]] = {a.id: [] for a in comparison.articles}
    figures: dict[str, list[Mark]] = {a.id: [] for a in comparison.articles}
    for i, passage in enumerate(comparison.passages):
        kind = known.get(Finding(subjects.Kind.PASSAGE, i), "")
        for part, excerpt in enumerate(passage.excerpts):
            made = Mark(
                Kind.PASSAGE, excerpt.span, i, part, relation=passage.relation, decided=kind, weak=is_weak(passage)
            )
            passages[excerpt.article].append(made)
    for i, quotation in enumerate(comparison.quotations):
        kind = known.get(Finding(subjects.Kind.QUOTATION, i), "")
        altered = is_altered(comparison, quotation)
        for part, credit in enumerate(quotation.credits):
            stretches = (Mark(Kind.QUOTATION, s, i, part, decided=kind, altered=altered) for s in credit.spans)
            quotations[credit.excerpt.article].extend(stretches)
    for i, row in enumerate(comparison.ledger):
        kind = known.get(Finding(subjects.Kind.FIGURES, i), "")
        for part, mention in enumerate(row.mentions):
            verdict = _own(comparison, i, part)
            made = Mark(Kind.FIGURE, mention.excerpt.span, i, part, verdict=verdict, decided=kind)
            figures[mention.excerpt.article].append(made)
    own: dict[str, list[OwnSpan]] = {a.id: [] for a in comparison.articles}
    for mark in comparison.own_marks:
        for excerpt in mark.excerpts:
            own[excerpt.article].append(OwnSpan(excerpt.span, mark.subject, mark.kind, mark.note))
    shared = tints(comparison, {f.index for f, what in known.items() if f.kind is _PASSAGE and what == "dismissed"})
    return {
        a.id: Marks(
            _ordered(passages[a.id]),
            _ordered(quotations[a.id]),
            _ordered(figures[a.id]),
            tuple(own[a.id]),
            shared[a.id],
        )
        for a in comparison.articles
    }


def _own(comparison: Comparison, row: int, part: int) -> Verdict:
    """The worst verdict on one mention: a figure that all agree with is not drawn as the one that clashes."""
    held = [j.verdict for j in comparison.ledger[row].judgements if part in (j.left, j.right)]
    return max(held, key=lambda v: v.severity, default=Verdict.CONSISTENT)


def _ordered(found: list[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(found, key=lambda m: (m.span, m.index, m.part)))
