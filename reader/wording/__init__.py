"""The one place that words findings: kinds and values in, sentences a person reads out, in the reader's language."""

from reader.wording.accounts import (
    coverage,
    name,
    origin,
    origins,
    other_spelling,
    speaker,
    spellings,
    unread,
    unread_here,
)
from reader.wording.amounts import bounds, length, number, share, unit_of, words
from reader.wording.kinds import (
    confidence,
    decision,
    doubt,
    modifier,
    relation,
    relation_meaning,
    scope,
    verdict,
    verdict_meaning,
)
from reader.wording.notices import notice
from reader.wording.summary import apart, clashes, disclaimer, finding, settings, shared_passages
from reader.wording.verdicts import counted, judgement, reason, remarks, standing, why, worst

__all__ = [
    "apart",
    "bounds",
    "clashes",
    "confidence",
    "counted",
    "coverage",
    "decision",
    "disclaimer",
    "doubt",
    "finding",
    "judgement",
    "length",
    "modifier",
    "name",
    "notice",
    "number",
    "origin",
    "origins",
    "other_spelling",
    "reason",
    "relation",
    "relation_meaning",
    "remarks",
    "scope",
    "settings",
    "share",
    "shared_passages",
    "speaker",
    "spellings",
    "standing",
    "unit_of",
    "unread",
    "unread_here",
    "verdict",
    "verdict_meaning",
    "why",
    "words",
    "worst",
]
