"""Messages of Outlook: the fuller of their bodies, the page hidden in RTF, what is attached, and what is broken."""

import compressed_rtf
import pytest

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import ImportOptions, outlook
from reader.importing.rtf_markup import markup_in
from tests.samples.compound import Streams, compound
from tests.samples.make import page
from tests.samples.story import TEXT

SAID = "A crane fell at the quay on Tuesday and hurt four dockers, the harbour office said."


def wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def made(**streams: "bytes | Streams") -> bytes:
    named = {name if name.startswith("__") else f"__substg1.0_{name[1:]}": value for name, value in streams.items()}
    return compound({"__properties_version1.0": bytes(32), "__substg1.0_0037001F": wide("FW: Crane falls"), **named})


def found(data: bytes) -> list[Article | ImportFailure]:
    return list(outlook.read(data, "a.msg", ImportOptions()))


def texts(data: bytes) -> list[str]:
    return [one.text if isinstance(one, Article) else str(one) for one in found(data)]


def test_the_plain_text() -> None:
    assert texts(made(_1000001F=wide(f"{SAID}\r\n\r\nIt rained."))) == [f"Crane falls\n\n{SAID}\n\nIt rained.\n"]


def test_old_messages_have_letters_of_one_byte() -> None:
    assert texts(made(_1000001E="Šest lidí bylo zraněno, uvedl přístav.".encode("cp1250"))) == [
        "Crane falls\n\nŠest lidí bylo zraněno, uvedl přístav.\n"
    ]


def test_the_page_is_read_where_it_says_more() -> None:
    html = f"<html><body><p>{SAID}</p><p>It rained.</p></body></html>".encode()
    assert texts(made(_10130102=html, _1000001F=wide("View online"))) == [f"Crane falls\n\n{SAID}\n\nIt rained.\n"]


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        (rb"{\rtf1\ansi A crane fell at the quay.\par It rained.}", "A crane fell at the quay.\n\nIt rained."),
        (
            rb"{\rtf1\ansi\ansicpg1252\fromhtml1{\*\htmltag <html><body><p>}\htmlrtf\b \htmlrtf0 A caf\'e9 "
            rb"{\*\htmltag <b>}fell\'85{\*\htmltag </b></p><p>}\u8220?Run\u8221?, they said."
            rb"{\*\htmltag </p></body></html>}}",
            "A café fell…\n\n“Run”, they said.",
        ),
    ],
)
def test_a_body_packed_in_rtf(rtf: bytes, text: str) -> None:
    assert texts(made(_10090102=compressed_rtf.compress(rtf))) == [f"Crane falls\n\n{text}\n"]


def test_letters_for_old_programs_in_a_page_packed_in_rtf() -> None:
    page = rb"{\rtf1\fromhtml1{\*\htmltag <p>}A {\uc0\u8220}crane{\uc0\u8221} fell: {\u233 }t\u233?.{\*\htmltag </p>}}"
    assert "A “crane” fell: été." in markup_in(page)


def test_rtf_that_was_no_page_hides_none() -> None:
    assert markup_in(rb"{\rtf1 A crane fell.}") == ""


def attached(data: bytes, name: str) -> Streams:
    return {"__substg1.0_37010102": data, "__substg1.0_3707001F": wide(name)}


def test_what_is_attached() -> None:
    inner: Streams = {
        "__properties_version1.0": bytes(24), "__substg1.0_0037001F": wide("Statement"),
        "__substg1.0_1000001F": wide(SAID),
    }  # fmt: skip
    data = made(
        _1000001F=wide("See below."),
        **{
            "__attach_version1.0_#00000000": attached(page().encode(), "../p.html"),
            "__attach_version1.0_#00000001": {"__substg1.0_3701000D": inner},
            "__attach_version1.0_#00000002": attached(b"\x89PNG", "a.png"),
        },
    )  # fmt: skip
    assert texts(data) == ["Crane falls\n\nSee below.\n", TEXT, f"Statement\n\n{SAID}\n"]


@pytest.mark.parametrize("data", [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", compound({"a": b"x"}), made()])
def test_what_is_no_message(data: bytes) -> None:
    with pytest.raises(ImportFailure):
        found(data)
