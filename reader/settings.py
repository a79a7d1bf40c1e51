"""What a person may set: one value made of the stages' own options, kept as JSON, forgiving to read."""

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import asdict, field, fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar

from reader import json_file
from reader.compare.options import CompareOptions
from reader.dataclass import dataclass
from reader.i18n import _
from reader.importing import ImportOptions, WatchOptions
from reader.library.options import BackupOptions
from reader.search.options import ENGINES, SearchOptions

T = TypeVar("T")
LAST = "last"
"""As it was last: nothing is set."""
CHOICES: dict[str, tuple[str, ...]] = {
    "importing.proxy": ("system", "manual", "none"),
    "interface.language": ("system", "en", "de", "es"),
    "interface.face": ("serif", "sans"),
    "interface.citation": ("plain", "apa", "chicago", "mla"),
    "opening.scrolling": (LAST, "matched", "proportional", "free"),
    "opening.figures": (LAST, "shown", "hidden"),
    "opening.place": ("top", "conflict", "passage"),
    "search.engine": ENGINES,
}
"""What the words of a file may be."""
BOUNDS: dict[str, tuple[float, float]] = {
    "interface.size": (6, 48),
    "interface.measure": (30, 160),
    "backups.days": (1, 365),
    "importing.max_bytes": (1, 2**40),
    "compare.passages.cutoff": (0, 100),
    "compare.passages.least_words": (1, 1000),
    "compare.figures.tolerance": (0, 1),
}
"""What the numbers of a file may be; others make no sense."""


@dataclass(frozen=True, slots=True)
class InterfaceOptions:
    """What the program speaks and how articles are set: `size` in points, `measure` in letters on a line at most.

    `citation`: the style in which copied words name their source.
    """

    language: str = "system"
    face: str = "serif"
    size: float = 11.25
    measure: int = 68
    citation: str = "plain"


@dataclass(frozen=True, slots=True)
class OpeningOptions:
    """How a comparison is shown that a person opens: `place` is where one begins to read."""

    scrolling: str = LAST
    figures: str = LAST
    place: str = "top"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of the program. A new one is a field on a stage's options: file, form and default follow."""

    importing: ImportOptions = field(default_factory=ImportOptions)
    compare: CompareOptions = field(default_factory=CompareOptions)
    watching: WatchOptions = field(default_factory=WatchOptions)
    backups: BackupOptions = field(default_factory=BackupOptions)
    interface: InterfaceOptions = field(default_factory=InterfaceOptions)
    opening: OpeningOptions = field(default_factory=OpeningOptions)
    search: SearchOptions = field(default_factory=SearchOptions)


def read_settings(path: Path, tell: Callable[[str], None] = lambda _words: None) -> Settings:
    """The settings kept at `path`; the default for each that is missing, unknown, of the wrong kind or out of bounds.

    A file that is not what was written is kept beside before anything can be written in its place; `tell` hears of it.
    """
    odd: list[str] = []
    try:
        settings = _filled(Settings, json_file.read(path), odd)
    except json_file.Spoilt:
        settings, odd = Settings(), [""]
    if odd:
        kept = json_file.put_aside(path)
        what = ", ".join(one for one in odd if one)
        words = _("Of the settings some make no sense and were left out ({what}). The file is kept as {path}.")
        if not what:
            words = _("The settings cannot be read; they are as in a new program. The file is kept as {path}.")
        tell(words.format(what=what, path=kept or path))
    return settings


def write_settings(settings: Settings, path: Path) -> None:
    """Keep the settings at `path`; a reader of the file sees the old ones or the new, never half of either."""
    json_file.write(path, asdict(settings))


def options_from(stored: Mapping[str, object], before: CompareOptions) -> CompareOptions:
    """The options that were kept with a comparison, in the place of those `before`; forgiving as `read_settings`."""
    return _filled(CompareOptions, {**asdict(before), **stored}, [], "compare.")


def _filled(kind: type[T], stored: Any, odd: list[str], above: str = "") -> T:
    """A value of the dataclass `kind` from what JSON holds, field by field; what is there and makes no sense is added
    to `odd`.
    """
    assert is_dataclass(kind)  # noqa: S101 - a wrong annotation is a bug, not an input
    known = typing.get_type_hints(kind)
    given = stored if isinstance(stored, dict) else {}
    if stored is not None and given is not stored:
        odd.append(above.rstrip("."))
    values = {}
    for one in fields(kind):
        wanted, value, name = known[one.name], given.get(one.name), f"{above}{one.name}"
        if is_dataclass(wanted):
            values[one.name] = _filled(typing.cast("type[Any]", wanted), value, odd, f"{name}.")
        elif value is None:
            continue
        elif typing.get_origin(wanted) is tuple and isinstance(value, list) and all(isinstance(v, str) for v in value):
            values[one.name] = tuple(value)  # of strings: the one kind of list there is
        elif typing.get_origin(wanted) is not tuple and _fits(value, wanted) and _is_allowed(value, name):
            values[one.name] = value
        else:
            odd.append(name)
    return typing.cast("T", kind(**values))


def _is_allowed(value: Any, name: str) -> bool:
    if name in CHOICES:
        return value in CHOICES[name]
    least, most = BOUNDS.get(name, (None, None))
    return least is None or most is None or least <= value <= most  # which no NaN is


def _fits(value: object, wanted: Any) -> bool:
    """Whether a JSON value can stand for a field annotated `wanted`: numbers widen, booleans are no numbers."""
    kinds = typing.get_args(wanted) if isinstance(wanted, types.UnionType) else (wanted,)
    if isinstance(value, bool):
        return bool in kinds
    return isinstance(value, kinds) or (isinstance(value, int) and float in kinds)
