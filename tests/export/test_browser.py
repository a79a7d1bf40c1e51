"""The page in a real browser: nothing to complain of, nothing fetched, in light and in dark."""

import shutil
import struct
import subprocess
from pathlib import Path

import pytest

from reader.export import write

from . import story

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")

FLAGS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--enable-logging=stderr",
    "--window-size=1400,1200",
]  # fmt: skip


def seen(page: Path, *flags: str) -> tuple[str, bytes]:
    """What the browser complains of, requests refused or failed among it, and the picture."""
    picture = page.with_suffix(".png")
    run = subprocess.run(
        [str(CHROMIUM), *FLAGS, *flags, f"--user-data-dir={page.parent}", f"--screenshot={picture}", page.as_uri()],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    return "\n".join(line for line in run.stderr.splitlines() if "CONSOLE" in line), picture.read_bytes()


def test_the_page_in_light_and_dark(tmp_path: Path) -> None:
    write(story.comparison(), tmp_path / "page.html", "html")
    pictures = []
    for flags in ((), ("--blink-settings=preferredColorScheme=0",)):
        complaints, picture = seen(tmp_path / "page.html", *flags)
        assert complaints == ""
        assert struct.unpack(">II", picture[16:24]) == (1400, 1200)
        pictures.append(picture)
    assert pictures[0] != pictures[1]


def test_a_request_would_be_seen(tmp_path: Path) -> None:
    write(story.comparison(), tmp_path / "page.html", "html")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    asking = page.replace("<main>", '<main><img src="http://127.0.0.1:9/x.png" alt="" />')
    (tmp_path / "page.html").write_text(asking, encoding="utf-8")
    assert "127.0.0.1" in seen(tmp_path / "page.html")[0]
