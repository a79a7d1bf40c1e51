"""A clock that is wrong keeps no document from being written."""

import datetime as dt
from pathlib import Path

import docx
import pytest

from reader.export import FORMATS, write

from . import story


@pytest.mark.parametrize("year", [1969, 2107, 2150])
@pytest.mark.parametrize("form", [one.name for one in FORMATS])
def test_every_document_whatever_the_year(
    form: str, year: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment = dt.datetime(year, 5, 5, 12, tzinfo=dt.UTC)
    for room in ("pdf", "as_docx", "as_html"):
        monkeypatch.setattr(f"reader.export.{room}.made_now", lambda: moment, raising=False)
    monkeypatch.setattr("time.time", moment.timestamp)
    monkeypatch.setattr("time.localtime", lambda *_seconds: moment.timetuple())
    comparison = story.comparison()
    out = tmp_path / f"out.{form}"
    write(comparison, out, form, choices=story.choices(comparison))
    assert out.stat().st_size
    if form == "docx":
        assert any(str(year) in part.text for part in docx.Document(str(out)).sections[0].footer.paragraphs)
