"""The date in an address or a file's name is believed where nothing better is known, and only if it is sure."""

from pathlib import Path

import pytest

from reader.article import Article, Provenance
from reader.importing import read_file
from reader.importing.path_dates import date_in, dated_by


@pytest.mark.parametrize(
    ("place", "date"),
    [
        ("https://courier.example/2031/05/06/crane", "2031-05-06"), ("2031-05-06 crane.txt", "2031-05-06"),
        ("crane_20310506.html", "2031-05-06"), ("crane-2031.05.06.pdf", "2031-05-06"), ("crane.txt", ""), ("", ""),
        ("2031-13-06.txt", ""), ("2031-05-06 to 2031-05-09.txt", ""), ("2031-05-06-2031-05-06.txt", "2031-05-06"),
        ("id-120310506.txt", ""), ("2031-05/06.txt", ""), ("1843-05-06.txt", ""),
    ],
)  # fmt: skip
def test_dates_in_places(place: str, date: str) -> None:
    assert date_in(place) == date


def test_what_the_text_says_goes_before() -> None:
    assert dated_by(Article("a", "text", published="2031-05-07"), "2031-05-06").published == "2031-05-07"


def test_a_file_named_by_its_day(tmp_path: Path) -> None:
    path = tmp_path / "2031-05-06-crane.txt"
    path.write_text("Crane falls at the quay\n\nA crane fell at the quay of Port Vela, the harbour office said.\n")
    article = read_file(path)
    assert (article.published, article.provenance_of("published")) == ("2031-05-06", Provenance.FILE)
