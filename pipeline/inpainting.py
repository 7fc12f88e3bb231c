"""A part of a finished picture drawn again: a window around it, enlarged, denoised inside a mask, and laid back.

Outside of the softly grown mask every pixel stays the one that it was. Base models that were trained on whole pictures
alone do this: what is around the part is kept at every step (pipeline.denoiser.MaskedDenoiser).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image
from torch import Tensor

from pipeline import generate
from pipeline.denoiser import MaskedDenoiser
from pipeline.families.loaded_model import LoadedModel
from pipeline.generate import NoiseSeed, OnStep, Progress, Settings
from pipeline.multi_subject import denoising, region_masks
from pipeline.multi_subject.attention_maps import ports_of, read_attention
from pipeline.multi_subject.denoising import PictureSpec, RegionSubject
from pipeline.multi_subject.method import METHOD, Method
from pipeline.multi_subject.region_masks import LEAST_AREA, Box
from pipeline.multi_subject.wording import PromptVariants
from studio.jobs.requests import steps_run

WHITE = 128  # of a mask's 0..255: from there on it is the part
REACH = 0.25  # of the longer side of the part: how far around it the picture changes less and less
MOST_REACH = 0.08  # of the longer side of the picture
OPAQUE = 2.0  # so many times what latents may change is laid over the picture: they keep to it at the edge themselves
ROOM = 1.5  # of a window: so many times what the part takes of the picture's width or height
LEAST_WINDOW = 0.4  # of the picture's sides: with less around it a base model draws a whole scene into the part
MOST_WINDOW = 0.8  # from there on the window is the whole picture

Denoising = Callable[[MaskedDenoiser, Tensor, Sequence[torch.Generator], int, OnStep], Tensor]  # noise to latents


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A part of a picture.

    Attributes:
        alpha: how much of what is drawn is laid over the picture, (height, width): 1 in the part, 0 far from it.
        window: left, top, right, bottom in pixels of what is drawn, of the picture's shape or nearly.
    """

    alpha: Tensor
    window: tuple[int, int, int, int]

    @property
    def window_size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        left, top, right, bottom = self.window
        return right - left, bottom - top

    @property
    def window_box(self) -> Box:
        """The window as parts of the picture in 0..1."""
        height, width = self.alpha.shape
        left, top, right, bottom = self.window
        return left / width, top / height, right / width, bottom / height

    def laid_over(self, image: Image.Image, drawn: Image.Image) -> Image.Image:
        """The picture with what was drawn in the window, of any size, laid over it; outside bit for bit the picture."""
        left, top, right, bottom = self.window
        alpha = (self.alpha[top:bottom, left:right] * OPAQUE).clamp(max=1).mul(255).byte().numpy()
        answer = image.copy()
        answer.paste(drawn.resize(self.window_size, Image.Resampling.LANCZOS), (left, top), Image.fromarray(alpha))
        return answer

    def inside(self, rows: int, columns: int) -> Tensor:
        """How far the window's latents may change, (1, 1, rows, columns): as MaskedDenoiser.inside."""
        left, top, right, bottom = self.window
        return F.adaptive_max_pool2d(self.alpha[top:bottom, left:right][None, None], (rows, columns))


def part_of(mask: Image.Image, size: tuple[int, int], pixels_per_cell: int, boxes: Sequence[Box] = ()) -> Part:
    """The part that is white in a grey picture, which is stretched over one of that width and height in pixels.

    boxes: of those who are drawn there; the window shows as much of each as it can.
    """
    width, height = size
    grey = torch.from_numpy(np.array(mask.convert("L").resize(size, Image.Resampling.BILINEAR)))
    inside = (grey >= min(WHITE, int(grey.max()))).float()
    left, top, right, bottom = _extent(inside)
    reach = min(REACH * max(right - left, bottom - top), MOST_REACH * max(size))
    alpha = _softly_grown(inside, max(1, round(max(reach, pixels_per_cell) / 2)))
    left, top, right, bottom = _extent(alpha)
    side = max(ROOM * max((right - left) / width, (bottom - top) / height), LEAST_WINDOW)
    for box in boxes:
        left, right = min(left, round(box[0] * width)), max(right, round(box[2] * width))
        top, bottom = min(top, round(box[1] * height)), max(bottom, round(box[3] * height))
    side = max(side, (right - left) / width, (bottom - top) / height)
    if side >= MOST_WINDOW:
        return Part(alpha=alpha, window=(0, 0, width, height))
    x, y = (
        round(min(max((low + high - side * length) / 2, 0), length - side * length))
        for low, high, length in ((left, right, width), (top, bottom, height))
    )
    return Part(alpha=alpha, window=(x, y, x + round(side * width), y + round(side * height)))


