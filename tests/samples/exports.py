"""Exports of press archives as they lay them out, all with the same two invented articles."""

# ruff: noqa: E501 - what archives write in one line stands in one line

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from html import escape

import docx


@dataclass(frozen=True)
class Told:
    """What one of the two articles holds."""

    headline: str
    outlet: str
    byline: str
    day: str
    date: str  # as English papers write it
    european: str
    section: str
    page: str
    paragraphs: tuple[str, ...]


FERRY = Told(
    "Ferry with 212 on board runs aground",
    "The Tidewater Review",
    "Mara Quill",
    "2031-05-06",
    "May 6, 2031 Tuesday",
    "6 May 2031",
    "NEWS",
    "3",
    (
        "A ferry with 212 passengers ran aground off Port Ansel early on Tuesday, and nobody was hurt, the coast guard said.",
        "Nine boats took the passengers ashore in four hours; the last to leave was a cook with two cats.",
        "“The light on the mole was out,” said Captain Edda Lorn, who has sailed the line for 17 years.",
    ),
)
LIGHT = Told(
    "Harbour knew of broken light for weeks",
    "Lysander Gazette",
    "Pol Hender",
    "2031-05-08",
    "May 8, 2031 Thursday",
    "8 May 2031",
    "LOCAL",
    "11",
    (
        "The harbour office of Port Ansel was told three times in April that the light on the mole had failed.",
        "Repairs for 40,000 crowns were put off until the summer, according to letters that this paper has seen.",
    ),
)
BOTH = (FERRY, LIGHT)
CORRECTION = "An earlier version gave the number of passengers as 221."


def _wrapped(text: str, width: int = 78) -> str:
    import textwrap

    return "\n".join(textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False))


def nexis() -> str:
    """Nexis as it was: a sheet, then each document between its number and its rights."""
    pieces = [
        "\ufeff\n\nDownload Request: Selected Items: 1-2\nTime Of Request: Friday, May 9, 2031  10:02:11\n\nSend To:\n\n"
        "COLLEGE LIBRARY OF LYSANDER\n\n\nTerms: (ferry and mole)\n\n\nSource: Major Papers\nProject ID: None\n\n\n\n"
    ]
    for number, one in enumerate(BOTH, 1):
        body = "\n\n".join(map(_wrapped, one.paragraphs))
        correction = f"CORRECTION-DATE: May 9, 2031\n\nCORRECTION: {CORRECTION}\n\n" if number == 1 else ""
        pieces.append(
            f"{f'{number} of 2 DOCUMENTS':^78}\n\n\n\n{one.outlet:^78}\n\n{one.date:^78}\n\n{one.headline}\n\n"
            f"BYLINE: By {one.byline}\n\nSECTION: {one.section}; Pg. {one.page}\n\nLENGTH: 57 words\n\n{body}\n\n"
            f"LOAD-DATE: May 10, 2031\n\nLANGUAGE: ENGLISH\n\n{correction}PUBLICATION-TYPE: Newspaper\n\n\n"
            f"{f'Copyright 2031 {one.outlet} Ltd':^78}\n{'All Rights Reserved':^78}\n\n\n"
        )
    return "".join(pieces)


def nexis_first() -> str:
    """The oldest form: rights above, HEADLINE and BODY as fields."""
    pieces = []
    for number, one in enumerate(BOTH, 1):
        body = "\n\n".join(map(_wrapped, one.paragraphs))
        pieces.append(
            f"\n\n{f'{number} of 2 DOCUMENTS':^78}\n\n{f'Copyright 2031 {one.outlet} Company':^78}\n{one.outlet:^78}\n\n"
            f"{one.date:^78}\n{'Late Edition - Final':^78}\n\nSECTION: {one.section}; Pg. {one.page}\n\nLENGTH: 57 words"
            f"\n\nHEADLINE: {one.headline}\n\nBYLINE: By {one.byline}\n\nBODY:\n\n{body}\n\nGRAPHIC: Map of the coast\n\n"
            f"LOAD-DATE: May 10, 2031\n"
        )
    return "".join(pieces)


