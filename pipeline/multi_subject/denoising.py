"""Makes pictures of several subjects: the base model's quick picture, regions in it, one routed run of all the LoRAs.

1. The base model draws the scene with everybody as their kind in a few steps (no LoRA is on). Where its attention read
   each kind's word is where that subject sits; what reads none is the scene.
2. The same noise is begun again at `Method.start`, and the LoRAs work, each inside its region and with its own prompt.
   What guidance leads away from is the base model's; only the words that are avoided are read with the LoRAs in the
   regions, which was no worse where it was compared.

Many pictures of the same subjects share each pass; the product makes one at a time.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
import torch.nn.functional as F
from torch import Tensor

from pipeline import generate
from pipeline.conditions import Conditions
from pipeline.denoiser import Denoiser
from pipeline.families.loaded_model import LoadedModel
from pipeline.generate import NoiseSeed, OnStep, Settings
from pipeline.loras.lora import Lora
from pipeline.multi_subject import region_masks
from pipeline.multi_subject.attention_maps import ports_of, token_weights
from pipeline.multi_subject.cache import MultiSubjectCache
from pipeline.multi_subject.method import METHOD, Method
from pipeline.multi_subject.region_masks import Box, Regions
from pipeline.multi_subject.routing import Routes
from pipeline.multi_subject.wording import PromptVariants, SubjectWords
from pipeline.unet.attention import processors_kept

LAYOUT_SAMPLER = "DPM++ 2M Karras"  # whatever the picture's: it is good in six steps


@dataclass(frozen=True, kw_only=True, slots=True)
class RegionSubject:
    """A subject in a picture. `words`: as it was taught ("dumpling cat"); `noun`: its kind; strength: 1 = as taught."""

    lora: Lora
    strength: float
    words: str
    noun: str
    box: Box | None = None

    @property
    def named(self) -> SubjectWords:
        """How prompts name it."""
        return SubjectWords(words=self.words, noun=self.noun)

    @property
    def middle(self) -> float | None:
        """How far from the left it is to stand, in 0..1; None where that is open."""
        return None if self.box is None else region_masks.middle_of(self.box)


@dataclass(frozen=True, kw_only=True, slots=True)
class PictureSpec:
    """One of the pictures: its prompt in every telling, its seed, and how many noises of that are left out.

    variation: a second seed and how far (0..1) the noise goes towards that one's, as generate.NoiseSeed.
    """

    variants: PromptVariants
    seed: int
    variation: tuple[int, float] = (0, 0.0)
    attempt: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """The base model's quick pictures and the regions found in them.

    latents, and the noise they came from: (pictures, channels, height / 8, width / 8). generators: what the samplers go
    on with. evaluations: rows that went through the UNet.
    """

    latents: Tensor
    noise: Tensor
    regions: Regions
    generators: list[torch.Generator]
    evaluations: int


@dataclass(frozen=True, kw_only=True, slots=True)
class RoutedLatents:
    """Finished latents, (pictures, channels, height / 8, width / 8), and rows that went through the UNet."""

    latents: Tensor
    evaluations: int


@torch.no_grad()
def layout_pass(
    loaded: LoadedModel,
    settings: Settings,
    people: Sequence[RegionSubject],
    specs: Sequence[PictureSpec],
    negative: str = "",
    method: Method = METHOD,
    after: OnStep | None = None,
) -> Layout:
    """The base model's quick picture of each scene, and who sits where in it."""
    drawn = [_noise(loaded, settings, one) for one in specs]
    noise = torch.cat([latents for latents, _ in drawn]).to(loaded.device)
    few = settings.steps <= method.layout_steps  # a sampler of few steps has a LoRA that others do not work with
    sampler = settings.sampler if few else LAYOUT_SAMPLER
    quick = replace(settings, sampler=sampler, steps=min(method.layout_steps, settings.steps))
    denoiser = Denoiser(loaded, quick, negative, [one.variants.scene for one in specs])
    words = weights_of(loaded, specs, ports_of(loaded).tokens(denoiser.conditions))
    generators = [generator for _, generator in drawn]
    recording = MultiSubjectCache.of(loaded).recording.of(words, *noise.shape[-2:])
    recorder, maps_by_step = recording.recorder, list[tuple[Tensor, Tensor]]()
    recorder.word_bias = _word_bias(people, noise, method)

    def predict_recorded(noisy: Tensor, timestep: Tensor, conditions: Conditions, width: int, height: int) -> Tensor:
        predicted = recording.graphs.predict(noisy, timestep, conditions, width, height)
        maps_by_step.append((recorder.word_maps(*noise.shape[-2:]), recorder.affinity()))
        return predicted

    def before(part: float) -> None:
        recorder.is_recording = part >= min(
            method.read_part, (denoiser.steps - 1) / denoiser.steps
        )  # at least the last step
        recorder.is_biased = not recorder.is_recording and recorder.word_bias is not None
        if recorder.is_recording or recorder.is_biased:
            recorder.install()
            denoiser.predictor = predict_recorded if recorder.is_recording else loaded.denoise

    with processors_kept(ports_of(loaded).unet):
        latents = denoiser.run(noise, generators, [one.seed for one in specs], before=before, after=after)
    word_maps, affinity = (torch.stack(maps).mean(0) for maps in zip(*maps_by_step, strict=True))
    regions = region_masks.found(word_maps, affinity, [one.noun for one in people])
    regions = region_masks.with_boxes(regions, [one.box for one in people])
    return Layout(
        latents=latents,
        noise=noise,
        regions=regions,
        generators=generators,
        evaluations=denoiser.steps * denoiser.rows,
    )


