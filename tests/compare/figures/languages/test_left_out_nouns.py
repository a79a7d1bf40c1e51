"""Number words that stand for what was counted before: fourteen needed treatment."""

import pytest

from reader.article import Article
from reader.compare import figures
from reader.compare.witness import Witness


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("es", "Son 97 los alumnos afectados; catorce necesitaron ingreso.", 14),
        ("es", "Dieciocho de ellos pasaron la noche en el hospital; tres siguen ingresados.", 3),
        ("de", "Fünf davon kamen ums Leben, drei blieben über Nacht.", 3),
    ],
)
def test_a_number_word_that_opens_a_clause(language: str, text: str, value: int) -> None:
    read = figures.read(Witness.of(Article("a", text, language=language)))
    assert [figure.quantity.value for figure in read][-1] == (value, value)


def test_a_clock_time_and_a_date_are_no_counts() -> None:
    read = figures.read(Witness.of(Article("a", "Once de mayo. Llegaron a las tres, cansados.", language="es")))
    assert all(figure.quantity.dimension != "count" for figure in read)
