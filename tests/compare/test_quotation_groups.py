"""One utterance in the wordings of several accounts is one group, and no other words come into it."""

from dataclasses import replace

from reader.article import Article
from reader.compare import engine, quotation_groups, quotations
from reader.compare.comparison import Comparison, Excerpt, Passage, Quotation, Relation
from reader.compare.witness import Witness
from reader.text.spans import Span
from tests.compare.prose import HARBOUR, MARKET, RETOLD, article, witness


def groups(*texts: str) -> tuple[Comparison, tuple[Quotation, ...]]:
    named = [article(text, "abcdef"[n]) for n, text in enumerate(texts)]
    comparison = engine.compare(named)
    return comparison, comparison.quotations


def told(comparison: Comparison, quotation: Quotation) -> list[tuple[str, str]]:
    return [(c.excerpt.article, comparison.utterance(c)) for c in quotation.credits]


def test_one_utterance_in_two_wordings() -> None:
    comparison, (quotation,) = groups(HARBOUR, RETOLD, MARKET)
    assert [(c.excerpt.article, c.speaker) for c in quotation.credits] == [("a", "Clara Venn"), ("b", "Clara Venn")]
    assert told(comparison, quotation)[1] == ("b", "We heard metal scream and then the lights went out,")


def test_one_utterance_in_three_accounts_is_one_group() -> None:
    comparison, found = groups(
        "“Nobody warned us that the wall would give way,” Ada Lorn said. It rained.",
        "The wall fell. Ada Lorn told the Courier that “nobody had warned us the wall would give way.”",
        "“Nobody warned us,” Ada Lorn said, “that the wall would give way.” She left.",
    )
    (quotation,) = found
    assert told(comparison, quotation) == [
        ("a", "Nobody warned us that the wall would give way,"),
        ("b", "nobody had warned us the wall would give way."),
        ("c", "Nobody warned us, […] that the wall would give way."),
    ]


def test_what_is_cut_from_an_utterance_belongs_to_its_sentence_alone() -> None:
    comparison, found = groups(
        "“It was dark. Nobody warned us that the wall would give way. We ran,” Ada Lorn said.",
        "“Nobody warned us that the wall would give way,” Ada Lorn said.",
    )
    (quotation,) = found
    assert told(comparison, quotation)[0] == ("a", "Nobody warned us that the wall would give way.")


def test_sentences_that_follow_one_another_in_every_account_are_one_utterance() -> None:
    comparison, found = groups(
        "“Nobody warned us that the wall would give way. We ran for the old harbour office,” Ada Lorn said.",
        "“Nobody warned us that the wall would give way,” Ada Lorn said. “We ran for the old harbour office.”",
    )
    (quotation,) = found
    assert [article for article, _ in told(comparison, quotation)] == ["a", "b", "b"]


HALVES = (
    "“Nobody warned us that the wall would give way before the storm reached the old office,” {} said.",
    "“Nobody warned us that the wall would give way,” {} said.",
    "“Before the storm reached the old office,” {} said.",
)


def test_halves_of_one_utterance_make_no_second_group() -> None:
    _, found = groups(*(half.format("Ada Lorn") for half in HALVES))
    assert [tuple(c.excerpt.article for c in q.credits) for q in found] == [("a", "b", "c")]


def test_alike_and_alike_is_not_all_alike_where_two_are_said_to_speak() -> None:
    speakers = ("Ada Lorn", "Ada Lorn", "Jon Arvel")
    _, found = groups(*(half.format(name) for half, name in zip(HALVES, speakers, strict=True)))
    assert sorted(tuple(c.excerpt.article for c in q.credits) for q in found) == [("a", "b"), ("a", "c")]


def test_utterances_that_share_some_words_only_stay_apart() -> None:
    _, found = groups(
        "“Nobody warned us that the wall would give way,” Ada Lorn said.",
        "“Everybody warned the council that this wall was old,” Ben Tarn said.",
    )
    assert found == ()


def test_a_few_words_of_two_people_are_two_utterances() -> None:
    _, found = groups(
        "The wall was “badly built,” Ada Lorn said on Friday at the harbour.",
        "The new ferry was “badly built,” Ben Tarn said at the market.",
    )
    assert found == ()
    _, (one,) = groups(
        "The wall was “badly built,” Ada Lorn said on Friday at the harbour.",
        "“Badly built,” Ms. Lorn said of the town’s new wall.",
    )
    assert [c.speaker for c in one.credits] == ["Ada Lorn", "Lorn"]


