"""A box to choose from whose name reaches a screen reader on every system."""

from PySide6.QtWidgets import QComboBox, QWidget


class ComboBox(QComboBox):
    """A box that no label stands beside.

    On Linux, Qt tells what is chosen in the place of the name: there the name is told as the description.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)
