"""The workspace, opened for a command."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from reader.cli.settings import kept_settings
from reader.paths import Paths
from reader.workspace import Workspace


@contextmanager
def opened_workspace() -> Iterator[Workspace]:
    """The workspace of this person, whatever there is to say of its state said."""
    workspace = Workspace(Paths.default(), kept_settings())
    for words in workspace.notices:
        print(f"parallax: {words}", file=sys.stderr)
    try:
        yield workspace
    finally:
        workspace.close()
