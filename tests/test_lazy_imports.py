"""Packages give their names when asked for them, and nothing is loaded before."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import reader
from reader import lazy_imports

HOUSE = Path(reader.__file__).parent
DEFERRING = [
    str(file.parent.relative_to(HOUSE))
    for file in sorted(HOUSE.glob("*/**/__init__.py"))
    if "lazy_imports.names" in file.read_text()
]

ASKED = """
import sys
import reader.cli
status = reader.cli.main(sys.argv[2:])
loaded = sorted(name for name in sys.argv[1].split() if name in sys.modules)
sys.exit(f"loaded for nothing: {loaded}" if loaded else status)
"""


def told_to_type_checkers(package: str) -> set[str]:
    """The names that a package imports where nobody but a type checker looks."""
    branches = [
        node for node in ast.parse((HOUSE / package / "__init__.py").read_text()).body if isinstance(node, ast.If)
    ]
    imports = [one for branch in branches for one in branch.body if isinstance(one, ast.ImportFrom)]
    return {alias.asname or alias.name for one in imports for alias in one.names}


@pytest.mark.parametrize("package", DEFERRING)
def test_a_package_gives_all_that_it_says_it_has(package: str) -> None:
    module = import_module(".".join(("reader", *Path(package).parts)))
    assert set(module.__all__) == told_to_type_checkers(package)
    for name in module.__all__:
        assert getattr(module, name) is not None


def test_what_a_package_does_not_have_is_missed_by_its_name() -> None:
    get = lazy_imports.names("reader", {"errors": "ReaderError"})
    with pytest.raises(AttributeError, match=r"'reader' has no attribute 'nothing'"):
        get("nothing")


def test_a_search_loads_neither_comparing_nor_reading_nor_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARALLAX_HOME", str(tmp_path / "home"))
    (tmp_path / "a.txt").write_text("The ferry to Orlo stopped at noon and 12 passengers waited.")
    import_ = [sys.executable, "-P", "-m", "reader", "import", str(tmp_path / "a.txt")]
    subprocess.run(import_, check=True, capture_output=True, cwd=HOUSE.parent, timeout=60)
    late = "reader.compare.engine numpy lxml reader.importing.intake reader.export reader.wording.verdicts"
    late = f"{late} reader.search.segment_writer"
    done = subprocess.run(
        [sys.executable, "-c", ASKED, late, "search", "ferry"],
        capture_output=True,
        text=True,
        cwd=HOUSE.parent,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 article" in done.stdout
