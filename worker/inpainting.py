"""A part of a picture drawn again: who is drawn there, in which words, and with whose LoRAs."""

from collections.abc import Sequence
from dataclasses import replace

from PIL import Image, UnidentifiedImageError

from pipeline import inpainting
from pipeline.families.loaded_model import LoadedModel
from pipeline.generate import NoiseSeed, OnStep, Progress, Settings
from pipeline.inpainting import Denoising, Part
from pipeline.loras import text_encoders as text_encoder_lora
from pipeline.loras.lora import Lora, merged
from pipeline.multi_subject.denoising import RegionSubject
from pipeline.multi_subject.wording import PromptVariants, SubjectWords, prompt_variants
from studio.engines.job_port import JobPort
from studio.errors import StudioError
from studio.jobs.requests import PictureRequest
from studio.pictures.options import Box
from worker import multi_subject
from worker.multi_subject import ChosenSubject, people_of

SEEN = 0.5  # of somebody's box: where the window shows more than that, the words tell of them


def part_of(port: JobPort, loaded: LoadedModel, request: PictureRequest) -> tuple[Image.Image, Part]:
    """The picture whose part is drawn again, and the part. Errors: StudioError when one of the files is gone."""
    asked = request.inpaint
    assert asked is not None
    size = request.width, request.height
    try:
        with Image.open(port.files.path(asked.file)) as opened:
            image = opened.convert("RGB")
        if asked.mask is not None:
            with Image.open(port.files.path(asked.mask)) as opened:
                mask = opened.convert("L")
        else:
            assert asked.box is not None
            mask = inpainting.mask_of_box(asked.box, size)
    except (OSError, UnidentifiedImageError) as error:
        raise StudioError("part-picture-gone") from error
    boxes = [asked.boxes[name] for name in asked.subjects if name in asked.boxes]
    return image, inpainting.part_of(mask, image.size, loaded.grid.pixels_per_cell, boxes)


def drawn_there(request: PictureRequest, chosen: Sequence[ChosenSubject]) -> list[ChosenSubject]:
    """Those whose LoRAs work in the part: who is drawn there, and styles, which are everywhere."""
    names = () if request.inpaint is None else request.inpaint.subjects
    return [one for one in chosen if one.is_style or one.subject.name in names]


def made(
    loaded: LoadedModel,
    request: PictureRequest,
    chosen: Sequence[ChosenSubject],
    helpers: Sequence[tuple[Lora, float]],
    source: tuple[Image.Image, Part],
    on_step: OnStep,
) -> Image.Image:
    """The picture with its part drawn again. helpers: LoRAs that the sampler needs. Errors: what on_step raises."""
    asked = request.inpaint
    assert asked is not None
    image, part = source
    there = drawn_there(request, chosen)
    people = sorted(people_of(there), key=lambda one: _middle(asked.boxes.get(one.subject.name)))
    everywhere = [(one.lora, one.choice.strength) for one in there if one.is_style] + list(helpers)
    prompt, steps, on = request.prompt, None, [(one.lora, one.choice.strength) for one in people]
    variants = _variants(request, chosen, people, part)
    if variants is not None and len(people) < 2:
        prompt = variants.own[0] if people else variants.scene
    elif variants is not None and request.blending == "apart" and not multi_subject.obstacle(loaded, request, people):
        prompt, steps, on = variants.scene, _routed(people, variants, request), []
    on = [*on, *everywhere]
    first, second = request.passes

    def in_first(progress: Progress) -> None:
        on_step(replace(progress, part=progress.part * first / (first + second)))

    with merged(loaded.model, on), text_encoder_lora.merged(loaded.text_encoders, on):
        drawn = inpainting.drawn_again(
            loaded,
            Settings.of(request),
            image,
            part,
            prompt,
            request.negative_prompt,
            NoiseSeed.of(request),
            asked.strength,
            in_first,
            steps,
        )
    all_on = [*((one.lora, one.choice.strength) for one in chosen), *helpers]
    return multi_subject.second_pass(loaded, request, all_on, drawn, on_step)


def _variants(
    request: PictureRequest, chosen: Sequence[ChosenSubject], people: Sequence[ChosenSubject], part: Part
) -> PromptVariants | None:
    """The prompt for the window, with those who are drawn first, and nothing of those whom it does not show.

    None where the prompt is to stay as it is: it has words of theirs that cannot be taken apart.
    """
    if any(multi_subject.is_parted(request.prompt, one.subject) for one in people):
        return None
    assert request.inpaint is not None
    boxes = request.inpaint.boxes
    named = [one for one in people_of(chosen) if multi_subject.is_said(request.prompt, one.subject.words)]
    others = [one for one in named if one not in people]
    variants = prompt_variants(request.prompt, [_words_of(one) for one in (*people, *others)])
    seen = [k for k, one in enumerate(others, len(people)) if _is_seen(boxes.get(one.subject.name), part)]
    return variants.of_some([*range(len(people)), *seen])


def _routed(people: Sequence[ChosenSubject], variants: PromptVariants, request: PictureRequest) -> Denoising:
    regions = [
        RegionSubject(
            lora=one.lora, strength=one.choice.strength, words=one.subject.words, noun=one.subject.kind, box=None
        )
        for one in people
    ]
    return inpainting.routed(regions, variants.of_the_first(len(people)), request.negative_prompt)


def _words_of(one: ChosenSubject) -> SubjectWords:
    return SubjectWords(words=one.subject.words, noun=one.subject.kind)


def _is_seen(box: Box | None, part: Part) -> bool:
    if box is None:
        return False
    left, top, right, bottom = part.window_box
    width = max(0.0, min(box[2], right) - max(box[0], left))
    height = max(0.0, min(box[3], bottom) - max(box[1], top))
    return width * height > SEEN * (box[2] - box[0]) * (box[3] - box[1])


def _middle(box: Box | None) -> float:
    return 0.5 if box is None else (box[0] + box[2]) / 2
