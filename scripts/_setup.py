"""Sets up what Cuddle needs, once, and then starts it, its tests or its checks: `_setup.py run|test|check [options]`.

`_setup.py install` sets up and starts nothing, for a container image; `_setup.py lock` locks what is to be installed.

The one place that knows how to install: what is locked with its hashes (_lock.py), then PyTorch, whose build depends on
the machine (_torch.py). Only the standard library is used, and nothing here is newer than
Python 3.8, so that a Python that is too old gets a sentence and not a traceback.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import _lock
import _torch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
APP_REQUIREMENTS = ROOT / "requirements.txt"
DEV_REQUIREMENTS = ROOT / "requirements-dev.txt"
PYTHON_LINE = f"python {sys.version_info[0]}.{sys.version_info[1]}"  # first line of every stamp
MOST_TEST_PROCESSES = 8  # each holds PyTorch and the small models, 2 GB together
LEAST_COVERAGE = 85  # percent of the lines; see with_coverage
CHROMIUM_VARIABLE = "CUDDLE_CHROMIUM"  # path of the browser for the end-to-end tests
NO_CHROMIUM_VARIABLE = "CUDDLE_NO_CHROMIUM"  # the reason why there is none
# The one without any window comes first: to show a page takes it half as much.
CHROMIUM_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_INSTALL_SECONDS = 900  # for its download and installation
CHROMIUM_START_SECONDS = 120

# Starts a browser without a window and opens an empty page, as the end-to-end tests will.
CHROMIUM_TRIAL = """
import sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    path = sys.argv[1] if len(sys.argv) > 1 else playwright.chromium.executable_path
    browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
    browser.new_page().goto("about:blank")
    browser.close()
    print(path)
"""


class SetupError(Exception):
    """Its text is what the person at the terminal reads."""


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def check_python() -> None:
    """Raises SetupError unless this is a Python that every requirement is made for."""
    if not _lock.OLDEST_PYTHON <= sys.version_info[:2] <= _lock.NEWEST_PYTHON:
        raise SetupError(
            f"Cuddle needs Python 3.11, 3.12 or 3.13; this is {platform.python_version()}. Install one of them and "
            "start again, or name one that is there: CUDDLE_PYTHON=/path/to/python3.12 scripts/run"
        )


def stamp_of(torch_choice: str, *requirements: Path) -> str:
    """What an environment was made from: the Python, the requirements with their locks, and the PyTorch chosen."""
    files = [file for path in requirements for file in (path, _lock.lock_of(path))]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in files if path.exists())).hexdigest()
    return f"{PYTHON_LINE}\nrequirements {digest}\ntorch {torch_choice}\n"


def named_torch() -> str:
    """What the person says about PyTorch in this start, empty where nothing."""
    return os.environ.get(_torch.INDEX_VARIABLE, "").strip()


def chosen_torch(stamp: Path) -> str:
    """What was said about PyTorch when the environment was made; it holds until something else is said."""
    lines = stamp.read_text().splitlines() if stamp.exists() else []
    return lines[2][len("torch ") :] if len(lines) > 2 else ""


def is_installed(stamp: Path, *requirements: Path) -> bool:
    chosen = named_torch() or chosen_torch(stamp)
    return PYTHON.exists() and stamp.exists() and stamp.read_text() == stamp_of(chosen, *requirements)


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Lets one installation at a time touch the environment; a second one waits for the first."""
    if os.name == "nt":
        yield
        return
    import fcntl

    try:
        lock = (ROOT / ".venv.lock").open("w")
    except OSError as error:
        raise SetupError(unwritable(ROOT, error)) from error
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def unwritable(folder: Path, error: OSError) -> str:
    return f"Nothing can be written to {folder} ({error.strerror}); free some space there or give yourself the right."


def pip_install(*arguments: str) -> None:
    """Raises SetupError where pip does, whose own words stand above it on the terminal."""
    quiet = [] if sys.stderr.isatty() else ["--quiet"]
    command = [str(PYTHON), "-m", "pip", "install", "--no-input", "--disable-pip-version-check", *quiet, *arguments]
    environment = {**os.environ, "PIP_USER": "0"}
    if subprocess.run(command, stdin=subprocess.DEVNULL, env=environment, check=False).returncode:
        raise SetupError(
            f"pip could not install {_torch.without_login(' '.join(arguments))}; its own message stands above. "
            "When the cause is gone, start again: nothing needs to be undone."
        )


def make_environment() -> None:
    """An empty environment in .venv; what a broken-off installation left there goes."""
    try:
        venv.create(VENV, clear=True, with_pip=True, symlinks=os.name != "nt")
    except subprocess.CalledProcessError as error:
        raise SetupError(
            f"{sys.executable} could not make a virtual environment in {VENV}: its pip or venv part is missing. "
            "On Debian and Ubuntu install it with: sudo apt-get install python3-venv"
        ) from error
    except OSError as error:
        raise SetupError(unwritable(VENV, error)) from error


