"""The counted noun in Chinese: behind a measure word, or the measure word itself, or before the number."""

from reader.compare.figures.languages.grammar import Grammar
from reader.compare.figures.tokens import LETTERS, Sentence

Noun = tuple[int, int, str]
"""Its words, first and end, and its dictionary form or its stem."""

_LONGEST = 6
"""A run of more Chinese signs without a known noun is no noun by itself."""


def measured(sentence: Sentence, k: int, first: int, g: Grammar) -> Noun | None:
    """Chinese: 150名士兵, 30人, 病例48例."""
    measure = g.nouns.measures.at(sentence, k)
    end = measure[1] if measure is not None else k
    if measure is not None and measure[0] == "whole":
        said = g.nouns.said.at(sentence, end)
        return (k, said[1], said[0]) if said is not None else (k, end, sentence.form(k))
    run = max(_run(sentence, end, g), g.nouns.lemmas.has(sentence, end) * (end + 1))
    for at in range(end, run):
        known = g.nouns.lemmas.at(sentence, at)
        if known is not None and (known[1] <= run or at == end) and (at == end or measure is not None):
            return end, known[1], known[0]
    if measure is None:
        return None
    if end + (measure[0] != "any") < run <= end + _LONGEST:
        return end, run, "".join(sentence.form(n) for n in range(end, run))
    for back in (4, 3, 2):  # 病例48例: what is counted stands before
        known = g.nouns.lemmas.at(sentence, first - back) if first >= back else None
        if known is not None and known[1] == first:
            return first - back, first, known[0]
    return k, end, g.nouns.person if measure[0] == "people" else sentence.form(k)


def _run(sentence: Sentence, k: int, g: Grammar) -> int:
    """Past the Chinese signs from `k` on that no function word or number ends."""
    while (
        sentence.at(k).kind == LETTERS
        and sentence.form(k) not in g.nouns.functions
        and sentence.form(k) not in g.numerals.scales
    ):
        k += 1
    return k
