"""Every command of the window in one table: name, words, keys, icon and what it calls; menus name its rows."""

from dataclasses import dataclass
from typing import Any

from reader.i18n import _


@dataclass(frozen=True, slots=True)
class Action:
    """One command.

    `method` is the dotted name of what it calls, from the window; `argument` is handed to it. `needs` names the state
    of the window in which it can be used (see `states`), `shows` the one that its tick shows; `local`
    commands hear their keys only where the library has the keyboard.
    """

    name: str
    text: str
    method: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    tip: str = ""
    needs: str = ""
    shows: str = ""
    argument: Any = None
    local: bool = False


def _dock(name: str, text: str, tip: str) -> Action:
    return Action(f"show-{name}", text, "places.findings.toggle", (), "", tip, "comparison", f"dock-{name}", name)


def _pane(number: int) -> Action:
    text, tip = _("Pane &{n}").format(n=number), _("Read on in pane {n}").format(n=number)
    return Action(f"pane-{number}", text, "panes.focus_pane", (f"Ctrl+{number}",), "", tip, "reading", "", number)


# fmt: off
ACTIONS: tuple[Action, ...] = (
    # File
    Action("import-files", _("&Import Files…"), "imports.ask_files", ("Ctrl+O",), "mdi6.file-plus-outline",
        _("Add articles from text files")),
    Action("import-folder", _("Import &Folder…"), "imports.ask_folder", ("Ctrl+Shift+O",), "mdi6.folder-plus-outline",
        _("Add every article in a folder and the folders in it")),
    Action("preview-files", _("Preview Fi&les…"), "imports.ask_preview", (), "mdi6.file-eye-outline",
        _("Look at what is read of files, and what is missing, before they are imported")),
    Action("import-address", _("Import from &Address…"), "fetching.ask", ("Ctrl+Shift+A",), "mdi6.web",
        _("Fetch the page at an address and add its article")),
    Action("watched-folders", _("&Watched Folders…"), "watching.ask", (), "mdi6.folder-eye-outline",
        _("Choose folders in which what appears is imported by itself")),
    Action("paste", _("&Paste as Article"), "imports.paste", ("Ctrl+V",), "mdi6.clipboard-plus-outline",
        _("Add the text or the files in the clipboard"), local=True),
    Action("demo", _("Open the &Demo Story"), "imports.demo", (), "mdi6.newspaper-variant-multiple-outline",
        _("Add five invented articles on one invented event, and compare them")),
    Action("export", _("&Export…"), "exports.ask", ("Ctrl+E",), "mdi6.export-variant",
        _("Write the comparison as a document, PDF among others"), "comparison"),
    Action("export-differences", _("Export Differe&nces…"), "exports.ask", ("Ctrl+Shift+E",), "mdi6.export-variant",
        _("Export only what conflicts, what was altered and what one article alone has"), "comparison", "", True),
    Action("print", _("P&rint…"), "exports.print", ("Ctrl+P",), "mdi6.printer-outline", _("Print the comparison"),
        "comparison"),
    Action("save-comparison", _("&Save Comparison…"), "keeping.ask_save", ("Ctrl+S",), "mdi6.content-save-outline",
        _("Keep the articles on screen, the cutoffs and a note under a name"), "comparison"),
    Action("saved-comparisons", _("Sa&ved Comparisons…"), "keeping.ask_open", ("Ctrl+Shift+S",),
        "mdi6.bookmark-multiple-outline", _("Open, rename, note or delete a comparison that was saved"), "library"),
    Action("quit", _("&Quit"), "close", ("Ctrl+Q",), "", _("Leave; the window comes back as it is now")),
    # Edit
    Action("preferences", _("Pr&eferences…"), "settings.ask", ("Ctrl+,",), "mdi6.cog-outline",
        _("Cutoffs, rounding, importing")),
    Action("undo", _("&Undo"), "shelving.undo", ("Ctrl+Z",), "mdi6.undo", _("Take the last change back"), "undo"),
    Action("redo", _("&Redo"), "shelving.redo", ("Ctrl+Shift+Z",), "mdi6.redo", _("Make the change again"), "redo"),
    Action("copy", _("&Copy with Source"), "copying.chosen", ("Ctrl+Shift+C",), "mdi6.content-copy",
        _("Copy what is chosen, words, passage, quotation or figures, with where it comes from"), "reading"),
    Action("copy-passage", _("Copy P&assage"), "copying.passage", (), "",
        _("Copy every wording of the chosen passage, with its sources"), "comparison"),
    Action("copy-quotation", _("Copy &Quotation"), "copying.quotation", (), "",
        _("Copy every wording of the chosen quotation, with its sources"), "comparison"),
    Action("copy-figures", _("Copy Row of Fi&gures"), "copying.figures", (), "",
        _("Copy the chosen row of figures as a table, with its sources"), "comparison"),
    # Library
    Action("star", _("&Star"), "marks.star", ("Ctrl+D",), "mdi6.star-outline",
        _("Give the chosen articles a star, or take it away"), "chosen"),
    Action("seen", _("R&ead or Unread"), "marks.seen", ("Ctrl+Shift+U",), "",
        _("Mark the chosen articles as read, or as unread"), "chosen"),
    Action("tags", _("&Tags…"), "marks.ask_tags", ("Ctrl+T",), "mdi6.tag-outline",
        _("Give the chosen articles tags, or take them away"), "chosen"),
    Action("details", _("Art&icle Details…"), "detailing.ask", ("Alt+Return",), "",
        _("What is known about the article, and where each thing comes from"), "article"),
    Action("versions", _("&Compare Versions"), "detailing.compare_versions", (), "",
        _("Lay the captures of one address side by side"), "versions"),
    Action("move", _("Mo&ve to Story…"), "stories.ask_move", ("Ctrl+Shift+M",), "mdi6.folder-move-outline",
        _("Put the chosen articles in a story, which may be a new one"), "chosen"),
    Action("no-story", _("Take &Out of Story"), "stories.take_out", (), "",
        _("Put the chosen articles in no story"), "chosen"),
    Action("merge", _("Mer&ge Stories"), "stories.merge", (), "",
        _("Put the articles of all chosen stories into one"), "stories"),
    Action("remove-story", _("Remove Stor&y, Keep Articles"), "stories.remove", (), "",
        _("Take the chosen story away; its articles stay"), "story"),
    Action("library-stories", _("&Stories"), "shelving.show_only", (), "", _("Articles under their stories"), "library",
        "library-stories", "stories"),
    Action("library-all", _("&All Articles"), "shelving.show_only", (), "", _("Every article in one list"), "library",
        "library-all", "all"),
    Action("library-recent", _("Added This &Week"), "shelving.show_only", (), "", _("What came in the last seven days"),
        "library", "library-recent", "recent"),
    Action("library-unread", _("&Unread"), "shelving.show_only", (), "", _("What has not been opened yet"), "library",
        "library-unread", "unread"),
    Action("library-starred", _("S&tarred"), "shelving.show_only", (), "", _("The articles with a star"), "library",
        "library-starred", "starred"),
    Action("library-bin", _("&Bin"), "shelving.show_only", (), "", _("What was removed and can be put back"), "",
        "library-bin", "bin"),
    Action("sort-added", _("By &Arrival"), "shelving.sort", (), "", _("What was added last stands first"), "",
        "sort-added", "added"),
    Action("sort-published", _("By &Date"), "shelving.sort", (), "", _("What was published last stands first"), "",
        "sort-published", "published"),
    Action("sort-headline", _("By &Headline"), "shelving.sort", (), "", _("In the order of the alphabet"), "",
        "sort-headline", "headline"),
    Action("sort-outlet", _("By &Outlet"), "shelving.sort", (), "", _("Articles of one outlet together"), "",
        "sort-outlet", "outlet"),
    Action("restore", _("&Put Back"), "shelving.restore", (), "mdi6.restore",
        _("Take the chosen articles out of the bin"), "binned"),
    Action("purge", _("&Delete for Good…"), "shelving.ask_purge", ("Shift+Del",), "",
        _("Delete the chosen articles in the bin, or all of them"), "binned", local=True),
    Action("export-story", _("E&xport Story…"), "copies.ask_export_story", (), "",
        _("Write the chosen story to one file that another library takes"), "story"),
    Action("import-story", _("Import Stor&y…"), "copies.ask_import_story", (), "",
        _("Add a story from a file that another library wrote")),
    Action("backup", _("&Back Up the Library…"), "copies.ask_backup", (), "mdi6.content-save-outline",
        _("Copy the whole library to one file")),
    Action("restore-library", _("&Restore the Library…"), "copies.ask_restore", (), "",
        _("Put a copy in the place of the library; the one before is kept")),
    Action("remove", _("&Move to Bin"), "shelving.remove", ("Del",), "mdi6.delete-outline",
        _("Move the chosen articles to the bin"), "chosen", local=True),
    Action("rename", _("Re&name Story"), "side.library.rename", ("F2",), "mdi6.pencil-outline",
        _("Give the chosen story another name"), "story", local=True),
    Action("new-story", _("Ne&w Story…"), "stories.ask_new", ("Ctrl+Shift+N",), "mdi6.folder-outline",
        _("Put the ticked articles together under a name"), "library"),
    Action("search", _("Search the &Library"), "search.focus", ("Ctrl+K",), "mdi6.magnify",
        _("Find articles by their words"), "library"),
    Action("search-menu", _("Searches Saved and &Made Before"), "searches.show_menu", ("Ctrl+Shift+K",),
        "mdi6.chevron-down", _("Searches saved and made before, and how to search"), "library"),
    Action("save-search", _("&Save This Search…"), "searches.ask_save", (), "mdi6.bookmark-plus-outline",
        _("Keep what is sought now, with its filters, under a name"), "question"),
    Action("saved-searches", _("Sa&ved Searches…"), "searches.manage", (), "mdi6.bookmark-multiple-outline",
        _("Run, rename and delete saved searches"), "library"),
    Action("forget-searches", _("F&orget Searches Made Before"), "searches.forget", (), "",
        _("Forget what was sought; saved searches stay"), "library"),
    Action("like", _("More L&ike This"), "alike.articles", ("Ctrl+Shift+R",), "mdi6.text-box-search-outline",
        _("Find the articles of the library that are most like this one"), "alike"),
    Action("accounts", _("Find Other Acc&ounts of This Passage"), "alike.accounts", ("Ctrl+Shift+F",),
        "mdi6.text-search-variant", _("Find other articles that tell what is selected, or read, in the pane"),
        "reading"),
    Action("find", _("&Find in the Panes"), "find_bar.open", ("Ctrl+F",), "mdi6.text-search",
        _("Find words in the articles on screen"), "reading"),
    Action("find-next", _("Find Ne&xt"), "find_bar.next", ("F3",), "", _("The next place found"), "reading"),
    Action("find-previous", _("Find Pre&vious"), "find_bar.previous", ("Shift+F3",), "", _("The place found before"),
        "reading"),
    # Compare
    Action("compare", _("&Compare Ticked"), "reading.compare_ticked", ("Ctrl+Return",), "mdi6.compare-horizontal",
        _("Lay the ticked articles side by side"), "library"),
    Action("read", _("&Read"), "side.open_current", (), "mdi6.book-open-outline",
        _("Open the chosen article by itself"), "chosen"),
    Action("add", _("&Add to Comparison"), "side.add_current", ("Shift+Return",), "mdi6.plus",
        _("Lay the chosen article beside those on screen"), "chosen", local=True),
    Action("clear-ticks", _("Clear &Ticks"), "reading.clear_ticks", ("Ctrl+Shift+T",), "", _("Take all ticks away"),
        "any-tick"),
    Action("next-passage", _("Next &Passage"), "panes.next_passage", ("Alt+Down", "F8"), "mdi6.arrow-down",
        _("Go to the next shared passage"), "comparison"),
    Action("previous-passage", _("Previous Pa&ssage"), "panes.previous_passage", ("Alt+Up", "F7"), "mdi6.arrow-up",
        _("Go to the shared passage before"), "comparison"),
    Action("next-conflict", _("Next C&onflict"), "panes.next_conflict", ("Ctrl+J",), "mdi6.alert-outline",
        _("Go to the next figures that conflict"), "comparison"),
    Action("previous-conflict", _("Previous Co&nflict"), "panes.previous_conflict", ("Ctrl+Shift+J",), "",
        _("Go to the conflicting figures before"), "comparison"),
    Action("next-pane", _("Next Pan&e"), "panes.next_pane", ("F6",), "", _("Read on in the next pane"), "reading"),
    Action("previous-pane", _("Pre&vious Pane"), "panes.previous_pane", ("Shift+F6",), "",
        _("Read on in the pane before"), "reading"),
    *(_pane(number) for number in range(1, 10)),
    Action("swap", _("S&wap with Neighbour"), "panes.swap_with_neighbour", ("Alt+\\",), "mdi6.swap-horizontal",
        _("Let this pane and the one beside it change places"), "comparison"),
    Action("base", _("Hold Others A&gainst This"), "panes.pin_base", ("Ctrl+Shift+B",), "mdi6.pin-outline",
        _("Make the pane the base: the words of the others are told against it"), "comparison"),
    Action("confirm", _("&Confirm"), "deciding.confirm", (), "",
        _("Confirm the figures, passage or quotation that the keyboard is at"), "comparison"),
    Action("dismiss", _("&Dismiss…"), "deciding.dismiss", (), "",
        _("Dismiss the figures, passage or quotation that the keyboard is at, with a reason"), "comparison"),
    Action("note", _("&Note…"), "deciding.note", ("Ctrl+M",), "",
        _("Write a note on the figures, passage or quotation that the keyboard is at"), "comparison"),
    Action("take-back", _("&Take Back"), "deciding.take_back", (), "",
        _("Take back what was decided on the figures, passage or quotation"), "comparison"),
    Action("split-figures", _("&Split Off…"), "ledger.rows.try_split", (), "",
        _("Put some figures of the chosen row into a row of their own"), "comparison"),
    Action("join-figures", _("&Join Rows"), "ledger.rows.try_join", (), "",
        _("Put the chosen rows of figures into one"), "comparison"),
    Action("figures-as-found", _("&Put Back as Found"), "ledger.rows.try_restore", (), "",
        _("Undo what was split and joined about the chosen row of figures"), "comparison"),
    # View
    Action("scroll-mode", _("&Next Scroll Mode"), "panes.cycle_scroll_mode", ("Ctrl+L",), "mdi6.link-variant",
        _("Scroll matched, in proportion, or freely"), "comparison"),
    Action("scroll-together", _("Scroll &Together"), "panes.toggle_together", (), "mdi6.link-variant",
        _("Let the others follow the pane that is scrolled"), "comparison", "scroll-together"),
    Action("scroll-matched", _("&Matched"), "panes.set_scroll_mode", (), "", _("Shared passages stay level"),
        "comparison", "scroll-matched", "matched"),
    Action("scroll-proportional", _("&Proportional"), "panes.set_scroll_mode", (), "",
        _("All panes show the same share of their text"), "comparison", "scroll-proportional", "proportional"),
    Action("scroll-free", _("&Free"), "panes.set_scroll_mode", (), "", _("Panes keep the distance they have"),
        "comparison", "scroll-free", "free"),
    Action("lanes", _("&Minimaps"), "toggle_lanes", ("F9",), "", _("The whole of each article at a glance"), "reading",
        "lanes"),
    Action("zoom-in", _("Zoom &In"), "panes.zoom_in", ("Ctrl++", "Ctrl+="), "mdi6.magnify-plus-outline",
        _("Larger text"), "reading"),
    Action("zoom-out", _("Zoom &Out"), "panes.zoom_out", ("Ctrl+-",), "mdi6.magnify-minus-outline", _("Smaller text"),
        "reading"),
    Action("zoom-reset", _("&Normal Size"), "panes.zoom_reset", ("Ctrl+0",), "", _("Text at its usual size"),
        "reading"),
    Action("show-library", _("Li&brary"), "places.toggle_side", ("Ctrl+B",), "",
        _("Show or hide the library"), "library", "side"),
    Action("pin-library", _("&Keep the Library Open"), "places.toggle_pin", (), "",
        _("Let the library stay where a comparison opens"), "library", "side-pinned"),
    Action("findings", _("Fin&dings"), "places.toggle_findings", ("F4",), "",
        _("Open the panel of findings, or leave but its line"), "comparison", "findings"),
    Action("full-reading", _("F&ull Reading"), "places.toggle_full", ("F11",), "",
        _("Nothing but the text; F11 or Esc goes back"), "", "full"),
    Action("show-ledger", _("Fi&gures"), "places.findings.toggle", ("Ctrl+Shift+G",), "",
        _("What each account says of what is counted"), "comparison", "dock-ledger", "ledger"),
    _dock("passages", _("Shared &Passages"), _("What several articles tell in the same or nearly the same words")),
    _dock("quotations", _("&Quotations"), _("Who is quoted, in the words of each article")),
    _dock("only-here", _("&Only in One Account"), _("What one article alone says, and what it lacks")),
    _dock("names", _("&Names"), _("Names written in more than one way")),
    _dock("origins", _("O&rigins"), _("Which articles carry text of one origin")),
    _dock("left-out", _("Not &Compared"), _("What was folded away as boilerplate")),
    Action("go-library", _("Go to t&he Library"), "side.take_focus", ("Ctrl+Shift+L",), "",
        _("Take the keyboard to the list of articles"), "library"),
    Action("go-figures", _("Go to the &Figures"), "focus_ledger", ("Ctrl+G",), "mdi6.table",
        _("Take the keyboard to the table of figures"), "comparison"),
    Action("theme-system", _("As the &System"), "wardrobe.wear", (), "", _("Follow the system's colours"), "",
        "theme-system", "system"),
    Action("theme-light", _("&Light"), "wardrobe.wear", (), "", _("Dark words on a light ground"), "", "theme-light",
        "light"),
    Action("theme-dark", _("&Dark"), "wardrobe.wear", (), "", _("Light words on a dark ground"), "", "theme-dark",
        "dark"),
    Action("theme-contrast", _("&High Contrast"), "wardrobe.wear", (), "", _("The strongest contrast"), "",
        "theme-high-contrast", "high-contrast"),
    # Help
    Action("palette", _("&Commands by Name…"), "dialogs.palette", ("Ctrl+Shift+P",), "mdi6.console-line",
        _("Find and run any command")),
    Action("shortcuts", _("&Keyboard Shortcuts"), "dialogs.shortcuts", ("F1",), "mdi6.keyboard-outline",
        _("Every key and what it does")),
    Action("search-help", _("How to &Search"), "dialogs.search_help", (), "mdi6.help-circle-outline",
        _("What can be typed into the search field")),
    Action("log", _("Show the &Log"), "dialogs.show_log", (), "", _("Open the folder of the log file")),
    Action("rebuild", _("Rebuild the Search Inde&x"), "search.rebuild", (), "",
        _("Write the search index anew from the library")),
    Action("about", _("&About Parallax"), "dialogs.about", (), "", _("Version, licence and where things are kept")),
)

