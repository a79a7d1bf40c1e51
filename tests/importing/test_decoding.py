"""The encoding is found and nothing is altered."""

import codecs

import pytest

from reader.errors import ImportFailure
from reader.importing import ImportOptions, plain_text
from reader.importing.decoding import decode, decode_page, decoded, python_name
from reader.notices import NoticeKind, notice

ENGLISH = (
    "The ferry’s captain – a man of 58 – said: “We had no time.”\nNobody was hurt, a café said. It cost €2m.\n" * 3
)
RUSSIAN = "Паром сел на мель у мыса Оррин в понедельник. На борту было 212 человек, сообщила береговая охрана.\n" * 5
GREEK = "Ένα πλοίο με 212 επιβάτες προσάραξε τη Δευτέρα κοντά στο ακρωτήριο, ανακοίνωσε το λιμενικό σώμα.\n" * 5


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, GREEK])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
def test_unicode_encodings_with_and_without_mark(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF16_LE, "utf-16-le")],
)
def test_byte_order_marks_are_dropped(mark: bytes, encoding: str) -> None:
    assert decoded(mark + ENGLISH.encode(encoding), "a.txt") == ENGLISH


def test_windows_western() -> None:
    assert decoded(ENGLISH.encode("cp1252"), "a.txt") == ENGLISH


@pytest.mark.parametrize(("text", "encoding"), [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (GREEK, "cp1253")])
def test_older_alphabets_are_guessed(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_become_line_feeds(ends: str) -> None:
    assert decoded(f"One.{ends}Two.{ends}{ends}Three.".encode(), "a.txt") == "One.\nTwo.\n\nThree."


def test_everything_else_stays_to_the_letter() -> None:
    text = " \tIndented…\u00a0\u2028\x0b\x0cﬁne e\u0301 \U0001f6a2 \u200f שלום \ufeff in the midst  \n\n\n"
    assert decoded(text.encode(), "a.txt") == text


def test_a_stray_zero_character_in_a_long_text_is_no_binary() -> None:
    text = ENGLISH * 10 + "x\0y\n"
    assert decoded(text.encode(), "a.txt") == text


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF16_LE + b"odd",
        codecs.BOM_UTF16_LE + b"\x00\xd8\x00\xd8",
        codecs.BOM_UTF32_LE + b"\xff\xff\xff\xff",
    ],
)
def test_a_mark_that_promises_what_does_not_follow(data: bytes) -> None:
    with pytest.raises(ImportFailure, match="UTF-8"):
        decoded(data, "a.txt")


# One sentence a language, as short as a brief item is.
OLDER = [
    (
        "Požár ve skladišti trval devět hodin a zemřelo při něm čtrnáct lidí, uvedl přístav.",
        ["cp1250", "iso8859-2", "cp852"],
    ),
    (
        "Branden i magasinet pågick i nio timmar, och fjorton människor dog, uppgav hamnen.",
        ["cp1252", "iso8859-15", "cp850"],
    ),
    (
        "A raktár tüze kilenc órán át tartott, és tizennégy ember halt meg; hősök voltak a tűzoltók.",
        ["cp1250", "iso8859-2"],
    ),
    ("Pożar magazynu trwał dziewięć godzin i zginęło w nim czternaście osób, podał port.", ["cp1250", "iso8859-2"]),
    (
        "El año pasado murieron catorce personas en el almacén, señaló el puerto: 5 millones de €.",
        ["cp1252", "mac_roman"],
    ),
    ("The £5m plan costs €6m, the mayor said.", ["cp1252"]),
    ("Depodaki yangın dokuz saat sürdü ve on dört kişi öldü, limana göre işçiler içerideydi.", ["cp1254"]),
    ("Пожежа тривала дев’ять годин, загинули чотирнадцять людей, повідомив порт і його спілка.", ["cp1251"]),
    ("השריפה במחסן נמשכה תשע שעות והרגה ארבעה עשר בני אדם, מסר הנמל.", ["cp1255"]),
    ("استمر الحريق في المخزن تسع ساعات وقتل أربعة عشر شخصا، حسبما قال الميناء.", ["cp1256"]),
    ("ไฟไหม้โกดังกินเวลาเก้าชั่วโมงและมีผู้เสียชีวิตสิบสี่คน ท่าเรือกล่าว", ["cp874"]),
    ("仓库的大火燃烧了九个小时，造成十四人死亡，港口说。", ["gb18030"]),
    ("倉庫的大火燃燒了九個小時，造成十四人死亡，港口說。", ["big5"]),
    ("倉庫で火災が発生し、九時間燃え続けた。港によると十四人が死亡した。", ["euc_jp", "cp932"]),
    ("창고에서 화재가 발생해 아홉 시간 동안 탔다. 항만청은 열네 명이 숨졌다고 밝혔다.", ["euc_kr"]),
]


