"""`import`, `list` and `search`: the library from the command line."""

import argparse
import json
import sys
from typing import Any

from reader.cli.complaints import FAILED
from reader.cli.files import settings_kept
from reader.errors import UsageError
from reader.i18n import _, ngettext
from reader.paths import Paths
from reader.workspace import FoundArticle, ImportReport, SearchResults, Status, Workspace


def search(args: argparse.Namespace) -> int:
    """Print the articles of the library that hold the words."""
    workspace = Workspace(Paths.default(), settings_kept())
    try:
        workspace.update_index()
        results = workspace.search(" ".join(args.words), args.order, args.limit)
    finally:
        workspace.close()
    if args.format == "json":
        print(json.dumps(_object(results), ensure_ascii=False, indent=1))
    else:
        print(_listing(results))
    return 0


def add(args: argparse.Namespace) -> int:
    """Add files and folders to the library."""
    workspace = Workspace(Paths.default(), settings_kept())
    try:
        report = workspace.import_files(args.paths, workspace.story(args.story) if args.story else None)
        workspace.update_index()
    finally:
        workspace.close()
    return _say(report)


def _say(report: ImportReport) -> int:
    """Print an import report; failed if any file did, or if there was none."""
    for entry in report.entries:
        if entry.status is Status.FAILED:
            print(f"parallax: {entry.message}", file=sys.stderr)
    added, known, failed = (report.count(status) for status in (Status.ADDED, Status.KNOWN, Status.FAILED))
    words = ngettext("{count} article added", "{count} articles added", added).format(count=added)
    print(_("{added}, {known} already there, {failed} failed").format(added=words, known=known, failed=failed))
    if not report.entries:
        raise UsageError(
            _("There is no article in what was named."), _("Name text files, or a folder that holds some.")
        )
    return FAILED if failed else 0


def show(args: argparse.Namespace) -> int:
    """Print the articles of the library, one a line."""
    workspace = Workspace(Paths.default(), settings_kept())
    try:
        for row in workspace.library.rows():
            print("\t".join((row.id, row.published, row.outlet, row.headline)))
    finally:
        workspace.close()
    return 0


def _object(results: SearchResults) -> dict[str, Any]:
    """Search results as JSON: spans of the words found are offsets into the snippet."""
    hits = [
        {
            "id": hit.id, "headline": hit.headline, "outlet": hit.outlet, "published": hit.published,
            "snippet": hit.snippet, "marks": [[mark.start, mark.end] for mark in hit.marks],
        }
        for hit in results.hits
    ]  # fmt: skip
    return {"total": results.total, "notice": results.notice, "corrected": results.corrected, "hits": hits}


def _listing(results: SearchResults) -> str:
    """Search results for a terminal: the words found between brackets."""
    words = ngettext("{count} article", "{count} articles", results.total).format(count=results.total)
    lines = [f"{words}. {results.notice}".strip()]
    if results.corrected:
        lines.append(_("Did you mean: {words}").format(words=results.corrected))
    for hit in results.hits:
        about = ", ".join(part for part in (hit.outlet, hit.published) if part)
        lines += ["", f"{hit.headline or hit.id}{f' ({about})' if about else ''}  [{hit.id}]", f"    {_marked(hit)}"]
    return "\n".join(lines)


def _marked(hit: FoundArticle) -> str:
    parts, at = [], 0
    for mark in hit.marks:
        parts += [hit.snippet[at : mark.start], "[", mark.of(hit.snippet), "]"]
        at = mark.end
    return " ".join("".join([*parts, hit.snippet[at:]]).split())
