"""The use cases, one short method each: the only seam between the face and the core.

Every method may be called from any thread; the library and the index each see to their own locking.
"""

import threading
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from reader.article import Article
from reader.compare.comparison import Comparison, Figure
from reader.errors import LibraryError, ReaderError, SearchError
from reader.i18n import _, ngettext
from reader.importing import FORMATS, read_file, read_text
from reader.library import Change, Library
from reader.paths import Paths, shipped
from reader.progress import Progress, silent
from reader.settings import Settings
from reader.text.spans import Span

if TYPE_CHECKING:  # Whoosh costs a tenth of a second: the window is up before anybody searches
    from reader.search import Entry, Order, SearchIndex

BATCH = 500
"""Changes applied to the index between two looks at whether anybody still waits."""


class Status(StrEnum):
    """What became of one file of an import."""

    ADDED = "added"
    KNOWN = "known"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Imported:
    """One line of an import report: `message` says why a file failed and what to do."""

    path: str
    status: Status
    article_id: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of each file of an import, in the order given."""

    entries: tuple[Imported, ...]

    def ids(self) -> tuple[str, ...]:
        """The library's ids of the articles that are there now, each once."""
        return tuple(dict.fromkeys(e.article_id for e in self.entries if e.article_id))

    def count(self, status: Status) -> int:
        """How many files had this fate."""
        return sum(e.status is status for e in self.entries)


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """A hit as people see it. `marks` are spans of the words found, in `snippet`."""

    id: str
    headline: str
    outlet: str
    published: str
    snippet: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SearchResults:
    """The answer to a query: the first hits, how many there are, and what to say besides."""

    hits: tuple[FoundArticle, ...]
    total: int
    notice: str = ""
    corrected: str = ""


