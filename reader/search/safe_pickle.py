"""What may be unpickled of an index: numbers, strings, and the one class in which Whoosh keeps a segment.

Whoosh keeps parts of an index as pickles, and to load a pickle is to run what it names. The stamp keeps files of others
from being opened; this keeps a pickle from doing anything even if one were.
"""

import io
import pickle
from collections import defaultdict
from types import ModuleType
from typing import Any, BinaryIO

_CODEC = "whoosh.codec.whoosh3"


def _encoded(text: str, encoding: str) -> bytes:
    """As which older protocols have bytes."""
    if encoding != "latin1":
        raise pickle.UnpicklingError
    return text.encode("latin1")


CLASSES: dict[tuple[str, str], Any] = {
    ("builtins", "set"): set,
    ("builtins", "int"): int,
    ("collections", "defaultdict"): defaultdict,
    ("_codecs", "encode"): _encoded,
}
"""All that pickles of an index name; `install` adds Whoosh's own."""
_WHOOSHS = ("W3Segment", "W3Codec")


class Unpickler(pickle.Unpickler):
    """Loads what is known and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """One of the known classes."""
        try:
            return CLASSES[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} has no place in an index") from None

    def persistent_load(self, _pid: Any) -> Any:
        """There is nothing of the kind."""
        raise pickle.UnpicklingError


def load(file: BinaryIO) -> Any:
    """What a file holds next."""
    return Unpickler(file).load()


class _Content(io.BytesIO):
    """Bytes that may be looked at ahead: else an unpickler asks for each number by itself, in six times as long."""

    def peek(self, _size: int) -> bytes:
        """All that is left."""
        return self.getvalue()[self.tell() :]


def loads(content: bytes) -> Any:
    """What pickled bytes hold; raises where they name a class that an index has not."""
    return Unpickler(_Content(content)).load()


class Pickle(ModuleType):
    """Stands in Whoosh's modules where `pickle` stood."""

    dumps = staticmethod(pickle.dumps)
    PicklingError = pickle.PicklingError
    loads = staticmethod(loads)
    load = staticmethod(load)


def install(structfile: Any, index: Any, codec: Any, *others: Any) -> None:
    """Have these modules of Whoosh unpickle by this, in every place where they do."""
    CLASSES.update({(_CODEC, name): getattr(codec, name) for name in _WHOOSHS})
    structfile.load_pickle = load
    index.pickle = Pickle("pickle")
    for module in (codec, *others):
        module.loads = loads
