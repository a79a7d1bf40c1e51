"""What a report says: every sentence once, every link to a place, worst first, nothing unsaid."""

import dataclasses
import datetime as dt

import pytest

from reader.compare.comparison import Comparison, Verdict
from reader.export.marks import letter
from reader.export.report import Report
from reader.export.spreads import groups
from reader.export.telling import report

from . import story

MADE = dt.datetime(2026, 3, 5, 12, tzinfo=dt.UTC)


def told(comparison: Comparison) -> Report:
    return report(comparison, MADE)


def words_of(one: Report, source: int) -> str:
    """All the text that a report shows of an article, folds aside, without white space."""
    cells = [cell for spread in one.spreads for line in spread.lines for cell in line.cells if cell.source == source]
    runs = (run.text for cell in cells for part in cell.paragraphs if part.kind != "fold" for run in part.runs)
    return "".join("".join(runs).split())


@pytest.mark.parametrize("copies", [1, 2, 6])
def test_every_word_of_every_article_stands_there_once(copies: int) -> None:
    comparison = story.comparison()
    more = [
        dataclasses.replace(article, id=f"{article.id}{n}") for n in range(1, copies) for article in comparison.articles
    ]
    whole = dataclasses.replace(comparison, articles=(*comparison.articles, *more))
    one = told(whole)
    for source, article in enumerate(whole.articles, 1):
        folds = "".join(span.of(article.text) for span in article.boilerplate)
        assert words_of(one, source) == "".join(
            article.text.replace(folds, "").split() if folds else article.text.split()
        )


def test_every_link_of_the_listings_leads_to_a_place() -> None:
    one = told(story.comparison())
    targets = {cited.to for entry in one.ledger for cited in entry.cells}
    targets |= {cited.to for card in (*one.passages, *one.quotations) for cited in card.wordings}
    assert len(targets) == 14
    assert targets <= one.places


def test_worst_comes_first_and_reasons_name_their_articles() -> None:
    comparison = story.comparison()
    one = told(dataclasses.replace(comparison, ledger=comparison.ledger[::-1]))
    assert [(e.letter, e.verdict) for e in one.ledger] == [
        ("A", Verdict.CONFLICT), ("B", Verdict.TENSION), ("C", Verdict.AGREE),
    ]  # fmt: skip
    assert one.ledger[0].why[0].startswith("1/2: ")
    assert one.ledger[1].why[-1] == "2/3: may be an update: the later article has the higher count"


def test_words_that_differ_are_runs_of_their_own() -> None:
    first, second = told(story.comparison()).passages[1].wordings
    assert not any(run.differs for run in first.runs)
    assert [run.text for run in second.runs if run.differs] == ["and not one"]


def test_a_very_long_wording_is_cut_in_listings() -> None:
    comparison = story.comparison()
    text = "Word " * 2_000
    article = dataclasses.replace(story.WIRE, text=text)
    other = story.at(story.GAZETTE, "We had twenty minutes")
    passage = dataclasses.replace(comparison.passages[0], excerpts=(other, story.at(article, text)))
    card = told(Comparison((story.GAZETTE, article), (passage,))).passages[0]
    runs = card.wordings[1].runs
    assert sum(len(run.text) for run in runs) < 500
    assert [(run.text, run.differs) for run in runs[1:]] == [(" … [1928 more words]", False)]


def test_the_same_wording_is_listed_once() -> None:
    comparison = story.comparison()
    copy = dataclasses.replace(story.EVENING, text="THE OLD BRIDGE, built in 1911, is closed!")
    bridge = comparison.passages[2]
    excerpts = (bridge.excerpts[0], story.at(copy, copy.text))
    (card,) = told(Comparison((story.GAZETTE, copy), (dataclasses.replace(bridge, excerpts=excerpts),))).passages
    (only,) = card.wordings
    assert [(stand.source, stand.to) for stand in only.stands] == [(1, "p1-1"), (2, "p1-2")]


def test_badges_of_one_place_stand_in_order_and_the_shortest_passage_colours() -> None:
    comparison = story.comparison()
    long = story.at(story.GAZETTE, "“We had twenty minutes, no more,” said Mayor Irena Kovář. The old bridge")
    short = story.at(story.GAZETTE, "“We had twenty minutes, no more,” said")
    first, second, _third = comparison.passages
    passages = (dataclasses.replace(second, excerpts=(short, second.excerpts[1])),
                dataclasses.replace(first, excerpts=(long, first.excerpts[1])))  # fmt: skip
    one = told(dataclasses.replace(comparison, passages=passages, ledger=()))
    cells = [cell for line in one.spreads[0].lines for cell in line.cells if cell.source == 1]
    runs = [run for cell in cells for part in cell.paragraphs for run in part.runs if run.relation]
    assert [badge.number for badge in runs[0].badges] == [1, 2]
    assert runs[0].relation is second.relation
    assert runs[-1].relation is first.relation


@pytest.mark.parametrize(
    ("count", "sizes"), [(2, [2]), (5, [5]), (6, [3, 3]), (7, [3, 4]), (9, [3, 3, 3]), (20, [4] * 5)]
)
def test_groups(count: int, sizes: list[int]) -> None:
    assert [len(group) for group in groups(count)] == sizes
    assert [n for group in groups(count) for n in group] == list(range(count))


def test_letters() -> None:
    assert [letter(n) for n in (0, 25, 26, 27, 51, 52, 701, 702)] == ["A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]


def test_excerpts_in_boilerplate_leave_no_dangling_link() -> None:
    comparison = story.comparison()
    hidden = story.at(story.GAZETTE, "Subscribe to our newsletter")
    passage = dataclasses.replace(comparison.passages[0], excerpts=(hidden, comparison.passages[0].excerpts[1]))
    one = told(dataclasses.replace(comparison, passages=(passage,)))
    assert "p1-1" not in one.places
    assert "p1-2" in one.places
