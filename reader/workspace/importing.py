"""Bringing articles into the library: files and folders, what was copied, and pages that a person named by address."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reader import wording
from reader.article import Article
from reader.errors import ImportFailure, ReaderError
from reader.i18n import _, ngettext
from reader.importing import ImportOptions, is_part_of_saved_page, read_all, read_copied, read_text
from reader.importing.addresses.places import Place, is_public
from reader.importing.contents import Contents, contents
from reader.importing.files import shown
from reader.importing.found import is_left_behind, unread_file
from reader.library import Library
from reader.progress import Progress
from reader.workspace.repeating import Repeats, split
from reader.workspace.reporting import Lines
from reader.workspace.values import Imported, ImportReport, Status

Result = Article | ImportFailure


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

        def read(at: int, path: Path) -> Iterator[Result]:
            progress(at, len(found), path.name)
            for one in read_found(path, self._options(), named=path in paths):
                yield one
                progress(at, len(found), path.name)

        report = self._report(((str(path), read(at, path)) for at, path in enumerate(found)), story)
        progress(len(found), len(found))
        return report

    def read(self, paths: Sequence[Path], progress: Progress) -> list[tuple[Path, Contents]]:
        """What is in files, without adding anything."""
        found, inside = list(files_of(paths)), []
        for at, path in enumerate(found):
            progress(at, len(found), path.name)
            inside.append((path, contents(read_found(path, self._options(), named=path in paths))))
        progress(len(found), len(found))
        return inside

    def text(self, text: str, story: int | None) -> ImportReport:
        """Pasted text."""
        name = _("pasted text")
        return self._report([(name, _one(lambda: read_text(text, self._options(), name=name)))], story)

    def copied(self, markup: str, text: str, url: str, story: int | None) -> ImportReport:
        """A copied part of a page: its markup, the same as plain text, and where the browser says it comes from."""
        name = _("pasted text")
        return self._report([(url or name, read_copied(markup, text, self._options(), name=name, url=url))], story)

    def addresses(self, addresses: Sequence[str], story: int | None, progress: Progress) -> ImportReport:
        """Pages on the network. Nothing but what is named here is asked for, and its site's robots.txt."""
        from reader.importing.addresses import Fetcher

        fetcher = Fetcher(self._options(), self._allows)
        return self._report(((one, fetcher.read(one, progress)) for one in addresses), story)

    def added(self, article: Article, path: str, story: int | None, repeats: Repeats | None = None) -> Imported:
        """What became of one article; what its outlet repeats is folded where that is known."""
        if repeats:
            article = repeats.folded(article)
        added = self._library.add(article, story)
        if repeats and added.new:
            repeats.note(replace(article, id=added.id))
        return Imported(path, Status.ADDED if added.new else Status.KNOWN, added.id)

    def _report(self, several: Iterable[tuple[str, Iterable[Result]]], story: int | None) -> ImportReport:
        """Add what each place gives, all of it one step to undo."""
        lines = Lines()
        repeats = Repeats(self._library) if self._options().mark_boilerplate else None
        with self._library.together(adding):
            for place, results in several:
                lines.begin(place)
                for result in results:
                    self._enter(lines, result, place, story, repeats)
                lines.end()
            ours, others = split(repeats.found() if repeats else {}, (line.article_id for line in lines.all))
            if ours:
                self._library.fold(ours)
        offered = {article: spans for article, spans in others.items() if article not in self._offered}
        self._offered |= offered.keys()  # once: who does not take it is not asked again
        return ImportReport(tuple(lines.all), offered)

    def _enter(self, lines: Lines, result: Result, place: str, story: int | None, repeats: Repeats | None) -> None:
        """One more line; what is odd about an article is said in its line."""
        if isinstance(result, ImportFailure):
            lines.fail(result)
            return
        path = result.path or place
        try:
            lines.add(self.added(result, path, story, repeats))
        except ReaderError as error:
            lines.add(Imported(path, Status.FAILED, message=str(error)))
            return
        for told in (one for one in result.notices if not one.is_quiet):
            lines.note(f"{shown(Path(path))}: {wording.notice(told)}", partly=told.is_lacking)


def adding(count: int) -> str:
    """What an import is called where it can be undone."""
    return ngettext("adding {count} article", "adding {count} articles", count).format(count=count)


def files_of(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those under the folders named in order of their names, but for what systems leave there."""
    for path in paths:
        if path.is_dir():
            inside = [(p, p.relative_to(path)) for p in path.rglob("*") if p.is_file()]
            meant = (p for p, below in inside if not is_part_of_saved_page(below) and not is_left_behind(below))
            yield from sorted(meant)
        else:
            yield path


def read_found(path: Path, options: ImportOptions, *, named: bool) -> Iterator[Result]:
    """What is in a file; of one that was not named but found in a folder, why it is none to read."""
    if not named and (why := unread_file(path)):
        yield why
        return
    yield from read_all(path, options)


def _one(read: Callable[[], Article]) -> Iterator[Result]:
    try:
        yield read()
    except ImportFailure as failure:
        yield failure
