"""The articles a person ticked, in the order of ticking: one set for the library and the search results."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class CheckedArticles(QObject):
    """Which articles will be compared."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: dict[str, None] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, article_id: object) -> bool:
        return article_id in self._ids

    @property
    def ids(self) -> tuple[str, ...]:
        """The ticked articles, first ticked first."""
        return tuple(self._ids)

    def set(self, ids: Iterable[str], ticked: bool) -> None:
        """Tick these, or take their ticks away."""
        before = self.ids
        for article_id in ids:
            if ticked:
                self._ids.setdefault(article_id)
            else:
                self._ids.pop(article_id, None)
        self._tell(before)

    def toggle(self, article_id: str) -> None:
        """Tick what was not, and the other way round."""
        self.set([article_id], article_id not in self)

    def replace(self, ids: Iterable[str]) -> None:
        """Tick these and no others."""
        before, self._ids = self.ids, dict.fromkeys(ids)
        self._tell(before)

    def _tell(self, before: tuple[str, ...]) -> None:
        if self.ids != before:
            self.changed.emit()
