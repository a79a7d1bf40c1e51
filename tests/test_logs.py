"""The log: there from the start, written from the first line on, never worth a failure."""

import logging
from pathlib import Path

from reader import logs


def test_the_file_is_there_at_once_and_takes_every_line(tmp_path: Path) -> None:
    path = tmp_path / "state" / "parallax.log"
    handler = logs.start(path)
    try:
        assert handler is not None
        assert path.read_text(encoding="utf-8") == ""
        logging.getLogger("reader.test").warning("the depot is %s", "shut")
        logging.getLogger("reader.test").debug("nobody reads this")
    finally:
        logs.stop(handler)
    assert path.read_text(encoding="utf-8").endswith("WARNING reader.test: the depot is shut\n")
    assert handler not in logging.getLogger().handlers


def test_it_does_not_grow_for_ever(tmp_path: Path) -> None:
    path = tmp_path / "parallax.log"
    handler = logs.start(path)
    for number in range(60):
        logging.getLogger("reader.test").warning("%d %s", number, "x" * 10_000)
    logs.stop(handler)
    kept = sorted(tmp_path.iterdir())
    assert len(kept) == 1 + logs.KEPT
    assert all(file.stat().st_size <= logs.MOST_BYTES for file in kept)


def test_a_file_that_cannot_be_written_is_gone_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="ascii")
    assert logs.start(tmp_path / "file" / "parallax.log") is None
    logs.stop(None)


def test_a_folder_that_goes_while_the_program_runs_breaks_nothing(tmp_path: Path) -> None:
    path = tmp_path / "state" / "parallax.log"
    handler = logs.start(path)
    path.unlink()
    path.parent.rmdir()
    logging.getLogger("reader.test").warning("lost")
    logs.stop(handler)
    assert not path.exists()
