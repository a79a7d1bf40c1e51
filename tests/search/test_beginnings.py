"""Looking only at words that begin right finds what looking at each does."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.search import occurrences as module
from reader.search.analysis import WORD, analyser
from reader.search.beginnings import _KEPT, WordFinder, beginnings, sure
from reader.search.occurrences import _WordRoles
from reader.text import stems
from tests.benchmarks.texts import article

PIECES = (
    "harbour", "Harbours", "hårbour", "Ha\u00adrbour", "HARBOUR-master", "O'Brien", "obrien", "l'accord", "accord",
    "D’Accord", "the", "of", "and", "Straße", "strasse", "Æther", "aether", "ﬁsh", "fish", "dying", "die", "5,800",
    "5800", "58", "٥٨٠٠", "罢工开始", "AI罢工", "море", "Моря", "Ёж", "еж", "Άνθη", "ανθη", "ἄνθη", "x_y", "harb_our",
    "re\u0301sume", "Résumé", "-", "?", "“quoted”", "U.S.", "2nd", "İstanbul", "ĳs", "ij", "Ґанок", "ґанок", "şehir",
)  # fmt: skip
QUERIES = (
    *PIECES, "harb*", "ae*", "еж*", "5*", "罢工*", "harbuor~", "strase~",
    '"harbour strasse"', '"fish die"~3', '"l\'accord harbour"~4', '"море ανθη"~5',
)  # fmt: skip


def every(text: str, query: str, language: str, monkeypatch: pytest.MonkeyPatch):
    with monkeypatch.context() as patch:
        patch.setattr(module, "_wanted", _Every)
        return module.occurrences(text, query, language)


class _Every(_WordRoles):
    """Looks at each word."""

    def begun(self, text: str):
        return None

    def words(self, text: str, begun):
        return (found.span() for found in WORD.finditer(text))


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from(PIECES), max_size=30),
    st.lists(st.sampled_from(QUERIES), min_size=1, max_size=3),
    st.sampled_from([" ", "\n", "", ", ", "—"]),
    st.sampled_from(["en", "fr", "de", "ru", "el", "nl", "zh", "tr", "xx"]),
)
@example(["dying"], ["die"], " ", "en")
@example(["harbour", "Άνθη"], ["Άνθη"], " ", "en")
def test_the_same_is_found(pieces, queries, between, language):
    text, query = between.join(pieces), " OR ".join(queries)
    with pytest.MonkeyPatch.context() as monkeypatch:
        assert module.occurrences(text, query, language) == every(text, query, language, monkeypatch)


@given(st.text(), st.text(), st.sampled_from(["en", "fr", "ru"]))
@example("5,800km", "km", "en")
@example("A\x80Þ˥", "Þ", "en")
@example("0϶0", "0", "en")
@example("A¼", "A¼", "en")
def test_the_same_is_found_in_any_text(text, query, language):
    with pytest.MonkeyPatch.context() as monkeypatch:
        assert module.occurrences(text, query, language) == every(text, query, language, monkeypatch)


@given(st.text(alphabet="abcdeghijklmnorstuvyz", min_size=1, max_size=12), st.sampled_from(sorted(_KEPT)))
@example("dyingly", "en")
@example("yyyyed", "en")
@example("saechsische", "de")
@example("manoeuvrability", "de")
def test_the_first_half_of_a_stem_is_that_of_its_word(word, language):
    stem = stems.stem(word, language)
    assert stem[:1] == word[:1] or not stem
    assert word.startswith(sure(stem, language))


def test_few_words_are_looked_at():
    text = article(2).text
    form = analyser("en").forms(max(text.split(), key=len))[0]
    found = beginnings([form], [], "en")
    assert found is not None
    asked: list[str] = []
    places = list(WordFinder(found, lambda word: not asked.append(word)).places(text))
    assert 0 < len(asked) <= len(places) < 0.1 * len(text.split())


def test_of_some_languages_nothing_is_said():
    assert beginnings(["werkt"], [], "nl") is None
    assert beginnings(["كتاب"], [], "ar") is None
