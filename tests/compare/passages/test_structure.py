"""What is a passage and what is none, by its structure: shared names, clauses, abbreviations, short quotations."""

from pathlib import Path

from reader.article import Article
from reader.compare import engine
from reader.compare.comparison import Comparison
from reader.importing import read_file
from reader.vectors.lazy_encoder import Encoder

ENCODER = Encoder()


def compared(*texts: str) -> Comparison:
    return engine.compare([Article(name, text) for name, text in zip("abcd", texts, strict=False)], source=ENCODER)


def samples(*names: str) -> Comparison:
    """Accounts of the demo story, compared."""
    folder = Path(__file__).parents[3] / "data" / "samples"
    return engine.compare([read_file(folder / f"{name}.txt") for name in names], source=ENCODER)


def pairs(found: Comparison) -> list[tuple[str, ...]]:
    return [tuple(found.text(e) for e in sorted(p.excerpts)) for p in found.passages]


def holds(found: Comparison, *words: str) -> bool:
    return any(all(any(w in text for text in pair) for w in words) for pair in pairs(found))


FIRST = (
    "Senate Majority Leader Olle Karsten, who opposed the ferry line, left before the vote on port fees. "
    "Dockers had waited for him since the early morning."
)
SECOND = (
    "A visit to the school was planned by Senate Majority Leader Olle Karsten, whose daughter teaches there. "
    "Rain kept most of the parents at home."
)


def test_a_name_with_its_office_is_no_passage() -> None:
    assert pairs(compared(FIRST, SECOND)) == []


def test_clauses_are_not_cut_at_the_stops_of_abbreviations() -> None:
    found = compared(
        "The board wrote to the U.S. Coast Guard in Tarnow and asked Rep. Ines Moller for a second survey of the quay.",
        "A second survey of the quay was asked of Rep. Ines Moller after a letter to the U.S. Coast Guard in Tarnow.",
    )
    ((one, other),) = pairs(found)
    assert all("U.S. Coast Guard" in text and "Rep. Ines Moller" in text for text in (one, other))


def test_sentences_of_one_quotation_meet_theirs_apart() -> None:
    found = compared(
        "Mayor Lena Aldous called for calm after the flood.\n\n"
        '"The dam will be rebuilt by spring. Every family on Mill Street will be paid in full. '
        'The pumps are to be tested each week from now on," Aldous said.',
        "Lena Aldous, the mayor, spoke for an hour at the town hall.\n\n"
        '"The pumps are to be tested each week from now on," she said at first.\n\n'
        "Engineers from the county had found cracks in four places, and a report is due.\n\n"
        '"Every family on Mill Street will be paid in full," she added near the end.',
    )
    assert holds(found, "Every family on Mill Street", "Every family on Mill Street")
    assert not any("pumps" in text and "Mill Street" in text for pair in pairs(found) for text in pair)


def test_what_is_most_of_a_sentence_is_shown_whole() -> None:
    found = compared(
        "Brandt told reporters on Friday that the crane was never inspected by the port.",
        "Olle Brandt said on the radio that the crane was never inspected by the port, to much applause.",
    )
    ((one, other),) = pairs(found)
    assert one.startswith("Brandt told")
    assert other.startswith("Olle Brandt")


def test_a_short_credit_at_the_end_of_a_clause_takes_no_words_from_it() -> None:
    found = compared(
        '"Rain is easing, but rivers in the north are still rising faster than we can pump," Governor Karsten said.',
        '"Rain is easing off, but in the north rivers still rise faster than we are able to pump," he said.',
    )
    ((one, other),) = pairs(found)
    assert "faster than we can pump" in one
    assert "faster than we are able to pump" in other


def test_what_only_one_account_tells_between_two_facts_is_in_no_passage() -> None:
    found = samples("radio-velmara", "tidewater-review")
    assert not any("no siren" in text for pair in pairs(found) for text in pair)


def test_facts_told_the_other_way_round_with_others_between_are_passages_of_their_own() -> None:
    found = samples("radio-velmara", "port-ansel-courier")
    assert holds(found, "2,300 homes")
    assert not any("2,300 homes" in text and "Đokaš" in text for pair in pairs(found) for text in pair)


def test_where_and_when_on_the_way_to_something_else_is_no_passage() -> None:
    found = compared(
        "Before the vote in the upper chamber, Karsten gave every deputy a copy of his notes in a brown envelope. "
        "Two of them sent it back.",
        "Telephones were taken away and doors locked by ushers in grey coats, before the vote in the upper chamber. "
        "Ines Moller had asked for coffee and got none.",
    )
    assert pairs(found) == []


def test_two_clauses_that_only_say_when_are_no_passage() -> None:
    found = compared(
        "Before the hearing began, Moller asked for a glass of water and a chair for her mother. Nobody came.",
        "Karsten had sold his shares in the ferry line a week earlier, before the hearing began. He kept the boats.",
    )
    assert pairs(found) == []


def test_a_person_who_lives_somewhere_is_told_by_a_verb() -> None:
    found = compared(
        "The rebate is paid to all couples regardless of where they live, Moller said at noon, and no form is needed.",
        "From May the county will treat same-sex couples as any others, regardless of where they live.",
    )
    assert holds(found, "regardless of where they live")
