"""The comparison that lies open: what was found, what the reader decided on it, and where in it a person is."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # the core is loaded with the first comparison: the window is up before it
    from reader.compare.comparison import Comparison, Excerpt
    from reader.compare.finding_ids import Finding
    from reader.library import Decision


class ComparisonState(QObject):
    """The one place that knows; views read it and follow its signals.

    A table that is filled in a later turn shows for a moment the comparison before: its model holds the rows that it
    shows, and what is done on those is done on the comparison that they are of.
    """

    comparisonChanged = Signal(bool)
    """Another comparison lies open, or none; whether its articles are others than before. Nothing is decided yet."""
    decisionsChanged = Signal(bool)
    """Decisions were looked up; whether they are others than those known before."""
    currentFindingChanged = Signal()
    passageChosen = Signal()
    """A passage was chosen, perhaps the same again with another excerpt leading; or none is any more."""
    baseChanged = Signal()
    onlyCurrentShown = Signal()
    """Somebody asked to see only what has the current finding, or everybody again, whether or not it could be done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._numbers: Mapping[int, int] = {}
        self._story = ""
        self._only = False
        self._forget()

    def _forget(self) -> None:
        """Be nowhere, with nothing decided."""
        self._decisions: Mapping[Finding, Decision] = {}
        self._current: Finding | None = None
        self._passage: int | None = None
        self._leading: Excerpt | None = None
        self._base = ""

    # What lies open

    @property
    def comparison(self) -> "Comparison | None":
        """What was found; None while nothing lies open. A single article lies open as a comparison of one."""
        return self._comparison

    @property
    def ids(self) -> tuple[str, ...]:
        """The articles that lie open."""
        return tuple(a.id for a in self._comparison.articles) if self._comparison is not None else ()

    @property
    def numbers(self) -> Mapping[int, int]:
        """The number that a reader sees on each passage, by its index."""
        return self._numbers

    @property
    def title(self) -> str:
        """What lies open goes by: the name of its story, or else the first headline or name."""
        if self._comparison is None:
            return ""
        first = self._comparison.articles[0]
        return self._story or " ".join(first.headline.split()) or first.name

    @property
    def story(self) -> str:
        """The name of the story that all of it belongs to; the empty string where there is none."""
        return self._story

    def open(self, comparison: "Comparison", story: str = "") -> bool:
        """Let another comparison lie open, of this story, and say whether its articles are others than those before.

        Among the same articles, the passage that was chosen stays so if it is there, and the base stays the base.
        """
        before, chosen = self._comparison, self._excerpts
        fresh = before is None or set(before.articles) != set(comparison.articles)
        base, leading = ("", None) if fresh else (self._base, self._leading)
        self._forget()
        self._comparison, self._numbers, self._story = comparison, passage_numbers(comparison), story
        if not fresh:
            self._base = base
            self._passage = next((i for i, p in enumerate(comparison.passages) if p.excerpts == chosen), None)
        if self._passage is not None:
            self._leading, self._current = leading, _passage(self._passage)
        self.comparisonChanged.emit(fresh)
        self.currentFindingChanged.emit()
        return fresh

    def close(self) -> None:
        """Nothing lies open any more."""
        if self._comparison is not None:
            self._comparison, self._numbers, self._story = None, {}, ""
            self._forget()
            self.comparisonChanged.emit(True)
            self.currentFindingChanged.emit()

    # What was decided

    @property
    def decisions(self) -> "Mapping[Finding, Decision]":
        """What the reader decided on findings."""
        return self._decisions

    def set_decisions(self, comparison: "Comparison", decisions: "Mapping[Finding, Decision]") -> None:
        """Take in what was looked up for a comparison; nothing happens where another lies open by now."""
        if comparison is self._comparison:
            changed, self._decisions = decisions != self._decisions, decisions
            self.decisionsChanged.emit(changed)

    # Where a person is

    @property
    def current_finding(self) -> "Finding | None":
        """What a person went to last: what is decided in the panes is decided on it."""
        return self._current

    @property
    def current_decision(self) -> "Decision | None":
        """What was decided on it."""
        return self._decisions.get(self._current) if self._current is not None else None

    def set_current_finding(self, finding: "Finding | None") -> None:
        """Be at a finding, without a step in the panes."""
        self._current = finding
        self.currentFindingChanged.emit()

    @property
    def chosen_passage(self) -> int | None:
        """The index of the passage that is shown in the wording of every article."""
        return self._passage

    @property
    def leading_excerpt(self) -> "Excerpt | None":
        """The wording in which a person chose it; None where it was chosen from outside the panes."""
        return self._leading

    def choose_passage(self, index: int | None, leading: "Excerpt | None" = None) -> None:
        """Choose a passage and be at it; None chooses nothing and is nowhere."""
        self._passage, self._leading = index, leading
        self._current = _passage(index) if index is not None else None
        self.passageChosen.emit()
        self.currentFindingChanged.emit()

    @property
    def _excerpts(self) -> "tuple[Excerpt, ...] | None":
        """The wordings of the chosen passage."""
        if self._comparison is None or self._passage is None:
            return None
        return self._comparison.passages[self._passage].excerpts

    @property
    def only_current(self) -> bool:
        """Whether the articles that lack the current finding are folded to their heads."""
        return self._only

    def show_only_current(self, only: bool) -> None:
        """Fold the articles that lack the current finding, or bring everybody back."""
        self._only = only
        self.onlyCurrentShown.emit()

    # What the others are held against

    @property
    def base(self) -> str:
        """The id of the article that the others are held against; "" while a person has not pinned one."""
        return self._base

    def set_base(self, article: str) -> None:
        """Hold the others against an article that lies open; "" for against none."""
        if article != self._base:
            self._base = article
            self.baseChanged.emit()


def passage_numbers(comparison: "Comparison") -> dict[int, int]:
    """The number that a reader sees on each passage: as they come in the first article given, then in the next."""
    where = {a.id: i for i, a in enumerate(comparison.articles)}
    firsts = [
        (*min((where[e.article], e.span.start, e.span.end) for e in passage.excerpts), i)
        for i, passage in enumerate(comparison.passages)
    ]
    return {place[-1]: number for number, place in enumerate(sorted(firsts), 1)}


def _passage(index: int) -> "Finding":
    from reader.compare.finding_ids import Finding, SubjectKind  # comes with the comparison

    return Finding(SubjectKind.PASSAGE, index)
