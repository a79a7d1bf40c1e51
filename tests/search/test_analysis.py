"""One analyser for articles and queries: what is one word to a reader is one form to the index."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.analysis import LONGEST, WORD, analyser, code


@pytest.mark.parametrize(
    "variants",
    [
        ("Kořínek", "Korinek", "KOŘÍNEK", "Kor\u030ci\u0301nek"),
        ("strike", "strikes", "Striking", "STRIKE’S", "strike's"),
        ("5,800", "5.800", "5800"),
        ("1.5", "1,5"),
        ("Sørland", "Sorland"),
        ("O'Brien", "O’Brien", "OBrien"),
        ("dockers", "dock\u00aders", "dock\u200bers", "\u2060dockers"),
        ("5,800", "5,\u200b800", "5,8\u00ad00"),
    ],
)
def test_one_word(variants):
    forms = {tuple(analyser("en").forms(variant)) for variant in variants}
    assert len(forms) == 1
    assert len(forms.pop()) == 1


def test_stop_words_are_left_out():
    assert analyser("en").forms("the strike of the dockers") == analyser("en").forms("strike dockers")
    assert analyser("de").forms("der Streik und die Werft") == analyser("de").forms("Streik Werft")


def test_each_language_has_its_stemmer():
    assert analyser("fr").forms("grévistes") == analyser("fr").forms("gréviste")
    assert analyser("fr").forms("l’accord") == analyser("fr").forms("accord")
    assert analyser("xx").forms("grévistes") == ["grevistes"]


def test_unspaced_writing_is_known_by_pairs():
    assert analyser("zh").forms("港口罢工 2031") == ["港口", "口罢", "罢工", "2031"]
    assert [(start, end) for _, start, end in analyser("zh").located("a港口罢工")] == [(0, 1), (1, 3), (2, 4), (3, 5)]


def test_indian_vowel_signs_stay_in_their_words():
    assert len(analyser("hi").forms("हड़ताल जारी")) == 2


@pytest.mark.parametrize(
    ("tag", "short"), [("en", "en"), ("pt-BR", "pt"), ("zh_Hant", "zh"), ("", "en"), (" DE ", "de")]
)
def test_language_tags(tag, short):
    assert code(tag) == short


def test_a_megabyte_without_a_space_is_one_short_form():
    (form,) = analyser("en").forms("x" * 1_000_000)
    assert len(form) <= LONGEST
    (form,) = analyser("en").forms("1" * 1_000_000)
    assert len(form) <= LONGEST


@given(st.text(), st.sampled_from(["en", "ar", "fr", "de", "fi", "ro", "ru", "tr", "hu", "sv", "zh", "th", "xx"]))
def test_any_text_has_forms_in_their_places(text, language):
    known = analyser(language)
    located = list(known.located(text))
    assert [form for form, _, _ in located] == known.forms(text)
    assert all(0 <= start < end <= len(text) for _, start, end in located)
    assert all(form for form, _, _ in located)
    assert [start for _, start, _ in located] == sorted(start for _, start, _ in located)


@given(
    st.text(alphabet="abcdefghilmnorstuyé", min_size=4, max_size=14),
    st.sampled_from(["en", "fr", "fi", "sv", "ro", "hu"]),
)
def test_stemmers_never_raise(word, language):
    assert len(analyser(language).forms(word)) <= 1


PIECES = st.sampled_from(
    ["“quoted”", "’tis", "It’s", "L'ACCORD", "O'Brien", "ŉa", "Straße,", "ﬁsh", "re\u0301sume", "soft\u00adhyphen",
     "5,800", "1.5.", "x" * 63, "x" * 64, "罢工", "a罢", "İstanbul", "--", "the", "AT&T", "U.S.", "a_b", "٥",
     "Port-Velim", "(see)", "\0", "a\0b"]
)  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=6), max_size=12), st.sampled_from(["en", "fr", "ru", "tr", "zh", "xx"]))
def test_a_text_has_the_forms_of_its_words_one_after_the_other(pieces, language):
    text, known = " ".join(pieces), analyser(language)
    forms = [form for word in WORD.findall(text) for form in known.of(word)]
    assert known.forms(text) == forms == [form for form, _start, _end in known.located(text)]
    assert [part.split() for part in known.read((text, text, ""), Counter())] == [forms, forms, []]


def test_words_are_counted_by_how_they_are_written():
    known = analyser("en")
    counts = Counter()
    for other in ("no piece of the others counts", "ports"):
        known.read([other, "The Ports, ports and Velim's 12 port-ports. THE PORTS!"], counts)
    assert known.words(counts) == {"ports": 2, "velim": 2, "port": 2}
