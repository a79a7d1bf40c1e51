"""A few lines of an article around the words that were sought, from the article's own text, never from the index."""

import re

from reader.dataclass import dataclass
from reader.search.occurrences import occurrences
from reader.search.values import Spellings
from reader.text.spans import Span

WIDTH = 240  # characters


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of an article, white space made plain spaces.

    `marks` lie in `text`; `at` is where it begins in the article, so a mark begins there at `at + mark.start`. A face
    that shows it puts an ellipsis before it where `at` is above 0, and after it where the article goes on.
    """

    text: str
    marks: tuple[Span, ...]
    at: int


def snippet(
    text: str, query: str, width: int = WIDTH, language: str = "en", spellings: Spellings | None = None
) -> Snippet:
    """The stretch of about `width` characters with most of the query's words; the beginning where there are none."""
    found = occurrences(text, query, language, spellings=spellings)
    start, end = _bounds(text, found, width)
    marks = tuple(  # words that lie far apart may reach beyond
        Span(span.start - start, min(span.end, end) - start) for span, _ in found if start <= span.start < end
    )
    return Snippet(re.sub(r"\s", " ", text[start:end]), marks, start)


def _bounds(text: str, found: list[tuple[Span, int]], width: int) -> tuple[int, int]:
    """Where the best stretch lies: most different words, then most words, then the first such; no word is cut."""
    best, first, last = (0, 0), 0, 0
    for number, (span, _which) in enumerate(found):
        beyond = number + 1
        while beyond < len(found) and found[beyond][0].end <= span.start + width:
            beyond += 1
        rank = (len({which for _span, which in found[number:beyond]}), beyond - number)
        if rank > best:
            best, first, last = rank, span.start, found[beyond - 1][0].end
    if last - first > width:
        return first, _back_to_space(text, first, first + width)
    if best == (0, 0):
        first = last = len(text) - len(text.lstrip())
        return first, _back_to_space(text, first, min(len(text), first + width))
    spare = max(0, width - (last - first))
    start = max(0, first - spare // 3)
    end = min(len(text), start + width)
    return _on_to_word(text, start, first), _back_to_space(text, last, end)


def _on_to_word(text: str, start: int, limit: int) -> int:
    """The first beginning of a word from `start` on, at most `limit`."""
    if start == 0 or text[start - 1].isspace():
        return start
    space = re.compile(r"\s+").search(text, start, limit)
    return space.end() if space else start


def _back_to_space(text: str, limit: int, end: int) -> int:
    """The last end of a word up to `end`, at least `limit`."""
    if end >= len(text) or text[end].isspace():
        return end
    at = max(text.rfind(" ", limit, end), text.rfind("\n", limit, end))
    return at if at >= limit else end
