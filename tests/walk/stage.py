"""A screen of its own with a window manager, and a hand at its keyboard: Xvfb, openbox, xdotool and scrot."""

import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Self

TOOLS = ("Xvfb", "openbox", "xdotool", "scrot")
"""What Debian calls xvfb, openbox, xdotool and scrot."""

PATIENCE = 60.0
"""Seconds after which something must be wrong."""
_LOOK = 0.15  # seconds between two looks


class Stage:
    """Runs one program on a screen of its own; everything that was started ends with the block."""

    def __init__(self, command: Sequence[str], size: str, environment: dict[str, str], log: IO[str]) -> None:
        """`size` is that of the screen in pixels, "1280x720"; what the program says goes to `log`."""
        self._command, self._size, self._log = command, size, log
        self._environment = os.environ | {"QT_QPA_PLATFORM": "xcb"} | environment
        self._started: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        reading, writing = os.pipe()
        screen = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{self._size}x24", "-nolisten", "tcp"]
        self._start(screen, pass_fds=[writing])
        os.close(writing)
        with os.fdopen(reading, "rb") as told:
            self._environment["DISPLAY"] = f":{told.readline().decode().strip()}"
        self._start(["openbox", "--sm-disable"])
        self.until(lambda: self._ask("xprop", "-root", "_NET_SUPPORTING_WM_CHECK").count("#") > 0, "a window manager")
        self.program = self._start(list(self._command))
        self.window("Parallax")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in reversed(self._started):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()

    # Acting

    def key(self, *chords: str) -> None:
        """Press keys, in xdotool's names: "ctrl+shift+p"."""
        for chord in chords:
            self._ask("xdotool", "key", chord)

    def write(self, text: str) -> None:
        """Type."""
        self._ask("xdotool", "type", "--delay", "12", text)

    def command(self, name: str) -> None:
        """Run a command of the window by its name, as a person does who knows no key for it."""
        self.key("ctrl+shift+p")
        self.settle()
        self.write(name)
        self.settle()
        self.key("Return")
        self.settle()

    def window(self, title: str) -> None:
        """Wait for a window whose title holds this, and give it the keyboard."""
        self.until(lambda: bool(self._windows(title)), f"a window called {title}")
        self._ask("xdotool", "windowactivate", "--sync", self._windows(title)[-1])

    def fill(self, title: str) -> None:
        """Let the window of that title fill the screen, without a frame."""
        window = self._windows(title)[-1]
        width, height = self._size.split("x")
        self._ask(
            "xdotool", "windowsize", "--sync", window, width, str(int(height) - 24), "windowmove", window, "0", "0"
        )

    # Seeing

    def settle(self) -> None:
        """Wait until nothing on the screen moves any more; a blinking cursor is off in this program's fields."""
        before = b""
        end = time.monotonic() + PATIENCE / 10
        while time.monotonic() < end:
            time.sleep(_LOOK)
            now = self._picture()
            if now == before:
                return
            before = now

    def shot(self, path: Path) -> None:
        """Keep a picture of the screen once it is still."""
        self.settle()
        path.write_bytes(self._picture())

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait for something; TimeoutError names it, and a program that died is not waited for."""
        end = time.monotonic() + PATIENCE
        while not holds():
            died = next((p for p in self._started if p.poll() is not None), None)
            if died is not None or time.monotonic() > end:
                raise TimeoutError(f"waited for {what}" + (f"; {died.args} ended" if died else ""))
            time.sleep(_LOOK)

    def title(self) -> str:
        """Of the window that has the keyboard."""
        return self._ask("xdotool", "getactivewindow", "getwindowname").strip()

    def _picture(self) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "screen.png"
            self._ask("scrot", "-o", str(path))
            return path.read_bytes()

    def _windows(self, title: str) -> list[str]:
        return self._ask("xdotool", "search", "--onlyvisible", "--name", title).split()

    def _ask(self, *command: str) -> str:
        done = subprocess.run(
            command, env=self._environment, capture_output=True, text=True, check=False, timeout=PATIENCE
        )
        return done.stdout

    def _start(self, command: list[str], **options: object) -> subprocess.Popen[bytes]:
        errors = self._log if command == list(self._command) else subprocess.DEVNULL
        process = subprocess.Popen(command, env=self._environment, stderr=errors, **options)  # type: ignore[call-overload]
        self._started.append(process)
        return process
