"""The ways of putting several taught subjects into one picture that are compared, all with the same seeds.

Those of others are written after their papers' and programs' descriptions. Every arm makes the pictures of one cast and
gives pixels and how many rows went through the UNet, for all pictures together.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from benchmarks.pocket.reading import readers
from benchmarks.pocket.reading.readers import Readers
from benchmarks.together.cells import Wanted
from pipeline import generate
from pipeline.denoiser import Denoiser
from pipeline.families.loaded_model import LoadedModel
from pipeline.generate import Settings
from pipeline.loras.lora import merged
from pipeline.multi_subject import denoising, detailer, region_masks
from pipeline.multi_subject.attention_maps import ports_of, recording_attention
from pipeline.multi_subject.denoising import Layout, PictureSpec, RegionSubject
from pipeline.multi_subject.method import METHOD, Method
from pipeline.multi_subject.routing import Routes, routed
from pipeline.multi_subject.wording import SubjectWords, prompt_variants

SWITCH_EVERY = 5  # steps, as in LoRA Switch (2402.16843)
FREEFUSE_PART = 0.33  # of the steps with all LoRAs, to find masks; then the picture is begun again

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """What an arm works with: one cast's pictures."""

    loaded: LoadedModel
    settings: Settings
    people: Sequence[RegionSubject]
    wanted: Sequence[Wanted]
    model: Readers

    @property
    def specs(self) -> list[PictureSpec]:
        """For pipeline.multi_subject."""
        return [PictureSpec(variants=one.variants, seed=one.seed) for one in self.wanted]

    @property
    def seeds(self) -> list[int]:
        """Of the pictures."""
        return [one.seed for one in self.wanted]

    def noise(self) -> tuple[Tensor, list[torch.Generator]]:
        """The same first latents in all arms."""
        drawn = [generate.noise(self.loaded, self.settings, one.seed) for one in self.wanted]
        return torch.cat([latents for latents, _ in drawn]).to(self.loaded.device), [g for _, g in drawn]

    def pixels(self, latents: Tensor) -> Pixels:
        """(pictures, height, width, 3) in 0..255."""
        return np.concatenate([to_pixels(self.loaded.decode_latents(part)) for part in latents.split(25)])


Arm = Callable[[Stage], tuple[Pixels, int]]


def to_pixels(pixels: Tensor) -> Pixels:
    """(n, height, width, 3) in 0..255 from (n, 3, height, width) in 0..1."""
    return (pixels * 255).round().to(torch.uint8).permute(0, 2, 3, 1).cpu().numpy()


def base(stage: Stage) -> tuple[Pixels, int]:
    """The base model with everybody as their kind: how often a scene and a count are right without any LoRA."""
    return _plain(stage, [one.variants.scene for one in stage.wanted], [])


def summed(stage: Stage) -> tuple[Pixels, int]:
    """All LoRAs added up at full strength, as most programs do."""
    return _plain(stage, [one.prompt for one in stage.wanted], range(len(stage.people)))


def alone(index: int, prompts: Sequence[str], stage: Stage) -> tuple[Pixels, int]:
    """One of the subjects by itself, with the same seeds."""
    return _plain(stage, prompts, [index])


def _plain(stage: Stage, prompts: Sequence[str], chosen: Sequence[int]) -> tuple[Pixels, int]:
    noise, generators = stage.noise()
    denoiser = Denoiser(stage.loaded, stage.settings, "", prompts)
    with merged(stage.loaded.model, [(stage.people[k].lora, stage.people[k].strength) for k in chosen]):
        latents = denoiser.run(noise, generators, stage.seeds)
    return stage.pixels(latents), denoiser.steps * denoiser.rows


def _all_words(stage: Stage, variants: Callable[[Wanted], Sequence[str]]) -> Tensor:
    """(rows, prompts, 77, width): nothing to avoid, then what `variants` gives."""
    ports, encode = ports_of(stage.loaded), stage.loaded.encode_prompts
    wanted = torch.stack([ports.prompt_embeds(encode(variants(one))) for one in stage.wanted])
    return torch.cat([ports.prompt_embeds(encode([""]))[:, None].expand_as(wanted), wanted])


