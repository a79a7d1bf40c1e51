"""`parallax compare` as a person calls it, and what it says when it cannot."""

import json
from pathlib import Path

import pytest

from reader import cli

FIRST = """Harbour fire at Port Selm kills 12

Twelve people were killed when a fuel depot at Port Selm caught fire on Tuesday, the harbour police said.

“We saw the flames climb over the cranes before anybody heard the alarm,” said Ines Korda, who runs the ferry office.

About 300 people were led out of the old town."""

SECOND = """Port Selm depot burns

A fuel depot at Port Selm caught fire on Tuesday and 19 people were killed, the health ministry said.

“We saw flames climbing over the cranes before anyone heard an alarm,” Ines Korda of the ferry office said.

The cause is not known."""


@pytest.fixture
def pair(tmp_path: Path) -> list[str]:
    for name, text in (("gazette", FIRST), ("herald", SECOND)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return [str(tmp_path / "gazette.txt"), str(tmp_path / "herald.txt")]


def found(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict:
    assert cli.main(["compare", *arguments, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_it_finds_the_quotation_and_the_clash(pair: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    out = found(capsys, *pair)
    assert out["schema"] == 2
    assert [a["id"] for a in out["articles"]] == ["gazette", "herald"]
    assert any(p["relation"] == "quotation" for p in out["passages"])
    clash = [f for f in out["figures"] if f["verdict"] == "conflict"]
    (row,) = clash
    assert {"Twelve", "19"} <= {m["text"] for m in row["mentions"]}


def test_spans_point_into_the_files(pair: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    out = found(capsys, *pair)
    texts = {Path(p).stem: Path(p).read_text(encoding="utf-8") for p in pair}
    spans = [s for p in out["passages"] for s in p["spans"]] + [m for f in out["figures"] for m in f["mentions"]]
    assert spans
    for span in spans:
        assert texts[span["article"]][span["start"] : span["end"]] == span["text"]


def test_the_order_of_the_files_does_not_matter(pair: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    one, other = found(capsys, *pair), found(capsys, *reversed(pair))
    assert one.pop("articles") == other.pop("articles")[::-1]
    assert one == other


def test_the_text_is_there_when_asked_for(pair: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert found(capsys, *pair, "--with-text")["articles"][0]["text"] == FIRST


@pytest.mark.parametrize("command", ["compare", "figures"])
def test_texts_are_not_asked_for_where_nothing_holds_them(
    pair: list[str], command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([command, *pair, "--with-text"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "Add --format json" in told.err


def test_people_read_text(pair: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["compare", *pair]) == 0
    out = capsys.readouterr().out
    assert "conflict" in out.lower()
    assert "19" in out


def test_a_batch_goes_on_past_a_row_that_fails(
    pair: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = tmp_path / "rows.tsv"
    rows.write_text(f"{pair[0]}\t{tmp_path / 'gone.txt'}\n" + "\t".join(pair) + "\n")
    assert cli.main(["compare", "--batch", str(rows), "--format", "jsonl"]) == 1
    said = capsys.readouterr()
    first, second = map(json.loads, said.out.splitlines())
    assert "gone.txt" in first["error"]
    assert (first["line"], first["files"]) == (1, [pair[0], str(tmp_path / "gone.txt")])
    assert second["figures"]
    assert len(said.err.splitlines()) == 1


def test_a_batch_names_the_line_and_the_files_of_each_failure(
    pair: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = tmp_path / "rows.tsv"
    both = "\t".join(str(tmp_path / name) for name in ("lost.txt", "gone.txt"))
    rows.write_bytes(f"{pair[0]}\r\n\r\n{pair[0]}\t{pair[0]}\r\n{both}\r\n".encode())
    assert cli.main(["compare", "--batch", str(rows)]) == 1
    alone, twice, lost, gone = capsys.readouterr().err.splitlines()
    assert alone.startswith("parallax: Line 1 (gazette.txt): A comparison needs")
    assert twice.startswith("parallax: Line 3 (gazette.txt, gazette.txt): The same article")
    assert lost.startswith("parallax: Line 4 (lost.txt, gone.txt): lost.txt is not there")
    assert gone.startswith("parallax: Line 4 (lost.txt, gone.txt): gone.txt is not there")


def test_two_files_of_one_name_keep_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = []
    for folder, text in (("x", FIRST), ("y", SECOND)):
        (tmp_path / folder).mkdir()
        paths.append(tmp_path / folder / "story.txt")
        paths[-1].write_text(text, encoding="utf-8")
    out = found(capsys, str(paths[1]), str(paths[0]))
    assert [a["id"] for a in out["articles"]] == ["story-2", "story"]


def empty(folder: Path) -> Path:
    (folder / "bad.txt").write_text("")
    return folder / "bad.txt"


def blank(folder: Path) -> Path:
    (folder / "bad.txt").write_text(" \n\t\n")
    return folder / "bad.txt"


def binary(folder: Path) -> Path:
    (folder / "bad.txt").write_bytes(bytes(range(256)) * 40)
    return folder / "bad.txt"


def huge(folder: Path) -> Path:
    with (folder / "bad.txt").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    return folder / "bad.txt"


def directory(folder: Path) -> Path:
    (folder / "bad.txt").mkdir()
    return folder / "bad.txt"


def gone(folder: Path) -> Path:
    return folder / "bad.txt"


def gone_with_newlines(folder: Path) -> Path:
    return folder / "b\na\nd.txt"


@pytest.mark.parametrize("make", [empty, blank, binary, huge, directory, gone, gone_with_newlines])
def test_bad_input_is_one_clear_line(make, pair: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["compare", pair[0], str(make(tmp_path)), "--format", "json"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert said.err.startswith("parallax: ")
    assert "d.txt" in said.err


def test_every_bad_file_is_named(pair: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["compare", pair[0], str(tmp_path / "one.txt"), str(tmp_path / "two.txt")]) == 1
    assert [line.count(".txt") for line in capsys.readouterr().err.splitlines()] == [1, 1]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["{0}"],
        ["{0}", "{0}"],
        ["{0}", "{1}", "{0}"],
        ["--nonsense", "{0}", "{1}"],
        ["{0}", "{1}", "--format", "xml"],
        ["--batch", "list", "{0}"],
    ],
)
def test_wrong_use_is_one_line_and_status_2(
    arguments: list[str], pair: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["compare", *(a.format(*pair) for a in arguments)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1


def test_one_file_under_two_names_is_the_same_article(
    pair: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(pair[0])
    assert cli.main(["compare", pair[0], str(link)]) == 2
    assert "twice" in capsys.readouterr().err


def test_21_articles_are_too_many(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = []
    for number in range(21):
        paths.append(tmp_path / f"{number}.txt")
        paths[-1].write_text(f"Report {number}: the ferry left at {number % 12 + 1} o'clock with the mail on board.")
    assert cli.main(["compare", *map(str, paths)]) == 2
    assert "20" in capsys.readouterr().err


def test_a_document_that_cannot_be_written_leaves_nothing(
    pair: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(tmp_path.iterdir())
    assert cli.main(["compare", *pair, "--csv", str(tmp_path / "none" / "out.csv")]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert sorted(tmp_path.iterdir()) == before


def test_a_pdf_is_written(pair: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out.pdf"
    assert cli.main(["compare", *pair, "--pdf", str(out)]) == 0
    assert out.read_bytes().startswith(b"%PDF-")
    assert str(out) in capsys.readouterr().err


def test_tables_are_written(pair: list[str], tmp_path: Path) -> None:
    figures, passages = tmp_path / "figures.csv", tmp_path / "passages.csv"
    assert cli.main(["compare", *pair, "--csv", str(figures), "--csv-passages", str(passages)]) == 0
    assert "Twelve" in figures.read_text(encoding="utf-8-sig")
    assert "over the cranes" in passages.read_text(encoding="utf-8-sig")


def test_a_document_that_is_there_is_replaced_only_when_asked(
    pair: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "old.csv", tmp_path / "new.html"
    old.write_text("mine")
    assert cli.main(["compare", *pair, "--csv", str(old), "--html", str(new)]) == 1
    assert "already there" in capsys.readouterr().err
    assert old.read_text() == "mine"
    assert not new.exists()
    assert cli.main(["compare", *pair, "--csv", str(old), "--force"]) == 0
    assert "Twelve" in old.read_text(encoding="utf-8-sig")


def test_an_article_is_never_written_over(pair: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "link.pdf").symlink_to(pair[1])
    for place in (pair[0], str(tmp_path / "link.pdf")):
        assert cli.main(["compare", *pair, "--html", str(tmp_path / "out.html"), "--pdf", place, "--force"]) == 2
        told = capsys.readouterr()
        assert (told.out, len(told.err.splitlines())) == ("", 1)
        assert "one of the articles" in told.err
    assert [Path(one).read_text(encoding="utf-8") for one in pair] == [FIRST, SECOND]
    assert not (tmp_path / "out.html").exists()


def test_two_documents_never_have_one_name(pair: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "out.html"
    assert cli.main(["compare", *pair, "--csv", str(place), "--html", str(place), "--force"]) == 2
    assert "named for two documents" in capsys.readouterr().err
    assert not place.exists()


def test_differences_only(pair: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    out = found(capsys, *pair, "--differences-only")
    assert {row["verdict"] for row in out["figures"]} == {"conflict"}
    assert not out["names"]


def test_tables_with_and_without_the_mark_that_spreadsheets_look_for(pair: list[str], tmp_path: Path) -> None:
    assert cli.main(["compare", *pair, "--csv", str(tmp_path / "with.csv")]) == 0
    assert cli.main(["compare", *pair, "--csv", str(tmp_path / "without.csv"), "--no-bom"]) == 0
    with_mark = (tmp_path / "with.csv").read_bytes()
    assert with_mark == b"\xef\xbb\xbf" + (tmp_path / "without.csv").read_bytes()
