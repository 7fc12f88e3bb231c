"""`python -m benchmarks.pocket.reading.train_readers`: trains the readers on fresh renders and examines them.

Half of the scenes may hold the combinations that the pocket model's own pre-training never saw, so that readers know
the whole world. `--vae FOLDER` sends some of the pictures through the pocket model's autoencoder and back.
"""

import argparse
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from benchmarks.pocket.reading import readers
from benchmarks.pocket.reading.readers import (
    ATTRIBUTE_SIZES,
    GRID,
    REACH,
    SIDE,
    Readers,
    Reading,
    Seen,
    on_device,
    read,
)
from benchmarks.pocket.reading.scenes import (
    MOST_FIGURES,
    NAMES,
    SCENES_PER_CHUNK,
    Arriving,
    Chunk,
    Drawing,
    Examined,
    head_of,
)
from benchmarks.pocket.reading.spoiling import RoundTrip, round_trip_through, spoil
from benchmarks.pocket.tables import Share, markdown, write_json
from pocket.pretraining.schedule import Average, Stage, learning_rate

PEAK_LEARNING_RATE = 2e-3
MOST_ZOOM = 1.18
NEAR_ENOUGH = 0.12  # a creature read is the one drawn if its head is within this part of the picture's side
LEAST_CELLS = 6  # a figure of which fewer cells are seen teaches no attributes
BAR = 0.99


class Scenes:
    """Every scene drawn so far, on the device; the oldest make room when it is full."""

    def __init__(self, device: torch.device, most: int, chunks: Iterator[Chunk]) -> None:
        most -= most % SCENES_PER_CHUNK
        self.device, self.filled, self.most = device, 0, most
        self.pixels = torch.empty((most, SIDE, SIDE, 3), dtype=torch.uint8, device=device)
        self.owners = torch.empty((most, SIDE, SIDE), dtype=torch.uint8, device=device)
        self.kinds = torch.empty((most, MOST_FIGURES), dtype=torch.int64, device=device)
        self.attributes = torch.empty((most, MOST_FIGURES, len(NAMES)), dtype=torch.int64, device=device)
        self.heads = torch.empty((most, MOST_FIGURES, 2), device=device)
        self.places = torch.empty((most,), dtype=torch.int64, device=device)
        self.arriving = Arriving(chunks)

    def take(self, wait: bool = False) -> bool:
        """Stores one chunk if one has arrived."""
        chunk = self.arriving.take(wait)
        if chunk is None:
            return False
        n = len(chunk.pixels)
        start = self.filled % self.most
        for name in ("pixels", "owners", "kinds", "attributes", "heads", "places"):
            getattr(self, name)[start : start + n] = torch.from_numpy(getattr(chunk, name)).to(self.device)
        self.filled += n
        return True

    def batch(self, size: int) -> dict[str, Tensor]:
        """Scenes drawn at random, each moved, enlarged by up to MOST_ZOOM and half of them mirrored."""
        device = self.device
        rows = torch.randint(min(self.filled, self.most), (size,), device=device)
        shrink = 1 / (1 + (MOST_ZOOM - 1) * torch.rand(size, device=device))
        shift = (2 * torch.rand(size, 2, device=device) - 1) * (1 - shrink[:, None])
        mirror = torch.where(torch.rand(size, device=device) < 0.5, -1.0, 1.0)
        zero = torch.zeros_like(shrink)
        across = torch.stack((shrink * mirror, zero, shift[:, 0]), 1)
        theta = torch.stack((across, torch.stack((zero, shrink, shift[:, 1]), 1)), 1)
        pixels = self.pixels[rows].permute(0, 3, 1, 2).float() / 255
        grid = F.affine_grid(theta, [size, 3, SIDE, SIDE], align_corners=False)
        pixels = F.grid_sample(pixels, grid, align_corners=False, padding_mode="border")
        coarse = F.affine_grid(theta, [size, 1, GRID, GRID], align_corners=False)
        owners = F.grid_sample(self.owners[rows][:, None].float(), coarse, mode="nearest", align_corners=False)[:, 0]
        heads = (2 * self.heads[rows] - 1 - shift[:, None]) / shrink[:, None, None]
        heads[..., 0] *= mirror[:, None]
        return {
            "pixels": pixels,
            "owners": owners.round().long(),
            "heads": (heads + 1) / 2 * GRID - 0.5,  # in cells
            "kinds": self.kinds[rows],
            "attributes": self.attributes[rows],
            "places": self.places[rows],
        }


