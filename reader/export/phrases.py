"""The fixed words of a report: headings, column heads, lines for empty sections, and the legend."""

from reader import wording
from reader.compare.comparison import CLASH, Relation, Verdict
from reader.export.report import ExplainedRow
from reader.export.spreads import MOST_COLUMNS
from reader.i18n import N_, _, ngettext
from reader.text.shorten import shorten

SIGNS = {Verdict.AGREE: "=", Verdict.CONSISTENT: "≈", Verdict.LOOK: "?", Verdict.TENSION: "!", Verdict.CONFLICT: "≠"}
"""Each verdict's sign: told apart by shape, so that none needs its colour."""


_PHRASES = {
    "kicker": N_("Comparison of news accounts"),
    "cover": N_("Cover"),
    "compared": N_("What was compared"),
    "how": N_("How to read it"),
    "ledger": N_("Figures"),
    "ledger_lead": N_("What the accounts count, worst verdict first. Every figure links to its place in the text."),
    "ledger_empty": N_(
        "No figures that count the same were found in two or more accounts: nothing to hold against one another."
    ),
    "no_conflicts": N_("No conflicts found."),
    "clashing": N_("Figures that clash"),
    "looks": N_("Worth a look: these may count the same and would then clash"),
    "fitting": N_("Figures that fit"),
    "gone": N_("Dismissed by the reader"),
    "pictures": N_("Pictures"),
    "pictures_lead": N_(
        "Figures that clash or rise, over time, and who shares how much with whom; each is told as a table as well."
    ),
    "as_table": N_("The same as a table"),
    "pictures_empty": N_("There is nothing to draw: no figures that clash, and no shared passages."),
    "own": N_("Marked by the reader"),
    "own_lead": N_("Words that the reader of this comparison highlighted or tied together by hand."),
    "side": N_("Side by side"),
    "side_lead": N_(
        "Each account in full and in its own order. What accounts share stands shaded beside its number, "
        "on one height; all else runs on between."
    ),
    "passages": N_("Shared passages"),
    "passages_lead": N_("Every wording of each once; underlined are words that the first one has not."),
    "passages_empty": N_("No shared passages found."),
    "links": N_(
        "A number leads to the same passage in the next account; F1, F2 and so on after a figure lead to its row."
    ),
    "found": N_("Passages and other findings"),
    "quotations": N_("Quotations"),
    "quotations_lead": N_(
        "What is said in two accounts or more, in the words of each, with whom it credits and where it says so; "
        "underlined are words that the first one has not."
    ),
    "quotations_empty": N_("No quotation stands in two or more accounts."),
    "names": N_("Names"),
    "names_lead": N_("One name, written in more than one way; the letters are those of the accounts."),
    "names_empty": N_("No name is written in more than one way."),
    "origins": N_("Origins"),
    "origins_lead": N_("Copy of one origin is one voice: its agreement with itself confirms nothing."),
    "origins_empty": N_("Origins were not looked for."),
    "coverage": N_("What one account alone has, and what it lacks"),
    "coverage_empty": N_("Coverage was not measured."),
    "only_here": N_("Only in one account"),
    "lacking": N_("Missing here"),
    "record": N_("Record"),
    "record_lead": N_("SHA-256 of each account's text as it was read: the same text gives the same sum."),
    "letter": N_("Letter"),
    "account": N_("Account"),
    "headline": N_("Headline"),
    "byline": N_("Byline"),
    "published": N_("Published"),
    "length": N_("Length"),
    "imported": N_("Imported"),
    "file": N_("File"),
    "address": N_("Address or file, SHA-256 of the text"),
    "found_all": N_("What was found"),
    "note": N_("Note"),
    "decision": N_("Decision"),
    "verdict": N_("Verdict"),
    "counted": N_("What is counted"),
    "said": N_("What the accounts say"),
    "silent": N_("says nothing"),
    "attached": N_("The comparison and the articles' texts as JSON, for programs"),
    "set_from": N_("What these pages were set from, as JSON"),
    "page": N_("Page"),
    "of": N_("of"),
    "seal": N_("SHA-256 of the attached data {sum}…"),
    "passage": N_("Passage"),
    "number": N_("No."),
    "accounts": N_("Accounts"),
    "contents": N_("Contents"),
    "credits": N_("credits"),
}
"""Every fixed phrase of a report."""
_ONE_BY_ONE = {
    "side": N_("The accounts in full"),
    "side_lead": N_("Each account in its own order. What it shares stands shaded after the number of the passage."),
    "passages_lead": N_(
        "The accounts' wordings of each, one under another; underlined are words that the first one has not."
    ),
}
"""Those that are others where there are too many accounts for columns."""
_DIFFERENCES_ONLY = {
    "kicker": N_("News accounts: the differences only"),
    "ledger_lead": N_("Where figures clash, or may: worst verdict first."),
    "ledger_empty": N_("No figures that count the same clash."),
    "passages": N_("Passages that an account lacks"),
    "passages_lead": N_("Most accounts have them; underlined are words that the first one has not."),
    "passages_empty": N_("No account lacks a passage that most others have."),
    "quotations_empty": N_("No quotation has other words in one account than in another."),
    "links": "",
}
"""Those that are others where only differences are told."""
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
    tables = [_PHRASES]
    if articles > MOST_COLUMNS:
        tables.append(_ONE_BY_ONE)
    if differences_only:
        tables.append(_DIFFERENCES_ONLY)
    return {name: _(phrase) if phrase else "" for table in tables for name, phrase in table.items()}


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
