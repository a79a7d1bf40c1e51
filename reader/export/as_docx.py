"""The ledger and the quotations as a Word document, for people who go on writing from there."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from reader import colours
from reader.compare.comparison import Comparison, Verdict
from reader.export.choices import EVERYTHING, Choices
from reader.export.document import RenderedDocument
from reader.export.pdf import made_now
from reader.export.printable import clean
from reader.export.report import DecisionEntry, Entry, QuotedSource, Report, ReportSource
from reader.export.report_builder import report
from reader.progress import Progress

if TYPE_CHECKING:
    from docx.document import Document as Paper
    from docx.shared import RGBColor
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph


def render(comparison: Comparison, _progress: Progress, choices: Choices = EVERYTHING) -> RenderedDocument:
    """The document's bytes."""
    import docx  # loaded when it is first needed: it takes as long as the rest together

    paper, made = docx.Document(), made_now()
    _Paper(report(comparison, made, choices), paper).write()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression=zipfile.ZIP_DEFLATED) as file:
        _save(paper, _PackageWriter(file, made))
    return RenderedDocument(out.getvalue())


class _PackageWriter:
    """Writes the parts of a package under the moment of the report: a zip knows the years 1980 to 2107 alone."""

    def __init__(self, file: zipfile.ZipFile, made: dt.datetime) -> None:
        self._file = file
        self._date = min(max((1980, 1, 1, 0, 0, 0), made.timetuple()[:6]), (2107, 12, 31, 23, 59, 58))

    def write(self, place: Any, content: bytes) -> None:
        """Write one part of the package that such a file is, dated as the document."""
        one = zipfile.ZipInfo(place.membername, self._date)
        one.compress_type = zipfile.ZIP_DEFLATED
        self._file.writestr(one, content)


def _save(paper: "Paper", out: _PackageWriter) -> None:
    """What `paper.save` does, into a zip of ours: its own takes the clock's year for granted."""
    from docx.opc.pkgwriter import PackageWriter

    package = paper.part.package
    for part in package.parts:
        part.before_marshal()
    writer: Any = PackageWriter
    writer._write_content_types_stream(out, package.parts)  # noqa: SLF001
    writer._write_pkg_rels(out, package.rels)  # noqa: SLF001
    writer._write_parts(out, package.parts)  # noqa: SLF001


