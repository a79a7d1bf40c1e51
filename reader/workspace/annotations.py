"""What a reader marked by hand, in the articles that are compared: kept by its words, shown among what was found."""

from collections.abc import Sequence
from dataclasses import replace

from reader import wording
from reader.article import Article
from reader.claims import Company, Mention
from reader.compare.comparison import (
    Alignment,
    Comparison,
    Excerpt,
    Figure,
    LedgerRow,
    MarkKind,
    OwnMark,
    Passage,
    Relation,
)
from reader.compare.options import FigureOptions
from reader.compare.witness import Witness
from reader.errors import ReaderError
from reader.i18n import _
from reader.library import Annotation, AnnotationKind, Library
from reader.text.spans import Span

_SURE = 100.0
"""The score of a passage that a person tied: nobody has to be sure besides."""


def applied(library: Library, comparison: Comparison, options: FigureOptions) -> Comparison:
    """A comparison with what its reader marked in these articles; ties stand among the passages and in the ledger."""
    marks = own_marks(library, comparison.articles)
    if not marks:
        return comparison
    passages = tuple(_passage(comparison, one) for one in marks if one.kind is MarkKind.PASSAGE)
    rows = [row for one in marks if one.kind is MarkKind.FIGURES and (row := _row(comparison, one, options))]
    ledger = sorted((*comparison.ledger, *rows), key=lambda row: -row.verdict.severity)
    return replace(comparison, passages=(*comparison.passages, *passages), ledger=tuple(ledger), own_marks=marks)


def own_marks(library: Library, articles: Sequence[Article]) -> tuple[OwnMark, ...]:
    """What the reader marked in these articles, the oldest first."""
    kept = library.annotations.all()
    if not kept:
        return ()
    company = Company(articles)
    return tuple(mark for one in kept if (mark := _placed(company, one)) is not None)


def note(library: Library, subject: str, words: str) -> None:
    """Another note on a mark; nothing happens where it is gone."""
    kept = next((one for one in library.annotations.all() if one.subject == subject), None)
    if kept is not None:
        library.annotations.add(kept.kind, kept.mentions, words)


def highlight(library: Library, comparison: Comparison, excerpt: Excerpt, note: str = "") -> Annotation:
    """Highlight words of one article, with a note or without."""
    return library.annotations.add(
        AnnotationKind.HIGHLIGHT, [_mention(comparison, _trimmed(comparison, excerpt))], note
    )


def tie_passages(library: Library, comparison: Comparison, excerpts: Sequence[Excerpt], note: str = "") -> Annotation:
    """Hold words of several articles to say the same."""
    trimmed = [_trimmed(comparison, one) for one in excerpts]
    _of_several(trimmed)
    return library.annotations.add(AnnotationKind.PASSAGE, [_mention(comparison, one) for one in trimmed], note)


def tie_figures(
    library: Library, comparison: Comparison, excerpts: Sequence[Excerpt], options: FigureOptions, note: str = ""
) -> Annotation:
    """Hold a figure in each of several stretches to count the same thing; ReaderError where that cannot be."""
    from reader.compare.figures.rows import regroup

    trimmed = [_trimmed(comparison, one) for one in excerpts]
    _of_several(trimmed)
    figures = [_figure(comparison, one, options) for one in trimmed]
    together = next((row for row in comparison.ledger if _holds(row, figures)), None)
    if together is not None:
        raise ReaderError(
            _("These figures stand in one row already: {scope}.").format(scope=wording.counted(together)),
            _("Look for it in the table of figures."),
        )
    if (found := regroup.obstacle([[figure] for figure in figures])) is not None:
        raise ReaderError(
            wording.not_together(comparison, *found), _("Tie them as a passage, or choose two figures of one kind.")
        )
    return library.annotations.add(AnnotationKind.FIGURES, [_mention(comparison, one.excerpt) for one in figures], note)


def _placed(company: Company, one: Annotation) -> OwnMark | None:
    """Where an annotation stands in these articles; None where it lacks what makes it one."""
    excerpts = {Excerpt(article.id, span) for mention in one.mentions for article, span in company.spans(mention)}
    least = 1 if one.kind is AnnotationKind.HIGHLIGHT else 2
    if len({excerpt.article for excerpt in excerpts}) < least:
        return None
    return OwnMark(one.subject, MarkKind(one.kind.value), tuple(sorted(excerpts)), one.note, one.made)


def _passage(comparison: Comparison, mark: OwnMark) -> Passage:
    first, *rest = (comparison.text(one).casefold().split() for one in mark.excerpts)
    relation = Relation.VERBATIM if all(other == first for other in rest) else Relation.REWORDED
    alignments = tuple(Alignment(0, n, _SURE) for n in range(1, len(mark.excerpts)))
    return Passage(relation, _SURE, mark.excerpts, alignments, own=mark.subject)


def _row(comparison: Comparison, mark: OwnMark, options: FigureOptions) -> LedgerRow | None:
    """The row of figures that a reader tied; None where they are no longer read as such."""
    from reader.compare.figures.rows import regroup

    try:
        figures = [_figure(comparison, one, options) for one in mark.excerpts]
    except ReaderError:
        return None
    return regroup.tied(comparison, figures, mark.subject)


def _figure(comparison: Comparison, excerpt: Excerpt, options: FigureOptions) -> Figure:
    """The one figure in a stretch of an article; ReaderError where there is none, or more than one."""
    from reader.compare import figures

    article = comparison.article(excerpt.article)
    read = figures.read(Witness.of(article), options)
    found = [one for one in read if one.excerpt.span.overlap(excerpt.span)]
    within = [one for one in found if excerpt.span.contains(one.excerpt.span)]
    found = within if len(within) == 1 else found
    words = _quoted(comparison, excerpt)
    if not found:
        raise ReaderError(
            _("No figure can be read in “{words}”.").format(words=words),
            _("Select the words of a number, or tie the words as a passage."),
        )
    if len(found) > 1:
        raise ReaderError(
            _("“{words}” holds several figures.").format(words=words), _("Select the words of one number only.")
        )
    # It stands under the id that the article has here.
    return replace(found[0], excerpt=Excerpt(article.id, found[0].excerpt.span))


def _holds(row: LedgerRow, figures: Sequence[Figure]) -> bool:
    inside = {mention.excerpt for mention in row.mentions}
    return all(figure.excerpt in inside for figure in figures)


def _of_several(excerpts: Sequence[Excerpt]) -> None:
    if len({excerpt.article for excerpt in excerpts}) < 2:
        raise ReaderError(
            _("A tie joins words of two articles."), _("Select words in one pane, then the others in another pane.")
        )


def _trimmed(comparison: Comparison, excerpt: Excerpt) -> Excerpt:
    """Without the white space at its ends; ReaderError where nothing else was selected."""
    article: Article = comparison.article(excerpt.article)
    words = excerpt.span.of(article.text)
    if not words.strip():
        raise ReaderError(_("No words are selected."), _("Select words in a pane first."))
    start = excerpt.span.start + len(words) - len(words.lstrip())
    return Excerpt(article.id, Span(start, start + len(words.strip())))


def _mention(comparison: Comparison, excerpt: Excerpt) -> Mention:
    return Mention.of(comparison.article(excerpt.article), excerpt.span)


def _quoted(comparison: Comparison, excerpt: Excerpt) -> str:
    words = " ".join(comparison.text(excerpt).split())
    return words if len(words) <= 60 else words[:60].rstrip() + "…"
