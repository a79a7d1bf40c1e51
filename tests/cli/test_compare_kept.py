"""`parallax compare --story` and `--saved`: what the reader did in the window goes into what is written."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from reader import cli
from reader.compare.comparison import Verdict
from reader.compare.finding_ids import Finding, SubjectKind
from reader.compare.options import CompareOptions, PassageOptions
from reader.paths import Paths
from reader.workspace import Workspace

TEXTS = {
    "late.txt": (
        "Depot burns at Port Selm\nPublished: March 9, 2031\n\nA fuel depot at Port Selm caught fire on Tuesday and "
        "19 people were killed, the health ministry said.\n\nThe cause of the fire is not known to the ministry."
    ),
    "early.txt": (
        "Harbour fire kills 12\nPublished: March 8, 2031\n\nTwelve people were killed when a fuel depot at Port Selm "
        "caught fire on Tuesday, the harbour police said.\n\nAbout 300 people were led out of the old town."
    ),
}


@contextmanager
def library() -> Iterator[Workspace]:
    workspace = Workspace(Paths.default())
    try:
        yield workspace
    finally:
        workspace.close()


@pytest.fixture(autouse=True)
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Two articles in a story; their ids, the oldest first."""
    monkeypatch.setenv("PARALLAX_HOME", str(tmp_path / "home"))
    folder = tmp_path / "clippings"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text)
    assert cli.main(["import", str(folder), "--story", "Harbour fire"]) == 0
    capsys.readouterr()
    with library() as workspace:
        return [row.id for row in sorted(workspace.library.rows(), key=lambda row: row.published)]


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict:
    assert cli.main(["compare", *arguments, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert cli.main(["compare", *arguments]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    return line


def dismiss_conflict(ids: list[str]) -> None:
    with library() as workspace:
        found = workspace.compare(ids)
        at = next(at for at, row in enumerate(found.ledger) if row.verdict is Verdict.CONFLICT)
        workspace.decide(found, Finding(SubjectKind.FIGURES, at), "dismissed", "one of them is a misprint")


def test_a_story_in_the_order_of_its_dates(articles: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert [one["id"] for one in printed(capsys, "--story", "Harbour fire")["articles"]] == articles


def test_undated_articles_of_a_story_come_last_in_the_order_of_their_import(
    articles: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [f"undated {number}" for number in range(6)]
    for name in names:
        path = tmp_path / f"{name}.txt"
        path.write_text(f"{name.capitalize()}\n\nThe depot at Port Selm burned, and people were killed: {name}.")
        assert cli.main(["import", str(path), "--story", "Harbour fire"]) == 0
    capsys.readouterr()
    found = printed(capsys, "--story", "Harbour fire", "--no-semantic")["articles"]
    assert [one["id"] for one in found[:2]] == articles
    assert [one["headline"] for one in found[2:]] == [name.capitalize() for name in names]


def test_times_of_day_are_held_together_in_their_zones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, when in (("one", "2031-03-05T10:00:00+09:00"), ("two", "2031-03-05T04:00:00+00:00")):
        path = tmp_path / f"{name}.json"
        text = "A fuel depot at Port Selm caught fire, and 19 people were killed, the ministry said."
        path.write_text(json.dumps({"title": name, "date": when, "text": f"{text} So says {name}."}))
        assert cli.main(["import", str(path), "--story", "Zones"]) == 0
    capsys.readouterr()
    found = printed(capsys, "--story", "Zones", "--no-semantic")["articles"]
    assert [one["headline"] for one in found] == ["one", "two"]


def test_decisions_and_coming_go_along(articles: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    dismiss_conflict(articles)
    told = printed(capsys, "--story", "Harbour fire")
    assert [row["decision"]["reason"] for row in told["figures"] if "decision" in row] == ["one of them is a misprint"]
    assert all(article["imported"] for article in told["articles"])
    assert cli.main(["compare", "--story", "Harbour fire"]) == 0
    said = capsys.readouterr().out
    assert "Figures: No conflicts left: 1 dismissed." in said
    assert "Dismissed by the reader" in said


def test_rows_as_the_reader_put_them(articles: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with library() as workspace:
        row = workspace.compare(articles).ledger[0]
        workspace.split_row(articles, row, [row.mentions[0].excerpt])
    before = len(row.mentions)
    told = printed(capsys, "--story", "Harbour fire")
    assert all(len(one["mentions"]) < before for one in told["figures"] if one["verdict"] == "conflict")


def test_a_pack_of_a_story_is_verified_against_the_library(
    articles: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dismiss_conflict(articles)
    pack = tmp_path / "pack.pdf"
    assert cli.main(["compare", "--story", "Harbour fire", "--pdf", str(pack)]) == 0
    assert str(PdfReader(pack).metadata.title).startswith("Harbour fire: 2 accounts side by side: ")
    assert "one of them is a misprint" in " ".join(page.extract_text() for page in PdfReader(pack).pages)
    for path in (tmp_path / "clippings").iterdir():
        path.unlink()
    capsys.readouterr()
    assert cli.main(["verify", str(pack)]) == 0
    assert "2 of 2 articles still match" in capsys.readouterr().out


def test_a_saved_comparison_keeps_its_order_and_cutoffs(
    articles: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    strict = replace(CompareOptions(), passages=replace(PassageOptions(), cutoff=96.0))
    with library() as workspace:
        workspace.save_comparison("For Monday", articles[::-1], asdict(strict))
    told = printed(capsys, "--saved", "For Monday")
    assert [one["id"] for one in told["articles"]] == articles[::-1]
    assert all(passage["score"] >= 96 for passage in told["passages"])
    assert cli.main(["compare", "--saved", "For Monday", "--html", str(tmp_path / "x.html")]) == 0
    assert "alike by 96 of 100 or more" in (tmp_path / "x.html").read_text(encoding="utf-8")


def test_a_name_that_is_not_there_is_answered_with_the_nearest(
    articles: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert refused(capsys, "--story", "harbor fires").endswith("Did you mean “Harbour fire”?")
    assert refused(capsys, "--story", "Zzz").endswith("There are: Harbour fire.")
    assert "no saved comparison of this name: For Monday." in refused(capsys, "--saved", "For Monday")
    with library() as workspace:
        workspace.save_comparison("For Monday", articles)
        workspace.library.remove(articles[:1])
    assert "1 of the 2 articles of “For Monday”" in refused(capsys, "--saved", "For Monday")
    assert "There is 1 article in it. A comparison takes 2 to 20." in refused(capsys, "--story", "Harbour fire")


def test_more_than_a_comparison_takes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(20):
        (tmp_path / f"{number}.txt").write_text(f"Note {number}\n\nThe ferry left pier {number} at dawn.")
        cli.main(["import", str(tmp_path / f"{number}.txt"), "--story", "Harbour fire"])
    capsys.readouterr()
    assert "There are 22 articles in it." in refused(capsys, "--story", "Harbour fire")


@pytest.mark.parametrize("other", [("--saved", "x"), ("some.txt",), ("--batch", "list")])
def test_a_story_goes_with_nothing_else(other: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert "together" in (line := refused(capsys, "--story", "Harbour fire", *other)) or "--batch" in line
