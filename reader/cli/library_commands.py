"""The library from the command line: what it holds, one article, the bin, stories, what was saved."""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from reader.cli.lookup import named
from reader.cli.parsing import CommandParser, filled, positive
from reader.cli.workspace import opened_workspace
from reader.errors import UsageError
from reader.i18n import _, ngettext
from reader.library.values import Filter, Row
from reader.text.folding import folded
from reader.text.plain import plain
from reader.wording import readings
from reader.wording.notices import notice
from reader.workspace import Workspace

_SHORTEST = 6
"""Characters of an id that tell an article; a mistyped letter would name one by chance."""
_OFFERED = 6
"""How many articles are told to who gave too little of an id."""
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def add_list(one: CommandParser) -> None:
    """The arguments of `list`."""
    one.add_argument("--story", type=filled, metavar=_("NAME"), help=_("those of this story"))
    one.add_argument("--no-story", action="store_true", help=_("those that are in no story"))
    one.add_argument(
        "--outlet",
        type=filled,
        action="append",
        default=[],
        metavar=_("NAME"),
        help=_("from this outlet; of several, any"),
    )
    one.add_argument(
        "--language",
        type=filled,
        action="append",
        default=[],
        metavar="CODE",
        help=_("in this language (en, de); of several, any"),
    )
    one.add_argument(
        "--tag", type=filled, action="append", default=[], metavar=_("NAME"), help=_("with this tag; of several, all")
    )
    one.add_argument("--since", type=_day, metavar=_("DAY"), help=_("published then (2031-03-05) or later"))
    one.add_argument("--until", type=_day, metavar=_("DAY"), help=_("published then or before"))
    one.add_argument("--words", type=filled, help=_("with these in headline, outlet or byline"))
    one.add_argument("--starred", action="store_true", help=_("those with a star"))
    one.add_argument("--unread", action="store_true", help=_("those that were not opened yet"))
    one.add_argument("--bin", action="store_true", help=_("those that were removed"))
    one.add_argument(
        "--order", choices=("added", "published", "headline", "outlet", "words"), default="added",
        help=_("newest, longest or first letter first"),
    )  # fmt: skip
    one.add_argument("--limit", type=positive, metavar="N", help=_("how many at most"))
    one.add_argument("--format", choices=("text", "json"), default="text", help=_("how to print it"))
    one.set_defaults(run=list_articles)
    one.explain(
        [
            ("list", _("id, date, outlet and headline of each, with tabs between")),
            ("list --story Flood --order published", _("a story, the newest first")),
            ("list --since 2031-03 --until 2031-03", _("all of March")),
            ("list --unread --format json", _("for a program")),
        ]
    )


def list_articles(args: argparse.Namespace) -> int:
    """Print articles of the library, one a line."""
    with opened_workspace() as workspace:
        wanted = _wanted(workspace, args)
        found = workspace.library.rows_page(0, args.limit or sys.maxsize, args.order, wanted)
        names = {story.id: story.name for story in workspace.library.stories.all()}
    if args.format == "json":
        _print([_row(row, names) for row in found])
        return 0
    for row in found:
        print("\t".join(map(plain, (row.id, row.published, row.outlet, row.headline or row.path))))
    if not found:
        args.reporter.note(_("No article of the library is like that."))
    return 0


def _wanted(workspace: Workspace, args: argparse.Namespace) -> Filter:
    """The filter that the arguments ask for."""
    story = _story(workspace, args.story) if args.story else None
    outlets = {name: name for name, _count in workspace.library.counts("outlet") if name} if args.outlet else {}
    return Filter(
        story=story,
        loose=args.no_story,
        binned=args.bin,
        tags=tuple(args.tag),
        outlets=tuple(named(one, outlets, _("There is no outlet of this name: {name}.")) for one in args.outlet),
        languages=tuple(args.language),
        since=args.since or "",
        until=args.until or "",
        starred=True if args.starred else None,
        seen=False if args.unread else None,
        words=args.words or "",
    )


def add_show(one: CommandParser) -> None:
    """The arguments of `show`."""
    one.add_argument("ids", nargs="+", type=filled, metavar="ID", help=_("an id, or how it begins; list shows them"))
    one.add_argument("--format", choices=("text", "json"), default="text", help=_("how to print it"))
    one.set_defaults(run=show)
    one.explain(
        [
            ("show 4f2a91", _("what is known of it, and its text")),
            ("show 4f2a91 --format json", _("for a program; spans are offsets into its text")),
        ]
    )


