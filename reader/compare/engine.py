"""The order of the steps of a comparison, and nothing else."""

from collections.abc import Sequence

from reader.article import Article
from reader.compare import coverage, figures, names, origins, passages, quotations
from reader.compare.comparison import Comparison
from reader.compare.options import CompareOptions
from reader.compare.witness import Witness
from reader.errors import UsageError
from reader.i18n import _
from reader.progress import Progress, silent

LEAST, MOST = 2, 20


def compare(
    articles: Sequence[Article], options: CompareOptions | None = None, progress: Progress = silent
) -> Comparison:
    """What 2 to 20 articles share and where their figures conflict: the same whatever their order.

    Raises UsageError on too few or too many articles or two with one id, and `Cancelled` when `progress` does.
    """
    options = options or CompareOptions()
    check(articles)
    ordered = sorted(articles, key=lambda a: (a.fingerprint, a.id))
    progress(0, 6, _("Reading sentences"))
    witnesses = [Witness.of(article) for article in ordered]
    progress(1, 6, _("Names"))
    variants = names.find(witnesses)
    progress(2, 6, _("Quotations"))
    quoted = quotations.find(witnesses, variants)
    progress(3, 6, _("Passages"))
    scored = passages.score(witnesses, variants, quoted, options.passages, progress)
    found = passages.select(scored, options.passages)
    progress(4, 6, _("Origins"))
    sources = origins.find(witnesses, found)
    progress(5, 6, _("Figures"))
    ledger = figures.find(witnesses, sources, options.figures)
    progress(6, 6)
    return Comparison(
        articles=tuple(articles),
        passages=found,
        ledger=ledger,
        quotations=quotations.together(quoted, found),
        names=variants,
        origins=sources,
        coverage=coverage.find(witnesses, found),
        below=passages.just_below(scored, options.passages),
    )


def check(articles: Sequence[Article]) -> None:
    """Raise UsageError unless these can be compared."""
    if len(articles) < LEAST:
        raise UsageError(_("A comparison needs at least two articles."), _("Add another one."))
    if len(articles) > MOST:
        raise UsageError(
            _("A comparison takes at most {most} articles; {count} were given.").format(most=MOST, count=len(articles)),
            _("Leave some out."),
        )
    if len({a.id for a in articles}) < len(articles):
        raise UsageError(_("The same article was given twice."), _("Name each article once."))
