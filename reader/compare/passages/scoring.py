"""How sure it is that two excerpts say the same, from the evidence in them alone."""

from math import log

from reader.compare.passages.alignment import Aligned, Evidence

# A logistic regression over pairs of clauses that people had judged; the constant is set so that the best balance of
# precision and recall lies at 50.
_CONSTANT = -4.35
_LOG_SHARED = 0.9
_SHARED = 0.84
_NARROW = 0.6
_WIDE = 2.57
_ORDER = 7.6
_FIGURES = 0.36
_QUOTED = 0.32
_LOG_SHORTER = -0.29
_LOG_LONGER = 0.39
_TERMS = -0.38
_TELLING = 2.5  # weight from which on words in the same order are no idiom
_BARE, _NAMES_ONLY = 0.9, -2.0  # little but names in common
_MOST_SHARED, _MOST_TERMS = 8.0, 12


def odds(found: Aligned) -> float:
    """The log-odds that a reader would hold the two for the same statement."""
    if found.near is None:
        return _by_words(found.evidence)
    return _by_words(found.evidence) + 12.0 * (found.near.margin - 0.04) + (6.0 if found.foreign else 0.0)


def _by_words(e: Evidence) -> float:
    bare = e.plain < _BARE and e.shared < _TELLING
    return (
        _CONSTANT
        + (_NAMES_ONLY if bare else 0.0)
        + _LOG_SHARED * log(e.shared + 0.2)
        + _SHARED * min(e.shared, _MOST_SHARED)
        + _NARROW * e.narrow
        + _WIDE * e.wide
        + _ORDER * e.order * min(1.0, e.shared / _TELLING)
        + _FIGURES * min(e.figures, 2.0)
        + _QUOTED * min(e.quoted, 3.0)
        + _LOG_SHORTER * log(e.shorter)
        + _LOG_LONGER * log(e.longer)
        + _TERMS * min(len(e.terms), _MOST_TERMS)
    )
