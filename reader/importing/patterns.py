"""Patterns of words for lines of page furniture: written by people in data/lexicon, matched in time linear in the line.

A pattern is words: `leave a reply`. `#` stands for a number, `*` for any words or none, `{class}` for a word of a class
of the table, `a|b` for either word. Case, accents and punctuation do not count, save `:`,
which a bar also is, and the copyright sign.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from reader.dataclass import dataclass
from reader.text.folding import folded

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W_]+(?:['’.][^\W\d_]+)*|\([cC]\)|[:|©]")

Alternatives = frozenset[str]
_ANY: Alternatives = frozenset(["*"])
_NUMBER = "#"
_SIGNS = {"(c)": "©", "(C)": "©", "|": ":"}


def words(text: str) -> tuple[str, ...]:
    """The folded words, numbers, colons and copyright signs of `text`; the rest of the punctuation is left out."""
    return tuple(map(_form, _WORD.findall(text)))


@lru_cache(maxsize=8192)
def _form(word: str) -> str:
    return _SIGNS.get(word) or folded(word)


@dataclass(frozen=True, slots=True)
class PatternGroup:
    """Patterns for lines of at most so many words; those of labels fit no sentence."""

    patterns: Sequence[str]
    longest: int = 1000
    label: bool = False


@dataclass(frozen=True)
class _Pattern:
    written: tuple[str, ...]
    classes: Mapping[str, Sequence[str]]
    longest: int
    label: bool

    @cached_property
    def parts(self) -> tuple[Alternatives, ...]:
        """Read when a line first comes that may fit: most patterns are never met."""
        return tuple(_alternatives(part, self.classes) for part in self.written)


class Patterns:
    """Many patterns asked at once: does the whole of a line fit any of them?"""

    def __init__(self, groups: Iterable[PatternGroup], classes: Mapping[str, Sequence[str]]) -> None:
        self._by_word: dict[str, list[_Pattern]] = {}  # those that may begin with any words
        self._by_first: dict[str, list[_Pattern]] = {}
        for group in groups:
            for pattern in group.patterns:
                parts = tuple(pattern.split())
                first = next((_alternatives(part, classes) for part in parts if part != "*"), frozenset())
                index = self._by_word if parts[:1] == ("*",) else self._by_first
                one = _Pattern(parts, classes, group.longest, group.label)
                for word in first:
                    index.setdefault(word, []).append(one)

    def fit(self, line: Sequence[str], *, sentence: bool = False) -> bool:
        """Whether the whole line, as `words` gives it, fits a pattern; a colon at its end does not count."""
        bare = line[:-1] if len(line) > 1 and line[-1] == ":" else line
        for pattern in self._candidates(bare):
            if len(line) <= pattern.longest and not (sentence and pattern.label) and _fits(pattern.parts, bare):
                return True
        return False

    def _candidates(self, line: Sequence[str]) -> Iterator[_Pattern]:
        """The patterns that begin with the line's first word, and those with any words before one that it has."""
        for first in line[:1]:
            yield from self._by_first.get(first, ())
            if first[0].isdigit():
                yield from self._by_first.get(_NUMBER, ())
        keys = set(line)
        for key in keys & self._by_word.keys():
            yield from self._by_word[key]
        if _NUMBER in self._by_word and any(word[0].isdigit() for word in keys):
            yield from self._by_word[_NUMBER]


def _alternatives(part: str, classes: Mapping[str, Sequence[str]]) -> Alternatives:
    if part == "*":
        return _ANY
    named = [classes[one[1:-1]] if one.startswith("{") else (one,) for one in part.split("|")]
    return frozenset(folded(word) for one in named for word in one)


def _is(word: str, part: Alternatives) -> bool:
    return word in part or (_NUMBER in part and word[0].isdigit())


def _fits(parts: Sequence[Alternatives], line: Sequence[str]) -> bool:
    """Whether parts and words meet from end to end; after a mismatch only the last `*` takes one word more."""
    part = word = 0
    star, resume = -1, 0
    while word < len(line):
        if part < len(parts) and parts[part] is _ANY:
            star, resume = part, word
            part += 1
        elif part < len(parts) and _is(line[word], parts[part]):
            part, word = part + 1, word + 1
        elif star >= 0:
            resume += 1
            part, word = star + 1, resume
        else:
            return False
    return all(one is _ANY for one in parts[part:])
