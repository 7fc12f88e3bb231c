"""Where everybody in finished pictures is, and how like their photos: those that are there, looked at once and kept."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from PIL import Image, UnidentifiedImageError

from pipeline.families.loaded_model import LoadedModel
from pipeline.multi_subject import likeness
from pipeline.multi_subject.likeness import DetectedSubject, ReferenceFeatures, Tick
from pipeline.multi_subject.region_masks import Box
from pipeline.multi_subject.wording import SubjectWords
from studio.jobs.findings import Finding, NoLikeness
from studio.jobs.requests import PictureRequest
from studio.subjects.subject import Subject
from worker.multi_subject import ChosenSubject, people_of

MOST_PHOTOS = 8  # of a subject that are looked at; more say little more
LEAST_PHOTOS = 2  # how like each other they are is the measure
MEASURED = frozenset({"pocket"})  # families on which a likeness was shown to tell who is who (benchmarks/together)

log = logging.getLogger(__name__)

PathOf = Callable[[str], Path]  # of a file of the data folder


@dataclass(frozen=True, kw_only=True, slots=True)
class _Likeness:
    """What a comparison with photos says of somebody."""

    value: float | None = None
    unsaid: NoLikeness | None = None
    is_twice: bool = False


class ReferenceFeatureCache:
    """What photos look like to the base models that were asked, for as long as the worker lives."""

    def __init__(self) -> None:
        self._references: dict[tuple[str, str, tuple[str, ...]], ReferenceFeatures | None] = {}

    def of(self, loaded: LoadedModel, subject: Subject, path: PathOf, tick: Tick) -> ReferenceFeatures | None:
        """The subject's; None where fewer than two of its photos are here. tick is called now and then."""
        key = loaded.base_model.id, subject.kind, subject.photo_files
        if key not in self._references:
            photos = _photos([path(file) for file in subject.photo_files])
            enough = len(photos) >= LEAST_PHOTOS
            self._references[key] = likeness.reference(loaded, photos, subject.kind, tick) if enough else None
        return self._references[key]

    def forget_deleted(self, path: PathOf) -> None:
        """Let go of those of whose photos none is there any more."""
        for key in [key for key in self._references if not any(path(file).is_file() for file in key[2])]:
            del self._references[key]


def _photos(files: Sequence[Path]) -> list[Image.Image]:
    """Some of those that are there, from all over the list."""
    every = max(1, len(files) / MOST_PHOTOS)
    photos = []
    for number in range(min(len(files), MOST_PHOTOS)):
        try:
            with Image.open(files[int(number * every)]) as image:
                photos.append(image.convert("RGB"))  # it was turned upright when it was kept
        except (OSError, UnidentifiedImageError):
            continue  # deleted meanwhile, perhaps
    return photos


def can_compare(chosen: Sequence[ChosenSubject]) -> bool:
    """Whether the photos of anybody in a picture are known."""
    return any(len(one.subject.photo_files) >= LEAST_PHOTOS for one in people_of(chosen))


def compared(
    loaded: LoadedModel,
    references: ReferenceFeatureCache,
    image: Image.Image,
    picture_request: PictureRequest,
    chosen: Sequence[ChosenSubject],
    rows: Sequence[Finding],
    path: PathOf,
    tick: Tick,
) -> list[Finding]:
    """What was found of everybody in a finished picture, each with its likeness; None where its photos are not here.

    It is None, too, where a likeness would mean nothing, and `no_likeness` says why.
    Where nothing was found yet (`rows` is empty), there are rows for those whose photos are here, or whose place the
    base model sees. Nothing is said where the memory does not suffice. No LoRA is to be on the base model. Errors: what
    tick raises.
    """
    people = people_of(chosen)
    named = [SubjectWords(words=one.subject.words, noun=one.subject.kind) for one in people]
    asked = loaded, image, named, [one.choice.box for one in people], picture_request.prompt
    known: list[ReferenceFeatures | None] = [None] * len(people)
    seen: list[DetectedSubject | None] = [None] * len(people)
    regions: list[Box | None] = [None] * len(people)
    is_measured = loaded.base_model.family in MEASURED
    try:
        if is_measured:
            known[:] = [references.of(loaded, one.subject, path, tick) for one in people]
        if any(reference is not None and reference.is_known for reference in known):
            seen[:] = likeness.detect_subjects(*asked)
            regions[:] = [None if one is None else one.region for one in seen]
        elif not rows and loaded.ports is not None:
            regions[:] = likeness.regions_of(*asked)
    except torch.OutOfMemoryError:  # the pictures are there, which is what counts
        log.warning("Too little memory to compare a picture with photos.", exc_info=True)
        return list(rows)
    tick()
    if is_measured:
        said = [_said(*pair) for pair in zip(known, seen, strict=True)]
    else:
        said = [_unsaid(len(one.subject.photo_files), NoLikeness.BASE_MODEL) for one in people]
    return _rows(rows, people, regions, said)


def _said(reference: ReferenceFeatures | None, detected: DetectedSubject | None) -> _Likeness | None:
    """What is said of somebody's likeness; nothing where its photos are not here."""
    if reference is None:
        return None
    if not reference.is_known or detected is None:
        return _unsaid(len(reference.features), NoLikeness.PHOTOS)
    value, (least, most) = reference.likeness(detected), likeness.OVERLAP
    is_twice = reference.is_there_twice(detected)
    if least <= value < most:
        return replace(_unsaid(len(reference.features), NoLikeness.UNSURE) or _Likeness(), is_twice=is_twice)
    return _Likeness(value=round(value, 3), is_twice=is_twice)


def _unsaid(photos: int, why: NoLikeness) -> _Likeness | None:
    return _Likeness(unsaid=why) if photos >= LEAST_PHOTOS else None


def _rows(
    rows: Sequence[Finding],
    people: Sequence[ChosenSubject],
    regions: Sequence[Box | None],
    said: Sequence[_Likeness | None],
) -> list[Finding]:
    """What was found before, with what is said now; without it a row for everybody of whom anything is known."""
    if rows:
        return [_with(row, more) for row, more in zip(rows, said, strict=True)] if any(said) else list(rows)
    return [
        found if more is None else _with(found, more)
        for found, more in (
            (Finding(subject=one.subject.name, region=region), more)
            for one, region, more in zip(people, regions, said, strict=True)
        )
        if more is not None or found.region is not None
    ]


def _with(row: Finding, said: _Likeness | None) -> Finding:
    said = said or _Likeness()
    return replace(row, is_compared=True, likeness=said.value, no_likeness=said.unsaid, is_twice=said.is_twice)
