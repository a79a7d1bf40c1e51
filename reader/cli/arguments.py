"""What can be asked of the command line: a table of commands, each with the module that is loaded when it is asked."""

import argparse
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from reader import __version__
from reader.cli import argparse_messages
from reader.cli.parsing import CommandParser
from reader.dataclass import dataclass
from reader.errors import UsageError
from reader.i18n import _
from reader.text.addresses import is_address

_LOUDNESS = ("-q", "--quiet", "-v", "--verbose")
_ALONE = ("-h", "--help", "--version")
"""Options that stand without a command."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what it does in a line, and the module in this package whose `COMMANDS` adds its arguments."""

    name: str
    help: str
    module: str


def commands() -> tuple[Command, ...]:
    """Every command, in the order of the help: what compares, what the library holds, what keeps it safe."""
    return (
        Command("compare", _("what 2 to 20 articles share, and which figures conflict"), "compare_commands"),
        Command("figures", _("every figure of each text, as it is read"), "figures_command"),
        Command("read", _("what is read of files, and what is not; the library is left alone"), "read_command"),
        Command("verify", _("whether a PDF of ours, and the articles in it, are what they were"), "verify_commands"),
        Command("sign", _("sign a PDF of ours with your own certificate"), "verify_commands"),
        Command("import", _("add files, folders and pages to the library"), "import_command"),
        Command("search", _("search the library"), "search_command"),
        Command("list", _("the articles of the library"), "library_commands"),
        Command("show", _("an article of the library, with its text"), "library_commands"),
        Command("remove", _("move articles to the bin, or back from it"), "library_commands"),
        Command("stories", _("the stories of the library"), "library_commands"),
        Command("saved", _("the comparisons and searches that were saved"), "library_commands"),
        Command("check", _("whether the library and its index are whole"), "upkeep_commands"),
        Command("reindex", _("write the search index anew"), "upkeep_commands"),
        Command("backup", _("copy the library to one file"), "upkeep_commands"),
        Command("restore", _("put such a copy in the place of the library, which is kept"), "upkeep_commands"),
        Command("place", _("where the library lies; move it, or use another"), "upkeep_commands"),
        Command("export-story", _("write a story to a file that another library takes"), "upkeep_commands"),
        Command("import-story", _("add a story that was written to such a file"), "upkeep_commands"),
    )


def parser(wanted: str | None = None) -> CommandParser:
    """The parser whose result has `run`, the function that does it.

    With `wanted` only that command has its arguments: the modules of the others are not loaded.
    """
    argparse_messages.translate()
    whole = CommandParser(
        prog="parallax",
        usage=_("parallax [FILE …]\n       parallax COMMAND [ARGUMENT …]"),
        description=_("Compares several articles on one event. Without a command it opens the window."),
    )
    whole.add_argument(
        "--version", action="version", version=f"Parallax {__version__}", help=_("show the version and exit")
    )
    whole.add_loudness()
    whole.explain(
        [
            ("", _("open the window")),
            ("one.txt two.html", _("open it and import these; one that is open already takes them")),
            ("compare one.txt two.html", _("what they share, and where their figures conflict")),
            ("compare --help", _("how a command is used")),
        ]
    )
    below = whole.add_subparsers(title=_("commands"), metavar=_("COMMAND"), required=True, prog="parallax")
    for command in commands():
        one = below.add_parser(command.name, help=command.help, description=_sentence(command.help))
        if wanted in (None, command.name):
            _add(command, one)
    return whole


def _add(command: Command, one: Any) -> None:
    """Load the module of a command, and let it add the arguments."""
    import_module(f"reader.cli.{command.module}").COMMANDS[command.name](one)
    one.add_loudness()
    one.set_defaults(parser=one)


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def asked(argv: Sequence[str]) -> str:
    """The command that arguments begin with, or "" where they begin with an option that stands for itself.

    Raises UsageError where it is no command.
    """
    known = [command.name for command in commands()]
    first = next((one for one in argv if one not in _LOUDNESS), "")
    if first in known or first in _ALONE or not argv:
        return first if first in known else ""
    if not first.strip():
        words = _("An empty name was given.") if "" in argv else _("There is no command.")
        raise UsageError(words, _("See parallax --help."))
    if first.startswith("-"):
        raise _no_option(first, [*_ALONE, *_LOUDNESS], "parallax")
    from difflib import get_close_matches

    near = get_close_matches(first, known, n=1)
    remedy = _("Did you mean parallax {command}?").format(command=near[0]) if near else _("See parallax --help.")
    raise UsageError(_("{word} is neither a command nor a file.").format(word=f"“{first}”"), remedy)


def translated(argv: Sequence[str]) -> list[str]:
    """Words of other programs as ours: `help search` is `search --help`, `version` is `--version`."""
    if argv and argv[0] == "help" and not _is_there("help"):
        return [*argv[1:2], "--help"]
    if list(argv) == ["version"] and not _is_there("version"):
        return ["--version"]
    given = list(argv)
    first = next((at for at, one in enumerate(given) if one not in _LOUDNESS), 0)
    if given[first : first + 1] == ["search"]:
        return [*given[: first + 1], *_search_words(given[first + 1 :])]
    return given


def _search_words(argv: list[str]) -> list[str]:
    """What follows `search`, with a space before words such as -storm: an option would be taken for one otherwise."""
    end = argv.index("--") if "--" in argv else len(argv)
    minus = [one.startswith("-") and one[1:2] not in ("", "-") and one not in (*_LOUDNESS, *_ALONE) for one in argv]
    return [f" {one}" if minus[at] and at < end else one for at, one in enumerate(argv)]


def parsed(whole: CommandParser, argv: Sequence[str]) -> argparse.Namespace:
    """What the arguments say; raises UsageError, with what may have been meant, where they say too much."""
    args, extra = whole.parse_known_args(argv)
    if not extra:
        return args
    one: CommandParser = args.parser
    if extra[0].startswith("-"):
        raise _no_option(extra[0], one.option_names, one.prog)
    raise UsageError(
        _("“{word}” is more than {command} takes.").format(word=extra[0], command=one.prog),
        _("See {command} --help.").format(command=one.prog),
    )


def _no_option(word: str, known: Sequence[str], command: str) -> UsageError:
    from difflib import get_close_matches  # for who mistypes

    near = get_close_matches(word.partition("=")[0], known, n=1)
    remedy = _("See {command} --help.").format(command=command)
    if near:
        remedy = _("Did you mean {option}?").format(option=near[0])
    return UsageError(_("{command} has no option {word}.").format(command=command, word=word), remedy)


def is_for_window(argv: Sequence[str]) -> bool:
    """Whether arguments name things to open in the window: files, folders and addresses, and no command."""
    if not argv or argv[0] in {"help", "version", *(command.name for command in commands())}:
        return False
    if argv[0] == "--":
        return len(argv) > 1
    first = argv[0]  # a misspelt command before files that are there is none of them
    return (is_address(first) or _is_there(first)) and not any(one.startswith("-") for one in argv)


def _is_there(name: str) -> bool:
    try:
        return bool(name) and Path(name).exists()
    except (OSError, ValueError):
        return False
