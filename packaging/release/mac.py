"""What macOS reads of the bundle: its identity, and the files that it opens."""

from typing import Any

from release import version

IDENTIFIER = "io.github.parallax-reader.Parallax"

# Uniform type identifiers of what Finder offers to open with Parallax; the first two are our own, declared below.
_OWN = (
    ("io.github.parallax-reader.story", "Parallax story", "parallax-story", "public.json"),
    ("io.github.parallax-reader.backup", "Parallax library backup", "parallax-backup", "public.database"),
)
_OPENED = (
    "public.plain-text", "public.html", "com.adobe.pdf", "org.openxmlformats.wordprocessingml.document",
    "public.rtf",
    "org.oasis-open.opendocument.text", "net.daringfireball.markdown",
    "org.idpf.epub-container", "com.apple.mail.email",
    "com.apple.webarchive", "public.comma-separated-values-text",
)  # fmt: skip


def information() -> dict[str, Any]:
    """The bundle's `Info.plist` besides what PyInstaller writes into it."""
    return {
        "CFBundleDisplayName": "Parallax",
        "CFBundleShortVersionString": version.of_project(),
        "LSApplicationCategoryType": "public.app-category.news",
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "MIT licence",
        "CFBundleDocumentTypes": [
            *(_document(name, [kind], "Owner") for kind, name, _suffix, _parent in _OWN),
            _document("Article", list(_OPENED), "Alternate"),
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": kind,
                "UTTypeDescription": name,
                "UTTypeConformsTo": [parent],
                "UTTypeTagSpecification": {"public.filename-extension": [suffix]},
            }
            for kind, name, suffix, parent in _OWN
        ],
    }


def _document(name: str, kinds: list[str], rank: str) -> dict[str, Any]:
    return {"CFBundleTypeName": name, "CFBundleTypeRole": "Viewer", "LSHandlerRank": rank, "LSItemContentTypes": kinds}
