"""`compare`: a comparison, printed or written to a document."""

import argparse
import contextlib
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from reader.cli.complaints import FAILED, tell
from reader.cli.figures_command import check_with_text, dump
from reader.cli.inputs import articles_of, lines_of
from reader.cli.parsing import CommandParser, filled, input_file, input_path, output_path
from reader.cli.settings import kept_settings
from reader.compare.comparison import Comparison
from reader.compare.counts import counted
from reader.errors import ReaderError, UsageError
from reader.export import FORMATS, Choices, ExportFormat, as_json, as_text, write
from reader.export.decisions import dismissed
from reader.export.files import check
from reader.i18n import _
from reader.importing.files import shown
from reader.settings import Settings
from reader.workspace import (
    compare_articles,
    meaning_missing,
)

DOCUMENTS = tuple(one for one in FORMATS if one.name not in {"json", "text"})
"""What a comparison can be written to besides the screen."""


def add_compare(one: CommandParser) -> None:
    """The arguments of `compare`."""
    one.add_argument(
        "files", nargs="*", type=input_path, metavar=_("FILE"), help=_("an article; “-” is standard input")
    )
    one.add_argument(
        "--story",
        type=filled,
        metavar=_("NAME"),
        help=_("the articles of a story of the library, the oldest first, those without a date last"),
    )
    one.add_argument(
        "--saved", type=filled, metavar=_("NAME"), help=_("a saved comparison, with its order and its settings")
    )
    one.add_argument("--format", choices=("text", "json", "jsonl"), default=None, help=_("how to print it"))
    one.add_argument("--with-text", action="store_true", help=_("put the articles' texts into the JSON"))
    one.add_argument(
        "--semantic",
        action=argparse.BooleanOptionalAction,
        default=None,
        help=_("compare by meaning as well, and across languages; without, a second faster"),
    )
    one.add_argument(
        "--batch", type=input_file, metavar=_("LIST"), help=_("a comparison a line, its files between tabs")
    )
    for kind in DOCUMENTS:
        one.add_argument(
            f"--{kind.name}", type=output_path, metavar=_("OUT"), help=_("write it as {kind}").format(kind=kind.label)
        )
    one.add_argument("--no-bom", action="store_true", help=_("begin CSV without the mark that spreadsheets look for"))
    one.add_argument("--differences-only", action="store_true", help=_("leave out what the articles have in common"))
    one.add_argument("--force", action="store_true", help=_("replace documents that are there already"))
    one.add_argument("--exit-code", action="store_true", help=_("exit with 1 where figures conflict; see below"))
    one.set_defaults(run=compare)
    one.explain(
        [
            ("compare one.txt two.html", _("print what they share, and where their figures conflict")),
            ("compare one.txt two.html --pdf out.pdf", _("write it as a PDF instead")),
            ("compare --story Flood --format json", _("a story of the library, for a program")),
            ("compare - two.txt < one.txt", _("one of them by standard input")),
            ("compare --exit-code -q one.txt two.txt", _("for scripts: 1 where figures conflict")),
        ],
        {
            0: _("done; with --exit-code: no figures conflict"),
            1: _("something failed, each failure in one line; with --exit-code: figures conflict"),
            2: _("it was asked wrongly; with --exit-code: or something failed"),
        },
    )


def compare(args: argparse.Namespace) -> int:
    """Compare the files; print the comparison, write it to documents, or both."""
    settings = _asked(kept_settings(), args)
    if args.batch is not None:
        return _compare_batch(args, settings)
    _agree(args)
    check_with_text(args)
    outputs = [(kind, path) for kind in DOCUMENTS if (path := _target(args, kind)) is not None]
    places = [place.absolute() for _kind, place in outputs]
    for kind, place in outputs:
        _spare(args.files, place)
        if places.count(place.absolute()) > 1:
            raise UsageError(_("{path} is named for two documents.").format(path=place), _("Choose another name."))
        check(place, args.force)
        _warn_of_ending(args, kind, place)
    comparison, known = _compared(args, settings)
    choices = replace(known, differences_only=args.differences_only, bom=not args.no_bom)
    for kind, place in outputs:
        notice = write(comparison, place, kind.name, args.reporter, choices, replace=args.force)
        if notice or not args.quiet:
            print(f"{place}{': ' + notice if notice else ''}", file=sys.stderr)
    if args.format or not (outputs or (args.exit_code and args.quiet)):
        print(_printed(comparison, args.format or "text", choices, args.with_text))
    return FAILED if args.exit_code and _has_conflict(comparison, choices) else 0


