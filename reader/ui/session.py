"""What the window looked like when it was closed, kept as JSON; anything odd in it is forgotten."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

SHOWN = ("stories", "all", "recent", "unread", "starred", "tag", "bin")
ORDERS = ("added", "published", "headline", "outlet", "words")


@dataclass(slots=True)
class Session:
    """Qt's own bytes are kept in base 64. `ids` are the articles that lay open, `ticked` those with a tick."""

    geometry: str = ""
    layout: str = ""
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
    ledger: bool = True
    closed: tuple[str, ...] = ()
    """The docks beside the figures that the person closed."""
    front: str = "ledger"
    """The dock that stood in front of the others."""
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
    """Whether there was a session that could not be read; never kept."""


def read_session(path: Path) -> Session:
    """The session kept at `path`; what is missing or of the wrong kind is as in a new one."""
    session = Session()
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except OSError:
        return session
    except ValueError:
        stored = None
    session.lost = not isinstance(stored, dict)
    for one in fields(Session) if isinstance(stored, dict) else ():
        read = _pairs if one.name == "places" else _fitting
        value = read(stored.get(one.name), getattr(session, one.name))
        if value is not None and one.name != "lost":
            setattr(session, one.name, value)
    if session.shown not in SHOWN:
        session.shown = "stories"
    if session.order not in ORDERS:
        session.order = "added"
    return session


def write_session(session: Session, path: Path) -> None:
    """Keep the session; a full disk is no reason not to close."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_name(path.name + ".new")
        half.write_text(json.dumps({**asdict(session), "lost": False}, indent=1), encoding="utf-8")
        half.replace(path)
    except OSError:
        return


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
