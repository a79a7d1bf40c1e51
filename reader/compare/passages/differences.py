"""Which words differ between two excerpts that say the same, as spans of either, for the window and for documents.

Words are held against one another by what they mean: "aren't" is "are not", "colour" is "color", 5,800 is 5800 and
"two" is 2; case, accents and punctuation never count. Asked for exactly, only the last holds.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from reader.compare.passages.word_units import Unit, are_one, units
from reader.text.spans import Span, joined

_AROUND = 400
"""How many characters beyond an excerpt its own sentence is looked for."""
_SENTENCE_END = re.compile(r"[.!?…][”’\"'»)]*\s|\n")


def differences(
    left: str, left_span: Span, right: str, right_span: Span, language: str = "en", *, exact: bool = False
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The words of each excerpt that the other lacks at that place, neighbouring ones as one span.

    Spans are offsets into the whole texts. `exact` tells apart whatever is written in other letters.
    """
    mine, yours = (
        list(units(text, span, language, exact=exact)) for text, span in ((left, left_span), (right, right_span))
    )
    apart = list(_blocks(mine, yours, "" if exact else language, exact=exact))
    return _spans(mine, [block[0] for block in apart]), _spans(yours, [block[1] for block in apart])


def differing(text: str, base: str, language: str = "en", *, exact: bool = False) -> tuple[Span, ...]:
    """The stretches of `text`, whole words, that `base` has not in that place."""
    return joined(differences(text, Span(0, len(text)), base, Span(0, len(base)), language, exact=exact)[0])


def differing_parts(
    text: str,
    parts: Sequence[Span],
    base: str,
    base_parts: Sequence[Span],
    language: str = "en",
    *,
    exact: bool = False,
) -> tuple[Span, ...]:
    """The same of a wording in several stretches, as an utterance that is interrupted; no span leaves its stretch."""
    mine = [unit for part in parts for unit in units(text, part, language, exact=exact)]
    yours = [unit for part in base_parts for unit in units(base, part, language, exact=exact)]
    apart = _spans(mine, [block[0] for block in _blocks(mine, yours, language, exact=exact)])
    inside = (Span(max(s.start, p.start), min(s.end, p.end)) for s in apart for p in parts if s.overlap(p))
    return joined(inside)


def with_sentence(text: str, span: Span) -> Span:
    """An excerpt and the rest of its first and last sentence: what stands beside it is no word that is lacking."""
    before = text[max(0, span.start - _AROUND) : span.start]
    start = max((m.end() for m in _SENTENCE_END.finditer(before)), default=0)
    after = _SENTENCE_END.search(text, max(span.start, span.end - 1), span.end + _AROUND)
    end = after.end() if after else min(len(text), span.end + _AROUND)
    return Span(span.start - len(before) + start, max(span.end, end))


def _blocks(
    mine: Sequence[Unit], yours: Sequence[Unit], language: str, *, exact: bool
) -> Iterator[tuple[range, range]]:
    """The runs of words at one place that differ, by their numbers on either side."""
    from rapidfuzz.distance.Indel import opcodes  # late: the window's panes are made without it

    keys = [[key for _, key in side] for side in (mine, yours)]
    equal = [step for step in opcodes(*keys) if step.tag == "equal"]
    edges = [(step.src_start, step.src_end, step.dest_start, step.dest_end) for step in equal]
    start, other = 0, 0
    for first, last, here, there in (*edges, (len(mine), len(mine), len(yours), len(yours))):
        empty = (start, other) == (first, here)
        if not empty and (exact or not are_one(keys[0][start:first], keys[1][other:here], language)):
            yield range(start, first), range(other, here)
        start, other = last, there


def _spans(words: Sequence[Unit], apart: Sequence[range]) -> tuple[Span, ...]:
    numbers = {n for run in apart for n in run}
    runs = groupby(range(len(words)), key=lambda n: n in numbers)
    held = [list(run) for differs, run in runs if differs]
    return tuple(Span(min(words[n][0].start for n in run), max(words[n][0].end for n in run)) for run in held)
