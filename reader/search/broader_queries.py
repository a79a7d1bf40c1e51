"""A query that found nothing, asked more generally: without its quotation marks, exclusions, limits, or any word."""

from collections.abc import Iterator
from dataclasses import replace

from reader.search.query import EVER, FIRST, OPERATORS, Query, QueryKind, QueryLabel, QueryPiece, parse


def wider(query: str) -> tuple[str, ...]:
    """More general queries, the one that gives up least first."""
    asked = parse(query)
    return tuple(dict.fromkeys(text for one in _steps(asked) if (text := written(one)) and text != written(asked)))


def written(query: Query) -> str:
    """A query as a person would type it."""
    groups = (" OR ".join(_piece(piece) for piece in group) for group in query.required)
    excluded = ("-" + _piece(piece) for piece in query.excluded)
    return " ".join([*groups, *excluded, *map(_label, query.labels), *_days(query.since, query.until)])


def _steps(asked: Query) -> Iterator[Query]:
    loose = replace(asked, required=tuple(part for group in asked.required for part in _apart(group)))
    yield loose
    plain = replace(loose, excluded=())
    yield plain
    pieces = tuple(piece for group in plain.required for piece in group)
    free = tuple(piece for piece in pieces if piece.field in ("body", "title"))
    fixed = tuple((piece,) for piece in pieces if piece not in free)
    if len(free) > 1:
        yield replace(plain, required=(free, *fixed))
    words = tuple(replace(piece, field="body") for piece in free)
    bare = tuple((word,) for word in words)
    yield Query(required=bare)
    if len(words) > 1:
        yield Query(required=(words,))


def _apart(group: tuple[QueryPiece, ...]) -> Iterator[tuple[QueryPiece, ...]]:
    """A phrase that stands alone as its words; one among alternatives stays."""
    if len(group) == 1 and group[0].kind is QueryKind.PHRASE and group[0].field in ("body", "title"):
        for word in group[0].text.split():
            yield (replace(group[0], kind=QueryKind.WORD, text=word, slop=1),)
    else:
        yield group


def _piece(piece: QueryPiece) -> str:
    bare = piece.kind is not QueryKind.PHRASE and piece.text not in OPERATORS  # somebody may look for the word NOT
    text = piece.text if bare else f'"{piece.text}"'
    text += {QueryKind.PREFIX: "*", QueryKind.FUZZY: "~"}.get(piece.kind, "")
    text += f"~{piece.slop}" if piece.kind is QueryKind.PHRASE and piece.slop > 1 else ""
    return text if piece.field == "body" else f"{piece.field}:{text}"


def _label(label: QueryLabel) -> str:
    text = f'"{label.text}"' if " " in label.text else label.text
    return f"{'-' if label.negative else ''}{label.field}:{text}"


def _days(since: int, until: int) -> Iterator[str]:
    first, last = day(since, "-00") if since > FIRST else "", day(until, "-99") if until < EVER else ""
    if first and first == last:
        yield f"date:{first}"
    elif first or last:
        yield f"date:{first}..{last}"


def day(number: int, whole: str) -> str:
    """A day as a number such as 20310504 as ISO 8601 has it; what ends on `whole` ("-00", "-99") is left open."""
    text = f"{number // 10_000:04}-{number // 100 % 100:02}-{number % 100:02}"
    return text.removesuffix(whole).removesuffix(whole)
