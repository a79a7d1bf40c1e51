"""Folders that are watched: what appears in them is handed over once, when it is whole.

looking   what lies in the folders and has not been seen     watch   when to look, on a thread of its own
record    what has been seen, kept from one day to the next
"""

from reader.workspace.watching.watch import Watch

__all__ = ["Watch"]
