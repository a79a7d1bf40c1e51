"""What a row is called: as the lexicon words its scope, else by the articles' own words around its figures."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reader.compare.comparison import Figure, LedgerRow
from reader.compare.figures import lexicon
from reader.compare.figures.claims.claim import FigureClaim
from reader.compare.figures.claims.clause import TURNS
from reader.compare.figures.quantities.units import UNITS
from reader.compare.figures.tokens import DIGITS, LETTERS, SIGN, Sentence

_BEFORE, _AFTER = 6, 4
"""How many words on each side of a figure are told, at most."""
_JOINTS = frozenset("-'’")
_BARE = lexicon.GRAMMAR["bare_labels"] | frozenset(UNITS)
"""Labels that say no more than the figure does itself."""


def label(claims: Sequence[FigureClaim]) -> str:
    """The label of a row of these claims."""
    known = Counter(c.reach.label for c in claims if not c.reach.also and _tells(c))
    if known:
        return min(known, key=lambda words: (-known[words], words))
    told = (own_words(claim) for claim in _of_one_language(claims))
    return max(told, key=lambda words: (len(words.split()) <= _ENOUGH, len(words)))


_ENOUGH = 8


def _of_one_language(claims: Sequence[FigureClaim]) -> list[FigureClaim]:
    """The claims of the language that most of them are in, of as many that of the first."""
    spoken = Counter(claim.clause.language for claim in claims)
    language, _count = spoken.most_common(1)[0]  # in the order of their first coming, where they are as many
    return [claim for claim in claims if claim.clause.language == language]


def named(claim: FigureClaim) -> Figure:
    """The figure of a claim, by the article's own words where its label says no more than the figure itself."""
    figure = claim.figure
    if figure.scope.label and figure.scope.label not in _BARE:
        return figure
    words = own_words(claim)
    return replace(figure, scope=replace(figure.scope, label=words)) if words != "…" else figure


def _tells(claim: FigureClaim) -> bool:
    """Whether the lexicon's label says what is counted or measured, and not only the verb or the unit."""
    reach = claim.reach
    return (
        reach.clear and bool(reach.label) and reach.label not in _BARE and (reach.kind != "count" or bool(reach.thing))
    )


def own_words(claim: FigureClaim) -> str:
    """The words around a figure, as they stand, with "…" in its place: raised the tax to … from April."""
    sentence = claim.clause.sentence
    first = _first_word(sentence, claim.first)
    end = _last_word(sentence, claim.end, max(_AFTER, _BEFORE + _AFTER - (claim.first - first)))
    before, after = _spelled(sentence, first, claim.first), _spelled(sentence, claim.end, end)
    gaps = ["" if sentence.glued(i) else " " for i in (claim.first, claim.end)]
    return f"{before}{gaps[0]}…{gaps[1]}{after}".strip().removeprefix("-")


def _first_word(sentence: Sentence, figure: int) -> int:
    """The word with which what is told before a figure begins: a name is told whole, "and" is left out."""
    first = figure
    while first > 0 and figure - first < _BEFORE and not _parts(sentence, first - 1):
        first -= 1
    while first > 0 and _is_name(sentence, first) and _is_name(sentence, first - 1):
        first -= 1
    while first < figure and (sentence.form(first) in _OPENERS or sentence.glued(first)):
        first += 1
    return first


def _last_word(sentence: Sentence, figure_end: int, most: int) -> int:
    """The word after those that are told behind a figure, `most` at most; little is told before one that opens."""
    end = figure_end
    while end < len(sentence.words) and end - figure_end < most and not _parts(sentence, end):
        end += 1
    if end < len(sentence.words) and not _parts(sentence, end):
        end = _whole(sentence, figure_end, end)
    while end > figure_end and (sentence.form(end - 1) in _CLOSERS or sentence.at(end - 1).kind == DIGITS):
        end -= 1
    return end


def _is_name(sentence: Sentence, i: int) -> bool:
    return sentence.words[i].kind == LETTERS and sentence.words[i].text[:1].isupper()


def _whole(sentence: Sentence, first: int, end: int) -> int:
    """The end of the last phrase that is told whole: what was cut off goes with the small word that it hangs on."""
    return next((i for i in range(end, max(first, end - _CUT), -1) if sentence.form(i) in _HINGES), end)


_CUT = 3
"""How many words are given up at most for a phrase to end."""
_OPENERS = lexicon.CONJUNCTIONS | lexicon.RELATIVE
_HINGES = lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.RELATIVE
_CLOSERS = _HINGES | lexicon.DETERMINERS | lexicon.AUXILIARY | lexicon.GRAMMAR["left_hanging"]


def _parts(sentence: Sentence, i: int) -> bool:
    """Whether the word ends what is said together: a sign other than a hyphen or an apostrophe within a word."""
    word = sentence.words[i]
    joint = word.text in _JOINTS and sentence.glued(i + 1)
    return (word.kind == SIGN and not joint) or word.form in TURNS


def _spelled(sentence: Sentence, first: int, end: int) -> str:
    """Words as they stand, with blanks where the article has any."""
    found = [("" if sentence.glued(i) or i == first else " ") + sentence.words[i].text for i in range(first, end)]
    return "".join(found)


def told_apart(rows: Sequence[tuple[LedgerRow, Sequence[FigureClaim]]]) -> list[LedgerRow]:
    """The rows; of those that would read alike the one with the most figures keeps its name, and each other says in
    brackets what tells it apart."""
    result, taken = [], set[str]()
    for row, claims in sorted(rows, key=lambda told: -len(told[0].mentions)):
        scope = row.scope
        if scope in taken:
            scope = next((s for s in _longer(scope, claims) if s not in taken), scope)
        while scope in taken:
            scope += " …"
        taken.add(scope)
        result.append(row if scope == row.scope else replace(row, scope=scope))
    return result


def _longer(scope: str, claims: Sequence[FigureClaim]) -> list[str]:
    """The label with where, when or of whom it is so; with the articles' own words where the lexicon knows neither."""
    found = []
    for claim in claims:
        reach = claim.reach
        found += [_as_written(claim, place) for place in (*reach.places, *reach.near)]
        found += [reach.time] if reach.time.isdecimal() else []
        found += [_as_written(claim, (name,)) for name in reach.names]
    found += [own_words(claim) for claim in claims]
    return [f"{scope} ({more})" for more in found if more and more != scope]


def _as_written(claim: FigureClaim, name: Sequence[str]) -> str:
    """A folded name as the sentence has it, "" where it has none: a common noun (countries) tells too little."""
    words = claim.clause.sentence.words
    for i in range(len(words) - len(name) + 1):
        part = words[i : i + len(name)]
        if all(w.form.removesuffix("'s") == form for w, form in zip(part, name, strict=True)):
            written = " ".join(w.text for w in part)
            return _POSSESSIVE.sub("", written) if written[:1].isupper() and i > 0 else ""
    return ""


_POSSESSIVE = re.compile(r"['’][sS]$")
