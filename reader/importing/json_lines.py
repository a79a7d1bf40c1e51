"""JSON to articles: an object a line, one object, a list, or the answer of a service with a list of them somewhere."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from reader.article import Article
from reader.dataclass import dataclass
from reader.errors import ImportFailure
from reader.i18n import _
from reader.importing import refusals
from reader.importing.decoding import decoded
from reader.importing.drafts import article_of
from reader.importing.json_shapes import records_in
from reader.importing.options import ImportOptions
from reader.importing.records import draft_of, has_text, is_link, refusal

_MARKS = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\]]', re.DOTALL)
_BETWEEN = re.compile(r"[\s,\x1e]*")
_CLOSING = {"{": "}", "[": "]"}


@dataclass(frozen=True, slots=True)
class _Unread:
    """What begins as JSON and does not go on so."""

    is_cut_short: bool


def read(data: bytes, name: str, options: ImportOptions) -> Iterator[Article | ImportFailure]:
    """An article for each object that has a text, a failure for each that has none, or that is damaged."""
    found = list(_objects(decoded(data, name)))
    if found and all(map(is_link, found)):
        raise refusals.only_addresses(name, len(found))
    for number, said in enumerate(found, 1):
        place = _("object {number} of {name}").format(number=number, name=name)
        place = place[0].upper() + place[1:]
        if isinstance(said, _Unread):
            yield refusals.cut_short(name) if said.is_cut_short else refusals.damaged(place, "JSON")
            continue
        draft = draft_of(said) if isinstance(said, Mapping) else None
        yield refusal(said, place) if draft is None else article_of(draft, options)


def _objects(text: str) -> Iterator[Any]:
    """The whole as JSON, else its lines; of what ends before its end the objects that are whole."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        lines = [line for line in text.split("\n") if line.strip()]
        if _are_values(lines):
            for line in lines:
                said = _loaded(line, is_last=line is lines[-1] and not text.endswith("\n"))
                yield from [said] if isinstance(said, _Unread) else records_in(said, lone=True)
        else:
            yield from _begun(text.strip())
        return
    yield from records_in(whole)


def _are_values(lines: list[str]) -> bool:
    """Whether each line is to be a value of its own: of one value over several lines those within stand further in."""
    outer = [line for line in lines if line.startswith(("{", "["))]
    return len(lines) > 1 and (len(outer) == len(lines) or any(not isinstance(_loaded(one), _Unread) for one in outer))


def _begun(text: str) -> Iterator[Any]:
    """The articles of values one after the other, of which the last may end before its end, and whether it does."""
    decoder, at = json.JSONDecoder(), 0
    while at < len(text):
        try:
            whole, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            yield from _broken_off(text[at:])
            return
        yield from records_in(whole)
        at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr] # which always matches


def _broken_off(text: str) -> Iterator[Any]:
    """The articles that are whole in a value that is not."""
    open_: list[str] = []
    end, closing = 0, ""
    for mark in _MARKS.finditer(text):
        sign = mark[0]
        if sign in _CLOSING:
            open_.append(_CLOSING[sign])
        elif open_ and sign == open_[-1]:
            open_.pop()
            end, closing = mark.end(), "".join(reversed(open_))
        elif sign in _CLOSING.values():
            break  # no JSON at all
    else:
        if open_:
            said = _loaded(text[:end] + closing) if end else None
            yield from (one for one in records_in(said) if isinstance(one, Mapping) and has_text(one))
            yield _Unread(is_cut_short=True)
            return
    yield _Unread(is_cut_short=False)


def _loaded(line: str, *, is_last: bool = False) -> Any:
    """The value of a line, or that it has none; the last may have been cut short."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return _Unread(is_last and line.lstrip().startswith(("{", "[")) and not line.rstrip().endswith(("}", "]")))
