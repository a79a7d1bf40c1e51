"""What goes to the clipboard: words with their source, a passage, an utterance, a row of figures; as text and HTML."""

import datetime as dt
import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader import wording
from reader.article import LEFT_OUT, Article
from reader.compare.comparison import Comparison, Excerpt, Figure, LedgerRow, Passage, Quotation
from reader.i18n import N_, _
from reader.text.spans import Span, shown

_DOUBLE = frozenset('“”„"«»')
_MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Copied:
    """The same twice: for a plain text editor, and for a word processor."""

    text: str
    html: str


def cited(article: Article, span: Span, hidden: Iterable[Span] = (), note: str = "") -> Copied:
    """Words of an article, then where they come from; a dotted bracket stands for what is `hidden` among them."""
    paragraphs = _paragraphs(article, span, hidden)
    quoted = _quoted(paragraphs)
    inside = "".join(f"<p>{html.escape(one)}</p>" for one in quoted)
    known = f' lang="{html.escape(article.language)}" dir="auto"' + (f' cite="{_url(article)}"' if article.url else "")
    credit = f" ({note})" if note else ""
    return Copied(
        "\n\n".join(quoted) + f"\n— {source(article)}{credit}\n",
        f"<blockquote{known}>{inside}</blockquote><p>— {_linked(article)}{html.escape(credit)}</p>",
    )


def whole(article: Article) -> Copied:
    """An article, all of it that is not folded away, then where it comes from."""
    everything = Span(0, len(article.text))
    paragraphs = [one for one in _paragraphs(article, everything, article.boilerplate) if one != LEFT_OUT]
    headline = _line(article.headline)
    if paragraphs and paragraphs[0] == headline:
        del paragraphs[0]
    inside = "".join(f"<p>{html.escape(one)}</p>" for one in paragraphs)
    title = f"<h1>{html.escape(headline)}</h1>" if headline else ""
    about = f' lang="{html.escape(article.language)}" dir="auto"'
    return Copied(
        "\n\n".join([*([headline] if headline else []), *paragraphs]) + f"\n\n— {source(article)}\n",
        f"<article{about}>{title}{inside}<p>— {_linked(article)}</p></article>",
    )


def page(article: Article) -> str:
    """The same as a file of its own, in HTML."""
    title = html.escape(_line(article.headline) or _line(article.name))
    head = f'<meta charset="utf-8"><title>{title}</title>' + (
        f'<link rel="canonical" href="{_url(article)}">' if article.url else ""
    )
    return f"<!DOCTYPE html>\n<html><head>{head}</head>\n<body>{whole(article).html}</body></html>\n"


def source(article: Article) -> str:
    """Where words come from, on one line: outlet, headline, byline, date, address, as far as they are known."""
    return ", ".join(part for part in (*_known(article), _line(article.url)) if part)


def passage(comparison: Comparison, value: Passage) -> Copied:
    """All wordings of a passage, each with its source."""
    title = _("Shared passage: {relation}, score {score}").format(
        relation=wording.relation(value.relation), score=round(value.score)
    )
    return _together(title, [_excerpt(comparison, one) for one in value.excerpts])


def utterance(comparison: Comparison, value: Quotation) -> Copied:
    """A quotation as each article gives it, each with its source and whom it credits."""
    wordings = [
        _excerpt(comparison, one.excerpt, wording.speaker(one.speaker), tuple(_between(one.spans)))
        for one in value.credits
    ]
    count = len({one.excerpt.article for one in value.credits})
    return _together(_("One quotation as {n} articles give it").format(n=count), wordings)


def _between(spans: Sequence[Span]) -> Iterator[Span]:
    """What interrupts an utterance."""
    for one, other in pairwise(spans):
        yield Span(one.end, other.start)


def row(comparison: Comparison, value: LedgerRow, decision: str = "") -> Copied:
    """A row of figures as a table: a line for each mention; `decision` is what the reader made of it, in words."""
    worst = wording.worst(value)
    why = wording.judgement(comparison, value, worst) if worst is not None else ""
    heading = [_line(said) for said in (f"{wording.counted(value)}: {wording.standing(value)}", why, decision) if said]
    heads = (_("Figure"), _("Who says it"), _("Sentence"), _("Source"))
    lines = [heads, *(_cells(comparison, mention) for mention in value.mentions)]
    if not any(said for _figure, said, *_rest in lines[1:]):
        lines = [(figure, *rest) for figure, _said, *rest in lines]
    return Copied(
        "\n".join([*heading, *("\t".join(line) for line in lines)]) + "\n",
        "".join(f"<p>{html.escape(line)}</p>" for line in heading) + _table(lines),
    )


def _cells(comparison: Comparison, mention: Figure) -> tuple[str, ...]:
    article = comparison.article(mention.excerpt.article)
    said = _line(wording.source(article, mention))
    return _line(comparison.text(mention.excerpt)), said, _line(article.words(mention.sentence)), source(article)


def _table(lines: Sequence[Sequence[str]]) -> str:
    top = "".join(f"<th>{html.escape(cell)}</th>" for cell in lines[0])
    body = "".join(f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in line)}</tr>" for line in lines[1:])
    return f'<table border="1" cellspacing="0" cellpadding="4"><tr>{top}</tr>{body}</table>'


def _excerpt(comparison: Comparison, excerpt: Excerpt, note: str = "", hidden: Sequence[Span] = ()) -> Copied:
    article = comparison.article(excerpt.article)
    return cited(article, excerpt.span, (*article.boilerplate, *hidden), note)


def _together(title: str, parts: Sequence[Copied]) -> Copied:
    return Copied(
        "\n".join([f"{title}\n", *(part.text for part in parts)]),
        f"<p><b>{html.escape(title)}</b></p>" + "".join(part.html for part in parts),
    )


def _paragraphs(article: Article, span: Span, hidden: Iterable[Span]) -> list[str]:
    """The words line by line, as the pane shows them, a bracket for what is left out between them."""
    found: list[str] = []
    for part in shown(span, hidden, article.text):
        lines = [line for line in map(_line, part.of(article.text).splitlines()) if line]
        found += [LEFT_OUT, *lines] if found else lines
    return found


def _quoted(paragraphs: Sequence[str]) -> list[str]:
    """In quotation marks that the words do not hold themselves: the words are never altered."""
    opened, closed = ("‘", "’") if any(_DOUBLE.intersection(one) for one in paragraphs) else ("“", "”")
    whole = list(paragraphs) or [""]
    whole[0] = opened + whole[0]
    whole[-1] += closed
    return whole


def _known(article: Article) -> list[str]:
    headline = _line(article.headline)
    outlet = _line(article.outlet) or ("" if headline else _line(article.name))
    return [outlet, f"“{headline}”" if headline else "", _line(article.byline), date(article.published)]


def _linked(article: Article) -> str:
    """The source, its address as a link."""
    known = [html.escape(part) for part in _known(article) if part]
    if article.url:
        known.append(f'<a href="{_url(article)}">{_url(article)}</a>')
    return ", ".join(known)


def _url(article: Article) -> str:
    return html.escape(_line(article.url))


def date(published: str) -> str:
    """An ISO 8601 date, or date and time, as people write it: 14 October 2025; as it is where it is none."""
    try:
        day = dt.date.fromisoformat(published[:10])
    except ValueError:
        return _line(published)
    return f"{day.day} {_(_MONTHS[day.month - 1])} {day.year}"


def _line(text: str) -> str:
    """On one line, without what no clipboard can hold."""
    return " ".join(text.replace("\0", " ").encode("utf-8", "replace").decode().split())
