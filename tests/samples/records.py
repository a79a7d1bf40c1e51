"""One invented article as the programs and services that researchers use write it."""

# ruff: noqa: E501 - a row of a table is one line

import csv
import io
import json
import zipfile
from collections.abc import Callable
from html import escape

HEADLINE = "Ferry with 212 on board runs aground"
OUTLET = "The Tidewater Review"
BYLINE = "Mara Quill, Pol Hender"
URL = "https://review.example/ferry"
DAY = "2031-05-06"
MOMENT = "2031-05-06T09:15:00+02:00"
PARAGRAPHS = (
    "A ferry with 212 passengers ran aground off Port Ansel early on Tuesday, and nobody was hurt, the coast guard & harbour office said.",
    "Nine boats took the passengers ashore in four hours; the last to leave was a cook with two cats.",
    "“The light on the mole was out,” said Captain Edda Lorn, who has sailed the line for 17 years.",
)
TEXT = "\n\n".join(PARAGRAPHS)
MARKUP = "".join(f"<p>{escape(one)}</p>" for one in PARAGRAPHS)
AUTHORS = ["Mara Quill", "Pol Hender"]
PEOPLE = [{"@type": "Person", "name": one} for one in AUTHORS]
_SPECIAL = {
    "headline": HEADLINE,
    "datePublished": MOMENT,
    "author": PEOPLE,
    "inLanguage": "en",
    "url": URL,
    "articleBody": TEXT,
}

JSON: dict[str, object] = {
    "plain": {"title": HEADLINE, "text": TEXT, "author": "Mara Quill; Pol Hender", "source": OUTLET, "date": DAY, "url": URL},
    "trafilatura": {"title": HEADLINE, "author": "Mara Quill; Pol Hender", "hostname": "review.example", "date": DAY, "raw_text": TEXT.replace("\n\n", " "),
                    "text": TEXT, "language": "en", "filedate": "2031-06-01", "source": URL, "source-hostname": OUTLET, "excerpt": "The light was out."},
    "newspaper": {"url": URL, "source_url": "https://review.example", "title": HEADLINE, "text": TEXT, "authors": AUTHORS, "publish_date": MOMENT,
                  "meta_site_name": OUTLET, "meta_lang": "en", "keywords": ["ferry"]},
    "news-please": {"authors": AUTHORS, "date_download": "2031-06-01 10:00:00", "date_publish": "2031-05-06 09:15:00", "maintext": TEXT, "text": None,
                    "title": HEADLINE, "url": URL, "source": OUTLET, "source_domain": "review.example", "language": "en"},
    "fundus": {"title": HEADLINE, "authors": AUTHORS, "publishing_date": MOMENT, "lang": "en", "html": {"requested_url": URL, "source_info": {"publisher": OUTLET}},
               "body": {"summary": [PARAGRAPHS[0]], "sections": [{"headline": [], "paragraphs": list(PARAGRAPHS[1:])}]}},
    "wallabag": [{"title": HEADLINE, "url": URL, "content": MARKUP, "published_at": MOMENT, "published_by": AUTHORS, "publisher": OUTLET, "created_at": "2031-06-01T00:00:00+0000"}],
    "json-feed": {"version": "https://jsonfeed.org/version/1.1", "title": OUTLET, "items": [
        {"id": "1", "url": URL, "title": HEADLINE, "content_html": MARKUP, "date_published": MOMENT, "authors": [{"name": one} for one in AUTHORS]}]},
    "json-ld": {"@context": "https://schema.org", "@type": "NewsArticle", **_SPECIAL, "publisher": {"@type": "Organization", "name": OUTLET}},
    "graph": {"@context": "https://schema.org", "@graph": [
        {"@type": "Organization", "@id": "#us", "name": OUTLET}, {"@type": "WebPage", "@id": URL, "name": "Home"},
        {"@type": ["NewsArticle"], **_SPECIAL, "author": [{"@id": "#mara"}, {"@id": "#pol"}], "publisher": {"@id": "#us"}},
        {"@type": "Person", "@id": "#mara", "name": AUTHORS[0]}, {"@type": "Person", "@id": "#pol", "name": AUTHORS[1]}]},
    "guardian": {"response": {"status": "ok", "results": [
        {"id": "world/ferry", "webTitle": HEADLINE, "webUrl": URL, "webPublicationDate": MOMENT, "sectionName": "World",
         "fields": {"headline": HEADLINE, "byline": "Mara Quill and Pol Hender".replace(" and ", "; "), "body": MARKUP, "bodyText": " ".join(PARAGRAPHS), "publication": OUTLET}}]}},
    "elasticsearch": {"took": 3, "hits": {"total": {"value": 1}, "hits": [{"_index": "news", "_source": {"title": HEADLINE, "content": TEXT, "source": OUTLET, "authors": AUTHORS, "date": DAY, "url": URL}}]}},
    "results": {"count": 1, "results": [{"title": HEADLINE, "text": TEXT, "source": {"name": OUTLET}, "authors": AUTHORS, "date": DAY, "link": URL}]},
    "articles": {"status": "ok", "articles": [{"title": f"{HEADLINE} - {OUTLET}", "content": TEXT, "source": {"id": None, "name": OUTLET}, "author": "Mara Quill; Pol Hender", "publishedAt": MOMENT, "url": URL}]},
    "nested": {"articles": {"page": 1, "results": [{"title": HEADLINE, "body": TEXT, "source": {"title": OUTLET, "uri": "review.example"}, "authors": [{"name": one} for one in AUTHORS], "date": DAY, "url": URL}]}},
    "by-columns": {"title": {"0": HEADLINE}, "text": {"0": TEXT}, "source": {"0": OUTLET}, "authors": {"0": AUTHORS}, "date": {"0": DAY}, "url": {"0": URL}},
    "split": {"columns": ["title", "text", "source", "authors", "date", "url"], "index": [0], "data": [[HEADLINE, TEXT, OUTLET, AUTHORS, DAY, URL]]},
    "by-key": {"a7": {"title": HEADLINE, "text": TEXT, "source": OUTLET, "authors": AUTHORS, "date": DAY, "url": URL}},
    "paragraphs": {"title": HEADLINE, "text": list(PARAGRAPHS), "source": OUTLET, "authors": AUTHORS, "date": DAY, "url": URL},
    "blocks": {"title": HEADLINE, "body": [{"type": "paragraph", "content": one} for one in PARAGRAPHS], "source": OUTLET, "authors": AUTHORS, "date": DAY, "url": URL},
    "other-names": {"Titel": HEADLINE, "Volltext": TEXT, "Zeitung": OUTLET, "Autor": AUTHORS, "Datum": "6. Mai 2031", "URL": URL},
    "seconds": {"title": HEADLINE, "text": TEXT, "source": OUTLET, "authors": AUTHORS, "date": 1935818100, "url": URL},
    "mongo": {"title": HEADLINE, "text": TEXT, "source": OUTLET, "authors": AUTHORS, "date": {"$date": MOMENT}, "url": URL},
    "comments": {"title": HEADLINE, "text": TEXT, "source": OUTLET, "authors": AUTHORS, "date": DAY, "url": URL, "comments": [{"text": "I was on it! " * 40}]},
}  # fmt: skip
"""What each program or service would write of the article."""

