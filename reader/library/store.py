"""The library itself: one short method for each thing a person does with it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Self

from reader.article import Article
from reader.errors import DamagedArticle, LibraryError
from reader.i18n import _, ngettext
from reader.library import backups, copies, health, rows, writes
from reader.library.annotations import AnnotationStore
from reader.library.columns import count_words
from reader.library.comparisons import ComparisonStore
from reader.library.connections import Connections
from reader.library.decisions import DecisionStore
from reader.library.groupings import GroupingStore
from reader.library.history import History, MoveRecord, Place, Step
from reader.library.labels import LabelStore
from reader.library.metadata import MetadataStore
from reader.library.options import BackupOptions
from reader.library.outbox import Outbox
from reader.library.searches import SearchStore
from reader.library.stories import StoryStore, name_of
from reader.library.values import Addition, Filter, Order, Row
from reader.progress import Progress, silent
from reader.text.shorten import on_one_line

PATIENCE = 5.0  # seconds that a write waits for another process before it gives up with a clear line
EVERY = Filter()
_BACKUPS = BackupOptions()
_AT_ONCE = 20  # articles fetched in one go by `texts`: other threads get their turn in between


class Library:
    """Every article in one SQLite file. All methods may be called from any thread and raise `LibraryError` only.

    Each call is one transaction, on disk when it returns. Adding, removing, restoring and what its parts keep
    (stories, details, labels, decisions, groupings, annotations) can be undone until it is closed; purging cannot.
    """

    def __init__(self, connections: Connections, path: Path) -> None:
        history = History()
        self._connections, self._history, self._path = connections, history, path
        self.stories = StoryStore(connections, history)
        self.metadata = MetadataStore(connections, history)
        self.labels = LabelStore(connections, history)
        self.decisions = DecisionStore(connections, history)
        self.groupings = GroupingStore(connections, history)
        self.annotations = AnnotationStore(connections, history)
        self.comparisons = ComparisonStore(connections, history)
        self.searches = SearchStore(connections, history)
        self.outbox = Outbox(connections, history)
        with connections.read() as reading:
            self._id = str(reading.execute("SELECT value FROM about WHERE key = 'id'").fetchone()[0])

    @classmethod
    def open(cls, path: Path, patience: float = PATIENCE) -> Self:
        """The library in the file at `path`, made if there is none; a damaged or newer file is refused, untouched."""
        connections = Connections(path, patience)
        try:
            return cls(connections, path)
        except BaseException:
            connections.close()
            raise

    def close(self) -> None:
        """Let go of the file; a second time does nothing."""
        self._connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @property
    def id(self) -> str:
        """The library's own name, a UUID given when its file was made."""
        return self._id

    # Articles

    def add(self, article: Article, story: int | None = None) -> Addition:
        """Keep an article; the same text is kept once.

        One that lies in the bin comes back, one that is in no story joins `story`, one whose text was damaged is made
        whole.
        """
        fingerprint, words = article.fingerprint, count_words(article.text)
        said = _("adding “{name}”").format(name=_short(article.headline or article.name))
        with self._connections.write() as writing:
            if story is not None:
                name_of(writing, story)
            healed = writes.heal(writing, article, fingerprint, words)
            found = writes.known(writing, fingerprint)
            if found is None:
                article_id = writes.insert(writing, article, fingerprint, words, story)
                # Undone, it lies in the bin: what a person imported is never thrown away behind their back.
                step = Step(said, (MoveRecord(article_id, Place(story, writes.now()), Place(story, None)),))
                new = True
            else:
                article_id, place = found
                joined = story if place.story is None or place.binned else place.story
                after = Place(joined if joined is not None else place.story, None)
                step = Step(said, (MoveRecord(article_id, place, after),) if place != after else ())
                writes.take(writing, step)
                new = place.binned is not None
        self._history.record(step)
        return Addition(article_id, new, healed)

    def get(self, article_id: str) -> Article:
        """One article, whole, in the bin or not; raises DamagedArticle where it is not as it was written."""
        with self._connections.read() as reading:
            found = rows.whole(reading, article_id)
            as_written = found is None or rows.is_as_written(reading, article_id)
        if found is None:
            raise LibraryError(_("This article is no longer in the library."))
        article, fingerprint = found
        if article.fingerprint != fingerprint:
            raise _damaged(
                article, _("The text of “{name}” in the library is damaged: it is not the one that was imported.")
            )
        if not as_written:
            raise _damaged(
                article,
                _("What the library knows of “{name}” is damaged: headline, outlet, dates or what is furniture."),
            )
        return article

    def holds(self, fingerprint: str) -> bool | None:
        """Whether the text of this fingerprint is here, whole; None where it never came."""
        with self._connections.read() as reading:
            row = reading.execute("SELECT id FROM article WHERE fingerprint = ?", (fingerprint,)).fetchone()
            found = rows.articles(reading, [row[0]]).get(row[0]) if row else None
        return None if row is None else found is not None and found.fingerprint == fingerprint

    def is_kept(self, fingerprint: str) -> bool:
        """Whether an article whose text has this fingerprint is here and not in the bin."""
        with self._connections.read() as reading:
            sql = "SELECT 1 FROM article WHERE fingerprint = ? AND binned IS NULL"
            return reading.execute(sql, (fingerprint,)).fetchone() is not None

    def texts(self, ids: Iterable[str]) -> Iterator[Article]:
        """Articles one after the other, in the order of `ids`; those that are not there any more are left out."""
        waiting = iter(ids)
        while some := list(islice(waiting, _AT_ONCE)):
            with self._connections.read() as reading:
                found = rows.articles(reading, some)
            yield from (found[article_id] for article_id in some if article_id in found)

    def rows(
        self, story: int | None = None, binned: bool = False, order: Order = "added", where: Filter | None = None
    ) -> list[Row]:
        """The articles of a story, or of all, outside the bin or (`binned`) in it; newest or first letter first.

        With `where` that filter alone says which.
        """
        with self._connections.read() as reading:
            return rows.rows(reading, where or Filter(story=story, binned=binned), order)

    def rows_page(self, offset: int, limit: int, order: Order = "added", where: Filter = EVERY) -> list[Row]:
        """At most `limit` of the articles that `rows` would give, from number `offset` on, however many there are."""
        with self._connections.read() as reading:
            return rows.page(reading, where, order, offset, limit)

    def place(self, article_id: str, order: Order = "added", where: Filter = EVERY) -> int | None:
        """The number under which `rows_page` gives an article; None where it would not."""
        with self._connections.read() as reading:
            return rows.place(reading, article_id, where, order)

    def count(self, where: Filter = EVERY) -> int:
        """How many articles `rows` would give."""
        with self._connections.read() as reading:
            return rows.count(reading, where)

    def ids(self, where: Filter = EVERY) -> list[str]:
        """The ids of the articles that `rows` would give, in no order."""
        with self._connections.read() as reading:
            return rows.ids(reading, where)

    def counts(self, kind: str, where: Filter = EVERY) -> list[tuple[str, int]]:
        """How many of the articles that `rows` would give have each "outlet", "month", "story" or "language"."""
        with self._connections.read() as reading:
            return rows.counts(reading, where, kind)

    def rows_of(self, ids: Iterable[str]) -> list[Row]:
        """The rows of some articles, in this order, in the bin or not; those that are not there are left out."""
        with self._connections.read() as reading:
            return rows.by_id(reading, ids)

    def versions(self, article_id: str) -> list[Row]:
        """The articles taken from the same address as this one, itself among them, the oldest first; or none."""
        with self._connections.read() as reading:
            return rows.versions(reading, article_id)

    def remove(self, ids: Iterable[str]) -> None:
        """Put articles into the bin."""
        with self._connections.write() as writing:
            found, when = writes.places(writing, ids), writes.now()
            moved = tuple(MoveRecord(i, p, Place(p.story, when)) for i, p in found.items() if p.binned is None)
            words = ngettext("removing {count} article", "removing {count} articles", len(moved))
            step = Step(words.format(count=len(moved)), moved)
            writes.take(writing, step)
        self._history.record(step)

    def restore(self, ids: Iterable[str]) -> None:
        """Take articles out of the bin, back into the story they were in."""
        with self._connections.write() as writing:
            found = writes.places(writing, ids)
            moved = tuple(MoveRecord(i, p, Place(p.story, None)) for i, p in found.items() if p.binned is not None)
            words = ngettext("restoring {count} article", "restoring {count} articles", len(moved))
            step = Step(words.format(count=len(moved)), moved)
            writes.take(writing, step)
        self._history.record(step)

    def purge(self, ids: Iterable[str]) -> int:
        """Delete for good those of `ids` that lie in the bin; how many did. This cannot be undone."""
        with self._connections.write() as writing:
            return writes.purge(writing, list(ids))

    # Undo

    def undo(self) -> str | None:
        """Lead the last operation back; its words ("removing 3 articles"), or None where there is none."""
        return self._history.undo(self._take)

    def redo(self) -> str | None:
        """Do again what was undone last; its words, or None where there is none."""
        return self._history.redo(self._take)

    @property
    def can_undo(self) -> bool:
        """Whether there is an operation to undo."""
        return bool(self._history.next_undo)

    @property
    def can_redo(self) -> bool:
        """Whether there is an operation to do again."""
        return bool(self._history.next_redo)

    @property
    def next_undo(self) -> str:
        """The words of what `undo` would lead back, for a menu; empty where there is nothing."""
        return self._history.next_undo

    @property
    def next_redo(self) -> str:
        """The words of what `redo` would do again, for a menu; empty where there is nothing."""
        return self._history.next_redo

    @contextmanager
    def together(self, words: Callable[[int], str] | None = None) -> Iterator[None]:
        """What this thread does in the block is undone in one go, and named for how many articles it touched."""
        with self._history.together(words or _several):
            yield

    @property
    def notices(self) -> tuple[str, ...]:
        """What was found amiss when it was opened, to be told."""
        return tuple(self._connections.notices)

    @property
    def read_only(self) -> bool:
        """Whether it lies where nothing can be written."""
        return self._connections.read_only

    def check(self, progress: Progress = silent) -> health.Health:
        """Look at every page of the file and at every text, while others go on with their work."""
        return health.check(self._path, progress)

    def back_up_daily(self, progress: Progress = silent, options: BackupOptions = _BACKUPS) -> Path | None:
        """Make the backup of today where there is none yet, beside the library and where else it is wanted."""
        return None if self.read_only else backups.daily(self._path, progress, options)

    @contextmanager
    def batch(self) -> Iterator[None]:
        """What this thread writes in the block is on the disk at its end, all at once: one wait for the disk, not many.

        A part that fails is undone alone. Other windows wait meanwhile, so keep it short.
        """
        with self._connections.write():
            yield

    def backup(self, path: Path, progress: Progress = silent) -> None:
        """Copy the library as it is now to one file, in one go."""
        copies.copy(self._path, path, progress)

    def _take(self, step: Step) -> bool:
        with self._connections.write() as writing:
            return writes.take(writing, step)


def _damaged(article: Article, words: str) -> DamagedArticle:
    remedy = _("It came without a file: import its text again, or take a backup of the library.")
    if article.path:
        remedy = _("Import {path} again to make it whole, or take a backup of the library.").format(path=article.path)
    return DamagedArticle(words.format(name=_short(article.headline or article.name)), remedy, article.path)


def _short(name: str) -> str:
    return on_one_line(name.encode("utf-8", "replace").decode("utf-8"), 40)


def _several(count: int) -> str:
    return ngettext("changing {count} article", "changing {count} articles", count).format(count=count)
