"""Comparing articles that need not be in a library."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.article import Article
from reader.compare.options import CompareOptions
from reader.progress import Progress, silent
from reader.settings import Settings
from reader.vectors.lazy_encoder import Encoder, missing
from reader.vectors.sources import NOWHERE, VectorSource

if TYPE_CHECKING:  # RapidFuzz comes with the engine, on the first comparison
    from reader.compare.comparison import Comparison, Explanation, Figure, FigureOmission
    from reader.compare.engine import Analysis
    from reader.compare.options import FigureOptions


ENCODER = Encoder()
"""The one of this process: loaded when first wanted, let go when idle."""


def compare_articles(articles: Sequence[Article], settings: Settings, progress: Progress = silent) -> "Comparison":
    """Compare articles that need not be in a library; RapidFuzz is loaded on the first call."""
    if settings.compare.meaning:
        ENCODER.begin()
    from reader.compare.engine import compare

    return compare(articles, settings.compare, progress, _source(settings, ENCODER))


def meaning_missing() -> str:
    """What to tell who compares by meaning where the encoder is not installed; empty where it is."""
    return missing()


def explain_figures(articles: Sequence[Article], settings: Settings) -> "tuple[Explanation, ...]":
    """For any two figures of one dimension in different articles why they are compared or not."""
    from reader.compare.engine import explain

    return explain(articles, settings.compare.figures, _source(settings, ENCODER))


def _source(settings: Settings, source: VectorSource) -> VectorSource:
    return source if settings.compare.meaning else NOWHERE


class ComparisonCache:
    """Compares, and keeps the last weighing: while a cutoff moves, the same articles are only concluded upon."""

    def __init__(self, source: VectorSource = ENCODER) -> None:
        """`source` gives the vectors of sentences, where the settings want them."""
        self._source = source
        self._last: tuple[tuple[Article, ...], FigureOptions, bool, Analysis] | None = None

    def compare(self, articles: Sequence[Article], settings: Settings, progress: Progress = silent) -> "Comparison":
        """As `compare_articles`. Two threads at once may each weigh; neither ever sees the other's half."""
        from reader.compare.engine import conclude, weigh

        given, options, last = tuple(articles), settings.compare, self._last
        if last is not None and last[:3] == (given, options.figures, options.meaning):
            return conclude(last[3], options.passages)
        weighed = weigh(given, options.figures, progress, _source(settings, self._source))
        self._last = (given, options.figures, options.meaning, weighed)
        return conclude(weighed, options.passages)


def warm_up() -> None:
    """Load, by comparing two sentences, all that the first comparison would load while a person waits for it."""
    without = replace(Settings(), compare=CompareOptions(meaning=False))
    compare_articles([Article("one", _FIRST), Article("other", _SECOND)], without)


_FIRST = "Three people were hurt on Monday when a tram left its rails, police said."
_SECOND = "“We heard a bang,” said Ana Kos. At least four people were injured in the tram, police said on Monday."


_TELLING = 8
"""Words of a line of which a language may be told that is not its neighbours'."""


def line_articles(lines: Sequence[str]) -> Iterator[Article]:
    """Each line as an article without masthead or boilerplate, all of it prose.

    A line has the language of all of them, or its own where it is long enough to tell and figures are read in it.
    """
    from reader.compare.figures.languages import SUPPORTED
    from reader.importing.language import ENGLISH, UNKNOWN, language_of

    whole = language_of("\n".join(lines))
    usual = ENGLISH if whole == UNKNOWN else whole
    for line in lines:
        own = language_of(line) if len(line.split()) >= _TELLING else usual
        yield Article("line", line, language=own if own == ENGLISH or own in SUPPORTED else usual)


def figures_of(article: Article) -> "tuple[Figure, ...]":
    """Every figure of one article, each with what it counts."""
    from reader.compare import figures
    from reader.compare.witness import Witness

    return figures.read(Witness.of(article))


def figures_omitted(article: Article) -> "tuple[FigureOmission, ...]":
    """What of an article is not read for figures: tables of numbers, and what is beyond measure."""
    from reader.compare import figures
    from reader.compare.witness import Witness

    return figures.omissions(Witness.of(article))


def has_unread_figures(article: Article) -> bool:
    """Whether the figures of an article are not read, for want of knowing its language."""
    from reader.compare.figures.foreign import unread

    return bool(unread([article]))
