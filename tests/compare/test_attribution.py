"""The speaker is whom the nearest attribution names, and nobody where none does."""

import pytest

from reader.compare import quotations
from tests.compare.prose import witness


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
        ("“We go,” florist Clara Venn told the Courier.", "Clara Venn"),
        ("“We go,” according to Clara Venn, the mayor.", "Clara Venn"),
        ("“We go,” mayor of Oldhaven Clara Venn said.", ""),
        ("Clara Venn told reporters that nobody came. “We go,” she added.", "Clara Venn"),
        ("Clara Venn said it was late. Jon Arvel disagreed. “We go,” he said.", ""),
        ("Clara Venn met Jon Arvel, who said nothing. “We go,” he said.", ""),
        ("“We go,” he said.", ""),
        ("“We go,” he said, “and then we stay.”", ""),
        ("“We go,” said Clara Venn, “and then we stay.”", "Clara Venn"),
        ("“We go,” said the Tarrin leader.", ""),
        ("It was a “success” for all.", ""),
    ],
)
def test_speaker(text: str, speaker: str) -> None:
    assert [q.speaker for q in quotations.find([witness(text)])] == [speaker]


def test_the_speaker_goes_on() -> None:
    told = witness("“We go,” said Clara Venn. “And then we stay,” she added. “It is late.”\n\n“Never,” said Jon Arvel.")
    assert [q.speaker for q in quotations.find([told])] == ["Clara Venn", "Clara Venn", "Clara Venn", "Jon Arvel"]


def test_many_pronouns_take_no_longer_each() -> None:
    told = witness("Clara Venn said no. " + "“We go,” she said. " * 5_000)
    assert len(quotations.find([told])) == 5_000
