"""Several subjects in one picture: whether each can be kept itself, how it is made then, and what is said of it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PIL import Image

from pipeline import generate as create
from pipeline import multi_subject
from pipeline.families.loaded_model import LoadedModel
from pipeline.generate import InitLatents, NoiseSeed, Progress, Settings, Stage
from pipeline.loras import text_encoders as text_encoder_lora
from pipeline.loras.lora import Lora, merged
from pipeline.multi_subject.likeness import OVERLAP
from pipeline.multi_subject.picture import MOST_PEOPLE
from studio.jobs.findings import Finding
from studio.jobs.requests import PictureRequest, SubjectChoice
from studio.pictures.samplers import sampler_named
from studio.subjects.subject import Subject
from studio.words import Listing, Message, joined

# How far a subject's place must stand out, 0..1: well below the 0.54 to 0.78 of 32 places in pocket's pictures that had
# everybody. That this line tells bad places from good ones was not measured.
CLEAR = 0.4

Findings = Mapping[str, Sequence[Finding]]  # by the picture's id, one for each subject
OnRegions = Callable[[list[Finding]], None]  # told a row for each subject, before the picture itself begins


@dataclass(frozen=True, kw_only=True, slots=True)
class ChosenSubject:
    """A subject that was chosen for a picture, with its LoRA; a style is everywhere and has no place of its own."""

    choice: SubjectChoice
    lora: Lora
    subject: Subject
    is_style: bool


def is_multi_subject(picture_request: PictureRequest, chosen: Sequence[ChosenSubject]) -> bool:
    """Whether each of several subjects should be kept itself in this picture."""
    return picture_request.blending == "apart" and len(people_of(chosen)) > 1


def obstacle(loaded: LoadedModel, picture_request: PictureRequest, chosen: Sequence[ChosenSubject]) -> Message | None:
    """What in the request does not go with keeping each subject itself; None where nothing is in the way."""
    if loaded.ports is None:
        return Message("obstacle-base-model", title=loaded.base_model.title)
    people = people_of(chosen)
    reading = [one.subject.name for one in people if any(part for part in one.lora.text_layers)]
    parted = [one.subject.name for one in people if is_parted(picture_request.prompt, one.subject)]
    if len(people) > MOST_PEOPLE:
        return Message("obstacle-subjects", most=MOST_PEOPLE)
    if picture_request.start is not None:
        return Message("obstacle-start")
    if sampler_named(picture_request.sampler).loras:
        return Message("obstacle-sampler", sampler=picture_request.sampler)
    if reading:
        return Message("obstacle-text-layers", name=reading[0])
    if parted:
        return Message("obstacle-weight", name=parted[0])
    return None


def summed_because(what: Message) -> Message:
    """The sentence for pictures that were made as a sum because of an obstacle."""
    return Message("summed-because", what=what)


def people_of(chosen: Sequence[ChosenSubject]) -> list[ChosenSubject]:
    """Those who have a place of their own, in order."""
    return [one for one in chosen if not one.is_style]


def is_parted(prompt: str, subject: Subject) -> bool:
    """Whether the prompt has the trigger word apart from its kind, as in "(dumpling:1.2) cat"."""
    return is_said(prompt, subject.trigger_word) and not is_said(prompt, subject.words)


def is_said(prompt: str, words: str) -> bool:
    """Whether the prompt has these very words, whatever stands around them."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", prompt, re.IGNORECASE) is not None


def made(
    loaded: LoadedModel,
    picture_request: PictureRequest,
    chosen: Sequence[ChosenSubject],
    on_step: create.OnStep,
    on_regions: OnRegions = lambda rows: None,
) -> tuple[Image.Image, list[Finding]]:
    """One picture in which each subject is kept itself, and for each a row of what was found of it.

    A larger version is the second pass over that picture, at a strength that keeps its places, with all LoRAs summed.
    on_step as in create.pictures(), through both passes. Errors: what on_step raises.
    """
    people, styles = people_of(chosen), [(one.lora, one.choice.strength) for one in chosen if one.is_style]
    settings, draw = Settings.of(picture_request), NoiseSeed.of(picture_request)
    first, second = picture_request.passes
    share = first / (first + second)
    with text_encoder_lora.merged(loaded.text_encoders, styles):
        picture = multi_subject.generate(
            loaded,
            settings,
            [
                multi_subject.RegionSubject(
                    lora=one.lora,
                    strength=one.choice.strength,
                    words=one.subject.words,
                    noun=one.subject.kind,
                    box=one.choice.box,
                )
                for one in people
            ],
            picture_request.prompt,
            picture_request.negative_prompt,
            picture_request.seed,
            styles=styles,
            variation=(draw.variation_seed, draw.variation_strength),
            on_step=lambda progress: on_step(replace(progress, part=progress.part * share)),
            on_regions=lambda findings: on_regions(_rows(people, findings)),
        )
    on = [(one.lora, one.choice.strength) for one in chosen]
    return second_pass(loaded, picture_request, on, picture.image, on_step), _rows(people, picture.findings)


