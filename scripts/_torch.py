"""Which build of PyTorch suits this machine, from where it comes, and what is said about it.

PyTorch has an index of its own for each build, all below one address. What pip finds without them is the build for
NVIDIA cards on Linux, the one for the processor on Windows, and the one for Apple's chips on macOS.
Only the standard library is used, and nothing here is newer than Python 3.8.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

INDEX_VARIABLE = "CUDDLE_TORCH_INDEX"  # AS_CONFIGURED, the name of a build, or the address of an index
MIRROR_VARIABLE = "CUDDLE_TORCH_MIRROR"  # address of a copy of all of PyTorch's own indexes
OWN_INDEXES = "https://download.pytorch.org/whl"
AS_CONFIGURED = "pip"
PROBE_SECONDS = 15  # for the whole answer: nobody should wait longer than this to learn that an index is down
ANSWER_SECONDS = 8  # for each step of it
NVIDIA_SMI_SECONDS = 30

# All from here to SIZES_MB holds for this version alone; a test says so when another one is pinned.
KNOWN_VERSION = "2.13.0"
# Oldest driver and compute capabilities of the two builds for NVIDIA cards. CUDA 13 runs on driver 580 and newer and on
# capability 7.5 (Turing) and newer, CUDA 12.6 on driver 525 and capabilities 5.0 (Maxwell) to 9.0 (Hopper).
CUDA_13, CUDA_12 = "cu130", "cu126"
OLDEST_DRIVER = {CUDA_13: 580, CUDA_12: 525}
OLDEST_CAPABILITY = {CUDA_13: 7.5, CUDA_12: 5.0}
FIRST_WITHOUT_CUDA_12 = 10.0  # Blackwell
BUILD_OF_PIP_ON_LINUX = CUDA_13
# What is downloaded, by system, machine and build, with what the build for NVIDIA cards needs from elsewhere.
SIZES_MB = {
    ("linux", "x86_64", "cpu"): 192,
    ("linux", "aarch64", "cpu"): 155,
    ("linux", "x86_64", AS_CONFIGURED): 2730,
    ("linux", "aarch64", AS_CONFIGURED): 2860,
    ("win32", "AMD64", AS_CONFIGURED): 122,
    ("win32", "AMD64", CUDA_13): 1916,
    ("win32", "AMD64", CUDA_12): 2595,
    ("darwin", "arm64", AS_CONFIGURED): 111,
}

HOW_TO_CHOOSE = (
    f"To choose yourself, stop this (Ctrl+C), set {INDEX_VARIABLE} to {AS_CONFIGURED} (what pip finds as it is "
    f"configured), cpu, {CUDA_12}, {CUDA_13} or the address of an index, and start again."
)


class Card(NamedTuple):
    """An NVIDIA card whose driver answers.

    Attributes:
        driver: the driver's major version, 580 for instance; None where it does not say.
        capability: the card's compute capability, 8.9 for instance; None where it does not say.
    """

    driver: int | None
    capability: float | None


class Source(NamedTuple):
    """Where PyTorch comes from.

    Attributes:
        address: of the package index; None for what pip finds as it is configured.
        told: what the person at the terminal reads about it.
    """

    address: str | None
    told: str


def find_cards() -> list[Card]:
    """The NVIDIA cards here, as nvidia-smi lists them; in a container without it, as the driver does."""
    program = shutil.which("nvidia-smi") or shutil.which("nvidia-smi", path="/usr/lib/wsl/lib")
    if not program:
        with contextlib.suppress(OSError):
            return [Card(None, None) for _ in Path("/proc/driver/nvidia/gpus").iterdir()]
        return []
    for fields in (
        "driver_version,compute_cap",
        "driver_version",
    ):  # the second for a driver that is too old for the first
        command = [program, f"--query-gpu={fields}", "--format=csv,noheader"]
        with contextlib.suppress(OSError, subprocess.TimeoutExpired):
            done = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=NVIDIA_SMI_SECONDS,
                check=False,
            )
            if done.returncode == 0:
                return read_cards(done.stdout.decode(errors="replace"))
    return []


def read_cards(listed: str) -> list[Card]:
    """What nvidia-smi printed: a line `driver version, compute capability` for each card."""
    cards = []
    for line in filter(str.strip, listed.splitlines()):
        driver = re.match(r"\s*(\d+)\.\d", line)
        capability = re.search(r",\s*(\d+\.\d+)\s*$", line)
        cards.append(Card(int(driver[1]) if driver else None, float(capability[1]) if capability else None))
    return cards


def suitable_build(system: str, cards: Iterable[Card]) -> str:
    """The build for these cards: the name of one of PyTorch's own indexes, or AS_CONFIGURED where pip finds it."""
    if system == "darwin":
        return AS_CONFIGURED
    usable = [card for card in cards if (card.capability or 99) >= OLDEST_CAPABILITY[CUDA_12]]
    if not usable:
        return "cpu" if system == "linux" else AS_CONFIGURED
    capabilities = [card.capability for card in usable if card.capability is not None]
    build = CUDA_13
    if max(capabilities, default=0) < FIRST_WITHOUT_CUDA_12:
        is_old_card = min(capabilities, default=99) < OLDEST_CAPABILITY[CUDA_13]
        is_old_driver = (usable[0].driver or OLDEST_DRIVER[CUDA_13]) < OLDEST_DRIVER[CUDA_13]
        build = CUDA_12 if is_old_card or is_old_driver else CUDA_13
    return AS_CONFIGURED if system == "linux" and build == BUILD_OF_PIP_ON_LINUX else build