def mask_of_box(box: Box, size: tuple[int, int]) -> Image.Image:
    """The mask of a box, for a picture of that width and height in pixels."""
    width, height = size
    mask = Image.new("L", size)
    left, top = int(box[0] * width), int(box[1] * height)
    mask.paste(255, (left, top, max(round(box[2] * width), left + 1), max(round(box[3] * height), top + 1)))
    return mask


@torch.no_grad()
def drawn_again(
    loaded: LoadedModel,
    settings: Settings,
    image: Image.Image,
    part: Part,
    prompt: str,
    negative_prompt: str,
    draw: NoiseSeed,
    strength: float,
    on_step: OnStep,
    denoise: Denoising | None = None,
) -> Image.Image:
    """The picture with that part drawn again from its own latents, which may change by `strength` (0..1).

    settings: width and height are the picture's. denoise: the steps, those of the denoiser alone where there is none.
    on_step is told how far the part is, and what it raises ends it.
    """
    window = replace(settings, **_drawing_size(loaded, image.size, part))
    denoiser = MaskedDenoiser(loaded, window, negative_prompt, [prompt])
    denoiser.leave_out(settings.steps - steps_run(settings.steps, strength))
    denoiser.kept = generate.latents_of(loaded, [image.crop(part.window)], window).to(loaded.device)
    denoiser.inside = part.inside(*denoiser.kept.shape[-2:]).to(denoiser.kept)
    noise, generator = generate.noise_of(loaded, window, draw)

    def after(progress: Progress) -> None:
        on_step(replace(progress, whole=lambda preview: part.laid_over(image, preview)))

    run = denoise or _denoised
    latents = run(denoiser, noise.to(denoiser.kept), [generator], draw.seed, after)
    return part.laid_over(image, generate.image_of(loaded.decode_latents(latents)))


def routed(
    people: Sequence[RegionSubject], variants: PromptVariants, negative_prompt: str, method: Method = METHOD
) -> Denoising:
    """Steps in which every one of several subjects has its own LoRA and words where it is in the window.

    `people` are in the order of `variants`; those of one kind from left to right. Who is not to be seen there yet has
    what nobody else has of the part.
    """

    def denoise(
        denoiser: MaskedDenoiser, noise: Tensor, generators: Sequence[torch.Generator], seed: int, after: OnStep
    ) -> Tensor:
        loaded, spec = denoiser.loaded, PictureSpec(variants=variants, seed=seed)
        words = denoising.weights_of(loaded, [spec], ports_of(loaded).tokens(denoiser.scene_conditions))
        seen = read_attention(loaded, denoiser.kept, denoiser.scene_conditions, words)
        masks = region_masks.found(seen.word_maps, seen.affinity, [one.noun for one in people]).masks
        absent = [k for k in range(len(people)) if float(masks[:, k].mean()) < LEAST_AREA]
        masks = region_masks.grown(masks, method.grow)
        gates = F.interpolate(masks, denoiser.kept.shape[-2:], mode="nearest")
        if absent:
            free = denoiser.inside * (1 - gates.sum(1, keepdim=True)).clamp(min=0)
            gates[:, absent] += free / len(absent)
        begin = denoiser.kept, noise, generators
        return denoising.denoise_routed(denoiser, people, [spec], gates, begin, negative_prompt, after).latents

    return denoise


def _denoised(
    denoiser: MaskedDenoiser, noise: Tensor, generators: Sequence[torch.Generator], seed: int, after: OnStep
) -> Tensor:
    return denoiser.run(noise, generators, [seed], picture=denoiser.kept, after=after)


def _drawing_size(loaded: LoadedModel, size: tuple[int, int], part: Part) -> dict[str, int]:
    """Of a window: the picture's own, but no more than the base model knows, and no less than the window has."""
    area, cell = size[0] * size[1], loaded.grid.pixels_per_cell
    scale = min(1.0, loaded.base_model.resolution / area**0.5)
    width, height = (
        max(round(scale * own / cell), round(shown / cell)) * cell
        for own, shown in zip(size, part.window_size, strict=True)
    )
    return {"width": width, "height": height}


def _softly_grown(inside: Tensor, half: int) -> Tensor:
    """1 in a mask (height, width), falling to 0 at twice `half` pixels from it."""
    sides = half, half, half, half
    grown = F.max_pool2d(inside[None, None], 2 * half + 1, 1, half)
    return F.avg_pool2d(F.pad(grown, sides, mode="replicate"), 2 * half + 1, 1)[0, 0]


def _extent(mask: Tensor) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is more than 0 in (height, width), in pixels."""
    rows, columns = ((mask > 0).any(dim).nonzero()[:, 0].tolist() for dim in (1, 0))
    return columns[0], rows[0], columns[-1] + 1, rows[-1] + 1
