"""Keeping the library safe from the command line: checks, backups, the index, stories as files."""

import argparse
import json
from typing import Any

from reader.cli.complaints import FAILED
from reader.cli.import_command import say_and_index
from reader.cli.inputs import as_file
from reader.cli.lookup import named
from reader.cli.parsing import CommandParser, filled, input_file, input_path, output_path
from reader.cli.workspace import opened_workspace
from reader.errors import DamagedLibrary, LibraryError
from reader.i18n import _, ngettext
from reader.library import Health, health
from reader.library.backup_folder import kept, offered
from reader.library.sqlite_file import clear_errors
from reader.paths import Paths
from reader.text.plain import plain
from reader.workspace import restore_library, salvage_library
from reader.workspace.library_place import move_library, use_library


def add_reindex(one: CommandParser) -> None:
    """The arguments of `reindex`."""
    one.set_defaults(run=reindex)
    one.explain([("reindex", _("when a search does not find what is there"))])


def reindex(args: argparse.Namespace) -> int:
    """Write the search index anew."""
    with opened_workspace() as workspace:
        workspace.rebuild_index(args.reporter)
        count = workspace.library.count()
    words = ngettext("{count} article in the index", "{count} articles in the index", count)
    args.reporter.say(words.format(count=count))
    return 0


def add_backup(one: CommandParser) -> None:
    """The arguments of `backup`."""
    one.add_argument("file", type=output_path, metavar=_("FILE"), help=_("where to"))
    one.add_argument("--force", action="store_true", help=_("replace a file that is there already"))
    one.add_argument("--format", choices=("text", "json"), default="text", help=_("how to print what was done"))
    one.set_defaults(run=backup)
    one.explain(
        [
            ("backup /mnt/stick/parallax.backup", _("the whole library: articles, stories, decisions")),
            ("backup --force /mnt/stick/parallax.backup", _("in the place of an older one")),
            ("backup today.backup --format json", _("for a script: how many articles, how many bytes")),
        ]
    )


def backup(args: argparse.Namespace) -> int:
    """Copy the library to a file."""
    from reader.export.files import check as check_place

    check_place(args.file, args.force)
    with opened_workspace() as workspace:
        workspace.backup(args.file, args.reporter)
        count = workspace.library.count()
    if args.format == "json":
        _print({"file": str(args.file), "articles": count, "bytes": args.file.stat().st_size})
        return 0
    words = ngettext("{count} article copied to {path}", "{count} articles copied to {path}", count)
    args.reporter.say(words.format(count=count, path=args.file))
    return 0


def add_restore(one: CommandParser) -> None:
    """The arguments of `restore`."""
    one.add_argument("file", type=input_file, metavar=_("FILE"), help=_("what backup wrote"))
    one.set_defaults(run=restore)
    one.explain([("restore /mnt/stick/parallax.backup", _("the library of before is kept beside it"))])


def restore(args: argparse.Namespace) -> int:
    """Put a copy in the place of the library."""
    before = restore_library(Paths.default(), args.file)
    with opened_workspace() as workspace:  # which brings an older copy up to date
        count = workspace.library.count()
    words = ngettext("{count} article restored", "{count} articles restored", count).format(count=count)
    told = words if before is None else _("{words}; what was there before: {path}").format(words=words, path=before)
    args.reporter.say(told)
    return 0


def add_check(one: CommandParser) -> None:
    """The arguments of `check`."""
    one.add_argument("--salvage", action="store_true", help=_("save what can be read of a damaged library"))
    one.set_defaults(run=check)
    one.explain(
        [
            ("check", _("every page of the file, every text, the index")),
            ("check --salvage", _("a new library of all that can be read; the old one is kept")),
        ],
        {1: _("something is damaged; each damage is a line")},
    )


def check(args: argparse.Namespace) -> int:
    """Say whether the library and its index are whole; with --salvage, save what can be read of one that is not."""
    paths = Paths.default()
    if not paths.library.exists():
        words = _("There is no library in {folder}.").format(folder=paths.library.parent)
        raise LibraryError(words, offered(paths.library) or _("The first import makes one."))
    try:
        with clear_errors(paths.library):
            found = health.check(paths.library, args.reporter)
    except DamagedLibrary:
        if args.salvage:
            return _salvage(paths, args)
        raise
    if args.salvage and not found.is_good:
        return _salvage(paths, args)
    _tell(found, args)
    if not found.faults:
        with opened_workspace() as workspace:
            if not workspace.index_is_whole():
                args.reporter.say(_("The search index was damaged; it is made anew when somebody searches."))
            if found.is_good:
                workspace.library.back_up_daily(args.reporter, workspace.settings.backups)
    for place in kept(paths.library):
        args.reporter.say(_("Backup: {path}").format(path=place))
    return 0 if found.is_good else FAILED


