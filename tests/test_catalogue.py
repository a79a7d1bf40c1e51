"""The catalogue for translators holds every visible string."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_catalogue_is_that_of_the_code(tmp_path: Path) -> None:
    kept = (ROOT / "resources" / "i18n" / "parallax.pot").read_text(encoding="utf-8")
    options = (ROOT / "packaging" / "catalogue").read_text(encoding="utf-8").split("extract", 1)[1]
    words = options.replace("\\\n", " ").replace("resources/i18n/parallax.pot", str(tmp_path / "new.pot")).split()
    subprocess.run([Path(sys.executable).parent / "pybabel", "--quiet", "extract", *words], cwd=ROOT, check=True)
    assert (tmp_path / "new.pot").read_text(encoding="utf-8") == kept, "run packaging/catalogue"
