"""Articles for the tests of the comparison, written for them."""

from reader.article import Article
from reader.compare.witness import Witness

HARBOUR = (
    "The ferry Lisetta ran aground off Cape Morrow late on Tuesday with 212 passengers on board. "
    "Coastguards lowered ropes from two helicopters and lifted everyone to safety before dawn. "
    "“We heard a scream of metal and then the lights went out,” said Clara Venn, a teacher from Oldhaven. "
    "The shipping company blamed a faulty compass and promised to repay all fares. "
    "Fishermen in the area have asked for a new beacon for eleven years."
)
MARKET = (
    "Onion prices doubled in the markets of Tarrin after three weeks of rain. "
    "Growers expect a poor harvest and have turned to the cooperative bank for credit. "
    "Bakers, meanwhile, complain of mould in their flour stores."
)
RETOLD = (
    "A ferry carrying 212 passengers, the Lisetta, went aground near Cape Morrow on Tuesday night. "
    "All were lifted to safety by two coastguard helicopters before daybreak. "
    "“We heard metal scream and then the lights went out,” Clara Venn, an Oldhaven teacher, told this newspaper. "
    "The minister of transport has called for an inquiry into the line’s accounts."
)


def article(text: str, name: str = "one") -> Article:
    return Article(id=name, text=text)


def witness(text: str, name: str = "one") -> Witness:
    return Witness.of(article(text, name))
