"""The one place that imports Whoosh; imported late, because that takes 50 ms that the first frame cannot spare.

Whoosh 2.7.4 is the last release. Newer Pythons warn of invalid escapes in its source when they first compile it; people
can do nothing about that, so those warnings, and only those, and only while it is imported, are kept from them.
"""

import sys
import urllib
import warnings
from importlib import import_module
from types import ModuleType
from typing import Any

from reader.search import safe_pickle

# The forms of English words, for a kind of query that we do not make: to load their rules takes a tenth of the time.
_forms = ModuleType("whoosh.lang.morph_en")
vars(_forms)["variations"] = lambda word: {word}
sys.modules.setdefault(_forms.__name__, _forms)

# Whoosh names one function of this module, which it never calls; the module brings all that speaks HTTP, MIME and TLS
# along, which takes a third of the time. Whoever else asks for it meanwhile is given the real one.
_REQUEST = "urllib.request"


class _Request(ModuleType):
    urlretrieve = None

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # of which the import itself asks
            raise AttributeError(name)
        _take_back(self)
        return getattr(import_module(_REQUEST), name)


def _take_back(stand_in: ModuleType) -> None:
    if sys.modules.get(_REQUEST) is stand_in:
        del sys.modules[_REQUEST]


_request = _Request(_REQUEST)
sys.modules.setdefault(_REQUEST, _request)
vars(urllib).setdefault("request", _request)

with warnings.catch_warnings():
    for kind in (SyntaxWarning, DeprecationWarning):
        warnings.filterwarnings("ignore", message=r"invalid escape sequence|\"is.*\" with .*literal", category=kind)
    from whoosh import (
        __version__,
        columns,
        fields,
        formats,
        index,
        matching,
        query,
        reading,
        scoring,
        searching,
        writing,
    )
    from whoosh.codec import whoosh3
    from whoosh.filedb import filestore, filetables, structfile
    from whoosh.lang import stopwords
    from whoosh.util.numeric import byte_to_length, length_to_byte

_take_back(_request)
if vars(urllib).get("request") is _request:
    del vars(urllib)["request"]

safe_pickle.install(structfile, index, whoosh3, columns, formats)

VERSION = ".".join(str(part) for part in __version__)

__all__ = [
    "VERSION",
    "byte_to_length",
    "columns",
    "fields",
    "filestore",
    "filetables",
    "formats",
    "index",
    "length_to_byte",
    "matching",
    "query",
    "reading",
    "scoring",
    "searching",
    "stopwords",
    "whoosh3",
    "writing",
]
