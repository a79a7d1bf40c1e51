"""The same invented story as in the panes."""

from tests.ui.compare.conftest import compare, look

__all__ = ["compare", "look"]
