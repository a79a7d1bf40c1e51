"""The articles of a pack held against what there is of them: files that are given, their own files, the library."""

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path, PureWindowsPath

from reader.article import Article
from reader.cli.complaints import FAILED, print_error
from reader.dataclass import dataclass
from reader.export.packs import Pack
from reader.importing import FORMATS, read_all
from reader.importing.files import writable
from reader.library import Library
from reader.paths import Paths
from reader.settings import Settings

MOST_FILES = 10_000
"""How many files of folders are looked at."""


class State(StrEnum):
    """How an article of the pack stands to what there is of it."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class ArticleCheck:
    """An article of the pack, and what was found: in the file `path` ("" for none), and in the library.

    `found` is the text of a file that has changed; `copy` whether the library has the text whole, None for not at all.
    """

    sealed: Article
    state: State
    path: str = ""
    found: Article | None = None
    copy: bool | None = None

    @property
    def holds(self) -> bool:
        """Whether its text is what it was: in its file, or where that is gone in the library."""
        return self.state is State.SAME or (self.state is State.GONE and self.copy is True)


def checks_among(sealed: Sequence[Article], articles: Iterable[Article]) -> list[ArticleCheck]:
    """Each sealed article held against those that were given, which are read no further than need be."""
    wanted = {one.fingerprint for one in sealed}
    same: dict[str, Article] = {}
    others: dict[str, Article] = {}
    for article in articles:
        if article.fingerprint in wanted:
            same.setdefault(article.fingerprint, article)
            if len(same) == len(wanted):
                break
        else:
            others.setdefault(_file(article.path), article)
    return [_among(one, same.get(one.fingerprint), others.get(_file(one.path))) for one in sealed]


def _among(sealed: Article, same: Article | None, other: Article | None) -> ArticleCheck:
    if same is not None:
        return ArticleCheck(sealed, State.SAME, same.path)
    return (
        ArticleCheck(sealed, State.CHANGED, other.path, other)
        if other is not None
        else ArticleCheck(sealed, State.GONE)
    )


def checks_in_place(pack: Pack, settings: Settings) -> Iterator[ArticleCheck]:
    """Each article held against the file that the pack names, or one of that name beside the pack, and the library."""
    place = Paths.default().library
    with Library.open(place) if place.exists() else contextlib.nullcontext() as library:
        for sealed in pack.articles:
            copy = library.holds(sealed.fingerprint) if library is not None else None
            yield replace(_in_its_file(sealed, pack.path, settings), copy=copy)


def _in_its_file(sealed: Article, pack: Path, settings: Settings) -> ArticleCheck:
    if not sealed.path or sealed.path.startswith(("//", "\\\\")):  # a pack from outside has us call no other machines
        return ArticleCheck(sealed, State.GONE)
    there = next(filter(None, map(_found, (Path(sealed.path), pack.parent / _file(sealed.path)))), None)
    if there is None:
        return ArticleCheck(sealed, State.GONE, sealed.path)
    found = list(_articles(there, settings))
    if any(one.fingerprint == sealed.fingerprint for one in found):
        return ArticleCheck(sealed, State.SAME, str(there))
    return ArticleCheck(sealed, State.CHANGED if found else State.UNREADABLE, str(there), found[0] if found else None)


def _found(path: Path) -> Path | None:
    """The file of this name; where a byte of its name is no UTF-8, of which the pack has a replacement, that too."""
    try:
        if path.is_file():
            return path
        if "\ufffd" in path.name:
            return next((one for one in path.parent.iterdir() if writable(one.name) == path.name), None)
    except OSError:
        return None
    return None


def given_articles(paths: Sequence[Path], sealed: Sequence[Article], settings: Settings) -> Iterator[Article]:
    """The articles of files, and of folders with all that is in them: those of names that the pack knows first."""
    known = {_file(one.path) for one in sealed}
    files = [path for path in paths if not path.is_dir()]
    inside = [path for folder in paths if folder.is_dir() for path in _inside(folder)]
    for path in files:
        for result in read_all(path, settings.importing):
            if isinstance(result, Article):
                yield result
            else:
                print_error(result, FAILED)
    for path in sorted(inside, key=lambda path: path.name not in known):
        yield from _articles(path, settings)


def _inside(folder: Path) -> list[Path]:
    suffixes = tuple(suffix for one in FORMATS for suffix in one.suffixes)
    found = (path for path in folder.rglob("*") if path.name.lower().endswith(suffixes) and path.is_file())
    return sorted(path for path, _count in zip(found, range(MOST_FILES), strict=False))


def _articles(path: Path, settings: Settings) -> Iterator[Article]:
    """What can be read of a file; one that cannot be is not there."""
    return (result for result in read_all(path, settings.importing) if isinstance(result, Article))


def _file(path: str) -> str:
    """The name of a file on whatever system the path was written."""
    return PureWindowsPath(path).name