@pytest.mark.parametrize(("text", "encoding"), [(text, one) for text, several in OLDER for one in several])
def test_letters_that_make_words_tell_the_encoding(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize(
    ("label", "python"),
    [
        ("latin1", "cp1252"),
        ("x-sjis", "cp932"),
        ("gb2312", "gb18030"),
        ("koi8-ru", "koi8-u"),
        ("nonsense", ""),
        ("", ""),
    ],
)
def test_encodings_are_named_as_browsers_know_them(label: str, python: str) -> None:
    assert python_name(label) == python


@pytest.mark.parametrize(
    ("label", "data", "text"),
    [
        ("iso-8859-1", b"\x93We saw it\x94, he said; it cost \x805m.", "“We saw it”, he said; it cost €5m."),
        ("gb2312", "镕基路已经开放".encode("gb18030") + b" \xa2\xe3", "镕基路已经开放 €"),
        ("utf-8", "Pożar trwał dziewięć godzin.".encode("iso8859-2"), "Pożar trwał dziewięć godzin."),
        ("shift_jis", "Pożar trwał dziewięć godzin.".encode(), "Pożar trwał dziewięć godzin."),
        ("iso-8859-1", "Пожар в порту длился девять часов.".encode("cp1251"), "Пожар в порту длился девять часов."),
        ("iso-8859-2", "Požár trval devět hodin.".encode("iso8859-2"), "Požár trval devět hodin."),
        ("iso-2022-jp", "港の火災".encode("iso2022_jp"), "港の火災"),
    ],
)
def test_a_page_is_believed_where_its_bytes_do_not_refute_it(label: str, data: bytes, text: str) -> None:
    head = f'<html><head><meta charset="{label}"></head><p>'
    assert decode_page(head.encode() + data, "a.html").text == head + text


def test_one_bad_byte_is_told_and_refuses_nothing() -> None:
    found = plain_text.read(RUSSIAN.encode() + b"One \xc5 byte.", "a.txt", ImportOptions())
    assert found.text == RUSSIAN + "One \ufffd byte."
    assert found.notices == (notice(NoticeKind.BAD_BYTES, n=1),)


def test_a_guess_that_is_not_sure_is_told() -> None:
    [told] = decode(b"Caf\xe9 Sk\xe5ne", "a.txt").notices
    assert told.kind is NoticeKind.ENCODING


@pytest.mark.parametrize("sign", ["\0", "\x01", "\x1a", "\x7f"])
def test_a_few_controls_make_no_binary_of_a_text(sign: str) -> None:
    text = f"It fell.{sign} They ran.{sign} It was {sign}late."
    assert decoded(text.encode(), "a.txt") == text
    assert decoded((text + " Café.").encode("cp1252"), "a.txt") == text + " Café."


def test_the_encoding_of_a_script_is_not_that_of_the_page() -> None:
    """A page kept by an archive of the web has the archive's own scripts above what it says of itself."""
    script = '<script src="/kept.js" charset="utf-8"></script><link rel="stylesheet" charset="koi8-r" href="/kept.css">'
    page = f'<html><head>{script * 60}<meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head>'
    page += "<body><p>码头工人罢工进入第三周。</p></body></html>"
    assert "码头工人罢工进入第三周" in decode_page(page.encode("gb2312"), "page.html").text
