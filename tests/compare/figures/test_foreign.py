"""Figures of articles in other languages: read in their own words, compared by no key, and told where they are not."""

import pytest

from reader.article import Article
from reader.compare import figures
from reader.compare.comparison import Figure, Verdict
from reader.compare.engine import compare
from reader.compare.witness import Witness


def read(text: str, language: str, published: str = "") -> tuple[Figure, ...]:
    return figures.read(Witness.of(Article("a", text, language=language, published=published)))


def told(text: str, language: str) -> list[tuple[str, float, str]]:
    """The words of each figure, its value and what it counts."""
    return [(f.excerpt.span.of(text), f.quantity.value[0], f.scope.label) for f in read(text, language)]


def test_figures_count_in_the_words_of_the_article() -> None:
    text = "La riada dejó 48 muertos. Más de 2.500 vecinos huyeron."
    assert told(text, "es") == [("48", 48, "muertos"), ("Más de 2.500", 2500, "vecinos")]


def test_a_region_behind_the_language_changes_nothing() -> None:
    text = "A cheia deixou 48 mortos."
    assert told(text, "pt-BR") == told(text, "pt") == [("48", 48, "mortos")]


def test_they_are_compared_by_no_key() -> None:
    assert [f.scope.compared for f in read("Il crollo ha fatto 12 morti.", "it")] == [False]


def test_a_date_without_its_year_is_that_of_the_article() -> None:
    (date,) = read("La digue a cédé le 14 juillet.", "fr", published="2019-07-16")
    assert date.quantity.value == (20190714, 20190714)


def test_a_date_without_its_year_is_that_of_a_full_one_in_the_text() -> None:
    found = read("Am 16. Juli 2019 tagte der Rat. Der Damm brach am 14. Juli.", "de")
    assert [f.quantity.value[0] for f in found] == [20190716, 20190714]


def test_a_language_without_a_table_is_not_read_by_the_rules_of_another() -> None:
    assert read("Floden steg 3,5 meter och 1 200 hus stod under vatten.", "sv") == ()


def test_a_comparison_names_the_articles_that_are_not_read() -> None:
    articles = [
        Article("a", "The flood killed 48 people in the valley."),
        Article("b", "Översvämningen tog 51 liv i dalen.", language="sv"),
        Article("c", "La riada dejó 48 muertos en el valle.", language="es"),
        Article("d", "Het water steeg 3 meter in het dal.", language="nl"),
    ]
    assert compare(articles).figures_unread == ("b", "d")


COPIES = {
    "ar": "أدى الفيضان في وادي ليندال إلى مقتل {} شخصا وإصابة 120 آخرين، بحسب الشرطة.",
    "de": "Bei dem Brand in Lindal starben {} Menschen, das Feuer zerstörte 40 Häuser im Norden der Stadt.",
    "es": "La riada dejó {} muertos y 120 heridos en el valle de Lindal, según la policía.",
    "fr": "La crue a fait {} morts et 120 blessés dans la vallée de Lindal, selon la police.",
    "it": "La piena ha fatto {} morti e 120 feriti nella valle di Lindal, secondo la polizia.",
    "pt": "A cheia deixou {} mortos e 120 feridos no vale de Lindal, segundo a polícia.",
    "ru": "Наводнение в Линдале унесло жизни {} человек, 120 ранены, сообщила полиция.",
    "zh": "洪水造成林达尔镇{}人死亡，120人受伤，大坝在夜里决口。",
}


@pytest.mark.parametrize("language", sorted(COPIES))
def test_a_copy_with_one_figure_changed_is_found_in_every_language(language: str) -> None:
    articles = [Article(name, COPIES[language].format(n), language=language) for name, n in (("a", 48), ("b", 58))]
    clashing = [row for row in compare(articles).ledger if row.verdict is Verdict.CONFLICT]
    assert [[m.quantity.value[0] for m in row.mentions] for row in clashing] == [[48, 58]]


def test_words_alone_join_no_figures_across_languages() -> None:
    articles = [
        Article("a", "La riada de Lindal dejó 48 muertos, dijo Ana Ruiz.", language="es"),
        Article("b", "The flood at Lindal killed 58 people, Ana Ruiz said."),
    ]
    assert compare(articles).ledger == ()


def test_an_empty_language_is_english() -> None:
    assert compare([Article("a", "Two men died.", language=""), Article("b", "Ten men died.")]).figures_unread == ()


def test_a_short_form_inside_a_figure_ends_no_sentence() -> None:
    (figure,) = read("Выделено 25 млн. рублей на мост.", "ru")
    assert (figure.quantity.value[0], figure.quantity.unit) == (25_000_000, "RUB")


def test_a_long_line_of_numbers_is_a_table_and_one_of_words_is_read_in_pieces() -> None:
    counts = [f"{n}.{n % 1000:03d} votos" for n in range(1, 1000)]
    assert read("Resultados: " + " ".join(counts), "es") == ()
    assert len(read("Resultados: " + " ".join(f"hubo en total {count}" for count in counts), "es")) == 999
