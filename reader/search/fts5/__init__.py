"""The engine for large libraries: SQLite's FTS5 over words that our own analyser made ready, so that it finds the same.

segments    the files of a state: a base that only grows, and a tail of the latest articles
commits     a commit: a new tail, or a new base that has the tail's articles too
expression  a parsed query as FTS5 understands it
reader, search   one committed state, open for reading
"""
