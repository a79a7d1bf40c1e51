"""What can be typed into the search field, each with an example."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from reader.i18n import N_, _
from reader.ui.widgets.plain_text import Label

LINES = (
    (N_("ferry harbour"), N_("both words, in any form, in any order")),
    (N_('"ran aground"'), N_("these words one after the other")),
    (N_('"ferry sandbank"~5'), N_("within five words of one another")),
    (N_("ferry OR boat"), N_("either word")),
    (N_("ferry -storm"), N_("without this word; NOT storm does the same")),
    (N_("harb*"), N_("words that begin so")),
    (N_("Kovalenko~"), N_("words spelt about so")),
    (N_("title:inquiry"), N_("in the headline; author: in the byline")),
    (N_('outlet:"Evening Post"'), N_("of this outlet; lang:fr for a language")),
    (N_('story:"Port Lowen"'), N_("in a story whose name has these words; tag: for a tag")),
    (N_("date:2031-05"), N_("in May 2031; also a year or a day")),
    (N_("date:2031-05-03..2031-05-09"), N_("from one day to another")),
    (N_("after:2031-05 before:2032"), N_("from May 2031 on, before 2032")),
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
            example, what = Label(_(typed)), Label(_(meaning))
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
