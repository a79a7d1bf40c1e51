"""What is chosen, shown everywhere at once: its marks in the panes, the joins between them, and who lacks it."""

from PySide6.QtCore import QObject, Signal

from reader.compare import finding_ids
from reader.compare.comparison import Comparison, Credit, Excerpt, Verdict
from reader.compare.finding_ids import Finding
from reader.compare.passages.differences import differing_parts
from reader.i18n import _
from reader.text.spans import Span
from reader.ui.compare.highlights import NOTHING, Choice
from reader.ui.compare.pane_column import PaneColumn
from reader.ui.compare.pane_manager import PaneManager
from reader.ui.compare.pane_strip import PaneStrip
from reader.ui.state.comparison_state import ComparisonState


def excerpts_of(comparison: Comparison, finding: Finding) -> tuple[Excerpt, ...]:
    """Where a finding stands, in the order in which the comparison has it."""
    match finding.kind:
        case finding_ids.SubjectKind.FIGURES:
            return tuple(mention.excerpt for mention in comparison.ledger[finding.index].mentions)
        case finding_ids.SubjectKind.PASSAGE:
            return comparison.passages[finding.index].excerpts
        case finding_ids.SubjectKind.QUOTATION:
            return tuple(credit.excerpt for credit in comparison.quotations[finding.index].credits)


def told_of(comparison: Comparison, finding: Finding) -> tuple[Excerpt, ...]:
    """Where a quotation is told in an article's own words; nothing of other findings."""
    return comparison.quotations[finding.index].told if finding.kind is finding_ids.SubjectKind.QUOTATION else ()


def holders(comparison: Comparison, finding: Finding) -> frozenset[str]:
    """The ids of the articles that have a finding, if only in other words."""
    found = (*excerpts_of(comparison, finding), *told_of(comparison, finding))
    return frozenset(excerpt.article for excerpt in found)


def absence(comparison: Comparison, finding: Finding, article: str) -> str:
    """What the head of an article says where it lacks the finding; "" where it has it."""
    if any(excerpt.article == article for excerpt in excerpts_of(comparison, finding)):
        return ""
    told = any(excerpt.article == article for excerpt in told_of(comparison, finding))
    return _("told, not quoted") if told else _("not found here")


def choice_in(comparison: Comparison, finding: Finding, article: str, base: str) -> Choice:
    """What of a finding is marked in one article; words of a quotation are held against those of the base."""
    told = tuple(one.span for one in told_of(comparison, finding) if one.article == article)
    if finding.kind is finding_ids.SubjectKind.FIGURES:
        return Choice(finding, verdict=comparison.ledger[finding.index].verdict)
    if finding.kind is finding_ids.SubjectKind.PASSAGE:
        return Choice(finding)
    return Choice(finding, _differing(comparison, finding.index, article, base), told)


def _differing(comparison: Comparison, index: int, article: str, base: str) -> tuple[Span, ...]:
    given = comparison.quotations[index].credits
    leading = next((credit for credit in given if credit.excerpt.article == base), given[0])
    against, own = _parts(given, leading.excerpt.article), _parts(given, article)
    first, other = comparison.article(leading.excerpt.article), comparison.article(article)
    if not own or first.id == other.id or (first.language[:2] != other.language[:2]):
        return ()  # the words of another language differ all, which says nothing
    return differing_parts(other.text, own, first.text, against, other.language)


def _parts(given: tuple[Credit, ...], article: str) -> list[Span]:
    return [span for credit in given if credit.excerpt.article == article for span in credit.spans]


class ChoicePresenter(QObject):
    """Follows the state; every pane, those made later too, shows what is chosen."""

    said = Signal(str)
    folded = Signal()
    """Columns were folded or came back: what is chosen is to stand level again."""

    def __init__(self, state: ComparisonState, pane_manager: PaneManager, strip: PaneStrip, parent: QObject) -> None:
        super().__init__(parent)
        self._state, self._pane_manager, self._strip = state, pane_manager, strip
        state.currentFindingChanged.connect(self.show)
        state.baseChanged.connect(self.show)
        pane_manager.made.connect(self._dress)
        pane_manager.arranged.connect(self.show)
        pane_manager.unfoldWanted.connect(self._unfold)

    def toggle_only(self) -> None:
        """Fold the articles that lack what is chosen, or bring them back."""
        if self._finding is None and not self._state.only_current:
            self.said.emit(_("Choose a figure, a quotation or a passage first"))
            self._state.show_only_current(False)  # a button that was pressed has ticked itself
            return
        self._state.show_only_current(not self._state.only_current)
        self._fold()
        if self._state.only_current and not any(column.folded for column in self._pane_manager.shown):
            self.said.emit(_("Every account has it"))
        self.folded.emit()

    def _unfold(self) -> None:
        if self._state.only_current:
            self.toggle_only()
        else:
            self._strip.show_only(None)

    @property
    def _finding(self) -> Finding | None:
        return self._state.current_finding if self._state.comparison is not None else None

    def show(self) -> None:
        """Show it in every pane that is made."""
        for column in self._pane_manager.everyone:
            if column.is_made:
                self._dress(column)
        self._fold()

    def _dress(self, column: PaneColumn) -> None:
        comparison, finding = self._state.comparison, self._finding
        if comparison is None or finding is None:
            choice, tag = NOTHING, ""
        else:
            article = column.article.id
            choice = choice_in(comparison, finding, article, self._state.base)
            tag = absence(comparison, finding, article) if len(comparison.articles) > 1 else ""
        column.pane.show_choice(choice)
        column.header.set_tag(tag)
        passage = finding.index if finding is not None and finding.kind is finding_ids.SubjectKind.PASSAGE else None
        column.minimap.choose(passage)
        column.channel.choose(passage)
        column.channel.join_figures(*self._row(comparison, finding))

    @staticmethod
    def _row(comparison: Comparison | None, finding: Finding | None) -> tuple[int | None, Verdict | None]:
        if comparison is None or finding is None or finding.kind is not finding_ids.SubjectKind.FIGURES:
            return None, None
        return finding.index, comparison.ledger[finding.index].verdict

    def _fold(self) -> None:
        """With none chosen any more, everybody is back."""
        comparison, finding = self._state.comparison, self._finding
        if not self._state.only_current:
            if any(column.folded for column in self._pane_manager.shown):
                self._strip.show_only(None)
            return
        if comparison is None or finding is None:
            self._strip.show_only(None)
            self._state.show_only_current(False)
            return
        there = holders(comparison, finding)
        wanted = [column for column in self._pane_manager.shown if column.article.id in there]
        folded = [column for column in self._pane_manager.shown if column.folded]
        if len(wanted) + len(folded) != len(self._pane_manager.shown) or any(column in folded for column in wanted):
            self._strip.show_only(wanted or None)
