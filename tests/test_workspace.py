"""The use cases, end to end below the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.compare.comparison import Verdict
from reader.paths import Paths
from reader.progress import Cancelled
from reader.workspace import Status, Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = Workspace(Paths.under(tmp_path / "home"))
    yield workspace
    workspace.close()


def test_the_demo_story_from_import_to_comparison(workspace: Workspace) -> None:
    report = workspace.import_sample_story()
    assert report.count(Status.ADDED) == 5
    assert {row.story is not None for row in workspace.library.rows()} == {True}
    comparison = workspace.compare(report.ids())
    verdicts = {judgement.verdict for row in comparison.ledger for judgement in row.judgements}
    assert verdicts == set(Verdict)
    assert comparison.passages


def test_the_demo_story_is_there_once(workspace: Workspace) -> None:
    first = workspace.import_sample_story()
    again = workspace.import_sample_story()
    assert again.count(Status.KNOWN) == 5
    assert again.ids() == first.ids()
    assert len(workspace.library.stories()) == 1


def test_search_follows_the_library(workspace: Workspace) -> None:
    workspace.import_text("Lighthouse relit\n\nThe keeper of Varn relit the lamp on Sunday after forty years.")
    (hit,) = workspace.search("lamp").hits
    assert hit.headline == "Lighthouse relit"
    workspace.library.remove([hit.id])
    assert workspace.search("lamp").hits == ()
    workspace.library.undo()
    assert [h.id for h in workspace.search("lamp").hits] == [hit.id]


def test_a_rebuilt_index_answers_the_same(workspace: Workspace) -> None:
    workspace.import_sample_story()
    before = {h.id for h in workspace.search("the").hits} | {h.id for h in workspace.search("said").hits}
    workspace.rebuild_index()
    assert {h.id for h in workspace.search("the").hits} | {h.id for h in workspace.search("said").hits} == before


def test_one_bad_file_does_not_stop_the_rest(workspace: Workspace, tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("Snow closed the pass above Tarn for the third day running.")
    report = workspace.import_files([tmp_path / "gone.txt", good])
    assert [e.status for e in report.entries] == [Status.FAILED, Status.ADDED]
    assert "gone.txt" in report.entries[0].message


def test_a_cancelled_import_keeps_what_was_done(workspace: Workspace, tmp_path: Path) -> None:
    paths = []
    for number in range(4):
        paths.append(tmp_path / f"{number}.txt")
        paths[-1].write_text(f"Harvest report {number}: the orchards of Selm gave well.")

    def stop_at_two(done: int, total: int, what: str = "") -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        workspace.import_files(paths, progress=stop_at_two)
    assert len(workspace.library.rows()) == 2


def test_folders_are_read_through_but_not_what_is_hidden(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / ".trash").mkdir()
    (tmp_path / "in" / "deep" / "a.txt").write_text("A ship came in at dawn with no crew.")
    (tmp_path / "in" / ".trash" / "b.txt").write_text("A ship came in at noon with no cargo.")
    (tmp_path / "in" / "c.bin").write_bytes(b"\0\1")
    assert [Path(e.path).name for e in workspace.import_files([tmp_path / "in"]).entries] == ["a.txt"]
