"""What was taken of a page held against what the page shows: what belongs is added, what else is missing is told."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from reader.dataclass import dataclass
from reader.importing.page_blocks import Block, key_of
from reader.notices import Notice, NoticeKind, notice

_COMMENTS = "Comments"
_TOLD = 3  # headings under which something is missing that are named
_BODY = 1.25  # how many times longer the text that a page gives to machines has to be to be the fuller one
_PART = 0.3  # of the paragraphs taken: what holds as many is no aside, whatever it is called
_LINKED = 0.95  # of its letters: such a line leads to another page
_POINTERS = ("p", "div", "h3", "h4", "h5")  # a list of links may be what an article is about
_RUN = 8  # blocks in one paragraph: more were never one
_LEAST = 25  # letters of a block that says something
_SUMMARY = 40  # letters of one that sums up an article
_NEAR = 12  # blocks above the text, where no headline is
_POINTS = re.compile(
    r"(?:read|see|watch|listen|related|also|more|mehr|lire|lea|leia|leggi)\b[^.]{0,40}[:>»]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Completion:
    """The text with what belongs to it, and what there is to say."""

    text: str
    notices: tuple[Notice, ...] = ()
    aside: tuple[str, ...] = ()
    """Paragraphs of it that were taken from what is no part of an article."""


def _belonging(blocks: Sequence[Block], missing: Sequence[int], page: "_Page") -> list[int]:
    """Of the blocks that were not chosen those of the article, and the headings over them."""
    found = [n for n in missing if page.belongs(n)]
    first = {blocks[n].key: n for n in reversed(found)}  # pages show a line twice, for wide screens and for narrow ones
    found = [n for n in found if first[blocks[n].key] == n]
    return [n for n in found if not blocks[n].is_heading or page.heads(n, found)]


def _left(blocks: Sequence[Block], missing: Iterable[int], page: "_Page", merged: Sequence[str]) -> list[Block]:
    """The blocks that are to be told of: neither chosen nor added, and nowhere in what there is now."""
    told = key_of("".join(merged))
    return [blocks[n] for n in missing if page.is_told(n) and blocks[n].key not in told]


def completed(text: str, blocks: Sequence[Block], body: str = "", summaries: Sequence[str] = ()) -> Completion:
    """`text` as it was chosen from the page of `blocks`; `body`: the article as the page gives it to machines.

    `summaries`: what the page says to machines that its article is about.
    """
    paragraphs = [one for one in text.split("\n\n") if one.strip()]
    whole = key_of(text)
    there = [block.key in whole for block in blocks]
    kept = [n for n, block in enumerate(blocks) if there[n] and not block.is_comment]
    prose = [n for n in kept if blocks[n].is_prose]
    if not prose:
        return Completion(text)
    said = key_of(body)
    page = _Page(blocks, prose, said if _is_same(blocks, prose, said) else "", [key_of(one) for one in summaries])
    missing = [n for n, block in enumerate(blocks) if not there[n] and len(block.key) > 2]
    added = _belonging(blocks, missing, page)
    merged = _merged(paragraphs, blocks, added)
    notices = [notice(NoticeKind.ADDED, n=len(added))] if added else []
    fuller = _fuller(body, merged, page.said)
    if fuller:
        notices = [notice(NoticeKind.ADDED, n=fuller[1])]
        merged = fuller[0]
    left = _left(blocks, [n for n in missing if n not in added], page, merged)
    return Completion("\n\n".join(merged), (*notices, *_left_out(left)), tuple(_asides(paragraphs, blocks, prose)))


def _asides(paragraphs: Sequence[str], blocks: Sequence[Block], prose: Sequence[int]) -> Iterator[str]:
    """The paragraphs that stand in something that is no article by its name, and those that the page does not show."""
    shown = "".join(block.key for block in blocks)
    weights = Counter(number for n in prose for number in blocks[n].asides)
    whole = {number for number, count in weights.items() if count > _PART * len(prose)}  # named so, and it is the text
    away, open_ = set[str](), set[str]()
    for block in blocks:
        pointer = block.linked > _LINKED and block.tag in _POINTERS
        (away if pointer or any(number not in whole for number in block.asides) else open_).add(block.key)
    for paragraph in paragraphs[1:]:
        key = key_of(paragraph)
        if (key in away and key not in open_) or (key not in shown and len(paragraph.split()) < 4):
            yield paragraph


def is_missed(text: str, blocks: Sequence[Block]) -> bool:
    """Whether what was taken is no article: none of the paragraphs, but many blocks that ran together."""
    whole = key_of(text)
    prose = [block for block in blocks if block.is_prose and not block.is_comment]
    if len(prose) < 3 or any(block.key in whole for block in prose):
        return False
    longest = key_of(max(text.split("\n\n"), key=len))
    return sum(block.key in longest for block in blocks) > _RUN


def _is_same(blocks: Sequence[Block], prose: Sequence[int], said: str) -> bool:
    """Whether the text for machines is that of this article: it has most of what was taken."""
    if not said:
        return False
    lengths = [(len(blocks[n].key), blocks[n].key[:80] in said) for n in prose]
    return sum(length for length, there in lengths if there) > 0.6 * sum(length for length, _there in lengths)


class _Page:
    """The blocks of a page and which of them were taken: what else is of the same article."""

    def __init__(self, blocks: Sequence[Block], prose: Sequence[int], said: str, summaries: Sequence[str]) -> None:
        self.blocks, self.prose, self.said, self.summaries = blocks, prose, said, summaries
        self.first, self.last = prose[0], prose[-1]
        self.parents = Counter(blocks[n].path[:-1] for n in prose)
        self.forms = Counter(blocks[n].form for n in prose)
        self.articles = {blocks[n].article for n in prose}
        self.around = {number for n in prose for number in blocks[n].furniture}  # named so, and it holds the text
        self.common = _common([blocks[n].path for n in prose])
        heads = [n for n, block in enumerate(blocks[: self.first]) if block.tag == "h1"]
        self.top = heads[-1] if heads else None

    def belongs(self, n: int) -> bool:
        """Whether a block that was not taken is part of the article."""
        block = self.blocks[n]
        inside = self.first < n < self.last
        if block.is_post:
            return inside and not block.is_comment and len(block.key) > 2
        if block.is_comment or _POINTS.match(block.text):
            return False
        if block.is_prose and self._is_alike(block):  # whatever its box is called, the text stands in such boxes
            return True
        if self._sums_up(n):
            return True
        if self.is_furniture(block):
            return False
        if block.is_quote:
            return inside
        if block.is_heading:
            return inside and self.parents[block.path[:-1]] > 0
        if self.said and block.key in self.said and len(block.key) > _LEAST:
            return True
        return block.is_prose and (self._is_above(n) or (inside and self._is_beside(block)))

    def is_furniture(self, block: Block) -> bool:
        """Whether it stands in something that is named as no part of an article, and has none of it."""
        return any(number not in self.around for number in block.furniture)

    def _is_alike(self, block: Block) -> bool:
        """Whether it stands in a box of the same class as paragraphs of the text do, in the same article."""
        return self.forms[block.form] > 1 and len(block.form.split()) > 2 and block.article in self.articles

    def _is_beside(self, block: Block) -> bool:
        """Whether it is a paragraph among those of the text, in one element with them, called so or nothing at all."""
        return self.parents[block.path[:-1]] > 1 and (block.tag == "p" or (block.is_plain and block.linked < 0.3))

    def _is_above(self, n: int) -> bool:
        """Whether it stands between the headline and the text and sums up."""
        block = self.blocks[n]
        if n >= self.first or block.linked > 0.3 or (self.top is not None and n < self.top):
            return False
        if block.is_lede:
            return self.top is not None or self.first - n < 8
        return self.top is not None and self.first - n <= 2 and block.tag in ("p", "h2", "div", "header")

    def _sums_up(self, n: int) -> bool:
        """Whether it stands above the text and is what the page says of itself, shown to readers as well."""
        block = self.blocks[n]
        if n >= self.first or block.linked > 0.3 or block.tag == "figcaption":
            return False
        if not (self.top < n if self.top is not None else self.first - n < _NEAR):
            return False
        return any(_is_beginning(block.key, one) for one in self.summaries)

    def heads(self, n: int, added: Sequence[int]) -> bool:
        """Whether a heading stands above something of the article, before the next heading."""
        for later in range(n + 1, min(n + 8, len(self.blocks))):
            if self.blocks[later].is_heading:
                return False
            if later in self.prose or later in added:
                return True
        return False

    def is_told(self, n: int) -> bool:
        """Whether a block that is left out is worth telling: readers' comments, and prose within the article."""
        block = self.blocks[n]
        if not block.is_prose or block.linked > 0.3:
            return False
        if block.is_comment:
            return True
        near = block.path[: len(self.common)] == self.common and len(self.common) > 2
        return not self.is_furniture(block) and near and self.first < n < self.last and len(block.text.split()) > 12


