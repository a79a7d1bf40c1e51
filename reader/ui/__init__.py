"""The face: shows what the workspace holds and hands every wish to it; the only home of Qt, with `reader.app`."""
