"""What rows are called: the articles' own words, whole ones, and no two rows alike."""

import pytest

from reader.article import Article
from reader.compare import figures
from reader.compare.figures.claims.article import claims_of, sentences_of
from reader.compare.figures.rows.labels import label
from reader.compare.options import FigureOptions
from reader.compare.witness import Witness


def scopes(*texts: str) -> list[str]:
    return [row.scope for row in figures.find([Witness.of(Article(str(n), text)) for n, text in enumerate(texts)], ())]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "The town gave the ferryman {} crowns for the winter and more than an oar.",
            "The town gave the ferryman … for the winter",
        ),
        ("The choir rehearsed for {} hours before the mayor and", "The choir rehearsed for … before the mayor"),
    ],
)
def test_own_words_end_with_a_phrase(text: str, label: str) -> None:
    assert label in scopes(text.format(14), text.format(17))


def test_what_tells_rows_apart_is_written_as_in_the_article() -> None:
    one = "In O'Hara 12 people were killed, and 30 people were killed in McAdam."
    other = "In O'Hara 14 people were killed, and 36 people were killed in McAdam."
    found = scopes(one, other)
    assert len(set(found)) == len(found) == 2
    assert not any("O'hara" in scope or "Mcadam" in scope for scope in found)


def test_a_row_of_several_languages_is_called_in_that_of_most_of_its_accounts() -> None:
    told = (
        ("en", "The valley's first complaint about the smell came on 4 November."),
        ("en", "It received the first complaint on 14 November."),
        ("de", "Die allererste Beschwerde über den Gestank war bei der Aufsicht des Tals am 4. November eingegangen."),
    )
    witnesses = [Witness.of(Article(str(n), text, language=code)) for n, (code, text) in enumerate(told)]
    read = [claims_of(one, sentences_of(one), frozenset(), FigureOptions())[0] for one in witnesses]
    first, second, german = (next(c for c in found if c.figure.quantity.dimension == "day") for found in read)
    assert "Aufsicht" in label([german])
    assert "complaint" in label([german, first, second])
    assert "Aufsicht" in label([german, first])
