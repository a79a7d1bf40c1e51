"""What was found, worded for a report: ledger, passages, quotations, and how the articles stand to one another."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from reader import locales, wording
from reader.article import LEFT_OUT, Article
from reader.compare import finding_ids
from reader.compare.comparison import (
    Comparison,
    Coverage,
    Credit,
    Excerpt,
    Figure,
    LedgerRow,
    Name,
    OwnMark,
    Passage,
    Quotation,
)
from reader.compare.passages.differences import with_sentence
from reader.export.choices import DecisionLike
from reader.export.decisions import ruling
from reader.export.listing import distinct, held_against_first, on_a_line, shortened
from reader.export.marked_runs import (
    Badge,
    FigureMark,
    MarkedArticles,
    MarkedRun,
    figure_place,
    own_place,
    passage_place,
    quotation_place,
    row_name,
    row_place,
)
from reader.export.phrases import SIGNS
from reader.export.report import (
    Card,
    CoverageEntry,
    DecisionEntry,
    Entry,
    OwnMarkEntry,
    PassageNumbers,
    QuotedSource,
    ReportSpelling,
    Utterance,
)
from reader.i18n import _, ngettext
from reader.text.spans import Span, shown
from reader.wording.lines import account_letter

T = TypeVar("T")
_CONTEXT = 70
"""How many characters of a figure's sentence are shown on either side of it."""
_NAMED = 5
"""How many accounts are named over what they tell."""
_REASONS, _PAIRS = 4, 6
"""How many reasons of a row's verdict are given, and pairs of articles for each."""


