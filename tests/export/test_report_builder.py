"""What a report says: every sentence once, every link to a place, worst first, nothing unsaid."""

import dataclasses
import datetime as dt
from itertools import combinations

import pytest

from reader.article import Article
from reader.compare import finding_ids
from reader.compare.comparison import Bounds, Comparison, Excerpt, Passage, Relation, Verdict
from reader.export import as_html, shares
from reader.export.choices import Choices
from reader.export.listing import distinct
from reader.export.marked_runs import row_name
from reader.export.report import DecisionEntry, Report
from reader.export.report_builder import report
from reader.text.spans import Span
from reader.wording.lines import account_letter

from . import story

MADE = dt.datetime(2026, 3, 5, 12, tzinfo=dt.UTC)


def told(comparison: Comparison) -> Report:
    return report(comparison, MADE)


def words_of(one: Report, source: int) -> str:
    """All the text that a report shows of an article, folds aside, without white space."""
    cells = [*one.wholes, *(cell for spread in one.spreads for line in spread.lines for cell in line.cells)]
    parts = (part for cell in cells if cell.source == source for part in cell.paragraphs if part.kind != "fold")
    runs = (run.text for part in parts for run in part.runs)
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
    assert len(targets) == 16
    assert targets <= one.places


def test_worst_comes_first_and_reasons_name_their_articles() -> None:
    comparison = story.comparison()
    one = told(dataclasses.replace(comparison, ledger=comparison.ledger[::-1]))
    assert [(e.name, e.verdict) for e in one.ledger] == [
        ("F1", Verdict.CONFLICT), ("F2", Verdict.TENSION), ("F3", Verdict.LOOK), ("F4", Verdict.AGREE),
    ]  # fmt: skip
    assert one.ledger[0].why[0] == "A/B: “Some 5,800” is far below “Almost 8,000”"
    assert one.ledger[1].why[-1] == "B/C: may be an update: the later article has the higher count"


def test_what_is_worth_a_look_has_a_heading_of_its_own_and_a_number_apart() -> None:
    comparison = story.comparison()
    one = told(comparison)
    assert [entry.heading for entry in one.ledger] == [
        "Figures that clash", "", "Worth a look: these may count the same and would then clash", "Figures that fit",
    ]  # fmt: skip
    assert not one.ledger[2].clashes
    assert one.ledger[2].why == (
        "B/C: 1.4 metres is below two metres",
        "not sure that both count the same: only one says where, only one says when",
    )
    assert [(t.number, t.verdict) for t in one.tallies[:4]] == [
        ("1", Verdict.CONFLICT), ("1", Verdict.TENSION), ("1", Verdict.LOOK), ("1", Verdict.AGREE),
    ]  # fmt: skip
    certain = told(dataclasses.replace(comparison, ledger=comparison.ledger[:2]))
    assert [entry.heading for entry in certain.ledger] == ["", ""]
    assert Verdict.LOOK not in {tally.verdict for tally in certain.tallies}


def test_a_mention_says_who_says_it_and_as_of_when_where_its_words_leave_it_out() -> None:
    said = "Officials of the county said, as they stood on Tuesday" + " in the rain" * 20
    article = dataclasses.replace(story.WIRE, text=f"{said}, that 5,800 residents were moved out.\n")
    figure = story.figure(article, "5,800", 5800, Bounds(5800, 5800), "", said_by="Officials of the county")
    long = dataclasses.replace(figure, sentence=Span(0, len(article.text) - 1), as_of=story.at(article, "Tuesday").span)
    row = dataclasses.replace(story.comparison().ledger[0], mentions=(long,), judgements=())
    (cited,) = told(Comparison((story.GAZETTE, article), ledger=(row,))).ledger[0].cells
    assert cited.note == "Officials of the county, Tuesday"
    near = dataclasses.replace(row, mentions=(dataclasses.replace(long, as_of=story.at(article, "the rain,").span),))
    (cited,) = told(Comparison((story.GAZETTE, article), ledger=(near,))).ledger[0].cells
    assert cited.note == "Officials of the county"  # the rest stands in the words around the figure


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


