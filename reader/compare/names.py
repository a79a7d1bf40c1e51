"""Names written in several ways: one person, place or organisation under the spellings of different articles."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, pairwise

from rapidfuzz.distance import Levenshtein

from reader.compare.comparison import Name, Spelling
from reader.compare.given_names import are_one_given_name, are_one_person, is_given_name
from reader.compare.sounds import rough_sound, shows_transliteration, sound
from reader.compare.witness import Witness
from reader.dataclass import dataclass
from reader.lexicon import load
from reader.text.folding import folded
from reader.text.invisible import visible
from reader.text.token_table import TokenTable
from reader.text.tokens import tokens

_LEAST = 5
"""Letters in a word, at least, to be taken for a spelling of another by sound alone."""
_LIKE = 0.6
"""Likeness from which on two words are spellings of one beside a word that both names have in common."""
_MOST = 2_000
"""Different words in names that are held against one another, the most frequent ones."""
_LONGEST = 6
"""Words in a name, at most."""
_JOINTS = frozenset({" ", "-", "\N{NON-BREAKING HYPHEN}", "\N{NO-BREAK SPACE}"})
"""What may stand between the words of a name; after an initial, a stop too."""
_SHORTENED = ("'d", "'ll", "'m", "'re", "'ve", "n't")


@dataclass(frozen=True, slots=True, order=True)
class WrittenName:
    """A name as one article writes it: its words, without the stops of initials, and the whole with its hyphens."""

    words: tuple[str, ...]
    form: str

    @property
    def forms(self) -> tuple[str, ...]:
        """The folded words, Arabic articles left out."""
        found = tuple(folded(word) for word in self.words)
        away = _words("articles") | _words("drawn_articles") if len(found) > 1 else _words("articles")
        return tuple(form for form in found if form not in away) or found


def find(witnesses: Sequence[Witness]) -> tuple[Name, ...]:
    """The names that are written in more than one way, over all witnesses, each once."""
    written: dict[WrittenName, Counter[str]] = defaultdict(Counter)
    for witness in witnesses:
        for name in sequences(witness):
            written[name][witness.article.id] += 1
    one_form = _classes(written)
    groups: dict[tuple[bool, tuple[str, ...]], set[WrittenName]] = defaultdict(set)
    for name in written:
        groups[_is_organisation(name), tuple(one_form.get(form, form) for form in name.forms)].add(name)
    made = _of_persons({key[1]: names for key, names in groups.items() if not key[0]}, written)
    made += [names for key, names in groups.items() if key[0]]
    found = [_name(group, written) for group in made if len({_plain(n) for n in group}) > 1]
    return tuple(sorted(found, key=lambda n: [s.form for s in n.spellings]))


def canonical(names: Iterable[Name]) -> dict[str, str]:
    """For each folded word of a name that is spelt in several ways, the one that stands for all of them.

    Nicknames and initials are no spellings: "Bill" stands for no "William" outside a name.
    """
    result: dict[str, str] = {}
    for name in names:
        by_length: dict[int, list[tuple[str, ...]]] = defaultdict(list)
        for spelling in name.spellings:
            forms = tuple(t.form for t in tokens(spelling.form) if t.form not in _words("articles"))
            by_length[len(forms)].append(forms)
        for column in (column for held in by_length.values() for column in zip(*held, strict=True)):
            alike = [form for form in column if _are_spellings(form, column[0])]
            first = min(result.get(form, form) for form in alike)
            result.update(dict.fromkeys(alike, first))
    return {form: first for form, first in result.items() if form != first}


def _are_spellings(a: str, b: str) -> bool:
    return a == b or sound(a) == sound(b) or rough_sound(a) == rough_sound(b) or _alike(a, b)


def sequences(witness: Witness) -> Iterator[WrittenName]:
    """The capitalised sequences of a witness, without titles; a lone word at the start of a sentence is none."""
    text, found, inner = witness.article.text, witness.words, _words("inside")
    for sentence in witness.sentences:
        run: list[int] = []
        first = bisect_left(found.starts, sentence.start)
        for n in range(first, bisect_left(found.starts, sentence.end, first)):
            if run and not _is_joint(text, found, run[-1], n):
                yield from _trimmed(run, found, text, first)
                run = []
            if _is_great(text, found, n) or (
                run and (found.forms[n] in inner or _is_drawn_article(text, found, n) or _is_drawn(text, found, run, n))
            ):
                run.append(n)
            elif run:
                yield from _trimmed(run, found, text, first)
                run = []
        yield from _trimmed(run, found, text, first)


def _is_joint(text: str, found: TokenTable, last: int, n: int) -> bool:
    between = visible(text[found.ends[last] : found.starts[n]])
    return between in _JOINTS or (between in {". ", "."} and _is_initial(text, found, last))


def _is_initial(text: str, found: TokenTable, n: int) -> bool:
    return found.ends[n] - found.starts[n] == 1 and text[found.starts[n]].isupper() and text[found.ends[n]][:1] == "."


def _is_great(text: str, found: TokenTable, n: int) -> bool:
    """Whether a word is written as those of names are: no contraction, and no word that has its capital for nothing."""
    if not text[found.starts[n]].isupper():
        return False
    form = found.forms[n]
    if form.endswith(_SHORTENED) or (form.split("'")[0] in _words("common") and "'" in form):
        return False
    return form not in _words("common") or (found.ends[n] < len(text) and _is_initial(text, found, n))


def _is_drawn_article(text: str, found: TokenTable, n: int) -> bool:
    behind = text[found.ends[n] : found.ends[n] + 1]
    return found.forms[n] in _words("drawn_articles") and behind in {"-", "\N{NON-BREAKING HYPHEN}"}


def _is_drawn(text: str, found: TokenTable, run: Sequence[int], n: int) -> bool:
    """Whether a small word is the second half of a given name beside an eastern surname: "Kim Jong-un"."""
    if not run or run[-1] != n - 1 or text[found.ends[n - 1] : found.starts[n]] not in {"-", "\N{NON-BREAKING HYPHEN}"}:
        return False
    surnames = _words("eastern_surnames")
    return (len(run) > 1 and found.forms[run[0]] in surnames) or any(f in surnames for f in found.forms[n + 1 : n + 2])


def _trimmed(run: list[int], found: TokenTable, text: str, first: int) -> Iterator[WrittenName]:
    small = _words("inside")
    while run and (found.forms[run[-1]] in small or not text[found.starts[run[-1]]].isupper()):
        if _is_drawn(text, found, run[:-1], run[-1]):
            break
        run.pop()
    run = _without_titles(run, found)
    while len(run) > 2 and found.forms[run[-1]] in _words("honours"):  # "Ana Ruiz MP"
        run.pop()
    forms = [found.forms[n] for n in run]
    if not run or run == [first] or len(run) > _LONGEST or all(form in _words("demonyms") for form in forms):
        return
    written = tuple(_possessed(visible(text[found.starts[n] : found.ends[n]])) for n in run)
    end = found.ends[run[-1]]
    end += text[end : end + 1] == "." and found.forms[run[-1]] in ("jr", "sr")
    whole = " ".join(visible(text[found.starts[run[0]] : end]).split())
    yield WrittenName(written, _possessed(whole))


def _without_titles(run: list[int], found: TokenTable) -> list[int]:
    """What stands behind the last title of a name; titles alone are none."""
    titles, posts, suffixes = _words("titles"), _words("posts"), _words("suffixes")
    for k in range(len(run) - 1, -1, -1):
        form = found.forms[run[k]]
        rest = [n for n in run[k + 1 :] if found.forms[n] not in suffixes]
        if form not in titles and form not in posts:
            continue
        if rest and not any(found.forms[n] in _words("organisations") for n in rest):
            return run[k + 1 :]
        if not rest and form not in _words("surnames"):
            return run if any(found.forms[n] in _words("organisations") for n in run) else run[:k]
    return run


def _possessed(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _is_organisation(name: WrittenName) -> bool:
    """Whether its words tell an organisation: never one with a person, however alike."""
    forms = name.forms
    if "-" in name.form and {forms[0], forms[-1]} & _words("eastern_surnames"):  # "Park Geun-hye"
        return False
    return any(form in _words("organisations") for form in forms)


def _classes(written: Mapping[WrittenName, Counter[str]]) -> dict[str, str]:
    """Words that are spellings of one another -> the first of them by alphabet."""
    where: dict[str, set[str]] = defaultdict(set)
    count: Counter[str] = Counter()
    beside: dict[str, set[str]] = defaultdict(set)
    for name, articles in written.items():
        forms = name.forms
        for form in forms:
            where[form] |= articles.keys()
            count[form] += sum(articles.values())
        for a, b in pairwise(forms):
            for heard in (sound, rough_sound):
                beside[a].add("+" + heard(b))
                beside[b].add("-" + heard(a))
    known = sorted(sorted(count), key=lambda w: -count[w])[:_MOST]
    links: dict[str, set[str]] = defaultdict(set)
    for a, b in _pairs_by_sound(known):
        if not where[a] & where[b] and _may_be_one(a, b):
            links[a].add(b)
    for a, b in _pairs_of_places(count):
        if not where[a] & where[b]:
            links[a].add(b)
    for a, b in _pairs_by_side(known, beside):
        if not where[a] & where[b] and _alike(a, b) and _may_be_one(a, b):
            links[a].add(b)
    return _first_of_each(links)


def _pairs_by_sound(known: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Words that sound the same, or do so as names brought from Arabic letters, one of which shows that it is one."""
    by_sound: dict[str, list[str]] = defaultdict(list)
    by_rough: dict[str, list[str]] = defaultdict(list)
    for word in known:
        if len(word) >= _LEAST:
            by_sound[sound(word)].append(word)
            by_rough[rough_sound(word)].append(word)
    for group in by_sound.values():
        yield from combinations(group, 2)
    for group in by_rough.values():
        yield from ((a, b) for a, b in combinations(group[:40], 2) if shows_transliteration(a, b))


