"""The autoencoder: L1 on pixels and on their differences at two scales (which keeps edges), a little KL."""

from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from diffusers.models.autoencoders.autoencoder_kl import AutoencoderKL
from torch import Tensor, nn

from pocket.architecture import build_vae
from pocket.pretraining.renders import read_chunk
from pocket.pretraining.schedule import Average, Stage, learning_rate

CROP = 128  # half of the picture's side, around a creature: they are where the detail is
BATCH = 112
PEAK_LEARNING_RATE = 1e-3
FIGURE_WEIGHT = 3.0  # a creature's pixel counts 1 + this
KL_WEIGHT = 2e-4
WHOLE_SHARE = 0.12  # the last share of the stage sees whole pictures, for the attention in the middle
MOST_SCENES = 24_576  # 4.8 GB of pixels on the GPU


def differences(pixels: Tensor) -> list[Tensor]:
    return [pixels[..., 1:] - pixels[..., :-1], pixels[..., 1:, :] - pixels[..., :-1, :]]


class Reconstruction(nn.Module):
    """The training loss of one batch."""

    def __init__(self, vae: AutoencoderKL) -> None:
        super().__init__()
        self.vae: Any = vae

    def forward(self, pixels: Tensor, figures: Tensor, noise: Tensor) -> tuple[Tensor, Tensor]:
        """Receives: pixels (batch, 3, n, n) in [-1, 1], figures (batch, 1, n, n) in {0, 1},
        noise (batch, 4, n / 8, n / 8). Returns: loss, squared error."""
        mean, log_variance = self.vae.quant_conv(self.vae.encoder(pixels)).float().chunk(2, dim=1)
        log_variance = log_variance.clamp(-20, 10)
        latents = mean + torch.exp(0.5 * log_variance) * noise
        painted = self.vae.decoder(self.vae.post_quant_conv(latents)).float()
        weight = (1 + FIGURE_WEIGHT * figures) / (1 + FIGURE_WEIGHT * figures.mean())
        error = (painted - pixels) * weight
        edges = sum(d.abs().mean() for d in differences(error)) + sum(
            d.abs().mean() for d in differences(F.avg_pool2d(error, 2))
        )
        squared = (painted - pixels).square().mean()
        kl = 0.5 * (mean**2 + log_variance.exp() - 1 - log_variance).mean()
        return error.abs().mean() + 3 * (
            error * (painted - pixels)
        ).mean() + 0.7 * edges + KL_WEIGHT * kl, squared.detach()


class Pixels:
    """Renders on the device, growing as chunks arrive."""

    def __init__(self, folder: Path, device: torch.device, most_scenes: int) -> None:
        self.folder, self.read = folder, 0
        self.waiting: deque[Path] = deque()
        self.data = torch.empty((most_scenes, 256, 256, 3), dtype=torch.uint8, device=device)
        self.owners = torch.empty((most_scenes, 256, 256), dtype=torch.uint8, device=device)
        self.count, self.device = 0, device

    def take(self, most_chunks: int = 1) -> None:
        """Reads up to so many of the chunks that have appeared since."""
        paths = sorted(self.folder.glob("chunk-*.npz"))[self.read :][:most_chunks]
        for path in paths:
            chunk = read_chunk(path)
            room = min(len(chunk.pixels), len(self.data) - self.count)
            here = slice(self.count, self.count + room)
            self.data[here].copy_(torch.from_numpy(chunk.pixels[:room]))
            self.owners[here].copy_(torch.from_numpy(chunk.owners[:room]))
            self.count, self.read = self.count + room, self.read + 1

    def batch(self, size: int, crop: int) -> tuple[Tensor, Tensor]:
        """Pixels (size, 3, crop, crop) in [-1, 1] and figures (size, 1, crop, crop), half of them mirrored.

        A crop smaller than the picture lies around a random pixel of a creature (one time in six anywhere)."""
        scenes = torch.randint(self.count, (size,), device=self.device)
        owners = self.owners[scenes]
        liking = torch.rand(owners.shape, device=self.device, dtype=torch.float16) + (owners > 0)
        anywhere = torch.rand(size, 1, device=self.device) < 1 / 6
        centre = torch.where(anywhere, torch.rand(size, 2, device=self.device) * 256, self._where(liking))
        corner = (
            (centre - crop / 2 + (torch.rand(size, 2, device=self.device) - 0.5) * crop / 3).clamp(0, 256 - crop).long()
        )
        along = torch.arange(crop, device=self.device)
        rows, columns = corner[:, 0, None] + along, corner[:, 1, None] + along
        mirrored = torch.rand(size, 1, device=self.device) < 0.5
        columns = torch.where(mirrored, columns.flip(1), columns)
        pick = (scenes[:, None, None], rows[:, :, None], columns[:, None, :])
        pixels = self.data[pick].permute(0, 3, 1, 2).float() / 127.5 - 1
        figures = (self.owners[pick] > 0).float()[:, None]
        return pixels.contiguous(memory_format=torch.channels_last), figures

    @staticmethod
    def _where(liking: Tensor) -> Tensor:
        """Row and column (size, 2) of the greatest value of each map."""
        best = liking.flatten(1).argmax(dim=1)
        return torch.stack([best // liking.shape[-1], best % liking.shape[-1]], dim=1).float()


def train_vae(
    pixels: Pixels,
    stage: Stage,
    *,
    start: AutoencoderKL | None = None,
    batch: int = BATCH,
    compiled: bool = True,
    peak: float = PEAK_LEARNING_RATE,
    report: Callable[[str], None] = print,
) -> AutoencoderKL:
    """Trains for the stage's time and returns the averaged autoencoder in fp32, its scaling factor measured."""
    device = pixels.device
    vae: Any = start or build_vae()
    vae = vae.float().to(device, memory_format=torch.channels_last).train()
    loss_of = Reconstruction(vae)
    run = torch.compile(loss_of, dynamic=False) if compiled else loss_of
    optimizer = torch.optim.AdamW(
        vae.parameters(), lr=1e-4, betas=(0.9, 0.99), weight_decay=1e-4, fused=device.type == "cuda"
    )
    average = Average(vae, 0.999)
    for step in stage.steps():
        if step % 8 == 0 and pixels.count < len(pixels.data):
            pixels.take()
        for group in optimizer.param_groups:
            group["lr"] = learning_rate(peak, stage.progress())
        whole = stage.progress() > 1 - WHOLE_SHARE
        size, crop = (batch // 4, 256) if whole else (batch, CROP)
        x, figures = pixels.batch(size, crop)
        with torch.autocast(device.type, torch.bfloat16):
            loss, squared = (loss_of if whole else run)(
                x, figures, torch.randn(size, 4, crop // 8, crop // 8, device=device)
            )
        loss.backward()
        nn.utils.clip_grad_norm_(vae.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        average.at(step)
        average.update()
        if step % 100 == 0:
            report(
                f"vae step {step} spent {stage.spent():.0f} s scenes {pixels.count} "
                f"loss {loss.item():.4f} mse {squared.item():.5f}"
            )
    average.exchange()
    with torch.no_grad():
        means = [vae.encode(pixels.batch(32, 256)[0]).latent_dist.sample() for _ in range(8)]
    vae.register_to_config(scaling_factor=round(1 / torch.cat(means).std().item(), 5))
    return vae
