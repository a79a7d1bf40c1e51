"""Bringing articles into the library: files and folders, what was copied, and pages that a person named by address."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from enum import Enum
from pathlib import Path

from reader import wording
from reader.article import Article
from reader.errors import ImportFailure, ReaderError
from reader.i18n import _
from reader.importing import ImportOptions, is_part_of_saved_page, read_all, read_copied, read_stream, read_text
from reader.importing.addresses.places import Place, is_public
from reader.importing.candidate_files import is_left_behind, unread_file
from reader.importing.contents import Contents, contents
from reader.importing.files import shown
from reader.library import Library
from reader.progress import Progress
from reader.workspace.ahead import read_ahead
from reader.workspace.import_report import ImportLines
from reader.workspace.repeated_text import RepeatedTextFolder, split
from reader.workspace.values import ImportEntry, ImportReport, Status, adding

Result = Article | ImportFailure

_MANY = 100
"""Files of one import from which on plain texts too are read by helpers: fewer are read before a helper has started."""
_AT_ONCE, _SECONDS = 64, 0.5
"""Articles that are added with one wait for the disk, and for how long the first of them may wait for the others."""


class Importer:
    """One library's way in. What fails is a line of the report and never stops the rest."""

    def __init__(
        self, library: Library, options: Callable[[], ImportOptions], allows: Callable[[Place], bool] = is_public
    ) -> None:
        """`allows` says which computers of the network may be asked for pages."""
        self._library, self._options, self._allows = library, options, allows
        self._offered: set[str] = set()

    def files(self, paths: Sequence[Path], story: int | None, progress: Progress) -> ImportReport:
        """Files, and those that lie in folders."""
        found = list(files_of(paths))
        ahead = read_ahead([self._task(path, paths, len(found)) for path in found])

        def told(at: int, path: Path, results: Iterable[Result]) -> Iterator[Result]:
            progress(at, len(found), path.name)
            for one in results:
                yield one
                progress(at, len(found), path.name)

        with closing(ahead):
            several = enumerate(zip(found, ahead, strict=True))
            report = self._report(((str(path), told(at, path, inside)) for at, (path, inside) in several), story)
        progress(len(found), len(found))
        return report

    def _task(self, path: Path, named: Sequence[Path], count: int) -> Callable[[], Iterator[Result]]:
        """Reading a file, on whatever thread; of many, each in a helper process, so that the window has its turns."""
        options = self._options()
        return lambda: read_found(path, options, named=path in named, apart=count >= _MANY)

    def read(self, paths: Sequence[Path], progress: Progress) -> list[tuple[Path, Contents]]:
        """What is in files, without adding anything."""
        found, inside = list(files_of(paths)), []
        with closing(read_ahead([self._task(path, paths, len(found)) for path in found])) as ahead:
            for at, (path, results) in enumerate(zip(found, ahead, strict=True)):
                progress(at, len(found), path.name)
                inside.append((path, contents(results)))
        progress(len(found), len(found))
        return inside

    def text(self, text: str, story: int | None) -> ImportReport:
        """Add pasted text as one article."""
        name = _("pasted text")
        return self._report([(name, _one(lambda: read_text(text, self._options(), name=name)))], story)

    def stream(self, data: bytes, name: str, story: int | None) -> ImportReport:
        """Bytes that came by a pipe."""
        return self._report([(name, read_stream(data, name, self._options()))], story)

    def copied(self, markup: str, text: str, url: str, story: int | None) -> ImportReport:
        """A copied part of a page: its markup, the same as plain text, and where the browser says it comes from."""
        name = _("pasted text")
        return self._report([(url or name, read_copied(markup, text, self._options(), name=name, url=url))], story)

    def addresses(self, addresses: Sequence[str], story: int | None, progress: Progress) -> ImportReport:
        """Pages on the network. Nothing but what is named here is asked for, and its site's robots.txt."""
        from reader.importing.addresses import Fetcher

        fetcher = Fetcher(self._options(), self._allows)
        return self._report(((one, fetcher.read(one, progress)) for one in addresses), story)

    def added(
        self, article: Article, path: str, story: int | None, repeats: RepeatedTextFolder | None = None
    ) -> ImportEntry:
        """What became of one article; what its outlet repeats is folded where that is known."""
        if repeats:
            article = repeats.folded(article)
        added = self._library.add(article, story)
        if repeats and added.new:
            repeats.note(replace(article, id=added.id))
        said = _("Its text in the library was damaged and is whole again.") if added.healed else ""
        status = Status.ADDED if added.new else Status.KNOWN
        return ImportEntry(path, status, added.id, said, healed=added.healed, headline=article.headline)

    def _report(self, several: Iterable[tuple[str, Iterable[Result]]], story: int | None) -> ImportReport:
        """Add what each place gives, all of it one step to undo."""
        lines = ImportLines()
        repeats = RepeatedTextFolder(self._library) if self._options().mark_boilerplate else None
        stopped = False
        with self._library.together(adding):
            try:
                for chunk in _chunks(several):
                    self._enter_all(lines, chunk, story, repeats)
            except KeyboardInterrupt:  # on the command line; each article that was added is on the disk
                stopped = True
            ours, others = split(repeats.found() if repeats else {}, (line.article_id for line in lines.all))
            if ours:
                self._library.metadata.fold(ours)
        offered = {article: spans for article, spans in others.items() if article not in self._offered}
        self._offered |= offered.keys()  # once: who does not take it is not asked again
        return ImportReport(tuple(lines.all), offered, stopped)

    def _enter_all(
        self, lines: ImportLines, chunk: "Sequence[_Event]", story: int | None, repeats: RepeatedTextFolder | None
    ) -> None:
        """Lines of the report for what was read, with one wait for the disk; where that fails, none of it is there.

        Ctrl+C leaves what was entered before it, on the disk as in the report.
        """
        before, left, stopped = len(lines.all), iter(chunk), None
        try:
            with self._library.batch():
                try:
                    for place, result in left:
                        _enter(lines, place, result, lambda article, path: self.added(article, path, story, repeats))
                except KeyboardInterrupt as interrupt:
                    stopped = interrupt
        except ReaderError as error:
            lines.undo(before, error)
            for place, result in left:  # all of it, where nothing can be written at all
                _enter(lines, place, result, _failing(error))
        if stopped is not None:
            raise stopped