def need_lock(requirements: Path) -> None:
    """Raises SetupError where the requirements were changed without their lock."""
    if why := _lock.why_stale(requirements):
        raise SetupError(why)


def install_locked(requirements: Path) -> None:
    """Exactly what is locked, each file checked by its hash; the lock is whole, so pip looks for nothing else."""
    pip_install("--no-deps", "--require-hashes", "--requirement", str(_lock.lock_of(requirements)))


def install_torch(choice: str) -> None:
    """PyTorch comes last and finds what it needs on every machine; what it needs for NVIDIA cards it brings along."""
    pin = _lock.pin_of("torch", APP_REQUIREMENTS)
    if installed_version("torch").split("+")[0] == pin.split("==")[1]:
        return
    if choice:
        source = _torch.as_named(choice, os.environ)
    else:
        source = _torch.by_itself(
            pin, PYTHON, sys.platform, platform.machine(), _torch.find_cards(), environment=os.environ
        )
    say(source.told)
    pip_install(pin, *(["--index-url", source.address] if source.address else []))


def check_environment() -> None:
    """Raises SetupError where a package misses another one, or does not suit it."""
    command = [str(PYTHON), "-m", "pip", "check", "--disable-pip-version-check"]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=False)
    if done.returncode:
        raise SetupError(
            f"What is installed in {VENV} does not fit together; remove that folder and start again.\n"
            + done.stdout.decode(errors="replace").strip()
        )


def install_app() -> None:
    """Makes .venv with everything in requirements.txt, where it is not there yet."""
    stamp = VENV / "cuddle-app.stamp"
    if is_installed(stamp, APP_REQUIREMENTS):
        return
    with alone():
        if is_installed(stamp, APP_REQUIREMENTS):  # by the one that was waited for
            return
        need_lock(APP_REQUIREMENTS)
        say("Setting Cuddle up in .venv, once. This takes some minutes: about 160 MB come, and then PyTorch.")
        choice = named_torch() or chosen_torch(stamp)
        is_of_this_python = stamp.exists() and stamp.read_text().startswith(f"{PYTHON_LINE}\n")
        if not is_of_this_python or choice != chosen_torch(stamp):
            make_environment()
        stamp.unlink(missing_ok=True)
        install_locked(APP_REQUIREMENTS)
        install_torch(choice)
        check_environment()
        stamp.write_text(stamp_of(choice, APP_REQUIREMENTS))


def install_dev() -> None:
    """Adds the tools of requirements-dev.txt to .venv, where they are not there yet."""
    install_app()
    stamp = VENV / "cuddle-dev.stamp"
    requirements = (APP_REQUIREMENTS, DEV_REQUIREMENTS)
    if is_installed(stamp, *requirements):
        return
    with alone():
        if not is_installed(stamp, *requirements):
            need_lock(DEV_REQUIREMENTS)
            say("Adding the tools for tests and checks.")
            install_locked(DEV_REQUIREMENTS)
            check_environment()
            stamp.write_text(stamp_of(chosen_torch(VENV / "cuddle-app.stamp"), *requirements))


def installed_version(name: str) -> str:
    """The version of a package in .venv; empty where it is not there."""
    asked = f"import importlib.metadata as m; print(*(d.version for d in m.distributions(name={name!r})))"
    done = subprocess.run([str(PYTHON), "-c", asked], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=False)
    return done.stdout.decode().strip()


def become(command: Sequence[str], environment: Mapping[str, str] = os.environ) -> NoReturn:
    """This process goes on as `command`, which so gets every signal itself and gives its own exit code."""
    sys.stdout.flush()
    if os.name == "nt":  # has no exec that a console waits for
        sys.exit(subprocess.run(command, env=dict(environment), check=False).returncode)
    os.execve(command[0], list(command), dict(environment))


def telling_line(printed: str) -> str:
    """The line of a failed command's output that says most: the first one about an error, else the last one."""
    lines = [line.strip() for line in printed.splitlines() if line.strip()]
    return next(
        (line for line in lines if re.search(r"error:|failed", line, re.IGNORECASE)),
        (lines or ["it did not say why"])[-1],
    )


def attempt(command: Sequence[str]) -> tuple[bool, str]:
    """Whether `command` ended well in time, and what it said where it did not."""
    say("+ " + " ".join(command))
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            timeout=CHROMIUM_INSTALL_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return False, str(error)
    return done.returncode == 0, telling_line(done.stdout.decode(errors="replace"))


