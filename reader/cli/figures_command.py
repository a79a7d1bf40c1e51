"""`figures`: the figures of texts, as they are read, and why any two of them are compared or not."""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from reader.article import Article
from reader.cli.complaints import FAILED, tell
from reader.cli.inputs import articles_of, check_streams, each_of, lines_of
from reader.cli.parsing import CommandParser, input_path
from reader.cli.settings import kept_settings
from reader.errors import ReaderError, UsageError
from reader.export import as_json, as_text
from reader.i18n import _
from reader.settings import Settings
from reader.workspace import (
    explain_figures,
    figures_of,
    figures_omitted,
    has_unread_figures,
    line_articles,
)


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
    settings = kept_settings()
    if args.explain:
        return _explain(args, settings)
    check_with_text(args)
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
        print(dump([as_json.explanation_object(articles, one) for one in found], indent=1))
    else:
        for one in found:
            print(dump(as_json.explanation_object(articles, one)))
    return 0


def _print_figures(results: Iterable[Article | ReaderError], args: argparse.Namespace) -> int:
    """Print the figures of every text that could be read, and say of every other why it could not."""
    failures: list[ReaderError] = []
    articles = _readable(results, failures)
    render: Callable[[Article], str] = {
        "json": lambda a: dump(_figures_object(a, args.with_text), indent=1),
        "jsonl": lambda a: dump(_figures_object(a, args.with_text)),
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


def check_with_text(args: argparse.Namespace) -> None:
    """Raise where texts are asked for that nothing will hold."""
    if args.with_text and args.format not in ("json", "jsonl"):
        raise UsageError(_("--with-text puts texts into JSON, and none is printed."), _("Add --format json."))


COMMANDS = {"figures": add_figures}


def dump(value: object, indent: int | None = None) -> str:
    """A value as JSON, as it is printed."""
    return json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
