"""The garbage collector leaves loaded modules alone."""

import gc
import sys
from types import ModuleType

import pytest

from reader.ui.services.gc_tuning import GcFreezer


def test_what_is_loaded_is_spared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    lasting, before = GcFreezer(), gc.get_threshold()
    try:
        assert lasting.spare()
        spared = gc.get_freeze_count()
        assert spared > 10_000
        assert not lasting.spare()
        for number in range(30):
            monkeypatch.setitem(sys.modules, f"loaded_{number}", ModuleType(f"loaded_{number}"))
        kept = [[number] for number in range(1_000)]
        assert lasting.spare()
        assert gc.get_freeze_count() > spared + len(kept) // 2
        assert gc.get_threshold() == (*before[:2], 100)
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
