"""The clause around a figure, and the places that it names."""

from collections.abc import Sequence

from reader.compare.figures import lexicon
from reader.compare.figures.claims import context
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import LETTERS, Sentence
from reader.lexicon import load, sets

_WORDS = sets(load("claims")["places"])


def local(sentence: Sentence, found: Sequence[ParsedQuantity], k: int, wide: bool) -> tuple[tuple[str, ...], ...]:
    """The places of the clause around a figure."""
    first, end = _clause(sentence, found[k].first)
    for other in found[k + 1 :]:  # the place of "800 of them at the plant" is not that of the whole
        if sentence.form(other.end) == "of" and sentence.form(other.end + 1) in _WORDS["of_those"]:
            end = min(end, other.first)
    return tuple(sorted({*context.places(sentence, first, end, wide), *_before_where(sentence, found[k].first)}))


def _before_where(sentence: Sentence, at: int) -> tuple[tuple[str, ...], ...]:
    """The place of a clause that begins with "where" behind it: in Norland, WHERE 40 people died."""
    for i in range(at - 1, max(0, at - _WHERE_REACH), -1):
        if sentence.form(i) in _BREAKS:
            return ()
        if sentence.form(i) == "where":
            k = i - 1 if sentence.form(i - 1) == "," else i
            named = sentence.at(k - 1)
            is_name = k > 1 and named.text[:1].isupper() and not context.is_time(named.form)
            return ((named.form,),) if is_name else ()
    return ()


_WHERE_REACH = 8
"""How many words may stand between "where" and the figure."""


_BREAKS = _WORDS["breaks"]


def _clause(sentence: Sentence, at: int) -> tuple[int, int]:
    """The words from which to which the clause around `at` goes, attributions left out."""
    first = at
    while first > 0 and sentence.form(first - 1) not in _BREAKS:
        first -= 1
    end = at
    while end < len(sentence.words) and sentence.form(end) not in _BREAKS:
        if sentence.form(end) == "," and _attributes(sentence, end + 1):
            break
        end += 1
    return first, end


def _attributes(sentence: Sentence, i: int) -> bool:
    """Whether the words from `i` to the next comma say who said it: a doctor at the hospital said on Friday."""
    for k in range(i, min(i + 10, len(sentence.words))):
        if sentence.form(k) in lexicon.ATTRIBUTIONS:
            return True
        if sentence.at(k).kind != LETTERS:
            return False
    return False
