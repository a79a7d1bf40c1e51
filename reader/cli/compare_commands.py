"""`compare` and `figures`: a comparison, and the figures of a text, printed or written to a document."""

import argparse
import contextlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from reader.article import Article
from reader.cli.complaints import FAILED, tell
from reader.cli.inputs import articles_of, check_streams, each_of, lines_of
from reader.cli.kept import settings_kept
from reader.cli.parsing import CommandParser, filled, input_file, input_path, output_path
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
    explain_figures,
    figures_of,
    figures_omitted,
    has_unread_figures,
    line_articles,
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
    settings = _asked(settings_kept(), args)
    if args.batch is not None:
        return _compare_batch(args, settings)
    _agree(args)
    _check_with_text(args)
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


def _check_with_text(args: argparse.Namespace) -> None:
    """Raise where texts are asked for that nothing will hold."""
    if args.with_text and args.format not in ("json", "jsonl"):
        raise UsageError(_("--with-text puts texts into JSON, and none is printed."), _("Add --format json."))


def _printed(comparison: Comparison, form: str, choices: Choices, with_text: bool) -> str:
    told = _told(comparison, choices.differences_only)
    if form == "text":
        return as_text.comparison_text(told, choices)
    return _dump(as_json.comparison_object(told, with_text, choices), indent=1 if form == "json" else None)


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
        print(_dump(found), flush=True)
    return status


def _tell_of_line(number: int, files: Sequence[Path], error: ReaderError) -> None:
    """Say what failed, in which line of the list, and what that compares."""
    names = ", ".join(map(shown, files))
    words = _("Line {number} ({files}): {error}").format(number=number, files=names, error=error)
    tell(ReaderError(words))


def add_figures(one: CommandParser) -> None:
    """The arguments of `figures`."""
    one.add_argument(
        "files", nargs="+", type=input_path, metavar=_("FILE"), help=_("an article; “-” is standard input")
    )
    one.add_argument("--format", choices=("text", "json", "jsonl"), default="text", help=_("how to print it"))
    one.add_argument("--with-text", action="store_true", help=_("put the articles' texts into the JSON"))
    one.add_argument("--lines", action="store_true", help=_("take each line of a file as a text of its own"))
    one.add_argument(
        "--explain",
        action="store_true",
        help=_("for any two figures of one dimension in different files, why they are compared or not"),
    )
    one.set_defaults(run=figures)
    one.explain(
        [
            ("figures one.txt", _("each figure, what it counts and what it may mean")),
            ("figures one.txt two.txt --explain", _("why any two of them are compared, or not")),
            ("figures --lines - --format jsonl < texts.txt", _("each line of standard input, for a program")),
        ]
    )


def figures(args: argparse.Namespace) -> int:
    """List the figures of each file, or of each line of them."""
    settings = settings_kept()
    if args.explain:
        return _explain(args, settings)
    _check_with_text(args)
    check_streams(args.files)
    if args.lines:
        return _print_figures(_lines_of_each(args.files, settings), args)
    return _print_figures(each_of(args.files, settings), args)


def _lines_of_each(files: Iterable[Path], settings: Settings) -> Iterator[Article | ReaderError]:
    """Each line of each file as a text, or why a file has none."""
    for path in files:
        try:
            lines = lines_of(path, settings)
        except ReaderError as error:
            yield error
        else:
            yield from line_articles(lines)


def _explain(args: argparse.Namespace, settings: Settings) -> int:
    """Say of any two figures of one dimension in different files why they are compared or not."""
    if args.lines or len(args.files) < 2:
        raise UsageError(_("--explain holds the figures of several files against one another."), _("Name two files."))
    articles = articles_of(args.files, settings)
    found = explain_figures(articles, settings)
    if args.format == "text":
        print(as_text.explanations_text(articles, found))
    elif args.format == "json":
        print(_dump([as_json.explanation_object(articles, one) for one in found], indent=1))
    else:
        for one in found:
            print(_dump(as_json.explanation_object(articles, one)))
    return 0


def _print_figures(results: Iterable[Article | ReaderError], args: argparse.Namespace) -> int:
    """Print the figures of every text that could be read, and say of every other why it could not."""
    failures: list[ReaderError] = []
    articles = _readable(results, failures)
    render: Callable[[Article], str] = {
        "json": lambda a: _dump(_figures_object(a, args.with_text), indent=1),
        "jsonl": lambda a: _dump(_figures_object(a, args.with_text)),
        "text": lambda a: as_text.figures_text(a, figures_of(a), figures_omitted(a), unread=has_unread_figures(a)),
    }[args.format]
    if args.format != "json":
        for article in articles:
            print(render(article))
    else:
        print("[" + ",\n".join(render(a) for a in articles) + "]")
    return FAILED if failures else 0


def _readable(results: Iterable[Article | ReaderError], failures: list[ReaderError]) -> Iterator[Article]:
    """What could be read; what could not is told in its place, and kept."""
    for one in results:
        if isinstance(one, Article):
            yield one
        else:
            tell(one)
            failures.append(one)


def _figures_object(article: Article, with_text: bool) -> dict[str, Any]:
    omitted, unread = figures_omitted(article), has_unread_figures(article)
    return as_json.figures_object(article, figures_of(article), omitted, with_text, unread=unread)


COMMANDS = {"compare": add_compare, "figures": add_figures}


def _dump(value: object, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
