"""Spellings of one name are brought together, names that only look alike are not."""

import pytest

from reader.compare import names
from tests.compare.prose import witness


def spellings(*texts: str) -> list[set[str]]:
    found = names.find([witness(text, str(n)) for n, text in enumerate(texts)])
    return [{s.form for s in name.spellings} for name in found]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Josip Škrabić", "Josip Skrabic"),
        ("Karim Basimov", "Karim Bassimov"),
        ("Yusuf Hammoudi", "Youssef Hammoudi"),
        ("Sergei Dolgov", "Sergey Dolgov"),
        ("Moammar Gadhafi", "Muammar al-Qaddafi"),
        ("Gadhafi", "Qaddafi"),
        ("Bill Arvel", "William Arvel"),
        ("J. Arvel", "John Arvel"),
        ("John Arvel", "John A. Arvel"),
        ("Ted Arvel", "Edward M. Arvel"),
        ("Joe Arvel", "Joseph R. Arvel Jr."),
        ("Hillary Arvel", "Hillary Venn Arvel"),
    ],
)
def test_spellings_of_one_name(one: str, two: str) -> None:
    assert {one, two} in spellings(f"We met {one} there.", f"We met {two} there.")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Austria", "Australia"),
        ("Iran", "Iraq"),
        ("Anna Berg", "Paul Stone"),
        ("John Arvel", "Jane Arvel"),
        ("John A. Arvel", "John B. Arvel"),
        ("Jon Arvel", "Jon Arvel Jr."),
        ("Jon Arvel", "Jon Arvel Foundation"),
        ("Arvel Fund", "Arvel Funds"),
        ("Puerto Rico", "Puerto Rican"),
    ],
)
def test_other_names_stay_apart(one: str, two: str) -> None:
    assert spellings(f"We flew to {one} there.", f"We flew to {two} there.") == []


def test_what_nobody_sees_in_a_name_makes_no_other_spelling() -> None:
    assert spellings("We met Josip Skra\u00adbic there.", "We met Josip\u200b Skrabic there.") == []


def test_two_names_in_one_article_are_two() -> None:
    assert spellings("We met Karim Basimov and Karim Bassimov.", "We met Karim Basimov.") == []


def test_canonical_forms_feed_the_matcher() -> None:
    found = names.find([witness("We met Karim Basimov.", "a"), witness("We met Karim Bassimov.", "b")])
    assert names.canonical(found) == {"bassimov": "basimov"}


def test_contractions_and_those_from_a_place_are_no_names() -> None:
    assert spellings("He said I'd go, I'm late and It's good.", "He said I’d go, I’m late and It’s good.") == []
    assert spellings("Of the Kazakh there.", "Of the Kazak there. Of the Kirghiz.") == []


def test_an_initial_that_fits_two_people_is_neither() -> None:
    assert spellings("There J. Arvel spoke.", "There John Arvel met James Arvel.") == []


def test_titles_are_no_part_of_a_name_and_hyphens_stay() -> None:
    (found,) = spellings("There President Kassym-Jomart Tokarev spoke.", "There leader Kasim-Jomart Tokarev spoke.")
    assert found == {"Kassym-Jomart Tokarev", "Kasim-Jomart Tokarev"}


def test_a_nickname_is_no_spelling_for_the_matcher() -> None:
    found = names.find([witness("We met Bill Arvel.", "a"), witness("We met William Arvel.", "b")])
    assert len(found) == 1
    assert names.canonical(found) == {}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Pepe Arvel", "José Arvel"),
        ("Hans Arvel", "Johannes Arvel"),
        ("R. James Arvel", "James Arvel"),
        ("Abdel Karim Nasri", "Abdelkarim Nasri"),
        ("Abdul-Rahman Nasri", "Abdulrahman Nasri"),
        ("Osama bin Nasir", "Usama bin Nasir"),
        ("Ahmed al-Sharabi", "Ahmad ash-Sharabi"),
        ("Jürgen Müllner", "Juergen Muellner"),
        ("Ludwig van Aarten", "Ludwig VanAarten"),
        ("Jon Mac Arvel", "Jon MacArvel"),
        ("Ana Ruiz Torres", "Ana Ruiz"),
        ("María José García Lorca", "María José García"),
        ("Clara Venn-Arvel", "Clara Venn"),
        ("Orbány Viktor", "Viktor Orbány"),
        ("Wen Jiabo", "Jiabo Wen"),
        ("Park Geun-hye", "Geun-hye Park"),
        ("Xi Jinpeng", "Xi Jin-peng"),
        ("Catherine Venn", "Katharine Venn"),
        ("Stephen Arvel", "Steven Arvel"),
        ("Kyiv", "Kiev"),
        ("Volodymyr Dolenko", "Vladimir Dolenko"),
    ],
)
def test_shapes_of_one_name(one: str, two: str) -> None:
    assert {one, two} in spellings(f"We met {one} there on Friday.", f"We met {two} there on Friday.")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Paul Arvel", "Paula Arvel"),
        ("George Arvel", "Georgia Arvel"),
        ("Simon Arvel", "Simone Arvel"),
        ("Maria Venn", "Mario Venn"),
        ("Clara Venn", "Carla Venn"),
        ("Kim Jong-un", "Kim Jong-il"),
        ("Li Wei", "Wei Li Group"),
        ("Ana Ruiz", "Ana Ruiz Foundation"),
        ("Jon Arvel", "Jon Arvel Tarn"),
    ],
)
def test_other_people_stay_apart(one: str, two: str) -> None:
    assert spellings(f"We met {one} there on Friday.", f"We met {two} there on Friday.") == []


def test_one_article_that_names_both_knows_two() -> None:
    assert spellings("We met Wen Jiabo and Jiabo Wen there.", "We met Jiabo Wen there.") == []


def test_what_a_person_holds_is_no_part_of_the_name() -> None:
    assert spellings("We met Clara Venn MP there.", "We met Clara Venn there.") == []
