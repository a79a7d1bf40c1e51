"""Text that an outlet repeats is folded on import, at once; in what was there before when the person says so."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.importing import ImportOptions
from reader.paths import Paths
from reader.workspace import Workspace
from tests.importing.test_repeated_paragraphs import BODIES, PLEA


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = Workspace(Paths.under(tmp_path / "home"))
    yield workspace
    workspace.close()


def page(number: int) -> str:
    told = "".join(f"<p>{one}</p>" for one in (*BODIES[number].split("\n\n"), PLEA))
    head = '<meta property="og:site_name" content="The Vela Courier">'
    return f"<html><head>{head}</head><body><article><h1>Report {number} of the day</h1>{told}</article></body></html>"


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    made = []
    for number in range(5):
        made.append(tmp_path / f"{number}.html")
        made[-1].write_text(page(number), encoding="utf-8")
    return made


def left_out(workspace: Workspace) -> list[list[str]]:
    found = [workspace.article(row.id) for row in workspace.library.rows(order="headline")]
    return [[span.of(one.text) for span in one.boilerplate] for one in found]


def test_all_of_one_import_are_folded(workspace: Workspace, pages: list[Path]) -> None:
    report = workspace.import_files(pages)
    assert left_out(workspace) == [[PLEA]] * 5
    assert not report.repeated
    workspace.library.undo()
    assert workspace.library.count() == 0


def test_those_there_before_are_offered_and_that_can_be_undone(workspace: Workspace, pages: list[Path]) -> None:
    for path in pages[:2]:
        assert not workspace.import_files([path]).repeated
    report = workspace.import_files(pages[2:3])
    assert left_out(workspace) == [[], [], [PLEA]]
    assert workspace.search("readers nobody pay").total == 2
    assert workspace.fold_repeated(report) == 2
    assert left_out(workspace) == [[PLEA]] * 3
    assert workspace.search("readers nobody pay").total == 0
    assert workspace.library.undo() == "folding text in 2 articles"
    assert left_out(workspace) == [[], [], [PLEA]]
    assert workspace.search("readers nobody pay").total == 2


def test_nothing_is_folded_where_nobody_wants_it(workspace: Workspace, pages: list[Path]) -> None:
    workspace.settings = replace(workspace.settings, importing=ImportOptions(mark_boilerplate=False))
    assert not workspace.import_files(pages).repeated
    assert left_out(workspace) == [[]] * 5


def test_a_library_from_before_is_offered_it_once(workspace: Workspace, pages: list[Path]) -> None:
    workspace.settings = replace(workspace.settings, importing=ImportOptions(mark_boilerplate=False))
    workspace.import_files(pages[:3])
    workspace.settings = replace(workspace.settings, importing=ImportOptions())
    assert len(workspace.import_files(pages[3:4]).repeated) == 3
    assert not workspace.import_files(pages[4:]).repeated
    assert left_out(workspace) == [[], [], [], [PLEA], [PLEA]]
