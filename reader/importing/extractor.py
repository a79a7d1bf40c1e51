"""Trafilatura, which finds the article in a page, without what it would load for questions that nobody asks it."""

import sys
from functools import cache
from types import ModuleType

from reader.importing import language_model


@cache
def extractor() -> ModuleType:
    """The package, loaded.

    It would load the identifier of languages, and NumPy with it, for callers who want pages of one language only: a
    third of all that it takes to begin with. We ask for all pages, and look at languages ourselves.
    """
    unasked = "py3langid"
    with language_model.LOADING:
        hidden = unasked not in sys.modules
        if hidden:
            sys.modules[unasked] = None  # type: ignore[assignment] # for which Python says that it is not installed
        try:
            import trafilatura
        finally:
            if hidden:
                del sys.modules[unasked]
    return trafilatura