def second_pass(
    loaded: LoadedModel,
    picture_request: PictureRequest,
    on: Sequence[tuple[Lora, float]],
    image: Image.Image,
    on_step: create.OnStep,
) -> Image.Image:
    """The larger version of what the first pass made, with all LoRAs everywhere; the picture itself where none is
    asked for.

    on_step is told the part of both passes that is done.
    """
    if picture_request.larger is None:
        return image
    first, second = picture_request.passes
    share = first / (first + second)

    def in_second(progress: Progress) -> None:
        on_step(replace(progress, part=share + progress.part * (1 - share), stage=Stage.HIRES_FIX))

    width, height = picture_request.final_size
    settings = replace(Settings.of(picture_request), width=width, height=height)
    with merged(loaded.model, on), text_encoder_lora.merged(loaded.text_encoders, on):
        latents = create.latents_of(loaded, [image], settings)
        begin = InitLatents(latents=latents, strength=picture_request.larger.strength)
        conditions = create.encode_guided(loaded, picture_request.prompt, picture_request.negative_prompt)
        return create.pictures(loaded, settings, conditions, [NoiseSeed.of(picture_request)], in_second, begin)[0]


def _rows(people: Sequence[ChosenSubject], findings: Sequence[multi_subject.Finding]) -> list[Finding]:
    return [
        Finding(
            subject=one.subject.name,
            words=finding.words,
            region=finding.region,
            clear=round(finding.clear, 3),
            added=finding.added,
            is_clear=is_clear(finding),
        )
        for one, finding in zip(people, findings, strict=True)
    ]


def is_clear(finding: multi_subject.Finding) -> bool:
    """Whether somebody of the subject's kind was seen in a place of its own; says nothing about likeness."""
    return finding.region is not None and finding.clear >= CLEAR


def told(findings: Findings, ids: Sequence[str]) -> Message | None:
    """What was found of everybody; `ids` are the pictures of the job in order. None where nothing is to be said."""
    kept = [(number, findings[one]) for number, one in enumerate(ids, 1) if one in findings]
    placed = [(number, rows) for number, rows in kept if all(row.is_clear is not None for row in rows)]
    return joined(_who_was_found(placed, len(ids)), _who_is_little_like(kept, len(ids)))


def _who_was_found(kept: Sequence[tuple[int, Sequence[Finding]]], pictures: int) -> Message | None:
    if not kept:
        return None
    alone = pictures == 1
    if all(_is_seen(row) for _, rows in kept for row in rows):
        names = _all_of([row.subject for row in kept[0][1]])
        if alone:
            return Message("all-found", names=names)
        return Message("all-found-in-pictures", names=names, pictures=len(kept))
    unclear = [(number, [row.subject for row in rows if _is_unclear(row)]) for number, rows in kept]
    unclear = [(number, names) for number, names in unclear if names]
    if alone:
        return _who_was_found_in_one(kept[0][1])
    each = [
        Message(
            "not-clearly-seen-in",
            place="later" if place else "first",
            picture=number,
            names=_all_of(names),
            count=len(names),
        )
        for place, (number, names) in enumerate(unclear)
    ]
    return Message("try-another-seed", seen=Listing(each, most=None, style="semicolon")) if each else None


def _who_was_found_in_one(rows: Sequence[Finding]) -> Message | None:
    seen = [row.subject for row in rows if _is_seen(row)]
    unclear = [row.subject for row in rows if _is_unclear(row)]
    parts = [Message("some-found", names=_all_of(seen), count=len(seen))] if seen else []
    parts += [Message("not-clearly-seen", names=_all_of(unclear), count=len(unclear))] if unclear else []
    return Message("found-in-one", parts=Listing(parts, most=None, style="semicolon")) if parts else None


def _is_seen(row: Finding) -> bool:
    """Whether somebody is there to be recognised. A likeness tells that, where it is known; a place alone does not:
    how clearly it stands out says nothing of who came out there (benchmarks/together/README.md).
    """
    return not is_little_like(row) and (bool(row.is_clear) or row.likeness is not None)


def _is_unclear(row: Finding) -> bool:
    """Whether nothing is known of a subject but that its place does not stand out."""
    return row.likeness is None and not row.is_clear


def _who_is_little_like(kept: Sequence[tuple[int, Sequence[Finding]]], pictures: int) -> Message | None:
    found = [(number, row.subject) for number, rows in kept for row in rows if is_little_like(row)]
    names = list(dict.fromkeys(name for _, name in found))
    if not names:
        return None
    if pictures == 1:
        return Message("little-like", names=_all_of(names), count=len(names))
    each = [
        Message("name-in-pictures", name=name, pictures=_all_of([str(number) for number, who in found if who == name]))
        for name in names
    ]
    return Message("little-like-in", each=Listing(each, most=None, style="comma"), count=len(names))


def is_little_like(row: Finding) -> bool:
    """Whether it is known of a subject that it does not look like its photos."""
    return row.likeness is not None and row.likeness < OVERLAP[0]


def _all_of(names: Sequence[str]) -> Listing:
    return Listing(names, most=None)
