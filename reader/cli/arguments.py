"""What can be asked of the command line."""

import argparse
from pathlib import Path
from typing import Any, NoReturn

from reader import __version__
from reader.cli import comparing, keeping, reading, verifying
from reader.errors import UsageError
from reader.i18n import _


class _Parser(argparse.ArgumentParser):
    """argparse, but an error is one line."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message.rstrip('.')}.", _("See parallax --help."))


def parser() -> argparse.ArgumentParser:
    """The parser whose result has `run`, the function that does it."""
    whole = _Parser(
        prog="parallax",
        description=_("Compares several articles on one event. Without arguments it opens the window."),
    )
    whole.add_argument("--version", action="version", version=f"Parallax {__version__}")
    commands = whole.add_subparsers(title=_("commands"), metavar=_("COMMAND"), required=True)
    _add_compare(commands)
    _add_figures(commands)
    _add_read(commands)
    _add_verify(commands)
    _add_search(commands)
    _add_import(commands)
    _add_list(commands)
    _add_keeping(commands)
    return whole


def _add_compare(commands: Any) -> None:
    one = commands.add_parser("compare", help=_("what 2 to 20 articles share, and which figures conflict"))
    one.add_argument("files", nargs="*", type=Path, metavar=_("FILE"))
    one.add_argument("--story", metavar=_("NAME"), help=_("the articles of a story of the library, the oldest first"))
    one.add_argument("--saved", metavar=_("NAME"), help=_("a saved comparison, with its order and its cutoffs"))
    one.add_argument("--format", choices=("text", "json", "jsonl"), default=None, help=_("how to print it"))
    one.add_argument("--with-text", action="store_true", help=_("put the articles' texts into the JSON"))
    one.add_argument(
        "--semantic",
        action=argparse.BooleanOptionalAction,
        default=None,
        help=_("compare by meaning as well, and across languages; without, a second faster"),
    )
    one.add_argument("--batch", type=Path, metavar=_("LIST"), help=_("a comparison a line, its files between tabs"))
    for kind in comparing.DOCUMENTS:
        one.add_argument(
            f"--{kind.name}", type=Path, metavar=_("OUT"), help=_("write it as {kind}").format(kind=kind.label)
        )
    one.add_argument("--no-bom", action="store_true", help=_("begin CSV without the mark that spreadsheets look for"))
    one.add_argument("--differences-only", action="store_true", help=_("leave out what the articles have in common"))
    one.add_argument("--force", action="store_true", help=_("replace documents that are there already"))
    one.set_defaults(run=comparing.compare)


def _add_figures(commands: Any) -> None:
    one = commands.add_parser("figures", help=_("every figure of each text, as it is read"))
    one.add_argument("files", nargs="+", type=Path, metavar=_("FILE"))
    one.add_argument("--format", choices=("text", "json", "jsonl"), default="text", help=_("how to print it"))
    one.add_argument("--with-text", action="store_true", help=_("put the articles' texts into the JSON"))
    one.add_argument("--lines", action="store_true", help=_("take each line of a file as a text of its own"))
    one.add_argument(
        "--explain",
        action="store_true",
        help=_("for any two figures of one dimension in different files, why they are compared or not"),
    )
    one.set_defaults(run=comparing.figures)


def _add_read(commands: Any) -> None:
    one = commands.add_parser(
        "read",
        help=_("what is read of files, and what is not; the library is left alone"),
        epilog=reading.formats(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    one.add_argument("files", nargs="+", type=Path, metavar=_("FILE"))
    one.add_argument("--format", choices=("text", "json"), default="text", help=_("how to print it"))
    one.set_defaults(run=reading.read)


def _add_verify(commands: Any) -> None:
    one = commands.add_parser("verify", help=_("whether the articles in a PDF of ours are still the same"))
    one.add_argument("pack", type=Path, metavar=_("PDF"))
    one.add_argument("paths", nargs="*", type=Path, metavar=_("PATH"), help=_("files, and folders to look through"))
    one.set_defaults(run=verifying.verify)


def _add_search(commands: Any) -> None:
    one = commands.add_parser("search", help=_("search the library"))
    one.add_argument("words", nargs="*", metavar=_("WORDS"))
    one.add_argument("--saved", default="", metavar=_("NAME"), help=_("run the saved search of this name"))
    one.add_argument("--format", choices=("text", "json"), default="text", help=_("how to print it"))
    one.add_argument("--order", choices=("relevance", "date"), default=None, help=_("best or newest first"))
    one.add_argument("--limit", type=_positive, default=20, metavar="N", help=_("how many at most"))
    one.set_defaults(run=keeping.search)


def _add_import(commands: Any) -> None:
    one = commands.add_parser("import", help=_("add files, folders and pages to the library"))
    one.add_argument(
        "paths",
        nargs="+",
        metavar=_("PATH"),
        help=_("a file, a folder, or the address of a page (https://…), whose server is asked for it"),
    )
    one.add_argument("--story", default="", metavar=_("NAME"), help=_("put them into this story"))
    one.set_defaults(run=keeping.add)


def _add_list(commands: Any) -> None:
    one = commands.add_parser("list", help=_("the articles of the library"))
    one.set_defaults(run=keeping.show)


def _add_keeping(commands: Any) -> None:
    one = commands.add_parser("reindex", help=_("write the search index anew"))
    one.set_defaults(run=keeping.reindex)
    one = commands.add_parser("backup", help=_("copy the library to one file"))
    one.add_argument("file", type=Path, metavar=_("FILE"))
    one.set_defaults(run=keeping.backup)
    one = commands.add_parser("restore", help=_("put such a copy in the place of the library, which is kept beside it"))
    one.add_argument("file", type=Path, metavar=_("FILE"))
    one.set_defaults(run=keeping.restore)
    one = commands.add_parser("export-story", help=_("write a story to a file that another library takes"))
    one.add_argument("story", metavar=_("NAME"))
    one.add_argument("file", type=Path, metavar=_("FILE"))
    one.set_defaults(run=keeping.export_story)
    one = commands.add_parser("import-story", help=_("add a story that was written to such a file"))
    one.add_argument("file", type=Path, metavar=_("FILE"))
    one.add_argument("--story", default="", metavar=_("NAME"), help=_("put its articles into this story"))
    one.set_defaults(run=keeping.import_story)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number
