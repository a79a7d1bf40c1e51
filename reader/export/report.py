"""What an export says, whatever the format: pure values, in the order in which they are read, worded."""

from reader.compare.comparison import CLASH, Relation, Verdict
from reader.dataclass import dataclass
from reader.export.charts.drawing import Chart
from reader.export.marked_runs import Badge, MarkedRun


@dataclass(frozen=True, slots=True)
class ReportTally:
    """A number that was found, and of what."""

    number: str
    words: str
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class ReportSource:
    """An article as the report names it: by its letter and its name, `short` where there is little room.

    `updated` is in words, and empty where it says nothing that `published` does not.
    """

    number: int
    letter: str
    name: str
    short: str
    headline: str
    byline: str
    published: str
    updated: str
    imported: str
    length: str
    file: str
    url: str
    fingerprint: str
    language: str
    rtl: bool
    unread: str = ""
    """Stands in the place of its figures where its language is not read."""

    @property
    def dated(self) -> str:
        """When it was published, and updated."""
        return ", ".join(filter(None, (self.published, self.updated)))


@dataclass(frozen=True, slots=True)
class Stand:
    """An article, by its number, and the name of a place in it."""

    source: int
    to: str


@dataclass(frozen=True, slots=True)
class QuotedSource:
    """The words of one article (by its number), with a link to where they stand, and others that have the same."""

    source: int
    runs: tuple[MarkedRun, ...]
    to: str = ""
    note: str = ""
    also: tuple[Stand, ...] = ()

    @property
    def stands(self) -> tuple[Stand, ...]:
        """All the articles that have these words."""
        return (Stand(self.source, self.to), *self.also)


@dataclass(frozen=True, slots=True)
class DecisionEntry:
    """What the reader decided on a finding: its kind ("confirmed", "dismissed"...), what and when in words, and why."""

    kind: str
    label: str
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the ledger: its name, and for every article that says something, what it says.

    `heading` names the rows that begin with it, where there are others: those that clash, are worth a look, fit, or
    were dismissed.
    """

    name: str
    here: str
    scope: str
    verdict: Verdict
    sign: str
    label: str
    why: tuple[str, ...]
    cells: tuple[QuotedSource, ...]
    ruling: DecisionEntry | None = None
    heading: str = ""

    @property
    def clashes(self) -> bool:
        """Whether it holds a conflict or a tension."""
        return self.verdict in CLASH


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article; `kind` is "text", "headline", "masthead" or "fold" (boilerplate, folded)."""

    kind: str
    runs: tuple[MarkedRun, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article (by its number) has in a row of the side-by-side text, and whether it shares the passages."""

    source: int
    shares: bool
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A row of the side-by-side text, and the passages that those of its cells share that share any."""

    passages: tuple[Badge, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """Articles, by number, that stand side by side, and their whole text in rows."""

    sources: tuple[int, ...]
    lines: tuple[ReportLine, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """One article (by its number) in full, for where more are compared than stand side by side."""

    source: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class PassageNumbers:
    """The numbers of passages that follow one another and are alike in kind, from the first to the last."""

    first: int
    last: int
    relation: Relation

    @property
    def words(self) -> str:
        """The number, or from which to which."""
        return f"{self.first}–{self.last}" if self.last > self.first else str(self.first)


@dataclass(frozen=True, slots=True)
class Card:
    """What accounts share, with all its wordings: one passage, or several that tell one thing among many accounts.

    `here` are the names of its place, one a passage; `label` says how they share it or who does, `alike` how closely.
    """

    numbers: tuple[PassageNumbers, ...]
    here: tuple[str, ...]
    label: str
    alike: str
    wordings: tuple[QuotedSource, ...]
    rulings: tuple[DecisionEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """One quotation as the articles give it, each with whom it credits; `told` are those that do not quote it.

    `label` says in how many accounts it stands, whether worded alike, and who is credited.
    """

    number: int
    label: str
    wordings: tuple[QuotedSource, ...]
    told: tuple[QuotedSource, ...] = ()
    ruling: DecisionEntry | None = None


@dataclass(frozen=True, slots=True)
class OwnMarkEntry:
    """What the reader marked by hand: how in words, when, the words of each article, and the note, "" without one."""

    label: str
    made: str
    wordings: tuple[QuotedSource, ...]
    note: str


@dataclass(frozen=True, slots=True)
class ReportSpelling:
    """A way to write a name, and the articles (by number) that write it so."""

    form: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CoverageEntry:
    """How one article stands to the others: in a sentence, what only it has, and the passages that it lacks.

    `more` says of how many sentences more only it has, which are not listed; "" where all are.
    """

    source: int
    words: str
    only_here: tuple[str, ...]
    lacking: tuple[Badge, ...]
    more: str = ""


@dataclass(frozen=True, slots=True)
class ExplainedRow:
    """A mark and what it means: of which kind ("relation", "verdict", "quoted", "fold"), which of them, in words."""

    kind: str
    value: str
    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report says. `words` holds headings and the lines that stand for an empty section.

    `finding` says in a paragraph what was found; `more`, by section, how much of it is not listed.
    `sections` names those that are told, in order; `legend` explains every mark; `settings` says how it was compared,
    "" where that is not known; `notes` are what the reader should know of the making.
    """

    title: str
    subtitle: str
    made: str
    date: str
    version: str
    language: str
    disclaimer: str
    summary: str
    finding: str
    settings: str
    sections: tuple[str, ...]
    words: dict[str, str]
    tallies: tuple[ReportTally, ...]
    sources: tuple[ReportSource, ...]
    ledger: tuple[Entry, ...]
    spreads: tuple[Spread, ...]
    wholes: tuple[Whole, ...]
    passages: tuple[Card, ...]
    quotations: tuple[Utterance, ...]
    names: tuple[tuple[ReportSpelling, ...], ...]
    origins: tuple[str, ...]
    coverage: tuple[CoverageEntry, ...]
    legend: tuple[ExplainedRow, ...]
    notes: tuple[str, ...]
    more: dict[str, str]
    unread: str = ""
    """Whose figures are not read, in a sentence."""
    own: tuple[OwnMarkEntry, ...] = ()
    """What the reader marked by hand."""
    pictures: tuple[Chart, ...] = ()

    @property
    def places(self) -> frozenset[str]:
        """The names of all places that a link can lead to; a link to any other is none."""
        return frozenset(self.landings)

    @property
    def landings(self) -> dict[str, str]:
        """All places that a link can lead to, each with the first name of those that begin at the same letter."""
        found = {row.here for row in self.ledger} if "ledger" in self.sections else set()
        landings = {name: name for name in found}
        for card in self.passages if "passages" in self.sections else ():
            landings.update((name, card.here[0]) for name in card.here)
        cells = [cell.paragraphs for spread in self.spreads for line in spread.lines for cell in line.cells]
        for part in (part for parts in (*cells, *(w.paragraphs for w in self.wholes)) for part in parts):
            landings.update((name, run.here[0]) for run in part.runs for name in run.here)
        return landings
