"""A sentence that was copied with one number changed: the two figures belong together, however far apart they lie."""

from collections.abc import Sequence

import pytest

from reader.article import Article
from reader.compare import figures
from reader.compare.figures.pairs import alignment
from reader.compare.figures.pairs.evidence import Evidence
from reader.compare.figures.pairs.given import Given
from reader.compare.figures.pairs.profile import Profile
from reader.compare.witness import Witness

TEXT = """The council will spend 14 million crowns on the quay this year.

Of the loan, 30 million crowns went to the ferry company. The minister had asked for 57 million crowns for the
dredging of the channel, and parliament voted 35 million crowns for it in spring.

The mayor told the harbour board that the town plans to move 80 million crowns from the road fund. Another 6 million
crowns are to come from the pilots.
"""


@pytest.mark.parametrize("new", ["10 million", "90 million", "800 million"])
def test_no_weight_parts_figures_in_copied_words(new: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Likeness is learnt, and knows how far values lie apart: of copies it says no less than of the surest others."""
    found = []

    def remembered(group: Sequence[Profile], evidence: Evidence, given: Given):
        found.extend(likely(group, evidence, given))
        return found

    likely = alignment.likely
    monkeypatch.setattr(alignment, "likely", remembered)
    monkeypatch.setattr(alignment.confidence, "likeness", lambda told: -4.0 if told["far values"] else 0.0)
    texts = {"a": TEXT, "b": TEXT.replace("80 million", new)}
    figures.find([Witness.of(Article(name, text, language="en")) for name, text in texts.items()], ())
    told = {
        (a.claim.figure.quantity.value[1], b.claim.figure.quantity.value[1]): likeness
        for _i, _j, likeness, _told, a, b in found
    }
    millions = int(new.partition(" ")[0])
    assert told[80e6, millions * 1e6] == max(told.values())
