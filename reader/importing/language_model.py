"""The model that tells languages by their letters: unpacked once, then mapped into memory by every process that asks.

It comes packed, and to unpack its 68 MB takes half a second of each process that reads a text in no plain language.
"""

import contextlib
import shutil
import sys
import tempfile
import threading
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from reader.paths import Paths, make_private

_FORMAT = 1
"""Counted up when it is kept in another way."""
_PARTS = ("chances", "priors", "codes", "moves", "rows", "features")
"""Files of arrays, none of which can hold anything that could be run."""
LOADING = threading.Lock()
"""Held by who loads the identifier, and by who hides it from another package that would."""
_NO_NEWS = frozenset(["vo", "sa", "an", "wa"])


@cache
def identifier() -> Any:
    """What classifies a text, as `py3langid` has it; None where that is not installed."""
    try:
        with LOADING:
            from py3langid import langid
    except ImportError:
        return None
    arrays = _kept() or _unpacked()
    chances, priors, codes, moves, rows, features = (arrays[name] for name in _PARTS)
    return langid.LanguageIdentifier(
        chances, priors, codes.tolist(), memoryview(moves), features.tolist(), norm_probs=True, tk_row=rows.tolist()
    )


def keep(folder: Path | None = None) -> None:
    """See that it lies unpacked in a folder, else in this person's cache where it lies nowhere; silent where it cannot.

    To be called before the files of others are read: who reads them may write none.
    """
    with contextlib.suppress(ImportError, OSError):
        places = [folder] if folder else _places()
        if not any((place / _name()).is_dir() for place in places):
            _write(_unpacked(), places[-1] / _name())


def own_place() -> Path:
    """Where setting up keeps it, beside the packages."""
    return Path(sys.prefix) / "share" / "parallax" / "language"


def _places() -> list[Path]:
    return [own_place(), Paths.default().language]


@cache
def _name() -> str:
    """What the folder of this very model is called."""
    packed = _packed().stat()
    return f"{_FORMAT}-{packed.st_size}-{packed.st_mtime_ns}"


def _packed() -> Path:
    """The file that the model comes in, found without loading anything; raises ImportError."""
    found = find_spec("py3langid")
    if found is None or not found.origin:
        raise ImportError
    return Path(found.origin).with_name("data") / "model.npz.xz"


def _kept() -> dict[str, Any] | None:
    import numpy as np

    for place in _places():
        folder = place / _name()
        if not folder.is_dir():
            continue
        with contextlib.suppress(OSError, ValueError):  # half of it was cleaned away
            return {name: np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False) for name in _PARTS}
    return None


def _unpacked() -> dict[str, Any]:
    """Its arrays, for languages of the news alone."""
    import lzma
    from io import BytesIO

    import numpy as np

    with np.load(BytesIO(lzma.decompress(_packed().read_bytes())), allow_pickle=False) as found:
        codes = found["classes"]
        # Without the tongues of Chinese and Arabic, and without languages that no news is written in.
        wanted = [at for at, code in enumerate(codes.tolist()) if len(code) == 2 and code not in _NO_NEWS]
        return {
            "chances": np.ascontiguousarray(found["ptc"][:, wanted]),
            "priors": found["pc"][wanted],
            "codes": codes[wanted],
            "moves": found["nextmove"],
            "rows": found["nextmove_row"],
            "features": found["out_feat"],
        }


def _write(arrays: dict[str, Any], folder: Path) -> None:
    """Put it in its place in one go, instead of what was kept of another model; others may be writing it too."""
    import numpy as np

    make_private(folder.parent)
    half = Path(tempfile.mkdtemp(dir=folder.parent))
    try:
        for name, array in arrays.items():
            np.save(half / f"{name}.npy", array, allow_pickle=False)
        for old in folder.parent.iterdir():
            if old not in (folder, half) and old.name[:1].isdigit():
                shutil.rmtree(old, ignore_errors=True)
        half.rename(folder)
    finally:
        shutil.rmtree(half, ignore_errors=True)


if __name__ == "__main__":
    keep(own_place())
