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
        ("“We go,” he said.", ""),
        ("“We go,” said the Tarrin leader.", ""),
        ("It was a “success” for all.", ""),
    ],
)
def test_speaker(text: str, speaker: str) -> None:
    assert [q.speaker for q in quotations.find([witness(text)])] == [speaker]
