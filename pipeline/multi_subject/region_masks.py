"""Where each subject is: masks from what the attention of the base model read, with a background that is nobody's."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
import torch.nn.functional as F
from torch import Tensor

ROUNDS = 12  # of telling apart those of one kind by where they are
LEAST_AREA = 0.006  # of the picture: what is smaller has no place for a face
LEAST_OF_BOX = 0.2  # of a box: if less of it is somebody's region, all of it becomes one

Box = tuple[float, float, float, float]  # left, top, right, bottom, as parts in 0..1


@dataclass(frozen=True, kw_only=True, slots=True)
class Regions:
    """masks: (pictures, subjects, height, width), in 0..1, their sum at most 1; the rest is the scene's.

    area: (pictures, subjects), the share of the picture. apart: (pictures, subjects), how clearly the subject's words
    are read there rather than anywhere, in 0..1. fine: (pictures,), whether everybody has a region.
    """

    masks: Tensor
    area: Tensor
    apart: Tensor
    fine: Tensor

    def of(self, picture: int) -> "Regions":
        """One picture's."""
        here = slice(picture, picture + 1)
        return Regions(masks=self.masks[here], area=self.area[here], apart=self.apart[here], fine=self.fine[here])


def found(word_maps: Tensor, affinity: Tensor, nouns: Sequence[str]) -> Regions:
    """Seats from attention maps.

    Receives: read (pictures, subjects, height, width), how much each cell reads each subject's noun; affinity
    (pictures, cells, cells), how much cells look at each other; the subjects' nouns. Those of one noun read the same
    word, so that they are told apart by where they are, from left to right in the order given.
    """
    size = word_maps.shape[-2:]
    groups = [[k for k, noun in enumerate(nouns) if noun == one] for one in dict.fromkeys(nouns)]
    by_group = torch.stack([word_maps[:, group].flatten(2).mean(1) for group in groups], 1)
    spread = stretched(by_group @ affinity_step(affinity).transpose(1, 2))
    strongest, owner = spread.max(1)
    line = between(strongest)
    placed = strongest > line
    masks = torch.zeros_like(word_maps).flatten(2)
    for number, group in enumerate(groups):
        mine = (placed & (owner == number)).float()
        parts = split(mine.unflatten(1, size), len(group)) if len(group) > 1 else mine.unflatten(1, size)[:, None]
        masks[:, group] = parts.flatten(2)
    area = masks.mean(2)
    inside = (spread * masks_of_groups(masks, groups)).sum(2) / masks_of_groups(masks, groups).sum(2).clamp(min=1)
    others = (strongest * (1 - placed.float())).sum(1) / (1 - placed.float()).sum(1).clamp(min=1)
    clear = (inside - others[:, None]).clamp(0, 1)
    apart = torch.stack([clear[:, next(i for i, g in enumerate(groups) if k in g)] for k in range(len(nouns))], 1)
    fine = (area >= LEAST_AREA).all(1)
    return Regions(masks=masks.unflatten(2, size), area=area, apart=apart, fine=fine)


def masks_of_groups(masks: Tensor, groups: Sequence[Sequence[int]]) -> Tensor:
    """(pictures, groups, cells) from (pictures, subjects, cells)."""
    return torch.stack([masks[:, list(group)].sum(1) for group in groups], 1)


def one_alone(word_maps: Tensor, affinity: Tensor) -> Regions:
    """The region of the one subject of pictures, from maps as for found(), (pictures, 1, height, width).

    With nobody near whom it could take for itself, the walk may go farther: to hair and feet from a shirt that alone
    was read as "man".
    """
    step = affinity_step(affinity, power=1).transpose(1, 2)
    spread = stretched(word_maps.flatten(2) @ step @ step)
    masks = (spread > between(spread[:, 0])[:, None]).float()
    area = masks.mean(2)
    inside, outside = ((spread * part).sum(2) / part.sum(2).clamp(min=1) for part in (masks, 1 - masks))
    fine = (area >= LEAST_AREA).all(1)
    return Regions(
        masks=masks.unflatten(2, word_maps.shape[-2:]), area=area, apart=(inside - outside).clamp(0, 1), fine=fine
    )


def affinity_step(affinity: Tensor, power: float = 2) -> Tensor:
    """A step of a random walk to cells that a cell looks at more than others do; rows sum to 1.

    What every cell looks at says nothing; a larger power keeps the walk among the nearest relatives.
    """
    more = (affinity / affinity.mean(1, keepdim=True) - 1).clamp(min=0) ** power
    return more / more.sum(2, keepdim=True).clamp(min=1e-9)


def stretched(maps: Tensor) -> Tensor:
    """(..., cells), each map from 0 to 1."""
    least = maps.amin(-1, keepdim=True)
    return (maps - least) / (maps.amax(-1, keepdim=True) - least).clamp(min=1e-9)


def between(values: Tensor) -> Tensor:
    """(pictures, 1): the line that parts each picture's values (pictures, cells) best (Otsu, 1979)."""
    ordered = values.sort(1).values
    count = values.shape[1]
    below = torch.arange(1, count, device=values.device, dtype=values.dtype)
    sums = ordered.cumsum(1)
    low, high = sums[:, :-1] / below, (sums[:, -1:] - sums[:, :-1]) / (count - below)
    best = (below * (count - below) * (low - high).square()).argmax(1, keepdim=True)
    return (ordered.gather(1, best) + ordered.gather(1, best + 1)) / 2


