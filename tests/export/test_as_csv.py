"""The ledger as a spreadsheet reads it, and nothing in it that a spreadsheet would run."""

import csv
import dataclasses
import io
from collections.abc import Callable

import pytest

from reader.compare.comparison import Comparison
from reader.export import as_csv
from reader.export.document import RenderedDocument
from reader.progress import Progress, silent

from . import story

Render = Callable[[Comparison, Progress], RenderedDocument]


def lines(comparison: Comparison, render: Render = as_csv.render) -> list[dict[str, str]]:
    content = render(comparison, silent).content
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_line_a_mention() -> None:
    found = lines(story.comparison())
    assert [(line["row"], line["words"], line["low"], line["verdict"]) for line in found] == [
        ("F1", "Almost 8,000", "8000", "conflict"),
        ("F1", "Some 5,800", "5800", "conflict"),
        ("F2", "More than two dozen", "24", "may conflict"),
        ("F2", "At least 164", "164", "may conflict"),
        ("F3", "1.4 metres", "1.4", "worth a look"),
        ("F3", "two metres", "2", "worth a look"),
        ("F4", "1911", "1911", "agree"),
        ("F4", "1911", "1911", "agree"),
    ]
    assert [line["account"] for line in found] == ["A", "B", "B", "C", "B", "C", "A", "C"]
    assert found[0]["sentence"] == "Almost 8,000 people left their homes, the county said."


def test_who_says_it_as_of_when_and_how_sure_it_is() -> None:
    conflict, *_rest = lines(story.comparison())
    assert (conflict["said by"], conflict["as of"]) == ("the county", "")
    assert (conflict["confidence"], conflict["doubts"]) == ("1.0", "")
    assert conflict["why"] == "“Some 5,800” is far below “Almost 8,000”"
    look = next(line for line in lines(story.comparison()) if line["verdict"] == "worth a look")
    assert (look["said by"], look["as of"]) == ("", "By Wednesday morning")
    assert (look["confidence"], look["doubts"]) == ("0.38", "only one says where, only one says when")
    assert look["why"].endswith("; not sure that both count the same: only one says where, only one says when")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " =", "＝"])
def test_formulas_are_made_safe(start: str) -> None:
    whole = story.comparison()
    formula = f'{start}HYPERLINK("http://example.org")'
    ledger = tuple(dataclasses.replace(row, scope=formula) for row in whole.ledger)
    found = lines(dataclasses.replace(whole, ledger=ledger))
    assert all(line["what is counted"] == f"'{formula.strip()}" for line in found)


def test_no_figures_leave_the_heads() -> None:
    assert lines(Comparison(story.ARTICLES)) == []


def test_a_line_an_excerpt() -> None:
    found = lines(story.comparison(), as_csv.render_passages)
    assert [(line["passage"], line["relation"], line["article"]) for line in found] == [
        ("1", "word for word", "gazette"),
        ("1", "word for word", "wire"),
        ("2", "quotation", "gazette"),
        ("2", "quotation", "wire"),
        ("3", "reworded", "gazette"),
        ("3", "reworded", "evening"),
    ]
    for line in found:
        article = story.comparison().article(line["article"])
        assert article.text[int(line["start"]) : int(line["end"])] == line["words"]


def test_a_passage_keeps_its_lines_and_runs_nothing() -> None:
    article = dataclasses.replace(story.WIRE, text='=1+1 said\nthe mayor, "twice"')
    passage = dataclasses.replace(story.comparison().passages[0], excerpts=(story.at(article, article.text),))
    (line,) = lines(Comparison((story.GAZETTE, article), (passage,)), as_csv.render_passages)
    assert line["words"] == f"'{article.text}"
