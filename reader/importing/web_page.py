"""Web pages to articles: the readable text and what the page says of itself; nothing of it is run or fetched."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import exports, refusals
from reader.importing.bylines import names_in
from reader.importing.completeness import completed, is_missed
from reader.importing.decoding import decode_page
from reader.importing.drafts import Draft, article_of
from reader.importing.extractor import extractor
from reader.importing.options import ImportOptions
from reader.importing.page_blocks import Block, blocks_of
from reader.importing.page_description import described
from reader.importing.page_furniture import clear
from reader.importing.page_metadata import (
    best_outlet,
    body_of,
    byline_of,
    outlet_of,
    published_of,
    saved_from,
    shown_byline,
    summaries_of,
    timed,
    updated_of,
)
from reader.importing.site_name import site_name, without_site
from reader.importing.visible_page import BREAK, show
from reader.notices import Notice, NoticeKind, notice

# Pictures and fonts written into the page, as SingleFile does: megabytes that nobody reads.
_EMBEDDED = re.compile(r"data:[a-z]{1,20}/[^\s\"'()<>]{100,}")
_BOOKMARKS = re.compile(
    r"<!DOCTYPE NETSCAPE-Bookmark|<title>\s*(?:Pocket Export|Instapaper: Export|Bookmarks)", re.IGNORECASE
)
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_NEVER = ("script", "style", "noscript", "template", "svg", "iframe", "object", "form", "nav", "footer", "head")
_BLOCKS = frozenset(
    ["p", "head", "quote", "item", "code", "row", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "blockquote"]
) | {"pre", "tr", "figcaption", "div", "section", "article", "main"}

_CELLS = frozenset(["td", "th", "cell"])
_LONGEST_CELL = 160
"""Characters of a cell of a table of facts; longer ones are the columns of a page."""
_SENTENCES = frozenset(["p", "head", "item", "cell", "hi", "ref", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th"])


def read(data: bytes, name: str, options: ImportOptions) -> Article | Iterator[Article | ImportFailure]:
    """The article in a page; of an export of an archive, each of its articles."""
    found = decode_page(data, name)
    if count := bookmarks(found.text):
        raise refusals.only_addresses(name, count)
    if export := exports.export_in_page(found.text):
        return exports.results(export, name, options)
    draft = draft_of(found.text, name)
    return article_of(replace(draft, notices=(*draft.notices, *found.notices)), options)


def markup_of(data: bytes, name: str) -> str:
    """The markup of a page, decoded as it says of itself or as it looks."""
    return decode_page(data, name).text


def bookmarks(markup: str) -> int:
    """How many addresses a browser's or a reading list's export of its bookmarks has; 0 for a page that is none."""
    if not _BOOKMARKS.search(markup[:4096]):
        return 0
    return len(re.findall(r"<a\s[^>]{0,50}href=", markup, re.IGNORECASE))


def draft_of(markup: str, name: str) -> Draft:
    """The readable text of a page and its metadata."""
    tree = _tree(markup)
    if tree is None:
        raise refusals.without_text(name)
    published, outlet, updated = published_of(tree), outlet_of(tree), updated_of(tree)
    byline, body, summaries = byline_of(tree, outlet), body_of(tree), summaries_of(tree)
    notices = _cleared(tree)
    shown = blocks_of(tree)
    headings = [_line(" ".join(one.itertext())) for one in tree.iter("h1")]
    window = _line(" ".join(tree.findtext(".//title", "").split()))
    said = described(tree, site=not outlet, author=not byline, day=not published)
    found, text = _main_text(markup, tree, shown)
    if not text.strip():
        raise refusals.without_text(name)
    whole = completed(text, shown, body, summaries)
    draft = Draft(
        whole.text,
        notices=(*whole.notices, *notices),
        aside=whole.aside,
        outlet=outlet,
        published=published,
        updated=updated,
        url=_address(saved_from(markup)),
    )
    if found is None:
        return draft
    url = _address(said.url) or draft.url
    outlet = site_name(outlet or best_outlet([_line(said.site)]), window, url)
    published = published or timed(tree, _line(said.day))
    return replace(
        draft,
        headline=_headline(headings, without_site(_line(said.title), outlet, url), whole.text),
        standfirst=_line(said.description),
        byline=byline or names_in(_line(said.author), outlet) or shown_byline(tree, outlet),
        outlet=outlet,
        published=published,
        language=_language(found.language or tree.get("lang")),
        url=url,
        updated=updated if updated != published else "",
    )


def _cleared(tree: Any) -> tuple[Notice, ...]:
    """Take out of a page what nobody reads on it; what is to be known of that."""
    struck = show(tree)
    clear(tree)
    return (notice(NoticeKind.STRUCK, n=struck),) if struck else ()


def _main_text(markup: str, tree: Any, shown: Sequence[Block]) -> tuple[Any, str]:
    """What an extractor took from a page, if anything, and the text; by the slower one where the fast one misses."""
    found = _extracted(tree)
    text = paragraphs(found.body) if found is not None else ""
    if is_missed(text, shown):
        again = _tree(markup)  # the first extractor has taken its tree apart
        show(again)
        clear(again)
        found = _extracted(again, fast=False)
        text = paragraphs(found.body) if found is not None else text
    if len(text) < 200:  # a page of one or two sentences is none to the extractor
        text = max(text, _everything(tree), key=len)
    return found, text


def _extracted(tree: Any, *, fast: bool = True) -> Any:
    """What the extractor takes for the article, None where that is nothing.

    `fast`: alone; the others that it may ask take more pages wrongly than they mend.
    """
    return extractor().bare_extraction(
        tree,
        include_comments=False,
        include_tables=True,
        max_tree_size=None,
        fast=fast,
    )


def text_of(markup: str) -> str:
    """All the text of a piece of markup, paragraphs parted by empty lines."""
    return text_and_headline(markup)[0]


def text_and_headline(markup: str) -> tuple[str, str]:
    """All the text of a page that is known to be nothing but text, and its first heading."""
    tree = _tree(markup)
    if tree is None:
        return "", ""
    show(tree)
    heading = next(tree.iter("h1", "h2", "h3"), None)
    return _everything(tree), _line(" ".join(heading.itertext())) if heading is not None else ""


def _tree(markup: str) -> Any:
    """The elements of a page, None where it has none."""
    from lxml import etree, html

    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, encoding="utf-8")
    # One class for all elements, so that libxml2 need not ask Python for each: nothing here fills in forms.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    markup = _EMBEDDED.sub("data:,", markup.replace("\0", ""))
    if "<?xml" in markup:
        markup = _DECLARATION.sub("", markup, count=1)
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser, ensure_head_body=True)
    except etree.ParserError:
        return None


def _everything(tree: Any) -> str:
    """All that is to be read on a page, where no article can be told from the rest."""
    body = tree.find("body")
    if body is None:
        return ""
    for one in list(body.iter(*_NEVER)):
        one.drop_tree()
    return paragraphs(body)


def paragraphs(body: Any) -> str:
    """The text of an element, paragraphs parted by empty lines, white space as a browser shows it."""
    return "\n\n".join(filter(None, (" ".join(one.split()) for piece in _pieces(body) for one in piece.split(BREAK))))


def _pieces(body: Any) -> Iterator[str]:
    """The runs of text between the starts and ends of block elements; without recursion, for pages may be deep."""
    from lxml import etree

    piece: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        block = element.tag in _BLOCKS and not _is_inline(element)
        inside = element.tag in ("cell", "td", "th", "lb", "br")
        if block and not (inside and event == "start"):
            yield "".join(piece)
            piece = []
        if event == "start":
            piece.append(element.text or "")
        else:
            piece.append(" " if inside else "")
            piece.append(element.tail or "" if element is not body else "")
    yield "".join(piece)


def _is_inline(element: Any) -> bool:
    """Whether an element parts nothing: a program's name in a sentence, the only paragraph in a cell of a table."""
    parent = element.getparent()
    if parent is None:
        return False
    if element.tag == "code":
        return parent.tag in _SENTENCES
    alone = parent.tag in _CELLS and len(parent) == 1 and not (parent.text or "").strip()
    return alone and len("".join(element.itertext())) <= _LONGEST_CELL


def _headline(headings: Sequence[str], title: str, text: str) -> str:
    """The heading that stands above the text, else the title that the page gives to machines."""
    top = [line for line in text[:2000].split("\n") if line][:4]
    return next((heading for heading in headings if heading and heading in top), title)


def _line(said: str | None) -> str:
    return " ".join((said or "").split())[:500]


def _language(said: str | None) -> str:
    code = (said or "").strip().lower().replace("_", "-").partition("-")[0]
    return code if len(code) == 2 and code.isascii() and code.isalpha() else ""


def _address(said: str | None) -> str:
    said = (said or "").strip()
    return said if said.startswith(("https://", "http://")) and len(said) < 2000 and said.isprintable() else ""
