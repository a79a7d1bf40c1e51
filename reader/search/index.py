"""The search index of a library: a cache, checked before it is opened and made anew whenever anything is wrong."""

import errno
import math
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from reader.article import Article
from reader.errors import SearchError
from reader.i18n import _
from reader.search.folders import Home
from reader.search.lock import writer_lock
from reader.search.present import Present
from reader.search.query import Query, QueryKind, parse
from reader.search.stamp import Seal, Stamp
from reader.search.state import States, WordTotals
from reader.search.values import EVERYTHING, FTS5, WHOOSH, Answer, Entry, Filters, Order, Put, Spellings, Stats

if TYPE_CHECKING:
    from reader.search.answers import IndexQuery

SECONDS = 0.3
"""That a search may take, where nobody says, before it answers with what it has."""

_ANSWERS = 64  # remembered until the index changes
_TELLING = 24  # words that are sought for an article
_BATCH = 5_000  # articles of one commit
_CHARACTERS = 24_000_000  # of their texts: the postings are held in memory until the commit
_AT_ONCE = {FTS5: (math.inf, math.inf)}  # the same for an engine that holds nothing in memory


class SearchIndex:
    """All methods may be called from any thread; one process at a time writes, any number read.

    A search waits for other searches, never for a commit. Whatever happens to the files, what is left is an index
    without articles (`fresh`), to be filled from the library again.
    """

    def __init__(self, folder: Path, library_id: str, engine: str = WHOOSH) -> None:
        """Find the index of a library below `folder`; use `open`, which also tidies."""
        self.wanted = engine
        self._home = Home(folder, library_id)
        self._states = States(self._home, Seal(self._home.stamp, library_id))
        self._writing = threading.RLock()  # taken before the lock of what is present
        self._now = Present(self._states)

    @classmethod
    def open(cls, folder: Path, library_id: str, thorough: bool = False, engine: str = WHOOSH) -> Self:
        """The index of a library below `folder`; none of it is opened before stamp and checksums were found right.

        Where it is made anew, `engine` makes it; until then it stays with the engine that it was made by. Of large
        files the checksums are compared later, in the background, unless it is to be `thorough`.
        """
        index = cls(folder, library_id, engine)
        if thorough:
            index._states.distrust()
        with suppress(SearchError), index._writer() as free:  # where nothing may be written one can still search
            if free:
                index._states.clean(index._now.stamp())
        stamp = index._now.stamp()
        index._now.told = stamp.applied if stamp else 0
        return index

    def close(self) -> None:
        """Let go of the files; a later call opens them again."""
        self._now.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @property
    def fresh(self) -> bool:
        """Whether there is nothing in it, so that it has to be filled from the library's first change on."""
        return self.applied == 0

    @property
    def refusal(self) -> SearchError | None:
        """Why it cannot be written here; None where it can, though somebody else may be at it just now."""
        try:
            with self._writer():
                return None
        except SearchError as error:
            return error

    @property
    def applied(self) -> int:
        """The number of the last of the library's changes that it knows."""
        stamp = self._now.stamp()
        self._now.told = stamp.applied if stamp else 0
        return self._now.told

    @property
    def history(self) -> tuple[int, str]:
        """`applied` and what the library's history had at that number: of another library's, or another history, that
        differs. Both of one state, whoever writes another meanwhile.
        """
        stamp = self._now.stamp()
        return (stamp.applied, stamp.token) if stamp else (0, "")

    def is_whole(self) -> bool:
        """Whether every byte of every file is as it was written; where not, the index is fresh from now on."""
        claimed = self._states.claimed()
        self._now.distrust()
        return claimed is None or self._now.stamp() is not None

    @property
    def below(self) -> int:
        """The number under which it knows none of the library's changes, as `fill` was ended; else 0."""
        stamp = self._now.stamp()
        return stamp.below if stamp else 0

    @property
    def engine(self) -> str:
        """The engine that it was made by; nothing where it is fresh."""
        stamp = self._now.stamp()
        return stamp.engine if stamp else ""

    @property
    def is_worn(self) -> bool:
        """Whether so much of it is of articles that are gone that it should be made anew."""
        stamp = self._now.stamp()
        return stamp is not None and stamp.worn

    @property
    def stats(self) -> Stats:
        """How large it is."""
        return self._now.ask(self._measured, Stats(0, 0, 0, 0))

    # Writing

    def apply(self, changes: Iterable[Entry]) -> bool:
        """Take in the library's changes after `applied`, in their order; they are drawn as they are needed.

        False: nothing was taken in, because another process writes or gave the index up; ask `applied` again, later.
        """
        with self._writer() as free:
            stamp = self._now.stamp()
            known = stamp.applied if stamp else 0
            if not free or known < self._now.told:
                return False
            for batch in _batches(change for change in changes if change.seq > known):
                stamp = self._next(stamp, batch)
                self._now.adopt(stamp)
        return True

    def fill(self, changes: Iterable[Entry], below: int) -> bool:
        """Take in all changes, newest first, or where that was ended those under number `below`; it answers meanwhile.

        Each article may come once only. False as for `apply`, and where it is not filled down to `below` any more.
        """
        with self._writer() as free:
            stamp = self._now.stamp()
            if not free or (stamp.below if stamp else 0) != below or (stamp is not None and not below):
                return False
            for batch in _batches(changes):
                stamp = self._next(stamp, batch, merge=False)
                self._now.adopt(replace(stamp, below=min(change.seq for change in batch)))
                stamp = self._now.stamp()
            if stamp is not None:
                self._now.adopt(replace(stamp, below=0))
        return True

    def rebuild(self, changes: Iterable[Entry]) -> bool:
        """Make the index anew from all changes; the old one answers until it is whole. False as for `apply`."""
        with self._writer() as free:
            if not free:
                return False
            stamp: Stamp | None = None
            words = WordTotals()
            try:
                for batch in _flowing(changes, *_AT_ONCE.get(self.wanted, (_BATCH, _CHARACTERS))):
                    stamp = self._next(stamp, batch, merge=False, words=words)
                if stamp is not None:
                    with self._unwritable():
                        stamp = self._states.with_vocabulary(stamp, words.counts)
            except BaseException:  # a person may end it from within `changes`
                self._states.clean(self._now.stamp())
                raise
            if stamp is None:
                self._now.discard()
            else:
                self._now.adopt(stamp)
        return True

    def destroy(self) -> None:
        """Give the index up; it is fresh afterwards."""
        with self._writer() as free:
            if not free:
                raise SearchError(_("Another window is writing the search index."), _("Try again in a moment."))
            self._now.discard()

    # Reading

    def search(
        self,
        query: str,
        limit: int = 50,
        order: Order = "relevance",
        seconds: float | None = None,
        filters: Filters = EVERYTHING,
        facets: bool = False,
    ) -> Answer:
        """The best hits for what a person typed, whatever that is; with no words, all that pass the filters.

        After so many `seconds`, `SECONDS` where none are said, it answers with what it has. `story:` and `tag:` are
        passed over: whoever knows stories and tags turns them into filters.
        """
        from reader.search.answers import IndexQuery  # late: it imports an engine

        parsed = parse(query)
        if parsed.empty and filters == EVERYTHING:
            return Answer()
        asked = IndexQuery(limit, order, filters, facets)
        within = SECONDS if seconds is None else seconds
        return self._now.ask(lambda stamp: self._answer(stamp, parsed, asked, within), Answer())

    def telling(self, article: Article, count: int = 100) -> dict[str, float]:
        """The forms of words that tell an article from the others of the index, and how heavy each is."""
        from reader.search import likeness  # late: it imports an engine

        def ask(stamp: Stamp) -> dict[str, float]:
            state = self._now.opened(stamp)
            return likeness.telling(article, state.articles, state.frequency, count)

        return self._now.ask(ask, {})

    def like(self, article: Article, limit: int = 20, filters: Filters = EVERYTHING) -> Answer:
        """The articles that have most of the words that tell this one, or a passage of one, from others; not itself."""
        weights = self.telling(article, _TELLING)
        if not weights:
            return Answer()
        others = replace(filters, without=filters.without | {article.id})

        def ask(stamp: Stamp) -> Answer:
            until = time.monotonic() + SECONDS
            state, words = self._now.opened(stamp), self._states.vocabulary(stamp)
            wanted = state.compiler(stamp.languages, words).any_of(weights)
            found = state.find(wanted, Query(), limit, "relevance", until, others)
            return Answer(found.hits, found.total, found.partial)

        return self._now.ask(ask, Answer())

    def suggest(self, prefix: str, limit: int = 8) -> list[str]:
        """Words of the articles that begin so, those of most articles first."""
        return self._now.ask(lambda stamp: self._states.vocabulary(stamp).beginning(prefix, limit), [])

    def near(self, word: str, limit: int = 32) -> list[str]:
        """Words of the articles that are spelt about so, the nearest first; the word itself is not among them."""
        return self._now.ask(lambda stamp: list(self._states.vocabulary(stamp).like(word, limit)), [])

    def spellings(self, query: str) -> Spellings:
        """For each word of a query that is spelt uncertainly the words that it stands for; for snippets and marks."""
        pieces = (piece for group in parse(query).required for piece in group if piece.kind is QueryKind.FUZZY)
        return tuple((piece.text, tuple(self.near(piece.text))) for piece in pieces)

    # Inside

    def _answer(self, stamp: Stamp, query: Query, asked: "IndexQuery", seconds: float) -> Answer:
        from reader.search import answers  # late: it imports an engine

        known = self._now.answers.get((query, asked))
        if known is not None:
            return known
        words = self._states.vocabulary(stamp)
        answer = answers.answer(self._now.opened(stamp), words, stamp.languages, query, asked, seconds)
        if not answer.partial:
            if len(self._now.answers) >= _ANSWERS:
                self._now.answers.clear()
            self._now.answers[query, asked] = answer
        return answer

    def _measured(self, stamp: Stamp) -> Stats:
        size = sum(size for size, _crc in stamp.files.values())
        return Stats(stamp.articles, self._states.vocabulary(stamp).size(), size, stamp.applied)

    def _next(
        self, stamp: Stamp | None, batch: Iterable[Entry], merge: bool = True, words: WordTotals | None = None
    ) -> Stamp:
        flow = batch if isinstance(batch, _Flow) else None
        with self._unwritable(flow):
            begun = stamp or self._states.begin(self.wanted)
            return self._states.next(begun, batch, merge, are_new=flow is not None, words=words)

    @contextmanager
    def _unwritable(self, flow: "_Flow | None" = None) -> Iterator[None]:
        """Whatever goes wrong is told as what it means, unless it is that the changes of a flow do not come."""
        try:
            yield
        except Exception as error:
            self._now.distrust()
            self._states.clean(self._now.stamp())  # what was begun takes the room that the next attempt needs
            if flow is not None and flow.error is error:
                raise
            raise SearchError(
                _("The search index cannot be written: {reason}.").format(
                    reason=getattr(error, "strerror", None) or error
                ),
                _remedy(error),
            ) from error

    @contextmanager
    def _writer(self) -> Iterator[bool]:
        with self._writing:
            try:
                self._home.make()  # a cleaner of caches may have been here
                with writer_lock(self._home.lock) as free:
                    yield free
            except OSError as error:
                raise SearchError(
                    _("The search index cannot be written: {reason}.").format(reason=error.strerror or error),
                    _remedy(error),
                ) from error


