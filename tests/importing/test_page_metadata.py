"""Bylines without dates, offices and owners; outlets that are no addresses; headlines without the site's name."""

import pytest

from reader.importing.bylines import names_in
from reader.importing.page_metadata import best_outlet, outlet_name
from reader.importing.site_name import site_name, without_site


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("By INES CALDER, TOM REED and ABBY MOSS", "INES CALDER, TOM REED and ABBY MOSS"),
        ("INES CALDER, AP Business Writer", "INES CALDER"),
        ("by Ines Calder Monday, March 4, 2031", "Ines Calder"),
        ("Ines Calder | The Lysander Mail", "Ines Calder"), ("Analysis by Ines Calder", "Ines Calder"),
        ("ines-c", ""), ("INES CALDER, Associated Press", "INES CALDER"), ("Associated Press", "Associated Press"),
        ("Ines Calder, Quay Media for Quay.com", "Ines Calder"),
        ("The Lysander Mail", ""), ("Lysander Mail Staff", ""), ("https://facebook.example/ines", ""),
        ("Ines Calder ines@mail.example", "Ines Calder"), ("Von Ines Calder", "Ines Calder"),
        ("April Moss", "April Moss"), ("Ines Calder View author archive Get author RSS feed", "Ines Calder"),
        ("View all posts by Ines Calder", "Ines Calder"), ("See All Articles Send Email", ""),
        ("Photo by The Associated Press", ""), ("Unknown Author", ""),
        ("Zeige alle Beiträge von Ines Calder", "Ines Calder"),
        ("Ines Calder y Tom Reed Tiempo de lectura 4 min", "Ines Calder y Tom Reed"),
        ("Ines Calder, Staff Writer; Tom Reed", "Ines Calder, Tom Reed"), ("Staff Writer", ""), ("6 May 2031", ""),
        ("Ines de la Calder y Tom Reed", "Ines de la Calder y Tom Reed"), ("", ""),
    ],
)  # fmt: skip
def test_who_is_named(said: str, names: str) -> None:
    assert names_in(said, "The Lysander Mail") == names


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("The Lysander Mail", "The Lysander Mail"), ("https://www.mail.example", ""), ("www.mail.example", ""),
        ("© 2031 The Lysander Mail. All rights reserved.", "The Lysander Mail"),
        ("Copyright 2019-2031 Quay News", "Quay News"),
        ("news.example.au", "news.example.au"), ("", ""), ("2031", ""), ("desk@mail.example", ""),
    ],
)  # fmt: skip
def test_outlets(said: str, name: str) -> None:
    assert outlet_name(said) == name


@pytest.mark.parametrize("said", ["© Copyright 2031 Coastal News", "Copyright © 2031 Coastal News", "(c) Coastal News"])
def test_a_copyright_takes_no_letter_of_a_name(said: str) -> None:
    assert outlet_name(said) == "Coastal News"


def test_a_name_goes_before_a_host() -> None:
    assert best_outlet(["https://mail.example", "mail.example", "The Lysander Mail"]) == "The Lysander Mail"
    assert best_outlet(["https://mail.example", "mail.example"]) == "mail.example"


@pytest.mark.parametrize(
    ("title", "outlet", "url", "headline"),
    [
        ("Crane falls | The Lysander Mail", "The Lysander Mail", "", "Crane falls"),
        ("Crane falls - Lysander Mail", "The Lysander Mail", "", "Crane falls"),
        ("Crane falls | World | The Lysander Mail", "The Lysander Mail", "", "Crane falls"),
        ("The Lysander Mail: Crane falls at the quay", "The Lysander Mail", "", "Crane falls at the quay"),
        ("Lysander Mail » Crane falls at the quay", "The Lysander Mail", "", "Crane falls at the quay"),
        ("Crane falls – lysandermail", "", "https://www.lysandermail.example/a", "Crane falls"),
        ("Crane falls - day eight", "The Lysander Mail", "", "Crane falls - day eight"),
        ("Crane - barge - tug", "", "", "Crane - barge - tug"),
    ],
)
def test_headlines(title: str, outlet: str, url: str, headline: str) -> None:
    assert without_site(title, outlet, url) == headline


HEADLINE = "Harbour strike enters its third week in Lysander"


@pytest.mark.parametrize(
    ("name", "title", "host", "known_as"),
    [
        ("tide-review.example", f"{HEADLINE} | The Tide Review", "www.tide-review.example", "The Tide Review"),
        ("tidewater.example", HEADLINE, "tidewater.example", "tidewater.example"),
        ("", f"{HEADLINE} – Tidewater", "news.tidewater.example", "Tidewater"),
        ("", HEADLINE, "www.tidewater.example", "tidewater.example"),
        ("Tidewater | News, Weather, Sports | Lysander", HEADLINE, "tidewater.example", "Tidewater"),
        ("News of the coast - La Marea | Know it first", HEADLINE, "lamarea.example", "La Marea"),
        ("LPB - Lysander Port Board", HEADLINE, "lpb.example", "LPB - Lysander Port Board"),
        ("Tidewater_Live", f"{HEADLINE} - The Tidewater", "thetidewater.example", "The Tidewater"),
        (HEADLINE, f"{HEADLINE} | Mail", "mail.example", "Mail"),
        ("{$site.name}", HEADLINE, "mail.example", "mail.example"),
        ("Lysander Harbour Strike", f"Lysander Harbour Strike: {HEADLINE}", "x.example", "Lysander Harbour Strike"),
        ("Quay St.", HEADLINE, "quayst.example", "Quay St."),
        ("", f"{HEADLINE} | * Quay® -", "quay.example", "Quay®"),
        ("The Lysander Mail", HEADLINE, "", "The Lysander Mail"),
        ("", HEADLINE, "", ""),
    ],
)  # fmt: skip
def test_what_a_site_is_called(name: str, title: str, host: str, known_as: str) -> None:
    assert site_name(name, title, f"https://{host}/harbour/1" if host else "") == known_as
