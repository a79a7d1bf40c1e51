"""What the top of a page says about its article: headline, standfirst, byline, dateline, outlet and date."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reader.dataclass import dataclass
from reader.importing.datelines import agency_in, dateline, lone_dateline
from reader.importing.dates import dated
from reader.importing.forms import is_breadcrumb
from reader.importing.masthead_lines import DEPTH, MastheadLines, read_masthead_lines
from reader.importing.masthead_words import words_of
from reader.importing.names import outlet, outlet_in
from reader.importing.paragraphs import RawParagraph
from reader.lexicon import load
from reader.text.folding import folded
from reader.text.spans import Span

_AFTER = 2
"""Paragraphs after the one that was taken for the first, which may be a standfirst."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """What was found, empty where nothing was, and the lines that hold only such things."""

    headline: str = ""
    standfirst: str = ""
    byline: str = ""
    dateline: str = ""
    outlet: str = ""
    published: str = ""
    updated: str = ""
    url: str = ""
    spans: tuple[Span, ...] = ()


def masthead(paragraphs: Sequence[RawParagraph], furniture: Mapping[int, Span]) -> Masthead:
    """The masthead of a text whose furniture is known."""
    marks = read_masthead_lines(paragraphs, furniture)
    open_ = [n for n in range(len(paragraphs)) if n not in marks.places and furniture.get(n) != paragraphs[n].span]
    body = next((n for n in open_ if paragraphs[n].prose and not _deep(n, marks, paragraphs)), len(paragraphs))
    result = _of_lines(marks, paragraphs)
    title = _title(paragraphs, [n for n in open_ if n < min(body, DEPTH)])
    if title is not None:
        between = [n for n in open_ if title < n < body and n not in furniture]
        last_mark = max((n for n in {*marks.places, *furniture} if n < body), default=0)
        result = _with_headline(result, paragraphs, title, between, last_mark, body)
    result = _with_dateline(result, paragraphs, open_, body)
    if not result.outlet:
        result = replace(result, outlet=outlet_in(paragraphs[n].text for n in sorted(furniture)))
    if not result.outlet:
        result = replace(result, outlet=agency_in(result.dateline))
    return result


def _of_lines(marks: MastheadLines, paragraphs: Sequence[RawParagraph]) -> Masthead:
    """What lines of their own say: byline, outlet, and the day; of a day of change alone, that one."""
    return Masthead(
        byline=marks.byline,
        outlet=marks.outlet,
        published=marks.published or marks.updated,
        updated=marks.updated if marks.published else "",
        url=marks.url,
        spans=tuple(paragraphs[n].span for n in sorted(marks.places)),
    )


def _with_headline(
    result: Masthead, paragraphs: Sequence[RawParagraph], title: int, between: Sequence[int], last_mark: int, body: int
) -> Masthead:
    """What the line of the headline says, and the lines `between` it and the body."""
    headline, rest, named = _headline(paragraphs[title])
    label, _colon, said = headline.partition(": ")
    headline = said if said and folded(label) in words_of("outlets", "headline_labels") else headline
    repeated = _repeated(paragraphs, title, headline)
    standfirst = _standfirst(paragraphs, [n for n in between if n not in repeated], last_mark, body)
    spans = (*result.spans, *([rest] if len(rest) else []), *(paragraphs[n].span for n in repeated))
    return replace(result, headline=headline, outlet=result.outlet or named, standfirst=standfirst, spans=spans)


def _with_dateline(result: Masthead, paragraphs: Sequence[RawParagraph], open_: Sequence[int], body: int) -> Masthead:
    """What the first paragraph says of place and day; its day counts where no line above gave one."""
    found = _dateline(paragraphs, open_, body)
    if not found:
        return result
    day = dated(found)
    return replace(result, dateline=found, published=result.published or (day.iso if day else ""))


def _dateline(paragraphs: Sequence[RawParagraph], open_: Sequence[int], body: int) -> str:
    """The dateline of the first paragraph, of the line above it or, where an agency is in it, of one soon after."""
    if body < len(paragraphs) and (found := dateline(paragraphs[body].text) or _above(paragraphs, open_, body)):
        return found
    near = [n for n in open_ if 0 < n <= DEPTH and n > (body if body < len(paragraphs) else 0)][:_AFTER]
    several = (dateline(paragraphs[n].text) for n in near)
    return next((one for one in several if agency_in(one)), "")


def _deep(place: int, marks: MastheadLines, paragraphs: Sequence[RawParagraph]) -> bool:
    """Whether a paragraph is a standfirst: date or byline follow it at once, or within two short lines."""
    after = [n for n in marks.places if place < n <= place + 3]
    return bool(after) and 0 < place < DEPTH and not any(paragraphs[n].prose for n in range(place + 1, min(after)))


def _title(paragraphs: Sequence[RawParagraph], candidates: Sequence[int]) -> int | None:
    """The first line that may be the headline; a word or two above a longer line is a kicker."""
    first = candidates[:1]
    longer = [n for n in candidates[1:3] if len(paragraphs[n].text.split()) > 3 and not paragraphs[n].ends]
    if first and longer and len(paragraphs[first[0]].text.split()) <= 2:
        return longer[0]
    return first[0] if first else None


def _headline(paragraph: RawParagraph) -> tuple[str, Span, str]:
    """The headline, what hangs on to it (" | World", " - The Courier") and the outlet that this names."""
    sections = load("mastheads")["outlets"]["sections"]
    for sign in (" | ", " - ", " – ", " — "):
        head, _sign, tail = paragraph.text.rpartition(sign)
        name = outlet(tail.strip())
        if head and (folded(tail.strip()) in sections or name):
            return head.strip(), Span(paragraph.span.start + len(head), paragraph.span.end), name
    return paragraph.text, Span(paragraph.span.end, paragraph.span.end), ""


def _repeated(paragraphs: Sequence[RawParagraph], title: int, headline: str) -> set[int]:
    """Later lines that say the headline again and nothing else."""
    if len(headline.split()) < 3:  # a word or two may well be a subheading
        return set()
    said = (headline, paragraphs[title].text)
    return {n for n, paragraph in enumerate(paragraphs) if n > title and not paragraph.ends and paragraph.text in said}


def _standfirst(paragraphs: Sequence[RawParagraph], between: Sequence[int], last_mark: int, body: int) -> str:
    """The line between headline and body that sums up: it stands above dates and credits, or has no full stop."""
    for n in between:
        length = len(paragraphs[n].text.split())
        above = n < last_mark and 6 <= length <= 60  # longer is body, shorter is a label
        unstopped = not paragraphs[n].ends and 8 <= length <= 45 and body < len(paragraphs)
        if (above or unstopped) and not is_breadcrumb(paragraphs[n]):
            return paragraphs[n].text
    return ""


def _above(paragraphs: Sequence[RawParagraph], open_: Sequence[int], body: int) -> str:
    """A dateline on a line of its own above the first paragraph."""
    above = [paragraphs[n] for n in open_ if n == body - 1 and len(paragraphs[n].text) < 60]  # place, date, agency
    return lone_dateline(above[0].text) if above else ""
