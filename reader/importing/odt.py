"""OpenDocument texts to articles: the words as they stand, without what was deleted, hidden or noted in the margin."""

from typing import Any, NamedTuple

from reader.article import Article
from reader.importing import refusals
from reader.importing.office_flow import Flow
from reader.importing.options import ImportOptions
from reader.importing.properties import Properties, described
from reader.importing.xml_part import local, parsed
from reader.importing.zip_reader import ZipReader

_BLOCKS = frozenset({"p", "h"})
_NEVER = frozenset(
    ["tracked-changes", "annotation", "note-citation", "scripts", "font-face-decls", "automatic-styles", "ruby-text"]
) | {"title", "desc", "binary-data", "event-listeners", "forms", "user-field-decls", "variable-decls", "sequence-decls"}
_SIGNS = {"tab": " ", "line-break": "\n", "soft-hyphen": "\u00ad"}
_MOST_SPACES = 100


def read(data: bytes, name: str, options: ImportOptions) -> Article:
    """The article in an .odt file."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _flat(data, name, options)
    archive = ZipReader(data, name, "ODT")
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise refusals.encrypted(name)
    root = parsed(archive.read("content.xml"), name, "ODT")
    styles = [_styles(root)]
    if "styles.xml" in archive:
        styles.append(_styles(parsed(archive.read("styles.xml"), name, "ODT", mend=True)))
    told = parsed(archive.read("meta.xml"), name, "ODT", mend=True) if "meta.xml" in archive else ()
    return _article(root, _Styles(*map(frozenset[str]().union, *styles)), told, name, options)


def _flat(data: bytes, name: str, options: ImportOptions) -> Article:
    """The article in a document that is one file of XML (.fodt)."""
    root = parsed(data, name, "ODT", mend=True)
    named = {local(one): one for one in root}
    if "body" not in named:
        raise refusals.without_text(name)
    return _article(named["body"], _styles(root), named.get("meta", ()), name, options)


def _article(root: Any, styles: "_Styles", told: Any, name: str, options: ImportOptions) -> Article:
    flow = Flow()
    _read(root, styles, flow)
    text = flow.text()
    if not text:
        raise refusals.without_text(name)
    return described(text, _properties(told), options, flow.struck)


class _Styles(NamedTuple):
    """The names of the styles that hide text, raise it, and strike it through."""

    hidden: frozenset[str]
    high: frozenset[str]
    struck: frozenset[str]


def _read(root: Any, styles: _Styles, flow: Flow) -> None:
    """The text, which stands between elements here and not in elements of its own; without recursion."""
    from lxml import etree

    walk = etree.iterwalk(root, events=("start", "end"))
    depth = raised = struck = 0
    for event, element in walk:
        name = local(element)
        left_out = name in _NEVER or _is_hidden(name, element, styles.hidden)
        step = 1 if event == "start" else -1
        if not left_out:
            depth += step * (name in _BLOCKS)
            raised += step * (name == "span" and _value(element, "style-name") in styles.high)
            struck += step * (name == "span" and _value(element, "style-name") in styles.struck)
        if event == "start" and left_out:
            walk.skip_subtree()
            continue
        if event == "start":
            if name in ("table-cell", "text-box", "note-body"):
                flow.open()
            flow.say(_sign(name, element))
        elif not left_out:
            _close(flow, name)
        said = element.text if event == "start" else element.tail
        if said and struck > 0:
            flow.struck.append(said)
        elif said and depth > 0:
            (flow.say_raised if raised > 0 else flow.say)(said)


def _close(flow: Flow, name: str) -> None:
    match name:
        case "p" | "h":
            flow.end()
        case "table-cell":
            flow.close_cell()
        case "table-row":
            flow.close_row()
        case "text-box":
            flow.close_box()
        case "note-body":
            flow.close_note()


def _sign(name: str, element: Any) -> str:
    """What an element without text stands for."""
    if name != "s":
        return _SIGNS.get(name, "")
    count = _value(element, "c")
    return " " * min(int(count) if count.isdigit() and len(count) < 4 else 1, _MOST_SPACES)


def _is_hidden(name: str, element: Any, hidden: frozenset[str]) -> bool:
    if name in ("hidden-text", "hidden-paragraph") and _value(element, "is-hidden") == "true":
        return True
    if name == "section" and _value(element, "display") == "none":
        return True
    return name in ("span", "p", "h") and _value(element, "style-name") in hidden


def _styles(root: Any) -> _Styles:
    hidden, high, struck = set(), set(), set()
    for style in root.iter("{*}style"):
        name = _value(style, "name")
        for made in style.iter("{*}text-properties"):
            if _value(made, "display") == "none":
                hidden.add(name)
            if _value(made, "text-position").startswith("super") or _is_above(_value(made, "text-position")):
                high.add(name)
            if _value(made, "text-line-through-style") not in ("", "none"):
                struck.add(name)
    return _Styles(frozenset(hidden), frozenset(high), frozenset(struck))


def _is_above(position: str) -> bool:
    number = position.partition("%")[0]
    return number.isdigit() and int(number[:4]) > 0


def _properties(told: Any) -> Properties:
    """What the document says of itself; `told`: the element that says it, or nothing."""
    said = {local(one): (one.text or "") for one in (told.iter() if len(told) else ())}
    creator = said.get("initial-creator", "") or said.get("creator", "")
    return Properties(said.get("title", ""), creator, said.get("creation-date", ""))


def _value(element: Any, attribute: str) -> str:
    """An attribute, in whatever namespace."""
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == attribute), "")
