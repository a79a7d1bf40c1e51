"""`verify`: whether the articles that a PDF compared are still the same, letter by letter."""

import argparse
import contextlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from reader.article import Article
from reader.cli.complaints import FAILED, complain
from reader.cli.files import settings_kept
from reader.errors import ReaderError
from reader.export.packs import read_pack
from reader.i18n import _, ngettext
from reader.importing import FORMATS, read_all
from reader.paths import Paths
from reader.settings import Settings
from reader.workspace import Workspace

MOST_FILES = 10_000
"""How many files of folders are looked at."""
_SHOWN = 12
"""How many digits of a sum tell it from another."""


@dataclass(frozen=True, slots=True)
class Held:
    """An article of the pack and what was found of it: the same text, or else another under its name, or nothing."""

    sealed: Article
    found: Article | None = None

    @property
    def same(self) -> bool:
        """Whether its text is what it was."""
        return self.found is not None and self.found.fingerprint == self.sealed.fingerprint


def verify(args: argparse.Namespace) -> int:
    """Say of every article of the pack whether it still matches; failed if one does not."""
    sealed, settings = read_pack(args.pack), settings_kept()
    if args.paths:
        held = held_among(sealed, _named(args.paths, sealed, settings))
    else:
        held = [next(iter(held_among([one], _known(one, args.pack, settings)))) for one in sealed]
    for number, one in enumerate(held, 1):
        print(_line(number, one))
    same = sum(one.same for one in held)
    words = ngettext(
        "{same} of {n} article still matches the pack.", "{same} of {n} articles still match the pack.", len(held)
    )
    print(words.format(same=same, n=len(held)))
    return 0 if same == len(held) else FAILED


def held_among(sealed: Sequence[Article], articles: Iterable[Article]) -> list[Held]:
    """Each sealed article held against those that there are, which are read no further than need be."""
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
    return [Held(one, same.get(one.fingerprint) or others.get(_file(one.path))) for one in sealed]


def _known(one: Article, pack: Path, settings: Settings) -> Iterator[Article]:
    """The article where the pack says that it was, beside the pack, and in the library."""
    if one.path and not one.path.startswith(("//", "\\\\")):  # a pack from outside does not have us call other machines
        for path in dict.fromkeys((Path(one.path), pack.parent / _file(one.path))):
            yield from _articles(path, settings)
    if Paths.default().library.exists():
        workspace = Workspace(Paths.default(), settings)
        try:
            with contextlib.suppress(ReaderError):
                yield workspace.article(one.id)
        finally:
            workspace.close()


def _named(paths: Sequence[Path], sealed: Sequence[Article], settings: Settings) -> Iterator[Article]:
    """The articles of files, and of folders with all that is in them: those of names that the pack knows first."""
    known = {_file(one.path) for one in sealed}
    files = [path for path in paths if not path.is_dir()]
    inside = [path for folder in paths if folder.is_dir() for path in _inside(folder)]
    for path in files:
        for result in read_all(path, settings.importing):
            if isinstance(result, Article):
                yield result
            else:
                complain(result, FAILED)
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


def _line(number: int, one: Held) -> str:
    about = {"n": number, "name": one.sealed.name}
    if one.found is None:
        words = _("? {n} {name}: not found").format(**about)
    elif one.same:
        words = _("= {n} {name}: the same, {path}").format(path=one.found.path or one.found.id, **about)
    else:
        sums = {"old": one.sealed.fingerprint[:_SHOWN], "new": one.found.fingerprint[:_SHOWN]}
        words = _("≠ {n} {name}: changed, {path} (SHA-256 was {old}…, is {new}…)").format(
            path=one.found.path or one.found.id, **sums, **about
        )
    return "".join(c if c.isprintable() else " " for c in words)
