"""The rules of data/lexicon/boilerplate.toml, ready to be asked about a line."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from reader.importing.forms import is_address, is_breadcrumb, is_quoted, is_ruler, leading_name, may_be_furniture
from reader.importing.paragraphs import RawParagraph
from reader.importing.patterns import PatternGroup, Patterns, words
from reader.lexicon import load

_CREDIT_WORDS = frozenset([":", "by", "credit", "source", "courtesy", "via", "photo", "image"])


@dataclass(frozen=True, slots=True)
class Block:
    """A letter or notice: the lines that open it, those that may sign it off, the words its paragraphs keep to."""

    opening: Patterns
    closing: Patterns
    theme: frozenset[str]
    longest: int

    def opens(self, unit: RawParagraph) -> bool:
        """Whether the line opens such a block."""
        return self.opening.fit(unit.words)

    def goes_on(self, unit: RawParagraph) -> bool:
        """Whether the paragraph signs it off, or still speaks of what the block is about."""
        if self.closing.fit(unit.words):
            return True
        return not self.theme.isdisjoint(unit.words) and not is_quoted(unit.text)


@dataclass(frozen=True, slots=True)
class Rules:
    """What is known about the furniture of pages; every question is answered in time linear in the line."""

    lines: Patterns
    teasers: Patterns
    margins: Patterns
    tails: Patterns
    blocks: tuple[Block, ...]
    code: tuple[str, ...]
    credits: tuple[str, ...]
    labels: tuple[str, ...]
    buttons: frozenset[str]
    social: frozenset[str]
    bio_verbs: frozenset[str]
    bio_roles: frozenset[str]
    bio_after: frozenset[str]
    agencies: frozenset[str]
    pictures: frozenset[str]

    def is_line(self, unit: RawParagraph) -> bool:
        """Furniture wherever it stands."""
        if is_ruler(unit.text) or is_address(unit.text):
            return True
        if not may_be_furniture(unit):
            return False
        buttons = len(unit.words) > 1 and self.buttons.issuperset(unit.words) and not self.social.isdisjoint(unit.words)
        return buttons or self.lines.fit(unit.words, sentence=unit.ends) or self.is_credit(unit)

    def is_teaser(self, unit: RawParagraph) -> bool:
        """A label and a colon or bar before the headline of something else."""
        end = _separator(unit.text)
        if not end or not may_be_furniture(unit):
            return False
        return self.teasers.fit((*words(unit.text[: end - 1]), ":", *words(unit.text[end:])))

    def is_margin(self, unit: RawParagraph) -> bool:
        """Furniture before the first paragraph of an article and after its last."""
        known = may_be_furniture(unit) and self.margins.fit(unit.words)
        return known or is_breadcrumb(unit) or self.is_signature(unit)

    def opens_tail(self, unit: RawParagraph) -> bool:
        """A heading after which an article does not go on."""
        return may_be_furniture(unit) and self.tails.fit(unit.words)

    def block(self, unit: RawParagraph) -> Block | None:
        """The block that this line opens."""
        return next((block for block in self.blocks if block.opens(unit)), None)

    def is_code(self, unit: RawParagraph) -> bool:
        """A remain of a script; a line that also reads like prose, or is long and has few signs, is left alone."""
        if unit.prose or not any(mark in unit.text for mark in self.code):
            return False
        return unit.short or sum(unit.text.count(sign) for sign in "{}()<>=;/_") > 0.03 * len(unit.text)

    def is_credit(self, unit: RawParagraph) -> bool:
        """ "Ana Petrel/Reuters", "[File: Ana Petrel/AP]": names, a stroke and an agency; "Credit...Ana Petrel"."""
        if unit.text.startswith("Credit..."):
            return True
        return "/" in unit.text and len(unit.words) <= 8 and not unit.ends and self._names_agency(unit.text)

    def credit_in(self, unit: RawParagraph) -> int:
        """Where, in a line, the credit at its end begins: "... at the dam (Photo: AP)"; -1 for none."""
        text = unit.text
        if not unit.short:
            return -1
        if text[-1:] not in (")", "]"):
            return self._credit_after(text)
        at = max(text.rfind("("), text.rfind("["))
        inside = words(text[at:])
        if at <= 0 or not 0 < len(inside) <= 10:
            return -1
        pictured = inside[0] in self.pictures and (len(inside) == 1 or inside[1] in _CREDIT_WORDS or ":" in inside)
        return at if pictured or ("/" in text[at:] and self._names_agency(text[at:])) else -1

    def _credit_after(self, text: str) -> int:
        """Where the credit after a caption begins: "... at the dam. Photograph: Ana Petrel/AP"; it holds names only."""
        if not _any_of(self.credits).search(text):  # as hardly any line has one
            return -1
        for mark in self.credits:
            at = text.rfind(mark)
            said = text[at + len(mark) :].split()
            if at > 0 and not text[at - 1].isalnum() and 0 < len(said) <= 8 and all(_in_credit(word) for word in said):
                return at
        return -1

    def label_end(self, unit: RawParagraph) -> int:
        """Where the label before a caption, or before a teaser's headline, ends; 0 for none."""
        label = next((label for label in self.labels if f"{unit.text} ".startswith(label)), "")
        return len(label.rstrip()) if label else (_separator(unit.text) if self.is_teaser(unit) else 0)

    def _names_agency(self, text: str) -> bool:
        said = words(text)
        return not self.agencies.isdisjoint(said) and all(word[0].isupper() for word in text.strip("[]()").split())

    def is_signature(self, unit: RawParagraph) -> bool:
        """ "ab/msh (AFP, dpa, Reuters)": initials and agencies, at least one of these, and nothing else."""
        said = unit.words
        if not 0 < len(said) <= 12 or self.agencies.isdisjoint(said) or unit.ends:
            return False
        return all(word in self.agencies or (len(word) <= 3 and word.isalpha()) for word in said)

    def is_biography(self, unit: RawParagraph) -> bool:
        """ "<Name> is a reporter at ...", "<Name> covers shipping for ...", in one short paragraph."""
        name = leading_name(unit)
        said = unit.words[len(name) : len(name) + 12]
        if not 2 <= len(name) <= 4 or len(unit.words) > 70 or not said or said[0] not in self.bio_verbs:
            return False
        role = next((n for n, word in enumerate(said[:8]) if word in self.bio_roles), None)
        return role is not None and not self.bio_after.isdisjoint(said[role + 1 : role + 5])


