"""The accounts themselves: their origins, the names in them, whom they credit, what they share."""

from collections.abc import Iterable, Sequence

from reader import locales
from reader.article import Article
from reader.compare.attribution import is_pronoun, is_read
from reader.compare.comparison import (
    Comparison,
    Coverage,
    Credit,
    Excerpt,
    FigureOmission,
    Name,
    OmissionReason,
    Origin,
    Passage,
    Quotation,
)
from reader.compare.quotation_groups import credited as credited_with
from reader.compare.quotation_groups import is_altered
from reader.i18n import _, ngettext
from reader.importing.language import UNKNOWN
from reader.text.direction import isolated
from reader.text.shorten import on_one_line
from reader.wording.kinds import relation
from reader.wording.quantities import share

_EVIDENCE = 90
"""Letters, at most, of the words that credit somebody."""


def origins(comparison: Comparison) -> str:
    """How many voices there are: "5 articles, 4 origins"; the articles alone where origins were not looked for."""
    articles = len(comparison.articles)
    said = ngettext("{n} article", "{n} articles", articles).format(n=articles)
    count = len(comparison.origins)
    return f"{said}, {ngettext('{n} origin', '{n} origins', count).format(n=count)}" if count else said


def origin(comparison: Comparison, value: Origin) -> str:
    """One origin: which articles carry it, and on what grounds."""
    names = ", ".join(isolated(comparison.article(a).name) for a in value.articles)
    agency = ", ".join(value.agencies or ([value.agency] if value.agency else []))
    if agency and len(value.articles) > 1:
        return _("{articles}: one origin, {agency}").format(articles=names, agency=agency)
    if len(value.articles) > 1:
        return _("{articles}: one origin, by shared text; no agency named").format(articles=names)
    if agency:
        return _("{articles}: credits {agency}, shares its text with no other").format(articles=names, agency=agency)
    if value.alike:
        others = ", ".join(isolated(comparison.article(a).name) for a in value.alike)
        return _("{articles}: no agency named, yet a long stretch stands to the letter in {others}").format(
            articles=names, others=others
        )
    return _("{articles}: no agency named").format(articles=names)


def unread_here() -> str:
    """Stands in the place of an account's figures where its language is not read."""
    return _("figures are not read in this language")


def unread(comparison: Comparison) -> str:
    """Which accounts' figures are not read, or not all of them, in sentences; empty where all are."""
    said = []
    names = [isolated(" ".join(comparison.article(one).name.split())) for one in comparison.figures_unread]
    if names:
        words = ngettext(
            "Figures are not read in the language of {names}.",
            "Figures are not read in the languages of {names}.",
            len({comparison.article(article).language for article in comparison.figures_unread}),
        )
        said.append(words.format(names=", ".join(names)))
    for article in comparison.articles:
        found = [one for one in comparison.figures_omitted if one.excerpt.article == article.id]
        said += [omitted(article, found)] if found else []
    return " ".join(said)


def omitted(article: Article, found: Sequence[FigureOmission]) -> str:
    """What of an account is not read for figures, in a sentence or two; empty where nothing is left out."""
    name, said = " ".join(article.name.split()), []
    tables = [one for one in found if one.reason is OmissionReason.TABLE]
    if tables:
        words = ngettext(
            "{name} has a table of numbers ({numbers}), whose cells are not read as figures.",
            "{name} has {n} tables of numbers ({numbers}), whose cells are not read as figures.",
            len(tables),
        )
        numbers = locales.count(sum(one.numbers for one in tables))
        said.append(words.format(name=name, n=locales.count(len(tables)), numbers=numbers))
    for one in found:
        if one.reason is OmissionReason.TOO_LONG:
            words = _("{name} has a number of {digits} digits, which is not read as a figure.")
            said.append(words.format(name=name, digits=locales.count(len(one.excerpt.span))))
        if one.reason is OmissionReason.TOO_MANY:
            words = ngettext(
                "{name} has more numbers than are compared: {n} towards its end is not read as a figure.",
                "{name} has more numbers than are compared: {n} towards its end are not read as figures.",
                one.numbers,
            )
            said.append(words.format(name=name, n=locales.count(one.numbers)))
    return " ".join(said)


