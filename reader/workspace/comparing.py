"""Comparing articles that need not be in a library."""

from collections.abc import Sequence

from reader.article import Article
from reader.compare.comparison import Comparison, Figure
from reader.progress import Progress, silent
from reader.settings import Settings


def compare_articles(articles: Sequence[Article], settings: Settings, progress: Progress = silent) -> Comparison:
    """Compare articles that need not be in a library; RapidFuzz is loaded on the first call."""
    from reader.compare.engine import compare

    return compare(articles, settings.compare, progress)


def figures_of(article: Article) -> tuple[Figure, ...]:
    """Every figure of one article, each with what it counts."""
    from reader.compare import figures
    from reader.compare.witness import Witness

    return figures.read(Witness.of(article))
