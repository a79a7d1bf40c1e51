"""What is chosen in plain words: what differs, who writes what, and who says so."""

from collections.abc import Iterator, Mapping, Sequence

from reader import wording
from reader.compare import finding_ids
from reader.compare.comparison import Comparison, Figure, Judgement, LedgerRow, Passage, Quotation
from reader.compare.finding_ids import Finding
from reader.compare.tints import strength
from reader.dataclass import dataclass
from reader.i18n import _, ngettext
from reader.text.direction import isolated
from reader.ui.state.comparison_state import passage_numbers
from reader.wording.lines import short_name

SCARE = 3
"""The most words that stand between marks without being speech."""
SHORT = 60
"""Letters of words by which a finding is named."""


@dataclass(frozen=True, slots=True)
class FindingExplanation:
    """What a finding is called, the one thing to know of it, and what belongs to that."""

    name: str
    lead: str
    rest: str


def explained(comparison: Comparison, finding: Finding, base: str = "") -> FindingExplanation:
    """The explanation of a finding."""
    match finding.kind:
        case finding_ids.SubjectKind.FIGURES:
            return _figures(comparison, comparison.ledger[finding.index])
        case finding_ids.SubjectKind.QUOTATION:
            return _quotation(comparison, comparison.quotations[finding.index], base)
        case finding_ids.SubjectKind.PASSAGE:
            return _passage(comparison, comparison.passages[finding.index])


def _figures(comparison: Comparison, row: LedgerRow) -> FindingExplanation:
    worst, name = wording.worst(row), wording.counted(row)
    said: dict[str, tuple[str, dict[str, list[str]]]] = {}  # one figure begins a sentence, and is the same within one
    for mention in _in_order(comparison, row, worst):
        article = comparison.article(mention.excerpt.article)
        words = isolated(" ".join(comparison.text(mention.excerpt).split()))
        _words, who = said.setdefault(words.casefold(), (words, {}))
        sources = who.setdefault(short_name(article), [])
        sources += filter(None, [isolated(wording.source(article, mention))])
    tellers = "; ".join(
        _("{outlets}: {words}").format(outlets=wording.listed(list(_tellers(who))), words=words)
        for words, who in said.values()
    )
    if worst is None:
        return FindingExplanation(name, _("These figures are not compared."), tellers)
    lead = _sentence(wording.reason(comparison, row, worst))
    more = "; ".join(filter(None, (wording.sureness(worst), *wording.remarks(worst))))
    return FindingExplanation(name, lead, " ".join(filter(None, (_sentence(tellers), _sentence(more)))))


def _tellers(sources: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Each outlet once for each source that it names, and without one only where it names none."""
    for outlet, named in sources.items():
        for source in dict.fromkeys(named):
            yield _("{outlet} ({source})").format(outlet=outlet, source=source)
        if not named:
            yield outlet


def _in_order(comparison: Comparison, row: LedgerRow, worst: Judgement | None) -> list[Figure]:
    """The figures of a row as they are told: the two that differ most, then all others as the accounts stand."""
    where = {article.id: at for at, article in enumerate(comparison.articles)}
    rest = sorted(row.mentions, key=lambda one: (where[one.excerpt.article], one.excerpt.span))
    if worst is None:
        return rest
    pair = sorted((row.mentions[worst.left], row.mentions[worst.right]), key=lambda one: one.quantity.value)
    return [*pair, *(one for one in rest if one not in pair)]


def _quotation(comparison: Comparison, quotation: Quotation, base: str) -> FindingExplanation:
    from reader.compare.quotation_groups import credited, is_altered  # comes with the comparison

    articles = list(dict.fromkeys(credit.excerpt.article for credit in quotation.credits))
    altered = is_altered(comparison, quotation)
    if altered:
        wordings = len({_plain(comparison.utterance(credit)) for credit in quotation.credits})
        lead = ngettext("One quotation, worded {n} way.", "One quotation, worded {n} ways.", wordings)
        lead = lead.format(n=wordings)
    else:
        lead = _("One quotation, in the same words.")
    speakers = credited(quotation)
    told = [short_name(comparison.article(one.article)) for one in quotation.told]
    leading = short_name(comparison.article(base if base in articles else articles[0]))
    parts = (
        _("Marked: words that {name} has not.").format(name=leading) if altered else "",
        _("Said by {names}.").format(names=" / ".join(map(wording.speaker, speakers))) if speakers else "",
        _("Told in other words by {names}.").format(names=wording.listed(list(dict.fromkeys(told)))) if told else "",
    )
    return FindingExplanation(_named(comparison.utterance(quotation.credits[0])), lead, " ".join(filter(None, parts)))


def _passage(comparison: Comparison, passage: Passage) -> FindingExplanation:
    names = list(dict.fromkeys(short_name(comparison.article(one.article)) for one in passage.excerpts))
    alike = {1: _("faintly alike: look before you trust it"), 2: _("alike"), 3: _("closely alike")}[
        strength(passage.score)
    ]
    told = _("{relation}, {likeness}").format(relation=wording.passage(comparison, passage), likeness=alike)
    rest = _("Told by {names}.").format(names=wording.listed(names))
    return FindingExplanation(_named(comparison.words(passage.excerpts[0])), _sentence(told), rest)


def in_reading_order(comparison: Comparison, finding: Finding) -> Sequence[Finding]:
    """All findings of its kind in the order in which a reader goes through them: what clashes or differs first."""
    match finding.kind:
        case finding_ids.SubjectKind.FIGURES:
            rows = comparison.ledger
            order = sorted(range(len(rows)), key=lambda at: -rows[at].verdict.severity)
        case finding_ids.SubjectKind.QUOTATION:
            order = quotations_in_order(comparison)
            if finding.index not in order:
                order.append(finding.index)
        case finding_ids.SubjectKind.PASSAGE:
            numbers = passage_numbers(comparison)
            order = sorted(numbers, key=numbers.__getitem__)
    return [Finding(finding.kind, at) for at in order]


def quotations_in_order(comparison: Comparison) -> list[int]:
    """The places of the quotations, those worded differently first; scare quotes are none."""
    from reader.compare.quotation_groups import is_altered

    given = comparison.quotations
    spoken = [at for at in range(len(given)) if not is_scare(comparison, given[at])]
    return sorted(spoken, key=lambda at: not is_altered(comparison, given[at]))


def is_scare(comparison: Comparison, quotation: Quotation) -> bool:
    """Whether its marks but hold a word or two at arm's length: so few words, and nobody is said to have said them."""
    return all(
        len(comparison.utterance(credit).split()) <= SCARE and not credit.speaker for credit in quotation.credits
    )


def _sentence(words: str) -> str:
    """With a capital and a full stop."""
    if not words:
        return ""
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!", "?")) else ".")


def _named(words: str) -> str:
    plain = " ".join(words.split())
    return _("“{words}”").format(words=plain if len(plain) <= SHORT else f"{plain[:SHORT].rstrip()}…")


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())
