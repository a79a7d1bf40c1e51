"""What a site is called, and titles of pages without its name, which hangs on to them."""

import re

from reader.importing.masthead_words import words_of
from reader.importing.names import outlet as outlet_in
from reader.text.addresses import host_of
from reader.text.folding import folded

_ACCOUNT = re.compile(r"\w*_\w*")
"""What a site is called where it posts."""
_MOST = 0.6
"""Of the letters of a title: a name that is more of them is no site's."""
_INITIALS, _LONGEST = 6, 60
"""Letters of initials, which stand beside what they are short for, and of both together."""
_ENDS = re.compile(r"^\s*[^\w\s]+\s+(?:[^\w\s]+\s+)*|\s+[^\w\s]+\s*$")
"""Signs that stand alone before and after a name."""
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+/?")
_PARTING = re.compile(r"\s[|\-–—•·»«/:]{1,2}\s|:\s")
_SIGNS = (" | ", " - ", " – ", " — ", " :: ", " • ", " · ", " » ", " « ", " / ")


def site_name(name: str, title: str, url: str) -> str:
    """What people call a site of which a page gives `name`: that may be a slogan, an account, an address, a headline.

    `title`: what the page's window is called. The part of either that is spelt like the address goes before all else.
    """
    if _ACCOUNT.fullmatch(name) or "{" in name or _is_of_article(name, title):
        name = ""
    host = host_of(url).removeprefix("www.") if url else ""
    if found := _spelt_like(host, name):
        return name if found.isupper() and len(found) < _INITIALS and len(name) < _LONGEST else found
    if name and not _HOST.fullmatch(name):
        return name
    return _spelt_like(host, title) or name or host


def _is_of_article(name: str, title: str) -> bool:
    """Whether a name is the title of the article, which some pages put into every field there is."""
    own, whole = _bare(name), _bare(title)
    return len(name.split()) > 2 and whole.startswith(own) and len(own) > _MOST * len(whole)


def _spelt_like(host: str, said: str) -> str:
    """The part of a name with a slogan, or of a title, that a host is called by; empty where none is."""
    labels = {label.replace("-", "") for label in host.split(".")[:-1] if len(label) > 2}
    known = labels | {label.removeprefix("the") for label in labels} | {host.replace(".", "").replace("-", "")}
    parts = [_ENDS.sub("", part) for part in _PARTING.split(said)]
    return next((part for part in reversed(parts) if _bare(part) in known and not _HOST.fullmatch(part)), "")


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
