"""Folders that are watched: what appears in them is handed over once, when it is whole.

scan      what lies in the folders and has not been seen     folder_watcher   when to look, on a thread of its own
record    what has been seen, kept from one day to the next
"""

from reader.workspace.watching.folder_watcher import FolderWatcher

__all__ = ["FolderWatcher"]
