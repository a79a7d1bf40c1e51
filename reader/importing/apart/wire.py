"""What passes between the program and its helper: lines of JSON, never anything that could be run."""

import json
from dataclasses import asdict
from typing import Any

from reader.article import Article, provenances
from reader.errors import ImportFailure
from reader.importing.options import ImportOptions
from reader.text.spans import Span

DONE = b'{"done": true}\n'


def question(name: str, file: str, options: ImportOptions, size: int) -> bytes:
    """The line that comes before `size` bytes of a file."""
    return _line({"name": name, "file": file, "options": asdict(options), "size": size})


def asked(line: bytes) -> tuple[str, str, ImportOptions, int]:
    """What a question says: name, file, options, size."""
    said = json.loads(line)
    return said["name"], said["file"], ImportOptions(**said["options"]), int(said["size"])


def answer(result: Article | ImportFailure) -> bytes:
    """One article or failure in a line."""
    if isinstance(result, ImportFailure):
        return _line({"failure": [result.message, result.remedy]})
    return _line({"article": asdict(result)})


def answered(line: bytes) -> Article | ImportFailure:
    """What an answer says; an error of the kind Python raises on odd values where it is none."""
    said = json.loads(line)
    if "failure" in said:
        message, remedy = said["failure"]
        return ImportFailure(str(message), str(remedy))
    fields = said["article"]
    spans = tuple(Span(int(one["start"]), int(one["end"])) for one in fields.pop("boilerplate"))
    known = provenances(fields.pop("provenance", []))
    return Article(**{key: str(value) for key, value in fields.items()}, boilerplate=spans, provenance=known)


def _line(value: dict[str, Any]) -> bytes:
    return json.dumps(value).encode("ascii") + b"\n"