HEAD = ("id", "title", "publication", "author", "date", "url", "content")
ROW = ("1", HEADLINE, OUTLET, "Mara Quill; Pol Hender", DAY, URL, TEXT)


def table(sign: str) -> str:
    """A table with a row for the article."""
    out = io.StringIO()
    csv.writer(out, delimiter=sign).writerows([HEAD, ROW])
    return out.getvalue()


def sheet() -> bytes:
    """The same as a spreadsheet, its date a count of days."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strings = [*HEAD, *ROW[1:4], *ROW[5:]]
    shared = "".join(f"<si><t>{escape(one)}</t></si>" for one in strings)
    head = "".join(f'<c r="{chr(65 + n)}1" t="s"><v>{n}</v></c>' for n in range(7))
    row = '<c r="A2"><v>1</v></c>' + "".join(
        f'<c r="{c}2" t="s"><v>{n}</v></c>' for c, n in zip("BCD", range(7, 10), strict=True)
    )
    row += '<c r="E2"><v>47974</v></c>' + "".join(
        f'<c r="{c}2" t="s"><v>{n}</v></c>' for c, n in zip("FG", range(10, 12), strict=True)
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", f'<workbook xmlns="{space}"/>')
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{space}">{shared}</sst>')
        archive.writestr(
            "xl/worksheets/sheet1.xml",
            f'<worksheet xmlns="{space}"><sheetData><row><c r="A1" t="inlineStr"><is><t>Our list</t></is></c></row></sheetData></worksheet>',
        )
        archive.writestr(
            "xl/worksheets/sheet2.xml",
            f'<worksheet xmlns="{space}"><sheetData><row>{head}</row><row>{row}</row></sheetData></worksheet>',
        )
    return out.getvalue()


def evernote() -> str:
    """A note clipped from the page."""
    inner = f'<?xml version="1.0"?><!DOCTYPE en-note SYSTEM "http://xml.evernote.com/pub/enml2.dtd"><en-note>{MARKUP.replace("<p>", "<div>").replace("</p>", "</div>")}<en-media hash="00"/></en-note>'
    return (
        '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">'
        f"<en-export><note><title>{HEADLINE}</title><created>20310601T095500Z</created><note-attributes><source>web.clip</source><author>{BYLINE}</author>"
        f'<source-url>{URL}</source-url></note-attributes><content><![CDATA[{inner}]]></content><resource><data encoding="base64">{"QUJD" * 500}</data></resource></note></en-export>'
    )


def clipping() -> str:
    """A note that Obsidian's clipper made."""
    return (
        f'---\ntitle: "{HEADLINE}"\nsource: "{URL}"\nauthor:\n  - "[[Mara Quill]]"\n  - "[[Pol Hender]]"\npublished: {DAY}\ncreated: 2031-06-01\n'
        f'site: {OUTLET}\ntags:\n  - "clippings"\n---\n{PARAGRAPHS[0].replace("212", "==212==")}\n\n> [!quote]\n> {PARAGRAPHS[1]}\n\n{PARAGRAPHS[2]}\n\n%% ask her again %%\n'
    )


