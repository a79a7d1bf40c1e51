"""The use cases, end to end below the window."""

import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.article import Article
from reader.compare import finding_ids
from reader.compare.comparison import Verdict
from reader.compare.finding_ids import Finding, SubjectKind
from reader.compare.options import CompareOptions, PassageOptions
from reader.errors import SearchError
from reader.filters import SearchFilters
from reader.paths import Paths
from reader.progress import Cancelled
from reader.workspace import Status, Suggestion, Workspace
from reader.workspace.indexer import FEW


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
    assert verdicts >= set(Verdict) - {Verdict.LOOK}
    assert comparison.passages


def test_a_moved_cutoff_weighs_nothing_again(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = workspace.import_sample_story().ids()
    first = workspace.compare(ids)
    monkeypatch.setattr("reader.compare.engine.weigh", lambda *a: pytest.fail("weighed again"))
    workspace.settings = replace(workspace.settings, compare=CompareOptions(passages=PassageOptions(cutoff=95)))
    assert 0 < len(workspace.compare(ids).passages) < len(first.passages)


def test_the_demo_story_is_there_once(workspace: Workspace) -> None:
    first = workspace.import_sample_story()
    again = workspace.import_sample_story()
    assert again.count(Status.KNOWN) == 5
    assert again.ids() == first.ids()
    assert len(workspace.library.stories.all()) == 1


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
    read = [(Path(e.path).name, e.status) for e in workspace.import_files([tmp_path / "in"]).entries]
    assert read == [("c.bin", Status.FAILED), ("a.txt", Status.ADDED)]


def weirs(count: int, start: int = 0) -> list[str]:
    return [
        f"Weir {number}\n\nHeron number{number} stood by the weir all day." for number in range(start, start + count)
    ]


def test_many_changes_are_written_by_the_helper(workspace: Workspace) -> None:
    for text in weirs(FEW + 5):
        workspace.import_text(text)
    steps: list[tuple[int, int]] = []
    workspace.update_index(lambda done, total, what="": steps.append((done, total)))
    assert workspace._indexer._helper is not None
    assert steps[-1] == (FEW + 5, FEW + 5)
    assert workspace.search("heron").total == FEW + 5
    workspace.rebuild_index()
    assert workspace.search("heron").total == FEW + 5


def test_where_no_helper_starts_the_index_is_written_here(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.processes.command", lambda *_arguments: ["/nowhere/at/all"])
    for text in weirs(FEW + 5):
        workspace.import_text(text)
    workspace.update_index()
    assert workspace.search("heron").total == FEW + 5


def test_a_helper_that_dies_every_time_is_a_clear_error(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    command = [sys.executable, "-c", "print('{\"ready\": 1}')"]
    monkeypatch.setattr("reader.processes.command", lambda *_arguments: command)
    for text in weirs(FEW + 5):
        workspace.import_text(text)
    with pytest.raises(SearchError, match="ended twice") as caught:
        workspace.update_index()
    assert caught.value.remedy


def test_where_the_index_cannot_be_written_what_is_there_is_searched(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a full disk, say: searching goes on and says what is missing; only writing says what is wrong."""
    workspace.import_text(weirs(1)[0])
    workspace.update_index()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reader.search.engine.commit", full)
    workspace.import_text(weirs(1, start=1)[0])
    results = workspace.search("heron")
    assert results.total == 1
    assert "1 article is not yet in the index" in results.notice
    with pytest.raises(SearchError, match="No space left"):
        workspace.update_index()
    monkeypatch.undo()
    assert workspace.search("heron").total == 2


def test_a_search_does_not_wait_for_a_long_writing(workspace: Workspace) -> None:
    workspace.import_text(weirs(1)[0])
    workspace.update_index()
    begun, go_on = threading.Event(), threading.Event()

    def slow(done: int, total: int, what: str = "") -> None:
        begun.set()
        go_on.wait(30)

    for text in weirs(FEW + 5, start=1):
        workspace.import_text(text)
    writing = threading.Thread(target=workspace.rebuild_index, args=(slow,))
    writing.start()
    begun.wait(30)
    results = workspace.search("heron")
    assert results.total == 1
    assert results.notice == f"1 of {FEW + 6} articles are searched: {FEW + 5} articles are not yet in the index."
    go_on.set()
    writing.join()
    assert workspace.search("heron").total == FEW + 6


def test_an_import_is_undone_in_one_go(workspace: Workspace, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"Harvest report {number}: the orchards of Selm gave well.")
    workspace.import_files([tmp_path / f"{number}.txt" for number in range(3)])
    assert workspace.library.undo() == "adding 3 articles"
    assert workspace.library.rows() == []
    assert not workspace.library.can_undo


def test_snippets_know_the_language(workspace: Workspace) -> None:
    added = workspace.library.add(Article("x", "Davant. " * 60 + "Les chevaux du port sont partis.", language="fr"))
    (hit,) = workspace.search("cheval").hits
    assert hit.id == added.id
    assert [mark.of(hit.snippet) for mark in hit.marks] == ["chevaux"]


def test_decisions_are_found_again_whatever_the_order_of_the_panes(workspace: Workspace) -> None:
    ids = workspace.import_sample_story().ids()
    comparison, turned = workspace.compare(ids), workspace.compare(ids[::-1])
    rows = [finding_ids.of_row(comparison, row) for row in comparison.ledger]
    names = [
        *rows,
        *(finding_ids.of_passage(comparison, passage) for passage in comparison.passages),
        *(finding_ids.of_quotation(comparison, quotation) for quotation in comparison.quotations),
    ]
    assert len(set(names)) == len(names) > 3
    assert {finding_ids.of_row(turned, row) for row in turned.ledger} == set(rows)
    first = Finding(SubjectKind.FIGURES, 0)
    workspace.decide(comparison, first, "dismissed", "another count")
    assert workspace.decisions(turned)[rows[0]].reason == "another count"
    workspace.undecide(comparison, first)
    assert workspace.decisions(comparison) == {}
    workspace.library.undo()
    assert set(workspace.decisions(comparison)) == {rows[0]}


def test_rows_are_split_and_joined_and_stay_so(workspace: Workspace) -> None:
    ids = workspace.import_sample_story().ids()
    found = workspace.compare(ids)
    first, second = found.ledger[:2]
    away = first.mentions[0].excerpt
    workspace.split_row(ids, first, [away])
    apart = workspace.compare(ids[::-1])
    alone = next(row for row in apart.ledger if [m.excerpt for m in row.mentions] == [away])
    assert alone.regrouped
    workspace.join_rows(ids, [alone, next(row for row in apart.ledger if row.mentions == second.mentions)])
    joined = workspace.compare(ids)
    assert {len(row.mentions) for row in joined.ledger if row.regrouped} == {
        len(second.mentions) + 1,
        len(first.mentions) - 1,
    }
    assert workspace.library.undo() == "joining rows of figures"
    assert workspace.compare(ids).ledger == apart.ledger
    workspace.library.redo()
    row = next(row for row in joined.ledger if row.regrouped)
    workspace.row_as_found(ids, row)
    assert workspace.compare(ids) == found
    assert workspace.compare(ids[:2]).ledger == workspace.compare(ids[:2][::-1]).ledger


def test_comparisons_are_kept(workspace: Workspace) -> None:
    ids = workspace.import_sample_story().ids()
    workspace.save_comparison("The demo", ids[:3], {"cutoff": 70}, "Mind the tolls.")
    workspace.opened_comparison(ids[:2])
    (saved,) = workspace.comparisons()
    assert (saved.articles, saved.note) == (ids[:3], "Mind the tolls.")
    assert [recent.articles for recent in workspace.recent_comparisons()] == [ids[:2]]


@pytest.fixture
def shelves(workspace: Workspace) -> dict[str, str]:
    """Four articles in two stories; their ids by name."""
    harbour, market = workspace.story("Harbour strike"), workspace.story("Old Märket")
    texts = {
        "walkout": ("Dockers in Port Velim walked out over pay on Monday.", harbour, "Velim Post", "2031-03-03"),
        "talks": ("Talks over pay with dockers of Port Velim broke off.", harbour, "Courier", "2031-03-05"),
        "roof": ("A storm tore the roof off the market, dockers said.", market, "Velim Post", "2031-04-01"),
        "later": ("Dockers in Port Velim walked out over pay once more.", None, "Velim Post", "2033-03-03"),
    }
    return {
        name: workspace.library.add(Article(name, text, outlet=outlet, published=day), story).id
        for name, (text, story, outlet, day) in texts.items()
    }


def test_stories_and_tags_in_a_query(workspace: Workspace, shelves: dict[str, str]) -> None:
    workspace.library.labels.tag([shelves["talks"], shelves["roof"]], "To check")

    def found(query: str) -> set[str]:
        names = {article_id: name for name, article_id in shelves.items()}
        results = workspace.search(query)
        assert results.total == len(results.hits)
        return {names[hit.id] for hit in results.hits}

    assert found("dockers story:harbour") == {"walkout", "talks"}
    assert found("story:market") == {"roof"}
    assert found('story:"strike HARBOUR"') == {"walkout", "talks"}
    assert found("dockers -story:harbour") == {"roof", "later"}
    assert found('dockers tag:"to CHECK"') == {"talks", "roof"}
    assert found('dockers tag:"to check" story:harbour') == {"talks"}
    assert found("tag:nothing") == set()
    workspace.library.remove([shelves["talks"]])
    assert found('tag:"to check"') == {"roof"}


def test_facets_and_filters(workspace: Workspace, shelves: dict[str, str]) -> None:
    results = workspace.search("dockers", limit=1, facets=True)
    facets = {(one.kind, one.name, one.count) for one in results.facets}
    assert facets >= {
        ("outlet", "Velim Post", 3), ("month", "2031-03", 2),
        ("story", "Harbour strike", 2), ("story", "Old Märket", 1),
    }  # fmt: skip
    filtered = workspace.search("", narrowing=SearchFilters((("outlet", "Courier"),)))
    assert [hit.id for hit in filtered.hits] == [shelves["talks"]]


def test_more_like_this_prefers_the_same_days(workspace: Workspace, shelves: dict[str, str]) -> None:
    ids = [hit.id for hit in workspace.like(shelves["walkout"]).hits]
    assert set(ids) == {shelves["talks"], shelves["roof"], shelves["later"]}
    assert ids[-1] == shelves["roof"]
    (hit,) = workspace.like_passage(shelves["walkout"], "the storm tore a roof off").hits
    assert hit.id == shelves["roof"]


def test_suggestions(workspace: Workspace, shelves: dict[str, str]) -> None:
    workspace.update_index()
    workspace.library.searches.save("Docks this year", "dock* date:2031")
    workspace.library.searches.remember("dockers pay")
    texts = [(one.kind, one.text) for one in workspace.suggest("do")]
    assert texts == [("saved", "Docks this year"), ("history", "dockers pay"), ("word", "dockers")]
    assert [one.text for one in workspace.suggest("pay do")] == ["pay dockers"]
    assert workspace.suggest("") == (Suggestion("saved", "Docks this year"), Suggestion("history", "dockers pay"))


def test_a_new_index_is_filled_from_the_newest_on(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.workspace.indexer.BATCH", 20)
    for text in weirs(70):
        workspace.import_text(text)
    results = workspace.search("heron")  # too much for somebody who waits
    assert (results.total, results.notice) == (
        0,
        "0 of 70 articles are searched: 70 articles are not yet in the index.",
    )

    def stop(done: int, total: int, what: str = "") -> None:
        if done >= 40:
            raise Cancelled

    monkeypatch.setattr("reader.search.index._BATCH", 20)
    monkeypatch.setattr("reader.processes.command", lambda *_arguments: ["/nowhere/at/all"])  # the batch is this one
    with pytest.raises(Cancelled):
        workspace.update_index(stop)
    assert workspace.search("number69").total == 1
    assert workspace.search("number0").total == 0
    assert workspace.search("heron").notice.endswith("are not yet in the index.")
    workspace.import_text(weirs(1, start=70)[0])
    workspace.update_index()
    assert workspace.search("heron").total == 71
    assert workspace.search("heron").notice == ""
