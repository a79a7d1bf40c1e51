"""Exports of press archives: one file of many documents, each an article with the fields that stand around it.

document   one document, and what makes it an article      labels     the words for fields, in many languages
nexis      Nexis as it was: "1 of 3 DOCUMENTS"             nexis_uni  Nexis Uni, Advance: "End of Document"
factiva    Factiva by lines, with codes or without         proquest   ProQuest: "Full text:", "Publication title:"
factiva_xml  Factiva as XML                                pages      Factiva and Europresse as web pages
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import refusals
from reader.importing.options import ImportOptions

if TYPE_CHECKING:  # loaded for what may be an export: hardly any text is one
    from reader.importing.exports.document import Export

__all__ = ["export_in", "export_in_page", "results"]

_WORDS = ("document", "dokument", "proquest")
"""Every export has one of them in what tells it, small letters or large."""


def export_in(text: str) -> "Export | None":
    """The documents in the text of a file; None where it is no export of an archive."""
    low = text.lower()
    if not any(word in low for word in _WORDS):
        return None
    from reader.importing.exports import factiva, nexis, nexis_uni, proquest

    return next((one.export(text) for one in (proquest, nexis, nexis_uni, factiva) if one.is_export(text)), None)


def export_in_page(markup: str) -> "Export | None":
    """The documents in a web page; None where it is no export of an archive."""
    from reader.importing.exports import pages

    if found := pages.export(markup):
        return found
    if not pages.may_be_export(markup):
        return None
    from reader.importing.exports.lines import text_of

    return export_in(text_of(markup))


def results(export: "Export", name: str, options: ImportOptions) -> Iterator[Article | ImportFailure]:
    """The articles of an export, and what of it could not be told apart."""
    if not export.documents:
        raise refusals.undivided(name, export.archive)
    for number, document in enumerate(export.documents, 1):
        if document.paragraphs or document.abstract:
            yield replace(document.article(options), id=str(number), path=str(number))
        else:
            yield refusals.without_body(name, number, document.headline)
    if export.counted > len(export.documents):
        yield refusals.fewer_documents(name, export.archive, len(export.documents), export.counted)
