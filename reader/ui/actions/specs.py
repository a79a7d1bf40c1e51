"""Every command of the window in one table: its words, keys and icon; menus and tool bar name its rows."""

from typing import Any

from reader.dataclass import dataclass
from reader.i18n import N_, _


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One command; what it does is registered with the `ActionManager` under its id.

    `needs` names the flag of the window without which it cannot be used, `shows` the one that its tick shows (see
    `UiState`); `local` commands hear their keys only where the library has the keyboard.
    """

    id: str
    text_id: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip_id: str = ""
    needs: str = ""
    shows: str = ""
    local: bool = False
    number: int = 0
    """Stands in the words of those that do the same with one thing after another."""

    @property
    def text(self) -> str:
        """What it is called in a menu, with its mnemonic."""
        return _(self.text_id).format(n=self.number)

    @property
    def tip(self) -> str:
        """What it does, for status bar and tool tip."""
        return _(self.tip_id).format(n=self.number)


def _dock(name: str, text: str, tip: str) -> ActionSpec:
    return ActionSpec(f"show-{name}", text, (), "", tip, "comparison", f"dock-{name}")


def _pane(number: int) -> ActionSpec:
    text, tip = N_("Pane &{n}"), N_("Read on in pane {n}")
    return ActionSpec(f"pane-{number}", text, (f"Ctrl+{number}",), "", tip, "reading", number=number)


# fmt: off
ACTIONS: tuple[ActionSpec, ...] = (
    # File
    ActionSpec("import-files", N_("&Import Files…"), ("Ctrl+O",), "mdi6.file-plus-outline",
        N_("Add articles from text files")),
    ActionSpec("import-folder", N_("Import &Folder…"), ("Ctrl+Shift+O",), "mdi6.folder-plus-outline",
        N_("Add every article in a folder and the folders in it")),
    ActionSpec("preview-files", N_("Preview Fi&les…"), (), "mdi6.file-eye-outline",
        N_("Look at what is read of files, and what is missing, before they are imported")),
    ActionSpec("import-address", N_("Import from &Address…"), ("Ctrl+Shift+A",), "mdi6.web",
        N_("Fetch the page at an address and add its article")),
    ActionSpec("watched-folders", N_("&Watched Folders…"), (), "mdi6.folder-eye-outline",
        N_("Choose folders in which what appears is imported by itself")),
    ActionSpec("paste", N_("&Paste as Article"), ("Ctrl+V",), "mdi6.clipboard-plus-outline",
        N_("Add the text or the files in the clipboard"), local=True),
    ActionSpec("demo", N_("Open the &Demo Story"), (), "mdi6.newspaper-variant-multiple-outline",
        N_("Add five invented articles on one invented event, and compare them")),
    ActionSpec("export", N_("&Export…"), ("Ctrl+E",), "mdi6.export-variant",
        N_("Write the comparison as a document, PDF among others"), "comparison"),
    ActionSpec("export-differences", N_("Export Differe&nces…"), ("Ctrl+Shift+E",), "mdi6.export-variant",
        N_("Export only what conflicts, what was altered and what one article alone has"), "comparison"),
    ActionSpec("print", N_("P&rint…"), ("Ctrl+P",), "mdi6.printer-outline", N_("Print the comparison"),
        "comparison"),
    ActionSpec("verify", N_("Verif&y a PDF…"), (), "mdi6.file-check-outline",
        N_("Look whether a PDF that Parallax wrote, and the articles in it, are what they were")),
    ActionSpec("save-comparison", N_("&Save Comparison…"), ("Ctrl+S",), "mdi6.content-save-outline",
        N_("Keep the articles on screen, the settings and a note under a name"), "comparison"),
    ActionSpec("saved-comparisons", N_("Sa&ved Comparisons…"), ("Ctrl+Shift+S",),
        "mdi6.bookmark-multiple-outline", N_("Open, rename, note or delete a comparison that was saved"), "library"),
    ActionSpec("close-comparison", N_("Cl&ose What Is Open"), ("Ctrl+W",), "mdi6.close",
        N_("Put away the comparison or the article on screen; the library keeps it"), "reading"),
    ActionSpec("quit", N_("&Quit"), ("Ctrl+Q",), "", N_("Leave; the window comes back as it is now")),
    # Edit
    ActionSpec("preferences", N_("Pr&eferences…"), ("Ctrl+,",), "mdi6.cog-outline",
        N_("How alike passages must be, rounding, importing")),
    ActionSpec("undo", N_("&Undo"), ("Ctrl+Z",), "mdi6.undo", N_("Take the last change back"), "undo"),
    ActionSpec("redo", N_("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "mdi6.redo",
        N_("Make the change again"), "redo"),
    ActionSpec("copy", N_("&Copy with Source"), ("Ctrl+Shift+C",), "mdi6.content-copy",
        N_("Copy what is chosen, words, passage, quotation or figures, with where it comes from"), "reading"),
    ActionSpec("copy-passage", N_("Copy P&assage"), (), "",
        N_("Copy every wording of the chosen passage, with its sources"), "comparison"),
    ActionSpec("copy-quotation", N_("Copy &Quotation"), (), "",
        N_("Copy every wording of the chosen quotation, with its sources"), "comparison"),
    ActionSpec("copy-figures", N_("Copy Row of Fi&gures"), (), "",
        N_("Copy the chosen row of figures as a table, with its sources"), "comparison"),
    # Library
    ActionSpec("star", N_("&Star"), ("Ctrl+D",), "mdi6.star-outline",
        N_("Give the chosen articles a star, or take it away"), "chosen"),
    ActionSpec("seen", N_("R&ead or Unread"), ("Ctrl+Shift+U",), "",
        N_("Mark the chosen articles as read, or as unread"), "chosen"),
    ActionSpec("tags", N_("&Tags…"), ("Ctrl+T",), "mdi6.tag-outline",
        N_("Give the chosen articles tags, or take them away"), "chosen"),
    ActionSpec("details", N_("Art&icle Details…"), ("Alt+Return",), "",
        N_("What is known about the article, and where each thing comes from"), "article"),
    ActionSpec("fill-in", N_("&Fill In…"), (), "mdi6.form-textbox",
        N_("Outlet, date and headline of the chosen articles, in one list"), "chosen"),
    ActionSpec("versions", N_("&Compare Versions"), (), "",
        N_("Lay the captures of one address side by side"), "versions"),
    ActionSpec("move", N_("Mo&ve to Story…"), ("Ctrl+Shift+M",), "mdi6.folder-move-outline",
        N_("Put the chosen articles in a story, which may be a new one"), "chosen"),
    ActionSpec("no-story", N_("Take &Out of Story"), (), "",
        N_("Put the chosen articles in no story"), "chosen"),
    ActionSpec("merge", N_("Mer&ge Stories"), (), "",
        N_("Put the articles of all chosen stories into one"), "stories"),
    ActionSpec("remove-story", N_("Remove Stor&y, Keep Articles"), (), "",
        N_("Take the chosen story away; its articles stay"), "story"),
    ActionSpec("library-stories", N_("&Stories"), (), "", N_("Articles under their stories"), "library",
        "library-stories"),
    ActionSpec("library-all", N_("&All Articles"), (), "", N_("Every article in one list"), "library",
        "library-all"),
    ActionSpec("library-recent", N_("Added This &Week"), (), "", N_("What came in the last seven days"),
        "library", "library-recent"),
    ActionSpec("library-unread", N_("&Unread"), (), "", N_("What has not been opened yet"), "library",
        "library-unread"),
    ActionSpec("library-starred", N_("S&tarred"), (), "", N_("The articles with a star"), "library",
        "library-starred"),
    ActionSpec("library-bin", N_("&Bin"), (), "", N_("What was removed and can be put back"), "",
        "library-bin"),
    ActionSpec("sort-added", N_("By &Arrival"), (), "", N_("What was added last stands first"), "",
        "sort-added"),
    ActionSpec("sort-published", N_("By &Date"), (), "", N_("What was published last stands first"), "",
        "sort-published"),
    ActionSpec("sort-headline", N_("By &Headline"), (), "", N_("In the order of the alphabet"), "",
        "sort-headline"),
    ActionSpec("sort-outlet", N_("By &Outlet"), (), "", N_("Articles of one outlet together"), "",
        "sort-outlet"),
    ActionSpec("restore", N_("&Put Back"), (), "mdi6.restore",
        N_("Take the chosen articles out of the bin"), "binned"),
    ActionSpec("purge", N_("&Delete for Good…"), ("Shift+Del",), "",
        N_("Delete the chosen articles in the bin, or all of them"), "binned", local=True),
    ActionSpec("export-story", N_("E&xport Story…"), (), "",
        N_("Write the chosen story to one file that another library takes"), "story"),
    ActionSpec("import-story", N_("Import Stor&y…"), (), "",
        N_("Add a story from a file that another library wrote")),
    ActionSpec("backup", N_("&Back Up the Library…"), (), "mdi6.content-save-outline",
        N_("Copy the whole library to one file")),
    ActionSpec("restore-library", N_("&Restore the Library…"), (), "",
        N_("Put a copy in the place of the library; the one before is kept")),
    ActionSpec("remove", N_("&Move to Bin"), ("Del",), "mdi6.delete-outline",
        N_("Move the chosen articles to the bin"), "chosen", local=True),
    ActionSpec("rename", N_("Re&name Story"), ("F2",), "mdi6.pencil-outline",
        N_("Give the chosen story another name"), "story", local=True),
    ActionSpec("new-story", N_("Ne&w Story…"), ("Ctrl+Shift+N",), "mdi6.folder-outline",
        N_("Put the ticked articles together under a name"), "library"),
    ActionSpec("search", N_("Search the &Library"), ("Ctrl+K",), "mdi6.magnify",
        N_("Find articles by their words"), "library"),
    ActionSpec("search-menu", N_("Searches Saved and &Made Before"), ("Ctrl+Shift+K",),
        "mdi6.chevron-down", N_("Searches saved and made before, and how to search"), "library"),
    ActionSpec("save-search", N_("&Save This Search…"), (), "mdi6.bookmark-plus-outline",
        N_("Keep what is sought now, with its filters, under a name"), "question"),
    ActionSpec("saved-searches", N_("Sa&ved Searches…"), (), "mdi6.bookmark-multiple-outline",
        N_("Run, rename and delete saved searches"), "library"),
    ActionSpec("forget-searches", N_("F&orget Searches Made Before"), (), "",
        N_("Forget what was sought; saved searches stay"), "library"),
    ActionSpec("like", N_("More L&ike This"), ("Ctrl+Shift+R",), "mdi6.text-box-search-outline",
        N_("Find the articles of the library that are most like this one"), "alike"),
    ActionSpec("accounts", N_("Find Other Acc&ounts of This Passage"), ("Ctrl+Shift+F",),
        "mdi6.text-search-variant", N_("Find other articles that tell what is selected, or read, in the pane"),
        "reading"),
    ActionSpec("find", N_("&Find in the Panes"), ("Ctrl+F",), "mdi6.text-search",
        N_("Find words in the articles on screen"), "reading"),
    ActionSpec("find-next", N_("Find Ne&xt"), ("F3",), "", N_("The next place found"), "reading"),
    ActionSpec("find-previous", N_("Find Pre&vious"), ("Shift+F3",), "", N_("The place found before"),
        "reading"),
    # Compare
    ActionSpec("compare", N_("&Compare Ticked"), ("Ctrl+Return",), "mdi6.compare-horizontal",
        N_("Lay the ticked articles side by side"), "library"),
    ActionSpec("read", N_("&Read"), (), "mdi6.book-open-outline",
        N_("Open the chosen article by itself"), "chosen"),
    ActionSpec("add", N_("&Add to Comparison"), ("Shift+Return",), "mdi6.plus",
        N_("Lay the chosen article beside those on screen"), "chosen", local=True),
    ActionSpec("clear-ticks", N_("Clear &Ticks"), ("Ctrl+Shift+T",), "", N_("Take all ticks away"),
        "any-tick"),
    ActionSpec("next-passage", N_("Next &Passage"), ("Alt+Down", "F8"), "mdi6.arrow-down",
        N_("Go to the next shared passage"), "comparison"),
    ActionSpec("previous-passage", N_("Previous Pa&ssage"), ("Alt+Up", "F7"), "mdi6.arrow-up",
        N_("Go to the shared passage before"), "comparison"),
    ActionSpec("next-conflict", N_("Next C&onflict"), ("Ctrl+J",), "mdi6.alert-outline",
        N_("Go to the next figures that conflict"), "comparison"),
    ActionSpec("previous-conflict", N_("Previous Co&nflict"), ("Ctrl+Shift+J",), "",
        N_("Go to the conflicting figures before"), "comparison"),
    ActionSpec("only-these", N_("On&ly These"), ("O",), "mdi6.arrow-collapse-horizontal",
        N_("Fold the accounts that lack what is chosen to their heads, or bring them back"),
        "comparison", "only-these"),
    ActionSpec("heat", N_("T&int What One Has, or All"), ("H",), "",
        N_("Tint what only one account has, then what all have, then what some share"), "comparison"),
    ActionSpec("next-pane", N_("Next Pan&e"), ("F6",), "", N_("Read on in the next pane"), "reading"),
    ActionSpec("previous-pane", N_("Pre&vious Pane"), ("Shift+F6",), "",
        N_("Read on in the pane before"), "reading"),
    *(_pane(number) for number in range(1, 10)),
    ActionSpec("swap", N_("S&wap with Neighbour"), ("Alt+\\",), "mdi6.swap-horizontal",
        N_("Let this pane and the one beside it change places"), "comparison"),
    ActionSpec("base", N_("Compare Others with T&his One"), ("Ctrl+Shift+B",), "mdi6.pin-outline",
        N_("Show what the others say as it differs from this account"), "comparison"),
    ActionSpec("confirm", N_("&Confirm"), (), "",
        N_("Confirm the figures, passage or quotation that the keyboard is at"), "comparison"),
    ActionSpec("dismiss", N_("&Dismiss…"), (), "",
        N_("Dismiss the figures, passage or quotation that the keyboard is at, with a reason"), "comparison"),
    ActionSpec("note", N_("&Note…"), ("Ctrl+M",), "",
        N_("Write a note on the figures, passage or quotation that the keyboard is at"), "comparison"),
    ActionSpec("take-back", N_("&Take Back"), (), "",
        N_("Take back what was decided on the figures, passage or quotation"), "comparison"),
    ActionSpec("split-figures", N_("&Split Off…"), (), "",
        N_("Put some figures of the chosen row into a row of their own"), "comparison"),
    ActionSpec("join-figures", N_("&Join Rows"), (), "",
        N_("Put the chosen rows of figures into one"), "comparison"),
    ActionSpec("figures-as-found", N_("&Put Back as Found"), (), "",
        N_("Undo what was split and joined about the chosen row of figures"), "comparison"),
    ActionSpec("highlight", N_("&Highlight"), ("Ctrl+Shift+H",), "mdi6.marker",
        N_("Highlight the words that are selected in the pane"), "reading"),
    ActionSpec("highlight-note", N_("Highlight with &Note…"), ("Ctrl+Alt+H",), "",
        N_("Highlight the words that are selected in the pane, and write a note on them"), "reading"),
    ActionSpec("tie-passages", N_("&Tie as One Passage"), ("Ctrl+Alt+T",), "",
        N_("Hold the words that are selected in two panes to say the same"), "comparison"),
    ActionSpec("tie-figures", N_("Tie as &Figures of One Thing"), (), "",
        N_("Hold the figures that are selected in two panes to count the same, and compare them"), "comparison"),
    ActionSpec("untie", N_("These &Are Not the Same"), (), "",
        N_("Untie what you tied; dismiss what was found"), "comparison"),
    # View
    ActionSpec("scroll-mode", N_("&Next Scroll Mode"), ("Ctrl+L",), "mdi6.link-variant",
        N_("Scroll together, in proportion, or freely"), "comparison"),
    ActionSpec("scroll-together", N_("Scroll &Together"), (), "mdi6.link-variant",
        N_("Let the others follow the pane that is scrolled"), "comparison", "scroll-together"),
    ActionSpec("scroll-matched", N_("&Level"), (), "", N_("Shared passages stay level"),
        "comparison", "scroll-matched"),
    ActionSpec("scroll-proportional", N_("&Proportional"), (), "",
        N_("All panes show the same share of their text"), "comparison", "scroll-proportional"),
    ActionSpec("scroll-free", N_("&Free"), (), "", N_("Panes keep the distance they have"),
        "comparison", "scroll-free"),
    ActionSpec("lanes", N_("&Minimaps"), ("F9",), "", N_("The whole of each article at a glance"), "reading",
        "lanes"),
    ActionSpec("zoom-in", N_("Zoom &In"), ("Ctrl++", "Ctrl+="), "mdi6.magnify-plus-outline",
        N_("Larger text"), "reading"),
    ActionSpec("zoom-out", N_("Zoom &Out"), ("Ctrl+-",), "mdi6.magnify-minus-outline", N_("Smaller text"),
        "reading"),
    ActionSpec("zoom-reset", N_("&Normal Size"), ("Ctrl+0",), "", N_("Text at its usual size"),
        "reading"),
    ActionSpec("show-library", N_("Li&brary"), ("Ctrl+B",), "",
        N_("Show or hide the library"), "library", "side"),
    ActionSpec("pin-library", N_("&Keep the Library Open"), (), "",
        N_("Let the library stay where a comparison opens"), "library", "side-pinned"),
    ActionSpec("findings", N_("Fin&dings"), ("F4",), "",
        N_("Open the panel of findings, or leave but its line"), "comparison", "findings"),
    ActionSpec("full-reading", N_("F&ull Reading"), ("F11",), "",
        N_("Nothing but the text; F11 or Esc goes back"), "", "full"),
    ActionSpec("show-ledger", N_("Fi&gures"), ("Ctrl+Shift+G",), "",
        N_("What each account says of what is counted"), "comparison", "dock-ledger"),
    _dock("passages", N_("Shared &Passages"), N_("What several articles tell in the same or nearly the same words")),
    _dock("quotations", N_("&Quotations"), N_("Who is quoted, in the words of each article")),
    _dock("only-here", N_("&Only in One Account"), N_("What one article alone says, and what it lacks")),
    _dock("names", N_("&Names"), N_("Names written in more than one way")),
    _dock("own", N_("&Your Marks"), N_("What you highlighted, noted or tied together")),
    _dock("origins", N_("O&rigins"), N_("Which articles carry text of one origin")),
    _dock("pictures", N_("Pict&ures"), N_("Figures over time, and who shares how much with whom")),
    _dock("left-out", N_("Not &Compared"), N_("What was folded away as boilerplate")),
    ActionSpec("go-library", N_("Go to t&he Library"), ("Ctrl+Shift+L",), "",
        N_("Take the keyboard to the list of articles"), "library"),
    ActionSpec("go-figures", N_("Go to the &Figures"), ("Ctrl+G",), "mdi6.table",
        N_("Take the keyboard to the table of figures"), "comparison"),
    ActionSpec("theme-system", N_("As the &System"), (), "", N_("Follow the system's colours"), "",
        "theme-system"),
    ActionSpec("theme-light", N_("&Light"), (), "", N_("Dark words on a light ground"), "", "theme-light"),
    ActionSpec("theme-dark", N_("&Dark"), (), "", N_("Light words on a dark ground"), "", "theme-dark"),
    ActionSpec("theme-contrast", N_("&High Contrast"), (), "", N_("The strongest contrast"), "",
        "theme-high-contrast"),
    # Help
    ActionSpec("palette", N_("&Commands by Name…"), ("Ctrl+Shift+P",), "mdi6.console-line",
        N_("Find and run any command")),
    ActionSpec("shortcuts", N_("&Keyboard Shortcuts"), ("F1",), "mdi6.keyboard-outline",
        N_("Every key and what it does")),
    ActionSpec("legend", N_("What the &Marks Mean"), ("Shift+F1",), "mdi6.format-color-highlight",
        N_("Every mark of the text, and what it says")),
    ActionSpec("guide", N_("&Guide"), (), "mdi6.book-open-page-variant-outline",
        N_("How to compare, decide, search, import and export, chapter by chapter")),
    ActionSpec("search-help", N_("How to &Search"), (), "mdi6.help-circle-outline",
        N_("What can be typed into the search field")),
    ActionSpec("log", N_("Show the &Log"), (), "", N_("Open the folder of the log file")),
    ActionSpec("rebuild", N_("Rebuild the Search Inde&x"), (), "",
        N_("Write the search index anew from the library")),
    ActionSpec("about", N_("&About Parallax"), (), "", N_("Version, licence and where things are kept")),
)

RECENT = "RECENT"
"""Where in the menus the recent comparisons stand."""

MENUS: tuple[tuple[str, tuple[Any, ...]], ...] = (  # titles as the catalogue has them
    (N_("&File"), ("import-files", "import-folder", "preview-files", "import-address", "watched-folders", "paste",
        None, "demo", None, RECENT, "saved-comparisons", "save-comparison", "close-comparison", None, "export",
        "export-differences", "print", "verify", None, "quit")),
    (N_("&Edit"), ("undo", "redo", None, "copy", "copy-passage", "copy-quotation", "copy-figures", None, "search",
        "like", "accounts",
        (N_("Save&d Searches"), ("search-menu", "save-search", "saved-searches", "forget-searches")),
        None, "find", "find-next", "find-previous", None, "preferences")),
    (N_("&Library"), ("star", "seen", "tags", "details", "fill-in", "versions", None, "new-story", "move", "no-story",
        "rename",
        "merge", "remove-story", None,
        (N_("S&how"), ("library-stories", "library-all", "library-recent", "library-unread", "library-starred",
            "library-bin")),
        (N_("Sort &by"), ("sort-added", "sort-published", "sort-headline", "sort-outlet")), None,
        "remove", "restore", "purge", None,
        (N_("&Keep and Share"), ("export-story", "import-story", None, "backup", "restore-library")))),
    (N_("&Compare"), ("compare", "read", "add", "clear-ticks", None, "next-passage", "previous-passage",
        "next-conflict", "previous-conflict", "only-these", "heat", None, "next-pane", "previous-pane", "swap", "base",
        (N_("&Decide"), ("confirm", "dismiss", "note", "take-back", None, "split-figures", "join-figures",
            "figures-as-found")),
        (N_("&Mark"), ("highlight", "highlight-note", None, "tie-passages", "tie-figures", "untie")),
        (N_("Pane &by Number"), tuple(f"pane-{n}" for n in range(1, 10))))),
    (N_("&View"), ((N_("&Scrolling"), ("scroll-together", None, "scroll-matched", "scroll-proportional", "scroll-free",
            None, "scroll-mode")),
        "lanes", None, "zoom-in", "zoom-out", "zoom-reset", None, "full-reading", None, "show-library", "pin-library",
        "findings", (N_("&Lists"), ("show-ledger", "show-quotations", "show-passages", "show-names", "show-own",
            "show-only-here",
            "show-origins", "show-left-out", "show-pictures")),
        "go-library", "go-figures", None,
        (N_("&Theme"), ("theme-system", "theme-light", "theme-dark", "theme-contrast")))),
    (N_("&Help"), ("guide", "shortcuts", "legend", "search-help", "palette", None, "rebuild", "log", None, "about")),
)

SEARCH_FIELD = "SEARCH"
"""Where in the tool bar the search field stands; None is room between groups."""

TOOLBAR: tuple[str | None, ...] = (
    SEARCH_FIELD, "import-files", None, "scroll-together", "only-these", None, "zoom-out", "zoom-in", None, "export",
)
# fmt: on


def strip_mnemonic(text: str) -> str:
    """A menu text without its mnemonic and ellipsis."""
    return text.replace("&", "").rstrip("…")


def full_names() -> dict[str, str]:
    """What each command is called where no menu stands around it: those of a submenu have its name before theirs."""
    rows = {row.id: strip_mnemonic(row.text) for row in ACTIONS}
    for _title, entries in MENUS:
        for entry in entries:
            if isinstance(entry, tuple):
                menu = strip_mnemonic(_(entry[0]))
                rows.update({name: f"{menu}: {rows[name]}" for name in entry[1] if name is not None})
    return rows
