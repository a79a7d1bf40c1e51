"""The quotations dock: each utterance in the wording of every article, and whom each credits with it."""

from dataclasses import replace

from reader import wording
from reader.article import LEFT_OUT
from reader.compare.attribution import is_pronoun
from reader.compare.comparison import Comparison, Credit, Excerpt, Quotation
from reader.compare.passages.differences import differing
from reader.compare.quotation_groups import credited
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
    speakers = [wording.speaker(name) for name in credited(quotation)]
    first, articles = quotation.credits[0].excerpt.article, {c.excerpt.article for c in quotation.credits}
    base = " ".join(_shown(comparison, c) for c in quotation.credits if c.excerpt.article == first)
    note = ngettext("{n} article", "{n} articles", len(articles))
    lines = [replace(_wording(comparison, quotation, credit, base), finding=finding) for credit in quotation.credits]
    return Entry(
        text=" / ".join(speakers) if speakers else wording.speaker(""),
        note=note.format(n=len(articles)),
        excerpts=tuple(credit.excerpt for credit in quotation.credits),
        children=(*lines, *(_told(comparison, excerpt) for excerpt in quotation.told)),
        finding=finding,
    )


def _wording(comparison: Comparison, quotation: Quotation, credit: Credit, base: str) -> Entry:
    text = _shown(comparison, credit)
    spoken = (quotation.credits[0].excerpt, credit.excerpt)
    others = [other.excerpt for other in quotation.credits if other is not credit]
    by = _("credits {speaker}").format(speaker=credit.speaker) if credit.speaker else wording.speaker("")
    return Entry(
        text=text,
        label=called(comparison.article(credit.excerpt.article)),
        note=wording.speaker(credit.speaker) if is_pronoun(credit.speaker) else by,
        marks=differing(text, base) if len(wording.languages(comparison, spoken)) == 1 else (),
        excerpts=(credit.excerpt, *others),
        prose=True,
    )


def _told(comparison: Comparison, excerpt: Excerpt) -> Entry:
    """An article that says the same without quotation marks."""
    label = called(comparison.article(excerpt.article))
    note = _("in its own words, not quoted")
    return Entry(text=words_of(comparison, excerpt), label=label, note=note, excerpts=(excerpt,), prose=True)


def _shown(comparison: Comparison, credit: Credit) -> str:
    """The words of a wording on one line, a bracket where the article interrupts them."""
    parts = (words_of(comparison, Excerpt(credit.excerpt.article, span)) for span in credit.spans)
    return f" {LEFT_OUT} ".join(parts)


def summary(comparison: Comparison) -> str:
    """How many utterances, and of how many the articles credit different people."""
    count = len(comparison.quotations)
    said = ngettext("{n} quotation in several articles", "{n} quotations in several articles", count).format(n=count)
    apart = sum(len(credited(quotation)) > 1 for quotation in comparison.quotations)
    if apart:
        said += ", " + ngettext("{n} credited in different words", "{n} credited in different words", apart).format(
            n=apart
        )
    return said + " · " + _("underlined: not as in the first wording")
