"""What the pieces of a query stand for: forms of the index's languages, words of its vocabulary."""

from collections.abc import Iterable, Iterator, Sequence

from reader.search.analysis import analyser
from reader.search.query import QueryKind, QueryPiece
from reader.search.synonyms import Synonyms
from reader.search.vocabulary import Vocabulary

_LESS = {QueryKind.PREFIX: 1.0, QueryKind.FUZZY: 0.5}
"""What an article is worth that has only words which the typed one stands for, beside one that has that very word."""


class Lookup:
    """Looks words up for an index with articles in some languages and with a vocabulary; for one query."""

    def __init__(self, languages: Sequence[str], vocabulary: Vocabulary) -> None:
        """Nothing is looked up yet."""
        self._analysers = [analyser(language) for language in languages or ("en",)]
        self._vocabulary = vocabulary
        self._synonyms: dict[QueryPiece, Synonyms] = {}

    def words(self, piece: QueryPiece) -> list[list[str]]:
        """The forms of a piece's words, once for each language in which they differ."""
        variants = (analyser.forms(piece.text) for analyser in self._analysers)
        return [list(forms) for forms in dict.fromkeys(tuple(forms) for forms in variants) if forms]

    def synonyms(self, piece: QueryPiece) -> Synonyms | None:
        """What a beginning or an uncertain spelling stands for; None for any other piece."""
        if piece.kind not in _LESS or piece.field == "lang":
            return None
        known = self._synonyms.get(piece)
        if known is None:
            exact = dict.fromkeys(form for analyser in self._analysers for form in analyser.of(piece.text))
            others = dict.fromkeys(form for form in self._forms(self._words(piece)) if form not in exact)
            known = self._synonyms[piece] = Synonyms(piece.field, tuple(exact), tuple(others), _LESS[piece.kind])
        return known

    def _words(self, piece: QueryPiece) -> Iterable[str]:
        find = self._vocabulary.beginning if piece.kind is QueryKind.PREFIX else self._vocabulary.like
        return find(piece.text)

    def _forms(self, words: Iterable[str]) -> Iterator[str]:
        """The forms of words in those languages alone in which they stand anywhere: fewer, and they find the same."""
        for word, language in self._vocabulary.spoken(words):
            yield from analyser(language).of(word)
