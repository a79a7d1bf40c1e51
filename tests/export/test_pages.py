"""Pages as pictures: those asked for, all turned one way, at the size asked for."""

from pathlib import Path

import pytest

from reader.export import write
from reader.export.pages import count, pages

from . import story


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path: Path = tmp_path_factory.mktemp("pages") / "found.pdf"
    write(story.comparison(), path, "pdf")
    return path.read_bytes()


def test_every_page_comes_once(pdf: bytes) -> None:
    assert sum(1 for _page in pages(pdf, 20)) == count(pdf) > 1


@pytest.mark.parametrize("upright", [True, False])
def test_all_are_turned_one_way(pdf: bytes, upright: bool) -> None:
    assert all((page.height >= page.width) is upright for page in pages(pdf, 20, upright=upright))


def test_those_asked_for_at_the_size_asked_for(pdf: bytes) -> None:
    (page,) = pages(pdf, 72, 2, 2)
    assert {page.width, page.height} == {595, 842} or {page.width, page.height} == {596, 842}
    assert page.stride >= 3 * page.width
    assert len(page.pixels) == page.stride * page.height
    assert len(set(page.pixels)) > 1
