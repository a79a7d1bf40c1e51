"""What a person orders when they export: remembered, and turned into the choices of a document."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.dataclass import dataclass

if TYPE_CHECKING:  # the exports are loaded when they are first needed
    from reader.compare.comparison import Comparison
    from reader.export import Choices, ExportFormat
    from reader.ui.state.session import Session
    from reader.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """A format by its name, whole or differences only, without the sections `left_out`, and what goes into it."""

    format: str = "pdf"
    differences_only: bool = False
    left_out: frozenset[str] = frozenset()
    decisions: bool = True
    bom: bool = True

    def choices(self, known: "Choices") -> "Choices":
        """The choices of the document; `known` is what the library knows."""
        from reader.export import SECTIONS

        return replace(
            known,
            differences_only=self.differences_only,
            sections=frozenset(SECTIONS) - self.left_out if self.left_out else None,
            decisions=known.decisions if self.decisions else {},
            bom=self.bom,
        )


def remembered(session: "Session") -> ExportRequest:
    """The order of the last time."""
    left_out = frozenset(session.export_left_out)
    return ExportRequest(
        session.export_format, session.export_differences, left_out, session.export_decisions, session.export_bom
    )


def remember(order: ExportRequest, session: "Session") -> None:
    """Begin with this order the next time."""
    session.export_format, session.export_differences = order.format, order.differences_only
    session.export_left_out = tuple(sorted(order.left_out))
    session.export_decisions, session.export_bom = order.decisions, order.bom


def gathered(workspace: "Workspace", found: "Comparison") -> "Choices":
    """What the library knows of a comparison that it does not say itself."""
    from reader.export import library_choices

    return library_choices.gathered(workspace, found)


def with_format_suffix(path: Path, chosen: "ExportFormat") -> Path:
    """The path with the ending of a format in place of that of another, or behind a name that has none of them."""
    from reader.export import FORMATS

    name = path.name
    known = [one.suffix for one in FORMATS if name.lower().endswith(one.suffix) and len(name) > len(one.suffix)]
    stem = name[: -len(max(known, key=len))] if known else name
    return path.with_name(stem + chosen.suffix) if stem else path


def format_of(path: Path, wanted: str) -> str:
    """The format wanted where its ending fits the name, else the first one whose ending does."""
    from reader.export import FORMATS

    ending = [one.name for one in FORMATS if one.suffix.endswith(path.suffix.lower() or "?")]
    return wanted if wanted in ending or not ending else ending[0]
