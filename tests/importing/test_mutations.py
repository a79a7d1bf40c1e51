"""Spoilt files: each is articles or a line that says why not, soon, and the next is read all the same."""

import time
from pathlib import Path

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import read_all
from tests.importing.mutations import FOLDER, all_mutations, mutated


def test_spoilt_samples_never_crash_or_hang(tmp_path: Path) -> None:
    for name, seed in all_mutations(64):
        path = tmp_path / f"{seed}-{name}"
        path.write_bytes(mutated(name, seed))
        begun = time.monotonic()
        found = list(read_all(path))
        assert found, (name, seed)
        assert time.monotonic() - begun < 10, (name, seed)
        for one in found:
            if isinstance(one, ImportFailure):
                line = str(one)
                assert line.isprintable(), (name, seed)
                assert one.remedy, (name, seed)
            else:
                assert one.text.strip(), (name, seed)
                assert all(0 <= span.start < span.end <= len(one.text) for span in one.boilerplate), (name, seed)
    assert all(isinstance(one, Article) for one in read_all(FOLDER / "crane.html"))
