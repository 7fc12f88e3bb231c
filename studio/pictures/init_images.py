"""What a person asks of a picture beside its words, made into parts of its request; and the pictures to start from."""

import hashlib
import random as random_module
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PIL import Image

from studio.checks import DRAWN_SEED_MAX, SEED_MAX, number, one_line, relative_file, seed_number, shown
from studio.errors import NotFound, StudioError
from studio.jobs.job import ENDED, Job, JobKind
from studio.jobs.requests import MAX_COUNT, PictureRequest
from studio.photos.keeping import one_photo
from studio.pictures.options import (
    LARGER_SCALE,
    LARGER_STRENGTH,
    HiresFix,
    InitImage,
    grid_from_json,
    hires_fix_from_json,
    named,
    strip,
)
from studio.prompts.reading import clean_readings
from studio.store import Store
from studio.subjects.subject import Subject

PICTURE_OPTIONS = ("variation_seed", "variation_strength", "start", "larger", "grid", "blending", "readings")
VARIATION_STRENGTH = 0.1  # nearly always the same picture with other details; from 0.2 on often another one


class Starts:
    """The part of a studio that is about pictures made from other ones."""

    _store: Store
    _random: random_module.Random
    _ready: Callable[[str], Subject]
    _new_id: Callable[[], str]

    def keep_start(self, file: str | Path) -> str:
        """Keep a picture to start from, as bare pixels. Gives how a request names it. Errors: StudioError."""
        content = one_photo(Path(one_line("The picture's file", str(file), shortest=1, longest=4000)))
        name = hashlib.sha256(content).hexdigest()[:32]
        path = self._store.files.start_file(name)
        if not path.is_file():
            self._store.files.write_whole(path, content)
        return self._store.files.relative(path)

    def start_file(self, file: str) -> Path:
        """A picture that keep_start() kept. Errors: StudioError for any other file, NotFound when it is gone."""
        path = self._store.files.path(relative_file(file))
        if path.parent != self._store.files.start_file("x").parent or not path.is_file():
            raise NotFound("The picture to start from is not there any more. Choose it once more.")
        return path

    def start_size(self, file: str) -> tuple[int, int]:
        """Its width and height in pixels. Errors: as start_file()."""
        with Image.open(self.start_file(file)) as image:
            return image.size

    def start_from(self, id: str) -> str:
        """Keep a finished picture to start from. Gives how a request names it. Errors: NotFound."""
        return self.keep_start(self._store.files.path(self._store.pictures.get(id).file))

    def more_like(self, id: str, strength: float = VARIATION_STRENGTH, count: int = 4) -> Job:
        """Queue pictures like this one, each a little different. strength: 0 = the same, 1 = others altogether."""
        request = self._request_of(id)
        drawn = self._random.randint(0, DRAWN_SEED_MAX - MAX_COUNT)
        return self._again(replace(request, count=count, variation_seed=drawn, variation_strength=strength))

    def larger(self, id: str, scale: float = LARGER_SCALE, strength: float = LARGER_STRENGTH) -> Job:
        """Queue a larger version of a picture; of one that is larger already, one of so many times its size."""
        request = self._request_of(id)
        so_far = 1.0 if request.larger is None else request.larger.scale
        return self._again(replace(request, larger=HiresFix(scale=so_far * scale, strength=strength)))

    def _request_of(self, id: str) -> PictureRequest:
        request = self._store.pictures.get(id).own_request
        if request.grid is not None:
            raise StudioError("This is a sheet of several pictures. Open one of them and choose that again.")
        for choice in request.subjects:
            self._ready(choice.name)
        return request

    def _again(self, request: PictureRequest) -> Job:
        return self._store.jobs.add(JobKind.CREATE, request, request.work, self._new_id())

    def _parts_of(self, options: Mapping[str, object], count: int) -> dict[str, Any]:
        """The parts of a request for that many pictures, from options by name. Errors: StudioError."""
        if unknown := [name for name in options if name not in PICTURE_OPTIONS]:
            raise StudioError(
                f"There is no option '{shown(unknown[0])}' for pictures; there are: {', '.join(PICTURE_OPTIONS)}."
            )
        grid, larger = options.get("grid"), options.get("larger")
        return {
            **self._variation(options, count),
            "start": self._start(options.get("start")),
            "larger": (HiresFix() if larger else None) if isinstance(larger, bool) else hires_fix_from_json(larger),  # type: ignore[arg-type]
            "blending": "apart" if options.get("blending") is None else options["blending"],
            "readings": readings_in(options),
            "grid": strip() if grid == "strip" else grid_from_json(grid),  # type: ignore[arg-type]
        }

    def _variation(self, options: Mapping[str, object], count: int) -> dict[str, Any]:
        seed, strength = options.get("variation_seed"), options.get("variation_strength")
        if strength is None:
            strength = 0.0 if seed is None else VARIATION_STRENGTH
        if number("How much a variation differs", strength, 0, 1) == 0:
            return {}
        if seed in (None, -1, "-1"):
            chosen = self._random.randint(0, DRAWN_SEED_MAX - (count - 1))
        else:
            chosen = seed_number("The variation's seed", seed, SEED_MAX - (count - 1))
        return {"variation_seed": chosen, "variation_strength": strength}

    def _start(self, start: object) -> InitImage | None:
        """The start that is meant by {"picture": id} or {"file": from keep_start()}, with its "strength"."""
        if start is None:
            return None
        given = named("The picture to start from", start, ("picture", "file", "strength"))
        file = given.get("file")
        if given.get("picture") is not None:
            file = self.start_from(str(given["picture"]))
        if not isinstance(file, str):
            raise StudioError("There is no picture to start from; give its id as picture, or a file from keep_start.")
        found = (
            InitImage(file=file) if given.get("strength") is None else InitImage(file=file, strength=given["strength"])
        )
        self.start_file(found.file)
        return found

    def _forget_start(self, request: PictureRequest) -> None:
        """Remove the picture that a deleted one started from, unless another picture or a job still needs it."""
        if request.start is None or self._store.pictures.start_from(request.start.file):
            return
        needed = (job.request for job in self._store.jobs.list(limit=1000) if job.state not in ENDED)
        if not any(isinstance(one, PictureRequest) and one.start == request.start for one in needed):
            self._store.files.remove(request.start.file)


def readings_in(options: Mapping[str, object]) -> dict[str, str]:
    """What options say of names in the prompt (studio.prompts.reading.read). Errors: StudioError."""
    given = options.get("readings")
    return {} if given is None else clean_readings(given)
