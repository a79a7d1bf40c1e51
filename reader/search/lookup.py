"""What the pieces of a query stand for: forms of the index's languages, words of its vocabulary."""

from collections.abc import Callable, Iterable, Sequence

from reader.search.analysis import analyser
from reader.search.query import Kind, Piece

Expand = Callable[[str], Iterable[str]]


class Lookup:
    """Looks words up for an index with articles in some languages and with a vocabulary; for one query."""

    def __init__(self, languages: Sequence[str], beginning: Expand, like: Expand) -> None:
        """`beginning` gives the vocabulary's words that begin so, `like` those that are spelt about so."""
        self._analysers = [analyser(language) for language in languages or ("en",)]
        self._expand = {Kind.PREFIX: beginning, Kind.FUZZY: like}
        self._expanded: dict[Piece, tuple[tuple[str, ...], tuple[str, ...]]] = {}

    def words(self, piece: Piece) -> list[list[str]]:
        """The forms of a piece's words, once for each language in which they differ."""
        variants = (analyser.forms(piece.text) for analyser in self._analysers)
        return [list(forms) for forms in dict.fromkeys(tuple(forms) for forms in variants) if forms]

    def expanded(self, piece: Piece) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """For a beginning or an uncertain spelling: the forms of the word itself, and of the words it may stand for."""
        known = self._expanded.get(piece)
        if known is None:
            exact = self._forms([piece.text])
            others = self._forms(self._expand[piece.kind](piece.text))
            known = self._expanded[piece] = tuple(exact), tuple(form for form in others if form not in exact)
        return known

    def _forms(self, words: Iterable[str]) -> dict[str, None]:
        return dict.fromkeys(form for word in words for analyser in self._analysers for form in analyser.of(word))
