"""scripts/run, test and check: what they say and do before anything of Cuddle is started."""

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[3]
SCRIPTS = ROOT / "scripts"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="these are the scripts of Linux and macOS")


@pytest.fixture
def setup() -> ModuleType:
    spec = importlib.util.spec_from_file_location("_setup", SCRIPTS / "_setup.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def installed_copy(tmp_path: Path) -> Path:
    """A copy of the scripts whose environment is there already, with an app that prints its options."""
    copy = tmp_path / "a copy"
    shutil.copytree(SCRIPTS, copy / "scripts")
    requirements = (ROOT / "requirements.txt").read_bytes()
    (copy / "requirements.txt").write_bytes(requirements)
    (copy / "app.py").write_text("import sys; print('app', sys.argv[1:]); sys.exit(7)")
    (copy / ".venv" / "bin").mkdir(parents=True)
    (copy / ".venv" / "bin" / "python").symlink_to(sys.executable)
    digest = hashlib.sha256(requirements).hexdigest()
    python = f"{sys.version_info[0]}.{sys.version_info[1]}"
    (copy / ".venv" / "cuddle-app.stamp").write_text(f"python {python}\nrequirements {digest}\n")
    return copy


def start(
    script: Path, *options: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/bash", str(script), *options],
        env=os.environ if environment is None else environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_second_start_installs_nothing_and_hands_every_option_and_the_exit_code_on(installed_copy: Path) -> None:
    done = start(installed_copy / "scripts" / "run", "--data-folder", "a folder", "--share")
    assert done.stdout == "app ['--data-folder', 'a folder', '--share']\n"
    assert done.stderr == ""
    assert done.returncode == 7


def test_other_requirements_are_noticed(installed_copy: Path, setup: ModuleType) -> None:
    stamp, requirements = installed_copy / ".venv" / "cuddle-app.stamp", installed_copy / "requirements.txt"
    assert stamp.read_text() == setup.stamp_of(requirements)
    requirements.write_text(requirements.read_text() + "one-more==1.0\n")
    assert stamp.read_text() != setup.stamp_of(requirements)


def test_a_python_that_is_too_old_gets_a_sentence(installed_copy: Path, tmp_path: Path) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    old = programs / "python3"
    old.write_text('#!/bin/bash\n[ "$1" = --version ] && echo Python 3.9.6\nexit 1\n')
    old.chmod(0o755)
    for name in ("dirname", "tail"):
        found = shutil.which(name)
        assert found is not None
        (programs / name).symlink_to(found)
    shutil.rmtree(installed_copy / ".venv")
    done = start(installed_copy / "scripts" / "run", environment={"PATH": str(programs)})
    assert done.returncode == 1
    assert re.fullmatch(
        r"Cuddle needs Python 3\.11, 3\.12 or 3\.13, and none is found here \(python3: Python 3\.9\.6\)\. .*\n",
        done.stderr,
    )
    assert not (installed_copy / ".venv").exists()


def test_the_python_that_was_named_is_not_replaced_by_another(installed_copy: Path) -> None:
    environment = {**os.environ, "CUDDLE_PYTHON": "/nowhere/python3.12"}
    done = start(installed_copy / "scripts" / "run", environment=environment)
    assert done.returncode == 1
    assert "/nowhere/python3.12" in done.stderr
    assert done.stdout == ""


def test_a_folder_that_cannot_be_written_to_gets_a_sentence(installed_copy: Path) -> None:
    (installed_copy / ".venv" / "cuddle-app.stamp").unlink()
    (installed_copy / ".venv.lock").mkdir()
    done = start(installed_copy / "scripts" / "run")
    assert done.returncode == 1
    assert done.stderr.startswith(f"Nothing can be written to {installed_copy} (")
    assert len(done.stderr.splitlines()) == 1


def test_every_requirement_is_pinned_to_one_version() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        lines = [line for line in (ROOT / name).read_text().splitlines() if line and not line.startswith("#")]
        assert lines
        assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9_-]+==[0-9.]+", line)] == []


def test_the_line_that_says_most_is_picked_from_what_a_failed_command_printed(setup: ModuleType) -> None:
    assert setup.telling_line("working\nError: no route to host\n    at node:internal\n") == "Error: no route to host"
    assert setup.telling_line("one\ntwo\n\n") == "two"
    assert setup.telling_line("") == "it did not say why"
