"""Which parts of what was typed limit a search rather than seek words, so that each can be shown and taken away."""

from dataclasses import dataclass

from reader.search.query import LONGEST, PART, QUOTES, parse

_FIELDS = ("title", "headline", "author", "byline", "outlet", "lang", "story", "tag", "date", "after", "before")


@dataclass(frozen=True, slots=True)
class Limit:
    """A part such as `outlet:"Evening Post"`: its field and value, and the query without it."""

    field: str
    text: str
    negative: bool
    without: str


def limits(query: str) -> tuple[Limit, ...]:
    """The limits of a query, in their order."""
    found = []
    for part in PART.finditer(query[:LONGEST].translate(QUOTES)):
        field = (part["field"] or "").lower()
        if field not in _FIELDS or not _is_used(part[0], field):
            continue
        before, after = query[: part.start()].rstrip(), query[part.end() :].lstrip()
        negative = bool(part["minus"]) or before.endswith((" NOT",)) or before == "NOT"
        before = before.removesuffix("NOT").rstrip() if negative and not part["minus"] else before
        text = part["phrase"] if part["phrase"] is not None else part["word"]
        found.append(Limit(field, " ".join(text.split()), negative, f"{before} {after}".strip()))
    return tuple(found)


def _is_used(part: str, field: str) -> bool:
    """Whether the parser takes it for what it looks like: `date:` and no date is plain text."""
    asked = parse(part)
    if field in ("date", "after", "before"):
        return asked.dated
    return bool(asked.labels or asked.required or asked.excluded)
