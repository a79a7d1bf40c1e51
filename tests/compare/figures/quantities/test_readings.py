"""Figures in prose: units, ranges, modifiers, dates, and what is no quantity."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.compare.comparison import Modifier
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.quantities.readings import readings
from reader.compare.figures.tokens import words
from reader.text.spans import Span
from tests.compare.figures.reading_of import read, values, words_of

PIECE = 120
"""Words of a piece in which a text without sentences is read."""


def readings_of(text: str) -> list[ParsedQuantity]:
    """The readings of a text that is no prose, piece by piece."""
    return [r for piece in words(text, Span(0, len(text))).pieces(PIECE) for r in readings(piece)]


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
    "text",
    [
        "He held an AK-47 and a CN 235 flew by.",
        "The G7 met in the 4x4.",
        "A Boeing 737 and Flight 93 left.",
        "Call +1-555-234-1098 now.",
        "He lives at 22 Acacia Avenue.",
        "One of the men said that one day this one would go.",
        "See www.example.com/p/12/34 for more.",
        "Covid-19 was new in the 737s.",
        "No comment was made and there was no doubt.",
        "They called 911.",
        "He doubled down a year ago.",
        "He works a day, then calls 112.",
        "The case, No. 10-277, was argued.",
        "The hacker known as Fox 2.0 denied it.",
        "Flight No. 93 and Symphony No. 9 are names.",
        "It works 24/7 and is a 50-50 affair.",
        "It breaks 18 U.S.C. 1519 and Rule 11.",
        "It was found on highway 12 there.",
        "Ring 0800 123 456 or call 555-1234.",
        "It met ISO 3888-2 with an iPhone 12.",
        "Leaders of the Group of Seven nations talked about trade again.",
        "He lives at 9 E 71st St, off 83rd Street.",
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
    (days,) = read("The fair is held from May 3 to 5.", published="2021-04-04")
    assert days.quantity.value == (20210503, 20210505)


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


@pytest.mark.parametrize(
    ("text", "values_", "dimension", "unit"),
    [
        # a unit told in two, and half of one
        ("The suspect is 6ft 2in tall.", (6 + 2 / 12,) * 2, "length", "foot"),
        ("The suspect is 6'2\" tall.", (6 + 2 / 12,) * 2, "length", "foot"),
        ("The suspect is six-foot-two.", (6 + 2 / 12,) * 2, "length", "foot"),
        ("She weighs 9st 7lb.", (9.5, 9.5), "mass", "stone"),
        ("He got two years and six months.", (2.5, 2.5), "duration", "year"),
        ("It lies half a mile away.", (0.5, 0.5), "length", "mile"),
        ("It took three quarters of an hour.", (0.75, 0.75), "duration", "hour"),
        ("It lost half a per cent.", (0.5, 0.5), "percent", "%"),
        # money and large counts
        ("It cost $5mn.", (5e6, 5e6), "money", "USD"),
        ("“We need $5.6” billion, he said.", (5.6e9, 5.6e9), "money", "USD"),
        ("It cost €40.000 then.", (40_000, 40_000), "money", "EUR"),
        ("Petrol costs $3.459 a gallon.", (3.459, 3.459), "money", "USD per gallon"),
        ("Water costs $2 per 1,000 litres.", (2, 2), "money", "USD per 1,000 litre"),
        ("Brewers sold 44m hectolitres.", (44e6, 44e6), "volume", "hectolitre"),
        ("Between 1.5 and 2 million voted.", (1.5e6, 2e6), "count", ""),
        ("Some fee of €3m-€5m was paid.", (3e6, 5e6), "money", "EUR"),
        # rates, ratios, multiples
        ("There were 1.2 deaths per 100,000 people.", (1.2, 1.2), "rate", "per 100,000"),
        ("There were 12 road deaths for every 1,000 cars.", (12, 12), "rate", "per 1,000"),
        ("There is a one-in-three chance.", (1 / 3, 1 / 3), "ratio", ""),
        ("It hits 1 in 5 homes.", (0.2, 0.2), "ratio", ""),
        ("It hits nine out of ten homes.", (0.9, 0.9), "ratio", ""),
        ("It has three times as many rooms.", (3, 3), "ratio", "times"),
        ("Sales saw a 1.5-fold rise.", (1.5, 1.5), "ratio", "times"),
        ("Sales rose tenfold.", (10, 10), "ratio", "times"),
        # degrees, ages, calibres, speed
        ("It fell to –9C at night.", (-9, -9), "temperature", "C"),
        ("Temperatures in the low 90s are likely.", (90, 99), "angle", "degree"),
        ("Leaders in their 80s stayed.", (80, 89), "age", "year"),
        ("A man in his late forties fled.", (40, 49), "age", "year"),
        ("Adults aged 18 to 64 may apply.", (18, 64), "age", "year"),
        ("She had a .38-calibre pistol.", (0.38, 0.38), "calibre", "calibre"),
        ("She had a .357 Magnum.", (0.357, 0.357), "calibre", "magnum"),
        ("The probe does 17 km/s now.", (17, 17), "speed", "km per second"),
        # places in a row
        ("She is the No. 3 Democrat there.", (3, 3), "rank", ""),
        ("He is the world number two.", (2, 2), "rank", ""),
        ("They came 4th.", (4, 4), "rank", ""),
        ("He sits for the 16th District.", (16, 16), "rank", ""),
        # times
        ("The oath was taken at noon.", (720, 720), "clock", ""),
        ("The curfew ends at midnight.", (0, 0), "clock", ""),
        ("It fell at half past nine.", (570, 570), "clock", ""),
        ("It fell at 9 o'clock in the evening.", (1260, 1260), "clock", ""),
        ("It fell at 14h30.", (870, 870), "clock", ""),
        ("She ran it in 2:03:45 there.", (7425, 7425), "duration", "second"),
        ("The fair opens on April 30.", (430, 430), "day", ""),
        ("The fair opens in mid May.", (500, 500), "day", ""),
        ("The fair is on from May 3-5.", (503, 505), "day", ""),
        ("The fair is on from 3 to 5 May 2013.", (20130503, 20130505), "date", ""),
        ("Families of 9/11 victims came.", (911, 911), "day", ""),
        ("She was at the 9/12 march.", (912, 912), "day", ""),
        ("Music of the 1990s was played.", (1990, 1999), "year", ""),
        ("Music of the '60s was played.", (1960, 1969), "year", ""),
        ("It won the 2014-15 season.", (2014, 2015), "year", ""),
        ("It cited an 1898 ruling.", (1898, 1898), "year", ""),
        # two values that are no range
        ("They voted 348-77 for it.", (348, 77), "tally", ""),
        ("The bill passed 52 to 48.", (52, 48), "tally", ""),
        ("It was a 6-to-3 ruling.", (6, 3), "tally", ""),
        ("Halden beat Orrel 3-1.", (3, 1), "score", ""),
        ("Halden lost 1-3.", (1, 3), "score", ""),
        ("She went 3-for-5 again.", (3, 5), "score", ""),
        ("The relay team clocked 3:21.4 there.", (201.4, 201.4), "duration", "second"),
        ("He won in 27:05.17 again.", (1625.17, 1625.17), "duration", "second"),
        ("They were outnumbered 10:1 there.", (10, 10), "ratio", ""),
        ("It sold for twice its estimate.", (2, 2), "ratio", "times"),
        ("It was a category 4 storm.", (4, 4), "rank", ""),
        ("The road is shut at junction 12.", (12, 12), "rank", ""),
        ("It greeted the 10,000th visitor.", (10_000, 10_000), "ordinal", ""),
        ("It is open to 16- to 24-year-olds.", (16, 24), "age", "year"),
        ("Shares rose by 5 to 10 per cent.", (5, 10), "percent", "%"),
        ("It took more than an hour.", (1, 1), "duration", "hour"),
        ("It rose by a full percentage point.", (1, 1), "percent", "percentage point"),
        ("Enrolment has halved there.", (0.5, 0.5), "ratio", "times"),
        ("She finished ninth.", (9, 9), "rank", ""),
        ("It was the ninth in a row.", (9, 9), "rank", ""),
        ("The party holds 112 of the seats.", (112, 112), "count", ""),
        ("The game ended 0-0.", (0, 0), "score", ""),
    ],
)
def test_kinds_of_figures(text: str, values_: tuple[float, float], dimension: str, unit: str) -> None:
    (figure,) = read(text)
    assert figure.quantity.value == pytest.approx(values_)
    assert (figure.quantity.dimension, figure.quantity.unit) == (dimension, unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve of the 30 passengers died.", [12, 30]),
        ("None of the 30 passengers died.", [0, 30]),
        ("All but 3 of the 30 passengers died.", [27, 30]),
        ("Most of the 300 detainees were freed.", [300]),
        ("Five out of 12 hostages were freed.", [5, 12]),
        ("A third of the 90 houses burnt.", [1 / 3, 90]),
        ("Fifteen of the 19 Sept. 11 hijackers came by air.", [15, 19, 911]),
        ("From Dec. 22 through Jan. 25 it was shut for 35 days.", [1222, 125, 35]),
        ("A March 31-April 4 survey asked 1,000 adults.", [331, 404, 1000]),
        ("The sets went 6-4, 4-6, 7-6.", [6, 4, 7]),
        ("Shares rose 1.2p to 45.6p.", [1.2, 45.6]),
        ("On the highway 12 people died.", [12]),
        ("It was 40C, then 104 F again.", [40, 104]),
        ("It reached -5C, 38 degrees Celsius in the hall.", [-5, 38]),
    ],
)
def test_every_figure_of_a_sentence_is_read(text: str, expected: list[float]) -> None:
    assert [low for low, _high in values(text)] == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12³ peo\u00adple died.", [12]),
        ("Some 1\u200b000 houses burned.", [1000]),
        ("Some 4\u2060,\u2060000 houses burned.", [4000]),
        ("Thir\u00adteen houses burned.", [13]),
    ],
)
def test_what_is_not_seen_parts_no_number(text: str, expected: list[float]) -> None:
    assert [low for low, _high in values(text)] == expected


def test_invisible_characters_stay_in_the_span() -> None:
    text = "Fire took 1\u200b000 houses."
    assert words_of(text) == ["1\u200b000"]


@pytest.mark.parametrize("text", ["1" * 100_000, "," * 100_000, "1," * 4_000, "-" * 50_000, "one hundred and " * 2_000])
def test_hostile_texts_are_read(text: str) -> None:
    assert len(values(text)) < 100_000


def test_a_million_digits_are_no_figure() -> None:
    assert values("Serial " + "1" * 1_000_000 + " was found.") == []


def test_ten_thousand_figures_are_read_one_by_one() -> None:
    found = readings_of("Fire took 12 houses, 30 barns and 7 sheds. " * 3_334)
    assert [r.low for r in found[:3]] == [12, 30, 7]
    assert len(found) == 10_002


def test_a_table_is_read_cell_by_cell() -> None:
    table = "\n".join(f"Ward {n}\t{n * 3}\t{n},{n:03d}\t{n % 100}.5%" for n in range(1, 500))
    found = readings_of(table)
    assert {r.dimension for r in found} >= {"count", "percent", "rank"}
    assert len(found) >= 3 * 490
