"""Samples spoilt in ways that files are spoilt: bytes flipped, cut out, doubled, exchanged."""

import random
from pathlib import Path

from tests.samples.make import ARTICLES

FOLDER = Path(__file__).parent.parent / "samples"


def mutated(name: str, seed: int) -> bytes:
    """The sample with some of its bytes spoilt, the same for one seed."""
    chance = random.Random(f"{name} {seed}")  # noqa: S311 - spoiling, not hiding
    data = bytearray((FOLDER / name).read_bytes())
    for _ in range(chance.choice((1, 3, 10, 100))):
        at = chance.randrange(len(data) or 1)
        length = chance.randrange(1, max(2, len(data) // 4))
        match chance.randrange(5):
            case 0:
                data[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del data[at : at + length]
            case 2:
                data[at:at] = data[at : at + length]
            case 3:
                data[at : at + 8] = chance.randbytes(8)
            case _:
                data[at : at + 4] = chance.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"<<<<", b"\x7f\xff\xff\xff"))
        data = data[:200_000]
    return bytes(data)


def all_mutations(count: int) -> list[tuple[str, int]]:
    """So many, spread over the samples."""
    names = sorted(ARTICLES)
    return [(names[n % len(names)], n // len(names)) for n in range(count)]
