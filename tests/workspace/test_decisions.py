"""A decision stays with the words that it is about, whatever is compared with them."""

import random
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.claims import Company
from reader.compare import finding_ids
from reader.compare.comparison import Comparison, LedgerRow, Verdict
from reader.compare.finding_ids import Finding, SubjectKind
from reader.compare.options import CompareOptions, PassageOptions
from reader.library import Decision
from reader.paths import Paths
from reader.settings import Settings
from reader.workspace import Workspace
from tests.workspace.accounts import account, bystander

DEAD = "people killed"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    found = Workspace(Paths.under(tmp_path))
    yield found
    found.close()


@pytest.fixture
def ids(workspace: Workspace) -> list[str]:
    """Post, Courier and Radio, which differ on the dead and on who was led out."""
    accounts = (account("Post", 12, 300), account("Courier", 19, 450), account("Radio", 31, 700))
    return [workspace.library.add(one).id for one in accounts]


def dead(found: Comparison) -> Finding:
    return Finding(
        SubjectKind.FIGURES, next(at for at, row in enumerate(found.ledger) if row.verdict is Verdict.CONFLICT)
    )


def row_of(found: Comparison, *words: str) -> LedgerRow:
    """The row in which these words stand."""
    return next(row for row in found.ledger if set(words) <= {found.text(m.excerpt) for m in row.mentions})


def finding_of(found: Comparison, *words: str) -> Finding:
    return Finding(SubjectKind.FIGURES, found.ledger.index(row_of(found, *words)))


def decision_on(workspace: Workspace, found: Comparison, finding: Finding) -> Decision | None:
    return workspace.decisions(found).get(finding_ids.of(found, finding))


def test_an_account_without_a_figure_changes_nothing(workspace: Workspace, ids: list[str]) -> None:
    found = workspace.compare(ids)
    workspace.decide(found, finding_of(found, "12", "19", "31"), "dismissed", "a misprint")
    more = workspace.compare([workspace.library.add(bystander("Market Gazette")).id, *ids[::-1]])
    held = decision_on(workspace, more, finding_of(more, "12", "19", "31"))
    assert held is not None
    assert (held.kind, held.reason, held.came, held.left) == ("dismissed", "a misprint", (), ())


def test_an_account_that_joins_the_row_asks_to_look_again(workspace: Workspace, ids: list[str]) -> None:
    found = workspace.compare(ids[:2])
    workspace.decide(found, finding_of(found, "12", "19"), "dismissed", "a misprint")
    more = workspace.compare(ids)
    held = decision_on(workspace, more, finding_of(more, "12", "19", "31"))
    assert held is not None
    assert (held.kind, held.came, held.left) == ("dismissed", ("Radio",), ())
    again = workspace.compare(ids[:2])
    whole = decision_on(workspace, again, finding_of(again, "12", "19"))
    assert whole is not None
    assert not whole.is_changed


def test_fewer_accounts_keep_what_was_decided_and_say_who_is_missing(workspace: Workspace, ids: list[str]) -> None:
    found = workspace.compare(ids)
    workspace.decide(found, finding_of(found, "12", "19", "31"), "confirmed")
    fewer = workspace.compare(ids[:2])
    held = decision_on(workspace, fewer, finding_of(fewer, "12", "19"))
    assert held is not None
    assert (held.came, held.left) == ((), ("Radio",))


def test_a_decision_is_not_taken_for_one_about_other_words(workspace: Workspace, ids: list[str]) -> None:
    found = workspace.compare(ids)
    workspace.decide(found, finding_of(found, "12", "19", "31"), "dismissed")
    assert list(workspace.decisions(found)) == [finding_ids.of(found, finding_of(found, "12", "19", "31"))]


def test_a_text_taken_anew_with_everything_moved_keeps_its_decisions(workspace: Workspace, ids: list[str]) -> None:
    found = workspace.compare(ids[:2])
    for finding in finding_ids.every(found):
        workspace.decide(found, finding, "noted", note=f"number {finding.index}")
    moved = workspace.library.add(account("Post", 12, 300, lead="Updated on Wednesday morning.")).id
    again = workspace.compare([ids[1], moved])
    held = finding_ids.placed(again, workspace.decisions(again))
    assert set(held) == set(finding_ids.every(again))
    assert not any(one.is_changed for one in held.values())


def test_a_text_taken_anew_with_another_figure_keeps_the_decision_to_look_at(
    workspace: Workspace, ids: list[str]
) -> None:
    found = workspace.compare(ids[:2])
    workspace.decide(found, finding_of(found, "12", "19"), "dismissed", "a misprint")
    corrected = workspace.library.add(account("Post", 14, 300)).id
    again = workspace.compare([corrected, ids[1]])
    held = decision_on(workspace, again, finding_of(again, "14", "19"))
    assert held is not None
    assert held.kind == "dismissed"
    assert held.came == ("Post",)


