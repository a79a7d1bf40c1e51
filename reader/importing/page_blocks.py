"""The blocks of text that a page shows, in the order of reading, each with where it stands."""

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import Any

from reader.lexicon import load

_NEVER = frozenset(
    [
        "script", "style", "noscript", "template", "svg", "iframe", "object", "head", "select", "button", "textarea",
        "canvas", "audio", "video", "map", "dialog",
    ]
)  # fmt: skip
_FURNITURE = frozenset(["nav", "footer", "aside", "figcaption", "menu"])
_BREAKING = frozenset(
    [
        "p", "div", "section", "article", "main", "li", "blockquote", "pre", "td", "th", "tr", "dt", "dd", "figcaption",
        "figure", "header", "footer", "aside", "nav", "ul", "ol", "dl", "table", "address", "hr", "details", "summary",
        "center", "h1", "h2", "h3", "h4", "h5", "h6", "body", "form", "fieldset",
    ]
)  # fmt: skip
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_ROLES = frozenset(["navigation", "complementary", "contentinfo", "search", "banner", "dialog", "alert"])
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_ENDS = re.compile(r"[.!?…。！？][\"'”’»)\]]*$")
_MOST = 20_000  # blocks of a page


@dataclass(frozen=True, slots=True)
class Block:
    """A block of text; `key` is its letters and digits alone, `form` what its parent is called, `path` its ancestors.

    `linked`: the share of its letters that are links. `under`: the heading above it. `furniture`: those of its
    ancestors that by their names are no part of an article, `asides`: those of them that never are. `article`: the
    outermost element that is one, 0 for none.
    """

    text: str
    key: str
    tag: str
    form: str
    path: tuple[int, ...]
    linked: float
    under: str
    furniture: tuple[int, ...]
    asides: tuple[int, ...]
    article: int
    is_comment: bool
    is_lede: bool
    is_post: bool

    @property
    def is_prose(self) -> bool:
        """Whether it reads like a paragraph: words enough, and the end of a sentence."""
        return (
            self.linked < 0.5
            and len(self.text) > 40
            and len(self.text.split(maxsplit=8)) > 7
            and bool(_ENDS.search(self.text))
        )

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading within the text."""
        return self.tag in ("h2", "h3", "h4") and 0 < len(self.text) < 150


@dataclass(slots=True)
class _Place:
    """An element that is open: what holds for all in it."""

    tag: str
    form: str
    number: int
    furniture: tuple[int, ...]
    asides: tuple[int, ...]
    article: int
    comment: bool
    lede: bool
    post: bool
    link: bool


@dataclass(slots=True)
class _Piece:
    """The text since the last end of a block, and how much of it is in links."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0
    breaks: int = 0


def key_of(text: str) -> str:
    """The letters and digits of a text alone, in lower case: what stays the same however it is set."""
    return "".join(filter(str.isalnum, text)).lower()


def blocks_of(tree: Any) -> list[Block]:
    """The blocks of a page's body that are shown; hidden ones are none."""
    from lxml import etree

    body = tree.find("body")
    if body is None:
        return []
    found: list[Block] = []
    places: list[_Place] = []
    piece = _Piece()
    heading, numbers = "", 0
    walk = etree.iterwalk(body, events=("start", "end"))

    def end() -> None:
        nonlocal heading
        block = _block(piece, places, heading)
        if block is not None and len(found) < _MOST:
            found.append(block)
            if block.tag in _HEADINGS:
                heading = block.text[:120]
        piece.parts.clear()
        piece.linked = piece.breaks = 0

    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if not tag or tag in _NEVER or _is_hidden(element):
                walk.skip_subtree()
                places.append(_Place("", "", 0, (), (), 0, False, False, False, False))
                continue
            if tag in _BREAKING:
                end()
            numbers += 1
            places.append(_opened(element, tag, places[-1] if places else None, numbers))
            _add(piece, element.text, places[-1].link)
            continue
        if places[-1].tag in _BREAKING:
            end()
        places.pop()
        if tag == "br":
            piece.breaks += 1
            if piece.breaks > 1:
                end()
            piece.parts.append(" ")
        if element is not body:
            _add(piece, element.tail, bool(places) and places[-1].link)
    return found


def _add(piece: _Piece, text: str | None, link: bool) -> None:
    if text:
        piece.parts.append(text)
        if text.strip():
            piece.breaks = 0
            piece.linked += len(text) if link else 0


def _block(piece: _Piece, places: list[_Place], heading: str) -> Block | None:
    """The block that ends here, None where there is no text."""
    if not piece.parts or not places:
        return None
    text = " ".join("".join(piece.parts).split())
    key = key_of(text)
    if not key:
        return None
    around = [one for one in places if one.tag in _BREAKING]
    inner = around[-1] if around else places[0]
    outer = around[-2] if len(around) > 1 else inner
    return Block(
        text=text,
        key=key,
        tag=inner.tag,
        form=f"{inner.tag} {outer.tag} {outer.form}",
        path=tuple(one.number for one in around),
        linked=min(1.0, piece.linked / max(1, len(text))),
        under=heading,
        furniture=inner.furniture,
        asides=inner.asides,
        article=inner.article,
        is_comment=inner.comment,
        is_lede=inner.lede,
        is_post=inner.post,
    )


def _is_hidden(element: Any) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDDEN.search(style))


def _opened(element: Any, tag: str, outer: _Place | None, number: int) -> _Place:
    """What holds within an element, by what it is called and what it stands in."""
    said = f"{element.get('class') or ''} {element.get('id') or ''}"
    words = _words(said) if len(said) > 1 else frozenset()
    role = element.get("role") or ""
    item = element.get("itemprop") or ""
    known = _known()
    main = tag in ("body", "main", "article")
    named = tag in _FURNITURE or role in _ROLES or (not main and bool(words & known["furniture"]))
    above = outer or _Place("", "", 0, (), (), 0, False, False, False, False)
    return _Place(
        tag=tag,
        form=" ".join((element.get("class") or "").split()),
        number=number,
        furniture=(*above.furniture, number) if named else above.furniture,
        asides=(*above.asides, number) if not main and words & known["asides"] else above.asides,
        article=above.article or (number if tag == "article" else 0),
        comment=above.comment or (not main and bool(words & known["comments"])),
        lede=above.lede or bool(words & known["ledes"]) or item in ("description", "abstract"),
        post=above.post or (tag == "blockquote" and bool(words & known["posts"])),
        link=above.link or tag == "a",
    )


@cache
def _known() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load("page_parts").items()}


@cache
def _words(said: str) -> frozenset[str]:
    """The words of classes and ids: "article__chunksRow" is article, chunks, row; and each of two joined."""
    found: set[str] = set()
    for one in said.split()[:30]:
        words = [word.lower() for word in _PARTS.findall(one[:80])]
        found.update(words)
        found.update(a + b for a, b in pairwise(words))
    return frozenset(found)
