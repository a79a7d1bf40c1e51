"""What of a page is furniture and no part of the article, by the rules of data/lexicon/boilerplate.toml."""

from collections import Counter
from collections.abc import Iterable, Sequence

from reader.importing.forms import leading_name
from reader.importing.paragraphs import RawParagraph
from reader.importing.rules import Rules, rules
from reader.text.spans import Span

_TAIL_SHARE = 0.45  # a tail may open in this last part of the text only
_NEWS_WORDS = 2  # a teaser with a figure and as many words of the article speaks of this story


def furniture(paragraphs: Sequence[RawParagraph]) -> dict[int, Span]:
    """The paragraphs that are furniture, by their place, each with what to fold: all of it, or a teaser's label."""
    known = rules()
    folded = {n: paragraph.span for n, paragraph in enumerate(paragraphs) if known.is_code(paragraph)}
    folded |= _blocks(paragraphs, known)
    folded |= _lines(paragraphs, known, folded)
    folded |= _margins(paragraphs, known, folded)
    return _parts(paragraphs, known, folded) | folded


def merged(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """The spans in order, those with nothing but white space between them as one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and (span.start <= result[-1].end or not text[result[-1].end : span.start].strip()):
            result[-1] = Span(result[-1].start, max(span.end, result[-1].end))
        else:
            result.append(span)
    return tuple(result)


def _blocks(paragraphs: Sequence[RawParagraph], known: Rules) -> dict[int, Span]:
    """Letters and notices: from the line that opens one, while every paragraph keeps to its theme or signs off."""
    result: dict[int, Span] = {}
    for n, paragraph in enumerate(paragraphs):
        block = None if n in result else known.block(paragraph)
        if block is None:
            continue
        last = n
        for place in range(n + 1, min(n + 1 + block.longest, len(paragraphs))):
            if not block.goes_on(paragraphs[place]):
                break
            last = place
        if last > n or len(paragraph.words) > 20:  # a plea may be one paragraph
            result |= {place: paragraphs[place].span for place in range(n, last + 1)}
    return result


def _lines(paragraphs: Sequence[RawParagraph], known: Rules, folded: dict[int, Span]) -> dict[int, Span]:
    """Lines that are furniture anywhere, and teasers once the article has begun: a headline may look like one."""
    result: dict[int, Span] = {}
    common: Counter[str] | None = None
    begun = False
    for n, paragraph in enumerate(paragraphs):
        if n in folded:
            continue
        if known.is_line(paragraph):
            result[n] = paragraph.span
        elif begun and known.is_teaser(paragraph):
            common = common if common is not None else Counter(word for one in paragraphs for word in set(one.words))
            if not _is_news(paragraph, common):
                result[n] = paragraph.span
        else:
            begun = True
    return result


def _parts(paragraphs: Sequence[RawParagraph], known: Rules, folded: dict[int, Span]) -> dict[int, Span]:
    """What folds of a line that stays: the label of a teaser that is news, the bracketed credit that ends a caption."""
    result: dict[int, Span] = {}
    begun = False
    for n, paragraph in enumerate(paragraphs):
        if n in folded:
            continue
        if begun and (end := known.label_end(paragraph)):
            result[n] = Span(paragraph.span.start, paragraph.span.start + end)
        elif begun and (at := known.credit_in(paragraph)) > 0:
            result[n] = Span(paragraph.span.start + at, paragraph.span.end)
        begun = True
    return result


def _is_news(teaser: RawParagraph, common: Counter[str]) -> bool:
    """Whether what a teaser announces belongs to this story: it states a figure, and the article shares its words."""
    said = set(teaser.words[2:])
    telling = sum(len(word) > 4 and common[word] > 1 for word in said)  # short words are in every text
    return telling >= _NEWS_WORDS and any(word[0].isdigit() for word in said)


def _margins(paragraphs: Sequence[RawParagraph], known: Rules, folded: dict[int, Span]) -> dict[int, Span]:
    """Credits and sections before the first paragraph and after the last, biographies, and the tail."""
    prose = [
        n
        for n, paragraph in enumerate(paragraphs)
        if n not in folded and paragraph.prose and not known.is_margin(paragraph)
    ]
    if not prose:
        return {}
    last = prose[-1]
    if len(prose) > 1 and _is_biography(paragraphs, last, known):
        last = prose[-2]
    result = {
        n: paragraph.span
        for n, paragraph in enumerate(paragraphs)
        if n not in folded
        and (n < prose[0] or n > last)
        and (known.is_margin(paragraph) or (n > last and known.is_biography(paragraph)))
    }
    result |= _tail(paragraphs, known, folded | result, last)
    return result | _signatures(paragraphs, folded | result, last)


def _is_biography(paragraphs: Sequence[RawParagraph], place: int, known: Rules) -> bool:
    """Whether the last paragraph tells who the author is: somebody whom the article itself never names."""
    if not known.is_biography(paragraphs[place]):
        return False
    surname = leading_name(paragraphs[place])[-1]
    return not any(paragraph.prose and surname in paragraph.words for paragraph in paragraphs[:place])


def _tail(paragraphs: Sequence[RawParagraph], known: Rules, folded: dict[int, Span], last: int) -> dict[int, Span]:
    """From a heading such as "Related posts" near the end, when no sentence follows that is not furniture itself."""
    opens = paragraphs[-1].span.end * (1 - _TAIL_SHARE)
    sentences = [
        n for n, paragraph in enumerate(paragraphs) if n not in folded and paragraph.ends and len(paragraph.words) > 4
    ]
    after = max([last, *sentences])
    for n in range(after + 1, len(paragraphs)):
        if paragraphs[n].span.start >= opens and known.opens_tail(paragraphs[n]):
            return {place: paragraphs[place].span for place in range(n, len(paragraphs))}
    return {}


def _signatures(paragraphs: Sequence[RawParagraph], folded: dict[int, Span], last: int) -> dict[int, Span]:
    """What hangs on to furniture at the end: initials beside an agency ("cl", "jk/mb"), the name above a biography."""
    result: dict[int, Span] = {}
    known = dict(folded)
    for n in [*range(len(paragraphs) - 1, last, -1), *range(last + 1, len(paragraphs))]:
        paragraph = paragraphs[n]
        beside = n + 1 in known or n - 1 in known
        initials = len(paragraph.text) <= 8 and paragraph.text.replace("/", "").strip("().-").isalpha()
        named = (
            n + 1 < len(paragraphs)
            and paragraph.words == paragraphs[n + 1].words[: len(paragraph.words)]
            and len(paragraph.words) > 1
        )
        if n not in known and beside and (initials or named):
            result[n] = known[n] = paragraph.span
    return result
