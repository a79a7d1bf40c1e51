"""`verify`: whether a PDF of ours is what it was: the articles that it compared, its pages, its signature."""

import argparse
import contextlib
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from getpass import getpass
from pathlib import Path, PureWindowsPath

from reader.article import Article
from reader.cli.complaints import FAILED, complain
from reader.cli.files import settings_kept
from reader.errors import ExportError
from reader.export import signing
from reader.export.packs import Pack, differences, read_pack
from reader.i18n import _, ngettext
from reader.importing import FORMATS, read_all
from reader.importing.files import writable
from reader.library import Library
from reader.paths import Paths
from reader.settings import Settings
from reader.text.plain import plain

MOST_FILES = 10_000
"""How many files of folders are looked at."""
_SHOWN = 12
"""How many digits of a sum tell it from another."""


class State(StrEnum):
    """How an article of the pack stands to what there is of it."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Held:
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


def verify(args: argparse.Namespace) -> int:
    """Say of every article of the pack whether it still matches, of its pages whether they are what they were set from,
    and of its signature whether it is sound; failed where one is not.
    """
    pack, settings = read_pack(args.pack), settings_kept()
    if args.paths:
        held = held_among(pack.articles, _given(args.paths, pack.articles, settings))
    else:
        held = list(_where_they_were(pack, settings))
    for number, one in enumerate(held, 1):
        print(_line(number, one))
    same = sum(one.holds for one in held)
    words = ngettext(
        "{same} of {n} article still matches the pack.", "{same} of {n} articles still match the pack.", len(held)
    )
    print(words.format(same=same, n=len(held)))
    sound = [same == len(held)]
    if args.texts_only:
        print(_("Its pages and its signature were not looked at."))
    else:
        sound += [_pages_hold(pack), _signatures_hold(pack, args.trust)]
    return 0 if all(sound) else FAILED


def sign(args: argparse.Namespace) -> int:
    """Sign a pack with the reader's own certificate."""
    read_pack(args.pack)  # nothing else is signed
    out = args.out or args.pack.with_name(f"{args.pack.stem}-signed.pdf")
    signing.check_installed()
    passphrase = os.environ.get("PARALLAX_PASSPHRASE")
    if passphrase is None:
        passphrase = getpass(_("Passphrase of {path}: ").format(path=args.certificate)) if sys.stdin.isatty() else ""
    signing.sign(args.pack, out, args.certificate, passphrase, args.time_stamp, args.force)
    print(plain(str(out)))
    return 0


def _pages_hold(pack: Pack) -> bool:
    """Whether the pages are those that the attached data gives; what was not looked at is said too."""
    try:
        lines = differences(pack)
    except ExportError as error:
        print(plain(_("? The pages were not checked: {why}").format(why=error)))
        return False
    for line in lines:
        print(plain(f"≠ {line}"))
    if lines:
        print(_("The pages are not those that the attached data gives: the pack was changed after it was made."))
        return False
    print(
        _(
            "= The pages, their text and their look, are those that the attached data gives. Links, bookmarks and tags "
            "were not looked at."
        )
    )
    return True


def _signatures_hold(pack: Pack, trusted: list[Path]) -> bool:
    """Whether every signature is sound and covers all of the file; one without any holds, unless one was asked for."""
    try:
        found = signing.signatures(pack.path, trusted) if pack.signatures else []
    except ExportError as error:
        print(plain(_("? The signature was not checked: {why}").format(why=error)))
        return False
    for one in found:
        print(plain(f"{'=' if one.holds else '≠'} {one.words}"))
    if not found:
        print(_("It is not signed: whoever can write files could have made all of it, data and pages."))
    return all(one.holds for one in found) and bool(found or not trusted)


def held_among(sealed: Sequence[Article], articles: Iterable[Article]) -> list[Held]:
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


def _among(sealed: Article, same: Article | None, other: Article | None) -> Held:
    if same is not None:
        return Held(sealed, State.SAME, same.path)
    return Held(sealed, State.CHANGED, other.path, other) if other is not None else Held(sealed, State.GONE)


def _where_they_were(pack: Pack, settings: Settings) -> Iterator[Held]:
    """Each article held against the file that the pack names, or one of that name beside the pack, and the library."""
    place = Paths.default().library
    with Library.open(place) if place.exists() else contextlib.nullcontext() as library:
        for sealed in pack.articles:
            copy = library.holds(sealed.fingerprint) if library is not None else None
            yield replace(_in_its_file(sealed, pack.path, settings), copy=copy)


def _in_its_file(sealed: Article, pack: Path, settings: Settings) -> Held:
    if not sealed.path or sealed.path.startswith(("//", "\\\\")):  # a pack from outside has us call no other machines
        return Held(sealed, State.GONE)
    there = next(filter(None, map(_found, (Path(sealed.path), pack.parent / _file(sealed.path)))), None)
    if there is None:
        return Held(sealed, State.GONE, sealed.path)
    found = list(_articles(there, settings))
    if any(one.fingerprint == sealed.fingerprint for one in found):
        return Held(sealed, State.SAME, str(there))
    return Held(sealed, State.CHANGED if found else State.UNREADABLE, str(there), found[0] if found else None)


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


def _given(paths: Sequence[Path], sealed: Sequence[Article], settings: Settings) -> Iterator[Article]:
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
    """What was found of an article: of its file first, then of the library's copy."""
    about = {"n": number, "name": one.sealed.name, "path": one.path}
    if one.found is not None:
        sums = {"old": one.sealed.fingerprint[:_SHOWN], "new": one.found.fingerprint[:_SHOWN]}
        words = _("≠ {n} {name}: the file has changed, {path} (SHA-256 of the text was {old}…, is {new}…)")
        words = words.format(**sums, **about)
    elif one.state is State.SAME:
        words = _("= {n} {name}: the same, {path}").format(**about)
    elif one.state is State.UNREADABLE:
        words = _("≠ {n} {name}: nothing can be read of the file, {path}").format(**about)
    elif one.path:
        words = (
            _("= {n} {name}: the file is gone, {path}") if one.holds else _("? {n} {name}: the file is gone, {path}")
        )
        words = words.format(**about)
    elif one.holds:
        words = _("= {n} {name}: the same in the library").format(**about)
    else:
        words = _("? {n} {name}: not found").format(**about)
    if one.copy is not None and (one.path or not one.holds):
        same = one.copy
        words += f" ({_('the library’s copy is the same') if same else _('the library’s copy is damaged')})"
    return plain(words)
