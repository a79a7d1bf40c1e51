"""What the engine knows: the tables of data/, each read once.

TOML takes ten times as long to parse as JSON. So each table is kept, once parsed, as JSON in this person's cache,
beside two checksums: of the source that it was made from, and of itself. Where either differs, or nothing can be kept,
the source is parsed. Nothing that could run is ever loaded.
"""

import contextlib
import hashlib
import json
import os
import threading
from functools import cache
from pathlib import Path
from typing import Any

from reader.paths import Paths, make_private, shipped

_FORMAT = b"1\n"
"""Counted up when tables are kept in another way."""


@cache
def load(name: str, folder: str = "lexicon") -> dict[str, Any]:
    """The table `data/<folder>/<name>.toml`. It is shared: read it, never change it."""
    source = (shipped("data") / folder / f"{name}.toml").read_bytes()
    return table(source, Paths.default().lexicon / f"{folder}-{name}.json".replace("/", "-").lstrip("-"))


def table(source: bytes, kept: Path) -> dict[str, Any]:
    """The table in the text of a TOML file; as it is kept in `kept`, which is made, or made anew, where it is not."""
    made_from = _sum(_FORMAT + source)
    found = _kept(kept, made_from)
    return found if found is not None else _parsed(source, kept, made_from)


def sets(table: dict[str, Any]) -> dict[str, frozenset[str]]:
    """The lists of words of a table, each ready to look words up in; what is no list is left out."""
    return {name: frozenset(forms) for name, forms in table.items() if isinstance(forms, list)}


def _kept(file: Path, made_from: bytes) -> dict[str, Any] | None:
    try:
        told, own, body = file.read_bytes().split(b"\n", 2)
    except (OSError, ValueError):
        return None
    if told != made_from or own != _sum(body):
        return None
    found: dict[str, Any] = json.loads(body)
    return found


def _parsed(source: bytes, kept: Path, made_from: bytes) -> dict[str, Any]:
    import tomllib

    found = tomllib.loads(source.decode("utf-8"))
    with contextlib.suppress(OSError):  # a home that nobody may write to: it is parsed each time
        _keep(json.dumps(found).encode("ascii"), kept, made_from)
    return found


def _keep(body: bytes, file: Path, made_from: bytes) -> None:
    """Put a table in its place in one go: others may be reading it, or writing it too."""
    make_private(file.parent)
    half = file.with_name(f"{file.name}.{os.getpid()}.{threading.get_ident()}")
    try:
        half.write_bytes(b"\n".join((made_from, _sum(body), body)))
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)


def _sum(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode("ascii")
