"""What can be asked of the command line."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from reader import __version__
from reader.errors import UsageError
from reader.i18n import _


class _Parser(argparse.ArgumentParser):
    """argparse, but an error is one line, and what belongs to a command is loaded when that command is given."""

    def __init__(self, *args: Any, complete: "Callable[[_Parser], None] | None" = None, **options: Any) -> None:
        """`complete` adds the arguments of a command, and what does it."""
        super().__init__(*args, **options)
        self._complete = complete

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse; help is printed from in here too."""
        complete, self._complete = self._complete, None
        if complete is not None:
            complete(self)
        return super().parse_known_args(args, namespace)

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
    for name, words, complete in _COMMANDS:
        commands.add_parser(name, help=words(), complete=complete)
    return whole


def _compare(one: _Parser) -> None:
    from reader.cli import comparing

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


def _figures(one: _Parser) -> None:
    from reader.cli import comparing

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


def _read(one: _Parser) -> None:
    from reader.cli import reading

    one.epilog, one.formatter_class = reading.formats(), argparse.RawDescriptionHelpFormatter
    one.add_argument("files", nargs="+", type=Path, metavar=_("FILE"))
    one.add_argument("--format", choices=("text", "json"), default="text", help=_("how to print it"))
    one.set_defaults(run=reading.read)


def _verify(one: _Parser) -> None:
    from reader.cli import verifying

    one.add_argument("pack", type=Path, metavar=_("PDF"))
    one.add_argument("paths", nargs="*", type=Path, metavar=_("PATH"), help=_("files, and folders to look through"))
    one.add_argument(
        "--texts-only", action="store_true", help=_("look at the articles only, not at pages and signature")
    )
    one.add_argument(
        "--trust", action="append", type=Path, default=[], metavar=_("CERTIFICATE"),
        help=_("a certificate that its signature has to lead to"),
    )  # fmt: skip
    one.set_defaults(run=verifying.verify)


def _sign(one: _Parser) -> None:
    from reader.cli import verifying

    one.add_argument("pack", type=Path, metavar=_("PDF"))
    one.add_argument(
        "--certificate", type=Path, required=True, metavar=_("FILE"), help=_("it and its key, as PKCS #12")
    )
    one.add_argument("--out", type=Path, metavar=_("OUT"), help=_("where to write it; beside the PDF if left out"))
    one.add_argument(
        "--time-stamp",
        default="",
        metavar=_("ADDRESS"),
        help=_("a service that states the time, asked over the network"),
    )
    one.add_argument("--force", action="store_true", help=_("replace a document that is there already"))
    one.set_defaults(run=verifying.sign)


def _search(one: _Parser) -> None:
    from reader.cli import keeping

    one.add_argument("words", nargs="*", metavar=_("WORDS"))
    one.add_argument("--saved", default="", metavar=_("NAME"), help=_("run the saved search of this name"))
    one.add_argument("--format", choices=("text", "json"), default="text", help=_("how to print it"))
    one.add_argument("--order", choices=("relevance", "date"), default=None, help=_("best or newest first"))
    one.add_argument("--limit", type=_positive, default=20, metavar="N", help=_("how many at most"))
    one.set_defaults(run=keeping.search)


def _import(one: _Parser) -> None:
    from reader.cli import keeping

    one.add_argument(
        "paths",
        nargs="+",
        metavar=_("PATH"),
        help=_("a file, a folder, or the address of a page (https://…), whose server is asked for it"),
    )
    one.add_argument("--story", default="", metavar=_("NAME"), help=_("put them into this story"))
    one.set_defaults(run=keeping.add)


def _list(one: _Parser) -> None:
    from reader.cli import keeping

    one.set_defaults(run=keeping.show)


def _reindex(one: _Parser) -> None:
    from reader.cli import keeping

    one.set_defaults(run=keeping.reindex)


def _check(one: _Parser) -> None:
    from reader.cli import keeping

    one.add_argument("--salvage", action="store_true", help=_("save what can be read of a damaged library"))
    one.set_defaults(run=keeping.check)


def _backup(one: _Parser) -> None:
    from reader.cli import keeping

    one.add_argument("file", type=Path, metavar=_("FILE"))
    one.set_defaults(run=keeping.backup)


def _restore(one: _Parser) -> None:
    from reader.cli import keeping

    one.add_argument("file", type=Path, metavar=_("FILE"))
    one.set_defaults(run=keeping.restore)


def _export_story(one: _Parser) -> None:
    from reader.cli import keeping

    one.add_argument("story", metavar=_("NAME"))
    one.add_argument("file", type=Path, metavar=_("FILE"))
    one.set_defaults(run=keeping.export_story)


def _import_story(one: _Parser) -> None:
    from reader.cli import keeping

    one.add_argument("file", type=Path, metavar=_("FILE"))
    one.add_argument("--story", default="", metavar=_("NAME"), help=_("put its articles into this story"))
    one.set_defaults(run=keeping.import_story)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


_COMMANDS: tuple[tuple[str, Callable[[], str], Callable[[_Parser], None]], ...] = (
    ("compare", lambda: _("what 2 to 20 articles share, and which figures conflict"), _compare),
    ("figures", lambda: _("every figure of each text, as it is read"), _figures),
    ("read", lambda: _("what is read of files, and what is not; the library is left alone"), _read),
    ("verify", lambda: _("whether a PDF of ours, and the articles in it, are what they were"), _verify),
    ("sign", lambda: _("sign a PDF of ours with your own certificate"), _sign),
    ("search", lambda: _("search the library"), _search),
    ("import", lambda: _("add files, folders and pages to the library"), _import),
    ("list", lambda: _("the articles of the library"), _list),
    ("reindex", lambda: _("write the search index anew"), _reindex),
    ("check", lambda: _("whether the library and its index are whole"), _check),
    ("backup", lambda: _("copy the library to one file"), _backup),
    ("restore", lambda: _("put such a copy in the place of the library, which is kept beside it"), _restore),
    ("export-story", lambda: _("write a story to a file that another library takes"), _export_story),
    ("import-story", lambda: _("add a story that was written to such a file"), _import_story),
)
"""The commands in the order of the help: what each is called, what it does, and what adds the rest once it is given."""
