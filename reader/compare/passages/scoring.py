"""How sure it is, 0 to 100, that two excerpts say the same, from the evidence."""

from math import exp

from reader.compare.passages.alignment import Evidence


def score(evidence: Evidence) -> float:
    """The probability, in per cent, that a reader would hold the two for the same statement."""
    e = evidence
    x = -6.0 + 0.7 * min(e.shared, 6.0) + 3.0 * e.narrow + 4.0 * e.wide + 1.0 * e.order + 0.5 * min(e.figures, 1.0)
    return 100 / (1 + exp(-x))
