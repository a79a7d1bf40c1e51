"""The corner of the status bar that shows what is being worked on, how far it is, and a button that ends it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from reader.i18n import _
from reader.ui.services.task_runner import Task, TaskRunner
from reader.ui.widgets.plain_text import PlainLabel

PATIENCE = 250
"""Milliseconds before work shows itself: what is done sooner would only flicker."""


class ProgressArea(QWidget):
    """Shows the oldest job that has a title."""

    def __init__(self, jobs: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.words = PlainLabel(self)
        self.words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(160, 8)
        self.bar.setAccessibleName(_("Progress"))
        self.cancel = QPushButton(_("Cancel"), self)
        self.cancel.setObjectName("small")
        self.cancel.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 2)
        for widget in (self.words, self.bar, self.cancel):
            row.addWidget(widget)
        self._shown: Task | None = None
        self._patience = QTimer(self, interval=PATIENCE, singleShot=True)
        self._patience.timeout.connect(self._show)
        jobs.changed.connect(self._refresh)
        self.hide()

    def _refresh(self) -> None:
        titled = [job for job in self._jobs.running if job.title]
        self._shown = titled[0] if titled else None
        if self._shown is None:
            self._patience.stop()
            self.hide()
        elif self.isVisible():
            self._show()
        elif not self._patience.isActive():
            self._patience.start()

    def _show(self) -> None:
        job = self._shown
        if job is None:
            return
        words = f"{job.title}: {job.what}" if job.what else f"{job.title}…"
        self.words.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, 320))
        self.bar.setRange(0, job.total)
        self.bar.setValue(job.at)
        self.show()

    def _cancel(self) -> None:
        if self._shown is not None:
            self._jobs.cancel(self._shown.key)
