"""Words as a base model reads them."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True, kw_only=True, slots=True)
class Conditions:
    """Encoded prompts. hidden: (prompts, 77 tokens for each chunk, width); pooled: (prompts, width).

    sizes: (prompts, 6) in fp32, for models that are told a picture's original height and width, its crop's top and
    left, and its height and width; None where the picture is whole and as large as it is made.
    """

    hidden: Tensor
    pooled: Tensor
    sizes: Tensor | None = None

    def repeated(self, times: int) -> "Conditions":
        """The same prompts again and again, for a batch of several pictures."""
        return Conditions.joined([self] * times)

    @staticmethod
    def joined(parts: Sequence["Conditions"]) -> "Conditions":
        """The prompts of all parts, in order. Either all parts say sizes, or none does."""
        sizes = [part.sizes for part in parts if part.sizes is not None]
        return Conditions(
            hidden=torch.cat([part.hidden for part in parts]),
            pooled=torch.cat([part.pooled for part in parts]),
            sizes=torch.cat(sizes) if sizes else None,
        )
