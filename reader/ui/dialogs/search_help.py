"""What can be typed into the search field, each with an example."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from reader.i18n import _
from reader.ui.plain import Label

LINES = (
    (_("ferry harbour"), _("both words, in any form, in any order")),
    (_('"ran aground"'), _("these words one after the other")),
    (_('"ferry sandbank"~5'), _("within five words of one another")),
    (_("ferry OR boat"), _("either word")),
    (_("ferry -storm"), _("without this word; NOT storm does the same")),
    (_("harb*"), _("words that begin so")),
    (_("Kovalenko~"), _("words spelt about so")),
    (_("title:inquiry"), _("in the headline; author: in the byline")),
    (_('outlet:"Evening Post"'), _("of this outlet; lang:fr for a language")),
    (_('story:"Port Lowen"'), _("in a story whose name has these words; tag: for a tag")),
    (_("date:2031-05"), _("in May 2031; also a year or a day")),
    (_("date:2031-05-03..2031-05-09"), _("from one day to another")),
    (_("after:2031-05 before:2032"), _("from May 2031 on, before 2032")),
)


class SearchHelp(QDialog):
    """A line for each way of asking."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("How to search"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for at, (typed, meaning) in enumerate(LINES):
            example, what = Label(typed), Label(meaning)
            example.setObjectName("keys")
            example.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            example.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            grid.addWidget(example, at, 0)
            grid.addWidget(what, at, 1)
        more = Label(
            _(
                "Capitals and accents make no difference. Outlet, Date, Story and Language under the field narrow what "
                "was found; they count together with what is typed. F3 goes to the next hit in the panes."
            )
        )
        more.setObjectName("quiet")
        more.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 12)
        column.setSpacing(12)
        column.addLayout(grid)
        column.addWidget(more)
        column.addWidget(buttons)
