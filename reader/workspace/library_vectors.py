"""Keeping the vectors of the library's articles in step with them: a helper process encodes, this one feeds it."""

import threading
from collections.abc import Iterator

from reader.i18n import _
from reader.library import Change, Library
from reader.paths import Paths
from reader.progress import Progress, silent
from reader.vectors.cache import Cache
from reader.vectors.helper import EncodingHelper, EncodingLost
from reader.vectors.lazy_encoder import missing
from reader.vectors.texts import LANGUAGES

_BATCH = 100
"""Changes read from the library at a time."""


class LibraryVectors:
    """One library's vectors. Every method may be called from any thread."""

    def __init__(self, paths: Paths, library: Library) -> None:
        """Nothing is opened or started before it is needed."""
        self.cache = Cache(paths.vectors)
        self._library = library
        self._helper = EncodingHelper(paths.vectors)
        self._writing = threading.Lock()

    def close(self) -> None:
        """End the helper process; what it has not encoded is encoded the next time."""
        self._helper.close()

    def catch_up(self, progress: Progress = silent) -> None:
        """Encode what came into the library, or changed there; what cannot be is encoded when it is compared."""
        if missing() or not self._writing.acquire(blocking=False):
            return
        try:
            total = self._library.outbox.count_after(self.cache.known(self._library.id))
            for done, change in enumerate(self._changes()):
                progress(done, max(total, done + 1), _("Reading for meaning"))
                self._read(change)
        except EncodingLost:
            pass  # the next one begins where this one ended
        finally:
            self._helper.close()
            self._writing.release()

    def _changes(self) -> Iterator[Change]:
        """The changes that were not read yet, oldest first, each known once the next is asked for."""
        known = self.cache.known(self._library.id)
        while changes := self._library.outbox.after(known, _BATCH):
            yield from changes
            known = changes[-1].seq
            self.cache.know(self._library.id, known)

    def _read(self, change: Change) -> None:
        from reader.compare.witness import Witness

        articles = list(self._library.texts([change.article_id])) if change.kind != "remove" else []
        if not articles:
            self.cache.drop(change.article_id)
        for article in articles:
            sentences = [s.of(article.text) for s in Witness.of(article).statements]
            if article.language[:2] in LANGUAGES and sentences:
                self._helper.encode(article.id, article.language, sentences)
