"""Nothing that a pickle of an index names is run, wherever Whoosh loads one."""

import pickle
from pathlib import Path

import pytest

from reader.search import gate, safe_pickle


class Evil:
    """What pickles to a call."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def __reduce__(self) -> object:
        return Path.touch, (self.place,)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_call_is_refused(tmp_path: Path, protocol: int) -> None:
    content = pickle.dumps({"extras": Evil(tmp_path / "owned")}, protocol)
    with pytest.raises(pickle.UnpicklingError):
        safe_pickle.loads(content)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_what_is_kept_comes_back(protocol: int) -> None:
    for kept in ((1, 2, 300), {"a": [1.5, None, "ř" * 90_000], "b": b"q" * 70_000}, b"x" * 300_000, ("",) * 500):
        assert safe_pickle.loads(pickle.dumps(kept, protocol)) == kept


@pytest.mark.parametrize(
    "name",
    ["os\nsystem", "builtins\neval", "builtins\n__import__", "subprocess\nPopen", "whoosh.util.loading\nfind_object",
     "functools\npartial", "operator\nattrgetter", "whoosh.codec.whoosh3\nW3Segment.__init__"],
)  # fmt: skip
def test_no_other_name_is_looked_up(name: str) -> None:
    with pytest.raises(pickle.UnpicklingError):
        safe_pickle.loads(f"c{name}\n.".encode())
    with pytest.raises(pickle.UnpicklingError):
        safe_pickle.loads(b"\x80\x04P0\n." if name.startswith("os") else b"c_codecs\nencode\n(V41\nVrot13\ntR.")


def test_plain_values_are_loaded() -> None:
    value = {"a": [1, 2.5, "é", b"\x00\xff", None, True], "b": (set(), {3})}
    for protocol in range(3, pickle.HIGHEST_PROTOCOL + 1):
        assert safe_pickle.loads(pickle.dumps(value, protocol)) == value


def test_no_module_of_whoosh_that_we_load_keeps_a_loader_of_its_own() -> None:
    for module in (gate.whoosh3, gate.columns, gate.formats):
        assert module.loads is safe_pickle.loads
    assert gate.index.pickle.loads is safe_pickle.loads
    assert gate.filestore.StructFile.read_pickle.__globals__["load_pickle"] is safe_pickle.load