class Workspace:
    """One person's library, index and settings, and what can be done with them."""

    def __init__(self, paths: Paths, settings: Settings | None = None) -> None:
        self.paths = paths
        self.settings = settings or Settings()
        self.library = Library.open(paths.library)
        self._index: SearchIndex | None = None
        self._indexing = threading.RLock()

    def close(self) -> None:
        """Let go of the files."""
        with self._indexing:
            if self._index is not None:
                self._index.close()
                self._index = None
        self.library.close()

    # Importing

    def import_files(
        self, paths: Sequence[Path], story: int | None = None, progress: Progress = silent
    ) -> ImportReport:
        """Add files, and what lies in folders, to the library; one that fails never stops the rest."""
        files = list(_files(paths))
        entries = []
        for at, path in enumerate(files):
            progress(at, len(files), path.name)
            entries.append(self._import(path, story))
        progress(len(files), len(files))
        return ImportReport(tuple(entries))

    def import_text(self, text: str, story: int | None = None) -> ImportReport:
        """Add pasted text to the library."""
        name = _("pasted text")
        try:
            return ImportReport((self._added(read_text(text, self.settings.importing, name=name), name, story),))
        except ReaderError as error:
            return ImportReport((Imported(name, Status.FAILED, message=str(error)),))

    def import_sample_story(self, progress: Progress = silent) -> ImportReport:
        """Add the demo story that comes with the program, as a story of that name."""
        folder = shipped("data") / "samples"
        with (folder / "story.toml").open("rb") as file:
            story = tomllib.load(file)
        return self.import_files(
            [folder / one["file"] for one in story["articles"]], self.story(story["name"]), progress
        )

    def story(self, name: str) -> int:
        """The id of the story of this name, which is made where there is none."""
        known = {story.name: story.id for story in self.library.stories()}
        return known[name] if name in known else self.library.add_story(name)

    def _import(self, path: Path, story: int | None) -> Imported:
        try:
            return self._added(read_file(path, self.settings.importing), str(path), story)
        except ReaderError as error:
            return Imported(str(path), Status.FAILED, message=str(error))

    def _added(self, article: Article, path: str, story: int | None) -> Imported:
        added = self.library.add(article, story)
        return Imported(path, Status.ADDED if added.new else Status.KNOWN, added.id)

    # Comparing

    def article(self, article_id: str) -> Article:
        """An article of the library."""
        return self.library.get(article_id)

    def compare(self, ids: Sequence[str], progress: Progress = silent) -> Comparison:
        """What 2 to 20 articles of the library share, and where their figures conflict."""
        return compare_articles([self.library.get(i) for i in dict.fromkeys(ids)], self.settings, progress)

    # Searching

    def search(self, query: str, order: "Order" = "relevance", limit: int = 50) -> SearchResults:
        """The articles that hold the words, best first; the index is brought up to date before it is asked."""
        from reader.search.snippets import snippet

        with self._indexing:
            index = self._opened()
            behind = self._catch_up(index, silent, most=BATCH)
            answer = index.search(query, limit=limit, order=order)
        hits = []
        for hit in answer.hits:
            try:
                text = self.library.get(hit.id).text
            except LibraryError:  # removed since the index was written
                continue
            cut = snippet(text, query)
            hits.append(FoundArticle(hit.id, hit.headline, hit.outlet, hit.published, cut.text, cut.marks))
        return SearchResults(tuple(hits), answer.total, _notice(answer.partial, behind), answer.corrected or "")

    def update_index(self, progress: Progress = silent) -> None:
        """Write into the index whatever changed in the library since."""
        with self._indexing:
            self._catch_up(self._opened(), progress)

    def rebuild_index(self, progress: Progress = silent) -> None:
        """Write the index anew from the library; the old one answers until the new one is whole."""
        with self._indexing:
            if not self._opened().rebuild(self._everything(progress)):
                raise SearchError(_("Another window is writing the search index."), _("Try again in a moment."))

    def _opened(self) -> "SearchIndex":
        from reader.search import SearchIndex

        if self._index is None:
            self._index = SearchIndex.open(self.paths.index, self.library.id)
        return self._index

    def _catch_up(self, index: "SearchIndex", progress: Progress, most: int | None = None) -> int:
        """Apply the library's changes, at most about so many; the number that is left."""
        total = self.library.pending(index.applied)
        done = 0
        while changes := self.library.outbox(index.applied, BATCH):
            progress(done, total, _("Indexing"))
            if not index.apply(self._entries(changes)):  # another window is writing: it will write these too
                break
            done += len(changes)
            if most is not None and done >= most:
                break
        progress(total, total)
        return max(0, total - done)

    def _everything(self, progress: Progress) -> "Iterator[Entry]":
        """All of the library's changes, oldest first."""
        total, done, last = self.library.pending(), 0, 0
        while changes := self.library.outbox(last, BATCH):
            progress(done, total, _("Indexing"))
            yield from self._entries(changes)
            done, last = done + len(changes), changes[-1].seq

    def _entries(self, changes: Sequence[Change]) -> "Iterator[Entry]":
        """What the changes mean for the index, each with the article as it is now."""
        from reader.search import Drop, Put

        articles = {a.id: a for a in self.library.texts(c.article_id for c in changes if c.kind != "remove")}
        for change in changes:
            article = articles.get(change.article_id)
            yield Put(change.seq, change.article_id, article) if article else Drop(change.seq, change.article_id)


def _notice(partial: bool, behind: int) -> str:
    if behind:
        words = "{count} article is not yet in the index.", "{count} articles are not yet in the index."
        return ngettext(*words, behind).format(count=behind)
    return _("Partial results: the search took too long.") if partial else ""


def compare_articles(articles: Sequence[Article], settings: Settings, progress: Progress = silent) -> Comparison:
    """Compare articles that need not be in a library; RapidFuzz is loaded on the first call."""
    from reader.compare.engine import compare

    return compare(articles, settings.compare, progress)


def figures_of(article: Article) -> tuple[Figure, ...]:
    """Every figure of one article, each with what it counts."""
    from reader.compare import figures
    from reader.compare.witness import Witness

    return figures.read(Witness.of(article))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those of a readable format under the folders named, in order of their names."""
    suffixes = tuple(suffix for one in FORMATS for suffix in one.suffixes)
    for path in paths:
        if path.is_dir():
            inside = [p for p in path.rglob("*") if p.is_file() and p.name.lower().endswith(suffixes)]
            yield from sorted(p for p in inside if not any(part.startswith(".") for part in p.relative_to(path).parts))
        else:
            yield path
