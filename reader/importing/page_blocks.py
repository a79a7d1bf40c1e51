"""The blocks of text that a page shows, in the order of reading, each with where it stands."""

import re
from dataclasses import field
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from reader.dataclass import dataclass
from reader.importing.visible_page import BREAK
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
_ASCII_SIGNS = bytes(n for n in range(128) if not chr(n).isalnum())
_MOST = 20_000  # blocks of a page


@dataclass(frozen=True, slots=True)
class Block:
    """A block of text; `key` is its letters and digits alone, `form` what its parent is called, `path` its ancestors.

    `linked`: the share of its letters that are links. `under`: the heading above it. `furniture`: those of its
    ancestors that by their names are no part of an article, `asides`: those of them that never are. `article`: the
    outermost element that is one, 0 for none. `is_quote`: it is set apart as what somebody said, or says who did.
    `is_plain`: in an element without a class that tells nothing of it.
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
    is_quote: bool
    is_plain: bool

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
    quote: bool


_NOWHERE = _Place("", "", 0, (), (), 0, False, False, False, False)


@dataclass(slots=True)
class _Piece:
    """The text since the last end of a block, and how much of it is in links."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0
    breaks: int = 0


def key_of(text: str) -> str:
    """The letters and digits of a text alone, in lower case: what stays the same however it is set."""
    if text.isascii():  # ten times as fast, and half of all there is
        return text.encode("ascii").lower().translate(None, _ASCII_SIGNS).decode("ascii")
    return "".join(filter(str.isalnum, text)).lower()


def blocks_of(tree: Any) -> list[Block]:
    """The blocks of a page's body that are shown; hidden ones are none."""
    body = tree.find("body")
    return [] if body is None else _Walk().blocks(body)


class _Walk:
    """One walk through a page's body, which cuts its text into blocks."""

    def __init__(self) -> None:
        self._found: list[Block] = []
        self._places: list[_Place] = []
        self._piece = _Piece()
        self._heading = ""
        self._numbers = self._links = 0

    def blocks(self, body: Any) -> list[Block]:
        """The blocks of a body."""
        from lxml import etree

        skipped: list[Any] = []
        walk = etree.iterwalk(body, events=("start", "end"))
        for event, element in walk:
            tag = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                if tag == "" or tag in _NEVER or (element.attrib and _is_hidden(element)):
                    walk.skip_subtree()
                    skipped.append(element)
                else:
                    self._open(element, tag)
                continue
            if skipped and skipped[-1] is element:
                skipped.pop()
            else:
                self._close(tag)
            if element.tail and element is not body:
                self._add(element.tail)
        return self._found

    def _open(self, element: Any, tag: str) -> None:
        if tag in _BREAKING:
            self._cut()
            self._numbers += 1
            around = self._places[-1] if self._places else _NOWHERE
            self._places.append(_opened(element, tag, around, self._numbers))
        elif tag == "a":
            self._links += 1
        if element.text:
            self._add(element.text)

    def _close(self, tag: str) -> None:
        if tag in _BREAKING:
            self._cut()
            self._places.pop()
        elif tag == "a":
            self._links -= 1
        elif tag == "br":
            self._piece.breaks += 1
            if self._piece.breaks > 1:
                self._cut()
            self._piece.parts.append(" ")

    def _add(self, text: str) -> None:
        for n, part in enumerate(text.split(BREAK) if BREAK in text else (text,)):
            if n:
                self._cut()
            _add(self._piece, part, self._links > 0)

    def _cut(self) -> None:
        """What was gathered is a block, if it is anything; what comes is another."""
        block = _block(self._piece, self._places, self._heading)
        if block is not None and len(self._found) < _MOST:
            self._found.append(block)
            if block.tag in _HEADINGS:
                self._heading = block.text[:120]
        self._piece.parts.clear()
        self._piece.linked = self._piece.breaks = 0


def _add(piece: _Piece, text: str, link: bool) -> None:
    piece.parts.append(text)
    if not text.isspace():
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
    inner, outer = places[-1], places[-2] if len(places) > 1 else places[-1]
    return Block(
        text=text,
        key=key,
        tag=inner.tag,
        form=f"{inner.tag} {outer.tag} {outer.form}",
        path=tuple(one.number for one in places),
        linked=min(1.0, piece.linked / max(1, len(text))),
        under=heading,
        furniture=inner.furniture,
        asides=inner.asides,
        article=inner.article,
        is_comment=inner.comment,
        is_lede=inner.lede,
        is_post=inner.post,
        is_quote=inner.quote,
        is_plain=inner.tag == "div" and not inner.form,
    )


def _is_hidden(element: Any) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDDEN.search(style))


def _opened(element: Any, tag: str, above: _Place, number: int) -> _Place:
    """What holds within an element, by what it is called and what it stands in."""
    get = element.get
    named = _named(tag, get("class") or "", get("id") or "", get("role") or "", get("itemprop") or "")
    speaker = tag == "figcaption" and _is_under_quote(element)
    return _Place(
        tag,
        named.form,
        number,
        (*above.furniture, number) if named.furniture and not speaker else above.furniture,
        (*above.asides, number) if named.aside else above.asides,
        above.article or (number if tag == "article" else 0),
        above.comment or named.comment,
        above.lede or named.lede,
        above.post or named.post,
        above.quote or speaker or tag == "blockquote",
    )


def _is_under_quote(caption: Any) -> bool:
    """Whether a caption is that of a quotation, so that it says whose that is."""
    figure = caption.getparent()
    return figure is not None and figure.tag == "figure" and next(figure.iter("blockquote"), None) is not None


@dataclass(frozen=True, slots=True)
class _ElementName:
    """What an element is by its name, class and id alone."""

    form: str
    furniture: bool
    aside: bool
    comment: bool
    lede: bool
    post: bool


@lru_cache(maxsize=4096)
def _named(tag: str, classes: str, name: str, role: str, item: str) -> _ElementName:
    words, known = _words(f"{classes} {name}"), _known()
    main = tag in ("body", "main", "article")
    lede = bool(words & known["ledes"])
    words = words - known["beside_ledes"] if lede else words
    return _ElementName(
        form=" ".join(classes.split()),
        furniture=tag in _FURNITURE or role in _ROLES or (not main and bool(words & known["furniture"])),
        aside=not main and bool(words & known["asides"]),
        comment=not main and bool(words & known["comments"]),
        lede=lede or item in ("description", "abstract"),
        post=tag == "blockquote" and bool(words & known["posts"]),
    )


@cache
def _known() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load("page_parts").items()}


def _words(said: str) -> frozenset[str]:
    """The words of classes and ids: "article__chunksRow" is article, chunks, row; and each of two joined."""
    found: set[str] = set()
    for one in said.split()[:30]:
        words = [word.lower() for word in _PARTS.findall(one[:80])]
        found.update(words)
        found.update(a + b for a, b in pairwise(words))
    return frozenset(found)
