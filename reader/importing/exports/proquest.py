"""ProQuest: a headline, "Full text:" and a column of fields below it, by which the documents are told apart."""

import re
from collections.abc import Iterator, Sequence

from reader.importing.archive_names import language_named
from reader.importing.exports.document import Document, Export
from reader.importing.exports.labels import field, marks
from reader.importing.moments import moment
from reader.text.folding import folded

_RULER = re.compile(r"_{10,}|-{20,}")
_COUNT = re.compile(r"^\s*Document (\d{1,6}) of (\d{1,6})\s*$", re.MULTILINE)
_ABOVE = ("headline", "byline", "where", "abstract")
_ADDRESS = re.compile(r"https?://\S+$")


def is_export(text: str) -> bool:
    """Whether a line names the number that each document has there, and another field stands near it."""
    if "roquest" not in text.lower():
        return False
    found = [said.role for one in text.split("\n") if (said := field(one, "proquest"))]
    return "id" in found and len(set(found)) > 2


def export(text: str) -> Export:
    """The documents, each up to the last of the fields below it."""
    lines = [one for one in (" ".join(one.split()) for one in text.split("\n")) if one and not _RULER.fullmatch(one)]
    documents = [_document(piece) for piece in _pieces(lines)]
    counts = {int(one[2]) for one in _COUNT.finditer(text)}
    return Export("ProQuest", tuple(documents), counts.pop() if len(counts) == 1 else 0)


def _pieces(lines: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """What stands above each run of fields that has the document's number, and the run."""
    start = n = 0
    while n < len(lines):
        said = field(lines[n], "proquest")
        if said is None or said.role != "id":
            n += 1
            continue
        first, last = n, n + 1
        while first > start and _is_below(lines, first - 1):
            first -= 1
        while last < len(lines) and _is_below(lines, last) and not _opens_next(lines, last):
            last += 1
        yield lines[start:first], lines[first:last]
        start = n = last


def _is_below(lines: Sequence[str], n: int) -> bool:
    """Whether a line is a field of the column below a text, or goes on with the one above as an address does."""
    said = field(lines[n], "proquest")
    if said is not None:
        return said.role != "text" and not (said.role in _ABOVE and _is_headed(lines, n))
    return bool(_ADDRESS.match(lines[n])) and field(lines[n - 1], "proquest") is not None


def _is_headed(lines: Sequence[str], n: int) -> bool:
    """Whether a field stands above a text, as Author and Abstract do: "Full text:" comes within a few lines."""
    roles = [said.role for one in lines[n : n + 12] if (said := field(one, "proquest"))]
    return "text" in roles and "id" not in roles[: roles.index("text")]


def _opens_next(lines: Sequence[str], n: int) -> bool:
    """Whether the next document begins here: its fields above the text are no column below one."""
    said = field(lines[n], "proquest")
    return said is not None and said.role in ("where", "abstract", "text")


def _document(piece: tuple[Sequence[str], Sequence[str]]) -> Document:
    above, below = piece
    said = _fields(below)
    head, paragraphs = _above(above)
    section = said.get("section", "")
    return Document(
        paragraphs=tuple(paragraphs),
        headline=_without_edition(said.get("headline") or head.get("headline", "")),
        byline=_turned(said.get("byline") or head.get("byline", "")),
        dateline="" if re.search(r"\d{4}", said.get("dateline", "")) else said.get("dateline", ""),
        outlet=said.get("outlet", "").partition(";")[0].strip() or _outlet(head.get("where", "")),
        section=section,
        page=said.get("page", ""),
        published=moment(said.get("published", "")) or moment(head.get("where", "")) or moment(said.get("year", "")),
        language=language_named(said.get("language", "")),
        url=said.get("original") or _address(said.get("url", "")) or _address(head.get("url", "")),
        correction=said.get("correction", ""),
        abstract=_there(head.get("abstract") or said.get("abstract", "")),
    )


def _fields(lines: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    role = ""
    for one in lines:
        said = field(one, "proquest")
        if said:
            role = said.role
            found.setdefault(role, said.said)
        elif role and not found.get(role):
            found[role] = one
    return found


def _above(lines: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """The fields above the text with the headline, and the paragraphs of the text."""
    head: dict[str, str] = {}
    role, loose = "", list[str]()
    for n, one in enumerate(lines):
        said = field(one, "proquest")
        if said and said.role == "text":
            text = [_there(said.said), *lines[n + 1 :]]
            return _headed(head, loose), [one for one in text if one and not _is_furniture(one)]
        if said:
            role = said.role
            head.setdefault(role, said.said)
        elif _ADDRESS.match(one):
            head.setdefault("url", one)
        elif role in ("abstract", "byline", "where") and not folded(one).startswith(marks("proquest", "never")):
            head[role] = f"{head[role]}\n\n{one}".strip() if role == "abstract" else f"{head[role]} {one}".strip()
        elif not role and not folded(one).startswith(marks("proquest", "never")):
            loose.append(one)
    return _headed(head, loose), []


def _there(said: str) -> str:
    """What is said, but not that there is nothing."""
    return "" if folded(said).rstrip(".") in marks("proquest", "none") else said


def _is_furniture(line: str) -> bool:
    return folded(line).strip(".") in marks("proquest", "furniture")


def _headed(head: dict[str, str], loose: Sequence[str]) -> dict[str, str]:
    """With the last line that stood alone above the fields as headline: contents and a sender's words go before it."""
    if len(loose) > 1 and ";" in loose[-1] and moment(loose[-1]):  # outlet, place and date in one line
        return {"where": loose[-1], **head, "headline": loose[-2]}
    return {**head, "headline": loose[-1] if loose else ""}


def _without_edition(headline: str) -> str:
    """ "Blaze kills 14: [Final Edition]" without what stands in brackets."""
    return re.sub(r"\s?:?\s\[[^\[\]]{1,60}\]$", "", headline)


def _outlet(where: str) -> str:
    """ "Los Angeles Times ; Los Angeles, Calif. [Los Angeles, Calif]08 May 2010: AA.2." """
    name = re.split(r"\s?;|\s\[|\d", where)[0].strip(" ,.")
    return "" if moment(f"{name} 1, 2000") or moment(f"1 {name} 2000") else name  # only a month


def _turned(said: str) -> str:
    """ "Petrel, Ana; Reed, Tom" as people say it."""
    several = []
    for one in said.split(";"):
        family, comma, given = one.strip().rstrip(".").partition(", ")
        turned = comma and given and len(given.split()) <= 3 and "," not in given
        several.append(f"{given} {family}" if turned else one.strip())
    return ", ".join(filter(None, several))


def _address(said: str) -> str:
    """The address itself, where a library's gate stands before it."""
    inner = re.search(r"(?:url|qurl)=(https?://[^\s]+)", said)
    return inner[1] if inner else said.strip()
