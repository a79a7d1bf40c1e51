"""A comparison as a PDF that stands as evidence: tagged, linked, typeset by typst in a process of its own."""

import dataclasses
import datetime as dt
import json
import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

from reader import colours, processes
from reader.compare.comparison import Comparison
from reader.errors import ExportError
from reader.export import as_json, temporary_folders
from reader.export.choices import EVERYTHING, Choices
from reader.export.document import RenderedDocument
from reader.export.report import Report
from reader.export.report_builder import report
from reader.i18n import _
from reader.paths import shipped
from reader.progress import Progress

TIME_LIMIT = 180.0
"""Seconds after which typesetting is given up."""
_TICK = 0.03


def made_now() -> dt.datetime:
    """Now, or the moment that SOURCE_DATE_EPOCH names, so that the same comparison can give the same bytes."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch.isdecimal() else dt.datetime.now(dt.UTC)


def render(comparison: Comparison, progress: Progress, choices: Choices = EVERYTHING) -> RenderedDocument:
    """The PDF's bytes; raises ExportError, and what `progress` raises, ending the typesetting."""
    try:
        return _rendered(comparison, progress, choices)
    except OSError as failure:
        reason = failure.strerror or str(failure)
        raise ExportError(
            _("The PDF could not be typeset: {why}").format(why=f"{reason}."),
            _("It needs room in {folder}.").format(folder=tempfile.gettempdir()),
        ) from failure


def _rendered(comparison: Comparison, progress: Progress, choices: Choices) -> RenderedDocument:
    progress(0, 3, _("Laying out"))
    whole = as_json.render(comparison, True, choices).encode("utf-8", "backslashreplace")
    told = _data(report(comparison, made_now(), choices))
    return typeset(json.dumps(told, ensure_ascii=False, default=_fields).encode("utf-8", "replace"), whole, progress)


class TypesettingError(ExportError):
    """No pages could be set from what they are told; `setter` is what tried it, "" where that is not known."""

    def __init__(self, message: str, setter: str) -> None:
        super().__init__(message)
        self.setter = setter


def typeset(data: bytes, whole: bytes, progress: Progress) -> RenderedDocument:
    """The PDF of what a report says, with the comparison that it tells of attached; raises TypesettingError."""
    with temporary_folders.folder() as name:
        folder = Path(name)
        for template in (*(shipped("resources") / "report").glob("*.typ"), colours.file()):
            shutil.copy(template, folder)
        (folder / "data.json").write_bytes(data)
        (folder / "comparison.json").write_bytes(whole)
        _typeset(folder, progress)
        result = _result(folder)
        if result["error"]:
            raise TypesettingError(
                _("The PDF could not be typeset: {why}").format(why=result["error"]), result["setter"]
            )
        return RenderedDocument((folder / "out.pdf").read_bytes(), result["notice"], result["setter"])


def _data(told: Report) -> dict[str, Any]:
    made = dt.datetime.fromisoformat(told.date)
    day = {unit: getattr(made, unit) for unit in ("year", "month", "day", "hour", "minute", "second")}
    places = dict(sorted(told.landings.items()))
    return {**_fields(told), "places": places, "day": day, "timestamp": int(made.timestamp())}


def _fields(told: Any) -> dict[str, Any]:
    """A dataclass for JSON as it stands; `asdict` would copy all that is beneath it first."""
    return {field.name: getattr(told, field.name) for field in dataclasses.fields(told)}


def _typeset(folder: Path, progress: Progress) -> None:
    """Run the child to its end, or end it when it takes too long or nobody waits for it any more."""
    progress(1, 3, _("Typesetting"))
    with (folder / "stderr.txt").open("wb") as complaints:
        process = processes.start("--typeset", str(folder), stderr=complaints)
        end = time.monotonic() + TIME_LIMIT
        try:
            while process.poll() is None:
                progress(1, 3, _("Typesetting"))
                if time.monotonic() > end:
                    raise ExportError(_("Typesetting took longer than {n} seconds.").format(n=int(TIME_LIMIT)))
                time.sleep(_TICK)
        finally:
            process.kill()
            process.wait()
    progress(2, 3, _("Typesetting"))


def _result(folder: Path) -> dict[str, str]:
    try:
        result: dict[str, str] = json.loads((folder / "result.json").read_bytes())
    except (OSError, ValueError):
        lines = (folder / "stderr.txt").read_text(encoding="utf-8", errors="replace").strip().splitlines()
        return {"error": lines[-1] if lines else _("it ended without a word"), "notice": "", "setter": ""}
    return result
