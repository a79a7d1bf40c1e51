"""What a person may set: one value made of the stages' own options, kept as JSON, forgiving to read."""

import json
import types
import typing
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar

from reader.compare.options import CompareOptions
from reader.importing import ImportOptions, WatchOptions

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of the program. A new one is a field on a stage's options: file, form and default follow."""

    importing: ImportOptions = field(default_factory=ImportOptions)
    compare: CompareOptions = field(default_factory=CompareOptions)
    watching: WatchOptions = field(default_factory=WatchOptions)


def read_settings(path: Path) -> Settings:
    """The settings kept at `path`; the default for each that is missing, unknown or of the wrong kind."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return _filled(Settings, stored)


def write_settings(settings: Settings, path: Path) -> None:
    """Keep the settings at `path`; a reader of the file sees the old ones or the new, never half of either."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(path.name + ".new")
    half.write_text(json.dumps(asdict(settings), indent=1), encoding="utf-8")
    half.replace(path)


def options_from(stored: Mapping[str, object], before: CompareOptions) -> CompareOptions:
    """The options that were kept with a comparison, in the place of those `before`; forgiving as `read_settings`."""
    return _filled(CompareOptions, {**asdict(before), **stored})


def _filled(kind: type[T], stored: Any) -> T:
    """A value of the dataclass `kind` from what JSON holds, field by field."""
    assert is_dataclass(kind)  # noqa: S101 - a wrong annotation is a bug, not an input
    known = typing.get_type_hints(kind)
    given = stored if isinstance(stored, dict) else {}
    values = {}
    for one in fields(kind):
        wanted, value = known[one.name], given.get(one.name)
        if is_dataclass(wanted):
            values[one.name] = _filled(typing.cast("type[Any]", wanted), value)
        elif typing.get_origin(wanted) is tuple:  # of strings: the one kind of list there is
            if isinstance(value, list) and all(isinstance(part, str) for part in value):
                values[one.name] = tuple(value)
        elif value is not None and _fits(value, wanted):
            values[one.name] = value
    return typing.cast("T", kind(**values))


def _fits(value: object, wanted: Any) -> bool:
    """Whether a JSON value can stand for a field annotated `wanted`: numbers widen, booleans are no numbers."""
    kinds = typing.get_args(wanted) if isinstance(wanted, types.UnionType) else (wanted,)
    if isinstance(value, bool):
        return bool in kinds
    return isinstance(value, kinds) or (isinstance(value, int) and float in kinds)