def nexis_german() -> str:
    """The labels and the count in German."""
    pieces = []
    for number, one in enumerate(BOTH, 1):
        day, month = int(one.day[8:]), "Mai"
        body = "\n\n".join(map(_wrapped, one.paragraphs))
        pieces.append(
            f"\n\n{f'Dokument {number} von 2':^78}\n\n{one.outlet:^78}\n\n{f'Dienstag {day}. {month} 2031':^78}\n\n{one.headline}"
            f"\n\nAUTOR: Von {one.byline}\n\nRUBRIK: {one.section}; S. {one.page}\n\nLÄNGE: 57 Wörter\n\n{body}\n\n"
            f"UPDATE: 10. Mai 2031\n\nSPRACHE: ENGLISH; ENGLISCH\n\nPUBLICATION-TYPE: Zeitung\n\n"
            f"{f'Copyright 2031 {one.outlet}':^78}\n{'Alle Rechte Vorbehalten':^78}\n"
        )
    return "".join(pieces)


def nexis_page() -> str:
    """The same saved as a page."""
    pieces = ["<HTML><HEAD><TITLE>&nbsp;</TITLE><STYLE>.c0 { color: red; }</STYLE></HEAD><BODY>"]
    for number, one in enumerate(BOTH, 1):
        body = "".join(f'<P CLASS="c9"><SPAN CLASS="c2">{escape(told)}</SPAN></P>' for told in one.paragraphs)
        pieces.append(
            f'<A NAME="DOC_ID_0_{number}"></A><BR><DIV CLASS="c0"><P><SPAN>{number} of 2 DOCUMENTS</SPAN></P></DIV>'
            f'<BR><DIV CLASS="c3"><P><SPAN>{one.outlet}</SPAN></P></DIV>'
            f'<BR><DIV CLASS="c3"><P><SPAN CLASS="c4">{one.date.split()[0]}</SPAN><SPAN> {one.date.split(" ", 1)[1]}<BR>'
            f"Final Edition</SPAN></P></DIV>"
            f'<BR><DIV CLASS="c5"><P><SPAN CLASS="c7">{one.headline}</SPAN></P></DIV>'
            f'<BR><DIV CLASS="c5"><P><SPAN CLASS="c8">BYLINE: </SPAN><SPAN>By {one.byline}</SPAN></P></DIV>'
            f'<BR><DIV CLASS="c5"><P><SPAN CLASS="c8">SECTION: </SPAN><SPAN>{one.section}; Pg. {one.page}</SPAN></P></DIV>'
            f'<BR><DIV CLASS="c5"><P><SPAN CLASS="c8">LENGTH: </SPAN><SPAN>57 words</SPAN></P></DIV>'
            f'<BR><DIV CLASS="c5">{body}</DIV>'
            f'<BR><DIV CLASS="c5"><P><SPAN CLASS="c8">LOAD-DATE: </SPAN><SPAN>May 10, 2031</SPAN></P></DIV>'
            f'<BR><DIV CLASS="c3"><P><SPAN>Copyright 2031 {one.outlet}<BR>All Rights Reserved</SPAN></P></DIV>'
        )
    return "".join([*pieces, "</BODY></HTML>"])


def uni_lines() -> list[str]:
    """Nexis Uni, line by line."""
    lines = [
        "Date and Time: Friday, 9. May 2031 10:02:00 CEST", "Job Number: 00000001", "Documents (2)",
        f"1. {FERRY.headline}", "Client/Matter: -None-", "Search Terms: ferry", "Search Type: Natural Language",
        f"2. {LIGHT.headline}", "Client/Matter: -None-", "Search Terms: ferry",
    ]  # fmt: skip
    for one in BOTH:
        lines += [
            one.headline, one.outlet, one.date, f"Copyright 2031 {one.outlet} All Rights Reserved",
            f"Section:\xa0{one.section}; Pg. {one.page}", "Length:\xa057 words", f"Byline:\xa0By {one.byline}", "Body",
            *one.paragraphs, "Graphic", "A ferry and two cats", "Classification", "Language:\xa0ENGLISH",
            "Publication-Type:\xa0Newspaper", "Subject:\xa0FERRIES (90%)", "Load-Date:\xa0May 10, 2031", "End of Document",
        ]  # fmt: skip
    return lines