def _everywhere(stage: Stage, prompt: int, on: Sequence[int], noise: Tensor, words: Tensor) -> Routes:
    """One prompt for the whole picture, and some of the LoRAs in all of it."""
    rows, (height, width) = 2 * len(noise), noise.shape[-2:]
    gates = torch.zeros(rows, len(stage.people), height, width, device=noise.device, dtype=words.dtype)
    gates[:, list(on)] = 1
    prompt_weights = torch.zeros(rows, words.shape[1], height, width, device=noise.device, dtype=words.dtype)
    prompt_weights[:, prompt] = 1
    return Routes(gates=gates, prompt_embeds=words, prompt_weights=prompt_weights)


def switched(stage: Stage) -> tuple[Pixels, int]:
    """One LoRA at a time, changing every five steps (LoRA Switch, 2402.16843), the whole prompt throughout."""
    noise, generators = stage.noise()
    prompts = [one.prompt for one in stage.wanted]
    denoiser = Denoiser(stage.loaded, stage.settings, "", prompts)
    words = _all_words(stage, lambda one: [one.prompt] * (1 + len(stage.people)))
    denoiser.predictor = stage.loaded.denoise
    with routed(stage.loaded.model, [(one.lora, one.strength) for one in stage.people]) as router:
        turns = [_everywhere(stage, 1 + k, [k], noise, words) for k in range(len(stage.people))]

        def before(part: float) -> None:
            router.set_routes(turns[int(part * denoiser.steps + 0.5) // SWITCH_EVERY % len(turns)])

        latents = denoiser.run(noise, generators, stage.seeds, before=before)
    return stage.pixels(latents), denoiser.steps * denoiser.rows


class _Parted(Denoiser):
    """A denoiser whose prediction is put together from one forward pass for each subject."""

    combine: Callable[[Sequence[Tensor]], Tensor]
    passes: Sequence[Callable[[], object]]

    def predict(self, scaled: Tensor, timestep: Tensor) -> Tensor:
        """Each pass guided by itself, then combined."""
        parts = []
        for before in self.passes:
            before()
            parts.append(super().predict(scaled, timestep))
        return self.combine(parts)


def averaged(stage: Stage) -> tuple[Pixels, int]:
    """One forward pass for each LoRA, the noise averaged (LoRA Composite, 2402.16843)."""
    return _in_parts(stage, lambda parts: torch.stack(list(parts)).mean(0), scene=False, own=False)


def regions(stage: Stage) -> tuple[Pixels, int]:
    """One forward pass for each region and the noise put together by our masks: regional prompts in latents."""
    layout = denoising.layout_pass(stage.loaded, stage.settings, stage.people, stage.specs)
    masks = F.interpolate(layout.regions.masks, layout.noise.shape[-2:], mode="bilinear")
    scene = 1 - masks.sum(1, keepdim=True)
    weights = torch.cat([scene, masks], 1)

    def combine(parts: Sequence[Tensor]) -> Tensor:
        return sum((weights[:, k : k + 1] * part for k, part in enumerate(parts)), torch.zeros_like(parts[0]))

    pixels, evaluations = _in_parts(stage, combine, scene=True, own=True)
    return pixels, evaluations + layout.evaluations


def _in_parts(
    stage: Stage, combine: Callable[[Sequence[Tensor]], Tensor], *, scene: bool, own: bool
) -> tuple[Pixels, int]:
    noise, generators = stage.noise()
    denoiser = _Parted(stage.loaded, stage.settings, "", [one.variants.scene for one in stage.wanted])
    words = _all_words(
        stage, lambda one: [one.variants.scene, *(one.variants.own if own else [one.prompt] * len(stage.people))]
    )
    with routed(stage.loaded.model, [(one.lora, one.strength) for one in stage.people]) as router:
        routes = [_everywhere(stage, 1 + k, [k], noise, words) for k in range(len(stage.people))]
        if scene:
            routes = [_everywhere(stage, 0, [], noise, words), *routes]
        denoiser.predictor = stage.loaded.denoise
        denoiser.passes = [lambda r=r: router.set_routes(r) for r in routes]
        denoiser.combine = combine
        latents = denoiser.run(noise, generators, stage.seeds)
    return stage.pixels(latents), denoiser.steps * denoiser.rows * len(routes)


def freefuse(stage: Stage) -> tuple[Pixels, int]:
    """After FreeFuse's description for SDXL: a first part with all LoRAs gives masks of equal area, no background.

    Then the picture is begun again with every LoRA in its mask; one prompt names all and is read with all LoRAs.
    """
    noise, generators = stage.noise()
    prompts = [one.prompt for one in stage.wanted]
    weights = _named_tokens(stage)
    part = replace(stage.settings, steps=max(1, round(stage.settings.steps * FREEFUSE_PART)))
    with merged(stage.loaded.model, [(one.lora, one.strength) for one in stage.people]):
        with recording_attention(stage.loaded.model, weights) as recorder:
            recorder.is_recording = True
            recorder.install()
            first = Denoiser(stage.loaded, part, "", prompts)
            first.predictor = stage.loaded.denoise
            first.run(noise, generators, stage.seeds)
        read = recorder.word_maps(*noise.shape[-2:])
    masks = F.interpolate(_equal_areas(read), noise.shape[-2:], mode="nearest")
    both = torch.cat([masks, masks])
    denoiser = Denoiser(stage.loaded, stage.settings, "", prompts)
    image_side = [(_without_words(one), one.strength) for one in stage.people]
    with merged(stage.loaded.model, [(_words_only(one), one.strength) for one in stage.people]):
        words = _all_words(stage, lambda one: [one.prompt] * (1 + len(stage.people)))
        with routed(stage.loaded.model, image_side) as router:
            denoiser.predictor = stage.loaded.denoise
            plain = _everywhere(stage, 0, [], noise, words)
            routes = replace(plain, gates=both.to(words.dtype))
            latents = denoiser.run(noise, generators, stage.seeds, before=lambda _: router.set_routes(routes))
    return stage.pixels(latents), (denoiser.steps + part.steps) * denoiser.rows


def _named_tokens(stage: Stage) -> Tensor:
    weights = torch.zeros(len(stage.wanted), len(stage.people), 77)
    for row, one in enumerate(stage.wanted):
        for k, subject in enumerate(stage.people):
            tokens = stage.loaded.tokens_of(one.prompt, subject.words)[0]
            weights[row, k, tokens] = 1 / len(tokens)
    return weights.to(stage.loaded.device)


def _equal_areas(read: Tensor) -> Tensor:
    """Every cell somebody's, each with about the same share: the weakest claims are lowered until shares are equal."""
    claims = region_masks.stretched(read.flatten(2))
    price = torch.zeros_like(claims[:, :, :1])
    goal = claims.shape[2] / claims.shape[1]
    owner = torch.zeros_like(claims)
    for _ in range(100):
        owner = F.one_hot((claims - price).argmax(1), claims.shape[1]).transpose(1, 2).float()
        price = price + 0.02 * (owner.sum(2, keepdim=True) / goal - 1)
    return owner.unflatten(2, read.shape[-2:])


def _is_of_words(name: str) -> bool:
    return name.endswith(("attn2.to_k", "attn2.to_v"))


def _without_words(one: RegionSubject) -> Any:
    return replace(one.lora, layers={n: x for n, x in one.lora.layers.items() if not _is_of_words(n)})


def _words_only(one: RegionSubject) -> Any:
    return replace(one.lora, layers={n: x for n, x in one.lora.layers.items() if _is_of_words(n)})


def ours(
    stage: Stage, method: Method = METHOD, true_masks: bool = False, background: bool = True
) -> tuple[Pixels, int]:
    """The product's method, or with a part of it taken away. background: some of the picture is nobody's."""
    loaded = stage.loaded
    layout = denoising.layout_pass(loaded, stage.settings, stage.people, stage.specs, method=method)
    if true_masks:
        layout = replace(layout, regions=replace(layout.regions, masks=_read_masks(stage, layout)))
    routed_regions = layout.regions
    if not background:
        routed_regions = replace(
            layout.regions, masks=_everybodys(region_masks.grown(layout.regions.masks, method.grow))
        )
    routed_layout = replace(layout, regions=routed_regions)
    made = denoising.route(loaded, stage.settings, stage.people, stage.specs, routed_layout, method=method)
    images = [generate.image_of(loaded.decode_latents(one)) for one in made.latents.split(1)]
    drawn = detailer.redraw(loaded, stage.settings, stage.people, stage.specs, layout, images, method=method)
    evaluations = layout.evaluations + made.evaluations + drawn.evaluations
    return np.stack([np.asarray(image) for image in drawn.images]), evaluations


def without_own_words(stage: Stage) -> tuple[Pixels, int]:
    """The product's method with everybody as their kind in all prompts, and LoRAs that change nothing of the words."""
    named = [SubjectWords(words=one.noun, noun=one.noun) for one in stage.people]
    people = [replace(one, words=one.noun, lora=_without_words(one)) for one in stage.people]
    middles = [one.middle for one in people]
    wanted = [replace(one, variants=prompt_variants(one.variants.scene, named, middles)) for one in stage.wanted]
    return ours(replace(stage, people=people, wanted=wanted))


def _everybodys(masks: Tensor) -> Tensor:
    """Every cell is somebody's: that of the nearest region."""
    height, width = masks.shape[-2:]
    for _ in range(height + width):
        if bool((masks.sum(1) > 0).all()):
            break
        masks = region_masks.grown(masks, 1)
    return masks


def _read_masks(stage: Stage, layout: Layout) -> Tensor:
    """The regions as the readers see them in the quick picture: a bound on what better masks would bring."""
    masks = layout.regions.masks.clone()
    for row, reading in enumerate(readers.read(stage.pixels(layout.latents), stage.model)):
        left = list(reading.creatures)
        for k, one in enumerate(stage.people):
            mine = next((creature for creature in left if creature.kind == one.noun), None)
            if mine is not None:
                left.remove(mine)
                cells = torch.from_numpy(mine.cells).to(masks)[None, None]
                height, width = masks.shape[-2:]
                masks[row, k] = (F.adaptive_avg_pool2d(cells, (height, width))[0, 0] > 0.5).to(masks)
    return masks / masks.sum(1, keepdim=True).clamp(min=1)


def pasted(stage: Stage, prompts: Sequence[Sequence[str]]) -> tuple[Pixels, int]:
    """A bound: each subject made alone (by its prompts), cut out as the readers see it, pasted where the base model
    regions it in its picture, as large as it is there."""
    back, evaluations = base(stage)
    singles = []
    for k in range(len(stage.people)):
        pixels, more = alone(k, prompts[k], stage)
        singles.append((pixels, readers.read(pixels, stage.model)))
        evaluations += more
    answer = back.copy()
    for row, reading in enumerate(readers.read(back, stage.model)):
        left = list(reading.creatures)
        for k, one in enumerate(stage.people):
            region = next((creature for creature in left if creature.kind == one.noun), None)
            pixels, read = singles[k]
            cut = max(read[row].creatures, key=lambda creature: creature.area, default=None)
            if region is not None and cut is not None:
                left.remove(region)
                _paste(answer[row], pixels[row], cut.cells, region.cells)
    return answer, evaluations


def _box_of(cells: NDArray[np.bool_], side: int) -> tuple[int, int, int, int]:
    rows, columns = np.nonzero(cells.any(1))[0], np.nonzero(cells.any(0))[0]
    scale = side // len(cells)
    return columns[0] * scale, rows[0] * scale, (columns[-1] + 1) * scale, (rows[-1] + 1) * scale


def _paste(onto: Pixels, picture: Pixels, cut: NDArray[np.bool_], region: NDArray[np.bool_]) -> None:
    """A creature cut out of a picture, on the ground and in the middle of a region, as high as what sat there."""
    side = len(onto)
    left, top, right, bottom = _box_of(cut, side)
    seat_left, seat_top, seat_right, seat_bottom = _box_of(region, side)
    height = seat_bottom - seat_top
    width = max(1, round((right - left) * height / (bottom - top)))
    mask = torch.from_numpy(np.kron(cut, np.ones((side // len(cut),) * 2))).float()[None, None, top:bottom, left:right]
    patch = torch.from_numpy(picture[top:bottom, left:right].copy()).float().permute(2, 0, 1)[None]
    mask, patch = (F.interpolate(part, (height, width), mode="bilinear", antialias=True)[0] for part in (mask, patch))
    start = (seat_left + seat_right - width) // 2
    for x in range(max(0, -start), min(width, side - start)):
        opaque = mask[0, :, x, None].numpy()
        column = onto[seat_top:seat_bottom, start + x]
        onto[seat_top:seat_bottom, start + x] = (opaque * patch[:, :, x].T.numpy() + (1 - opaque) * column).round()


TAKEN_AWAY: dict[str, Method] = {
    "ours": METHOD,
    "without a closer look": replace(METHOD, detailer_cells=0),
    "masks not grown": replace(METHOD, grow=0),
    "from pure noise": replace(METHOD, start=1.0),
    "later start": replace(METHOD, start=0.7),
}
