"""`parallax figures`: every figure of a text, as it is read."""

import json
from pathlib import Path

import pytest

from reader import cli


def test_each_line_is_a_text_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "lines.txt"
    path.write_text("Some 40 boats were lost.\n\nThe wind rose.\nThe mast is 12.5 metres high.\n")
    assert cli.main(["figures", "--lines", str(path), "--format", "jsonl"]) == 0
    rows = [json.loads(line)["figures"] for line in capsys.readouterr().out.splitlines()]
    assert [[m["value"] for m in row] for row in rows] == [[[40, 40]], [], [], [[12.5, 12.5]]]
    assert len(rows) == 4
    assert rows[0][0]["modifier"] == "about"
    assert rows[3][0]["unit"]


def test_each_line_is_read_in_its_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "lines.txt"
    german = "Bei dem Beben kamen in der Stadt am Montag 8.000 Menschen ums Leben."
    path.write_text(f"The new road runs for 8.125 miles along the river and the sea.\n{german}\n8,000\n")
    assert cli.main(["figures", "--lines", str(path), "--format", "jsonl"]) == 0
    rows = [json.loads(line)["figures"] for line in capsys.readouterr().out.splitlines()]
    assert rows[0][0]["value"] == [8.125, 8.125]
    low, high = rows[1][0]["value"]
    assert low <= 8000 <= high
    path.write_text(f"{german}\nDanach: 9.000 Tote.\n")
    assert cli.main(["figures", "--lines", str(path), "--format", "jsonl"]) == 0
    rows = [json.loads(line)["figures"] for line in capsys.readouterr().out.splitlines()]
    assert rows[1][0]["value"][1] >= 9000, "a short line speaks as its neighbours do"


def test_a_file_gives_an_object(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "one.txt"
    path.write_text("Police detained 17 people near the quay.")
    assert cli.main(["figures", str(path), "--format", "json"]) == 0
    (article,) = json.loads(capsys.readouterr().out)
    (figure,) = article["figures"]
    assert figure["text"] == "17"
    assert "detained" in figure["scope"]


def test_people_read_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "one.txt"
    path.write_text("Police detained 17 people near the quay.")
    assert cli.main(["figures", str(path)]) == 0
    assert "17" in capsys.readouterr().out


def test_a_file_that_is_gone_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["figures", str(tmp_path / "gone.txt")]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_file_that_cannot_be_read_stops_no_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, empty, gone = tmp_path / "one.txt", tmp_path / "empty.txt", tmp_path / "gone.txt"
    good.write_text("Police detained 17 people near the quay.")
    empty.write_text("")
    for form in ("text", "json", "jsonl"):
        assert cli.main(["figures", str(empty), str(good), str(gone), "--format", form]) == 1
        told = capsys.readouterr()
        assert "17" in told.out
        assert form != "json" or len(json.loads(told.out)) == 1
        first, second = told.err.splitlines()
        assert ("empty.txt" in first, "gone.txt" in second) == (True, True)
    assert cli.main(["figures", "--lines", str(gone), str(good), "--format", "jsonl"]) == 1
    told = capsys.readouterr()
    assert "17" in told.out
    assert len(told.err.splitlines()) == 1
    assert cli.main(["figures", str(gone), "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out) == []


def test_a_language_that_is_not_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "sv.txt"
    path.write_text("Floden steg med 3,5 meter och det är inte den enda som har gjort det på en natt till.\n" * 3)
    assert cli.main(["figures", str(path)]) == 0
    assert "figures are not read in this language" in capsys.readouterr().out
    assert cli.main(["figures", str(path), "--format", "json"]) == 0
    (article,) = json.loads(capsys.readouterr().out)
    assert (article["figures"], article["figures_unread"]) == ([], "sv")


def test_a_table_of_numbers_is_told_instead_of_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "results.txt"
    prose = "Turnout in the town reached 61 per cent, the clerk said when the count was over.\n\n"
    path.write_text(prose + "".join(f"Ward {n}\t{n + 7}\t{n + 90}\n" for n in range(20)))
    assert cli.main(["figures", str(path)]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert printed.startswith("results 61 per cent turnout")
    assert printed.endswith("results has a table of numbers (60), whose cells are not read as figures.")
    assert cli.main(["figures", str(path), "--format", "json"]) == 0
    (article,) = json.loads(capsys.readouterr().out)
    assert [f["text"] for f in article["figures"]] == ["61 per cent"]
    (left_out,) = article["figures_omitted"]
    assert (left_out["reason"], left_out["numbers"]) == ("table", 60)


def test_figures_of_another_language_count_in_its_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "es.txt"
    path.write_text("La riada dejó 48 muertos en el valle, según la policía, y los vecinos que huyeron son 2.500.\n")
    assert cli.main(["figures", str(path), "--format", "json"]) == 0
    (article,) = json.loads(capsys.readouterr().out)
    assert [(f["text"], f["value"], f["scope"]) for f in article["figures"]] == [
        ("48", [48, 48], "muertos"),
        ("2.500", [2500, 2500], "y los vecinos que huyeron son …"),
    ]
