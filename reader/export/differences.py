"""A comparison without what its articles have in common."""

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

from reader.compare.comparison import CLASH, Comparison, Quotation, Verdict
from reader.compare.passages.word_units import units
from reader.compare.quotation_groups import credited


def differences(comparison: Comparison) -> Comparison:
    """Figures that clash or are worth a look, quotations that are altered or credited to several, what only one has
    and what one lacks.

    Passages stay where an article lacks them, numbered anew.
    """
    lacked = sorted({number for standing in comparison.coverage for number in standing.missing})
    renumbered = {old: new for new, old in enumerate(lacked)}
    return replace(
        comparison,
        passages=tuple(comparison.passages[number] for number in lacked),
        ledger=tuple(row for row in comparison.ledger if row.verdict in (*CLASH, Verdict.LOOK)),
        quotations=tuple(one for one in comparison.quotations if altered(comparison, one) or len(credited(one)) > 1),
        names=(),
        origins=(),
        coverage=tuple(replace(c, missing=tuple(renumbered[n] for n in c.missing)) for c in comparison.coverage),
        below=0,
    )


def altered(comparison: Comparison, quotation: Quotation) -> bool:
    """Whether some article has other words than another, and not only fewer; case and spelling are no difference.

    Those of a translation are no other words.
    """
    wordings: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for credit in quotation.credits:
        article = comparison.article(credit.excerpt.article)
        forms = (key for span in credit.spans for _, key in units(article.text, span, article.language))
        wordings[article.language[:2]].append(tuple(forms))
    return any(
        not _part(shorter, longer) for told in wordings.values() for shorter, longer in pairwise(sorted(told, key=len))
    )


def _part(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    length = len(shorter)
    return any(longer[at : at + length] == shorter for at in range(len(longer) - length + 1))
