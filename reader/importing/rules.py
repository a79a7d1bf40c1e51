"""The rules of data/lexicon/boilerplate.toml, ready to be asked about a line."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from reader.dataclass import dataclass
from reader.importing.forms import is_address, is_breadcrumb, is_quoted, is_ruler, leading_name, may_be_furniture
from reader.importing.paragraphs import RawParagraph
from reader.importing.patterns import PatternGroup, Patterns, words
from reader.lexicon import load


@dataclass(frozen=True, slots=True)
class Block:
    """A letter or notice: the lines that open it, those that may sign it off, the words its paragraphs keep to."""

    opening: Patterns
    closing: Patterns
    theme: frozenset[str]
    longest: int

    def opens(self, paragraph: RawParagraph) -> bool:
        """Whether the line opens such a block."""
        return self.opening.fit(paragraph.words)

    def goes_on(self, paragraph: RawParagraph) -> bool:
        """Whether the paragraph signs it off, or still speaks of what the block is about."""
        if self.closing.fit(paragraph.words):
            return True
        return not self.theme.isdisjoint(paragraph.words) and not is_quoted(paragraph.text)


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
    credit_openings: frozenset[str]
    """Words behind "Photo" that make a credit of it."""
    credit_small: frozenset[str]
    """Words of a credit without a capital."""
    bio_verbs: frozenset[str]
    bio_roles: frozenset[str]
    bio_after: frozenset[str]
    agencies: frozenset[str]
    pictures: frozenset[str]

    def is_line(self, paragraph: RawParagraph) -> bool:
        """Furniture wherever it stands."""
        if is_ruler(paragraph.text) or is_address(paragraph.text):
            return True
        if not may_be_furniture(paragraph):
            return False
        buttons = (
            len(paragraph.words) > 1
            and self.buttons.issuperset(paragraph.words)
            and not self.social.isdisjoint(paragraph.words)
        )
        return buttons or self.lines.fit(paragraph.words, sentence=paragraph.ends) or self.is_credit(paragraph)

    def is_teaser(self, paragraph: RawParagraph) -> bool:
        """A label and a colon or bar before the headline of something else."""
        end = _separator(paragraph.text)
        if not end or not may_be_furniture(paragraph):
            return False
        return self.teasers.fit((*words(paragraph.text[: end - 1]), ":", *words(paragraph.text[end:])))

    def is_margin(self, paragraph: RawParagraph) -> bool:
        """Furniture before the first paragraph of an article and after its last."""
        known = may_be_furniture(paragraph) and self.margins.fit(paragraph.words)
        return known or is_breadcrumb(paragraph) or self.is_signature(paragraph)

    def opens_tail(self, paragraph: RawParagraph) -> bool:
        """A heading after which an article does not go on."""
        return may_be_furniture(paragraph) and self.tails.fit(paragraph.words)

    def block(self, paragraph: RawParagraph) -> Block | None:
        """The block that this line opens."""
        return next((block for block in self.blocks if block.opens(paragraph)), None)

    def is_code(self, paragraph: RawParagraph) -> bool:
        """A remain of a script; a line that also reads like prose, or is long and has few signs, is left alone."""
        if paragraph.prose or not any(mark in paragraph.text for mark in self.code):
            return False
        return paragraph.short or sum(paragraph.text.count(sign) for sign in "{}()<>=;/_") > 0.03 * len(paragraph.text)

    def is_credit(self, paragraph: RawParagraph) -> bool:
        """ "Ana Petrel/Reuters", "[File: Ana Petrel/AP]": names, a stroke and an agency; "Credit...Ana Petrel"."""
        if paragraph.text.startswith("Credit..."):
            return True
        return (
            "/" in paragraph.text
            and len(paragraph.words) <= 8
            and not paragraph.ends
            and self._names_agency(paragraph.text)
        )

    def credit_in(self, paragraph: RawParagraph) -> int:
        """Where, in a line, the credit at its end begins: "... at the dam (Photo: AP)"; -1 for none."""
        text = paragraph.text
        if not paragraph.short:
            return -1
        if text[-1:] not in (")", "]"):
            return self._credit_after(text)
        at = max(text.rfind("("), text.rfind("["))
        inside = words(text[at:])
        if at <= 0 or not 0 < len(inside) <= 10:
            return -1
        is_credit = len(inside) == 1 or inside[1] in self.credit_openings or ":" in inside
        pictured = inside[0] in self.pictures and is_credit
        return at if pictured or ("/" in text[at:] and self._names_agency(text[at:])) else -1

    def _in_credit(self, word: str) -> bool:
        return word[0].isupper() or not word[0].isalnum() or word in self.credit_small

    def _credit_after(self, text: str) -> int:
        """Where the credit after a caption begins: "... at the dam. Photograph: Ana Petrel/AP"; it holds names only."""
        if not _any_of(self.credits).search(text):  # as hardly any line has one
            return -1
        for mark in self.credits:
            at = text.rfind(mark)
            said = text[at + len(mark) :].split()
            if (
                at > 0
                and not text[at - 1].isalnum()
                and 0 < len(said) <= 8
                and all(self._in_credit(word) for word in said)
            ):
                return at
        return -1

    def label_end(self, paragraph: RawParagraph) -> int:
        """Where the label before a caption, or before a teaser's headline, ends; 0 for none."""
        label = next((label for label in self.labels if f"{paragraph.text} ".startswith(label)), "")
        return len(label.rstrip()) if label else (_separator(paragraph.text) if self.is_teaser(paragraph) else 0)

    def _names_agency(self, text: str) -> bool:
        said = words(text)
        return not self.agencies.isdisjoint(said) and all(word[0].isupper() for word in text.strip("[]()").split())

    def is_signature(self, paragraph: RawParagraph) -> bool:
        """ "ab/msh (AFP, dpa, Reuters)": initials and agencies, at least one of these, and nothing else."""
        said = paragraph.words
        if not 0 < len(said) <= 12 or self.agencies.isdisjoint(said) or paragraph.ends:
            return False
        return all(word in self.agencies or (len(word) <= 3 and word.isalpha()) for word in said)

    def is_biography(self, paragraph: RawParagraph) -> bool:
        """ "<Name> is a reporter at ...", "<Name> covers shipping for ...", in one short paragraph."""
        name = leading_name(paragraph)
        said = paragraph.words[len(name) : len(name) + 12]
        if not 2 <= len(name) <= 4 or len(paragraph.words) > 70 or not said or said[0] not in self.bio_verbs:
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
        social=frozenset((*classes["social"], *table["buttons"]["social"])),
        credit_openings=frozenset(table["captions"]["openings"]),
        credit_small=frozenset(table["captions"]["small"]),
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
