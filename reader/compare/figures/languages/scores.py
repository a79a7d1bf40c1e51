"""Scores: two numbers beside one another, 3-1, 17:21, 2 a 1, behind which nothing is counted."""

from reader.compare.figures.languages import nouns
from reader.compare.figures.languages.grammar import Grammar
from reader.compare.figures.languages.moments import Moment, whole
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import DIGITS, LETTERS, Sentence

_LINKS = frozenset([":", "-", "–", "/"])


def score(sentence: Sentence, i: int, g: Grammar) -> Moment | None:
    """The score that begins with the digits at word `i`, a pair of numbers in the order written; None for none."""
    if (first := whole(sentence, i, 3)) is None or sentence.at(i).kind != DIGITS:
        return None
    link, other = sentence.at(i + 1), whole(sentence, i + 2, 3)
    if other is None or sentence.at(i + 2).kind != DIGITS:
        return None
    end = i + 3
    if link.text in _LINKS and link.glued and sentence.glued(i + 2):
        if sentence.form(end) == link.text:  # 17:37:29, 1-2-3
            return None, end + 2
        is_score = link.text == ":" or first >= other or not _is_counted(sentence, end, g)
    else:
        is_score = (
            g.around.score.has(sentence, i + 1)
            and max(first, other) < 100
            and g.around.from_.before(sentence, i) is None
            and not _is_counted(sentence, end, g)
        )
    if not is_score:
        return None
    if link.text == "/":
        return None, end
    return ParsedQuantity(i, end, i, end, float(first), float(other), 1.0, "", "score"), end


def _is_counted(sentence: Sentence, k: int, g: Grammar) -> bool:
    """Whether what follows is counted, or measures: then the two numbers are a range."""
    word = sentence.at(k)
    if word.kind == LETTERS and (nouns.is_noun(sentence, k, g) or g.numerals.scales.get(word.form)):
        return True
    return g.around.units.has(sentence, k) or g.around.signs.has(sentence, k) or word.form == "-"