def show(args: argparse.Namespace) -> int:
    """Print articles of the library, whole."""
    from reader.cli.read_command import described

    with opened_workspace() as workspace:
        names = {story.id: story.name for story in workspace.library.stories.all()}
        rows = workspace.library.rows_of(_found_ids(workspace, args.ids))
        articles = [workspace.article(row.id) for row in rows]
    if args.format == "json":
        _print([{**described(article), **_row(row, names)} for article, row in zip(articles, rows, strict=True)])
        return 0
    for at, (article, row) in enumerate(zip(articles, rows, strict=True)):
        about = [f"== {row.id}: {plain(row.headline or article.name)}"]
        about += [f"! {plain(notice(one))}" for one in article.notices]
        about += readings.fields(article)
        about += [f"{name}: {plain(value)}" for name, value in _kept(row, names) if value]
        print("\n".join([*([""] if at else []), *about, "", readings.shown(article)]))
    return 0


def _kept(row: Row, names: dict[int, str]) -> Iterable[tuple[str, str]]:
    """What the library knows of an article besides what it says of itself."""
    yield "story", names.get(row.story or 0, "")
    yield "tags", ", ".join(row.tags)
    yield "added", row.added
    yield "path", row.path
    yield "bin", _("in the bin") if row.gone else ""


def add_remove(one: CommandParser) -> None:
    """The arguments of `remove`."""
    one.add_argument("ids", nargs="+", type=filled, metavar="ID", help=_("an id, or how it begins; list shows them"))
    how = one.add_mutually_exclusive_group()
    how.add_argument("--put-back", action="store_true", help=_("take them out of the bin again"))
    how.add_argument("--for-good", action="store_true", help=_("delete them, which cannot be undone"))
    one.add_argument("--yes", action="store_true", help=_("do not ask whether --for-good is meant"))
    one.set_defaults(run=remove)
    one.explain(
        [
            ("remove 4f2a91", _("to the bin, where list --bin shows it")),
            ("remove --put-back 4f2a91", _("and back")),
            ("remove --for-good 4f2a91", _("deleted; asks first")),
        ]
    )


def remove(args: argparse.Namespace) -> int:
    """Move articles to the bin, take them out of it, or delete them."""
    with opened_workspace() as workspace:
        kept = workspace.library
        rows = kept.rows_of(_found_ids(workspace, args.ids))
        ids = [row.id for row in rows]
        about = "\n".join(map(_named_row, rows))
        if args.put_back:
            kept.restore(ids)
            words = ngettext("{n} article put back", "{n} articles put back", len(ids))
        elif args.for_good:
            if not (args.yes or _agreed(len(ids), about)):
                raise UsageError(_("Nothing was deleted."), _("Say that it is meant: --yes."))
            kept.remove(ids)
            kept.purge(ids)
            words = ngettext("{n} article deleted", "{n} articles deleted", len(ids))
        else:
            kept.remove(ids)
            words = ngettext("{n} article moved to the bin", "{n} articles moved to the bin", len(ids))
    args.reporter.say(about)
    args.reporter.say(words.format(n=len(ids)))
    return 0


def _named_row(row: Row) -> str:
    return f"{row.id}\t{plain(row.headline or row.path)}"


def _agreed(count: int, about: str) -> bool:
    """Whether a person at a terminal says so; where there is none, nobody did."""
    if not sys.stdin or not sys.stdin.isatty():
        return False
    print(about)
    words = ngettext("Delete {n} article for good? [y/N] ", "Delete {n} articles for good? [y/N] ", count)
    yes = _("yes")
    return input(words.format(n=count)).strip().casefold() in {"y", "yes", yes, yes[:1], folded(yes)}


def add_stories(one: CommandParser) -> None:
    """The arguments of `stories`."""
    one.add_argument("--format", choices=("text", "json"), default="text", help=_("how to print it"))
    one.set_defaults(run=stories)
    one.explain(
        [
            ("stories", _("how many articles each has, and its name")),
            ("compare --story Flood", _("compare one")),
            ("import new.html --story Flood", _("add to one, or begin it")),
        ]
    )


