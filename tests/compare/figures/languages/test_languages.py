"""Figures in other languages: for each a table of sentences, and what is read in them."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import wording
from reader.compare.figures.languages import SUPPORTED, figures_of, words
from reader.compare.figures.languages.readings import CountedQuantity
from reader.compare.figures.tokens import Sentence
from reader.text.spans import Span

TABLES = Path(__file__).with_name("sentences")


def cases(language: str) -> Iterator[tuple[str, list[list[str]]]]:
    """The sentences of a table, each with what is read in it."""
    found: list[tuple[str, list[list[str]]]] = []
    for line in tomllib.loads((TABLES / f"{language}.toml").read_text(encoding="utf-8"))["text"].splitlines():
        if line.startswith("  "):
            found[-1][1].append([field.strip() for field in line.split("|")])
        elif line:
            found.append((line, []))
    return iter(found)


def told(text: str, sentence: Sentence, one: CountedQuantity, fields: int) -> list[str]:
    """A reading as the tables write it, with as many fields as are asked for."""
    reading = one.reading
    value = f"{reading.low:.15g}" + (f"..{reading.high:.15g}" if reading.high != reading.low else "")
    unit = reading.unit if reading.dimension not in ("age", "clock") else reading.dimension
    unit = f"{unit} per {reading.rate}" if reading.rate else unit or reading.dimension
    noun = of(text, sentence, one.noun) if one.noun is not None else ""
    whole = [of(text, sentence, (reading.first, reading.end)), value, unit, wording.modifier(reading.modifier), noun]
    least = max(n for n, field in enumerate(whole, 1) if field)
    return [*whole, one.lemma][: max(fields, least)]


def of(text: str, sentence: Sentence, place: tuple[int, int]) -> str:
    return text[sentence.words[place[0]].start : sentence.words[place[1] - 1].end]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(language, text, expected, id=f"{language}-{n}")
        for language in sorted(SUPPORTED)
        for n, (text, expected) in enumerate(cases(language))
    ],
)
def test_sentences(language: str, text: str, expected: list[list[str]]) -> None:
    sentence = words(text, Span(0, len(text)), language)
    found = figures_of(sentence, language)
    lengths = [len(one) for one in expected] + [0] * len(found)
    assert [told(text, sentence, one, n) for one, n in zip(found, lengths, strict=False)] == expected


@pytest.mark.parametrize("language", sorted(SUPPORTED))
def test_each_language_has_its_sentences(language: str) -> None:
    assert len(list(cases(language))) >= 25
