"""Names written in several ways: one person, place or organisation under the spellings of different articles."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, pairwise

from rapidfuzz.distance import Levenshtein

from reader.compare.comparison import Name, Spelling
from reader.compare.witness import Witness
from reader.lexicon import load
from reader.text.folding import folded
from reader.text.tokens import tokens
from reader.text.words import Words, words

_LEAST = 5
"""Letters in a word, at least, to be taken for a spelling of another by sound alone."""
_LIKE = 0.6
"""Likeness from which on two words are spellings of one beside a word that both names have in common."""
_MOST = 2_000
"""Different words in names that are held against one another, the most frequent ones."""
_LONGEST = 6
"""Words in a name, at most."""
_JOINTS = frozenset({" ", "-", "\N{NON-BREAKING HYPHEN}", "\N{NO-BREAK SPACE}"})
"""What may stand between the words of a name."""

Written = tuple[str, ...]


def find(witnesses: Sequence[Witness]) -> tuple[Name, ...]:
    """The names that are written in more than one way, over all witnesses, each once."""
    written: dict[Written, Counter[str]] = defaultdict(Counter)
    for witness in witnesses:
        for name in sequences(witness):
            written[name][witness.article.id] += 1
    one_form = _classes(written)
    groups: dict[Written, set[Written]] = defaultdict(set)
    for name in written:
        groups[tuple(one_form.get(folded(w), folded(w)) for w in name)].add(name)
    found = [_name(group, written) for group in groups.values() if len({_plain(n) for n in group}) > 1]
    return tuple(sorted(found, key=lambda n: [s.form for s in n.spellings]))


def canonical(names: Iterable[Name]) -> dict[str, str]:
    """For each folded word of a name that is spelt in several ways, the one that stands for all of them."""
    result: dict[str, str] = {}
    for name in names:
        columns = zip(*([t.form for t in tokens(s.form)] for s in name.spellings), strict=False)
        for column in columns:
            first = min(result.get(form, form) for form in column)
            result.update(dict.fromkeys(column, first))
    return {form: first for form, first in result.items() if form != first}


def sequences(witness: Witness) -> Iterator[Written]:
    """The capitalised sequences of a witness, without titles; a lone word at the start of a sentence is none."""
    text = witness.article.text
    found = words(text)
    for sentence in witness.sentences:
        run: list[int] = []
        first = bisect_left(found.starts, sentence.start)
        for n in range(first, bisect_left(found.starts, sentence.end, first)):
            if run and text[found.ends[run[-1]] : found.starts[n]] not in _JOINTS:
                yield from _trimmed(run, found, text, first)
                run = []
            great = text[found.starts[n]].isupper() and found.forms[n] not in _words("common")
            if great or (run and found.forms[n] in _words("inside")):
                run.append(n)
            elif run:
                yield from _trimmed(run, found, text, first)
                run = []
        yield from _trimmed(run, found, text, first)


def _trimmed(run: list[int], found: Words, text: str, first: int) -> Iterator[Written]:
    small = _words("inside")
    while run and (found.forms[run[-1]] in small or not text[found.starts[run[-1]]].isupper()):
        run.pop()
    while run and found.forms[run[0]] in _words("titles"):
        run = run[1:]
    if run and run != [first] and len(run) <= _LONGEST:
        yield tuple(_possessed(text[found.starts[n] : found.ends[n]]) for n in run)


def _possessed(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _classes(written: Mapping[Written, Counter[str]]) -> dict[str, str]:
    """Words that are spellings of one another -> the first of them by alphabet."""
    where: dict[str, set[str]] = defaultdict(set)
    count: Counter[str] = Counter()
    beside: dict[str, set[str]] = defaultdict(set)
    for name, articles in written.items():
        forms = [folded(w) for w in name]
        for form in forms:
            where[form] |= articles.keys()
            count[form] += sum(articles.values())
        for a, b in pairwise(forms):
            beside[a].add("+" + sound(b))
            beside[b].add("-" + sound(a))
    words = sorted(sorted(count), key=lambda w: -count[w])[:_MOST]
    links: dict[str, set[str]] = defaultdict(set)
    by_sound: dict[str, list[str]] = defaultdict(list)
    by_side: dict[str, list[str]] = defaultdict(list)
    for word in words:
        by_sound[sound(word)].append(word)
        for side in beside[word]:
            by_side[side].append(word)
    for group in by_sound.values():
        for a, b in combinations(group, 2):
            if min(len(a), len(b)) >= _LEAST and not where[a] & where[b]:
                links[a].add(b)
    for group in by_side.values():
        for a, b in combinations(group[:40], 2):
            if not where[a] & where[b] and _alike(a, b):
                links[a].add(b)
    return _first_of_each(links)


def _alike(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= 4 and (
        Levenshtein.normalized_similarity(sound(a), sound(b)) >= _LIKE
        and Levenshtein.normalized_similarity(a, b) >= _LIKE - 0.1
        and (a[0] == b[0] or sound(a)[0] == sound(b)[0] or {a[0], b[0]} <= {"j", "y", "s", "z", "d", "g", "h"})
    )


def _first_of_each(links: Mapping[str, set[str]]) -> dict[str, str]:
    parent: dict[str, str] = {}

    def root(word: str) -> str:
        while parent.setdefault(word, word) != word:
            word = parent[word]
        return word

    for a in sorted(links):
        for b in sorted(links[a]):
            x, y = sorted((root(a), root(b)))
            parent[y] = x
    return {word: root(word) for word in list(parent)}


def _name(group: set[Written], written: Mapping[Written, Counter[str]]) -> Name:
    forms: dict[str, set[str]] = defaultdict(set)
    for name in group:
        forms[" ".join(name)] |= written[name].keys()
    return Name(tuple(Spelling(form, tuple(sorted(forms[form]))) for form in sorted(forms)))


def _plain(words: Written) -> str:
    return " ".join(w.casefold() for w in words)


@lru_cache(maxsize=16_384)
def sound(word: str) -> str:
    """About how a name sounds: what is left the same by the ways of writing it in the Latin alphabet."""
    key = word.replace("'", "")
    for letters, one in load("names")["sounds"].items():
        key = key.replace(letters, one)
    short = "".join(c for n, c in enumerate(key) if n == 0 or c != key[n - 1])
    return short or key


@lru_cache(maxsize=8)
def _words(kind: str) -> frozenset[str]:
    return frozenset(load("names")[kind].split())


def titled(name: str) -> str:
    """A name without the titles before it: "President Ana Ruiz" -> "Ana Ruiz"; "" where titles are all there is."""
    words = name.split()
    while words and folded(words[0].strip(".,")) in _words("titles") | _words("common"):
        words = words[1:]
    return " ".join(_possessed(w).strip(".,") for w in words)
