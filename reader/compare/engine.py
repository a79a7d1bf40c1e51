"""The order of the steps of a comparison, and nothing else: what is weighed once, and what every cutoff concludes."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from reader.article import Article
from reader.compare import coverage, figures, names, origins, passages, quotation_groups, quotations
from reader.compare.comparison import Comparison, Explanation, FigureOmission, LedgerRow, Name, Origin, Passage
from reader.compare.meaning import EmbeddingScorer
from reader.compare.options import (
    BALANCED,
    MAX_ARTICLES,
    MIN_ARTICLES,
    CompareOptions,
    FigureOptions,
    PassageOptions,
)
from reader.compare.passages.links import ScoredLinks
from reader.compare.quotations import Quote
from reader.compare.witness import Witness
from reader.dataclass import dataclass
from reader.errors import UsageError
from reader.garbage import put_off
from reader.i18n import _
from reader.progress import Progress, silent
from reader.vectors.sources import NOWHERE, Pause, VectorSource

if TYPE_CHECKING:
    from reader.vectors.values import Vectors

LONGEST = 2_000_000
"""Characters of one article, and five times as many of all: a thousand pages; a table takes a minute or two."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that does not depend on the cutoffs on passages: kept while a slider moves, so that only `conclude` runs."""

    articles: tuple[Article, ...]
    witnesses: tuple[Witness, ...]
    names: tuple[Name, ...]
    quotes: tuple[Quote, ...]
    scored: ScoredLinks
    meaning: EmbeddingScorer
    """What their statements mean beside one another, for whoever asks."""
    balanced: tuple[Passage, ...]
    """The passages at the balanced cutoff: origins rest on them, and most comparisons ask for no other."""
    origins: tuple[Origin, ...]
    ledger: tuple[LedgerRow, ...]
    omitted: tuple[FigureOmission, ...]
    """What of the articles is not read for figures, in the order in which they were given."""


def compare(
    articles: Sequence[Article],
    options: CompareOptions | None = None,
    progress: Progress = silent,
    source: VectorSource = NOWHERE,
) -> Comparison:
    """What 2 to 20 articles share and where their figures conflict: the same whatever their order.

    `source` gives the vectors of sentences. Raises UsageError on too few or too many articles or two with one id, and
    `Cancelled` when `progress` does.
    """
    options = options or CompareOptions()
    return conclude(weigh(articles, options.figures, progress, source), options.passages)


def weigh(
    articles: Sequence[Article],
    options: FigureOptions | None = None,
    progress: Progress = silent,
    source: VectorSource = NOWHERE,
) -> Analysis:
    """Read the articles and weigh whatever they may share; raises as `compare` does.

    Origins are those of the balanced cutoff: copied text lies far above every cutoff.
    """
    check(articles)
    with put_off():  # all that is made here is needed to the end
        return _weighed(articles, options or FigureOptions(), progress, source)


def _weighed(articles: Sequence[Article], options: FigureOptions, progress: Progress, source: VectorSource) -> Analysis:
    ordered = sorted(articles, key=lambda a: (a.fingerprint, a.id))
    progress(0, 6, _("Reading sentences"))
    witnesses = tuple(Witness.of(article) for article in ordered)
    vectors = [vectors_of(w, source, partial(progress, 0, 6)) for w in witnesses]
    progress(1, 6, _("Names"))
    variants = names.find(witnesses)
    progress(2, 6, _("Quotations"))
    quoted = quotations.find(witnesses, variants)
    progress(3, 6, _("Passages"))
    scored = passages.score(witnesses, variants, quoted, vectors, progress)
    meaning = EmbeddingScorer.of(witnesses, vectors, scored)
    progress(4, 6, _("Origins"))
    balanced = passages.select(scored, BALANCED)
    sources = origins.find(witnesses, balanced)
    progress(5, 6, _("Figures"))
    ledger = figures.find(witnesses, sources, options, meaning, partial(progress, 5, 6, _("Figures")))
    progress(6, 6)
    omitted = tuple(one for witness in _in_order(articles, witnesses) for one in figures.omissions(witness))
    return Analysis(tuple(articles), witnesses, variants, quoted, scored, meaning, balanced, sources, ledger, omitted)


def explain(
    articles: Sequence[Article], options: FigureOptions | None = None, source: VectorSource = NOWHERE
) -> tuple[Explanation, ...]:
    """For any two figures of one dimension in different articles why they are compared or not."""
    weighed = weigh(articles, options, source=source)
    return figures.explain(weighed.witnesses, options, weighed.meaning)


def vectors_of(witness: Witness, source: VectorSource, pause: Pause) -> "Vectors | None":
    """The vectors of a witness's statements."""
    text = witness.article.text
    return source.vectors([s.of(text) for s in witness.statements], witness.article.language, pause)


def conclude(weighed: Analysis, options: PassageOptions = BALANCED) -> Comparison:
    """The comparison at given cutoffs."""
    found = weighed.balanced if options == BALANCED else passages.select(weighed.scored, options)
    quoted = quotation_groups.together(weighed.witnesses, weighed.quotes, found)
    return Comparison(
        articles=weighed.articles,
        passages=found,
        ledger=weighed.ledger,
        quotations=quoted,
        names=weighed.names,
        origins=weighed.origins,
        coverage=coverage.find(weighed.witnesses, found, weighed.ledger, quoted),
        below=passages.just_below(weighed.scored, options),
        figures_unread=figures.unread(_in_order(weighed.articles, weighed.witnesses)),
        figures_omitted=weighed.omitted,
    )


def _in_order(articles: Sequence[Article], witnesses: Sequence[Witness]) -> list[Witness]:
    """The witnesses as the articles were given."""
    of = {witness.article.id: witness for witness in witnesses}
    return [of[article.id] for article in articles]


def check(articles: Sequence[Article]) -> None:
    """Raise UsageError unless these can be compared."""
    if len(articles) < MIN_ARTICLES:
        raise UsageError(_("A comparison needs at least two articles."), _("Add another one."))
    if len(articles) > MAX_ARTICLES:
        raise UsageError(
            _("A comparison takes at most {most} articles; {count} were given.").format(
                most=MAX_ARTICLES, count=len(articles)
            ),
            _("Leave some out."),
        )
    longest = max(articles, key=lambda a: len(a.text))
    if len(longest.text) > LONGEST:
        raise UsageError(
            _("“{name}” is too long to be compared: it has {count} characters, and {most} are the most.").format(
                name=longest.headline or longest.name, count=f"{len(longest.text):,}", most=f"{LONGEST:,}"
            ),
            _("Import the part of it that tells of the event."),
        )
    if sum(len(a.text) for a in articles) > 5 * LONGEST:
        raise UsageError(
            _("These articles are too long together: they have more than {most} characters.").format(
                most=f"{5 * LONGEST:,}"
            ),
            _("Leave some out."),
        )
    if len({a.id for a in articles}) < len(articles):
        raise UsageError(_("The same article was given twice."), _("Name each article once."))
