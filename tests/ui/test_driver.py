"""A morning's work, from ticks to the document, as a person does it."""

import ast
import json
from pathlib import Path

from reader.compare.finding_ids import Finding, SubjectKind
from tests.ui.driver import Driver, workspace_of

HERE = Path(__file__).parent
PRIVATE = 3
"""Attributes of others beginning with a line that tests of the window read. This number may only fall."""


def test_articles_are_compared_decided_on_and_exported(driver: Driver, tmp_path: Path) -> None:
    first, second, *_more = driver.articles
    driver.tick(first, second)
    assert {article.id for article in driver.compare().articles} == {first, second}
    driver.choose(0)
    passage = Finding(SubjectKind.PASSAGE, 0)
    driver.decide("note", "ask the coastguard")
    assert driver.window.state.decisions[passage].note == "ask the coastguard"
    assert len(workspace_of(driver.window).library.decisions.all()) == 1
    assert "ask the coastguard" in json.dumps(json.loads(driver.export(tmp_path / "found.json")))
    driver.undo()
    driver.wait(lambda: passage not in driver.window.state.decisions)


def test_an_article_is_read_by_itself(driver: Driver) -> None:
    driver.open(driver.articles[0])
    assert driver.comparison.passages == ()
    assert not driver.window.commands["export"].isEnabled()


def test_tests_of_the_window_ask_what_can_be_seen() -> None:
    read = [
        f"{path.relative_to(HERE)}:{node.lineno} {ast.unparse(node)}"
        for path in sorted((HERE).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr.startswith("_") and not node.attr.startswith("__")
        if not (isinstance(node.value, ast.Name) and node.value.id in {"self", "cls", "i18n"})
    ]
    assert len(read) <= PRIVATE, "\n".join(read)
    assert len(read) == PRIVATE, f"it fell: write {len(read)}"
