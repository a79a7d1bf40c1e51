"""What `man` and shells know of the command line, made from its parser: a page; bash, zsh and fish completions."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from release import version

ROOT = Path(__file__).resolve().parent.parent.parent
SHELLS = {
    "bash": "share/bash-completion/completions/parallax",
    "zsh": "share/zsh/site-functions/_parallax",
    "fish": "share/fish/vendor_completions.d/parallax.fish",
}


def write(prefix: Path) -> None:
    """The page and the completions below a prefix such as `usr`."""
    import shtab

    parser = _parser()
    for one in _actions(parser):
        if getattr(one.type, "__name__", "").endswith(("_path", "_file")) or one.dest == "paths":
            one.complete = shtab.FILE  # type: ignore[attr-defined] # how shtab is told
    for shell, place in SHELLS.items():
        _put(prefix / place, shtab.complete(parser, shell))
    _put(prefix / "share/man/man1/parallax.1", _page())


def _parser() -> argparse.ArgumentParser:
    sys.path.insert(0, str(ROOT))
    from reader.cli.arguments import parser

    return parser()


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for one in parser._actions:  # noqa: SLF001 - as both generators do; argparse has no other way to ask
        yield one
        if isinstance(one, argparse._SubParsersAction):  # noqa: SLF001
            for command in one.choices.values():
                yield from _actions(command)


def _page() -> str:
    from argparse_manpage.manpage import Manpage

    parser = _parser()
    values = {
        "project_name": "Parallax",
        "version": version.of_project(),
        "manual_title": "Parallax",
        "url": "https://github.com/parallax-reader/parallax",
    }
    return str(Manpage(parser, _data=values))


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
