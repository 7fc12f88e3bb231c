"""One picture of several subjects, as the studio makes it, and what can be said of each of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import torch
from PIL import Image
from torch import Tensor

from pipeline import generate as create
from pipeline.families.loaded_model import LoadedModel
from pipeline.generate import OnStep, Progress, Settings, Stage
from pipeline.loras.lora import Lora, merged
from pipeline.multi_subject import denoising, detailer
from pipeline.multi_subject.denoising import Layout, PictureSpec, RegionSubject
from pipeline.multi_subject.method import METHOD, Method
from pipeline.multi_subject.region_masks import Box, box_of
from pipeline.multi_subject.wording import prompt_variants
from studio.errors import StudioError

MOST_PEOPLE = 5  # more do not get a region of a useful size


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """What became of one subject.

    Attributes:
        words: as it was taught.
        region: left, top, right, bottom of where it was put, as parts in 0..1; None where no place was found.
        clear: how clearly the base model drew its kind there, in 0..1.
        added: the prompt did not name it.
    """

    words: str
    region: Box | None
    clear: float
    added: bool


OnRegions = Callable[[Sequence[Finding]], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """The image, the findings in the order of the people asked for, and what it cost.

    attempts: quick pictures until everybody had a region. evaluations: rows that went through the UNet.
    """

    image: Image.Image
    findings: tuple[Finding, ...]
    attempts: int
    evaluations: int


@torch.no_grad()
def generate(
    loaded: LoadedModel,
    settings: Settings,
    people: Sequence[RegionSubject],
    prompt: str,
    negative_prompt: str,
    seed: int,
    *,
    styles: Sequence[tuple[Lora, float]] = (),
    variation: tuple[int, float] = (0, 0.0),
    on_step: OnStep | None = None,
    on_regions: OnRegions | None = None,
    method: Method = METHOD,
) -> Picture:
    """One picture with everybody in it, each with its own LoRA. `styles` are LoRAs that work everywhere;
    `variation` is a second seed and how far (0..1) the noise goes towards that one's.

    The prompt names people by their words; whom it does not name is added to it. The order of `people` changes nothing.
    on_regions is told the findings once, in the order of `people`: after the quick picture, before the picture itself.
    Errors: StudioError for nobody or for too many.
    """
    if not 1 <= len(people) <= MOST_PEOPLE:
        raise StudioError("subjects-not-possible", count=len(people), most=MOST_PEOPLE)
    order = sorted(range(len(people)), key=lambda k: _key(people[k]))
    placed = [people[k] for k in order]
    variants = prompt_variants(prompt, [one.named for one in placed], [one.middle for one in placed])
    spec = PictureSpec(variants=variants, seed=seed, variation=variation)
    clock = None if on_step is None else _Clock(on_step, settings, method)
    with merged(loaded.model, styles):
        layout, attempts, evaluations = _laid_out(loaded, settings, placed, spec, negative_prompt, method, clock)
        by_person = dict(zip(order, _findings(layout, placed, variants.added), strict=True))
        findings = tuple(by_person[k] for k in range(len(people)))
        if on_regions is not None:
            on_regions(findings)
        if clock is not None:
            clock.has_regions(layout)
        made = denoising.route(
            loaded,
            settings,
            placed,
            [spec],
            layout,
            negative_prompt,
            method,
            after=clock and clock.of_route,
        )
        image = create.image_of(loaded.decode_latents(made.latents))
        after = clock and clock.of_detailer(made.latents)
        drawn = detailer.redraw(loaded, settings, placed, [spec], layout, [image], negative_prompt, method, after)
    return Picture(
        image=drawn.images[0],
        findings=findings,
        attempts=attempts,
        evaluations=evaluations + made.evaluations + drawn.evaluations,
    )


def _key(one: RegionSubject) -> tuple[object, ...]:
    return one.words, one.lora.name, one.lora.file_hash, one.strength, one.box or ()


class _Clock:
    """Tells how far a picture is, across its parts."""

    def __init__(self, on_step: OnStep, settings: Settings, method: Method) -> None:
        quick = min(method.layout_steps, settings.steps)
        self.on_step, self.settings, self.method = on_step, settings, method
        self.quick_part = quick / (quick + settings.steps)
        self.route_ends = 1.0

    def of_layout(self, progress: Progress) -> None:
        """After each step of the quick picture."""
        self.on_step(replace(progress, part=progress.part * self.quick_part, stage=Stage.LAYOUT))

    def has_regions(self, layout: Layout) -> None:
        """From here on it is known how many figures are small, and the rest is divided by how long each part takes."""
        drawn_again = detailer.small_figures(self.settings, layout, self.method) * self.method.detailer_start
        self.route_ends = self.quick_part + (1 - self.quick_part) / (1 + drawn_again)

    def of_route(self, progress: Progress) -> None:
        """After each step of the picture itself."""
        part = self.quick_part + progress.part * (self.route_ends - self.quick_part)
        self.on_step(replace(progress, part=part))

    def of_detailer(self, finished: Tensor) -> Callable[[float], None]:
        """For each step of a closer look; the whole picture is what is shown meanwhile."""
        return lambda part: self.on_step(
            Progress(
                part=self.route_ends + part * (1 - self.route_ends),
                pred_x0=finished,
                noisy=finished,
                stage=Stage.DETAILER,
            )
        )


def _laid_out(
    loaded: LoadedModel,
    settings: Settings,
    people: Sequence[RegionSubject],
    spec: PictureSpec,
    negative: str,
    method: Method,
    clock: _Clock | None,
) -> tuple[Layout, int, int]:
    """A quick picture in which everybody has a region, how many it took, and what they cost.

    The last attempt has people side by side, in boxes, in the order in which the prompt names them.
    """
    evaluations = 0
    for attempt in range(1, method.attempts + 1):
        last = attempt == method.attempts and attempt > 1
        boxed = _side_by_side(people, spec) if last else people
        one = replace(spec, attempt=attempt - 1)
        layout = denoising.layout_pass(loaded, settings, boxed, [one], negative, method, clock and clock.of_layout)
        evaluations += layout.evaluations
        if attempt == method.attempts or bool(layout.regions.fine.all()):
            return layout, attempt, evaluations
    raise AssertionError("at least one attempt is made")


def _side_by_side(people: Sequence[RegionSubject], spec: PictureSpec) -> list[RegionSubject]:
    """Boxes in a row for those who have none."""
    first = [places[0][0] if places else len(spec.variants.scene) for places in spec.variants.places]
    rank = {k: number for number, k in enumerate(sorted(range(len(people)), key=lambda k: first[k]))}
    width = 1 / len(people)
    return [
        one if one.box else replace(one, box=(rank[k] * width, 0.15, (rank[k] + 1) * width, 0.97))
        for k, one in enumerate(people)
    ]


def _findings(layout: Layout, people: Sequence[RegionSubject], added: Sequence[int]) -> list[Finding]:
    answers = []
    for k, one in enumerate(people):
        mask = layout.regions.masks[0, k]
        clear = float(layout.regions.apart[0, k])
        answers.append(Finding(words=one.words, region=box_of(mask), clear=clear, added=k in added))
    return answers
