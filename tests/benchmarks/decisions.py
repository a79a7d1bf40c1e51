"""Decisions through 500 random sequences of what may happen: `python -m tests.benchmarks.decisions [COUNT]`."""

import random
import sys
import tempfile
from pathlib import Path

from reader.paths import Paths
from reader.workspace import Workspace
from tests.workspace.test_decisions import walk


def main(count: int = 500) -> None:
    """Walk; the first decision that is lost is told with the number of its sequence."""
    for seed in range(count):
        with tempfile.TemporaryDirectory() as folder:
            workspace = Workspace(Paths.under(Path(folder)))
            try:
                walk(workspace, random.Random(seed), steps=16)  # noqa: S311
                assert workspace.library.check().is_good, "a sum that did not follow its row"
            except AssertionError as error:
                error.add_note(f"sequence {seed}")
                raise
            finally:
                workspace.close()
    print(f"{count} sequences: every decision was told wherever its words met again")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
