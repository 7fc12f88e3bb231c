"""The autoencoder: L1 on pixels and on their differences at two scales (which keeps edges), a little KL."""

from collections import deque
from pathlib import Path

import torch
import torch.nn.functional as F
from diffusers import AutoencoderKL
from torch import Tensor, nn

from pipeline.pocket.architecture import build_vae
from pipeline.pocket.pretraining.renders import read_chunk
from pipeline.pocket.pretraining.schedule import Average, Stage, learning_rate

BATCH = 64
PEAK_LEARNING_RATE = 1e-3
KL_WEIGHT = 2e-4
MOST_SCENES = 24_576  # 4.8 GB of pixels on the GPU


def differences(pixels: Tensor) -> list[Tensor]:
    return [pixels[..., 1:] - pixels[..., :-1], pixels[..., 1:, :] - pixels[..., :-1, :]]


class Reconstruction(nn.Module):
    """The training loss of one batch."""

    def __init__(self, vae: AutoencoderKL) -> None:
        super().__init__()
        self.vae = vae

    def forward(self, pixels: Tensor, noise: Tensor) -> tuple[Tensor, Tensor]:
        """Receives: pixels (batch, 3, 256, 256) in [-1, 1], noise (batch, 4, 32, 32). Returns: loss, L1."""
        mean, log_variance = self.vae.quant_conv(self.vae.encoder(pixels)).float().chunk(2, dim=1)
        log_variance = log_variance.clamp(-20, 10)
        latents = mean + torch.exp(0.5 * log_variance) * noise
        painted = self.vae.decoder(self.vae.post_quant_conv(latents)).float()
        plain = (painted - pixels).abs().mean()
        edges = sum((a - b).abs().mean() for a, b in zip(differences(painted), differences(pixels), strict=True))
        half, half_painted = F.avg_pool2d(pixels, 2), F.avg_pool2d(painted, 2)
        edges = edges + sum((a - b).abs().mean() for a, b in zip(differences(half_painted), differences(half), strict=True))
        kl = 0.5 * (mean**2 + log_variance.exp() - 1 - log_variance).mean()
        return plain + (painted - pixels).square().mean() + edges + KL_WEIGHT * kl, plain.detach()


class Pixels:
    """Renders on the device, growing as chunks arrive."""

    def __init__(self, folder: Path, device: torch.device, most_scenes: int) -> None:
        self.folder, self.read = folder, 0
        self.waiting: deque[Path] = deque()
        self.data = torch.empty((most_scenes, 256, 256, 3), dtype=torch.uint8, device=device)
        self.count, self.device = 0, device

    def take(self, most_chunks: int = 1) -> None:
        """Reads up to so many of the chunks that have appeared since."""
        paths = sorted(self.folder.glob("chunk-*.npz"))[self.read :][:most_chunks]
        for path in paths:
            pixels = torch.from_numpy(read_chunk(path).pixels)
            room = min(len(pixels), len(self.data) - self.count)
            self.data[self.count : self.count + room].copy_(pixels[:room])
            self.count, self.read = self.count + room, self.read + 1

    def batch(self, size: int) -> Tensor:
        """(size, 3, 256, 256) in [-1, 1], half of them mirrored."""
        rows = torch.randint(self.count, (size,), device=self.device)
        pixels = self.data[rows].permute(0, 3, 1, 2).float() / 127.5 - 1
        mirrored = torch.rand(size, 1, 1, 1, device=self.device) < 0.5
        return torch.where(mirrored, pixels.flip(-1), pixels).contiguous(memory_format=torch.channels_last)


def train_vae(pixels: Pixels, stage: Stage, *, batch: int = BATCH, compiled: bool = True, report=print) -> AutoencoderKL:
    """Trains for the stage's time and returns the averaged autoencoder in fp32, its scaling factor measured."""
    device = pixels.device
    vae = build_vae().to(device, memory_format=torch.channels_last)
    loss_of = Reconstruction(vae)
    run = torch.compile(loss_of) if compiled else loss_of
    optimizer = torch.optim.AdamW(vae.parameters(), lr=1e-4, betas=(0.9, 0.99), weight_decay=1e-4, fused=device.type == "cuda")
    average = Average(vae, 0.999)
    for step in stage.steps():
        if step % 4 == 0 and pixels.count < len(pixels.data):
            pixels.take()
        rate = learning_rate(PEAK_LEARNING_RATE, stage.progress())
        for group in optimizer.param_groups:
            group["lr"] = rate
        x = pixels.batch(batch)
        with torch.autocast(device.type, torch.bfloat16):
            loss, plain = run(x, torch.randn(batch, 4, 32, 32, device=device))
        loss.backward()
        nn.utils.clip_grad_norm_(vae.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        average.at(step)
        average.update()
        if step % 200 == 0:
            report(f"vae step {step} spent {stage.spent():.0f} s scenes {pixels.count} loss {loss.item():.4f} L1 {plain.item():.4f}")
    average.exchange()
    with torch.no_grad():
        means = [vae.encode(pixels.batch(batch)).latent_dist.sample() for _ in range(8)]
    vae.register_to_config(scaling_factor=round(1 / torch.cat(means).std().item(), 5))
    return vae.float()
