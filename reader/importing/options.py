"""What a person may choose about importing."""

from reader.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """Options of the importing stage.

    `max_bytes`: a file larger than this is no article and is refused before it is read.
    `mark_boilerplate`: whether to look for page furniture at all.
    `recognise_text`: whether pictures of pages are read by Tesseract, where it is there; slow, and not always right.
    `proxy`: through what pages are fetched that a person asks for: "system", "manual" (the one at `proxy_address`, http
    or socks5) or "none".
    """

    max_bytes: int = 20 * 1024 * 1024
    mark_boilerplate: bool = True
    recognise_text: bool = False
    proxy: str = "system"
    proxy_address: str = ""


@dataclass(frozen=True, slots=True)
class WatchOptions:
    """`folders`: those in which what appears is imported; none unless a person names some. `notify`: say so on the
    desktop where another window is in front.
    """

    folders: tuple[str, ...] = ()
    notify: bool = True
