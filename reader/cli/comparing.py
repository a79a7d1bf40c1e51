"""`compare` and `figures`: a comparison, and the figures of a text, printed or written to a document."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from reader.article import Article
from reader.cli import kept
from reader.cli.complaints import FAILED, complain
from reader.cli.files import articles_of, lines_of, readable, settings_kept
from reader.compare.comparison import Comparison
from reader.errors import ReaderError, UsageError
from reader.export import FORMATS, Choices, Format, as_json, as_text, write
from reader.export.differences import differences
from reader.export.files import check
from reader.i18n import _
from reader.settings import Settings
from reader.workspace import compare_articles, explain_figures, figures_of, has_unread_figures, meaning_missing

DOCUMENTS = tuple(one for one in FORMATS if one.name not in {"json", "text"})
"""What a comparison can be written to besides the screen."""


def compare(args: argparse.Namespace) -> int:
    """Compare the files; print the comparison, write it to documents, or both."""
    settings = _asked(settings_kept(), args)
    if args.batch is not None:
        return _compare_batch(args, settings)
    _agree(args)
    outputs = [(kind, path) for kind in DOCUMENTS if (path := _target(args, kind)) is not None]
    for _kind, path in outputs:
        check(path, args.force)
    comparison, known = _compared(args, settings)
    choices = replace(known, differences_only=args.differences_only, bom=not args.no_bom)
    for kind, path in outputs:
        notice = write(comparison, path, kind.name, choices=choices, replace=args.force)
        print(f"{path}{': ' + notice if notice else ''}", file=sys.stderr)
    if args.format or not outputs:
        print(_printed(comparison, args.format or "text", choices, args.with_text))
    return 0


def _compared(args: argparse.Namespace, settings: Settings) -> tuple[Comparison, Choices]:
    """What was asked for, compared, with what the library knows of it."""
    if args.story is not None:
        return kept.story(args.story, settings)
    if args.saved is not None:
        return kept.saved(args.saved, settings)
    return compare_articles(articles_of(args.files, settings), settings), Choices(settings=settings.compare)


def _agree(args: argparse.Namespace) -> None:
    """Files, a story or a saved comparison: one of them."""
    if sum((bool(args.files), args.story is not None, args.saved is not None)) > 1:
        raise UsageError(_("Files, --story and --saved do not go together."), _("Name one of them."))


def _printed(comparison: Comparison, form: str, choices: Choices, with_text: bool) -> str:
    told = differences(comparison) if choices.differences_only else comparison
    if form == "text":
        return as_text.comparison_text(told, choices)
    return _dump(as_json.comparison_object(told, with_text, choices), indent=1 if form == "json" else None)


def _asked(settings: Settings, args: argparse.Namespace) -> Settings:
    """The settings as the command line changes them; says so where what they ask for is not installed."""
    wanted = settings.compare.meaning if args.semantic is None else args.semantic
    if wanted and (notice := meaning_missing()):
        print(notice, file=sys.stderr)
    return replace(settings, compare=replace(settings.compare, meaning=wanted))


def _target(args: argparse.Namespace, kind: Format) -> Path | None:
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
    for row in lines_of(args.batch, settings):
        if not row.strip():
            continue
        try:
            comparison = compare_articles(articles_of([Path(p) for p in row.split("\t") if p], settings), settings)
            told = differences(comparison) if args.differences_only else comparison
            found = as_json.comparison_object(told, args.with_text)
        except ReaderError as error:
            status = complain(error, FAILED)
            found = {"schema": as_json.SCHEMA, "error": str(error)}
        print(_dump(found), flush=True)
    return status


def figures(args: argparse.Namespace) -> int:
    """List the figures of each file, or of each line of them."""
    settings = settings_kept()
    if args.explain:
        return _explain(args, settings)
    if args.lines:
        texts = (_line_article(line) for path in args.files for line in lines_of(path, settings))
        return _print_figures(texts, args)
    return _print_figures(iter(readable(args.files, settings)), args)


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


def _print_figures(articles: Iterator[Article], args: argparse.Namespace) -> int:
    render: Callable[[Article], str] = {
        "json": lambda a: _dump(_figures_object(a, args.with_text), indent=1),
        "jsonl": lambda a: _dump(_figures_object(a, args.with_text)),
        "text": lambda a: as_text.figures_text(a, figures_of(a), unread=has_unread_figures(a)),
    }[args.format]
    if args.format != "json":
        for article in articles:
            print(render(article))
        return 0
    print("[" + ",\n".join(render(a) for a in articles) + "]")
    return 0


def _figures_object(article: Article, with_text: bool) -> dict[str, Any]:
    return as_json.figures_object(article, figures_of(article), with_text, unread=has_unread_figures(article))


def _line_article(line: str) -> Article:
    """A line as an article without masthead or boilerplate: all of it is prose."""
    return Article("line", line)


def _dump(value: object, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
