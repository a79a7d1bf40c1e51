"""Whether two names may be one person's: by nickname, by initials, by a middle name that one of them leaves out."""

from functools import cache

from reader.lexicon import load


def are_one_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names, as folded words, may be those of one person: "bill smith" and "william a smith"."""
    first, second = _without_suffix(one), _without_suffix(other)
    if min(len(first), len(second)) < 2 or first[-1] != second[-1]:
        return first == second
    if not (is_given_name(first[0]) and is_given_name(second[0])):
        return first == second
    if not are_one_given_name(first[0], second[0]):
        return False
    middle, others = first[1:-1], second[1:-1]
    if any(len(word) > 1 and word in load("names")["small"].split() for word in (*middle, *others)):
        return False
    if (first == one) != (second == other) and not (middle if first != one else others):
        return False  # "Jon Arvel Jr." is a son; "Jon B. Arvel Jr." may be written without all of that
    return not (middle and others) or all(_agree(a, b) for a, b in zip(middle, others, strict=False))


def are_one_given_name(one: str, other: str) -> bool:
    """Whether two given names are the same, one the other's initial, or both short for one."""
    return _agree(one, other) or bool(_formal(one) & _formal(other))


def is_given_name(word: str) -> bool:
    """Whether a folded word is a given name that the lexicon knows, or an initial."""
    return len(word) == 1 or word in _known()


def _agree(one: str, other: str) -> bool:
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])


def _without_suffix(words: tuple[str, ...]) -> tuple[str, ...]:
    suffixes = load("names")["suffixes"].split()
    return tuple(word for word in words if word not in suffixes) or words


@cache
def _formal(name: str) -> frozenset[str]:
    """The given names that a name may stand for, itself among them."""
    return frozenset({name} | {full for full, short in load("names")["nicknames"].items() if name in short.split()})


@cache
def _known() -> frozenset[str]:
    table = load("names")
    short = {word for forms in table["nicknames"].values() for word in forms.split()}
    return frozenset({*table["he_names"].split(), *table["she_names"].split(), *table["nicknames"], *short})