def test_badges_of_one_place_stand_in_order_and_the_more_accounts_share_the_deeper_it_is() -> None:
    comparison = story.comparison()
    long = story.at(story.GAZETTE, "“We had twenty minutes, no more,” said Mayor Irena Kovář. The old bridge")
    short = story.at(story.GAZETTE, "“We had twenty minutes, no more,” said")
    first, second, _third = comparison.passages
    passages = (dataclasses.replace(second, excerpts=(short, second.excerpts[1])),
                dataclasses.replace(first, excerpts=(long, first.excerpts[1])))  # fmt: skip
    one = told(dataclasses.replace(comparison, passages=passages, ledger=()))
    cells = [cell for line in one.spreads[0].lines for cell in line.cells if cell.source == 1]
    runs = [run for cell in cells for part in cell.paragraphs for run in part.runs if run.depth]
    assert [badge.number for badge in runs[0].badges] == [1, 2]
    assert [run.depth for run in runs] == sorted((run.depth for run in runs), reverse=True)


def test_letters() -> None:
    assert [account_letter(n) for n in (0, 4, 19, 25, 26, 27)] == ["A", "E", "T", "Z", "AA", "AB"]
    assert [row_name(n) for n in (0, 25)] == ["F1", "F26"]


def test_excerpts_in_boilerplate_leave_no_dangling_link() -> None:
    comparison = story.comparison()
    hidden = story.at(story.GAZETTE, "Subscribe to our newsletter")
    passage = dataclasses.replace(comparison.passages[0], excerpts=(hidden, comparison.passages[0].excerpts[1]))
    one = told(dataclasses.replace(comparison, passages=(passage, *comparison.passages[1:])))
    assert "p1-1" not in one.places
    assert "p1-2" in one.places


def test_decisions_stand_with_what_they_are_about_and_what_was_dismissed_comes_last() -> None:
    comparison = story.comparison()
    one = report(comparison, MADE, story.choices(comparison))
    assert [entry.scope for entry in one.ledger] == [
        "people hurt", "water stood … deep", "year the bridge was built", "people moved out",
    ]  # fmt: skip
    assert one.ledger[-1].heading == "Dismissed by the reader"
    ruling = one.ledger[-1].ruling
    assert ruling == DecisionEntry(
        "dismissed", "Dismissed by the reader, 6 Mar 2026", "The county counts guests of hotels too.", "Ask the county."
    )
    assert [ruling.note for card in one.passages for ruling in card.rulings] == ["Both from the town's page?"]
    assert [said.ruling.kind for said in one.quotations if said.ruling] == ["confirmed"]
    assert one.tallies[0].number == "0"
    assert "The reader dismissed 1 more." in one.finding
    assert "ruling" in {mark.kind for mark in one.legend}


def test_where_an_article_came_from() -> None:
    comparison = story.comparison()
    first, second, _third = report(comparison, MADE, story.choices(comparison)).sources
    assert (first.imported, first.url) == ("5 Mar 2026", "https://gazette.example/flood")
    assert (second.imported, second.url) == ("", "")


def test_what_was_found_in_a_paragraph() -> None:
    assert told(story.comparison()).finding == (
        "3 articles, 3 origins: 3 shared passages; 1 quotation stands in more than one. Of 4 rows of figures: "
        "1 conflict, 1 may conflict, 1 worth a look: people moved out (conflict), people hurt (may conflict), "
        "“water stood … deep” (worth a look). "
        "Most that no other has stands in Evening Post: 1 sentence."
    )
    assert told(Comparison(story.ARTICLES)).finding == (
        "3 articles: 0 shared passages; 0 quotations stand in more than one. No figure could be held against another."
    )


def test_figures_are_marked_in_listings_too() -> None:
    bridge = told(story.comparison()).passages[2]
    marked = [run.text for cited in bridge.wordings for run in cited.runs if run.figure]
    assert marked == ["1911", "1911"]
    assert "".join(run.text for run in bridge.wordings[0].runs) == "The old bridge, built in 1911, is closed."


