"""When an article was updated stands beside when it was published, where it is another moment."""

import io
from dataclasses import replace
from pathlib import Path

import docx

from reader.compare.comparison import Comparison
from reader.export import as_docx, as_html, as_text, write
from reader.progress import silent

from . import paper, story


def comparison() -> Comparison:
    found = story.comparison()
    first, second, *rest = found.articles
    first = replace(first, updated="2026-03-03T18:40:00")
    return replace(found, articles=(first, replace(second, updated=second.published), *rest))


def test_on_the_cover_of_every_document(tmp_path: Path) -> None:
    write(comparison(), tmp_path / "x.pdf", "pdf")
    assert paper.words(tmp_path / "x.pdf").count("updated 3 Mar 2026 18:40") == 1
    page = as_html.render(comparison(), silent).content.decode()
    assert page.count("3 Mar 2026, updated 3 Mar 2026 18:40") == 1
    word = docx.Document(io.BytesIO(as_docx.render(comparison(), silent).content))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert cells.count("3 Mar 2026, updated 3 Mar 2026 18:40") == 1
    said = " ".join(as_text.comparison_text(comparison()).split())
    assert said.count("3 Mar 2026 · updated 3 Mar 2026 18:40") == 1


def test_nothing_is_said_of_what_was_never_updated() -> None:
    assert "updated" not in as_html.render(story.comparison(), silent).content.decode()
    assert "updated" not in as_text.comparison_text(story.comparison())
