"""The one place that words findings: kinds and values in, sentences a person reads out, in the reader's language."""

from typing import TYPE_CHECKING

from reader import lazy_imports

if TYPE_CHECKING:
    from reader.wording.articles import (
        coverage,
        credited,
        credited_in,
        languages,
        name,
        omitted,
        origin,
        origins,
        passage,
        quotation,
        speaker,
        spellings,
        unread,
        unread_here,
    )
    from reader.wording.kinds import (
        SURE,
        alike,
        alike_in_full,
        changed,
        confidence,
        decision,
        doubt,
        listed,
        modifier,
        own_mark,
        relation,
        relation_meaning,
        tint_counts,
        tint_meanings,
        verdict,
        verdict_meaning,
    )
    from reader.wording.notices import notice
    from reader.wording.quantities import bounds, length, number, share, unit_of, words
    from reader.wording.queries import other_spelling, plain_part
    from reader.wording.reasons import why
    from reader.wording.scopes import scope
    from reader.wording.summary import apart, clashes, disclaimer, finding, settings, shared_passages
    from reader.wording.verdicts import (
        as_of,
        counted,
        judgement,
        not_together,
        reason,
        remarks,
        said_by,
        source,
        standing,
        sureness,
        worst,
    )
else:
    __getattr__ = lazy_imports.names(
        __name__,
        {
            "articles": "coverage credited credited_in languages name omitted origin origins passage "
            "quotation speaker spellings unread unread_here",
            "quantities": "bounds length number share unit_of words",
            "kinds": "SURE alike alike_in_full changed confidence decision doubt listed modifier own_mark relation "
            "relation_meaning tint_counts tint_meanings verdict verdict_meaning",
            "notices": "notice",
            "queries": "other_spelling plain_part",
            "reasons": "why",
            "scopes": "scope",
            "summary": "apart clashes disclaimer finding settings shared_passages",
            "verdicts": "as_of counted judgement not_together reason remarks said_by source standing sureness worst",
        },
    )

__all__ = [
    "SURE",
    "alike",
    "alike_in_full",
    "apart",
    "as_of",
    "bounds",
    "changed",
    "clashes",
    "confidence",
    "counted",
    "coverage",
    "credited",
    "credited_in",
    "decision",
    "disclaimer",
    "doubt",
    "finding",
    "judgement",
    "languages",
    "length",
    "listed",
    "modifier",
    "name",
    "not_together",
    "notice",
    "number",
    "omitted",
    "origin",
    "origins",
    "other_spelling",
    "own_mark",
    "passage",
    "plain_part",
    "quotation",
    "reason",
    "relation",
    "relation_meaning",
    "remarks",
    "said_by",
    "scope",
    "settings",
    "share",
    "shared_passages",
    "source",
    "speaker",
    "spellings",
    "standing",
    "sureness",
    "tint_counts",
    "tint_meanings",
    "unit_of",
    "unread",
    "unread_here",
    "verdict",
    "verdict_meaning",
    "why",
    "words",
    "worst",
]
