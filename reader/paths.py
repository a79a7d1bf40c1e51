"""Where things lie: one movable value, passed in, so that a test or a portable copy keeps everything in one folder."""

import contextlib
import os
import sys
from dataclasses import field, replace
from pathlib import Path
from typing import Self

import platformdirs

from reader.dataclass import dataclass

STORY_SUFFIX, BACKUP_SUFFIX = ".parallax-story", ".parallax-backup"
"""How files of a story and copies of a library end by default; desktops know them by it, other endings are read too."""


LIBRARY = "library.sqlite"
"""What the file of a library is called, wherever it lies."""


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders a person's things are kept in; nothing is created until it is needed."""

    config: Path
    data: Path
    cache: Path
    state: Path
    own: Path | None = field(default=None, compare=False)
    """Where what belongs to this person on this machine lies, and is never part of a copy."""
    place: Path | None = None
    """The folder that a person chose for the library, where that is another one."""

    @classmethod
    def default(cls) -> Self:
        """The folders of this system, or those under the folder that PARALLAX_HOME names."""
        home = os.environ.get("PARALLAX_HOME")
        dirs = platformdirs.PlatformDirs("parallax", appauthor=False)
        if home:
            return replace(cls.under(Path(home)), own=dirs.user_state_path).placed()
        return cls(dirs.user_config_path, dirs.user_data_path, dirs.user_cache_path, dirs.user_state_path).placed()

    @classmethod
    def under(cls, root: Path) -> Self:
        """Everything below one folder."""
        return cls(root / "config", root / "data", root / "cache", root / "state")

    def placed(self) -> Self:
        """The same with the library where the person chose to have it."""
        try:
            line = self.place_file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeError):
            return self
        return replace(self, place=Path(line)) if line and Path(line).is_absolute() else self

    def set_place(self, folder: Path | None) -> None:
        """Let the library lie in this folder from the next start on, None for the usual one; raises OSError."""
        if folder is None:
            self.place_file.unlink(missing_ok=True)
            return
        make_private(self.place_file.parent)
        half = self.place_file.with_name(f"{self.place_file.name}.new")
        half.write_text(f"{folder}\n", encoding="utf-8")
        half.replace(self.place_file)

    @property
    def place_file(self) -> Path:
        """The file that names the folder of the library, where a person chose one."""
        return self.config / "library-folder"

    @property
    def settings(self) -> Path:
        """The file that holds the settings a person changed."""
        return self.config / "settings.json"

    @property
    def library(self) -> Path:
        """The SQLite file that holds the library."""
        return (self.place or self.data) / LIBRARY

    @property
    def index(self) -> Path:
        """The folder of search indexes: a cache, never truth."""
        return self.cache / "index"

    @property
    def key(self) -> Path:
        """The file of the key that search indexes are sealed with, outside of whatever folder PARALLAX_HOME names."""
        return (self.own or self.state) / "index.key"

    @property
    def vectors(self) -> Path:
        """The folder of what the articles' sentences mean: a cache too."""
        return self.cache / "vectors"

    @property
    def lexicon(self) -> Path:
        """The folder of the engine's tables as they are kept once parsed: a cache too."""
        return self.cache / "lexicon"

    @property
    def language(self) -> Path:
        """The folder of the unpacked model that tells languages: a cache too."""
        return self.cache / "language"

    @property
    def sockets(self) -> tuple[Path, ...]:
        """Folders of this person's in which a window may listen to other programs, the best first."""
        runtime = os.environ.get("XDG_RUNTIME_DIR", "")
        return (*([Path(runtime) / "parallax"] if runtime else []), self.own or self.state)

    @property
    def log(self) -> Path:
        """The log file."""
        return self.state / "parallax.log"


def make_private(folder: Path) -> None:
    """See that one of our folders is there, for its owner alone; raises OSError where it cannot be made."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if sys.platform != "win32":  # a person's own folders are private there by inheritance
        status = folder.stat()
        if status.st_mode & 0o077 and status.st_uid == os.getuid():
            with contextlib.suppress(OSError):
                folder.chmod(0o700)


def make_owners(file: Path) -> None:
    """See that one of our files is for its owner alone, made empty where it is missing; raises OSError."""
    if not file.exists():
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT, 0o600))
    elif sys.platform != "win32":
        status = file.stat()
        if status.st_mode & 0o077 and status.st_uid == os.getuid():
            with contextlib.suppress(OSError):
                file.chmod(0o600)


def shipped(kind: str) -> Path:
    """The folder of what comes with the program (`data` or `resources`): beside the package or, installed, in it."""
    inside = Path(__file__).parent / kind
    return inside if inside.is_dir() else Path(__file__).parent.parent / kind
