"""What the library's list says of an article, to the eye and to a screen reader."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from reader.i18n import _
from reader.ui.models.words import detail
from reader.ui.widgets.plain_text import tip

if TYPE_CHECKING:
    from reader.library import Row


def row_accessible_text(row_accessible_text: "Row", role: int, detail_role: int, gone: bool) -> Any:
    """The words of a row for a role; None for roles without."""
    name = row_accessible_text.headline or _("Without a headline")
    if role == Qt.ItemDataRole.DisplayRole:
        return name
    if role == detail_role:
        return detail(row_accessible_text, gone)
    if role == Qt.ItemDataRole.ToolTipRole:
        lines = (
            name,
            row_accessible_text.byline,
            detail(row_accessible_text),
            row_accessible_text.path,
            _("The file is gone; its text is still here.") if gone else "",
        )
        return tip("\n".join(line for line in lines if line))
    if role == Qt.ItemDataRole.AccessibleTextRole:
        marks = ("" if row_accessible_text.seen else _("unread"), _("starred") if row_accessible_text.starred else "")
        return ", ".join(part for part in (name, *marks, detail(row_accessible_text, gone)) if part)
    return None


def waiting(role: int, loading_role: int) -> Any:
    """What is said of an article that has not been read yet."""
    if role == loading_role:
        return True
    return _("Loading…") if role == Qt.ItemDataRole.AccessibleTextRole else None
