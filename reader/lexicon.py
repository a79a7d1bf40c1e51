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


def sets(table: dict[str, Any]) -> dict[str, frozenset[str]]:
    """The lists of words of a table, each ready to look words up in; what is no list is left out."""
    return {name: frozenset(forms) for name, forms in table.items() if isinstance(forms, list)}
