"""Which build of PyTorch a machine gets, from where, and what the person is told."""

import os
import platform
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.scripts.package_index import PackageIndex, package_index
from tests.unit.scripts.scripts import load_script

PIN = "torch==2.13.0"
PYTHON = f"cp{sys.version_info[0]}{sys.version_info[1]}"
_torch = load_script("_torch")


@pytest.fixture
def index() -> Iterator[PackageIndex]:
    with package_index() as served:
        yield served


def environment(index: PackageIndex, **more: str) -> dict[str, str]:
    """That of a person with a plain pip, to whom PyTorch's own indexes are the stand-in."""
    kept = {key: value for key, value in os.environ.items() if not key.upper().startswith(("PIP_", "CUDDLE_"))}
    kept = {key: value for key, value in kept.items() if not key.lower().endswith("_proxy")}
    return {**kept, "PIP_CONFIG_FILE": os.devnull, "CUDDLE_TORCH_MIRROR": index.address + "/", **more}


def source_on_linux(index: PackageIndex, machine: str = "x86_64", **more: str) -> tuple[str | None, str]:
    """Where PyTorch comes from on Linux without a card, and what is said."""
    source = _torch.by_itself(PIN, Path(sys.executable), "linux", machine, [], environment(index, **more))
    return source.address, source.told


def card(driver: int | None = 580, capability: float | None = 8.9) -> object:
    return _torch.Card(driver, capability)


@pytest.mark.parametrize(
    ("system", "cards", "build"),
    [
        ("linux", [], "cpu"),
        ("win32", [], "pip"),
        ("darwin", [], "pip"),
        ("linux", [card()], "pip"),
        ("win32", [card()], "cu130"),
        ("win32", [card(driver=None, capability=None)], "cu130"),
        ("win32", [card(driver=566)], "cu126"),
        ("linux", [card(driver=566)], "cu126"),
        ("win32", [card(capability=6.1)], "cu126"),
        ("linux", [card(capability=6.1)], "cu126"),
        ("win32", [card(driver=572, capability=12.0)], "cu130"),
        ("win32", [card(capability=12.0), card(capability=6.1)], "cu130"),
        ("win32", [card(driver=470, capability=3.5)], "pip"),
        ("linux", [card(driver=470, capability=3.5)], "cpu"),
    ],
)
def test_a_machine_gets_the_build_that_its_cards_and_their_driver_run(
    system: str, cards: list[object], build: str
) -> None:
    assert _torch.suitable_build(system, cards) == build


@given(st.lists(st.tuples(st.integers(300, 999), st.integers(0, 99), st.integers(10, 129))))
def test_every_card_that_nvidia_smi_lists_is_read(cards: list[tuple[int, int, int]]) -> None:
    listed = "".join(f"{driver}.{minor:02}.06, {tenths / 10}\n" for driver, minor, tenths in cards)
    assert _torch.read_cards(listed) == [(driver, tenths / 10) for driver, _, tenths in cards]


@given(st.text())
def test_whatever_else_it_prints_is_no_error(printed: str) -> None:
    assert len(_torch.read_cards(printed)) <= len(printed.splitlines())


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
@pytest.mark.parametrize(
    ("program", "cards"),
    [
        ("echo '580.88, 8.9'; echo '580.88, 7.5'", [(580, 8.9), (580, 7.5)]),
        ("echo '580.88, [N/A]'", [(580, None)]),
        ('case "$1" in *compute_cap*) echo not a valid field; exit 2;; esac; echo 470.14', [(470, None)]),
        ("echo 'NVIDIA-SMI has failed because it could not communicate with the NVIDIA driver'; exit 9", []),
        ("echo 'No devices were found'; exit 6", []),
    ],
)
def test_only_a_card_whose_driver_answers_counts(
    program: str, cards: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "nvidia-smi").write_text(f"#!/bin/sh\n{program}\n")
    (tmp_path / "nvidia-smi").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert _torch.find_cards() == cards


