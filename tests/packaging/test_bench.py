"""The bench runs, on sizes so small that its figures mean nothing; nothing here is timed."""

import json
import math
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.benchmarks.bench import comparing, documents, report, searching, starting
from tests.benchmarks.bench.__main__ import main
from tests.benchmarks.bench.rounds import Curve, Row, Spent, in_turn
from tests.benchmarks.bench.sizes import TINY

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("area", [comparing, documents, searching])
def test_an_area_is_measured(area):
    found = area.measure(TINY, None)
    rows = [one for one in found if isinstance(one, Row)]
    assert any(row.peer and (row.ratio or row.of_processor) > 0 for row in rows)
    assert all(row.ours > 0 and math.isfinite(row.ratio) for row in rows)
    assert all(len(line) > 1 for one in found if isinstance(one, Curve) for line in one.lines.values())


def test_taking_turns_gives_the_median_of_the_ratios():
    ours = iter([Spent(2.0, 1.0), Spent(9.0, 1.0), Spent(4.0, 1.0)])
    theirs = iter([Spent(1.0, 2.0), Spent(1.0, 2.0), Spent(1.0, 2.0)])
    (row,) = in_turn("area", "work", lambda: next(ours), {"peer": lambda: next(theirs)}, 3, {"peer": 5.0})
    assert (row.ours, row.theirs, row.ratio, row.of_processor) == (4.0, 1.0, 4.0, 0.5)
    assert row.is_reached


def test_a_page_and_its_plots_are_written(tmp_path):
    rows = [Row("area", "work", 0.2, "peer", 0.1, 2.0, 1.9, 1.3), Row("area", "held", 170, unit="MB")]
    curve = Curve("How it <grows>", "articles", "seconds", {"ours": [(10, 0.1), (1000, 9.0)], "theirs": [(10, 0.2)]})
    page = report.write(tmp_path, rows, [curve], "tiny", ["memory"]).read_text(encoding="utf-8")
    assert "| work | 0.2 s | peer | 0.1 s | 2.00 | 1.90 | at most 1.30 (missed) |" in page
    assert "170 MB" in page
    assert "memory failed" in page
    plot = tmp_path / "how-it-grows.svg"
    assert plot.name in page
    assert ET.fromstring(plot.read_text(encoding="utf-8")).tag.endswith("svg")  # noqa: S314 - ours


def test_the_readme_shows_the_last_one(tmp_path):
    readme = tmp_path / "README.md"
    readme.write_text("# A\n\n<!-- bench -->\nold\n<!-- /bench -->\n\nAfter\n", encoding="utf-8")
    rows = [Row("a", "work", 0.2, "peer", 0.1, 2.0, 1.9), Row("a", "held", 170, unit="MB"), Row("a", "alone", 0.2)]
    report.put_into(readme, rows, [Curve("How it grows", "articles", "seconds", {"ours": [(10, 0.1), (99, 9.0)]})])
    text = readme.read_text(encoding="utf-8")
    assert "| work | peer | 2.00 | 1.90 |" in text
    assert "old" not in text
    assert "| held | 170 MB |" in text
    assert "alone" not in text
    assert "![How it grows](tests/benchmarks/plots/how-it-grows.svg)" in text
    assert (tmp_path / "tests" / "benchmarks" / "plots" / "how-it-grows.svg").is_file()
    assert text.startswith("# A\n")
    assert text.endswith("<!-- /bench -->\n\nAfter\n")


def test_areas_measured_before_stay_in_the_table(tmp_path, monkeypatch):
    def measured(command, **_options):
        area = command[command.index("--alone") + 1]
        line = json.dumps({"row": asdict(Row(area, f"work of {area}", 1.0, "peer", 2.0, 0.5))})
        return subprocess.CompletedProcess(command, 0, stdout=line + "\n")

    monkeypatch.setattr(subprocess, "run", measured)
    assert main(["compare", "--tiny", "--into", str(tmp_path)]) == 0
    assert main(["memory", "--tiny", "--into", str(tmp_path)]) == 0
    text = (tmp_path / "bench.md").read_text(encoding="utf-8")
    assert text.index("work of compare") < text.index("work of memory")


def test_an_area_that_fails_keeps_no_other_from_its_turn(tmp_path, monkeypatch):
    real = subprocess.run

    def failing(command, **options):
        if "--alone" in command:
            assert command[0] == sys.executable
            return subprocess.CompletedProcess(command, 1, stdout="")
        return real(command, **options)

    monkeypatch.setattr(subprocess, "run", failing)
    assert main(["compare", "memory", "--tiny", "--into", str(tmp_path)]) == 1
    assert "compare failed" in (tmp_path / "bench.md").read_text(encoding="utf-8")


def test_an_unknown_area_is_named_with_those_there_are(tmp_path):
    with pytest.raises(SystemExit, match="there is no area nonsense; there are start, compare"):
        main(["nonsense", "--tiny", "--into", str(tmp_path)])


def test_an_older_build_is_asked_without_what_it_does_not_know(tmp_path):
    program = tmp_path / "old" / "packaging" / "run"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\ncase "$*" in *--*) exit 2 ;; *nonsense*) exit 2 ;; esac\n', encoding="ascii")
    program.chmod(0o755)
    old = starting.Build(tmp_path / "old", tmp_path / "home", tmp_path)
    assert old.understood(["compare", "--no-semantic", "a", "b"]) == ["compare", "a", "b"]
    assert old.understood(["nonsense"]) is None
