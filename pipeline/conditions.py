"""Prompts as a base model reads them, opaque to everybody but the family that encoded them."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Self

import torch
from torch import Tensor


class Conditions(ABC):
    """Encoded prompts, one row each. What they hold is known to their family alone; everybody else picks rows."""

    @abstractmethod
    def tensors(self) -> Mapping[str, Tensor]:
        """What they hold by name, each (prompts, ...); always the same names in the same order for the same content."""

    @abstractmethod
    def of(self, tensors: Mapping[str, Tensor]) -> Self:
        """Others of this family, holding these."""

    def with_sizes(self, sizes: Tensor) -> Self:
        """Told as well, where the model listens to it, how large pictures were and how they were cropped.

        sizes: (prompts, 6) in fp32: a picture's original height and width, its crop's top and left, its height and
        width (SDXL's paper, section 2.2). Without them a picture is whole and as large as it is made.
        """
        return self

    def __len__(self) -> int:
        return len(next(iter(self.tensors().values())))

    @property
    def shapes(self) -> tuple[tuple[str, torch.Size], ...]:
        """Equal for conditions whose values can be written into each other's places."""
        return tuple((name, value.shape) for name, value in self.tensors().items())

    def rows(self, which: Tensor | slice | Sequence[int]) -> Self:
        """Those of these rows, in this order. which: a long tensor where the conditions are, numbers, or a slice."""
        if isinstance(which, Tensor):
            return self.of({name: value.index_select(0, which) for name, value in self.tensors().items()})
        chosen = which if isinstance(which, slice) else list(which)
        return self.of({name: value[chosen] for name, value in self.tensors().items()})

    def repeated(self, times: int) -> Self:
        """The same prompts again and again, for a batch of several pictures."""
        return self.joined([self] * times)

    @classmethod
    def joined(cls, parts: Sequence[Self]) -> Self:
        """The prompts of all parts, in order. All hold the same, and prompts of one length."""
        each = [part.tensors() for part in parts]
        return parts[0].of({name: torch.cat([one[name] for one in each]) for name in each[0]})

    def cloned(self) -> Self:
        """With tensors of their own."""
        return self.of({name: value.clone() for name, value in self.tensors().items()})

    def copy_(self, other: "Conditions") -> None:
        """Write other values of the same shapes where these lie; nobody waits for the device."""
        theirs = other.tensors()
        for name, value in self.tensors().items():
            value.copy_(theirs[name], non_blocking=True)
