"""The quotations dock: each utterance in the wording of every article, and whom each credits with it."""

from dataclasses import replace

from reader import wording
from reader.article import LEFT_OUT
from reader.compare.comparison import Comparison, Credit, Excerpt, Quotation
from reader.compare.finding_ids import Finding, SubjectKind
from reader.compare.passages.differences import differing
from reader.i18n import _, ngettext
from reader.ui.compare.explanation import quotations_in_order
from reader.ui.docks.findings_model import FindingItem, words_of
from reader.wording.lines import short_name

MARKS = '“”„‟«»" ,'
"""What stands around a quotation and is no word of it."""
BEGUN = 70
"""Letters of a quotation that stand in its heading."""


def led_by(comparison: Comparison, base: str) -> Comparison:
    """The comparison with the base's own wording first wherever it has one: the others are then told against it."""
    ordered = (
        replace(q, credits=tuple(sorted(q.credits, key=lambda credit: credit.excerpt.article != base)))
        for q in comparison.quotations
    )
    return replace(comparison, quotations=tuple(ordered)) if base else comparison


def entries(comparison: Comparison) -> tuple[FindingItem, ...]:
    """A quotation a heading, those worded differently first; the words that the first wording has not are marked."""
    return tuple(
        _quotation(comparison, comparison.quotations[index], Finding(SubjectKind.QUOTATION, index))
        for index in quotations_in_order(comparison)
    )


def _quotation(comparison: Comparison, quotation: Quotation, finding: Finding) -> FindingItem:
    lines = [replace(_wording(comparison, quotation, credit), finding=finding) for credit in quotation.credits]
    return FindingItem(
        text=_("“{words}”").format(words=_begun(_shown(comparison, quotation.credits[0]))),
        note=wording.quotation(comparison, quotation),
        excerpts=tuple(credit.excerpt for credit in quotation.credits),
        children=(*lines, *(_told(comparison, excerpt) for excerpt in quotation.told)),
        finding=finding,
    )


def _begun(words: str) -> str:
    """The beginning of a quotation, by which it goes, without marks."""
    words = words.strip(MARKS)
    return words if len(words) <= BEGUN else f"{words[:BEGUN].rpartition(' ')[0] or words[:BEGUN]}…"


def _wording(comparison: Comparison, quotation: Quotation, credit: Credit) -> FindingItem:
    text = _shown(comparison, credit)
    others = [other.excerpt for other in quotation.credits if other is not credit]
    language = comparison.article(credit.excerpt.article).language
    return FindingItem(
        text=text,
        label=short_name(comparison.article(credit.excerpt.article)),
        note=wording.credited_in(comparison, credit),
        marks=differing(text, _base(comparison, quotation, credit), language),
        excerpts=(credit.excerpt, *others),
        prose=True,
    )


def _base(comparison: Comparison, quotation: Quotation, credit: Credit) -> str:
    """What the first article in the language of a wording has, which that is held against."""
    tongues = [comparison.article(c.excerpt.article).language[:2] for c in quotation.credits]
    first = quotation.credits[tongues.index(comparison.article(credit.excerpt.article).language[:2])].excerpt.article
    return " ".join(_shown(comparison, c) for c in quotation.credits if c.excerpt.article == first)


def _told(comparison: Comparison, excerpt: Excerpt) -> FindingItem:
    """An article that says the same without quotation marks."""
    label = short_name(comparison.article(excerpt.article))
    note = _("in its own words, not quoted")
    return FindingItem(text=words_of(comparison, excerpt), label=label, note=note, excerpts=(excerpt,), prose=True)


def _shown(comparison: Comparison, credit: Credit) -> str:
    """The words of a wording on one line, a bracket where the article interrupts them."""
    parts = (words_of(comparison, Excerpt(credit.excerpt.article, span)) for span in credit.spans)
    return f" {LEFT_OUT} ".join(parts)


def summary(comparison: Comparison) -> str:
    """How many quotations, and what the marks say."""
    count = len(quotations_in_order(comparison))
    said = ngettext("{n} quotation in several accounts", "{n} quotations in several accounts", count).format(n=count)
    return said + " · " + _("marked: not as in the first wording")
