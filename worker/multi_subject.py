"""Several subjects in one picture: whether each can be kept itself, how it is made then, and what is said of it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PIL import Image

from pipeline import generate as create
from pipeline import multi_subject
from pipeline.families.loaded_model import LoadedModel
from pipeline.generate import InitLatents, NoiseSeed, Progress, Settings
from pipeline.loras import text_encoders as text_encoder_lora
from pipeline.loras.lora import Lora, merged
from pipeline.multi_subject.likeness import OVERLAP
from pipeline.multi_subject.picture import MOST_PEOPLE
from studio.checks import listed
from studio.jobs.requests import PictureRequest, SubjectChoice
from studio.pictures.samplers import sampler_named
from studio.subjects.subject import Subject

# How far a subject's place must stand out, 0..1: well below the 0.54 to 0.78 of 32 places in pocket's pictures that had
# everybody. That this line tells bad places from good ones was not measured.
CLEAR = 0.4

Row = Mapping[str, Any]
Findings = Mapping[str, Sequence[Row]]  # by the picture's id, a row for each subject
OnRegions = Callable[[list[dict[str, Any]]], None]  # told a row for each subject, before the picture itself begins


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


def obstacle(loaded: LoadedModel, picture_request: PictureRequest, chosen: Sequence[ChosenSubject]) -> str:
    """What in the request does not go with keeping each subject itself, in words; "" where nothing is in the way."""
    if loaded.ports is None:
        return f"the base model {loaded.base_model.title}"
    people = people_of(chosen)
    reading = [one.subject.name for one in people if any(part for part in one.lora.text_layers)]
    parted = [one.subject.name for one in people if _is_parted(picture_request.prompt, one.subject)]
    if len(people) > MOST_PEOPLE:
        return f"more than {MOST_PEOPLE} subjects"
    if picture_request.start is not None:
        return "a picture to start from"
    if sampler_named(picture_request.sampler).loras:
        return f"the sampler {picture_request.sampler}"
    if reading:
        return f"the LoRA of {reading[0]}, which also changes how words are read"
    if parted:
        return f"a weight on {parted[0]} that leaves its kind out"
    return ""


def summed_because(what: str) -> str:
    """The sentence for pictures that were made as a sum because of an obstacle."""
    return f"Made as a simple sum: keeping each subject itself does not go with {what} yet."


def people_of(chosen: Sequence[ChosenSubject]) -> list[ChosenSubject]:
    """Those who have a place of their own, in order."""
    return [one for one in chosen if not one.is_style]


def _is_parted(prompt: str, subject: Subject) -> bool:
    """Whether the prompt has the trigger word apart from its kind, as in "(dumpling:1.2) cat"."""

    def is_said(words: str) -> bool:
        return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", prompt, re.IGNORECASE) is not None

    return is_said(subject.trigger_word) and not is_said(subject.words)


def made(
    loaded: LoadedModel,
    picture_request: PictureRequest,
    chosen: Sequence[ChosenSubject],
    on_step: create.OnStep,
    on_regions: OnRegions = lambda rows: None,
) -> tuple[Image.Image, list[dict[str, Any]]]:
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
    rows = _rows(people, picture.findings)
    if picture_request.larger is None:
        return picture.image, rows

    def in_second(progress: Progress) -> None:
        on_step(replace(progress, part=share + progress.part * (1 - share)))

    width, height = picture_request.final_size
    settings = replace(settings, width=width, height=height)
    on = [(one.lora, one.choice.strength) for one in chosen]
    with merged(loaded.model, on), text_encoder_lora.merged(loaded.text_encoders, on):
        begin = InitLatents(
            latents=create.latents_of(loaded, [picture.image], settings), strength=picture_request.larger.strength
        )
        conditions = create.encode_guided(loaded, picture_request.prompt, picture_request.negative_prompt)
        return create.pictures(loaded, settings, conditions, [draw], in_second, begin)[0], rows


def _rows(people: Sequence[ChosenSubject], findings: Sequence[multi_subject.Finding]) -> list[dict[str, Any]]:
    return [
        {
            "subject": one.subject.name,
            "words": finding.words,
            "seat": finding.region,
            "clear": round(finding.clear, 3),
            "added": finding.added,
            "is_clear": is_clear(finding),
        }
        for one, finding in zip(people, findings, strict=True)
    ]


def is_clear(finding: multi_subject.Finding) -> bool:
    """Whether somebody of the subject's kind was seen in a place of its own; says nothing about likeness."""
    return finding.region is not None and finding.clear >= CLEAR


