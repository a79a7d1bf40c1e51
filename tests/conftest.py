"""What every test stands on: no screen, no home but a temporary one."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from reader.paths import Paths

settings.register_profile("same", deadline=None, derandomize=True)  # a suite that passed passes again, however slow
settings.register_profile("new", deadline=None, max_examples=1_000)
settings.load_profile("same")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for _name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):  # what a person would read on a machine of no country
    os.environ.pop(_name, None)
os.environ["LANG"] = "C.UTF-8"  # Qt complains of any other C
os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="parallax-tests-")  # where parsed tables are kept
os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp(prefix="parallax-tests-")  # where the key of indexes is kept


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """A person's folders, all of them under the test's own; the program finds no others."""
    home = tmp_path / "home"
    monkeypatch.setenv("PARALLAX_HOME", str(home))
    return Paths.under(home)