class Findings:
    """Words the findings of one comparison; articles are named by their letters."""

    def __init__(self, comparison: Comparison, marks: MarkedArticles, decisions: Mapping[str, DecisionLike]) -> None:
        self._comparison = comparison
        self._marks = marks
        self._decisions = decisions
        self._number = {article.id: n for n, article in enumerate(comparison.articles, 1)}

    def entry(self, index: int, row: LedgerRow) -> Entry:
        """A row of the ledger."""
        return Entry(
            name=row_name(index),
            here=row_place(index),
            scope=wording.counted(row),
            verdict=row.verdict,
            sign=SIGNS[row.verdict],
            label=wording.standing(row),
            why=self._why(row),
            cells=tuple(
                sorted((self._mention(index, m, figure, row) for m, figure in enumerate(row.mentions)), key=_by_source)
            ),
            ruling=self._ruling(finding_ids.of_row, row),
        )

    def card(self, indexes: Sequence[int]) -> Card:
        """A passage with all its wordings, or what several that tell one thing have: each stretch once."""
        passages = self._comparison.passages
        placed = {
            excerpt: passage_place(index, n)
            for index in reversed(indexes)
            for n, excerpt in enumerate(passages[index].excerpts)
        }
        shown = distinct(placed)
        wordings = (QuotedSource(self._number[e.article], self._runs(e), placed[e]) for e in shown)
        several = len(indexes) > 1
        first = passages[indexes[0]]
        return Card(
            numbers=_numbers(indexes, passages),
            here=tuple(f"passage{index + 1}" for index in indexes),
            label=self._tellers(shown) if several else wording.passage(self._comparison, first),
            alike=_alike(indexes, passages) if several else wording.alike_in_full(first.score, first.relation),
            wordings=held_against_first(wordings, self._sentence(shown), self._language),
            rulings=tuple(self._passage_rulings(indexes)),
        )

    def _tellers(self, excerpts: Sequence[Excerpt]) -> str:
        """Who tells it, by the letters of the accounts; of many, how many they are, for each wording names its own."""
        numbers = sorted({self._number[excerpt.article] for excerpt in excerpts})
        if len(numbers) == len(self._comparison.articles):
            return _("in all {n} accounts").format(n=len(numbers))
        if len(numbers) > _NAMED:
            return _("in {n} accounts").format(n=len(numbers))
        return _("in {outlets}").format(outlets=", ".join(account_letter(number - 1) for number in numbers))

    def _passage_rulings(self, indexes: Sequence[int]) -> Iterator[DecisionEntry]:
        """What was decided on each passage; among several it says on which, and once what is the same of more."""
        decided: dict[DecisionEntry, list[int]] = {}
        for index in indexes:
            found = self._ruling(finding_ids.of_passage, self._comparison.passages[index])
            if found is not None:
                decided.setdefault(found, []).append(index)
        for found, among in decided.items():
            numbers = ", ".join(str(index + 1) for index in among)
            which = ngettext("Passage {n}", "Passages {n}", len(among)).format(n=numbers)
            yield replace(found, label=f"{which}: {found.label}") if len(indexes) > 1 else found

    def _language(self, source: int) -> str:
        return self._comparison.articles[source - 1].language[:2]

    def utterance(self, index: int, quotation: Quotation) -> Utterance:
        """A quotation as each article gives it."""
        wordings = (
            QuotedSource(
                self._number[credit.excerpt.article],
                self._said(credit),
                quotation_place(index, n),
                wording.credited_in(self._comparison, credit),
            )
            for n, credit in enumerate(quotation.credits)
        )
        own_words = (
            QuotedSource(self._number[e.article], shortened(self._runs(e)), note=_("in its own words, not quoted"))
            for e in quotation.told
        )
        return Utterance(
            index + 1,
            wording.quotation(self._comparison, quotation),
            held_against_first(wordings, language=self._language),
            tuple(sorted(own_words, key=_by_source)),
            self._ruling(finding_ids.of_quotation, quotation),
        )

    def marked(self, index: int, mark: OwnMark) -> OwnMarkEntry:
        """What the reader marked by hand; every wording stands in full as far as there is room."""
        wordings = (
            QuotedSource(self._number[e.article], self._runs(e), own_place(index, n))
            for n, e in enumerate(mark.excerpts)
        )
        return OwnMarkEntry(
            label=wording.own_mark(mark.kind),
            made=locales.day(mark.made),
            wordings=tuple(replace(cited, runs=shortened(cited.runs)) for cited in sorted(wordings, key=_by_source)),
            note=" ".join(mark.note.split()),
        )

    def standing(self, coverage: Coverage, most: int) -> CoverageEntry:
        """How one article stands to the others."""
        article = self._comparison.article(coverage.article)
        return CoverageEntry(
            source=self._number[coverage.article],
            words=wording.coverage(coverage),
            only_here=tuple(" ".join(article.words(span).split()) for span in coverage.only_here[:most]),
            lacking=tuple(self.number(n) for n in coverage.missing),
            more=_more_sentences(len(coverage.only_here) - most),
        )

    def number(self, passage: int) -> Badge:
        """The number of a passage, which leads to its card."""
        return Badge(passage + 1, self._comparison.passages[passage].relation, "", f"passage{passage + 1}")

    def written(self, name: Name) -> tuple[ReportSpelling, ...]:
        """The spellings of one name, each with the articles that use it."""
        return tuple(
            ReportSpelling(s.form, tuple(sorted(self._number[article] for article in s.articles)))
            for s in name.spellings
        )

    def _mention(self, index: int, mention: int, figure: Figure, row: LedgerRow) -> QuotedSource:
        article = self._comparison.article(figure.excerpt.article)
        before, after = _around(article, figure.excerpt.span, figure.sentence)
        mark = FigureMark(row_name(index), row.verdict, row_place(index))
        runs = (MarkedRun(before), MarkedRun(self._words(figure.excerpt), figure=mark), MarkedRun(after))
        shown_words = "".join(run.text for run in runs)
        source = wording.said_by(article, figure), wording.as_of(article, figure)
        return QuotedSource(
            self._number[figure.excerpt.article],
            tuple(run for run in runs if run.text),
            figure_place(index, mention),
            ", ".join(one for one in source if one and one not in shown_words),
        )

    def _why(self, row: LedgerRow) -> tuple[str, ...]:
        """The reasons of the verdict, the commonest first, with the letters of their articles, and how sure it is."""
        reasons: dict[str, list[str]] = {}
        remarks: dict[str, list[str]] = {}
        for found in (j for j in row.judgements if j.verdict == row.verdict):
            sides = sorted(self._number[row.mentions[m].excerpt.article] for m in (found.left, found.right))
            pair = "/".join(account_letter(number - 1) for number in sides)
            reasons.setdefault(wording.reason(self._comparison, row, found), []).append(pair)
            for remark in wording.remarks(found):
                remarks.setdefault(remark, []).append(pair)
        ranked = sorted(reasons.items(), key=lambda item: -len(item[1]))
        said = [_about(pairs, reason) for reason, pairs in ranked[:_REASONS]]
        if len(ranked) > _REASONS:
            more = len(ranked) - _REASONS
            said.append(ngettext("and {n} more reason", "and {n} more reasons", more).format(n=more))
        worst = wording.worst(row)
        if worst is not None and (sure := wording.sureness(worst)):
            said.append(sure)
        return (*said, *(_about(pairs, remark) for remark, pairs in remarks.items()))

    def _ruling(self, name: Callable[[Comparison, T], str], finding: T) -> DecisionEntry | None:
        """What was decided on a finding."""
        return ruling(self._decisions.get(name(self._comparison, finding))) if self._decisions else None

    def _runs(self, excerpt: Excerpt) -> tuple[MarkedRun, ...]:
        """The words of an excerpt, with the figures in them."""
        article = self._comparison.article(excerpt.article)
        first, *rest = (
            self._marks.runs(article, part) for part in shown(excerpt.span, article.boilerplate, article.text)
        )
        return on_a_line([*first, *(run for runs in rest for run in (MarkedRun(f" {LEFT_OUT} "), *runs))])

    def _sentence(self, excerpts: Sequence[Excerpt]) -> str:
        """The first excerpt with the rest of its sentence: what it holds besides, no other wording has more."""
        first = min(excerpts, key=lambda e: self._number[e.article])
        span = with_sentence(self._comparison.article(first.article).text, first.span)
        return self._comparison.words(Excerpt(first.article, span))

    def _said(self, credit: Credit) -> tuple[MarkedRun, ...]:
        """The words of a wording, with the figures in them; what interrupts it is left out."""
        first, *rest = (self._runs(Excerpt(credit.excerpt.article, span)) for span in credit.spans)
        return (*first, *(run for runs in rest for run in (MarkedRun(f" {LEFT_OUT} "), *runs)))

    def _words(self, excerpt: Excerpt) -> str:
        return " ".join(self._comparison.text(excerpt).split())


