"""The two commands: what is locked, and what they say where no window can be shown."""

import importlib.util
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent.parent
SHELL = [ROOT / "packaging" / name for name in ("run", "test", "lock", "python.sh")] + [ROOT / ".ci" / "run"]


@pytest.fixture
def bootstrap() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bootstrap", ROOT / "packaging" / "bootstrap.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def locked(name: str) -> dict[str, str]:
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9._-]+)==([^ ;\\]+)", text, re.MULTILINE))


def project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_what_the_project_needs_is_locked() -> None:
    pins = locked("requirements.txt")
    for wanted in map(Requirement, project()["project"]["dependencies"]):
        assert pins[wanted.name.lower()] in wanted.specifier


def test_what_the_tests_need_is_locked_over_the_same_versions() -> None:
    pins, more = locked("requirements.txt"), locked("requirements-test.txt")
    assert pins.items() <= more.items()
    for wanted in map(Requirement, project()["dependency-groups"]["dev"]):
        assert more[wanted.name.lower()] in wanted.specifier


def test_every_package_stands_in_the_readme_with_its_reason() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    table = text.split("| package | licence | why |", 1)[1].split("\n\n", 1)[0].lower()
    named = " ".join(line.split("|")[1] for line in table.splitlines()[1:] if line.startswith("|"))
    wanted = [Requirement(one).name.lower() for one in project()["project"]["dependencies"]]
    assert [name for name in wanted if name not in re.split(r"[\s,]+", named)] == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_every_package_has_its_hashes(name: str) -> None:
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    for block in re.split(r"\n(?=\S)", text.strip()):
        assert "--hash=sha256:" in block, block[:80]
    assert "://" not in text


@pytest.mark.skipif(os.name == "nt", reason="a Unix shell")
@pytest.mark.parametrize("script", SHELL, ids=lambda p: p.name)
def test_the_scripts_parse(script: Path) -> None:
    subprocess.run(["sh", "-n", script], check=True)


def test_ci_calls_the_readmes_test_command() -> None:
    command = (ROOT / ".ci" / "run").read_text(encoding="utf-8").strip().splitlines()[-1]
    assert command == "exec ./packaging/test --yes"  # nobody sits there to be asked
    assert "./packaging/test" in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="there is always a display")
def test_without_a_display_it_says_so_and_helps() -> None:
    environment = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
    for display in ({}, {"DISPLAY": ":987"}):
        done = subprocess.run(
            [sys.executable, "-P", "-m", "reader"],
            env=environment | display,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 1
        assert "no display" in done.stderr
        assert "compare" in done.stderr


def test_an_unknown_purpose_is_wrong_use(bootstrap: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.main(["fly"]) == 2
    assert "run|test" in capsys.readouterr().err


def test_who_may_not_install_is_told_the_one_line(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 1000, raising=False)
    bootstrap.install("libgl1", "libegl1")
    said = capsys.readouterr().err
    assert "sudo apt-get install --no-install-recommends libgl1 libegl1" in said


def test_what_is_ready_is_not_made_again(
    bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "VENV", tmp_path)
    (tmp_path / "ready-run").write_bytes(bootstrap.LOCKS["run"].read_bytes())
    (tmp_path / "place").write_text(f"{bootstrap.ROOT}\n", encoding="utf-8")
    monkeypatch.setattr(bootstrap, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(bootstrap, "make_environment", lambda agreed: pytest.fail("it was made again"))
    bootstrap.make_ready("run")


@pytest.fixture
def environment(bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A virtual environment without packages, as one that was set up and then moved here from elsewhere."""
    place = tmp_path / "moved here"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", place], check=True)
    monkeypatch.setattr(bootstrap, "VENV", place)
    monkeypatch.setattr(bootstrap, "BIN", place / "bin")
    monkeypatch.setattr(bootstrap, "PYTHON", place / "bin" / "python")
    (place / "ready-run").write_bytes(bootstrap.LOCKS["run"].read_bytes())
    (place / "place").write_text("/where/it/lay/before\n", encoding="utf-8")
    return place


@pytest.mark.skipif(os.name == "nt", reason="scripts of Windows are programs")
def test_a_folder_that_was_moved_heals_itself(bootstrap: ModuleType, environment: Path) -> None:
    script = environment / "bin" / "tool"
    script.write_text("#!/where/it/lay/before/.venv/bin/python3.11\nprint('works')\n", encoding="utf-8")
    script.chmod(0o755)
    bootstrap.make_ready("run")
    assert script.read_text(encoding="utf-8").startswith(f"#!{environment}/bin/python\n")
    assert (environment / "place").read_text(encoding="utf-8") == f"{ROOT}\n"
    code = "import reader; print(reader.__file__)"
    found = subprocess.run(
        [environment / "bin" / "python", "-c", code], cwd="/", capture_output=True, text=True, check=True
    ).stdout
    assert Path(found.strip()) == ROOT / "reader" / "__init__.py"


@pytest.mark.skipif(os.name == "nt", reason="Windows copies Python")
def test_a_python_that_went_away_is_noticed(bootstrap: ModuleType, environment: Path) -> None:
    assert bootstrap.is_sound()
    (environment / "bin" / "python").unlink()
    (environment / "bin" / "python").symlink_to("/no/such/python")
    assert not bootstrap.is_sound()


def test_a_folder_of_other_things_is_never_emptied(
    bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    monkeypatch.setattr(bootstrap, "VENV", tmp_path)
    monkeypatch.setattr(bootstrap, "PYTHON", tmp_path / "bin" / "python")
    assert not bootstrap.prepare("run")
    assert "holds other things" in capsys.readouterr().err
    assert (tmp_path / "thesis.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("WARNING: Retrying: NewConnectionError: Temporary failure in name resolution", "No network"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "DO NOT MATCH THE HASHES. All that was said is in"),
    ],
)
def test_what_pip_says_becomes_one_line(
    bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, told: str
) -> None:
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / "venv")
    command = [sys.executable, "-c", "import sys; print(sys.argv[1]); sys.exit(1)", said]
    with pytest.raises(bootstrap.SetupError, match=told) as caught:
        bootstrap._logged(command, "Fetching packages", 3)
    assert "\n" not in str(caught.value)
    assert said in (tmp_path / "venv" / "setup.log").read_text(encoding="utf-8")


class _Terminal:
    def __init__(self, answer: str) -> None:
        self.answer = answer

    def isatty(self) -> bool:
        return True

    def readline(self) -> str:
        return f"{self.answer}\n"

    def write(self, text: str) -> None: ...

    def flush(self) -> None: ...


@pytest.mark.parametrize(("answer", "agrees"), [("", True), ("y", True), ("n", False), ("what?", False)])
def test_a_person_is_asked_before_the_system_is_changed(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, answer: str, agrees: bool
) -> None:
    monkeypatch.setattr(bootstrap.sys, "stdin", _Terminal(answer))
    monkeypatch.setattr(bootstrap.sys, "stderr", _Terminal(""))
    assert bootstrap._agrees(["libgl1"]) is agrees
