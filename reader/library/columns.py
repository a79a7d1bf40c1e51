"""Articles as columns and back: every string survives, even one that UTF-8 or SQLite proper cannot carry."""

import json
from collections.abc import Mapping
from typing import Any, TypeVar

from reader.article import METADATA as KNOWN
from reader.article import Article, Provenance, provenances
from reader.errors import LibraryError
from reader.i18n import _
from reader.notices import from_json
from reader.text.length import length_of
from reader.text.spans import Span

METADATA = (*KNOWN, "path")
T = TypeVar("T")


def stored(value: str) -> str | bytes:
    """`value` as SQLite takes it: a blob where it holds a lone surrogate (an undecodable file name) or a NUL."""
    if "\0" not in value:
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            pass
        else:
            return value
    return as_bytes(value)


def clean(text: str) -> str:
    """What a person typed, without what UTF-8 or SQLite proper cannot carry."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8").strip()


def checked_name(name: str) -> str:
    """A name that a person gives to what is kept, on one line; raises where nothing is left."""
    found = " ".join(clean(name).split())[:200].strip()
    if not found:
        raise LibraryError(_("Give it a name."))
    return found


def string(value: str | bytes) -> str:
    """What `stored` was given; where the file is damaged, what can be read of it."""
    if isinstance(value, str):
        return value
    try:
        return value.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return value.decode("utf-8", "replace")


def as_bytes(text: str) -> bytes:
    """The bytes of any text at all; `string` is the way back."""
    return text.encode("utf-8", "surrogatepass")


def spans_as_json(spans: tuple[Span, ...]) -> str:
    """Boilerplate spans as `[[start, end], ...]`."""
    return json.dumps([[span.start, span.end] for span in spans], separators=(",", ":"))


def count_words(text: str) -> int:
    """How many words a newsroom would count; signs where a writing has no spaces."""
    return length_of(text)


def article_of(row: Mapping[str, Any]) -> Article:
    """The article of a row that joins `article` and `body`; what is damaged beside its text is left out."""
    text = string(row["text"])
    metadata = {name: string(row[name]) for name in METADATA}
    known: dict[str, Any] = _json(row["provenance"], {})
    edited: list[str] = _json(row["edited"], [])
    told = provenances(known | dict.fromkeys(edited, Provenance.READER))
    return Article(
        id=row["id"],
        text=text,
        boilerplate=_spans(row["boilerplate"], len(text)),
        provenance=told,
        notices=from_json(_json(row["notices"], [])),
        **metadata,
    )


def _spans(kept: str, length: int) -> tuple[Span, ...]:
    try:
        pairs: list[list[int]] = _json(kept, [])
        found = tuple(Span(start, end) for start, end in pairs)
    except (TypeError, ValueError):
        return ()
    ends = [end for span in found for end in (span.start, span.end)]
    return found if ends == sorted(ends) and all(0 <= end <= length for end in ends) else ()


def _json(kept: str, default: T) -> T:
    try:
        found = json.loads(kept)
    except ValueError:
        return default
    return found if isinstance(found, type(default)) else default
