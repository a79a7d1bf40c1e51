"""Ways into the library: pages from the network when asked, what was copied, and what was not read of a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.importing import limits
from reader.paths import Paths
from reader.progress import Cancelled
from reader.workspace import Status, Workspace
from tests.importing.server import said, serving, this_machine
from tests.samples.make import mailbox, page, pdf
from tests.samples.story import HEADLINE, TEXT


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = Workspace(Paths.under(tmp_path / "home"), allows=this_machine)
    yield workspace
    workspace.close()


def test_pages_that_were_named_are_added_and_one_that_fails_is_a_line(workspace: Workspace) -> None:
    with serving({"/crane": said(page()), "/mill": said("<p>The mill at Tarn was sold on Friday.</p>")}) as server:
        named = [f"{server.address}/{one}" for one in ("crane", "gone", "mill", "crane")]
        report = workspace.import_addresses(named, workspace.story("Cranes"))
    assert [entry.status for entry in report.entries] == [Status.ADDED, Status.FAILED, Status.ADDED, Status.KNOWN]
    assert [entry.path for entry in report.entries] == named
    assert workspace.article(report.entries[0].article_id).url == named[0]
    assert "no page at" in report.entries[1].message
    assert workspace.library.undo() == "adding 2 articles"


def test_a_fetching_that_is_cancelled_adds_nothing(workspace: Workspace) -> None:
    def stop(_done: int, _total: int, _what: str = "") -> None:
        raise Cancelled

    with serving({"/crane": said(page())}) as server, pytest.raises(Cancelled):
        workspace.import_addresses([f"{server.address}/crane"], progress=stop)
    assert workspace.library.count() == 0


def test_copied_markup_and_its_address(workspace: Workspace) -> None:
    [entry] = workspace.import_copied("<h1>Mill sold</h1><p>It was sold.", "Mill sold\nIt was sold.").entries
    assert workspace.article(entry.article_id).text == "Mill sold\n\nIt was sold.\n"


def test_pages_that_were_not_read_are_told_beside_the_article(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.importing.apart import pool

    def here(data: bytes, name: str, file: str, options: object) -> Iterator[object]:
        from reader.importing.format_dispatch import articles

        return articles(data, name, file, options)  # type: ignore[arg-type]

    monkeypatch.setattr("reader.importing.intake.read_apart", here)  # where the limit can be changed
    monkeypatch.setattr(limits, "PAGES", 1)
    pool.POOL.end()
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(pdf())
    report = workspace.import_files([paper])
    assert [entry.status for entry in report.entries] == [Status.ADDED]
    assert "those after page 1 were not read" in report.entries[0].message
    assert workspace.article(report.entries[0].article_id).headline == HEADLINE


def test_what_cuts_a_mailbox_short_is_told_too(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.importing.format_dispatch import articles

    monkeypatch.setattr("reader.importing.intake.read_apart", lambda *given: articles(*given))
    monkeypatch.setattr(limits, "ARTICLES", 1)
    box = tmp_path / "box.mbox"
    box.write_bytes(mailbox())
    [entry] = workspace.import_files([box]).entries
    assert entry.status is Status.ADDED
    assert "more than 1 articles" in entry.message
    assert workspace.article(entry.article_id).text == TEXT


def test_thousands_of_broken_parts_are_one_line_and_the_good_ones_are_read(
    workspace: Workspace, tmp_path: Path
) -> None:
    lines = ["{broken"] * 3_000
    lines[10] = '{"title": "Mill sold", "text": "It was sold on Friday."}'
    lines[2_000] = '{"title": "Crane down", "text": "Nobody was under it."}'
    (tmp_path / "wire.jsonl").write_text("\n".join(lines) + "\n")
    report = workspace.import_files([tmp_path / "wire.jsonl"])
    assert [entry.status for entry in report.entries] == [Status.ADDED, Status.ADDED, Status.FAILED]
    told = report.entries[-1].message
    assert told.startswith(
        "2,998 parts of wire.jsonl could not be read, for instance: Object 1 of wire.jsonl is damaged"
    )
    assert report.count(Status.FAILED) == 2_998
    assert report.entries[-1].path == str(tmp_path / "wire.jsonl")


def test_a_few_broken_parts_have_a_line_each(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "wires"
    folder.mkdir()
    (folder / "wire.jsonl").write_text("{broken\n" * 3 + '{"text": "It was sold on Friday."}\n' + "{broken\n" * 2)
    (folder / "more.jsonl").write_text("{broken\n" * 3)
    report = workspace.import_files([folder])
    assert [entry.status for entry in report.entries].count(Status.FAILED) == 8
    assert len({entry.message for entry in report.entries}) == 9


@pytest.mark.parametrize("name", ["quay.txt", "quay.md"])
def test_a_text_that_was_decoded_wrongly_is_kept_and_told(workspace: Workspace, tmp_path: Path, name: str) -> None:
    wrong = "The quay\n\nâ€œThe cafÃ© is shut,â€ said the owner.\n"
    (tmp_path / name).write_text(wrong, encoding="utf-8")
    [entry] = workspace.import_files([tmp_path / name]).entries
    assert entry.status is Status.ADDED
    assert entry.message.startswith(f"{name}: The text looks wrongly decoded (“â€œ”); it was kept as it is. ")
    assert "â€œThe cafÃ© is shut,â€" in workspace.article(entry.article_id).text
    [pasted] = workspace.import_text(wrong + "It opens in May.\n").entries
    assert "wrongly decoded" in pasted.message
