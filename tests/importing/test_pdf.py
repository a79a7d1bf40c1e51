"""PDFs are read column after column, whole words, whole paragraphs; what cannot be read says why."""

import contextlib
import io
from collections.abc import Sequence
from pathlib import Path

import pypdf
import pytest
import typst

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import ImportOptions, limits, pdf
from reader.importing.pdf_flow import paragraphs, without_running_heads
from reader.importing.pdf_lines import Line
from reader.notices import NoticeKind, notice
from tests.samples.story import BYLINE, HEADLINE, PARAGRAPHS

HEADER = (
    "#set page(width: 340pt, height: 300pt, margin: 36pt, header: [The Vela Courier], "
    "footer: context counter(page).display())"
)
LONG = [
    f"{one} Of the {n} cranes in town, {5 * n} were new. {PARAGRAPHS[n % 5]}" for n, one in enumerate(PARAGRAPHS * 3)
]


def made(tmp_path: Path, told: Sequence[str], setting: str = "", title: str = HEADLINE) -> bytes:
    source = tmp_path / "source.typ"
    top = f'#place(top, scope: "parent", float: true, text(16pt)[{title}])' if "columns" in setting else f"= {title}"
    text = f'{setting}\n#set document(title: "{title}")\n#set text(size: 9pt, lang: "en")\n{top}\n\nBy {BYLINE}\n\n'
    source.write_text(text + "\n\n".join(told), encoding="utf-8")
    return typst.compile(str(source))


def found(data: bytes) -> list[Article | ImportFailure]:
    return list(pdf.read(data, "paper.pdf", ImportOptions()))


def body(data: bytes) -> list[str]:
    [article] = found(data)
    assert isinstance(article, Article)
    return article.text.rstrip("\n").split("\n\n")


def test_a_page_becomes_its_paragraphs(tmp_path: Path) -> None:
    data = made(tmp_path, PARAGRAPHS)
    assert body(data) == [HEADLINE, f"By {BYLINE}", *PARAGRAPHS]
    [article] = found(data)
    assert isinstance(article, Article)
    assert (article.headline, article.byline) == (HEADLINE, BYLINE)


def test_pages_columns_and_divided_words_are_joined(tmp_path: Path) -> None:
    setting = HEADER.replace("margin", "columns: 2, margin") + "\n#set text(hyphenate: true)\n#set par(justify: true)"
    data = made(tmp_path, LONG, setting)
    assert len(pypdf.PdfReader(io.BytesIO(data)).pages) >= 3
    assert body(data) == ["The Vela Courier", HEADLINE, f"By {BYLINE}", *LONG]


def test_columns_whose_lines_were_written_across(tmp_path: Path) -> None:
    rows = "".join(
        f"[Left line {n} of the first column goes on],[Right line {n} of the second column here]," for n in range(12)
    )
    told = f"#grid(columns: (1fr, 1fr), column-gutter: 24pt, row-gutter: 5pt, {rows})"
    text = " ".join(body(made(tmp_path, [told], "#set page(width: 460pt)")))
    assert text.index("Left line 11") < text.index("Right line 0")


def test_signs_that_take_two_halves_and_controls_move_nothing(tmp_path: Path) -> None:
    told = [f"It rained \U0001d54f and \u0091 and \U0001f333. {one}" for one in PARAGRAPHS]
    found = body(made(tmp_path, told))
    assert len(found) == len(told) + 2
    assert all(one.endswith(paragraph) for one, paragraph in zip(found[2:], PARAGRAPHS, strict=True))


