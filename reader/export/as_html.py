"""A comparison as one HTML page: nothing to load, nothing that runs, the same content as the PDF."""

from collections.abc import Callable, Iterable

from reader import colours
from reader.compare.comparison import Comparison
from reader.compare.counts import DISMISSED
from reader.export.charts.svg import svg
from reader.export.choices import EVERYTHING, Choices
from reader.export.document import RenderedDocument
from reader.export.markup import MarkupWriter, element, plain, voiced
from reader.export.pdf import made_now
from reader.export.phrases import SIGNS
from reader.export.report import (
    Cell,
    CoverageEntry,
    DecisionEntry,
    Entry,
    ExplainedRow,
    Paragraph,
    QuotedSource,
    Report,
    ReportSource,
    ReportSpelling,
    ReportTally,
    Spread,
    Stand,
    Utterance,
    Whole,
)
from reader.export.report import (
    OwnMarkEntry as Own,
)
from reader.export.report_builder import report
from reader.paths import shipped
from reader.progress import Progress
from reader.wording.lines import account_letter

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render(comparison: Comparison, _progress: Progress, choices: Choices = EVERYTHING) -> RenderedDocument:
    """The page's bytes, in UTF-8."""
    return RenderedDocument(page(report(comparison, made_now(), choices)).encode("utf-8", "replace"))