def test_titles_and_words_held_up_are_in_no_group() -> None:
    _, found = groups(
        "Ada Lorn spoke on “Tell the Harbour” of “heroes” and so-called “friends of the old harbour wall.”",
        "Ben Tarn spoke on “Tell the Harbour” of “heroes” and so-called “friends of the old harbour wall.”",
    )
    assert found == ()


def test_the_words_that_differ_are_those_that_the_first_wording_has_not() -> None:
    comparison, (quotation,) = groups(
        "“We aren’t the first to warn of the wall’s colour and its 5,800 stones,” Ada Lorn said.",
        "“We are not the first,” Ada Lorn said, “to speak of the wall’s color and its 5800 stones.”",
    )
    apart = quotation_groups.altered_words(comparison, quotation)
    text = comparison.article("b").text
    assert [[span.of(text) for span in spans] for spans in apart] == [[], ["speak"]]


def test_what_others_tell_in_their_own_words_stands_beside() -> None:
    first = witness("It rained. “Nobody warned us that the wall would give way,” Ada Lorn said.", "a")
    second = witness("“Nobody warned us that the wall would give way,” said Ada Lorn.", "b")
    third = witness("No warning was given that the wall would fail.", "c")
    excerpts = (Excerpt("a", Span(11, 63)), Excerpt("b", Span(0, 52)), Excerpt("c", Span(0, 46)))
    passage = Passage(Relation.REWORDED, 90.0, excerpts)
    witnesses = (first, second, third)
    (quotation,) = quotation_groups.together(witnesses, quotations.find(witnesses), (passage,))
    assert quotation.told == (excerpts[2],)


def test_whom_the_accounts_credit() -> None:
    _, (quotation,) = groups(
        "“Nobody warned us that the wall would give way,” he said.",
        "“Nobody warned us that the wall would give way,” Mr. Lorn said.",
        "“Nobody warned us that the wall would give way,” said Adam Lorn.",
    )
    assert quotation_groups.credited(quotation) == ("Adam Lorn",)
    away = replace(quotation, credits=quotation.credits[:1])
    assert quotation_groups.credited(away) == ("he",)


def test_the_order_of_the_articles_changes_nothing() -> None:
    one, two = article(HARBOUR, "a"), article(RETOLD, "b")
    assert engine.compare([one, two]).quotations == engine.compare([two, one]).quotations


def test_whether_a_quotation_is_altered_is_found_as_by_its_words() -> None:
    for texts in ((HARBOUR, RETOLD, MARKET), (HARBOUR, HARBOUR), (RETOLD, HARBOUR, HARBOUR)):
        comparison, found = groups(*texts)
        assert found
        for quotation in found:
            words = quotation_groups.altered_words(comparison, quotation)
            assert quotation_groups.is_altered(comparison, quotation) == any(words)


def test_a_translation_is_the_same_utterance_where_a_passage_holds_both() -> None:
    said = "“We close the harbour on Monday,” said Clara Venn."
    other = "„Wir schließen den Hafen am Montag“, sagte Clara Venn."
    witnesses = (witness(said, "a"), Witness.of(Article("b", other, language="de")))
    excerpts = (Excerpt("a", Span(0, len(said))), Excerpt("b", Span(0, len(other))))
    passage = Passage(Relation.QUOTATION, 82.0, excerpts)
    assert quotation_groups.together(witnesses, quotations.find(witnesses), ()) == ()
    (found,) = quotation_groups.together(witnesses, quotations.find(witnesses), (passage,))
    assert [c.speaker for c in found.credits] == ["Clara Venn", "Clara Venn"]
    assert found.score == 82.0
    comparison = Comparison(tuple(w.article for w in witnesses), (passage,), quotations=(found,))
    assert quotation_groups.altered_words(comparison, found) == ((), ())
    assert not quotation_groups.is_altered(comparison, found)


def test_a_translation_credited_to_somebody_else_is_another_utterance() -> None:
    said = "“We close the harbour on Monday,” said Clara Venn."
    other = "„Wir schließen den Hafen am Montag“, sagte Jon Arvel."
    witnesses = (witness(said, "a"), Witness.of(Article("b", other, language="de")))
    excerpts = (Excerpt("a", Span(0, len(said))), Excerpt("b", Span(0, len(other))))
    passage = Passage(Relation.QUOTATION, 82.0, excerpts)
    assert quotation_groups.together(witnesses, quotations.find(witnesses), (passage,)) == ()