def test_linux_without_a_card_takes_the_build_for_processors_and_is_told_its_size(index: PackageIndex) -> None:
    index.add("cpu", "torch", f"torch-2.13.0+cpu-{PYTHON}-none-any.whl")
    address, told = source_on_linux(index)
    assert address == f"{index.address}/cpu"
    assert told.startswith(f"No NVIDIA card answers here, so PyTorch for the processor alone comes from {address}: ")
    assert "about 190 MB" in told
    assert (
        "set CUDDLE_TORCH_INDEX to pip (what pip finds as it is configured), cpu, cu126, cu130 or the address" in told
    )
    assert "about 160 MB" in source_on_linux(index, machine="aarch64")[1]


@pytest.mark.parametrize(
    "filename",
    [
        f"torch-2.12.1+cpu-{PYTHON}-none-any.whl",
        "torch-2.13.0+cpu-cp310-cp310-manylinux_2_28_x86_64.whl",
        f"torch-2.13.0+cpu-{PYTHON}-{PYTHON}-{'win_amd64' if sys.platform != 'win32' else 'macosx_14_0_arm64'}.whl",
        "welcome-to-this-hotel.html",
    ],
    ids=["another version", "another Python", "another machine", "a page of something else"],
)
def test_an_index_that_does_not_have_what_fits_here_is_passed_over(filename: str, index: PackageIndex) -> None:
    index.add("cpu", "torch", filename)
    address, told = source_on_linux(index)
    assert address is None
    assert told.startswith(
        f"{index.address}/cpu has no torch 2.13.0 for this Python and machine. So PyTorch comes as pip"
    )
    assert "with all that NVIDIA cards need: up to 2.7 GB. To choose yourself, stop this (Ctrl+C), set " in told


def test_an_index_that_is_down_is_passed_over_with_its_reason(index: PackageIndex) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        nowhere = f"http://127.0.0.1:{unused.getsockname()[1]}"
        address, told = source_on_linux(index, CUDDLE_TORCH_MIRROR=nowhere)
    assert address is None
    assert told.startswith(f"{nowhere}/cpu could not be read ([Errno ")
    address, told = source_on_linux(index)  # there, without such a page
    assert address is None
    assert told.startswith(
        f"{index.address}/cpu could not be read (404 Client Error: Not Found). So PyTorch comes as pip is "
    )


