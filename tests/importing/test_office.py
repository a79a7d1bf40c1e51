"""Word and OpenDocument texts: the words that stand, and nothing that was deleted; bombs and disguises are told."""

import zipfile
from pathlib import Path

import pytest

from reader.errors import ImportFailure
from reader.importing import ImportOptions, docx, odt, read_file
from reader.notices import NoticeKind, notice
from tests.samples.compound import compound
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
        "<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p>"
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
    )
    assert opened(body) == "Crane\n\nIt fell down, they\nsaid.\n\nA note.\n"


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc><w:p>{run(cell)}</w:p></w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{one}</w:tr>' for one in cells)}</w:tbl>"


def made(parts: dict[str, str], body: str):  # type: ignore[no-untyped-def]
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return docx.read(packed({"word/document.xml": document, **parts}), "a.docx", ImportOptions())


def test_the_rows_of_a_table_are_lines() -> None:
    body = table(("Quay", "Hurt"), ("North", "9")) + f"<w:p>{run('A list.')}</w:p>"
    assert word(body) == "Quay Hurt\n\nNorth 9\n\nA list.\n"


def test_columns_made_with_a_table_are_read_one_after_the_other() -> None:
    left = "The crane fell at dawn on the northern quay, and the harbour office closed the basin until noon. " * 2
    text = word(table((left, "Four were hurt.")))
    assert text.split("\n\n")[1] == "Four were hurt.\n"


def test_a_box_does_not_part_the_sentence_it_stands_in() -> None:
    box = f"<w:pict><w:txbxContent><w:p>{run('“We ran.”')}</w:p></w:txbxContent></w:pict>"
    assert word(f"<w:p>{run('A crane ')}<w:r>{box}</w:r>{run('fell.')}</w:p>") == "A crane fell.\n\n“We ran.”\n"


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    mark = "<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"
    assert word(f"<w:p>{mark}{run('A crane ')}</w:p><w:p>{run('fell.')}</w:p>") == "A crane fell.\n"


def test_what_is_hidden_or_struck_through_is_no_text_and_the_latter_is_told() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>do not print</w:t></w:r>"
    shown = "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t xml:space='preserve'>Then </w:t></w:r>"
    struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t xml:space='preserve'>four </w:t></w:r>"
    article = made({}, f"<w:p>{shown}{hidden}{struck}{run('five were hurt.')}</w:p>")
    assert article.text == "Then five were hurt.\n"
    assert article.notices == (notice(NoticeKind.STRUCK, n=1),)


def test_symbols_and_rubies() -> None:
    body = (
        f"<w:p>{run('8')}<w:r><w:sym w:font='Symbol' w:char='F0B1'/></w:r>{run('2 boats of ')}<w:r><w:ruby><w:rt>"
        f"{run('とうきょう')}</w:rt><w:rubyBase>{run('東京')}</w:rubyBase></w:ruby></w:r></w:p>"
    )
    assert word(body) == "8±2 boats of 東京\n"


@pytest.mark.parametrize(
    ("before", "high", "text"), [("12", "3", "12"), ("10 m", "2", "10 m²"), ("the 5", "th", "the 5th")]
)
def test_the_mark_of_a_note_is_no_digit(before: str, high: str, text: str) -> None:
    raised = f"<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>{high}</w:t></w:r>"
    assert word(f"<w:p>{run(before)}{raised}{run(' were hurt.')}</w:p>") == f"{text} were hurt.\n"


def test_letters_of_a_font_of_symbols_are_what_they_show() -> None:
    body = "<w:p><w:r><w:rPr><w:rFonts w:ascii='Symbol'/></w:rPr><w:t>8\uf0b12</w:t></w:r></w:p>"
    assert word(body) == "8±2\n"


def test_notes_come_after_the_text() -> None:
    notes = (
        f'<w:footnotes xmlns:w="{_WORD}"><w:footnote w:type="separator"><w:p>{run("___")}</w:p></w:footnote>'
        f"<w:footnote><w:p>{run('The union counts five.')}</w:p></w:footnote></w:footnotes>"
    )
    body = f"<w:p>{run('Four')}<w:r><w:footnoteReference w:id='2'/></w:r>{run(' were hurt.')}</w:p>"
    assert made({"word/footnotes.xml": notes}, body).text == "Four were hurt.\n\nThe union counts five.\n"


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("a.html", "<html><body><p>It fell.</p><p>They ran.</p></body></html>"),
        ("a.rtf", "{\\rtf1 It fell.\\par They ran.}"), ("a.txt", "It fell.\n\nThey ran."),
    ],
)  # fmt: skip
def test_a_document_put_into_another_is_read_in_its_place(file: str, content: str) -> None:
    links = f'<Relationships xmlns="r"><Relationship Id="r1" Target="{file}"/></Relationships>'
    body = f"<w:p>{run('A crane.')}</w:p><w:altChunk w:id='r1'/><w:p>{run('The end.')}</w:p>"
    article = made({"word/_rels/document.xml.rels": links, f"word/{file}": content}, body)
    assert article.text == "A crane.\n\nIt fell.\n\nThey ran.\n\nThe end.\n"


def core(title: str, creator: str) -> dict[str, str]:
    told = f"<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator><d:created>2031-05-06T08:30:00Z</d:created>"
    return {"docProps/core.xml": f'<c:p xmlns:c="c" xmlns:dc="dc" xmlns:d="d">{told}</c:p>'}


