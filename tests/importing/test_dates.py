"""Dates and clock times as pages write them."""

import pytest

from reader.importing.dates import dated, plausible


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("3 May 2031", "2031-05-03"),
        ("May 3, 2031", "2031-05-03"),
        ("MAY 3RD, 2031", "2031-05-03"),
        ("Sat, 03 May 2031 12:28 CDT", "2031-05-03T12:28-05:00"),
        ("Saturday 3 May 2031 10.12 BST", "2031-05-03T10:12+01:00"),
        ("May 03, 2031 6:22AM", "2031-05-03T06:22"),
        ("May 3, 2031 12:05 a.m.", "2031-05-03T00:05"),
        ("May 3, 2031, 12:05 p.m. GMT", "2031-05-03T12:05+00:00"),
        ("2031-05-03", "2031-05-03"),
        ("2031-05-03T18:40", "2031-05-03T18:40"),
        ("2031-05-03T18:40:00Z", "2031-05-03T18:40+00:00"),
        ("2031-05-03 18:40 +05:30", "2031-05-03T18:40+05:30"),
        ("03.05.2031 18:40", "2031-05-03T18:40"),
        ("23/05/2031", "2031-05-23"),
        ("05/23/2031", "2031-05-23"),
        ("05/03/31 6:40 PM ET", "2031-05-03T18:40"),
        ("05/03/2031", ""),
        ("Published on: Sat, 3 May 2031 at 09:56 IST", "2031-05-03T09:56"),
        ("3 May 2031 Last updated at 13:38 GMT", "2031-05-03T13:38+00:00"),
        ("May 3, 2031 6:07:15 PM GMT+01:00", "2031-05-03T18:07+01:00"),
        ("3 May 2031-11:25am", "2031-05-03T11:25"),
        ("5. März 2031, 19:05 Uhr", "2031-03-05T19:05"),
        ("Mittwoch, 05.03.2031, 19.05 Uhr MEZ", "2031-03-05T19:05+01:00"),
        ("Publié le 1er mars 2031 à 19h05", "2031-03-01T19:05"),
        ("Publié le 05/03/2031 à 19 h 05", "2031-03-05T19:05"),
        ("5 de marzo de 2031 - 19:05 CET", "2031-03-05T19:05+01:00"),
        ("5 de março de 2031, às 19h05", "2031-03-05T19:05"),
        ("mercoledì 5 marzo 2031, ore 19:05", "2031-03-05T19:05"),
        ("woensdag 5 maart 2031 om 19:05 uur", "2031-03-05T19:05"),
        ("5 marca 2031, godz. 19:05", "2031-03-05T19:05"),
        ("5 марта 2031 г. в 19:05 МСК", "2031-03-05T19:05+03:00"),
        ("2031年3月5日 19:05", "2031-03-05T19:05"),
        ("Tue, 5 Mar 2031 19:06:38 -0700 (PDT)", "2031-03-05T19:06-07:00"),
        ("5 March 2031, 19:05 CET (+0100)", "2031-03-05T19:05+01:00"),
        ("May 3, 2031 at 4:31 AM, updated May 4, 2031 at 8:33 AM", "2031-05-03T04:31"),
    ],
)
def test_dates(line: str, iso: str) -> None:
    found = dated(line)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize(
    "line", ["", "May", "May 3", "In May they left", "31 dead", "Room 2031", "May 2031 3000", "x" * 300]
)
def test_what_is_no_date(line: str) -> None:
    assert dated(line) is None


@pytest.mark.parametrize(
    "line", ["February 30, 2031", "May 32, 2031", "99/99/2031", "25:99", "1" * 150, "2031-13-45", "May 3, 99999"]
)
def test_impossible_dates_give_none(line: str) -> None:
    found = dated(line)
    assert found is None or found.iso == ""


def test_the_words_around_a_date_are_left() -> None:
    found = dated("LYSANDER, May 3, 2031, 18:40 GMT, by Ines")
    assert found is not None
    assert found.rest == ("LYSANDER", "by", "Ines")


@pytest.mark.parametrize("said", ["0001-01-01T00:00+00:00", "1970-01-01", "1970-01-01T01:00+01:00", "", "never"])
def test_what_programs_write_for_a_date_they_do_not_know_is_none(said: str) -> None:
    assert plausible(said) == ""


@pytest.mark.parametrize("said", ["1991-01-02T01:01+01:00", "1970-03-02", "2031-01"])
def test_old_dates_are_dates(said: str) -> None:
    assert plausible(said) == said
