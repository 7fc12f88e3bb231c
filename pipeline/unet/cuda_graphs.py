"""Work on a CUDA card captured once, so that all of its kernels are launched at once from then on."""

from collections.abc import Callable

import torch
from torch import Tensor


def capture(work: Callable[[], Tensor], warm_up_steps: int) -> tuple[torch.cuda.CUDAGraph, Tensor]:
    """The work as a graph, and the tensor in which each replay leaves its answer.

    It runs warm_up_steps times before, so that libraries have chosen their kernels. Errors: what CUDA raises for work
    that cannot be captured.
    """
    side = torch.cuda.Stream()
    side.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(side):
        for _ in range(warm_up_steps):
            work()
    torch.cuda.current_stream().wait_stream(side)
    torch.cuda.synchronize()
    torch.cuda.empty_cache()
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        answer = work()
    return graph, answer