def test_a_page_without_text(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(300, 300)
    with pytest.raises(ImportFailure, match="no text in it"):
        found(written(writer))


def test_a_pdf_without_pages() -> None:
    with pytest.raises(ImportFailure, match=r"without pages|damaged"):
        found(written(pypdf.PdfWriter()))


def test_an_encrypted_pdf(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(made(tmp_path, PARAGRAPHS)))
    writer.encrypt("secret", algorithm="RC4-128")
    with pytest.raises(ImportFailure, match="encrypted"):
        found(written(writer))


def test_a_truncated_pdf(tmp_path: Path) -> None:
    data = made(tmp_path, PARAGRAPHS)
    for length in (10, 200, len(data) // 2, len(data) - 40):
        with contextlib.suppress(ImportFailure):  # any other error would fail here
            found(data[:length])


def test_the_pages_beyond_the_limit_are_told_of(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(limits, "PAGES", 2)
    first, second = found(made(tmp_path, LONG, HEADER))
    assert isinstance(first, Article)
    assert isinstance(second, ImportFailure)
    assert "those after page 2 were not read" in str(second)


def test_5_000_pages_are_read_as_far_as_the_limit() -> None:
    writer = pypdf.PdfWriter()
    for _ in range(5_000):
        writer.add_blank_page(300, 300)
    with pytest.raises(ImportFailure, match="5000 pages"):
        found(written(writer))


def written(writer: pypdf.PdfWriter) -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def column(*texts: str, left: float = 0.0, right: float = 100.0) -> list[Line]:
    return [Line(one, left, right, 500.0 - 12 * n, 508.0 - 12 * n) for n, one in enumerate(texts)]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("the munici-", "pal office"), "the municipal office"),
        (("a well-", "known crane, well-known here"), "a well-known crane, well-known here"),
        (("the munici\x02", "pal office"), "the municipal office"),
        (("between Vela-", "Lysander and"), "between Vela- Lysander and"),
        (("in 2030-", "31 and"), "in 2030- 31 and"),
    ],
)
def test_words_divided_at_line_ends(lines: tuple[str, ...], text: str) -> None:
    assert list(paragraphs([column(*lines)])) == [text]


def test_what_a_list_names_stands_apart() -> None:
    assert list(paragraphs([column("Four things:", "• one thing", "and more of it", "• another")])) == [
        "Four things:",
        "• one thing and more of it",
        "• another",
    ]


def test_running_heads_stand_once_and_page_numbers_never() -> None:
    pages = [
        column("The Courier", f"Page {n} begins", "so it goes on.", "and on", "and ends.", str(n)) for n in range(1, 5)
    ]
    left = [line.text for page in without_running_heads(pages) for line in page]
    assert left.count("The Courier") == 1
    assert not any(one.isdigit() for one in left)
    assert left.count("and on") == 4


def drawn(*commands: str, turned: int = 0, size: tuple[int, int] = (400, 300)) -> bytes:
    """A page with letters set where the commands put them, in Helvetica."""
    content = "\n".join(commands).encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Rotate %d /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>" % (*size, turned),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    data, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
    return data + end % (table, len(data))


def set_at(x: float, y: float, text: str, size: int = 12) -> str:
    return f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET"


def test_a_turned_page_is_read_as_it_is_seen() -> None:
    lines = "(A crane fell at the quay,) Tj T* (the harbour office said,) Tj T* (and four were hurt.) Tj"
    data = drawn(f"q 0 1 -1 0 300 0 cm BT /F1 12 Tf 14 TL 20 250 Td {lines} ET Q", turned=90, size=(300, 400))
    assert body(data) == ["A crane fell at the quay, the harbour office said, and four were hurt."]


def test_what_lies_off_the_page_is_not_read() -> None:
    data = drawn(
        set_at(50, 250, "A crane fell at the quay."), set_at(50, 900, "Do not print."), set_at(900, 250, "Nor this.")
    )
    assert body(data) == ["A crane fell at the quay."]


def test_the_raised_mark_of_a_note_is_no_digit() -> None:
    data = drawn(
        set_at(50, 250, "The fall hurt 12"), set_at(133.4, 255, "3", 7), set_at(140, 250, "dockers on Monday.")
    )
    assert body(data) == ["The fall hurt 12 dockers on Monday."]


def test_words_set_tight_are_words() -> None:
    data = drawn("BT /F1 10 Tf 50 250 Td [(The)-140(crane)-140(fell)-140(at)-140(five.)] TJ ET")
    assert body(data) == ["The crane fell at five."]


