"""What an object of JSON, a row of a table or the front matter of a note says of an article, by one table of names."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from reader.errors import ImportFailure
from reader.i18n import _, quoted
from reader.importing.archive_names import language_named, named
from reader.importing.drafts import Draft
from reader.importing.moments import is_unclear, moment
from reader.lexicon import load
from reader.notices import Notice, NoticeKind, notice
from reader.text.addresses import is_address

Record = Mapping[str, Any]

_MARKUP = re.compile(
    r"</?(?:p|div|br|h[1-6]|li|ul|ol|blockquote|span|a|em|strong|b|i|figure|article|section)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\s*<(?:p|div|html|article|body|!doctype)\b", re.IGNORECASE)
_CUT = re.compile(r"\s*(?:…|\.\.\.|&hellip;)?\s*\[\+?\s?([\d,]{1,9}) (?:chars|characters|more characters)\]\s*$")
_INNER = ("html", "text", "paragraph", "paragraphs", "content", "children", "blocks", "value", "rendered", "plain")
_NAMED = ("name", "title", "text", "main", "url", "@id")
_LONG = 200  # characters of a value that may be an article under a name that nobody knows
_HOST = re.compile(r"(?:www\.)?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}", re.IGNORECASE)


def draft_of(record: Record) -> Draft | None:
    """The text of a record and its fields; of one that has an abstract only, that; None where it has neither."""
    record = keyed(record)
    text, notices = _text(record)
    if not text:
        text = _shortened(prose(_first(record, "abstract")))[0]
        notices = (notice(NoticeKind.ABSTRACT),) if text else ()
    if not text:
        return None
    outlet = _outlet(record)
    published = _first_moment(record, "published")
    return Draft(
        text=text,
        headline=_headline(record, outlet),
        standfirst=_line(prose(_first(record, "standfirst"))),
        byline=_people(_first(record, "byline")),
        dateline=_line(_string(_first(record, "dateline"))),
        outlet=outlet,
        published=published,
        updated=_first_moment(record, "updated"),
        language=_language(record),
        url=address_of(record),
        notices=(*notices, *_notices(record, published)),
    )


def has_text(record: Record) -> bool:
    """Whether a record holds an article's text, or an abstract of one."""
    record = keyed(record)
    return bool(_text(record)[0] or prose(_first(record, "abstract")))


def has_whole_text(record: Record) -> bool:
    """Whether a record holds an article's text."""
    return bool(_text(keyed(record))[0])


def address_of(record: Record) -> str:
    """The address of the page; empty where no value is one."""
    record = keyed(record)
    for value in _values(record, "url"):
        said = _string(value).strip()
        if is_address(said) and said.isprintable():
            return said
    return ""


def is_link(record: object) -> bool:
    """Whether a record only names a page: it has no text, under whatever name."""
    return isinstance(record, Mapping) and not has_text(record) and bool(address_of(record)) and not _unknown(record)


def _unknown(record: Record) -> dict[str, int]:
    """The names that nobody knows under which there are texts, with their lengths."""
    return {str(key): len(text) for key, value in record.items() if len(text := prose(value)) >= _LONG}


def refusal(record: object, place: str) -> ImportFailure:
    """Why a record is no article: what it has under names that are not known, to be chosen from."""
    if isinstance(record, Mapping):
        known = keyed(record)
        if several := _unknown(record):
            names = ", ".join(f"{quoted(key)} ({length:,})" for key, length in several.items())
            message = _("{place} has texts under names that are not known, with so many characters: {names}.")
            remedy = _("Call the one that holds the article “text” and import it again.")
            return ImportFailure(message.format(place=place, names=names), remedy)
        if url := address_of(known):
            message = _("{place} has no text, only the address {url}.").format(place=place, url=url[:200])
            return ImportFailure(message, _("Import the page by its address."))
        keys = ", ".join(quoted(key) for key in list(record)[:20])
        message = _("{place} has no text; its names are {names}.").format(place=place, names=keys or _("none"))
        return ImportFailure(message, _("Call what holds the article “text”, and its headline “title”."))
    message = _("{place} is no article: it has no text.").format(place=place)
    return ImportFailure(message, _('Give each object a "text", and a "title" where there is one.'))


def keyed(record: Record) -> dict[str, Any]:
    """The record with its names in one form; what names more than one value keeps the first that holds something."""
    found: dict[str, Any] = {}
    for key, value in record.items():
        name = _key(str(key))
        if found.get(name) in (None, "", [], {}):
            found[name] = value
    return found


@cache
def _key(name: str) -> str:
    return re.sub(r"[\s_\-]", "", name.strip().casefold())


@cache
def _names(field: str) -> tuple[tuple[str, ...], ...]:
    """The names of a field, each as the way to it through objects."""
    return tuple(tuple(map(_key, name.split("."))) for name in load("fields")["names"][field])


def names_field(name: str) -> str:
    """The field that a name means; empty for none."""
    key = (_key(name),)
    return next((field for field in load("fields")["names"] if key in _names(field)), "")


def _values(record: Record, field: str) -> Iterator[Any]:
    """What stands under the names of a field, in the order of the table; `record` is keyed."""
    for way in _names(field):
        value: Any = record
        for step in way:
            value = (value if value is record else keyed(value)).get(step) if isinstance(value, Mapping) else None
        if value not in (None, "", [], {}):
            yield value


def _first(record: Record, field: str) -> Any:
    return next(_values(record, field), None)


