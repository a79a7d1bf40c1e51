"""The lines that a page shows: for exports that were saved as one."""

import re
from collections.abc import Iterator
from typing import Any

from reader.importing.archive_names import line

_BREAKING = frozenset(
    [
        "p", "div", "tr", "li", "table", "section", "article", "header", "footer", "blockquote", "ul", "ol", "body",
        "dd", "dt", "pre", "center", "hr", "text", "h1", "h2", "h3", "h4", "h5", "h6",
    ]
)  # fmt: skip
_NEVER = frozenset(["script", "style", "noscript", "template", "head", "title", "input", "button", "svg"])
_WRAPPER = re.compile(r"html&gt;(?=<head)|</?(?:html|body)(?:\s[^>]{0,5000})?>")  # pages within pages
_BREAK = "\v"
_SHORT = 60  # characters of a cell: a row of longer ones is a page laid out by a table


def tree_of(markup: str) -> Any:
    """The elements of a page, and of those that stand within it."""
    from lxml import html

    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, encoding="utf-8", huge_tree=True)
    inner = _WRAPPER.sub("", markup.replace("\0", ""))
    whole = f"<html><body>{inner}</body></html>".encode("utf-8", "replace")
    return html.document_fromstring(whole, parser=parser)


def text_of(markup: str) -> str:
    """The lines of a whole page, its blocks parted by empty ones."""
    return "\n\n".join("\n".join(one) for one in blocks_of(tree_of(markup)))


def lines_of(element: Any) -> list[str]:
    """The lines of an element."""
    return [one for block in blocks_of(element) for one in block]


def words_of(element: Any) -> str:
    """The words of an element in one line."""
    return line("".join(element.itertext()))


def classes_of(element: Any) -> str:
    """What its class attribute says."""
    return element.get("class") or ""


def blocks_of(element: Any) -> Iterator[list[str]]:
    """The blocks of an element, each as its lines: a line break begins one, a row of short cells is one."""
    from lxml import etree

    walk = etree.iterwalk(element, events=("start", "end"))
    piece: list[str] = []
    row = None
    for event, one in walk:
        tag = one.tag if isinstance(one.tag, str) else ""
        if tag == "tr":
            row = (one if row is None and _is_row(one) else row) if event == "start" else (None if one is row else row)
        if tag in _BREAKING and row is None:
            yield from _lines(piece)
        if event == "start":
            if tag in _NEVER:
                walk.skip_subtree()
            else:
                piece.append(one.text or "")
            continue
        piece.append(_BREAK if tag == "br" else " " if tag in ("td", "th") else "")
        piece.append(one.tail or "" if one is not element else "")
    yield from _lines(piece)


def _lines(piece: list[str]) -> Iterator[list[str]]:
    """What was gathered as lines, if there are any; nothing is left."""
    found = [said for one in "".join(piece).split(_BREAK) if (said := line(one))]
    piece.clear()
    if found:
        yield found


def _is_row(row: Any) -> bool:
    cells = [words_of(cell) for cell in row if cell.tag in ("td", "th")]
    return len(cells) > 1 and all(len(cell) < _SHORT for cell in cells)
