"""Word documents to articles: the words as they stand, without what was deleted, noted in the margin or computed."""

from typing import Any

from reader.article import Article
from reader.importing import refusals
from reader.importing.drafts import Draft, article_of
from reader.importing.options import ImportOptions
from reader.importing.packed import Packed
from reader.importing.xml_part import joined, local, parsed, runs

_ENDS = frozenset({"p"})
# Text that was deleted or moved away, field codes, and the fallback that repeats what a text box holds.
_NEVER = frozenset({"del", "moveFrom", "instrText", "delText", "Fallback", "footnoteReference", "commentReference"})


def read(data: bytes, name: str, options: ImportOptions) -> Article:
    """The article in a .docx file."""
    archive = Packed(data, name, "DOCX")
    root = parsed(archive.read("word/document.xml"), name, "DOCX")
    text = joined(runs(root, _ENDS, _NEVER, _said))
    if not text:
        raise refusals.without_text(name)
    return article_of(Draft(text), options)


def _said(element: Any) -> str:
    match local(element):
        case "t":
            return element.text or ""
        case "tab" | "tc":
            return " "
        case "br" | "cr":
            return "\n"
        case "noBreakHyphen":
            return "-"
    return ""
