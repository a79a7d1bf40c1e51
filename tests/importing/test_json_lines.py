"""Objects by the line: fields under the names that archives give them, failures that name the object."""

import json

import pytest

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import ImportOptions, json_lines
from reader.importing.moments import moment


def found(text: str) -> list[Article | ImportFailure]:
    return list(json_lines.read(text.encode(), "a.jsonl", ImportOptions()))


def test_fields_by_other_names() -> None:
    said = {
        "headline": "Crane falls", "articleBody": "A crane fell.\r\nFour were hurt.", "lang": "en-GB",
        "publisher": {"name": "The Courier"}, "link": "https://c.example/",
        "authors": ["Ana Petrel", "Tom Reed"], "datePublished": "6 May 2031",
    }  # fmt: skip
    [article] = found(json.dumps(said))
    assert isinstance(article, Article)
    assert article.text == "Crane falls\n\nA crane fell.\nFour were hurt.\n"
    assert (article.headline, article.outlet, article.byline) == ("Crane falls", "The Courier", "Ana Petrel, Tom Reed")
    assert (article.published, article.language, article.url) == ("2031-05-06", "en", "https://c.example/")


def test_a_line_that_is_none_is_named_and_the_rest_read() -> None:
    first, second, third, fourth = found('{"text": "A crane fell."}\n\nnot json\n{"title": "x"}\n{"text": "B."}\n')
    assert isinstance(first, Article)
    assert str(second).startswith("Object 2 of a.jsonl is damaged")
    assert str(third).startswith("Object 3 of a.jsonl has no text; its names are “title”.")
    assert isinstance(fourth, Article)


@pytest.mark.parametrize("text", ['[{"text": "A."}, {"text": "B."}]', '{"articles": [{"text": "A."}, {"text": "B."}]}'])
def test_lists(text: str) -> None:
    assert [getattr(one, "text", "") for one in found(text)] == ["A.\n", "B.\n"]


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "3", "null", '{"text": 3}', '{"text": " "}', '"text"', "{", "9" * 50_000]
)
def test_what_is_no_article(text: str) -> None:
    assert all(isinstance(one, ImportFailure) for one in found(text))


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("2031-05-06T10:00Z", "2031-05-06T10:00+00:00"),
        ("May 6, 2031", "2031-05-06"),
        ("", ""),
        ("soon", ""),
        ("x" * 100_000, ""),
    ],
)
def test_dates(said: str, date: str) -> None:
    assert moment(said) == date
