"""What an agency says of an item besides its text: withdrawn, embargoed, corrected, which version."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from reader.importing.dates import dated, plausible
from reader.lexicon import load
from reader.notices import Notice, NoticeKind, notice
from reader.text.folding import folded

_COMPACT = re.compile(
    r"(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)"
    r"(?:[T ]?(?P<hour>\d\d):?(?P<minute>\d\d)(?::?\d\d(?:[.,]\d{1,9})?)?"
    r"\s?(?P<zone>Z|[+-]\d\d:?(?:\d\d)?)?)?$"
)
_LONGEST = 400


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(folded(word) for word in load("newswire")["status"][name])


def notices_of(
    status: Iterable[str] = (), notes: Iterable[str] = (), until: str = "", version: str = ""
) -> tuple[Notice, ...]:
    """Notices on an item. `status`: the words of its status and signals; `notes`: what its editors wrote beside it;

    `until`: before when it may not be published, in ISO 8601; `version`: its number or name, told where it is not the
    first.
    """
    said = [folded(one.rpartition(":")[2].strip()) for one in status if one]
    found = _corrections(said, notes)
    if until or not _words("embargoed").isdisjoint(said):
        found.append(notice(NoticeKind.EMBARGO, until=until or next(one for one in said if one in _words("embargoed"))))
    if version and version not in ("0", "1", "1.0", "0.1") and len(version) < (4 if version.isdigit() else 60):
        found.append(notice(NoticeKind.VERSION, version=" ".join(version.split())[:60]))
    return tuple(found)


def embargo_in(line: str) -> str:
    """Until when a line says that an item is held, by its day in ISO 8601 or in its words; empty for other lines."""
    words = folded(line).strip(" ()*=:<").split()
    if not words or words[0].strip(":.,") not in _words("embargoed"):
        return ""
    found = dated(line)
    return found.iso if found and found.iso else " ".join(line.split())[:80]


def is_killed(slug: str) -> bool:
    """Whether a line above a headline says that the item was withdrawn."""
    return folded(slug.strip(" ()=:<")) in _words("killed")


def moment(said: str | None) -> str:
    """A date, or date and time, as the formats write it (20240305T190500+0100, 2024-03-05T19:05:00Z); else empty."""
    found = _COMPACT.match((said or "").strip())
    if found is None:
        return ""
    day = f"{found['year']}-{found['month']}-{found['day']}"
    if not plausible(day) or not ("01" <= found["month"] <= "12" and "01" <= found["day"] <= "31"):
        return ""
    if found["hour"] is None:
        return day
    zone = found["zone"] or ""
    if zone and zone != "Z":
        digits = zone[1:].replace(":", "").ljust(4, "0")
        zone = f"{zone[0]}{digits[:2]}:{digits[2:]}"
    return f"{day}T{found['hour']}:{found['minute']}{'+00:00' if zone == 'Z' else zone}"


def later(said: str, first: str) -> str:
    """When an item was changed, where that is not when it was first written."""
    return said if said and said != first else ""


def beside(text: str, under: str) -> str:
    """The line under a headline, where the text does not begin with it too."""
    return under if under and under not in text[:2000] else ""


def _corrections(said: Sequence[str], notes: Iterable[str]) -> list[Notice]:
    """That an item was withdrawn, with the note that says why; or else what its notes say was corrected."""
    texts = [" ".join(one.split())[:_LONGEST] for one in notes if one and one.strip()]
    killed = [one for one in said if one in _words("killed")]
    words = _words("corrected") | _words("killed")
    telling = [one for one in texts if not words.isdisjoint(re.findall(r"[^\W\d_]+", folded(one)))]
    if killed:
        return [notice(NoticeKind.KILLED, text=[*telling, killed[0]][0])]
    return [notice(NoticeKind.CORRECTION, text=one) for one in telling[:3]]
