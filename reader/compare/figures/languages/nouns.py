"""The noun that a figure counts: behind it, before it, or, in Chinese, behind its measure word."""

from reader.compare.figures.languages.amount import Amount
from reader.compare.figures.languages.grammar import Grammar
from reader.compare.figures.languages.measure_words import Noun, measured
from reader.compare.figures.tokens import DIGITS, LETTERS, Sentence
from reader.text.stems import stem

_REACH = 4
"""How many adjectives may stand before a noun."""
_HEAD_REACH = 14
"""How many words back a "number of" may stand."""


def counted(sentence: Sentence, k: int, amount: Amount, g: Grammar) -> Noun | None:
    """The noun that the number which ends before word `k` counts, or None."""
    if g.is_chinese:
        return measured(sentence, k, amount.first, g)
    of = g.nouns.of.at(sentence, k)
    found = behind(sentence, of[1] if of is not None else k, g)
    if found is not None and _is_plural(sentence, found[0], g):
        return found
    return None if of is not None else _headed(sentence, amount.first, g)


def _is_plural(sentence: Sentence, at: int, g: Grammar) -> bool:
    """Whether the word may be a plural, where the language shows that: "6 milliards reposant sur" counts nothing."""
    plural = g.nouns.plural
    return not plural or sentence.form(at).endswith(plural) or g.nouns.lemmas.has(sentence, at)


def behind(sentence: Sentence, k: int, g: Grammar) -> Noun | None:
    """The noun that begins at word `k`, adjectives before it skipped."""
    nouns = g.nouns
    past = _past_number(sentence, k, g)
    if past > k and g.around.units.has(sentence, past):
        return None  # those of two years ago
    k = past
    if sentence.form(k) in nouns.inverted:  # 17.365 i migranti
        k += 1
    for at in range(k, k + _REACH + 1):
        word = sentence.at(at)
        if word.kind == LETTERS and word.form in nouns.adjectives:
            continue
        if word.kind != LETTERS or word.form in nouns.functions or word.form in g.numerals.cardinals:
            return None
        if (known := nouns.lemmas.at(sentence, at)) is not None:
            return at, known[1], known[0]
        if nouns.capital:
            if word.text[:1].isupper():
                return at, at + 1, stem(word.form, g.language)
            continue
        if _is_adjective(sentence, at, g):
            continue
        if nouns.verb_endings and word.form.endswith(nouns.verb_endings):
            return None
        return at, at + 1, stem(word.form, g.language)
    return None


def _past_number(sentence: Sentence, k: int, g: Grammar) -> int:
    """Past another number between: twelve of the 30 passengers, 14 % of the 2,3 million households."""
    if sentence.at(k).kind != DIGITS and sentence.form(k) not in g.numerals.cardinals:
        return k
    k += 1
    if sentence.form(k) in g.numerals.scales:
        k += 1
        of = g.nouns.of.at(sentence, k)
        k = of[1] if of is not None else k
    return k


def is_known(sentence: Sentence, k: int, g: Grammar) -> bool:
    """Whether a noun that the tables know stands at word `k`, an adjective before it skipped."""
    while _is_adjective(sentence, k, g):
        k += 1
    return g.nouns.lemmas.has(sentence, k)


def is_noun(sentence: Sentence, k: int, g: Grammar) -> bool:
    """Whether what stands at word `k` looks like a counted noun: capital, plural ending, or known."""
    of = g.nouns.of.at(sentence, k)
    found = behind(sentence, of[1] if of is not None else k, g)
    if found is None:
        return False
    word = sentence.at(found[0])
    if g.nouns.lemmas.has(sentence, found[0]) or g.nouns.capital:
        return True
    return word.text[:1].islower() and word.form.endswith(g.nouns.plural) if g.nouns.plural else True


def _is_adjective(sentence: Sentence, at: int, g: Grammar) -> bool:
    """Whether the word at `at` is an adjective before another word that may be the noun."""
    form, following = sentence.form(at), sentence.at(at + 1)
    if form in g.nouns.adjectives:
        return True
    ending = next((e for e in g.nouns.adjective_endings if form.endswith(e) and len(form) > len(e) + 2), "")
    if not ending or following.kind != LETTERS or following.form in g.nouns.functions:
        return False
    if g.nouns.lemmas.has(sentence, at + 1):
        return True
    other = next((e for e in g.nouns.adjective_endings if following.form.endswith(e)), "")
    return not other or other == ending


def _headed(sentence: Sentence, first: int, g: Grammar) -> Noun | None:
    """The number of dead rose to 30: the noun behind "number of"."""
    for k in range(first - 1, max(-1, first - _HEAD_REACH), -1):
        head = g.nouns.heads.at(sentence, k)
        if head is not None and head[1] < first:
            return behind(sentence, head[1], g)
    return None
