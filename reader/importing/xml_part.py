"""The XML inside documents and feeds, parsed without entities, networks or surprises."""

import re
from collections.abc import Callable, Iterator
from html.entities import html5
from typing import Any

from reader.importing import refusals

_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9._-]{1,40})")


_OWN = frozenset([b"amp", b"lt", b"gt", b"quot", b"apos"])
# What stands for itself, or is no text; a reference; and an ampersand or less-than sign that begins nothing.
_SIGNS = re.compile(
    rb"(?P<kept><!\[CDATA\[.*?\]\]>|<!--.*?-->)|&(?:(?P<name>[A-Za-z][\w.-]{0,40});|#x?[0-9A-Fa-f]{1,7};)?"
    rb"|<(?=[\s\d=&<,.;])",
    re.DOTALL,
)
_DECLARED = re.compile(rb"<!ENTITY\s+([A-Za-z][\w.-]{0,40})\s+(?:\"([^\"<%]{0,100})\"|'([^'<%]{0,100})')\s*>")
_DOCTYPE = 20_000  # bytes in which a document may declare letters of its own
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def parsed(data: bytes, name: str, kind: str, *, mend: bool = False) -> Any:
    """The root element. `mend` reads on after errors, as feeds need it, and letters by the names that pages give them.

    Of those the parser by itself drops what nobody declared, and what was declared as well, since it opens nothing.
    """
    from lxml import etree

    said = "utf-8" if _is_misnamed(data) else None
    if mend and data.startswith(_WIDE):
        data, said = data.decode("utf-16", "replace").encode(), "utf-8"
    if mend and b"&" in data:
        data = _spelled_out(data)
    try:
        root = etree.fromstring(data, _parser(said, recover=mend))
    except (etree.XMLSyntaxError, ValueError):
        raise refusals.damaged(name, kind) from None
    if root is None:
        raise refusals.damaged(name, kind)
    return root


def _parser(encoding: str | None, *, recover: bool) -> Any:
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=recover, remove_comments=True,
        remove_pis=True, encoding=encoding,
    )  # fmt: skip


def _spelled_out(data: bytes) -> bytes:
    """Letters that are written by a name as their numbers, and an ampersand that begins nothing as one.

    A name that nobody knows is left to be seen.
    """
    own: dict[bytes, bytes] = {name: one or other for name, one, other in _DECLARED.findall(data[:_DOCTYPE])}

    def spelled(sign: "re.Match[bytes]") -> bytes:
        name = sign["name"]
        if sign["kept"] or name in _OWN or sign[0].startswith(b"&#"):
            return sign[0]
        if name in own and b"&" not in own[name].replace(b"&#", b""):
            return own[name]
        if name:
            letters = html5.get(name.decode("ascii", "replace") + ";")
            return "".join(f"&#{ord(one)};" for one in letters).encode() if letters else b"&amp;" + sign[0][1:]
        return b"&amp;" if sign[0] == b"&" else b"&lt;"

    return _SIGNS.sub(spelled, data)


def _is_misnamed(data: bytes) -> bool:
    """Whether it is UTF-8 that names another encoding."""
    said = _ENCODING.match(data[:200])
    if said is None or said[1].lower() in (b"utf-8", b"utf8", b"us-ascii") or data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def local(element: Any) -> str:
    """An element's name without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def runs(root: Any, ends: frozenset[str], never: frozenset[str], said: Callable[[Any], str]) -> Iterator[str]:
    """The text between the ends of elements named in `ends`, white space in lines as one space.

    `said` gives what an element contributes where it begins; those in `never` are passed over with all in them.
    Without recursion, for documents may be nested as deep as the parser allows.
    """
    from lxml import etree

    walk = etree.iterwalk(root, events=("start", "end"))
    piece: list[str] = []
    for event, element in walk:
        name = local(element)
        if event == "start":
            if name in never:
                walk.skip_subtree()
            else:
                piece.append(said(element))
        elif name in ends:
            yield "".join(piece)
            piece = []
    yield "".join(piece)


def joined(pieces: Iterator[str]) -> str:
    """Paragraphs parted by empty lines; a line break in a paragraph stays."""
    paragraphs = ("\n".join(filter(None, (" ".join(line.split()) for line in one.split("\n")))) for one in pieces)
    return "\n\n".join(filter(None, paragraphs))
