"""What a person means by "this passage": what is selected, else the passage at the text cursor, else its paragraph."""

from reader.text.spans import Span
from reader.ui.compare.article_view import ArticleView


def passage_at_cursor(pane: ArticleView) -> Span:
    """Where it stands in the pane's article; empty where there is nothing but white space."""
    text, chosen = pane.article.text, pane.selected
    if text[chosen.start : chosen.end].strip():
        return chosen
    mark = pane.found.passage_at(pane.point)
    return mark.span if mark is not None else paragraph(text, pane.point)


def paragraph(text: str, point: int) -> Span:
    """The line of a text at a place, or the next that is not empty."""
    start = text.rfind("\n", 0, point) + 1
    end = text.find("\n", start)
    while end >= 0 and not text[start:end].strip():
        start, end = end + 1, text.find("\n", end + 1)
    return Span(start, end if end >= 0 else len(text))
