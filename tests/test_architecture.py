"""The house keeps its shape: who may import whom, and no Qt below the face."""

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

WITHOUT_QT = """
import sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6", "qtawesome", "qtpy"}:
            raise ImportError(f"{name} is blocked")
sys.meta_path.insert(0, Blocked())
import reader.cli
sys.exit(reader.cli.main(sys.argv[1:]))
"""

NOT_YET = """
import sys
import reader.app
late = {"whoosh", "rapidfuzz", "typst", "qtawesome", "charset_normalizer", "numpy"} & set(sys.modules)
sys.exit(f"imported before the first frame: {sorted(late)}" if late else 0)
"""


def python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, cwd=ROOT, timeout=60
    )


def test_the_command_line_compares_without_qt(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The bridge at Orlo fell on Monday and 12 people were killed.")
    (tmp_path / "b.txt").write_text("The bridge at Orlo fell on Monday and 19 people were killed.")
    done = python(WITHOUT_QT, "compare", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--format", "json")
    assert done.returncode == 0, done.stderr
    assert '"conflict"' in done.stdout


def test_what_is_slow_to_import_waits_for_the_first_frame() -> None:
    done = python(NOT_YET)
    assert done.returncode == 0, done.stderr


def test_nothing_is_imported_that_may_not_be() -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout


def test_nothing_imports_what_imports_it() -> None:
    """By hand, for what stands beside one another in a room or is imported late: layers say nothing of that."""
    modules = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in (ROOT / "reader").rglob("*.py")}
    modules = {name.removesuffix(".__init__"): path for name, path in modules.items()}
    waiting = {name: imported(path) & modules.keys() - {name} for name, path in modules.items()}
    while free := [name for name, needs in waiting.items() if not needs & waiting.keys()]:
        for name in free:
            del waiting[name]
    assert sorted(waiting) == []


def imported(path: Path) -> set[str]:
    """The modules that a module imports, now or within its functions, each with its package's parts as their own."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and (ROOT / node.module.replace(".", "/")).is_dir():
            found |= {f"{node.module}.{one.name}" for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def test_a_class_name_is_of_one_layer() -> None:
    layers: dict[str, set[str]] = {}
    for path in (ROOT / "reader").rglob("*.py"):
        layer = path.relative_to(ROOT / "reader").parts[0]
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                layers.setdefault(node.name, set()).add(layer)
    assert {name: found for name, found in layers.items() if len(found) > 1} == {}


NOUNS = {"Drawing", "Feed", "Finding", "Grouping", "Heading", "Ranking", "Spelling", "Thing", "Wording"}
"""Nouns that end as verbs do."""


def test_no_class_is_called_by_a_gerund_or_participle() -> None:
    called: set[str] = set()
    for path in (ROOT / "reader").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and "Exception" not in {getattr(base, "id", "") for base in node.bases}:
                called.add(node.name.strip("_"))
    verbs = {name for name in called if name.endswith(("ing", "ed"))}
    assert {name for name in verbs if not any(name.endswith(noun) for noun in NOUNS)} == set()