def test_a_wider_cutoff_keeps_what_was_decided_on_passages(workspace: Workspace, ids: list[str]) -> None:
    found = workspace.compare(ids)
    workspace.decide(found, Finding(SubjectKind.PASSAGE, 0), "noted", note="one source?")
    workspace.settings = Settings(compare=CompareOptions(passages=replace(PassageOptions(), cutoff=40.0)))
    loose = workspace.compare(ids)
    assert [one.note for one in workspace.decisions(loose).values()] == ["one source?"]


def test_taking_back_takes_all_that_stands_on_a_finding(workspace: Workspace, ids: list[str]) -> None:
    pair = workspace.compare(ids[:2])
    workspace.decide(pair, finding_of(pair, "12", "19"), "dismissed")
    other = workspace.compare(ids[1:])
    workspace.decide(other, finding_of(other, "19", "31"), "confirmed")
    whole = workspace.compare(ids)
    assert decision_on(workspace, whole, finding_of(whole, "12", "19", "31")) is not None
    workspace.undecide(whole, finding_of(whole, "12", "19", "31"))
    assert workspace.decisions(whole) == {}
    workspace.library.undo()
    assert len(workspace.library.decisions.all()) == 2


def test_a_tie_takes_along_who_comes_in_and_says_so(workspace: Workspace, ids: list[str]) -> None:
    found = workspace.compare(ids[:2])
    workspace.join_rows(ids[:2], [row_of(found, "12"), row_of(found, "Some 300")])
    tied = row_of(workspace.compare(ids), "12", "Some 300")
    assert len(tied.mentions) == 6
    assert tied.came == ("Radio",)
    assert row_of(workspace.compare(ids[:2]), "12", "Some 300").came == ()


def test_a_split_holds_with_more_accounts_and_with_fewer(workspace: Workspace, ids: list[str]) -> None:
    found = workspace.compare(ids)
    row = row_of(found, "12", "19", "31")
    away = [m.excerpt for m in row.mentions if found.text(m.excerpt) == "31"]
    workspace.split_row(ids, row, away)
    for compared in (ids, ids[::-1], [*ids, workspace.library.add(account("Herald", 40, 900)).id], ids[1:]):
        apart = workspace.compare(compared)
        alone = row_of(apart, "31")
        assert "19" not in {apart.text(m.excerpt) for m in alone.mentions}
    more = workspace.compare([*ids, workspace.library.add(account("Herald", 40, 900)).id])
    assert row_of(more, "12", "19", "40").came == ("Herald",)


def test_a_split_of_a_tie_keeps_what_belongs_to_articles_not_compared(workspace: Workspace, ids: list[str]) -> None:
    found = workspace.compare(ids)
    workspace.join_rows(ids, [row_of(found, "12"), row_of(found, "Some 300")])
    pair = workspace.compare(ids[:2])
    tied = row_of(pair, "12", "Some 300")
    workspace.split_row(ids[:2], tied, [m.excerpt for m in tied.mentions if pair.text(m.excerpt) == "19"])
    whole = workspace.compare(ids)
    assert row_of(whole, "12", "Some 300", "31", "Some 700")
    assert [whole.text(m.excerpt) for m in row_of(whole, "19").mentions] == ["19"]


# What version 5 kept


@pytest.fixture
def brought_up(tmp_path: Path) -> Iterator[Workspace]:
    """The library of `version_5.sql`: Harbour Post, Selm Courier and Coast Radio; four decisions, one row split."""
    paths = Paths.under(tmp_path)
    paths.library.parent.mkdir(parents=True)
    with sqlite3.connect(paths.library) as connection:
        connection.executescript((Path(__file__).parent.parent / "library/version_5.sql").read_text(encoding="utf-8"))
    connection.close()
    found = Workspace(paths)
    yield found
    found.close()


def by_outlet(workspace: Workspace) -> list[str]:
    order = ["Harbour Post", "Selm Courier", "Coast Radio"]
    return [row.id for row in sorted(workspace.library.rows(), key=lambda row: order.index(row.outlet))]


@pytest.mark.parametrize(("count", "reason"), [(2, "one is a misprint"), (3, "three at once")])
def test_what_was_decided_before_is_found_with_as_many_accounts_and_with_more(
    brought_up: Workspace, count: int, reason: str
) -> None:
    ids = by_outlet(brought_up)[:count]
    found = brought_up.compare(ids)
    held = finding_ids.placed(found, brought_up.decisions(found))
    assert held[finding_of(found, "19")].reason == reason
    assert SubjectKind.QUOTATION in [finding.kind for finding in held]
    kept = brought_up.library.decisions.all()
    assert all(one.mentions and not one.compared for one in kept if one.note != "Same wire?")
    # A passage whose words the matcher cuts otherwise now: its note waits on, and is not lost.
    assert "Same wire?" in [one.note for one in kept]


def test_what_was_decided_before_is_found_with_fewer_accounts(brought_up: Workspace) -> None:
    found = brought_up.compare(by_outlet(brought_up)[1:])
    held = finding_ids.placed(found, brought_up.decisions(found))
    assert held[finding_of(found, "19")].reason == "three at once"
    assert held[finding_of(found, "19")].left == ("Harbour Post",)