def _pairs_of_places(known: Collection[str]) -> Iterator[tuple[str, str]]:
    """The names of one place in two languages or of two times: "Kyiv" and "Kiev"."""
    for line in load("names")["places"]:
        yield from combinations((name for name in line.split() if name in known), 2)


def _pairs_by_side(known: Sequence[str], beside: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    by_side: dict[str, list[str]] = defaultdict(list)
    for word in known:
        for side in beside[word]:
            by_side[side].append(word)
    for group in by_side.values():
        yield from combinations(group[:40], 2)


def _may_be_one(a: str, b: str) -> bool:
    """Whether two words may be spellings of one: neither the plural of the other, nor whence somebody comes."""
    short, long = sorted((a, b), key=len)
    if _are_other_given_names(a, b):
        return False
    return long not in (short + "s", short + "es") and not {a, b} & _words("demonyms")


def _alike(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= 4 and (
        Levenshtein.normalized_similarity(sound(a), sound(b)) >= _LIKE
        and Levenshtein.normalized_similarity(a, b) >= _LIKE - 0.1
        and (
            a[0] == b[0]
            or sound(a)[0] == sound(b)[0]
            or any({a[0], b[0]} <= set(one) for one in _words("first_letters"))
        )
    )


def _are_other_given_names(a: str, b: str) -> bool:
    """Whether two words are given names of different people: "Paul" and "Paula", "Clara" and "Carla"."""
    known = _words("he_names") | _words("she_names")
    if are_one_given_name(a, b):
        return False
    for one, other in ((a, b), (b, a)):
        stem = one.rstrip("aeio")
        ending = other[len(stem) :]
        if (
            one != other
            and one in _words("he_names")
            and other.startswith(stem)
            and ending in _words("feminine_endings")
        ):
            return True
    return {a, b} <= known and sound(a) != sound(b) and rough_sound(a) != rough_sound(b)


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


def _of_persons(
    groups: Mapping[tuple[str, ...], set[WrittenName]], written: Mapping[WrittenName, Counter[str]]
) -> list[set[WrittenName]]:
    """The groups, with those made one that name one person by nickname, initial or middle name."""
    by_last: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for key in sorted(groups):
        by_last[_last(key)].append(key)
    result: list[set[WrittenName]] = []
    for keys in by_last.values():
        joined: list[tuple[set[tuple[str, ...]], set[WrittenName]]] = []
        for key in sorted(keys, key=lambda k: (len(k[0]) == 1, -len(k), k)):
            fits = [one for one in joined if all(are_one_person(key, other) for other in one[0])]
            fits = [one for one in fits if not _are_two(key, one[0], groups, written)]
            if len(fits) == 1:
                fits[0][0].add(key)
                fits[0][1].update(groups[key])
            else:
                joined.append(({key}, set(groups[key])))
        result += [names for _, names in joined]
    return _in_other_shapes(result, written)


def _in_other_shapes(
    found: Sequence[set[WrittenName]], written: Mapping[WrittenName, Counter[str]]
) -> list[set[WrittenName]]:
    """The groups, with those made one whose names have one shape: the same letters, another order, a surname less.

    "Abdul-Rahman" and "Abdulrahman"; "Wen Jiabo" and "Jiabo Wen"; "Ana Ruiz Torres" and "Ana Ruiz". Never where an
    article has both.
    """
    groups = list(found)
    where = [{article for name in group for article in written[name]} for group in groups]
    by_shape: dict[str, list[int]] = defaultdict(list)
    for n, group in enumerate(groups):
        for shape in sorted({shape for name in group for shape in _shapes(name)}):
            by_shape[shape].append(n)
    merged: dict[int, int] = {}
    for numbers in (by_shape[shape] for shape in sorted(by_shape)):
        roots = sorted({_root(merged, n) for n in numbers})
        if len(roots) == 2 and not where[roots[0]] & where[roots[1]]:
            first, other = roots
            groups[first] = groups[first] | groups[other]
            where[first] = where[first] | where[other]
            merged[other] = first
    return [group for n, group in enumerate(groups) if n not in merged]


def _root(merged: Mapping[int, int], n: int) -> int:
    while n in merged:
        n = merged[n]
    return n


def _shapes(name: WrittenName) -> Iterator[str]:
    """What names of one person may have in common: their letters, whichever end the surname stands at."""
    forms = name.forms
    if len(forms) < 2:
        return
    yield "".join(forms)
    if forms[0] in _words("eastern_surnames") and len(forms) <= 3:
        yield "".join((*forms[1:], forms[0]))
    elif len(forms) == 2 and is_given_name(forms[1]) and len(forms[1]) > 1 and not is_given_name(forms[0]):
        yield forms[1] + forms[0]  # Hungarian: "Nagy Viktor"
    hyphened = any(mark in name.form.rpartition(" ")[2] for mark in "-\N{NON-BREAKING HYPHEN}")
    eastern = forms[0] in _words("eastern_surnames")
    spanish = forms[0] in _words("spanish_names") and not set(forms) & _words("particles")
    if len(forms) > 2 and (spanish or (hyphened and is_given_name(forms[0]) and not eastern)):
        yield "".join(forms[:-1])
    if len(forms[0]) == 1 and len(forms) > 2 and is_given_name(forms[1]):  # "R. James Arvel"
        yield "".join(forms[1:])


def _last(key: tuple[str, ...]) -> str:
    return next((form for form in reversed(key) if form not in _words("suffixes")), key[-1])


def _are_two(
    key: tuple[str, ...],
    others: Iterable[tuple[str, ...]],
    groups: Mapping[tuple[str, ...], set[WrittenName]],
    written: Mapping[WrittenName, Counter[str]],
) -> bool:
    """Whether one of two names has a "Jr." and an article names both: then they are father and son."""
    for other in others:
        if (key[-1] in _words("suffixes")) != (other[-1] in _words("suffixes")):
            where = [{article for name in groups[k] for article in written[name]} for k in (key, other)]
            if where[0] & where[1]:
                return True
    return False


def _name(group: set[WrittenName], written: Mapping[WrittenName, Counter[str]]) -> Name:
    forms: dict[str, set[str]] = defaultdict(set)
    for name in group:
        forms[name.form] |= written[name].keys()
    return Name(tuple(Spelling(form, tuple(sorted(forms[form]))) for form in sorted(forms)))


def _plain(name: WrittenName) -> str:
    return " ".join(w.casefold() for w in name.words)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(load("names")[kind].split())
