"""Pictures of pages: refused with a word on what to do, read by Tesseract where it is there and asked for."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import ImportOptions, contents_of, pdf, recognition
from reader.notices import NoticeKind, notice
from tests.importing.test_pdf import made
from tests.samples.story import HEADLINE, PARAGRAPHS

ASKED = ImportOptions(recognise_text=True)


def scanned(data: bytes) -> bytes:
    """A PDF of pictures of the pages of another."""
    document = pypdfium2.PdfDocument(data)
    objects, kids = [], []
    for page in document:
        bitmap = page.render(scale=300 / 72, grayscale=True)
        rows = bytes(bitmap.buffer)
        picture = b"".join(rows[n * bitmap.stride : n * bitmap.stride + bitmap.width] for n in range(bitmap.height))
        size = (round(page.get_width()), round(page.get_height()))
        drawing = b"q %d 0 0 %d 0 0 cm /I Do Q" % size
        first = 3 + len(objects)
        kids.append(b"%d 0 R" % first)
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
            b"/Resources << /XObject << /I %d 0 R >> >> >>" % (*size, first + 1, first + 2),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing),
            b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 "
            b"/Length %d >>\nstream\n%s\nendstream" % (bitmap.width, bitmap.height, len(picture), picture),
        ]
    head = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids)),
    ]
    result, places = b"%PDF-1.7\n", []
    for number, one in enumerate([*head, *objects], 1):
        places.append(len(result))
        result += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
    return result + end % (len(places) + 1, table, len(places) + 1, len(result))


@pytest.mark.parametrize(("where", "word"), [("", "Tesseract, OCRmyPDF"), ("/usr/bin/tesseract", "in the settings")])
def test_a_picture_is_refused_with_a_word_on_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, where: str, word: str
) -> None:
    monkeypatch.setattr(recognition, "program", lambda: where)
    with pytest.raises(ImportFailure, match="a picture of an article") as raised:
        list(pdf.read(scanned(made(tmp_path, PARAGRAPHS)), "scan.pdf", ImportOptions()))
    assert word in str(raised.value)


def test_what_was_read_in_a_picture_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def recognised(pages: Iterator[Any]) -> Iterator[list[str]]:
        return ([HEADLINE, "A crane fell at the munici-\npal quay."] for _page in pages)

    monkeypatch.setattr(recognition, "program", lambda: "/usr/bin/tesseract")
    monkeypatch.setattr(recognition, "recognised", recognised)
    [article] = pdf.read(scanned(made(tmp_path, PARAGRAPHS)), "scan.pdf", ASKED)
    assert isinstance(article, Article)
    assert article.text == f"{HEADLINE}\n\nA crane fell at the municipal quay.\n"
    assert article.notices == (notice(NoticeKind.RECOGNISED, n=1),)


@pytest.mark.skipif(not recognition.program(), reason="Tesseract is not installed")
def test_a_picture_is_read_by_tesseract(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(scanned(made(tmp_path, PARAGRAPHS, "#set page(width: 420pt, height: 500pt)")))
    [article] = contents_of(path, ASKED).articles
    assert article.text.startswith(HEADLINE)
    assert "hurt 4 dock workers" in article.text
    assert len(article.text.split("\n\n")) > 4
