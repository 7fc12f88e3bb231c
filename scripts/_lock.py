"""Locks every package that is installed, with the hashes of its files: `_lock.py [--check|--upgrade]`.

Beside each requirements*.txt lies a .lock of the same name, for Linux, macOS and Windows and every Python that Cuddle
runs on; plain pip installs it. Without an option the locks are made anew with the versions that they have, wherever the
requirements still allow them; `--upgrade` takes the newest of everything; `--check` changes nothing, and fails where
resolving again gives other packages, other versions, or files without the hashes that are locked, and where a kind of
machine finds no file made for it.

PyTorch is in no lock, since it comes from another index on each kind of machine, and with it what its builds for NVIDIA
cards need, which they pin themselves. Like _setup.py this needs the standard library alone, and uv where it resolves.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent
APP_REQUIREMENTS = "requirements.txt"
OLDEST_PYTHON, NEWEST_PYTHON = (3, 11), (3, 13)
# What PyTorch needs on every machine, as its own metadata says. It stands here because the resolver would otherwise
# read the metadata of one build among several, and lock what NVIDIA cards need along with it.
TORCH_NEEDS = (
    "filelock",
    "typing-extensions>=4.10.0",
    "setuptools>=77.0.3",
    "sympy>=1.13.3",
    "networkx>=2.5.1",
    "jinja2",
    "fsspec>=0.8.5",
)
# The machines on which every package has to be ready to be installed, without a compiler, as uv names them.
MACHINES = ("x86_64-manylinux_2_28", "aarch64-manylinux_2_28", "aarch64-apple-darwin", "x86_64-pc-windows-msvc")
HEADER = """\
# What {requirements} asks for and all that this needs in turn, for Linux, macOS and Windows and
# Python {oldest} to {newest}, but for PyTorch, whose index differs. scripts/lock makes this file.
# from {digest}
"""


class LockError(Exception):
    """Its text is what the person at the terminal reads."""


def pins_of(requirements: Path) -> list[str]:
    """The lines of a requirements file that ask for something, in order, without comments."""
    lines = (line.split(" #")[0].strip() for line in requirements.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def pin_of(name: str, requirements: Path) -> str:
    """The line that asks for `name`, which has to be there."""
    return next(pin for pin in pins_of(requirements) if pin.split("==")[0] == name)


def requirements_in(root: Path) -> list[Path]:
    """Every requirements file, what the app itself needs first: the others are resolved within its versions."""
    return sorted(root.glob("requirements*.txt"), key=lambda path: (path.name != APP_REQUIREMENTS, path.name))


def lock_of(requirements: Path) -> Path:
    return requirements.with_suffix(".lock")


def digest_of(requirements: Path) -> str:
    """What a lock was made from: the pins of its requirements, and those of the app."""
    app = requirements.with_name(APP_REQUIREMENTS)
    pins = "\n".join(pin for path in dict.fromkeys((app, requirements)) for pin in pins_of(path))
    return hashlib.sha256(f"{pins}\n{TORCH_NEEDS}".encode()).hexdigest()


def locked(text: str) -> dict[str, set[str]]:
    """A lock's requirements (name, version and marker as pip reads them), each with the hashes of its files."""
    lines = (line for line in text.replace("\\\n", " ").splitlines() if line.strip() and not line.startswith("#"))
    split = (re.split(r"\s+--hash=", line.strip()) for line in lines)
    return {requirement.strip(): {value.strip() for value in hashes} for requirement, *hashes in split}


def why_stale(requirements: Path) -> str | None:
    """A sentence where the lock was not made from these requirements; None where it was. Reads the two files alone."""
    lock = lock_of(requirements)
    ending = f"Make it anew with scripts/lock, or take back what was changed in {requirements.name}."
    if not lock.exists():
        return f"{requirements.name} has no {lock.name}. {ending}"
    text = lock.read_text(encoding="utf-8")
    names = {requirement.split(" ")[0] for requirement in locked(text)}
    missing = [pin for pin in pins_of(requirements) if canonical(pin) not in names and not pin.startswith("torch==")]
    if missing:
        return f"{lock.name} does not have {', '.join(missing)}, which {requirements.name} asks for. {ending}"
    if f"\n# from {digest_of(requirements)}\n" not in text:
        return f"{lock.name} was made from other requirements than {requirements.name} has now. {ending}"
    return None


def canonical(pin: str) -> str:
    """`name==version` of a pin, with the name as an index writes it."""
    name, version = pin.split(";")[0].strip().split("==")
    return re.sub(r"[-_.]+", "-", name).lower() + "==" + version


