"""Comparison -> document: `report` says what, a file a format says how, `write` puts it on disk whole or not at all."""

from typing import TYPE_CHECKING

from reader import lazy_imports

if TYPE_CHECKING:
    from reader.export.choices import EVERYTHING, SECTIONS, Choices, ImportProvenance
    from reader.export.contents import ContentsPart, ReportContents
    from reader.export.document import RenderedDocument
    from reader.export.formats import FORMATS, ExportFormat, write
else:
    __getattr__ = lazy_imports.names(
        __name__,
        {
            "choices": "EVERYTHING SECTIONS Choices ImportProvenance",
            "contents": "ReportContents ContentsPart",
            "document": "RenderedDocument",
            "formats": "FORMATS ExportFormat write",
        },
    )

__all__ = [
    "EVERYTHING",
    "FORMATS",
    "SECTIONS",
    "Choices",
    "ContentsPart",
    "ExportFormat",
    "ImportProvenance",
    "RenderedDocument",
    "ReportContents",
    "write",
]
