"""An application directory for Linux: the packed folder with all that desktops, shells and `man` look for.

`appimagetool` makes one file of it where it is installed: it needs the AppImage runtime, which no package index has.
"""

import datetime as dt
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from release import folder, icons, shell, version

ROOT = Path(__file__).resolve().parent.parent.parent
LINUX = ROOT / "packaging" / "linux"
IDENTIFIER = "io.github.parallax_reader.Parallax"
RESULT = folder.DIST / "Parallax.AppDir"

# The files that a desktop offers to open with Parallax; archives of everything (zip, gz) are left to others.
OPENED = (
    "application/vnd.parallax.story+json", "application/vnd.parallax.backup", "text/plain", "text/html",
    "application/xhtml+xml",
    "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text",
    "application/rtf", "text/rtf", "text/markdown", "application/epub+zip", "message/rfc822", "application/mbox",
    "multipart/related",
    "application/x-mimearchive", "application/vnd.ms-outlook", "application/rss+xml", "application/atom+xml",
    "application/warc",
    "text/csv", "text/tab-separated-values", "application/x-research-info-systems",
)  # fmt: skip


def make() -> Path:
    """`dist/Parallax.AppDir` from `dist/parallax`, which is made where it is not there; checked by the validators."""
    packed = folder.DIST / "parallax"
    if not packed.is_dir():
        folder.make()
    if RESULT.exists():
        shutil.rmtree(RESULT)
    usr = RESULT / "usr"
    shutil.copytree(packed, usr / "lib" / "parallax", symlinks=True)
    (usr / "bin").mkdir()
    (usr / "bin" / "parallax").symlink_to("../lib/parallax/parallax")
    shell.write(usr)
    _describe(usr / "share")
    _begin()
    check(RESULT)
    return RESULT


def _describe(share: Path) -> None:
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    words = {
        "@MIME@": "".join(f"{one};" for one in OPENED),
        "@VERSION@": version.of_project(),
        "@DATE@": os.environ.get("RELEASE_DATE", today),
    }
    for name, place in (
        (f"{IDENTIFIER}.desktop", "applications"),
        (f"{IDENTIFIER}.metainfo.xml", "metainfo"),
        (f"{IDENTIFIER}.xml", "mime/packages"),
    ):
        text = (LINUX / name).read_text(encoding="utf-8")
        for mark, value in words.items():
            text = text.replace(mark, value)
        (share / place).mkdir(parents=True, exist_ok=True)
        (share / place / name).write_text(text, encoding="utf-8")
    drawn = icons.write(ROOT / "build" / "icons")
    for size, source in [(f"{size}x{size}", drawn / f"parallax-{size}.png") for size in icons.SIZES] + [
        ("scalable", icons.SOURCE)
    ]:
        place = share / "icons" / "hicolor" / size / "apps"
        place.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, place / f"{IDENTIFIER}{source.suffix}")


def _begin() -> None:
    """What lies at the top of an AppDir, and the script that puts it where a desktop finds it."""
    share = RESULT / "usr" / "share"
    shutil.copy(share / "applications" / f"{IDENTIFIER}.desktop", RESULT)
    shutil.copy(share / "icons" / "hicolor" / "256x256" / "apps" / f"{IDENTIFIER}.png", RESULT)
    (RESULT / ".DirIcon").symlink_to(f"{IDENTIFIER}.png")
    for name in ("AppRun", "install"):
        shutil.copy(LINUX / name, RESULT / name)
        (RESULT / name).chmod(0o755)


def check(directory: Path) -> None:
    """End with a message where a validator that is installed finds fault."""
    faults = [line for command in _validators(directory) for line in _faults(command)]
    if faults:
        raise SystemExit("\n".join(faults))


def _validators(directory: Path) -> Iterator[list[str]]:
    share = directory / "usr" / "share"
    yield ["desktop-file-validate", str(share / "applications" / f"{IDENTIFIER}.desktop")]
    yield ["appstreamcli", "validate", "--no-net", str(share / "metainfo" / f"{IDENTIFIER}.metainfo.xml")]
    yield ["xmllint", "--noout", str(share / "mime" / "packages" / f"{IDENTIFIER}.xml")]
    yield ["bash", "-n", str(share / "bash-completion" / "completions" / "parallax")]


def _faults(command: list[str]) -> list[str]:
    if not shutil.which(command[0]):
        print(f"  {command[0]} is not installed: not checked with it")
        return []
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    told = (done.stdout + done.stderr).strip()
    print(f"  {command[0]}: {told.splitlines()[-1] if told else 'no fault'}")
    return [told or command[0]] if done.returncode else []


def image() -> Path | None:
    """The AppDir as one file, where `appimagetool` is installed."""
    tool = shutil.which("appimagetool")
    if tool is None:
        print("  appimagetool is not installed: no AppImage is made; the archive of the AppDir has the same in it")
        return None
    path = folder.DIST / f"Parallax-{version.of_project()}-x86_64.AppImage"
    subprocess.run([tool, RESULT, path], check=True, env=os.environ | {"ARCH": "x86_64"})
    return folder.with_checksum(path)
