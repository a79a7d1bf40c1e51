"""Moving through what was found: from passage to passage, from conflict to conflict, to any excerpt."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from reader import wording
from reader.compare import finding_ids
from reader.compare.comparison import CLASH, Comparison, Excerpt
from reader.compare.finding_ids import Finding
from reader.i18n import _
from reader.text.spans import Span
from reader.ui.compare import announcements, choice
from reader.ui.compare.article_view import ArticleView
from reader.ui.compare.explanation import in_reading_order
from reader.ui.compare.finding_actions import is_dismissed
from reader.ui.compare.highlights import Highlight, HighlightKind
from reader.ui.compare.pane_manager import PaneManager
from reader.ui.compare.pane_strip import PaneStrip
from reader.ui.compare.scroll_sync import ScrollSynchronizer
from reader.ui.state.comparison_state import ComparisonState


class FindingNavigator(QObject):
    """Sets where a person is; knows besides which row of the ledger was shown last."""

    said = Signal(str)
    """What a person has to know."""
    told = Signal(str)
    """What was gone to: the eye sees it in the panes and in the bar below them."""

    def __init__(
        self,
        state: ComparisonState,
        pane_manager: PaneManager,
        scroll_sync: ScrollSynchronizer,
        strip: PaneStrip,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._pane_manager = pane_manager
        self._scroll_sync = scroll_sync
        self._strip = strip
        self._row = -1
        pane_manager.marked.connect(self.go)
        state.comparisonChanged.connect(self._begin)

    def _begin(self) -> None:
        """Walk through another comparison."""
        self._row = -1

    @property
    def _comparison(self) -> Comparison:
        return self._state.comparison or Comparison(())

    def go(self, pane: ArticleView, mark: Highlight) -> None:
        """Do as a click on a mark asks."""
        if mark.kind is HighlightKind.PASSAGE:
            self.choose(mark.index, self._comparison.passages[mark.index].excerpts[mark.part])
        elif mark.kind is HighlightKind.FIGURE:
            self._show_row(mark.index, leading=pane.article.id)
        else:
            self._show_quotation(mark.index, pane.article.id, mark.part)

    # Passages

    def choose(self, index: int, leading: Excerpt | None = None) -> None:
        """Choose a passage: every pane that has it brings it to one height."""
        excerpts = self._comparison.passages[index].excerpts
        self._state.choose_passage(index, leading)
        self._meet([leading, *excerpts] if leading is not None else excerpts)
        here = leading.article if leading is not None else ""
        said = announcements.passage(self._comparison, index, self._state.numbers[index], here)
        self.told.emit(announcements.with_decision(said, self._state.current_decision))

    def step_passage(self, by: int) -> None:
        """Choose the passage after or before the chosen one in the active pane, round and round."""
        active = self._pane_manager.active
        own = [mark for mark in active.pane.found.passages if not mark.dismissed] if active is not None else []
        if not own:
            self.said.emit(_("No passages here"))
            return
        here = [i for i, mark in enumerate(own) if mark.index == self._state.chosen_passage]
        at = here[0] if here else (-1 if by > 0 else 0)
        mark = own[(at + by) % len(own)]
        self.choose(mark.index, self._comparison.passages[mark.index].excerpts[mark.part])

    # Conflicts

    def step_conflict(self, by: int) -> None:
        """Go to the next or the previous row of the ledger that clashes, the worst first, round and round.

        What is but worth a look claims nothing, and is passed over.
        """
        ledger = self._comparison.ledger
        kind = finding_ids.SubjectKind.FIGURES
        clashing = [i for i, row in enumerate(ledger) if row.verdict in CLASH]
        clashing = [i for i in clashing if not is_dismissed(self._state.decisions.get(Finding(kind, i)))]
        clashing.sort(key=lambda i: -ledger[i].verdict.severity)
        if not clashing:
            self.said.emit(_("No conflicts found"))
            return
        at = clashing.index(self._row) if self._row in clashing else (-1 if by > 0 else 0)
        active = self._pane_manager.active
        self._show_row(clashing[(at + by) % len(clashing)], active.pane.article.id if active is not None else "")

    def _show_row(self, index: int, leading: str) -> None:
        row = self._comparison.ledger[index]
        self._row = index
        self._state.set_current_finding(Finding(finding_ids.SubjectKind.FIGURES, index))
        ordered = sorted(range(len(row.mentions)), key=lambda i: row.mentions[i].excerpt.article != leading)
        self._meet([row.mentions[i].excerpt for i in ordered])
        worst = wording.worst(row)
        self.told.emit(announcements.figure(self._comparison, index, worst.left if worst is not None else ordered[0]))

    def go_to(self, finding: Finding, leading: str = "") -> None:
        """Choose a finding: every pane that has it brings it level and marks it; `leading`: which article leads."""
        active = self._pane_manager.active
        here = leading or (active.article.id if active is not None else "")
        if finding.kind is finding_ids.SubjectKind.PASSAGE:
            excerpts = self._comparison.passages[finding.index].excerpts
            self.choose(finding.index, next((one for one in excerpts if one.article == here), None))
        elif finding.kind is finding_ids.SubjectKind.FIGURES:
            self._show_row(finding.index, here)
        else:
            self._show_quotation(finding.index, here)

    def go_to_row(self, row: int, leading: str = "") -> None:
        """Choose a row of the ledger, with the figure of an article to lead."""
        active = self._pane_manager.active
        self._show_row(row, leading or (active.article.id if active is not None else ""))

    def go_to_next(self, finding: Finding) -> None:
        """Go on to the next finding of its kind that nothing was decided on; of figures, to one that clashes."""
        comparison = self._comparison
        every = list(in_reading_order(comparison, finding))
        active = self._pane_manager.active
        if (
            finding.kind is finding_ids.SubjectKind.PASSAGE and active is not None
        ):  # as they come in the text that is being read
            here = list(dict.fromkeys(mark.finding for mark in active.pane.found.passages))
            every = here if finding in here else every
        at = every.index(finding)
        rest = [one for one in (*every[at + 1 :], *every[:at]) if one not in self._state.decisions]
        if finding.kind is finding_ids.SubjectKind.FIGURES and comparison.ledger[finding.index].verdict in CLASH:
            rest = [one for one in rest if comparison.ledger[one.index].verdict in CLASH]
        if rest:
            self.go_to(rest[0])
        else:
            self.said.emit(_("That was the last one: nothing like it is left undecided"))

    def _show_quotation(self, index: int, leading: str, part: int | None = None) -> None:
        quotation, finding = self._comparison.quotations[index], Finding(finding_ids.SubjectKind.QUOTATION, index)
        given = [credit.excerpt for credit in quotation.credits]
        if part is None:
            part = next((n for n, one in enumerate(given) if one.article == leading), 0)
        self._state.set_current_finding(finding)
        self._meet([given[part], *given, *quotation.told])
        self.told.emit(announcements.quotation(self._comparison, index, part))

    def show_current(self) -> None:
        """Bring what is chosen level again in every pane that has it."""
        comparison, finding, active = self._state.comparison, self._state.current_finding, self._pane_manager.active
        if comparison is not None and finding is not None:
            here = active.article.id if active is not None else ""
            found = (*choice.excerpts_of(comparison, finding), *choice.told_of(comparison, finding))
            self._meet(sorted(found, key=lambda excerpt: excerpt.article != here))

    # Jumps

    def jump(self, excerpts: Iterable[Excerpt], flash: bool = True) -> None:
        """Bring excerpts into sight, at most one in a pane; the first leads. Flashing shows where."""
        met = self._meet(excerpts)
        if flash:
            for pane, span in met.items():
                pane.flash.at(span)

    def jump_in_chosen(self, leading: Excerpt) -> None:
        """Go to one excerpt of the chosen passage, the other articles beside it."""
        chosen = self._state.chosen_passage
        if chosen is not None:
            self.jump([leading, *self._comparison.passages[chosen].excerpts])

    def _meet(self, excerpts: Iterable[Excerpt]) -> dict[ArticleView, Span]:
        spans: dict[ArticleView, Span] = {}
        for excerpt in excerpts:
            column = self._pane_manager.of(excerpt.article)
            if column is not None:
                spans.setdefault(column.pane, excerpt.span)
        if not spans:
            self.said.emit(_("That article is not among the open ones"))
            return spans
        leading = next(iter(spans))
        leading.place_cursor(spans[leading])
        self._scroll_sync.meet(spans, leading)
        column = self._pane_manager.of(leading.article.id)
        if column is not None:
            self._strip.reveal(column)
        return spans
