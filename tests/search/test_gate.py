"""Whoosh is imported late, by one file, and its warnings about itself reach nobody."""

import os
import subprocess
import sys
from pathlib import Path

import whoosh

ROOT = Path(__file__).parents[2]


def run(code, *options, **environment):
    return subprocess.run(
        [sys.executable, *options, "-c", code],
        capture_output=True, text=True, timeout=60, check=False, cwd=ROOT, env=os.environ | environment,
    )  # fmt: skip


def test_the_seam_is_there_without_whoosh():
    done = run("import sys, reader.search; assert not [n for n in sys.modules if n.startswith('whoosh')]")
    assert (done.returncode, done.stderr) == (0, "")


def test_compiling_it_for_the_first_time_warns_nobody(tmp_path):
    """Without byte code, with every warning an error, as on a fresh machine whose owner likes it strict."""
    code = f"""
from pathlib import Path
from reader.article import Article
from reader.search import Drop, Put, SearchIndex
with SearchIndex.open(Path({str(tmp_path / "index")!r}), "library") as index:
    for number in range(1, 9):
        index.apply([Put(number, str(number), Article("x", f"The dockers of Velim, part {{number}}", language="fr"))])
    index.apply([Drop(9, "1")])
    for query in ("dockers", '"dockers velim"', "dock* -part", "dokcers~ date:2031 OR lang:fr", "-nothing"):
        index.search(query)
"""
    done = run(code, "-W", "error", PYTHONPYCACHEPREFIX=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")


def test_only_the_gate_imports_it():
    package = ROOT / "reader" / "search"
    importers = [
        path.name for path in package.glob("*.py") if "import whoosh" in (t := path.read_text()) or "from whoosh" in t
    ]
    assert importers == ["gate.py"]


def test_it_is_the_release_that_was_measured():
    assert whoosh.__version__ == (2, 7, 4)
