"""What a person may choose about importing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """Options of the importing stage.

    `max_bytes`: a file larger than this is no article and is refused before it is read.
    `mark_boilerplate`: whether to look for page furniture at all.
    """

    max_bytes: int = 20 * 1024 * 1024
    mark_boilerplate: bool = True


@dataclass(frozen=True, slots=True)
class WatchOptions:
    """`folders`: those in which what appears is imported; none unless a person names some."""

    folders: tuple[str, ...] = ()
