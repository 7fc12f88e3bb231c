"""A closer look at one creature: its box, enlarged to 96x96, for what the readers' first look confuses.

The first look reads cell by cell, and a man's clothes look like a woman's; which of two colours is the main one shows
only on the whole figure. `python -m benchmarks.pocket.reading.closer --device cuda` trains the closer look on fresh
renders.
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

from benchmarks.pocket.reading.scenes import MOST_FIGURES, NAMES, Arriving, Chunk, Drawing
from benchmarks.pocket.reading.scenes import VALUES as ATTRIBUTES
from benchmarks.pocket.reading.spoiling import RoundTrip, round_trip_through, spoil
from pocket.pretraining.schedule import Average, Stage, learning_rate
from pocket.world.attributes import KINDS

FILE = Path(__file__).parent / "closer.safetensors"
SIDE, GRID = 96, 64
LEAST_PIXELS = 300  # a creature of which fewer are seen teaches nothing
MARGIN = 1.15  # the box is this much larger than the creature
COLUMNS = tuple(NAMES.index(name) for name in ("colour", "pattern", "pattern_colour"))
HEADS = {"kind": tuple(KINDS)} | {NAMES[column]: ATTRIBUTES[NAMES[column]] for column in COLUMNS}
HELD_CHUNKS = 12  # the first ones drawn are for the examination
PEAK_LEARNING_RATE = 2e-3


class Closer(nn.Module):
    """1.5 million parameters; input (n, 4, 96, 96): the colours in 0..1 and where the creature is."""

    def __init__(self) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        before = 4
        for channels in (32, 64, 128, 192):
            for channels_in, stride in ((before, 2), (channels, 1)):
                layers.append(nn.Conv2d(channels_in, channels, 3, stride, padding=1, bias=False))
                layers += [nn.BatchNorm2d(channels), nn.SiLU()]
            before = channels
        self.layers = nn.Sequential(*layers)
        self.out = nn.Linear(192 * 36, sum(len(values) for values in HEADS.values()))

    def forward(self, crops: Tensor) -> dict[str, Tensor]:
        logits = self.out(F.dropout(self.layers(crops * 2 - 1).flatten(1), 0.2, self.training))
        return dict(zip(HEADS, logits.split([len(values) for values in HEADS.values()], 1), strict=True))


def crops_of(pixels: Tensor, masks: Tensor) -> Tensor:
    """(n, 4, 96, 96) from pictures (n, 3, 256, 256) in 0..1 and the cells of one creature in each (n, 64, 64)."""
    n, device = len(masks), masks.device
    along = torch.arange(GRID, device=device)
    boxes = []
    for seen in (masks.any(1), masks.any(2)):  # columns, rows
        low = torch.where(seen, along, GRID).amin(1)
        high = torch.where(seen, along + 1, 0).amax(1)
        boxes.append(torch.stack([low, high], 1).float() / GRID * 2 - 1)
    columns, rows = boxes
    half = torch.stack([columns[:, 1] - columns[:, 0], rows[:, 1] - rows[:, 0]], 1).amax(1) * MARGIN / 2
    zero = torch.zeros(n, device=device)
    across = torch.stack([half, zero, columns.mean(1)], 1)
    theta = torch.stack([across, torch.stack([zero, half, rows.mean(1)], 1)], 1)
    grid = F.affine_grid(theta, [n, 4, SIDE, SIDE], align_corners=False)
    where = F.interpolate(masks[:, None].float(), size=pixels.shape[2:], mode="nearest")
    return F.grid_sample(torch.cat([pixels, where], 1), grid, align_corners=False, padding_mode="border")


def frayed(masks: Tensor) -> Tensor:
    """Cells (n, 64, 64) of which most have their edges moved, as the first look's are where creatures overlap."""
    n, device = len(masks), masks.device
    inside = F.avg_pool2d(masks[:, None].float(), 5, stride=1, padding=2)
    noise = F.interpolate(torch.randn(n, 1, 12, 12, device=device), size=(GRID, GRID), mode="bilinear")
    moved = (inside + 0.2 * noise > 0.5)[:, 0]
    usable = (torch.rand(n, device=device) < 0.7) & (moved.sum((1, 2)) * 2 > masks.sum((1, 2)))
    return torch.where(usable[:, None, None], moved, masks)


