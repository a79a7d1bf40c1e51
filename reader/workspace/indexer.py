"""Keeping the search index in step with the library: a helper process writes, this one feeds it and searches."""

import contextlib
import logging
import os
import secrets
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import SearchError
from reader.i18n import _
from reader.library import Change, Library
from reader.paths import Paths
from reader.progress import Progress, silent
from reader.search.options import SearchOptions, engine_for
from reader.search.values import FTS5, WHOOSH

if TYPE_CHECKING:  # Whoosh costs a tenth of a second: the window is up before anybody searches
    from reader.search import Entry, SearchIndex
    from reader.search.helper import IndexHelper, Tick

BATCH = 500
"""Changes read from the library at a time, and about as many as a search waits for."""
FEW = 16
"""Changes that are written here and now: the helper costs a fifth of a second to start."""
_WAIT = 0.5  # seconds that a search waits for whoever is writing


log = logging.getLogger(__name__)


def name(library: Library, paths: Paths) -> str:
    """What a library's index goes by: its folder and its seal are made from it, and nobody who has a copy of the
    library knows it.
    """
    return f"{library.id} {key(paths.key)}"


def key(place: Path) -> str:
    """What this person's indexes are sealed with: random, made when it is first needed, readable by them alone.

    Where none can be kept, one that lasts as long as the program: an index of another time is not believed then.
    """
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(secrets.token_hex(32))
        return place.read_text(encoding="ascii").strip() or _ONE_OFF
    except (OSError, ValueError):
        return _ONE_OFF


_ONE_OFF = secrets.token_hex(32)


class Indexer:
    """One library's index. Every method may be called from any thread; searching never waits for a long writing."""

    def __init__(self, paths: Paths, library: Library, options: Callable[[], SearchOptions] = SearchOptions) -> None:
        """Nothing is opened or started before it is needed; `options` are asked for whenever they matter."""
        self._paths = paths
        self._library = library
        self._options = options
        self._name = name(library, paths)
        self._index: SearchIndex | None = None
        self._place = paths.index
        self._passing: tempfile.TemporaryDirectory[str] | None = None
        self._unkept: SearchError | None = None
        self._helper: IndexHelper | None = None
        self._opening = threading.Lock()
        self._writing = threading.RLock()

    def close(self) -> None:
        """End the helper and let go of the files."""
        with self._writing, self._opening:
            if self._helper is not None:
                self._helper.close()
            if self._index is not None:
                self._index.close()
            self._helper = self._index = None
            if self._passing is not None:
                self._passing.cleanup()
                self._passing, self._place = None, self._paths.index

    def index(self) -> "SearchIndex":
        """The index, opened; where none can be kept, one that lasts until `close`."""
        with self._opening:
            if self._index is None:
                self._index = self._opened()
            return self._index

    @property
    def unkept(self) -> SearchError | None:
        """Why the index is lost at the end; None where it is kept, as nearly always."""
        return self._unkept if self._passing is not None else None

    def _opened(self) -> "SearchIndex":
        from reader.search import SearchIndex

        refused: SearchError | None
        try:
            index = SearchIndex.open(self._place, self._name)
            refused = index.refusal if index.fresh else None
            if refused is None:
                return index
            index.close()
        except SearchError as error:
            refused = error
        try:
            self._passing = tempfile.TemporaryDirectory(prefix="parallax-index-", ignore_cleanup_errors=True)
        except OSError:
            raise refused from None
        self._unkept = refused
        log.warning("%s It lies in %s for now.", refused, self._passing.name)
        self._place = Path(self._passing.name)
        return SearchIndex.open(self._place, self._name)

    def catch_up(self, progress: Progress = silent, most: int | None = None) -> int:
        """Write what changed in the library, at most about so many changes; the number that is left."""
        with self._writing:
            self._catch_up(progress, most)
        return self.behind()

    def catch_up_soon(self) -> int:
        """Write what changed where that is soon done and nobody else is at it; the number that is left.

        On a full disk, say, what is there can still be searched; `catch_up` says what is wrong.
        """
        if self._writing.acquire(timeout=_WAIT):
            try:
                with contextlib.suppress(SearchError):
                    self._catch_up(silent, BATCH)
            finally:
                self._writing.release()
        return self.behind()

    def behind(self) -> int:
        """How many of the library's changes the index does not know."""
        index = self.index()
        below = index.below
        return self._library.outbox.count_after(index.applied) + (
            self._library.outbox.count_before(below) if below else 0
        )

    def rebuild(self, progress: Progress = silent) -> None:
        """Write the index anew from the library; the old one answers until the new one is whole."""
        with self._writing:
            self.index()
            if self.unkept is not None:
                raise self.unkept
            if not self._rebuild(_Feed(self._library, progress)):
                raise SearchError(_("Another window is writing the search index."), _("Try again in a moment."))

    def is_whole(self) -> bool:
        """Whether every byte of the index is as it was written; where not, it is fresh, to be filled again."""
        return self.index().is_whole()

    def _rebuild(self, feed: "_Feed") -> bool:
        index, count = self.index(), self._library.outbox.count_after()
        done = self._write(count, lambda helper: helper.rebuild(feed(), feed.tick), lambda: index.rebuild(feed()))
        feed.done()
        return done

    def _engine(self) -> str:
        """The engine that the index should be of now."""
        from reader.search.fts5.segments import is_available

        wanted = engine_for(self._options(), self._library.count(), self.index().engine)
        return wanted if wanted != FTS5 or is_available() else WHOOSH

    def _is_to_be_made_anew(self, index: "SearchIndex") -> bool:
        """Whether the index is of another engine than it should be, or worn."""
        return not index.fresh and (index.is_worn or index.engine != self._engine())

    def _check_history(self) -> None:
        """Give up an index that tells of a history which is not the library's: a copy was put in its place."""
        index = self.index()
        applied, token = index.history
        if applied and not self._library.outbox.is_mine(applied, token):
            log.warning("the search index is of another history than the library; it is made anew")
            index.destroy()

    def _catch_up(self, progress: Progress, most: int | None) -> None:
        self._check_history()
        index, feed = self.index(), _Feed(self._library, progress, most)
        if most is None and self._is_to_be_made_anew(index):
            self._rebuild(_Feed(self._library, progress, label=_("Making the search index anew")))
            return
        if index.below or (index.fresh and self._library.outbox.count_after() > BATCH):
            if most is None:
                self._fill(index, progress)
            elif not index.below:
                return  # too much for somebody who waits
        count = self._library.outbox.count_after(index.applied)
        if count:  # where another window is writing, that one will write these too
            self._write(
                min(count, most or count),
                lambda helper: helper.apply(feed(index.applied), index.applied, feed.tick),
                lambda: index.apply(feed(index.applied)),
            )
        feed.done()

    def _fill(self, index: "SearchIndex", progress: Progress) -> None:
        """Fill a new index, the newest first: what people look for is found long before all is written."""
        feed = _Feed(self._library, progress)
        self._write(
            BATCH,
            lambda helper: helper.fill(feed.downwards(index.below), index.below, feed.tick),
            lambda: index.fill(feed.downwards(index.below), index.below),
        )

    def _write(self, count: int, there: "Callable[[IndexHelper], bool]", here: Callable[[], bool]) -> bool:
        """Have the helper write, at most twice; a few changes, or all where none can be started, are written here."""
        from reader.search.helper import HelperLost, HelperUnable, IndexHelper

        index = self.index()
        index.wanted = self._engine()
        if count <= FEW:
            return here()
        if self._helper is None:
            self._helper = IndexHelper(self._place, self._name)
        self._helper.engine = index.wanted
        for _attempt in range(2):
            try:
                return there(self._helper)
            except HelperUnable:
                return here()
            except HelperLost:
                continue
        raise SearchError(
            _("The search index could not be written: the process that writes it ended twice."),
            _("Start Parallax again."),
        )