def test_more_than_three_stand_in_full_after_the_passages_they_share() -> None:
    comparison = story.comparison()
    fourth = dataclasses.replace(story.EVENING, id="late")
    one = told(dataclasses.replace(comparison, articles=(*comparison.articles, fourth)))
    assert one.spreads == ()
    assert [whole.source for whole in one.wholes] == [1, 2, 3, 4]
    assert one.sections.index("passages") < one.sections.index("side")
    assert one.words["side"] == "The accounts in full"


def test_a_listing_ends_where_nobody_reads_on_and_says_so() -> None:
    comparison = story.comparison()
    one = told(dataclasses.replace(comparison, passages=comparison.passages * 1_000))
    assert len(one.passages) == shares.WORDINGS // 2
    assert one.more == {
        "passages": "2,200 more passages are left out here. The comparison as JSON has all; a PDF has it attached."
    }


def test_where_many_passages_begin_a_few_have_badges_and_one_place_serves_all_links() -> None:
    comparison = story.comparison()
    one = told(dataclasses.replace(comparison, passages=comparison.passages[:1] * 9))
    runs = [run for line in one.spreads[0].lines for cell in line.cells for p in cell.paragraphs for run in p.runs]
    crowded = next(run for run in runs if run.badges)
    assert ([badge.number for badge in crowded.badges], crowded.more) == ([1, 2, 3, 4, 5], 4)
    assert len({one.landings[f"p{n}-1"] for n in range(1, 10)}) == 1


def test_a_headline_without_end_ends() -> None:
    comparison = Comparison((story.GAZETTE, dataclasses.replace(story.WIRE, headline="W" * 10_000, byline="By " * 999)))
    source = told(comparison).sources[1]
    assert len(source.headline) < 310
    assert len(source.byline) < 130


def test_what_many_accounts_tell_is_one_card_with_every_wording_once() -> None:
    sentence = "The ferry left the northern pier at noon with forty people."
    other = "At noon the ferry sailed off from the northern pier."
    texts = [sentence, sentence, other, sentence, other]
    articles = tuple(Article(f"a{n}", text, outlet=f"Post {n}") for n, text in enumerate(texts))
    pairs = tuple(
        Passage(
            Relation.VERBATIM if texts[a] == texts[b] else Relation.REWORDED,
            80 + a + b,
            (Excerpt(f"a{a}", Span(0, len(texts[a]))), Excerpt(f"a{b}", Span(0, len(texts[b])))),
        )
        for a, b in combinations(range(5), 2)
    )
    comparison = Comparison(articles, pairs)
    decided = {finding_ids.of_passage(comparison, pairs[2]): story.Decision("dismissed", "a set phrase")}
    one = report(comparison, MADE, Choices(decisions=decided))
    (card,) = one.passages
    assert (card.label, card.alike) == ("in all 5 accounts", "10 passages, 81 to 87 of 100")
    assert [numbers.words for numbers in card.numbers] == ["1", "2", "3", "4–5", "6", "7–8", "9", "10"]
    assert [[stand.source for stand in cited.stands] for cited in card.wordings] == [[1, 2, 4], [3, 5]]
    (ruling,) = card.rulings
    assert ruling.label.startswith("Passages 1, 3, 6: Dismissed by the reader")
    assert {one.landings[f"passage{n}"] for n in range(1, 11)} == {"passage1"}
    page = as_html.page(one)
    assert all(page.count(f'id="passage{n}"') == 1 for n in range(1, 11))


def test_one_of_many_accounts_with_two_stretches_of_one_thing_keeps_both() -> None:
    text = "The pier shut at noon. Nobody could leave the island before dark, the mayor said."
    whole, half, rest = Span(0, len(text)), Span(0, 22), Span(23, len(text))
    assert distinct(Excerpt("a", span) for span in (half, rest)) == (Excerpt("a", half), Excerpt("a", rest))
    assert distinct(Excerpt("a", span) for span in (half, whole)) == (Excerpt("a", whole),)
    assert len(distinct(Excerpt(article, half) for article in "ab")) == 2
