"""Frozen dataclasses, made in a fifth of the time that Python's own take.

A command loads a hundred of them and more, and Python compiles six functions for each: a fifth of all that a search
takes. Here `__init__` alone is compiled; the rest is shared. Whatever else a dataclass can be is left to Python's.
"""

import dataclasses
import inspect
from collections.abc import Callable, Iterable
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

_PSEUDO = ("ClassVar", "InitVar", "KW_ONLY")
Fields = tuple[dataclasses.Field[Any], ...]


class _Unset:
    """The value of a parameter for which a factory stands in."""

    def __repr__(self) -> str:
        return "<factory>"


_UNSET = _Unset()


def _dataclass(cls: type | None = None, /, **options: Any) -> Any:
    """As `dataclasses.dataclass`: what it makes differs in nothing that a program sees."""

    def make(cls: type) -> type:
        return _made(cls, **options) if _is_plain(cls, **options) else dataclasses.dataclass(**options)(cls)

    return make if cls is None else make(cls)


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _dataclass


def _is_plain(cls: type, *, frozen: bool = False, **others: bool) -> bool:
    """Whether it is made here: frozen, derived from nothing, and its fields are given in their order."""
    if not frozen or not others.keys() <= {"slots", "eq"} or cls.__bases__ != (object,):
        return False
    for name, kind in vars(cls).get("__annotations__", {}).items():
        given = vars(cls).get(name)
        if any(one in str(kind) for one in _PSEUDO) or (isinstance(given, dataclasses.Field) and given.kw_only is True):
            return False
    return not any(name in vars(cls) for name in ("__setattr__", "__delattr__"))


def _made(cls: type, *, slots: bool = False, eq: bool = True, **_frozen: bool) -> type:
    has_words = bool(cls.__doc__)
    cls.__doc__ = cls.__doc__ or cls.__name__  # else Python tells there, at length, of an `__init__` that is not yet
    fields = dataclasses.fields(dataclasses.dataclass(init=False, repr=False, eq=False)(cls))
    made = _slotted(cls, fields) if slots else cls
    given: dict[str, Any] = {
        "__init__": _initialiser(made, fields, slots),
        "__repr__": _shown,
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
    }
    if slots:
        given |= {"__getstate__": _state, "__setstate__": _set_state}
    if eq:
        given["__eq__"] = _equality([one.name for one in fields if one.compare])
        given["__hash__"] = _hash([one.name for one in fields if (one.compare if one.hash is None else one.hash)])
    for name, function in given.items():
        if vars(made).get(name) is None:  # what the class itself says goes first
            setattr(made, name, function)
    if not has_words:
        made.__doc__ = made.__name__ + str(inspect.signature(made)).replace(" -> None", "")
    parameters = vars(made)["__dataclass_params__"]
    parameters.init = parameters.repr = parameters.frozen = True
    parameters.eq = eq
    return made


def _slotted(cls: type, fields: Fields) -> type:
    """The same class anew, with a slot for each field in place of its default."""
    space = dict(vars(cls))
    for name in (*(one.name for one in fields), "__dict__", "__weakref__"):
        space.pop(name, None)
    made = type(cls)(cls.__name__, cls.__bases__, space | {"__slots__": tuple(one.name for one in fields)})
    made.__qualname__ = cls.__qualname__
    return made


def _initialiser(cls: type, fields: Fields, slots: bool) -> Any:
    """`__init__` with the fields' names, defaults and order; it sets slots directly, which is twice as fast."""
    space: dict[str, Any] = {"_unset": _UNSET, "_set": object.__setattr__}
    given, lines = [], []
    for one in fields:
        name, value = one.name, one.name if one.init else ""
        if slots:
            space[f"_set_{name}"] = vars(cls)[name].__set__
        if one.default is not dataclasses.MISSING:
            space[f"_of_{name}"] = one.default
            given += [f"{name}=_of_{name}"] if one.init else []
            value = value or f"_of_{name}"
        elif one.default_factory is not dataclasses.MISSING:
            space[f"_of_{name}"] = one.default_factory
            given += [f"{name}=_unset"] if one.init else []
            value = f"_of_{name}() if {name} is _unset else {name}" if one.init else f"_of_{name}()"
        else:
            given += [name] if one.init else []
        if value:
            lines.append(f"_set_{name}(self, {value})" if slots else f"_set(self, {name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    body = "; ".join(lines or ["pass"])
    exec(f"def __init__({', '.join(['self', *given])}): {body}", space)  # noqa: S102 - names of fields, and no more
    init = space["__init__"]
    init.__qualname__, init.__module__ = f"{cls.__qualname__}.__init__", cls.__module__
    init.__annotations__ = {one.name: one.type for one in fields if one.init} | {"return": None}
    return init


def _refuse_to_set(_self: Any, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    """What is pickled: the values, in the order of the fields, as Python's own keep them."""
    return [getattr(self, one.name) for one in dataclasses.fields(self)]


def _set_state(self: Any, state: Iterable[Any]) -> None:
    for one, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)


@recursive_repr()
def _shown(self: Any) -> str:
    told = (f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self) if one.repr)
    return f"{type(self).__qualname__}({', '.join(told)})"


def _values(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """The values of these fields; two or more at a time are fetched without any Python being run."""
    return attrgetter(*names) if len(names) > 1 else lambda self: tuple(getattr(self, name) for name in names)


def _equality(names: list[str]) -> Callable[[Any, object], Any]:
    values = _values(names)

    def equal(self: Any, other: object) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    return equal


def _hash(names: list[str]) -> Callable[[Any], int]:
    values = _values(names)
    return lambda self: hash(values(self))
