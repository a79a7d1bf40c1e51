"""Messages, mailboxes and saved pages: the letter itself, what is attached to it, and what is broken told by number."""

import base64
import email.policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import ImportOptions, mail, mailbox, read_file
from tests.samples.make import letter, packed, page, saved_page
from tests.samples.story import HEADLINE, OUTLET, PARAGRAPHS, TEXT

SHORT = "A crane fell at the quay on Tuesday."


def message(**fields: str) -> EmailMessage:
    made = EmailMessage(policy=email.policy.SMTP)
    for name, value in {"Subject": "Crane falls", "From": "Ana <a@c.example>", **fields}.items():
        made[name] = value
    return made


def found(data: bytes | EmailMessage) -> list[Article | ImportFailure]:
    data = data.as_bytes() if isinstance(data, EmailMessage) else data
    return list(mail.read(data, "a.eml", ImportOptions()))


def texts(data: bytes | EmailMessage) -> list[str]:
    return [one.text if isinstance(one, Article) else str(one) for one in found(data)]


def test_the_plain_part_goes_before_its_page() -> None:
    made = message()
    made.set_content(SHORT)
    made.add_alternative(f"<p>{SHORT}</p>", subtype="html")
    assert texts(made) == [f"Crane falls\n\n{SHORT}\n"]


def test_a_letter_that_is_only_a_page() -> None:
    made = message()
    made.set_content(page(), subtype="html")
    assert texts(made) == [TEXT]


def test_attachments_are_articles_of_their_own() -> None:
    made = message()
    made.set_content(SHORT)
    made.add_attachment(page().encode(), maintype="text", subtype="html", filename="../../page.html")
    made.add_attachment(packed({"in/b.txt": TEXT}), maintype="application", subtype="zip", filename="b.zip")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="c.png")
    assert [one.path for one in found(made) if isinstance(one, Article)] == ["", "page.html", "b.zip/in/b.txt"]


def test_a_forwarded_message() -> None:
    made = message()
    made.set_content(SHORT)
    inner = message(Subject=HEADLINE)
    inner.set_content("\n\n".join(PARAGRAPHS))
    made.add_attachment(inner)
    assert texts(made) == [f"Crane falls\n\n{SHORT}\n", TEXT]


def test_messages_in_messages_end_somewhere() -> None:
    made = message()
    made.set_content(SHORT)
    for _ in range(6):
        outer = message()
        outer.set_content(SHORT)
        outer.add_attachment(made)
        made = outer
    assert "too many archives deep" in texts(made)[-1]


def test_the_header_speaks_for_the_letter() -> None:
    [article] = found(letter())
    assert isinstance(article, Article)
    assert (article.headline, article.outlet, article.published) == (HEADLINE, OUTLET, "2031-05-06T08:30+02:00")


@pytest.mark.parametrize("charset", ["nonsense", "utf-8", "ascii"])
def test_a_letter_in_another_encoding_than_it_says(charset: str) -> None:
    data = f"Subject: Crane\nContent-Type: text/plain; charset={charset}\n\n".encode() + "A “crane” fell.".encode(
        "cp1252"
    )
    assert texts(data) == ["Crane\n\nA “crane” fell.\n"]


@pytest.mark.parametrize("data", [b"", b"\0\1\2", b"no header at all", b"Subject: x\n\n", b"Subject: x\n\n \n"])
def test_what_is_no_letter(data: bytes) -> None:
    with pytest.raises(ImportFailure):
        found(data)


@pytest.mark.parametrize(
    "header", ["Date: yesterday", "Date: Tue, 99 May 99999 08:30:00", "From: <<<>>>,,", "Subject: =?x?q?=??="]
)
def test_broken_headers(header: str) -> None:
    assert SHORT in texts(f"{header}\nTo: b@c.example\n\n{SHORT}\n".encode())[0]


def test_a_saved_page_without_its_page() -> None:
    with pytest.raises(ImportFailure, match="no text"):
        found(saved_page().replace(b"text/html", b"text/css"))


def test_a_broken_message_of_a_mailbox_is_one_failure() -> None:
    opening = b"From a@c.example Tue May  6 08:30:00 2031\n"
    data = (
        opening
        + letter()
        + b"\n"
        + opening
        + b"\n"
        + opening
        + b"Subject: Two\n\n>From here on, it rained.\nFrom here\n"
    )
    first, second, third = mailbox.read(data, "a.mbox", ImportOptions())
    assert isinstance(first, Article)
    assert str(second).startswith("a.mbox/2 ")
    assert isinstance(third, Article)
    assert third.text == "Two\n\nFrom here on, it rained.\nFrom here\n"
    assert (third.path, third.id) == ("3", "3")


def test_a_mailbox_without_messages() -> None:
    with pytest.raises(ImportFailure, match="damaged"):
        list(mailbox.read(b"Dear reader", "a.mbox", ImportOptions()))


