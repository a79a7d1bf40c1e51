"""What a person may choose about importing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """Options of the importing stage.

    `max_bytes`: a file larger than this is no article and is refused before it is read.
    `mark_boilerplate`: whether to look for page furniture at all.
    `recognise_text`: whether pictures of pages are read by Tesseract, where it is there; slow, and not always right.
    """

    max_bytes: int = 20 * 1024 * 1024
    mark_boilerplate: bool = True
    recognise_text: bool = False


@dataclass(frozen=True, slots=True)
class WatchOptions:
    """`folders`: those in which what appears is imported; none unless a person names some."""

    folders: tuple[str, ...] = ()
