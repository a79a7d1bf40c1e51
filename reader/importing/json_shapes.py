"""Where in JSON the articles are: a list somewhere in an answer, a graph, a chat, a table by columns."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from reader.importing.records import Record, address_of, draft_of, has_text, has_whole_text, keyed, prose
from reader.lexicon import load

_DEPTH = 6  # objects in objects that are looked through for a list of articles
_LOOKED_AT = 50  # objects of a list by which it is judged


def records_in(whole: Any, *, lone: bool = False) -> Iterable[Any]:
    """The objects that may be articles: the whole, what is in it, or in the list of it that looks most like them.

    `lone`: it is one of many, so that it is what there is whatever it holds.
    """
    if isinstance(whole, list):
        return _in_list([_unwrapped(one) for one in whole])
    return _in_object(_unwrapped(whole), lone) if isinstance(whole, Mapping) else [whole]


def _in_list(several: list[Any]) -> Iterable[Any]:
    if any(isinstance(one, Mapping) and has_text(one) for one in several[:_LOOKED_AT]):
        return _without_empty(several)
    nested = [one for each in several if isinstance(each, Mapping) for one in _lists(each, 0)]
    best = max(nested, key=_worth, default=[])
    return _without_empty([_unwrapped(one) for one in best]) if _worth(best) else several


def _in_object(whole: Record, lone: bool) -> Iterable[Any]:
    if has_whole_text(whole) and not _is_feed(whole):
        return [whole]
    if "messages" in whole or isinstance(whole.get("chats"), Mapping):
        return list(_messages(whole))
    if graph := whole.get("@graph"):
        return list(_graph(graph))
    if columns := _columns(whole):
        return columns
    best = max(_lists(whole, 0), key=_worth, default=[])
    if _worth(best) or (not has_text(whole) and _addresses(best)):
        return _without_empty([_shared(_unwrapped(one), whole) for one in best])
    by_key = [_unwrapped(one) for one in whole.values() if isinstance(one, Mapping)]
    if not lone and not has_text(whole) and _worth(by_key):
        return by_key
    return [whole]


def _unwrapped(one: Any) -> Any:
    """The article in an object that only wraps it: what Elasticsearch calls "_source"."""
    if isinstance(one, Mapping) and not has_whole_text(one):
        for name in load("fields")["wrappers"]["inner"]:
            inner = one.get(name)
            if isinstance(inner, Mapping) and has_text(inner):
                return {**{key: value for key, value in one.items() if key != name}, **inner}
    return one


def _without_empty(several: Iterable[Any]) -> list[Any]:
    """Without objects in which there is nothing at all."""
    return [one for one in several if one not in ({}, None)]


def _lists(whole: Record, depth: int) -> Iterator[list[Any]]:
    """The lists of objects in an object; those of known names first, so that of equals they are taken."""
    known = {name: n for n, name in enumerate(load("fields")["wrappers"]["lists"])}
    for _name, value in sorted(whole.items(), key=lambda pair: known.get(str(pair[0]).lower(), len(known))):
        if isinstance(value, list) and any(isinstance(one, Mapping) for one in value):
            yield [one for one in value if isinstance(one, Mapping)]
        elif isinstance(value, Mapping) and depth < _DEPTH:
            yield from _lists(value, depth + 1)


def _worth(several: list[Any]) -> int:
    """How much text the objects of a list hold, of those that are looked at."""
    total = 0
    for one in several[:_LOOKED_AT]:
        if isinstance(one, Mapping) and (draft := draft_of(_unwrapped(one))):
            total += len(draft.text) if draft.headline or len(draft.text) > 200 else 1  # comments have no headlines
    return total


def _addresses(several: list[Any]) -> bool:
    return bool(several) and all(isinstance(one, Mapping) and address_of(one) for one in several[:_LOOKED_AT])


def _is_feed(whole: Record) -> bool:
    """Whether it is a feed that says something of itself and has its articles in a list."""
    return isinstance(whole.get("items"), list) and "jsonfeed" in str(whole.get("version", ""))


def _shared(one: Any, whole: Record) -> Any:
    """An article of a feed, with the feed's name as its outlet where it has none of its own."""
    if isinstance(one, Mapping) and _is_feed(whole):
        return {"outlet": whole.get("title"), "language": whole.get("language"), **one}
    return one


