"""A closer look at one creature: its box, enlarged to 64x64, for what the readers' first look confuses.

The first look reads cell by cell, and a man's clothes look like a woman's; which of two colours is the main one shows
only on the whole figure. `python -m benchmarks.pocket.closer` trains the closer look on a CPU, in minutes.
"""

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from pipeline.pocket.pretraining.schedule import learning_rate
from pipeline.pocket.world.attributes import COLOURS, KINDS

FILE = Path(__file__).parent / "closer.safetensors"
SIDE = 64
LEAST_PIXELS = 300  # a creature of which fewer are seen teaches nothing
MARGIN = 1.15  # the box is this much larger than the creature
HEADS = {"kind": tuple(KINDS), "colour": tuple(COLOURS), "pattern_colour": tuple(COLOURS)}


class Closer(nn.Module):
    """0.6 million parameters; input (n, 4, 64, 64): the colours in 0..1 and where the creature is."""

    def __init__(self) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        before = 4
        for channels in (32, 64, 96, 128):
            for channels_in, stride in ((before, 2), (channels, 1)):
                layers.append(nn.Conv2d(channels_in, channels, 3, stride, padding=1, bias=False))
                layers += [nn.BatchNorm2d(channels), nn.SiLU()]
            before = channels
        self.layers = nn.Sequential(*layers)
        self.out = nn.Linear(128 * 16, sum(len(values) for values in HEADS.values()))

    def forward(self, crops: Tensor) -> dict[str, Tensor]:
        logits = self.out(F.dropout(self.layers(crops * 2 - 1).flatten(1), 0.2, self.training))
        return dict(zip(HEADS, logits.split([len(values) for values in HEADS.values()], 1), strict=True))


def crop_of(pixels: NDArray[np.uint8], mask: NDArray[np.bool_]) -> Tensor:
    """(4, 64, 64) from a picture (256, 256, 3) and the creature's cells or pixels (n, n)."""
    rows, columns = np.nonzero(mask)
    scale = len(pixels) / len(mask)
    top, bottom, left, right = rows.min(), rows.max() + 1, columns.min(), columns.max() + 1
    half = max(bottom - top, right - left) * scale * MARGIN / 2
    middle = (columns.min() + columns.max() + 1) * scale / 2, (top + bottom) * scale / 2
    size = len(pixels) / 2
    theta = torch.tensor(
        [[half / size, 0, middle[0] / size - 1], [0, half / size, middle[1] / size - 1]], dtype=torch.float32
    )
    grid = F.affine_grid(theta[None], [1, 4, SIDE, SIDE], align_corners=False)
    colours = torch.from_numpy(pixels).permute(2, 0, 1)[None].float() / 255
    where = F.interpolate(torch.from_numpy(mask)[None, None].float(), size=pixels.shape[:2], mode="nearest")
    return F.grid_sample(torch.cat([colours, where], 1), grid, align_corners=False, padding_mode="border")[0]


def load(path: Path = FILE) -> Closer:
    model = Closer()
    model.load_state_dict({name: value.float() for name, value in load_file(path).items()}, strict=False)
    return model.eval()


@torch.no_grad()
def look(model: Closer, crops: Sequence[Tensor]) -> list[dict[str, str]]:
    """The best value of each of HEADS for every crop."""
    if not crops:
        return []
    seen = model(torch.stack(list(crops)))
    best = {name: logits.argmax(1).tolist() for name, logits in seen.items()}
    return [{name: HEADS[name][best[name][k]] for name in HEADS} for k in range(len(crops))]


def augmented(crops: Tensor) -> Tensor:
    """Mirrored, moved, a little noisy, blurred and off in colour."""
    n = len(crops)
    turn = torch.where(torch.rand(n) < 0.5, -1.0, 1.0)
    zoom = 0.9 + 0.25 * torch.rand(n)
    shift = 0.12 * (torch.rand(n, 2) - 0.5)
    zero = torch.zeros(n)
    across = torch.stack([turn * zoom, zero, shift[:, 0]], 1)
    theta = torch.stack([across, torch.stack([zero, zoom, shift[:, 1]], 1)], 1)
    grid = F.affine_grid(theta, list(crops.shape), align_corners=False)
    moved = F.grid_sample(crops, grid, align_corners=False, padding_mode="border")
    soft = F.avg_pool2d(F.pad(moved[:, :3], (1, 1, 1, 1), mode="replicate"), 3, 1)
    colours = torch.lerp(moved[:, :3], soft, torch.rand(n, 1, 1, 1))
    grain = 0.04 * torch.rand(n, 1, 1, 1) * torch.randn_like(colours)
    colours = colours * (0.94 + 0.12 * torch.rand(n, 3, 1, 1)) + grain
    return torch.cat([colours.clamp(0, 1), moved[:, 3:]], 1)


def train(crops: Tensor, targets: Tensor, seconds: float, batch: int = 128) -> Closer:
    """`targets` (n, 3) in the order of HEADS, -1 where one does not apply."""
    model, began, step = Closer().train(), time.monotonic(), 0
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3, weight_decay=0.03)
    while (progress := (time.monotonic() - began) / seconds) < 1:
        for group in optimizer.param_groups:
            group["lr"] = learning_rate(3e-3, progress)
        rows = torch.randint(len(crops), (batch,))
        seen = model(augmented(crops[rows]))
        wanted = targets[rows]
        losses = [F.cross_entropy(seen[name], wanted[:, k], ignore_index=-1) for k, name in enumerate(HEADS)]
        loss = torch.stack(losses).sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step % 100 == 0:
            print(f"step {step} loss {loss.item():.3f} after {time.monotonic() - began:.0f} s", flush=True)
        step += 1
    return model.eval()


def run(arguments: argparse.Namespace) -> None:
    from benchmarks.pocket.reader_scenes import draw_chunk

    torch.manual_seed(arguments.seed)
    crops, targets, number = [], [], 0
    began = time.monotonic()
    while time.monotonic() - began < arguments.drawing_seconds:
        chunk = draw_chunk((arguments.seed, number))
        number += 1
        for row, owners in enumerate(chunk.owners):
            for index in range(3):
                mask = owners == index + 1
                cells = mask[2::4, 2::4]
                if mask.sum() >= LEAST_PIXELS and cells.any():
                    crops.append(crop_of(chunk.pixels[row], cells))
                    looks = chunk.attributes[row, index]
                    targets.append((int(chunk.kinds[row, index]), int(looks[0]), int(looks[2])))
    print(f"{len(crops)} creatures drawn in {time.monotonic() - began:.0f} s", flush=True)
    stacked, wanted = torch.stack(crops), torch.tensor(targets)
    held = len(stacked) // 8
    model = train(stacked[held:], wanted[held:], arguments.seconds)
    weights = {name: value for name, value in model.state_dict().items() if value.is_floating_point()}
    save_file({name: value.half().contiguous() for name, value in weights.items()}, arguments.out)
    arguments.out.chmod(0o644)
    with torch.no_grad():
        seen = load(arguments.out)(stacked[:held])
    for k, name in enumerate(HEADS):
        known = wanted[:held, k] >= 0
        right = (seen[name].argmax(1)[known] == wanted[:held, k][known]).float().mean()
        print(f"{name}: {100 * right:.1f} % of {int(known.sum())} creatures that were not trained on")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("--out", type=Path, default=FILE)
    parser.add_argument("--drawing-seconds", type=float, default=120)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--seed", type=int, default=31)
    run(parser.parse_args())
