"""An utterance that two articles quote is a passage of its own; who speaks is none."""

from reader.compare import engine
from reader.compare.comparison import Comparison, Relation
from reader.compare.options import BROAD, PassageOptions
from tests.compare.prose import article

TOLD = "The tram left the rails at Quay Street shortly after noon and came to rest in the window of a bakery. "
SAID = "“The brakes had been squealing for a week and nobody wanted to hear of it,” said Jon Arvel, a florist."
RETOLD = "Shortly after midday a tram jumped the rails at Quay Street and ended in a bakery window. "
RESAID = "“Those brakes squealed for a week and nobody would hear of it,” florist Jon Arvel told the Tribune."


def compared(one: str, two: str, options: PassageOptions | None = None) -> Comparison:
    return engine.conclude(engine.weigh([article(one, "a"), article(two, "b")]), options or PassageOptions())


def test_an_utterance_is_apart_from_what_is_told_before_it() -> None:
    comparison = compared(TOLD + SAID, RETOLD + RESAID)
    told, said = comparison.passages
    assert [told.relation, said.relation] == [Relation.REWORDED, Relation.QUOTATION]
    assert all("brakes" in comparison.text(e) and "bakery" not in comparison.text(e) for e in said.excerpts)


def test_a_copy_stays_whole() -> None:
    (whole,) = compared(TOLD + SAID, TOLD + SAID + " He has closed his stall.").passages
    assert whole.relation is Relation.VERBATIM


def test_an_office_and_a_name_are_no_passage() -> None:
    one = "Onions are dear. Prime Minister Ada Lorne told the council that bridges need paint."
    two = "Prime Minister Ada Lorne insists. Nobody in the market had seen so much rain before."
    assert not compared(one, two, BROAD).passages
