"""Names of a package that are loaded when first asked for, so that importing one of its modules costs that alone."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def names(package: str, places: Mapping[str, str]) -> Callable[[str], Any]:
    """The `__getattr__` of a package (PEP 562): `places` tells by module which names it gives, with spaces between.

    What type checkers and readers see is what the package imports under TYPE_CHECKING; a test holds both together.
    """
    module_of = {name: module for module, given in places.items() for name in given.split()}

    def get(name: str) -> Any:
        if name not in module_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found = getattr(import_module(f"{package}.{module_of[name]}"), name)
        setattr(import_module(package), name, found)  # the next one asks the package alone
        return found

    return get
