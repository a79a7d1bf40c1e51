"""The speaker is whom the clause beside an utterance names, and nobody where none does."""

from pathlib import Path

import pytest

from reader.compare import quotations
from tests.compare.prose import witness


def speakers(text: str) -> list[str]:
    return [quote.speaker for quote in quotations.find([witness(text)])]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We go,” said Clara Venn.", "Clara Venn"),
        ("“We go,” Clara Venn said.", "Clara Venn"),
        ("“We go,” Clara Venn, a teacher from Oldhaven, told reporters.", "Clara Venn"),
        ("“We go,” said President Clara Venn on Monday.", "Clara Venn"),
        ("Clara Venn said: “We go.”", "Clara Venn"),
        ("According to Clara Venn, “nobody came”.", "Clara Venn"),
        ("“We go,” said Clara Venn, who runs the ferry office.", "Clara Venn"),
        ("“We go,” Clara Venn of the ferry office said.", "Clara Venn"),
        ("“We go,” the mayor of Oldhaven, Clara Venn, said.", "Clara Venn"),
        ("“We go,” said the mayor of Oldhaven, Clara Venn.", "Clara Venn"),
        ("“We go,” florist Clara Venn told the Courier.", "Clara Venn"),
        ("“We go,” according to Clara Venn, the mayor.", "Clara Venn"),
        ("“We go,” said Courier editor Clara Venn.", "Clara Venn"),
        ("“We go,” said former Roads and Harbours Secretary Clara Venn.", "Clara Venn"),
        ("“We go,” said Clara Venn, “and then we stay.”", "Clara Venn"),
        ("On Friday, Clara Venn, 45, a florist, told the Courier that it was “no way to run a ferry.”", "Clara Venn"),
        ("When asked whether the ferry was safe, Clara Venn said, “We go.”", "Clara Venn"),
        ("The ferry is “no safer than a bath” in winter, Clara Venn said.", "Clara Venn"),
        ("Clara Venn, seeking to calm her guests, sent a letter on Friday, saying, “We go.”", "Clara Venn"),
        ("Clara Venn was quoted as saying “we go.”", "Clara Venn"),
    ],
)
def test_who_is_named(text: str, speaker: str) -> None:
    assert speakers(text)[0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We go,” Ms. Venn said.", "Venn"),
        ("“We go,” Sen. Clara Venn, D-Tarrin, said in St. Orla.", "Clara Venn"),
        ("“We go,” Sen. Clara Venn (D-Tarrin) said.", "Clara Venn"),
        ("“We go,” said Dr. Clara A. Venn, who runs the U.N. office.", "Clara A. Venn"),
        ("“We go,” House Majority Leader Clara Venn said.", "Clara Venn"),
        ("Gov. Clara Venn, R-Tarrin, a friend of St. Orla, said that it was “no way to run a ferry.”", "Clara Venn"),
    ],
)
def test_titles_with_a_stop_end_no_sentence(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We go,” said the Tarrin leader.", "the Tarrin leader"),
        ("“We go,” the ministry said.", "the ministry"),
        ("“We go,” police said.", "police"),
        ("“We go,” a spokesman for Ms. Venn said.", "a spokesman for Ms. Venn"),
        ("“We go,” Ms. Venn’s lawyer said.", "Ms. Venn’s lawyer"),
        ("“We go,” mayor of Oldhaven Clara Venn said.", "mayor of Oldhaven Clara Venn"),
        ("“We go,” said Clara Venn and Jon Arvel in a statement.", "Clara Venn and Jon Arvel"),
        ("“We go,” Clara Venn (D) and Mayor Jon Arvel (R) said.", "Clara Venn (D) and Mayor Jon Arvel"),
        ("“We go,” the Roads and Harbours Department said.", "the Roads and Harbours Department"),
        ("Critics say the ferry is “no safer than a bath.”", "Critics"),
        ("The 9th Harbour Act states that “nobody may be left ashore.”", "The 9th Harbour Act"),
    ],
)
def test_who_speaks_without_a_name_stands_as_written(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "It was a “success beyond all hope” for everybody.",
        "Clara Venn was told “we go” on Friday.",
        "Clara Venn did not say “we go” on Friday.",
        "Clara Venn read Jon Arvel’s “guide for those who stay ashore” on Friday.",
        "“We go and never come back,” it said.",
        "The bill, which the Courier first reported, costs “more than the ferry itself” to run.",
        "It rained in Oldhaven. “We go and never come back.”",
    ],
)
def test_nobody_is_better_than_the_wrong_one(text: str) -> None:
    assert speakers(text) == [""]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Clara Venn told reporters that nobody came. “We go,” she added.", "Clara Venn"),
        ("Clara Venn said it was late. Jon Arvel disagreed. “We go,” he said.", "Jon Arvel"),
        ("Mr. Arvel met Ms. Venn on Friday. “We go,” she said.", "Venn"),
        ("Clara Venn met Jon Arvel, who said nothing. “We go,” he said.", "Jon Arvel"),
        ("Ms. Venn, a teacher, said it was late. Critics were angry. “We go,” she said.", "Venn"),
        ("Mr. Arvel met Mr. Tarn on Friday. “We go,” he said.", "he"),
        ("“We go,” he said.", "he"),
        ("“We go,” he said, “and then we stay.”", "he"),
        ("President Ana Ruiz spoke to Gov. Jon Arvel. “We go,” the president said.", "Ana Ruiz"),
        ("Vice President Ana Ruiz spoke. “We go,” the president said.", "the president"),
        ("Governor Says Bridge Is Safe\n\nIt rained. “We go,” the governor said.", "the governor"),
        ("Ruiz adviser Jon Arvel was there. He left, saying, “We go.”", "Jon Arvel"),
        ("Mr. Arvel told Mr. Tarn that it was late. He said Mr. Tarn was late. “We go,” he said.", "Arvel"),
        ("President Ana Ruiz met President Ben Tarn. “We go,” the president said.", "the president"),
    ],
)
def test_whom_a_pronoun_or_an_office_means(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_the_speaker_goes_on() -> None:
    told = "“We go,” said Clara Venn. “And then we stay,” she added. “It is late.”\n\n“Never,” said Jon Arvel."
    assert speakers(told) == ["Clara Venn", "Clara Venn", "Clara Venn", "Jon Arvel"]


def test_the_speaker_goes_on_over_paragraphs() -> None:
    told = (
        "“We go at once.\n\n“And then we stay for good,” said Clara Venn.\n\n“We are late.”\n\n“Never,” said Jon Arvel."
    )
    assert speakers(told) == ["Clara Venn", "Clara Venn", "Jon Arvel"]


def test_no_credit_crosses_what_another_says() -> None:
    told = "Clara Venn asked, “Are we late?” His answer: “We are never late at all.” Jon Arvel said nothing."
    assert speakers(told) == ["Clara Venn", ""]


def test_the_clause_before_leads_to_a_whole_utterance() -> None:
    told = "Clara Venn said she had warned the office. “Nobody ever listens to us over there.” The office is shut."
    assert speakers(told) == ["Clara Venn"]


def test_a_credit_tells_where_it_stands() -> None:
    text = "Clara Venn said it was late. “We go at once,” she added."
    (quote,) = quotations.find([witness(text)])
    assert quote.attribution is not None
    assert quote.attribution.span.of(text) == quote.speaker == "Clara Venn"
    assert quote.attribution.credit.of(text) == "she added"


def test_many_pronouns_take_no_longer_each() -> None:
    told = witness("Clara Venn said no. " + "“We go,” she said. " * 5_000)
    assert len(quotations.find([told])) == 5_000


def told() -> list[tuple[str, list[str]]]:
    """The sentences of `utterances.txt`, and whom each credits."""
    lines = (Path(__file__).parent / "utterances.txt").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if not line.startswith("#")]
    return [
        (text.strip().replace(" / ", "\n\n"), [who.strip() for who in names.split("|")])
        for names, text in zip(rows[::2], rows[1::2], strict=True)
    ]


@pytest.mark.parametrize(("text", "said"), told())
def test_credits_in_all_their_shapes(text: str, said: list[str]) -> None:
    assert speakers(text) == said


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Inspectors published their report on Monday. “The brakes failed twice,” it says.", "their report"),
        ("The report was published on Monday. It says: “The brakes failed twice.”", "The report"),
        ("Clara Venn presented the first annual report. “The brakes failed,” it adds.", "the first annual report"),
        ("The company apologised in a statement. “We acted too late,” it said.", "The company"),
        ("The court ruled on Tuesday. In its ruling it said that “the minister acted alone”.", "The court"),
        ("The union rejected the offer. “We will not take it,” it said in Oldhaven.", "The union"),
    ],
)
def test_what_it_is_that_says_something(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "It was a long day. “We will not take this offer,” it said.",
        "The ministry and the union sent letters to a court. “We will not take this offer,” it says.",
        "Clara Venn wrote to the board. The union had sent a letter. Rain fell. “Nobody came,” it said.",
    ],
)
def test_it_is_nobody_where_nothing_or_more_than_one_thing_may_be_meant(text: str) -> None:
    assert speakers(text) == [""]
