"""Which words differ between two excerpts that say the same, as spans of either, for the window and for documents.

Words are held against one another by what they mean: "aren't" is "are not", "colour" is "color", 5,800 is 5800 and
"two" is 2; case, accents and punctuation never count. Asked for exactly, only the last holds.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from rapidfuzz.distance import Opcodes
from rapidfuzz.distance.Indel import opcodes

from reader.compare.passages.terms import number
from reader.lexicon import load
from reader.text.folding import folded
from reader.text.spans import Span, joined
from reader.text.tokens import TOKEN

_WORD = re.compile(rf"{TOKEN.pattern}|%")
_PREFIX = 3
"""Letters before a hyphen, at most, for the two parts to be one word: "co-operate", "e-mail"."""
_AROUND = 400
"""How many characters beyond an excerpt its own sentence is looked for."""
_SENTENCE_END = re.compile(r"[.!?…][”’\"'»)]*\s|\n")

Unit = tuple[Span, str]
"""A word, or a part of one that counts for itself, and the one form of all ways to write it."""


def differences(
    left: str, left_span: Span, right: str, right_span: Span, *, exact: bool = False
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The words of each excerpt that the other lacks at that place, neighbouring ones as one span.

    Spans are offsets into the whole texts. `exact` tells apart whatever is written in other letters.
    """
    mine, yours = list(units(left, left_span, exact=exact)), list(units(right, right_span, exact=exact))
    steps = opcodes([key for _, key in mine], [key for _, key in yours])
    return _spans(mine, steps, source=True), _spans(yours, steps, source=False)


def differing(text: str, base: str, *, exact: bool = False) -> tuple[Span, ...]:
    """The stretches of `text`, whole words, that `base` has not in that place."""
    return joined(differences(text, Span(0, len(text)), base, Span(0, len(base)), exact=exact)[0])


def differing_parts(
    text: str, parts: Sequence[Span], base: str, base_parts: Sequence[Span], *, exact: bool = False
) -> tuple[Span, ...]:
    """The same of a wording in several stretches, as an utterance that is interrupted; no span leaves its stretch."""
    mine = [unit for part in parts for unit in units(text, part, exact=exact)]
    yours = [unit for part in base_parts for unit in units(base, part, exact=exact)]
    apart = _spans(mine, opcodes([key for _, key in mine], [key for _, key in yours]), source=True)
    inside = (Span(max(s.start, p.start), min(s.end, p.end)) for s in apart for p in parts if s.overlap(p))
    return joined(inside)


def with_sentence(text: str, span: Span) -> Span:
    """An excerpt and the rest of its first and last sentence: what stands beside it is no word that is lacking."""
    before = text[max(0, span.start - _AROUND) : span.start]
    start = max((m.end() for m in _SENTENCE_END.finditer(before)), default=0)
    after = _SENTENCE_END.search(text, max(span.start, span.end - 1), span.end + _AROUND)
    end = after.end() if after else min(len(text), span.end + _AROUND)
    return Span(span.start - len(before) + start, max(span.end, end))


def units(text: str, span: Span, *, exact: bool = False) -> Iterator[Unit]:
    """The words of a stretch, each with its place and its one form; a contraction gives each of its words."""
    found = list(_WORD.finditer(text, span.start, span.end))
    skip = False
    for n, match in enumerate(found):
        form = folded(match[0])
        if exact:
            if match[0] != "%":
                yield Span(*match.span()), form
            continue
        if skip:
            skip = False
            continue
        place = Span(*match.span())
        if n + 1 < len(found) and (whole := _compound(text, match, found[n + 1])):
            skip = True
            yield Span(match.start(), found[n + 1].end()), _plain(whole)
        else:
            yield from ((place, _plain(part)) for part in _parts(form))


def _compound(text: str, one: re.Match[str], other: re.Match[str]) -> str:
    """Two words that are also written as one: "e-mail", "per cent"."""
    between, first, second = text[one.end() : other.start()], folded(one[0]), folded(other[0])
    if between == "-" and len(first) <= _PREFIX and first.isalpha() and second.isalpha():
        return first + second
    return "percent" if (first, second) == ("per", "cent") and between.isspace() else ""


def _parts(form: str) -> tuple[str, ...]:
    """The words of a contraction."""
    known = _table("contractions")
    if form in known:
        return tuple(known[form].split())
    for ending, word in _table("endings").items():
        if form.endswith(ending) and len(form) > len(ending):
            return form.removesuffix(ending), word
    return (form,)


@cache
def _table(kind: str) -> dict[str, str]:
    return dict(load("contractions")["en"][kind])


@cache
def _plain(form: str) -> str:
    """The one form of a word that is spelt in several ways."""
    if form[0].isdigit():
        return number(form)
    if form == "%":
        return "percent"
    if form in load("numerals")["en"]:
        return str(load("numerals")["en"][form])
    for ending, other in load("spelling")["en"].items():
        if form.endswith(ending) and len(form) > len(ending) + 2:
            return form[: -len(ending)] + str(other)
    return form


def _spans(words: Sequence[Unit], steps: Opcodes, *, source: bool) -> tuple[Span, ...]:
    apart: set[int] = set()
    for step in steps:
        if step.tag != "equal":
            places = (step.src_start, step.src_end) if source else (step.dest_start, step.dest_end)
            apart.update(range(*places))
    runs = groupby(range(len(words)), key=lambda n: n in apart)
    held = [list(run) for differs, run in runs if differs]
    return tuple(Span(words[run[0]][0].start, words[run[-1]][0].end) for run in held)