def spellings(comparison: Comparison, value: Name) -> tuple[str, ...]:
    """The spellings of one name, each with the articles that use it."""
    return tuple(
        f"{s.form} ({', '.join(isolated(comparison.article(a).name) for a in s.articles)})" for s in value.spellings
    )


def name(comparison: Comparison, value: Name) -> str:
    """The spellings of one name in a line."""
    return "; ".join(spellings(comparison, value))


def speaker(credited: str, written_in: str = "") -> str:
    """Whom an article credits with an utterance; in a language in which that is not read, that it is not."""
    if is_pronoun(credited):
        return _("“{pronoun}”, not clear who").format(pronoun=credited.lower())
    if credited or is_read(written_in):
        return credited or _("no speaker named here")
    if written_in == UNKNOWN:
        return _("speaker not looked for: the language is not known")
    return _("speaker not looked for in {language}").format(language=language(written_in[:2]))


def credited(comparison: Comparison, credit: Credit) -> str:
    """The same of one wording of a quotation."""
    return speaker(credit.speaker, comparison.article(credit.excerpt.article).language)


def credited_in(comparison: Comparison, credit: Credit) -> str:
    """The same with the words of the account that say so: 'credits Clara Venn (“she added”)'."""
    by = credited(comparison, credit)
    if credit.speaker and not is_pronoun(credit.speaker):
        by = _("credits {speaker}").format(speaker=credit.speaker)
    if credit.credit is None:
        return by
    said = on_one_line(credit.credit.of(comparison.article(credit.excerpt.article).text), _EVIDENCE)
    return _("{speaker} (“{words}”)").format(speaker=by, words=said)


def quotation(comparison: Comparison, value: Quotation) -> str:
    """In how many accounts a quotation stands, in which languages, whether they word it alike, and who is credited."""
    count = len({credit.excerpt.article for credit in value.credits})
    tongues = languages(comparison, (credit.excerpt for credit in value.credits))
    if is_altered(comparison, value):
        said = ngettext("{n} account, worded differently", "{n} accounts, worded differently", count).format(n=count)
    elif len(tongues) == count > 1:
        said = ngettext("{n} account, translated", "{n} accounts, translated", count).format(n=count)
    else:
        said = ngettext("{n} account, the same words", "{n} accounts, the same words", count).format(n=count)
    if len(tongues) > 1:
        said = f"{said} ({', '.join(tongues)})"
    return " · ".join(filter(None, (said, " / ".join(map(speaker, credited_with(value))))))


def coverage(value: Coverage) -> str:
    """How one article stands to the others, in a sentence."""
    parts = [_("{share} of its text is found elsewhere").format(share=share(value.shared))]
    only = len(value.only_here)
    if only:
        parts.append(
            ngettext("{n} sentence only in this account", "{n} sentences only in this account", only).format(n=only)
        )
    lacking = len(value.missing)
    if lacking:
        parts.append(
            ngettext(
                "lacks {n} passage that most others have", "lacks {n} passages that most others have", lacking
            ).format(n=lacking)
        )
    return "; ".join(parts)


def passage(comparison: Comparison, value: Passage) -> str:
    """How the excerpts of a passage stand to one another, with their languages where a translation stands between."""
    told = languages(comparison, value.excerpts)
    said = f"{relation(value.relation)} ({', '.join(told)})" if len(told) > 1 else relation(value.relation)
    return _("{relation}, tied by the reader").format(relation=said) if value.own else said


def languages(comparison: Comparison, excerpts: Iterable[Excerpt]) -> tuple[str, ...]:
    """The languages of excerpts, each once, in their order; one that has no name here by its code."""
    codes = dict.fromkeys(comparison.article(excerpt.article).language[:2] for excerpt in excerpts)
    return tuple(language(code) for code in codes)


def language(code: str) -> str:
    """A language by name, of those that are compared by meaning; any other by its code."""
    return {
        "ar": _("Arabic"),
        "de": _("German"),
        "en": _("English"),
        "es": _("Spanish"),
        "fr": _("French"),
        "it": _("Italian"),
        "ja": _("Japanese"),
        "ko": _("Korean"),
        "nl": _("Dutch"),
        "pl": _("Polish"),
        "pt": _("Portuguese"),
        "ru": _("Russian"),
        "th": _("Thai"),
        "tr": _("Turkish"),
        "zh": _("Chinese"),
    }.get(code, code)
