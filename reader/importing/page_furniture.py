"""What of a page's tree is furniture by its form: rows of links to other articles, boxes to subscribe in, pop-ups.

A box is told by what people name such boxes, and dropped only where it holds little of what the page says. Lists of
links are told by being nothing else.
"""

import re
from typing import Any

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
_ITEMS = frozenset(["li", "div", "article", "section", "a"])


def clear(tree: Any) -> None:
    """Drop it from the tree."""
    body = tree.find("body")
    if body is None:
        return
    whole = sum(_length(one) for one in body.iter("p"))
    for one in list(body.iter("div", "section", "aside", "ul", "ol")):
        if _is_inside(one, body):
            _boxes(one, whole)
    for one in list(body.iter("div", "section", "aside", "ul", "ol")):
        if _is_inside(one, body):
            _rows(one)


def _is_inside(element: Any, body: Any) -> bool:
    """Whether an element has not been dropped with one around it."""
    parent = element.getparent()
    return parent is not None and (parent is body or parent.getroottree() is not None)


def _boxes(element: Any, whole: int) -> None:
    """A box by its name, where it holds little."""
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    if len(named) < 400 and _BOX.search(_HUMP.sub("-", named)) and element.find(".//h1") is None:
        held = sum(_length(one) for one in element.iter("p"))
        if held <= _SMALL * whole:
            element.drop_tree()


def _rows(parent: Any) -> None:
    """Items side by side that only lead to other articles: a linked headline each, with a line on it at most."""
    items = [one for one in parent if isinstance(one.tag, str) and one.tag in _ITEMS and _length(one)]
    leading = [one for one in items if _leads_elsewhere(one)]
    if len(leading) >= _LEAST and len(leading) >= 0.8 * len(items):
        for one in leading:
            one.drop_tree()


def _leads_elsewhere(item: Any) -> bool:
    length = _length(item)
    if length < _SHORT:
        return False
    if item.tag == "a":
        return True
    if sum(map(_length, item.iter("a"))) >= _LINKED * length:
        return True
    headed = [one for one in item.iter(*_HEADS) if _length(one)]
    return (
        length <= _LONG and len(headed) == 1 and sum(map(_length, headed[0].iter("a"))) >= _LINKED * _length(headed[0])
    )


def _length(element: Any) -> int:
    """Characters of an element's text, without white space."""
    return sum(len("".join(text.split())) for text in element.itertext())
