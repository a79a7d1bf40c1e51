"""Comparison -> document: `report` says what, a file a format says how, `write` puts it on disk whole or not at all."""

from typing import TYPE_CHECKING

from reader import deferred

if TYPE_CHECKING:
    from reader.export.choices import EVERYTHING, SECTIONS, Choices, Provenance
    from reader.export.contents import Contents, Part
    from reader.export.document import Document
    from reader.export.formats import FORMATS, Format, write
else:
    __getattr__ = deferred.names(
        __name__,
        {
            "choices": "EVERYTHING SECTIONS Choices Provenance",
            "contents": "Contents Part",
            "document": "Document",
            "formats": "FORMATS Format write",
        },
    )

__all__ = [
    "EVERYTHING",
    "FORMATS",
    "SECTIONS",
    "Choices",
    "Contents",
    "Document",
    "Format",
    "Part",
    "Provenance",
    "write",
]
