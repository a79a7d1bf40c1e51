"""What agencies send: headline, byline, dateline, version, embargo, and word that an item was withdrawn."""

import json
from pathlib import Path

import pytest

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import ImportOptions, contents_of
from reader.importing.file_signatures import module_of
from reader.importing.newswire import newsml, ninjs, nitf, telex
from reader.importing.newswire.status import moment
from reader.notices import NoticeKind, notice

BODY = (
    "<p>A crane fell on the northern quay on Tuesday and hurt <em>four</em> dockers, the harbour office said.</p>"
    "<p>“We ran,” said shift leader Ines Calder.</p>"
)
TEXT = (
    "A crane fell on the northern quay on Tuesday and hurt four dockers, the harbour office said.\n\n"
    "“We ran,” said shift leader Ines Calder."
)
OPTIONS = ImportOptions()


def only(found: object) -> Article:
    [article] = found  # type: ignore[misc]
    assert isinstance(article, Article)
    return article


def g2(meta: str = "", content: str = "", version: str = "1", inside: str = "") -> bytes:
    inside = inside or f'<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>{BODY}</body></html></inlineXML>'
    return (
        f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="{version}" xml:lang="en-GB">'
        f"<itemMeta><provider><name>Lysander News Agency</name></provider>"
        f"<firstCreated>2031-05-06T08:30:00+02:00</firstCreated>{meta}</itemMeta><contentMeta>"
        f"<headline>Crane falls in the port</headline><by>By Tom Reed</by><dateline>LYSANDER, May 6 (LNA)</dateline>"
        f"{content}</contentMeta><contentSet>{inside}</contentSet></newsItem>"
    ).encode()


def test_newsml_g2() -> None:
    article = only(newsml.read(g2(), "a.xml", OPTIONS))
    assert article.text == f"Crane falls in the port\n\n{TEXT}\n"
    assert (article.headline, article.byline, article.outlet) == (
        "Crane falls in the port", "Tom Reed", "Lysander News Agency",
    )  # fmt: skip
    assert (article.dateline, article.published, article.language) == (
        "LYSANDER, May 6 (LNA)", "2031-05-06T08:30+02:00", "en",
    )  # fmt: skip
    assert article.notices == ()


@pytest.mark.parametrize(
    ("meta", "version", "told"),
    [
        ('<pubStatus qcode="stat:usable"/>', "1", None),
        ('<pubStatus qcode="stat:canceled"/>', "1", notice(NoticeKind.KILLED, text="canceled")),
        (
            '<pubStatus qcode="stat:withheld"/><edNote>Killed: the crane stands.</edNote>', "1",
            notice(NoticeKind.KILLED, text="Killed: the crane stands."),
        ),
        (
            "<embargoed>2031-05-07T06:00:00Z</embargoed>", "1",
            notice(NoticeKind.EMBARGO, until="2031-05-07T06:00+00:00"),
        ),
        (
            "<edNote>Corrects number of hurt.</edNote>", "1",
            notice(NoticeKind.CORRECTION, text="Corrects number of hurt."),
        ),
        ("<edNote>Adds quotes.</edNote>", "3", notice(NoticeKind.VERSION, version="3")),
    ],
)  # fmt: skip
def test_what_an_agency_says_of_an_item(meta: str, version: str, told: object) -> None:
    assert only(newsml.read(g2(meta, version=version), "a.xml", OPTIONS)).notices == ((told,) if told else ())


def test_a_later_version_has_the_time_of_its_change() -> None:
    meta = "<versionCreated>2031-05-06T10:00:00+02:00</versionCreated>"
    assert only(newsml.read(g2(meta, version="2"), "a.xml", OPTIONS)).updated == "2031-05-06T10:00+02:00"


def test_a_headline_under_the_headline_is_the_standfirst() -> None:
    under = '<headline role="hld:subHeadline">Four dockers hurt</headline>'
    article = only(newsml.read(g2(content=under), "a.xml", OPTIONS))
    assert (article.headline, article.standfirst) == ("Crane falls in the port", "Four dockers hurt")


