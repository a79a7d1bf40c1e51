"""Word documents to articles: the words as they stand, without what was deleted, hidden, struck or computed."""

import posixpath
from typing import Any

from reader.article import Article
from reader.importing import refusals
from reader.importing.office_flow import Flow
from reader.importing.options import ImportOptions
from reader.importing.properties import Properties, described
from reader.importing.symbols import symbol, unprivate
from reader.importing.xml_part import local, parsed
from reader.importing.zip_reader import ZipReader

# Text that was deleted or moved away, field codes, comments, how a ruby is read, and the fallback of a text box.
_NEVER = frozenset({"del", "moveFrom", "instrText", "delText", "Fallback", "commentReference", "rt", "pPr", "sectPr"})
_CALLS = frozenset({"footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef"})
_BOXES = frozenset({"txbxContent"})
_OFF = ("0", "false", "off")
_MAIN = "word/document.xml"
_LIFTED = 4
"""Half points above the line, at least, of what is raised."""
_PIECES = 40  # other documents put into one


def read(data: bytes, name: str, options: ImportOptions) -> Article:
    """The article in a .docx file."""
    archive = ZipReader(data, name, "DOCX")
    flow, package = Flow(), _Package(archive, name)
    _Body(flow, package).read(package.root(package.main))
    for kind in ("footnote", "endnote"):
        part = package.beside(f"{kind}s")
        if part in archive:
            _notes(package.root(part), kind, flow, package)
    text = flow.text()
    if not text:
        raise refusals.without_text(name)
    return described(text, _properties(archive, name), options, flow.struck)


class _Package:
    """The parts of a document and how they hang together: Word on the web calls its text word/document2.xml."""

    def __init__(self, archive: ZipReader, name: str) -> None:
        self.archive, self.name = archive, name
        told = (target for kind, target in self._relations("").values() if kind == "officeDocument")
        self.main = next((one for one in told if one in archive), _MAIN)
        self.links = self._relations(self.main)

    def root(self, part: str) -> Any:
        """The root element of a part."""
        return parsed(self.archive.read(part), self.name, "DOCX")

    def beside(self, kind: str) -> str:
        """The part of a kind that belongs to the text."""
        return next((target for said, target in self.links.values() if said == kind), f"word/{kind}.xml")

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """By its id what each of the relations of a part, or of the package, is called, and the part it leads to."""
        folder, own = posixpath.split(part)
        place = posixpath.join(folder, "_rels", f"{own}.rels")
        if place not in self.archive:
            return {}
        inside = [one for one in self.root(place) if one.get("TargetMode") != "External"]
        return {
            str(one.get("Id")): (str(one.get("Type")).rpartition("/")[2], _target(folder, str(one.get("Target"))))
            for one in inside
        }


def _target(folder: str, said: str) -> str:
    return said[1:] if said.startswith("/") else posixpath.normpath(posixpath.join(folder, said))


def _notes(root: Any, kind: str, flow: Flow, package: _Package) -> None:
    """The notes, without the rules between them and the text."""
    for note in root:
        if local(note) == kind and not _value(note, "type").endswith(("eparator", "otice")):
            flow.open()
            _Body(flow, package).read(note)
            flow.close_note()


class _Body:
    """Reads a part of a document into a flow; without recursion, for documents may be nested as deep as may be."""

    def __init__(self, flow: Flow, package: _Package) -> None:
        self._flow, self._package = flow, package
        self._joins = False
        self._raised = self._font = ""
        self._struck = False
        self._left = _PIECES

    def read(self, root: Any) -> None:
        """Everything in an element."""
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            name = local(element)
            if event == "end":
                self._end(name)
            elif self._is_left_out(name, element):
                if name == "pPr":
                    self._joins = _is_on(element, "rPr", "del") or _is_on(element, "rPr", "moveFrom")
                walk.skip_subtree()
            else:
                self._start(name, element)

    def _is_left_out(self, name: str, element: Any) -> bool:
        if name == "r":
            return _is_on(element, "rPr", "vanish") or _is_on(element, "rPr", "webHidden")
        if name == "tr":
            return _is_on(element, "trPr", "del")
        return name in _NEVER or name in _CALLS

    def _start(self, name: str, element: Any) -> None:
        match name:
            case "t":
                self._say(unprivate(element.text or "", self._font))
            case "r":
                made = next((one for one in element if local(one) == "rPr"), ())
                self._raised = next((_value(one, "val") for one in made if local(one) == "vertAlign"), "")
                self._raised = self._raised or ("superscript" if _is_lifted(made) else "")
                fonts = next((one for one in made if local(one) == "rFonts"), None)
                self._font = _value(fonts, "ascii") if fonts is not None else ""
                self._struck = _is_on(element, "rPr", "strike") or _is_on(element, "rPr", "dstrike")
            case "sym":
                self._say(symbol(_hexadecimal(_value(element, "char")), _value(element, "font")))
            case "tab" | "ptab":
                self._flow.say(" ")
            case "br" | "cr":
                self._flow.say("\n")
            case "noBreakHyphen":
                self._flow.say("-")
            case "softHyphen":
                self._flow.say("\u00ad")
            case "tc" | "txbxContent":
                self._flow.open()
            case "altChunk":
                self._other(_value(element, "id"))

    def _say(self, text: str) -> None:
        if self._struck:
            self._flow.struck.append(text)
        elif self._raised == "superscript":
            self._flow.say_raised(text)
        else:
            self._flow.say(text)

    def _end(self, name: str) -> None:
        match name:
            case "p":
                if not self._joins:
                    self._flow.end()
                self._joins = False
            case "r":
                self._raised, self._struck = "", False
            case "tc":
                self._flow.close_cell()
            case "tr":
                self._flow.close_row()
            case "txbxContent":
                self._flow.close_box()

    def _other(self, link: str) -> None:
        """A document of another kind that was put into this one and is shown in this place."""
        from reader.importing.parts import text_of_part

        archive, name = self._package.archive, self._package.name
        _kind, place = self._package.links.get(link, ("", ""))
        self._left -= 1
        if place and place in archive and self._left >= 0:
            self._flow.end()
            for line in text_of_part(archive.read(place), place, name).split("\n\n"):
                self._flow.say(line)
                self._flow.end()


def _properties(archive: ZipReader, name: str) -> Properties:
    if "docProps/core.xml" not in archive:
        return Properties()
    root = parsed(archive.read("docProps/core.xml"), name, "DOCX", mend=True)
    said = {local(one): (one.text or "").strip() for one in root}
    return Properties(said.get("title", ""), said.get("creator", ""), said.get("created", ""))


def _value(element: Any, attribute: str) -> str:
    """An attribute, in whatever namespace."""
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == attribute), "")


def _is_on(element: Any, *path: str) -> bool:
    """Whether a property is set somewhere below an element, and not set to no."""
    here = [element]
    for step in path:
        here = [one for parent in here for one in parent if local(one) == step]
    return any(_value(one, "val") not in _OFF for one in here)


def _is_lifted(made: Any) -> bool:
    """Whether letters stand above their line by a measure, as LibreOffice writes what is raised."""
    lifted = next((_value(one, "val") for one in made if local(one) == "position"), "")
    return lifted.isdigit() and int(lifted) >= _LIFTED


def _hexadecimal(said: str) -> int:
    try:
        return int(said[:8], 16)
    except ValueError:
        return 0
