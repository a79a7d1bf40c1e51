"""What passes between the program and its helper: lines of JSON, never anything that could be run."""

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from reader import notices
from reader.article import Article, provenances
from reader.dataclass import dataclass
from reader.errors import ImportFailure, PartlyRead
from reader.i18n import Tongue
from reader.importing.options import ImportOptions
from reader.text.spans import Span

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

DONE = b'{"done": true}\n'


@dataclass(frozen=True, slots=True)
class Question:
    """What comes before `size` bytes of a file: its names, the options, and the catalogue to speak by."""

    name: str
    file: str
    options: ImportOptions
    size: int
    tongue: Tongue = None


def question(asked: Question) -> bytes:
    """A question as a line."""
    return _line(_told(asked) | {"options": _told(asked.options)})


def asked(line: bytes) -> Question:
    """The question in a line."""
    said = json.loads(line)
    tongue = said.pop("tongue")
    options = ImportOptions(**said.pop("options"))
    return Question(**said, options=options, tongue=(str(tongue[0]), tongue[1]) if tongue else None)


def answer(result: Article | ImportFailure) -> bytes:
    """One article or failure in a line."""
    if isinstance(result, ImportFailure):
        kind = "partly" if isinstance(result, PartlyRead) else "failure"
        return _line({kind: [result.message, result.remedy, result.place]})
    article = _told(result) | {"boilerplate": [_told(span) for span in result.boilerplate], "notices": ()}
    return _line({"article": article, "notices": notices.as_json(result.notices)})


def answered(line: bytes) -> Article | ImportFailure:
    """What an answer says; an error of the kind Python raises on odd values where it is none."""
    said = json.loads(line)
    for kind, refusal in (("failure", ImportFailure), ("partly", PartlyRead)):
        if kind in said:
            return refusal(*map(str, said[kind]))
    article = said["article"]
    spans = tuple(Span(int(one["start"]), int(one["end"])) for one in article.pop("boilerplate"))
    known = provenances(article.pop("provenance", []))
    said = notices.from_json(said["notices"])
    article.pop("notices", None)
    strings = {key: str(value) for key, value in article.items()}
    return Article(**strings, boilerplate=spans, provenance=known, notices=said)


def _told(value: "DataclassInstance") -> dict[str, Any]:
    """A value by its fields, which stay as they are: Python's own `asdict` copies all there is in them, at length."""
    return {one.name: getattr(value, one.name) for one in fields(value)}


def _line(value: dict[str, Any]) -> bytes:
    return json.dumps(value).encode("ascii") + b"\n"
