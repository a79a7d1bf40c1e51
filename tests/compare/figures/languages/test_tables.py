"""The tables of other languages hold what their readers ask of them."""

from collections import Counter
from typing import Any

import pytest

from reader.compare.figures.languages import SUPPORTED
from reader.compare.figures.quantities.units import UNITS
from reader.lexicon import load
from reader.paths import shipped
from reader.text.folding import folded

LANGUAGES = sorted(SUPPORTED)


def table(language: str) -> dict[str, Any]:
    return load(f"figures/{language}")


def test_every_table_is_supported() -> None:
    files = {path.stem for path in (shipped("data") / "lexicon" / "figures").glob("*.toml")}
    assert files - {"common"} == SUPPORTED


@pytest.mark.parametrize("language", LANGUAGES)
def test_units_are_those_of_the_other_tables(language: str) -> None:
    assert set(table(language)["units"]) - set(UNITS) <= {"age"}
    assert set(load("figures/common")["signs"]) <= set(UNITS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["cardinals", "scales", "units", "months", "nouns"])
def test_a_form_stands_in_one_place(language: str, name: str) -> None:
    forms = Counter(folded(form) for forms in table(language)[name].values() for form in set(map(folded, forms)))
    assert [form for form, count in forms.items() if count > 1] == []


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "zh"])
def test_a_year_has_twelve_months(language: str) -> None:
    assert sorted(map(int, table(language)["months"])) == list(range(1, 13))


@pytest.mark.parametrize("language", LANGUAGES)
def test_vague_words_mean_what_all_languages_mean(language: str) -> None:
    assert set(table(language)["vague"]) <= set(load("figures/common")["vague"])