def loss_of(seen: Seen, truth: dict[str, Tensor]) -> Tensor:
    """Kinds and heads by cell, attributes by cell and for the whole figure, the place for the whole picture."""
    owners, device = truth["owners"], truth["owners"].device
    figure = (owners - 1).clamp(min=0).flatten(1)
    filled = owners > 0
    kind = torch.where(filled, truth["kinds"].gather(1, figure).view_as(owners) + 1, 0)
    loss = F.cross_entropy(seen.kinds.float(), kind)
    cells = torch.arange(GRID, device=device, dtype=torch.float32)
    here = torch.stack(torch.broadcast_tensors(cells[None, None, :], cells[None, :, None]), 1)
    heads = truth["heads"].gather(1, figure[..., None].expand(-1, -1, 2)).transpose(1, 2).reshape(-1, 2, GRID, GRID)
    miss = F.smooth_l1_loss(seen.offsets.float() * REACH, heads - here, reduction="none", beta=2.0).sum(1)
    loss = loss + 0.15 * (miss * filled).sum() / filled.sum().clamp(min=1)
    loss = loss + 0.3 * F.cross_entropy(seen.places.float(), truth["places"])
    masks = torch.stack([owners == index + 1 for index in range(MOST_FIGURES)], 1).flatten(2).float()
    size = masks.sum(2, keepdim=True)
    pooled = (masks @ seen.attributes.float().flatten(2).transpose(1, 2)) / size.clamp(min=1)  # (n, figures, 52)
    enough = size[..., 0] >= LEAST_CELLS
    start = 0
    for column, width in enumerate(ATTRIBUTE_SIZES):
        wanted = truth["attributes"][..., column]
        target = torch.where(enough, wanted, -1)
        chosen = pooled[..., start : start + width].flatten(0, 1)
        loss = loss + 0.35 * F.cross_entropy(chosen, target.flatten(), ignore_index=-1, reduction="sum") / len(owners)
        by_cell = torch.where(filled, wanted.gather(1, figure).view_as(owners), -1)
        known = (by_cell >= 0).sum().clamp(min=1)
        dense = F.cross_entropy(
            seen.attributes[:, start : start + width].float(), by_cell, ignore_index=-1, reduction="sum"
        )
        loss = loss + 0.05 * dense / known
        start += width
    return loss


def train(
    scenes: Scenes, seconds: float, batch: int, round_trip: RoundTrip | None, compiled: bool, start: Path | None = None
) -> Readers:
    """Trains for so many seconds from now and gives the averaged weights."""
    device = scenes.device
    model = on_device(readers.load(start, device).float() if start else Readers(), device).train()
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=0.02, fused=device.type == "cuda")
    average, stage, steps = Average(model, 0.998), Stage(seconds=seconds), 0
    forward = torch.compile(model) if compiled else model
    for steps in stage.steps():
        for _ in range(4):
            scenes.take()
        truth = scenes.batch(batch)
        pixels = spoil(truth["pixels"], round_trip).contiguous(memory_format=torch.channels_last)
        with torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda"):
            seen = forward(pixels)
        loss = loss_of(seen, truth)
        for group in optimizer.param_groups:
            group["lr"] = learning_rate(PEAK_LEARNING_RATE, stage.progress())
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimizer.step()
        average.at(steps)
        average.update()
        if steps % 100 == 0:
            spent, drawn = stage.spent(), scenes.filled
            print(f"step {steps} loss {loss.item():.3f} scenes drawn {drawn} after {spent:.0f} s", flush=True)
    print(f"{steps + 1} steps of {batch} in {stage.spent():.0f} s, {scenes.filled} scenes", flush=True)
    average.exchange()
    settle(model, scenes, batch, round_trip, rounds=60 if device.type == "cuda" else 4)
    return model.eval()


@torch.no_grad()
def settle(model: Readers, scenes: Scenes, batch: int, round_trip: RoundTrip | None, rounds: int) -> None:
    """Measures the normalisation statistics anew: they belong to the averaged weights."""
    norms = [module for module in model.modules() if isinstance(module, torch.nn.BatchNorm2d)]
    for norm in norms:
        norm.reset_running_stats()
        norm.momentum = None
    for _ in range(rounds):
        pixels = spoil(scenes.batch(batch)["pixels"], round_trip).contiguous(memory_format=torch.channels_last)
        with torch.autocast(pixels.device.type, torch.bfloat16, enabled=pixels.device.type == "cuda"):
            model(pixels)


