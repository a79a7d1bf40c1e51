"""Markup within XML to paragraphs: elements by their names alone, whatever namespace they are of."""

import copy
import re
from collections.abc import Iterator
from typing import Any

from reader.importing.web_page import paragraphs, text_of
from reader.importing.xml_part import local

_NEVER = ("head", "title", "script", "style", "media", "media-metadata", "media-producer", "tagline", "bibliography")

_LISTED = ("ul", "ol", "time")
"""What a header lists, the item's own fields have as well: subjects and places by their codes, its moment."""
# What editors put into an item for pages to show, escaped: `<div data-id="7"></div><script src="…"></script>`.
_MARKUP = re.compile(r"<([a-z][a-z0-9]{0,20})\b[^<>]{0,2000}>.*</[a-z][a-z0-9]{0,20}>", re.DOTALL)


def named(root: Any, *names: str) -> Iterator[Any]:
    """Every element below a root, itself too, that has one of these names."""
    return (one for one in root.iter() if local(one) in names)


def first(root: Any, *names: str) -> Any:
    """The first of them; None where there is none."""
    return next(named(root, *names), None)


def line(element: Any) -> str:
    """The text of an element in one line; empty for None."""
    return " ".join(" ".join(element.itertext()).split())[:2000] if element is not None else ""


def tight(element: Any) -> str:
    """The same, where what parts words is only what the file has between them."""
    return " ".join("".join(element.itertext()).split())[:2000] if element is not None else ""


def text_of_element(element: Any) -> str:
    """The paragraphs of an element, parted by empty lines; pictures with their captions left out."""
    bare = copy.deepcopy(element)
    bare.tail = None
    for one in list(bare.iter()):
        if isinstance(one.tag, str):
            one.tag = local(one) or "span"
        elif one.getparent() is not None:  # an entity that nobody resolves
            _drop(one)
    listed = [one for header in bare.iter("header") for one in header.iter(*_LISTED)]
    for one in [*bare.iter(*_NEVER), *listed]:
        if one is not bare and one.getparent() is not None:
            _drop(one)
    return "\n\n".join(filter(None, map(_unmarked, paragraphs(bare).split("\n\n"))))


def _unmarked(paragraph: str) -> str:
    """A paragraph, of which nothing but its words is left where it is a piece of markup written as text."""
    return text_of(paragraph) if _MARKUP.fullmatch(paragraph) else paragraph


def _drop(element: Any) -> None:
    parent, before, tail = element.getparent(), element.getprevious(), element.tail or ""
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
