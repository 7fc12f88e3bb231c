"""Sets up what Cuddle needs, once, and then starts it, its tests or its checks: `_setup.py run|test|check [options]`.

`_setup.py install` sets up and starts nothing, for a container image.

The one place that knows how to install. Only the standard library is used, and nothing here is newer than
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

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
APP_REQUIREMENTS = ROOT / "requirements.txt"
DEV_REQUIREMENTS = ROOT / "requirements-dev.txt"
TRITON = "triton==3.9.0"  # runs the GPU's kernels on a processor, for their tests; PyTorch for a GPU brings its own
PYTHON_LINE = f"python {sys.version_info[0]}.{sys.version_info[1]}"  # first line of every stamp
OLDEST_PYTHON, NEWEST_PYTHON = (3, 11), (3, 13)
TORCH_INDEX_VARIABLE = "CUDDLE_TORCH_INDEX"  # address of another package index to take PyTorch from
CHROMIUM_VARIABLE = "CUDDLE_CHROMIUM"  # path of the browser for the end-to-end tests
NO_CHROMIUM_VARIABLE = "CUDDLE_NO_CHROMIUM"  # the reason why there is none
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
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
    if not OLDEST_PYTHON <= sys.version_info[:2] <= NEWEST_PYTHON:
        raise SetupError(
            f"Cuddle needs Python 3.11, 3.12 or 3.13; this is {platform.python_version()}. Install one of them and "
            "start again, or name one that is there: CUDDLE_PYTHON=/path/to/python3.12 scripts/run"
        )


def stamp_of(*requirements: Path) -> str:
    """What an environment was made from: the Python and the text of the requirements."""
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in requirements)).hexdigest()
    return f"{PYTHON_LINE}\nrequirements {digest}\n"


def is_installed(stamp: Path, *requirements: Path) -> bool:
    return PYTHON.exists() and stamp.exists() and stamp.read_text() == stamp_of(*requirements)


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
            f"pip could not install {' '.join(arguments)}; its own message stands above. "
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


def install_torch() -> None:
    """PyTorch comes first and alone: from the index that was named, or as pip is configured here.

    Once it is there, what follows finds its pin satisfied and brings no other build of it.
    """
    pins = (line.split("#")[0].strip() for line in APP_REQUIREMENTS.read_text().splitlines())
    torch = next(pin for pin in pins if pin.startswith("torch=="))
    index = os.environ.get(TORCH_INDEX_VARIABLE)
    if not index and sys.platform == "linux" and platform.machine() == "x86_64" and not shutil.which("nvidia-smi"):
        say(
            "No NVIDIA GPU was found here. If PyTorch now comes with gigabytes for one, stop it (Ctrl+C), set "
            f"{TORCH_INDEX_VARIABLE} to the address of its CPU packages (see README) and start again."
        )
    pip_install(torch, *(["--index-url", index] if index else []))


def install_app() -> None:
    """Makes .venv with everything in requirements.txt, where it is not there yet."""
    stamp = VENV / "cuddle-app.stamp"
    if is_installed(stamp, APP_REQUIREMENTS):
        return
    with alone():
        if is_installed(stamp, APP_REQUIREMENTS):  # by the one that was waited for
            return
        say("Setting Cuddle up in .venv. This happens once and takes some minutes.")
        if not stamp.exists() or not stamp.read_text().startswith(f"{PYTHON_LINE}\n"):
            make_environment()
        stamp.unlink(missing_ok=True)
        install_torch()
        pip_install("--requirement", str(APP_REQUIREMENTS))
        stamp.write_text(stamp_of(APP_REQUIREMENTS))


def install_dev() -> None:
    """Adds the tools of requirements-dev.txt to .venv, where they are not there yet."""
    install_app()
    stamp = VENV / "cuddle-dev.stamp"
    requirements = (APP_REQUIREMENTS, DEV_REQUIREMENTS)
    if is_installed(stamp, *requirements):
        return
    with alone():
        if not is_installed(stamp, *requirements):
            say("Adding the tools for tests and checks.")
            pip_install("--requirement", str(APP_REQUIREMENTS), "--requirement", str(DEV_REQUIREMENTS))
            if sys.platform == "linux" and platform.machine() == "x86_64" and not has_module("triton"):
                pip_install(TRITON)
            stamp.write_text(stamp_of(*requirements))


def has_module(name: str) -> bool:
    """Whether .venv can import it."""
    asked = f"import importlib.util, sys; sys.exit(importlib.util.find_spec({name!r}) is None)"
    return subprocess.run([str(PYTHON), "-c", asked], stdin=subprocess.DEVNULL, check=False).returncode == 0


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
        packages = ["chromium", "fonts-liberation"]
        patient = ["apt-get", "--option", "DPkg::Lock::Timeout=120"]
        ways = [[*patient, "update"], [*patient, "install", "--yes", "--no-install-recommends", *packages]]
    else:
        with_libraries = ["--with-deps"] if is_root and shutil.which("apt-get") else []
        ways = [[str(PYTHON), "-m", "playwright", "install", *with_libraries, "chromium"]]
    for command in ways:
        worked, why = attempt(command)
        if not worked:
            break
    else:
        path, why = find_chromium()
    return path, why


def install(options: Sequence[str]) -> None:
    if options:
        raise SetupError(f"_setup.py install takes no options, and got: {' '.join(options)}")
    install_app()


def run(options: Sequence[str]) -> NoReturn:
    install_app()
    become([str(PYTHON), str(ROOT / "app.py"), *options])


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
    become([str(PYTHON), "-m", "pytest", *options], environment)


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
    ]
    failed = []
    for name, *arguments in commands:
        say(" ".join(["+", name, *arguments]))
        if subprocess.run([str(PYTHON.parent / name), *arguments], stdin=subprocess.DEVNULL, check=False).returncode:
            failed.append(name)
    sys.exit(1 if failed else 0)


def main(arguments: Sequence[str]) -> None:
    verbs = {"install": install, "run": run, "test": test, "check": check}
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