def told(findings: Findings, ids: Sequence[str]) -> str:
    """What was found of everybody, in sentences; `ids` are the pictures of the job in order."""
    kept = [(number, findings[one]) for number, one in enumerate(ids, 1) if one in findings]
    placed = [(number, rows) for number, rows in kept if all("is_clear" in row for row in rows)]
    parts = [_who_was_found(placed, len(ids)), _who_is_little_like(kept, len(ids))]
    return " ".join(part for part in parts if part)


def _who_was_found(kept: Sequence[tuple[int, Sequence[Row]]], pictures: int) -> str:
    if not kept:
        return ""
    alone = pictures == 1
    if all(_is_seen(row) for _, rows in kept for row in rows):
        names = [row["subject"] for row in kept[0][1]]
        where = "" if alone else " in the picture" if len(kept) == 1 else f" in all {len(kept)} pictures"
        return f"{_listed(names)} were found{where}."
    unclear = [(number, [row["subject"] for row in rows if _is_unclear(row)]) for number, rows in kept]
    unclear = [(number, names) for number, names in unclear if names]
    if alone:
        seen = [row["subject"] for row in kept[0][1] if _is_seen(row)]
        names = unclear[0][1] if unclear else []
        found = f"{_listed(seen)} {_verb(seen, 'was', 'were')} found" if seen else ""
        missed = f"{_listed(names)} {_verb(names, 'is', 'are')} not clearly seen, try another seed" if names else ""
        said = "; ".join(filter(None, [found, missed]))
        return f"{said}." if said else ""
    each = "; ".join(
        f"in picture {number} {_listed(names)} {_verb(names, 'is', 'are')} not clearly seen"
        for number, names in unclear
    )
    return f"{each[0].upper()}{each[1:]}. Try another seed." if each else ""


def _is_seen(row: Row) -> bool:
    """Whether somebody is there to be recognised. A likeness tells that, where it is known; a place alone does not:
    how clearly it stands out says nothing of who came out there (benchmarks/together/README.md).
    """
    return not is_little_like(row) and (row["is_clear"] or row.get("likeness") is not None)


def _is_unclear(row: Row) -> bool:
    """Whether nothing is known of a subject but that its place does not stand out."""
    return row.get("likeness") is None and not row["is_clear"]


def _who_is_little_like(kept: Sequence[tuple[int, Sequence[Row]]], pictures: int) -> str:
    found = [(number, row["subject"]) for number, rows in kept for row in rows if is_little_like(row)]
    names = list(dict.fromkeys(name for _, name in found))
    if not names:
        return ""
    if pictures == 1:
        return f"{_listed(names)} came out little like {_verb(names, 'its', 'their')} photos, try another seed."
    each = [f"{name} in picture {_listed([str(number) for number, who in found if who == name])}" for name in names]
    return f"Little like {_verb(names, 'its', 'their')} photos: {', '.join(each)}."


def is_little_like(row: Row) -> bool:
    """Whether it is known of a subject that it does not look like its photos."""
    return row.get("likeness") is not None and row["likeness"] < OVERLAP[0]


def _listed(names: Sequence[str]) -> str:
    return listed(names, most=len(names))


def _verb(names: Sequence[str], one: str, more: str) -> str:
    return one if len(names) == 1 else more
