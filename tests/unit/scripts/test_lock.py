"""The lock: what is in it, when it is stale, and how it is made and checked."""

import importlib.metadata
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.scripts.package_index import PackageIndex, package_index, wheel
from tests.unit.scripts.scripts import ROOT, load_script

_lock = load_script("_lock")
REQUIREMENTS = _lock.requirements_in(ROOT)
NAMES = [path.name for path in REQUIREMENTS]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder with the project's requirements and locks."""
    for requirements in REQUIREMENTS:
        shutil.copy(requirements, tmp_path)
        shutil.copy(_lock.lock_of(requirements), tmp_path)
    return tmp_path


@pytest.fixture
def index(monkeypatch: pytest.MonkeyPatch) -> Iterator[PackageIndex]:
    """The only index that the resolver sees, with some small packages; the torch of this world needs one of them."""
    with package_index() as served:
        served.add_wheel("simple", "pico", "1.0")
        served.add_wheel("simple", "pico", "1.1")
        served.add_wheel("simple", "nano", "2.0", needs=["pico", "wintool; sys_platform == 'win32'"])
        served.add_wheel("simple", "wintool", "3.0")
        served.add_wheel("simple", "tool", "4.0", needs=["pico"])
        served.add("simple", "torch", "torch-2.13.0-py3-none-any.whl", b"gigabytes")
        monkeypatch.setenv("UV_DEFAULT_INDEX", f"{served.address}/simple")
        monkeypatch.setenv("UV_NO_CACHE", "1")
        monkeypatch.setattr(_lock, "TORCH_NEEDS", ("pico<2",))
        yield served


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder whose requirements `index` has."""
    (tmp_path / "requirements.txt").write_text("torch==2.13.0\nnano==2.0\n")
    (tmp_path / "requirements-dev.txt").write_text("tool==4.0\n")
    return tmp_path


def packages(lock: Path) -> list[str]:
    return list(_lock.locked(lock.read_text()))


@pytest.mark.parametrize("requirements", REQUIREMENTS, ids=NAMES)
def test_every_package_is_locked_with_its_hashes_and_from_no_named_place(requirements: Path) -> None:
    assert _lock.why_stale(requirements) is None
    text = _lock.lock_of(requirements).read_text(encoding="utf-8")
    locked = _lock.locked(text)
    assert [name for name in locked if not re.match(r"[a-z0-9-]+==[\w.]+( ; |$)", name)] == []
    assert [name for name, hashes in locked.items() if not hashes] == []
    assert {
        value for hashes in locked.values() for value in hashes if not re.fullmatch(r"sha256:[0-9a-f]{64}", value)
    } == set()
    assert "://" not in text and "--index" not in text and "--find-links" not in text


def test_pytorch_and_what_it_brings_for_nvidia_cards_are_not_in_the_apps_lock() -> None:
    names = {name.split("==")[0] for name in packages(_lock.lock_of(ROOT / "requirements.txt"))}
    assert names >= {re.split("[><=]", need)[0] for need in _lock.TORCH_NEEDS}
    assert {name for name in names if name.startswith(("torch", "triton", "nvidia", "cuda"))} == {"torchsde"}


def test_both_locks_have_the_same_version_of_what_is_in_both() -> None:
    app, dev = (packages(_lock.lock_of(ROOT / name)) for name in ("requirements.txt", "requirements-dev.txt"))
    names = {name.split("==")[0] for name in app}
    assert {name for name in dev if name.split("==")[0] in names} <= set(app)


def test_what_pytorch_needs_is_what_its_own_metadata_says() -> None:
    needs = [need for need in importlib.metadata.requires("torch") or [] if "extra ==" not in need]
    plain = [re.sub(r"[ ()]", "", need.split(";")[0]) for need in needs]
    everywhere = [need for need in plain if not need.startswith(("nvidia", "cuda", "triton"))]
    assert sorted(everywhere) == sorted(_lock.TORCH_NEEDS)


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"),
    [
        ("requirements.txt", "peft==0.21.2", "peft==0.21.3", "requirements.lock does not have peft==0.21.3, which"),
        ("requirements.txt", "numpy==", "pandas==3.1.1\none-more==1.0\nnumpy==", "does not have one-more==1.0, which"),
        ("requirements.txt", "gradio==6.31.0\n", "", "requirements.lock was made from other requirements than"),
        ("requirements.txt", "torch==2.13.0", "torch==2.14.0", "requirements.lock was made from other requirements"),
        ("requirements-dev.txt", "ruff==0", "ruff==1", "requirements-dev.lock does not have ruff=="),
        ("requirements-dev.txt", "ruff==", "# why\nruff==", None),
        ("requirements.txt", "# What", "# Whatever", None),
    ],
)
def test_a_change_of_requirements_without_the_lock_is_told(
    name: str, old: str, new: str, sentence: str | None, copy: Path
) -> None:
    requirements = copy / name
    assert old in requirements.read_text()
    requirements.write_text(requirements.read_text().replace(old, new))
    why = _lock.why_stale(requirements)
    if sentence is None:
        assert why is None
    else:
        assert sentence in why
        assert why.endswith(f"Make it anew with scripts/lock, or take back what was changed in {name}.")


def test_the_tools_lock_is_stale_where_the_apps_requirements_changed(copy: Path) -> None:
    with (copy / "requirements.txt").open("a") as file:
        file.write("pico==1.0\n")
    assert "was made from other requirements" in _lock.why_stale(copy / "requirements-dev.txt")


def test_requirements_without_a_lock_are_told(copy: Path) -> None:
    (copy / "requirements.lock").unlink()
    assert _lock.why_stale(copy / "requirements.txt").startswith("requirements.txt has no requirements.lock. Make it")


def test_windows_line_ends_change_nothing(copy: Path) -> None:
    for path in copy.iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert _lock.why_stale(copy / "requirements.txt") is None
    assert _lock.why_stale(copy / "requirements-dev.txt") is None


MARKERS = st.sampled_from(["", " ; sys_platform == 'win32'", " ; python_full_version < '3.12'"])
NAME = st.builds(
    lambda name, version, marker: f"p-{name}=={version}.0{marker}", st.integers(0), st.integers(0), MARKERS
)
HASHES = st.sets(st.binary(min_size=32, max_size=32).map(lambda digest: f"sha256:{digest.hex()}"), min_size=1)


@given(st.dictionaries(NAME, HASHES, max_size=4))
def test_a_lock_is_read_as_pip_reads_it(locked: dict[str, set[str]]) -> None:
    lines = ["# a comment", *(" \\\n    --hash=".join([name, *sorted(hashes)]) for name, hashes in locked.items())]
    assert _lock.locked("\n".join(lines) + "\n") == locked


def test_all_that_is_needed_on_any_system_is_locked_and_no_file_of_pytorch_is_fetched(
    index: PackageIndex, project: Path
) -> None:
    _lock.make(project)
    assert packages(project / "requirements.lock") == [
        "nano==2.0",
        "pico==1.1",
        "wintool==3.0 ; sys_platform == 'win32'",
    ]
    assert packages(project / "requirements-dev.lock") == ["pico==1.1", "tool==4.0"]
    assert _lock.why_stale(project / "requirements.txt") is None
    assert [path for path in index.asked if "torch-" in path] == []


@pytest.mark.slow(quick_sibling="test_all_that_is_needed_on_any_system_is_locked_and_no_file_of_pytorch_is_fetched")
def test_versions_stay_until_an_upgrade_is_asked_for(index: PackageIndex, project: Path) -> None:
    _lock.make(project)
    index.add_wheel("simple", "pico", "1.2")
    _lock.make(project)
    assert "pico==1.1" in packages(project / "requirements.lock")
    _lock.check(project)
    _lock.make(project, upgrade=True)
    assert "pico==1.2" in packages(project / "requirements.lock")
    assert "pico==1.2" in packages(project / "requirements-dev.lock")


@pytest.mark.slow(quick_sibling="test_all_that_is_needed_on_any_system_is_locked_and_no_file_of_pytorch_is_fetched")
def test_a_lock_that_its_requirements_do_not_give_fails_the_check(index: PackageIndex, project: Path) -> None:
    _lock.make(project)
    lock = project / "requirements.lock"
    made = lock.read_text()

    index.add("simple", "pico", "pico-1.1-cp311-cp311-win_amd64.whl", wheel("pico", "1.1", content="faster"))
    _lock.check(project)

    lock.write_text(made.replace("sys_platform == 'win32'", "sys_platform == 'linux'"))
    with pytest.raises(_lock.LockError, match=r"(?s)requirements.lock is not what .*\n- wintool.*\n\+ wintool"):
        _lock.check(project)

    lock.write_text(made)
    index.files["simple/pico"].clear()
    index.add_wheel("simple", "pico", "1.1", content="something else under the same name")
    with pytest.raises(_lock.LockError, match=r"other files: pico==1\.1"):
        _lock.check(project)


def test_a_package_that_is_not_made_for_every_machine_fails_the_check(
    index: PackageIndex, project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    index.add("simple", "onlywin", "onlywin-1.0-py3-none-win_amd64.whl", wheel("onlywin", "1.0"))
    with (project / "requirements.txt").open("a") as file:
        file.write("onlywin==1.0\n")
    _lock.make(project)
    with pytest.raises(
        _lock.LockError, match=r"requirements\.lock cannot be installed by Python 3\.11 on x86_64-manylinux"
    ):
        _lock.check(project)
    assert "onlywin" in capfd.readouterr().err


def test_requirements_that_do_not_fit_together_leave_the_lock_as_it_was(
    index: PackageIndex, project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    _lock.make(project)
    made = (project / "requirements.lock").read_text()
    (project / "requirements.txt").write_text("torch==2.13.0\nnano==2.0\npico==9.0\n")
    with pytest.raises(_lock.LockError, match=r"requirements\.txt could not be resolved"):
        _lock.make(project)
    assert "pico==9.0" in capfd.readouterr().err
    assert (project / "requirements.lock").read_text() == made


def test_options_that_do_not_exist_are_told() -> None:
    with pytest.raises(_lock.LockError, match="scripts/lock takes --check or --upgrade, and got: --fix"):
        _lock.main(["--fix"])
