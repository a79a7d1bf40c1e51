"""`search`: the articles of the library that hold some words."""

import argparse
import json
from typing import TYPE_CHECKING, Any

from reader import wording
from reader.cli.lookup import named
from reader.cli.parsing import CommandParser, filled, positive
from reader.cli.workspace import opened_workspace
from reader.errors import UsageError
from reader.filters import SearchFilters
from reader.i18n import _, ngettext
from reader.library.values import SavedSearch
from reader.text.plain import plain
from reader.workspace import FoundArticle, SearchResults, Workspace

if TYPE_CHECKING:
    from reader.search import Order

_SECONDS = 10.0  # a terminal has time for all that there is


def add_search(one: CommandParser) -> None:
    """The arguments of `search`."""
    one.add_argument("words", nargs="*", metavar=_("WORDS"), help=_("what to find, as in the window’s search field"))
    one.add_argument("--saved", type=filled, metavar=_("NAME"), help=_("run the saved search of this name"))
    one.add_argument("--format", choices=("text", "json"), default="text", help=_("how to print it"))
    one.add_argument("--order", choices=("relevance", "date"), default=None, help=_("best or newest first"))
    one.add_argument("--limit", type=positive, default=20, metavar="N", help=_("how many at most"))
    one.set_defaults(run=search)
    one.explain(
        [
            ("search harbour fire", _("articles with both words")),
            ("search '\"harbour fire\" outlet:post'", _("the two side by side, in an outlet")),
            ("search ferry -storm", _("without a word")),
            ("search fire --order date --limit 5", _("the five newest")),
            ("search fire --format json", _("for a program")),
        ]
    )


def search(args: argparse.Namespace) -> int:
    """Print the articles of the library that hold the words."""
    if not (args.words or args.saved):
        raise UsageError(_("There is nothing to search for."), _("Name words, or a search with --saved."))
    with opened_workspace() as workspace:
        saved = _saved(workspace, args.saved) if args.saved else SavedSearch("", "")
        if not workspace.index_is_whole():
            args.reporter.note(_("The search index was damaged; it is made anew."))
        workspace.update_index(args.reporter)
        words = " ".join([saved.query, *args.words]).strip()
        _note_plain(words, args)
        newest = (args.order or saved.filters.get("order")) == "date"
        order: Order = "date" if newest else "relevance"
        results = workspace.search(words, order, args.limit, SearchFilters.read(saved.filters), seconds=_SECONDS)
    if args.format == "json":
        print(json.dumps(_object(results), ensure_ascii=False, indent=1))
    else:
        print(_listing(results))
    return 0


def _note_plain(words: str, args: argparse.Namespace) -> None:
    """Say of what looks like a day or a field and is none that it was looked for as words."""
    from reader.search.limits import not_understood

    for one in not_understood(words):
        args.reporter.note(plain(wording.plain_part(one)))


def _saved(workspace: Workspace, name: str) -> SavedSearch:
    known = {one.name: one for one in workspace.library.searches.all()}
    return named(name, known, _("There is no saved search of this name: {name}."))


COMMANDS = {"search": add_search}


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
            plain(f"{hit.headline or hit.id}{f' ({about})' if about else ''}  [{hit.id}]"),
            f"    {_marked(hit)}",
        ]
    return "\n".join(lines)


def _marked(hit: FoundArticle) -> str:
    parts, at = [], 0
    for mark in hit.marks:
        parts += [hit.snippet[at : mark.start], "[", mark.of(hit.snippet), "]"]
        at = mark.end
    return " ".join("".join([*parts, hit.snippet[at:]]).split())
