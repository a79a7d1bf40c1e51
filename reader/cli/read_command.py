"""`parallax read`: what is read of files, without a library."""

import argparse
import json
from pathlib import Path
from typing import Any

from reader import notices
from reader.article import METADATA, Article
from reader.cli.complaints import FAILED
from reader.cli.inputs import found
from reader.cli.parsing import CommandParser, input_path
from reader.cli.settings import kept_settings
from reader.errors import UsageError
from reader.i18n import _
from reader.importing import FORMATS, Contents, ReadStatus
from reader.importing.contents import contents
from reader.wording import readings
from reader.wording.notices import notice


def add_read(one: CommandParser) -> None:
    """The arguments of `read`."""
    one.add_argument(
        "files", nargs="+", type=input_path, metavar=_("FILE"), help=_("a file or a folder; “-” is standard input")
    )
    one.add_argument("--format", choices=("text", "json"), default="text", help=_("how to print it"))
    one.set_defaults(run=read)
    one.explain(
        [
            ("read page.html", _("its fields, its text, and what of it was left out")),
            ("read clippings/ --format json", _("every file of a folder, for a program")),
            ("read - < page.html", _("what comes by standard input")),
        ],
        more=formats(),
    )


def read(args: argparse.Namespace) -> int:
    """Print what is read of each file; failed if one was refused."""
    options = kept_settings().importing
    refused, told, count = False, [], 0
    for file, results in found(args.files, options):
        count += 1
        inside = contents(results)
        refused |= inside.status is ReadStatus.REFUSED
        if args.format == "json":
            told.append(_object(file, inside))
        else:
            print("\n".join(readings.lines(file, inside)))
    if not count:
        raise UsageError(_("There is no file in what was named."), _("Name files, or a folder that holds some."))
    if args.format == "json":
        print(json.dumps(told, ensure_ascii=False, indent=1))
    return FAILED if refused else 0


def formats() -> str:
    """Every kind of file that can be read, with the endings of its names, a line each."""
    rows = "\n".join(f"  {one.name}: {' '.join(one.suffixes)}" for one in FORMATS)
    archives = _("Exports of Nexis, Factiva, Europresse and ProQuest are told by what is in them, however they end.")
    return _("What can be read:") + f"\n{rows}\n\n{archives}"


COMMANDS = {"read": add_read}


def _object(path: Path, inside: Contents) -> dict[str, Any]:
    return {
        "file": str(path),
        "status": inside.status.value,
        "notices": readings.told(inside),
        "articles": [described(article) for article in inside.articles],
    }


def described(article: Article) -> dict[str, Any]:
    """An article, its fields by their names; spans are offsets into `text`."""
    return {
        "id": article.id,
        "path": article.path,
        **{name: getattr(article, name) for name in METADATA},
        "text": article.text,
        "boilerplate": [[span.start, span.end] for span in article.boilerplate],
        "provenance": dict(article.provenance),
        "notices": [
            {**said, "words": notice(one)}
            for said, one in zip(notices.as_json(article.notices), article.notices, strict=True)
        ],
    }
