"""Which files of the watched folders have been seen, kept between two sessions: each is imported once."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

Sign = tuple[int, int]
"""Size and time of change (ns) of a file: one saved anew is another."""

Signs = Mapping[str, Sign]
"""Of the files of one folder, by path below it."""


class Record:
    """The signs of what has been seen, by folder. A file that is damaged or gone is no record."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen = _read(path)

    def knows(self, folder: Path) -> bool:
        """Whether this folder has been watched before."""
        return str(folder) in self._seen

    def seen(self, folder: Path) -> Signs:
        """What has been seen of it."""
        return self._seen.get(str(folder), {})

    def add(self, folder: Path, signs: Signs) -> None:
        """These have been seen as well."""
        self._seen.setdefault(str(folder), {}).update(signs)

    def prune(self, folder: Path, there: Iterable[str]) -> None:
        """Forget the files that are not there any more."""
        kept = self._seen.get(str(folder), {})
        for name in kept.keys() - set(there):
            del kept[name]

    def keep_only(self, folders: Iterable[Path]) -> None:
        """Forget the folders that are not watched any more."""
        wanted = {str(folder) for folder in folders}
        for folder in self._seen.keys() - wanted:
            del self._seen[folder]

    def write(self) -> None:
        """Keep it, where that can be: without it files are offered again, and the library knows their texts."""
        half = self._path.with_name(self._path.name + ".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            half.write_text(json.dumps(self._seen), encoding="utf-8", errors="surrogatepass")
            half.replace(self._path)
        except OSError:
            return


def _read(path: Path) -> dict[str, dict[str, Sign]]:
    try:
        stored = json.loads(path.read_text(encoding="utf-8", errors="surrogatepass"))
        return {
            str(folder): {str(name): (int(size), int(changed)) for name, (size, changed) in signs.items()}
            for folder, signs in stored.items()
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
