"""A comparison told as a report."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import PurePath

import reader
from reader import i18n, locales, wording
from reader.article import Article
from reader.compare.comparison import Comparison, Origin, Verdict
from reader.compare.counts import DISMISSED, Counts, counted
from reader.compare.finding_ids import SubjectKind
from reader.compare.passages.groups import grouped
from reader.export.charts.account_labels import AccountName
from reader.export.charts.gallery import charts
from reader.export.choices import EVERYTHING, Choices, ImportProvenance
from reader.export.decisions import dismissed, ranked
from reader.export.findings import Findings
from reader.export.marked_runs import MarkedArticles
from reader.export.phrases import legend, title_of, words
from reader.export.report import Entry, ExplainedRow, Report, ReportSource, ReportTally
from reader.export.shares import Shares
from reader.export.spreads import MOST_COLUMNS, spreads, wholes
from reader.i18n import _, ngettext
from reader.text.direction import is_right_to_left
from reader.text.length import UNSPACED, length_of
from reader.text.tokens import tokens
from reader.wording.lines import account_letter

_SHORT, _NAME, _HEADLINE, _ADDRESS = 38, 120, 300, 600
"""How many characters of names, headlines and addresses are shown: what is longer is no name."""
_NAMED = 6


def report(comparison: Comparison, made: dt.datetime, choices: Choices = EVERYTHING) -> Report:
    """What a report says of a comparison, or of its `differences`; `made` is when, with a time zone."""
    comparison = ranked(comparison, choices.decisions)
    gone = dismissed(comparison, choices.decisions)
    marks = MarkedArticles(comparison, {finding.index for finding in gone if finding.kind is SubjectKind.PASSAGE})
    findings = Findings(comparison, marks, choices.decisions)
    told = _told_together(comparison)
    shown = Shares.of(comparison, told)
    articles, sections = comparison.articles, _sections(comparison, choices)
    standing = partial(findings.standing, most=shown.sentences)
    side_by_side, said = "side" in sections, words(choices.differences_only, len(articles))
    return Report(
        title=title_of(len(articles), choices.story),
        subtitle=_subtitle([_short(_line(article.name)) for article in articles]),
        made=_made(made),
        date=made.isoformat(timespec="seconds"),
        version=reader.__version__,
        language=i18n.language(),
        disclaimer=wording.disclaimer(),
        summary=wording.clashes(comparison, gone),
        finding=wording.finding(comparison, gone, differences_only=choices.differences_only),
        settings=wording.settings(choices.settings) if choices.settings else "",
        sections=sections,
        words=said,
        tallies=_tallies(comparison, counted(comparison, gone), choices),
        sources=_sources(comparison, choices),
        ledger=_headed([findings.entry(n, row) for n, row in enumerate(comparison.ledger[: shown.rows])], said),
        spreads=spreads(comparison, marks) if side_by_side else (),
        wholes=wholes(comparison, marks) if side_by_side else (),
        passages=tuple(map(findings.card, told[: shown.passages])),
        quotations=tuple(findings.utterance(n, q) for n, q in enumerate(comparison.quotations[: shown.quotations])),
        names=tuple(findings.written(name) for name in comparison.names[: shown.names]),
        origins=tuple(wording.origin(comparison, origin) for origin in _in_order(comparison)),
        coverage=tuple(sorted(map(standing, comparison.coverage), key=lambda found: found.source)),
        legend=_legend(comparison, choices),
        notes=(),
        more=shown.left_out(comparison, told),
        unread=wording.unread(comparison),
        pictures=charts(comparison, _named(articles), gone) if "pictures" in sections else (),
        own=tuple(findings.marked(n, mark) for n, mark in enumerate(comparison.own_marks)),
    )


def _told_together(comparison: Comparison) -> tuple[tuple[int, ...], ...]:
    """The passages by their indexes: each by itself where accounts stand side by side; among more, those together that
    tell one thing, for pair by pair what twenty accounts tell would be listed a hundred times.
    """
    if len(comparison.articles) <= MOST_COLUMNS:
        return tuple((index,) for index in range(len(comparison.passages)))
    return tuple(sorted(tuple(sorted(group.passages)) for group in grouped(comparison)))


def _in_order(comparison: Comparison) -> list[Origin]:
    """The origins as their first articles stand."""
    return sorted(comparison.origins, key=lambda one: comparison.place(one.articles[0]))


def _sections(comparison: Comparison, choices: Choices) -> tuple[str, ...]:
    told = tuple(name for name in choices.told if name != "own" or comparison.own_marks)
    return _ordered(told, len(comparison.articles))


def _made(made: dt.datetime) -> str:
    day = locales.day(f"{made:%Y-%m-%d}")
    return _("Made by Parallax {version}, {date}").format(version=reader.__version__, date=day)


def _sources(comparison: Comparison, choices: Choices) -> tuple[ReportSource, ...]:
    return tuple(
        _source(n, a, choices.provenance.get(a.id, ImportProvenance()), a.id in comparison.figures_unread)
        for n, a in enumerate(comparison.articles, 1)
    )


def _legend(comparison: Comparison, choices: Choices) -> tuple[ExplainedRow, ...]:
    decided, marked = bool(choices.decisions), bool(comparison.own_marks)
    return legend(len(comparison.articles), choices.differences_only, decided=decided, marked=marked)


def _named(articles: Sequence[Article]) -> dict[str, AccountName]:
    """The accounts as pictures call them: by their letters."""
    return {a.id: AccountName(account_letter(n), _short(_line(a.name))) for n, a in enumerate(articles)}


def _ordered(sections: tuple[str, ...], articles: int) -> tuple[str, ...]:
    """The sections in their order; where the articles stand one by one, the passages that they share come first."""
    if articles <= MOST_COLUMNS or not {"side", "passages"}.issubset(sections):
        return sections
    swapped = {"side": "passages", "passages": "side"}
    return tuple(swapped.get(name, name) for name in sections)


def _subtitle(names: list[str]) -> str:
    known = list(dict.fromkeys(names))
    shown = " · ".join(known[:_NAMED])
    more = len(known) - _NAMED
    return _("{names} and {n} more").format(names=shown, n=more) if more > 0 else shown


def _headed(entries: Sequence[Entry], said: Mapping[str, str]) -> tuple[Entry, ...]:
    """The rows, each with the heading of its kind where that begins; rows of one kind need none."""
    kinds = [_kind(entry) for entry in entries]
    if len(set(kinds)) < 2:
        return tuple(entries)
    before = ["", *kinds]
    return tuple(
        replace(entry, heading=said[kind]) if kind != last else entry
        for entry, kind, last in zip(entries, kinds, before, strict=False)
    )


def _kind(entry: Entry) -> str:
    if entry.ruling is not None and entry.ruling.kind == DISMISSED:
        return "gone"
    return "clashing" if entry.clashes else "looks" if entry.verdict is Verdict.LOOK else "fitting"


def _tallies(comparison: Comparison, counts: Counts, choices: Choices) -> tuple[ReportTally, ...]:
    left, away = counts.left, counts.dismissed
    found = [
        _tally(left.conflicts, ngettext("figure in conflict", "figures in conflict", left.conflicts), away.conflicts,
               Verdict.CONFLICT),
        _tally(left.tensions, ngettext("figure that may conflict", "figures that may conflict", left.tensions),
               away.tensions, Verdict.TENSION),
    ]  # fmt: skip
    if left.looks + away.looks:
        looks = ngettext("figure worth a look", "figures worth a look", left.looks)
        found.append(_tally(left.looks, looks, away.looks, Verdict.LOOK))
    if choices.differences_only:
        only = sum(len(standing.only_here) for standing in comparison.coverage)
        altered = ngettext("altered quotation", "altered quotations", left.quotations)
        return (
            *found,
            _tally(left.quotations, altered, away.quotations),
            _tally(only, ngettext("sentence in one account only", "sentences in one account only", only)),
        )
    shared = ngettext("shared passage", "shared passages", left.passages)
    quoted = ngettext("shared quotation", "shared quotations", left.quotations)
    found += [
        _tally(left.fitting, ngettext("figure that fits", "figures that fit", left.fitting), away.fitting,
               Verdict.AGREE),
        _tally(left.passages, shared, away.passages),
        _tally(left.quotations, quoted, away.quotations),
    ]  # fmt: skip
    origins = len(comparison.origins)
    return (*found, _tally(origins, ngettext("origin", "origins", origins))) if origins else tuple(found)


def _tally(number: int, words: str, dismissed: int = 0, verdict: Verdict | None = None) -> ReportTally:
    """A number with its words, and how many more the reader dismissed."""
    return ReportTally(str(number), wording.apart(words, dismissed), verdict)


def _source(number: int, article: Article, came: ImportProvenance, unread: bool) -> ReportSource:
    return ReportSource(
        number=number,
        letter=account_letter(number - 1),
        name=_short(_line(article.name), _NAME),
        short=_short(_line(article.name)),
        headline=_short(_line(article.headline), _HEADLINE),
        byline=_short(_line(article.byline), _NAME),
        published=_minute(article.published),
        updated=_("updated {when}").format(when=_minute(article.revised)) if article.revised else "",
        imported=locales.day(came.imported),
        length=_length(article),
        file=_short(_line(PurePath(article.path).name), _NAME),
        url=_short(_line(article.url or came.url), _ADDRESS),
        fingerprint=article.fingerprint,
        language=article.language if article.language.isascii() and article.language.isalpha() else "en",
        rtl=is_right_to_left(article.text),
        unread=wording.unread_here() if unread else "",
    )


def _length(article: Article) -> str:
    """In words as they are compared; in characters where they have no spaces between them."""
    if article.language.partition("-")[0] in UNSPACED:
        return wording.length(length_of(article.text), article.language)
    return wording.words(sum(1 for _token in tokens(article.text)))


def _minute(when: str) -> str:
    """A date and time to the minute; a date as it is."""
    return locales.minute(when)


def _short(name: str, most: int = _SHORT) -> str:
    """No longer than that, cut between words where there are any."""
    if len(name) <= most:
        return name
    return (name[:most].rpartition(" ")[0] or name[:most]).rstrip(",;:–-") + " …"


def _line(text: str) -> str:
    return " ".join(text.split())