LONG = "A crane fell at the quay on Tuesday and hurt four dockers, the harbour office said. " * 3


def test_of_alternatives_the_fuller_is_read() -> None:
    made = message(From="The Lysander Mail <news@mail.example>", Subject="Morning briefing")
    made.set_content("View this email in your browser: https://mail.example/v/1")
    made.add_alternative(f"<html><body><table><tr><td><p>{LONG}</p></td></tr></table></body></html>", subtype="html")
    [article] = found(made)
    assert isinstance(article, Article)
    assert article.text == f"Morning briefing\n\n{LONG.strip()}\n"
    assert article.outlet == "The Lysander Mail"


def test_the_parts_of_a_mixed_message_are_read_in_their_order() -> None:
    data = (
        b"Subject: Crane\nFrom: a@c.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
        b"Content-Type: text/html; charset=windows-1250\n\n<p>Jer\xe1b spadl.</p>\n--b\nContent-Type: text/plain; "
        b"charset=iso-8859-2\n\nPot\xe9 pr\xb9elo.\n--b--\n"
    )
    assert texts(data) == ["Crane\n\nJeráb spadl.\n\nPoté pršelo.\n"]


@pytest.mark.parametrize(
    ("joined", "lines", "text"),
    [
        ("no", "A crane \r\nfell.\r\n\r\n> They \r\n> ran.\r\n-- \r\nAna", "A crane fell.\n\nThey ran.\n-- \nAna"),
        ("yes", "It cost 5,8 \r\n00 crowns.\r\nAll of it.", "It cost 5,800 crowns.\nAll of it."),
    ],
)
def test_lines_that_flow_are_joined(joined: str, lines: str, text: str) -> None:
    head = f"Subject: Crane\r\nContent-Type: text/plain; charset=utf-8; format=flowed; delsp={joined}\r\n\r\n"
    assert texts((head + lines).encode()) == [f"Crane\n\n{text}\n"]


def test_a_message_that_apple_mail_keeps() -> None:
    data = letter()
    [article] = found(f"{len(data)}   \n".encode() + data + b'<?xml version="1.0"?><plist><dict/></plist>')
    assert isinstance(article, Article)
    assert article.text == TEXT


@pytest.mark.parametrize("said", ["Fwd: Crane falls", "Re: AW: Crane falls", "WG: Crane falls", "Crane falls"])
def test_a_subject_is_no_headline_with_the_signs_of_its_journey(said: str) -> None:
    made = message(Subject=said)
    made.set_content(SHORT)
    assert texts(made) == [f"Crane falls\n\n{SHORT}\n"]


def test_an_address_folded_in_a_header() -> None:
    address = b"https://courier.example/world/crane-falls"
    field = b"Snapshot-Content-Location: https://courier.example/"
    data = saved_page().replace(field + b"crane", field + b"world/\n crane-falls")
    data = data.replace(b'<link rel=3D"canonical"', b"<x").replace(b'<link rel="canonical"', b"<x")
    [article] = found(data)
    assert isinstance(article, Article)
    assert article.url in (address.decode(), "https://courier.example/crane")


def test_what_signs_a_message_takes_no_part_in_comparisons() -> None:
    made = message()
    made.set_content(f"{SHORT}\n\n-- \nThe newsdesk\nHarbour Post, Quay 4\n")
    (article,) = found(made)
    assert isinstance(article, Article)
    furniture = " ".join(span.of(article.text) for span in article.boilerplate)
    assert "newsdesk" in furniture
    assert "Quay 4" in furniture
    assert SHORT not in furniture


def test_a_rule_in_the_middle_of_a_message_ends_nothing() -> None:
    made = message()
    below = [f"Story {number}: a crane fell at quay {number}." for number in range(20)]
    made.set_content("\n\n".join((SHORT, "--", *below)))
    (article,) = found(made)
    assert isinstance(article, Article)
    assert not any("Story 3" in span.of(article.text) for span in article.boilerplate)


def test_a_subject_with_letters_that_its_encoding_has_not_is_read_as_browsers_would() -> None:
    """Programs write gb2312 and mean gbk, or no name of an encoding at all."""
    encoded = base64.b64encode("朱镕基出席".encode("gbk")).decode()
    [article] = found(f"From: Ana <a@c.example>\nSubject: =?gb2312?B?{encoded}?=\n\n{SHORT}\n".encode())
    assert isinstance(article, Article)
    assert article.headline == "朱镕基出席"
    raw = "Subject: Kran stürzt in den Hafen von Süderöög, für Tage gesperrt\n"
    [article] = found(b"From: Ana <a@c.example>\n" + raw.encode("cp1252") + f"\n{SHORT}\n".encode())
    assert isinstance(article, Article)
    assert article.headline == "Kran stürzt in den Hafen von Süderöög, für Tage gesperrt"


def test_a_message_below_an_empty_line_is_one(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"   \r\n" + letter())
    assert read_file(path).headline == HEADLINE
