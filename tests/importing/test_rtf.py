"""RTF: the words that are seen, in every alphabet, and nothing lost after a brace too many."""

import pytest

from reader.errors import ImportFailure
from reader.importing import ImportOptions, rtf
from reader.notices import NoticeKind, notice


def article(body: str):  # type: ignore[no-untyped-def]
    return rtf.read(f"{{\\rtf1\\ansi {body}}}".encode("latin-1"), "a.rtf", ImportOptions())


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"A crane\par fell.", "A crane\n\nfell.\n"),
        (r"{\deleted 14 }{\revised 19 }were hurt.", "19 were hurt.\n"),
        (r"\deleted 14\deleted0 19 were hurt.", "19 were hurt.\n"),
        (r"Four{\v hidden 99} were hurt.", "Four were hurt.\n"),
        (r"12{\super 3} were hurt on 10 m{\super 2}.", "12 were hurt on 10 m².\n"),
        (r"{\*\generator Some Writer;}{\header Confidential}A crane fell.", "A crane fell.\n"),
        (r"see {\field{\*\fldinst HYPERLINK a}{\fldrslt{the page}}} now.", "see the page now.\n"),
        (r"{\listtext 1.\tab}It fell.", "1. It fell.\n"),
        (r"It fell{\footnote At dawn.}, he said.", "It fell, he said.\n\nAt dawn.\n"),
        (r"It {\shp{\*\shpinst{\shptxt A box.\par}}{\shprslt A box.}}fell.", "It fell.\n\nA box.\n"),
        (r"\trowd\intbl North\cell 9\cell\row\pard It fell.", "North 9\n\nIt fell.\n"),
        (r"{\upr{Zloty}{\*\ud{Z\u322?oty}}} crane.", "Złoty crane.\n"),
        (r"A \u8220?crane\u8221? of \uc2\u20140\'bb\'f5.", "A “crane” of 京.\n"),
        (r"a \u55357?\u56832? face", "a 😀 face\n"),
        (r"{\listtext\tab \u8226 \tab}First: it fell.", "• First: it fell.\n"),
        (r"A \u8220\ldblquote crane\u8221\rdblquote  fell.", "A “crane” fell.\n"),
        (r"\trowd\pard North\cell 9\cell\row It fell.", "North 9\n\nIt fell.\n"),
        (r"{\info{\upr{\author A. Kr?l}{\*\ud{\author A. Kr\u243?l}}}}A crane fell.", "A crane fell.\n"),
        (r"\bin7 }}}}}}}A crane fell.", "A crane fell.\n"),
        (r"5\~000 men, twenty\_one, dock\-ers", "5\u00a0000 men, twenty-one, dock\u00aders\n"),
    ],
)
def test_what_is_seen(body: str, text: str) -> None:
    assert article(body).text.replace("5 000", "5\u00a0000") == text


def test_a_brace_too_many_ends_nothing() -> None:
    assert article(r"Four }were hurt.\par The quay }}is closed.").text == "Four were hurt.\n\nThe quay is closed.\n"


@pytest.mark.parametrize(
    ("head", "body", "text"),
    [
        (r"\ansicpg1251", r"\'cf\'ee\'f0\'f2 14", "Порт 14\n"),
        (r"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset238 B;}}", r"\f1 Z\'b3oty \f0 caf\'e9", "Złoty café\n"),
        (r"{\fonttbl{\f3\fcharset128 A;}}", r"{\f3 \'8d\'60} port", "港 port\n"),
        (r"{\fonttbl{\f3\fcharset2 Symbol;}}", r"8{\f3 \'b1}2 boats", "8±2 boats\n"),
    ],
)
def test_every_font_has_its_alphabet(head: str, body: str, text: str) -> None:
    assert article(head + body).text == text


def test_the_alphabet_of_old_macs() -> None:
    assert rtf.read(rb"{\rtf1\mac caf\'8e \'d2now\'d3}", "a.rtf", ImportOptions()).text == "café “now”\n"


def test_what_is_struck_through_is_told() -> None:
    found = article(r"{\strike Four of} five were hurt.")
    assert (found.text, found.notices) == ("five were hurt.\n", (notice(NoticeKind.STRUCK, n=2),))


def test_what_the_document_says_of_itself() -> None:
    info = r"{\info{\title Crane falls at the quay}{\author Ana Petrel}{\creatim\yr2031\mo5\dy6\hr8\min30}}"
    found = article(info + r"A crane fell on the northern quay.")
    assert (found.headline, found.byline, found.published) == (
        "Crane falls at the quay", "Ana Petrel", "2031-05-06T08:30",
    )  # fmt: skip


def test_an_author_written_twice_for_old_programs_is_named_once() -> None:
    found = article(r"{\info{\upr{\author Ana Kr?l}{\*\ud{\author Ana Kr\u243?l}}}}A crane fell.")
    assert (found.byline, found.text) == ("Ana Król", "A crane fell.\n")


@pytest.mark.parametrize("body", ["", r"{\pict 0102}", "}}}}", "{" * 50_000])
def test_a_document_without_words(body: str) -> None:
    with pytest.raises(ImportFailure, match="no text"):
        article(body)
