"""Words that a beginning or an uncertain spelling stands for, weighed as if they were one word.

Weighed each by itself, the rarest would come first: a slip of the keys in one article before the word that was meant.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from reader.dataclass import dataclass

B, K1 = 0.6, 1.2
"""How much the length of an article counts, and how soon a word said again stops counting; usual values for news."""


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Forms that are sought in one field: those of the very word that was typed, and the others.

    What an article is worth that has only the others is `less` times as much.
    """

    field: str
    exact: tuple[str, ...]
    others: tuple[str, ...]
    less: float = 1.0

    @property
    def forms(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.exact, *self.others)


def norms(lengths: Iterable[float], average: float) -> list[float]:
    """How often articles of these lengths have to say a word until it counts half of what it can."""
    return [K1 * (1 - B + B * max(1, length) / (average or 1)) for length in lengths]


def weighed(
    words: Synonyms, counts: Mapping[int, float], exact: Collection[int], norms: Sequence[float], first: int = 0
) -> dict[int, float]:
    """What articles are worth that have the words so often, by their numbers; `norms` begin with that of `first`.

    `exact` are those that have the very word that was typed.
    """
    top = K1 + 1
    found = {number: top * count / (count + norms[number - first]) for number, count in counts.items()}
    if words.less != 1:
        found.update((number, found[number] * words.less) for number in found.keys() - exact)
    return found
