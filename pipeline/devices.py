"""Which device works, in which number type, and with how many threads."""

import gc
import os
from collections.abc import Collection

import torch

from studio.errors import StudioError
from studio.words import Listing


def choose(asked: str) -> torch.device:
    """The device for "auto", "cpu", "cuda" or "mps". Errors: StudioError for one that is not there."""
    there = {"cpu": True, "cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    if asked == "auto":
        return torch.device(next(name for name in ("cuda", "mps", "cpu") if there[name]))
    if asked not in there:
        raise StudioError("device-unknown", device=asked, fine=Listing(list(there), most=None, style="comma"))
    if not there[asked]:
        here = Listing([name for name, is_there in there.items() if is_there], most=None, style="comma")
        raise StudioError("device-not-usable", device=asked, fine=here)
    return torch.device(asked)


def compute_dtype(device: torch.device) -> torch.dtype:
    """The type of the UNet's weights: half the memory where the device computes well in it, fp32 otherwise."""
    if device.type == "cuda":
        return torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float16
    if device.type == "mps" and torch.backends.mps.is_macos_or_newer(14, 0):
        return torch.bfloat16  # fp16 overflows in SDXL's deepest attention, and macOS 13 has no bfloat16
    return torch.float32


def in_words(device: torch.device) -> str:
    """What the page calls the device, such as "NVIDIA H200 (140 GB)" or "CPU (2 cores)"."""
    if device.type == "cuda":
        facts = torch.cuda.get_device_properties(device)
        return f"{facts.name} ({facts.total_memory / 2**30:.0f} GB)"
    if device.type == "mps":
        return "Apple GPU"
    return f"CPU ({torch.get_num_threads()} cores)"


def gpu_gb(device: torch.device) -> float | None:
    """How much memory the device has for models, in GB of 10**9 bytes; None for the CPU."""
    if device.type == "cuda":
        return torch.cuda.get_device_properties(device).total_memory / 1e9
    if device.type == "mps":
        return torch.mps.recommended_max_memory() / 1e9
    return None


def usable_bytes(device: torch.device) -> float:
    """What this process may still use of a CUDA device's memory or already holds without need; others' is not counted.

    A limit that was set for the process (torch.cuda.set_per_process_memory_fraction) counts.
    """
    free, total = torch.cuda.mem_get_info(device)
    reserved, allocated = torch.cuda.memory_reserved(device), torch.cuda.memory_allocated(device)
    number = torch.cuda.current_device() if device.index is None else device.index
    held = _held_by_graphs(number)  # not in use, but nobody else's either
    limit = torch.cuda.get_per_process_memory_fraction(number) * total - allocated
    return min(free + reserved - allocated, limit) - held


def bytes_in_pools(device: torch.device, pools: Collection[tuple[int, int]]) -> float:
    """What captured CUDA graphs with these pools of memory take in all; it is usable once they are gone."""
    if not pools or device.type != "cuda":
        return 0.0
    segments = torch.cuda.memory_snapshot()
    return sum(segment["total_size"] for segment in segments if tuple(segment["segment_pool_id"]) in pools)


def give_back(device: torch.device) -> None:
    """Memory of which nothing is used any more goes back to the device."""
    gc.collect()
    if device.type == "cuda":
        torch.cuda.empty_cache()


def _held_by_graphs(number: int) -> float:
    """Bytes that captured CUDA graphs keep for themselves, beside what they hold tensors in."""
    segments = torch.cuda.memory_snapshot()
    return sum(
        segment["total_size"] - segment["allocated_size"]
        for segment in segments
        if segment["device"] == number and tuple(segment["segment_pool_id"]) != (0, 0)
    )


def use_the_cores_there_are() -> None:
    """One thread per physical core that this process may use: more only wait for each other."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    torch.set_num_threads(max(1, min(torch.get_num_threads(), allowed)))
