"""The walks: what is done in the window, and where a picture is taken."""

import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.walk.stage import Stage

SIXTH = """Dam at Zelenac holds, says the insurer

By Ana Kolar, Insurance Weekly
Zelenac, 4 March 2031

The insurer of the dam at Zelenac put the cost of the night at 12 million crowns. It counted 9 wounded and said that
2,100 people had left their homes. A spokeswoman said the wall had held, and that nobody had been warned in time.
"""
"""A sixth account of the demo story's event, so that six panes can lie side by side."""


@dataclass(frozen=True, slots=True)
class Walk:
    """One run of the program on a screen of its own."""

    name: str
    size: str
    go: Callable[[Stage, Path, Path], None]
    environment: dict[str, str] = field(default_factory=dict)


def first_run(stage: Stage, folder: Path, home: Path, name: str) -> None:
    """From nothing to the demo story side by side."""
    stage.fill("Parallax")
    stage.shot(folder / f"{name}-00-first-run.png")
    stage.command("Open the Demo Story")
    stage.until(lambda: "Zelenac" in stage.title(), "the demo story side by side")


def reading(stage: Stage, folder: Path, home: Path, name: str) -> None:
    """Passages, the stack, conflicts, docks, search, the dialogs; then the PDF."""

    def shot(what: str) -> None:
        stage.shot(folder / f"{name}-{what}.png")

    shot("01-compared")
    stage.key("ctrl+1", "alt+Down", "alt+Down")
    shot("02-passage")
    stage.key("Return")
    shot("03-stack")
    stage.key("Escape", "ctrl+j")
    shot("04-conflict")
    stage.key("ctrl+g", "Down")
    shot("05-ledger")
    lists = ("Quotations", "Shared Passages", "Names", "Only in One Account", "Origins", "Not Compared")
    for number, one in enumerate(lists):
        stage.command(f"Lists: {one}")
        shot(f"06-list-{number}-{one.lower().replace(' ', '-')}")
    stage.key("F4", "F11")
    shot("06-full-reading")
    stage.key("F11")
    stage.key("ctrl+f")
    stage.write("dam")
    shot("07-find")
    stage.key("Escape", "ctrl+k")
    stage.write("dam")
    shot("08-search")
    stage.key("ctrl+a")
    stage.write("zxqv")
    shot("09-search-nothing")
    stage.key("Escape", "Escape", "F1")
    shot("10-shortcuts")
    stage.key("Escape", "ctrl+shift+p")
    shot("11-palette")
    stage.key("Escape", "ctrl+comma")
    shot("12-preferences")
    stage.key("Escape")
    stage.settle()
    export(stage, folder, home, name)


def export(stage: Stage, folder: Path, home: Path, name: str) -> None:
    """Ctrl+E, the preview, the PDF on disk, its words."""
    target = home / "pack.pdf"
    stage.key("ctrl+e")
    stage.window("Export")
    stage.shot(folder / f"{name}-13-export.png")
    save(stage, target, "alt+i")
    stage.until(lambda: target.exists() and target.stat().st_size > 10_000, "the PDF")
    stage.shot(folder / f"{name}-14-exported.png")
    words = subprocess.run(["pdftotext", target, "-"], capture_output=True, text=True, check=True).stdout
    assert "Zelenac" in words, "the PDF lacks the story"
    (folder / f"{name}.pdf").write_bytes(target.read_bytes())


def save(stage: Stage, target: Path, field: str = "alt+n") -> None:
    """Name the file in the field that these keys lead to, and confirm."""
    stage.key(field, "ctrl+a")
    stage.write(str(target))
    stage.key("Return")


def themed(theme: str) -> Callable[[Stage, Path, Path], None]:
    """The whole walk in one theme."""

    def go(stage: Stage, folder: Path, home: Path) -> None:
        name = theme.lower().replace(" ", "-")
        stage.fill("Parallax")  # it is there, and stands still
        stage.command(f"Theme: {theme}")
        first_run(stage, folder, home, name)
        reading(stage, folder, home, name)

    return go


def twice(stage: Stage, folder: Path, home: Path) -> None:
    """The first stations at twice the scale."""
    first_run(stage, folder, home, "twice")
    stage.shot(folder / "twice-01-compared.png")
    stage.key("ctrl+j")
    stage.shot(folder / "twice-02-conflict.png")


def six(stage: Stage, folder: Path, home: Path) -> None:
    """Six panes side by side."""
    first_run(stage, folder, home, "six")
    sixth = home / "insurance-weekly.txt"
    sixth.write_text(SIXTH, encoding="utf-8")
    stage.key("ctrl+o")
    stage.window("Import")
    save(stage, sixth)
    stage.until(lambda: "Import" not in stage.title(), "the file dialog gone")
    stage.settle()
    stage.key("ctrl+shift+l")
    stage.shot(folder / "six-01-imported.png")
    stage.key("shift+Return")
    stage.settle()
    stage.shot(folder / "six-02-panes.png")
    stage.key("ctrl+6", "alt+Down")
    stage.shot(folder / "six-03-last-pane.png")


def empty(stage: Stage, folder: Path, home: Path) -> None:
    """A library with nothing open, a single article, two that share nothing."""
    stage.fill("Parallax")
    for number, text in enumerate((SIXTH, "A cat slept.\n\nNobody came to look for it, and it woke at noon.\n")):
        path = home / f"alone-{number}.txt"
        path.write_text(text, encoding="utf-8")
        stage.key("ctrl+o")
        stage.window("Import")
        save(stage, path)
        stage.until(lambda: "Import" not in stage.title(), "the file dialog gone")
        stage.settle()
    stage.shot(folder / "empty-00-nothing-open.png")
    stage.key("ctrl+shift+l", "Down", "Return")
    stage.shot(folder / "empty-01-single.png")
    stage.key("ctrl+shift+l", "Up", "shift+Return")
    stage.shot(folder / "empty-02-nothing-shared.png")


STATIONS = (
    *(
        Walk(f"{theme}".lower().replace(" ", "-"), "1280x720", themed(theme))
        for theme in ("Light", "Dark", "High Contrast")
    ),
    Walk("twice", "2560x1440", twice, {"QT_SCALE_FACTOR": "2"}),
    Walk("six", "1920x1080", six),
    Walk("empty", "1280x720", empty),
)
