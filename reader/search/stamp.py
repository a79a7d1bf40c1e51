"""The stamp beside an index: what it was made by and what its files are, checked before any of them is opened.

Whoosh unpickles what it opens, so a file that anyone else wrote would run their code. The stamp is signed with a key
made from the library's own id, which stands nowhere in the cache folder: an index brought from elsewhere does not pass.
"""

import hashlib
import hmac
import json
import os
import sys
import zlib
from collections.abc import Mapping
from dataclasses import asdict, field
from pathlib import Path
from typing import Any

from reader.dataclass import dataclass
from reader.search import analysis, values

FORMAT = 3  # count it up when what is indexed changes: an index of another format is made anew
WHOOSH = "2.7.4"
PYTHON = ".".join(map(str, sys.version_info[:2]))  # whose pickles it has
LAYOUT = 1  # of the files of the engine on FTS5; as FORMAT, for that engine alone
SEGMENTS = 2  # the same of those that we have Whoosh write, or write ourselves in its place


def maker(engine: str = values.WHOOSH) -> str:
    """What an index must have been made by to be of use: versions of its parts and of ourselves."""
    ours = f"format {FORMAT}, analyser {analysis.VERSION}"
    if engine == values.FTS5:
        return f"{ours}, fts5 layout {LAYOUT}"  # the form of SQLite's files is settled
    return f"{ours}, whoosh {WHOOSH}, segments {SEGMENTS}, python {PYTHON}"


@dataclass(frozen=True, slots=True)
class Stamp:
    """One committed state of an index: its engine, its folder, every file with size and CRC-32."""

    folder: str
    generation: int  # the engine's own
    vocabulary: str = ""
    applied: int = 0
    below: int = 0  # changes under this number are not in it yet; 0 when it is filled
    articles: int = 0
    languages: tuple[str, ...] = ()
    files: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    token: str = ""  # of the change `applied`; of a stamp made before there were any, nothing
    engine: str = values.WHOOSH
    worn: bool = False  # half of it is of articles that are gone: it should be made anew
    maker: str = field(default_factory=maker)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its files."""
        return tuple(self.files)


class Seal:
    """Writes and reads the stamp of one library's index."""

    def __init__(self, path: Path, library_id: str) -> None:
        self._path = path
        self._key = hashlib.sha256(b"parallax index " + library_id.encode("utf-8", "surrogatepass")).digest()

    def write(self, stamp: Stamp) -> None:
        """Put a stamp in place of the one before, in one go and safely on the disk."""
        body = json.dumps(asdict(stamp), sort_keys=True)
        new = self._path.with_suffix(".new")
        with new.open("w", encoding="utf-8") as file:
            json.dump({"body": body, "seal": self._sign(body)}, file)
            file.flush()
            os.fsync(file.fileno())
        new.replace(self._path)

    def read(self) -> Stamp | None:
        """The stamp, or None where there is none that we ourselves wrote."""
        try:
            whole = json.loads(self._path.read_text(encoding="utf-8"))
            body, seal = str(whole["body"]), str(whole["seal"])
            if not hmac.compare_digest(seal, self._sign(body)):
                return None
            stamp = _stamp(json.loads(body))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        return stamp if stamp.maker == maker(stamp.engine) else None

    def token(self) -> tuple[int, int, int] | None:
        """Changes whenever the stamp does; cheap enough to ask before each search."""
        try:
            status = self._path.stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_ino, status.st_size

    def remove(self) -> None:
        """From now on there is no index."""
        self._path.unlink(missing_ok=True)

    def _sign(self, body: str) -> str:
        return hmac.new(self._key, body.encode("utf-8"), "sha256").hexdigest()


def measure(path: Path) -> tuple[int, int]:
    """Size and CRC-32 of a file."""
    size = crc = 0
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            size += len(piece)
            crc = zlib.crc32(piece, crc)
    return size, crc


def _stamp(body: dict[str, Any]) -> Stamp:
    files = {name: (int(size), int(crc)) for name, (size, crc) in body["files"].items()}
    return Stamp(**body | {"files": files, "languages": tuple(body["languages"])})
