"""How fast Parallax is beside what else does the same work, measured in one run on generated texts and the demo.

Times differ from machine to machine and from hour to hour; the ratio of two that were taken in turn differs little. So
each row has a peer, both do their work several times in turn, and what is told is the median of the ratios.

rounds      taking turns, rows and curves       sizes       how much of each: quick, whole, tiny
starting    the command line, the first frame   comparing   difflib, RapidFuzz, Meld
searching   Recoll, SQLite FTS5                 documents   typst alone, trafilatura
windows     what holds up the event loop        memory      what the window and its helpers hold
report      a table in Markdown, plots in SVG
"""
