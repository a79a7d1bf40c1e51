"""What of a page is furniture and no part of the article, by the rules of data/lexicon/boilerplate.toml."""

from collections import Counter
from collections.abc import Iterable, Sequence

from reader.importing.forms import leading_name
from reader.importing.paragraphs import RawParagraph
from reader.importing.rules import Rules, rules
from reader.text.spans import Span

_TAIL_SHARE = 0.45  # a tail may open in this last part of the text only
_NEWS_WORDS = 2  # a teaser with a figure and as many words of the article speaks of this story


def furniture(units: Sequence[RawParagraph]) -> dict[int, Span]:
    """The units that are furniture, by their place, each with what to fold: all of it, or a teaser's label."""
    known = rules()
    folded = {n: unit.span for n, unit in enumerate(units) if known.is_code(unit)}
    folded |= _blocks(units, known)
    folded |= _lines(units, known, folded)
    folded |= _margins(units, known, folded)
    return _parts(units, known, folded) | folded


def merged(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """The spans in order, those with nothing but white space between them as one."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and (span.start <= result[-1].end or not text[result[-1].end : span.start].strip()):
            result[-1] = Span(result[-1].start, max(span.end, result[-1].end))
        else:
            result.append(span)
    return tuple(result)


def _blocks(units: Sequence[RawParagraph], known: Rules) -> dict[int, Span]:
    """Letters and notices: from the line that opens one, while every paragraph keeps to its theme or signs off."""
    result: dict[int, Span] = {}
    for n, unit in enumerate(units):
        block = None if n in result else known.block(unit)
        if block is None:
            continue
        last = n
        for place in range(n + 1, min(n + 1 + block.longest, len(units))):
            if not block.goes_on(units[place]):
                break
            last = place
        if last > n or len(unit.words) > 20:  # a plea may be one paragraph
            result |= {place: units[place].span for place in range(n, last + 1)}
    return result


def _lines(units: Sequence[RawParagraph], known: Rules, folded: dict[int, Span]) -> dict[int, Span]:
    """Lines that are furniture anywhere, and teasers once the article has begun: a headline may look like one."""
    result: dict[int, Span] = {}
    common: Counter[str] | None = None
    begun = False
    for n, unit in enumerate(units):
        if n in folded:
            continue
        if known.is_line(unit):
            result[n] = unit.span
        elif begun and known.is_teaser(unit):
            common = common if common is not None else Counter(word for one in units for word in set(one.words))
            if not _is_news(unit, common):
                result[n] = unit.span
        else:
            begun = True
    return result


def _parts(units: Sequence[RawParagraph], known: Rules, folded: dict[int, Span]) -> dict[int, Span]:
    """What folds of a line that stays: the label of a teaser that is news, the bracketed credit that ends a caption."""
    result: dict[int, Span] = {}
    begun = False
    for n, unit in enumerate(units):
        if n in folded:
            continue
        if begun and (end := known.label_end(unit)):
            result[n] = Span(unit.span.start, unit.span.start + end)
        elif begun and (at := known.credit_in(unit)) > 0:
            result[n] = Span(unit.span.start + at, unit.span.end)
        begun = True
    return result


def _is_news(teaser: RawParagraph, common: Counter[str]) -> bool:
    """Whether what a teaser announces belongs to this story: it states a figure, and the article shares its words."""
    said = set(teaser.words[2:])
    telling = sum(len(word) > 4 and common[word] > 1 for word in said)  # short words are in every text
    return telling >= _NEWS_WORDS and any(word[0].isdigit() for word in said)


def _margins(units: Sequence[RawParagraph], known: Rules, folded: dict[int, Span]) -> dict[int, Span]:
    """Credits and sections before the first paragraph and after the last, biographies, and the tail."""
    prose = [n for n, unit in enumerate(units) if n not in folded and unit.prose and not known.is_margin(unit)]
    if not prose:
        return {}
    last = prose[-1]
    if len(prose) > 1 and _is_biography(units, last, known):
        last = prose[-2]
    result = {
        n: unit.span
        for n, unit in enumerate(units)
        if n not in folded
        and (n < prose[0] or n > last)
        and (known.is_margin(unit) or (n > last and known.is_biography(unit)))
    }
    result |= _tail(units, known, folded | result, last)
    return result | _signatures(units, folded | result, last)


def _is_biography(units: Sequence[RawParagraph], place: int, known: Rules) -> bool:
    """Whether the last paragraph tells who the author is: somebody whom the article itself never names."""
    if not known.is_biography(units[place]):
        return False
    surname = leading_name(units[place])[-1]
    return not any(unit.prose and surname in unit.words for unit in units[:place])


def _tail(units: Sequence[RawParagraph], known: Rules, folded: dict[int, Span], last: int) -> dict[int, Span]:
    """From a heading such as "Related posts" near the end, when no sentence follows that is not furniture itself."""
    opens = units[-1].span.end * (1 - _TAIL_SHARE)
    sentences = [n for n, unit in enumerate(units) if n not in folded and unit.ends and len(unit.words) > 4]
    after = max([last, *sentences])
    for n in range(after + 1, len(units)):
        if units[n].span.start >= opens and known.opens_tail(units[n]):
            return {place: units[place].span for place in range(n, len(units))}
    return {}


def _signatures(units: Sequence[RawParagraph], folded: dict[int, Span], last: int) -> dict[int, Span]:
    """What hangs on to furniture at the end: initials beside an agency ("cl", "jk/mb"), the name above a biography."""
    result: dict[int, Span] = {}
    known = dict(folded)
    for n in [*range(len(units) - 1, last, -1), *range(last + 1, len(units))]:
        unit = units[n]
        beside = n + 1 in known or n - 1 in known
        initials = len(unit.text) <= 8 and unit.text.replace("/", "").strip("().-").isalpha()
        named = n + 1 < len(units) and unit.words == units[n + 1].words[: len(unit.words)] and len(unit.words) > 1
        if n not in known and beside and (initials or named):
            result[n] = known[n] = unit.span
    return result