RECENT = "RECENT"
"""Where in the menus the recent comparisons stand."""

MENUS: tuple[tuple[str, tuple[Any, ...]], ...] = (
    (_("&File"), ("import-files", "import-folder", "preview-files", "import-address", "watched-folders", "paste",
        None, "demo", None, RECENT, "saved-comparisons", "save-comparison", None, "export", "export-differences",
        "print", None, "quit")),
    (_("&Edit"), ("undo", "redo", None, "copy", "copy-passage", "copy-quotation", "copy-figures", None, "search",
        "like", "accounts", (_("Save&d Searches"), ("search-menu", "save-search", "saved-searches", "forget-searches")),
        None, "find", "find-next", "find-previous", None, "preferences")),
    (_("&Library"), ("star", "seen", "tags", "details", "versions", None, "new-story", "move", "no-story", "rename",
        "merge", "remove-story", None,
        (_("S&how"), ("library-stories", "library-all", "library-recent", "library-unread", "library-starred",
            "library-bin")),
        (_("Sort &by"), ("sort-added", "sort-published", "sort-headline", "sort-outlet")), None,
        "remove", "restore", "purge", None,
        (_("&Keep and Share"), ("export-story", "import-story", None, "backup", "restore-library")))),
    (_("&Compare"), ("compare", "read", "add", "clear-ticks", None, "next-passage", "previous-passage",
        "next-conflict", "previous-conflict", None, "next-pane", "previous-pane", "swap", "base",
        (_("&Decide"), ("confirm", "dismiss", "note", "take-back", None, "split-figures", "join-figures",
            "figures-as-found")),
        (_("Pane &by Number"), tuple(f"pane-{n}" for n in range(1, 10))))),
    (_("&View"), ((_("&Scrolling"), ("scroll-together", None, "scroll-matched", "scroll-proportional", "scroll-free",
            None, "scroll-mode")),
        "lanes", None, "zoom-in", "zoom-out", "zoom-reset", None, "full-reading", None, "show-library", "pin-library",
        "findings", (_("&Lists"), ("show-ledger", "show-quotations", "show-passages", "show-names", "show-only-here",
            "show-origins", "show-left-out")),
        "go-library", "go-figures", None,
        (_("&Theme"), ("theme-system", "theme-light", "theme-dark", "theme-contrast")))),
    (_("&Help"), ("shortcuts", "search-help", "palette", None, "rebuild", "log", None, "about")),
)

SEARCH_FIELD = "SEARCH"
"""Where in the tool bar the search field stands; None is room between groups."""

TOOLBAR: tuple[str | None, ...] = (
    SEARCH_FIELD, "import-files", None, "scroll-together", None, "zoom-out", "zoom-in", None, "export",
)
# fmt: on


def plain(text: str) -> str:
    """A menu text without its mnemonic and ellipsis."""
    return text.replace("&", "").rstrip("…")


def full_names() -> dict[str, str]:
    """What each command is called where no menu stands around it: those of a submenu have its name before theirs."""
    rows = {row.name: plain(row.text) for row in ACTIONS}
    for _title, entries in MENUS:
        for entry in entries:
            if isinstance(entry, tuple):
                rows.update({name: f"{plain(entry[0])}: {rows[name]}" for name in entry[1] if name is not None})
    return rows
