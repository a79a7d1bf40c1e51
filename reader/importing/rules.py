"""The rules of data/lexicon/boilerplate.toml, ready to be asked about a line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from reader.importing.patterns import Patterns, words
from reader.importing.units import Unit
from reader.lexicon import load

_QUOTES = '"“”«»„'
_RULERS = frozenset("-–—_*=~•·#. \t")
_CREDIT_WORDS = frozenset(["by", "credit", "source", "courtesy", "via", "photo", "image"])
_CRUMBS = ("|", "›", "»", "→", "/", "•", "·", ">")


@dataclass(frozen=True, slots=True)
class LineRule:
    """Patterns for lines of at most so many words."""

    patterns: Patterns
    longest: int
    label: bool = False
    """Whether only what is no sentence fits."""

    def fits(self, unit: Unit) -> bool:
        """Whether the line is furniture."""
        if len(unit.words) > self.longest or (self.label and unit.ends):
            return False
        return self.patterns.fit(unit.words)


def may_be_furniture(unit: Unit) -> bool:
    """Whether it is worth asking: what is long is prose, what is quoted was said, halves are halves."""
    return unit.short and not unit.continues and unit.text[-1] != "," and not any(c in unit.text for c in _QUOTES)


@dataclass(frozen=True, slots=True)
class Block:
    """A letter or notice: the lines that open it, those that may sign it off, the words its paragraphs keep to."""

    opening: Patterns
    closing: Patterns
    theme: frozenset[str]
    longest: int

    def opens(self, unit: Unit) -> bool:
        """Whether the line opens such a block."""
        return self.opening.fit(unit.words)

    def closes(self, unit: Unit) -> bool:
        """Whether the line may end it."""
        return len(unit.words) <= 16 and self.closing.fit(unit.words)  # so is a sign-off

    def keeps_to_theme(self, unit: Unit) -> bool:
        """Whether the paragraph still speaks of what the block is about."""
        return not self.theme.isdisjoint(unit.words)


@dataclass(frozen=True, slots=True)
class Rules:
    """What is known about the furniture of pages; every question is answered in time linear in the line."""

    lines: tuple[LineRule, ...]
    teasers: tuple[LineRule, ...]
    margins: tuple[LineRule, ...]
    tails: LineRule
    blocks: tuple[Block, ...]
    code: tuple[str, ...]
    verbs: frozenset[str]
    roles: frozenset[str]
    agencies: frozenset[str]
    pictures: frozenset[str]

    def is_line(self, unit: Unit) -> bool:
        """Furniture wherever it stands."""
        if _RULERS.issuperset(unit.text) or is_address(unit.text):
            return True
        return may_be_furniture(unit) and (any(rule.fits(unit) for rule in self.lines) or self.is_credit(unit))

    def is_credit(self, unit: Unit) -> bool:
        """ "Ana Petrel/Reuters", "[File: Ana Petrel/AP]": names, a stroke and an agency."""
        return "/" in unit.text and len(unit.words) <= 8 and not unit.ends and self._names_agency(unit.text)

    def credit_in(self, unit: Unit) -> int:
        """Where, in a line, the bracketed credit at its end begins: "... at the dam (Photo: AP)"; -1 for none."""
        text = unit.text
        if not unit.short or text[-1:] not in (")", "]"):
            return -1
        at = max(text.rfind("("), text.rfind("["))
        inside = words(text[at:])
        if at <= 0 or not 0 < len(inside) <= 10:
            return -1
        pictured = inside[0] in self.pictures and (len(inside) == 1 or ":" in inside or inside[1] in _CREDIT_WORDS)
        return at if pictured or ("/" in text[at:] and self._names_agency(text[at:])) else -1

    def _names_agency(self, text: str) -> bool:
        said = words(text)
        return not self.agencies.isdisjoint(said) and all(word[0].isupper() for word in text.strip("[]()").split())

    def is_teaser(self, unit: Unit) -> bool:
        """A label and a colon before the headline of something else."""
        labelled = ":" in unit.text[:40] or "|" in unit.text[:40]
        return labelled and may_be_furniture(unit) and any(rule.fits(unit) for rule in self.teasers)

    def is_margin(self, unit: Unit) -> bool:
        """Furniture before the first paragraph of an article and after its last."""
        fits = may_be_furniture(unit) and any(rule.fits(unit) for rule in self.margins)
        return fits or is_breadcrumb(unit) or self.is_signature(unit)

    def is_signature(self, unit: Unit) -> bool:
        """ "ab/msh (AFP, dpa, Reuters)": initials and agencies, at least one of these, and nothing else."""
        said = unit.words
        if not 0 < len(said) <= 12 or self.agencies.isdisjoint(said) or unit.ends:
            return False
        return all(word in self.agencies or (len(word) <= 3 and word.isalpha()) for word in said)

    def opens_tail(self, unit: Unit) -> bool:
        """A heading after which an article does not go on."""
        return may_be_furniture(unit) and self.tails.fits(unit)

    def block(self, unit: Unit) -> Block | None:
        """The block that this line opens."""
        return next((block for block in self.blocks if block.opens(unit)), None)

    def is_code(self, unit: Unit) -> bool:
        """A remain of a script; a line that also reads like prose, or is long and has few signs, is left alone."""
        if unit.prose or not any(mark in unit.text for mark in self.code):
            return False
        return unit.short or sum(unit.text.count(sign) for sign in "{}()<>=;/_") > 0.03 * len(unit.text)

    def is_biography(self, unit: Unit) -> bool:
        """ "<Name> is a reporter at ...", in one short paragraph."""
        name = leading_name(unit)
        start = unit.words[len(name) : len(name) + 10]
        return (
            2 <= len(name) <= 4
            and len(unit.words) <= 70
            and start[:1] != ()
            and start[0] in self.verbs
            and not self.roles.isdisjoint(start)
        )


def is_address(line: str) -> bool:
    """A web address or a handle and nothing else."""
    return " " not in line and (line.startswith(("http://", "https://", "www.", "pic.twitter.com/")) or line[0] == "@")


def leading_name(unit: Unit) -> tuple[str, ...]:
    """The folded words in capitals that a line begins with, as far as they have no signs between them."""
    count = 0
    for word in unit.text[:120].split():
        if not word[0].isupper():
            break
        count += 1
        if not word[-1].isalnum() and word[-1] != ".":
            break
    return unit.words[:count]


def is_breadcrumb(unit: Unit) -> bool:
    """Sections of a site in one line: "Russia | Vladimir Putin", "Home › World"."""
    if len(unit.text) > 120 or unit.ends:
        return False
    for sign in _CRUMBS:
        parts = unit.text.split(f" {sign} ")
        if len(parts) > 1:
            return all(0 < len(part.split()) <= 4 and part.strip()[0].isupper() for part in parts if part.strip())
    return False


@cache
def rules() -> Rules:
    """The shipped rules, read once."""
    table = load("boilerplate")
    classes = table["classes"]

    def group(entries: Sequence[Mapping[str, Any]]) -> tuple[LineRule, ...]:
        return tuple(
            LineRule(Patterns(entry["patterns"], classes), entry["longest"], entry.get("label", False))
            for entry in entries
        )

    return Rules(
        lines=group([entry for entry in table["lines"] if not entry.get("teaser")]),
        teasers=group([entry for entry in table["lines"] if entry.get("teaser")]),
        margins=group(table["margins"]),
        tails=group([table["tails"]])[0],
        blocks=tuple(
            Block(
                Patterns(entry["from"], classes),
                Patterns(entry["to"], classes),
                frozenset(entry["theme"]),
                entry["longest"],
            )
            for entry in table["blocks"]
        ),
        code=tuple(table["code"]["marks"]),
        verbs=frozenset(table["bio"]["verbs"]),
        roles=frozenset(table["bio"]["roles"]),
        agencies=frozenset(classes["agency"]),
        pictures=frozenset((*classes["picture"], "file")),
    )
