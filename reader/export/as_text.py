"""A comparison, and the figures of a text, for a person at a terminal: what clashes first, then what is shared."""

import textwrap
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from reader import locales, wording
from reader.article import LEFT_OUT, Article
from reader.compare import finding_ids
from reader.compare.comparison import Comparison, Explanation, Figure, FigureOmission, LedgerRow, Passage
from reader.compare.counts import Counts, counted
from reader.compare.quotation_groups import altered_words
from reader.export.choices import EVERYTHING, Choices
from reader.export.decisions import dismissed, ranked, ruling
from reader.export.document import RenderedDocument
from reader.i18n import _
from reader.progress import Progress
from reader.text.spans import Span
from reader.text.tokens import tokens
from reader.wording.lines import account_letter

T = TypeVar("T")
_WIDTH = 100
_SIGN = {"conflict": "≠", "tension": "!", "look": "?", "consistent": "≈", "agree": "="}


def document(comparison: Comparison, _progress: Progress, choices: Choices = EVERYTHING) -> RenderedDocument:
    """The comparison as the bytes of a file."""
    return RenderedDocument((comparison_text(comparison, choices) + "\n").encode("utf-8", "replace"))


def comparison_text(comparison: Comparison, choices: Choices = EVERYTHING) -> str:
    """The comparison as plain text, lines of at most 100 characters where words allow."""
    found = counted(comparison, dismissed(comparison, choices.decisions))
    passages = _lacked(comparison, choices) if choices.differences_only else _passages(comparison, found, choices)
    parts = [
        _articles(comparison),
        _figures(ranked(comparison, choices.decisions), choices),
        passages,
        _quotations(comparison, found, choices),
        _own(comparison),
        _rest(comparison),
    ]
    lines = [line for part in parts for line in part]
    return "\n".join([*lines, "", wording.disclaimer()])


def figures_text(
    article: Article, found: Sequence[Figure], omitted: Sequence[FigureOmission] = (), *, unread: bool = False
) -> str:
    """Every figure of one text: its words, what it counts, what it may mean; then what of it is not read, and why."""
    none = wording.unread_here() if unread else _("no figures")
    lines = [f"  {_figure(article, figure)}" for figure in found] or [f"  {none}"]
    left_out = _one_line(wording.omitted(article, omitted))
    return "\n".join([_one_line(article.name), *lines, *(_wrapped(left_out, "  ", "  ") if left_out else ())])


def _figure(article: Article, figure: Figure) -> str:
    quantity = figure.quantity
    meaning = wording.bounds(quantity.strict, quantity.unit, quantity.dimension)
    words = _one_line(figure.excerpt.span.of(article.text))
    return f"{words:<28}  {wording.scope(figure.scope.label) or '-':<36}  {meaning}{_source(article, figure)}"


def _source(article: Article, figure: Figure) -> str:
    """Who says a figure and as of when, in brackets after it."""
    said = _one_line(wording.source(article, figure))
    return f" ({said})" if said else ""


def explanations_text(articles: Sequence[Article], found: Sequence[Explanation]) -> str:
    """Of each two figures whether they were compared, and why or why not; a line for the two, one for the reason."""
    texts = {article.id: article for article in articles}

    def words(figure: Figure) -> str:
        article = texts[figure.excerpt.article]
        return f"{_one_line(article.name)}: {_one_line(figure.excerpt.span.of(article.text))}"

    lines = []
    for one in found:
        stands = wording.verdict(one.verdict) if one.verdict is not None else _("not compared")
        sure = f" ({wording.confidence(one.confidence)}, {one.confidence:.2f})" if one.verdict is not None else ""
        lines.append(f"{words(one.left)} | {words(one.right)}")
        lines.append("    " + "; ".join([stands + sure, *map(wording.doubt, one.doubts)]))
    return "\n".join(lines) or _("no two figures of one dimension")


def _articles(comparison: Comparison) -> Iterator[str]:
    yield _("Compared: {what}").format(what=wording.origins(comparison))
    for at, article in enumerate(comparison.articles):
        count = wording.words(sum(1 for _token in tokens(article.text)))
        updated = _("updated {when}").format(when=locales.minute(article.revised)) if article.revised else ""
        known = (article.name, article.headline, locales.day(article.published), updated, count)
        yield from _wrapped(
            " · ".join(_one_line(part) for part in known if part), f"  [{account_letter(at)}] ", "      "
        )


def _figures(comparison: Comparison, choices: Choices) -> Iterator[str]:
    what = wording.clashes(comparison, dismissed(comparison, choices.decisions))
    yield from ("", _("Figures: {what}").format(what=what))
    if unread := wording.unread(comparison):
        yield from _wrapped(_one_line(unread), "  ", "  ")
    for row in comparison.ledger:
        yield from _row(comparison, row)
        yield from _ruled(choices, finding_ids.of_row, comparison, row)


def _ruled(choices: Choices, name: Callable[[Comparison, T], str], comparison: Comparison, finding: T) -> list[str]:
    """What the reader decided on a finding."""
    told = ruling(choices.decisions.get(name(comparison, finding))) if choices.decisions else None
    said = ": ".join(filter(None, (told.label, told.reason, told.note))) if told else ""
    return _wrapped(_one_line(said), "      ", "      ") if said else []


