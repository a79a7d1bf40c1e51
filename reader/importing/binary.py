"""What files that are no text begin with, so that a refusal can say what they are."""

from reader.i18n import _

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def ole_kind(data: bytes) -> str:
    """Which of the programs that use this container wrote a file, in words; a stream named for it says so."""
    kinds = (
        ("WordDocument", _("an old Word document (.doc)")),
        ("Workbook", _("an old spreadsheet (.xls)")),
        ("Book", _("an old spreadsheet (.xls)")),
        ("PowerPoint Document", _("an old presentation (.ppt)")),
        ("__properties_version1.0", _("a message of Outlook")),
    )
    known = (words for stream, words in kinds if stream.encode("utf-16-le") in data)
    return next(known, _("an old office document (.doc, .xls, .ppt)"))


def is_locked(data: bytes) -> bool:
    """Whether a file is an office document that opens with a password only: it lies locked in this container."""
    return data.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in data


def kind_of(data: bytes) -> str:
    """What a file that begins like this is, in words; the empty string for what may be text."""
    if data.startswith(_OLE):
        return ole_kind(data)
    kinds = (
        (_("a PDF"), (b"%PDF-",)),
        (
            _("a picture"),
            (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"\0\0\1\0"),
        ),
        (_("a program"), (b"\x7fELF", b"MZ\x90\0", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"\0asm")),
        (_("an archive or an office document"), (b"PK\x03\x04", b"PK\x05\x06")),
        (
            _("an archive"),
            (b"\x1f\x8b", b"BZh9", b"\xfd7zXZ\0", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\x28\xb5\x2f\xfd"),
        ),
        (_("a sound or a video"), (b"ID3", b"OggS", b"fLaC", b"\x1aE\xdf\xa3")),
        (_("a database"), (b"SQLite format 3\0",)),
        (_("an RTF document"), (b"{\\rtf",)),
    )
    for words, signatures in kinds:
        if data.startswith(signatures):
            return words
    if data[4:8] == b"ftyp" or (data.startswith(b"RIFF") and data[8:12] in (b"WEBP", b"WAVE", b"AVI ")):
        return _("a picture, a sound or a video")
    return _("an archive") if data[257:262] == b"ustar" else ""