def uni() -> bytes:
    """Nexis Uni as a Word document."""
    made = docx.Document()
    for line in uni_lines():
        made.add_paragraph(line)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def rtf(lines: Sequence[str]) -> bytes:
    """Lines as an RTF document."""

    def sign(c: str) -> str:
        return f"\\{c}" if c in "\\{}" else c if ord(c) < 128 else f"\\u{ord(c)}?"

    told = "\\par\n".join("".join(map(sign, line)) for line in lines)
    return f"{{\\rtf1\\ansi\\ansicpg1252{{\\fonttbl{{\\f0 Arial;}}}}\\f0 {told}\\par}}".encode("ascii")


def _factiva(one: Told, number: int) -> list[tuple[str, list[str]]]:
    return [
        ("SE", [one.section]), ("HD", [one.headline]), ("BY", [f"By {one.byline}"]), ("WC", ["57 words"]),
        ("PD", [one.european]), ("SN", [one.outlet]), ("SC", ["TIDREV"]), ("PG", [one.page]), ("LA", ["English"]),
        ("CY", [f"(c) 2031 {one.outlet} Ltd"]), ("LP", [one.paragraphs[0]]), ("TD", list(one.paragraphs[1:])),
        ("NS", ["gship : Shipping | gcat : Political/General News"]), ("RE", ["ansel : Port Ansel"]),
        ("PUB", ["Tidewater Media"]), ("AN", [f"Document TIDREV0020310506e556{number:05}"]),
    ]  # fmt: skip


def factiva_page() -> str:
    """Factiva as a page, with the codes of the fields."""
    pieces = []
    for number, one in enumerate(BOTH, 1):
        rows = []
        for code, said in _factiva(one, number):
            inner = "".join(f'<p class="articleParagraph enarticleParagraph">{escape(told)}</p>' for told in said)
            value = inner if code in ("LP", "TD") else escape(said[0])
            rows.append(f'<tr><td class="index"><b>{code}</b>&nbsp;</td><td>{value}</td></tr>')
        pieces.append(f'<div class="article enArticle"><table>{"".join(rows)}</table><br/></div><br/>')
    told = "".join(pieces)
    return f"<html><head><title>Factiva</title></head><body><h1>Factiva</h1><form>{told}</form>© 2031 Factiva, Inc.</body></html>"


def factiva_plain_page() -> str:
    """Factiva as a page, without codes."""
    pieces = []
    for number, one in enumerate(BOTH, 1):
        body = "".join(f'<p class="articleParagraph enarticleParagraph">{escape(told)}</p>' for told in one.paragraphs)
        pieces.append(
            f'<div class="article enArticle"><p></p><div>{one.section}</div><div id="hd"><b class="enHeadline">{one.headline}</b>'
            f'</div><div class="author">By {one.byline}</div><div>57 words</div><div>{one.european}</div>'
            f"<div>{one.outlet}</div><div>TIDREV</div><div>{one.page}</div><div>English</div><div>© 2031 {one.outlet}</div>"
            f"{body}<p>Tidewater Media</p><p>Document TIDREV0020310506e556{number:05}</p></div>"
        )
    return f"<html><head><title>Factiva</title></head><body>{''.join(pieces)}<table><tr><td>Search summary</td></tr></table></body></html>"


def factiva_coded_lines() -> list[str]:
    """Factiva with codes on lines of their own."""
    lines = []
    for number, one in enumerate(BOTH, 1):
        for code, said in _factiva(one, number):
            lines += [code, *said]
    return [*lines, "Search Summary", "Text", "ferry", "Results Found", "2", "Timestamp", "9 May 2031 10:02"]


def factiva_tabbed_lines() -> list[str]:
    """Factiva with codes in front of the fields."""
    lines = []
    for number, one in enumerate(BOTH, 1):
        for code, said in _factiva(one, number):
            lines += [f"{code} {said[0]}", *said[1:]]
    return lines


