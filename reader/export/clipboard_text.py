"""What goes to the clipboard: words with their source, a passage, an utterance, a row of figures; as text and HTML."""

import html
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reader import wording
from reader.article import LEFT_OUT, Article
from reader.compare.comparison import Comparison, Excerpt, Figure, LedgerRow, Passage, Quotation
from reader.dataclass import dataclass
from reader.export import citations
from reader.export.citations import PLAIN, line
from reader.i18n import _
from reader.text.spans import Span, shown

_DOUBLE = frozenset('“”„"«»')


@dataclass(frozen=True, slots=True)
class ClipboardText:
    """The same twice: for a plain text editor, and for a word processor."""

    text: str
    html: str


def cited(
    article: Article, span: Span, hidden: Iterable[Span] = (), note: str = "", style: str = PLAIN
) -> ClipboardText:
    """Words of an article, then where they come from; a dotted bracket stands for what is `hidden` among them."""
    paragraphs = _paragraphs(article, span, hidden)
    quoted = _quoted(paragraphs)
    inside = "".join(f"<p>{html.escape(one)}</p>" for one in quoted)
    known = f' lang="{html.escape(article.language)}" dir="auto"' + (f' cite="{_url(article)}"' if article.url else "")
    credit = f" ({note})" if note else ""
    return ClipboardText(
        "\n\n".join(quoted) + f"\n— {citations.text(article, style)}{credit}\n",
        f"<blockquote{known}>{inside}</blockquote><p>— {citations.markup(article, style)}{html.escape(credit)}</p>",
    )


def whole(article: Article, style: str = PLAIN) -> ClipboardText:
    """An article, all of it that is not folded away, then where it comes from."""
    everything = Span(0, len(article.text))
    paragraphs = [one for one in _paragraphs(article, everything, article.boilerplate) if one != LEFT_OUT]
    headline = line(article.headline)
    if paragraphs and paragraphs[0] == headline:
        del paragraphs[0]
    inside = "".join(f"<p>{html.escape(one)}</p>" for one in paragraphs)
    title = f"<h1>{html.escape(headline)}</h1>" if headline else ""
    about = f' lang="{html.escape(article.language)}" dir="auto"'
    return ClipboardText(
        "\n\n".join([*([headline] if headline else []), *paragraphs]) + f"\n\n— {citations.text(article, style)}\n",
        f"<article{about}>{title}{inside}<p>— {citations.markup(article, style)}</p></article>",
    )


def page(article: Article) -> str:
    """The same as a file of its own, in HTML."""
    title = html.escape(line(article.headline) or line(article.name))
    head = f'<meta charset="utf-8"><title>{title}</title>' + (
        f'<link rel="canonical" href="{_url(article)}">' if article.url else ""
    )
    return f"<!DOCTYPE html>\n<html><head>{head}</head>\n<body>{whole(article).html}</body></html>\n"


def passage(comparison: Comparison, value: Passage, style: str = PLAIN) -> ClipboardText:
    """All wordings of a passage, each with its source."""
    title = _("Shared passage: {relation}, {alike}").format(
        relation=wording.relation(value.relation), alike=wording.alike(value.score)
    )
    return _together(title, [_excerpt(comparison, one, style) for one in value.excerpts])


def utterance(comparison: Comparison, value: Quotation, style: str = PLAIN) -> ClipboardText:
    """A quotation as each article gives it, each with its source and whom it credits."""
    wordings = [
        _excerpt(comparison, one.excerpt, style, wording.credited(comparison, one), tuple(_between(one.spans)))
        for one in value.credits
    ]
    count = len({one.excerpt.article for one in value.credits})
    return _together(_("One quotation as {n} articles give it").format(n=count), wordings)


def _between(spans: Sequence[Span]) -> Iterator[Span]:
    """What interrupts an utterance."""
    for one, other in pairwise(spans):
        yield Span(one.end, other.start)


def row(comparison: Comparison, value: LedgerRow, decision: str = "", style: str = PLAIN) -> ClipboardText:
    """A row of figures as a table: a line for each mention; `decision` is what the reader made of it, in words."""
    worst = wording.worst(value)
    why = wording.judgement(comparison, value, worst) if worst is not None else ""
    heading = [line(said) for said in (f"{wording.counted(value)}: {wording.standing(value)}", why, decision) if said]
    heads = (_("Figure"), _("Who says it"), _("Sentence"), _("Source"))
    lines = [heads, *(_cells(comparison, mention, style) for mention in value.mentions)]
    if not any(said for _figure, said, *_rest in lines[1:]):
        lines = [(figure, *rest) for figure, _said, *rest in lines]
    return ClipboardText(
        "\n".join([*heading, *("\t".join(cells) for cells in lines)]) + "\n",
        "".join(f"<p>{html.escape(one)}</p>" for one in heading) + _table(lines),
    )


def _cells(comparison: Comparison, mention: Figure, style: str) -> tuple[str, ...]:
    article = comparison.article(mention.excerpt.article)
    said = line(wording.source(article, mention))
    return (
        line(comparison.text(mention.excerpt)),
        said,
        line(article.words(mention.sentence)),
        citations.text(article, style),
    )


def _table(lines: Sequence[Sequence[str]]) -> str:
    top = "".join(f"<th>{html.escape(cell)}</th>" for cell in lines[0])
    body = "".join(f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in cells)}</tr>" for cells in lines[1:])
    return f'<table border="1" cellspacing="0" cellpadding="4"><tr>{top}</tr>{body}</table>'


def _excerpt(
    comparison: Comparison, excerpt: Excerpt, style: str, note: str = "", hidden: Sequence[Span] = ()
) -> ClipboardText:
    article = comparison.article(excerpt.article)
    return cited(article, excerpt.span, (*article.boilerplate, *hidden), note, style)


def _together(title: str, parts: Sequence[ClipboardText]) -> ClipboardText:
    return ClipboardText(
        "\n".join([f"{title}\n", *(part.text for part in parts)]),
        f"<p><b>{html.escape(title)}</b></p>" + "".join(part.html for part in parts),
    )


def _paragraphs(article: Article, span: Span, hidden: Iterable[Span]) -> list[str]:
    """The words line by line, as the pane shows them, a bracket for what is left out between them."""
    found: list[str] = []
    for part in shown(span, hidden, article.text):
        lines = [one for one in map(line, part.of(article.text).splitlines()) if one]
        found += [LEFT_OUT, *lines] if found else lines
    return found


def _quoted(paragraphs: Sequence[str]) -> list[str]:
    """In quotation marks that the words do not hold themselves: the words are never altered."""
    opened, closed = ("‘", "’") if any(_DOUBLE.intersection(one) for one in paragraphs) else ("“", "”")
    whole = list(paragraphs) or [""]
    whole[0] = opened + whole[0]
    whole[-1] += closed
    return whole


def _url(article: Article) -> str:
    return html.escape(line(article.url))
