"""What the window looked like when it was closed, kept as JSON; anything odd in it is forgotten."""

import contextlib
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from reader import json_file
from reader.dataclass import dataclass

SHOWN = ("stories", "all", "recent", "unread", "starred", "tag", "bin")
ORDERS = ("added", "published", "headline", "outlet", "words")
THEMES = ("system", "light", "dark", "high-contrast")
KNOWN = {"shown": SHOWN, "order": ORDERS, "scroll_mode": ("matched", "proportional", "free")}
BOUNDS = {
    "zoom": (0.2, 8.0),
    "place": (0, 1 << 31),
    "articles": (0, 1 << 31),
    "side_width": (100, 4000),
    "bar_height": (1, 1000),
    "findings_height": (0, 8000),
}
"""What the file may hold; anything else makes no sense."""


@dataclass(slots=True)
class Session:
    """Qt's own bytes are kept in base 64. `ids` are the articles that lay open, `ticked` those with a tick."""

    geometry: str = ""
    ids: tuple[str, ...] = ()
    ticked: tuple[str, ...] = ()
    shown: str = "stories"
    shown_tag: str = ""
    order: str = "added"
    """What of the library was on view, and in which order."""
    scroll_mode: str = "matched"
    zoom: float = 1.0
    place_in: str = ""
    place: int = 0
    """The article that was read, and the character of it that stood at the held height."""
    places: tuple[tuple[str, int], ...] = ()
    """The same for every pane: free ones stand apart."""
    base: str = ""
    """The article that the others were held against."""
    lanes: bool = True
    side: bool = True
    """Whether the library was unfolded."""
    side_pinned: bool = False
    """Whether it stays so where a comparison opens."""
    side_width: int = 300
    bar_height: int = 40
    """Of the bar at the top: the larger the letters, the higher."""
    ledger: bool = False
    """Whether the panel of findings was open."""
    front: str = "ledger"
    """The list that stood in front of the others in it."""
    findings_height: int = 0
    """Of that panel, in pixels; 0 while nobody dragged it."""
    articles: int = 0
    """How many articles the library held: whether to open as for a first run before it is looked at."""
    theme: str = "system"
    import_folder: str = ""
    export_folder: str = ""
    export_format: str = "pdf"
    export_differences: bool = False
    export_left_out: tuple[str, ...] = ()
    """The sections that were not wanted in the last document."""
    export_decisions: bool = True
    export_bom: bool = True
    lost: bool = False
    """Whether there was a session that could not be read, or something in it made no sense; never kept."""
    aside: str = ""
    """Where the file of that one is kept; never kept itself."""


NEVER_KEPT = ("lost", "aside")


def read_session(path: Path) -> Session:
    """The session kept at `path`; what is missing or of the wrong kind is as in a new one."""
    session = Session()
    try:
        stored = json_file.read(path)
    except json_file.Spoilt:
        stored, session.lost = {}, True
    for one in fields(Session):
        if one.name in stored and one.name not in NEVER_KEPT:
            read = _pairs if one.name == "places" else _fitting
            value = read(stored[one.name], getattr(session, one.name))
            if value is None or not _makes_sense(one.name, value):
                session.lost = True
            else:
                setattr(session, one.name, value)
    if session.lost:
        session.aside = str(json_file.put_aside(path) or "")
    return session


def write_session(session: Session, path: Path) -> None:
    """Keep the session; a full disk is no reason not to close."""
    with contextlib.suppress(OSError):
        json_file.write(path, {name: value for name, value in asdict(session).items() if name not in NEVER_KEPT})


def _makes_sense(name: str, value: Any) -> bool:
    known, bounds = KNOWN.get(name), BOUNDS.get(name)
    if known is not None:
        return value in known
    return bounds is None or bounds[0] <= value <= bounds[1]  # which no NaN is


def _fitting(value: Any, usual: Any) -> Any:
    """The value, where it is of the kind that is usual; of a list its words."""
    if isinstance(usual, tuple):
        return tuple(v for v in value if isinstance(v, str)) if isinstance(value, list) else None
    return value if type(value) is type(usual) else None


def _pairs(value: Any, _usual: Any) -> tuple[tuple[str, int], ...] | None:
    """Words with a number each; what is no such pair is left out."""
    if not isinstance(value, list):
        return None
    pairs = [tuple(one) for one in value if isinstance(one, list)]
    return tuple((one[0], one[1]) for one in pairs if tuple(map(type, one)) == (str, int))
