"""What sets a count apart from its like: a remainder, a share of a day, an earlier number, the toll of a whole war."""

from reader.compare.figures import lexicon
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import Phrases, Sentence
from reader.lexicon import load, sets

_WORDS = sets(load("claims")["apart"])

_TABLE = load("scopes")["apart"]
_PARENTS = frozenset(_TABLE["parents"])
_EARLIER = Phrases(_TABLE["earlier"])
_RAISING = frozenset(_TABLE["raising"])
_WARS = Phrases(_TABLE["wars"])
_RATES = Phrases(_TABLE["rates"])
_STILL = frozenset(_TABLE["still"])
_REMAINDERS = frozenset(_TABLE["remainders"])

OTHERS = frozenset(_TABLE["others"]) | {"those", "that"}
FEARS = frozenset(_TABLE["fears"])
ACTIVE = frozenset(_TABLE["active"])
ATTACKERS = frozenset(_TABLE["attackers"])
ARMED = frozenset(_TABLE["armed"])
PERIODS = frozenset(_TABLE["periods"])
NAVAL = frozenset(_TABLE["naval"])
_SPANS = frozenset(_TABLE["spans"])
_WEEKDAYS = frozenset(load("times")["weekdays"])
_POLICE = frozenset(_TABLE["police"])


def is_no_count(sentence: Sentence, reading: ParsedQuantity) -> bool:
    """Whether the number counts a parent's children, or is what the count was before: mother of four, up from 29."""
    k = reading.first - 1
    if sentence.form(k) in ("of", "-") and {sentence.form(k - 1), sentence.form(k - 2)} & _PARENTS:
        return True
    while sentence.form(k) in _WORDS["before_earlier"]:
        k -= 1
    return sentence.phrase_before(k + 1, _EARLIER)[1] > 0


def are_attackers(sentence: Sentence, first: int, end: int) -> bool:
    """Whether those counted are the attackers: three gunmen, four masked men."""
    words = [sentence.form(i) for i in range(first, end)]
    return words[-1:] != [] and (words[-1] in ATTACKERS or (words[-1] == "men" and bool(ARMED & set(words))))


def comparison(sentence: Sentence) -> int:
    """From which word on the sentence tells what the number was before; its length where it does not."""
    return next(iter(sentence.places(_EARLIER)), len(sentence.words))


def is_share(sentence: Sentence, reading: ParsedQuantity, end: int) -> bool:
    """Whether it is what one day or one place saw, or what a toll rose by: on Monday alone; two died, bringing the toll
    to 24."""
    if "alone" in {sentence.form(i) for i in (*range(reading.first - 4, reading.first), *range(end, end + 5))}:
        return True
    for i in range(end, min(end + 16, len(sentence.words))):
        if sentence.form(i) in _RAISING and {sentence.form(k) for k in range(i + 1, i + 6)} & _WORDS["totals"]:
            return True
    return False


def marks(sentence: Sentence, reading: ParsedQuantity, end: int, said: str, at: int) -> tuple[str, ...]:
    """Further words of the scope: what is still so, what is so every day, what a whole war did."""
    found = []
    between = range(end, at) if at > end else range(at, reading.first)
    if said in _REMAINDERS and any(sentence.form(i) in _STILL for i in range(between.start - 1, between.stop + 1)):
        found.append("still")
    if said == "discharged" and {sentence.form(i) for i in range(at - 3, at)} & _POLICE:
        found.append("by police")
    rate = sentence.phrase(end, _RATES)[0]
    if rate:
        found.append(rate)
    first = max(0, min(x for x in (reading.first, at if at >= 0 else reading.first)) - 8)
    if any(sentence.phrase(i, _WARS)[1] for i in range(first, reading.first)) or _in_war(sentence, end):
        found.append("in the war")
    span = next((i for i in range(end, end + 12) if sentence.form(i) == "this" and sentence.form(i + 1) in _SPANS), -1)
    if span >= 0:
        found.append(f"this {sentence.form(span + 1)}")
    return tuple(found)


def _in_war(sentence: Sentence, end: int) -> bool:
    """Killed 15,000 people in the war, in three years of fighting."""
    for i in range(end, end + 10):
        opens = sentence.form(i) in _WORDS["in_war"] and sentence.form(i + 1) in lexicon.DETERMINERS
        if opens and (sentence.phrase(i + 2, _WARS)[1] or sentence.phrase(i + 1, _WARS)[1]):
            return True
    return False


def day(sentence: Sentence, at: int) -> str:
    """The weekday of what is said at word `at`: on Tuesday, two people were killed; were killed on Monday."""
    for i in (0, at + 1, at + 2) if at >= 0 else (0,):
        if sentence.form(i) == "on" and sentence.form(i + 1) in _WEEKDAYS:
            return sentence.form(i + 1)
    return ""


def weekday(sentence: Sentence) -> str:
    """The one weekday that the sentence names."""
    days = {w.form for w in sentence.words} & _WEEKDAYS
    return days.pop() if len(days) == 1 else ""


def is_perfect(sentence: Sentence, end: int, at: int) -> bool:
    """Whether it is said up to the day of writing: have been infected."""
    return any(sentence.form(i) in ("have", "has") for i in range(end, at))