def _is_beginning(one: str, other: str) -> bool:
    """Whether the shorter of two keys, if it says enough, is how the longer one begins."""
    length = min(len(one), len(other))
    return length >= _SUMMARY and one[:length] == other[:length]


def _common(paths: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    """The ancestors that all have."""
    shortest = min(paths, key=len)
    for n, one in enumerate(shortest):
        if any(path[n] != one for path in paths):
            return shortest[:n]
    return shortest[:-1]


def _merged(paragraphs: Sequence[str], blocks: Sequence[Block], added: Sequence[int]) -> list[str]:
    """The paragraphs with the added blocks in their places."""
    if not added:
        return list(paragraphs)
    keys = [key_of(one) for one in paragraphs]
    places: list[int] = []  # the block that each paragraph ends with
    at = 0
    for key in keys:
        found = next((n for n in range(at, len(blocks)) if blocks[n].key in key and _is_end(blocks[n].key, key)), None)
        places.append(found if found is not None else at - 1)
        at = found + 1 if found is not None else at
    merged: list[str] = []
    waiting = list(added)
    for paragraph, place in zip(paragraphs, places, strict=True):
        while waiting and waiting[0] < place:
            merged.append(blocks[waiting.pop(0)].text)
        merged.append(paragraph)
    return [*merged, *(blocks[n].text for n in waiting)]


def _is_end(key: str, whole: str) -> bool:
    return whole.endswith(key) or len(key) > 0.6 * len(whole)


def _fuller(body: str, merged: Sequence[str], said: str) -> tuple[list[str], int] | None:
    """The text that the page gives to machines where it has far more than the page shows, and how many more."""
    there = key_of("".join(merged))
    if not said or len(said) < _BODY * len(there):
        return None
    paragraphs = [one.strip() for one in re.split(r"\n+", body) if one.strip()]
    above = [one for one in merged[:2] if key_of(one) not in said]
    return [*above, *paragraphs], sum(key_of(one)[:80] not in there for one in paragraphs)


def _left_out(blocks: Iterable[Block]) -> list[Notice]:
    """What was left out, by the headings that it stands under."""
    counts = Counter(_COMMENTS if block.is_comment else block.under for block in blocks)
    return [notice(NoticeKind.LEFT_OUT, n=n, under=under) for under, n in counts.most_common(_TOLD)]
