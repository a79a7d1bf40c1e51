"""Comparison -> document: `report` says what, a file a format says how, `write` puts it on disk whole or not at all."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reader.compare.comparison import Comparison
from reader.errors import ExportError
from reader.export import as_csv, as_html, as_json, as_text, files, pdf
from reader.export.document import Document
from reader.i18n import _
from reader.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of document: its name on the command line, its suffix, its label in a menu, and what makes its bytes."""

    name: str
    suffix: str
    label: str
    render: Callable[[Comparison, Progress], Document]


FORMATS: tuple[Format, ...] = (
    Format("pdf", ".pdf", "PDF", pdf.render),
    Format("html", ".html", "HTML", as_html.render),
    Format("csv", ".csv", "CSV", as_csv.render),
    Format("json", ".json", "JSON", lambda c, _: Document(as_json.render(c).encode("utf-8", "backslashreplace"))),
    Format(
        "text",
        ".txt",
        "Plain text",
        lambda c, _: Document((as_text.comparison_text(c) + "\n").encode("utf-8", "replace")),
    ),
)


def write(comparison: Comparison, path: Path, format: str, progress: Progress = silent) -> str:  # noqa: A002 - its word
    """Write the comparison to `path` as the format of that name; a notice for the person, mostly "".

    Raises ExportError, and what `progress` raises.
    """
    chosen = next((f for f in FORMATS if f.name == format), None)
    if chosen is None:
        known = ", ".join(f.name for f in FORMATS)
        raise ExportError(
            _("There is no format {name}.").format(name=format), _("Choose one of {known}.").format(known=known)
        )
    files.check(path)
    progress(0, 1, chosen.label)
    document = chosen.render(comparison, progress)
    files.put(path, document.content)
    progress(1, 1)
    return document.notice
