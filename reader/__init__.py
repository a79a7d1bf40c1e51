"""Parallax: several accounts of one event, read side by side.

    file, folder, address, paste -> importing -> Article -> library -> search
                                                     \\-> compare -> Comparison -> export -> PDF, HTML, CSV, Word, JSON
                                                                        \\-> ui (panes, links, ledger)

Two values carry everything: `article.Article` and `compare.comparison.Comparison`. The four stages (importing,
library, search, compare) know those values and never one another; `workspace` alone puts stages together, and `ui`
shows and asks.

    text        spans, folding, stems, tokens, sentences: offsets into the untouched text are never lost
    lexicon     what the engine knows, read from data/lexicon/*.toml (data/README.md)
    filters     what a search is narrowed to        processes  a process of ours: started, talked to, ended
    language    which language is spoken             settings what a person may set
    lazy_imports packages give their names when asked, and load nothing before
    colours     the one table of colours for window and documents
    dataclass   frozen dataclasses with slots, made quickly
    garbage     Python's collector of cycles rests while much is made, and passes what stays
    notices     what to know of how an article was read, as kinds and values
    claims      the words that a decision is about, found again wherever they meet
    vectors     sentences -> vectors by meaning, and the file that keeps them
    importing   bytes -> Article            library     Article -> SQLite, the truth
    search      Article -> hits (Whoosh, FTS5)    compare     Articles -> Comparison (RapidFuzz)
    wording     kinds and values -> words   export      Comparison -> document
    workspace   the use cases               ui, app     the window        cli   the same engine without Qt
"""

__version__ = "0.2.0"
