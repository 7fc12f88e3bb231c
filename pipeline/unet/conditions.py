"""Prompts as a diffusers UNet reads them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from torch import Tensor

from pipeline.conditions import Conditions


@dataclass(frozen=True, kw_only=True, slots=True)
class UnetConditions(Conditions):
    """Encoded prompts for a UNet's cross-attention.

    Attributes:
        prompt_embeds: (prompts, 77 tokens for each chunk, width).
        pooled_prompt_embeds: (prompts, width).
        sizes: (prompts, 6) in fp32 (Conditions.with_sizes); None where the picture is whole and as large as it is made.
    """

    prompt_embeds: Tensor
    pooled_prompt_embeds: Tensor
    sizes: Tensor | None = None

    def tensors(self) -> Mapping[str, Tensor]:
        """All three, sizes only where they are told."""
        words = {"prompt_embeds": self.prompt_embeds, "pooled_prompt_embeds": self.pooled_prompt_embeds}
        return words if self.sizes is None else words | {"sizes": self.sizes}

    def of(self, tensors: Mapping[str, Tensor]) -> Self:
        """Others, holding these."""
        return type(self)(**tensors)

    def with_sizes(self, sizes: Tensor) -> Self:
        """Told these as well."""
        return replace(self, sizes=sizes)
