"""The labels of fields ("BYLINE:", "Section:"), told from the words of an article by a table, not by their form."""

import re
from collections.abc import Mapping
from functools import cache

from reader.dataclass import dataclass
from reader.lexicon import load
from reader.text.folding import folded

_LABEL = re.compile(r"[ \t\xa0]{0,40}([^\W\d_][^\n:]{0,45}?)[ \t\xa0]{0,3}:(?=[ \t\xa0]|$)[ \t\xa0]*")


@dataclass(frozen=True, slots=True)
class Field:
    """A line that begins with a label: what the label means, and what follows it in the line."""

    role: str
    said: str


@cache
def _roles(archive: str) -> Mapping[str, str]:
    table = load("exports")[archive]["labels"]
    return {_key(name): role for role, names in table.items() if role != "long" for name in names}


def _key(name: str) -> str:
    """ "Journal Code" and "JOURNAL-CODE" are one label."""
    return re.sub(r"[\s-]", "", folded(name))


def field(line: str, archive: str, *, capitals: bool = False) -> Field | None:
    """The field that a line opens; None where it opens with no label of this archive.

    `capitals`: labels are in capitals ("LENGTH:"), so that a sentence that begins with such a word is none.
    """
    found = _LABEL.match(line[:400])
    if found is None or (capitals and not found[1].isupper()):
        return None
    role = _roles(archive).get(_key(found[1]))
    return Field(role, line[found.end() :].strip()) if role else None


def is_long(role: str) -> bool:
    """Whether a field of Nexis may have several paragraphs."""
    return role in load("exports")["nexis"]["labels"]["long"]


@cache
def marks(archive: str, name: str) -> tuple[str, ...]:
    """Words of a table of marks, folded."""
    return tuple(folded(one) for one in load("exports")[archive]["marks"][name])