def load(path: Path = FILE) -> Closer:
    model = Closer()
    model.load_state_dict({name: value.float() for name, value in load_file(path).items()}, strict=False)
    return model.eval()


@torch.no_grad()
def look(model: Closer, picture: NDArray[np.uint8], cells: Sequence[NDArray[np.bool_]]) -> list[dict[str, str]]:
    """The best value of each of HEADS for every creature of a picture (256, 256, 3), given by its cells (64, 64)."""
    if not cells:
        return []
    pixels = torch.from_numpy(np.ascontiguousarray(picture)).permute(2, 0, 1)[None].float() / 255
    masks = torch.from_numpy(np.stack(cells))
    crops = crops_of(pixels.expand(len(masks), -1, -1, -1), masks)
    seen, mirrored = model(crops), model(crops.flip(3))  # two opinions: half a point better on patterns
    best = {name: (seen[name].log_softmax(1) + mirrored[name].log_softmax(1)).argmax(1).tolist() for name in seen}
    return [{name: HEADS[name][best[name][k]] for name in HEADS} for k in range(len(cells))]


class Creatures:
    """Every creature drawn so far, cut out, on the device; the oldest make room when it is full."""

    def __init__(self, device: torch.device, most: int, round_trip: RoundTrip | None) -> None:
        self.device, self.most, self.round_trip = device, most, round_trip
        self.crops = torch.empty((most, 4, SIDE, SIDE), dtype=torch.uint8, device=device)
        self.targets = torch.empty((most, len(HEADS)), dtype=torch.int64, device=device)
        self.filled = 0

    @torch.no_grad()
    def take(self, chunk: Chunk | None, spoilt: bool = True) -> None:
        """Each creature of a chunk that is seen well enough: as drawn, or spoilt, or through the autoencoder."""
        if chunk is None:
            return
        device = self.device
        owners = torch.from_numpy(chunk.owners).to(device)
        masks = torch.stack([owners == index + 1 for index in range(MOST_FIGURES)], 1)  # (n, figures, 256, 256)
        cells = masks[:, :, 2::4, 2::4]
        scenes, figures = torch.nonzero((masks.sum((2, 3)) >= LEAST_PIXELS) & cells.any(-1).any(-1), as_tuple=True)
        pixels = torch.from_numpy(chunk.pixels).to(device).permute(0, 3, 1, 2).float() / 255
        if spoilt:
            drawn = pixels
            pixels = spoil(pixels, self.round_trip)
            if self.round_trip is not None:
                there = self.round_trip(drawn)
                pixels = torch.where(torch.rand(len(pixels), 1, 1, 1, device=device) < 0.5, there, pixels)
        kinds = torch.from_numpy(chunk.kinds).to(device).long()[scenes, figures]
        looks = torch.from_numpy(chunk.attributes).to(device).long()[scenes, figures]
        at = torch.arange(self.filled, self.filled + len(scenes), device=device) % self.most
        seen = cells[scenes, figures]
        cut = crops_of(pixels[scenes], frayed(seen) if spoilt else seen)
        self.crops[at] = (cut * 255).round().to(torch.uint8)
        self.targets[at] = torch.stack([kinds, *(looks[:, column] for column in COLUMNS)], 1)
        self.filled += len(scenes)

    def batch(self, size: int) -> tuple[Tensor, Tensor]:
        rows = torch.randint(min(self.filled, self.most), (size,), device=self.device)
        return moved(self.crops[rows].float() / 255), self.targets[rows]


def moved(crops: Tensor) -> Tensor:
    """Mirrored, moved, a little larger or smaller, a little off in colour."""
    n, device = len(crops), crops.device
    turn = torch.where(torch.rand(n, device=device) < 0.5, -1.0, 1.0)
    zoom = 0.9 + 0.25 * torch.rand(n, device=device)
    shift = 0.12 * (torch.rand(n, 2, device=device) - 0.5)
    zero = torch.zeros(n, device=device)
    across = torch.stack([turn * zoom, zero, shift[:, 0]], 1)
    theta = torch.stack([across, torch.stack([zero, zoom, shift[:, 1]], 1)], 1)
    grid = F.affine_grid(theta, list(crops.shape), align_corners=False)
    crops = F.grid_sample(crops, grid, align_corners=False, padding_mode="border")
    colours = crops[:, :3] * (0.95 + 0.1 * torch.rand(n, 3, 1, 1, device=device))
    grain = 0.03 * torch.rand(n, 1, 1, 1, device=device) * torch.randn_like(colours)
    return torch.cat([(colours + grain).clamp(0, 1), crops[:, 3:]], 1)


