"""What is dragged and pasted: articles on their way out of the window; files, addresses and text on their way in."""

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMetaType, QMimeData, QUrl

from reader.text.addresses import address_in, is_address

if TYPE_CHECKING:
    from reader.article import Article
    from reader.export.clipboard_text import ClipboardText

Source = Callable[[Sequence[str]], "Sequence[Article]"]
"""The articles of these ids, as far as they can be had at once."""
IDS = "application/x-parallax-articles"
TEXT, HTML, FILES = "text/plain", "text/html", "text/uri-list"
MOST = 20
"""Articles that leave the window in one drag."""
LONGEST_NAME = 80


class ArticleMimeData(QMimeData):
    """What is dragged; texts are fetched and files written only once another program asks for them."""

    def __init__(self, ids: Sequence[str], source: Source | None) -> None:
        super().__init__()
        self._ids, self._source = tuple(ids), source
        self._articles: Sequence[Article] | None = None
        self._folder: TemporaryDirectory[str] | None = None
        self._files: list[QUrl] = []
        self.setData(IDS, "\n".join(self._ids).encode())

    def formats(self) -> list[str]:
        """What it can be had as; many articles only by their ids."""
        leaves = self._source is not None and 0 < len(self._ids) <= MOST
        return [IDS, *([TEXT, HTML, FILES] if leaves else [])]

    def hasFormat(self, kind: str) -> bool:
        """Whether it can be had as this."""
        return kind in self.formats()

    def retrieveData(self, kind: str, wanted: QMetaType) -> Any:  # type: ignore[override] # the stub has bytes alone
        """The same as another kind, made when it is first asked for."""
        if kind == TEXT:
            return "\n\n".join(one.text for one in self._worded())
        if kind == HTML:
            return "\n".join(one.html for one in self._worded())
        if kind == FILES:
            return self._written()
        return super().retrieveData(kind, wanted)

    def _worded(self) -> "list[ClipboardText]":
        from reader.export import clipboard_text  # loaded when something is first dragged out

        return [clipboard_text.whole(one) for one in self._found()]

    def _found(self) -> "Sequence[Article]":
        if self._articles is None:
            self._articles = self._source(self._ids) if self._source is not None else ()
        return self._articles

    def _written(self) -> list[QUrl]:
        """A page for each article, in a folder that is removed with the window."""
        if self._folder is None:
            from reader.export import clipboard_text, temporary_folders

            self._folder = temporary_folders.folder()
            _FOLDERS.append(self._folder)
            taken: set[str] = set()
            for one in self._found():
                file = Path(self._folder.name) / f"{_name(one, taken)}.html"
                file.write_text(clipboard_text.page(one), encoding="utf-8", errors="replace")
                self._files.append(QUrl.fromLocalFile(str(file)))
        return self._files


_FOLDERS: "list[TemporaryDirectory[str]]" = []
"""Kept until the program ends: whoever takes a file may read it long after the drop."""


def _name(article: "Article", taken: set[str]) -> str:
    """What a person would call the file: outlet and headline, as any system can write them."""
    words = " - ".join(part for part in (article.outlet, article.headline or article.name) if part)
    name = " ".join("".join(c if c.isalnum() or c in "-_,.()'’" else " " for c in words).split())
    name = base = name[:LONGEST_NAME].strip(" .") or "article"
    number = 2
    while name.casefold() in taken:
        name, number = f"{base} ({number})", number + 1
    taken.add(name.casefold())
    return name


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
