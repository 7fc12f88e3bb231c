"""What a lesson needs of the autoencoder and the text encoders, computed once before its first step."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from pipeline.families.resident import Conditions, Resident


@dataclass(frozen=True, kw_only=True, slots=True)
class LatentCache:
    """Latents of every variant of every picture as the distribution they have.

    mean, deviation: (pictures, variants, channels, size, size), fp32 on the device.
    """

    mean: Tensor
    deviation: Tensor

    def __len__(self) -> int:
        return len(self.mean)

    def draw(self, count: int, generator: torch.Generator) -> Tensor:
        """`count` latents, sampled anew: different pictures as long as there are enough, one variant of each."""
        order = torch.randperm(len(self), generator=generator)
        pictures = order.repeat(-(-count // len(self)))[:count]
        variants = torch.randint(self.mean.shape[1], (count,), generator=generator)
        fresh = torch.randn((count, *self.mean.shape[2:]), generator=generator)
        device = self.mean.device
        at = (on_its_way(pictures, device), on_its_way(variants, device))
        return self.mean[at] + self.deviation[at] * on_its_way(fresh, device)


@dataclass(frozen=True, kw_only=True, slots=True)
class WordCache:
    """One encoded prompt for a whole lesson."""

    conditions: Conditions

    def repeated(self, count: int) -> Conditions:
        """The prompt for a batch of `count`."""
        return self.conditions.repeated(count)


def encode_pictures(resident: Resident, crops: Sequence[Tensor], on_picture: Callable[[], None]) -> LatentCache:
    """Receives: for each picture (variants, 3, size, size) in [-1, 1]. on_picture is called after each one."""
    means, deviations = [], []
    for variants in crops:
        mean, deviation = resident.encode_pixels(variants)
        means.append(mean)
        deviations.append(deviation)
        on_picture()
    return LatentCache(mean=torch.stack(means), deviation=torch.stack(deviations))


def encode_words(resident: Resident, prompt: str) -> WordCache:
    """The prompt that every picture of one kind is learned with."""
    return WordCache(conditions=resident.encode_prompts([prompt]))


def on_its_way(drawn: Tensor, device: torch.device) -> Tensor:
    """Numbers drawn on the CPU, on the device as soon as it needs them; nobody waits for the copy."""
    return drawn.pin_memory().to(device, non_blocking=True) if device.type == "cuda" else drawn.to(device)