def page(told: Report) -> str:
    """The whole page; well-formed as XML too."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="generator", content=f"Parallax {told.version}"),
        element("meta", name="description", content=told.summary),
        element("title", plain(f"{told.title}: {told.subtitle}")),
        f"<style>{_style()}</style>",
    )
    return f"<!DOCTYPE html>\n{element('html', head, element('body', _Page(told).body()), lang=told.language)}\n"


def _style() -> str:
    """The sheet, with the colours of the table before it: by day, in the dark, and where more contrast is wanted."""
    themed = (
        f":root {{ color-scheme: light dark; {colours.variables(colours.LIGHT)} }}",
        f"@media (prefers-color-scheme: dark) {{ :root {{ {colours.variables(colours.DARK)} }} }}",
        "@media screen and (prefers-contrast: more) "
        f"{{ :root {{ color-scheme: dark; {colours.variables(colours.HIGH_CONTRAST)} }} }}",
        f"@media print {{ :root {{ color-scheme: light; {colours.variables(colours.LIGHT)} }} }}",
    )
    sheet = (shipped("resources") / "report" / "report.css").read_text(encoding="utf-8")
    return "\n".join((*themed, sheet))


class _Page:
    """The sections of one report."""

    def __init__(self, told: Report) -> None:
        self._told = told
        self._words = told.words
        self._marked = MarkupWriter(told.places)

    def body(self) -> str:
        told, words = self._told, self._words
        writers = self._writers()
        sections = {name: writers[name]() + self._more(name) for name in told.sections if name in writers}
        contents = _raw_list(element("a", plain(words[name]), href=f"#{name}") for name in sections)
        parts = (
            element("section", element("h2", plain(words[name]), id=name), content)
            for name, content in sections.items()
        )
        return (
            "".join(element("a", plain(words[name]), href=f"#{name}", class_="skip") for name in [*sections][:1])
            + element("header", *self._opening())
            + element("nav", contents, aria_label=words["contents"])
            + element("main", *parts)
            + element("footer", element("p", plain(told.made)), element("p", plain(told.disclaimer)))
        )

    def _writers(self) -> dict[str, Callable[[], str]]:
        """What writes each section."""
        told = self._told
        return {
            "ledger": self._ledger,
            "pictures": self._pictures,
            "side": lambda: (
                self._lead("side_lead")
                + "".join(map(self._spread, told.spreads))
                + "".join(map(self._whole, told.wholes))
            ),
            "passages": lambda: (
                self._lead("passages_lead") + self._passages() if told.passages else self._none("passages")
            ),
            "quotations": lambda: (
                self._lead("quotations_lead") + "".join(map(self._utterance, told.quotations))
                if told.quotations
                else self._none("quotations")
            ),
            "own": lambda: self._lead("own_lead") + "".join(map(self._own, told.own)),
            "names": lambda: (
                self._lead("names_lead") + _list(" · ".join(map(_written, name)) for name in told.names)
                if told.names
                else self._none("names")
            ),
            "origins": lambda: (
                self._lead("origins_lead") + _list(told.origins) if told.origins else self._none("origins")
            ),
            "coverage": lambda: "".join(map(self._standing, told.coverage)) or self._none("coverage"),
            "record": self._record,
        }

    def _opening(self) -> list[str]:
        told, words = self._told, self._words
        tallies = (
            element("li", element("b", plain(t.number), class_=_tone(t)), " " + plain(t.words)) for t in told.tallies
        )
        opening = [
            element("p", plain(words["kicker"]), class_="kicker"),
            element("h1", plain(told.title)),
            element("p", plain(told.subtitle)),
        ]
        if "cover" not in told.sections:
            return opening
        return [
            *opening,
            element("ul", *tallies, class_="tallies"),
            element("h2", plain(words["compared"])),
            self._sources(),
            element("h2", plain(words["found_all"])),
            element("p", plain(told.finding), class_="finding"),
            element("p", plain(told.settings), class_="lead") if told.settings else "",
            element("h2", plain(words["how"])),
            element("dl", *(self._explained(e) for e in told.legend), class_="legend"),
            element("p", plain(words["links"])) if words["links"] else "",
            element("p", plain(told.disclaimer)),
        ]

    def _sources(self) -> str:
        """What was compared; a column that no account fills is left out."""
        columns: dict[str, Callable[[ReportSource], str]] = {
            "account": lambda s: s.name,
            "headline": lambda s: s.headline,
            "byline": lambda s: s.byline,
            "published": lambda s: s.dated,
            "imported": lambda s: s.imported,
            "length": lambda s: s.length,
            "file": lambda s: s.url or s.file,
        }
        sources = self._told.sources
        shown = {name: cell for name, cell in columns.items() if any(map(cell, sources))}
        heads = (self._words["letter"], *(self._words[name] for name in shown))
        return _table(heads, (_row(s.letter, *(cell(s) for cell in shown.values())) for s in sources), kind="sources")

    def _explained(self, entry: ExplainedRow) -> str:
        sample = {
            "relation": lambda: self._marked.badge(1, entry.value, "") + plain(entry.label),
            "own": lambda: element("mark", plain(entry.label), class_="own"),
            "depth": lambda: element("mark", plain(entry.label), class_=f"depth-{entry.value}"),
            "verdict": lambda: _verdict(entry.value, entry.label),
            "differs": lambda: element("b", plain(entry.label), class_="differs"),
            "ruling": lambda: element("span", plain(entry.label), class_="ruling"),
            "quoted": lambda: element("em", plain(entry.label)),
            "fold": lambda: element("span", plain(f"[{entry.label}]"), class_="fold"),
        }[entry.kind]()
        return element("dt", sample) + element("dd", plain(entry.meaning))

    def _ledger(self) -> str:
        told, words = self._told, self._words
        clash = any(entry.clashes for entry in told.ledger)
        said = self._lead("ledger_lead") + ("" if clash else element("p", element("b", plain(words["no_conflicts"]))))
        said += element("p", plain(told.unread), class_="lead") if told.unread else ""
        if not told.ledger:
            return said + self._none("ledger")
        heads = ("", words["counted"], *(f"{s.letter} {s.short}" for s in told.sources))
        groups: list[list[str]] = []
        for entry in told.ledger:
            if entry.heading or not groups:
                groups.append([_heading(entry.heading, len(heads))] if entry.heading else [])
            groups[-1].append(self._entry(entry))
        return said + _scrolled(_table(heads, *groups, kind="ledger"), words["ledger"])

    def _pictures(self) -> str:
        """Each picture, and behind it the same as a table."""
        if not self._told.pictures:
            return self._none("pictures")
        return self._lead("pictures_lead") + "".join(
            element(
                "div",
                element("h3", plain(chart.title)),
                element("p", plain(chart.summary)),
                element("figure", _scrolled(svg(chart, f"picture{n}"), chart.title)),
                class_="picture",
            )
            + element(
                "details",
                element("summary", plain(self._words["as_table"])),
                _scrolled(_table(chart.heads, [_headed(*row) for row in chart.rows], kind="plain"), chart.title),
            )
            for n, chart in enumerate(self._told.pictures, 1)
        )

    def _entry(self, entry: Entry) -> str:
        why = "".join(element("p", plain(reason), class_="why") for reason in entry.why)
        cells = []
        for source in self._told.sources:
            mine = [cited for cited in entry.cells if cited.source == source.number]
            said = "".join(element("p", self._said(cited)) for cited in mine)
            here = {} if source.unread else voiced(source)  # what stands for figures is in the report's language
            silent = None if said or source.unread else "silent"
            account = f"{source.letter}  {source.short}"  # where the columns stand one under another, it heads the cell
            shown = said or plain(source.unread or "–")
            cells.append(element("td", shown, class_=silent, data_account=account, **here))
        told = plain(f"{entry.name}  {entry.scope}")
        scope = element("th", told, why, self._ruled(entry.ruling), id=entry.here, scope="row")
        off = "off" if entry.ruling and entry.ruling.kind == DISMISSED else None
        return element("tr", element("td", _verdict(entry.verdict, entry.label)), scope, *cells, class_=off)

    def _ruled(self, ruling: DecisionEntry | None) -> str:
        """What the reader decided on a finding."""
        if ruling is None:
            return ""
        label = element("b", plain(ruling.label + (":" if ruling.reason or ruling.note else "")))
        said = " · ".join(part for part in (ruling.reason, ruling.note) if part)
        return element("p", label, plain(f" {said}".rstrip()), class_="ruling")

    def _more(self, name: str) -> str:
        """How much of a section is not listed."""
        line = self._told.more.get(name, "")
        return element("p", plain(line), class_="lead") if line else ""

    def _said(self, cited: QuotedSource) -> str:
        whole = "".join(
            element("b", plain(run.text), class_=f"figure {run.figure.verdict}") if run.figure else plain(run.text)
            for run in cited.runs
        )
        note = element("small", " " + plain(f"({cited.note})")) if cited.note else ""
        return self._marked.link(cited.to, whole, class_="bare") + note

    def _spread(self, spread: Spread) -> str:
        sources = [self._told.sources[n - 1] for n in spread.sources]
        rows = []
        for line in spread.lines:
            badges = "".join(self._marked.badge(b.number, b.relation, b.to) for b in line.passages)
            cells = {cell.source: cell for cell in line.cells}
            rows.append(element("tr", element("th", badges, scope="row"), *(self._cell(cells, s) for s in sources)))
        heads = (self._words["passage"], *(f"{s.letter} {s.short}" for s in sources))
        return _scrolled(_table(heads, rows, kind="side"), ", ".join(s.short for s in sources))

    def _cell(self, cells: dict[int, Cell], source: ReportSource) -> str:
        cell = cells.get(source.number)
        if cell is None:
            return element("td")
        paragraphs = map(self._paragraph, cell.paragraphs)
        return element("td", *paragraphs, class_="shares" if cell.shares else None, **voiced(source))

    def _paragraph(self, paragraph: Paragraph) -> str:
        return element("p", self._marked.runs(paragraph.runs), class_=paragraph.kind)

    def _whole(self, whole: Whole) -> str:
        """One article in full."""
        source = self._told.sources[whole.source - 1]
        head = element("h3", plain(f"{source.letter} {source.name}"), id=f"account{source.number}")
        text = element("div", *map(self._paragraph, whole.paragraphs), class_="whole", **voiced(source))
        return head + text

    def _passages(self) -> str:
        return "".join(
            element(
                "article",
                element(
                    "h3",
                    *(element("span", id=name) for name in c.here[1:]),
                    *(self._marked.numbers(one.words, one.relation) for one in c.numbers),
                    f" {plain(c.label)}, {plain(c.alike)}",
                    id=c.here[0],
                ),
                *map(self._ruled, c.rulings),
                self._wordings(c.wordings),
            )
            for c in self._told.passages
        )

    def _utterance(self, said: Utterance) -> str:
        """A quotation: who is credited, then every wording, then who tells it in other words."""
        head = element("h3", plain(f"{said.number}. {said.label}"))
        return element("article", head, self._ruled(said.ruling), self._wordings((*said.wordings, *said.told)))

    def _own(self, marked: Own) -> str:
        """What the reader marked by hand."""
        said = element("b", plain(f"{marked.label}, {marked.made}" + (":" if marked.note else "")))
        head = element("p", said, plain(f" {marked.note}".rstrip()), class_="ruling")
        return element("article", head, self._wordings(marked.wordings))

    def _wordings(self, wordings: tuple[QuotedSource, ...]) -> str:
        parts = []
        for cited in wordings:
            note = element("small", " " + plain(cited.note)) if cited.note else ""
            parts.append(element("dt", ", ".join(map(self._named, cited.stands)), note))
            source = self._told.sources[cited.source - 1]
            parts.append(element("dd", self._marked.runs(cited.runs), **voiced(source)))
        return element("dl", *parts, class_="wordings")

    def _named(self, stand: Stand) -> str:
        source = self._told.sources[stand.source - 1]
        return self._marked.link(stand.to, plain(f"{source.letter} {source.short}"))

    def _standing(self, standing: CoverageEntry) -> str:
        source = self._told.sources[standing.source - 1]
        badges = " ".join(self._marked.badge(b.number, b.relation, b.to) for b in standing.lacking)
        lacking = element("p", plain(self._words["lacking"]) + ": " + badges) if badges else ""
        only = element("ul", *(element("li", plain(s)) for s in standing.only_here), **voiced(source))
        more = element("p", plain(standing.more), class_="lead") if standing.more else ""
        heading = element("summary", plain(self._words["only_here"]))
        shown = element("details", heading, only, more, open="open") if standing.only_here else ""
        return (
            element("h3", plain(f"{source.letter} {source.name}"))
            + element("p", plain(standing.words))
            + lacking
            + shown
        )

    def _record(self) -> str:
        heads = (self._words["letter"], self._words["account"], self._words["file"], "SHA-256")
        rows = (_row(s.letter, s.name, s.url or s.file, s.fingerprint) for s in self._told.sources)
        notes = (element("p", plain(note)) for note in self._told.notes)
        return self._lead("record_lead") + _scrolled(_table(heads, rows), self._words["record"]) + "".join(notes)

    def _lead(self, name: str) -> str:
        return element("p", plain(self._words[name]), class_="lead")

    def _none(self, name: str) -> str:
        return element("p", plain(self._words[f"{name}_empty"]))


def _tone(tally: ReportTally) -> str:
    """The verdict whose colour a number has; none where nothing was found."""
    return tally.verdict or "" if tally.number != "0" else ""


def _verdict(verdict: str, label: str) -> str:
    sign = next(sign for kind, sign in SIGNS.items() if kind == verdict)
    return element(
        "span", element("i", plain(sign), aria_hidden="true"), " " + plain(label), class_=f"verdict {verdict}"
    )


def _heading(words: str, columns: int) -> str:
    """The row that names the rows of one group."""
    return element("tr", element("th", plain(words), colspan=str(columns), scope="rowgroup"), class_="kind")


def _table(heads: Iterable[str], *groups: Iterable[str], kind: str | None = None) -> str:
    head = element("tr", *(element("th", plain(h), scope="col") if h else element("td") for h in heads))
    return element("table", element("thead", head), *(element("tbody", *rows) for rows in groups), class_=kind)


def _written(name: ReportSpelling) -> str:
    return f"{name.form} ({', '.join(account_letter(number - 1) for number in name.sources)})"


def _row(*cells: str) -> str:
    return element("tr", *(element("td", plain(cell)) for cell in cells))


def _headed(head: str, *cells: str) -> str:
    """A row that its first cell names."""
    told = (element("td", plain(cell)) for cell in cells)
    return element("tr", element("th", plain(head), scope="row"), *told)


def _scrolled(table: str, label: str) -> str:
    """A table that scrolls by itself where the window is narrow, reached by keyboard."""
    return element("div", table, class_="scrolled", role="region", tabindex="0", aria_label=label)


def _list(items: Iterable[str]) -> str:
    return _raw_list(plain(item) for item in items)


def _raw_list(items: Iterable[str]) -> str:
    listed = "".join(element("li", item) for item in items)
    return element("ul", listed) if listed else ""
