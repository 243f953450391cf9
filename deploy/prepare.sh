#!/bin/sh
# Makes the environment: `prepare.sh run` what the coach needs, `prepare.sh test` also what the tests need.
# Safe to repeat: does nothing when the lock files did not change since the last time.
set -eu
cd "$(dirname "$0")/.."
what=${1:-run}

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

# Debian packages of a program that is missing, installed when we may, named when we may not.
need() { # need PROGRAM PACKAGE...
    program=$1; shift
    command -v "$program" >/dev/null 2>&1 && return 0
    [ -x "$program" ] && return 0
    command -v apt-get >/dev/null 2>&1 || stop "The program $program is missing and this machine has no apt-get; install it by hand ($*)."
    if [ "$(id -u)" = 0 ]; then as=""; elif command -v sudo >/dev/null 2>&1; then as="sudo"; else
        stop "The program $program is missing; ask an administrator to run: apt-get install $*"
    fi
    say "Installing $* ..."
    log=$(mktemp)
    if ! { $as apt-get update && DEBIAN_FRONTEND=noninteractive $as apt-get install -y --no-install-recommends "$@"; } >"$log" 2>&1; then
        tail -n 3 "$log" >&2
        stop "Installing $* did not work; run: apt-get update && apt-get install $*"
    fi
    rm -f "$log"
}

python=${PYTHON:-python3}
command -v "$python" >/dev/null 2>&1 || need python3 python3 python3-venv
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || stop "Opstap needs Python 3.11 or newer; $("$python" --version) was found. Set PYTHON to a newer one."
[ -w . ] || stop "The folder $(pwd) cannot be written; change its rights or clone to another place."
"$python" -c 'import ensurepip' 2>/dev/null || need /usr/share/doc/python3-venv python3-venv

lock=requirements.lock
if [ "$what" = test ]; then
    lock=requirements-dev.lock
    need chromium chromium
    need ffprobe ffmpeg
    need espeak-ng espeak-ng
    ldconfig -p | grep -q libpangoft2 || need libpangoft2 libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
    ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || need initdb postgresql
fi

mark=$(cat "$lock" pyproject.toml | cksum)
stamp=.venv/.prepared-$what
# The test environment holds all that a run needs, so a run is content with either.
for made in "$stamp" .venv/.prepared-test; do
    case $made in
        *-test) wanted=$(cat requirements-dev.lock pyproject.toml | cksum) ;;
        *) wanted=$mark ;;
    esac
    [ -f "$made" ] && [ "$(cat "$made")" = "$wanted" ] && [ -x .venv/bin/opstap ] && exit 0
done

say "Making the environment in .venv (the first time takes a minute or two) ..."
[ -x .venv/bin/python ] || "$python" -m venv .venv || stop "The environment could not be made; remove the folder .venv and try again."
log=.venv/prepare.log
pip() { .venv/bin/python -m pip --disable-pip-version-check "$@" >>"$log" 2>&1; }
: >"$log"
if ! pip install --require-hashes -r "$lock" || ! pip install --no-deps --no-build-isolation -e .; then
    tail -n 3 "$log" >&2
    stop "The Python packages could not be installed; check the network, and see $(pwd)/$log."
fi
printf '%s\n' "$mark" >"$stamp"
