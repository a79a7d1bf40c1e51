"""The tables that figures are read by: every form stands once in its class, every unit has a dimension and a factor."""

from collections import Counter
from collections.abc import Iterator

import pytest

from reader.compare.figures.quantities.units import UNITS, in_base
from reader.lexicon import load
from reader.text.folding import folded

UNIT_TABLES = load("units")


def doubles(forms: list[str]) -> list[str]:
    return [form for form, count in Counter(forms).items() if count > 1]


@pytest.mark.parametrize("role", ["forms", "nouns"])
def test_a_predicate_form_stands_in_one_class(role: str) -> None:
    assert doubles([form for entry in load("scopes")["predicates"].values() for form in entry.get(role, ())]) == []


def test_a_thing_stands_in_one_class() -> None:
    assert doubles([form for entry in load("scopes")["things"].values() for form in entry["forms"]]) == []


def test_what_classes_name_exists() -> None:
    table = load("scopes")
    for entry in table["predicates"].values():
        assert set(entry.get("merged", ())) <= set(table["things"])
    assert set(table["sums"]) <= set(table["actions"])


def test_every_unit_has_a_dimension_a_factor_and_a_form() -> None:
    names = [name for table in UNIT_TABLES.values() for name in table]
    assert doubles(names) == []
    for table in UNIT_TABLES.values():
        for entry in table.values():
            assert entry["factor"] > 0
            assert entry.get("forms") or entry.get("signs")


@pytest.mark.parametrize("role", ["forms", "signs"])
def test_a_form_of_a_unit_stands_once(role: str) -> None:
    assert (
        doubles([form for table in UNIT_TABLES.values() for entry in table.values() for form in entry.get(role, ())])
        == []
    )


def test_forms_are_folded() -> None:
    for table in UNIT_TABLES.values():
        for entry in table.values():
            assert [f for f in entry.get("forms", ()) if f != f.lower()] == []
    for name in ("units", "tens", "multipliers", "ordinals", "parts", "vague"):
        assert [f for f in load("numbers")[name] if f != folded(f)] == []


def test_number_words_stand_in_one_table() -> None:
    names = ("units", "tens", "multipliers", "plurals")
    assert doubles([form for name in names for form in load("numbers")[name]]) == []


def test_a_modifier_means_one_thing() -> None:
    for place in ("before", "after"):
        assert doubles([form for forms in load("modifiers")[place].values() for form in forms]) == []


def test_conversions() -> None:
    assert in_base(10, "km") == pytest.approx(in_base(6.2137, "mile"), rel=1e-4)
    assert in_base(100, "C") == pytest.approx(in_base(212, "F"))
    assert in_base(2, "week") == in_base(14, "day")
    assert UNITS["USD"].dimension == "money"


def words_of_lists(table: object) -> Iterator[str]:
    """Every word in the lists and keys of a table."""
    if isinstance(table, dict):
        for key, value in table.items():
            yield from [key] if isinstance(value, int | float) else words_of_lists(value)
    elif isinstance(table, list):
        yield from (word for word in table if isinstance(word, str))


AS_WRITTEN = {"money_letters", "glued_signs", "close_behind", "capitals", "number", "dimensions", "units", "adverbs"}
"""Lists whose words stand as they are written, or that hold the program's own names."""


def test_the_small_words_of_figures_are_folded() -> None:
    for table in load("figures").values():
        for name, forms in table.items():
            if name not in AS_WRITTEN:
                assert [f for f in words_of_lists(forms) if f != folded(f) and f not in ("½", "⁄", "”", "″")] == [], (
                    name
                )


@pytest.mark.parametrize("section", ["scores", "dates", "names", "composition", "units"])
def test_a_small_word_stands_once_in_its_list(section: str) -> None:
    for name, forms in load("figures")[section].items():
        if isinstance(forms, list):
            assert doubles(forms) == [], name
