"""The grammar of a language, made of its table in data/lexicon/figures."""

from collections.abc import Iterable, Mapping
from functools import cache, partial
from typing import Any, TypeVar

from reader.compare.comparison import Modifier
from reader.compare.figures.languages.grammar import Grammar, Nouns, Numerals, Surroundings, Times
from reader.compare.figures.languages.phrases import PhraseTable
from reader.compare.figures.languages.tokens import Cutter, form
from reader.compare.figures.numbers.numerals import Vague
from reader.compare.figures.quantities.units import UNITS, Unit
from reader.lexicon import load
from reader.text.spans import Span

T = TypeVar("T")

AGE = Unit("year", "age")
_MODIFIERS = {
    "about": Modifier.ABOUT, "almost": Modifier.ALMOST, "more_than": Modifier.MORE_THAN,
    "at_least": Modifier.AT_LEAST, "up_to": Modifier.UP_TO, "less_than": Modifier.LESS_THAN,
}  # fmt: skip


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language that has a table."""
    table = load(f"figures/{language}")
    words = table["words"]
    plain = Cutter(language)
    clitics = tuple(sorted(words.get("clitics", ()), key=len, reverse=True))
    stems = frozenset(
        form(written)
        for name in ("cardinals", "hundreds", "scales", "ones", "vague")
        for forms in table.get(name, {}).values()
        for written in forms
        if len(plain.sentence(written, _whole(written)).words) == 1
    )
    cutter = Cutter(language, clitics, stems) if clitics else plain
    return Grammar(
        language, table["digits"]["decimal"], cutter, _numerals(table, cutter), _surroundings(table, cutter),
        _times(table, cutter), _nouns(table, cutter),
    )  # fmt: skip


def _numerals(table: Mapping[str, Any], cutter: Cutter) -> Numerals:
    words = table["words"]
    vague = {name: Vague(v["low"], v["high"], v["open"]) for name, v in load("figures/common")["vague"].items()}
    return Numerals(
        cardinals=_values(table["cardinals"]),
        people=_values(table.get("people", {})),
        hundreds=frozenset(_values(table.get("hundreds", {}))),
        scales=_values(table["scales"]),
        ones=_values(table["ones"]),
        collectives=_values(table["collectives"]),
        vague=_phrases(cutter, table["vague"], {name: (name, meant) for name, meant in vague.items()}),
        half=_listed(cutter, words.get("half", ())),
        implicit=_forms(words.get("implicit", ())),
        joins=_forms(words.get("and", ())),
        last=_forms(words.get("last", ())),
        inside=_forms(words.get("inside", ())),
        half_inside=form(words.get("half_inside", "")),
        scarce=_forms(words.get("scarce", ())),
        vigesimal=words.get("vigesimal", False),
        units_first=words.get("units_first", False),
        dotted=words.get("dotted", False),
        lower=words.get("lower", False),
        some=_forms(words.get("some", ())),
        over=_forms(words.get("from", ())),
        points=_forms(words.get("points", ())),
        past_points=_forms(words.get("past_points", ())),
        surplus=_forms(words.get("surplus", ())),
    )


def _surroundings(table: Mapping[str, Any], cutter: Cutter) -> Surroundings:
    units = UNITS | {"age": AGE}
    ranges = table["ranges"]
    listed = partial(_listed, cutter)
    return Surroundings(
        units=_phrases(cutter, table["units"], units),
        before_units=_phrases(cutter, table.get("before_units", {}), units),
        signs=_phrases(cutter, load("figures/common")["signs"], units, exact=True),
        money_signs=PhraseTable(cutter, _money_signs(), exact=True),
        tenths=listed(table.get("tenths", {}).get("forms", ())),
        rates=_phrases(cutter, table["rates"], {name: name for name in table["rates"]}),
        modifiers=_phrases(cutter, table["modifiers"], _MODIFIERS),
        modifiers_after=_phrases(cutter, table["modifiers_after"], _MODIFIERS),
        rising=listed(table.get("rising", {}).get("forms", ())),
        skipped=listed(table["skipped"]["forms"]),
        between=listed(ranges["between"]),
        between_and=listed(ranges["and"]),
        from_=listed(ranges["from"]),
        to=listed(ranges["to"]),
        per=listed(table.get("per", {}).get("forms", ())),
        fractions=_fractions(table, cutter),
        score=listed(table.get("scores", {}).get("between", ())),
        magnitude=listed(table["magnitude"]["before"]),
        magnitude_after=listed(table["magnitude"]["after"]),
        designations=listed([*table["designations"]["before"], *load("figures/common")["decoys"]["before"]]),
    )


def _fractions(table: Mapping[str, Any], cutter: Cutter) -> PhraseTable[float]:
    forms = table.get("fractions", {})
    return _phrases(cutter, forms, {name: float(name) for name in forms})


def _money_signs() -> dict[str, Unit]:
    """The signs that stand before sums, in whatever language."""
    return {
        sign: UNITS[name]
        for name, entry in load("units")["money"].items()
        for sign in entry.get("signs", ())
        if len(sign) > 1 or not sign.isalpha()
    }


def _times(table: Mapping[str, Any], cutter: Cutter) -> Times:
    dates, years, clock, ages = table["dates"], table["years"], table["clock"], table["ages"]
    listed = partial(_listed, cutter)
    return Times(
        months=_phrases(cutter, table["months"], {name: int(name) for name in table["months"]}),
        between=listed(dates["between"]),
        signs=("".join(dates.get("year", ())), "".join(dates.get("month", ())), "".join(dates.get("day", ()))),
        years_before=listed(years["before"]),
        years_after=listed(years["after"]),
        clock_before=listed(clock["before"]),
        clock_bare=listed(clock.get("bare", ())),
        clock_after=listed(clock["after"]),
        clock_sure=clock.get("sure", False),
        clock_minutes=_forms(clock.get("minutes", ())),
        clock_later=listed(clock.get("later", ())),
        ages_before=listed(ages["before"]),
        ages_after=listed(ages["after"]),
        ages_sure=listed(ages["sure"]),
        ages_suffixes=_forms(ages["suffixes"]),
        span_suffixes=_forms(ages.get("spans", ())),
        persons=_forms(ages["persons"]),
        weekdays=listed(dates.get("weekdays", ())),
    )


def _nouns(table: Mapping[str, Any], cutter: Cutter) -> Nouns:
    said = table["grammar"]
    listed = partial(_listed, cutter)
    return Nouns(
        lemmas=PhraseTable(cutter, _lemmas(table)),
        of=listed(said["of"]),
        heads=listed(table["counts"]["heads"]),
        adjectives=_forms(said["adjectives"]),
        adjective_endings=tuple(sorted(_forms(said.get("adjective_endings", ())), key=len, reverse=True)),
        verb_endings=tuple(_forms(said.get("verb_endings", ()))),
        plural=tuple(said["plural"]),
        capital=said["capital"],
        functions=_functions(said["functions"], table, cutter.language),
        inverted=_forms(said.get("inverted", ())),
        other_script=said.get("other_script", False),
        person=said.get("person", ""),
        genitive=said.get("genitive", False),
        said=_phrases(cutter, table.get("said", {}), {name: name for name in table.get("said", {})}),
        measures=_phrases(cutter, table.get("measures", {}), {name: name for name in table.get("measures", {})}),
    )


def _lemmas(table: Mapping[str, Any]) -> dict[str, str]:
    """The forms of the commonest nouns; with the article where that is written against them."""
    articles = ("", *table["grammar"].get("articles", ()))
    return {article + noun: lemma for lemma, forms in table["nouns"].items() for noun in forms for article in articles}


def _functions(forms: Iterable[str], table: Mapping[str, Any], language: str) -> frozenset[str]:
    """Words that are never counted: those of the table, small ones, and what ranges and modifiers begin with."""
    around = [*table["skipped"]["forms"], *(f for forms in table["ranges"].values() for f in forms)]
    around += [f for name in ("modifiers", "modifiers_after") for kind in table[name].values() for f in kind]
    small = load("stopwords").get(language, "").split()
    return _forms(forms) | _forms(phrase.split()[0] for phrase in around) | _forms(small)


def _values(table: Mapping[str, Iterable[str]]) -> dict[str, float]:
    return {form(written): float(value) for value, forms in table.items() for written in forms}


def _forms(written: Iterable[str]) -> frozenset[str]:
    return frozenset(map(form, written))


def _phrases(
    cutter: Cutter, table: Mapping[str, Iterable[str]], values: Mapping[str, T], exact: bool = False
) -> PhraseTable[T]:
    return PhraseTable(cutter, {phrase: values[name] for name, forms in table.items() for phrase in forms}, exact)


def _listed(cutter: Cutter, phrases: Iterable[str]) -> PhraseTable[bool]:
    return PhraseTable(cutter, dict.fromkeys(phrases, True))


def _whole(text: str) -> Span:
    return Span(0, len(text))
