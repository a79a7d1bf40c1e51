"""The rules of data/lexicon/boilerplate.toml, ready to be asked about a line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from reader.importing.patterns import Patterns
from reader.importing.units import Unit
from reader.lexicon import load

_QUOTES = '"“”«»„'
_RULERS = frozenset("-–—_*=~•·#. \t")
_CRUMBS = ("|", "›", "»", "→", "/", "•", "·", ">")


@dataclass(frozen=True, slots=True)
class LineRule:
    """Patterns for lines of at most so many words."""

    patterns: Patterns
    longest: int

    def fits(self, unit: Unit) -> bool:
        """Whether the line is furniture; what is quoted is what somebody said."""
        if (
            not unit.short
            or unit.continues
            or unit.text[-1] == ","
            or len(unit.words) > self.longest
            or any(c in unit.text for c in _QUOTES)
        ):
            return False
        return self.patterns.fit(unit.words)


@dataclass(frozen=True, slots=True)
class Block:
    """A letter or notice: the lines that open it, those that may sign it off, the words its paragraphs keep to."""

    opening: Patterns
    closing: Patterns
    theme: frozenset[str]
    longest: int

    def opens(self, unit: Unit) -> bool:
        """Whether the line opens such a block."""
        return len(unit.words) <= 12 and self.opening.fit(unit.words)  # a salutation is short

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

    def is_line(self, unit: Unit) -> bool:
        """Furniture wherever it stands."""
        return any(rule.fits(unit) for rule in self.lines) or _RULERS.issuperset(unit.text)

    def is_teaser(self, unit: Unit) -> bool:
        """A label and a colon before the headline of something else."""
        return ":" in unit.text[:40] and any(rule.fits(unit) for rule in self.teasers)

    def is_margin(self, unit: Unit) -> bool:
        """Furniture before the first paragraph of an article and after its last."""
        return any(rule.fits(unit) for rule in self.margins) or is_breadcrumb(unit)

    def opens_tail(self, unit: Unit) -> bool:
        """A heading after which an article does not go on."""
        return self.tails.fits(unit)

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
        return tuple(LineRule(Patterns(entry["patterns"], classes), entry["longest"]) for entry in entries)

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
    )