class _Paper:
    """Writes one report on a document."""

    def __init__(self, told: Report, paper: "Paper") -> None:
        self._told = told
        self._words = told.words
        self._paper = paper

    def write(self) -> None:
        """All of it, from the title to the record."""
        self._dress()
        _number_pages(self._paper, f"{self._told.made} · {self._words['page']} ")
        self._open()
        writers = {
            "cover": self._cover, "ledger": self._ledger, "own": self._own, "quotations": self._quotations,
            "record": self._record,
        }  # fmt: skip
        for name in self._told.sections:
            if name in writers:
                writers[name]()

    def _dress(self) -> None:
        """Page, fonts and what the file says of itself."""
        from docx.enum.section import WD_ORIENT
        from docx.shared import Mm, Pt

        told, section = self._told, self._paper.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
        section.left_margin = section.right_margin = Mm(18)
        section.top_margin = section.bottom_margin = Mm(16)
        self._paper.styles["Normal"].font.size = Pt(10)
        style = self._paper.styles["Normal"].font.element.get_or_add_rPr()
        _tongue(style, told.language)
        known = self._paper.core_properties
        known.title, known.author = clean(f"{told.title}: {told.subtitle}")[:255], f"Parallax {told.version}"
        known.subject, known.language, known.comments = told.summary, told.language, told.disclaimer
        known.created = known.modified = dt.datetime.fromisoformat(told.date).astimezone(dt.UTC).replace(tzinfo=None)

    def _open(self) -> None:
        self._paper.add_heading(clean(self._told.title), 0)
        self._say(self._told.subtitle)

    def _cover(self) -> None:
        told, words = self._told, self._words
        self._say(" · ".join(f"{tally.number} {tally.words}" for tally in told.tallies))
        self._head("compared")
        columns: dict[str, tuple[int, Callable[[ReportSource], str]]] = {
            "account": (42, lambda s: s.name),
            "headline": (82, lambda s: s.headline),
            "byline": (38, lambda s: s.byline),
            "published": (27, lambda s: s.dated),
            "imported": (22, lambda s: s.imported),
            "file": (40, lambda s: s.url or s.file),
        }
        shown = {name: column for name, column in columns.items() if any(map(column[1], told.sources))}
        table = self._table(words["letter"], *(words[name] for name in shown))
        for source in told.sources:
            _fill(table, source.letter, *(cell(source) for _width, cell in shown.values()))
        _widths(table, (18, *(width for width, _cell in shown.values())))
        self._head("found_all")
        self._say(told.finding)
        if told.settings:
            self._say(told.settings)
        self._say(told.disclaimer)

    def _ledger(self) -> None:
        self._head("ledger")
        if self._told.unread:
            self._say(self._told.unread)
        if not self._told.ledger:
            self._say(self._words["ledger_empty"])
            return
        table = self._table(self._words["verdict"], self._words["counted"], self._words["said"])
        for entry in self._told.ledger:
            if entry.heading:
                first, *_rest, last = _row(table)
                heading = first.merge(last).paragraphs[0]
                heading.add_run(clean(entry.heading)).bold = True
                heading.paragraph_format.keep_with_next = True  # never alone at the foot of a page
            verdict, scope, said = _row(table)
            standing = verdict.paragraphs[0].add_run(f"{entry.sign} {entry.label}")
            standing.bold = entry.clashes
            if entry.clashes:
                edge = "conflict_edge" if entry.verdict is Verdict.CONFLICT else "tension_edge"
                standing.font.color.rgb = _shade(edge)
            self._count(scope, entry)
            for number, cited in enumerate(entry.cells):
                self._cite(said.paragraphs[0] if number == 0 else said.add_paragraph(), cited)
        _widths(table, (26, 75, 160))
        self._more("ledger")

    def _count(self, cell: "_Cell", entry: Entry) -> None:
        cell.paragraphs[0].add_run(clean(f"{entry.name}  {entry.scope}")).bold = True
        for why in entry.why:
            cell.add_paragraph().add_run(clean(why)).italic = True
        if entry.ruling:
            self._ruled(cell.add_paragraph(), entry.ruling)

    def _ruled(self, paragraph: "Paragraph", ruling: DecisionEntry) -> None:
        """What the reader decided on a finding."""
        said = " · ".join(part for part in (ruling.reason, ruling.note) if part)
        paragraph.add_run(clean(ruling.label + (": " if said else ""))).bold = True
        paragraph.add_run(clean(said))

    def _cite(self, paragraph: "Paragraph", cited: QuotedSource) -> None:
        """Words after the names of their accounts; figures in bold, words that differ underlined."""
        sources = [self._told.sources[stand.source - 1] for stand in cited.stands]
        names = ", ".join(f"{s.letter} {s.short}" for s in sources)
        note = f" ({cited.note})" if cited.note else ""
        paragraph.add_run(clean(f"{names}{note}: ")).bold = True
        for run in cited.runs:
            part = paragraph.add_run(clean(run.text))
            part.bold = True if run.figure else None
            part.underline = True if run.differs or run.figure else None
            part.font.rtl = True if sources[0].rtl else None
            _tongue(part.font.element.get_or_add_rPr(), sources[0].language)
        if sources[0].rtl:
            _mark(paragraph.paragraph_format.element.get_or_add_pPr(), "w:bidi")

    def _quotations(self) -> None:
        from docx.shared import Pt

        self._head("quotations")
        if self._told.quotations:
            self._lead("quotations_lead")
        for quotation in self._told.quotations:
            head = self._paper.add_heading(clean(f"{quotation.number}. {quotation.label}"), 2)
            head.paragraph_format.space_before = Pt(9)
            listed = (*quotation.wordings, *quotation.told)
            for number, cited in enumerate(listed, 1):
                paragraph = self._paper.add_paragraph(style="List Bullet")
                paragraph.paragraph_format.space_after = Pt(0)
                paragraph.paragraph_format.keep_with_next = number < len(listed)
                self._cite(paragraph, cited)
            if quotation.ruling:
                self._ruled(self._paper.add_paragraph(), quotation.ruling)
        self._more("quotations")
        if not self._told.quotations:
            self._say(self._words["quotations_empty"])

    def _own(self) -> None:
        """What the reader marked by hand."""
        self._head("own")
        for marked in self._told.own:
            head = self._paper.add_paragraph()
            head.paragraph_format.keep_with_next = True
            head.add_run(clean(f"{marked.label}, {marked.made}" + (": " if marked.note else ""))).bold = True
            head.add_run(clean(marked.note))
            for cited in marked.wordings:
                self._cite(self._paper.add_paragraph(style="List Bullet"), cited)

    def _record(self) -> None:
        self._head("record")
        self._lead("record_lead")
        table = self._table(self._words["letter"], self._words["account"], "SHA-256")
        for s in self._told.sources:
            _fill(table, s.letter, s.name, s.fingerprint)
        _widths(table, (18, 93, 150))

    def _head(self, name: str) -> None:
        self._paper.add_heading(self._words[name], 1)

    def _more(self, name: str) -> None:
        """How much of a section is not listed."""
        if name in self._told.more:
            self._say(self._told.more[name])

    def _lead(self, name: str) -> None:
        """What a section is, on the page where it begins."""
        self._paper.add_paragraph(clean(self._words[name])).paragraph_format.keep_with_next = True

    def _say(self, text: str) -> None:
        self._paper.add_paragraph(clean(text))

    def _table(self, *heads: str) -> "Table":
        """A table with a head that is repeated on every page."""
        table: Table = self._paper.add_table(1, len(heads), style="Table Grid")
        for cell, head in zip(table.rows[0].cells, heads, strict=True):
            cell.paragraphs[0].add_run(head).bold = True
            cell.paragraphs[0].paragraph_format.keep_with_next = True
        _space(table)
        _mark(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")  # noqa: SLF001 - python-docx has no word for it
        return table


def _space(table: "Table") -> None:
    """Room in the cells, and lines between them that are quieter than the words."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    lines, room = OxmlElement("w:tblBorders"), OxmlElement("w:tblCellMar")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", str(_shade("border")))):
            line.set(qn(f"w:{name}"), value)
        lines.append(line)
    for side, twips in (("top", 50), ("left", 100), ("bottom", 50), ("right", 100)):
        gap = OxmlElement(f"w:{side}")
        gap.set(qn("w:w"), str(twips))
        gap.set(qn("w:type"), "dxa")
        room.append(gap)
    properties = table._tbl.tblPr  # noqa: SLF001 - python-docx has no word for either
    look = properties.find(qn("w:tblLook"))  # which comes last, as the schema has it
    for part in (lines, room):
        properties.append(part) if look is None else look.addprevious(part)


def _shade(name: str) -> "RGBColor":
    """A colour of the one table, as on paper."""
    from docx.shared import RGBColor

    return RGBColor.from_string(colours.load(colours.LIGHT).named[name].lstrip("#").upper())


def _number_pages(paper: "Paper", before: str) -> None:
    """A line at the foot of every page, with the number of the page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    line = paper.sections[0].footer.paragraphs[0]
    line.add_run(clean(before))
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    line._p.append(field)  # noqa: SLF001 - python-docx has no word for it


def _row(table: "Table") -> "tuple[_Cell, ...]":
    """A new row's cells; it stays on one page."""
    row = table.add_row()  # type: ignore[no-untyped-call]
    _mark(row._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001 - python-docx has no word for it
    cells: tuple[_Cell, ...] = row.cells
    return cells


def _fill(table: "Table", *texts: str) -> None:
    for cell, text in zip(_row(table), texts, strict=True):
        cell.paragraphs[0].add_run(clean(text))


def _mark(properties: Any, name: str, value: str = "1") -> None:
    """Set a property that python-docx has no word for."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    mark = OxmlElement(name)
    mark.set(qn("w:val"), value)
    properties.append(mark)


def _tongue(properties: Any, language: str) -> None:
    """Say which language is read here, for whoever has it read aloud or spelt: of every script the same."""
    if not language:
        return
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    mark = OxmlElement("w:lang")
    for name in ("w:val", "w:eastAsia", "w:bidi"):
        mark.set(qn(name), language)
    properties.append(mark)


def _widths(table: "Table", millimetres: tuple[int, ...]) -> None:
    from docx.shared import Mm

    table.autofit = False
    total, room = sum(millimetres), 261  # what the margins leave
    millimetres = tuple(width * room // total for width in millimetres)
    for column, width in zip(table.columns, millimetres, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, millimetres, strict=True):
            cell.width = Mm(width)
