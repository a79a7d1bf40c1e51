"""The present state of an index as a process sees it: checked, opened when first asked, given up when it fails."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from reader.errors import SearchError
from reader.i18n import _
from reader.search.stamp import Stamp
from reader.search.state import States, engine_of

if TYPE_CHECKING:
    from reader.search.answers import IndexQuery
    from reader.search.engines import IndexReader
    from reader.search.facts import FactsCache
    from reader.search.query import Query
    from reader.search.values import Answer

T = TypeVar("T")


class Present:
    """Follows the stamp on the disk, which another process may have replaced. One thread at a time asks."""

    def __init__(self, states: States) -> None:
        """Nothing is looked at yet."""
        self._states = states
        self._lock = threading.RLock()
        self._token: object = None
        self._stamp: Stamp | None = None
        self._opened: IndexReader | None = None
        self._remembered: FactsCache | None = None
        self._checker: Checker | None = None
        self.answers: dict[tuple[Query, IndexQuery], Answer] = {}
        self.told = 0  # the number of the last change that somebody was told is in the index

    def close(self) -> None:
        """Let go of the files; to ask again opens them again."""
        with self._lock:
            self._shut()
            checker, self._checker = self._checker, None
        if checker is not None:
            checker.end()

    def stamp(self) -> Stamp | None:
        """What is there now; None where there is nothing, or nothing that is whole."""
        with self._lock:
            token = self._states.token()
            if token != self._token or self._stamp is None:
                self._shut()
                self._stamp = self._states.present()
                self._token = token
                self._check()
            return self._stamp

    def adopt(self, stamp: Stamp) -> None:
        """Make another state the present one."""
        with self._lock:
            self._shut()
            self._states.adopt(stamp)
            self.told = stamp.applied
            self._states.clean(stamp)

    def discard(self) -> None:
        """Give the present state up."""
        with self._lock:
            self._shut()
            self._states.discard()
            self.told = 0

    def distrust(self) -> None:
        """Look at every byte again before anything is opened."""
        with self._lock:
            self._shut()
            self._states.distrust()

    def ask(self, ask: Callable[[Stamp], T], nothing: T) -> T:
        """What `ask` makes of the present state; `nothing` where there is none."""
        with self._lock:
            for last in (False, True):
                stamp = self.stamp()
                if stamp is None:
                    break
                try:
                    return ask(stamp)
                except Exception as error:
                    # An engine raises anything at all on files that are not as they were: look at every byte again.
                    self.distrust()
                    if last:
                        raise SearchError(_("The search index cannot answer."), _("Rebuild it.")) from error
        return nothing

    def opened(self, stamp: Stamp) -> "IndexReader":
        """The state of this stamp; only within what `ask` is given."""
        from reader.search.facts import FactsCache

        if self._opened is None:
            if self._remembered is None:
                self._remembered = FactsCache()
            self._opened = engine_of(stamp.engine).opened(self._states.folder(stamp), stamp, self._remembered)
        return self._opened

    def _check(self) -> None:
        """Compare what is large with its checksums meanwhile; damage shows as if a search had stumbled over it."""
        stamp = self._stamp
        busy = self._checker is not None and self._checker.is_alive()
        if stamp is not None and not busy and self._states.unchecked(stamp):
            self._checker = Checker(lambda ended: self._states.check(stamp, ended), self.distrust)
            self._checker.start()

    def _shut(self) -> None:
        if self._opened is not None:
            self._opened.close()
        self._opened = self._stamp = self._token = None
        self.answers.clear()


class Checker(threading.Thread):
    """Looks at every byte in the background; says so where any is not as it was."""

    def __init__(self, whole: Callable[[Callable[[], bool]], bool], damaged: Callable[[], None]) -> None:
        """`whole` does it, unless what it is given says to stop; `damaged` is called where it found damage."""
        super().__init__(name="index checker", daemon=True)
        self._whole, self._damaged = whole, damaged
        self._ended = threading.Event()

    def run(self) -> None:
        """Do what was given as `whole`, and say where it finds damage."""
        if not self._whole(self._ended.is_set) and not self._ended.is_set():
            self._damaged()

    def end(self) -> None:
        """Stop at the next file; nothing is open afterwards."""
        self._ended.set()
        self.join()