def stories(args: argparse.Namespace) -> int:
    """Print the stories of the library."""
    with opened_workspace() as workspace:
        found = workspace.library.stories.all()
    if args.format == "json":
        _print([{"name": one.name, "articles": one.count} for one in found])
        return 0
    for one in found:
        print(f"{one.count}\t{plain(one.name)}")
    if not found:
        args.reporter.note(_("There is no story yet. import --story NAME begins one."))
    return 0


def add_saved(one: CommandParser) -> None:
    """The arguments of `saved`."""
    one.add_argument("--format", choices=("text", "json"), default="text", help=_("how to print it"))
    one.set_defaults(run=saved)
    one.explain(
        [
            ("saved", _("kind, name, and what is in it")),
            ("compare --saved Autumn", _("a saved comparison")),
            ("search --saved Floods", _("a saved search")),
        ]
    )


def saved(args: argparse.Namespace) -> int:
    """Print what was saved: comparisons and searches."""
    with opened_workspace() as workspace:
        comparisons, searches = workspace.comparisons(), workspace.library.searches.all()
    if args.format == "json":
        _print(
            {
                "comparisons": [
                    {"name": one.name, "articles": list(one.articles), "note": one.note, "opened": one.opened}
                    for one in comparisons
                ],
                "searches": [{"name": one.name, "query": one.query, "filters": dict(one.filters)} for one in searches],
            }
        )
        return 0
    for one in comparisons:
        count = ngettext("{n} article", "{n} articles", len(one.articles)).format(n=len(one.articles))
        print(f"{_('comparison')}\t{plain(one.name)}\t{count}")
    for search in searches:
        print(f"{_('search')}\t{plain(search.name)}\t{plain(search.query)}")
    if not (comparisons or searches):
        args.reporter.note(_("Nothing was saved yet. The window saves comparisons (Ctrl+S) and searches."))
    return 0


def _story(workspace: Workspace, name: str) -> int:
    known = {one.name: one.id for one in workspace.library.stories.all()}
    return named(name, known, _("There is no story of this name: {name}."))


def _found_ids(workspace: Workspace, given: Sequence[str]) -> list[str]:
    """The ids that were given, or that begin like them; raises where one names no article, or several."""
    there = [*workspace.library.ids(), *workspace.library.ids(Filter(binned=True))]
    known, ids = set(there), []
    for one in dict.fromkeys(given):
        like = [one] if one in known else [other for other in there if other.startswith(one)]
        if len(one) < _SHORTEST and one not in known:
            words = _("“{id}” is too short to tell an article by.").format(id=one)
            raise UsageError(
                words, _("Give at least {n} characters of its id; parallax list shows it.").format(n=_SHORTEST)
            )
        if not like:
            raise UsageError(_("There is no article with this id: {id}.").format(id=one), _("See parallax list."))
        if len(like) > 1:
            words = _("Several articles have an id that begins with {id}.").format(id=one)
            raise UsageError(words, _("Give more of it: {candidates}.").format(candidates=_candidates(workspace, like)))
        ids += like
    return list(dict.fromkeys(ids))


def _candidates(workspace: Workspace, ids: Sequence[str]) -> str:
    """Articles to choose among, in one line: the id and the headline of each."""
    told = [f"{row.id} ({plain(row.headline or row.path)})" for row in workspace.library.rows_of(ids[:_OFFERED])]
    return ", ".join([*told, *(["…"] if len(ids) > _OFFERED else [])])


def _row(row: Row, names: dict[int, str]) -> dict[str, Any]:
    """An article as the library lists it; `added` is ISO 8601 in UTC."""
    return {
        "id": row.id, "headline": row.headline, "outlet": row.outlet, "byline": row.byline,
        "published": row.published, "added": row.added, "story": names.get(row.story or 0, ""), "words": row.words,
        "language": row.language, "url": row.url, "path": row.path, "tags": list(row.tags), "starred": row.starred,
        "read": row.seen, "bin": row.gone,
    }  # fmt: skip


def _day(text: str) -> str:
    if not _DAY.fullmatch(text):
        raise UsageError(_("{text} is no day.").format(text=f"“{text}”"), _("Write 2031-03-05, 2031-03 or 2031."))
    return text


def _print(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))


COMMANDS = {
    "list": add_list,
    "show": add_show,
    "remove": add_remove,
    "stories": add_stories,
    "saved": add_saved,
}
