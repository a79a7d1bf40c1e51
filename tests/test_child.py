"""A child process is this very program, however it is run and wherever it is started from."""

import os
import subprocess
import sys
from pathlib import Path

from reader import child


def test_a_packed_program_starts_itself(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child.command("--index") == [sys.executable, "--index"]


def test_otherwise_python_starts_it_and_looks_for_nothing_where_it_runs():
    assert child.command("--read") == [sys.executable, "-P", "-m", "reader", "--read"]


def test_it_finds_our_package_from_anywhere(tmp_path, monkeypatch):
    (tmp_path / "reader.py").write_text("raise SystemExit('the wrong one')")
    monkeypatch.delenv("PYTHONPATH", raising=False)
    done = subprocess.run(
        child.command("--version"), cwd=tmp_path, env=child.environment(), capture_output=True, text=True, check=False
    )
    assert done.stdout.startswith("Parallax")


def test_what_else_python_was_told_to_look_in_stays(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    first, second = child.environment()["PYTHONPATH"].split(os.pathsep)
    assert (Path(first) / "reader" / "__init__.py").is_file()
    assert second == "/somewhere"
