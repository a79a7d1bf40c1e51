"""What the articles share, scored, and of that what is at or above a cutoff."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.compare.comparison import Name, Passage
from reader.compare.names import canonical
from reader.compare.options import PassageOptions
from reader.compare.passages.grouping import passages
from reader.compare.passages.links import Link, ScoredLinks, link, read
from reader.compare.passages.runs import runs
from reader.compare.passages.speech import apart
from reader.compare.quotations import Quote
from reader.compare.witness import Witness
from reader.progress import Progress, silent

if TYPE_CHECKING:
    from reader.vectors.values import Vectors

_FAINT = 0.4
"""The share of the cutoff from which on a link may carry a run further, though it may not begin one."""
_TELLING = 0.5
"""Weight that must be shared beside names, offices and verbs that credit: half a word found nowhere else."""
_PIECE, _CLEAR = 0.4, 90.0
"""The share of its sentence up to which an excerpt is a piece; the score from which on such a one needs no verb, where
more than names is shared."""
_WORD = 0.4
"""Weight of words written small from which on one of them tells something."""
_LONELY = 60.0
"""The score from which on a single word in common may tell something."""
_EVENT = 2.0
"""Weight from which on two clauses of time tell something themselves."""
_COPIED = 0.8
"""Likeness in order from which on any words are a copy."""
_MUCH = 0.5
"""The share of a sentence, or of the words between quotation marks, from which on it is much."""
_NEAR = 10.0
"""Points below the cutoff that are just below it."""


def score(
    witnesses: Sequence[Witness],
    names: Sequence[Name],
    quoted: Sequence[Quote],
    vectors: Sequence["Vectors | None"],
    progress: Progress = silent,
) -> ScoredLinks:
    """All that the witnesses may share, scored; independent of every cutoff.

    `vectors` are those of each witness's statements, None where it has none.
    """
    return link(read(witnesses, canonical(names), quoted, vectors, progress))


def select(scored: ScoredLinks, options: PassageOptions) -> tuple[Passage, ...]:
    """The passages at or above the cutoff, in the order of the text."""
    fit = [x for x in scored.links if x.aligned.foreign or _words(x) >= options.least_words]
    strong = [*scored.copies, *(x for x in fit if x.score >= options.cutoff)]
    weak = [x for x in scored.links if options.cutoff * _FAINT <= x.score < options.cutoff]
    found = apart(
        runs(strong, weak, scored.readings, options.cutoff),
        scored.readings,
        lambda x: x.score >= options.cutoff and _tells(x),
    )
    return passages(found, scored.readings, scored.quoted)


def just_below(scored: ScoredLinks, options: PassageOptions) -> int:
    """How many more links a slightly lower cutoff would let in."""
    low = options.cutoff - _NEAR
    return sum(
        1
        for x in scored.links
        if low <= x.score < options.cutoff and (x.aligned.foreign or _words(x) >= options.least_words)
    )


def _tells(x: Link) -> bool:
    """Whether more is shared than who speaks or is spoken of."""
    e = x.aligned.evidence
    if x.aligned.foreign:
        return True
    if e.verbs == 0 and e.held[1] < _MUCH and e.figures == 0 and e.spoken[0] < _MUCH:
        return False  # a name and its office, or an attribute, on the way to saying something else
    clear = x.score >= _CLEAR and e.small >= _WORD  # no name with its office: "when Ana Ruiz, the transport minister,"
    if e.verbs < 2 and min(x.shares) < _PIECE and not clear and e.figures == 0 and e.quoted == 0:
        return False  # where and when, on the way to saying something else: "before the vote in the capital"
    if e.whens == 2 and max(x.shares) < _MUCH and e.telling < _EVENT and e.figures == 0:
        return False  # both only say when: "before the reading began"
    if e.telling_terms < 2 and x.score < _LONELY:
        return False  # a single word
    return e.telling >= _TELLING or e.order >= _COPIED


def _words(x: Link) -> int:
    left, right = x.aligned.left, x.aligned.right
    return min(left[1] - left[0], right[1] - right[0])
