"""Writes what translators work on and the program reads; see `__main__`."""
