"""Which parts of what was typed limit a search rather than seek words, so that each can be shown and taken away."""

from reader.dataclass import dataclass
from reader.search.query import LONGEST, PART, QUOTES, parse

_DAYS = ("date", "after", "before")
FIELDS = ("title", "headline", "author", "byline", "outlet", "lang", "story", "tag", *_DAYS)
"""What may stand before a colon."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A part such as `outlet:"Evening Post"`: its field and value, and the query without it."""

    field: str
    text: str
    negative: bool
    without: str


@dataclass(frozen=True, slots=True)
class PlainPart:
    """A part that is looked for as words though it looks like a limit: its day is none, or else its field."""

    text: str
    is_day: bool


def limits(query: str) -> tuple[Limit, ...]:
    """The limits of a query, in their order."""
    found = []
    for part in PART.finditer(query[:LONGEST].translate(QUOTES)):
        field = (part["field"] or "").lower()
        if field not in FIELDS or not _is_used(part[0], field):
            continue
        before, after = query[: part.start()].rstrip(), query[part.end() :].lstrip()
        negative = bool(part["minus"]) or before.endswith((" NOT",)) or before == "NOT"
        before = before.removesuffix("NOT").rstrip() if negative and not part["minus"] else before
        text = part["phrase"] if part["phrase"] is not None else part["word"]
        found.append(Limit(field, " ".join(text.split()), negative, f"{before} {after}".strip()))
    return tuple(found)


def not_understood(query: str) -> tuple[PlainPart, ...]:
    """The parts that look like a limit and are none, in their order: `date:yesterday`, `foo:bar`."""
    found = []
    for part in PART.finditer(query[:LONGEST].translate(QUOTES)):
        field, text = (part["field"] or "").lower(), part[0].removeprefix("-")
        if not field or (part["word"] or "").startswith("//"):  # an address
            continue
        if field not in FIELDS:
            found.append(PlainPart(text, is_day=False))
        elif field in _DAYS and not _is_used(text, field):
            found.append(PlainPart(text, is_day=True))
    return tuple(found)


def _is_used(part: str, field: str) -> bool:
    """Whether the parser takes it for what it looks like: `date:` and no date is plain text."""
    asked = parse(part)
    if field in _DAYS:
        return asked.dated
    return bool(asked.labels or asked.required or asked.excluded)