def _remedy(error: Exception) -> str:
    """What to do where the index cannot be written."""
    if isinstance(error, OSError) and error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return _("Check that the folder may be written.")
    return _("Check that there is room on the disk.")


def _batches(changes: Iterable[Entry]) -> Iterator[list[Entry]]:
    """The changes in parts that memory can hold; of one article in a part only the last."""
    batch: dict[str, Entry] = {}
    size = 0
    for change in changes:
        batch[change.id] = change
        size += len(change.article.text) if isinstance(change, Put) else 0
        if len(batch) >= _BATCH or size >= _CHARACTERS:
            yield list(batch.values())
            batch, size = {}, 0
    if batch:
        yield list(batch.values())


def _flowing(changes: Iterable[Entry], most: float, characters: float) -> Iterator[Iterable[Entry]]:
    """The changes as they are drawn, at most so many at a time, and of an article that comes again the later ones."""
    flow = _Flow(changes, most, characters)
    while not flow.is_empty:
        yield flow
    yield from _batches(flow.later)


class _Flow:
    """Changes as they are drawn, of each article the first; as many at a time as memory can hold."""

    def __init__(self, changes: Iterable[Entry], most: float, characters: float) -> None:
        self.later: list[Entry] = []
        self.error: Exception | None = None
        self._most, self._characters = most, characters
        self._drawn = self._draw(changes)
        self._first = next(self._drawn, None)

    @property
    def is_empty(self) -> bool:
        return self._first is None

    def __iter__(self) -> Iterator[Entry]:
        count = size = 0
        while self._first is not None and count < self._most and size < self._characters:
            change = self._first
            yield change
            count += 1
            size += len(change.article.text) if isinstance(change, Put) else 0
            self._first = next(self._drawn, None)

    def _draw(self, changes: Iterable[Entry]) -> Iterator[Entry]:
        met: set[str] = set()
        try:
            for change in changes:
                if change.id in met:
                    self.later.append(change)
                else:
                    met.add(change.id)
                    yield change
        except Exception as error:
            self.error = error
            raise
