"""`parallax verify`: articles, pages and signatures that are what they were told from those that are not."""

import io
import json
import re
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import page
import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from pypdf import PdfReader, PdfWriter

from reader import cli
from reader.errors import ExportError
from reader.export import packs
from reader.export.pdf import TypesettingError
from reader.paths import Paths

FIRST = "Harbour fire at Port Selm\n\nTwelve people were killed when a depot caught fire on Tuesday, police said.\n"
SECOND = "Port Selm depot burns\n\nA depot caught fire on Tuesday and 19 people were killed, the ministry said.\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARALLAX_HOME", str(tmp_path / "home"))


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A folder of articles that were compared, and the pack."""
    folder = tmp_path_factory.mktemp("articles")
    for name, text in (("gazette", FIRST), ("herald", SECOND)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    out = folder / "pack.pdf"
    assert cli.main(["compare", *(str(folder / f"{n}.txt") for n in ("gazette", "herald")), "--pdf", str(out)]) == 0
    return folder, out.read_bytes()


@pytest.fixture
def pack(content: tuple[Path, bytes], tmp_path: Path) -> Path:
    (tmp_path / "pack.pdf").write_bytes(content[1])
    return tmp_path / "pack.pdf"


def said(capsys: pytest.CaptureFixture[str], *arguments: Path) -> tuple[int, list[str]]:
    capsys.readouterr()
    status = cli.main(["verify", *map(str, arguments)])
    return status, capsys.readouterr().out.splitlines()


def test_articles_where_they_were(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, lines = said(capsys, pack)
    assert status == 0
    assert [line[:11] for line in lines] == ["= A gazette", "= B herald:", "2 of 2 arti", "= The pages", "It is not s"]


def test_a_renamed_copy_a_changed_and_a_missing_one(
    pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "copies"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "other name.txt").write_text(FIRST, encoding="utf-8")
    status, lines = said(capsys, pack, folder)
    assert status == 1
    assert lines[0].startswith("= A gazette: the same, ")
    assert lines[1:3] == ["? B herald: not found", "1 of 2 articles still match the pack."]
    (folder / "herald.txt").write_text(SECOND.replace("19", "18"), encoding="utf-8")
    status, lines = said(capsys, pack, folder)
    assert status == 1
    assert lines[1].startswith("≠ B herald: the file has changed, ")
    assert "SHA-256 of the text was " in lines[1]


def test_line_ends_and_encoding_are_no_change(pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in (("gazette", FIRST), ("herald", SECOND)):
        (tmp_path / f"{name}.txt").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert said(capsys, pack, tmp_path / "gazette.txt", tmp_path / "herald.txt")[0] == 0


def test_a_file_that_cannot_be_read_is_named(pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["verify", str(pack), str(tmp_path / "gone.txt")]) == 1
    told = capsys.readouterr()
    assert "gone.txt" in told.err
    assert "0 of 2 articles" in told.out


@pytest.fixture
def own(tmp_path: Path) -> tuple[Path, list[Path]]:
    """A pack of two articles of its own, which a test may change, in the library as well."""
    files = [tmp_path / "gazette.txt", tmp_path / "herald.txt"]
    for file, text in zip(files, (FIRST, SECOND), strict=True):
        file.write_text(text, encoding="utf-8")
    out = tmp_path / "own.pdf"
    assert cli.main(["import", *map(str, files)]) == 0
    assert cli.main(["compare", *map(str, files), "--pdf", str(out)]) == 0
    return out, files


def test_a_file_that_changed_is_never_called_the_same(
    own: tuple[Path, list[Path]], capsys: pytest.CaptureFixture[str]
) -> None:
    pack, (first, second) = own
    first.write_text(FIRST.replace("Twelve", "Eleven"), encoding="utf-8")
    second.unlink()
    status, lines = said(capsys, pack)
    assert status == 1
    assert lines[0].startswith(f"≠ A gazette: the file has changed, {first} ")
    assert lines[0].endswith("(the library’s copy is the same)")
    assert lines[1] == f"= B herald: the file is gone, {second} (the library’s copy is the same)"
    assert lines[2] == "1 of 2 articles still match the pack."


def test_a_file_of_which_nothing_can_be_read(own: tuple[Path, list[Path]], capsys: pytest.CaptureFixture[str]) -> None:
    pack, (first, _second) = own
    first.write_bytes(b"")
    status, lines = said(capsys, pack)
    assert status == 1
    assert lines[0].startswith("≠ A gazette: nothing can be read of the file")


def test_a_damaged_copy_in_the_library_is_told(
    own: tuple[Path, list[Path]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack, (first, _second) = own
    with sqlite3.connect(Paths.default().library) as connection:
        connection.execute("UPDATE body SET text = CAST(replace(CAST(text AS TEXT), 'Twelve', 'Eleven') AS BLOB)")
    connection.close()
    first.unlink()
    status, lines = said(capsys, pack)
    assert status == 1
    assert lines[0] == f"? A gazette: the file is gone, {first} (the library’s copy is damaged)"


# Pages


def changed(pack: Path, change: Callable[[pikepdf.Pdf], None]) -> Path:
    """A copy of the pack to which something was done."""
    out = pack.with_name(f"changed-{pack.name}")
    with pikepdf.open(pack) as file:
        change(file)
        file.save(out)
    return out


def repaint(file: pikepdf.Pdf) -> None:
    """Another figure in the stream that paints a page: the glyphs of one word in place of those of another."""
    page = file.pages[0]
    page.contents_add(b"q 1 0 0 rg 100 300 200 40 re f Q")


def cover(file: pikepdf.Pdf) -> None:
    file.pages[-1].contents_add(b"q 1 1 1 rg 0 0 850 600 re f Q")


def drop_page(file: pikepdf.Pdf) -> None:
    del file.pages[-1]


def swap_pages(file: pikepdf.Pdf) -> None:
    file.pages.reverse()


def add_text(file: pikepdf.Pdf) -> None:
    font = file.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    )
    page = file.pages[0]
    page.add_resource(font, pikepdf.Name.Font, pikepdf.Name.Added)
    page.contents_add(b"q BT /Added 9 Tf 300 20 Td (19,000 were killed) Tj ET Q")


def stamp(file: pikepdf.Pdf) -> None:
    """A free text laid over the page, as a reader of PDFs adds one."""
    look = pikepdf.Stream(file, b"0 0 1 rg 0 0 80 20 re f")
    look.update(pikepdf.Dictionary(Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 80, 20]))
    file.pages[0].Annots = pikepdf.Array([
        file.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Rect=[200, 300, 280, 320], F=4,
                AP=pikepdf.Dictionary(N=file.make_indirect(look)),
            )
        )
    ])  # fmt: skip


def turn(file: pikepdf.Pdf) -> None:
    file.pages[0].rotate(180, relative=True)


def other_comparison(file: pikepdf.Pdf) -> None:
    attach(file, "comparison.json", lambda text: text.replace("conflict", "agree"))


def other_data(file: pikepdf.Pdf) -> None:
    attach(file, "data.json", lambda text: text.replace("Twelve", "Eleven"))


def other_number(file: pikepdf.Pdf) -> None:
    """What nobody sees on a page."""
    attach(file, "data.json", lambda text: text.replace('"timestamp": 1', '"timestamp": 2'))


def no_data(file: pikepdf.Pdf) -> None:
    attach(file, "data.json", lambda _text: "{}")


def one_more(file: pikepdf.Pdf) -> None:
    file.attachments["note.txt"] = pikepdf.AttachedFileSpec(file, b"Look here.", filename="note.txt")


def attach(file: pikepdf.Pdf, name: str, change: Callable[[str], str]) -> None:
    text = file.attachments[name].get_file().read_bytes().decode()
    assert change(text) != text
    file.attachments[name] = pikepdf.AttachedFileSpec(file, change(text).encode(), filename=name)


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (repaint, "≠ Page 1 looks different, though its text is the same."),
        (cover, "looks different"),
        (drop_page, "≠ The pack has "),
        (swap_pages, "≠ Page 1 "),
        (add_text, "≠ Page 1 has “19,000 were killed”, which the attached data does not."),
        (stamp, "≠ Page 1 looks different"),
        (turn, "≠ Page 1 "),
        (other_comparison, "≠ What is attached is not what the pages were set from."),
        (other_data, "where the attached data has “Eleven”"),
        (other_number, "≠ What is attached is not what the pages were set from."),
        (no_data, "≠ What the pages were set from cannot be read: it was changed."),
        (one_more, "≠ “note.txt” is attached, which no pack has."),
    ],
)
def test_a_pack_that_was_changed_is_told(
    pack: Path, change: Callable[[pikepdf.Pdf], None], line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, lines = said(capsys, changed(pack, change))
    assert status == 1
    assert line in "\n".join(lines)
    assert "The pages are not those that the attached data gives: the pack was changed after it was made." in lines


def test_a_pack_that_was_only_saved_anew_holds(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, changed(pack, lambda _file: None))[0] == 0


def test_what_was_not_checked_is_said(
    pack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status, lines = said(capsys, Path("--texts-only"), pack)
    assert status == 0
    assert lines[-1] == "Its pages and its signature were not looked at."
    older = changed(pack, lambda file: file.attachments.__delitem__("data.json"))
    status, lines = said(capsys, older)
    assert status == 1
    assert lines[3].startswith("? The pages were not checked: An older Parallax made the pack")
    other = changed(
        changed(pack, cover),
        lambda file: attach(file, "data.json", lambda t: re.sub('"setter": "[0-9a-f]+"', '"setter": "other"', t)),
    )
    status, lines = said(capsys, other)
    assert status == 1
    assert "set by another version of Parallax" in "\n".join(lines)


def test_data_of_a_version_whose_words_are_others_is_no_change(
    pack: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking(data: bytes, whole: bytes, progress: object) -> None:
        raise TypesettingError("the dictionary lacks a key", setter)

    monkeypatch.setattr("reader.export.packs.typeset", lacking)
    setter = "the templates of today"
    status, lines = said(capsys, pack)
    assert status == 1
    assert "set by another version of Parallax" in "\n".join(lines)
    setter = json.loads(PdfReader(pack).attachments["data.json"][0])["setter"]
    status, lines = said(capsys, pack)
    assert status == 1
    assert "no pages can be set: it was changed" in "\n".join(lines)


# Signatures


@pytest.fixture(scope="module")
def identity(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Somebody's key with a certificate, as PKCS #12 under the passphrase "fir", and the certificate alone."""
    folder = tmp_path_factory.mktemp("identity")
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Ada Berg")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.KeyUsage(True, True, False, False, False, False, False, False, False), critical=True)
        .sign(key, hashes.SHA256())
    )
    locked = serialization.BestAvailableEncryption(b"fir")
    (folder / "ada.p12").write_bytes(pkcs12.serialize_key_and_certificates(b"ada", key, certificate, None, locked))
    (folder / "ada.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return folder / "ada.p12", folder / "ada.pem"


@pytest.fixture
def signed(pack: Path, identity: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PARALLAX_PASSPHRASE", "fir")
    assert cli.main(["sign", str(pack), "--certificate", str(identity[0])]) == 0
    return pack.with_name("pack-signed.pdf")


def test_a_signed_pack_holds_and_names_its_signer(
    signed: Path, identity: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    status, lines = said(capsys, signed)
    assert status == 0
    assert "Ada Berg" in lines[-1]
    assert "was not checked" in lines[-1]
    status, lines = said(capsys, signed, Path("--trust"), identity[1])
    assert status == 0
    assert lines[-1].endswith("The certificate leads to one that you trust.")


@pytest.mark.parametrize("profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A])
def test_a_signed_pack_stays_accessible_and_fit_for_archives(signed: Path, profile: page.ValidationProfile) -> None:
    assert [one.rule_id for one in page.validate_pdf(signed, profile=profile).failures] == []


def test_what_was_done_after_signing_is_told(
    signed: Path, identity: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = signed.read_bytes()
    at = content.index(b"/Lang")
    (tmp_path / "broken.pdf").write_bytes(content[:at] + b"/Lanh" + content[at + 5 :])
    status, lines = said(capsys, tmp_path / "broken.pdf")
    assert status == 1
    assert lines[-1].startswith("≠ The signature of ")
    writer = PdfWriter(signed, incremental=True)
    writer.add_metadata({"/Title": "Another"})
    writer.write(tmp_path / "added.pdf")
    status, lines = said(capsys, tmp_path / "added.pdf")
    assert status == 1
    assert lines[-1].startswith("≠ Something was added to the file after ")


def test_an_unsigned_pack_fails_where_a_signature_was_asked_for(
    pack: Path, identity: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    status, lines = said(capsys, pack, Path("--trust"), identity[1])
    assert status == 1
    assert lines[-1].startswith("It is not signed")


def test_signing_needs_its_passphrase_and_a_pack(
    pack: Path, identity: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PARALLAX_PASSPHRASE", "pine")
    assert cli.main(["sign", str(pack), "--certificate", str(identity[0])]) == 1
    assert "passphrase" in capsys.readouterr().err
    assert cli.main(["sign", str(pack), "--certificate", str(pack.with_name("none.p12"))]) == 1
    assert not pack.with_name("pack-signed.pdf").exists()
    assert cli.main(["sign", str(identity[1]), "--certificate", str(identity[0])]) == 1


def test_without_the_extra_a_signature_is_not_called_sound(
    signed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("reader.export.signatures.find_spec", lambda _name: None)
    status, lines = said(capsys, signed)
    assert status == 1
    assert lines[-1].startswith("? The signature was not checked: ")
    assert cli.main(["sign", str(signed), "--certificate", "x.p12"]) == 2


def attached(name: str, content: bytes) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_attachment(name, content)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"no PDF at all", "cannot be opened as a PDF"),
        (b"", "cannot be opened as a PDF"),
        (attached("other.json", b"{}"), "No comparison is attached"),
        (attached("comparison.json", b"\xff\xfe nonsense"), "cannot be read"),
        (attached("comparison.json", b"[" * 100_000), "cannot be read"),
        (attached("comparison.json", b'{"schema": 3, "articles": []}'), "cannot be read"),
        (attached("comparison.json", b'{"schema": 1, "articles": [{"id": 3}]}'), "cannot be read"),
    ],
)
def test_what_is_none_of_ours(content: bytes, line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.pdf").write_bytes(content)
    assert cli.main(["verify", str(tmp_path / "x.pdf")]) == 1
    told = capsys.readouterr()
    assert not told.out
    assert line in told.err
    assert len(told.err.splitlines()) == 1


def test_a_pack_that_unfolds_too_far(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packs, "_check", lambda _path: None)
    monkeypatch.setattr(packs, "MOST_BYTES", 500)
    with pytest.raises(ExportError, match="cannot be opened"):
        packs.read_pack(pack)


def test_a_pdf_that_takes_too_long_to_open(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packs, "TIME_LIMIT", 0.01)
    with pytest.raises(ExportError, match="cannot be opened"):
        packs.read_pack(pack)


def test_missing_pack_and_other_machines(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["verify", str(tmp_path / "gone.pdf")]) == 1
    assert "There is no file" in capsys.readouterr().err
    found = json.loads(PdfReader(pack).attachments["comparison.json"][0])
    for article in found["articles"]:
        article["path"] = "//elsewhere/share/" + article["id"] + ".txt"
    (tmp_path / "far.pdf").write_bytes(attached("comparison.json", json.dumps(found).encode()))
    asked: list[Path] = []
    monkeypatch.setattr("reader.cli.sealed_articles.read_all", lambda path, _options: asked.append(path) or iter(()))
    assert said(capsys, tmp_path / "far.pdf")[0] == 1
    assert not [path for path in asked if "elsewhere" in str(path)]


def test_what_was_verified_as_json(pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert cli.main(["verify", str(pack), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["pack"], told["holds"], told["pages"]["holds"], told["signatures"]["count"]) == (
        str(pack),
        True,
        True,
        0,
    )
    assert [one["state"] for one in told["articles"]] == ["same", "same"]
    assert all(one["words"].startswith(f"= {letter} ") for letter, one in zip("AB", told["articles"], strict=True))
    other = tmp_path / "herald.txt"
    other.write_text(SECOND.replace("19", "91"), encoding="utf-8")
    assert cli.main(["verify", str(pack), str(other), "--texts-only", "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    (changed,) = [one for one in told["articles"] if one["state"] == "changed"]
    assert changed["found_sha256"] != changed["sha256"]
    assert told["pages"]["holds"] is None


def test_a_pack_comes_by_standard_input_and_all_is_quiet_where_it_holds(
    pack: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(pack.read_bytes())))
    assert cli.main(["verify", "-", "--quiet"]) == 0
    assert capsys.readouterr().out == ""
