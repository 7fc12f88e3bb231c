"""What the stages share: pieces of limited time, the learning rate over a stage, averaged weights."""

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import torch
from torch import nn


@dataclass(kw_only=True)
class Stage:
    """A stage of `seconds` of training, done in pieces; `done` is what earlier pieces spent of it."""

    seconds: float
    done: float = 0.0
    piece: float = math.inf
    clock: Callable[[], float] = time.monotonic
    started: float = field(init=False)

    def __post_init__(self) -> None:
        self.started = self.clock()

    def spent(self) -> float:
        return self.done + self.clock() - self.started

    def progress(self) -> float:
        """0 at the stage's start, 1 at its end."""
        return min(1.0, self.spent() / self.seconds)

    def steps(self) -> Iterator[int]:
        """Counts steps until the stage or this piece of it is over."""
        step = 0
        while self.spent() < self.seconds and self.clock() - self.started < self.piece:
            yield step
            step += 1


def learning_rate(peak: float, progress: float, warm_up: float = 0.02) -> float:
    """Linear warm-up over the first share of the stage, then half a cosine down to 1 % of the peak."""
    if progress < warm_up:
        return peak * progress / warm_up
    return peak * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * (progress - warm_up) / (1 - warm_up))))


class Average:
    """The exponential average of a module's parameters, in place and without a host step: a CUDA graph can hold it."""

    def __init__(self, module: nn.Module, decay: float) -> None:
        self.live = [p for p in module.parameters() if p.requires_grad]
        self.mean = [p.detach().clone() for p in self.live]
        self.weight = torch.tensor(1.0 - decay, device=self.live[0].device)
        self.decay = decay

    def at(self, step: int) -> None:
        """Short memory at first, so that the random start is forgotten."""
        self.weight.fill_(1.0 - min(self.decay, (1 + step) / (10 + step)))

    @torch.no_grad()
    def update(self) -> None:
        step = torch._foreach_sub([p.detach() for p in self.live], self.mean)  # type: ignore[attr-defined]
        torch._foreach_mul_(step, self.weight)  # type: ignore[attr-defined]
        torch._foreach_add_(self.mean, step)  # type: ignore[attr-defined]

    @torch.no_grad()
    def exchange(self) -> None:
        """Puts the average into the module and keeps what was there; a second call undoes it."""
        for live, mean in zip(self.live, self.mean, strict=True):
            kept = live.detach().clone()
            live.copy_(mean)
            mean.copy_(kept)
