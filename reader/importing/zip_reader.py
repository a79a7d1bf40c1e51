"""Zip archives read in memory and within limits: no name in them is ever the name of a file on the disk."""

import io
import zipfile
from collections.abc import Iterator

from reader.importing import limits, refusals

_SMALL = 1024 * 1024  # a little text may be packed to nothing; no bomb is that small


class ZipReader:
    """An open archive, and how much of it may still be unpacked."""

    def __init__(self, data: bytes, name: str, kind: str) -> None:
        self._name, self._kind = name, kind
        self._left = limits.UNPACKED
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeError):
            raise refusals.damaged(name, kind) from None

    def __contains__(self, member: str) -> bool:
        return member in self._archive.NameToInfo

    @property
    def spent(self) -> bool:
        """Whether as much has been unpacked as may be."""
        return self._left < 0

    def members(self) -> Iterator[zipfile.ZipInfo]:
        """What is in it, without folders and what systems hide in archives."""
        for info in self._archive.infolist():
            parts = info.filename.replace("\\", "/").split("/")
            if not info.is_dir() and not any((p.startswith(".") and p.strip(".")) or p == "__MACOSX" for p in parts):
                yield info

    def read(self, member: zipfile.ZipInfo | str, name: str = "") -> bytes:
        """The bytes of a member; `ImportFailure`, of `name`, where they are locked, damaged, absent or too many."""
        name = name or self._name
        try:
            info = self._archive.getinfo(member) if isinstance(member, str) else member
            if info.flag_bits & 1:
                raise refusals.encrypted(name)
            if info.file_size > max(_SMALL, limits.RATIO * info.compress_size):
                raise refusals.too_much(name)
            with self._archive.open(info) as file:
                data = file.read(min(self._left, limits.ROOM) + 1)
        except (zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError, NotImplementedError, RuntimeError):
            raise refusals.damaged(name, self._kind) from None
        except Exception as error:  # what the unpackers raise is of no one kind: zlib.error, LZMAError
            if type(error).__module__ in ("zlib", "_lzma", "lzma"):
                raise refusals.damaged(name, self._kind) from None
            raise
        self._left -= len(data)
        if self._left < 0 or len(data) > limits.ROOM:
            raise refusals.too_much(name)
        return data
