"""What the top of a page says is read from it; every page here was written for this test."""

import pytest

from reader.article import Article
from reader.importing import read_text
from reader.importing.datelines import agency_in, dateline, lone_dateline
from reader.importing.names import byline, outlet
from reader.importing.paragraphs import paragraphs

BODY = (
    "Dockers in the port of Lysander stayed away from work for an eighth day on Tuesday, with 40 ships waiting.\n\n"
    "The union said that talks with the harbour board had broken down over pay for night shifts for the young.\n"
)


def page(*lines: str) -> Article:
    """A page with these lines above the body."""
    return read_text("\n".join(lines) + "\n\n" + BODY)


def test_headline_standfirst_byline_and_date() -> None:
    article = page(
        "The Lysander Mail", "", "Harbour strike enters its second week", "",
        "Forty ships wait, and perishables rot in their holds", "",
        "By Ines Calder and Tom Reed, Labour Correspondents", "3 May 2031, 18:40 GMT",
    )  # fmt: skip
    assert article.outlet == "The Lysander Mail"
    assert article.headline == "Harbour strike enters its second week"
    assert article.standfirst == "Forty ships wait, and perishables rot in their holds"
    assert article.byline == "Ines Calder and Tom Reed"
    assert article.published == "2031-05-03T18:40+00:00"
    assert [span.of(article.text) for span in article.boilerplate] == [
        "The Lysander Mail",
        "By Ines Calder and Tom Reed, Labour Correspondents\n3 May 2031, 18:40 GMT",
    ]


def test_a_standfirst_that_is_a_sentence_stands_above_the_date() -> None:
    article = page(
        "Harbour strike goes on",
        "",
        "The union and the harbour board have broken off their talks, and nobody expects others soon.",
        "May 3, 2031",
    )
    assert article.standfirst.startswith("The union and the harbour board")
    assert article.published == "2031-05-03"


def test_a_text_without_a_headline_has_none() -> None:
    article = read_text(BODY)
    assert (article.headline, article.standfirst, article.byline) == ("", "", "")


def test_section_and_outlet_hang_on_to_a_headline() -> None:
    article = page("Harbour strike goes on | World")
    assert article.headline == "Harbour strike goes on"
    assert article.boilerplate[0].of(article.text) == " | World"
    article = page("Harbour strike goes on - The Lysander Courier")
    assert (article.headline, article.outlet) == ("Harbour strike goes on", "The Lysander Courier")
    assert page("Harbour strike - day eight").headline == "Harbour strike - day eight"


def test_a_name_beside_a_date_is_a_byline() -> None:
    article = page("Harbour strike goes on", "", "Ines Calder", "3 May 2031")
    assert article.byline == "Ines Calder"


def test_a_name_and_a_place_beside_a_date_are_a_byline() -> None:
    article = page("Harbour strike goes on", "", "Ines Calder in Lysander", "3 May 2031")
    assert article.byline == "Ines Calder in Lysander"
    assert page("Harbour strike goes on", "", "Cranes stand still", "3 May 2031").byline == ""


def test_a_kicker_is_no_headline() -> None:
    assert (
        page("Shipping", "Harbour strike goes on for a ninth day").headline == "Harbour strike goes on for a ninth day"
    )
    assert page("Becalmed").headline == "Becalmed"


def test_a_button_with_the_papers_name_names_the_outlet() -> None:
    article = page("Support The Lysander Mail", "Harbour strike goes on")
    assert (article.outlet, article.headline) == ("The Lysander Mail", "Harbour strike goes on")


def test_date_place_and_name_in_one_line() -> None:
    article = page("Harbour strike goes on", "", "Written by Ines Calder | Lysander | Updated: May 3, 2031 6:40:12 pm")
    assert article.byline == "Ines Calder"
    assert article.published == "2031-05-03T18:40"


def test_the_first_publication_counts_before_the_update() -> None:
    article = page("Harbour strike goes on", "Updated: May 4, 2031", "Published: May 3, 2031")
    assert article.published == "2031-05-03"


