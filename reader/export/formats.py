"""The formats of documents, and how a comparison is written as one of them."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from reader.compare.comparison import Comparison
from reader.dataclass import dataclass
from reader.errors import ExportError
from reader.export import files
from reader.export.choices import EVERYTHING, IN_WORD, SECTIONS, Choices
from reader.export.differences import differences
from reader.export.document import RenderedDocument
from reader.i18n import _
from reader.progress import Progress, silent


class Render(Protocol):
    """Makes a document's bytes."""

    def __call__(self, comparison: Comparison, progress: Progress, choices: Choices = ..., /) -> RenderedDocument:
        """The document; raises ExportError, and what `progress` raises."""


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A kind of document: its name on the command line, its suffix, what words its label, and what makes its bytes.

    `module` is loaded on first use: no document waits for the libraries of another; `function` is its `Render`.
    `sections` are those of `Choices.sections` that it can have.
    """

    name: str
    suffix: str
    words: Callable[[], str]
    module: str
    function: str = "render"
    sections: tuple[str, ...] = SECTIONS

    @property
    def label(self) -> str:
        """What a menu calls it, in the reader's language."""
        return self.words()

    @property
    def render(self) -> Render:
        """What makes the document's bytes."""
        return cast("Render", getattr(import_module(f"reader.export.{self.module}"), self.function))


FORMATS: tuple[ExportFormat, ...] = (
    ExportFormat("pdf", ".pdf", lambda: _("PDF"), "pdf"),
    ExportFormat("html", ".html", lambda: _("HTML"), "as_html"),
    ExportFormat("csv", ".csv", lambda: _("CSV, figures"), "as_csv", sections=("ledger",)),
    ExportFormat(
        "csv-passages", ".passages.csv", lambda: _("CSV, passages"), "as_csv", "render_passages", ("passages",)
    ),
    ExportFormat(
        "csv-quotations",
        ".quotations.csv",
        lambda: _("CSV, quotations"),
        "as_csv",
        "render_quotations",
        ("quotations",),
    ),
    ExportFormat("csv-marks", ".marks.csv", lambda: _("CSV, your marks"), "as_csv", "render_own", ("own",)),
    ExportFormat("docx", ".docx", lambda: _("Word document, figures and quotations"), "as_docx", sections=IN_WORD),
    ExportFormat("json", ".json", lambda: _("JSON"), "as_json", "document", ()),
    ExportFormat("text", ".txt", lambda: _("Plain text"), "as_text", "document", ()),
)


def write(
    comparison: Comparison,
    path: Path,
    format: str,  # noqa: A002 - its word
    progress: Progress = silent,
    choices: Choices = EVERYTHING,
    *,
    replace: bool = True,
) -> str:
    """Write the comparison to `path` as the format of that name; a notice for the person, mostly "".

    `replace` says whether a file that is there may be replaced. Raises ExportError, and what `progress` raises.
    """
    chosen = _chosen(format, path)
    files.check(path, replace)
    progress(0, 1, chosen.label)
    told = differences(comparison) if choices.differences_only else comparison
    document = chosen.render(told, progress, choices)
    files.put(path, document.content, replace)
    progress(1, 1)
    return document.notice


def _chosen(name: str, path: Path) -> ExportFormat:
    """The format of that name, or one whose longer suffix tells more: "x.passages.csv" holds passages."""
    asked = next((one for one in FORMATS if one.name == name), None)
    if asked is None:
        known = ", ".join(one.name for one in FORMATS)
        raise ExportError(
            _("There is no format {name}.").format(name=name), _("Choose one of {known}.").format(known=known)
        )
    closer = (one for one in FORMATS if one.suffix.endswith(asked.suffix) and path.name.lower().endswith(one.suffix))
    return max(closer, key=lambda one: len(one.suffix), default=asked)
