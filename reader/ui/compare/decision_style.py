"""What a reader decided on findings: the words for it, its sign, and where on the findings it stands."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon

from reader import wording
from reader.compare.subjects import Finding
from reader.i18n import _
from reader.ui.compare import icons

if TYPE_CHECKING:  # comes with the library, which is loaded off the window's thread
    from reader.library import Decision

CONFIRMED, DISMISSED, NOTED = "confirmed", "dismissed", "noted"
"""The kinds of decision, as the library keeps them."""

Decisions = Mapping[Finding, "Decision"]


def words(decision: "Decision | None") -> str:
    """The decision with its reason and note; the empty string where nothing was decided."""
    if decision is None:
        return ""
    said = {CONFIRMED: _("confirmed"), DISMISSED: _("dismissed"), NOTED: _("noted")}[decision.kind]
    parts = (decision.reason, decision.note, wording.changed(decision.came, decision.left))
    more = "; ".join(" ".join(part.split()) for part in parts if part.strip())
    return f"{said}: {more}" if more else said


def icon(decision: "Decision | None") -> QIcon | None:
    """A tick in a ring, a crossed ring or a pen."""
    return sign(decision.kind.value) if decision is not None else None


def sign(kind: str) -> QIcon:
    """The sign of a kind of decision."""
    return {CONFIRMED: icons.confirmed, DISMISSED: icons.dismissed, NOTED: icons.pen}[kind]()


def dismissed(decision: "Decision | None") -> bool:
    """Whether a finding is no longer to count."""
    return decision is not None and decision.kind == DISMISSED
