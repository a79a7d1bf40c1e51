"""The XML inside documents and feeds, parsed without entities, networks or surprises."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from reader.importing import refusals

_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9._-]{1,40})")


def parsed(data: bytes, name: str, kind: str, *, mend: bool = False) -> Any:
    """The root element; `mend` goes on after errors, as feeds need it."""
    from lxml import etree

    known = _is_misnamed(data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=mend, remove_comments=True,
        remove_pis=True, encoding="utf-8" if known else None,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise refusals.damaged(name, kind) from None
    if root is None:
        raise refusals.damaged(name, kind)
    return root


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
