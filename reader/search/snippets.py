"""A few lines of an article around the words that were sought, from the article's own text, never from the index."""

import re

from reader.dataclass import dataclass
from reader.search.occurrences import Place, places
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
    found = places(text, query, language, spellings=spellings)
    start, end = _bounds(text, found, width)
    marks = tuple(  # words that lie far apart may reach beyond
        Span(first - start, min(last, end) - start) for first, last, _ in found if start <= first < end
    )
    return Snippet(re.sub(r"\s", " ", text[start:end]), marks, start)


def _bounds(text: str, found: list[Place], width: int) -> tuple[int, int]:
    """Where the best stretch lies; no word is cut."""
    first, last = best_stretch(found, width)
    if last - first > width:
        return first, _back_to_space(text, first, first + width)
    if not last:
        first = last = len(text) - len(text.lstrip())
        return first, _back_to_space(text, first, min(len(text), first + width))
    spare = max(0, width - (last - first))
    start = max(0, first - spare // 3)
    end = min(len(text), start + width)
    return _on_to_word(text, start, first), _back_to_space(text, last, end)


def best_stretch(found: list[Place], width: int) -> tuple[int, int]:
    """From where to where it is told best: most different words, then most words, then the first such; 0 of none."""
    best, first, last = (0, 0), 0, 0
    within: dict[int, int] = {}
    """How often which word stands in the stretch that begins with one and ends before `beyond`."""
    beyond, count = 0, len(found)
    for number, (start, _end, which) in enumerate(found):
        while beyond < count and (beyond == number or found[beyond][1] <= start + width):
            other = found[beyond][2]
            within[other] = within.get(other, 0) + 1
            beyond += 1
        rank = (len(within), beyond - number)
        if rank > best:
            best, first, last = rank, start, found[beyond - 1][1]
        if within[which] == 1:
            del within[which]
        else:
            within[which] -= 1
    return first, last


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
