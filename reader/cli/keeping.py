"""The library from the command line: import, list, search, and keeping it safe."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import Any

from reader import wording
from reader.cli.complaints import FAILED, INTERRUPTED, complain
from reader.cli.files import settings_kept
from reader.errors import LibraryError, ReaderError, UsageError
from reader.i18n import _, ngettext
from reader.library import Health, health
from reader.library.backups import kept, offered
from reader.library.connections import clear_errors
from reader.library.values import SavedSearch
from reader.narrowing import Narrowing
from reader.paths import Paths
from reader.text.addresses import is_address
from reader.workspace import (
    FoundArticle,
    ImportReport,
    SearchResults,
    Status,
    Workspace,
    restore_library,
    salvage_library,
)


def search(args: argparse.Namespace) -> int:
    """Print the articles of the library that hold the words."""
    if not (args.words or args.saved):
        raise UsageError(_("There is nothing to search for."), _("Name words, or a search with --saved."))
    with _library() as workspace:
        saved = _saved(workspace, args.saved) if args.saved else SavedSearch("", "")
        if not workspace.index_is_whole():
            print(_("parallax: The search index was damaged; it is made anew."), file=sys.stderr)
        workspace.update_index()
        words = " ".join([saved.query, *args.words]).strip()
        newest = (args.order or saved.filters.get("order")) == "date"
        results = workspace.search(words, "date" if newest else "relevance", args.limit, Narrowing.read(saved.filters))
    if args.format == "json":
        print(json.dumps(_object(results), ensure_ascii=False, indent=1))
    else:
        print(_listing(results))
    return 0


def _saved(workspace: Workspace, name: str) -> SavedSearch:
    known = {one.name.casefold(): one for one in workspace.library.saved_searches()}
    if name.casefold() not in known:
        there = ", ".join(one.name for one in known.values()) or _("none")
        raise UsageError(
            _("There is no saved search of this name: {name}.").format(name=name),
            _("Saved are: {names}.").format(names=there),
        )
    return known[name.casefold()]


def add(args: argparse.Namespace) -> int:
    """Add files, folders and the pages at addresses to the library. To name an address is to ask for it."""
    named = [str(one) for one in args.paths]
    addresses = [one for one in named if is_address(one)]
    paths = [Path(one) for one in named if not is_address(one)]
    with _library() as workspace:
        story = workspace.story(args.story) if args.story else None
        report = workspace.import_files(paths, story)
        if not report.stopped:
            more = workspace.import_addresses(addresses, story)
            report = ImportReport((*report.entries, *more.entries), stopped=more.stopped)
        return _say_and_index(workspace, report)


def _say_and_index(workspace: Workspace, report: ImportReport) -> int:
    """Say what became of an import before anything else can fail; an index that cannot be written costs no article."""
    status = _say(report)
    if report.stopped:
        return complain(ReaderError(_("Interrupted."), _("What was added until then is kept.")), INTERRUPTED)
    try:
        workspace.update_index()
    except ReaderError as error:
        return complain(error, FAILED)
    return status


def _say(report: ImportReport) -> int:
    """Print an import report; failed if any file did, or if there was none."""
    for line in _by_file(report):
        print(line)
    for entry in report.entries:
        if entry.message:
            print(f"parallax: {entry.message}", file=sys.stderr)
    added, known, failed = (report.count(status) for status in (Status.ADDED, Status.KNOWN, Status.FAILED))
    words = ngettext("{count} article added", "{count} articles added", added).format(count=added)
    print(_("{added}, {known} already there, {failed} failed").format(added=words, known=known, failed=failed))
    if not report.entries and not report.stopped:
        raise UsageError(
            _("There is no article in what was named."), _("Name text files, or a folder that holds some.")
        )
    return FAILED if failed else 0


def _by_file(report: ImportReport) -> Iterator[str]:
    """What became of each file: of one with many articles, how many of them had the same fate."""
    words = {Status.ADDED: _("added"), Status.KNOWN: _("already there"), Status.FAILED: _("refused")}
    for (file, status, partly), several in groupby(report.entries, key=lambda one: (one.file, one.status, one.partly)):
        entries = list(several)
        fate = f"{words[status]} ({_('partly')})" if partly else words[status]
        if len(entries) > 1 and status is not Status.FAILED:
            count = ngettext("{n} article", "{n} articles", len(entries)).format(n=f"{len(entries):,}")
            yield f"{fate}\t{file}\t{count}"
        else:
            yield from (f"{fate}\t{one.path}" for one in entries)


def show(args: argparse.Namespace) -> int:
    """Print the articles of the library, one a line."""
    with _library() as workspace:
        for row in workspace.library.rows():
            print("\t".join(map(_on_a_line, (row.id, row.published, row.outlet, row.headline))))
    return 0


def reindex(_args: argparse.Namespace) -> int:
    """Write the search index anew."""
    with _library() as workspace:
        workspace.rebuild_index()
        count = workspace.library.count()
    print(ngettext("{count} article in the index", "{count} articles in the index", count).format(count=count))
    return 0


def backup(args: argparse.Namespace) -> int:
    """Copy the library to a file."""
    with _library() as workspace:
        workspace.backup(args.file)
    return 0


def restore(args: argparse.Namespace) -> int:
    """Put a copy in the place of the library."""
    before = restore_library(Paths.default(), args.file)
    with _library() as workspace:  # which brings an older copy up to date
        count = workspace.library.count()
    words = ngettext("{count} article restored", "{count} articles restored", count).format(count=count)
    print(words if before is None else _("{words}; what was there before: {path}").format(words=words, path=before))
    return 0


def check(args: argparse.Namespace) -> int:
    """Say whether the library and its index are whole; with --salvage, save what can be read of one that is not."""
    paths = Paths.default()
    if not paths.library.exists():
        words = _("There is no library in {folder}.").format(folder=paths.library.parent)
        raise LibraryError(words, offered(paths.library))
    if args.salvage:
        return _salvage(paths)
    with clear_errors(paths.library):
        found = health.check(paths.library)
    _tell(found)
    if not found.faults:
        with _library() as workspace:
            if not workspace.index_is_whole():
                print(_("The search index was damaged; it is made anew when somebody searches."))
            if found.is_good:
                workspace.library.back_up_daily()
    for place in kept(paths.library):
        print(_("Backup: {path}").format(path=place))
    return 0 if found.is_good else FAILED


def _tell(found: Health) -> None:
    for fault in found.faults:
        print(_("≠ The file is damaged: {fault}").format(fault=_on_a_line(fault)))
    for one in found.damaged:
        words = _("≠ “{name}” is damaged; import {path} again") if one.path else _("≠ “{name}” is damaged")
        print(_on_a_line(words.format(name=one.name, path=one.path)))
    for words in found.altered:
        print(_on_a_line(_("≠ Not as it was written: {what}").format(what=words)))
    if found.is_good:
        count = ngettext("{n} article", "{n} articles", found.articles).format(n=found.articles)
        print(_("= The library is whole: {count}, each as it came").format(count=count))
    elif found.faults:
        print(_("Save what can be read with: parallax check --salvage"))
    elif found.altered:
        print(_("Import those again, or restore a backup; parallax check --salvage keeps all as it stands now"))


def _salvage(paths: Paths) -> int:
    found, before = salvage_library(paths)
    for one in found.damaged:
        words = (
            _("≠ “{name}” could not be saved; import {path} again") if one.path else _("≠ “{name}” could not be saved")
        )
        print(_on_a_line(words.format(name=one.name, path=one.path)))
    for words in found.altered:
        print(_on_a_line(_("≠ Kept as it stands, though not as it was written: {what}").format(what=words)))
    count = ngettext("{n} article", "{n} articles", found.articles).format(n=found.articles)
    print(_("{count} saved; the library as it was: {path}").format(count=count, path=before))
    return 0


def export_story(args: argparse.Namespace) -> int:
    """Write a story to a file."""
    with _library() as workspace:
        found = [story.id for story in workspace.library.stories() if story.name == args.story]
        if not found:
            raise UsageError(_("There is no story of this name: {name}.").format(name=args.story))
        count = workspace.export_story(found[0], args.file)
    print(ngettext("{count} article written", "{count} articles written", count).format(count=count))
    return 0


def import_story(args: argparse.Namespace) -> int:
    """Add a story that was written to a file."""
    with _library() as workspace:
        return _say_and_index(workspace, workspace.import_story(args.file, args.story))


@contextmanager
def _library() -> Iterator[Workspace]:
    workspace = Workspace(Paths.default(), settings_kept())
    for words in workspace.notices:
        print(f"parallax: {words}", file=sys.stderr)
    try:
        yield workspace
    finally:
        workspace.close()


def _on_a_line(text: str) -> str:
    return " ".join(text.split())


def _object(results: SearchResults) -> dict[str, Any]:
    """Search results as JSON: spans of the words found are offsets into the snippet."""
    hits = [
        {
            "id": hit.id, "headline": hit.headline, "outlet": hit.outlet, "published": hit.published,
            "snippet": hit.snippet, "marks": [[mark.start, mark.end] for mark in hit.marks],
        }
        for hit in results.hits
    ]  # fmt: skip
    spellings = [{"form": one.form, "query": one.query, "total": one.total} for one in results.spellings]
    return {
        "total": results.total, "notice": results.notice, "corrected": results.corrected, "spellings": spellings,
        "hits": hits,
    }  # fmt: skip


def _listing(results: SearchResults) -> str:
    """Search results for a terminal: the words found between brackets."""
    words = ngettext("{count} article", "{count} articles", results.total).format(count=results.total)
    lines = [f"{words}. {results.notice}".strip()]
    if results.corrected:
        lines.append(_("Did you mean: {words}").format(words=results.corrected))
    lines += [wording.other_spelling(one.form, one.total) for one in results.spellings]
    for hit in results.hits:
        about = ", ".join(part for part in (hit.outlet, hit.published) if part)
        lines += [
            "",
            _on_a_line(f"{hit.headline or hit.id}{f' ({about})' if about else ''}  [{hit.id}]"),
            f"    {_marked(hit)}",
        ]
    return "\n".join(lines)


def _marked(hit: FoundArticle) -> str:
    parts, at = [], 0
    for mark in hit.marks:
        parts += [hit.snippet[at : mark.start], "[", mark.of(hit.snippet), "]"]
        at = mark.end
    return " ".join("".join([*parts, hit.snippet[at:]]).split())