def test_plain_text_within_newsml() -> None:
    inside = '<inlineData contenttype="text/plain">First.\n\nSecond.</inlineData>'
    assert only(newsml.read(g2(inside=inside), "a.xml", OPTIONS)).text.endswith("First.\n\nSecond.\n")


def test_a_message_of_several_items_with_a_picture_among_them() -> None:
    picture = '<newsItem><itemMeta/><contentSet><remoteContent href="a.jpg"/></contentSet></newsItem>'
    data = b"<newsMessage><itemSet>" + g2() + picture.encode() + g2() + b"</itemSet></newsMessage>"
    found = list(newsml.read(data, "a.xml", OPTIONS))
    assert [one.path for one in found if isinstance(one, Article)] == ["1", "2"]


def test_a_picture_is_no_article() -> None:
    with pytest.raises(ImportFailure, match="no text"):
        list(newsml.read(g2(inside='<remoteContent href="a.jpg"/>'), "a.xml", OPTIONS))


def older(status: str = "Usable", more: str = "", data: str = BODY) -> bytes:
    return (
        "<NewsML><NewsItem><Identification><NewsIdentifier><RevisionId>2</RevisionId></NewsIdentifier></Identification>"
        f'<NewsManagement><FirstCreated>20310506T083000+0200</FirstCreated><Status FormalName="{status}"/>{more}'
        "</NewsManagement><NewsComponent><NewsLines><HeadLine>Crane falls in the port</HeadLine>"
        "<ByLine>By Tom Reed</ByLine><DateLine>LYSANDER, May 6 (LNA)</DateLine></NewsLines><AdministrativeMetadata>"
        '<Provider><Party FormalName="LNA"/></Provider></AdministrativeMetadata><NewsComponent><ContentItem>'
        f'<MediaType FormalName="Text"/><DataContent>{data}</DataContent></ContentItem></NewsComponent></NewsComponent>'
        "</NewsItem></NewsML>"
    ).encode()


def test_the_older_newsml() -> None:
    article = only(newsml.read(older(), "a.xml", OPTIONS))
    assert article.text == f"Crane falls in the port\n\n{TEXT}\n"
    assert (article.byline, article.outlet, article.published) == ("Tom Reed", "LNA", "2031-05-06T08:30+02:00")
    assert article.notices == (notice(NoticeKind.VERSION, version="2"),)


def test_an_embargo_and_a_kill_of_the_older_newsml() -> None:
    change = (
        '<StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20310507T060000Z</DateAndTime>'
        "</StatusWillChange>"
    )
    held = only(newsml.read(older("Embargoed", change), "a.xml", OPTIONS))
    assert held.notices[0] == notice(NoticeKind.EMBARGO, until="2031-05-07T06:00+00:00")
    assert only(newsml.read(older("Canceled"), "a.xml", OPTIONS)).notices[0].kind is NoticeKind.KILLED


def item(head: str = "", data: str = "") -> bytes:
    return (
        f'<nitf><head><title>Crane</title><docdata {data}><date.issue norm="20310506T083000+0200"/>{head}'
        '<doc.copyright holder="LNA"/></docdata><pubdata name="The Lysander Mail"/></head><body><body.head><hedline>'
        "<hl1>Crane falls in the port</hl1><hl2>Four dockers hurt</hl2></hedline><byline>By <person>Tom Reed</person>"
        "<byttl>Staff Writer</byttl></byline><dateline><location>Lysander</location></dateline></body.head>"
        f"<body.content><block>{BODY}<media><media-caption>The crane.</media-caption></media></block></body.content>"
        "</body></nitf>"
    ).encode()


def test_nitf() -> None:
    article = only(nitf.read(item(), "a.xml", OPTIONS))
    assert article.text == f"Crane falls in the port\n\nFour dockers hurt\n\n{TEXT}\n"
    assert (article.standfirst, article.byline, article.outlet, article.published, article.dateline) == (
        "Four dockers hurt", "Tom Reed", "The Lysander Mail", "2031-05-06T08:30+02:00", "Lysander",
    )  # fmt: skip


def test_what_nitf_says_of_an_item() -> None:
    held = only(nitf.read(item('<date.release norm="20310507T060000Z"/>'), "a.xml", OPTIONS))
    assert held.notices == (notice(NoticeKind.EMBARGO, until="2031-05-07T06:00+00:00"),)
    killed = only(nitf.read(item(data='management-status="killed"'), "a.xml", OPTIONS))
    assert killed.notices == (notice(NoticeKind.KILLED, text="killed"),)


