"""The settings that the window keeps, as commands go by them."""

import sys

from reader.paths import Paths
from reader.settings import Settings, read_settings


def kept_settings() -> Settings:
    """The settings of this person; what is wrong with their file is said on the error stream."""
    return read_settings(Paths.default().settings, lambda words: print(f"parallax: {words}", file=sys.stderr))
