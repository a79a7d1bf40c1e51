"""Snippets show where the words stand, with marks that lie on them."""

from hypothesis import given
from hypothesis import strategies as st

from reader.search import snippet
from reader.search.snippets import best_stretch
from reader.text.spans import Span

LONG = (
    "Nothing happened here. " * 60
    + "Then the dockers of Port Velim\nbegan their strike. "
    + "Nothing more was said. " * 60
)


def marked(found):
    return [mark.of(found.text) for mark in found.marks]


def test_the_stretch_with_most_words_is_shown():
    found = snippet(LONG, "strike docker")
    assert marked(found) == ["dockers", "strike"]
    assert "dockers of Port Velim began their strike" in found.text
    assert len(found.text) <= 240


def test_marks_lead_back_into_the_article():
    found = snippet(LONG, "velim")
    (mark,) = found.marks
    assert LONG[found.at + mark.start : found.at + mark.end] == "Velim"


def test_no_word_is_cut():
    found = snippet(LONG, "strike", width=60)
    words = LONG.split()
    assert all(word in words for word in found.text.split())


def test_phrases_prefixes_and_spellings_are_marked():
    assert marked(snippet(LONG, '"port velim"')) == ["Port Velim"]
    assert marked(snippet(LONG, "dock*")) == ["dockers"]
    assert marked(snippet(LONG, "dokcers~")) == ["dockers"]


def test_without_the_words_it_is_the_beginning():
    found = snippet("  \nA quiet day.", "strike")
    assert (found.text, found.marks, found.at) == ("A quiet day.", (), 3)
    assert snippet("", "strike").text == ""


def test_words_far_apart_are_cut_where_the_snippet_ends():
    text = "storm " + "and more " * 60 + "harbour " + "and more " * 60
    found = snippet(text, '"storm harbour"~99', width=100)
    assert found.text.startswith("storm and more")
    assert (found.marks[0].start, found.marks[0].end) == (0, len(found.text))
    assert len(found.text) <= 100
    assert found.text.endswith(("and", "more"))


def test_unspaced_writing():
    found = snippet("昨天港口罢工开始", "罢工", language="zh")
    assert marked(found) == ["罢工"]


def test_no_word_is_cut_where_room_is_left_for_a_part_of_it():
    assert snippet("strike strike strike strike", "strike", width=22).text == "strike strike strike"


def test_a_megabyte_on_one_line_is_quick_and_short():
    found = snippet("x" * 500_000 + " strike " + "y" * 500_000, "strike")
    assert marked(found) == ["strike"]
    assert len(found.text) <= 500
    assert len(snippet("strike " * 150_000, "strike").text) <= 240


@given(st.text(), st.text(), st.integers(1, 300))
def test_any_text_and_query(text, query, width):
    found = snippet(text, query, width)
    assert len(found.text) <= max(width, len(text))
    assert 0 <= found.at <= len(text)
    for mark in found.marks:
        assert isinstance(mark, Span)
        assert 0 <= mark.start < mark.end <= len(found.text)


@given(
    st.lists(st.sampled_from(["strike", "pier", "mayor", "sea", "\n", "…", "🚢"]), max_size=200), st.integers(20, 200)
)
def test_marks_lie_on_words_of_the_query(words, width):
    found = snippet(" ".join(words), "strike pier", width)
    assert set(marked(found)) <= {"strike", "pier"}
    assert bool(found.marks) == bool({"strike", "pier"} & set(words))


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 9), st.integers(0, 2)), max_size=30), st.integers(0, 60))
def test_no_other_stretch_has_more(gaps, width):
    """What is told in one go, as a stretch moves on, is what comes of looking at each stretch by itself."""
    found, end = [], 0
    for gap, length, which in gaps:
        found.append((end + gap, end + gap + length, which))
        end += gap + length
    stretches = [
        [one for number, one in enumerate(found) if number == first or (number > first and one[1] <= start + width)]
        for first, (start, _end, _which) in enumerate(found)
    ]
    best = max(stretches, key=lambda some: (len({which for *_, which in some}), len(some)), default=None)
    assert best_stretch(found, width) == ((best[0][0], best[-1][1]) if best else (0, 0))