def wired(**fields: object) -> bytes:
    said = {"type": "text", "pubstatus": "usable", "language": "en-GB", "byline": "By Tom Reed", "source": "LNA"}
    return json.dumps({**said, **fields}).encode()


@pytest.mark.parametrize(
    "fields",
    [
        {"headline": "Crane falls in the port", "body_html": BODY, "firstcreated": "2031-05-06T06:30:00Z"},
        {"headline": "Crane falls in the port", "body_text": TEXT, "contentcreated": "2031-05-06T06:30:00Z"},
        {
            "headlines": [{"role": "sub", "value": "Four hurt"}, {"role": "main", "value": "Crane falls in the port"}],
            "bodies": [{"contenttype": "text/plain", "value": "x"}, {"contenttype": "text/html", "value": BODY}],
            "contentCreated": "2031-05-06T06:30:00Z",
        },
    ],
)
def test_the_versions_of_ninjs(fields: dict[str, object]) -> None:
    article = only(ninjs.read(wired(**fields), "a.json", OPTIONS))
    assert article.text.endswith(f"{TEXT}\n")
    assert (article.headline, article.byline, article.outlet, article.published) == (
        "Crane falls in the port", "Tom Reed", "LNA", "2031-05-06T06:30+00:00",
    )  # fmt: skip


def test_what_ninjs_says_of_an_item() -> None:
    fields = {"headline": "Crane", "body_html": BODY, "pubstatus": "canceled", "ednote": "Withdrawn: the crane stands."}
    assert only(ninjs.read(wired(**fields), "a.json", OPTIONS)).notices == (
        notice(NoticeKind.KILLED, text="Withdrawn: the crane stands."),
    )


SENT = (
    "\x01lna4711 3 i 60  lna 0045\r\n\r\nLysander/crane/\r\n\x02{head}Crane falls in the port\r\n"
    "By Tom Reed, lna =\r\n\r\n"
    "Lysander (lna) - A crane fell on the northern quay on Tuesday and hurt four\r\ndockers, the office said.\r\n"
    "\r\n“We ran,” said shift leader Ines Calder.\r\n\x03060630 GMT May 31\r\n\x7f\r\n\x7f\x04"
)


def test_iptc_7901() -> None:
    article = only(telex.read(SENT.format(head="1ST LEAD\r\n").encode(), "a.txt", OPTIONS))
    assert (article.headline, article.byline, article.outlet, article.published, article.dateline) == (
        "Crane falls in the port", "Tom Reed", "lna", "2031-05-06T06:30+00:00", "Lysander (lna)",
    )  # fmt: skip
    assert "on Tuesday and hurt four dockers" in article.text
    assert "\x01" not in article.text
    assert article.notices == (notice(NoticeKind.VERSION, version="1ST LEAD"),)


def test_several_items_over_one_line_and_a_kill_among_them() -> None:
    data = SENT.format(head="").encode() + SENT.format(head="MANDATORY KILL\r\n").encode()
    first, second = telex.read(data, "a.txt", OPTIONS)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.notices == ()
    assert second.notices[0].kind is NoticeKind.KILLED


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("EMBARGO: 7 May 2031, 06:00 GMT", "2031-05-07T06:00+00:00"),
        ("Sperrfrist: Mittwoch 0600", "Sperrfrist: Mittwoch 0600"),
    ],
)
def test_an_embargo_over_the_line(line: str, until: str) -> None:
    article = only(telex.read(SENT.format(head=f"{line}\r\n").encode(), "a.txt", OPTIONS))
    assert article.headline == "Crane falls in the port"
    assert article.notices == (notice(NoticeKind.EMBARGO, until=until),)