def _spare(files: Iterable[Path], place: Path) -> None:
    """Raise where a document would be written over one of the articles that are compared."""
    for file in files:
        with contextlib.suppress(OSError, ValueError):  # one of them is not there; reading or writing it says so
            if file.samefile(place):
                words = _("{path} is one of the articles that are compared; it is never written over.")
                raise UsageError(words.format(path=place), _("Choose another name."))


def _has_conflict(comparison: Comparison, choices: Choices) -> bool:
    """Whether figures conflict that the reader did not dismiss."""
    return counted(comparison, dismissed(comparison, choices.decisions)).left.conflicts > 0


def _warn_of_ending(args: argparse.Namespace, kind: ExportFormat, place: Path) -> None:
    """Say where a document's name ends like another kind of file."""
    usual = kind.suffix.rpartition(".")[2]
    if place.suffix.lower() != f".{usual}":
        words = _("{path} does not end in .{usual}; it is written as {kind} all the same.")
        args.reporter.note(words.format(path=place.name, usual=usual, kind=kind.label))


def _compared(args: argparse.Namespace, settings: Settings) -> tuple[Comparison, Choices]:
    """What was asked for, compared, with what the library knows of it."""
    if args.story is not None:
        from reader.cli import saved_sources

        return saved_sources.story(args.story, settings, args.reporter)
    if args.saved is not None:
        from reader.cli import saved_sources

        return saved_sources.saved(args.saved, settings, args.reporter)
    return compare_articles(articles_of(args.files, settings), settings, args.reporter), Choices(
        settings=settings.compare
    )


def _agree(args: argparse.Namespace) -> None:
    """Files, a story or a saved comparison: one of them."""
    if sum((bool(args.files), args.story is not None, args.saved is not None)) > 1:
        raise UsageError(_("Files, --story and --saved do not go together."), _("Name one of them."))


def _printed(comparison: Comparison, form: str, choices: Choices, with_text: bool) -> str:
    told = _told(comparison, choices.differences_only)
    if form == "text":
        return as_text.comparison_text(told, choices)
    return dump(as_json.comparison_object(told, with_text, choices), indent=1 if form == "json" else None)


def _told(comparison: Comparison, differences_only: bool) -> Comparison:
    """All of a comparison, or what differs."""
    from reader.export.differences import differences  # brings the passages along, which figures have no use for

    return differences(comparison) if differences_only else comparison


def _asked(settings: Settings, args: argparse.Namespace) -> Settings:
    """The settings as the command line changes them; says so where what they ask for is not installed."""
    wanted = settings.compare.meaning if args.semantic is None else args.semantic
    if wanted and (notice := meaning_missing()):
        print(notice, file=sys.stderr)
    return replace(settings, compare=replace(settings.compare, meaning=wanted))


def _target(args: argparse.Namespace, kind: ExportFormat) -> Path | None:
    """Where a document of this kind was asked to go."""
    path: Path | None = getattr(args, kind.name.replace("-", "_"))
    return path


def _compare_batch(args: argparse.Namespace, settings: Settings) -> int:
    """A comparison a line; one that fails is an object with its error, and the rest goes on."""
    if (
        args.files
        or args.story is not None
        or args.saved is not None
        or any(_target(args, kind) is not None for kind in DOCUMENTS)
    ):
        raise UsageError(_("--batch takes its files from the list and prints; it goes with no file and no document."))
    status = 0
    for number, row in enumerate(lines_of(args.batch, settings), 1):
        if not row.strip():
            continue
        files = [Path(name) for name in row.split("\t") if name]
        say = partial(_tell_of_line, number, files)
        try:
            comparison = compare_articles(articles_of(files, settings, say), settings)
            told = _told(comparison, args.differences_only)
            found = as_json.comparison_object(told, args.with_text)
        except ReaderError as error:
            say(error)
            status = FAILED
            found = {"schema": as_json.SCHEMA, "line": number, "files": list(map(str, files)), "error": str(error)}
        print(dump(found), flush=True)
    return status


def _tell_of_line(number: int, files: Sequence[Path], error: ReaderError) -> None:
    """Say what failed, in which line of the list, and what that compares."""
    names = ", ".join(map(shown, files))
    words = _("Line {number} ({files}): {error}").format(number=number, files=names, error=error)
    tell(ReaderError(words))


COMMANDS = {"compare": add_compare}
