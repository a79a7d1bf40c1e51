"""`verify`: whether a PDF of ours is what it was: the articles that it compared, its pages, its signature."""

import argparse
import contextlib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from getpass import getpass
from pathlib import Path, PureWindowsPath
from typing import Any

from reader.article import Article
from reader.cli.complaints import FAILED, print_error
from reader.cli.inputs import as_file
from reader.cli.kept import settings_kept
from reader.cli.parsing import CommandParser, input_file, input_path, output_path
from reader.errors import ExportError
from reader.export import signing
from reader.export.packs import MOST_BYTES, Pack, differences, read_pack
from reader.i18n import _, ngettext
from reader.importing import FORMATS, read_all
from reader.importing.files import writable
from reader.library import Library
from reader.paths import Paths
from reader.progress import Progress
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


@dataclass(frozen=True, slots=True)
class Check:
    """What looking at the pages, or at the signatures, gave, with `lines` that say it to a person.

    `holds` is None where nobody looked, or could.
    """

    holds: bool | None
    lines: tuple[str, ...]


def add_verify(one: CommandParser) -> None:
    """The arguments of `verify`."""
    one.add_argument("pack", type=input_file, metavar=_("PDF"), help=_("what compare or the window wrote"))
    one.add_argument(
        "paths", nargs="*", default=[], type=input_path, metavar=_("PATH"), help=_("files, and folders to look through")
    )
    one.add_argument(
        "--texts-only", action="store_true", help=_("look at the articles only, not at pages and signature")
    )
    one.add_argument(
        "--trust", action="append", type=input_path, default=[], metavar=_("CERTIFICATE"),
        help=_("a certificate that its signature has to lead to"),
    )  # fmt: skip
    one.add_argument("--format", choices=("text", "json"), default="text", help=_("how to print it"))
    one.set_defaults(run=verify)
    one.explain(
        [
            ("verify out.pdf", _("against the files it names, the library, and its own data")),
            ("verify out.pdf originals/", _("against the files of a folder")),
            ("verify - --format json < out.pdf", _("what comes by standard input, for a program")),
        ],
        {0: _("all of it is what it was"), 1: _("something of it is not, or could not be looked at; a line says what")},
    )


def verify(args: argparse.Namespace) -> int:
    """Say of every article of the pack whether it still matches, of its pages whether they are what they were set from,
    and of its signature whether it is sound; failed where one is not.
    """
    settings = settings_kept()
    with as_file(args.pack, replace(settings.importing, max_bytes=MOST_BYTES), "standard-input.pdf") as file:
        return _verify(file, args, settings)


def _verify(file: Path, args: argparse.Namespace, settings: Settings) -> int:
    pack = read_pack(file)
    if args.paths:
        held = held_among(pack.articles, _given(args.paths, pack.articles, settings))
    else:
        held = list(_where_they_were(pack, settings))
    same = all(one.holds for one in held)
    if args.format == "text":
        _tell_articles(held, args)
    if args.texts_only:
        pages = signatures = Check(None, ())
        sound = same
    else:
        pages, signatures = _pages(pack, args.reporter), _signatures(pack, args.trust)
        sound = same and pages.holds is True and signatures.holds is True
    if args.format == "json":
        print(json.dumps(_object(args.pack, pack, held, pages, signatures, sound), ensure_ascii=False, indent=1))
    else:
        _tell_checks(pages, signatures, args)
    return 0 if sound else FAILED


def _tell_articles(held: Sequence[Held], args: argparse.Namespace) -> None:
    """A line for each article; of what is as it was none where all is to be quiet."""
    for number, one in enumerate(held, 1):
        if not (one.holds and args.quiet):
            print(_line(number, one))
    same = sum(one.holds for one in held)
    words = ngettext(
        "{same} of {n} article still matches the pack.", "{same} of {n} articles still match the pack.", len(held)
    )
    args.reporter.say(words.format(same=same, n=len(held)))


def _tell_checks(pages: Check, signatures: Check, args: argparse.Namespace) -> None:
    if args.texts_only:
        args.reporter.say(_("Its pages and its signature were not looked at."))
    for one in (pages, signatures):
        if not (one.holds and args.quiet):
            for line in one.lines:
                print(line)


def _object(
    named: Path, pack: Pack, held: Sequence[Held], pages: Check, signatures: Check, sound: bool
) -> dict[str, Any]:
    """All of it as JSON: `holds` is null where nobody looked, `library` where the library never had the article."""
    articles = [
        {
            "name": one.sealed.name,
            "state": one.state.value,
            "holds": one.holds,
            "path": one.path,
            "sha256": one.sealed.fingerprint,
            "found_sha256": one.found.fingerprint if one.found is not None else None,
            "library": one.copy,
        }
        for one in held
    ]
    return {
        "pack": str(named),
        "holds": sound,
        "articles": articles,
        "pages": {"holds": pages.holds, "words": list(pages.lines)},
        "signatures": {"count": pack.signatures, "holds": signatures.holds, "words": list(signatures.lines)},
    }


def add_sign(one: CommandParser) -> None:
    """The arguments of `sign`."""
    one.add_argument("pack", type=input_file, metavar=_("PDF"), help=_("what compare or the window wrote"))
    one.add_argument(
        "--certificate", type=input_file, required=True, metavar=_("FILE"), help=_("it and its key, as PKCS #12")
    )
    one.add_argument(
        "--out", type=output_path, metavar=_("OUT"), help=_("where to write it; beside the PDF if left out")
    )
    one.add_argument(
        "--time-stamp",
        default="",
        metavar=_("ADDRESS"),
        help=_("a service that states the time, asked over the network"),
    )
    one.add_argument("--force", action="store_true", help=_("replace a document that is there already"))
    one.set_defaults(run=sign)
    one.explain(
        [("sign out.pdf --certificate me.p12", _("writes out-signed.pdf; asks for the passphrase"))],
        more=_("The passphrase is asked for, or read from PARALLAX_PASSPHRASE."),
    )


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


def _pages(pack: Pack, progress: Progress) -> Check:
    """Whether the pages are those that the attached data gives; what was not looked at is said too."""
    try:
        lines = differences(pack, progress)
    except ExportError as error:
        return Check(None, (plain(_("? The pages were not checked: {why}").format(why=error)),))
    if lines:
        last = _("The pages are not those that the attached data gives: the pack was changed after it was made.")
        return Check(False, (*(plain(f"≠ {line}") for line in lines), last))
    words = _(
        "= The pages, their text and their look, are those that the attached data gives. Links, bookmarks and tags "
        "were not looked at."
    )
    return Check(True, (words,))


def _signatures(pack: Pack, trusted: list[Path]) -> Check:
    """Whether every signature is sound and covers all of the file; one without any holds, unless one was asked for."""
    try:
        found = signing.signatures(pack.path, trusted) if pack.signatures else []
    except ExportError as error:
        return Check(None, (plain(_("? The signature was not checked: {why}").format(why=error)),))
    lines = [plain(f"{'=' if one.holds else '≠'} {one.words}") for one in found]
    if not found:
        lines = [_("It is not signed: whoever can write files could have made all of it, data and pages.")]
    return Check(all(one.holds for one in found) and bool(found or not trusted), tuple(lines))


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


COMMANDS = {"verify": add_verify, "sign": add_sign}
