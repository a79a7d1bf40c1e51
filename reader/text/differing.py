"""Which words of one wording differ from another wording of the same passage."""

from difflib import SequenceMatcher

from reader.text.spans import Span, joined
from reader.text.tokens import tokens

MOST_WORDS = 600
"""Beyond this a passage is no passage, and to compare word by word would take too long."""


def differing(text: str, base: str) -> tuple[Span, ...]:
    """The stretches of `text`, whole words, that `base` has not in that place; case and accents are no difference."""
    own, theirs = list(tokens(text)), list(tokens(base))
    if max(len(own), len(theirs)) > MOST_WORDS:
        return ()
    matcher = SequenceMatcher(None, [t.form for t in theirs], [t.form for t in own], autojunk=False)
    return joined(
        Span(own[first].span.start, own[last - 1].span.end)
        for tag, _a, _b, first, last in matcher.get_opcodes()
        if tag in ("replace", "insert")
    )
