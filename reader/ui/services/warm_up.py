"""Keeps the window quick while other threads of the program work, and has ready what a first comparison needs."""

import sys
from typing import TYPE_CHECKING

from reader.ui.services.workspace_service import WorkspaceService

if TYPE_CHECKING:
    from reader.workspace import Workspace

TURN = 0.0005
"""Seconds after which a thread that works lets the window have Python. Python's own 5 ms add up: every line of the
library that is painted asks anew."""


def lower_switch_interval() -> None:
    """Let the window's thread wait less for others; what these do takes some hundredths longer."""
    sys.setswitchinterval(TURN)


def warm_up(service: WorkspaceService) -> None:
    """Load on another thread, while nobody waits, what the first comparison needs."""
    service.run("warm", _load, lambda _none: None, failed=lambda _error: None)  # the comparison itself will say it


def _load(workspace: "Workspace", _progress: object) -> None:
    workspace.warm_up()