def tei() -> str:
    """The article as trafilatura writes it in TEI."""
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title type="main">{HEADLINE}</title><author>Mara Quill; Pol Hender</author>'
        f"</titleStmt><publicationStmt><publisher>{OUTLET}</publisher><date>{DAY}</date></publicationStmt><sourceDesc><biblFull><publicationStmt>"
        f'<ptr type="URL" target="{URL}"/></publicationStmt></biblFull></sourceDesc></fileDesc></teiHeader><text><body><div type="entry">{MARKUP}</div></body></text></TEI>'
    )


def own_xml() -> str:
    """The article as trafilatura writes it in XML of its own."""
    return f'<doc sitename="{OUTLET}" title="{HEADLINE}" author="Mara Quill; Pol Hender" date="{DAY}" source="{URL}" hostname="review.example" fingerprint="0"><main>{MARKUP}</main></doc>'


def ris(with_end: bool = True) -> str:
    """A reference with an abstract, as RIS."""
    end = "ER  - \n" if with_end else ""
    return f"\ufeffTY  - NEWS\nTI  - {HEADLINE}\nAU  - Quill, Mara\nAU  - Hender, Pol\nT2  - {OUTLET}\nDA  - 2031/05/06/\nPY  - 2031\nAB  - {PARAGRAPHS[0]}\nUR  - {URL}\nLA  - en\n{end}"


def rdf() -> str:
    """The same as Zotero's RDF, with an attachment and a note of the reader."""
    people = "".join(
        f"<rdf:li><foaf:Person><foaf:surname>{one.split()[1]}</foaf:surname><foaf:givenName>{one.split()[0]}</foaf:givenName></foaf:Person></rdf:li>"
        for one in AUTHORS
    )
    return (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<bib:Article rdf:about="{URL}"><z:itemType>newspaperArticle</z:itemType><dcterms:isPartOf><bib:Newspaper><dc:title>{OUTLET}</dc:title></bib:Newspaper></dcterms:isPartOf>'
        f"<bib:authors><rdf:Seq>{people}</rdf:Seq></bib:authors><dc:title>{HEADLINE}</dc:title><dcterms:abstract>{escape(PARAGRAPHS[0])}</dcterms:abstract><dc:date>{DAY}</dc:date></bib:Article>"
        '<z:Attachment rdf:about="#item_1"><z:itemType>attachment</z:itemType><dc:title>Snapshot</dc:title></z:Attachment><bib:Memo rdf:about="#item_2"><rdf:value>mine</rdf:value></bib:Memo></rdf:RDF>'
    )


def csl() -> str:
    """The same as CSL JSON."""
    people = [{"family": one.split()[1], "given": one.split()[0]} for one in AUTHORS]
    return json.dumps(
        [{"type": "article-newspaper", "title": HEADLINE, "container-title": OUTLET, "abstract": PARAGRAPHS[0], "URL": URL, "language": "en",
          "author": people, "issued": {"date-parts": [["2031", 5, 6]]}, "accessed": {"date-parts": [[2031, 6, 1]]}}]
    )  # fmt: skip


WHOLE: dict[str, Callable[[], str | bytes]] = {
    **{f"{name}.json": (lambda told=told: json.dumps(told)) for name, told in JSON.items()},  # type: ignore[misc]
    "table.csv": lambda: table(","),
    "semicolons.csv": lambda: table(";"),
    "table.tsv": lambda: table("\t"),
    "sheet.xlsx": sheet,
    "clipping.md": clipping,
    "trafilatura-tei.xml": tei,
    "trafilatura.xml": own_xml,
}
"""Files that hold the whole article."""

REFERENCES: dict[str, Callable[[], str]] = {
    "zotero.ris": ris,
    "unended.ris": lambda: ris(with_end=False),
    "zotero.rdf": rdf,
    "zotero.json": csl,
}
"""Files that hold an abstract of it."""