def about_fit(system: str, build: str, cards: list[Card]) -> str:
    """A sentence where `build` does not run on these cards, or not with their driver, else an empty text."""
    cuda = BUILD_OF_PIP_ON_LINUX if system == "linux" and build == AS_CONFIGURED else build
    if not cards or cuda not in OLDEST_DRIVER:
        return ""
    if max(card.capability or 99 for card in cards) < OLDEST_CAPABILITY[cuda]:
        return " It does not run on a card as old as this one: the processor does the work."
    driver = cards[0].driver
    if driver is None or driver >= OLDEST_DRIVER[cuda]:
        return ""
    return (
        f" The NVIDIA driver here is {driver}, and it needs {OLDEST_DRIVER[cuda]} or newer: until you update it, "
        "the processor does the work."
    )


def about_size(system: str, machine: str, build: str) -> str:
    megabytes = SIZES_MB.get((system, machine, build))
    if megabytes is None:
        is_for_cards = build.startswith("cu") or (build == AS_CONFIGURED and system == "linux")
        return "3 GB" if is_for_cards else "200 MB"
    return f"{megabytes / 1000:.1f} GB" if megabytes >= 1000 else f"{round(megabytes, -1)} MB"


def index_of(build: str, environment: Mapping[str, str]) -> str:
    return f"{(environment.get(MIRROR_VARIABLE) or OWN_INDEXES).rstrip('/')}/{build}"


def as_named(named: str, environment: Mapping[str, str]) -> Source:
    """What the person chose: AS_CONFIGURED, a build such as cpu or cu126, or an index's address."""
    if named == AS_CONFIGURED:
        return Source(None, f"PyTorch comes as pip is configured here, as {INDEX_VARIABLE} says.")
    index = index_of(named, environment) if re.fullmatch(r"[a-z]+[0-9.]*", named) else named
    return Source(index, f"PyTorch comes from {without_login(index)}, as {INDEX_VARIABLE} says.")


def without_login(text: str) -> str:
    """`text` with every address in it as it may be shown to others."""
    return re.sub(r"://[^/@\s]*@", "://", text)


def by_itself(
    pin: str, python: Path, system: str, machine: str, cards: list[Card], environment: Mapping[str, str]
) -> Source:
    """The build that suits this machine from PyTorch's own index, where that answers and has it, else what pip finds.

    Args:
        pin: the requirement, `torch==2.13.0`.
        python: the Python it is for, whose pip is asked.
        system: as sys.platform.
        machine: as platform.machine().
    """
    build = suitable_build(system, cards)
    size = about_size(system, machine, AS_CONFIGURED)
    if system == "darwin":
        return Source(None, f"PyTorch comes as pip is configured: about {size}.")
    who = "No NVIDIA card answers here, so PyTorch for the processor alone comes"
    if cards:
        who = f"PyTorch for the NVIDIA card{'s' if len(cards) > 1 else ''} comes"
    ending = f"{about_fit(system, build, cards)} {HOW_TO_CHOOSE}"
    if build == AS_CONFIGURED:
        return Source(None, f"{who} as pip is configured: about {size}.{ending}")
    index = index_of(build, environment)
    why_not = why_unfit(index, pin, python, environment)
    if why_not is None:
        return Source(index, f"{who} from {without_login(index)}: about {about_size(system, machine, build)}.{ending}")
    what = "with all that NVIDIA cards need" if system == "linux" else "for the processor alone"
    ending = f"{about_fit(system, AS_CONFIGURED, cards)} {HOW_TO_CHOOSE}"
    return Source(None, f"{why_not} So PyTorch comes as pip is configured, {what}: up to {size}.{ending}")


def why_unfit(index: str, pin: str, python: Path, environment: Mapping[str, str]) -> str | None:
    """Ask `index` for the pinned version for this Python and machine: None where it has it, else a sentence.

    It is pip that asks, with the proxy, certificates and login that it is configured with, and judges what fits.
    """
    name, version = pin.split("==")
    shown = without_login(index)
    with tempfile.TemporaryDirectory() as nothing:
        command = [str(python), "-m", "pip", "index", "versions", name, "--index-url", index, "-vv", "--no-input"]
        command += ["--timeout", str(ANSWER_SECONDS), "--retries", "0", "--disable-pip-version-check"]
        # Other places that pip is configured to look at say nothing about this index.
        alone = {**environment, "PIP_EXTRA_INDEX_URL": index, "PIP_FIND_LINKS": nothing}
        try:
            done = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                env=alone,
                timeout=PROBE_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return f"{shown} did not answer within {PROBE_SECONDS} seconds."
    printed = done.stdout.decode(errors="replace")
    found = re.search(r"^Available versions: (.*)$", printed, re.MULTILINE)
    if found and version in [one.strip().split("+")[0] for one in found[1].split(",")]:
        return None
    if re.search(r"^Ignoring indexes: ", printed, re.MULTILINE):
        return "pip is configured to ask no index."
    failed = re.search(
        r"Could not fetch URL \S+ (.*?)(?: - skipping)?$|(\S+ is not a trusted or secure host)", printed, re.MULTILINE
    )
    if failed:
        return f"{shown} could not be read ({shortened(failed[1] or failed[2])})."
    return f"{shown} has no {name} {version} for this Python and machine."


def shortened(reason: str) -> str:
    """What says most in pip's account of a failed request: `[Errno 111] Connection refused` for instance."""
    if re.search(r"time(d )?out", reason, re.IGNORECASE):
        return "no answer in time"
    telling = (
        r"\[(?:Errno|SSL)[^\]]*\][^'\"()]*",
        r"\d{3} (?:Client|Server) Error: .*?(?= for url|$)",
        r"[^'\"()]{12,}(?=['\"]\)*$)",  # the innermost of nested errors
    )
    found = next(filter(None, (re.search(pattern, reason) for pattern in telling)), None)
    return (found[0] if found else reason).strip()[:120]
