"""What a packed program goes without: a third of what its packages bring is never reached by it."""

import re
from collections.abc import Iterable
from pathlib import PurePath

# GTK's theme drags in GTK 3; QML, its tools and database drivers are nobody's; only the locales we speak are read.
QT = re.compile(
    r"PySide6/(?:Qt/)?(?:plugins/(?:platformthemes/libqgtk3|sqldrivers/|qmltooling/|qmllint/|networkinformation/|"
    r"platforms/libq(?:eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc|webgl)|egldeviceintegrations/|generic/|designer/|position/|assetimporters/)"
    r"|qml/|resources/|libexec/|metatypes/|lib/libQt6(?:Qml|Quick|Designer|Sql|Test|Help|UiTools|EglF[sS]|ShaderTools)|lib/libQt6Egl)"
)
LANGUAGES = ("de", "en", "es")
BABEL = re.compile(r"babel/locale-data/(.+)\.dat$")
QT_WORDS = re.compile(r"PySide6/(?:Qt/)?translations/(.+)\.qm$")
SYSTEM = re.compile(
    r"^(?:lib(?:gtk-3|gdk-3|gdk_pixbuf|cairo|pango|atk|atspi|epoxy|harfbuzz|thai|datrie|fribidi|graphite2)[-_.\w]*\.so|share/(?:icons|themes|fontconfig))"
)
TWICE = re.compile(r"zstandard/_cffi")  # the same again for other Pythons
FONTS = re.compile(r"qtawesome/fonts/(.+)$")


def kept(entries: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """The entries of a table of contents of PyInstaller that stay."""
    return [entry for entry in entries if not is_unused(entry[0])]


def is_unused(name: str) -> bool:
    """Whether a file of the folder is one that nothing reaches."""
    path = PurePath(name).as_posix()
    if locale := BABEL.search(path):
        return locale[1] != "root" and locale[1].partition("_")[0] not in LANGUAGES
    if words := QT_WORDS.search(path):
        return not re.fullmatch(rf"qtbase_({'|'.join(LANGUAGES)})(_.*)?", words[1])
    if font := FONTS.search(path):
        return not is_wanted_font(font[1])
    return any(pattern.search(path) for pattern in (QT, SYSTEM, TWICE))


def is_wanted_font(name: str) -> bool:
    """Whether a font of QtAwesome, or its map of characters, is of the one set that the toolbar uses."""
    return name.startswith("materialdesignicons6")
