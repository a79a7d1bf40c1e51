#!/bin/sh
# zstandard 0.25.0 (PyPI, python-zstandard): a file that was cut short is read to its end without an error.
#
# One expects of a reader of compressed files what gzip, bz2 and lzma of the standard library do with a file whose end is
# missing: EOFError. zstandard.open(), stream_reader(), copy_stream() and read_to_iter() give what blocks are whole (of a
# small file nothing at all) and then the end of the file, as if all of it had been there; a web archive (.warc.zst) of
# which the last pages are missing looks whole. Only decompressobj() tells, by its `eof`, and one frame at a time;
# decompress() raises, but wants the size in the header and drops every frame behind the first without a word.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check "zstandard==0.25.0" 2>/dev/null
cat > "$folder/look.py" <<'PY'
import gzip
import io

import zstandard

whole = "\n".join(str(n * 7919 % 99991) for n in range(200_000)).encode()
frame = zstandard.ZstdCompressor().compress(whole)
half = frame[: len(frame) // 2]
print("zstandard", zstandard.__version__, "- packed", len(frame), "bytes, of which", len(half), "are left")


def copied(data: bytes) -> bytes:
    into = io.BytesIO()
    zstandard.ZstdDecompressor().copy_stream(io.BytesIO(data), into)
    return into.getvalue()


ways = {
    "open": lambda data: zstandard.open(io.BytesIO(data)).read(),
    "stream_reader": lambda data: zstandard.ZstdDecompressor().stream_reader(io.BytesIO(data)).read(),
    "copy_stream": copied,
    "read_to_iter": lambda data: b"".join(zstandard.ZstdDecompressor().read_to_iter(data)),
}
silent = 0
for name, read in ways.items():
    assert read(frame) == whole
    try:
        got = len(read(half))
    except (EOFError, OSError, zstandard.ZstdError) as error:
        print(f"{name}: {error!r}")
    else:
        silent += got < len(whole)
        print(f"{name}: {got} of {len(whole)} bytes, and no error")

try:
    gzip.open(io.BytesIO(gzip.compress(whole)[:-2000])).read()
except EOFError as error:
    print("gzip, to compare:", repr(error))
teller = zstandard.ZstdDecompressor().decompressobj()
teller.decompress(half)
print("decompressobj().eof:", teller.eof)
two = zstandard.ZstdDecompressor().decompress(frame + frame)
print("decompress() of two frames:", len(two), "of", 2 * len(whole), "bytes")
raise SystemExit(not (silent == len(ways) and not teller.eof and len(two) == len(whole)))
PY
"$folder/venv/bin/python" "$folder/look.py"
