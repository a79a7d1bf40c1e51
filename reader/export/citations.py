"""Where words come from, in the styles that newsrooms and universities ask for: APA, Chicago, MLA, and plainly.

Rules: APA 7 (10.1, newspaper article), Chicago 17 (14.191, bibliography), MLA 9 (5.1). Months and "n.d." are English in
these styles, whatever language the program speaks. Nothing is guessed: a byline that is not plainly the names of one
to three persons is left as it stands.
"""

import datetime as dt
import html
import re
from collections.abc import Callable, Iterable

from reader.article import Article
from reader.dataclass import dataclass
from reader.i18n import N_, _
from reader.lexicon import load

PLAIN = "plain"
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_LOCAL = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
_SHORT = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_BY = re.compile(r"^(?i:by|von|por|par|di|de)\s+(?=[^\W\d_])")
_AND = re.compile(r"\s*(?:,\s*(?:and|&)|,|\band\b|&|\bund\b|\by\b|\bet\b)\s*")
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_END = re.compile(r"[.?!…][”’\"']?$")


@dataclass(frozen=True, slots=True)
class CitationPiece:
    """A piece of a citation: in italics, or the address as a link."""

    words: str
    italic: bool = False
    link: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A name as an index has it."""

    given: str
    family: str

    @property
    def inverted(self) -> str:
        """Family name first."""
        return f"{self.family}, {self.given}" if self.given else self.family

    @property
    def straight(self) -> str:
        """As it is said."""
        return f"{self.given} {self.family}".strip()

    @property
    def initials(self) -> str:
        """Family name, and the initials of the others."""
        letters = " ".join(
            "-".join(f"{part[0]}." for part in name.split("-") if part) for name in self.given.split() if name
        )
        return f"{self.family}, {letters}" if letters else self.family


def text(article: Article, style: str) -> str:
    """The citation on one line."""
    return "".join(piece.words for piece in _pieces(article, style))


def markup(article: Article, style: str) -> str:
    """The citation as HTML, its address as a link."""
    return "".join(_marked(piece) for piece in _pieces(article, style))


def _marked(piece: CitationPiece) -> str:
    words = html.escape(piece.words)
    if piece.link:
        return f'<a href="{words}">{words}</a>'
    return f"<i>{words}</i>" if piece.italic else words


def _pieces(article: Article, style: str) -> list[CitationPiece]:
    return _STYLES.get(style, _plain)(article)


def _plain(article: Article) -> list[CitationPiece]:
    headline = line(article.headline)
    outlet = line(article.outlet) or ("" if headline else line(article.name))
    parts = [outlet, f"“{headline}”" if headline else "", line(article.byline), date(article.published)]
    pieces: list[CitationPiece] = []
    for part in filter(None, parts):
        pieces += [CitationPiece(", ")] * bool(pieces) + [CitationPiece(part)]
    return pieces + _address(article, ", " if pieces else "")


def _apa(article: Article) -> list[CitationPiece]:
    """Family, G., & Other, O. (2031, March 5). Headline. *Outlet*. https://…"""
    day = _day(article.published)
    dated = "(n.d.)" if day is None else f"({day.year}, {_MONTHS[day.month - 1]} {day.day})"
    headline, outlet, author = _named(article)
    people = persons(article.byline)
    by = _joined([one.initials for one in people], ", & ", ", & ") if people else author
    title = _ended(headline)
    pieces = [CitationPiece(f"{_ended(by)} {dated}. {title} " if by else f"{title} {dated}. ")]
    pieces += [CitationPiece(outlet, italic=True), CitationPiece(".")] if outlet else []
    return _tidy(pieces) + _address(article, " ")


def _chicago(article: Article) -> list[CitationPiece]:
    """Family, Given, and Given Other. “Headline.” *Outlet*, March 5, 2031. https://…"""
    day = _day(article.published)
    dated = "n.d." if day is None else f"{_MONTHS[day.month - 1]} {day.day}, {day.year}."
    headline, outlet, author = _named(article)
    people = persons(article.byline)
    names = [one.inverted if not at else one.straight for at, one in enumerate(people)]
    by = _joined(names, ", and ", ", and ") if people else author
    pieces = [CitationPiece(f"{_ended(by)} ")] if by else []
    pieces.append(CitationPiece(f"“{_ended(headline)}” "))
    pieces += [CitationPiece(outlet, italic=True), CitationPiece(", ")] if outlet else []
    return [*pieces, CitationPiece(dated), *_address(article, " ", ".")]


