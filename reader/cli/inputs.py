"""What was named on the command line, read: files, folders, pipes, and standard input under the name “-”."""

import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from reader.article import Article
from reader.cli.complaints import tell
from reader.cli.parsing import is_open, is_pipe
from reader.dataclass import dataclass
from reader.errors import ImportFailure, ReaderError, UsageError
from reader.i18n import _
from reader.importing import ImportOptions, one_article, read_all, read_stream
from reader.importing.decoding import decoded
from reader.importing.files import read_bytes, shown
from reader.importing.limits import ROOM
from reader.settings import Settings

STANDARD_INPUT = Path("-")
Results = Generator[Article | ImportFailure, None, None]


@dataclass(frozen=True, slots=True)
class Stream:
    """What came by a pipe: what to call it, and all of its bytes."""

    name: str
    data: bytes


def is_stream(path: Path) -> bool:
    """Whether a name stands for standard input, or for a pipe that a shell opened for us: `<(…)`.

    Such is read once, from its beginning to its end. A pipe with a name of its own is none: to open one waits, maybe
    for ever, for somebody who writes to it.
    """
    return path == STANDARD_INPUT or (is_open(path) and is_pipe(path))


def stream(path: Path, options: ImportOptions) -> Stream:
    """All that comes by standard input or a pipe; `ImportFailure` where that is more than any file may hold."""
    name, most = _("standard input") if path == STANDARD_INPUT else path.name, max(options.max_bytes, ROOM)
    try:
        if path == STANDARD_INPUT:
            data = _standard_input().read(most + 1)
        else:
            with path.open("rb") as pipe:
                data = pipe.read(most + 1)
    except OSError as error:
        raise ImportFailure(
            _("{name} cannot be read: {reason}.").format(name=name, reason=error.strerror or error)
        ) from error
    if len(data) > most:
        raise ImportFailure(_("{name} brings more than any file may hold.").format(name=name), _("Save it to a file."))
    return Stream(name, data)


def _standard_input() -> BinaryIO:
    if sys.stdin is None or sys.stdin.closed:
        raise ImportFailure(_("There is no standard input."), _("Name a file."))
    if sys.stdin.isatty():
        end = "Ctrl+Z, Return" if sys.platform == "win32" else "Ctrl+D"
        words = _("Reading what you type or paste; {keys} on a line of its own ends it.").format(keys=end)
        print(f"parallax: {words}", file=sys.stderr)
    return sys.stdin.buffer


def check_streams(paths: Iterable[Path]) -> None:
    """Raise where standard input was named more than once."""
    if sum(path == STANDARD_INPUT for path in paths) > 1:
        raise UsageError(_("Standard input was named more than once."), _("It can be read once: name “-” once."))


def results_of(path: Path, options: ImportOptions) -> Results:
    """What is in a file, or comes by a pipe."""
    if not is_stream(path):
        yield from read_all(path, options)
        return
    try:
        came = stream(path, options)
    except ImportFailure as failure:
        yield failure
        return
    yield from read_stream(came.data, came.name, options)


def articles_of(
    files: Sequence[Path], settings: Settings, told: Callable[[ReaderError], object] = tell
) -> list[Article]:
    """The articles to be compared, each with an id of its own that does not depend on their order.

    Raises where one cannot be read; `told` hears of all that failed before that one, and of what was read in part.
    """
    check_streams(files)
    if len({path.resolve() for path in files}) < len(files):
        raise UsageError(_("The same article was given twice."), _("Name each file once."))
    if not files:
        raise UsageError(_("There is nothing to compare."), _("Name two files, --story NAME or --saved NAME."))
    if len(files) < 2:
        raise UsageError(_("A comparison needs at least two articles."), _("Name another file."))
    articles = _all_of(files, settings, told)
    taken: set[str] = set()
    named = {}
    for at in sorted(range(len(articles)), key=lambda at: (articles[at].path, at)):
        named[at] = _unique(articles[at].id, taken)
        taken.add(named[at])
    return [replace(article, id=named[at]) for at, article in enumerate(articles)]


def _unique(stem: str, taken: set[str]) -> str:
    if stem not in taken:
        return stem
    number = 2
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"


def _all_of(files: Sequence[Path], settings: Settings, told: Callable[[ReaderError], object]) -> list[Article]:
    """All of the files as articles; every one that cannot be read is named before the command fails."""
    results = list(each_of(files, settings, told))
    failures = [one for one in results if isinstance(one, ReaderError)]
    for failure in failures[:-1]:
        told(failure)
    if failures:
        raise failures[-1]
    return [one for one in results if isinstance(one, Article)]


def each_of(
    files: Sequence[Path], settings: Settings, told: Callable[[ReaderError], object] = tell
) -> Iterator[Article | ReaderError]:
    """Each of the files as an article, or why it is none; `told` hears of what was read in part."""
    check_streams(files)
    for path in files:
        one: Article | ReaderError
        try:
            one = one_article(results_of(path, settings.importing), shown(path), told)
        except ReaderError as error:
            one = error
        yield one


def lines_of(path: Path, settings: Settings) -> list[str]:
    """The lines of a list, or of a file that holds a text a line, whatever its name ends with."""
    if is_stream(path):
        came = stream(path, settings.importing)
        name, data = came.name, came.data
    else:
        name, data = shown(path), read_bytes(path, settings.importing)
    return decoded(data, name).removesuffix("\n").split("\n")


@contextmanager
def as_file(path: Path, options: ImportOptions, name: str) -> Iterator[Path]:
    """A file of what was named: what comes by a pipe is written to one of this name for as long as it is needed."""
    if not is_stream(path):
        yield path
        return
    came = stream(path, options)
    with TemporaryDirectory(prefix="parallax-") as folder:
        file = Path(folder) / name
        file.write_bytes(came.data)
        yield file


def found(paths: Sequence[Path], options: ImportOptions) -> Iterator[tuple[Path, Iterable[Article | ImportFailure]]]:
    """Every file of what was named, and of the folders among it, with what is in it; pipes in their place."""
    from reader.workspace.importer import files_of, read_found

    check_streams(paths)
    for path in paths:
        if is_stream(path):
            yield path, results_of(path, options)
        else:
            yield from ((file, read_found(file, options, named=file == path)) for file in files_of([path]))
