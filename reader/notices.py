"""What a reader should know of how an article was read, as kinds and values; `wording.notices` puts them into words."""

from collections.abc import Mapping
from enum import StrEnum

from reader.dataclass import dataclass

Value = str | int


class NoticeKind(StrEnum):
    """What a notice is about; the comment names its values."""

    LEFT_OUT = "left out"  # n: paragraphs that the page shows and the text has not; under: the heading above them
    ABSTRACT = "abstract"  # the file has an abstract of the article, and not the article
    CUT = "cut"  # n: characters that the supplier held back, 0 where it does not say how many
    SHORTER = "shorter"  # n: words fewer than the archive says that the article has
    BAD_BYTES = "bad bytes"  # n: bytes that are no letters in the file's encoding
    MISREAD = "misread"  # shown: a piece of text that somebody decoded wrongly before
    DATE = "date"  # said: a date whose day and month cannot be told apart, or that was never
    ADDED = "added"  # n: paragraphs that stood outside of the article's own container
    ENCODING = "encoding"  # encoding: the likeliest, where no one is sure
    CORRECTION = "correction"  # text: the correction, clarification or editor's note that came with it
    KILLED = "killed"  # text: why the supplier withdrew the article
    EMBARGO = "embargo"  # until: before when it may not be published, ISO 8601
    VERSION = "version"  # version: which of several this is
    PLACE = "place"  # section, page: where it stood in print
    GRAPHIC = "graphic"  # text: what the archive says of its pictures
    STRUCK = "struck"  # n: words that were struck through, which no longer hold
    RECOGNISED = "recognised"  # n: pages whose text a program has read in their pictures
    STORIES = "stories"  # n: how many stories seem to stand in what was read as one
    COMMENTARY = "commentary"  # n: highlights and remarks of a reader that came with it and are not its text


# What is there to be looked up and needs nobody's attention.
_QUIET = frozenset([NoticeKind.PLACE, NoticeKind.GRAPHIC, NoticeKind.VERSION])
_LACKING = frozenset(
    [
        NoticeKind.LEFT_OUT, NoticeKind.ABSTRACT, NoticeKind.CUT, NoticeKind.SHORTER, NoticeKind.BAD_BYTES,
        NoticeKind.MISREAD, NoticeKind.RECOGNISED,
    ]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice; `values` are named by the comments at its kind, each at most once."""

    kind: NoticeKind
    values: tuple[tuple[str, Value], ...] = ()

    @property
    def is_lacking(self) -> bool:
        """Whether it says that the article is not there whole, or not as it was written."""
        return self.kind in _LACKING

    @property
    def is_quiet(self) -> bool:
        """Whether it only adds to what is known of the article."""
        return self.kind in _QUIET

    def value(self, name: str) -> Value:
        """A value by its name; the empty string where there is none."""
        return dict(self.values).get(name, "")


def notice(kind: NoticeKind, **values: Value) -> Notice:
    """A notice with its values."""
    return Notice(kind, tuple(values.items()))


def as_json(notices: tuple[Notice, ...]) -> list[dict[str, Value]]:
    """Notices as JSON holds them: `[{"kind": ..., a value by its name, ...}, ...]`."""
    return [{"kind": one.kind.value, **dict(one.values)} for one in notices]


def from_json(told: object) -> tuple[Notice, ...]:
    """What `as_json` was given; what makes no sense, or is of a later version, is left out."""
    found = []
    for one in told if isinstance(told, list) else []:
        if isinstance(one, Mapping) and one.get("kind") in list(NoticeKind):
            values = {key: value for key, value in one.items() if key != "kind" and isinstance(value, str | int)}
            found.append(Notice(NoticeKind(one["kind"]), tuple(values.items())))
    return tuple(found)