def _text(record: Record) -> tuple[str, tuple[Notice, ...]]:
    """The text, its paragraphs parted, and how much of it was held back; of two, the one that is not cut short."""
    found = []
    for value in _values(record, "text"):
        text, cut = _shortened(prose(value))
        if text:
            found.append((text, cut))
    if not found:
        return "", ()
    text, cut = next((one for one in found if one[1] is None), found[0])
    fuller = max(found, key=lambda one: len(one[0]))
    if len(fuller[0]) > 2 * len(text):
        text, cut = fuller
    return text, () if cut is None else (notice(NoticeKind.CUT, n=cut),)


def _shortened(text: str) -> tuple[str, int | None]:
    """The text without the supplier's remark that it goes on, and how many characters that speaks of."""
    if any(words in text[:200].lower() for words in load("fields")["marks"]["withheld"]) and len(text) < 200:
        return "", None
    found = _CUT.search(text)
    if found is None:
        return text.strip("\n"), None
    return text[: found.start()].rstrip(), int(found[1].replace(",", ""))


def prose(value: Any) -> str:
    """The text that a value holds: markup read, paragraphs of lists and objects parted by empty lines."""
    if isinstance(value, str):
        return _read(value.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(value, list):
        if any(isinstance(one, str) and (one[:1].isspace() or one[-1:].isspace()) for one in value) or _is_spans(value):
            return _read("".join(_string(one) for one in value))  # words with their marks, as chats store them
        return "\n\n".join(filter(None, map(prose, value)))
    if isinstance(value, Mapping):
        return _of_object(keyed(value))
    return ""


def _is_spans(value: list[Any]) -> bool:
    return any(isinstance(one, Mapping) and {"type", "text"} == set(one) for one in value) and any(
        isinstance(one, str) for one in value
    )


def _of_object(value: Record) -> str:
    """The text of an object: of an article in sections, a block, or one with a name for its text."""
    if "sections" in value or "summary" in value:
        pieces = [prose(value.get("summary"))]
        for section in value.get("sections") or []:
            if isinstance(section, Mapping):
                pieces += [prose(section.get("headline")), prose(section.get("paragraphs") or section.get("text"))]
        return "\n\n".join(filter(None, pieces))
    for name in _INNER:
        if text := prose(value.get(name)):
            return text
    return ""


def _read(text: str) -> str:
    """A string as it stands, or as the page that it is the markup of."""
    if len(_MARKUP.findall(text[:5_000])) >= 2 or _PAGE.match(text):
        from reader.importing.web_page import text_of

        return text_of(re.sub(r"<br\s*/?>\s*(?:<br\s*/?>\s*)+", "<p>", text))
    if re.search(r"&(?:amp|quot|nbsp|#\d{2,5}|[lr][sd]quo|[mn]dash|hellip|eacute);", text):
        from html import unescape

        text = unescape(text)
    text = text.strip("\n")
    return text if text.strip() else ""


def _string(value: Any) -> str:
    """A value as one string: of an object, its name or text."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        inner = keyed(value)
        return next((_string(inner[name]) for name in _NAMED if inner.get(name)), "")
    if isinstance(value, list):
        return next(filter(None, map(_string, value)), "")
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _line(said: str) -> str:
    return " ".join(said.split())[:500]


def _people(value: Any) -> str:
    """The names in a byline, however they are stored."""
    several = value if isinstance(value, list) else [value]
    names = []
    for one in several:
        if isinstance(one, Mapping):
            inner = keyed(one)
            given = _string(inner.get("given") or inner.get("firstname") or inner.get("givenname") or "")
            family = _string(inner.get("family") or inner.get("lastname") or inner.get("familyname") or "")
            said = f"{given} {family}".strip() or _string(
                inner.get("literal") or inner.get("name") or inner.get("original")
            )
        else:
            said = _string(one)
        names += [part.strip() for part in said.strip("[]").replace("[[", "").replace("]]", "").split(";")]
    kept = [named(_line(re.sub(r"^['\"]|['\"]$", "", one))) for one in names]
    return ", ".join(dict.fromkeys(one for one in kept if one and not is_address(one)))[:500]


def _outlet(record: Record) -> str:
    """The name of the outlet; where there is only the name of a computer, that."""
    host = ""
    for value in _values(record, "outlet"):
        said = _line(_string(value))
        if is_address(said) or not said or len(said) > 120:
            continue
        if _HOST.fullmatch(said):
            host = host or said.removeprefix("www.")
        else:
            return said
    return host


def _headline(record: Record, outlet: str) -> str:
    """The headline, without the outlet behind it."""
    said = _line(prose(_first(record, "headline")))
    for sign in (" - ", " | ", " – ", " — "):
        said = said.removesuffix(f"{sign}{outlet}") if outlet else said
    return said


def _language(record: Record) -> str:
    said = _string(_first(record, "language")).strip()
    code = said.lower().replace("_", "-").partition("-")[0]
    return code if len(code) == 2 and code.isascii() and code.isalpha() else language_named(said)


def _first_moment(record: Record, field: str) -> str:
    return next(filter(None, map(moment, _values(record, field))), "")


def _notices(record: Record, published: str) -> list[Notice]:
    """What else a record says that has no field."""
    found = []
    if not published and (unclear := next(filter(is_unclear, _values(record, "published")), None)):
        found.append(notice(NoticeKind.DATE, said=str(unclear)))
    if correction := _line(prose(_first(record, "correction"))):
        found.append(notice(NoticeKind.CORRECTION, text=correction))
    section, page = (_line(_string(_first(record, name))) for name in ("section", "page"))
    if section or page:
        found.append(notice(NoticeKind.PLACE, section=section[:100], page=page[:40]))
    return found
