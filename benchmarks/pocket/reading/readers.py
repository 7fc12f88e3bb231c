"""Reads pictures of the drawn world: which place it is, who stands in it, and what each creature looks like.

A small convolutional U-Net looks at 256x256 pixels and says for every cell of a 64x64 grid which kind of creature is
seen there, where that creature's head is, and each attribute. Cells that point at the same head are one creature;
its attributes are the ones its cells give the most for. Two heads are two creatures, however much they overlap.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from benchmarks.pocket.reading import closer
from benchmarks.pocket.reading.scenes import VALUES as ATTRIBUTES
from pocket.world.attributes import KINDS, PEOPLE
from pocket.world.places import PLACES

FILE = Path(__file__).parent / "readers.safetensors"
SIDE, GRID = 256, 64
REACH = 16.0  # offsets to heads are told in this many cells

ATTRIBUTE_SIZES = [len(values) for values in ATTRIBUTES.values()]
PLACE_NAMES = tuple(PLACES)

PEAK_WIDTH = 4  # two heads nearer than this many cells count as one
FARTHEST_VOTE = 7.0  # a cell whose vote lands farther than this from every head belongs to nobody
LEAST_VOTES = 2.0  # the height of a peak of smoothed votes
LEAST_AREA = 32  # cells; the smallest creature of the world that is seen whole covers about 90


@dataclass(frozen=True, kw_only=True, slots=True)
class Creature:
    """One creature read. `head` is (x, y) in 0..1 from the upper left; `area` is its share of the picture, 0..1;
    `attributes` leaves out what does not apply; `scores` are the logits behind them; `confidence` (0..1) is how sure
    its cells are of its kind on average."""

    kind: str
    head: tuple[float, float]
    area: float
    attributes: dict[str, str]
    scores: dict[str, NDArray[np.float32]]
    confidence: float
    cells: NDArray[np.bool_]  # (64, 64), where it is seen


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """One picture read; creatures from left to right by their heads."""

    place: str
    place_confidence: float
    creatures: tuple[Creature, ...]

    def kinds(self) -> list[str]:
        return [creature.kind for creature in self.creatures]


class Block(nn.Module):
    """Two 3x3 convolutions around a short cut."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.one = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.norm_one = nn.BatchNorm2d(channels)
        self.two = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.norm_two = nn.BatchNorm2d(channels)

    def forward(self, x: Tensor) -> Tensor:
        hidden = F.silu(self.norm_one(self.one(x)), inplace=True)
        return F.silu(x + self.norm_two(self.two(hidden)), inplace=True)


