"""A passage that runs over boilerplate is shown without it, in every document; JSON keeps its text to the letter."""

import csv
import dataclasses
import io
import json

from reader.article import LEFT_OUT, Article
from reader.compare.comparison import Comparison, Excerpt, Passage, Relation
from reader.export import as_csv, as_docx, as_html, as_json, as_text, clipboard_text
from reader.export.report_builder import report
from reader.progress import silent
from reader.text.spans import Span

from . import story
from .test_report_builder import MADE

ADVERT = "Win a cruise today!"
TEXT = f"The weir opened at noon.\n\n{ADVERT}\n\nAlmost 8,000 people left, the warden said."


def comparison() -> Comparison:
    """The story with an advert in the middle of a passage, and a figure of the ledger behind it."""
    found = story.comparison()
    plain = Article("gazette", TEXT, outlet="The Weir Post")
    folded = story.boilerplate(plain, ADVERT)
    other = dataclasses.replace(story.WIRE, text="The weir opened at noon. Some 5,800 people went, the warden said.")
    whole = tuple(Excerpt(one.id, Span(0, len(one.text))) for one in (folded, other))
    row = found.ledger[0]
    mentions = tuple(
        dataclasses.replace(mention, excerpt=story.at(article, words), sentence=Span(0, len(article.text)))
        for mention, article, words in zip(row.mentions, (plain, other), ("Almost 8,000", "Some 5,800"), strict=True)
    )
    return Comparison(
        (folded, other),
        passages=(Passage(Relation.REWORDED, 80.0, whole),),
        ledger=(dataclasses.replace(row, mentions=mentions),),
    )


def test_the_card_keeps_the_marks_behind_the_bracket() -> None:
    (card,) = report(comparison(), MADE).passages
    runs = card.wordings[0].runs
    assert "".join(run.text for run in runs) == (
        f"The weir opened at noon. {LEFT_OUT} Almost 8,000 people left, the warden said."
    )
    assert [run.text for run in runs if run.figure] == ["Almost 8,000"]
    apart = " ".join(run.text for run in card.wordings[1].runs if run.differs)
    assert "5,800" in apart
    assert "weir" not in apart


def test_the_sentence_around_a_figure_leaves_it_out_too() -> None:
    (entry,) = report(comparison(), MADE).ledger
    assert "".join(run.text for run in entry.cells[0].runs) == (
        f"The weir opened at noon. {LEFT_OUT} Almost 8,000 people left, the warden said."
    )
    assert [run.text for run in entry.cells[0].runs if run.figure] == ["Almost 8,000"]


def test_no_format_but_json_shows_it_within_the_passage() -> None:
    found = comparison()
    shown = " ".join(as_text.comparison_text(found).split())
    assert f"noon. {LEFT_OUT} Almost" in shown
    assert ADVERT not in shown
    cells = list(csv.reader(io.StringIO(as_csv.render_passages(found, silent).content.decode("utf-8-sig"))))
    assert f"The weir opened at noon. {LEFT_OUT} Almost 8,000 people left, the warden said." in cells[1]
    assert cells[1][7:9] == ["0", str(len(TEXT))]
    page = as_html.render(found, silent).content.decode()
    assert f"noon. {LEFT_OUT} " in page
    assert as_docx.render(found, silent).content
    copied = clipboard_text.passage(found, found.passages[0])
    assert LEFT_OUT in copied.text
    assert ADVERT not in copied.text + copied.html


def test_json_stays_exact() -> None:
    told = as_json.comparison_object(comparison(), True)
    assert ADVERT in json.dumps(told["passages"])
    assert told["articles"][0]["text"] == TEXT