def _tell(found: Health, args: argparse.Namespace) -> None:
    for fault in found.faults:
        print(_("≠ The file is damaged: {fault}").format(fault=plain(fault)))
    for one in found.damaged:
        words = _("≠ “{name}” is damaged; import {path} again") if one.path else _("≠ “{name}” is damaged")
        print(plain(words.format(name=one.name, path=one.path)))
    for words in found.altered:
        print(plain(_("≠ Not as it was written: {what}").format(what=words)))
    if found.is_good:
        count = ngettext("{n} article", "{n} articles", found.articles).format(n=found.articles)
        args.reporter.say(_("= The library is whole: {count}, each as it came").format(count=count))
    elif found.faults:
        print(_("Save what can be read with: parallax check --salvage"))
    elif found.altered:
        print(_("Import those again, or restore a backup; parallax check --salvage keeps all as it stands now"))


def _salvage(paths: Paths, args: argparse.Namespace) -> int:
    found, before = salvage_library(paths, args.reporter)
    for one in found.damaged:
        words = (
            _("≠ “{name}” could not be saved; import {path} again") if one.path else _("≠ “{name}” could not be saved")
        )
        print(plain(words.format(name=one.name, path=one.path)))
    for words in found.altered:
        print(plain(_("≠ Kept as it stands, though not as it was written: {what}").format(what=words)))
    count = ngettext("{n} article", "{n} articles", found.articles).format(n=found.articles)
    print(_("{count} saved; the library as it was: {path}").format(count=count, path=before))
    return 0


def add_place(one: CommandParser) -> None:
    """The arguments of `place`."""
    how = one.add_mutually_exclusive_group()
    how.add_argument("--move", type=input_path, metavar=_("FOLDER"), help=_("move the library to this folder"))
    how.add_argument("--use", type=input_path, metavar=_("FOLDER"), help=_("use the library that is in this folder"))
    how.add_argument("--usual", action="store_true", help=_("use the one in the usual folder again"))
    one.set_defaults(run=place)
    one.explain(
        [
            ("place", _("the folder of the library")),
            ("place --move /mnt/disk/news", _("the file of before is kept under another name")),
            ("place --use /mnt/disk/news", _("when the disk is called otherwise, for one")),
        ],
        more=_(
            "Not on a drive of the network, and not in a folder that a service keeps the same on several computers."
        ),
    )


def place(args: argparse.Namespace) -> int:
    """Print where the library lies, or have it lie elsewhere."""
    paths = Paths.default()
    if args.move is not None:
        library, before = move_library(paths, args.move, args.reporter)
        told = _("The library lies in {folder} now; the file of before: {path}")
        args.reporter.say(told.format(folder=library.parent, path=before))
    elif args.use is not None or args.usual:
        library = use_library(paths, args.use)
        args.reporter.say(_("The library in {folder} is used from now on.").format(folder=library.parent))
    else:
        print(paths.library.parent)
    return 0


def add_export_story(one: CommandParser) -> None:
    """The arguments of `export-story`."""
    one.add_argument("story", type=filled, metavar=_("NAME"), help=_("the story; stories lists them"))
    one.add_argument("file", type=output_path, metavar=_("FILE"), help=_("where to"))
    one.add_argument("--force", action="store_true", help=_("replace a file that is there already"))
    one.set_defaults(run=export_story)
    one.explain([("export-story Flood flood.json", _("its articles, tags, comparisons and decisions"))])


def export_story(args: argparse.Namespace) -> int:
    """Write a story to a file."""
    from reader.export.files import check as check_place

    with opened_workspace() as workspace:
        known = {story.name: story.id for story in workspace.library.stories.all()}
        story = named(args.story, known, _("There is no story of this name: {name}."))
        check_place(args.file, args.force)
        count = workspace.export_story(story, args.file)
    words = ngettext("{count} article written", "{count} articles written", count)
    args.reporter.say(words.format(count=count))
    return 0


def add_import_story(one: CommandParser) -> None:
    """The arguments of `import-story`."""
    one.add_argument(
        "file", type=input_file, metavar=_("FILE"), help=_("what export-story wrote; “-” is standard input")
    )
    one.add_argument("--story", type=filled, metavar=_("NAME"), help=_("put its articles into this story"))
    one.add_argument("--format", choices=("text", "json"), default="text", help=_("how to print what became of each"))
    one.set_defaults(run=import_story)
    one.explain([("import-story flood.json --story Rivers", _("into a story of another name"))])


def import_story(args: argparse.Namespace) -> int:
    """Add a story that was written to a file."""
    with opened_workspace() as workspace, as_file(args.file, workspace.settings.importing, "story.json") as file:
        return say_and_index(workspace, workspace.import_story(file, args.story or ""), args)


def _print(value: dict[str, Any]) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))


COMMANDS = {
    "check": add_check,
    "reindex": add_reindex,
    "backup": add_backup,
    "restore": add_restore,
    "place": add_place,
    "export-story": add_export_story,
    "import-story": add_import_story,
}