def test_an_index_that_does_not_answer_in_time_is_passed_over(
    index: PackageIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.silent = "cpu"
    monkeypatch.setattr(_torch, "ANSWER_SECONDS", 1)
    address, told = source_on_linux(index)
    assert address is None
    assert "/cpu could not be read (no answer in time). So PyTorch comes as pip is configured" in told
    monkeypatch.setattr(_torch, "ANSWER_SECONDS", 30)
    monkeypatch.setattr(_torch, "PROBE_SECONDS", 1)
    address, told = source_on_linux(index)
    assert address is None
    assert "/cpu did not answer within 1 seconds. So PyTorch comes as pip is configured" in told


def test_other_places_that_pip_looks_at_say_nothing_about_an_index(index: PackageIndex, tmp_path: Path) -> None:
    filename = f"torch-2.13.0+cpu-{PYTHON}-none-any.whl"
    (tmp_path / filename).touch()
    index.add("elsewhere", "torch", filename)
    index.add("cpu", "torch", f"torch-2.12.0+cpu-{PYTHON}-none-any.whl")
    elsewhere = {"PIP_FIND_LINKS": str(tmp_path), "PIP_EXTRA_INDEX_URL": f"{index.address}/elsewhere"}
    assert source_on_linux(index, **elsewhere)[0] is None


def test_a_pip_that_is_to_ask_no_index_asks_none(index: PackageIndex) -> None:
    index.add("cpu", "torch", f"torch-2.13.0+cpu-{PYTHON}-none-any.whl")
    address, told = source_on_linux(index, PIP_NO_INDEX="1")
    assert address is None
    assert told.startswith("pip is configured to ask no index. So PyTorch comes as pip is configured, with all")
    assert index.asked == []


def test_an_index_is_asked_through_the_proxy_that_pip_has(index: PackageIndex) -> None:
    index.add("cpu", "torch", f"torch-2.13.0+cpu-{PYTHON}-none-any.whl")
    mirror = "http://mirror.invalid"
    address, _ = source_on_linux(
        index, CUDDLE_TORCH_MIRROR=mirror, PIP_PROXY=index.address, PIP_TRUSTED_HOST="mirror.invalid"
    )
    assert address == f"{mirror}/cpu"
    assert index.asked == [f"{mirror}/cpu/torch/"]
    address, told = source_on_linux(index, CUDDLE_TORCH_MIRROR=mirror, PIP_PROXY=index.address)
    assert address is None
    assert told.startswith(f"{mirror}/cpu could not be read (mirror.invalid is not a trusted or secure host). So")


@pytest.mark.parametrize(
    ("cards", "build", "sentence"),
    [
        ([card()], "cu130", "PyTorch for the NVIDIA card comes from {address}: about 1.9 GB. To choose yourself"),
        ([card(driver=566)] * 2, "cu126", "PyTorch for the NVIDIA cards comes from {address}: about 2.6 GB. To choose"),
        (
            [card(driver=572, capability=12.0)],
            "cu130",
            "PyTorch for the NVIDIA card comes from {address}: about 1.9 GB. The NVIDIA driver here is 572, and it "
            "needs 580 or newer: until you update it, the processor does the work. To choose",
        ),
    ],
)
def test_windows_with_a_card_takes_the_build_for_it(
    cards: list[object], build: str, sentence: str, index: PackageIndex
) -> None:
    index.add(build, "torch", f"torch-2.13.0+{build}-{PYTHON}-none-any.whl")
    source = _torch.by_itself(PIN, Path(sys.executable), "win32", "AMD64", cards, environment(index))
    assert source.address == f"{index.address}/{build}"
    assert source.told.startswith(sentence.format(address=source.address))


@pytest.mark.parametrize(
    ("cards", "sentence"),
    [
        ([card(driver=550)], "The NVIDIA driver here is 550, and it needs 580 or newer: until you update it, the"),
        ([card(capability=6.1)], "It does not run on a card as old as this one: the processor does the work. To"),
        ([card(driver=550, capability=None)], "The NVIDIA driver here is 550, and it needs 580 or newer"),
    ],
)
def test_what_pip_finds_instead_may_not_run_on_a_card_and_that_is_said(
    cards: list[object], sentence: str, index: PackageIndex
) -> None:
    source = _torch.by_itself(PIN, Path(sys.executable), "linux", "x86_64", cards, environment(index))
    assert source.address is None
    assert "/cu126 could not be read (404 Client Error: Not Found). So PyTorch comes as pip is " in source.told
    assert f"with all that NVIDIA cards need: up to 2.7 GB. {sentence}" in source.told


def test_where_pip_finds_the_right_build_no_index_is_asked(index: PackageIndex) -> None:
    for system, machine, cards, size in (
        ("darwin", "arm64", [], "110 MB"),
        ("win32", "AMD64", [], "120 MB"),
        ("linux", "x86_64", [card()], "2.7 GB"),
    ):
        source = _torch.by_itself(PIN, Path(sys.executable), system, machine, cards, environment(index))
        assert source.address is None
        assert f"as pip is configured: about {size}" in source.told
    assert index.asked == []


@pytest.mark.parametrize(
    ("named", "address"),
    [
        ("pip", None),
        ("cpu", "https://download.pytorch.org/whl/cpu"),
        ("rocm7.2", "https://download.pytorch.org/whl/rocm7.2"),
        ("https://mirror.example/torch", "https://mirror.example/torch"),
        ("/media/disk/wheels", "/media/disk/wheels"),
    ],
)
def test_what_the_person_names_is_taken_as_it_is(named: str, address: str | None) -> None:
    assert _torch.as_named(named, {}).address == address


def test_the_login_in_an_address_is_not_shown() -> None:
    source = _torch.as_named("https://anna:secret@mirror.example/torch", {})
    assert source.address == "https://anna:secret@mirror.example/torch"
    assert source.told == "PyTorch comes from https://mirror.example/torch, as CUDDLE_TORCH_INDEX says."


def test_sizes_and_builds_are_those_of_the_version_that_is_pinned() -> None:
    requirements = Path(__file__).resolve().parents[3] / "requirements.txt"
    assert load_script("_lock").pin_of("torch", requirements) == f"torch=={_torch.KNOWN_VERSION}", (
        "Read the sizes, the builds and their oldest drivers again for the new version, and write it beside them."
    )
    if sys.platform == "linux":
        assert ("linux", platform.machine(), "cpu") in _torch.SIZES_MB