def resolve(requirements: Path, lock: Path, constraint: Path | None, *, upgrade: bool) -> None:
    """Write `lock`, with the versions that stand there already wherever they fit. Raises LockError where uv does."""
    torch = pin_of("torch", requirements.with_name(APP_REQUIREMENTS))
    with tempfile.TemporaryDirectory() as folder:
        settings = Path(folder) / "uv.toml"
        settings.write_text(
            "[[dependency-metadata]]\n"
            f'name = "torch"\nversion = "{torch.split("==")[1]}"\nrequires-dist = {json.dumps(TORCH_NEEDS)}\n'
        )
        plain = Path(folder) / "plain.lock"
        if lock.exists():  # its versions alone: uv would take over hashes that stand there, too, instead of asking
            plain.write_text("".join(f"{name}\n" for name in locked(lock.read_text(encoding="utf-8"))))
        command = [sys.executable, "-m", "uv", "pip", "compile", str(requirements), "--output-file", str(plain)]
        command += ["--config-file", str(settings), "--quiet", "--universal", "--no-build", "--generate-hashes"]
        command += ["--python-version", ".".join(map(str, OLDEST_PYTHON)), "--no-emit-package", "torch"]
        command += ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
        command += ["--constraint", str(constraint)] if constraint else []
        command += ["--upgrade"] if upgrade else []
        if subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode:
            raise LockError(f"{requirements.name} could not be resolved; uv's own message stands above.")
        header = HEADER.format(
            requirements=requirements.name,
            oldest=".".join(map(str, OLDEST_PYTHON)),
            newest=".".join(map(str, NEWEST_PYTHON)),
            digest=digest_of(requirements),
        )
        lock.write_text(header + plain.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")


def make(root: Path, *, upgrade: bool = False) -> None:
    """Make every lock in `root`. Raises LockError where the requirements do not fit together."""
    for requirements in requirements_in(root):
        is_app = requirements.name == APP_REQUIREMENTS
        constraint = None if is_app else lock_of(root / APP_REQUIREMENTS)
        resolve(requirements, lock_of(requirements), constraint, upgrade=upgrade)
        say(f"{lock_of(requirements).name}: {len(locked(lock_of(requirements).read_text(encoding='utf-8')))} packages")


def differences(kept: str, resolved: str) -> list[str]:
    """What speaks against a lock, a line each. Files that were added to a version since are no difference."""
    before, now = locked(kept), locked(resolved)
    return [
        *(f"- {requirement}" for requirement in before if requirement not in now),
        *(f"+ {requirement}" for requirement in now if requirement not in before),
        *(f"other files: {name}" for name, hashes in before.items() if name in now and not hashes <= now[name]),
    ]


def check(root: Path) -> None:
    """Raises LockError where a lock is not what its requirements give when they are resolved again."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for requirements in requirements_in(root):
            if why := why_stale(requirements):
                raise LockError(why)
            for path in (requirements, lock_of(requirements)):
                (copy / path.name).write_bytes(path.read_bytes())
        make(copy)
        for requirements in requirements_in(root):
            lock = lock_of(requirements)
            if found := differences(lock.read_text(encoding="utf-8"), (copy / lock.name).read_text(encoding="utf-8")):
                raise LockError(f"{lock.name} is not what its requirements give now:\n" + "\n".join(found))

    for requirements in requirements_in(root):
        check_machines(lock_of(requirements))


def check_machines(lock: Path) -> None:
    """Raises LockError where a Python on one of MACHINES finds no ready file with a locked hash. Installs nothing."""
    for minor in range(OLDEST_PYTHON[1], NEWEST_PYTHON[1] + 1):
        for machine in MACHINES:
            with tempfile.TemporaryDirectory() as folder:
                command = [sys.executable, "-m", "uv", "pip", "install", "--requirements", str(lock), "--no-config"]
                command += ["--dry-run", "--quiet", "--no-deps", "--require-hashes", "--only-binary", ":all:"]
                command += ["--python", sys.executable, "--target", folder]
                command += ["--python-version", f"3.{minor}", "--python-platform", machine]
                if subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode:
                    raise LockError(f"{lock.name} cannot be installed by Python 3.{minor} on {machine}; see above.")


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main(options: Sequence[str]) -> None:
    if list(options) == ["--check"]:
        check(ROOT)
    elif list(options) in ([], ["--upgrade"]):
        make(ROOT, upgrade=bool(options))
    else:
        raise LockError(f"scripts/lock takes --check or --upgrade, and got: {' '.join(options)}")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except LockError as error:
        say(str(error))
        sys.exit(1)