def test_what_a_document_says_of_itself() -> None:
    article = made(
        core("Crane falls at the quay", "Ana Petrel"), f"<w:p>{run('A crane fell on the northern quay.')}</w:p>"
    )
    assert (article.headline, article.byline) == ("Crane falls at the quay", "Ana Petrel")
    assert article.published == "2031-05-06T08:30+00:00"


@pytest.mark.parametrize(
    ("title", "creator"), [("Microsoft Word - crane.doc", "Microsoft Office User"), ("", "python-docx")]
)
def test_what_a_program_says_of_a_document_is_not_believed(title: str, creator: str) -> None:
    article = made(core(title, creator), f"<w:p>{run('A crane fell on the northern quay.')}</w:p>")
    assert (article.headline, article.byline, article.published) == ("A crane fell on the northern quay.", "", "")


def styled(style: str, text: str) -> str:
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def test_hidden_struck_and_raised_text_of_opendocument() -> None:
    styles = "".join(
        f'<style:style style:name="{name}"><style:text-properties {told}/></style:style>'
        for name, told in (
            ("H", 'text:display="none"'), ("S", 'style:text-line-through-style="solid"'),
            ("R", 'style:text-position="super 58%"'),
        )
    )  # fmt: skip
    names = f'xmlns:office="{_OFFICE}" xmlns:text="{_TEXT}" xmlns:style="urn:style"'
    body = f"<text:p>Then {styled('H', 'not ')}{styled('S', '4 ')}12{styled('R', '3')} were hurt.</text:p>"
    content = (
        f"<office:document-content {names}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    article = odt.read(packed({"mimetype": "x", "content.xml": content}), "a.odt", ImportOptions())
    assert article.text == "Then 12 were hurt.\n"
    assert article.notices == (notice(NoticeKind.STRUCK, n=1),)


def test_tables_boxes_and_notes_of_opendocument() -> None:
    body = (
        '<text:p xmlns:draw="d">A crane <draw:text-box><text:p>“We ran.”</text:p></draw:text-box>fell<text:note>'
        "<text:note-citation>1</text:note-citation><text:note-body><text:p>The third.</text:p></text:note-body>"
        '</text:note>.</text:p><t:table xmlns:t="t"><t:table-row><t:table-cell><text:p>North</text:p></t:table-cell>'
        "<t:table-cell><text:p>9</text:p></t:table-cell></t:table-row></t:table>"
    )
    assert opened(body) == "A crane fell.\n\n“We ran.”\n\nNorth 9\n\nThe third.\n"


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
    with pytest.raises(ImportFailure, match="office document"):
        read_file(path)


def test_the_text_of_a_document_is_where_the_document_says(tmp_path: Path) -> None:
    """Word on the web writes word/document2.xml, with notes that hang on to it."""

    def leads(kind: str, target: str) -> str:
        said = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
        return f'<r><Relationship Id="1" Type="{said}" Target="{target}"/></r>'

    body = f"<w:body><w:p>{run('A crane fell.')}</w:p></w:body>"
    note = f'<w:footnote w:id="2"><w:p>{run("At dawn.")}</w:p></w:footnote>'
    path = tmp_path / "a.docx"
    path.write_bytes(
        packed(
            {
                "_rels/.rels": leads("officeDocument", "/word/document2.xml"),
                "word/document2.xml": f'<w:document xmlns:w="{_WORD}">{body}</w:document>',
                "word/_rels/document2.xml.rels": leads("footnotes", "n2.xml"),
                "word/n2.xml": f'<w:footnotes xmlns:w="{_WORD}">{note}</w:footnotes>',
            }
        )
    )
    assert read_file(path).text == "A crane fell.\n\nAt dawn.\n"


def test_a_document_that_opens_with_a_password_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(compound({"EncryptionInfo": b"x", "EncryptedPackage": bytes(5000)}))
    with pytest.raises(ImportFailure, match="encrypted"):
        read_file(path)


def test_letters_that_a_document_lifts_are_raised() -> None:
    lifted = '<w:r><w:rPr><w:position w:val="8"/><w:sz w:val="19"/></w:rPr><w:t>{}</w:t></w:r>'
    assert word(f"<w:p>{run('10 m')}{lifted.format(2)}{run(' fell, he said')}{lifted.format(1)}{run('.')}</w:p>") == (
        "10 m² fell, he said.\n"
    )


def test_an_opendocument_text_in_one_piece(tmp_path: Path) -> None:
    path = tmp_path / "a.fodt"
    names = f'xmlns:office="{_OFFICE}" xmlns:text="{_TEXT}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    meta = "<office:meta><dc:title>Crane falls at the quay</dc:title></office:meta>"
    told = "<text:p>A crane fell.</text:p><text:p>It rained.</text:p>"
    body = f"<office:body><office:text>{told}</office:text></office:body>"
    path.write_text(f"<?xml version='1.0'?><office:document {names}>{meta}{body}</office:document>", encoding="utf-8")
    for named in ("a.fodt", "a.xml"):
        article = read_file(path.replace(tmp_path / named) if named != path.name else path)
        assert article.text.endswith("A crane fell.\n\nIt rained.\n")
        assert article.headline == "Crane falls at the quay"
