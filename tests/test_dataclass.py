"""Dataclasses that are made quickly are what Python's own are."""

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field
from functools import cached_property
from typing import Any, ClassVar

import pytest

from reader import dataclass as quick

Make = Callable[..., Any]
BOTH = pytest.mark.parametrize("make", [quick.dataclass, dataclasses.dataclass], ids=["ours", "Python's"])


def written(make: Make, **options: bool) -> type:
    @make(frozen=True, slots=True, **options)
    class Written:
        """Something written."""

        name: str
        size: int = 3
        words: list[str] = field(default_factory=list)
        kept: dict[str, int] = field(default_factory=dict, init=False, repr=False, compare=False)
        kind: str = field(default="line", init=False)

        def twice(self) -> int:
            return 2 * self.size

    return Written


@BOTH
def test_made_shown_and_compared(make: Make) -> None:
    kind = written(make)
    one = kind("a", words=["b"])
    assert repr(one) == f"{kind.__qualname__}(name='a', size=3, words=['b'], kind='line')"
    assert one == kind("a", 3, ["b"])
    assert one != kind("a", 4, ["b"])
    assert one != ("a", 3, ["b"], "line")
    assert kind("a").words is not kind("a").words
    assert (one.twice(), one.kept, kind.__match_args__) == (6, {}, ("name", "size", "words"))
    assert [one.name for one in dataclasses.fields(kind)] == ["name", "size", "words", "kept", "kind"]
    with pytest.raises(TypeError, match=r"__init__\(\) missing 1 required positional argument: 'name'"):
        kind()
    with pytest.raises(TypeError, match="unexpected keyword argument 'kept'"):
        kind("a", kept={})


@BOTH
def test_its_signature_tells_names_types_and_defaults(make: Make) -> None:
    told = "(name: str, size: int = 3, words: list[str] = <factory>) -> None"
    assert str(inspect.signature(written(make))) == told
    undocumented = make(frozen=True, slots=True)(type("Kind", (), {"__annotations__": {"name": str, "size": int}}))
    assert undocumented.__doc__ == "Kind(name: str, size: int)"


@BOTH
def test_nothing_of_it_can_be_changed(make: Make) -> None:
    one = written(make)("a")
    for name in ("size", "words"):
        with pytest.raises(FrozenInstanceError, match=f"cannot assign to field '{name}'"):
            setattr(one, name, 4)
        with pytest.raises(FrozenInstanceError, match=f"cannot delete field '{name}'"):
            delattr(one, name)
    assert not hasattr(one, "__dict__")


@BOTH
def test_copies_and_replacements(make: Make) -> None:
    one = written(make)("a", 4, ["b"])
    for other in (copy.copy(one), copy.deepcopy(one), dataclasses.replace(one)):
        assert other == one
    assert copy.deepcopy(one).words is not one.words
    assert dataclasses.replace(one, size=9).size == 9
    assert dataclasses.asdict(one) == {"name": "a", "size": 4, "words": ["b"], "kept": {}, "kind": "line"}
    assert list(inspect.signature(type(one)).parameters) == ["name", "size", "words"]


@quick.dataclass(frozen=True, slots=True)
class Pickled:
    """At the top of a module, where pickles find it."""

    name: str
    parts: tuple["Pickled", ...] = ()


@quick.dataclass(frozen=True)
class Kept:
    """The same without slots."""

    name: str


def test_pickles_come_back() -> None:
    one = Pickled("a", (Pickled("b"),))
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(one, protocol)) == one  # noqa: S301


@BOTH
@pytest.mark.parametrize("names", [(), ("a",), ("a", "b"), ("a", "b", "c")])
def test_equal_values_have_equal_hashes(make: Make, names: tuple[str, ...]) -> None:
    kind = make(frozen=True, slots=True)(type("Kind", (), {"__annotations__": dict.fromkeys(names, str)}))
    one, same = kind(*names), kind(*names)
    assert one == same
    assert hash(one) == hash(same) == hash(names)
    if names:
        nothing = float("nan")
        assert kind(*[nothing for _ in names]) == kind(*[nothing for _ in names])  # the same object, as in tuples
        assert one != kind(*[name.upper() for name in names])


