"""Lines of pages to paragraphs: running heads once, lines joined, words divided at line ends made whole."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from reader.importing.patterns import words
from reader.importing.pdf_lines import Line
from reader.importing.rules import rules
from reader.lexicon import load

_SOFT = ("\x02", "\ufffe", "\xad")  # how PDFium and files mark a hyphen that only divides
_HARD = ("-", "‐")
_HEADLINE = 1.35  # times as large as the text around it
_LARGE = 1.2
_LEADING = 1.4
"""Of the height of a line: what is further below it is another paragraph, however large both are."""
_STORY = 25  # words under a headline, at least
_MARGIN = 2  # so many lines at either end of a page may be running heads
_BULLETS = ("•", "◦", "▪", "‣", "■", "●")
_STOPS = (".", "!", "?", "…", ":", "”", "’", '"')


def without_running_heads(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without page numbers, and with what stands at the edge of page after page on the first only."""
    edges = [_edges(page) for page in pages]
    seen = Counter(key for page, edge in zip(pages, edges, strict=True) for key in {_key(page[n].text) for n in edge})
    often = {key for key, count in seen.items() if count >= max(2, min(3, len(pages))) and count > 0.3 * len(pages)}
    result, said = [], set()
    for page, edge in zip(pages, edges, strict=True):
        kept = []
        for n, line in enumerate(page):
            key = _key(line.text)
            if n in edge and (
                key in often or (len(page) > 4 and key in ("#", "# / #", "#/#", "page #", "page # of #"))
            ):
                if key in said or not key.strip("#/ "):
                    continue
                said.add(key)
            kept.append(line)
        result.append(kept)
    return result


def stories(pages: Iterable[Sequence[Line]]) -> int:
    """How many stories seem to stand on the pages: headlines of a like size with a text of its own under each."""
    lines = [line for page in pages for line in page]
    usual = median([line.height for line in lines]) if lines else 0.0
    heads: list[tuple[float, int]] = []  # the size of each headline, and how many words stand under it
    open_ = False
    for line in lines:
        if line.height > _HEADLINE * usual and not rules().lines.fit(words(line.text)):
            if not open_ or abs(heads[-1][0] - line.height) > 0.2 * line.height:
                heads.append((line.height, 0))
            open_ = not line.text.endswith(_STOPS)
            heads = heads if open_ else heads[:-1]  # what was said, set large
        elif heads:
            heads[-1] = heads[-1][0], heads[-1][1] + len(line.text.split())
            open_ = False
    told = [size for size, below in heads if below >= _STORY]
    return sum(size >= 0.6 * max(told) for size in told)


def _edges(page: Sequence[Line]) -> set[int]:
    """The lines highest and lowest on a page."""
    by_height = sorted(range(len(page)), key=lambda n: -page[n].top)
    return {*by_height[:_MARGIN], *by_height[-_MARGIN:]}


def _key(line: str) -> str:
    """A line without its numbers."""
    return re.sub(r"\d+", "#", " ".join(line.split()).lower())


def paragraphs(pages: Iterable[Sequence[Line]]) -> Iterator[str]:
    """The paragraphs, those that go on over a column's or page's end as one."""
    lines = [line for page in pages for line in page]
    known = Counter(word for line in lines for word in line.text.lower().split())
    usual = median([line.height for line in lines]) if lines else 0.0
    spacing = _spacing(lines)
    open_: list[str] = []
    for n, line in enumerate(lines):
        if n and _parts(lines[max(0, n - 2) : n], line, usual, spacing):
            yield _text(open_, known)
            open_ = []
        open_.append(line.text)
    if open_:
        yield _text(open_, known)


def _spacing(lines: Sequence[Line]) -> float:
    """From one line to the next of a paragraph: the least step that is common; paragraphs are further apart."""
    steps = Counter(round(2 * (a.bottom - b.bottom)) / 2 for a, b in pairwise(lines) if _below(a, b))
    common = [step for step, count in steps.items() if count >= 0.15 * steps.total()]
    return float(min(common, default=0))


def _below(first: Line, second: Line) -> bool:
    """Whether the second stands under the first, in the same column."""
    step = first.bottom - second.bottom
    return (
        0 < step < 4 * max(first.height, second.height, 6) and first.left < second.right and second.left < first.right
    )


def _parts(before: Sequence[Line], line: Line, usual: float, spacing: float) -> bool:
    """Whether a paragraph ends between the lines before (two at most) and this one."""
    last = before[-1]
    if last.text.endswith((*_SOFT, *_HARD)) and line.text[0].islower():
        return False
    if abs(last.height - line.height) > 0.2 * max(usual, 1):  # a heading
        return True
    if line.text.startswith(_BULLETS):
        return True
    stopped = last.text.endswith(_STOPS)
    if last.bottom - line.bottom >= 4 * max(last.height, line.height, 6) and line.left < last.right:
        return True  # a picture, a table, the foot of the page
    if not _below(last, line):  # the next column or page
        return not line.text[0].islower() and (stopped and not _is_full(before, usual))
    most = 1.22 * spacing * max(1.0, line.height / max(usual, 1)) + 0.4
    if line.height > _LARGE * usual and not stopped:  # a headline of several lines, set as wide as its letters ask for
        most = max(most, _LEADING * line.height)
    if last.bottom - line.bottom > most:
        return True
    short = last.right < line.right - 4 * max(usual, 6)
    indented = line.left > last.left + 0.7 * max(usual, 6)
    return stopped and (short or indented)


def _is_full(before: Sequence[Line], usual: float) -> bool:
    """Whether a line reaches as far as the one above it: the last of a paragraph rarely does."""
    return len(before) > 1 and _below(before[0], before[1]) and before[1].right > before[0].right - 0.4 * usual


def joined_lines(text: str) -> str:
    """A paragraph of several lines as one."""
    return _text([" ".join(line.split()) for line in text.split("\n")], Counter(text.lower().split()))


def _text(lines: Sequence[str], known: Counter[str]) -> str:
    """The lines as one, a divided word made whole."""
    result = ""
    for line in lines:
        if result.endswith(_SOFT + _HARD) and line[:1].islower() and result[-2:-1].isalpha():
            result = result[:-1] + ("-" if _keeps_hyphen(result[:-1], line, known) else "") + line
        elif result.endswith(_SOFT):  # "Vela-" and "Lysander", "2030-" and "31"
            result = f"{result[:-1]}-{line}"
        else:
            result = f"{result} {line}" if result else line
    for sign in _SOFT:
        result = re.sub(f"{sign}\\s*", "", result)
    return " ".join(result.split())


def _keeps_hyphen(before: str, after: str, known: Counter[str]) -> bool:
    """Whether the hyphen belongs to the word: the document has it so, or has both halves and not the whole."""
    first = before[-60:].split()[-1].lower().lstrip("“‘\"'(")
    second = after[:60].split()[0].lower().rstrip(".,;:!?”’\"')")
    whole, compound = known[first + second], known[f"{first}-{second}"]
    if whole or compound:
        return compound > whole
    words = min(len(first), len(second)) > 2 and known[first] > 0 and known[second] > 0
    return words or first.rpartition("-")[2] in load("hyphens")["heads"] or "-" in first