def split(mask: Tensor, count: int) -> Tensor:
    """One mask (pictures, height, width) for several of a kind: (pictures, count, height, width), left to right.

    The nearest of `count` centres has a cell (Lloyd's algorithm on positions). Up and down counts half: figures stand.
    """
    height, width = mask.shape[1:]
    rows = torch.arange(height, device=mask.device, dtype=mask.dtype)[:, None].expand(height, width) / height
    columns = torch.arange(width, device=mask.device, dtype=mask.dtype)[None].expand(height, width) / width
    places = torch.stack([columns, rows / 2], -1).flatten(0, 1)  # (cells, 2)
    weight = mask.flatten(1)
    by_column = mask.sum(1).cumsum(1) / mask.sum((1, 2))[:, None].clamp(min=1e-9)  # (pictures, width)
    starts = []
    for k in range(count):
        column = (by_column < (k + 0.5) / count).sum(1).clamp(max=width - 1)
        middle = (weight[:, :, None] * places).sum(1)[:, 1] / weight.sum(1).clamp(min=1e-9)
        starts.append(torch.stack([column / width, middle], -1))
    centres = torch.stack(starts, 1)  # (pictures, count, 2)
    whose = torch.zeros(len(mask), height * width, count, device=mask.device, dtype=mask.dtype)
    for _ in range(ROUNDS):
        nearest = torch.cdist(places[None].expand(len(mask), -1, -1), centres).argmin(2)
        whose = F.one_hot(nearest, count).to(mask.dtype) * weight[:, :, None]  # (pictures, cells, count)
        there = whose.sum(1)
        new = whose.transpose(1, 2) @ places / there[..., None].clamp(min=1e-9)
        centres = torch.where(there[..., None] > 0, new, centres)
    left_to_right = centres[..., 0].argsort(1)
    return (
        whose.transpose(1, 2)
        .gather(1, left_to_right[..., None].expand(-1, -1, whose.shape[1]))
        .unflatten(2, (height, width))
    )


def middle_of(box: Box) -> float:
    """How far its middle is from the left, in 0..1."""
    return (box[0] + box[2]) / 2


def box_of(mask: Tensor) -> Box | None:
    """Around the cells of a mask (height, width); None where there are none."""
    rows, columns = ((mask > 0.5).any(dim).nonzero()[:, 0].tolist() for dim in (1, 0))
    if not rows or not columns:
        return None
    height, width = mask.shape
    return columns[0] / width, rows[0] / height, (columns[-1] + 1) / width, (rows[-1] + 1) / height


def parts_of(mask: Tensor) -> list[Tensor]:
    """The parts of a mask (height, width) that do not touch, also not at corners, the largest first, each a mask."""
    inside = (mask > 0.5).to(mask)
    number = torch.arange(1, mask.numel() + 1, device=mask.device, dtype=mask.dtype).unflatten(0, mask.shape) * inside
    while True:  # every cell takes the largest number beside it, until those of a part have one
        larger = F.max_pool2d(number[None, None], 3, 1, 1)[0, 0] * inside
        if torch.equal(larger, number):
            break
        number = larger
    parts = [(number == one).to(mask) for one in number.unique().tolist() if one > 0]
    return sorted(parts, key=lambda part: -float(part.sum()))


def in_box(box: Box, height: int, width: int, device: torch.device) -> Tensor:
    """(height, width): 1 where a cell's middle is inside left, top, right, bottom, which are parts in 0..1."""
    left, top, right, bottom = box
    columns = (torch.arange(width, device=device) + 0.5) / width
    rows = (torch.arange(height, device=device) + 0.5) / height
    inside = ((rows >= top) & (rows <= bottom))[:, None] & ((columns >= left) & (columns <= right))[None]
    return inside.float()


def with_boxes(regions: Regions, boxes: Sequence[Box | None]) -> Regions:
    """The regions with boxes that a person gave: theirs is what anybody sits on inside, or all where that is little.

    Nobody else sits in a box.
    """
    if not any(boxes):
        return regions
    masks = regions.masks.clone()
    height, width = masks.shape[-2:]
    insides = [None if box is None else in_box(box, height, width, masks.device) for box in boxes]
    taken = torch.stack([inside for inside in insides if inside is not None]).amax(0)
    anybody = masks.sum(1)
    for k, inside in enumerate(insides):
        if inside is None:
            masks[:, k] *= 1 - taken
            continue
        shared = torch.stack([other for other in insides if other is not None]).sum(0).clamp(min=1)
        placed = anybody * inside
        enough = placed.sum((1, 2)) >= LEAST_OF_BOX * inside.sum()
        masks[:, k] = torch.where(enough[:, None, None], placed, inside.expand_as(placed)) / shared
    area = masks.mean((2, 3))
    return replace(regions, masks=masks, area=area, fine=(area >= LEAST_AREA).all(1))


def grown(masks: Tensor, cells: int) -> Tensor:
    """The masks so many cells larger on every side, where nobody is yet; where two meet they share."""
    for _ in range(cells):
        free = masks.sum(1, keepdim=True) == 0
        more = F.max_pool2d(masks, 3, 1, 1) * free
        masks = masks + more / more.sum(1, keepdim=True).clamp(min=1)
    return masks
