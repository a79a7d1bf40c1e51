"""What CONTRIBUTING says of the code is so: the files and names on its ways exist."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
STEP = re.compile(r"^\d\. `(reader/[\w/]+\.py)` `(\w+)`: \S", re.MULTILINE)
WAYS = ("How a click becomes a mark", "How a file becomes an article", "How two figures become a row")


def way(title: str) -> list[tuple[str, str]]:
    """The files and names on one of the ways."""
    after = TEXT.split(f"### {title}\n", 1)[1]
    return STEP.findall(after.split("\n#", 1)[0])


def names(path: Path) -> set[str]:
    """What a module defines at its top."""
    found = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign):
            found |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found.add(node.target.id)
    return found


@pytest.mark.parametrize("title", WAYS)
def test_the_five_files_on_a_way_are_there(title: str) -> None:
    steps = way(title)
    assert len(steps) == 5
    for file, name in steps:
        assert name in names(ROOT / file), f"{file} has no {name}"


def test_every_file_and_folder_that_is_named_is_there() -> None:
    named = set(re.findall(r"`((?:reader|tests|data|resources|packaging)/[\w./-]*\w/?)`", TEXT))
    made = {"packaging/test", "packaging/run"}
    missing = {one for one in named - made if not re.search("[*<]|LANG", one) and not (ROOT / one).exists()}
    assert missing == set()


def test_what_stands_where_is_there() -> None:
    table = TEXT.split("## Where to look\n", 1)[1].split("\n#", 1)[0]
    pairs = re.findall(r"`(reader/[\w/]+\.py)` `(\w+)`", table)
    assert len(pairs) >= 10
    assert [f"{file}: {name}" for file, name in pairs if name not in names(ROOT / file)] == []
    parts = re.findall(r"`(?:library\.)?(\w+)`", next(line for line in table.splitlines() if "its parts" in line))
    assert [part for part in parts if not (ROOT / "reader" / "library" / f"{part}.py").exists()] == []
