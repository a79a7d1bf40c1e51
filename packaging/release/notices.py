"""The licences of all that the program stands on, collected from what is installed."""

import importlib.metadata
import re
from collections.abc import Iterator
from importlib.metadata import Distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent.parent
LICENCES = Path(__file__).parent / "licences"
RESULT = ROOT / "resources" / "notices.txt"
LICENCE_NAMES = re.compile(
    r"(?i)(?:^|/)(?:licen[cs]es?|copying|notice|copyright|authors|ofl)[^/]*$|dist-info/licenses/."
)

# Packages without a text of their licence: it stands in the source of each of their files, or is a well-known one.
WITHOUT_TEXT = {
    "whoosh": ("Whoosh",),
    "sentencex": ("MIT",),
    "pyside6-essentials": ("LGPL-3.0", "GPL-3.0"),  # the first adds to the second
    "shiboken6": (),  # the same as the one before
}

# What each family of licences asks of those who hand the program on, told with the licence itself.
ASKS = (
    (re.compile(r"LGPL"), "Used unchanged; another build may take its place; its source is below."),
    (re.compile(r"MPL"), "Used unchanged; the source of the files under this licence is at the address below."),
    (re.compile(r"OFL|Open Font"), "The fonts are not sold by themselves and keep their names."),
    (re.compile(r"Apache"), "Copyright and notices are kept; used unchanged."),
    (re.compile(r"(?i)BSD|MIT|ISC|PSF|Python|Zlib|HPND|Unlicense|0BSD|CC0"), "Copyright and permission are kept."),
)  # fmt: skip


def text() -> str:
    """The notices of every package that the program needs, the most restrictive first."""
    found = sorted(_needed(), key=lambda one: one.metadata["Name"].lower())
    head = (
        "Parallax is under the MIT licence. It stands on the packages below, each under its own licence.\n"
        "Fonts (resources/fonts): Noto (SIL Open Font License 1.1) and DejaVu (Bitstream Vera).\n"
    )
    return "\n".join([head, *map(_notice, found)])


def write() -> Path:
    """Write the notices where the program reads them."""
    RESULT.write_text(text(), encoding="utf-8")
    return RESULT


def _needed() -> list[Distribution]:
    """What the project needs, and what that needs, on this system; the optional extras that builds hold too."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    met: dict[str, Distribution] = {}
    while waiting:
        wanted = Requirement(waiting.pop())
        name = re.sub(r"[-_.]+", "-", wanted.name).lower()
        if name in met or (wanted.marker and not _applies(wanted)):
            continue
        met[name] = importlib.metadata.distribution(name)
        waiting += [f"{one}" for one in met[name].requires or ()]
    return list(met.values())


def _applies(wanted: Requirement) -> bool:
    return wanted.marker is None or wanted.marker.evaluate({"extra": ""})


def _notice(one: Distribution) -> str:
    licence = licence_of(one)
    lines = ["=" * 78, f"{one.metadata['Name']} {one.version}", f"Licence: {licence}"]
    lines += [ask for pattern, ask in ASKS if pattern.search(licence)][:1]
    lines += [f"Source: {address}" for address in _addresses(one)][:1]
    return "\n".join([*lines, "", *(f"{body}\n" for body in _bodies(one))])


def licence_of(one: Distribution) -> str:
    """The licence as the package names it: expression, field, or classifiers."""
    said = one.metadata.get("License-Expression") or (one.metadata.get("License") or "").strip()
    if said and len(said) < 100 and said != "UNKNOWN":
        return said.splitlines()[0]
    kinds = [
        kind.rpartition(":: ")[2] for kind in one.metadata.get_all("Classifier") or () if kind.startswith("License")
    ]
    return "; ".join(kinds) or (said.splitlines()[0] if said else "see below")


def _addresses(one: Distribution) -> Iterator[str]:
    wanted = re.compile(r"(?i)source|repository|code|homepage|home")
    yield from (
        url.partition(", ")[2]
        for url in one.metadata.get_all("Project-URL") or ()
        if wanted.search(url.partition(",")[0])
    )
    yield from filter(None, [one.metadata.get("Home-page")])
    yield f"https://pypi.org/project/{one.metadata['Name']}/{one.version}/"


def _bodies(one: Distribution) -> Iterator[str]:
    """The texts of its licence, each once."""
    name = re.sub(r"[-_.]+", "-", one.metadata["Name"]).lower()
    files = [file for file in one.files or () if LICENCE_NAMES.search(file.as_posix())]
    paths = [Path(str(file.locate())) for file in sorted(files, key=str) if file.suffix not in {".py", ".pyc", ".so"}]
    seen = set()
    for path in [*paths, *(LICENCES / f"{text}.txt" for text in WITHOUT_TEXT.get(name, ()))]:
        body = path.read_text(encoding="utf-8", errors="replace").strip()
        if body and body not in seen:
            seen.add(body)
            yield body