def test_a_row_split_before_stays_split(brought_up: Workspace) -> None:
    (group,) = brought_up.library.groupings.all()
    assert [mention.words for mention in group.mentions] == ["About 300"]
    found = brought_up.compare(by_outlet(brought_up))
    assert {len(row.mentions) for row in found.ledger if row.regrouped} == {1, 2}


def test_what_waits_for_an_article_that_is_gone_waits_on(brought_up: Workspace) -> None:
    ids = by_outlet(brought_up)
    brought_up.library.remove(ids[:1])
    brought_up.library.purge(ids[:1])
    found = brought_up.compare(ids[1:])
    brought_up.decisions(found)
    assert len(brought_up.library.decisions.all()) == 4


# Whatever happens


def held_as_promised(workspace: Workspace, found: Comparison, made: dict[str, Decision]) -> None:
    """Every decision whose words of two articles stand in one finding is told on it, or one made later on the same."""
    company, claims = Company(found.articles), finding_ids.claims(found)
    told = finding_ids.placed(found, workspace.decisions(found))
    for finding, claim in claims.items():
        for decision in made.values():
            if not decision.subject.startswith(f"{claim.kind}:"):
                continue
            met = company.found(decision.mentions, claim.mentions)
            if len({one.source for one in met}) > 1:
                assert finding in told
                assert told[finding].subject in made
                if len(met) < len(claim.mentions) and told[finding].subject == decision.subject:
                    assert told[finding].came


@pytest.mark.parametrize("seed", range(25))
def test_decisions_hold_through_whatever_happens(workspace: Workspace, seed: int) -> None:
    walk(workspace, random.Random(seed))  # noqa: S311


def walk(workspace: Workspace, chance: random.Random, steps: int = 12) -> None:
    """Add, remove, reorder, take anew, merge stories, move cutoffs, decide, take back and undo, as chance has it."""
    outlets = ["Post", "Courier", "Radio", "Herald", "Echo"]
    open_ids: list[str] = []
    made: dict[str, Decision] = {}

    def add() -> None:
        name = chance.choice(outlets)
        lead = chance.choice(["", "Updated.", "Corrected on Wednesday, and again at noon."])
        new = (
            account(name, chance.choice([12, 19, 31]), chance.choice([300, 450]), lead)
            if chance.random() < 0.8
            else None
        )
        story = workspace.story(chance.choice(["Fire", "Depot"]))
        added = workspace.library.add(new or bystander(name), story).id
        if added not in open_ids and len(open_ids) < 6:
            open_ids.insert(chance.randrange(len(open_ids) + 1), added)

    def remove() -> None:
        if len(open_ids) > 2:
            open_ids.remove(chance.choice(open_ids))

    def merge() -> None:
        workspace.library.stories.merge(workspace.story("Fire"), [workspace.story("Depot")])

    def cutoff() -> None:
        passages = replace(PassageOptions(), cutoff=chance.choice([40.0, 60.0, 90.0]))
        workspace.settings = Settings(compare=CompareOptions(passages=passages))

    def decide() -> None:
        found = workspace.compare(open_ids)
        if findings := finding_ids.every(found):
            kind = chance.choice(["confirmed", "dismissed", "noted"])
            workspace.decide(found, chance.choice(findings), kind, f"reason {chance.random()}")

    def take_back() -> None:
        found = workspace.compare(open_ids)
        if held := list(finding_ids.placed(found, workspace.decisions(found))):
            workspace.undecide(found, chance.choice(held))

    def undo() -> None:
        workspace.library.undo()

    def redo() -> None:
        workspace.library.redo()

    while len(open_ids) < 3:
        add()
    for _step in range(steps):
        chance.choice([add, add, remove, merge, cutoff, decide, decide, decide, take_back, undo, redo])()
        chance.shuffle(open_ids)
        made = {one.subject: one for one in workspace.library.decisions.all()}
        held_as_promised(workspace, workspace.compare(open_ids), made)


def test_a_decision_whose_words_no_finding_holds_waits_and_says_so(workspace: Workspace, ids: list[str]) -> None:
    found = workspace.compare(ids)
    workspace.decide(found, Finding(SubjectKind.PASSAGE, 0), "noted", note="one source?")
    assert workspace.waiting_decisions(found) == []
    options = PassageOptions(cutoff=100.0, least_words=1000)  # at which there is no passage
    workspace.settings = Settings(compare=CompareOptions(passages=options))
    strict = workspace.compare(ids)
    assert workspace.decisions(strict) == {}
    [(decision, words)] = workspace.waiting_decisions(strict)
    assert decision.note == "one source?"
    assert any(words in " ".join(article.text.split()) for article in found.articles)
    assert workspace.waiting_decisions(workspace.compare([ids[0], workspace.library.add(bystander("Tide")).id])) == []
