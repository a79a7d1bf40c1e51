"""Numbers and dates are written as Babel writes them, for every country of the languages that are spoken."""

import datetime as dt

import pytest
from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from reader import i18n, language, locales

DAYS = ("2031-02-03", "2031-12-24", "1999-05-31")


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch):
    """Speaks a language in a country."""

    def speak(name: str, *of_system: str) -> None:
        monkeypatch.setattr(i18n, "language", lambda: name)
        monkeypatch.setattr(language, "system_languages", lambda: list(of_system))

    return speak


@pytest.mark.parametrize("name", ["en_GB", "en_US", "en_IN", "de", "de_AT", "de_CH", "es", "es_MX", "es_AR"])
def test_as_babel_writes(spoken, name: str) -> None:
    spoken(name.partition("_")[0], f"{name}.UTF-8")
    known = Locale.parse(name)
    for day in DAYS:
        when = dt.date.fromisoformat(day)
        assert locales.day(day) == format_date(when, "medium", known)
        assert locales.month(day[:7]) == format_skeleton("yMMMM", when, locale=known)
        assert locales.day_of_year(day) == format_skeleton("MMMd", when, locale=known)
    if name != "en_IN":  # which groups by two digits above a thousand
        assert locales.count(1234567) == format_decimal(1234567, locale=known, group_separator=True)


@pytest.mark.parametrize(
    ("name", "of_system", "day", "number"),
    [
        ("en", (), "3 Feb 2031", "5,800.25"),
        ("en", ("C.UTF-8",), "3 Feb 2031", "5,800.25"),
        ("en", ("de_DE.UTF-8", "en_US"), "Feb 3, 2031", "5,800.25"),
        ("de", ("de_CH.UTF-8@euro",), "03.02.2031", "5’800.25"),
        ("de", ("fr_FR",), "03.02.2031", "5.800,25"),
        ("es", ("es-MX",), "3 feb 2031", "5,800.25"),
        ("xx", ("xx",), "3 Feb 2031", "5,800.25"),
    ],
)
def test_the_country_is_the_systems_where_it_speaks_the_language(
    spoken, name: str, of_system: tuple[str, ...], day: str, number: str
) -> None:
    spoken(name, *of_system)
    assert locales.day("2031-02-03") == day
    assert locales.grouped("5,800.25") == number


def test_what_is_no_date_stands_as_it_is(spoken) -> None:
    spoken("en")
    assert locales.day("spring 2031") == "spring 2031"
    assert locales.day("2031-02") == "2031-02"
    assert locales.month("") == ""
    assert locales.minute("2031-02-03T14:05:59+01:00") == "3 Feb 2031 14:05"
    assert locales.language_name("pt-BR") == "Portuguese"
    assert locales.language_name("qq") == "qq"
