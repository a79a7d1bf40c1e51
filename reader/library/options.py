"""What a person may choose about keeping the library safe."""

from reader.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class BackupOptions:
    """`daily`: whether a backup is made on every day on which the library is opened; of how many `days` they are kept.

    `folder`: where a copy of each goes besides, as a disk of its own; "" for nowhere.
    """

    daily: bool = True
    days: int = 7
    folder: str = ""