def _graph(graph: Any) -> Iterator[Record]:
    """The articles of a graph of JSON-LD, with what they refer to in the place of the references."""
    nodes = [one for one in (graph if isinstance(graph, list) else [graph]) if isinstance(one, Mapping)]
    by_id = {str(one["@id"]): one for one in nodes if "@id" in one and len(one) > 1}
    site = next((one.get("name") for one in nodes if "WebSite" in _types(one) or "Organization" in _types(one)), None)
    several = [
        one for one in nodes if {kind.lower() for kind in _types(one)} & set(load("fields")["types"]["articles"])
    ]
    for one in several or nodes:
        said = {key: _referred(value, by_id) for key, value in one.items()}
        yield said if said.get("publisher") or not site else {**said, "publisher": site}


def _types(one: Record) -> list[str]:
    said = one.get("@type")
    return [str(kind) for kind in said] if isinstance(said, list) else [str(said)]


def _referred(value: Any, by_id: Mapping[str, Record]) -> Any:
    if isinstance(value, Mapping) and set(value) == {"@id"}:
        return by_id.get(str(value["@id"]), value)
    return [_referred(one, by_id) for one in value] if isinstance(value, list) else value


def _messages(whole: Record) -> Iterator[Record]:
    """The messages of chats that hold a text, each with the chat's name as its outlet."""
    chats = whole.get("chats")
    several = chats.get("list", []) if isinstance(chats, Mapping) else [whole]
    for chat in several:
        for one in chat.get("messages", []) if isinstance(chat, Mapping) else []:
            if isinstance(one, Mapping) and one.get("type", "message") == "message" and _said(one):
                date = one.get("date") or one.get("date_unixtime")
                known = {"date": date, "updated": one.get("edited"), "byline": one.get("author")}
                yield {"text": _said(one), "outlet": chat.get("name"), **known}


def _said(message: Record) -> str:
    """The words of a message, which are a string or strings and marked words in turn."""
    said = message.get("text")
    if isinstance(said, list):
        said = "".join(
            one if isinstance(one, str) else str(one.get("text", "")) for one in said if isinstance(one, str | Mapping)
        )
    return prose(said) if isinstance(said, str) else ""


def _columns(whole: Record) -> list[Record]:
    """A table that was stored by its columns: {"title": {"0": ...}} or {"columns": [...], "data": [[...]]}."""
    names, rows = whole.get("columns"), whole.get("data")
    if isinstance(names, list) and isinstance(rows, list) and all(isinstance(row, list) for row in rows):
        return [dict(zip(map(str, names), row, strict=False)) for row in rows]
    by_row = _keyed_rows(whole) or _listed_rows(whole)
    return by_row if any(map(has_text, by_row)) else []


def _keyed_rows(whole: Record) -> list[Record]:
    """Of columns that have a value for each of the same keys, the rows."""
    columns = list(whole.values())
    if len(columns) < 2 or not all(isinstance(one, Mapping) and one.keys() == columns[0].keys() for one in columns):
        return []
    return [{name: column[key] for name, column in whole.items()} for key in columns[0]]


def _listed_rows(whole: Record) -> list[Record]:
    """Of columns that are lists of one length, the rows; where no two rows differ there is no table."""
    columns = list(whole.values())
    if len(columns) < 2 or not all(isinstance(one, list) and len(one) == len(columns[0]) for one in columns):
        return []
    by_row: list[Record] = [dict(zip(whole, row, strict=True)) for row in zip(*columns, strict=True)]
    return by_row if len({str(keyed(one)) for one in by_row}) > 1 else []
