"""Comparison -> document: `report` says what, a file a format says how, `write` puts it on disk whole or not at all."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reader.compare.comparison import Comparison
from reader.errors import ExportError
from reader.export import as_json, as_text, files
from reader.i18n import _
from reader.progress import Progress, silent

Render = Callable[[Comparison, Progress], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of document: its name on the command line, its suffix, its label in a menu, and what makes its bytes."""

    name: str
    suffix: str
    label: str
    render: Render


FORMATS: tuple[Format, ...] = (
    Format("json", ".json", "JSON", lambda c, _progress: as_json.render(c).encode("utf-8", "backslashreplace")),
    Format("text", ".txt", "Plain text", lambda c, _progress: as_text.render(c).encode("utf-8", "replace")),
)


def write(comparison: Comparison, path: Path, format: str, progress: Progress = silent) -> None:  # noqa: A002 - its word
    """Write the comparison to `path` as the format of that name. Raises ExportError, and what `progress` raises."""
    chosen = next((f for f in FORMATS if f.name == format), None)
    if chosen is None:
        known = ", ".join(f.name for f in FORMATS)
        raise ExportError(
            _("There is no format {name}.").format(name=format), _("Choose one of {known}.").format(known=known)
        )
    files.check(path)
    progress(0, 1, chosen.label)
    content = chosen.render(comparison, progress)
    files.put(path, content)
    progress(1, 1)