def test_anpa_1312() -> None:
    data = (
        "\x16\x16\x01a4711\x1f-----\r\nr i\x13\x11 BC-Lysander-Crane 2ndLd   05-06 0630\r\n"
        "\x02\x13^BC-Lysander-Crane, 2nd Ld,60<\r\n"
        "^Crane falls in the port<\r\n^Eds: Adds quotes.<\r\n^By TOM REED=\r\n^Lysander News=\r\n"
        "\t   LYSANDER (LN) _ A crane fell on Tuesday and\r\nhurt four, ``more or less,'' the office said.\r\n"
        "\t   It was late.\r\n\x03LN-NY-05-06-31 0630EDT<\r\n\x04"
    )
    article = only(telex.read(data.encode(), "a.txt", OPTIONS))
    assert article.text == (
        "Crane falls in the port\n\nLYSANDER (LN) — A crane fell on Tuesday and hurt four, “more or less,” the office "
        "said.\n\nIt was late.\n"
    )
    assert (article.byline, article.outlet, article.published) == (
        "TOM REED",
        "Lysander News",
        "2031-05-06T06:30-04:00",
    )
    assert article.notices == (notice(NoticeKind.VERSION, version="2nd Ld"),)


@pytest.mark.parametrize(
    ("data", "module"),
    [
        (b'<?xml version="1.0"?>\n<!-- a > b -->\n' + g2(), "newswire.newsml"), (older(), "newswire.newsml"),
        (b'<!DOCTYPE nitf SYSTEM "nitf.dtd">' + item(), "newswire.nitf"), (SENT.encode(), "newswire.telex"),
        (wired(body_html=BODY), "newswire.ninjs"), (b'{"text": "A crane fell."}', "plain_text"),
    ],
)  # fmt: skip
def test_the_first_bytes_tell_them(data: bytes, module: str) -> None:
    assert module_of(data, "plain_text") == module


def test_utf8_that_names_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(
        b'<?xml version="1.0" encoding="iso-8859-1"?>' + item().replace(b"Crane falls", "Café falls".encode())
    )
    assert contents_of(path).articles[0].headline == "Café falls in the port"


@pytest.mark.parametrize("data", [b"<nitf>", b"<nitf><body/></nitf>", b"<newsItem/>", b"<NewsML><NewsItem/></NewsML>"])
def test_an_item_without_a_text(data: bytes) -> None:
    read = nitf.read if b"nitf" in data else newsml.read
    try:
        found = list(read(data, "a.xml", OPTIONS))
    except ImportFailure as failure:
        found = [failure]
    assert [type(one) for one in found] == [ImportFailure]


@pytest.mark.parametrize(
    ("said", "iso"),
    [
        ("20310506T083000+0200", "2031-05-06T08:30+02:00"), ("20310506", "2031-05-06"),
        ("2031-05-06T08:30:00.125Z", "2031-05-06T08:30+00:00"), ("2031-05-06T08:30", "2031-05-06T08:30"),
        ("19700101T000000Z", ""), ("20311306", ""), ("", ""), (None, ""), ("6 May", ""),
    ],
)  # fmt: skip
def test_moments(said: str | None, iso: str) -> None:
    assert moment(said) == iso


def test_markup_that_an_item_holds_as_text_is_read_as_markup() -> None:
    shown = "&lt;div data-id='7'&gt;&lt;/div&gt;&lt;script src='x.js'&gt;&lt;/script&gt;"
    with_widget = item().replace(b"</block>", f"<p>{shown}</p></block>".encode())
    assert only(nitf.read(with_widget, "a.xml", OPTIONS)).text.endswith(f"{TEXT}\n")
    capitals = "<![CDATA[<P>A crane fell at the quay.</P><P>It rained.</P>]]>"
    told = only(newsml.read(older(data=capitals), "a.xml", OPTIONS))
    assert told.text.endswith("\n\nA crane fell at the quay.\n\nIt rained.\n")


def test_what_the_header_of_an_item_lists_is_no_text() -> None:
    listed = "<ul><li>Ports</li><li>Lysander</li></ul><time>6.5.2031 08:30</time>"
    body = f"<header>{listed}<h1>Crane falls in the port</h1></header><section>{BODY}<ul><li>Quay 4</li></ul></section>"
    page = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>'
    article = only(newsml.read(g2(inside=f"<inlineXML>{page}</inlineXML>"), "a.xml", OPTIONS))
    assert article.text == f"Crane falls in the port\n\n{TEXT}\n\nQuay 4\n"