def _row(comparison: Comparison, row: LedgerRow) -> Iterator[str]:
    yield f"  {_SIGN[row.verdict]} {wording.standing(row).upper()}: {_one_line(wording.counted(row))}"
    for mention in row.mentions:
        article = comparison.article(mention.excerpt.article)
        said = f"{_one_line(comparison.text(mention.excerpt)):<28}  {_one_line(article.name)}"
        yield f"      {said}{_source(article, mention)}"
    worst = wording.worst(row)
    if worst:
        yield from _wrapped(wording.judgement(comparison, row, worst), "      ", "      ")


def _passages(comparison: Comparison, found: Counts, choices: Choices) -> Iterator[str]:
    shared = wording.apart(wording.shared_passages(found.left.passages), found.dismissed.passages)
    yield from ("", shared if comparison.passages else _("No shared passages found."))
    for number, passage in enumerate(comparison.passages, 1):
        yield from _passage(comparison, number, passage, choices)


def _lacked(comparison: Comparison, choices: Choices) -> Iterator[str]:
    if comparison.passages:
        yield from ("", _("Passages that an account lacks though most have them"))
    for number, passage in enumerate(comparison.passages, 1):
        yield from _passage(comparison, number, passage, choices)


def _quotations(comparison: Comparison, found: Counts, choices: Choices) -> Iterator[str]:
    if comparison.quotations:
        yield from ("", wording.apart(_("Quotations"), found.dismissed.quotations))
        yield from _wrapped(_("between underscores: words that the first wording has not"), "  ", "  ")
    for number, quotation in enumerate(comparison.quotations, 1):
        yield from _wrapped(_one_line(wording.quotation(comparison, quotation)), f"  {number}. ", "     ")
        for credit, apart in zip(quotation.credits, altered_words(comparison, quotation), strict=True):
            article = comparison.article(credit.excerpt.article)
            said = f" {LEFT_OUT} ".join(_marked(article, span, apart) for span in credit.spans)
            line = f"{article.name}, {wording.credited_in(comparison, credit)}: {said}"
            yield from _wrapped(_one_line(line), "     ", "       ")
        for excerpt in quotation.told:
            name, words = comparison.article(excerpt.article).name, comparison.words(excerpt)
            line = f"{name}, {_('in its own words, not quoted')}: {words}"
            yield from _wrapped(_one_line(line), "     ", "       ")
        yield from _ruled(choices, finding_ids.of_quotation, comparison, quotation)


def _marked(article: Article, span: Span, apart: Sequence[Span]) -> str:
    """The words of a stretch, those that differ between underscores."""
    said, at = "", span.start
    for one in apart:
        if span.contains(one):
            said += f"{article.text[at : one.start]}_{one.of(article.text)}_"
            at = one.end
    return said + article.text[at : span.end]


def _own(comparison: Comparison) -> Iterator[str]:
    if comparison.own_marks:
        yield from ("", _("Marked by the reader"))
    for number, mark in enumerate(comparison.own_marks, 1):
        said = ": ".join(filter(None, (wording.own_mark(mark.kind), mark.note)))
        yield from _wrapped(_one_line(said), f"  {number}. ", "     ")
        for excerpt in mark.excerpts:
            name = _one_line(comparison.article(excerpt.article).name)
            yield from _wrapped(f"{name}: {_one_line(comparison.words(excerpt))}", "     ", "       ")


def _passage(comparison: Comparison, number: int, passage: Passage, choices: Choices) -> Iterator[str]:
    alike = wording.alike_in_full(passage.score, passage.relation)
    yield f"  {number}. {wording.passage(comparison, passage)}, {alike}"
    for excerpt in passage.excerpts:
        name = _one_line(comparison.article(excerpt.article).name)
        yield from _wrapped(f"{name}: {_one_line(comparison.words(excerpt))}", "     ", "       ")
    yield from _ruled(choices, finding_ids.of_passage, comparison, passage)


def _rest(comparison: Comparison) -> Iterator[str]:
    if comparison.names:
        yield from ("", _("Names written in more than one way"))
        for variants in comparison.names:
            yield from _wrapped(_one_line(wording.name(comparison, variants)), "  ", "    ")
    if any(len(origin.articles) > 1 or origin.agency for origin in comparison.origins):
        yield from ("", _("Origins"))
        for origin in sorted(comparison.origins, key=lambda one: comparison.place(one.articles[0])):
            yield from _wrapped(_one_line(wording.origin(comparison, origin)), "  ", "    ")
    if comparison.coverage:
        yield from ("", _("Coverage"))
        for coverage in sorted(comparison.coverage, key=lambda one: comparison.place(one.article)):
            name = comparison.article(coverage.article).name
            yield from _wrapped(_one_line(f"{name}: {wording.coverage(coverage)}"), "  ", "    ")


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False) or [first]


def _one_line(text: str) -> str:
    """`text` on one line, and nothing in it that a terminal would obey."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