def factiva_plain_lines() -> list[str]:
    """Factiva without codes."""
    lines = []
    for number, one in enumerate(BOTH, 1):
        lines += [
            one.headline, f"By {one.byline}", "57 words", one.european, "09:15", one.outlet, "TIDREV", one.page, "English",
            f"(c) 2031 {one.outlet} Ltd", *one.paragraphs, f"Document TIDREV0020310506e556{number:05}",
            f"Page {number} of 2 © 2031 Factiva, Inc. All rights reserved.",
        ]  # fmt: skip
    return [*lines, "Search Summary", "Text", "ferry", "Timestamp", "9 May 2031 10:02"]


def factiva_xml() -> str:
    """Factiva as XML."""
    pieces = []
    for number, one in enumerate(BOTH, 1):
        first, *rest = (f"<paragraph>{escape(told)}</paragraph>" for told in one.paragraphs)
        pieces.append(
            f"<ppsarticle><article><accessionNo>TIDREV0020310506e556{number:05}</accessionNo><baseLanguage>EN</baseLanguage>"
            f"<byline>By {one.byline}</byline><headline><paragraph><hlt>{one.headline.split()[0]}</hlt> "
            f"{one.headline.split(' ', 1)[1]}</paragraph></headline><leadParagraph>{first}</leadParagraph>"
            f"<pages>{one.page}</pages><publicationDate><date>{one.day}</date></publicationDate>"
            f"<modificationDate><date>2031-06-01</date></modificationDate><sectionName>{one.section}</sectionName>"
            f"<sourceName>{one.outlet}</sourceName><tailParagraphs>{''.join(rest)}</tailParagraphs></article></ppsarticle>"
        )
    return (
        '<?xml version="1.0" encoding="utf-8"?><PPSResponse><ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0">'
        f'<ppsarticleResultSet count="2">{"".join(pieces)}</ppsarticleResultSet></ppsArticleResponse></PPSResponse>'
    )


def europresse() -> str:
    """Europresse as it is now."""
    pieces = []
    for one in BOTH:
        day = f"mardi {int(one.day[8:])} mai 2031"
        body = "".join(f"<p>{escape(told)}</p>" for told in one.paragraphs)
        pieces.append(
            f'<article><header><div><span class="DocPublicationName">{one.outlet}   </span></div>'
            f'<div><span class="DocHeader">{one.section}, {day}, p. {one.page}</span></div><div class="titreArticle">'
            f'<p class="sm-margin-bottom">MER</p><p class="titreArticleVisu">{one.headline}</p></div><div>{one.byline}</div>'
            f'</header><section><div class="DocText"><div class="docOcurrContainer">{body}</div></div></section><aside><div>'
            f"<b>Note(s) : </b></div></aside><footer><small>© 2031 {one.outlet}. Tous droits réservés.</small><p>Numéro de "
            f"document : news·20310506·TR·0001</p><div>Ce certificat est émis à <b>Exemple</b>. Date d'émission : "
            f"<b>2031-09-01</b></div></footer></article>"
        )
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{"".join(pieces)}</body></html>'


def europresse_before() -> str:
    """Europresse as it was: tables and line breaks."""
    pieces = []
    for one in BOTH:
        body = "<p></p>".join(map(escape, one.paragraphs))
        pieces.append(
            f'<table><tr><td><span class="DocPublicationName">{one.outlet}, no. 5968</span><br><span class="DocHeader">'
            f'{one.section}, </span><span class="DocHeader">mardi </span><span class="DocHeader">{int(one.day[8:])} mai 2031'
            f'</span><span class="DocHeader">, p. {one.page}</span><br><br><span class="TitreArticleVisu">{one.headline}</span>'
            f"<br><br>{one.byline}<br><p></p>{body}<p></p><b><i>© 2031 {one.outlet}. Tous droits réservés.</i></b><p></p>"
            f"Numéro de document : news·20310506·TR·1<br><table><tr><td>Date d'émission : <b>2031-10-05</b></td></tr></table>"
            f"</td></tr></table><p><br>"
        )
    return f"<html><head></head><body>{''.join(pieces)}</body></html>"