def train(creatures: Creatures, arriving: Arriving, seconds: float, batch: int, start: Path | None) -> Closer:
    """Trains while more is drawn, and gives the averaged weights."""
    device = creatures.device
    model = (load(start) if start else Closer()).to(device).train()
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=0.03)
    while creatures.filled < 4 * batch:
        creatures.take(arriving.take(wait=True))
    average, stage = Average(model, 0.998), Stage(seconds=seconds)
    for step in stage.steps():
        creatures.take(arriving.take())
        for group in optimizer.param_groups:
            group["lr"] = learning_rate(PEAK_LEARNING_RATE, stage.progress())
        crops, wanted = creatures.batch(batch)
        with torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda"):
            seen = model(crops)
        losses = [
            F.cross_entropy(seen[name].float(), wanted[:, k], ignore_index=-1, label_smoothing=0.02)
            for k, name in enumerate(HEADS)
        ]
        loss = torch.stack(losses).sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        average.at(step)
        average.update()
        if step % 200 == 0:
            print(
                f"step {step} loss {loss.item():.3f} creatures {creatures.filled} at {stage.spent():.0f} s", flush=True
            )
    average.exchange()
    norms = [module for module in model.modules() if isinstance(module, nn.BatchNorm2d)]
    for norm in norms:  # their statistics belong to the averaged weights
        norm.reset_running_stats()
        norm.momentum = None
    with torch.no_grad():
        for _ in range(40):
            model(creatures.batch(batch)[0])
    return model.eval()


@torch.no_grad()
def examine(model: Closer, held: Creatures) -> dict[str, tuple[int, int]]:
    """Right and asked, by head, of creatures that were not trained on."""
    seen = model(held.crops[: held.filled].float() / 255)
    answers = {}
    for k, name in enumerate(HEADS):
        wanted = held.targets[: held.filled, k]
        right = (seen[name].argmax(1) == wanted)[wanted >= 0]
        answers[name] = int(right.sum()), len(right)
    return answers


def run(arguments: argparse.Namespace) -> None:
    torch.manual_seed(arguments.seed)
    device = torch.device(arguments.device)
    round_trip = round_trip_through(arguments.vae, device) if arguments.vae else None
    began = time.monotonic()
    with Drawing(arguments.processes, arguments.seed) as drawing:
        held = Creatures(device, 4096, round_trip)
        arriving = Arriving(drawing.chunks())
        for _ in range(HELD_CHUNKS):
            held.take(arriving.take(wait=True), spoilt=False)
        creatures = Creatures(device, arguments.creatures, round_trip)
        model = train(creatures, arriving, arguments.seconds, arguments.batch, arguments.start)
    weights = {name: value for name, value in model.state_dict().items() if value.is_floating_point()}
    save_file({name: value.half().cpu().contiguous() for name, value in weights.items()}, arguments.out)
    arguments.out.chmod(0o644)
    for name, (right, asked) in examine(load(arguments.out).to(device), held).items():
        print(f"{name}: {100 * right / asked:.1f} % of {asked} creatures that were not trained on, as drawn")
    print(f"{creatures.filled} creatures, {time.monotonic() - began:.0f} s in all")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("--out", type=Path, default=FILE)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--vae", type=Path, help="the folder of a pocket autoencoder (pocket/model/vae)")
    parser.add_argument("--start", type=Path, help="a closer look to go on from")
    parser.add_argument("--seconds", type=float, default=180)
    parser.add_argument("--batch", type=int, default=256)
    parser.add_argument("--creatures", type=int, default=120_000, help="most kept on the device, 37 kB each")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seed", type=int, default=31)
    run(parser.parse_args())
