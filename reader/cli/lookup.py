"""What a person saved under a name, found by what was typed for it."""

from collections.abc import Mapping
from typing import TypeVar

from reader.errors import UsageError
from reader.i18n import _

T = TypeVar("T")
_OFFERED = 6
"""How many names are told to who gave an unknown one."""


def named(name: str, known: Mapping[str, T], unknown: str) -> T:
    """What goes by a name, whatever its case where there is one alone; where nothing does, what there is is offered."""
    if name in known:
        return known[name]
    folded: dict[str, list[str]] = {}
    for one in known:
        folded.setdefault(one.casefold(), []).append(one)
    same = folded.get(name.casefold(), [])
    if len(same) == 1:
        return known[same[0]]
    from difflib import get_close_matches  # for who mistypes

    near = same or [one for like in get_close_matches(name.casefold(), folded, n=1, cutoff=0.5) for one in folded[like]]
    remedy = _("There is none yet.")
    if near:
        remedy = _("Did you mean “{name}”?").format(name=near[0])
    elif known:
        remedy = _("There are: {names}.").format(names=", ".join(sorted(known)[:_OFFERED]))
    raise UsageError(unknown.format(name=name), remedy)
