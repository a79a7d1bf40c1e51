"""Titles of pages without the name of the site that hangs on to them."""

import re

from reader.importing.masthead_words import words_of
from reader.importing.names import outlet as outlet_in
from reader.text.addresses import host_of
from reader.text.folding import folded

_SIGNS = (" | ", " - ", " – ", " — ", " :: ", " • ", " · ", " » ", " « ", " / ")


def without_site(title: str, outlet: str, url: str = "") -> str:
    """The title without the outlet's name, a section, or the host of its address after or before it."""
    for _step in range(3):  # "Headline | World | The Courier"
        shorter = _without_last(title, outlet, url) or _without_first(title, outlet, url)
        if not shorter:
            break
        title = shorter
    return title


def _without_last(title: str, outlet: str, url: str) -> str:
    head, _sign, tail = _parted(title, last=True)
    section = folded(tail) in words_of("outlets", "sections")
    return head if head and (section or _is_site(tail, outlet, url)) else ""


def _without_first(title: str, outlet: str, url: str) -> str:
    head, _sign, tail = _parted(title, last=False)
    if not head and outlet and title.startswith(f"{outlet}: "):
        return title.removeprefix(f"{outlet}: ")
    return tail if tail and len(tail.split()) > 2 and _is_site(head, outlet, url) else ""


def _parted(title: str, *, last: bool) -> tuple[str, str, str]:
    """The title parted at its last or first sign that parts."""
    places = [(title.rfind(sign) if last else title.find(sign), sign) for sign in _SIGNS if sign in title]
    if not places:
        return "", "", ""
    at, sign = max(places) if last else min(places)
    return title[:at].strip(), sign, title[at + len(sign) :].strip()


def _is_site(name: str, outlet: str, url: str) -> bool:
    """Whether a name is the outlet's, with or without its article, or that of its address."""
    said = _bare(name)
    if not said:
        return False
    if outlet and said in (_bare(outlet), _bare(outlet.partition(" - ")[0])):
        return True
    host = host_of(url) if url else ""
    labels = host.removeprefix("www.").split(".")
    if host and said in ("".join(labels), *(label for label in labels[:-1] if len(label) > 2)):
        return True
    return not outlet and bool(outlet_in(name))


def _bare(name: str) -> str:
    words = [word for word in re.findall(r"\w+", folded(name)) if word != "the"]
    return "".join(words)
