"""JSON to articles: an object a line, one object, a list, or the answer of a service with a list of them somewhere."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from reader.article import Article
from reader.errors import ImportFailure
from reader.i18n import _
from reader.importing import refusals
from reader.importing.decoding import decoded
from reader.importing.drafts import article_of
from reader.importing.json_shapes import records_in
from reader.importing.options import ImportOptions
from reader.importing.records import draft_of, is_link, refusal


def read(data: bytes, name: str, options: ImportOptions) -> Iterator[Article | ImportFailure]:
    """An article for each object that has a text, a failure for each that has none."""
    found = list(_objects(decoded(data, name)))
    if found and all(map(is_link, found)):
        raise refusals.only_addresses(name, len(found))
    for number, said in enumerate(found, 1):
        place = _("object {number} of {name}").format(number=number, name=name)
        draft = draft_of(said) if isinstance(said, Mapping) else None
        yield refusal(said, place[0].upper() + place[1:]) if draft is None else article_of(draft, options)


def _objects(text: str) -> Iterator[Any]:
    """The whole as JSON, else its lines; what is no JSON is None."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        for line in text.split("\n"):
            if line.strip():
                yield from records_in(_loaded(line), lone=True)
        return
    yield from records_in(whole)


def _loaded(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None
