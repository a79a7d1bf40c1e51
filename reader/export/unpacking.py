"""The child process that opens a PDF from outside: writes the comparison attached to it to the standard output.

A process of its own, because whoever made the file may have meant it to hang a reader of PDFs or to fill the memory.
"""

import sys
from pathlib import Path

import pypdfium2

ATTACHED = "comparison.json"
NO_PDF, NOTHING_ATTACHED = 3, 4
"""Exit codes: it cannot be opened as a PDF, and no comparison is attached to it."""
_MEMORY = 2 * 1024 * 1024 * 1024
_SECONDS = 20


def main(path: Path) -> int:
    """Write what is attached; 0, or why not."""
    _bound()
    try:
        document = pypdfium2.PdfDocument(path)
        attachments = [document.get_attachment(n) for n in range(document.count_attachments())]
        found = next((one for one in attachments if one.get_name() == ATTACHED), None)
        if found is None:
            return NOTHING_ATTACHED
        sys.stdout.buffer.write(bytes(found.get_data()))
    except (pypdfium2.PdfiumError, OSError, ValueError, MemoryError):
        return NO_PDF
    return 0


def _bound() -> None:
    """Limit time and memory and write no files; where a system has no such limits, the parent's has to do."""
    try:
        import resource
    except ImportError:
        return
    limits = {resource.RLIMIT_AS: _MEMORY, resource.RLIMIT_CPU: _SECONDS, resource.RLIMIT_FSIZE: 0}
    for kind, most in limits.items():
        try:
            resource.setrlimit(kind, (most, most))
        except (OSError, ValueError):  # the system allows less already
            continue
