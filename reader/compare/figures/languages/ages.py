"""Ages in other languages: a man of 34 years, 34-jährig, 34-летний, "Ana Ruiz, 34,"."""

from dataclasses import replace

from reader.compare.figures.languages.grammar import Grammar
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import LETTERS, Sentence

_CLOSERS = frozenset([",", ")", ".", ";", ""])
_OLDEST = 120


def aged(sentence: Sentence, one: ParsedQuantity, g: Grammar) -> ParsedQuantity:
    """The figure, as an age where it is one."""
    if one.dimension == "age":
        return one
    if not 0 < one.high <= _OLDEST or one.low != int(one.low):
        return one
    if one.dimension == "count":
        end = _suffixed(sentence, one.end, g.times.ages_suffixes) or _bracketed(sentence, one, g)
        if end:
            return replace(one, end=end, unit="year", dimension="age")
        end = _suffixed(sentence, one.end, g.times.span_suffixes)
        return replace(one, end=end, unit="year", dimension="duration") if end else one
    if one.dimension != "duration" or one.unit != "year":
        return one
    times = g.times
    if (behind := times.ages_after.at(sentence, one.end)) is not None:
        return replace(one, end=behind[1], dimension="age")
    if times.ages_sure.before(sentence, one.first) is not None or _of_person(sentence, one, g):
        return replace(one, dimension="age")
    return one


def _suffixed(sentence: Sentence, k: int, suffixes: frozenset[str]) -> int:
    """Past "-jährige" behind the number; 0 without."""
    at = k + (sentence.form(k) == "-" and sentence.glued(k))
    return at + 1 if sentence.form(at) in suffixes and sentence.glued(at) else 0


def _bracketed(sentence: Sentence, one: ParsedQuantity, g: Grammar) -> int:
    """Past the number in "Ana Ruiz (34)" and "Ana Ruiz, 34,"; 0 where it is none of these."""
    before, named = sentence.form(one.first - 1), sentence.at(one.first - 2)
    if not sentence.at(one.first).text.isdecimal() or one.low < 3 or named.kind != LETTERS:
        return 0
    if not named.text[:1].isupper() or (named.text.isupper() and len(named.text) > 1):
        return 0
    other = sentence.at(one.first - 3)
    is_full = other.kind == LETTERS and other.text[:1].isupper()
    is_full = is_full or (not g.nouns.capital and other.form not in g.nouns.functions)  # a name, no place: in Lisbon
    if before == "(" and sentence.form(one.end) == ")":
        return one.end
    return one.end if before == "," and sentence.form(one.end) == "," and is_full else 0


def _of_person(sentence: Sentence, one: ParsedQuantity, g: Grammar) -> bool:
    """Whether the years stand behind a person: un hombre de 34 años; Ana Ruiz, de 34 años,; Ana Ruiz, 34 ans,."""
    opened = g.times.ages_before.before(sentence, one.first)
    at = opened[1] if opened is not None else one.first
    if opened is not None and sentence.form(at - 1) in g.times.persons:
        return True
    return sentence.form(at - 1) in (",", "(") and sentence.form(one.end) in _CLOSERS and _is_named(sentence, at - 2, g)


def _is_named(sentence: Sentence, k: int, g: Grammar) -> bool:
    word = sentence.at(k)
    return word.kind == LETTERS and (word.text[:1].isupper() or word.form in g.times.persons)
