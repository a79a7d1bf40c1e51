"""Word and OpenDocument texts: the words that stand, and nothing that was deleted; bombs and disguises are told."""

import zipfile
from pathlib import Path

import pytest

from reader.errors import ImportFailure
from reader.importing import ImportOptions, docx, odt, read_file
from tests.samples.make import _OFFICE, _TEXT, _WORD, packed, page
from tests.samples.story import TEXT

BOMB = '<!DOCTYPE d [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>'


def word(body: str, before: str = "") -> str:
    made = packed({"word/document.xml": f'{before}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'})
    return docx.read(made, "a.docx", ImportOptions()).text


def opened(body: str) -> str:
    names = f'xmlns:office="{_OFFICE}" xmlns:text="{_TEXT}"'
    content = f"<office:document-content {names}><office:body><office:text>{body}</office:text></office:body>"
    made = packed({"mimetype": "x", "content.xml": content + "</office:document-content>"})
    return odt.read(made, "a.odt", ImportOptions()).text


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_runs_of_a_paragraph_are_one() -> None:
    body = f"<w:p>{run('A crane ')}{run('fell')}{run('.')}</w:p><w:p/><w:p>{run('Four were hurt.')}</w:p>"
    assert word(body) == "A crane fell.\n\nFour were hurt.\n"


def test_what_was_deleted_or_computed_is_not_text() -> None:
    body = (
        f"<w:p>{run('A')}<w:del><w:r><w:delText>B</w:delText></w:r></w:del><w:moveFrom>{run('C')}</w:moveFrom>"
        f"<w:r><w:instrText>PAGE</w:instrText></w:r><w:ins>{run('D')}</w:ins></w:p>"
    )
    assert word(body) == "AD\n"


def test_breaks_and_tabs() -> None:
    assert word("<w:p><w:r><w:t>A</w:t><w:br/><w:t>B</w:t><w:tab/><w:t>C</w:t></w:r></w:p>") == "A\nB C\n"


def test_spans_spaces_and_notes_of_opendocument() -> None:
    body = (
        "<text:h>Crane</text:h><text:p>It <text:span>fell<text:s/>down</text:span>, they<text:line-break/>said."
        "<text:note><text:p>A note.</text:p></text:note></text:p>"
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
    )
    assert opened(body) == "Crane\n\nIt fell down, they\nsaid.\n"


def test_entities_are_not_expanded() -> None:
    assert "lol" not in word(f"<w:p>{run('A &c; crane')}</w:p>", BOMB)


def test_a_document_without_words() -> None:
    with pytest.raises(ImportFailure, match="no text"):
        word("<w:p/>")
    with pytest.raises(ImportFailure, match="no text"):
        opened("")


@pytest.mark.parametrize("content", ["<w:document", "", "\0\0", "<a>" * 100_000])
def test_a_damaged_document(content: str) -> None:
    with pytest.raises(ImportFailure, match="damaged"):
        docx.read(packed({"word/document.xml": content}), "a.docx", ImportOptions())


def test_an_encrypted_opendocument() -> None:
    members = {"mimetype": "x", "content.xml": "?", "META-INF/manifest.xml": "<manifest:encryption-data/>"}
    with pytest.raises(ImportFailure, match="encrypted"):
        odt.read(packed(members), "a.odt", ImportOptions())


def test_a_document_that_unpacks_to_gigabytes(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(300 * 1024 * 1024))
    with pytest.raises(ImportFailure, match="unpacks to far more"):
        read_file(path)


def test_a_word_document_that_is_a_page(tmp_path: Path) -> None:
    path = tmp_path / "page.docx"
    path.write_text(page(), encoding="utf-8")
    assert read_file(path).text == TEXT


def test_a_word_document_that_is_no_archive(tmp_path: Path) -> None:
    path = tmp_path / "old.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(ImportFailure, match="damaged"):
        read_file(path)