@pytest.mark.parametrize(
    ("name", "day", "updated"),
    [
        ("Von Ines Calder", "Veröffentlicht am 5. März 2031, 19:05 Uhr, aktualisiert am 6. März 2031", "2031-03-06"),
        ("Par Ines Calder", "Publié le 5 mars 2031 à 19h05, mis à jour le 6 mars 2031", "2031-03-06"),
        (
            "Por Ines Calder",
            "Publicado el 5 de marzo de 2031 a las 19:05 - Actualizado 6 de marzo de 2031",
            "2031-03-06",
        ),
        ("Por Ines Calder, da redação", "5 de março de 2031, 19h05 Atualizado em 6 de março de 2031", "2031-03-06"),
        ("di Ines Calder", "Pubblicato il 5 marzo 2031 alle 19:05, aggiornato il 6 marzo 2031", "2031-03-06"),
        ("Door Ines Calder", "5 maart 2031 om 19:05 uur, laatst bijgewerkt op 6 maart 2031", "2031-03-06"),
        ("Autor: Ines Calder", "5 marca 2031, 19:05, aktualizacja 6 marca 2031", "2031-03-06"),
        ("Ines Calder | Port Sable", "05/03/2031 - 19:05 h. Actualizado: 06/03/2031", "2031-03-06"),
        (
            "Ines Calder, envoyée spéciale à Port-Sable",
            "Le 5 mars 2031 à 19h05 - Mis à jour le 06/03/2031",
            "2031-03-06",
        ),
        ("Por Ines Calder, G1 — Port Sable", "05/03/2031 19h05 Atualizado 06/03/2031 08h10", "2031-03-06T08:10"),
        ("INES CALDER", "Port Sable - 05 MAR 2031 - 19:05", ""),
        ("Автор: Ines Calder", "5 марта 2031 г. в 19:05, обновлено 6 марта 2031 г.", "2031-03-06"),
    ],
)
def test_mastheads_of_other_languages(name: str, day: str, updated: str) -> None:
    article = page("Harbour strike goes on", "", name, "", day)
    assert (article.byline, article.published, article.updated) == (
        name if name.isupper() else "Ines Calder", "2031-03-05T19:05", updated,
    )  # fmt: skip


def test_a_date_below_the_text_is_read() -> None:
    article = read_text("Harbour strike goes on\n\n" + BODY + "\nFirst published: 3 May 2031\n")
    assert article.published == "2031-05-03"


def test_the_dateline_gives_a_date_where_nothing_else_does() -> None:
    article = read_text("Harbour strike goes on\n\nLYSANDER, May 3, 2031 (AP) — " + BODY)
    assert article.dateline == "LYSANDER, May 3, 2031 (AP)"
    assert article.published == "2031-05-03"


@pytest.mark.parametrize(
    ("furniture", "name"),
    [
        ("© 2031 The Lysander Courier. All rights reserved.", "The Lysander Courier"),
        ("Subscribe to Lysander Today for full access.", "Lysander Today"),
        ("The post Harbour strike goes on appeared first on Quay Notes.", "Quay Notes"),
        ("Follow us on Facebook", ""),
        ("Subscribe to our newsletter", ""),
        ("© Ines Calder / Pool", ""),
    ],
)
def test_the_outlet_is_told_by_its_furniture(furniture: str, name: str) -> None:
    assert read_text(f"Harbour strike goes on\n\n{BODY}\n{furniture}\n").outlet == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ines Calder", "Ines Calder"),
        ("BY INES CALDER", "INES CALDER"),
        ("By: Ines Calder, Staff Writer", "Ines Calder"),
        ("Written by Ines Calder", "Ines Calder"),
        ("By Ines Calder in Lysander", "Ines Calder in Lysander"),
        ("By AFP", "AFP"),
        ("By Tuesday the ships had gone", ""),
        ("By nightfall", ""),
        ("By Tuesday", ""),
        ("By Ines Calder, who saw it all.", ""),
        ("From: Sent: To: Subject:", ""),
        ("By 3 May", ""),
        ("By", ""),
        ("Bypass opens", ""),
        ("Von Ines Calder, Berlin-Korrespondentin", "Ines Calder"),
        ("Von der Leyen warnt", ""),
        ("Par là", ""),
    ],
)
def test_bylines(line: str, name: str) -> None:
    assert byline(line) == name