def compare(examined: list[Examined], readings: list[Reading]) -> dict[str, Share]:
    """Counts what was read right, of all that is visible enough (reader_scenes says what is)."""
    shares = {name: Share() for name in ("kind", "place", "count", *NAMES)}
    for sheet, reading in zip(examined, readings, strict=True):
        shares["place"].add(reading.place == sheet.scene.place)
        if all("kind" in visible for visible in sheet.visible):
            shares["count"].add(len(reading.creatures) == len(sheet.scene.figures))
        for figure, visible in zip(sheet.scene.figures, sheet.visible, strict=True):
            if "kind" not in visible:
                continue
            x, y = head_of(figure)
            far = [float(np.hypot(c.head[0] - x, c.head[1] - y)) for c in reading.creatures]
            found = reading.creatures[int(np.argmin(far))] if far and min(far) < NEAR_ENOUGH else None
            shares["kind"].add(found is not None and found.kind == figure.attributes.kind)
            if found is None:
                continue
            for name, value in figure.attributes.named().items():
                if name in visible:
                    shares[name].add(found.attributes.get(name) == value)
    return shares


@torch.no_grad()
def examine(model: Readers, examined: list[Examined], round_trip: RoundTrip | None) -> dict[str, dict[str, Share]]:
    """Reads renders that were never trained on: as drawn, spoilt, and through the autoencoder."""
    device = next(model.parameters()).device
    torch.manual_seed(1)
    ways: dict[str, RoundTrip] = {"as drawn": lambda pictures: pictures, "spoilt": spoil}
    if round_trip:
        ways["through the autoencoder"] = round_trip
    results = {}
    for way, change in ways.items():
        readings: list[Reading] = []
        for start in range(0, len(examined), 64):
            pixels = np.stack([sheet.pixels for sheet in examined[start : start + 64]])
            pictures = change(torch.from_numpy(pixels).to(device).permute(0, 3, 1, 2).float() / 255)
            readings += read((pictures * 255).round().to(torch.uint8).permute(0, 2, 3, 1).cpu().numpy(), model)
        results[way] = compare(examined, readings)
    return results


def report(results: dict[str, dict[str, Share]], work: Path, facts: dict[str, Any]) -> None:
    names = list(next(iter(results.values())))
    rows = [[name.replace("_", " "), *(shares[name] for shares in results.values())] for name in names]
    print(markdown(["read right", *results], rows))
    low = [name for name in names if not results["spoilt"][name].value() >= BAR]
    print(f"bar: {100 * BAR:.0f} % of each on spoilt renders; below it: {', '.join(low) or 'none'}")
    measured = {way: {name: share.to_json() for name, share in shares.items()} for way, shares in results.items()}
    write_json(work / "readers.json", {**facts, "measured": measured})


def run(arguments: argparse.Namespace) -> None:
    device = torch.device(arguments.device)
    torch.manual_seed(arguments.seed)
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = torch.backends.cudnn.benchmark = True
    began = time.monotonic()
    with Drawing(arguments.processes, arguments.seed) as drawing:
        examination = drawing.examination(arguments.examined)
        round_trip = round_trip_through(arguments.vae, device) if arguments.vae else None
        facts: dict[str, Any] = {"seed": arguments.seed, "vae": arguments.vae is not None}
        if not arguments.examine:
            scenes = Scenes(device, arguments.scenes, drawing.chunks())
            while scenes.filled < arguments.first_scenes:
                scenes.take(wait=True)
            print(f"first {scenes.filled} scenes after {time.monotonic() - began:.0f} s", flush=True)
            model = train(scenes, arguments.seconds, arguments.batch, round_trip, arguments.compile, arguments.start)
            readers.save(model, arguments.out)
            facts |= {"seconds": arguments.seconds, "batch": arguments.batch, "scenes": scenes.filled}
        examined: list[Examined] = examination.get()
    report(examine(readers.load(arguments.out, device), examined, round_trip), arguments.work, facts)
    size = arguments.out.stat().st_size / 1e6
    print(f"{arguments.out} ({size:.2f} MB) after {time.monotonic() - began:.0f} s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("--out", type=Path, default=readers.FILE)
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--examine", action="store_true", help="examine the readers that are there, and train none")
    parser.add_argument("--work", type=Path, default=Path("data/benchmarks"), help="where the figures are written")
    parser.add_argument(
        "--seconds", type=float, default=170, help="seconds of training; drawing and examining come on top"
    )
    parser.add_argument("--vae", type=Path, help="the folder of a pocket autoencoder (pocket/model/vae)")
    parser.add_argument("--start", type=Path, help="readers to go on from")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--batch", type=int, default=256)
    parser.add_argument("--scenes", type=int, default=80_000, help="most scenes kept on the device, 0.26 MB each")
    parser.add_argument("--first-scenes", type=int, default=2048, help="scenes to wait for before the first step")
    parser.add_argument("--examined", type=int, default=768, help="scenes of the examination")
    parser.add_argument("--processes", type=int, default=15)
    parser.add_argument("--compile", action=argparse.BooleanOptionalAction, default=False)
    run(parser.parse_args())


if __name__ == "__main__":
    main()
