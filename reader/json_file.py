"""A small file of JSON in which settings are kept: read with bounds, written whole, put aside where it is spoilt."""

import contextlib
import json
import os
from pathlib import Path
from typing import Any

from reader.paths import make_private

MOST_BYTES = 1024 * 1024
"""A larger file was not written by us."""
_COPIES = 9
"""Spoilt files that are kept beside; the last is replaced then."""


class Spoilt(Exception):
    """A file that is there and is not what was written: cut short, damaged, too large or of another kind."""


def read(path: Path) -> dict[str, Any]:
    """The object in a file, empty where there is none; raises Spoilt where it is none of ours."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Spoilt
        found = json.loads(path.read_bytes())
    except OSError:
        return {}
    except (ValueError, RecursionError) as error:
        raise Spoilt from error
    if not isinstance(found, dict):
        raise Spoilt
    return found


def put_aside(path: Path) -> Path | None:
    """Copy a spoilt file beside itself, before anything is written in its place; where it is, None where it is not."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        names = [path.with_name(f"{path.name}.broken{number or ''}") for number in range(_COPIES)]
        same = (name for name in names if name.is_file() and name.read_bytes() == content)
        place = next(same, None) or next((name for name in names if not name.exists()), names[-1])
        if len(content) > MOST_BYTES:
            path.replace(place)  # whole, however large
        elif not place.exists() or place.read_bytes() != content:
            place.write_bytes(content)
            place.chmod(0o600)
    except OSError:
        return None
    return place


def write(path: Path, value: dict[str, Any]) -> None:
    """Write an object: whoever reads sees the one before or this one, and so after a loss of power. Raises OSError."""
    make_private(path.parent)
    half = path.with_name(f"{path.name}.{os.urandom(4).hex()}.new")  # two threads may write at once
    try:
        with half.open("w", encoding="utf-8") as file:
            json.dump(value, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        half.chmod(0o600)
        half.replace(path)
    finally:
        with contextlib.suppress(OSError):
            half.unlink(missing_ok=True)
