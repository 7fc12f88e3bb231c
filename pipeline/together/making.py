"""Makes pictures of several subjects: the base model's quick picture, seats in it, one routed run of all the LoRAs.

1. The base model draws the scene with everybody as their kind in a few steps (no LoRA is on). Where its attention read
   each kind's word is where that subject sits; what reads none is the scene.
2. The same noise is begun again at `Method.start`, and the LoRAs work, each inside its seat and with its own prompt.
   What guidance leads away from is the base model's, as much as `Method.avoided_gates` says.

Many pictures of the same subjects share each pass; the product makes one at a time.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from inspect import signature
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from pipeline import create, samplers
from pipeline.create import Settings
from pipeline.families.resident import Conditions, Resident
from pipeline.lora import Lora
from pipeline.together import seats as seating
from pipeline.together.method import METHOD, Method
from pipeline.together.routing import Router, Routes, routed
from pipeline.together.seats import Box, Seats
from pipeline.together.watching import watched
from pipeline.together.wording import Named, Told
from studio.samplers import sampler_named

SCOUT_SAMPLER = "DPM++ 2M Karras"  # whatever the picture's: it is good in six steps

Tick = Callable[[float, Tensor], None]  # the part of the work done, and the finished latents as seen now


@dataclass(frozen=True, kw_only=True, slots=True)
class Seated:
    """A subject in a picture. `words`: as it was taught ("dumpling cat"); `noun`: its kind; strength: 1 = as taught."""

    lora: Lora
    strength: float
    words: str
    noun: str
    box: Box | None = None

    @property
    def named(self) -> Named:
        """How prompts name it."""
        return Named(words=self.words, noun=self.noun)


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """One of the pictures: its prompt in every telling, its seed, and how many noises of that are left out."""

    told: Told
    seed: int
    attempt: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Scouted:
    """The base model's quick pictures and the seats found in them.

    latents, and the noise they came from: (pictures, channels, height / 8, width / 8). generators: what the samplers go
    on with. evaluations: rows that went through the UNet.
    """

    latents: Tensor
    noise: Tensor
    seats: Seats
    generators: list[torch.Generator]
    evaluations: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """Finished latents, (pictures, channels, height / 8, width / 8), and rows that went through the UNet."""

    latents: Tensor
    evaluations: int


class Walk:
    """A sampler's walk from one noise level down, with guidance, for a batch of pictures."""

    def __init__(
        self, resident: Resident, settings: Settings, negative: str, scenes: Sequence[str], start: float = 1.0
    ) -> None:
        self.resident, self.settings = resident, settings
        self.scheduler = samplers.build(sampler_named(settings.sampler), resident.scheduler_config)
        self.scheduler.set_timesteps(settings.steps, device=resident.device)
        self.guided = settings.guidance_scale != 1
        wanted = resident.encode_prompts(scenes)
        avoided = resident.encode_prompts([negative]).repeated(len(scenes))
        self.conditions = Conditions.joined([avoided, wanted]) if self.guided else wanted
        self.first = self._first(start)

    def _first(self, start: float) -> int:
        """The number of the first step at or below a noise level, where the sampler may begin."""
        order = self.scheduler.order
        numbers = range(0, len(self.scheduler.timesteps), order)
        reached = [k for k in numbers if float(self.scheduler.timesteps[k]) <= start * self._levels]
        return reached[0] if start < 1 and reached else 0

    @property
    def _levels(self) -> int:
        return int(self.scheduler.config.num_train_timesteps)

    @property
    def steps(self) -> int:
        """How many there are."""
        return len(self.scheduler.timesteps) - self.first

    @property
    def rows(self) -> int:
        """Of the UNet's batch in each step."""
        return len(self.conditions.hidden)

    def predict(self, scaled: Tensor, timestep: Tensor) -> Tensor:
        """The noise, guided: (pictures, channels, height / 8, width / 8)."""
        doubled = torch.cat([scaled, scaled]) if self.guided else scaled
        width, height = self.settings.width, self.settings.height
        predicted = self.resident.denoise(doubled, timestep.float(), self.conditions, width, height)
        if not self.guided:
            return predicted
        avoided, wanted = predicted.chunk(2)
        return avoided + self.settings.guidance_scale * (wanted - avoided)

    def run(
        self,
        noise: Tensor,
        generators: list[torch.Generator],
        *,
        picture: Tensor | None = None,
        before: Callable[[float], None] = lambda part: None,
        after: Tick | None = None,
    ) -> Tensor:
        """The finished latents. `before` is told the part of the walk before each step, 0..1, `after` after it."""
        scheduler = self.scheduler
        extra: dict[str, Any] = {"generator": generators} if "generator" in signature(scheduler.step).parameters else {}
        if self.first and picture is not None:
            scheduler.set_begin_index(self.first)
            level = scheduler.timesteps[self.first : self.first + 1].repeat(len(noise))
            latents = scheduler.add_noise(picture, noise, level)
        else:
            latents = noise * scheduler.init_noise_sigma
        for number, timestep in enumerate(scheduler.timesteps[self.first :]):
            before(number / self.steps)
            scaled = scheduler.scale_model_input(latents, timestep)
            predicted = self.predict(scaled, timestep)
            latents = scheduler.step(predicted, timestep, latents, return_dict=False, **extra)[0]
            if after is not None:
                after((number + 1) / self.steps, create.seen(scheduler, scaled, predicted, timestep))
        return latents


