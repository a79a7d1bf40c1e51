"""Which words differ between two excerpts that say the same, as spans of either, for the window and for documents."""

from rapidfuzz.distance import Opcodes
from rapidfuzz.distance.Indel import opcodes

from reader.text.spans import Span, joined
from reader.text.tokens import Token, tokens


def differences(left: str, left_span: Span, right: str, right_span: Span) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The words of each excerpt that the other lacks at that place, neighbouring ones as one span.

    Words that differ in case, accents or typography only are the same. Spans are offsets into the whole texts.
    """
    mine = list(tokens(left, left_span.start, left_span.end))
    yours = list(tokens(right, right_span.start, right_span.end))
    steps = opcodes([t.form for t in mine], [t.form for t in yours])
    return _spans(mine, steps, source=True), _spans(yours, steps, source=False)


def differing(text: str, base: str) -> tuple[Span, ...]:
    """The stretches of `text`, whole words, that `base` has not in that place."""
    return joined(differences(text, Span(0, len(text)), base, Span(0, len(base)))[0])


def _spans(words: list[Token], steps: Opcodes, *, source: bool) -> tuple[Span, ...]:
    places = [
        (step.src_start, step.src_end) if source else (step.dest_start, step.dest_end)
        for step in steps
        if step.tag != "equal"
    ]
    return tuple(Span(words[a].span.start, words[b - 1].span.end) for a, b in places if b > a)
