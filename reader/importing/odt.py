"""OpenDocument texts to articles: the words as they stand, without what was deleted or noted in the margin."""

from collections.abc import Iterator
from typing import Any

from reader.article import Article
from reader.importing import refusals
from reader.importing.drafts import Draft, article_of
from reader.importing.options import ImportOptions
from reader.importing.packed import Packed
from reader.importing.xml_part import joined, local, parsed

_BLOCKS = frozenset({"p", "h"})
_NEVER = frozenset({"tracked-changes", "annotation", "note", "scripts", "font-face-decls", "automatic-styles"})


def read(data: bytes, name: str, options: ImportOptions) -> Article:
    """The article in an .odt file."""
    archive = Packed(data, name, "ODT")
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise refusals.encrypted(name)
    text = joined(_pieces(parsed(archive.read("content.xml"), name, "ODT")))
    if not text:
        raise refusals.without_text(name)
    return article_of(Draft(text), options)


def _pieces(root: Any) -> Iterator[str]:
    """Paragraphs and headings; text stands between elements here, not in elements of its own."""
    from lxml import etree

    walk = etree.iterwalk(root, events=("start", "end"))
    piece: list[str] = []
    depth = 0
    for event, element in walk:
        name = local(element)
        if event == "start":
            if name in _NEVER:
                walk.skip_subtree()
                continue
            depth += name in _BLOCKS
            piece += [{"s": " ", "tab": " ", "line-break": "\n"}.get(name, ""), element.text or "" if depth else ""]
            continue
        if name in _BLOCKS:
            depth -= 1
            yield "".join(piece)
            piece = []
        piece.append(element.tail or "" if depth else "")
