"""Words are marked each for itself, phrases only where they are whole."""

from hypothesis import given
from hypothesis import strategies as st

from reader.search.occurrences import occurrences
from reader.text.spans import Span

QUAY = "The quay wall broke. A wall of stone, the quay, then Quay  Walls; walls and quay walls. Far walls."


def marked(text: str, query: str, language: str = "en") -> list[str]:
    return [span.of(text) for span, _number in occurrences(text, query, language)]


def test_a_phrase_is_marked_only_where_it_is_whole() -> None:
    assert marked(QUAY, '"quay wall"') == ["quay wall", "Quay  Walls", "quay walls"]
    assert marked(QUAY, '"wall quay"') == ["walls and quay"]  # the index keeps no little words
    assert marked(QUAY, '"stone broke"') == []


def test_words_near_each_other_are_one_stretch() -> None:
    assert marked(QUAY, '"wall stone"~2') == ["wall of stone"]
    assert marked(QUAY, '"broke stone"~2') == ["broke. A wall of stone"]
    assert marked(QUAY, '"broke stone"') == []
    assert marked("storm, storm and then harbour", '"storm harbour"~3') == ["storm and then harbour"]


def test_words_sought_alone_are_marked_beside_a_phrase() -> None:
    assert marked(QUAY, '"quay wall" far') == ["quay wall", "Quay  Walls", "quay walls", "Far"]
    assert marked(QUAY, '"quay wall" wall') == ["quay wall", "wall", "Quay  Walls", "walls", "quay walls", "walls"]
    assert marked(QUAY, '"quay wall" sto*') == ["quay wall", "stone", "Quay  Walls", "quay walls"]
    assert marked("quay wall sea", '"quay wall" "wall sea"') == ["quay wall sea"]


def test_repeated_words_are_counted_once() -> None:
    assert marked("bye bye bye bye bye", '"bye bye"') == ["bye bye", "bye bye"]


def test_what_is_several_forms_is_a_phrase_without_quotation_marks() -> None:
    assert marked("a well-known quay, known well, well known", "well-known") == ["well-known", "well known"]
    assert marked("罢工在开始，罢工开始了", "罢工开始", "zh") == ["罢工开始"]
    assert marked("un accord, d'ailleurs l'accord", "l'accord", "fr") == ["accord", "l'accord"]


def test_spans_are_apart_and_numbered_by_the_query() -> None:
    assert occurrences("pier and quay wall", '"quay wall" pier') == [(Span(0, 4), 1), (Span(9, 18), 0)]


WORDS = ("quay", "wall", "pier", "sea")


@given(
    st.lists(st.sampled_from(WORDS), max_size=40),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=4),
    st.integers(1, 4),
)
def test_a_phrase_is_found_where_the_index_finds_it(text: list[str], phrase: list[str], slop: int) -> None:
    """In order, each word at most so many places after the one before it, as Whoosh has it."""
    reached = {at for at, word in enumerate(text) if word == phrase[0]}
    for wanted in phrase[1:]:
        reached = {
            at for at, word in enumerate(text) if word == wanted and any(0 < at - one <= slop for one in reached)
        }
    found = marked(" ".join(text), f'"{" ".join(phrase)}"~{slop}')
    assert bool(found) == bool(reached)
    for one in found:
        words = one.split()
        assert (words[0], words[-1]) == (phrase[0], phrase[-1])


@given(st.text(), st.text(), st.sampled_from(["en", "fr", "zh"]))
def test_any_text_and_query(text: str, query: str, language: str) -> None:
    before = 0
    for span, _number in occurrences(text, query, language):
        assert before <= span.start < span.end <= len(text)
        before = span.end


def test_an_uncertain_spelling_stands_for_the_words_that_the_index_names() -> None:
    spellings = (("qauy", ("quay",)),)
    found = occurrences("Quays and a quad by the qauy.", "qauy~", spellings=spellings)
    assert [span.of("Quays and a quad by the qauy.") for span, _number in found] == ["Quays", "qauy"]
    assert marked("Quays and a quad by the qauy.", "qauy~") == ["qauy"]
