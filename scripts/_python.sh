# Read by run, test, check and lock. Finds a Python that Cuddle runs on, and hands over to _setup.py.

scripts="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"

fits() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1 </dev/null
}

hand_over() {
    local python candidates=("$scripts/../.venv/bin/python" python3 python3.12 python3.13 python3.11 python)
    if [ -n "${CUDDLE_PYTHON:-}" ]; then
        candidates=("$CUDDLE_PYTHON")
    fi
    for python in "${candidates[@]}"; do
        if fits "$python"; then
            exec "$python" "$scripts/_setup.py" "$@"
        fi
    done
    python="${CUDDLE_PYTHON:-python3}"
    echo "Cuddle needs Python 3.11, 3.12 or 3.13, and none is found here ($python: $("$python" --version 2>&1 | tail -n 1))." \
        "Install one and start again, or name one that is there: CUDDLE_PYTHON=/path/to/python3.12 scripts/$1" >&2
    exit 1
}
