"""What a format makes of a comparison."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of a file, and what its reader should be told about it: "" where all went as asked."""

    content: bytes
    notice: str = ""
