"""What a person typed, understood: a parser of our own that takes any string and cannot raise.

Words all have to occur; `OR` between two allows either; `-word` or `NOT word` must not occur; `"a phrase"` word by
word, `"near"~3` within three; `word*` begins so; `word~` is spelt about so; `title:` `author:` `outlet:` `lang:` look
in one place, `story:` and `tag:` at what the library knows; `date:2022-01`, `date:2022-01-06..2022-01-11`, `after:`
and `before:` limit the day. Any other prefix is plain text.
"""

import re
from dataclasses import replace
from datetime import date
from enum import Enum
from functools import lru_cache

from reader.dataclass import dataclass
from reader.search.analysis import WORD

LONGEST = 1_000  # characters
MOST = 32  # words
OPERATORS = ("AND", "OR", "NOT")
FIRST, EVER = 1, 99_999_999  # days: 0 is none, and before nothing
_LABELS = ("story", "tag")
_MOST_LABELS = 8

QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
PART = re.compile(
    r"""(?P<minus>-)?
        (?:(?P<field>[A-Za-z]+):(?=\S))?
        (?:"(?P<phrase>[^"]*)"?(?:~(?P<slop>\d{1,2})(?!\d))?
          |(?P<word>[^\s"]+))""",
    re.VERBOSE,
)
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", re.ASCII)
_FIELDS = {
    "title": "title",
    "headline": "title",
    "author": "author",
    "byline": "author",
    "outlet": "outlet",
    "lang": "lang",
}


class QueryKind(Enum):
    """How a piece of a query is looked for."""

    WORD = "word"
    PHRASE = "phrase"
    PREFIX = "prefix"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class QueryPiece:
    """One thing to look for: its words as typed, where, and for phrases how many places apart."""

    kind: QueryKind
    text: str
    field: str = "body"
    slop: int = 1


@dataclass(frozen=True, slots=True)
class QueryLabel:
    """Something the library knows of an article, not its text: it must (or must not) be in a story, have a tag."""

    field: str
    text: str
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """Of each group of `required` at least one piece, of `excluded` none, and the day within `since` to `until`.

    Days are numbers such as 20220106, with zeros for what is not said. `cut`: not all that was typed could be used.
    `labels` are for whoever has the library: the index knows nothing of them.
    """

    text: str = ""
    required: tuple[tuple[QueryPiece, ...], ...] = ()
    excluded: tuple[QueryPiece, ...] = ()
    since: int = 0
    until: int = EVER
    cut: bool = False
    labels: tuple[QueryLabel, ...] = ()

    @property
    def dated(self) -> bool:
        """Whether the day matters."""
        return self.since > 0 or self.until < EVER

    @property
    def empty(self) -> bool:
        """Whether nothing at all is asked."""
        return not (self.required or self.excluded or self.dated)


def parse(text: str) -> Query:
    """The query that `text` asks; whatever it holds, some query comes out."""
    return _parsed(text[: LONGEST + 1])  # one character tells that there is more; a pasted book is not remembered


@lru_cache(maxsize=256)
def _parsed(text: str) -> Query:
    query = Query(text)
    groups: list[tuple[QueryPiece, ...]] = []
    excluded: list[QueryPiece] = []
    left, negated, either = MOST, False, False
    for found in PART.finditer(text[:LONGEST].translate(QUOTES)):
        word = found["word"]
        if label := _label(found, negated):
            query = replace(query, labels=(*query.labels, label)[:_MOST_LABELS])
            negated = either = False
            continue
        if word in OPERATORS and not found["minus"] and not found["field"]:
            negated, either = word == "NOT", word == "OR" and bool(groups)
            continue
        negative = negated or bool(found["minus"])
        day = None if negative else _days(found["field"], word)
        if day:
            query = replace(query, since=max(query.since, day[0]), until=min(query.until, day[1]))
        elif piece := _limited(_piece(found), left):
            left -= len(WORD.findall(piece.text))
            if negative:
                excluded.append(piece)
            elif either:
                groups[-1] = (*groups[-1], piece)
            else:
                groups.append((piece,))
        elif left <= 0:
            return replace(query, required=tuple(groups), excluded=tuple(excluded), cut=True)
        negated = either = False
    return replace(query, required=tuple(groups), excluded=tuple(excluded), cut=len(text) > LONGEST)


def _label(found: re.Match[str], negated: bool) -> QueryLabel | None:
    field = (found["field"] or "").lower()
    text = " ".join((found["phrase"] if found["phrase"] is not None else found["word"]).split())
    return QueryLabel(field, text, negated or bool(found["minus"])) if field in _LABELS and text else None


def _piece(found: re.Match[str]) -> QueryPiece:
    field = _FIELDS.get((found["field"] or "").lower(), "")
    before = "" if field or not found["field"] else found["field"] + " "  # an unknown prefix is plain text
    field = field or "body"
    if found["phrase"] is not None:
        return QueryPiece(QueryKind.PHRASE, before + found["phrase"], field, max(1, int(found["slop"] or 1)))
    word = found["word"]
    if word.endswith("*") and not before:
        return QueryPiece(QueryKind.PREFIX, word.rstrip("*"), field)
    fuzzy = re.fullmatch(r"([^~]+)~[12]?", word)
    if fuzzy and not before:
        return QueryPiece(QueryKind.FUZZY, fuzzy[1], field)
    return QueryPiece(QueryKind.WORD, before + word, field)


def _limited(piece: QueryPiece, left: int) -> QueryPiece | None:
    """The piece with at most `left` words; None where none remain. More words than one make a phrase."""
    words = [found.span() for found in WORD.finditer(piece.text)]
    if not words or left <= 0:
        return None
    text = piece.text[words[0][0] : words[min(left, len(words)) - 1][1]]
    kind = QueryKind.PHRASE if len(words) > 1 else piece.kind
    if piece.kind is QueryKind.PHRASE and len(words) == 1:
        kind = QueryKind.WORD
    return replace(piece, text=text, kind=kind)


def _days(field: str | None, value: str | None) -> tuple[int, int] | None:
    """First and last day of `date:`, `after:` or `before:`; None where it is not one of them or no date."""
    name = (field or "").lower()
    if name not in ("date", "after", "before") or not value:
        return None
    first, dots, last = value.partition("..")
    if name == "date" and dots:
        begin, end = _day(first), _day(last)
        if (begin or not first) and (end or not last) and (begin or end):
            return (begin[0] if begin else FIRST, end[1] if end else EVER)
        return None
    day = _day(value)
    if day is None:
        return None
    return {"date": day, "after": (day[0], EVER), "before": (FIRST, day[0] - 1)}[name]


def _day(text: str) -> tuple[int, int] | None:
    """First and last day of a year, a month or a day that is in the calendar; None where it is none."""
    found = _DAY.fullmatch(text)
    if not found:
        return None
    try:
        date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return None
    return _numbers(found)


def _numbers(found: re.Match[str]) -> tuple[int, int]:
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    first = year * 10_000 + month * 100 + day
    return first, first + (9_999 if not found[2] else 99 if not found[3] else 0)


def between(since: str, until: str) -> tuple[int, int]:
    """The first and the last day of a stretch between two ISO 8601 dates, both included; either may be empty."""
    first, last = _day(since[:10]), _day(until[:10])
    return first[0] if first else FIRST, last[1] if last else EVER


def day_number(published: str) -> int:
    """The day of an ISO 8601 date as such a number; 0 where there is none."""
    found = _DAY.match(published)
    return _numbers(found)[0] if found else 0