def start_chromium(*paths: str | None) -> tuple[str | None, str]:
    """The first of `paths` that starts as a browser (None is playwright's own): its path, or None and why not."""
    why = ""
    for path in paths:
        try:
            done = subprocess.run(
                [str(PYTHON), "-c", CHROMIUM_TRIAL, *([path] if path else [])],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=CHROMIUM_START_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            why = str(error)
            continue
        if done.returncode == 0:
            return done.stdout.strip(), ""
        why = telling_line(done.stderr)
    return None, why


def find_chromium() -> tuple[str | None, str]:
    return start_chromium(*(path for path in map(shutil.which, CHROMIUM_NAMES) if path), None)


def is_debian() -> bool:
    release = Path("/etc/os-release")
    return release.exists() and "ID=debian" in release.read_text().splitlines()


def provide_chromium() -> tuple[str | None, str]:
    """A browser for the end-to-end tests, installed where that is possible: its path, or None and why not."""
    if named := os.environ.get(CHROMIUM_VARIABLE):
        path, why = start_chromium(named)
        if not path:
            raise SetupError(f"{CHROMIUM_VARIABLE} names {named}, which does not start as a browser: {why}")
        return path, ""
    path, why = find_chromium()
    if path:
        return path, ""
    say("Looking for a Chromium for the end-to-end tests.")
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root and is_debian():
        patient = ["apt-get", "--option", "DPkg::Lock::Timeout=120"]
        install = [*patient, "install", "--yes", "--no-install-recommends", "fonts-liberation"]
        worked, why = attempt([*patient, "update"])
        if worked:
            worked, why = attempt([*install, "chromium-headless-shell"])
        if not worked:  # an older Debian does not have it
            worked, why = attempt([*install, "chromium"])
    else:
        with_libraries = ["--with-deps"] if is_root and shutil.which("apt-get") else []
        worked, why = attempt([str(PYTHON), "-m", "playwright", "install", *with_libraries, "chromium"])
    return find_chromium() if worked else (None, why)


def install(options: Sequence[str]) -> None:
    if options:
        raise SetupError(f"_setup.py install takes no options, and got: {' '.join(options)}")
    install_app()


def run(options: Sequence[str]) -> NoReturn:
    install_app()
    become([str(PYTHON), str(ROOT / "app.py"), *options])


def in_parallel(options: Sequence[str]) -> list[str]:
    """For pytest: a process a core, each with whole files of tests; or what the options say.

    Not more: a page in a browser works on more than one core, and what waits for it would wait too long.
    """
    if any(option.startswith(("-n", "--numprocesses", "--dist", "--pdb", "--trace")) for option in options):
        return []
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    processes = min(max(cores, 2), MOST_TEST_PROCESSES)
    return ["--numprocesses", str(processes), "--dist", "loadfile", "--no-loadscope-reorder"]


def with_coverage(options: Sequence[str]) -> list[str]:
    """For pytest: where all tests run, which lines were run, and a failure where they are fewer than before."""
    others = [option for option in options if option not in ("--all", "--durations") and not option.isdecimal()]
    if "--all" not in options or others:
        return []
    return ["--cov", "--cov-report=term", f"--cov-fail-under={LEAST_COVERAGE}"]


def test(options: Sequence[str]) -> NoReturn:
    install_dev()
    path, why = provide_chromium()
    environment = {
        key: value for key, value in os.environ.items() if key not in (CHROMIUM_VARIABLE, NO_CHROMIUM_VARIABLE)
    }
    if path:
        environment[CHROMIUM_VARIABLE] = path
    else:
        reason = f"no Chromium starts here ({why}); install one and name it: {CHROMIUM_VARIABLE}=/path/to/chromium"
        say(f"The end-to-end tests will be skipped: {reason}.")
        environment[NO_CHROMIUM_VARIABLE] = reason
    os.chdir(ROOT)
    become([str(PYTHON), "-m", "pytest", *in_parallel(options), *with_coverage(options), *options], environment)


def check(options: Sequence[str]) -> NoReturn:
    install_dev()
    os.chdir(ROOT)
    fix = list(options) == ["--fix"]
    if options and not fix:
        raise SetupError(f"scripts/check takes no options but --fix, and got: {' '.join(options)}")
    commands = [
        ["ruff", "format", *([] if fix else ["--check"]), "."],
        ["ruff", "check", *(["--fix"] if fix else []), "."],
        ["basedpyright", "--pythonpath", str(PYTHON)],
        ["typos"],
    ]
    failed = []
    for name, *arguments in commands:
        say(" ".join(["+", name, *arguments]))
        if subprocess.run([str(PYTHON.parent / name), *arguments], stdin=subprocess.DEVNULL, check=False).returncode:
            failed.append(name)
    sys.exit(1 if failed else 0)


def lock(options: Sequence[str]) -> NoReturn:
    """Needs the resolver alone, so that requirements may be changed before they are locked and installed."""
    with alone():
        if not PYTHON.exists():
            make_environment()
        pip_install(_lock.pin_of("uv", DEV_REQUIREMENTS))
    become([str(PYTHON), str(ROOT / "scripts" / "_lock.py"), *options])


def main(arguments: Sequence[str]) -> None:
    verbs = {"install": install, "run": run, "test": test, "check": check, "lock": lock}
    if not arguments or arguments[0] not in verbs:
        raise SetupError(f"_setup.py takes one of {', '.join(verbs)} first.")
    check_python()
    verbs[arguments[0]](arguments[1:])


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except SetupError as error:
        say(str(error))
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
