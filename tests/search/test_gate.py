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


def test_what_whoosh_names_and_never_calls_is_not_loaded():
    code = (
        "import sys\n"
        "import reader.search.gate\n"
        "print({'ssl', 'http.client', 'email', 'urllib.request'} & set(sys.modules))\n"
        "import urllib.request\n"
        "print(callable(urllib.request.urlretrieve), urllib.request is sys.modules['urllib.request'])\n"
    )
    done = run(code)
    assert (done.stderr, done.stdout.splitlines()) == ("", ["set()", "True True"])


def test_who_asks_for_it_meanwhile_is_given_the_real_one():
    code = (
        "import builtins, sys\n"
        "real, met = builtins.__import__, []\n"
        "def watched(name, *others):\n"
        "    if name == 'whoosh.filedb' or name.startswith('whoosh.columns'):\n"
        "        real('urllib.request')\n"
        "        met.append(sys.modules['urllib'].request.Request.__name__)\n"
        "    return real(name, *others)\n"
        "builtins.__import__ = watched\n"
        "import reader.search.gate\n"
        "import urllib.request\n"
        "print(set(met), urllib.request.__file__ is not None)\n"
    )
    done = run(code)
    assert (done.stderr, done.stdout.splitlines()) == ("", ["{'Request'} True"])
