"""Killed at any moment of import, indexing or commit: nothing that was said to be done is lost, and search agrees."""

import sys

import pytest

from tests.benchmarks import kills


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc and kill -9")
def test_killed_at_some_moments(tmp_path, monkeypatch):
    """Four of the moments of which tests/benchmarks/kills.py tries a hundred."""
    monkeypatch.setattr(kills, "_LATEST", 2.0)  # a first start parses tables before anything is in
    files, told = kills.made_files(tmp_path / "files", 60), kills.Told()
    for moment in range(40):
        kills.kill_once(tmp_path / "home", files, told, seed=moment)
        kills.check(tmp_path / "home", told)
        if moment >= 3 and told.inside:  # a slow machine may be killed four times before anything is in
            return
    raise AssertionError("nothing was ever added")
