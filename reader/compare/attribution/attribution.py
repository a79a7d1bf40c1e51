"""Whom an article credits with each stretch in quotation marks, one after the other: what all languages share."""

from collections.abc import Iterator, Sequence

from reader.compare.quotation_marks import QuotedSpan
from reader.dataclass import dataclass
from reader.text.spans import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whom an article credits: `name` is what stands at `span`, titles left out, and `credit` the words that say so.

    Where the words say "he", the span is that of the name it stands for; where that is not sure, "he" itself.
    """

    name: str
    span: Span
    credit: Span


class AttributionSource:
    """The attributions of one article; of one in a language in which whom it credits is not read, nobody."""

    def __init__(self, stretches: Sequence[QuotedSpan]) -> None:
        self.stretches = tuple(stretches)
        self.found: tuple[Attribution | None, ...] = (None,) * len(self.stretches)
        """One a stretch, in order; None where nobody is credited for sure."""
        self._carried_on: set[int] = set()

    def utterances(self) -> Iterator[list[int]]:
        """The numbers of the stretches, those of one utterance together."""
        group: list[int] = []
        for n in range(len(self.stretches)):
            if group and not self._is_same_utterance(n):
                yield group
                group = []
            group.append(n)
        if group:
            yield group

    def goes_on(self, n: int) -> bool:
        """Whether a stretch goes on from the one before, with nothing but the credit between."""
        return n in self._carried_on

    def _is_same_utterance(self, _n: int) -> bool:
        """Whether a stretch and the one before it are parts of one utterance."""
        return False
