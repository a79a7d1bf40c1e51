"""What servers and archives call the kinds of files that can be read, and the ending that a file of each has."""

ENDINGS = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "application/pdf": ".pdf",
    "application/rss+xml": ".rss", "application/atom+xml": ".atom",
}  # fmt: skip
"""What a web archive is searched for."""

MORE = {
    "text/markdown": ".md", "application/rtf": ".rtf", "text/rtf": ".rtf", "application/epub+zip": ".epub",
    "application/xml": ".xml", "text/xml": ".xml", "application/x-pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
}  # fmt: skip
"""What may lie at an address besides."""

UNTOLD = ("application/octet-stream", "binary/octet-stream", "application/force-download", "application/x-download")
"""What servers say that do not know: the name and the first bytes tell."""


def kind_of(content_type: str) -> str:
    """The kind alone, without its parameters."""
    return content_type.partition(";")[0].strip().lower()