class _Mark(Enum):
    """Where the results of a file begin and end."""

    BEGINS = "begins"
    ENDS = "ends"


_BEGINS, _ENDS = _Mark.BEGINS, _Mark.ENDS
_Event = tuple[str, Result | _Mark]


def _chunks(several: Iterable[tuple[str, Iterable[Result]]]) -> Iterator[list[_Event]]:
    """What is read, so much at a time as is added at once; what came before an error is not lost to it."""
    chunk: list[_Event] = []
    count, since = 0, time.monotonic()
    try:
        for place, results in several:
            chunk.append((place, _BEGINS))
            for result in results:
                chunk.append((place, result))
                count += 1
                if count >= _AT_ONCE or time.monotonic() - since > _SECONDS:
                    yield chunk
                    chunk, count, since = [], 0, time.monotonic()
            chunk.append((place, _ENDS))
    except (Exception, KeyboardInterrupt):
        yield chunk
        raise
    yield chunk


def _enter(
    lines: ImportLines, place: str, result: "Result | _Mark", added: Callable[[Article, str], ImportEntry]
) -> None:
    """One more line, where it is no mark; what is odd about an article is said in its line."""
    if result is _BEGINS:
        lines.begin(place)
    elif result is _ENDS:
        lines.end()
    elif isinstance(result, ImportFailure):
        lines.fail(result)
    elif isinstance(result, Article):
        _enter_article(lines, result, result.path or place, added)


def _enter_article(
    lines: ImportLines, article: Article, path: str, added: Callable[[Article, str], ImportEntry]
) -> None:
    try:
        lines.add(added(article, path))
    except ReaderError as error:
        lines.add(ImportEntry(path, Status.FAILED, message=str(error)))
        return
    for told in (one for one in article.notices if not one.is_quiet):
        lines.note(f"{shown(Path(path))}: {wording.notice(told)}", partly=told.is_lacking)


def foreseen(several: Iterable[tuple[str, Iterable[Result]]], is_kept: Callable[[str], bool]) -> ImportReport:
    """What an import of these places would report, with nothing added; `is_kept` knows a text by its fingerprint."""
    lines, met = ImportLines(), set[str]()

    def added(article: Article, path: str) -> ImportEntry:
        known = article.fingerprint in met or is_kept(article.fingerprint)
        met.add(article.fingerprint)
        return ImportEntry(path, Status.KNOWN if known else Status.ADDED, article.id or path)

    for place, results in several:
        lines.begin(place)
        for result in results:
            _enter(lines, place, result, added)
        lines.end()
    return ImportReport(tuple(lines.all))


def _failing(error: ReaderError) -> Callable[[Article, str], ImportEntry]:
    """What adds nothing, for this reason."""

    def added(_article: Article, path: str) -> ImportEntry:
        return ImportEntry(path, Status.FAILED, message=str(error))

    return added


def files_of(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those under the folders named in order of their names, but for what systems leave there."""
    for path in paths:
        if _is(path, Path.is_dir):
            inside = [(p, p.relative_to(path)) for p in path.rglob("*") if _is(p, Path.is_file)]
            meant = (p for p, below in inside if not is_part_of_saved_page(below) and not is_left_behind(below))
            yield from sorted(meant)
        else:
            yield path


def _is(path: Path, kind: Callable[[Path], bool]) -> bool:
    """Whether it is a folder, or a file; of one that cannot be looked at, reading it says why."""
    try:
        return kind(path)
    except OSError:
        return kind is Path.is_file


def read_found(path: Path, options: ImportOptions, *, named: bool, apart: bool = False) -> Iterator[Result]:
    """What is in a file; of one that was not named but found in a folder, why it is none to read."""
    if not named and (why := unread_file(path)):
        yield why
        return
    yield from read_all(path, options, apart=apart)


def _one(read: Callable[[], Article]) -> Iterator[Result]:
    try:
        yield read()
    except ImportFailure as failure:
        yield failure
