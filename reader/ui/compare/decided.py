"""What a reader decided on the rows of the ledger: the words for it, and its sign."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon

from reader.i18n import _
from reader.ui.compare import icons

if TYPE_CHECKING:  # comes with the library, which is loaded off the window's thread
    from reader.library import Decision

CONFIRMED, DISMISSED, NOTED = "confirmed", "dismissed", "noted"
"""The kinds of decision, as the library keeps them."""


def words(decision: "Decision | None") -> str:
    """The decision with its reason and note; the empty string where nothing was decided."""
    if decision is None:
        return ""
    said = {CONFIRMED: _("confirmed"), DISMISSED: _("dismissed"), NOTED: _("noted")}[decision.kind]
    more = "; ".join(" ".join(part.split()) for part in (decision.reason, decision.note) if part.strip())
    return f"{said}: {more}" if more else said


def icon(decision: "Decision | None") -> QIcon | None:
    """A tick in a ring, a crossed ring or a pen."""
    if decision is None:
        return None
    return {CONFIRMED: icons.confirmed, DISMISSED: icons.dismissed, NOTED: icons.pen}[decision.kind]()


def dismissed(decision: "Decision | None") -> bool:
    """Whether a row is no longer to count among the conflicts."""
    return decision is not None and decision.kind == DISMISSED
