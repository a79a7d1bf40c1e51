"""Every format has a sample that tells one story; what is read of it is that story."""

from dataclasses import asdict
from pathlib import Path, PurePath

import pytest

from reader.article import Article
from reader.importing import FORMATS, read_all
from reader.importing.formats import is_readable
from reader.workspace.importer import files_of
from tests.samples import records
from tests.samples.exports import FILES
from tests.samples.make import ARTICLES, SAMPLES, golden
from tests.samples.story import BYLINE, HEADLINE, OUTLET, PARAGRAPHS, PUBLISHED, TEXT, URL

FOLDER = Path(__file__).parent.parent / "samples"
LYING_THERE = sorted(path.name for path in FOLDER.iterdir() if is_readable(path.name))
WHOLE = {"headline": HEADLINE, "byline": BYLINE, "outlet": OUTLET, "published": PUBLISHED, "url": URL, "language": "en"}
ALONE = {"headline": HEADLINE, "byline": "", "outlet": "", "published": "", "url": "", "language": "en"}
PRINTED = {"headline": HEADLINE, "byline": BYLINE, "outlet": OUTLET, "published": "", "url": "", "language": "en"}
SENT = {**WHOLE, "byline": "", "url": ""}

# What each sample gives: the path inside it, the text and the fields.
GOLDEN: dict[str, list[tuple[str, str, dict[str, str]]]] = {
    "crane.txt": [("", TEXT, ALONE)],
    "crane.html": [("", TEXT, WHOLE)],
    "crane.pdf": [("", "\n\n".join([OUTLET, HEADLINE, f"By {BYLINE}", *PARAGRAPHS]) + "\n", PRINTED)],
    "crane.docx": [("", TEXT, ALONE)],
    "crane.odt": [("", TEXT, ALONE)],
    "crane.jsonl": [("", TEXT, WHOLE)],
    "crane.md": [("", TEXT, WHOLE)],
    "crane.rtf": [("", TEXT, ALONE)],
    "crane.epub": [("/book/crane.xhtml", TEXT, {**WHOLE, "url": ""})],
    "crane.eml": [("", TEXT, SENT)],
    "crane.mbox": [("/1", TEXT, SENT), ("/2", TEXT, SENT)],
    "crane.mhtml": [("", TEXT, WHOLE)],
    "crane.rss": [("/1", TEXT, WHOLE)],
    "crane.warc": [("/1", TEXT, WHOLE)],
    "crane.warc.gz": [("/1", TEXT, WHOLE)],
    "crane.atom": [("/1", TEXT, {**WHOLE, "updated": "2031-05-06T11:15+02:00"})],
    "crane.msg": [("", TEXT, {**SENT, "published": "2031-05-06T06:30+00:00"})],
    "crane.newsml": [("", TEXT, WHOLE)],
    "crane.nitf": [("", TEXT, {**WHOLE, "url": ""})],
    "crane.ninjs": [("", TEXT, WHOLE)],
    "crane.iptc": [("", TEXT, {**WHOLE, "url": "", "outlet": "vna"})],
    "crane.webarchive": [("", TEXT, WHOLE)],
    "crane.wacz": [("/archive/a.warc.gz/1", TEXT, WHOLE)],
    "crane.html.gz": [("", TEXT, {**WHOLE})],
    "single-file.html": [("", TEXT, WHOLE)],
    "columns.pdf": [("", "\n\n".join([OUTLET, HEADLINE, f"By {BYLINE}", *PARAGRAPHS]) + "\n", PRINTED)],
    "saved.htm": [("", TEXT, WHOLE)],
    "crane.zip": [("/one/crane.txt", TEXT, ALONE), ("/two/crane.html", TEXT, WHOLE)],
}


@pytest.mark.parametrize("name", ARTICLES)
def test_a_sample_is_read_as_its_story(name: str) -> None:
    found = list(read_all(FOLDER / name))
    assert len(found) == len(GOLDEN[name])
    for article, (inner, text, fields) in zip(found, GOLDEN[name], strict=True):
        assert isinstance(article, Article)
        assert article.text == text
        assert article.path == f"{FOLDER / name}{inner}"
        assert article.id == PurePath(article.path).stem
        said = asdict(article)
        assert {key: said[key] for key in fields} == fields


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_what_the_script_makes(name: str) -> None:
    made = SAMPLES[name]()
    assert (FOLDER / name).read_bytes() == (made.encode() if isinstance(made, str) else made)


@pytest.mark.parametrize("name", ARTICLES)
def test_every_field_is_as_it_was_found_right(name: str) -> None:
    """Where this fails and the change is meant: `python -m tests.samples.make`, and look at the difference."""
    assert golden(name) == (FOLDER / "golden" / f"{name}.json").read_text(encoding="utf-8")


def test_a_saved_page_is_one_article_whatever_lies_beside_it(tmp_path: Path) -> None:
    for name in ("saved.htm", "saved_files/ad.html", "saved_files/page.css"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    assert [path.name for path in files_of([tmp_path])] == ["saved.htm"]


def test_every_format_has_a_sample() -> None:
    made = (*SAMPLES, *FILES, *records.WHOLE, *records.REFERENCES, "notes.enex")
    endings = {Path(name).suffix.lower() for name in (*made, *LYING_THERE)}
    assert not [one.name for one in FORMATS if endings.isdisjoint(one.suffixes)]


@pytest.mark.parametrize("name", LYING_THERE)
def test_what_lies_among_the_samples_is_read(name: str) -> None:
    """A sample need not tell the story of the crane: what is put there has to be read as an article with words."""
    found = list(read_all(FOLDER / name))
    assert found
    assert all(isinstance(one, Article) and one.text.strip() for one in found)


@pytest.mark.parametrize("name", ARTICLES)
def test_a_sample_is_told_by_its_content(name: str, tmp_path: Path) -> None:
    if Path(name).suffix in {".jsonl", ".md", ".eml", ".mbox", ".gz"}:  # texts and packed things like any other
        return
    renamed = tmp_path / f"{Path(name).stem}.txt"
    renamed.write_bytes((FOLDER / name).read_bytes())
    assert [getattr(one, "text", "") for one in read_all(renamed)] == [text for _inner, text, _fields in GOLDEN[name]]
