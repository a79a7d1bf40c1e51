"""Factiva as XML: an element for each field, the text in leading and following paragraphs."""

from collections.abc import Iterator
from typing import Any

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing.archive_names import line
from reader.importing.exports import results
from reader.importing.exports.document import Document, Export
from reader.importing.moments import moment
from reader.importing.options import ImportOptions
from reader.importing.xml_part import local, parsed


def read(data: bytes, name: str, options: ImportOptions) -> Iterator[Article | ImportFailure]:
    """The articles in an answer of Factiva."""
    return results(export(parsed(data, name, "XML", mend=True)), name, options)


def export(root: Any) -> Export:
    """The documents, and how many of them the answer says it has."""
    articles = [one for one in root.iter() if local(one) == "article"] or [root]
    counts = [one.get("count") for one in root.iter() if local(one).lower().endswith("resultset") and one.get("count")]
    counted = int(counts[0]) if len(counts) == 1 and counts[0].isdigit() else 0
    return Export("Factiva", tuple(_document(one) for one in articles), counted)


def _document(article: Any) -> Document:
    said = {local(one): one for one in reversed(list(article))}
    text = [*_paragraphs(said.get("leadParagraph")), *_paragraphs(said.get("tailParagraphs"))]
    return Document(
        paragraphs=tuple(text or _paragraphs(said.get("body", said.get("text")))),
        headline=" ".join(_paragraphs(said.get("headline"))),
        byline=" ".join(_paragraphs(said.get("byline", said.get("author")))),
        outlet=_words(said.get("sourceName")),
        section=_words(said.get("sectionName")),
        page=_words(said.get("pages")),
        published=_moment(said.get("publicationDate")),
        language=_words(said.get("baseLanguage")).lower()[:2],
        correction=" ".join(_paragraphs(said.get("corrections"))),
        graphic=" ".join(_paragraphs(said.get("artWork"))),
    )


def _words(element: Any) -> str:
    return line("".join(element.itertext())) if element is not None else ""


def _paragraphs(element: Any) -> list[str]:
    """The paragraphs of a field; where it has no elements for them, what stands between empty or indented lines."""
    if element is None:
        return []
    inner = [one for one in element.iter() if local(one) in ("paragraph", "p")]
    if inner:
        return [said for one in inner if (said := _words(one))]
    return list(_parted("".join(element.itertext())))


def _parted(text: str) -> Iterator[str]:
    piece: list[str] = []
    for one in text.split("\n"):
        if (not one.strip() or one.startswith("   ")) and piece:
            yield line(" ".join(piece))
            piece = []
        if one.strip():
            piece.append(one)
    if piece:
        yield line(" ".join(piece))


def _moment(element: Any) -> str:
    if element is None:
        return ""
    return next(filter(None, (moment(line(one.text or "")) for one in element.iter())), "")
