"""The lists beside the figures: one table of what each is called and is for, and what each says of a comparison."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable

from reader import wording
from reader.article import Article
from reader.compare.comparison import Comparison, Coverage, Excerpt, Name, Origin, OwnMark, Passage, Spelling, Verdict
from reader.compare.counts import Counts, counted
from reader.compare.finding_ids import Finding, SubjectKind
from reader.compare.passages.groups import PassageGroup, grouped
from reader.dataclass import dataclass
from reader.i18n import N_, _, ngettext
from reader.locales import day
from reader.text.spans import Span, joined
from reader.ui.compare.explanation import quotations_in_order
from reader.ui.docks import quotations
from reader.ui.docks.findings_model import FindingItem, words_of
from reader.ui.docks.summary_bar import SummaryPart
from reader.wording.lines import short_name

NAMED_BESIDE = 4
"""Accounts that are named beside a passage; of more, how many they are is said."""


def passage_items(comparison: Comparison) -> tuple[FindingItem, ...]:
    """What is told in several accounts, each thing once, in the words of the account that most share it with; under it
    what joins the accounts, where that is more than one passage.
    """
    return tuple(_told(comparison, group) for group in grouped(comparison))


def _told(comparison: Comparison, group: PassageGroup) -> FindingItem:
    said, count = _tellers(comparison, group), len(group.passages)
    if count == 1:
        (index,) = group.passages
        excerpts = _leading(comparison.passages[index], group.head.article)
        finding = Finding(SubjectKind.PASSAGE, index)
        return FindingItem(words_of(comparison, excerpts[0]), note=said, excerpts=excerpts, prose=True, finding=finding)
    many = ngettext("{n} passage", "{n} passages", count).format(n=count)
    return FindingItem(
        words_of(comparison, group.head),
        note=" · ".join(filter(None, (said, many))),
        excerpts=_places(comparison, group),
        children=_joining(comparison, group),
        prose=True,
    )


def _tellers(comparison: Comparison, group: PassageGroup) -> str:
    """Who tells it; of many, how many they are. Of two that are compared, both do."""
    count, everyone = len(group.articles), len(comparison.articles)
    if everyone == 2:
        return ""
    if count == everyone:
        return _("in all {n} accounts").format(n=count)
    return _names(comparison, group.articles) if count <= NAMED_BESIDE else _("in {n} accounts").format(n=count)


def _places(comparison: Comparison, group: PassageGroup) -> tuple[Excerpt, ...]:
    """The head, and in every other account what is most like it."""
    found = {group.head.article: group.head}
    for index in group.passages:
        for excerpt in comparison.passages[index].excerpts:
            found.setdefault(excerpt.article, excerpt)
    return tuple(found.values())


def _joining(comparison: Comparison, group: PassageGroup) -> tuple[FindingItem, ...]:
    """The passages of a group, each in the words of the account that was heard least so far: none is told over and
    over because it stands in several of them.
    """
    heard, found = Counter[str](), []
    for index in group.passages:
        others = [one for one in comparison.passages[index].excerpts if one.article != group.head.article]
        first = min(others, key=lambda excerpt: heard[excerpt.article])
        heard[first.article] += 1
        found.append(_passage(comparison, index, group.head.article, first))
    return tuple(found)


def _passage(comparison: Comparison, index: int, head: str, first: Excerpt) -> FindingItem:
    """One passage of several that tell the same: this wording of an account other than the head's, and who else is in
    it.
    """
    passage = comparison.passages[index]
    others = dict.fromkeys(e.article for e in passage.excerpts if e.article not in (first.article, head))
    return FindingItem(
        words_of(comparison, first),
        label=short_name(comparison.article(first.article)),
        note=_("also in {outlets}").format(outlets=_names(comparison, others)) if others else "",
        excerpts=_leading(passage, first.article),
        prose=True,
        finding=Finding(SubjectKind.PASSAGE, index),
    )


def _leading(passage: Passage, article: str) -> tuple[Excerpt, ...]:
    """The excerpts of a passage, those of an article first."""
    return tuple(sorted(passage.excerpts, key=lambda excerpt: excerpt.article != article))


def _names(comparison: Comparison, articles: Iterable[str]) -> str:
    return ", ".join(short_name(comparison.article(article)) for article in articles)


def passage_summary(comparison: Comparison) -> str:
    """How many passages."""
    count = len(comparison.passages)
    return ngettext("{n} shared passage", "{n} shared passages", count).format(n=count)


def name_items(comparison: Comparison) -> tuple[FindingItem, ...]:
    """A name a heading, in the spelling of most articles; its spellings under it."""
    return tuple(_name(comparison, name) for name in comparison.names)


def _name(comparison: Comparison, name: Name) -> FindingItem:
    spellings = sorted(name.spellings, key=lambda spelling: -len(spelling.articles))
    count = len(spellings)
    return FindingItem(
        text=spellings[0].form,
        note=ngettext("{n} spelling", "{n} spellings", count).format(n=count),
        excerpts=tuple(excerpt for spelling in spellings for excerpt in _first_places(comparison, spelling)),
        children=tuple(_spelling(comparison, spelling) for spelling in spellings),
    )


def _spelling(comparison: Comparison, spelling: Spelling) -> FindingItem:
    outlets = ", ".join(short_name(comparison.article(article)) for article in spelling.articles)
    return FindingItem(
        spelling.form,
        note=_("in {outlets}").format(outlets=outlets),
        excerpts=_first_places(comparison, spelling),
        prose=True,
    )


def _first_places(comparison: Comparison, spelling: Spelling) -> tuple[Excerpt, ...]:
    """Where each article first writes it so."""
    found = ((article, comparison.article(article).text.find(spelling.form)) for article in spelling.articles)
    return tuple(Excerpt(article, Span(at, at + len(spelling.form))) for article, at in found if at >= 0)


def name_summary(comparison: Comparison) -> str:
    """How many names."""
    count = len(comparison.names)
    return ngettext("{n} name written in several ways", "{n} names written in several ways", count).format(n=count)


def only_here_items(comparison: Comparison) -> tuple[FindingItem, ...]:
    """An article a heading; first what only it says, then what it lacks."""
    ordered = sorted(comparison.coverage, key=lambda one: comparison.place(one.article))
    return tuple(_alone(comparison, one) for one in ordered if one.only_here or one.missing)


def _alone(comparison: Comparison, coverage: Coverage) -> FindingItem:
    own = (_sentence(comparison, Excerpt(coverage.article, span)) for span in coverage.only_here)
    lacking = (_missing(comparison, index) for index in coverage.missing)
    return FindingItem(
        text=short_name(comparison.article(coverage.article)),
        note=wording.coverage(coverage),
        children=(*own, *lacking),
    )


def _sentence(comparison: Comparison, excerpt: Excerpt) -> FindingItem:
    return FindingItem(words_of(comparison, excerpt), excerpts=(excerpt,), prose=True)


def _missing(comparison: Comparison, index: int) -> FindingItem:
    excerpts = comparison.passages[index].excerpts
    names = dict.fromkeys(short_name(comparison.article(excerpt.article)) for excerpt in excerpts)
    return FindingItem(
        words_of(comparison, excerpts[0]),
        note=_("missing here; in {outlets}").format(outlets=", ".join(names)),
        excerpts=excerpts,
        prose=True,
        finding=Finding(SubjectKind.PASSAGE, index),
    )


def only_here_summary(comparison: Comparison) -> str:
    """How many sentences stand in one account only."""
    alone = sum(len(one.only_here) for one in comparison.coverage)
    lacking = sum(len(one.missing) for one in comparison.coverage)
    said = ngettext("{n} sentence in one account only", "{n} sentences in one account only", alone).format(n=alone)
    if lacking:
        more = ngettext(
            "{n} gap where most others have a passage", "{n} gaps where most others have a passage", lacking
        )
        said += ", " + more.format(n=lacking)
    return said


def own_mark_items(comparison: Comparison) -> tuple[FindingItem, ...]:
    """A mark a heading, the newest first; the words of each article under it."""
    return tuple(_own_mark(comparison, one) for one in reversed(comparison.own_marks))


def _own_mark(comparison: Comparison, mark: OwnMark) -> FindingItem:
    made = day(mark.made)
    return FindingItem(
        text=wording.own_mark(mark.kind),
        note=" · ".join(filter(None, (made, " ".join(mark.note.split())))),
        excerpts=mark.excerpts,
        children=tuple(_marked_words(comparison, mark, excerpt) for excerpt in mark.excerpts),
        own=mark.subject,
    )


def _marked_words(comparison: Comparison, mark: OwnMark, excerpt: Excerpt) -> FindingItem:
    others = [one for one in mark.excerpts if one is not excerpt]
    return FindingItem(
        words_of(comparison, excerpt),
        label=short_name(comparison.article(excerpt.article)),
        excerpts=(excerpt, *others),
        prose=True,
        own=mark.subject,
    )


def own_mark_summary(comparison: Comparison) -> str:
    """How many, and how more are made."""
    count = len(comparison.own_marks)
    said = ngettext("{n} mark of yours", "{n} marks of yours", count).format(n=count)
    return said + " · " + _("select words in a pane to mark more; Delete removes one")


def origin_items(comparison: Comparison) -> tuple[FindingItem, ...]:
    """An origin a heading, those that several articles share first; the evidence under it."""
    ordered = sorted(comparison.origins, key=lambda one: (-len(one.articles), comparison.place(one.articles[0])))
    return tuple(_origin(comparison, origin) for origin in ordered)


def _origin(comparison: Comparison, origin: Origin) -> FindingItem:
    return FindingItem(
        text=wording.origin(comparison, origin),
        excerpts=origin.evidence,
        children=tuple(
            FindingItem(
                words_of(comparison, excerpt),
                label=short_name(comparison.article(excerpt.article)),
                excerpts=(excerpt, *(other for other in origin.evidence if other.article != excerpt.article)),
                prose=True,
            )
            for excerpt in origin.evidence
        ),
    )


def origin_summary(comparison: Comparison) -> str:
    """How many voices there are."""
    return wording.origins(comparison)


def left_out_items(comparison: Comparison) -> tuple[FindingItem, ...]:
    """An article a heading that can be ticked, each stretch that was left out under it."""
    return tuple(_left_out(comparison, article) for article in comparison.articles if article.boilerplate)


def _left_out(comparison: Comparison, article: Article) -> FindingItem:
    count = _count_words(article)
    places = [Excerpt(article.id, span) for span in joined(article.boilerplate)]
    return FindingItem(
        text=short_name(article),
        note=ngettext("{n} word left out", "{n} words left out", count).format(n=count),
        children=tuple(
            FindingItem(words, excerpts=(place,), prose=True)
            for place in places
            if (words := words_of(comparison, place))
        ),
        folds=article.id,
    )


def _count_words(article: Article) -> int:
    return sum(len(span.of(article.text).split()) for span in joined(article.boilerplate))


def left_out_summary(comparison: Comparison) -> str:
    """How much was left out, and what the ticks do."""
    count = sum(_count_words(article) for article in comparison.articles)
    said = ngettext("{n} word takes no part in the comparison", "{n} words take no part in the comparison", count)
    return said.format(n=count) + " · " + _("tick an article to bring its words back into the pane")


@dataclass(frozen=True, slots=True)
class DockSpec:
    """One dock. `purpose` stands in it while nothing is compared, `nothing` where the comparison has nothing for it."""

    name: str
    title: str
    purpose: str
    nothing: str
    entries: Callable[[Comparison], tuple[FindingItem, ...]]
    summary: Callable[[Comparison], str]


DOCKS: tuple[DockSpec, ...] = (
    DockSpec(
        "quotations",
        N_("Quotations"),
        N_("What several articles quote stands here in the words of each, with whom each credits."),
        N_("No quotation stands in more than one of these articles."),
        quotations.entries,
        quotations.summary,
    ),
    DockSpec(
        "passages",
        N_("Shared Passages"),
        N_("What several articles tell in the same or nearly the same words stands here."),
        N_("These articles share no passages."),
        passage_items,
        passage_summary,
    ),
    DockSpec(
        "names",
        N_("Names"),
        N_("Names that are written in more than one way stand here, with the articles that write them so."),
        N_("No name is written in more than one way."),
        name_items,
        name_summary,
    ),
    DockSpec(
        "only-here",
        N_("Only in One Account"),
        N_("What one article alone says stands here, and what it leaves out though most others have it."),
        N_("No article stands alone with anything, and none lacks what most others have."),
        only_here_items,
        only_here_summary,
    ),
    DockSpec(
        "own",
        N_("Your Marks"),
        N_("What you highlight, note or tie together in the articles stands here. Select words in a pane to begin."),
        N_("Nothing is marked. Select words in a pane, then choose Highlight, or tie them to words in another pane."),
        own_mark_items,
        own_mark_summary,
    ),
    DockSpec(
        "origins",
        N_("Origins"),
        N_("Which articles carry text of one origin stands here: copies of one text do not confirm one another."),
        N_("Origins were not looked for among these articles."),
        origin_items,
        origin_summary,
    ),
    DockSpec(
        "left-out",
        N_("Not Compared"),
        N_("What was taken for boilerplate and folded away stands here, article by article, to be checked."),
        N_("Nothing was left out of these articles."),
        left_out_items,
        left_out_summary,
    ),
)
"""In the order of their tabs."""


def title(name: str) -> str:
    """What the tab of a list is called while there is nothing to say of it."""
    if name == "pictures":
        return _("Pictures")
    return _(next((dock.title for dock in DOCKS if dock.name == name), N_("Figures")))


FIGURES, PASSAGES, QUOTATIONS, NAMES = "ledger", "passages", "quotations", "names"
"""The lists that the closed line speaks of; the others show in the open panel alone."""


def summary_parts(comparison: Comparison, gone: Collection[Finding] = (), changed: int = 0) -> tuple[SummaryPart, ...]:
    """Figures, quotations, passages and names, apart from what was dismissed.

    `changed` of the findings that were decided on are others now than they were then.
    """
    counts = counted(comparison, gone)
    return (
        _figure_part(counts, changed),
        _quotation_part(comparison, gone),
        _passage_part(counts),
        _name_part(comparison),
    )


def _figure_part(counts: Counts, changed: int) -> SummaryPart:
    left = counts.left
    conflicts, may, fit = left.conflicts, left.tensions, left.fitting
    if conflicts:
        line = ngettext("{n} figure conflicts", "{n} figures conflict", conflicts).format(n=conflicts)
        tab = ngettext("Figures: {n} conflicts", "Figures: {n} conflict", conflicts).format(n=conflicts)
    elif counts.dismissed.conflicts:
        line, tab = _("No conflicts left"), _("Figures: no conflicts left")
    elif left.figures:
        line, tab = _("No figures conflict"), _("Figures: none conflict")
    else:
        line, tab = _("No figures to compare"), _("Figures")
    more = [
        ngettext("{n} may", "{n} may", may).format(n=may) if may else "",
        ngettext("{n} to look at", "{n} to look at", left.looks).format(n=left.looks) if left.looks else "",
        ngettext("{n} agrees", "{n} agree", fit).format(n=fit) if fit else "",
        _("{n} dismissed").format(n=counts.dismissed.figures) if counts.dismissed.figures else "",
        ngettext("{n} decision to look at again", "{n} decisions to look at again", changed).format(n=changed)
        if changed
        else "",
    ]
    return SummaryPart(FIGURES, line, tab, warns=conflicts > 0, more=" · ".join(filter(None, more)))


def _quotation_part(comparison: Comparison, gone: Collection[Finding]) -> SummaryPart:
    from reader.compare.quotation_groups import is_altered  # comes with the comparison

    spoken = (at for at in quotations_in_order(comparison) if Finding(SubjectKind.QUOTATION, at) not in gone)
    left = [comparison.quotations[at] for at in spoken]
    altered, count = sum(is_altered(comparison, quotation) for quotation in left), len(left)
    if not count:
        return SummaryPart(QUOTATIONS, "", _("Quotations"))
    if not altered:
        words = ngettext("{n} quotation", "{n} quotations", count).format(n=count)
        return SummaryPart(QUOTATIONS, words, words, count=count)
    line = ngettext("{n} quotation, worded differently", "{n} quotations, {m} worded differently", count)
    tab = _("Quotations: {m} of {n} worded differently").format(m=altered, n=count)
    return SummaryPart(QUOTATIONS, line.format(n=count, m=altered), tab, count=count)


def _passage_part(counts: Counts) -> SummaryPart:
    count = counts.left.passages
    words = ngettext("{n} shared passage", "{n} shared passages", count).format(n=count)
    return SummaryPart(PASSAGES, words if count else "", words if count else _("Shared passages"), count=count)


def _name_part(comparison: Comparison) -> SummaryPart:
    count = len(comparison.names)
    words = ngettext("{n} name spelled differently", "{n} names spelled differently", count).format(n=count)
    return SummaryPart(NAMES, words if count else "", words if count else _("Names"), count=count)


def conflicts(comparison: Comparison, gone: Collection[Finding] = ()) -> tuple[tuple[int, str], ...]:
    """The rows of figures that conflict and were not dismissed: their places in the ledger, and what is counted."""
    return tuple(
        (at, wording.scope(row.scope))
        for at, row in enumerate(comparison.ledger)
        if row.verdict is Verdict.CONFLICT and Finding(SubjectKind.FIGURES, at) not in gone
    )
