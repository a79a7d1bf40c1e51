"""A reader highlights and ties words; they are there again with the articles, in whatever comparison, and go again."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from reader.article import Article
from reader.compare import finding_ids
from reader.compare.comparison import Comparison, Excerpt, MarkKind, Verdict
from reader.compare.finding_ids import Finding, SubjectKind
from reader.errors import ReaderError
from reader.paths import Paths
from reader.text.spans import Span
from reader.workspace import Workspace

QUAY = """Crane falls on Velim quay

A crane fell across the coal quay of Velim on Sunday. It weighed 40 tonnes, and the lighter under it sank at once.

The port will pay the four families a pension, its director promised. Divers worked until dusk, 11 hours in all."""
RIVER = """Lighter lost at Velim

Velim woke to a crash. The fallen machine, 60 tonnes of it, took a lighter down.

“Our people will not be left alone with this,” the head of the harbour board said; the sum is to be 900 crowns.

The alarm bell, broken since spring, was rung by hand 3 hours later."""
HILL = """Choir wins in Dorn

The choir of Dorn came home with a cup. It sang four songs, and 60 people waited in the rain."""


@pytest.fixture
def workspace(tmp_path) -> Iterator[Workspace]:
    found = Workspace(Paths.under(tmp_path))
    found.settings = replace(found.settings, compare=replace(found.settings.compare, meaning=False))
    yield found
    found.close()


@pytest.fixture
def ids(workspace: Workspace) -> list[str]:
    articles = (("Quay Post", QUAY), ("River News", RIVER), ("Hill Echo", HILL))
    return [workspace.library.add(Article("", text, outlet=outlet, language="en")).id for outlet, text in articles]


def at(workspace: Workspace, article: str, words: str) -> Excerpt:
    start = workspace.article(article).text.index(words)
    return Excerpt(article, Span(start, start + len(words)))


def rows(found: Comparison) -> list[str]:
    return [row.own for row in found.ledger if row.own]


def test_a_highlight_is_there_again_alone_and_in_any_company(workspace: Workspace, ids: list[str]) -> None:
    words = at(workspace, ids[0], "Divers worked until dusk")
    workspace.highlight(workspace.compare(ids[:2]), words, "until when exactly?")
    for company in (ids[:2], ids, [ids[0], ids[2]]):
        (mark,) = workspace.compare(company).own_marks
        assert (mark.kind, mark.excerpts, mark.note) == (MarkKind.HIGHLIGHT, (words,), "until when exactly?")
    assert workspace.compare(ids[1:]).own_marks == ()
    assert workspace.own_marks(ids[:1])[0].excerpts == (words,)


def test_a_highlight_leaves_the_white_space_out_and_refuses_to_be_nothing_else(
    workspace: Workspace, ids: list[str]
) -> None:
    found = workspace.compare(ids[:2])
    around = at(workspace, ids[0], " Divers worked")
    workspace.highlight(found, around)
    assert workspace.own_marks(ids[:1])[0].excerpts == (at(workspace, ids[0], "Divers worked"),)
    with pytest.raises(ReaderError, match="No words are selected"):
        workspace.highlight(found, at(workspace, ids[0], "\n\n"))


def test_tied_passages_stand_among_the_passages_and_can_be_decided_on(workspace: Workspace, ids: list[str]) -> None:
    before = workspace.compare(ids[:2])
    ends = [
        at(workspace, ids[0], "The port will pay the four families a pension"),
        at(workspace, ids[1], "Our people will not be left alone with this"),
    ]
    kept = workspace.tie_passages(before, ends)
    found = workspace.compare(ids[:2])
    (tied,) = [passage for passage in found.passages if passage.own]
    assert (tied.own, sorted(tied.excerpts)) == (kept.subject, sorted(ends))
    assert len(found.passages) == len(before.passages) + 1
    finding = Finding(SubjectKind.PASSAGE, found.passages.index(tied))
    workspace.decide(found, finding, "confirmed")
    assert finding_ids.placed(found, workspace.decisions(found))[finding].kind == "confirmed"
    workspace.erase([kept.subject])
    assert workspace.compare(ids[:2]).passages == before.passages
    workspace.library.undo()
    assert [passage.own for passage in workspace.compare(ids[:2]).passages if passage.own] == [kept.subject]


def test_tied_figures_get_a_verdict_and_a_row(workspace: Workspace, ids: list[str]) -> None:
    found = workspace.compare(ids[:2])
    ends = [at(workspace, ids[0], "11 hours in"), at(workspace, ids[1], "3 hours")]
    kept = workspace.tie_figures(found, ends)
    found = workspace.compare(ids[:2])
    (row,) = [row for row in found.ledger if row.own]
    assert row.verdict is Verdict.CONFLICT
    assert {found.text(mention.excerpt) for mention in row.mentions} == {"11 hours", "3 hours"}
    assert rows(workspace.compare(ids)) == [kept.subject]
    assert rows(workspace.compare(ids[1:])) == []
    workspace.library.undo()
    assert rows(workspace.compare(ids[:2])) == []


def test_ties_that_cannot_be_are_refused_with_a_reason(workspace: Workspace, ids: list[str]) -> None:
    found = workspace.compare(ids[:2])
    weight, sum_ = at(workspace, ids[0], "40 tonnes"), at(workspace, ids[1], "900 crowns")
    with pytest.raises(ReaderError, match="cannot stand in one row") as caught:
        workspace.tie_figures(found, [weight, sum_])
    assert caught.value.remedy
    with pytest.raises(ReaderError, match="No figure can be read"):
        workspace.tie_figures(found, [at(workspace, ids[0], "Divers worked"), sum_])
    with pytest.raises(ReaderError, match="several figures"):
        workspace.tie_figures(found, [at(workspace, ids[0], "40 tonnes, and the lighter under it sank at once.\n\n"
                                                           "The port will pay the four families"), sum_])  # fmt: skip
    with pytest.raises(ReaderError, match="two articles"):
        workspace.tie_passages(found, [weight, at(workspace, ids[0], "Divers")])
    assert workspace.library.annotations.all() == ()


def test_figures_that_stand_in_one_row_already_are_not_tied(workspace: Workspace, ids: list[str]) -> None:
    found = workspace.compare(ids[:2])
    weights = [at(workspace, ids[0], "40 tonnes"), at(workspace, ids[1], "60 tonnes")]
    with pytest.raises(ReaderError, match="in one row already"):
        workspace.tie_figures(found, weights)


def test_a_row_that_was_tied_is_not_joined_with_others(workspace: Workspace, ids: list[str]) -> None:
    workspace.tie_figures(workspace.compare(ids), [at(workspace, ids[1], "3 hours"), at(workspace, ids[0], "11 hours")])
    found = workspace.compare(ids)
    (row,) = [row for row in found.ledger if row.own]
    with pytest.raises(ReaderError, match="tied yourself"):
        workspace.join_rows(ids, [row, row])


def test_words_are_found_again_in_a_later_version_of_the_text(workspace: Workspace, ids: list[str]) -> None:
    url = "https://quay.example/crane"
    text = QUAY.replace("Sunday", "Monday")
    first = workspace.library.add(Article("", text, outlet="Quay Post", url=url)).id
    later = workspace.library.add(Article("", f"UPDATED. {text} More soon.", outlet="Quay Post", url=url)).id
    workspace.highlight(workspace.compare([first, ids[1]]), at(workspace, first, "Divers worked until dusk"))
    (mark,) = workspace.compare([later, ids[1]]).own_marks
    assert mark.excerpts == (at(workspace, later, "Divers worked until dusk"),)
