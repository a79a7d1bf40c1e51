"""What a dock lists: lines of text under headings, each with the places in the articles that it speaks of."""

from dataclasses import dataclass

from reader.compare.comparison import Comparison, Excerpt
from reader.compare.subjects import Finding
from reader.text.spans import Span

LONGEST = 1200
"""Letters of a line at most; the whole stands in the article."""


@dataclass(frozen=True, slots=True)
class FindingItem:
    """One line, or a heading with lines under it.

    `label` stands before the text, `note` after it and quieter; `marks` are stretches of `text` to mark. `prose` says
    that the text is an article's own. A line whose `folds` names an article can be ticked: what was folded away in
    that article is then brought back.
    """

    text: str
    label: str = ""
    note: str = ""
    marks: tuple[Span, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()
    """Where it leads, the place to lead first."""
    children: tuple["FindingItem", ...] = ()
    prose: bool = False
    folds: str = ""
    finding: Finding | None = None
    """What a reader may decide on here."""
    own: str = ""
    """The name of the mark of the reader's own that it is of."""
    sign: str = ""
    """The kind of what was decided on it; its words stand in `note`."""


def words_of(comparison: Comparison, excerpt: Excerpt) -> str:
    """The words of an excerpt on one line; what is longer than any sentence, cut off."""
    start, end = excerpt.span.start, excerpt.span.end
    shown = comparison.words(Excerpt(excerpt.article, Span(start, min(end, start + 2 * LONGEST))))
    words = " ".join(shown.split())
    return words if len(words) <= LONGEST else words[:LONGEST].rstrip() + "…"
