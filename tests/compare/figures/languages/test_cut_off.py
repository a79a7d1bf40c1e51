"""A sentence that a spoilt character cuts off behind its figure is read as far as it goes."""

from reader.article import Article
from reader.compare import figures
from reader.compare.witness import Witness


def test_a_figure_at_the_end_of_what_is_left() -> None:
    text = (
        "造成12人\ufffd"
        + "\x14" * 34
        + "s@courier.example>\r\nSubject: Crane topples agY3Jvd25zIGEgZGF5Lg0K\r\n"
        + "\nFrom news@courier.example Tue May  6 08:30:00 2031\n3\u4eba\u64a4\u79bb\u3002"
    )
    for language in ("zh", "de", "ar", "ru"):
        for figure in figures.read(Witness.of(Article("a", text, language=language))):
            at = figure.excerpt.span
            assert 0 <= at.start < at.end <= len(text)