def entry(channels_in: int, channels: int, kernel: int, stride: int = 1) -> nn.Sequential:
    """A convolution that changes the number of channels, and the picture's size by `stride`."""
    convolution = nn.Conv2d(channels_in, channels, kernel, stride, padding=kernel // 2, bias=False)
    return nn.Sequential(convolution, nn.BatchNorm2d(channels), nn.SiLU(inplace=True))


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """What the network says: `kinds` (n, 7, 64, 64) with the background first, `offsets` (n, 2, 64, 64) in REACH cells
    (x, y), `attributes` (n, 52, 64, 64), `places` (n, 10); all logits but the offsets."""

    kinds: Tensor
    offsets: Tensor
    attributes: Tensor
    places: Tensor


class Readers(nn.Module):
    """4.1 million parameters; input (n, 3, 256, 256) in 0..1."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Sequential(entry(3, 32, 3, 2), entry(32, 32, 3), entry(32, 64, 3, 2), Block(64), Block(64))
        self.down32 = nn.Sequential(entry(64, 128, 3, 2), Block(128), Block(128))
        self.down16 = nn.Sequential(entry(128, 160, 3, 2), Block(160), Block(160))
        self.down8 = nn.Sequential(entry(160, 192, 3, 2), Block(192))
        self.up16 = nn.Sequential(entry(192 + 160, 160, 1), Block(160))
        self.up32 = nn.Sequential(entry(160 + 128, 128, 1), Block(128))
        self.up64 = nn.Sequential(entry(128 + 64, 96, 1), Block(96), Block(96))
        self.out = nn.Conv2d(96, 1 + len(KINDS) + 2 + sum(ATTRIBUTE_SIZES), 1)
        self.place = nn.Sequential(nn.Linear(2 * 192, 128), nn.SiLU(), nn.Linear(128, len(PLACES)))

    def forward(self, x: Tensor) -> Seen:
        at64 = self.stem(x * 2 - 1)
        at32 = self.down32(at64)
        at16 = self.down16(at32)
        at8 = self.down8(at16)
        places = self.place(torch.cat((at8.mean((2, 3)), at8.amax((2, 3))), 1))
        up = self.up16(torch.cat((F.interpolate(at8, scale_factor=2.0), at16), 1))
        up = self.up32(torch.cat((F.interpolate(up, scale_factor=2.0), at32), 1))
        up = self.up64(torch.cat((F.interpolate(up, scale_factor=2.0), at64), 1))
        kinds, offsets, attributes = self.out(up).split((1 + len(KINDS), 2, sum(ATTRIBUTE_SIZES)), 1)
        return Seen(kinds=kinds, offsets=offsets, attributes=attributes, places=places)


def on_device(model: Readers, device: torch.device | str) -> Readers:
    """Weights laid out as convolutions like them on a GPU."""
    for parameter in model.to(device).parameters():
        if parameter.dim() == 4:
            parameter.data = parameter.data.contiguous(memory_format=torch.channels_last)
    return model


def save(model: Readers, path: Path = FILE) -> None:
    """Writes the weights in fp16."""
    weights = {
        name: (value.half() if value.is_floating_point() else value).cpu().contiguous()
        for name, value in model.state_dict().items()
        if not name.endswith("num_batches_tracked")
    }
    save_file(weights, path)
    path.chmod(0o644)


def load(path: Path = FILE, device: torch.device | str = "cpu") -> Readers:
    """The trained readers, ready to read, in fp32. Raises FileNotFoundError where `path` is missing."""
    model = Readers()
    weights = {name: value.float() for name, value in load_file(path).items()}
    lacking = model.load_state_dict(weights, strict=False)
    wrong = [name for name in lacking.missing_keys if not name.endswith("num_batches_tracked")]
    assert not wrong and not lacking.unexpected_keys, f"{path} is not a file of these readers: {wrong}"
    return on_device(model, device).eval()


@torch.no_grad()
def read(pictures: NDArray[np.uint8], model: Readers, batch: int = 64) -> list[Reading]:
    """Reads pictures (n, 256, 256, 3) in 0..255 on the device that the model is on."""
    assert pictures.ndim == 4 and pictures.shape[1:] == (SIDE, SIDE, 3), f"these pictures are {pictures.shape}"
    device = next(model.parameters()).device
    readings: list[Reading] = []
    for start in range(0, len(pictures), batch):
        part = torch.from_numpy(np.ascontiguousarray(pictures[start : start + batch])).to(device)
        seen = model(part.permute(0, 3, 1, 2).float() / 255)
        readings += readings_of(seen)
    return looked_at_closer(pictures, readings, closer.load())


def readings_of(seen: Seen) -> list[Reading]:
    """Turns what the network says into creatures."""
    chances = seen.kinds.float().softmax(1)
    log_kinds = seen.kinds[:, 1:].float().log_softmax(1)
    filled = chances[:, 0] < 0.5
    n, device = len(chances), chances.device
    cells = torch.arange(GRID, device=device, dtype=torch.float32)
    x = (cells[None, None] + seen.offsets[:, 0].float() * REACH).clamp(0, GRID - 1)
    y = (cells[None, :, None] + seen.offsets[:, 1].float() * REACH).clamp(0, GRID - 1)
    votes = torch.zeros(n, GRID * GRID, device=device)
    votes.scatter_add_(1, (y.round() * GRID + x.round()).long().flatten(1), filled.float().flatten(1))
    kernel = torch.tensor((1.0, 4.0, 6.0, 4.0, 1.0), device=device) / 16
    heat = F.conv2d(votes.view(n, 1, GRID, GRID), (kernel[:, None] * kernel)[None, None], padding=2)
    peaks = (heat == F.max_pool2d(heat, 2 * PEAK_WIDTH - 1, 1, PEAK_WIDTH - 1)) & (heat >= LEAST_VOTES)
    maps = {"filled": filled, "x": x, "y": y, "heat": heat[:, 0], "peaks": peaks[:, 0], "log_kinds": log_kinds}
    maps |= {"chances": chances[:, 1:], "attributes": seen.attributes.float()}
    arrays = {name: value.cpu().numpy() for name, value in maps.items()}
    places = seen.places.float().softmax(1).cpu().numpy()
    readings = []
    for k in range(n):
        creatures = _creatures(Maps(**{name: array[k] for name, array in arrays.items()}))
        best = int(places[k].argmax())
        place, confidence = PLACE_NAMES[best], float(places[k, best])
        readings.append(Reading(place=place, place_confidence=confidence, creatures=creatures))
    return readings


@dataclass(frozen=True, kw_only=True, slots=True)
class Maps:
    """One picture's maps of (64, 64) cells, and of (channels, 64, 64) where there is one for each kind or value."""

    filled: NDArray[np.bool_]
    x: NDArray[np.float32]  # where the cell says its head is, in cells
    y: NDArray[np.float32]
    heat: NDArray[np.float32]  # smoothed votes
    peaks: NDArray[np.bool_]
    log_kinds: NDArray[np.float32]
    chances: NDArray[np.float32]
    attributes: NDArray[np.float32]


def _heads(maps: Maps) -> NDArray[np.float32]:
    """The peaks (m, 2) as (x, y), the highest first, none nearer than PEAK_WIDTH cells to a higher one."""
    rows, columns = np.nonzero(maps.peaks)
    order = np.argsort(-maps.heat[rows, columns], kind="stable")
    kept: list[tuple[float, float]] = []
    for row, column in zip(rows[order], columns[order], strict=True):
        if all(np.hypot(column - a, row - b) >= PEAK_WIDTH for a, b in kept):
            kept.append((float(column), float(row)))
    return np.asarray(kept, np.float32).reshape(-1, 2)


def _creatures(maps: Maps) -> tuple[Creature, ...]:
    """The creatures of one picture."""
    heads = _heads(maps)
    rows, columns = np.nonzero(maps.filled)
    if not len(heads) or not len(rows):
        return ()
    x, y = maps.x[rows, columns][:, None], maps.y[rows, columns][:, None]
    far = np.hypot(x - heads[None, :, 0], y - heads[None, :, 1])
    nearest, near = far.argmin(1), far.min(1) <= FARTHEST_VOTE
    creatures = []
    for index, head in enumerate(heads):
        mine = (nearest == index) & near
        if mine.sum() < LEAST_AREA:
            continue
        here = rows[mine], columns[mine]
        cells = np.zeros((GRID, GRID), np.bool_)
        cells[here] = True
        kind = int(maps.log_kinds[:, here[0], here[1]].sum(1).argmax())
        attributes, scores = _looks(KINDS[kind], maps.attributes[:, here[0], here[1]].mean(1))
        creatures.append(
            Creature(
                kind=KINDS[kind],
                head=((float(head[0]) + 0.5) / GRID, (float(head[1]) + 0.5) / GRID),
                area=float(mine.sum()) / GRID**2,
                attributes=attributes,
                scores=scores,
                confidence=float(maps.chances[kind, here[0], here[1]].mean()),
                cells=cells,
            )
        )
    return tuple(sorted(creatures, key=lambda creature: creature.head[0]))


def _looks(kind: str, logits: NDArray[np.float32]) -> tuple[dict[str, str], dict[str, NDArray[np.float32]]]:
    """The attributes of one creature, and the logits they were chosen by."""
    parts = np.split(logits, np.cumsum(ATTRIBUTE_SIZES)[:-1])
    scores = dict(zip(ATTRIBUTES, parts, strict=True))
    return _that_apply(kind, {name: ATTRIBUTES[name][int(score.argmax())] for name, score in scores.items()}), scores


def _that_apply(kind: str, values: dict[str, str]) -> dict[str, str]:
    """The attributes without those that such a creature does not have."""
    missing = {"pattern_colour"} if values["pattern"] == "plain" else set()
    missing |= {"wears_colour"} if values["wears"] == "nothing" else set()
    missing |= set() if kind in PEOPLE else {"hair"}
    return {name: value for name, value in values.items() if name not in missing}


def looked_at_closer(pictures: NDArray[np.uint8], readings: Sequence[Reading], model: closer.Closer) -> list[Reading]:
    """The readings with what the closer look says of each creature's kind and colours."""
    answers = []
    for picture, reading in zip(pictures, readings, strict=True):
        looks = closer.look(model, picture, [creature.cells for creature in reading.creatures])
        creatures = []
        for creature, seen in zip(reading.creatures, looks, strict=True):
            first = {name: ATTRIBUTES[name][int(score.argmax())] for name, score in creature.scores.items()}
            attributes = _that_apply(seen["kind"], first | {name: seen[name] for name in first if name in seen})
            creatures.append(replace(creature, kind=seen["kind"], attributes=attributes))
        answers.append(replace(reading, creatures=tuple(creatures)))
    return answers