@torch.no_grad()
def route(
    loaded: LoadedModel,
    settings: Settings,
    people: Sequence[RegionSubject],
    specs: Sequence[PictureSpec],
    layout: Layout,
    negative: str = "",
    method: Method = METHOD,
    after: OnStep | None = None,
) -> RoutedLatents:
    """The pictures, with every LoRA inside its region."""
    denoiser = Denoiser(loaded, settings, negative, [one.variants.scene for one in specs], method.start)
    masks = _at_latents(layout.regions.masks, layout.noise, method)
    begin = layout.latents, layout.noise, layout.generators
    return denoise_routed(denoiser, people, specs, masks, begin, negative, after)


def denoise_routed(
    denoiser: Denoiser,
    people: Sequence[RegionSubject],
    specs: Sequence[PictureSpec],
    gates: Tensor,
    begin: tuple[Tensor, Tensor, Sequence[torch.Generator]],
    negative: str,
    after: OnStep | None = None,
) -> RoutedLatents:
    """All steps with every LoRA where its gates, (pictures, subjects, height / 8, width / 8) in 0..1, are open.

    begin: the picture that is noised, the noise, and what the sampler draws from then on.
    """
    loaded, (picture, noise, generators) = denoiser.loaded, begin
    words = _words(loaded, denoiser, specs, negative)
    routing = MultiSubjectCache.of(loaded).routing.of([(one.lora, one.strength) for one in people])
    with routing.router.active():
        denoiser.predictor = routing.graphs.predict
        if not routing.router.set_routes(_routes(gates.to(words.dtype), words, denoiser)):
            routing.graphs.clear()  # what they were captured with lies elsewhere
        seeds = [one.seed for one in specs]
        latents = denoiser.run(noise, generators, seeds, picture=picture, after=after)
    return RoutedLatents(latents=latents, evaluations=denoiser.steps * denoiser.rows)


def _routes(gates: Tensor, words: Tensor, denoiser: Denoiser) -> Routes:
    """Each subject's LoRA and words inside its gates, the scene's words elsewhere; no LoRA on what is avoided."""
    prompt_weights = torch.cat([1 - gates.sum(1, keepdim=True), gates], 1)
    if not denoiser.is_guided:
        return Routes(gates=gates, prompt_embeds=words, prompt_weights=prompt_weights)
    none = torch.zeros_like(gates)
    return Routes(
        gates=torch.cat([none, gates]),
        prompt_embeds=words,
        prompt_weights=torch.cat([prompt_weights, prompt_weights]),
        uncond_rows=len(gates),
    )


def _noise(loaded: LoadedModel, settings: Settings, one: PictureSpec) -> tuple[Tensor, torch.Generator]:
    other, strength = one.variation
    noise_seed = NoiseSeed(seed=one.seed, variation_seed=other, variation_strength=strength)
    latents, generator = generate.noise_of(loaded, settings, noise_seed)
    for _ in range(one.attempt):
        latents = torch.randn(latents.shape, generator=generator)
    return latents, generator


def _words(loaded: LoadedModel, denoiser: Denoiser, specs: Sequence[PictureSpec], negative: str) -> Tensor:
    """(rows, prompts, tokens, width): the scene and each subject's own; beside what is avoided its words for all."""
    prompts = [prompt for one in specs for prompt in (one.variants.scene, *one.variants.own)]
    embeds = ports_of(loaded).prompt_embeds(loaded.encode_prompts([negative, *prompts]))  # all of one length
    wanted = embeds[1:].unflatten(0, (len(specs), -1))
    return torch.cat([embeds[:1, None].expand_as(wanted), wanted]) if denoiser.is_guided else wanted


def _at_latents(masks: Tensor, noise: Tensor, method: Method) -> Tensor:
    """The masks at the latents' size, with sharp cells: the UNet's coarser levels average them."""
    return F.interpolate(region_masks.grown(masks, method.grow), noise.shape[-2:], mode="nearest")


def weights_of(loaded: LoadedModel, specs: Sequence[PictureSpec], tokens: int) -> Tensor:
    """(pictures, subjects, tokens): which tokens of the scene's prompt tell of whom."""

    def mentions(variants: PromptVariants) -> list[list[list[int]]]:
        return [[_tokens(loaded, variants.scene, *place) for place in places] for places in variants.places]

    return torch.stack([token_weights(mentions(one.variants), tokens) for one in specs]).to(loaded.device)


def _tokens(loaded: LoadedModel, prompt: str, start: int, end: int) -> list[int]:
    """The tokens of the words that stand at these characters; none where the encoder cannot tell."""
    words = prompt[start:end]
    number = len(re.findall(rf"(?<!\w){re.escape(words)}(?!\w)", prompt[:start], re.IGNORECASE))
    found = loaded.tokens_of(prompt, words)
    return found[number] if number < len(found) else []


def _word_bias(people: Sequence[RegionSubject], noise: Tensor, method: Method) -> Tensor | None:
    """(subjects, height, width) to add to the logits of each subject's words; None where nobody has a box."""
    if not any(one.box for one in people):
        return None
    height, width = noise.shape[-2:]
    maps = [
        torch.zeros(height, width, device=noise.device)
        if one.box is None
        else (region_masks.in_box(one.box, height, width, noise.device) * 2 - 1) * method.box_bias
        for one in people
    ]
    return torch.stack(maps)
