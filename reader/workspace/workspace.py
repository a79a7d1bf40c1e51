"""The use cases, one short method each.

Every method may be called from any thread; the library and the index each see to their own locking.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.article import Article
from reader.compare.comparison import Comparison
from reader.errors import ReaderError
from reader.i18n import _, ngettext
from reader.importing import FORMATS, is_part_of_saved_page, read_all, read_text
from reader.library import Decision, Library, RecentComparison, SavedComparison, restore
from reader.paths import Paths, shipped
from reader.progress import Progress, silent
from reader.settings import Settings
from reader.workspace import portable
from reader.workspace.comparing import Scales
from reader.workspace.finding import Finder
from reader.workspace.indexing import Indexer
from reader.workspace.values import Imported, ImportReport, SearchResults, Status, Suggestion

if TYPE_CHECKING:
    from reader.search import Filters, Order


class Workspace:
    """One person's library, index and settings, and what can be done with them."""

    def __init__(self, paths: Paths, settings: Settings | None = None) -> None:
        self.paths = paths
        self.settings = settings or Settings()
        self._scales = Scales()
        self.library = Library.open(paths.library)
        self._indexer = Indexer(paths, self.library)
        self._finder = Finder(self.library, self._indexer)

    def close(self) -> None:
        """Let go of the files."""
        self._indexer.close()
        self.library.close()

    # Importing

    def import_files(
        self, paths: Sequence[Path], story: int | None = None, progress: Progress = silent
    ) -> ImportReport:
        """Add files, and what lies in folders, to the library; one that fails never stops the rest."""
        files = list(_files(paths))
        entries = []
        with self.library.together(_adding):
            for at, path in enumerate(files):
                progress(at, len(files), path.name)
                for entry in self._import(path, story):
                    entries.append(entry)
                    progress(at, len(files), path.name)
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
        files = [folder / one["file"] for one in story["articles"]]
        with self.library.together(_adding):
            return self.import_files(files, self.story(story["name"]), progress)

    def story(self, name: str) -> int:
        """The id of the story of this name, which is made where there is none."""
        known = {story.name: story.id for story in self.library.stories()}
        return known[name] if name in known else self.library.add_story(name)

    def _import(self, path: Path, story: int | None) -> Iterator[Imported]:
        """What became of the articles in a file: one, or as many as an archive or a mailbox holds."""
        for result in read_all(path, self.settings.importing):
            if isinstance(result, ReaderError):
                yield Imported(str(path), Status.FAILED, message=str(result))
                continue
            try:
                yield self._added(result, result.path, story)
            except ReaderError as error:
                yield Imported(result.path, Status.FAILED, message=str(error))

    def _added(self, article: Article, path: str, story: int | None) -> Imported:
        added = self.library.add(article, story)
        return Imported(path, Status.ADDED if added.new else Status.KNOWN, added.id)

    # Copies

    def backup(self, path: Path, progress: Progress = silent) -> None:
        """Copy the library to one file."""
        self.library.backup(path, progress)

    def export_story(self, story: int, path: Path) -> int:
        """Write a story, whole, to one file that `import_story` takes; how many articles it has."""
        return portable.write(self.library, story, path)

    def import_story(self, path: Path, name: str = "") -> ImportReport:
        """Add the story of such a file, as one step to undo; it joins a story of its name (or of `name`)."""
        brought = portable.read(path)
        with self.library.together(_adding):
            story = self.story(name or brought.name or path.stem)
            entries = [self._added(article, str(path), story) for article, _tags in brought.articles]
            portable.keep(self.library, brought, [entry.article_id for entry in entries])
        return ImportReport(tuple(entries))

    # Comparing

    def article(self, article_id: str) -> Article:
        """An article of the library."""
        return self.library.get(article_id)

    def compare(self, ids: Sequence[str], progress: Progress = silent) -> Comparison:
        """What 2 to 20 articles of the library share, and where their figures conflict."""
        return self._scales.compare([self.library.get(i) for i in dict.fromkeys(ids)], self.settings, progress)

    def decide(self, ids: Sequence[str], subject: str, kind: str, reason: str = "", note: str = "") -> Decision:
        """Keep a decision on a finding of the comparison of these articles, named by `compare.subjects`; undone too."""
        return self.library.decide(ids, subject, kind, reason, note)

    def undecide(self, ids: Sequence[str], subject: str) -> None:
        """Take a decision back."""
        self.library.undecide(ids, subject)

    def decisions(self, ids: Sequence[str]) -> dict[str, Decision]:
        """What was decided on the findings of this comparison, by subject."""
        return {one.subject: one for one in self.library.decisions(ids)}

    def save_comparison(
        self, name: str, ids: Sequence[str], options: Mapping[str, object] | None = None, note: str = ""
    ) -> int:
        """Keep a comparison under a name, in place of one of that name."""
        return self.library.save_comparison(name, ids, options, note)

    def comparisons(self) -> list[SavedComparison]:
        """The saved comparisons, by name."""
        return self.library.comparisons()

    def opened_comparison(self, ids: Sequence[str]) -> None:
        """Remember that these articles were compared now."""
        self.library.opened_comparison(ids)

    def recent_comparisons(self, limit: int = 20) -> list[RecentComparison]:
        """What was compared last, the latest first."""
        return self.library.recent_comparisons(limit)

    # Searching

    def search(
        self,
        query: str,
        order: "Order" = "relevance",
        limit: int = 50,
        filters: "Filters | None" = None,
        facets: bool = False,
    ) -> SearchResults:
        """The articles that hold the words, best first; what changed just now is written into the index before.

        With filters and no words, all that pass. With `facets` also how many of all have which outlet, language,
        month and story.
        """
        return self._finder.search(query, order, limit, filters, facets)

    def like(self, article_id: str, limit: int = 20) -> SearchResults:
        """The articles most like one of the library."""
        return self._finder.like(self.library.get(article_id), limit)

    def like_passage(self, article_id: str, words: str, limit: int = 20) -> SearchResults:
        """The other articles that have most of the telling words of a passage of one."""
        article = self.library.get(article_id)
        return self._finder.like(replace(article, text=words, headline="", boilerplate=()), limit)

    def suggest(self, typed: str, limit: int = 8) -> tuple[Suggestion, ...]:
        """How what is being typed into the search field may go on."""
        return self._finder.suggest(typed, limit)

    def update_index(self, progress: Progress = silent) -> None:
        """Write into the index whatever changed in the library since."""
        self._indexer.catch_up(progress)

    def rebuild_index(self, progress: Progress = silent) -> None:
        """Write the index anew from the library; the old one answers until the new one is whole."""
        self._indexer.rebuild(progress)


def restore_library(paths: Paths, backup: Path) -> Path | None:
    """Put a copy made by `backup` in the place of the library, which nobody may have open; where that is kept now."""
    return restore(backup, paths.library)


def _adding(count: int) -> str:
    return ngettext("adding {count} article", "adding {count} articles", count).format(count=count)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and those of a readable format under the folders named, in order of their names."""
    suffixes = tuple(suffix for one in FORMATS for suffix in one.suffixes)
    for path in paths:
        if path.is_dir():
            inside = [p for p in path.rglob("*") if p.is_file() and p.name.lower().endswith(suffixes)]
            inside = [p for p in inside if not is_part_of_saved_page(p.relative_to(path))]
            yield from sorted(p for p in inside if not any(part.startswith(".") for part in p.relative_to(path).parts))
        else:
            yield path