@BOTH
def test_without_equality_each_is_its_own(make: Make) -> None:
    kind = written(make, eq=False)
    assert kind("a") != kind("a")
    assert len({kind("a"), kind("a")}) == 2


@BOTH
def test_what_a_class_says_itself_goes_first(make: Make) -> None:
    @make(frozen=True, slots=True)
    class Own:
        name: str
        doubled: str = ""

        def __post_init__(self) -> None:
            object.__setattr__(self, "doubled", 2 * self.name)

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Own) and self.name.lower() == other.name.lower()

        def __repr__(self) -> str:
            return self.doubled

    assert Own("a") == Own("A")
    assert repr(Own("a")) == "aa"
    assert hash(Own("a")) != hash(Own("A"))


@BOTH
def test_one_that_holds_itself_is_shown(make: Make) -> None:
    @make(frozen=True, slots=True)
    class Ring:
        parts: list[Any]

    ring = Ring([])
    ring.parts.append(ring)
    assert repr(ring).endswith("Ring(parts=[...])")


@BOTH
def test_others_derive_from_it(make: Make) -> None:
    @make(frozen=True, slots=True)
    class Base:
        name: str

    @make(frozen=True, slots=True)
    class Derived(Base):
        size: int = 0

    assert Derived("a", 2) == Derived("a", 2)
    assert Derived("a") != Base("a")
    assert repr(Derived("a")).endswith("Derived(name='a', size=0)")
    with pytest.raises(FrozenInstanceError):
        Derived("a").name = "b"  # type: ignore[misc]
    with pytest.raises(TypeError, match="cannot inherit non-frozen dataclass from a frozen one"):
        make()(type("Loose", (Base,), {"__annotations__": {"x": int}}))


@BOTH
def test_what_is_ordered_is_ordered_by_its_values(make: Make) -> None:
    @make(frozen=True, slots=True, order=True)
    class Place:
        start: int
        end: int
        name: str = field(default="", compare=False)

    @make(frozen=True, slots=True, order=True)
    class Other:
        start: int
        end: int

    places = [Place(2, 3), Place(1, 5), Place(1, 2)]
    assert [(one.start, one.end) for one in sorted(places)] == [(1, 2), (1, 5), (2, 3)]
    assert Place(1, 2, "a") <= Place(1, 2, "b") <= Place(1, 3)
    assert Place(2, 0) > Place(1, 9) >= Place(1, 9, "c")
    with pytest.raises(TypeError, match="'<' not supported"):
        assert Place(1, 2) < Other(1, 3)


@BOTH
def test_without_slots_there_is_room_for_what_is_worked_out_once(make: Make) -> None:
    @make(frozen=True)
    class Line:
        text: str
        gap: bool = False

        @cached_property
        def words(self) -> list[str]:
            return self.text.split()

    one = Line("a b")
    assert one.words is one.words
    assert (one, hash(one)) == (Line("a b", False), hash(Line("a b")))
    assert pickle.loads(pickle.dumps(Kept("a"))) == Kept("a")  # noqa: S301
    assert Line.gap is False
    with pytest.raises(FrozenInstanceError):
        one.gap = True  # type: ignore[misc]


@BOTH
def test_what_is_made_otherwise_is_left_to_python(make: Make) -> None:
    @make(slots=True)
    class Changed:
        size: int = 0

    @make(frozen=True, slots=True)
    class Counted:
        COUNT: ClassVar[int] = 3
        size: int = field(default=1, kw_only=True)

    one = Changed()
    one.size = 5
    assert (one.size, Counted(size=2).size, Counted.COUNT) == (5, 2, 3)
