"""How the tests of figures read a text."""

from reader.article import Article
from reader.compare import figures
from reader.compare.comparison import Figure, LedgerRow, Verdict
from reader.compare.witness import Witness


def witness(text: str, name: str = "a", published: str = "") -> Witness:
    return Witness.of(Article(name, text, published=published))


def read(text: str, published: str = "") -> tuple[Figure, ...]:
    return figures.read(witness(text, published=published))


def words_of(text: str) -> list[str]:
    """The words of each figure of `text`."""
    return [figure.excerpt.span.of(text) for figure in read(text)]


def values(text: str) -> list[tuple[float, float]]:
    return [figure.quantity.value for figure in read(text)]


def rows(*texts: str, published: tuple[str, ...] = ()) -> tuple[LedgerRow, ...]:
    """The ledger of some texts, called a, b, c."""
    dates = published or ("",) * len(texts)
    return figures.find([witness(t, "abcdefgh"[n], dates[n]) for n, t in enumerate(texts)], ())


def verdicts(*texts: str) -> dict[str, Verdict]:
    """The rows of some texts by name, with their verdicts."""
    return {row.scope: row.verdict for row in rows(*texts)}
