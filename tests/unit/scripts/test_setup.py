"""scripts/run, test and check: what they say and do before anything of Cuddle is started."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType

import pytest

from tests.unit.scripts.package_index import PackageIndex, package_index
from tests.unit.scripts.scripts import ROOT, SCRIPTS, load_script

pytestmark = pytest.mark.skipif(os.name == "nt", reason="these are the scripts of Linux and macOS")


@pytest.fixture
def setup() -> ModuleType:
    return load_script("_setup")


@pytest.fixture
def installed_copy(tmp_path: Path) -> Path:
    """A copy of the scripts whose environment is there already, with an app that prints its options."""
    copy = tmp_path / "a copy"
    shutil.copytree(SCRIPTS, copy / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    digest = hashlib.sha256()
    for name in ("requirements.txt", "requirements.lock", "requirements-dev.txt", "requirements-dev.lock"):
        content = (ROOT / name).read_bytes()
        (copy / name).write_bytes(content)
        if "dev" not in name:
            digest.update(content)
    (copy / "app.py").write_text("import sys; print('app', sys.argv[1:]); sys.exit(7)")
    (copy / ".venv" / "bin").mkdir(parents=True)
    (copy / ".venv" / "bin" / "python").symlink_to(sys.executable)
    python = f"{sys.version_info[0]}.{sys.version_info[1]}"
    (copy / ".venv" / "cuddle-app.stamp").write_text(f"python {python}\nrequirements {digest.hexdigest()}\ntorch \n")
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


@pytest.mark.parametrize("name", ["requirements.txt", "requirements.lock"])
def test_other_requirements_and_another_lock_are_noticed(name: str, installed_copy: Path, setup: ModuleType) -> None:
    stamp, requirements = installed_copy / ".venv" / "cuddle-app.stamp", installed_copy / "requirements.txt"
    assert stamp.read_text() == setup.stamp_of("", requirements)
    with (installed_copy / name).open("a") as file:
        file.write("one-more==1.0\n")
    assert stamp.read_text() != setup.stamp_of("", requirements)


@pytest.mark.parametrize(
    ("script", "requirements"),
    [("run", "requirements.txt"), ("check", "requirements.txt"), ("check", "requirements-dev.txt")],
)
def test_requirements_that_were_changed_without_their_lock_are_a_sentence_and_nothing_is_installed(
    script: str, requirements: str, installed_copy: Path
) -> None:
    with (installed_copy / requirements).open("a") as file:
        file.write("one-more==1.0\n")
    done = start(installed_copy / "scripts" / script)
    lock = requirements.replace(".txt", ".lock")
    assert done.stderr == (
        f"{lock} does not have one-more==1.0, which {requirements} asks for. Make it anew with scripts/lock, "
        f"or take back what was changed in {requirements}.\n"
    )
    assert done.returncode == 1


@pytest.fixture
def installing(installed_copy: Path, setup: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """What pip is told to install, in order, where nothing is installed yet; it does as if it had."""
    asked: list[tuple[str, ...]] = []
    venv = installed_copy / ".venv"
    for name, value in {"ROOT": installed_copy, "VENV": venv, "PYTHON": venv / "bin" / "python"}.items():
        monkeypatch.setattr(setup, name, value)
    for name in ("APP", "DEV"):
        path = installed_copy / getattr(setup, f"{name}_REQUIREMENTS").name
        monkeypatch.setattr(setup, f"{name}_REQUIREMENTS", path)
    monkeypatch.setattr(setup, "make_environment", lambda: asked.append(("an empty environment",)))
    monkeypatch.setattr(setup, "pip_install", lambda *arguments: asked.append(arguments))
    monkeypatch.setattr(setup, "installed_version", lambda name: "")
    monkeypatch.setattr(setup, "check_environment", lambda: asked.append(("pip check",)))
    monkeypatch.delenv("CUDDLE_TORCH_INDEX", raising=False)
    (venv / "cuddle-app.stamp").unlink()
    return asked


def test_what_is_locked_comes_first_with_its_hashes_and_then_pytorch(
    installing: list[tuple[str, ...]], installed_copy: Path, setup: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUDDLE_TORCH_INDEX", "cpu")
    setup.install_app()
    assert installing == [
        ("an empty environment",),
        ("--no-deps", "--require-hashes", "--requirement", str(installed_copy / "requirements.lock")),
        (setup._lock.pin_of("torch", ROOT / "requirements.txt"), "--index-url", "https://download.pytorch.org/whl/cpu"),
        ("pip check",),
    ]
    installing.clear()
    setup.install_dev()
    lock = str(installed_copy / "requirements-dev.lock")
    assert installing == [("--no-deps", "--require-hashes", "--requirement", lock), ("pip check",)]
    installing.clear()
    setup.install_dev()
    assert installing == []


def test_the_pytorch_that_was_chosen_stays_until_another_one_is(
    installing: list[tuple[str, ...]], setup: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUDDLE_TORCH_INDEX", "pip")
    setup.install_app()
    monkeypatch.delenv("CUDDLE_TORCH_INDEX")
    installing.clear()
    setup.install_app()
    assert installing == []

    with setup._lock.lock_of(setup.APP_REQUIREMENTS).open("a") as file:
        file.write("# newer\n")
    setup.install_app()
    assert ("an empty environment",) not in installing
    assert installing[1] == (setup._lock.pin_of("torch", ROOT / "requirements.txt"),)

    installing.clear()
    monkeypatch.setenv("CUDDLE_TORCH_INDEX", "cu126")
    setup.install_app()
    assert installing[0] == ("an empty environment",)
    assert installing[2][1:] == ("--index-url", "https://download.pytorch.org/whl/cu126")


def test_a_pytorch_that_is_there_is_not_touched(
    installing: list[tuple[str, ...]], setup: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup, "installed_version", lambda name: "2.13.0+cpu")
    setup.install_app()
    assert [arguments for arguments in installing if arguments[0].startswith("torch")] == []


def test_the_version_of_a_package_is_read_where_it_is_installed(
    setup: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup, "PYTHON", sys.executable)
    assert setup.installed_version("pytest") == pytest.__version__
    assert setup.installed_version("no-such-package") == ""
    setup.check_environment()


def test_an_image_has_all_that_its_installation_reads_before_the_rest_is_copied(
    tmp_path: Path, setup: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, _, _ = (ROOT / "Dockerfile").read_text().partition("_setup.py install")
    copied = [line.split()[2:-1] for line in before.splitlines() if line.startswith("COPY --chown=user ")]
    for name in [name for names in copied for name in names]:
        (shutil.copytree if name.endswith("/") else shutil.copy)(ROOT / name, tmp_path / name)
    assert (tmp_path / "scripts" / "_setup.py").is_file()
    setup.need_lock(tmp_path / "requirements.txt")


@pytest.fixture
def small_project(tmp_path: Path) -> Iterator[tuple[Path, PackageIndex, dict[str, str]]]:
    """A package and a PyTorch of some bytes, in a stand-in of PyTorch's own index and of pip's; nothing installed."""
    copy = tmp_path / "a copy"
    shutil.copytree(SCRIPTS, copy / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    with package_index() as index:
        digest = index.add_wheel("simple", "pico", "1.0")
        index.add_wheel("simple", "torch", "2.13.0", needs=["pico"])
        index.add_wheel("cpu", "torch", "2.13.0+cpu", needs=["pico"])
        (copy / "requirements.txt").write_text("torch==2.13.0\npico==1.0\n")
        header = f"# from\n# from {load_script('_lock').digest_of(copy / 'requirements.txt')}\n"
        (copy / "requirements.lock").write_text(f"{header}pico==1.0 \\\n    --hash=sha256:{digest}\n")
        kept = {key: value for key, value in os.environ.items() if not key.upper().startswith(("PIP_", "CUDDLE_"))}
        plain = {"PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": f"{index.address}/simple", "PIP_NO_CACHE_DIR": "1"}
        yield copy, index, {**kept, **plain, "CUDDLE_TORCH_MIRROR": index.address}


@pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("nvidia-smi") is not None, reason="for Linux without a card"
)
@pytest.mark.slow(quick_sibling="test_what_is_locked_comes_first_with_its_hashes_and_then_pytorch")
def test_a_first_start_installs_by_pip_what_is_locked_and_the_pytorch_that_suits_the_machine(
    small_project: tuple[Path, PackageIndex, dict[str, str]],
) -> None:
    copy, index, environment = small_project

    def install(**more: str) -> tuple[int, str, str]:
        command = [sys.executable, str(copy / "scripts" / "_setup.py"), "install"]
        done = subprocess.run(command, env=environment | more, capture_output=True, text=True, timeout=300, check=False)
        asked = "from importlib.metadata import version; print(version('torch'), version('pico'))"
        found = subprocess.run(
            [str(copy / ".venv/bin/python"), "-c", asked], capture_output=True, text=True, check=False
        )
        return done.returncode, done.stderr, found.stdout.strip()

    code, told, found = install()
    assert (code, found) == (0, "2.13.0+cpu 1.0")
    assert f"PyTorch for the processor alone comes from {index.address}/cpu: about 190 MB." in told
    assert install() == (0, "", "2.13.0+cpu 1.0")

    code, told, found = install(CUDDLE_TORCH_INDEX="pip")
    assert (code, found) == (0, "2.13.0 1.0")

    index.add_wheel("simple", "pico", "1.0", content="something else under the same name")
    code, told, found = install(CUDDLE_TORCH_INDEX="cpu")
    assert (code, found) == (1, "")
    assert "THESE PACKAGES DO NOT MATCH THE HASHES" in told


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
        assert [
            line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[0-9.]+(post[0-9]+)?( ; .+)?", line)
        ] == []


def test_coverage_is_printed_and_has_a_floor_where_all_tests_run(setup: ModuleType) -> None:
    assert f"--cov-fail-under={setup.LEAST_COVERAGE}" in setup.with_coverage(["--all", "--durations", "20"])
    for options in ([], ["--durations", "20"], ["--all", "-k", "queue"], ["--all", "tests/unit"]):
        assert setup.with_coverage(options) == [], options


def test_the_line_that_says_most_is_picked_from_what_a_failed_command_printed(setup: ModuleType) -> None:
    assert setup.telling_line("working\nError: no route to host\n    at node:internal\n") == "Error: no route to host"
    assert setup.telling_line("one\ntwo\n\n") == "two"
    assert setup.telling_line("") == "it did not say why"


def test_the_tests_run_in_as_many_processes_as_suit_the_cores_unless_the_options_say_otherwise(
    setup: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    for cores, processes in ((1, "2"), (2, "2"), (4, "4"), (64, "8")):
        monkeypatch.setattr(setup.os, "sched_getaffinity", lambda _, cores=cores: set(range(cores)), raising=False)
        assert setup.in_parallel(["--all", "tests/unit"])[:2] == ["--numprocesses", processes]
    for options in (["-n0"], ["-n", "2"], ["--numprocesses=4"], ["--dist", "load"], ["--pdb"], ["tests", "--trace"]):
        assert setup.in_parallel(options) == [], options
