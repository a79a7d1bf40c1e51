"""Where a translation stands between two wordings the languages are named, and no word is marked as differing."""

import pytest

from reader import wording
from reader.article import Article
from reader.compare.comparison import Alignment, Comparison, Excerpt, Passage, Relation
from reader.export import as_text
from reader.export.findings import Findings
from reader.export.listing import held_against_first
from reader.text.spans import Span

TEXTS = {
    "one": ("en", "The ferry ran aground on Tuesday."),
    "two": ("en", "On Tuesday a ferry ran aground."),
    "three": ("es", "El ferri encalló el martes."),
}


@pytest.fixture
def comparison() -> Comparison:
    articles = tuple(Article(name, text, language=code) for name, (code, text) in TEXTS.items())
    spans = {a.id: Excerpt(a.id, Span(0, len(a.text))) for a in articles}
    both = Passage(Relation.REWORDED, 80.0, (spans["one"], spans["two"]), (Alignment(0, 1, 80.0),))
    across = Passage(Relation.REWORDED, 70.0, (spans["one"], spans["three"]), (Alignment(0, 1, 70.0),))
    return Comparison(articles, (both, across))


def test_languages_are_named_where_there_are_several(comparison: Comparison) -> None:
    assert [wording.passage(comparison, p) for p in comparison.passages] == ["reworded", "reworded (English, Spanish)"]
    assert "reworded (English, Spanish), 70" in as_text.comparison_text(comparison)


def test_words_that_differ_are_marked_within_a_language_only(comparison: Comparison) -> None:
    cards = [Findings(comparison).card(n, p) for n, p in enumerate(comparison.passages)]
    marked = [[any(run.differs for run in cited.runs) for cited in card.wordings] for card in cards]
    assert marked == [[False, True], [False, False]]


def test_without_languages_every_wording_is_held_against_the_first(comparison: Comparison) -> None:
    wordings = Findings(comparison).card(1, comparison.passages[1]).wordings
    assert any(run.differs for run in held_against_first(wordings)[1].runs)
