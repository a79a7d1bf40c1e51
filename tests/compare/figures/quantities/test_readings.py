"""Figures in prose: units, ranges, modifiers, dates, and what is no quantity."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.compare.comparison import Modifier
from tests.compare.figures.reading_of import read, values, words_of


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It costs $2.5bn.", (2.5e9, 2.5e9), "USD"),
        ("They paid £3m for it.", (3e6, 3e6), "GBP"),
        ("It rose to €1,2 on Monday.", (1.2, 1.2), "EUR"),
        ("A loan of 420 million Swiss francs was made.", (4.2e8, 4.2e8), "CHF"),
        ("Shares fell 3.4 per cent.", (3.4, 3.4), "%"),
        ("It lost two percentage points.", (2, 2), "percentage point"),
        ("Winds of 120 km/h were measured.", (120, 120), "km per hour"),
        ("The site covers 12 square miles.", (12, 12), "square mile"),
        ("It fell to -12 degrees Celsius.", (-12, -12), "C"),
        ("Some 30 tonnes of rice arrived.", (30, 30), "tonne"),
        ("A 6.1-magnitude quake struck.", (6.1, 6.1), "magnitude"),
        ("The quake measured 7.2 on the Richter scale.", (7.2, 7.2), "magnitude"),
        ("Ann Lee, 34, was there.", (34, 34), "year"),
        ("A 63-year-old woman came.", (63, 63), "year"),
        ("Pumps shift 500 barrels a day there.", (500, 500), "barrel per day"),
        ("It will take 10 to 15 days.", (10, 15), "day"),
        ("It will take between five and 10 days.", (5, 10), "day"),
        ("They offered $3 million to $5 million.", (3e6, 5e6), "USD"),
        ("They offered $89 to $93 billion.", (89e9, 93e9), "USD"),
        ("The line is 10 km (6 miles) long.", (10, 10), "km"),
    ],
)
def test_measures(text: str, value: tuple[float, float], unit: str) -> None:
    found = [figure for figure in read(text) if figure.quantity.dimension != "date"]
    assert [(f.quantity.value, f.quantity.unit) for f in found] == [(pytest.approx(value), unit)]


@pytest.mark.parametrize(
    ("text", "modifier", "words"),
    [
        ("Some 2,300 homes burned.", Modifier.ABOUT, "Some 2,300"),
        ("A hundred or so came.", Modifier.ABOUT, "A hundred or so"),
        ("Nearly 8,000 came.", Modifier.ALMOST, "Nearly 8,000"),
        ("More than two dozen people died.", Modifier.MORE_THAN, "More than two dozen"),
        ("It has 20-plus rooms.", Modifier.MORE_THAN, "20-plus"),
        ("No fewer than 12 died.", Modifier.AT_LEAST, "No fewer than 12"),
        ("Forty or more came.", Modifier.AT_LEAST, "Forty or more"),
        ("Up to 75 planes flew.", Modifier.UP_TO, "Up to 75"),
        ("Fewer than 30 stayed.", Modifier.LESS_THAN, "Fewer than 30"),
        ("Dozens of people came.", Modifier.VAGUE, "Dozens"),
        ("Three or four men came.", Modifier.RANGE, "Three or four"),
    ],
)
def test_modifiers(text: str, modifier: Modifier, words: str) -> None:
    (figure,) = read(text)
    assert figure.quantity.modifier is modifier
    assert figure.excerpt.span.of(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "He held an AK-47 and a CN 235 flew by.",
        "The G7 met in the 4x4.",
        "A Boeing 737 and Flight 93 left.",
        "Call +1-555-234-1098 now.",
        "The Ravens won 3-1.",
        "He lives at 22 Acacia Avenue.",
        "One of the men said that one day this one would go.",
        "See www.example.com/p/12/34 for more.",
        "The attacks of 9/11 changed that.",
        "She had a .357 Magnum.",
        "Covid-19 was new in the 1990s style.",
        "No comment was made and there was no doubt.",
        "They called 911.",
    ],
)
def test_no_quantities(text: str) -> None:
    assert words_of(text) == []


@pytest.mark.parametrize(
    ("text", "value", "dimension"),
    [
        ("The bloc was founded in 1992.", 1992, "year"),
        ("It struck at 8:30 p.m. in town.", 20 * 60 + 30, "clock"),
        ("It struck at 0737 GMT.", 7 * 60 + 37, "clock"),
        ("It happened on July 2, 2013.", 20130702, "date"),
        ("It happened on 2 July 2013.", 20130702, "date"),
        ("It is twice as big.", 2, "ratio"),
        ("They invoked Article 4 of the pact.", 4, "reference"),
        ("They invoked the fourth article of the pact.", 4, "reference"),
        ("No one was killed.", 0, "count"),
        ("There were no casualties.", 0, "count"),
    ],
)
def test_moments_and_noughts(text: str, value: float, dimension: str) -> None:
    (figure,) = read(text)
    assert figure.quantity.value == (value, value)
    assert figure.quantity.dimension == dimension


def test_dates_are_worked_out_from_the_day_of_writing() -> None:
    found = read("It began last Wednesday and ended yesterday, on 3 March.", published="2021-03-04")
    assert [f.quantity.value[0] for f in found] == [20210303, 20210303, 20210303]
    assert read("It began last Wednesday and ended yesterday.") == ()


def test_converted_pairs_are_one_figure() -> None:
    (figure,) = read("It lies 10 km (6 miles) away.")
    assert [q.unit for q in figure.quantity.converted] == ["mile"]


@settings(max_examples=150)
@given(
    st.text(
        alphabet=st.sampled_from(list("0123456789 ,.-–/$€%()'\"abcdeot\n½")) | st.characters(codec="utf-8"),
        max_size=200,
    )
)
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    last = 0
    for figure in read(text):
        span = figure.excerpt.span
        assert 0 <= span.start < span.end <= len(text)
        assert figure.sentence.contains(span)
        assert span.start >= last
        last = span.end


_WORDS = [
    *(
        "over",
        "two",
        "hundred",
        "and",
        "dozens",
        "of",
        "people",
        "more",
        "than",
        "three",
        "million",
        "half",
        "a",
        "third",
    ),
    *("one", "12", "5,800", "$", "km", "per", "cent", "killed", "to", "2013", "July", "-", "(", ")", "no"),
]


@settings(max_examples=150)
@given(st.lists(st.sampled_from(_WORDS), max_size=30).map(" ".join))
def test_bounds_hold_the_value(text: str) -> None:
    for figure in read(text):
        low, high = figure.quantity.value
        for bounds in (figure.quantity.strict, figure.quantity.usual):
            assert bounds.low <= low
            assert bounds.high is None or figure.quantity.modifier is Modifier.VAGUE or bounds.high >= high


@pytest.mark.parametrize("text", ["1" * 100_000, "," * 100_000, "1," * 4_000, "-" * 50_000, "one hundred and " * 2_000])
def test_hostile_texts_are_read(text: str) -> None:
    assert len(values(text)) < 100_000
