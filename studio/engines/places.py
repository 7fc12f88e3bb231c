"""Where workers run: one for each CUDA device, found without loading torch."""

import os
import re
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from studio.errors import StudioError

LIST_SECONDS = 20.0  # nvidia-smi wakes cards that sleep, which can take some seconds

_DEVICE = re.compile(r"\s*(GPU|MIG)\b.*\(UUID: ([A-Za-z0-9-]+)\)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """What one worker gets: its number, from 0, and what is set in its environment."""

    slot: int
    environment: Mapping[str, str] = field(default_factory=dict[str, str])


def places(
    device: str,
    workers: int | None,
    environment: Mapping[str, str] = os.environ,
    list_cards: Callable[[], str | None] = lambda: nvidia_smi(),
    cores: int | None = None,
) -> list[Place]:
    """One place per CUDA device, else one; or as many as `workers` says. `device`: "auto", "cpu", "cuda" or "mps".

    Errors: StudioError for more workers than CUDA devices, as two on one card would fill each other's memory.
    """
    devices = [] if device in ("cpu", "mps") else cuda_devices(environment, list_cards)
    if not devices:
        count = workers or 1
        shared: dict[str, str] = {}
        if count > 1 and "OMP_NUM_THREADS" not in environment:
            shared["OMP_NUM_THREADS"] = str(max(1, (cores or os.cpu_count() or 1) // count))
        return [Place(slot=slot, environment=shared) for slot in range(count)]
    if workers is not None and workers > len(devices):
        raise StudioError("workers-too-many", workers=workers, cards=len(devices))
    return [
        Place(slot=slot, environment={"CUDA_VISIBLE_DEVICES": name})
        for slot, name in enumerate(devices[: workers or len(devices)])
    ]


def cuda_devices(environment: Mapping[str, str], list_cards: Callable[[], str | None]) -> list[str]:
    """The names of the CUDA devices that may be used, as CUDA_VISIBLE_DEVICES takes them; empty where none are known.

    What CUDA_VISIBLE_DEVICES allows counts, and like CUDA it ends at the first name that means nothing.
    """
    allowed = environment.get("CUDA_VISIBLE_DEVICES")
    if allowed is None:
        return devices_in(list_cards() or "")
    names: list[str] = []
    for name in (part.strip() for part in allowed.split(",")):
        if not (name.isascii() and name.isdigit()) and not name.startswith(("GPU-", "MIG-")):
            break
        names.append(name)
    return list(dict.fromkeys(names))


def devices_in(listed: str) -> list[str]:
    """The UUIDs in what `nvidia-smi -L` says: of every card, or of its parts where it is split into some (MIG).

    Not the numbers, since CUDA may count the cards in another order than nvidia-smi.
    """
    found: list[tuple[str, list[str]]] = []
    for line in listed.splitlines():
        match = _DEVICE.match(line)
        if match is None:
            continue
        if match[1] == "GPU":
            found.append((match[2], []))
        elif found:
            found[-1][1].append(match[2])
    return [name for card, parts in found for name in (parts or [card])]


def nvidia_smi() -> str | None:
    """What `nvidia-smi -L` says; None where it is not there or does not answer."""
    command: Sequence[str] = ("nvidia-smi", "-L")
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=LIST_SECONDS, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout
