"""Where a translation stands between two wordings the languages are named, and no word is marked as differing."""

import datetime as dt

import pytest

from reader import wording
from reader.article import Article
from reader.compare.comparison import Alignment, Comparison, Excerpt, Passage, Relation
from reader.export import as_text
from reader.export.listing import held_against_first
from reader.export.marked_runs import MarkedRun
from reader.export.report import QuotedSource
from reader.export.report_builder import report
from reader.text.spans import Span

MADE = dt.datetime(2026, 11, 30, tzinfo=dt.UTC)
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
    assert "reworded (English, Spanish), alike, 70 of 100" in as_text.comparison_text(comparison)


def test_words_that_differ_are_marked_within_a_language_only(comparison: Comparison) -> None:
    marked = [
        [any(run.differs for run in cited.runs) for cited in card.wordings]
        for card in report(comparison, MADE).passages
    ]
    assert marked == [[False, True], [False, False]]


def test_without_languages_every_wording_is_held_against_the_first() -> None:
    wordings = [QuotedSource(n, (MarkedRun(text),)) for n, (_code, text) in enumerate(TEXTS.values(), 1)]
    marked = [any(run.differs for run in cited.runs) for cited in held_against_first(wordings)]
    assert marked == [False, True, True]
