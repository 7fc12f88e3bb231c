"""How like their photos everybody in finished pictures is: the photos that are there, looked at once and kept."""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from PIL import Image, UnidentifiedImageError
from torch import Tensor

from pipeline.families.resident import Resident
from pipeline.together import likeness
from pipeline.together.likeness import Portrait, Sighting, Tick
from pipeline.together.wording import Named
from studio.requests import PictureRequest
from studio.subjects import Subject
from training.company import Row, Taught, people_of

MOST_PHOTOS = 8  # of a subject that are looked at; more say little more
LEAST_PHOTOS = 2  # how like each other they are is the measure

log = logging.getLogger(__name__)

PathOf = Callable[[str], Path]  # of a file of the data folder


class Portraits:
    """What photos look like to the base models that were asked, for as long as the worker lives."""

    def __init__(self) -> None:
        self._portraits: dict[tuple[str, str, tuple[str, ...]], Portrait | None] = {}
        self._kinds: dict[tuple[str, str], Tensor] = {}

    def of(self, resident: Resident, subject: Subject, path: PathOf, tick: Tick) -> Portrait | None:
        """The subject's; None where fewer than two of its photos are here. tick is called now and then."""
        key = resident.base_model.id, subject.kind, subject.photo_files
        if key not in self._portraits:
            photos = _photos([path(file) for file in subject.photo_files])
            found = None
            if len(photos) >= LEAST_PHOTOS:
                of_kind = self._of_kind(resident, subject.kind, tick)
                found = likeness.portrait(resident, photos, subject.kind, of_kind, tick)
            self._portraits[key] = found
        return self._portraits[key]

    def _of_kind(self, resident: Resident, kind: str, tick: Tick) -> Tensor:
        key = resident.base_model.id, kind
        if key not in self._kinds:
            self._kinds[key] = likeness.looks_of_kind(resident, kind, tick)
        return self._kinds[key]


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


def can_compare(taught: Sequence[Taught]) -> bool:
    """Whether the photos of anybody in a picture are known."""
    return any(len(one.subject.photo_files) >= LEAST_PHOTOS for one in people_of(taught))


def compared(
    resident: Resident,
    portraits: Portraits,
    image: Image.Image,
    wish: PictureRequest,
    taught: Sequence[Taught],
    rows: Sequence[Row],
    path: PathOf,
    tick: Tick,
) -> list[Row]:
    """The rows of what was found of everybody in a finished picture, each with its "likeness": 0 (as any of its kind)
    to 1 (as its photos are among each other), None where its photos are not here.

    Where nothing was found yet (`rows` is empty), there are rows for those whose photos are. Nothing is said where
    the memory does not suffice. No LoRA is to be on the base model. Errors: what tick raises.
    """
    people = people_of(taught)
    try:
        known = [portraits.of(resident, one.subject, path, tick) for one in people]
        if not any(known):
            return list(rows)
        named = [Named(words=one.subject.words, noun=one.subject.kind) for one in people]
        seen = likeness.sighted(resident, image, named, [one.choice.box for one in people], wish.prompt)
    except torch.OutOfMemoryError:  # the pictures are there, which is what counts
        log.warning("Too little memory to compare a picture with photos.", exc_info=True)
        return list(rows)
    tick()
    likes = [_likeness(*pair) for pair in zip(known, seen, strict=True)]
    if rows:
        return [{**row, "likeness": like} for row, like in zip(rows, likes, strict=True)]
    return [
        {"subject": one.subject.name, "seat": sighting.seat, "likeness": like}
        for one, sighting, like in zip(people, seen, likes, strict=True)
        if like is not None
    ]


def _likeness(portrait: Portrait | None, sighting: Sighting) -> float | None:
    if portrait is None:
        return None
    return 0.0 if sighting.look is None else round(portrait.likeness(sighting.look), 3)
