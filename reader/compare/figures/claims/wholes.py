"""Parts and wholes: of "12 of the 30 died" the 12 carry what is said; the 30 are those of whom they are a part."""

from collections.abc import Sequence

from reader.compare.figures import lexicon
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import LETTERS, Sentence

_NOUNS = 3
"""Words of what is counted that may stand between a part and "of", at most."""
_OPENERS = lexicon.GRAMMAR["whole_openers"] | lexicon.DETERMINERS
_QUANTIFIERS = lexicon.GRAMMAR["quantifiers"]


def parts(sentence: Sentence, found: Sequence[ParsedQuantity]) -> dict[int, int]:
    """For the number of each figure that is a whole, the number of the figure that is its part; -1 where words are it
    (most of the 300)."""
    result: dict[int, int] = {}
    for k, whole in enumerate(found):
        if whole.dimension != "count" or not _of(sentence, whole.first):
            continue
        if k and _leads(sentence, found[k - 1].end, whole.first):
            result[k] = k - 1
        elif (behind := _behind(sentence, found, k)) is not None:
            result[k] = behind
        elif _quantified(sentence, whole.first):
            result[k] = -1
    return result


def _of(sentence: Sentence, first: int) -> bool:
    """Whether "of the", "out of" or the like stands right before."""
    i = first - 1
    while sentence.form(i) in _OPENERS and sentence.form(i) != "of":
        i -= 1
    return sentence.form(i) == "of" and first - i <= 4


def _leads(sentence: Sentence, end: int, first: int) -> bool:
    """Whether only what is counted and "of the" stand between two figures: 12 PASSENGERS OUT OF 30."""
    between = [sentence.form(i) for i in range(end, first)]
    if "of" not in between or any(sentence.at(i).kind != LETTERS for i in range(end, first)):
        return False
    nouns = between[: between.index("of")]
    return len([form for form in nouns if form not in _OPENERS]) <= _NOUNS and not any(
        lexicon.verbal(form) or form in lexicon.AUXILIARY for form in between
    )


def _behind(sentence: Sentence, found: Sequence[ParsedQuantity], k: int) -> int | None:
    """The part that follows "Of the 30 passengers," as the next figure behind the comma."""
    opens = next((i for i in range(found[k].first - 1, -1, -1) if sentence.form(i) == "of"), -1)
    if opens > 0 and sentence.at(opens - 1).kind == LETTERS:
        return None
    comma = next((i for i in range(found[k].end, found[k].end + 6) if sentence.form(i) == ","), -1)
    behind = comma >= 0 and k + 1 < len(found) and comma < found[k + 1].first <= comma + 3
    return k + 1 if behind and found[k + 1].dimension in ("count", "percent") else None


def _quantified(sentence: Sentence, first: int) -> bool:
    """Whether a word says how many of them: MOST of the 300, HALF of the 30."""
    i = next((i for i in range(first - 1, first - 5, -1) if sentence.form(i) == "of"), -1)
    return i > 0 and sentence.form(i - 1) in _QUANTIFIERS
