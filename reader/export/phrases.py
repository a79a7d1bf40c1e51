"""The fixed words of a report: headings, column heads, lines for empty sections, and the legend."""

from reader import wording
from reader.compare.comparison import CLASH, Relation, Verdict
from reader.export.report import ExplainedRow
from reader.export.spreads import MOST_COLUMNS
from reader.i18n import _, ngettext
from reader.text.shorten import shorten

SIGNS = {Verdict.AGREE: "=", Verdict.CONSISTENT: "≈", Verdict.LOOK: "?", Verdict.TENSION: "!", Verdict.CONFLICT: "≠"}
"""Each verdict's sign: told apart by shape, so that none needs its colour."""


_STORY = 60
"""Characters of the name of a story that a title holds."""


def title_of(accounts: int, story: str = "") -> str:
    """What a document is called: by its story, where all of its so many accounts are in one."""
    many = ngettext("{n} account side by side", "{n} accounts side by side", accounts).format(n=accounts)
    if not story:
        return many
    return _("{story}: {accounts}").format(story=shorten(" ".join(story.split()), _STORY), accounts=many)


def words(differences_only: bool = False, articles: int = 2) -> dict[str, str]:
    """Every fixed phrase by name, in the reader's language."""
    said = {**_whole(), **_one_by_one()} if articles > MOST_COLUMNS else _whole()
    return {**said, **_differences()} if differences_only else said


def _one_by_one() -> dict[str, str]:
    """The phrases that are others where there are too many accounts for columns."""
    return {
        "side": _("The accounts in full"),
        "side_lead": _("Each account in its own order. What it shares stands shaded after the number of the passage."),
        "passages_lead": _(
            "The accounts' wordings of each, one under another; underlined are words that the first one has not."
        ),
    }


def _differences() -> dict[str, str]:
    """The phrases that are others where only differences are told."""
    return {
        "kicker": _("News accounts: the differences only"),
        "ledger_lead": _("Where figures clash, or may: worst verdict first."),
        "ledger_empty": _("No figures that count the same clash."),
        "passages": _("Passages that an account lacks"),
        "passages_lead": _("Most accounts have them; underlined are words that the first one has not."),
        "passages_empty": _("No account lacks a passage that most others have."),
        "quotations_empty": _("No quotation has other words in one account than in another."),
        "links": "",
    }


def _whole() -> dict[str, str]:
    return {
        "kicker": _("Comparison of news accounts"),
        "cover": _("Cover"),
        "compared": _("What was compared"),
        "how": _("How to read it"),
        "ledger": _("Figures"),
        "ledger_lead": _("What the accounts count, worst verdict first. Every figure links to its place in the text."),
        "ledger_empty": _(
            "No figures that count the same were found in two or more accounts: nothing to hold against one another."
        ),
        "no_conflicts": _("No conflicts found."),
        "clashing": _("Figures that clash"),
        "looks": _("Worth a look: these may count the same and would then clash"),
        "fitting": _("Figures that fit"),
        "gone": _("Dismissed by the reader"),
        "pictures": _("Pictures"),
        "pictures_lead": _(
            "Figures that clash or rise, over time, and who shares how much with whom; each is told as a table as well."
        ),
        "as_table": _("The same as a table"),
        "pictures_empty": _("There is nothing to draw: no figures that clash, and no shared passages."),
        "own": _("Marked by the reader"),
        "own_lead": _("Words that the reader of this comparison highlighted or tied together by hand."),
        "side": _("Side by side"),
        "side_lead": _(
            "Each account in full and in its own order. What accounts share stands shaded beside its number, "
            "on one height; all else runs on between."
        ),
        "passages": _("Shared passages"),
        "passages_lead": _("Every wording of each once; underlined are words that the first one has not."),
        "passages_empty": _("No shared passages found."),
        "links": _(
            "A number leads to the same passage in the next account; F1, F2 and so on after a figure lead to its row."
        ),
        "found": _("Passages and other findings"),
        "quotations": _("Quotations"),
        "quotations_lead": _(
            "What is said in two accounts or more, in the words of each, with whom it credits and where it says so; "
            "underlined are words that the first one has not."
        ),
        "quotations_empty": _("No quotation stands in two or more accounts."),
        "names": _("Names"),
        "names_lead": _("One name, written in more than one way; the letters are those of the accounts."),
        "names_empty": _("No name is written in more than one way."),
        "origins": _("Origins"),
        "origins_lead": _("Copy of one origin is one voice: its agreement with itself confirms nothing."),
        "origins_empty": _("Origins were not looked for."),
        "coverage": _("What one account alone has, and what it lacks"),
        "coverage_empty": _("Coverage was not measured."),
        "only_here": _("Only in one account"),
        "lacking": _("Missing here"),
        "record": _("Record"),
        "record_lead": _("SHA-256 of each account's text as it was read: the same text gives the same sum."),
        "letter": _("Letter"),
        "account": _("Account"),
        "headline": _("Headline"),
        "byline": _("Byline"),
        "published": _("Published"),
        "length": _("Length"),
        "imported": _("Imported"),
        "file": _("File"),
        "address": _("Address or file, SHA-256 of the text"),
        "found_all": _("What was found"),
        "note": _("Note"),
        "decision": _("Decision"),
        "verdict": _("Verdict"),
        "counted": _("What is counted"),
        "said": _("What the accounts say"),
        "silent": _("says nothing"),
        "attached": _("The comparison and the articles' texts as JSON, for programs"),
        "set_from": _("What these pages were set from, as JSON"),
        "page": _("Page"),
        "of": _("of"),
        "seal": _("SHA-256 of the attached data {sum}…"),
        "passage": _("Passage"),
        "number": _("No."),
        "accounts": _("Accounts"),
        "contents": _("Contents"),
        "credits": _("credits"),
    }


def legend(
    articles: int, differences_only: bool = False, *, decided: bool = False, marked: bool = False
) -> tuple[ExplainedRow, ...]:
    """Every mark of the report on so many articles, with its meaning."""
    ruled = (
        ExplainedRow("ruling", "", _("Decided"), _("what the reader of this comparison confirmed, dismissed or noted")),
    )
    own = (ExplainedRow("own", "", _("Marked"), _("highlighted or tied by the reader of this comparison")),)
    relations = (ExplainedRow("relation", r, wording.relation(r), wording.relation_meaning(r)) for r in Relation)
    meanings = enumerate(wording.tint_meanings(articles), 1)
    depths = (ExplainedRow("depth", str(n), label, meaning) for n, (label, meaning) in meanings)
    verdicts = (ExplainedRow("verdict", v, wording.verdict(v), wording.verdict_meaning(v)) for v in reversed(Verdict))
    differs = ExplainedRow("differs", "", _("Underlined"), _("in lists of wordings: words that the first one has not"))
    if differences_only:
        return (*(v for v in verdicts if v.value in (*CLASH, Verdict.LOOK)), differs, *own[:marked], *ruled[:decided])
    return (
        *relations,
        *depths,
        *verdicts,
        differs,
        ExplainedRow("quoted", "", _("Italics"), _("words quoted in more than one account")),
        ExplainedRow(
            "fold", "", _("Not compared"), _("boilerplate such as adverts and navigation: counted, not compared")
        ),
        *own[:marked],
        *ruled[:decided],
    )