class _Feed:
    """The library's changes, read as they are drawn, and how far that is."""

    def __init__(self, library: Library, progress: Progress, most: int | None = None, label: str = "") -> None:
        self._label = label or _("Indexing")
        self._library = library
        self._progress = progress
        self._most = most
        self._done = self._total = 0

    def __call__(self, after: int = 0) -> "Iterator[Entry]":
        """The changes after number `after`, oldest first, at most about as many as are wanted."""
        self._done, self._total = 0, self._library.outbox.count_after(after)
        while changes := self._library.outbox.after(after, BATCH):
            self.tick()
            yield from _entries(self._library, changes)
            self._done, after = self._done + len(changes), changes[-1].seq
            if self._most is not None and self._done >= self._most:
                break

    def downwards(self, below: int) -> "Iterator[Entry]":
        """The changes under number `below`, or all where it is 0, newest first."""
        self._done, self._total = (
            0,
            self._library.outbox.count_before(below) if below else self._library.outbox.count_after(),
        )
        before = below or None
        while changes := self._library.outbox.before(before, BATCH):
            self.tick()
            yield from _entries(self._library, changes)
            self._done, before = self._done + len(changes), changes[-1].seq

    @property
    def tick(self) -> "Tick":
        """Says how far it is, and so learns whether anybody still waits."""
        return lambda: self._progress(self._done, self._total, self._label)

    def done(self) -> None:
        """Say that it is all done."""
        self._progress(self._total, self._total)


def _entries(library: Library, changes: Sequence[Change]) -> "Iterator[Entry]":
    """What the changes mean for the index, each with the article as it is now."""
    from reader.search import Drop, Put

    articles = {a.id: a for a in library.texts(c.article_id for c in changes if c.kind != "remove")}
    for change in changes:
        article = articles.get(change.article_id)
        about = change.seq, change.article_id
        yield Put(*about, article, change.token) if article else Drop(*about, change.token)
