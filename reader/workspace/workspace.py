"""The use cases, one short method each.

Every method may be called from any thread; the library and the index each see to their own locking.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reader.article import Article
from reader.filters import NOTHING, SearchFilters
from reader.importing.addresses.places import Place, is_public
from reader.library import GroupingKind, Library
from reader.library.sqlite_file import clear_errors
from reader.paths import Paths, shipped
from reader.progress import Progress, silent
from reader.settings import Settings
from reader.vectors.cache import CachedSource
from reader.workspace.comparison import ENCODER, ComparisonCache, warm_up
from reader.workspace.indexer import Indexer
from reader.workspace.library_place import check_place
from reader.workspace.library_vectors import LibraryVectors
from reader.workspace.search import LibrarySearch
from reader.workspace.values import ImportReport, SearchResults, Suggestion, adding

if TYPE_CHECKING:  # the stages are loaded by what first needs them
    from reader.compare.comparison import Comparison, Excerpt, LedgerRow, OwnMark
    from reader.compare.figures.rows.regroup import Group
    from reader.compare.finding_ids import Finding
    from reader.importing.contents import Contents
    from reader.library import Annotation, Decision, Health, RecentComparison, SavedComparison
    from reader.search import Order
    from reader.workspace.importer import Importer
    from reader.workspace.row_groupings import Rows
    from reader.workspace.story_matches import StoryMatch


class Workspace:
    """One person's library, index and settings, and what can be done with them."""

    def __init__(
        self,
        paths: Paths,
        settings: Settings | None = None,
        allows: Callable[[Place], bool] = is_public,
        notices: Iterable[str] = (),
    ) -> None:
        """`allows` says which computers may be asked for pages; a test allows the one it runs on.

        `notices`: what a person should hear about what was found at the start.
        """
        self.paths = paths
        self.settings = settings or Settings()
        check_place(paths)
        self.library = Library.open(paths.library)
        self.notices = (*notices, *self.library.notices)
        self._vectors = LibraryVectors(paths, self.library)
        self._comparisons = ComparisonCache(CachedSource(self._vectors.cache, ENCODER))
        self._allows = allows
        self._indexer = Indexer(paths, self.library, lambda: self.settings.search)
        self._search = LibrarySearch(self.library, self._indexer)

    def close(self) -> None:
        """Let go of the files."""
        self._indexer.close()
        self._vectors.close()
        self.library.close()

    # Importing

    @cached_property
    def _importer(self) -> "Importer":
        from reader.workspace.importer import Importer

        return Importer(self.library, lambda: self.settings.importing, self._allows)

    def import_files(
        self, paths: Sequence[Path], story: int | None = None, progress: Progress = silent
    ) -> ImportReport:
        """Add files, and what lies in folders, to the library; one that fails never stops the rest."""
        return self._importer.files(paths, story, progress)

    def make_whole(self, path: Path, progress: Progress = silent) -> bool:
        """Import the file of a damaged article again; whether its text is whole now."""
        return any(entry.healed for entry in self.import_files([path], None, progress).entries)

    def read_files(self, paths: Sequence[Path], progress: Progress = silent) -> "list[tuple[Path, Contents]]":
        """What is in files, and in those that lie in folders; the library is left as it is."""
        return self._importer.read(paths, progress)

    def import_text(self, text: str, story: int | None = None) -> ImportReport:
        """Add pasted text to the library."""
        return self._importer.text(text, story)

    def import_stream(self, data: bytes, name: str, story: int | None = None) -> ImportReport:
        """Add the articles in bytes that came by no file, as those of a pipe; `name` is what to call them."""
        return self._importer.stream(data, name, story)

    def import_copied(self, markup: str, text: str = "", url: str = "", story: int | None = None) -> ImportReport:
        """Add a copied part of a page to the library; `text` is the same without markup."""
        return self._importer.copied(markup, text, url, story)

    def import_addresses(
        self, addresses: Sequence[str], story: int | None = None, progress: Progress = silent
    ) -> ImportReport:
        """Fetch pages that a person named, and add them; nothing else ever goes to the network."""
        return self._importer.addresses(addresses, story, progress)

    def fold_repeated(self, report: ImportReport) -> int:
        """Fold what an import offers for articles that were there before; in how many. It can be undone."""
        self.library.metadata.fold(report.repeated)
        return len(report.repeated)

    def import_sample_story(self, progress: Progress = silent) -> ImportReport:
        """Add the demo story that comes with the program, as a story of that name."""
        import tomllib

        folder = shipped("data") / "samples"
        with (folder / "story.toml").open("rb") as file:
            story = tomllib.load(file)
        files = [folder / one["file"] for one in story["articles"]]
        with self.library.together(adding):
            return self.import_files(files, self.story(story["name"]), progress)

    def story(self, name: str) -> int:
        """The id of the story of this name, which is made where there is none."""
        known = {story.name: story.id for story in self.library.stories.all()}
        return known[name] if name in known else self.library.stories.add(name)

    def story_matches(self, ids: Sequence[str]) -> "tuple[StoryMatch, ...]":
        """The stories that articles in none may belong to, the surest first; it is for the person to put them there."""
        from reader.workspace import story_matches

        return story_matches.matches(self.library, self._indexer, ids)

    # Copies

    def backup(self, path: Path, progress: Progress = silent) -> None:
        """Copy the library to one file."""
        self.library.backup(path, progress)

    def look_after(self, progress: Progress = silent) -> "Health":
        """Look whether the library is whole and, if it is, see that there is a backup of today."""
        found = self.library.check(progress)
        if found.is_good and found.articles:
            self.library.back_up_daily(progress, self.settings.backups)
        return found

    def export_story(self, story: int, path: Path) -> int:
        """Write a story, whole, to one file that `import_story` takes; how many articles it has."""
        from reader.workspace import portable

        return portable.write(self.library, story, path)

    def import_story(self, path: Path, name: str = "") -> ImportReport:
        """Add the story of such a file, as one step to undo; it joins a story of its name (or of `name`)."""
        from reader.workspace import portable

        brought = portable.read(path)
        with self.library.together(adding):
            story = self.story(name or brought.name or path.stem)
            entries = [self._importer.added(article, str(path), story) for article, _tags in brought.articles]
            portable.keep(self.library, brought, [entry.article_id for entry in entries])
        return ImportReport(tuple(entries))

    # Comparing

    def article(self, article_id: str) -> Article:
        """An article of the library."""
        return self.library.get(article_id)

    def story_of(self, ids: Sequence[str]) -> str:
        """The name of the story that all of these articles are in; the empty string where there is no such story."""
        held = {row.story for row in self.library.rows_of(ids)}
        return next((story.name for story in self.library.stories.all() if held == {story.id}), "")

    def compare(self, ids: Sequence[str], progress: Progress = silent) -> "Comparison":
        """What 2 to 20 articles of the library share, and where their figures conflict."""
        from reader.workspace import annotations

        found = self._rows(ids, progress).applied()
        return annotations.applied(self.library, found, self.settings.compare.figures)

    def _rows(self, ids: Sequence[str], progress: Progress = silent) -> "Rows":
        """The figures of a comparison as the engine finds it, and the rows that the reader made of them."""
        from reader.workspace.row_groupings import Rows

        articles = [self.library.get(i) for i in dict.fromkeys(ids)]
        return Rows(self.library, self._comparisons.compare(articles, self.settings, progress))

    def split_row(self, ids: Sequence[str], row: "LedgerRow", chosen: "Iterable[Excerpt]", name: str = "") -> None:
        """Put some mentions of a row of the ledger into a row of their own, called `name`; undone like the rest."""
        from reader.compare.figures.rows import regroup

        rows = self._rows(ids)
        rows.keep(regroup.split(rows.groups, row, tuple(chosen)), GroupingKind.SPLIT, name)

    def join_rows(self, ids: Sequence[str], rows: "Sequence[LedgerRow]", name: str = "") -> None:
        """Put rows of the ledger into one, called `name`; undone too. ReaderError says why where they cannot be one."""
        from reader.compare.figures.rows import regroup

        known = self._rows(ids)
        known.check_join(rows)
        known.keep(regroup.join(known.groups, rows), GroupingKind.JOINED, name)

    def row_as_found(self, ids: Sequence[str], row: "LedgerRow") -> None:
        """Put a row, and whatever it was split from or joined with, back as the engine found it; undone too."""
        from reader.compare.figures.rows import regroup

        rows = self._rows(ids)
        rows.keep(regroup.as_found(rows.ledger, rows.groups, row), GroupingKind.AS_FOUND)

    def groups(self, ids: Sequence[str]) -> frozenset["Group"]:
        """What stands together in each row that the reader made of the figures of these articles."""
        return self._rows(ids).applied().regrouped

    def warm_up(self) -> None:
        """Load what the first comparison needs: the matcher, the lexicons. It takes a third of a second."""
        warm_up()

    def decide(
        self, comparison: "Comparison", finding: "Finding", kind: str, reason: str = "", note: str = ""
    ) -> "Decision":
        """Keep a decision on a finding; it holds wherever the words that it is about meet again. Undone too."""
        from reader.compare import finding_ids

        return self.library.decisions.decide(finding_ids.claim(comparison, finding), kind, reason, note)

    def undecide(self, comparison: "Comparison", finding: "Finding") -> None:
        """Take back whatever was decided on a finding."""
        from reader.workspace import decisions

        self.library.decisions.take_back(decisions.standing_on(self.library, comparison, finding))

    def decisions(self, comparison: "Comparison") -> "dict[str, Decision]":
        """What was decided on the findings of this comparison, by their names (`compare.subjects`)."""
        from reader.compare import finding_ids
        from reader.workspace import decisions

        held = decisions.held(self.library, comparison, self._under_cutoffs)
        return {finding_ids.of(comparison, finding): decision for finding, decision in held.items()}

    def waiting_decisions(self, comparison: "Comparison") -> "list[tuple[Decision, str]]":
        """What was decided on words of these articles that no finding of the comparison holds, with those words."""
        from reader.workspace import decisions

        return decisions.waiting(self.library, comparison)

    def _under_cutoffs(self, ids: Sequence[str]) -> "Iterator[Comparison]":
        """Comparisons of these articles under the cutoffs of now and those that the program comes with."""
        from reader.workspace import row_groupings

        scales, articles = ComparisonCache(), [self.library.get(i) for i in ids]
        for passages in dict.fromkeys((self.settings.compare.passages, Settings().compare.passages)):
            options = replace(self.settings.compare, passages=passages)
            found = scales.compare(articles, replace(self.settings, compare=options))
            yield row_groupings.applied(self.library, found)

    # What the reader marks by hand

    def highlight(self, comparison: "Comparison", excerpt: "Excerpt", note: str = "") -> "Annotation":
        """Highlight words of one article, with a note or without; undone like the rest."""
        from reader.workspace import annotations

        return annotations.highlight(self.library, comparison, excerpt, note)

    def tie_passages(self, comparison: "Comparison", excerpts: "Sequence[Excerpt]", note: str = "") -> "Annotation":
        """Hold words of several articles to say the same; undone too."""
        from reader.workspace import annotations

        return annotations.tie_passages(self.library, comparison, excerpts, note)

    def tie_figures(self, comparison: "Comparison", excerpts: "Sequence[Excerpt]", note: str = "") -> "Annotation":
        """Hold a figure in each of these stretches to count the same; ReaderError says why where that cannot be."""
        from reader.workspace import annotations

        return annotations.tie_figures(self.library, comparison, excerpts, self.settings.compare.figures, note)

    def erase(self, finding_ids: Iterable[str]) -> None:
        """Take away what the reader marked: highlights, and ties, whose words are then tied no longer."""
        self.library.annotations.erase(finding_ids)

    def own_marks(self, ids: Sequence[str]) -> "tuple[OwnMark, ...]":
        """What the reader marked in these articles."""
        from reader.workspace import annotations

        return annotations.own_marks(self.library, [self.library.get(i) for i in dict.fromkeys(ids)])

    def note_mark(self, subject: str, note: str) -> None:
        """Another note on what the reader marked."""
        from reader.workspace import annotations

        annotations.note(self.library, subject, note)

    def save_comparison(
        self, name: str, ids: Sequence[str], options: Mapping[str, object] | None = None, note: str = ""
    ) -> int:
        """Keep a comparison under a name, in place of one of that name."""
        return self.library.comparisons.save(name, ids, options, note)

    def comparisons(self) -> "list[SavedComparison]":
        """The saved comparisons, by name."""
        return self.library.comparisons.all()

    def opened_comparison(self, ids: Sequence[str]) -> None:
        """Remember that these articles were compared now."""
        self.library.comparisons.remember(ids)

    def recent_comparisons(self, limit: int = 20) -> "list[RecentComparison]":
        """What was compared last, the latest first."""
        return self.library.comparisons.recent(limit)

    # Searching

    def search(
        self,
        query: str,
        order: "Order" = "relevance",
        limit: int = 50,
        narrowing: SearchFilters = NOTHING,
        facets: bool = False,
        offset: int = 0,
        seconds: float | None = None,
    ) -> SearchResults:
        """The articles that hold the words, best first; what changed just now is written into the index before.

        With no words, all that the narrowing and the query's limits let pass. With `facets` also how many have which
        outlet, month, story and language, each as if nothing of that kind was chosen. The first `offset` are left out.
        After so many `seconds`, else a moment, it answers with what it has.
        """
        return self._search.search(query, order, limit, narrowing, facets, offset, seconds)

    def like(self, article_id: str, limit: int = 20) -> SearchResults:
        """The articles most like one of the library."""
        return self._search.like(self.library.get(article_id), limit)

    def like_passage(self, article_id: str, words: str, limit: int = 20) -> SearchResults:
        """The other articles that have most of the telling words of a passage of one."""
        article = self.library.get(article_id)
        return self._search.like(replace(article, text=words, headline="", boilerplate=()), limit)

    def suggest(self, typed: str, limit: int = 8) -> tuple[Suggestion, ...]:
        """How what is being typed into the search field may go on."""
        return self._search.suggest(typed, limit)

    def update_index(self, progress: Progress = silent) -> None:
        """Write into the index whatever changed in the library since."""
        self._indexer.catch_up(progress)

    def index_is_whole(self) -> bool:
        """Look at every byte of the index; a damaged one is given up, to be made anew by the next `update_index`."""
        return self._indexer.is_whole()

    def read_meaning(self, progress: Progress = silent) -> None:
        """Encode, in another process, the sentences of whatever changed in the library since."""
        if self.settings.compare.meaning:
            self._vectors.catch_up(progress)

    def rebuild_index(self, progress: Progress = silent) -> None:
        """Write the index anew from the library; the old one answers until the new one is whole."""
        self._indexer.rebuild(progress)


def salvage_library(paths: Paths, progress: Progress = silent) -> "tuple[Health, Path | None]":
    """Make a library of all that can be read of a damaged one, which nobody may have open; what it holds, and where the
    damaged one is kept now.
    """
    from reader.library import health
    from reader.library.copies import put_in_place

    half = paths.library.with_name(f".{paths.library.name}.salvaged")
    with clear_errors(paths.library):
        try:
            saved = health.salvage(paths.library, half, progress)
            return saved, put_in_place(half, paths.library)
        finally:
            half.unlink(missing_ok=True)


def restore_library(paths: Paths, backup: Path) -> Path | None:
    """Put a copy made by `backup` in the place of the library, which nobody may have open; where that is kept now."""
    from reader.library.copies import restore

    return restore(backup, paths.library)
