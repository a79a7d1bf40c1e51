"""Exports of press archives: whatever kind of file, one article a document, with its own fields and nothing else."""

from pathlib import Path

import pytest

from reader.importing import ImportOptions, ReadStatus, contents_of
from reader.importing.contents import Contents
from reader.importing.exports.document import Document
from reader.notices import NoticeKind
from tests.samples.exports import BOTH, CORRECTION, FERRY, FILES, LIGHT, nexis, proquest_lines, rtf, uni_lines


def read(folder: Path, name: str, made: str | bytes) -> Contents:
    path = folder / name
    path.write_bytes(made.encode() if isinstance(made, str) else made)
    return contents_of(path)


@pytest.mark.parametrize("name", FILES)
def test_each_document_is_an_article(name: str, tmp_path: Path) -> None:
    found = read(tmp_path, name, FILES[name]())
    assert (found.status, found.failures) == (ReadStatus.READ, ())
    assert len(found.articles) == 2
    for number, (article, told) in enumerate(zip(found.articles, BOTH, strict=True), 1):
        assert article.text == "\n\n".join((told.headline, *told.paragraphs)) + "\n"
        assert (article.headline, article.outlet) == (told.headline, told.outlet)
        assert article.byline == told.byline
        assert article.published[:10] == told.day
        assert article.language == "en"
        assert article.path == f"{tmp_path / name}/{number}"
        place = next(one for one in article.notices if one.kind is NoticeKind.PLACE)
        assert place.value("page").removeprefix("A.") == told.page


def test_a_correction_is_a_notice_and_not_the_date_of_publication(tmp_path: Path) -> None:
    first, second = read(tmp_path, "nexis.txt", nexis()).articles
    assert [one.value("text") for one in first.notices if one.kind is NoticeKind.CORRECTION] == [CORRECTION]
    assert (first.published, first.updated) == ("2031-05-06", "2031-05-09")
    assert not [one for one in second.notices if one.kind is NoticeKind.CORRECTION]


def test_that_something_was_corrected_is_told_where_nobody_says_what(tmp_path: Path) -> None:
    made = nexis().replace(f"CORRECTION-DATE: May 9, 2031\n\nCORRECTION: {CORRECTION}\n\n", "")
    made = made.replace("May 6, 2031 Tuesday", "May 6, 2031 Tuesday\n                    Correction Appended")
    first, _second = read(tmp_path, "nexis.txt", made).articles
    assert first.headline == FERRY.headline
    assert [one.value("text") for one in first.notices if one.kind is NoticeKind.CORRECTION] == ["Correction Appended"]


def test_paragraphs_are_whole_lines_again_and_verses_are_not_joined(tmp_path: Path) -> None:
    made = nexis().replace("\n\nLOAD-DATE", "\n\nGoalscorers:\nQuill, 12 minutes\nHender, 80 minutes\n\nLOAD-DATE", 1)
    first, _second = read(tmp_path, "nexis.txt", made).articles
    assert first.text.endswith("Goalscorers:\n\nQuill, 12 minutes\n\nHender, 80 minutes\n")


def test_a_document_less_than_the_file_speaks_of_is_told(tmp_path: Path) -> None:
    lines = uni_lines()
    found = read(tmp_path, "uni.rtf", rtf(lines[: lines.index("End of Document") + 1]))
    assert found.status is ReadStatus.PARTLY
    assert [one.headline for one in found.articles] == [FERRY.headline]
    assert "2 documents" in str(found.failures[0])


def test_a_document_without_a_text_is_told(tmp_path: Path) -> None:
    text = "\n\n".join(LIGHT.paragraphs)
    made = nexis()
    start, end = made.rindex("LENGTH:"), made.rindex("LOAD-DATE")
    found = read(tmp_path, "nexis.txt", f"{made[:start]}\n\n{made[end:]}")
    assert text
    assert [one.headline for one in found.articles] == [FERRY.headline]
    assert LIGHT.headline in str(found.failures[0])


def test_an_abstract_in_the_place_of_a_text_is_told_as_such(tmp_path: Path) -> None:
    lines = [one for one in proquest_lines() if not one.startswith("Full text") and one not in FERRY.paragraphs]
    made = "\n\n".join(lines).replace("None available.", "The ferry ran aground; the light was out.")
    first, _second = read(tmp_path, "proquest.txt", made).articles
    assert first.text == f"{FERRY.headline}\n\nThe ferry ran aground; the light was out.\n"
    assert NoticeKind.ABSTRACT in [one.kind for one in first.notices]


def test_an_export_that_cannot_be_divided_says_so(tmp_path: Path) -> None:
    found = read(
        tmp_path, "nexis.txt", "\n\n                    1 of 3 DOCUMENTS\n\n\n                    2 of 3 DOCUMENTS\n\n"
    )
    assert found.status is ReadStatus.REFUSED
    assert "Nexis" in str(found.failures[0])


@pytest.mark.parametrize(
    "line",
    [
        "He handed over 3 of 17 documents to the court, and the rest is lost.",
        "The end of document 12 is missing.",
        "ProQuest document ID: nobody knows what that is.",
        "Document storage costs 400 crowns a year.",
        "BYLINE: a word that journalists know.",
    ],
)
def test_an_article_about_documents_is_no_export(line: str, tmp_path: Path) -> None:
    text = f"{FERRY.headline}\n\n{line}\n\n{FERRY.paragraphs[1]}\n"
    found = read(tmp_path, "one.txt", text)
    assert [one.text for one in found.articles] == [text]


def bytes_of(name: str) -> bytes:
    made = FILES[name]()
    return made.encode() if isinstance(made, str) else made


@pytest.mark.parametrize("name", [one for one in FILES if b"57 words" in bytes_of(one)])
def test_fewer_words_than_the_archive_counted_are_told(name: str, tmp_path: Path) -> None:
    first, second = read(tmp_path, name, bytes_of(name).replace(b"57 words", b"1,057 words", 1)).articles
    [told] = [one for one in first.notices if one.kind is NoticeKind.SHORTER]
    assert told.value("n") == 1_057 - len(first.text.split())
    assert told.is_lacking
    assert not [one for one in second.notices if one.kind is NoticeKind.SHORTER]


def test_words_of_a_language_that_does_not_part_them_are_not_counted() -> None:
    text = "港口一台起重机倒塌,四名工人受伤,当局正在调查原因。" * 9
    article = Document((text,), headline="起重机倒塌", length="412字").article(ImportOptions())
    assert not [one for one in article.notices if one.kind is NoticeKind.SHORTER]