@torch.no_grad()
def scout(
    resident: Resident,
    settings: Settings,
    people: Sequence[Seated],
    asked: Sequence[Asked],
    negative: str = "",
    method: Method = METHOD,
    after: Tick | None = None,
) -> Scouted:
    """The base model's quick picture of each scene, and who sits where in it."""
    drawn = [_noise(resident, settings, one) for one in asked]
    noise = torch.cat([latents for latents, _ in drawn]).to(resident.device)
    quick = replace(settings, sampler=SCOUT_SAMPLER, steps=min(method.scout_steps, settings.steps))
    walk = Walk(resident, quick, negative, [one.told.scene for one in asked])
    words = _word_weights(resident, asked)
    with watched(resident.unet, words) as watcher:
        watcher.push = _pushes(people, noise, method)

        def before(part: float) -> None:
            watcher.watching = part >= method.watched_part
            watcher.pushing = part < method.watched_part

        latents = walk.run(noise, [generator for _, generator in drawn], before=before, after=after)
        read = watcher.word_maps(*noise.shape[-2:])
        kinship = watcher.kinship()
    seats = seating.found(read, kinship, [one.noun for one in people])
    seats = seating.with_boxes(seats, [one.box for one in people])
    return Scouted(
        latents=latents,
        noise=noise,
        seats=seats,
        generators=[generator for _, generator in drawn],
        evaluations=walk.steps * walk.rows,
    )


@torch.no_grad()
def route(
    resident: Resident,
    settings: Settings,
    people: Sequence[Seated],
    asked: Sequence[Asked],
    scouted: Scouted,
    negative: str = "",
    method: Method = METHOD,
    after: Tick | None = None,
) -> Made:
    """The pictures, with every LoRA inside its seat."""
    walk = Walk(resident, settings, negative, [one.told.scene for one in asked], method.start)
    masks = _at_latents(scouted.seats.masks, scouted.noise, method)
    words = _words(resident, walk, asked, negative)
    choices = [(one.lora, one.strength * method.strength) for one in people]
    with routed(resident.unet, choices) as router:
        follow = _Course(router, masks.to(words.dtype), words, walk, method)
        latents = walk.run(
            scouted.noise, scouted.generators, picture=scouted.latents, before=follow.before, after=after
        )
    return Made(latents=latents, evaluations=walk.steps * walk.rows)


class _Course:
    """What the router is told before each step."""

    def __init__(self, router: Router, masks: Tensor, words: Tensor, walk: Walk, method: Method) -> None:
        self.router, self.method = router, method
        inside = masks * (1 - method.scene_share) * float(method.own_words)
        shares = torch.cat([1 - inside.sum(1, keepdim=True), inside], 1)
        gates = masks
        if walk.guided:
            gates = torch.cat([masks * method.avoided_gates, masks])
            shares = torch.cat([shares, shares])
        self.open = Routes(gates=gates, words=words, shares=shares, bound=method.bound)
        self.unbound = replace(self.open, bound=0.0)
        nobody = torch.cat([torch.ones_like(shares[:, :1]), torch.zeros_like(shares[:, 1:])], 1)
        self.shut = Routes(gates=torch.zeros_like(gates), words=words, shares=nobody)

    def before(self, part: float) -> None:
        if part < self.method.base_part:
            self.router.follow(self.shut)
        else:
            self.router.follow(self.open if part < self.method.bound_until else self.unbound)


def _noise(resident: Resident, settings: Settings, one: Asked) -> tuple[Tensor, torch.Generator]:
    latents, generator = create.noise(resident, settings, one.seed)
    for _ in range(one.attempt):
        latents = torch.randn(latents.shape, generator=generator)
    return latents, generator


def _words(resident: Resident, walk: Walk, asked: Sequence[Asked], negative: str) -> Tensor:
    """(rows, prompts, 77, width): the scene and each subject's own; beside what is avoided its words for everybody."""
    tellings = [resident.encode_prompts([one.told.scene, *one.told.own]).hidden for one in asked]
    wanted = torch.stack(tellings)
    if not walk.guided:
        return wanted
    avoided = resident.encode_prompts([negative]).hidden[:, None].expand_as(wanted)
    return torch.cat([avoided, wanted])


def _at_latents(masks: Tensor, noise: Tensor, method: Method) -> Tensor:
    """The masks at the latents' size, with sharp cells: the UNet's coarser levels average them."""
    masks = seating.grown(masks, method.grow)
    if not method.background:
        masks = seating.everywhere(masks)
    return F.interpolate(masks, noise.shape[-2:], mode="nearest")


def _word_weights(resident: Resident, asked: Sequence[Asked]) -> Tensor:
    """(pictures, subjects, 77): which tokens of the scene's prompt name whom."""
    weights = torch.zeros(len(asked), len(asked[0].told.places), 77)
    for row, one in enumerate(asked):
        for k, places in enumerate(one.told.places):
            tokens = [token for start, end in places for token in resident.tokens_at(one.told.scene, start, end)]
            weights[row, k, tokens] = 1 / max(1, len(tokens))
    return weights.to(resident.device)


def _pushes(people: Sequence[Seated], noise: Tensor, method: Method) -> Tensor | None:
    """(subjects, height, width) to add to the logits of each subject's words; None where nobody has a box."""
    if not any(one.box for one in people):
        return None
    height, width = noise.shape[-2:]
    maps = [
        torch.zeros(height, width, device=noise.device)
        if one.box is None
        else (seating.in_box(one.box, height, width, noise.device) * 2 - 1) * method.box_push
        for one in people
    ]
    return torch.stack(maps)