def _numbers(indexes: Sequence[int], passages: Sequence[Passage]) -> tuple[PassageNumbers, ...]:
    """The numbers of passages in order, those that follow one another and are of one kind together."""
    found: list[PassageNumbers] = []
    for index in sorted(indexes):
        relation = passages[index].relation
        if found and (found[-1].last, found[-1].relation) == (index, relation):
            found[-1] = replace(found[-1], last=index + 1)
        else:
            found.append(PassageNumbers(index + 1, index + 1, relation))
    return tuple(found)


def _alike(indexes: Sequence[int], passages: Sequence[Passage]) -> str:
    """How many passages tell one thing, and how closely alike the least and the most alike are."""
    scores = sorted(round(passages[index].score) for index in indexes)
    many = ngettext("{n} passage", "{n} passages", len(indexes)).format(n=len(indexes))
    low, high = scores[0], scores[-1]
    return ", ".join((many, _("{low} to {high} of 100").format(low=low, high=high)))


def _about(pairs: list[str], words: str) -> str:
    """A reason after the pairs of articles that it is about: "B/E, C/E and 4 more: ..."."""
    named = list(dict.fromkeys(pairs))
    shown = ", ".join(named[:_PAIRS])
    if len(named) > _PAIRS:
        shown = _("{pairs} and {n} more").format(pairs=shown, n=len(named) - _PAIRS)
    return f"{shown}: {words}"


def _around(article: Article, words: Span, sentence: Span) -> tuple[str, str]:
    """What stands before and after some words in their sentence, cut at words where it is long."""
    whole = Span(min(sentence.start, words.start), max(sentence.end, words.end))
    parts = shown(whole, article.boilerplate, article.text)
    left = [Span(part.start, min(part.end, words.start)) for part in parts if part.start <= words.start]
    right = [Span(max(part.start, words.end), part.end) for part in parts if part.end >= words.end]
    before, after = (f" {LEFT_OUT} ".join(part.of(article.text) for part in side) for side in (left, right))
    if len(before) > _CONTEXT:
        before = "… " + before[-_CONTEXT:].partition(" ")[2]
    if len(after) > _CONTEXT:
        after = after[:_CONTEXT].rpartition(" ")[0] + " …"
    return _spaced(before), _spaced(after)


def _spaced(text: str) -> str:
    """White space of any length as one space, at the ends too."""
    words = " ".join(text.split())
    return f"{' ' if text[:1].isspace() else ''}{words}{' ' if text[-1:].isspace() and words else ''}"


def _more_sentences(count: int) -> str:
    return ngettext("… and {n} more sentence", "… and {n} more sentences", count).format(n=count) if count > 0 else ""


def _by_source(cited: QuotedSource) -> int:
    return cited.source
