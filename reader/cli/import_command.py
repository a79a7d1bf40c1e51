"""`import`: files, folders, pipes and pages into the library; and what an import would do."""

import argparse
import json
import re
from collections.abc import Iterator
from contextlib import nullcontext
from itertools import groupby
from pathlib import Path
from typing import Any

from reader import locales
from reader.cli.complaints import FAILED, INTERRUPTED, print_error
from reader.cli.inputs import check_streams, found, is_stream, stream
from reader.cli.parsing import CommandParser, filled
from reader.cli.settings import kept_settings
from reader.cli.workspace import opened_workspace
from reader.errors import ImportFailure, ReaderError, UsageError
from reader.i18n import _, ngettext
from reader.library import Library
from reader.paths import Paths
from reader.text.addresses import is_address
from reader.workspace import ImportEntry, ImportReport, Status, Workspace
from reader.workspace.importer import foreseen

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def add_import(one: CommandParser) -> None:
    """The arguments of `import`."""
    one.add_argument(
        "paths",
        nargs="+",
        type=filled,
        metavar=_("PATH"),
        help=_("a file, a folder, “-” for standard input, or the address of a page (https://…), which is fetched"),
    )
    one.add_argument("--story", type=filled, metavar=_("NAME"), help=_("put them into this story"))
    one.add_argument("--dry-run", action="store_true", help=_("say what would be added, and add nothing"))
    one.add_argument("--format", choices=("text", "json"), default="text", help=_("how to print what became of each"))
    one.set_defaults(run=add)
    one.explain(
        [
            ("import clippings/ --story Flood", _("every article in a folder, into a story")),
            ("import --dry-run clippings/", _("what would be added, and what refused")),
            ("import https://example.org/a.html", _("a page: its server is asked for it")),
            ("import - < article.txt", _("what comes by standard input")),
            ("import one.html --format json", _("for a program; each article with its id")),
        ]
    )


def add(args: argparse.Namespace) -> int:
    """Add files, folders, pipes and the pages at addresses to the library. To name an address is to ask for it."""
    addresses = [one for one in args.paths if _is_on_network(one)]
    paths = [Path(one) for one in args.paths if not _is_on_network(one)]
    check_streams(paths)
    if args.dry_run:
        return _say(_foreseen(paths, addresses), args)
    with opened_workspace() as workspace:
        story = workspace.story(args.story) if args.story else None
        report = workspace.import_files([one for one in paths if not is_stream(one)], story, args.reporter)
        for one in filter(is_stream, paths):
            if not report.stopped:
                report = _joined(report, _import_stream(workspace, one, story))
        if not report.stopped:
            report = _joined(report, workspace.import_addresses(addresses, story))
        return say_and_index(workspace, report, args)


def _is_on_network(name: str) -> bool:
    """Whether a name is an address, of a page or of what cannot be fetched: which of them, fetching says."""
    return is_address(name) or (_ADDRESS.match(name) is not None and not Path(name).exists())


def _joined(report: ImportReport, more: ImportReport) -> ImportReport:
    return ImportReport((*report.entries, *more.entries), stopped=more.stopped)


def _import_stream(workspace: Workspace, path: Path, story: int | None) -> ImportReport:
    try:
        came = stream(path, workspace.settings.importing)
    except ImportFailure as failure:
        return ImportReport((ImportEntry(str(path), Status.FAILED, message=str(failure), file=str(path)),))
    return workspace.import_stream(came.data, came.name, story)


def _foreseen(paths: list[Path], addresses: list[str]) -> ImportReport:
    """What would become of each, with no page fetched and no library made."""
    place = Paths.default().library
    several = ((str(path), results) for path, results in found(paths, kept_settings().importing))
    with Library.open(place) if place.exists() else nullcontext() as there:
        report = foreseen(several, there.is_kept if there is not None else lambda _fingerprint: False)
    words = _("{address} was not asked for: a dry run fetches nothing.")
    asked = (ImportEntry(one, Status.FAILED, message=words.format(address=one), file=one, parts=0) for one in addresses)
    return ImportReport((*report.entries, *asked))


def say_and_index(workspace: Workspace, report: ImportReport, args: argparse.Namespace) -> int:
    """Say what became of an import before anything else can fail; an index that cannot be written costs no article."""
    status = _say(report, args)
    if report.stopped:
        return print_error(ReaderError(_("Interrupted."), _("What was added until then is kept.")), INTERRUPTED)
    try:
        workspace.update_index(args.reporter)
    except ReaderError as error:
        return print_error(error, FAILED)
    return status


def _say(report: ImportReport, args: argparse.Namespace) -> int:
    """Print an import report; failed if any file did, or if there was none."""
    dry = getattr(args, "dry_run", False)
    if args.format == "json":
        print(json.dumps(_object(report, dry), ensure_ascii=False, indent=1))
    else:
        for line in _by_file(report, dry):
            args.reporter.say(line)
    for entry in report.entries:
        if entry.message and (entry.status is Status.FAILED or not args.quiet):
            print_error(ReaderError(entry.message), FAILED)
    if not report.entries and not report.stopped:
        raise UsageError(
            _("There is no article in what was named."), _("Name text files, or a folder that holds some.")
        )
    if args.format != "json":
        args.reporter.say(_summary(report, dry))
    return FAILED if report.count(Status.FAILED) else 0


def _summary(report: ImportReport, dry: bool) -> str:
    added, known, failed = (report.count(status) for status in (Status.ADDED, Status.KNOWN, Status.FAILED))
    if dry:
        words = ngettext("{count} article would be added", "{count} articles would be added", added)
    else:
        words = ngettext("{count} article added", "{count} articles added", added)
    told = {"added": words.format(count=added), "known": known, "failed": failed}
    return _("{added}, {known} already there, {failed} failed").format(**told)


def _by_file(report: ImportReport, dry: bool) -> Iterator[str]:
    """What became of each file: of one with many articles, how many of them had the same fate."""
    words = {
        Status.ADDED: _("would be added") if dry else _("added"),
        Status.KNOWN: _("already there"),
        Status.FAILED: _("refused"),
    }
    for (file, status, partly), several in groupby(report.entries, key=lambda one: (one.file, one.status, one.partly)):
        entries = list(several)
        some = _("partly")
        fate = f"{words[status]} ({some})" if partly else words[status]
        if len(entries) > 1 and status is not Status.FAILED:
            count = ngettext("{n} article", "{n} articles", len(entries)).format(n=locales.count(len(entries)))
            yield f"{fate}\t{file}\t{count}"
        else:
            yield from (f"{fate}\t{one.path}" for one in entries)


def _object(report: ImportReport, dry: bool) -> dict[str, Any]:
    """An import report as JSON; `id` is the library's, "" where nothing was added."""
    counts = {status.value: report.count(status) for status in Status}
    entries = [
        {
            "file": one.file,
            "path": one.path,
            "status": one.status.value,
            "partly": one.partly,
            "id": "" if dry else one.article_id,
            "message": one.message,
        }
        for one in report.entries
    ]
    return {**counts, "dry_run": dry, "stopped": report.stopped, "entries": entries}


COMMANDS = {"import": add_import}
