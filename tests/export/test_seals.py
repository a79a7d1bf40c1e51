"""The line at the foot of a pack: in the words it was made with, whoever looks at it."""

import pytest

from reader import i18n
from reader.export.seals import seals
from reader.paths import shipped


def test_the_words_are_those_of_who_made_it(monkeypatch: pytest.MonkeyPatch) -> None:
    made = seals(b"{}", {"words": {"seal": "Summe {sum}"}})
    assert made["seal"] == f"Summe {made['sealed'][:16]}"
    monkeypatch.setattr(i18n, "_catalogue", i18n._catalogue)
    monkeypatch.setattr(i18n, "_tongue", i18n._tongue)
    i18n.use(shipped("resources") / "i18n", ["de"])
    assert seals(b"{}", {"words": {"seal": "Summe {sum}"}}) == made


def test_a_pack_from_before_there_were_languages_says_it_in_english() -> None:
    for data in ({}, {"words": []}, {"words": {}}):
        made = seals(b"{}", data)
        assert made["seal"] == f"SHA-256 of the attached data {made['sealed'][:16]}…"


def test_nothing_else_is_filled_into_words_that_came_with_a_file() -> None:
    assert seals(b"{}", {"words": {"seal": "{sum.__class__} {0} {"}})["seal"] == "{sum.__class__} {0} {"
