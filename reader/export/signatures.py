"""Signatures of packs (PAdES), made with the reader's own certificate and read again; pyHanko is an extra.

A signature is the last thing done to a pack: it covers every byte there is. It is invisible, and it leaves the pack
accessible (PDF/UA-1) and fit for archives (PDF/A-3a), which takes three things that pyHanko does not do by itself.
"""

import io
import json
import sys
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.dataclass import dataclass
from reader.errors import ExportError, UsageError
from reader.export import files
from reader.export.packs import opened_apart
from reader.export.pdf_reader import bound
from reader.i18n import _

if TYPE_CHECKING:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.validation import PdfSignatureStatus

FIELD = "Signature"
_SECONDS = 60
_SHOWN = 16


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature of a file: whether it is sound and covers all of it, and that in words."""

    holds: bool
    words: str


def check_installed() -> None:
    """Raise where the extra is missing."""
    if find_spec("pyhanko") is None:
        raise UsageError(
            _("Signatures need a package that is not installed."),
            _("Install it: .venv/bin/python -m pip install pyhanko==0.38.0"),
        )


def sign(
    pack: Path, out: Path, certificate: Path, passphrase: str, time_stamp: str = "", replace: bool = False
) -> None:
    """Write the pack, signed with the key and the certificate in a PKCS #12 file.

    `time_stamp`: the address of a service that states the time; it is asked over the network. Raises ExportError.
    """
    check_installed()
    from pyhanko.sign import signers

    files.check(out, replace)
    try:
        content = pack.read_bytes()
        signer = signers.SimpleSigner.load_pkcs12(str(certificate), passphrase=passphrase.encode() or None)
    except (OSError, ValueError) as failure:
        reason = getattr(failure, "strerror", None) or str(failure)
        raise ExportError(_("{path} cannot be read: {reason}.").format(path=pack, reason=reason)) from failure
    if signer is None:
        raise ExportError(
            _("{path} cannot be opened as a certificate with its key.").format(path=certificate),
            _("Name a PKCS #12 file (.p12, .pfx), and give its passphrase."),
        )
    files.put(out, _signed(pack, content, signer, time_stamp), replace)


def _signed(pack: Path, content: bytes, signer: Any, time_stamp: str) -> bytes:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign import PdfSignatureMetadata, fields, signers, timestamps

    try:
        # Typst ends without a line end, after which "1 0 obj" would not stand at the beginning of a line.
        writer = IncrementalPdfFileWriter(io.BytesIO(content + b"\n"))
        # It would write the metadata in a form that PDF/A does not allow; there is no other way to keep it from that.
        writer._update_meta = lambda: None  # type: ignore[method-assign]  # noqa: SLF001
        spec = fields.SigFieldSpec(FIELD, on_page=0, box=(0, 0, 0, 0), readable_field_name=_("Signature of this pack"))
        fields.append_signature_field(writer, spec)
        _tag(writer)
        stamper = timestamps.HTTPTimeStamper(time_stamp) if time_stamp else None
        told = PdfSignatureMetadata(
            field_name=FIELD, md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES, name=None
        )
        made = signers.sign_pdf(writer, told, signer, timestamper=stamper, existing_fields_only=True)
    except (PdfError, ValueError, OSError, LookupError, timestamps.TimestampRequestError) as failure:
        raise ExportError(_("{path} could not be signed: {reason}.").format(path=pack, reason=failure)) from failure
    return bytes(made.getvalue())


def _tag(writer: "IncrementalPdfFileWriter") -> None:
    """Give the field its place in the tree of tags: without it PDF/UA does not hold any more."""
    from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, NumberObject

    tree = writer.root["/StructTreeRoot"]
    whole, number = tree.raw_get("/K"), int(tree["/ParentTreeNextKey"])
    document = whole[0] if isinstance(whole, ArrayObject) else whole
    page = writer.find_page_for_modification(0)[0]
    widget = writer.root["/AcroForm"]["/Fields"].raw_get(0)
    part = DictionaryObject({
        NameObject("/Type"): NameObject("/StructElem"),
        NameObject("/S"): NameObject("/Form"),
        NameObject("/P"): document,
        NameObject("/Pg"): page,
        NameObject("/K"): DictionaryObject({
            NameObject("/Type"): NameObject("/OBJR"), NameObject("/Obj"): widget, NameObject("/Pg"): page,
        }),
    })  # fmt: skip
    place: IndirectObject = writer.add_object(part)
    above = document.get_object()
    held = above.get("/K")
    inside = held if isinstance(held, ArrayObject) else ArrayObject([above.raw_get("/K")] if held is not None else [])
    inside.append(place)
    above["/K"] = inside
    writer.update_container(above)
    widget.get_object()["/StructParent"] = NumberObject(number)
    writer.update_container(widget.get_object())
    parents = tree["/ParentTree"]["/Nums"]
    parents.extend([NumberObject(number), place])
    writer.update_container(parents)
    tree["/ParentTreeNextKey"] = NumberObject(number + 1)
    writer.update_container(tree)


def signatures(pack: Path, trusted: list[Path]) -> list[Signature]:
    """What there is to say of each signature of a file; raises ExportError where the extra is missing.

    It is read in a process of its own. `trusted`: certificates that are vouched for; where any is given, each signature
    has to lead to one.
    """
    if find_spec("pyhanko") is None:
        raise ExportError(
            _("Reading signatures needs a package that is not installed."),
            _("Install it: .venv/bin/python -m pip install pyhanko==0.38.0"),
        )
    arguments = [str(path.absolute()) for path in trusted]
    return [Signature(**one) for one in json.loads(opened_apart(pack, "--signatures", _SECONDS, *arguments))]


def main(path: Path, trusted: list[Path]) -> int:
    """The child process that reads signatures: writes them as JSON; 0, or 3 where the file cannot be read."""
    bound(_SECONDS)
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.errors import ValidationInfoReadingError
    from pyhanko_certvalidator import ValidationContext

    try:
        roots = _certificates(trusted)
        with path.open("rb") as file:
            context = ValidationContext(trust_roots=roots, allow_fetching=False)
            found = [
                _worded(validate_pdf_signature(one, context), bool(roots))
                for one in PdfFileReader(file, strict=False).embedded_signatures
            ]
    except (PdfError, ValidationInfoReadingError, OSError, ValueError, LookupError, TypeError, RecursionError):
        return 3
    sys.stdout.buffer.write(json.dumps([asdict(one) for one in found]).encode())
    return 0


def _certificates(paths: list[Path]) -> list[Any]:
    from pyhanko.keys import load_certs_from_pemder

    return list(load_certs_from_pemder([str(path) for path in paths]))


def _worded(status: "PdfSignatureStatus", asked: bool) -> Signature:
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    holder = status.signing_cert.subject.human_friendly
    about = {"name": holder, "sum": status.signing_cert.sha256.hex()[:_SHOWN]}
    if not (status.intact and status.valid):
        return Signature(False, _("The signature of {name} is broken: the file was changed after it.").format(**about))
    if status.coverage is not SignatureCoverageLevel.ENTIRE_FILE:
        return Signature(False, _("Something was added to the file after {name} had signed it.").format(**about))
    words = [_("Signed by {name} (certificate {sum}…), and nothing was changed since.").format(**about)]
    stamp = status.timestamp_validity
    if stamp is not None and stamp.intact and stamp.valid:
        words.append(_("A service stated the time: {time}.").format(time=stamp.timestamp.isoformat(timespec="seconds")))
    elif status.signer_reported_dt is not None:
        moment = status.signer_reported_dt.isoformat(timespec="seconds")
        words.append(_("The signer’s own clock said {time}.").format(time=moment))
    if status.trusted:
        words.append(_("The certificate leads to one that you trust."))
    elif asked:
        words.append(_("The certificate does not lead to any that you named."))
    else:
        words.append(_("Whether the certificate is theirs was not checked: name one that you trust with --trust."))
    return Signature(status.trusted or not asked, " ".join(words))
