"""A closer look at small figures: each cut out of the finished picture, enlarged, drawn on there, and laid back.

A figure of a few latent cells has no room for eyes or a hat, and at the UNet's coarser levels its cells are also its
neighbours'. Enlarged, and with its own LoRA alone, it has both. What is around it stays as it is: what is predicted
there at every step is what leads to the picture as it was.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

import torch
import torch.nn.functional as F
from PIL import Image
from torch import Tensor

from pipeline import generate
from pipeline.denoiser import MaskedDenoiser
from pipeline.families.loaded_model import LoadedModel
from pipeline.generate import Progress, Settings
from pipeline.multi_subject import denoising, region_masks
from pipeline.multi_subject.attention_maps import ports_of, read_attention
from pipeline.multi_subject.denoising import Layout, PictureSpec, RegionSubject
from pipeline.multi_subject.method import METHOD, Method
from pipeline.multi_subject.region_masks import Box

SEEN = 0.5  # of somebody's region: where a window shows more than that, the words for it name them
LEAST_FOUND = 0.3  # of a region: an mask that holds less of it is none


@dataclass(frozen=True, kw_only=True, slots=True)
class Redrawn:
    """The pictures, and rows that went through the UNet."""

    images: list[Image.Image]
    evaluations: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Window:
    """A part of one of the pictures. box: left, top, right, bottom in pixels, of the picture's shape.

    mine: where its subject sits in it, (1, 1, rows, columns), 0 or 1. seen: the subjects that it shows.
    """

    picture: int
    box: tuple[int, int, int, int]
    mine: Tensor
    seen: frozenset[int]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        left, top, right, bottom = self.box
        return right - left, bottom - top


def small_figures(settings: Settings, layout: Layout, method: Method = METHOD) -> int:
    """How many subjects redraw() would draw again, in any of the pictures."""
    return len(_windows(settings, layout, method))


@torch.no_grad()
def redraw(
    loaded: LoadedModel,
    settings: Settings,
    people: Sequence[RegionSubject],
    specs: Sequence[PictureSpec],
    layout: Layout,
    images: Sequence[Image.Image],
    negative: str = "",
    method: Method = METHOD,
    after: Callable[[float], None] | None = None,
) -> Redrawn:
    """The finished pictures with every small figure drawn closer, one subject after the other.

    `after` is told the part of this that is done, 0..1.
    """
    images, evaluations = [image.copy() for image in images], 0
    by_subject = _windows(settings, layout, method)
    for number, (k, windows) in enumerate(by_subject.items()):
        some = [replace(specs[one.picture], variants=specs[one.picture].variants.of_some(one.seen)) for one in windows]
        denoiser = MaskedDenoiser(
            loaded, settings, negative, [one.variants.scene for one in some], method.detailer_start
        )
        if denoiser.is_fresh:  # a sampler of so few steps has none at that level
            continue
        parts = [images[one.picture].crop(one.box) for one in windows]
        denoiser.kept = generate.latents_of(loaded, parts, settings)
        subject_masks = _subject_masks(denoiser, people, some, windows, k, method)
        denoiser.inside = F.interpolate(subject_masks, denoiser.kept.shape[-2:], mode="nearest")
        gates = torch.zeros(len(windows), len(people), *denoiser.kept.shape[-2:]).to(denoiser.kept)
        gates[:, k] = 1
        generators = [layout.generators[one.picture] for one in windows]
        noise = torch.cat([torch.randn(denoiser.kept[:1].shape, generator=one) for one in generators]).to(denoiser.kept)
        begin = denoiser.kept, noise, generators

        def after_step(progress: Progress, number: int = number) -> None:
            if after is not None:
                after((number + progress.part) / len(by_subject))

        made = denoising.denoise_routed(denoiser, people, some, gates, begin, negative, after_step)
        for window, latents, subject_mask in zip(windows, made.latents.split(1), subject_masks, strict=True):
            drawn = generate.image_of(loaded.decode_latents(latents)).resize(window.size, Image.Resampling.LANCZOS)
            mask = Image.fromarray((subject_mask[0] * 255).byte().cpu().numpy())
            images[window.picture].paste(drawn, window.box[:2], mask.resize(window.size, Image.Resampling.BILINEAR))
        evaluations += len(windows) + made.evaluations
    return Redrawn(images=images, evaluations=evaluations)


def _windows(settings: Settings, layout: Layout, method: Method) -> dict[int, list[Window]]:
    """By subject, those of every picture in which it is small; subjects that are small in none have no entry."""
    grown = region_masks.grown(layout.regions.masks, method.detailer_grow)
    rows, columns = grown.shape[-2:]
    size = settings.height, settings.width
    cell = settings.height // layout.noise.shape[-2]
    answers: dict[int, list[Window]] = {}
    for k in range(grown.shape[1]):
        for picture, regions in enumerate(layout.regions.masks):
            part = window_of(grown[picture, k], settings.width, settings.height, cell, method)
            if part is None:
                continue
            left, right = (round(x * settings.width) for x in part[::2])
            top, bottom = (round(y * settings.height) for y in part[1::2])
            inside = slice(top, bottom), slice(left, right)
            whole = F.interpolate(torch.cat([grown[picture, [k]], regions])[None], size, mode="nearest")[0]
            shares = whole[1:, *inside].sum((1, 2)) / whole[1:].sum((1, 2)).clamp(min=1)
            seen = frozenset(o for o, share in enumerate(shares.tolist()) if o == k or share > SEEN)
            mine = (F.adaptive_avg_pool2d(whole[None, :1, *inside], (rows, columns)) > 0.5).to(grown)
            window = Window(picture=picture, box=(left, top, right, bottom), mine=mine, seen=seen)
            answers.setdefault(k, []).append(window)
    return answers


def window_of(region: Tensor, width: int, height: int, pixels_per_cell: int, method: Method = METHOD) -> Box | None:
    """The part of a picture of that size around a region (rows, columns), of the picture's shape and within it.

    pixels_per_cell: of the latents. None where nobody sits, or where the figure has room enough as it is.
    """
    around = region_masks.box_of(region)
    if around is None:
        return None
    left, top, right, bottom = around
    side = method.detailer_room * max(bottom - top, right - left)
    if side >= 1 or side * min(width, height) / pixels_per_cell > method.detailer_cells:
        return None
    x, y = (min(max((low + high - side) / 2, 0), 1 - side) for low, high in ((left, right), (top, bottom)))
    return x, y, x + side, y + side


def _subject_masks(
    denoiser: MaskedDenoiser,
    people: Sequence[RegionSubject],
    specs: Sequence[PictureSpec],
    windows: Sequence[Window],
    k: int,
    method: Method,
) -> Tensor:
    """Where in its region the subject is, as the base model sees it in each window: 0 or 1,
    (windows, 1, height, width).

    What is around it in its region then stays as it was. Where it is not to be found, all of the region may change.
    """
    loaded, conditions = denoiser.loaded, denoiser.scene_conditions
    words = denoising.weights_of(loaded, specs, ports_of(loaded).tokens(conditions))
    word_maps, affinity, _ = read_attention(loaded, denoiser.kept, conditions, words)
    answers = []
    for row, window in enumerate(windows):
        maps = word_maps[row : row + 1], affinity[row : row + 1]
        subject_mask = region_masks.grown(_figure(*maps, people, window.seen, k), method.detailer_grow)
        mine = F.interpolate(window.mine, subject_mask.shape[-2:], mode="nearest")
        found = (subject_mask > 0.5) * mine
        answers.append(found if found.sum() > LEAST_FOUND * mine.sum() else mine)
    return torch.cat(answers)


def _figure(
    word_maps: Tensor, affinity: Tensor, people: Sequence[RegionSubject], seen: Collection[int], k: int
) -> Tensor:
    """Where that subject, or another of its kind, is among those seen: (1, 1, height, width), 0 or 1."""
    if len(seen) == 1:
        return region_masks.one_alone(word_maps[:, [k]], affinity).masks
    order = sorted(seen)
    nouns = [people[o].noun for o in order]
    alike = [place for place, noun in enumerate(nouns) if noun == people[k].noun]
    return region_masks.found(word_maps[:, order], affinity, nouns).masks[:, alike].sum(1, keepdim=True)
