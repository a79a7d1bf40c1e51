"""The lists beside the figures, in one table: what each is called, what it is for and what it lists."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.compare.comparison import Comparison
from reader.i18n import N_, _
from reader.ui.docks import left_out, names, only_here, origins, own_marks, passages, quotations
from reader.ui.docks.finding_item import FindingItem


@dataclass(frozen=True, slots=True)
class DockSpec:
    """One dock. `purpose` stands in it while nothing is compared, `nothing` where the comparison has nothing for it."""

    name: str
    title: str
    purpose: str
    nothing: str
    entries: Callable[[Comparison], tuple[FindingItem, ...]]
    summary: Callable[[Comparison], str]


DOCKS: tuple[DockSpec, ...] = (
    DockSpec(
        "quotations",
        N_("Quotations"),
        N_("What several articles quote stands here in the words of each, with whom each credits."),
        N_("No quotation stands in more than one of these articles."),
        quotations.entries,
        quotations.summary,
    ),
    DockSpec(
        "passages",
        N_("Shared Passages"),
        N_("What several articles tell in the same or nearly the same words stands here."),
        N_("These articles share no passages."),
        passages.entries,
        passages.summary,
    ),
    DockSpec(
        "names",
        N_("Names"),
        N_("Names that are written in more than one way stand here, with the articles that write them so."),
        N_("No name is written in more than one way."),
        names.entries,
        names.summary,
    ),
    DockSpec(
        "only-here",
        N_("Only in One Account"),
        N_("What one article alone says stands here, and what it leaves out though most others have it."),
        N_("No article stands alone with anything, and none lacks what most others have."),
        only_here.entries,
        only_here.summary,
    ),
    DockSpec(
        "own",
        N_("Your Marks"),
        N_("What you highlight, note or tie together in the articles stands here. Select words in a pane to begin."),
        N_("Nothing is marked. Select words in a pane, then choose Highlight, or tie them to words in another pane."),
        own_marks.entries,
        own_marks.summary,
    ),
    DockSpec(
        "origins",
        N_("Origins"),
        N_("Which articles carry text of one origin stands here: copies of one text do not confirm one another."),
        N_("Origins were not looked for among these articles."),
        origins.entries,
        origins.summary,
    ),
    DockSpec(
        "left-out",
        N_("Not Compared"),
        N_("What was taken for boilerplate and folded away stands here, article by article, to be checked."),
        N_("Nothing was left out of these articles."),
        left_out.entries,
        left_out.summary,
    ),
)
"""In the order of their tabs."""


def title(name: str) -> str:
    """What the tab of a list is called while there is nothing to say of it."""
    if name == "pictures":
        return _("Pictures")
    return _(next((dock.title for dock in DOCKS if dock.name == name), N_("Figures")))
