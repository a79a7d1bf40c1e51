"""What a screen reader is told through AT-SPI, listened to from outside; run by `spoken`, with the system's Python."""

import subprocess
import sys
import time

import pyatspi  # type: ignore[import-not-found]  # Debian's, beside the system's Python

PATIENCE = 60
MOST_STOPS, STEP = 60, 0.3
BUTTONS = {"push button", "toggle button", "check box"}
"""What is pressed: a screen reader may say no state of it, so that its name must."""


def found(name: str):  # type: ignore[no-untyped-def]
    """The program of this name on the accessibility bus."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        for program in pyatspi.Registry.getDesktop(0):
            if program is not None and program.name == name and program.childCount:
                return program
        time.sleep(0.2)
    sys.exit(f"{name} never came to the bus")


def walk(one, depth=0):  # type: ignore[no-untyped-def]
    """Everything on screen under one object."""
    if depth > 40 or one is None:
        return
    yield one
    states = one.getState()
    if states.contains(pyatspi.STATE_MANAGES_DESCENDANTS):  # tables and trees: thousands of cells
        return
    for i in range(one.childCount):
        yield from walk(one.getChildAtIndex(i), depth + 1)


def report(program) -> None:  # type: ignore[no-untyped-def]
    """Print texts, what takes the keyboard without a name, and what is on or off: its name is to say which."""
    every = list(walk(program))
    print(f"objects: {len(every)}")
    for one in every:
        states = one.getState()
        shown = states.contains(pyatspi.STATE_SHOWING)
        if shown and states.contains(pyatspi.STATE_FOCUSABLE) and not one.name:
            print(f"nameless: {one.getRoleName()} in {one.parent.name if one.parent else ''}")
        if shown and states.contains(pyatspi.STATE_CHECKABLE) and one.getRoleName() in BUTTONS:
            print(f"turned on and off: {one.name} ({'on' if states.contains(pyatspi.STATE_CHECKED) else 'off'})")
        if shown and one.getRoleName() == "text" and one.name.endswith("article"):
            text = one.queryText()
            kind = "to be edited" if states.contains(pyatspi.STATE_EDITABLE) else "read only"
            print(f"pane: {one.name}: {text.characterCount} letters, {kind}")
        if shown and one.getRoleName() in {"table", "tree", "tree table"}:
            print(f"{one.getRoleName()}: {one.name}")


def focused(one, depth=0):  # type: ignore[no-untyped-def]
    """What under one object has the keyboard."""
    if depth > 40 or one is None:
        return None
    states = one.getState()
    if states.contains(pyatspi.STATE_FOCUSED) and one.getRoleName() not in {"frame", "window"}:
        return one
    if states.contains(pyatspi.STATE_MANAGES_DESCENDANTS):
        return None
    return next((at for i in range(one.childCount) if (at := focused(one.getChildAtIndex(i), depth + 1))), None)


def tabbed(program) -> None:  # type: ignore[no-untyped-def]
    """Press Tab until it comes round, and print where the keyboard stands: role, name, what is said besides."""
    seen: list[object] = []
    for _press in range(MOST_STOPS):
        subprocess.run(["xdotool", "key", "Tab"], check=True)
        time.sleep(STEP)
        here = focused(program)
        at = here.queryComponent().getExtents(pyatspi.DESKTOP_COORDS) if here is not None else None
        told = (
            (here.getRoleName(), here.name, (here.description or "").partition("\n")[0], at.x, at.y) if here else None
        )
        if told is not None and told in seen:
            break
        seen.append(told)
        print("Tab:", *(told or ("nobody has the keyboard",)), sep=" | ")
        if told is not None and (told[0] == "filler" or not told[1] or "<" in told[2]):
            print("to mend: a stop without a role, a name, or with markup in what is said")


def main() -> None:
    """Say what is there and where Tab goes, then what is announced."""
    program = found(sys.argv[1])
    time.sleep(float(sys.argv[2]))
    report(program)
    tabbed(program)
    sys.stdout.flush()

    def announced(event) -> None:  # type: ignore[no-untyped-def]
        print(f"announced: {event.any_data}")
        sys.stdout.flush()
        pyatspi.Registry.stop()

    pyatspi.Registry.registerEventListener(announced, "object:announcement")
    print("listening")
    sys.stdout.flush()
    pyatspi.Registry.start()


if __name__ == "__main__":
    main()