def proquest_lines() -> list[str]:
    """ProQuest, a line a field."""
    lines = []
    for number, one in enumerate(BOTH, 1):
        family, given = one.byline.split()[1], one.byline.split()[0]
        month_first = f"May {int(one.day[8:])}, 2031"
        lines += [
            "_" * 60, f"Document {number} of 2", one.headline, f"Author: {family}, {given}",
            f"Publication info: {one.outlet} ; Port Ansel [Port Ansel]{one.european}: A.{one.page}.",
            f"https://library.example/login?url=https://www.proquest.com/docview/{number}00000",
            "Abstract: None available.", "Links: Find it here", f"Full text: {one.paragraphs[0]}", *one.paragraphs[1:],
            "Subject: Ferries; Lighthouses", f"Title: {one.headline}", f"Publication title: {one.outlet}; Port Ansel",
            f"First page: {one.page}", "Publication year: 2031", f"Publication date: {month_first}", f"Section: {one.section}",
            "Publisher: Tidewater Media", "ISSN: 00000000", "Language of publication: English", "Document type: News",
            f"ProQuest document ID: {number}00000", f"Document URL: https://www.proquest.com/docview/{number}00000",
            f"Copyright: Copyright 2031 {one.outlet}", "Last updated: 2031-06-01", "Database: Coastal Newsstand",
        ]  # fmt: skip
    return [*lines, "_" * 60, "Contact us at: http://about.proquest.com", "Database copyright © 2031 ProQuest LLC."]


def proquest() -> str:
    """ProQuest as text."""
    return "\n\n".join(proquest_lines())


def proquest_page() -> str:
    """ProQuest as a page."""
    pieces = [
        "<html><head><title>ProQuest Export</title></head><body><p>All documents are reproduced with permission.</p>"
    ]
    for line in proquest_lines()[:-3]:
        label, colon, said = line.partition(": ")
        shown = f"<strong>{escape(label)}: </strong>{escape(said)}" if colon and len(label) < 30 else escape(line)
        pieces.append('<a name="DocID_MSTAR_1"></a><hr>' if line.startswith("_") else f"<p>{shown}</p>")
    return "".join([*pieces, "</body></html>"])


def proquest_mail() -> bytes:
    """ProQuest as it sends it."""
    message = EmailMessage()
    message["Subject"], message["From"] = "Your ProQuest Research", "ProQuest <noreply@proquest.example>"
    message["Date"] = "Fri, 09 May 2031 10:02:00 +0200"
    message.set_content(
        proquest_page().replace("All documents", "John sent you the following: All documents"), subtype="html"
    )
    return message.as_bytes()


FILES: dict[str, Callable[[], str | bytes]] = {
    "nexis.TXT": nexis,
    "nexis-first.txt": nexis_first,
    "nexis-german.txt": nexis_german,
    "nexis.rtf": lambda: rtf(nexis().replace("\ufeff", "").split("\n")),
    "nexis.html": nexis_page,
    "nexis-uni.docx": uni,
    "nexis-uni.rtf": lambda: rtf(uni_lines()),
    "nexis-uni.txt": lambda: "\n".join(uni_lines()),
    "factiva.html": factiva_page,
    "factiva-plain.html": factiva_plain_page,
    "factiva.rtf": lambda: rtf(factiva_coded_lines()),
    "factiva-tabbed.rtf": lambda: rtf(factiva_tabbed_lines()),
    "factiva-plain.rtf": lambda: rtf(factiva_plain_lines()),
    "factiva.xml": factiva_xml,
    "europresse.html": europresse,
    "europresse-before.HTML": europresse_before,
    "proquest.txt": proquest,
    "proquest.html": proquest_page,
    "proquest.rtf": lambda: rtf(proquest_lines()),
    "proquest.eml": proquest_mail,
}
"""Each kind of file that an archive gives out."""
