"""What is read in sentences from fifteen kinds of news, and of the kinds that are easily misread: a table of them."""

import tomllib
from pathlib import Path

import pytest

from reader import wording
from reader.compare.comparison import Figure
from tests.compare.figures.reading_of import read

TABLE = Path(__file__).with_name("sentences") / "en.toml"
NAMED = {"age", "clock", "year"}
"""Dimensions that the table names instead of their unit."""


def cases() -> list[tuple[str, list[str]]]:
    """Each sentence with what is read in it."""
    found: list[tuple[str, list[str]]] = []
    for text in tomllib.loads(TABLE.read_text(encoding="utf-8")).values():
        for line in text.splitlines():
            if line.startswith("  "):
                found[-1][1].append(line.strip())
            else:
                found.append((line, []))
    return found


def told(text: str, figure: Figure) -> str:
    """A figure as the table writes it."""
    quantity = figure.quantity
    low, high = quantity.value
    value = f"{low:.15g}" + (f"..{high:.15g}" if low != high else "")
    unit = quantity.dimension if quantity.dimension in NAMED else quantity.unit or quantity.dimension
    fields = [figure.excerpt.span.of(text), value, unit, wording.modifier(quantity.modifier)]
    return " | ".join(filter(None, fields))


@pytest.mark.parametrize(("text", "expected"), cases())
def test_what_is_read(text: str, expected: list[str]) -> None:
    assert [told(text, figure) for figure in read(text)] == expected
