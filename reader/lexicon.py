"""What the engine knows: the tables of data/lexicon/*.toml, each read once."""

import tomllib
from functools import cache
from typing import Any

from reader.paths import shipped


@cache
def load(name: str) -> dict[str, Any]:
    """The table `data/lexicon/<name>.toml`. It is shared: read it, never change it."""
    with (shipped("data") / "lexicon" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
