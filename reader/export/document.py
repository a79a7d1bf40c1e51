"""A finished document."""

from reader.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class RenderedDocument:
    """A finished document; `notice` says what a person should know about it, `setter` what has set its pages."""

    content: bytes
    notice: str = ""
    setter: str = ""
