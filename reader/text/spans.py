"""Half-open stretches of characters, counted in Python code points of the untouched text."""

from collections.abc import Iterable, Iterator

from reader.dataclass import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters from `start` up to, and not with, `end`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of `text` that the span names."""
        return text[self.start : self.end]

    def overlap(self, other: "Span") -> int:
        """How many characters both hold."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def contains(self, other: "Span") -> bool:
        """Whether the whole of `other` lies inside."""
        return self.start <= other.start and other.end <= self.end


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same characters as the fewest spans, in order: those that overlap or touch become one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            if span.end > result[-1].end:
                result[-1] = Span(result[-1].start, span.end)
        elif len(span) > 0:
            result.append(span)
    return tuple(result)


def gaps(spans: Iterable[Span], length: int) -> Iterator[Span]:
    """What of the first `length` characters no span holds, in order."""
    at = 0
    for span in joined(spans):
        if span.start > at:
            yield Span(at, span.start)
        at = max(at, span.end)
    if at < length:
        yield Span(at, length)


def shown(span: Span, hidden: Iterable[Span], text: str) -> list[Span]:
    """What of a span is for reading once `hidden` stretches are left out: those that hold more than white space.

    The whole of it where nothing else would remain: who asks for hidden words alone wants to see them.
    """
    away = [Span(max(one.start, span.start), min(one.end, span.end)) for one in hidden if one.overlap(span)]
    parts = [part for part in gaps([Span(0, span.start), *away], span.end) if part.of(text).strip()]
    return parts or [span]


def trimmed(span: Span, text: str) -> Span:
    """The span without the white space at its ends; empty, at its start, where it holds nothing else."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
