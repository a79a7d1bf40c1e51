"""The page in a real browser: nothing to complain of, nothing fetched, in light and in dark."""

import html
import json
import re
import shutil
import struct
import subprocess
from importlib import resources
from pathlib import Path

import pytest
from pypdf import PdfReader

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


AXE = """axe.run(document, {resultTypes: ["violations"]}).then(found => {
  const told = document.createElement("pre");
  told.id = "axe";
  told.textContent = JSON.stringify(found.violations.map(v => [v.id, v.impact, v.nodes.map(n => n.html.slice(0, 99))]));
  document.body.append(told);
})"""


@pytest.mark.parametrize("flags", [(), ("--blink-settings=preferredColorScheme=0",)])
def test_nothing_keeps_anybody_out(tmp_path: Path, flags: tuple[str, ...]) -> None:
    """axe-core, in a copy of the page that lets it run, finds nothing serious in light and dark."""
    comparison = story.comparison()
    write(comparison, tmp_path / "page.html", "html", choices=story.choices(comparison))
    page = re.sub(r"<meta http-equiv=[^>]*>", "", (tmp_path / "page.html").read_text(encoding="utf-8"))
    axe = (resources.files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")
    copy = tmp_path / "copy.html"
    copy.write_text(page.replace("</body>", f"<script>{axe}</script><script>{AXE}</script></body>"), encoding="utf-8")
    run = subprocess.run(
        [str(CHROMIUM), *FLAGS, *flags, "--virtual-time-budget=20000", f"--user-data-dir={tmp_path}", "--dump-dom",
         copy.as_uri()],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    found = re.search(r'<pre id="axe">(.*?)</pre>', run.stdout, re.DOTALL)
    assert found is not None
    serious = [one for one in json.loads(html.unescape(found[1])) if one[1] in ("serious", "critical")]
    assert serious == []


def test_the_page_prints(tmp_path: Path) -> None:
    write(story.comparison(), tmp_path / "page.html", "html")
    subprocess.run(
        [str(CHROMIUM), *FLAGS, f"--user-data-dir={tmp_path}", "--no-pdf-header-footer",
         f"--print-to-pdf={tmp_path / 'page.pdf'}", (tmp_path / "page.html").as_uri()],
        capture_output=True, timeout=60, check=True,
    )  # fmt: skip
    pages = PdfReader(tmp_path / "page.pdf").pages
    assert 1 < len(pages) < 8
    assert all(page.mediabox.width > page.mediabox.height for page in pages)