def test_letters_set_loose_between_spaces_are_no_words() -> None:
    data = drawn("BT /F1 10 Tf 50 250 Td [(The SUPREME C)-90(OURT has heard the c)-80(ases of five men.)] TJ ET")
    assert body(data) == ["The SUPREME COURT has heard the cases of five men."]


HEBREW = (
    "העגורן (הישן) קרס ברציף הצפוני ביום שלישי ופצע ארבעה סבלים, כך נמסר ממשרד הנמל.",
    "המנהל אמר: “ברחנו כולנו” ולא הוסיף דבר בשנת 2031, והחברה Tidewater לא הגיבה.",
)


def leftward(tmp_path: Path, told: Sequence[str], setting: str = "") -> list[str]:
    source = tmp_path / "source.typ"
    top = f'#set text(size: 9pt, lang: "he", dir: rtl, font: "Libertinus Serif")\n{setting}\n'
    source.write_text(top + "\n\n".join(told), encoding="utf-8")
    return body(typst.compile(str(source)))


def test_what_is_read_to_the_left_keeps_its_words_and_signs(tmp_path: Path) -> None:
    assert leftward(tmp_path, HEBREW) == list(HEBREW)


def test_of_columns_that_are_read_to_the_left_the_right_one_is_first(tmp_path: Path) -> None:
    rows = "".join("[העגורן הישן קרס ברציף הצפוני],[הסבלים ברחו אל הים הפתוח]," for _row in range(12))
    told = f"#grid(columns: (1fr, 1fr), column-gutter: 24pt, row-gutter: 5pt, {rows})"
    text = " ".join(leftward(tmp_path, [told], "#set page(width: 460pt)"))
    assert text.rindex("העגורן") < text.index("הסבלים")


def test_a_headline_of_two_lines_is_one() -> None:
    data = drawn(
        set_at(50, 260, "Ferry with 212 on board", 24), set_at(50, 232, "runs aground", 24),
        set_at(50, 200, "By Ana Petrel"),
        set_at(50, 180, "A ferry ran aground off Port Ansel on Tuesday, and"), set_at(50, 166, "nobody was hurt."),
    )  # fmt: skip
    assert body(data)[:2] == ["Ferry with 212 on board runs aground", "By Ana Petrel"]


def test_a_large_first_letter_belongs_to_its_word() -> None:
    data = drawn(
        set_at(50, 226, "T", 36), set_at(74, 244, "he crane fell at the quay on Tuesday and"),
        set_at(74, 230, "hurt four dockers who were at work there,"), set_at(50, 216, "the harbour office said."),
    )  # fmt: skip
    assert body(data)[0].startswith("The crane fell at the quay on Tuesday and hurt four")


def test_several_stories_on_a_page_are_told(tmp_path: Path) -> None:
    told = [*PARAGRAPHS[:3], "= Fog strands 9,000 travellers at the airport", *PARAGRAPHS[3:], PARAGRAPHS[0]]
    [article] = found(made(tmp_path, told, "#show heading: set text(size: 18pt)"))
    assert isinstance(article, Article)
    assert article.notices == (notice(NoticeKind.STORIES, n=2),)


def test_where_a_story_goes_on_is_no_text_of_it(tmp_path: Path) -> None:
    [article] = found(
        made(tmp_path, [*PARAGRAPHS[:2], "Continued on page 7", "#pagebreak() Crane, from page 1", *PARAGRAPHS[2:]])
    )
    assert isinstance(article, Article)
    assert "Continued on page 7 Crane, from page 1" in [span.of(article.text) for span in article.boilerplate]


def test_a_running_head_tells_outlet_and_day(tmp_path: Path) -> None:
    setting = "#set page(header: [The Vela Courier #h(1fr) Tuesday, 6 May 2031])"
    [article] = found(made(tmp_path, PARAGRAPHS, setting))
    assert isinstance(article, Article)
    assert (article.headline, article.outlet, article.published) == (HEADLINE, "The Vela Courier", "2031-05-06")