@cache
def _any_of(marks: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, marks)))


def _separator(text: str) -> int:
    """Behind the first colon, bar or lone dash of a line that begins with a label; 0 for none."""
    places = [at + len(sign.rstrip()) for sign in (":", "|", " - ", " – ", " — ") if 0 <= (at := text.find(sign)) <= 40]
    return min(places, default=0)


def _in_credit(word: str) -> bool:
    return word[0].isupper() or not word[0].isalnum() or word in ("for", "of", "the", "via", "and", "de", "by")


@cache
def rules() -> Rules:
    """The shipped rules, read once."""
    table = load("boilerplate")
    classes: Mapping[str, Sequence[str]] = table["classes"]

    def patterns(entries: Sequence[Mapping[str, Any]]) -> Patterns:
        groups = (PatternGroup(entry["patterns"], entry["longest"], entry.get("label", False)) for entry in entries)
        return Patterns(groups, classes)

    return Rules(
        lines=patterns([entry for entry in table["lines"] if not entry.get("teaser")]),
        teasers=patterns([entry for entry in table["lines"] if entry.get("teaser")]),
        margins=patterns(table["margins"]),
        tails=patterns([table["tails"]]),
        blocks=tuple(_block(entry, classes) for entry in table["blocks"]),
        code=tuple(table["code"]["marks"]),
        credits=tuple(table["captions"]["credits"]),
        labels=tuple(table["captions"]["labels"]),
        buttons=frozenset((*table["buttons"]["words"], *classes["social"])),
        social=frozenset((*classes["social"], "share", "tweet", "print", "email")),
        bio_verbs=frozenset(table["bio"]["verbs"]),
        bio_roles=frozenset(table["bio"]["roles"]),
        bio_after=frozenset(table["bio"]["after"]),
        agencies=frozenset(classes["agency"]),
        pictures=frozenset(classes["picture"]),
    )


def _block(entry: Mapping[str, Any], classes: Mapping[str, Sequence[str]]) -> Block:
    opening, closing = (
        Patterns([PatternGroup(entry["from"])], classes),
        Patterns([PatternGroup(entry["to"], 16)], classes),
    )
    return Block(opening, closing, frozenset(entry["theme"]), entry["longest"])
