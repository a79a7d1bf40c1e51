"""What each dock lists."""

from dataclasses import replace

import pytest

from reader.article import Article
from reader.compare.comparison import Comparison, Excerpt, Passage, Relation
from reader.compare.finding_ids import Finding, SubjectKind
from reader.text.spans import Span
from reader.ui.docks import quotations
from reader.ui.docks.lists import (
    DOCKS,
    left_out_items,
    name_items,
    only_here_items,
    origin_items,
    origin_summary,
    passage_items,
)


def said(entries) -> list[tuple[str, list[str]]]:
    return [(e.text, [f"{c.label}|{c.text}|{c.note}" for c in e.children]) for e in entries]


def test_an_utterance_stands_in_the_words_of_each_with_whom_it_credits(compare) -> None:
    found = quotations.entries(compare())
    assert said(found) == [
        (
            "“We lost the whole harvest”",
            [
                "Tarn Post|“We lost the whole harvest,”|credits Ida Kowl",
                "Hill Echo|“We lost all of our harvest,”|no speaker named here",
            ],
        )
    ]
    first, second = found[0].children
    assert first.marks == ()
    assert [m.of(second.text) for m in second.marks] == ["all of our"]
    assert [e.article for e in second.excerpts] == ["a2", "a1"]


def test_an_interrupted_utterance_a_pronoun_and_what_is_told_without_marks(compare) -> None:
    whole = compare()
    first, second = whole.quotations[0].credits
    inside = second.excerpt.span
    cut = (Span(inside.start, inside.start + 8), Span(inside.start + 9, inside.end))
    told = Excerpt("a3", Span(0, 10))
    changed = replace(whole.quotations[0], credits=(first, replace(second, speaker="She", parts=cut)), told=(told,))
    (entry,) = quotations.entries(replace(whole, quotations=(changed,)))
    assert entry.text == "“We lost the whole harvest”"
    assert entry.note == "2 accounts, worded differently · Ida Kowl"
    _, interrupted, silent = entry.children
    assert interrupted.text == "“We lost […] all of our harvest,”"
    assert interrupted.note == "“she”, not clear who"
    assert (silent.label, silent.note) == ("Vale News", "in its own words, not quoted")
    assert silent.excerpts == (told,)


def test_a_base_leads_and_the_others_are_told_against_it(compare) -> None:
    whole = compare()
    first, second = quotations.entries(quotations.led_by(whole, "a2"))[0].children
    assert (first.label, first.marks) == ("Hill Echo", ())
    assert [m.of(second.text) for m in second.marks] == ["the whole"]
    assert quotations.entries(quotations.led_by(whole, "a3")) == quotations.entries(whole)
    assert quotations.led_by(whole, "") is whole


TOLD = "The ferry left at noon with forty people."


def told_by(*pairs: tuple[str, str], accounts: str = "abcdef") -> Comparison:
    """Articles that all say one thing, joined two by two."""
    articles = tuple(Article(one, TOLD, outlet=f"The {one.upper()}") for one in accounts)
    spans = [tuple(Excerpt(one, Span(0, len(TOLD))) for one in pair) for pair in pairs]
    return Comparison(articles, tuple(Passage(Relation.VERBATIM, 99.0, excerpts) for excerpts in spans))


def test_a_passage_of_two_is_one_line_that_leads_to_it() -> None:
    (entry,) = passage_items(told_by(("a", "b")))
    assert (entry.text, entry.note, entry.children) == (TOLD, "The A, The B", ())
    assert entry.finding == Finding(SubjectKind.PASSAGE, 0)


def test_of_two_articles_it_need_not_be_said_that_both_have_it() -> None:
    (entry,) = passage_items(told_by(("a", "b"), accounts="ab"))
    assert entry.note == ""


def test_what_several_pairs_share_is_told_once_with_a_line_for_each_passage() -> None:
    (entry,) = passage_items(told_by(("a", "b"), ("a", "c"), ("b", "c")))
    assert (entry.text, entry.note, entry.finding) == (TOLD, "The A, The B, The C · 3 passages", None)
    assert [one.article for one in entry.excerpts] == ["a", "b", "c"]
    assert [(line.label, line.note) for line in entry.children] == [
        ("The B", ""), ("The C", ""), ("The B", "also in The C")
    ]  # fmt: skip
    assert [line.finding for line in entry.children] == [Finding(SubjectKind.PASSAGE, n) for n in range(3)]


def test_many_accounts_are_counted_and_all_of_them_said_to_be_all() -> None:
    five = [("a", other) for other in "bcde"]
    assert passage_items(told_by(*five))[0].note == "in 5 accounts · 4 passages"
    assert passage_items(told_by(*five, accounts="abcde"))[0].note == "in all 5 accounts · 4 passages"


def test_only_here_and_missing_here(compare) -> None:
    found = only_here_items(compare())
    assert said(found) == [
        ("Hill Echo", ["|🌾 Geese flew over.|"]),
        ("Vale News", ["|The mill at Tarn burned for two nights.|missing here; in Tarn Post, Hill Echo"]),
    ]
    assert [e.article for e in found[1].children[0].excerpts] == ["a1", "a2"]


def test_spellings_lead_to_where_they_stand_first(compare) -> None:
    whole = compare()
    found = name_items(whole)
    assert said(found) == [("Ida Kowl", ["|Ida Kowl|in Tarn Post", "|Ida Kohl|in Vale News"])]
    assert [whole.text(e) for e in found[0].excerpts] == ["Ida Kowl", "Ida Kohl"]


def test_shared_origins_come_first_with_their_evidence(compare) -> None:
    found = origin_items(compare())
    assert [e.text for e in found] == [
        "Tarn Post, Hill Echo: one origin, by shared text; no agency named",
        "Vale News: no agency named",
    ]
    assert [c.label for c in found[0].children] == ["Tarn Post", "Hill Echo"]
    assert origin_summary(compare()) == "3 articles, 2 origins"


def test_what_was_left_out(compare) -> None:
    found = left_out_items(compare())
    assert said(found) == [("Tarn Post", ["|Subscribe to our letters.|"])]
    assert found[0].folds == "a1"
    assert found[0].note == "4 words left out"


@pytest.mark.parametrize("dock", DOCKS, ids=lambda dock: dock.name)
def test_nothing_to_list_is_no_failure(dock, compare) -> None:
    assert dock.entries(Comparison(articles=compare().articles[1:])) == ()
    assert dock.summary(compare())


def test_under_what_many_tell_no_account_is_heard_again_while_another_was_not() -> None:
    text = "The ferry left at noon with forty people."
    articles = tuple(Article(one, f"{one.upper()} says: {text}", outlet=one) for one in "abcd")
    pairs = tuple(
        Passage(Relation.REWORDED, 90, (Excerpt(one, Span(0, 40)), Excerpt(other, Span(0, 40))))
        for one, other in ("ab", "ac", "ad", "bc", "bd", "cd")
    )
    (item,) = passage_items(Comparison(articles, pairs))
    heard = [child.label for child in item.children]
    assert len(heard) == 6
    assert sorted(heard[:3]) == ["b", "c", "d"]
    assert max(heard.count(one) for one in "bcd") == 2
