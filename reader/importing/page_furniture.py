"""What of a page's tree is furniture by its form: rows of links to other articles, boxes to subscribe in, pop-ups.

A box is told by what people name such boxes, and dropped only where it holds little of what the page says. Lists of
links are told by being nothing else.
"""

import re
from typing import Any

from reader.dataclass import dataclass

_LEAST = 3
"""Links to other articles side by side, at least."""
_LINKED = 0.95
"""The share of its text that is a link, in what only leads elsewhere."""
_SHORT, _LONG = 20, 220
"""Characters of a headline that is linked to, at least; of a headline with its summary, at most."""
_SMALL = 0.15
"""The share of the paragraphs of a page that a box of furniture may hold."""
_BOX = re.compile(
    r"(?:^|[\s_-])(?:newsletter|signup|sign-up|subscri(?:be|ption)|recirc|outbrain|taboola|most-?read|most-?popular|"
    r"popular-?posts|related-?(?:articles|posts|stories|content|links)|latest-?news|more-?stories|read-?next|"
    r"print-?(?:header|only|footer)|scrim|popup|modal|paywall|cookie|consent|gdpr|promo|share-?(?:bar|tools|buttons)|"
    r"social-?(?:share|links)|comment-?(?:form|policy)|disqus|breadcrumbs?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HEADS = ("h2", "h3", "h4", "h5", "h6")
_CONTAINERS = frozenset(["div", "section", "aside", "ul", "ol"])
_ITEMS = frozenset(["li", "div", "article", "section", "a"])


@dataclass(slots=True)
class _Lengths:
    """Characters of the text in an element, of its links, and of its paragraphs."""

    text: int = 0
    linked: int = 0
    prose: int = 0

    def count(self, text: str | None, linked: int, prose: int) -> None:
        """Add a text that stands in so many links and paragraphs."""
        length = len(text.strip()) if text else 0
        if length:
            self.text += length
            if linked:
                self.linked += length
            if prose:
                self.prose += length


_NOTHING = _Lengths()


def clear(tree: Any) -> None:
    """Drop it from the tree."""
    body = tree.find("body")
    if body is None:
        return
    lengths = _measured(body)
    containers = [one for one in lengths if one.tag in _CONTAINERS]
    for one in containers:
        if _is_box(one, lengths, lengths[body].prose):
            one.drop_tree()
    for one in containers:
        if len(one) >= _LEAST:
            _rows(one, lengths)


def _measured(body: Any) -> dict[Any, _Lengths]:
    """The lengths of every element, in one walk; an element comes before those in it."""
    from lxml import etree

    result: dict[Any, _Lengths] = {}
    open_: list[_Lengths] = []
    linked = prose = 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        tag = element.tag
        step = 1 if event == "start" else -1
        if tag == "a":
            linked += step
        elif tag == "p":
            prose += step
        if step == 1:
            own = result[element] = _Lengths()
            open_.append(own)
            own.count(element.text, linked, prose)
            continue
        own = open_.pop()
        if open_:
            above = open_[-1]
            above.text += own.text
            above.linked += own.linked
            above.prose += own.prose
            above.count(element.tail, linked, prose)
    return result


def _is_box(element: Any, lengths: dict[Any, _Lengths], whole: int) -> bool:
    """Whether it is one by its name, and holds little."""
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    if not 2 < len(named) < 400 or lengths[element].prose > _SMALL * whole or element.getparent() is None:
        return False
    return bool(_BOX.search(_HUMP.sub("-", named))) and element.find(".//h1") is None


def _rows(parent: Any, lengths: dict[Any, _Lengths]) -> None:
    """Items side by side that only lead to other articles: a linked headline each, with a line on it at most."""
    items = [one for one in parent if one.tag in _ITEMS and lengths.get(one, _NOTHING).text]
    if len(items) < _LEAST:
        return
    leading = [one for one in items if _leads_elsewhere(one, lengths)]
    if len(leading) >= _LEAST and len(leading) >= 0.8 * len(items):
        for one in leading:
            one.drop_tree()


def _leads_elsewhere(item: Any, lengths: dict[Any, _Lengths]) -> bool:
    length, linked = lengths[item].text, lengths[item].linked
    if length < _SHORT:
        return False
    if item.tag == "a" or linked >= _LINKED * length:
        return True
    if length > _LONG or linked < _SHORT:
        return False
    headed = [found for one in item.iter(*_HEADS) if (found := lengths.get(one, _NOTHING)).text]
    return len(headed) == 1 and headed[0].linked >= _LINKED * headed[0].text
