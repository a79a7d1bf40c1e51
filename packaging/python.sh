# Sets $python to a Python that Parallax runs on, or says what to install.
python=
for name in python3 python3.13 python3.12 python3.11 python3.14; do
    if command -v "$name" >/dev/null 2>&1 && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$name
        break
    fi
done
if [ -z "$python" ]; then
    echo "Parallax needs Python 3.11 or newer. On Debian 12: sudo apt-get install python3 python3-venv" >&2
    exit 1
fi
