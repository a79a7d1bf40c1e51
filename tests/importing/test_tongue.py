"""The helper process speaks the language of the program it helps."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from reader import i18n
from reader.importing import read_all
from reader.paths import shipped


@pytest.fixture
def spanish(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "i18n" / "es" / "LC_MESSAGES"
    place.mkdir(parents=True)
    catalogue = Catalog(locale="es")
    catalogue.add("{name} is damaged and cannot be read ({kind}).", "{name} está dañado ({kind}).")
    with (place / "parallax.mo").open("wb") as file:
        write_mo(file, catalogue)
    yield tmp_path / "i18n"
    i18n.use(shipped("resources") / "i18n", ["en"])


def test_what_a_helper_says_is_in_the_program_s_language(spanish: Path, tmp_path: Path) -> None:
    broken = tmp_path / "roto.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    i18n.use(spanish, ["es"])
    assert str(next(read_all(broken))).startswith("roto.pdf está dañado (PDF).")
    i18n.use(spanish, ["en"])
    assert str(next(read_all(broken))).startswith("roto.pdf is damaged")
