"""Passages: what the articles share. Scored once; every cutoff only selects."""

from typing import TYPE_CHECKING

from reader import lazy_imports

if TYPE_CHECKING:
    from reader.compare.passages.selection import just_below, score, select
else:
    __getattr__ = lazy_imports.names(__name__, {"selection": "just_below score select"})

__all__ = ["just_below", "score", "select"]
