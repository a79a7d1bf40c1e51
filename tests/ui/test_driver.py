"""A morning's work, from ticks to the document, as a person does it."""

import json
from pathlib import Path

from reader.compare.subjects import Finding, Kind
from tests.ui.driver import Driver, workspace_of


def test_articles_are_compared_decided_on_and_exported(driver: Driver, tmp_path: Path) -> None:
    first, second, *_more = driver.articles
    driver.tick(first, second)
    assert {article.id for article in driver.compare().articles} == {first, second}
    driver.choose(0)
    passage = Finding(Kind.PASSAGE, 0)
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
