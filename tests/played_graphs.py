"""CUDA graphs that are played on the CPU, in the place of pipeline.unet.cuda_graphs.capture.

For tests of what a graph reads, and of what is written where it reads.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import pytest
import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

from pipeline import devices
from pipeline.families.sdxl import SdxlShaped
from pipeline.unet import cuda_graphs
from pipeline.unet.picture_graphs import PictureGraphs


class Played(TorchDispatchMode):
    """A graph as CUDA's is: which operations on which memory. No Python runs again, and no number may be read."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[tuple[Any, Any, Any, Any]] = []
        self.replays = 0

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        if func is torch.ops.aten._local_scalar_dense.default:
            raise RuntimeError("operation not permitted when stream is capturing")
        answer = func(*args, **(kwargs or {}))
        self.calls.append((func, args, kwargs or {}, answer))
        return answer

    def replay(self) -> None:
        """Every operation again, its answer where it was."""
        self.replays += 1
        with torch._C._AutoDispatchBelowAutograd():  # the backward pass was recorded as well
            for func, args, kwargs, answer in self.calls:
                for was, new in zip(tree_leaves(answer), tree_leaves(func(*args, **kwargs)), strict=True):
                    if isinstance(was, Tensor) and was.data_ptr() != new.data_ptr():
                        was.copy_(new)

    def pool(self) -> tuple[int, int]:
        """Memory of its own it has none."""
        return (0, 0)


def capture(captured: list[Played], work: Callable[[], Tensor], warm_up_steps: int) -> tuple[Played, Tensor]:
    """As pipeline.unet.cuda_graphs.capture; the graph is in `captured` then, too."""
    for _ in range(warm_up_steps):
        work()
    graph = Played()
    with graph:
        answer = work()
    answer.fill_(torch.nan)  # a capture computes nothing
    captured.append(graph)
    return graph, answer


@contextmanager
def playing(loaded: SdxlShaped) -> Iterator[list[Played]]:
    """Inside the block graphs are made of passes on the CPU: all that were captured."""
    captured: list[Played] = []
    made = PictureGraphs.__init__

    def begin(self: PictureGraphs, *parts: Any, **named: Any) -> None:
        made(self, *parts, **named)
        self._refused = False

    loaded.pictures.caches.clear()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(cuda_graphs, "capture", partial(capture, captured))
        patched.setattr(devices, "usable_bytes", lambda device: 1e12)
        patched.setattr(PictureGraphs, "__init__", begin)
        patched.setattr(loaded.pictures, "_refused", False)
        try:
            yield captured
        finally:
            loaded.pictures.forget()
            loaded.pictures.caches.clear()
