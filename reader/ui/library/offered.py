"""What the clipboard or a drag holds: files, the address of a page, text and where it was copied from."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from reader.text.addresses import address_in, is_address


def files_of(data: QMimeData) -> list[Path]:
    """The local files and folders that a drop or the clipboard names."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data.hasUrls() else []


def address_of(data: QMimeData | None) -> str:
    """The one address of a page that was copied or is dropped; empty where there is something else."""
    if data is None:
        return ""
    links = [url.toString(QUrl.ComponentFormattingOption.FullyEncoded) for url in data.urls()] if data.hasUrls() else []
    if len(links) == 1 and is_address(links[0]):
        return links[0]
    return address_in(data.text()) if data.hasText() and not links else ""


def origin_of(data: QMimeData) -> str:
    """The address of the page that a browser says the copied text comes from; empty where it says nothing."""
    for kind, encoding in (("text/x-moz-url-priv", "utf-16"), ("chromium/x-source-url", "utf-8")):
        if data.hasFormat(kind):
            return bytes(data.data(kind).data()).decode(encoding, "replace").strip("\0 \n")
    return ""