@pytest.mark.parametrize(
    ("start", "said"),
    [
        ("LYSANDER (Reuters) - Dockers", "LYSANDER (Reuters)"),
        ("LYSANDER, May 3 (AP) — Dockers", "LYSANDER, May 3 (AP)"),
        ("PORT SABLE — Dockers", "PORT SABLE"),
        ("LYSANDER: Dockers", "LYSANDER"),
        ("Lysander, May 3 – Dockers", "Lysander, May 3"),
        ("Lysander / Port Sable: Dockers", "Lysander / Port Sable"),
        ("Dockers stayed away – again", ""),
        ("Lysander – a port of 90,000 – sleeps", ""),
        ("UPDATE: Dockers return", ""),
        ("Reed: no deal", ""),
        ("DOCKERS in the port - all of them", ""),
        ("Lysander, 2 may (EFE).- Dockers", "Lysander, 2 may (EFE)"),
        ("Lysander (dpa/nno). Die Docker", "Lysander (dpa/nno)"),
        ("Lysander (SDA) Die Docker", "Lysander (SDA)"),
        ("Reed (SPD) Kanzler der Stadt", ""),
        ("Reed (dpa) sagte", ""),
        ("VELA, N.A. — Dockers", "VELA, N.A."),
        ("PORT SABLE, Ansel/LYSANDER — Dockers", "PORT SABLE, Ansel/LYSANDER"),
        ("ST. VELA, Ansel (AP) — Dockers", "ST. VELA, Ansel (AP)"),
        ("CRANE Touch: a test", ""),
        ("COVID-31: a chronicle", ""),
        ("'DOCK' Reopens - a glance", ""),
    ],
)
def test_datelines(start: str, said: str) -> None:
    assert dateline(start) == said


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("LYSANDER, May 3 (Northern News Agency)", "Northern News Agency"),
        ("Lysander (Agencia de Noticias del Puerto)", "Agencia de Noticias del Puerto"),
        ("LYSANDER (NNA)", "NNA"),
        ("LYSANDER ( NNA )", "NNA"),
        ("Lysander (nno/dpa)", "nno/dpa"),
        ("LYSANDER May 3 AAP", "AAP"),
        ("LYSANDER, May 3", ""),
        ("LYSANDER (Update)", ""),
        ("LYSANDER (Upper Harbour District)", ""),
    ],
)
def test_the_agency_in_a_dateline(said: str, name: str) -> None:
    assert agency_in(said) == name


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("LYSANDER, May 3 (Northern News Agency)", "LYSANDER, May 3 (Northern News Agency)"),
        ("LYSANDER, May 3 —", "LYSANDER, May 3"),
        ("Lysander (Upper Harbour District)", ""),
        ("Harbour strike goes on", ""),
    ],
)
def test_a_dateline_on_a_line_of_its_own(line: str, said: str) -> None:
    assert lone_dateline(line) == said


def test_the_agency_of_the_dateline_is_the_outlet_where_nothing_else_names_one() -> None:
    story = "Harbour strike goes on\n\nLYSANDER, May 3 (Northern News Agency) - " + BODY
    assert read_text(story).outlet == "Northern News Agency"
    assert read_text(f"The Lysander Mail\n\n{story}").outlet == "The Lysander Mail"
    assert read_text(f"{story}\n© 2031 The Lysander Courier. All rights reserved.\n").outlet == "The Lysander Courier"


def test_a_dateline_after_a_summary_and_that_of_a_short_item_are_read() -> None:
    summary = "Dockers in Lysander stay away from work for a third week, and no talks are planned before the summer."
    article = read_text(f"Harbour strike goes on\n\n{summary}\n\nLYSANDER (AP) — {BODY}")
    assert (article.dateline, article.outlet) == ("LYSANDER (AP)", "AP")
    assert read_text("Harbour strike goes on\n\nLYSANDER (AP) — Dockers stay away.\n").dateline == "LYSANDER (AP)"


