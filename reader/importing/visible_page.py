"""A page as a person sees it, before its article is looked for: what is hidden or struck out gone, quotations marked.

What a page only shows by its style is put into words and signs: a raised note mark is no digit, two line breaks part
paragraphs. Style sheets are not read.
"""

import re
from typing import Any

from reader.importing.superscripts import raised

BREAK = "⁋"
"""Stands where two line breaks part paragraphs, through the extraction of the article; no page writes it."""

_HIDING = re.compile(r"(?:^|[;\s])(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE)
_UNSEEN = frozenset(
    [
        "visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "screen-reader-only", "u-visually-hidden",
        "a11y-hidden", "assistive-text", "offscreen", "hide", "hidden", "is-hidden", "d-none", "u-hidden", "invisible",
    ]
)  # fmt: skip
# Readings that stand over the words that they tell how to speak, too.
_NO_TEXT = frozenset(["template", "datalist", "rt", "rp", "rtc"]) | {
    "amp-ad", "amp-embed", "amp-sidebar", "amp-consent", "amp-social-share",
    "amp-user-notification", "amp-analytics", "amp-auto-ads", "amp-sticky-ad",
}  # fmt: skip
_SAID, _GONE = "x-said", "x-gone"
"""What elements are called whose text stays without them, and those that go with their text; no page has such."""
_LONGEST = 12
"""Characters of what is raised as a mark."""
_SENTENCE = 20
"""Letters beside a time that make a sentence of what it stands in."""
_PRESSED = ("button", "label", "output", "math", "legend", "marquee", "blink")
"""Elements that hold no text as a rule, and a word of a sentence where that is explained or reckoned."""
_GOING_ON, _ENDING = tuple(",;:)–—’'"), tuple(".!?")
_STRUCK = ("del", "s", "strike")
_WHOLE = 0.4
"""A hidden part with more than this share of the paragraphs of a page is its article, which a script was to show."""
_MARKS = {
    "de": ("„", "“"), "fr": ("«", "»"), "es": ("«", "»"), "it": ("«", "»"), "pl": ("„", "”"), "ru": ("«", "»"),
    "cs": ("„", "“"), "uk": ("«", "»"),
}  # fmt: skip
_NOTE = re.compile(r"\b(?:foot|end)?note|\bref(?:erence)?\b|\bcite|\bfn\b", re.IGNORECASE)
_INLINE = frozenset(
    ["p", "li", "span", "em", "strong", "b", "i", "a", "td", "blockquote", "dd", "figcaption", "h2", "h3"]
)


def show(tree: Any) -> int:
    """Change the tree to what is seen of it; how many words were struck out in it, which are gone."""
    from lxml import etree

    _hide(tree)
    struck = _strike(tree)
    etree.strip_elements(tree, _GONE, with_tail=False)
    for one in reversed(list(tree.iter("q"))):  # those within others first
        _quote(one, tree)
    for one in list(tree.iter("sup")):
        _raise(one)
    for one in list(tree.iter("footer")):
        _sign(one)
    _tell(tree)
    _break(tree)
    etree.strip_tags(tree, _SAID)
    return struck


def _hide(tree: Any) -> None:
    """Mark what is hidden to go, unless it is the article itself."""
    found = [one for one in tree.iter() if isinstance(one.tag, str) and _is_hidden(one)]
    if not found:
        return
    whole = _prose(tree)
    for one in found:
        if not whole or _prose(one) <= _WHOLE * whole:
            one.tag = _GONE


def _is_hidden(element: Any) -> bool:
    told = element.attrib
    if not told:
        return element.tag in _NO_TEXT
    if element.tag in ("html", "body", "head", "meta", "link", "script"):
        return False
    hidden = told.get("hidden")
    if (hidden is not None and hidden != "until-found") or element.tag in _NO_TEXT:
        return True
    if element.tag == "dialog" and told.get("open") is None:
        return True
    style, named = told.get("style"), told.get("class")
    if style and _HIDING.search(style):
        return True
    return bool(named) and not _UNSEEN.isdisjoint(named.lower().split())


def _prose(element: Any) -> int:
    """Characters of the paragraphs in an element."""
    return sum(len("".join(one.itertext())) for one in element.iter("p"))


def _strike(tree: Any) -> int:
    """Mark what was struck out to go; how many words."""
    count = 0
    for one in list(tree.iter(*_STRUCK)):
        count += len("".join(one.itertext()).split())
        one.tag = _GONE
    return count


def _quote(element: Any, tree: Any) -> None:
    """The marks that a browser sets around a quotation, by the language of the page."""
    language = (element.get("lang") or tree.get("lang") or "en")[:2].lower()
    outside = sum(one.tag == "q" for one in element.iterancestors())
    first, last = _MARKS.get(language, ("“", "”")) if not outside else ("‘", "’")
    element.text = first + (element.text or "").lstrip()
    if len(element):
        element[-1].tail = (element[-1].tail or "").rstrip() + last
    else:
        element.text = element.text.rstrip() + last
    element.tag = _SAID


def _raise(element: Any) -> None:
    """What is raised, as far as it belongs to the text before it."""
    said = " ".join("".join(element.itertext()).split())
    element.tag = _SAID
    if not said or len(said) > _LONGEST:
        return
    linked = any("#" in str(one.get("href") or "") for one in element.iter("a"))
    named = " ".join(filter(None, (element.get("class"), element.get("id"), *(one.get("class") for one in element))))
    shown = raised(_before(element), said, note=linked or bool(_NOTE.search(named)))
    for one in list(element):
        element.remove(one)
    element.text = shown


def _sign(footer: Any) -> None:
    """What stands at the foot of a quotation says whose it is; the foot of a page or an article does not."""
    if any(one.tag == "blockquote" for one in footer.iterancestors()):
        footer.tag = "p"


def _before(element: Any) -> str:
    """The text before an element, as far back as its paragraph has it at hand."""
    earlier = element.getprevious()
    if earlier is not None:
        return (earlier.tail or "") or "".join(earlier.itertext())
    parent = element.getparent()
    return str(parent.text or "") if parent is not None else ""


def _tell(tree: Any) -> None:
    """A time within a sentence is words of it; alone, it is the page's own date. So is a term that can be pressed."""
    sentences: dict[Any, bool] = {}
    for one in list(tree.iter("time", *_PRESSED)):
        parent = one.getparent()
        if parent is None or parent.tag not in _INLINE or (one.tag != "time" and not _goes_on(one)):
            continue
        if parent not in sentences:
            around = (parent.text or "") + "".join(inner.tail or "" for inner in parent)
            sentences[parent] = sum(map(str.isalpha, around)) > _SENTENCE
        if sentences[parent]:
            one.tag = _SAID


def _goes_on(element: Any) -> bool:
    """Whether the sentence goes on behind an element, as none does behind what is only there to be pressed."""
    after = (element.tail or "").lstrip()
    before = _before(element).rstrip()
    return after[:1].islower() or after[:1] in _GOING_ON or (after[:1] in _ENDING and before[-1:].isalnum())


def _break(tree: Any) -> None:
    """Put the sign of a break in the place of two or more line breaks in a row."""
    for one in list(tree.iter("br")):
        if one.tag != "br":  # one of the last run
            continue
        run = [one]
        while (after := run[-1].getnext()) is not None and after.tag == "br" and not (run[-1].tail or "").strip():
            run.append(after)
        if len(run) > 1:
            for each in run:
                each.tag = _SAID
            one.text = f" {BREAK} "
