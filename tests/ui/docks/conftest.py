"""Three invented articles with every kind of finding, put together by hand."""

from collections.abc import Callable

import pytest

from reader.article import Article
from reader.compare.comparison import (
    Comparison,
    Coverage,
    Credit,
    Excerpt,
    MarkKind,
    Name,
    Origin,
    OwnMark,
    Passage,
    Quotation,
    Relation,
    Spelling,
)
from reader.text.spans import Span

FIRST = "The mill at Tarn burned for two nights. “We lost the whole harvest,” said Ida Kowl. Subscribe to our letters."
SECOND = "The mill at Tarn burned for two nights. “We lost all of our harvest,” a farmer said. 🌾 Geese flew over."
THIRD = "Nobody was hurt at the mill. Ida Kohl owns it."


def at(article: Article, words: str) -> Excerpt:
    start = article.text.index(words)
    return Excerpt(article.id, Span(start, start + len(words)))


def compared() -> Comparison:
    foot = FIRST.index("Subscribe")
    one = Article("a1", FIRST, outlet="Tarn Post", boilerplate=(Span(foot, len(FIRST)),))
    two, three = Article("a2", SECOND, outlet="Hill Echo"), Article("a3", THIRD, outlet="Vale News")
    fire = "The mill at Tarn burned for two nights."
    return Comparison(
        articles=(one, two, three),
        own_marks=(OwnMark("x", MarkKind.HIGHLIGHT, (at(one, "two nights"),), "which?", "2031-05-04T10:00:00Z"),),
        passages=(Passage(Relation.VERBATIM, 99.0, (at(one, fire), at(two, fire))),),
        quotations=(
            Quotation(
                84.0,
                (
                    Credit(at(one, "“We lost the whole harvest,”"), "Ida Kowl"),
                    Credit(at(two, "“We lost all of our harvest,”")),
                ),
            ),
        ),
        names=(Name((Spelling("Ida Kowl", ("a1",)), Spelling("Ida Kohl", ("a3",)))),),
        origins=(Origin(("a3",)), Origin(("a1", "a2"), "", (at(one, fire), at(two, fire)))),
        coverage=(
            Coverage("a1", 0.8),
            Coverage("a2", 0.5, (at(two, "🌾 Geese flew over.").span,)),
            Coverage("a3", 0.0, (), (0,)),
        ),
    )


@pytest.fixture
def compare() -> Callable[[], Comparison]:
    """Makes the comparison."""
    return compared