def _mla(article: Article) -> list[CitationPiece]:
    """Family, Given, and Given Other. “Headline.” *Outlet*, 5 Mar. 2031, example.org/…"""
    day = _day(article.published)
    headline, outlet, author = _named(article)
    people = persons(article.byline)
    names = [one.inverted if not at else one.straight for at, one in enumerate(people)]
    by = (f"{names[0]}, et al." if len(names) > 2 else _joined(names, ", and ", ", and ")) if people else author
    pieces = [CitationPiece(f"{_ended(by)} ")] if by else []
    pieces.append(CitationPiece(f"“{_ended(headline)}”"))
    pieces += [CitationPiece(" "), CitationPiece(outlet, italic=True)] if outlet else []
    if day is not None:
        pieces.append(CitationPiece(f"{',' if outlet else ''} {day.day} {_SHORT[day.month - 1]} {day.year}"))
    if article.url:
        return [*pieces, *_address(article, ", ", ".")]
    return [*pieces, CitationPiece(".")]


_STYLES: dict[str, Callable[[Article], list[CitationPiece]]] = {
    PLAIN: _plain,
    "apa": _apa,
    "chicago": _chicago,
    "mla": _mla,
}


def _named(article: Article) -> tuple[str, str, str]:
    """Headline, outlet and byline, what is there of them; the name of an article without a headline is one."""
    headline, outlet = line(article.headline), line(article.outlet)
    return headline or line(article.name), outlet, _BY.sub("", line(article.byline), count=1)


def persons(byline: str) -> list[Person]:
    """The one to three persons of a byline; none where it holds anything else, as an office or a place."""
    named = _BY.sub("", line(byline), count=1)
    names = [one for one in _AND.split(named) if one]
    found = [_person(one) for one in names]
    return [one for one in found if one is not None] if 0 < len(found) <= 3 and None not in found else []


def _person(name: str) -> Person | None:
    """A name of two to four words, all of them written as names are; small words go with the family's."""
    words, small = name.split(), load("names")["particles"].split()
    if not 2 <= len(words) <= 4 or not all(_WORD.fullmatch(one) for one in words):
        return None
    if any(not one[0].isupper() and one.lower() not in small for one in words) or name.isupper():
        return None
    first = next((at for at, one in enumerate(words) if at and one.lower() in small), len(words) - 1)
    return Person(" ".join(words[:first]), " ".join(words[first:]))


def _joined(names: list[str], two: str, last: str) -> str:
    if len(names) < 3:
        return two.join(names)
    return ", ".join(names[:-1]) + last + names[-1]


def _ended(words: str) -> str:
    return words if _END.search(words) else f"{words}."


def _tidy(pieces: Iterable[CitationPiece]) -> list[CitationPiece]:
    """Without a space at the end."""
    several = list(pieces)
    if several:
        several[-1] = CitationPiece(several[-1].words.rstrip(), several[-1].italic, several[-1].link)
    return several


def _address(article: Article, before: str, after: str = "") -> list[CitationPiece]:
    url = line(article.url)
    return (
        [CitationPiece(before), CitationPiece(url, link=True), *([CitationPiece(after)] if after else [])]
        if url
        else []
    )


def _day(published: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(published[:10])
    except ValueError:
        return None


def date(published: str) -> str:
    """An ISO 8601 date, or date and time, as people write it: 14 October 2025; as it is where it is none."""
    day = _day(published)
    return line(published) if day is None else f"{day.day} {_(_LOCAL[day.month - 1])} {day.year}"


def line(words: str) -> str:
    """On one line, without what no clipboard can hold."""
    return " ".join(words.replace("\0", " ").encode("utf-8", "replace").decode().split())
