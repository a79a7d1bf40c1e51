"""The quotations dock: each utterance in the wording of every article, and whom each credits with it."""

from dataclasses import replace

from reader import wording
from reader.compare.comparison import Comparison, Credit, Quotation
from reader.compare.passages.differences import differing
from reader.compare.subjects import Finding, Kind
from reader.i18n import _, ngettext
from reader.ui.compare.called import called
from reader.ui.docks.entries import Entry, words_of


def led_by(comparison: Comparison, base: str) -> Comparison:
    """The comparison with the base's own wording first wherever it has one: the others are then told against it."""
    ordered = (
        replace(q, credits=tuple(sorted(q.credits, key=lambda credit: credit.excerpt.article != base)))
        for q in comparison.quotations
    )
    return replace(comparison, quotations=tuple(ordered)) if base else comparison


def entries(comparison: Comparison) -> tuple[Entry, ...]:
    """An utterance a heading; the words that its first wording has not are marked in the others."""
    return tuple(
        _utterance(comparison, quotation, Finding(Kind.QUOTATION, index))
        for index, quotation in enumerate(comparison.quotations)
    )


def _utterance(comparison: Comparison, quotation: Quotation, finding: Finding) -> Entry:
    speakers = _speakers(quotation)
    count = len({credit.excerpt.article for credit in quotation.credits})
    note = ngettext("{n} article, score {score}", "{n} articles, score {score}", count)
    base = words_of(comparison, quotation.credits[0].excerpt)
    return Entry(
        text=" / ".join(speakers) if speakers else wording.speaker(""),
        note=note.format(n=count, score=round(quotation.score)),
        excerpts=tuple(credit.excerpt for credit in quotation.credits),
        children=tuple(
            replace(_wording(comparison, quotation, credit, base), finding=finding) for credit in quotation.credits
        ),
        finding=finding,
    )


def _wording(comparison: Comparison, quotation: Quotation, credit: Credit, base: str) -> Entry:
    text = words_of(comparison, credit.excerpt)
    others = [other.excerpt for other in quotation.credits if other is not credit]
    credited = _("credits {speaker}").format(speaker=credit.speaker) if credit.speaker else wording.speaker("")
    return Entry(
        text=text,
        label=called(comparison.article(credit.excerpt.article)),
        note=credited,
        marks=differing(text, base),
        excerpts=(credit.excerpt, *others),
        prose=True,
    )


def _speakers(quotation: Quotation) -> list[str]:
    return list(dict.fromkeys(credit.speaker for credit in quotation.credits if credit.speaker))


def summary(comparison: Comparison) -> str:
    """How many utterances, and of how many the articles credit different people."""
    count = len(comparison.quotations)
    said = ngettext("{n} utterance in several articles", "{n} utterances in several articles", count).format(n=count)
    apart = sum(len(_speakers(quotation)) > 1 for quotation in comparison.quotations)
    if apart:
        said += ", " + ngettext("{n} credited in different words", "{n} credited in different words", apart).format(
            n=apart
        )
    return said + " · " + _("underlined: not as in the first wording")
