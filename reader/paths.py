"""Where things lie: one movable value, passed in, so that a test or a portable copy keeps everything in one folder."""

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

import platformdirs


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders a person's things are kept in; nothing is created until it is needed."""

    config: Path
    data: Path
    cache: Path
    state: Path
    own: Path | None = field(default=None, compare=False)
    """Where what belongs to this person on this machine lies, and is never part of a copy."""

    @classmethod
    def default(cls) -> Self:
        """The folders of this system, or those under the folder that PARALLAX_HOME names."""
        home = os.environ.get("PARALLAX_HOME")
        dirs = platformdirs.PlatformDirs("parallax", appauthor=False)
        if home:
            return replace(cls.under(Path(home)), own=dirs.user_state_path)
        return cls(dirs.user_config_path, dirs.user_data_path, dirs.user_cache_path, dirs.user_state_path)

    @classmethod
    def under(cls, root: Path) -> Self:
        """Everything below one folder."""
        return cls(root / "config", root / "data", root / "cache", root / "state")

    @property
    def settings(self) -> Path:
        """The file that holds the settings a person changed."""
        return self.config / "settings.json"

    @property
    def library(self) -> Path:
        """The SQLite file that holds the library."""
        return self.data / "library.sqlite"

    @property
    def index(self) -> Path:
        """The folder of search indexes: a cache, never truth."""
        return self.cache / "index"

    @property
    def key(self) -> Path:
        """The file of the key that search indexes are sealed with, outside of whatever folder PARALLAX_HOME names."""
        return (self.own or self.state) / "index.key"

    @property
    def log(self) -> Path:
        """The log file."""
        return self.state / "parallax.log"


def shipped(kind: str) -> Path:
    """The folder of what comes with the program (`data` or `resources`): beside the package or, installed, in it."""
    inside = Path(__file__).parent / kind
    return inside if inside.is_dir() else Path(__file__).parent.parent / kind