@pytest.mark.parametrize(
    ("name", "headline"),
    [
        ("The Morning Post", "Harbour strike enters its third week"),
        ("Der Hafenbote", "Hafenstreik geht in die dritte Woche"),
        ("Kystavisen", "Havnestreiken går inn i tredje uke"),
        ("Kurier Portowy", "Strajk w porcie trwa trzeci tydzień"),
        ("LA VOZ DEL PUERTO", "La huelga entra en su tercera semana"),
        ("La Gazette du Port", "La grève entre dans sa troisième semaine"),
    ],
)
def test_the_masthead_above_a_plain_text_is_its_outlet(name: str, headline: str) -> None:
    for gap in ("\n", "\n\n"):
        article = read_text(f"{name}{gap}{headline}{gap}By Ines Calder\n\n{BODY}")
        assert (article.outlet, article.headline, article.byline) == (name, headline, "Ines Calder")
        assert article.boilerplate[0].of(article.text).split("\n")[0] == name


@pytest.mark.parametrize("kicker", ["Breaking News", "World News", "The Long Read", "Der Streit", "Angebote"])
def test_a_kicker_above_the_headline_is_no_outlet(kicker: str) -> None:
    assert read_text(f"{kicker}\n\nHarbour strike enters its third week\n\n{BODY}").outlet == ""


def test_a_label_before_the_name_of_an_outlet_is_no_part_of_it() -> None:
    article = read_text(f"Source: The Morning Post\n\nHarbour strike enters its third week\n\n{BODY}")
    assert (article.outlet, article.headline) == ("The Morning Post", "Harbour strike enters its third week")


@pytest.mark.parametrize(
    "line", ["The Lysander Mail", "Lysander Courier", "Radio Sable", "El País", "BBC News", "The Sun"]
)
def test_names_of_outlets(line: str) -> None:
    assert outlet(line) == line


@pytest.mark.parametrize(
    "line", ["Harbour Strike", "Minister to Dockers: Return", "Oil Spill 2031 Times", "The long goodbye", "Ines Calder"]
)
def test_what_is_no_outlet(line: str) -> None:
    assert outlet(line) == ""


def test_units_are_lines_or_wrapped_paragraphs() -> None:
    assert [paragraph.text for paragraph in paragraphs("One\n\n  Two  \nThree")] == ["One", "Two", "Three"]
    wrapped = "\n".join(["word " * 14 + "word"] * 6)
    assert [len(paragraph.text) for paragraph in paragraphs(wrapped + "\n\n" + wrapped)] == [len(wrapped), len(wrapped)]


def test_labels_before_what_a_clip_says_of_itself_are_no_part_of_it() -> None:
    head = "Title: Harbour strike goes on\nAuthor: Ines Calder\nSource: The Lysander Mail\nDate: 2031-05-03\n"
    article = read_text(f"{head}URL: https://mail.example/harbour/1\n\n{BODY}")
    assert (article.headline, article.byline, article.outlet, article.published) == (
        "Harbour strike goes on", "Ines Calder", "The Lysander Mail", "2031-05-03",
    )  # fmt: skip
    assert (article.url, article.dateline) == ("https://mail.example/harbour/1", "")


@pytest.mark.parametrize(
    ("line", "byline", "outlet"),
    [
        ("Ines Calder | The Lysander Mail | 3 May 2031", "Ines Calder", "The Lysander Mail"),
        ("By INES CALDER May 3, 2031", "INES CALDER", ""),
        ("The Lysander Mail Saturday, 3 May 2031", "", "The Lysander Mail"),
        ("Ines Calder, Harbour correspondent\n@inescalder\n3 May 2031", "Ines Calder", ""),
    ],
)
def test_who_stands_beside_a_date(line: str, byline: str, outlet: str) -> None:
    article = read_text(f"Harbour strike goes on\n{line}\n\n{BODY}")
    assert (article.byline, article.outlet, article.published) == (byline, outlet, "2031-05-03")
    assert all(one in article.boilerplate[0].of(article.text) for one in line.split("\n"))


def test_an_address_below_the_text_is_not_that_of_the_article() -> None:
    assert read_text(f"Harbour strike goes on\n\n{BODY}\nhttps://mail.example/other\n").url == ""
