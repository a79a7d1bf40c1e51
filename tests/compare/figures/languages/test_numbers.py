"""Number words and digits of other languages, one by one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.compare.figures.languages import SUPPORTED, figures_of, words
from reader.compare.figures.languages.amount import Amount
from reader.compare.figures.languages.digits import plain
from reader.compare.figures.languages.numbers import amount
from reader.compare.figures.languages.tables import grammar
from reader.text.spans import Span


def number(text: str, language: str) -> Amount | None:
    return amount(words(text, Span(0, len(text)), language), 0, grammar(language))


@pytest.mark.parametrize(
    ("written", "decimal", "value"),
    [
        ("1.234,56", ",", 1234.56),
        ("1,234.56", ",", 1234.56),
        ("3.500", ",", 3500),
        ("3,5", ",", 3.5),
        ("3.5", ",", 3.5),
        ("3,500", ".", 3500),
        ("1.234.567", ",", 1_234_567),
        ("41 000", ",", 41_000),
        ("41\u202f000,5", ",", 41_000.5),
        ("41\u00a0000", ",", 41_000),
        ("12’500", ",", 12_500),
        ("1'234'567.50", ".", 1_234_567.5),
        ("١٬٢٣٤٫٥", ".", 1234.5),
        ("１２．５", ".", 12.5),
        ("0,500", ",", 0.5),
        ("1.23.456", ",", None),
        ("10.12.14", ",", None),
        ("1,2,3", ",", None),
    ],
)
def test_digits(written: str, decimal: str, value: float | None) -> None:
    read = plain(written, decimal)
    assert (read[0] if read is not None else None) == value


@pytest.mark.parametrize(
    ("language", "written", "value"),
    [
        ("es", "dieciséis", 16),
        ("es", "ciento veintiún mil trescientos cuarenta y cinco", 121_345),
        ("es", "novecientos noventa y nueve mil novecientos noventa y nueve", 999_999),
        ("es", "mil millones", 1_000_000_000),
        ("es", "3 millones 200 mil", 3_200_000),
        ("fr", "soixante-dix-sept", 77),
        ("fr", "quatre-vingts", 80),
        ("fr", "quatre-vingt-onze", 91),
        ("fr", "septante-deux", 72),
        ("fr", "neuf cent quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf", 999_999),
        ("fr", "deux mille dix-huit", 2018),
        ("de", "siebenhundertsechsundfünfzigtausendvierhundertzwölf", 756_412),
        ("de", "einundzwanzig", 21),
        ("de", "hundertzwei", 102),
        ("de", "dreieinhalb", 3.5),
        ("de", "eine Million", 1_000_000),
        ("it", "novantanovemilanovecentonovantanove", 99_999),
        ("it", "trentotto", 38),
        ("it", "un milione e mezzo", 1_500_000),
        ("pt", "novecentos e noventa e nove mil e um", 999_001),
        ("pt", "dezessete", 17),
        ("pt", "mil e duzentos", 1200),
        ("ru", "девятьсот девяносто девять тысяч девятьсот девяносто девять", 999_999),
        ("ru", "двумя тысячами тремястами", 2300),
        ("ru", "полторы тысячи", 1500),
        ("ru", "2 млн 300 тыс", 2_300_000),
        ("ar", "ثلاثمئة وخمسة وعشرون ألفا", 325_000),
        ("ar", "خمسة عشر", 15),
        ("ar", "ألفين وخمسمئة", 2500),
        ("zh", "二十万零五百", 200_500),
        ("zh", "九十九万九千九百九十九", 999_999),
        ("zh", "十二", 12),
        ("zh", "1亿2000万", 120_000_000),
        ("zh", "三亿半", 350_000_000),
    ],
)
def test_number_words(language: str, written: str, value: float) -> None:
    found = number(written, language)
    assert found is not None
    assert (found.low, found.end) == (value, len(words(written, Span(0, len(written)), language).words))


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [("es", "dos", "tres"), ("fr", "vingt", "trente"), ("pt", "cem", "duzentos"), ("ru", "пять", "десять")],
)
def test_two_numbers_beside_one_another_are_two(language: str, first: str, second: str) -> None:
    found = number(f"{first} {second}", language)
    assert found is not None
    assert found.end == 1


@given(st.sampled_from(sorted(SUPPORTED)), st.text(max_size=80))
@settings(max_examples=300)
def test_any_text_is_read_without_complaint(language: str, text: str) -> None:
    sentence = words(text, Span(0, len(text)), language)
    last = 0
    for one in figures_of(sentence, language):
        assert last <= one.reading.first < one.reading.end <= len(sentence.words)
        last = one.reading.end


def test_a_million_digits_are_no_number() -> None:
    assert number("1" * 1_000_000, "de") is None
    assert number("zwei" * 10_000, "de") is None
