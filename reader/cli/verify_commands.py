"""`verify`: whether a PDF of ours is what it was: the articles that it compared, its pages, its signature."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from getpass import getpass
from pathlib import Path
from typing import Any

from reader.cli.complaints import FAILED
from reader.cli.inputs import as_file
from reader.cli.parsing import CommandParser, input_file, input_path, output_path
from reader.cli.sealed_articles import ArticleCheck, State, checks_among, checks_in_place, given_articles
from reader.cli.settings import kept_settings
from reader.dataclass import dataclass
from reader.errors import ExportError
from reader.export import signatures
from reader.export.packs import MOST_BYTES, Pack, differences, read_pack
from reader.i18n import _, ngettext
from reader.progress import Progress
from reader.settings import Settings
from reader.text.plain import plain
from reader.wording.lines import account_letter

_SHOWN = 12
"""How many digits of a sum tell it from another."""


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
        "--trust", action="append", type=input_file, default=[], metavar=_("CERTIFICATE"),
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
    settings = kept_settings()
    with as_file(args.pack, replace(settings.importing, max_bytes=MOST_BYTES), "standard-input.pdf") as file:
        return _verify(file, args, settings)


def _verify(file: Path, args: argparse.Namespace, settings: Settings) -> int:
    pack = read_pack(file)
    if args.paths:
        held = checks_among(pack.articles, given_articles(args.paths, pack.articles, settings))
    else:
        held = list(checks_in_place(pack, settings))
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


def _tell_articles(held: Sequence[ArticleCheck], args: argparse.Namespace) -> None:
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
    named: Path, pack: Pack, held: Sequence[ArticleCheck], pages: Check, signatures: Check, sound: bool
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
            "words": _line(number, one),
        }
        for number, one in enumerate(held, 1)
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
    signatures.check_installed()
    passphrase = os.environ.get("PARALLAX_PASSPHRASE")
    if passphrase is None:
        passphrase = getpass(_("Passphrase of {path}: ").format(path=args.certificate)) if sys.stdin.isatty() else ""
    signatures.sign(args.pack, out, args.certificate, passphrase, args.time_stamp, args.force)
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
        found = signatures.signatures(pack.path, trusted) if pack.signatures else []
    except ExportError as error:
        return Check(None, (plain(_("? The signature was not checked: {why}").format(why=error)),))
    lines = [plain(f"{'=' if one.holds else '≠'} {one.words}") for one in found]
    if not found:
        lines = [_("It is not signed: whoever can write files could have made all of it, data and pages.")]
    return Check(all(one.holds for one in found) and bool(found or not trusted), tuple(lines))


def _line(number: int, one: ArticleCheck) -> str:
    """What was found of an article: of its file first, then of the library's copy."""
    about = {"n": account_letter(number - 1), "name": one.sealed.name, "path": one.path}
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
        copy = _("the library’s copy is the same") if one.copy else _("the library’s copy is damaged")
        words += f" ({copy})"
    return plain(words)


COMMANDS = {"verify": add_verify, "sign": add_sign}
