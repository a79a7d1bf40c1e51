"""What WordPress puts into a feed when it exports a blog: drafts and pictures among posts, short codes in texts."""

import html
import re
from typing import Any

from reader.importing.page_metadata import iso
from reader.importing.web_page import text_of
from reader.importing.xml_part import local

_EXPORT = "wordpress.org/export/"
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
# Kinds of entries that nobody reads as articles; those of a site's own (news, review) are articles.
_NO_POSTS = frozenset(
    ["attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache", "user_request"]
)
_PAGES = frozenset(["page"])
_CAPTION = re.compile(r"\[caption\b[^\]]{0,500}\](.{0,3000}?)\[/caption\]", re.DOTALL)
_PAIR = re.compile(r"\[(/?)([a-z][\w-]{1,40})(?:\s[^\[\]]{0,2000}=[^\[\]]{0,2000})?/?\]")
_ALONE = frozenset(["gallery", "embed", "audio", "video", "playlist", "more", "nextpage"])
_BLOCK = re.compile(r"<(?:p|div|blockquote|h[1-6]|ul|ol|table|figure|pre)\b", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.{0,2000}?-->", re.DOTALL)


class Blog:
    """A feed that may be the export of a blog; asks its own fields where it is one."""

    def __init__(self, channel: Any) -> None:
        self._is_export = any(_EXPORT in (space or "") for space in channel.nsmap.values()) or any(
            _is_own(one) for one in channel
        )
        self._authors = dict(self._named(channel)) if self._is_export else {}
        self.left_out = 0
        """Entries passed over that somebody may have looked for: drafts, what is private, pages."""

    @staticmethod
    def _named(channel: Any) -> list[tuple[str, str]]:
        authors = (one for one in channel if local(one) == "author" and _is_own(one))
        return [(_field(one, "author_login"), _field(one, "author_display_name")) for one in authors]

    def is_published(self, entry: Any) -> bool:
        """Whether an entry is an article that readers of the blog could see."""
        if not self._is_export:
            return True
        kind, status = _field(entry, "post_type"), _field(entry, "status")
        if kind in _NO_POSTS or kind.startswith("wp_") or status in ("auto-draft", "trash", "inherit"):
            return False
        if kind in _PAGES or (status and status != "publish"):
            self.left_out += 1
            return False
        return True

    def text(self, element: Any) -> str:
        """The text of a post, whose empty lines part paragraphs; empty where it is no post's."""
        if not self._is_export or local(element) != "encoded" or _CONTENT not in element.tag:
            return ""
        said = _CAPTION.sub(r"\n\n\1\n\n", _COMMENT.sub("", element.text or ""))
        said = _without_codes(said)
        if not _BLOCK.search(said):
            paragraphs = re.split(r"\n\s*\n", said.replace("\r\n", "\n"))
            said = "".join(f"<p>{one.strip()}</p>" for one in paragraphs if one.strip()).replace("\n", "<br>")
        return text_of(said)

    def author(self, name: str) -> str:
        """Whom the name that somebody logs in with is of; a login that the export does not explain is nobody's name."""
        if not self._is_export:
            return name
        shown = self._authors.get(name, "")
        return html.unescape(shown or (name if " " in name else ""))

    def published(self, entry: Any) -> str:
        """When a post was published, where the feed's own field does not say."""
        return self._moment(entry, "post_date_gmt") or iso(_field(entry, "post_date")) if self._is_export else ""

    def updated(self, entry: Any) -> str:
        """When a post was last changed."""
        return self._moment(entry, "post_modified_gmt") if self._is_export else ""

    @staticmethod
    def _moment(entry: Any, name: str) -> str:
        said = _field(entry, name)
        return iso(f"{said}+00:00") if said else ""


def _is_own(element: Any) -> bool:
    return isinstance(element.tag, str) and _EXPORT in element.tag


def _field(entry: Any, name: str) -> str:
    return next(((one.text or "").strip() for one in entry if local(one) == name and _is_own(one)), "")


def _without_codes(text: str) -> str:
    """Without short codes: those with values, those that come in pairs, and the commonest ones."""
    closed = {found[2] for found in _PAIR.finditer(text) if found[1]}

    def kept(found: re.Match[str]) -> str:
        return "" if "=" in found[0] or found[2] in closed or found[2] in _ALONE else found[0]

    return _PAIR.sub(kept, text)
