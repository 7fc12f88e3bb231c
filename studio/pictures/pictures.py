"""The pictures of a studio: asked for, listed, handed out as files, and deleted."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from pathlib import Path
from random import Random

from PIL import Image

from studio.checks import DRAWN_SEED_MAX, number, one_of, shown, spoken, whole_number
from studio.errors import NotFound, StudioError, storage_error
from studio.interop.metadata import COPIES, PARAMETERS, copy_of, texts_in
from studio.jobs.job import Job, JobKind
from studio.jobs.queue import JobQueue
from studio.jobs.requests import MAX_COUNT, PictureRequest, SubjectChoice
from studio.kept_files import kept_file
from studio.models.base_models import resolve
from studio.models.choice import ModelChoice
from studio.people.person import Person
from studio.pictures.archive import write_archive
from studio.pictures.init_images import InitImages
from studio.pictures.options import INPAINT_STRENGTH, LARGER_SCALE, LARGER_STRENGTH, Box, HiresFix, Inpaint, is_box
from studio.pictures.picture import Picture
from studio.pictures.picture_filter import PageKey, PictureDay, PictureFilter
from studio.pictures.regions import places_in_box, places_in_mask, subject_at, subjects_in
from studio.pictures.request_parts import VARIATION_STRENGTH, readings_in, request_parts, style_in
from studio.pictures.samplers import SAMPLERS, Sampler, sampler_named
from studio.pictures.subject_choices import subject_choice
from studio.prompts.picture_words import PictureWords, grid_in_words, picture_words
from studio.prompts.tokens import name_key
from studio.seeds import seed_or_drawn
from studio.store import Store
from studio.subjects.names import clean_name
from studio.subjects.subject import Subject
from studio.subjects.subjects import Subjects

BIN_DAYS = 30  # for which deleted pictures can be restored


@dataclass(frozen=True, kw_only=True, slots=True)
class _Part:
    """A part of a picture: a kept mask or a box, and places in 0..1 that cover it."""

    mask: str | None
    box: Box | None
    places: Sequence[tuple[float, float]]


class Pictures:
    """Queues a person's pictures, of words and subjects or of earlier pictures, and keeps those that are made."""

    def __init__(
        self,
        store: Store,
        queue: JobQueue,
        models: ModelChoice,
        subjects: Subjects,
        init_images: InitImages,
        random: Random,
    ) -> None:
        self._store = store
        self._queue = queue
        self._models = models
        self._subjects = subjects
        self._init_images = init_images
        self._random = random

    def create(
        self,
        person: Person,
        prompt: str,
        negative_prompt: str = "",
        subjects: Sequence[Mapping[str, object]] = (),
        sampler: str | None = None,
        steps: float | None = None,
        guidance_scale: float | None = None,
        seed: float | str | None = -1,
        width: float | None = None,
        height: float | None = None,
        count: float = 1,
        base_model: str = "auto",
        options: Mapping[str, object] | None = None,
    ) -> Job:
        """Queue pictures. What is None is what suits the base model and the sampler; seed -1 is drawn, and stored.

        `subjects`: {"name", "strength" (1.0), "box" (None)} of ready subjects. "auto" is the base model that they were
        taught on. The prompt is kept as typed, and frozen with every subject in its words (studio.prompts.reading).
        `options`: PICTURE_OPTIONS of studio.pictures.request_parts. variation_seed, variation_strength (0..1): near
        that of the seed; start, {"picture": an id, or "file": from InitImages.keep(), "strength"}; larger, true or
        {"scale", "strength"}; grid, "strip" or {"x": {"name", "values"}, "y"} of parameters in AXES; blending, one of
        BLENDINGS (both in studio.pictures.options); readings and style as in read_prompt(), which says
        how the prompt is read. Errors: StudioError, NotFound for a subject or a start that is not there.
        """
        words = self.read_prompt(person, prompt, negative_prompt, subjects, options)
        chosen = [self._subject_of(person, choice) for choice in words.choices]
        model = self._models.for_picture(person, chosen, base_model)
        number_of_pictures = whole_number("field-count", count, 1, MAX_COUNT)
        first_width, first_height = model.sizes[0]
        row = sampler_named(model.default_sampler if sampler is None else sampler)
        row.helper_for(model)
        parts = request_parts(person, options or {}, number_of_pictures, self._init_images, self._random)
        if parts.get("grid") is not None:
            parts["grid"] = grid_in_words(
                parts["grid"], words, lambda typed: self.read_prompt(person, typed, negative_prompt, subjects, options)
            )
        request = PictureRequest(
            prompt=words.prompt,
            typed_prompt=words.typed,
            negative_prompt=words.negative,
            subjects=tuple(
                replace(choice, name=subject.name, lent=subject.owner != person)
                for subject, choice in zip(chosen, words.choices, strict=True)
            ),
            sampler=row.name,
            steps=_whole(steps, row.suitable_steps(model.default_steps)),
            guidance_scale=(
                row.suitable_guidance(model.default_guidance_scale) if guidance_scale is None else guidance_scale
            ),
            seed=seed_or_drawn("field-seed", seed, self._random, number_of_pictures),
            width=_whole(width, first_width),
            height=_whole(height, first_height),
            count=number_of_pictures,
            base_model=model.id,
            **parts,
        )
        return self._queued(person, request)

    def read_prompt(
        self,
        person: Person,
        prompt: str,
        negative_prompt: str = "",
        subjects: Sequence[Mapping[str, object] | SubjectChoice] = (),
        options: Mapping[str, object] | None = None,
    ) -> PictureWords:
        """How create() reads these words, with sentences about what it does not do as it is written.

        Of `options` count "readings": "name" or "word" by a subject's name and the number of its mention ("Rose 2"),
        or by its name alone, and "style", whose words come after those of the prompt, and name nobody. A LoRA tag that
        names a subject chooses it, at the tag's strength. Errors: StudioError.
        """
        choices = [subject_choice(row) for row in subjects]
        wishes = options or {}
        readings, style = readings_in(wishes), style_in(wishes)
        known = {name_key(subject.name): subject for subject in self._subjects.usable(person)}
        known |= {name_key(one.name): self._subject_of(person, one) for one in choices if one.lent}
        return picture_words(prompt, negative_prompt, choices, list(known.values()), readings, style)

    def more_like(self, person: Person, id: str, strength: float = VARIATION_STRENGTH, count: int = 4) -> Job:
        """Queue pictures like this one, each a little different. strength: 0 = the same, 1 = others altogether.

        Errors: NotFound; StudioError for a sheet of several, or one of a subject that is not ready.
        """
        request = self._request_of(person, id)
        drawn = self._random.randint(0, DRAWN_SEED_MAX - MAX_COUNT)
        varied = replace(request, count=count, variation_seed=drawn, variation_strength=strength)
        return self._queued(person, varied)

    def larger(self, person: Person, id: str, scale: float = LARGER_SCALE, strength: float = LARGER_STRENGTH) -> Job:
        """Queue a larger version of a picture; of one that is larger already, one of so many times its size.

        Errors: as more_like().
        """
        request = self._request_of(person, id)
        so_far = 1.0 if request.larger is None else request.larger.scale
        return self._queued(person, replace(request, larger=HiresFix(scale=so_far * scale, strength=strength)))

    def draw_again(
        self,
        person: Person,
        id: str,
        mask: str | Path | None = None,
        box: Sequence[float] | None = None,
        prompt: str | None = None,
        subjects: Sequence[str] = (),
        strength: float = INPAINT_STRENGTH,
        count: float = 1,
        seed: float | str | None = -1,
    ) -> Job:
        """Queue pictures like this one with a part of it drawn again, and all around the part as it is.

        The part is an uploaded mask (InitImages.keep_mask) or a box, left, top, right, bottom in 0..1; where neither is
        given, where `subjects` are. Who is drawn there: `subjects`, else those whom a prompt of its own names, else
        those of the picture who are there. prompt: what is drawn there, None for the picture's own. strength: 0.05 = it
        nearly stays, 1 = nothing of it is left. Errors: NotFound; StudioError for a part that is none, for a subject
        that is not ready, and for a sheet of several pictures.
        """
        request, boxes = self._request_of(person, id), self.boxes(person, id)
        named = [self._subjects.ready(person, clean_name(name)).name for name in subjects]
        part = self._part(person, mask, box, [boxes[name] for name in named if name in boxes])
        there = subjects_in(boxes, part.places) if boxes else tuple(one.name for one in request.subjects)
        choices = {one.name: one for one in request.subjects}
        typed, words, drawn = request.typed_prompt, request.prompt, named or list(there)
        if prompt is not None and prompt.strip():
            if not named:
                read = self.read_prompt(person, prompt, subjects=list(choices.values()))
                drawn = [one.name for one in read.reading.named() if one.name in choices] or drawn
            told = [choices.get(name) or SubjectChoice(name=name) for name in drawn]
            read = self.read_prompt(person, prompt, request.negative_prompt, told)
            typed, words, drawn = read.typed, read.prompt, [one.name for one in read.choices]
            choices |= {one.name: one for one in read.choices}
        choices |= {name: SubjectChoice(name=name) for name in drawn if name not in choices}
        frozen = {one.name for one in request.subjects}
        chosen = [self._subject_of(person, one, frozen=one.name in frozen) for one in choices.values()]
        self._models.check_fits(chosen, resolve(request.base_model))
        picture, number_of_pictures = self.get(person, id), whole_number("field-count", count, 1, MAX_COUNT)
        again = replace(
            request,
            prompt=words,
            typed_prompt=typed,
            subjects=tuple(
                replace(choice, lent=subject.owner != person)
                for choice, subject in zip(choices.values(), chosen, strict=True)
            ),
            seed=seed_or_drawn("field-seed", seed, self._random, number_of_pictures),
            count=number_of_pictures,
            variation_seed=0,
            variation_strength=0.0,
            width=picture.width,
            height=picture.height,
            start=None,
            larger=None,
            inpaint=Inpaint(
                file=self._init_images.keep_picture(person, id),
                mask=part.mask,
                box=part.box,
                strength=strength,
                subjects=tuple(dict.fromkeys(drawn)),
                boxes=boxes,
            ),
        )
        return self._queued(person, again)

    def boxes(self, person: Person, id: str) -> dict[str, Box]:
        """Where each subject is in a picture, by name, as far as it is known: left, top, right, bottom in 0..1.

        Errors: NotFound.
        """
        picture = self.get(person, id)
        job = self._store.jobs.of_ids(person, {picture.job_id}).get(picture.job_id)
        found = [] if job is None else job.findings(picture.id)
        return {one.subject: _as_box(one.region) for one in found if one.region is not None}

    def subject_at(self, person: Person, id: str, x: float, y: float) -> str | None:
        """Who is at a place of a picture, x from the left and y from the top in 0..1; None where nobody is known to be.

        Errors: NotFound; StudioError for no such place.
        """
        return subject_at(self.boxes(person, id), number("field-place-x", x, 0, 1), number("field-place-y", y, 0, 1))

    def samplers(self) -> list[Sampler]:
        """The samplers, the recommended one first."""
        return sorted(SAMPLERS.values(), key=lambda sampler: not sampler.recommended)

    def likenesses(self, person: Person, pictures: Sequence[Picture]) -> list[dict[str, float]]:
        """How like its photos each subject of each picture is, 0..1, by name, as far as it is known."""
        jobs = self._store.jobs.of_ids(person, {picture.job_id for picture in pictures})
        made = ((picture, jobs.get(picture.job_id)) for picture in pictures)
        return [{} if job is None else job.likenesses(picture.id) for picture, job in made]

    def list(
        self,
        person: Person,
        search: str = "",
        subject: str | None = None,
        limit: int = 100,
        offset: int = 0,
        *,
        starred: bool = False,
        bin: bool = False,
        day: PictureDay | None = None,
        after: PageKey | None = None,
    ) -> list[Picture]:
        """The person's pictures, newest first, that hold every word of `search`, and this subject.

        `starred`: those with a star alone; `bin`: those in the bin, the last deleted first; `day`: one of days().
        `after`: from key_of() the last picture of a page, for the next one; any page costs what the first does.
        """
        chosen = _chosen(search, subject, starred=starred, bin=bin, day=day)
        return self._store.pictures.list(person, chosen, limit, offset, after=after)

    def days(
        self,
        person: Person,
        zone: tzinfo,
        search: str = "",
        subject: str | None = None,
        *,
        starred: bool = False,
        bin: bool = False,
    ) -> Sequence[PictureDay]:
        """The days in that time zone on which the pictures of list() were made, or deleted, newest first."""
        chosen = _chosen(search, subject, starred=starred, bin=bin)
        counts = Counter(
            datetime.fromtimestamp(moment, zone).date() for moment in self._store.pictures.moments(person, chosen)
        )
        return [
            PictureDay(day=day, since=_midnight(day, zone), until=_midnight(day + timedelta(days=1), zone), count=count)
            for day, count in sorted(counts.items(), reverse=True)
        ]

    def revision(self, person: Person) -> int:
        """A number that is another one after each change of the person's pictures; to read it takes a moment."""
        return self._store.pictures.revision(person)

    def present(self, person: Person, ids: Sequence[str], *, bin: bool = False) -> frozenset[str]:
        """The ids of those of these pictures that are there, and not in the bin; or in it, where that is meant."""
        return self._store.pictures.present(person, ids, bin=bin)

    def get(self, person: Person, id: str, *, also_in_bin: bool = False) -> Picture:
        """The picture with that id. Errors: NotFound, also for one in the bin, unless that is meant, too."""
        picture = self._store.pictures.get(person, id)
        if picture.deleted_at is not None and not also_in_bin:
            raise NotFound("picture-not-found", id=shown(id))
        return picture

    def star(self, person: Person, ids: Sequence[str], starred: bool = True) -> None:
        """Give these pictures a star, or take it. Errors: NotFound, and then none is changed."""
        self._store.pictures.star(person, ids, starred)

    def put_in_bin(self, person: Person, ids: Sequence[str]) -> None:
        """Put pictures into the bin, from which restore() takes them back for BIN_DAYS days.

        Errors: NotFound, and then none is.
        """
        self._store.with_room(lambda: self._store.pictures.put_in_bin(person, ids, self._store.clock()))

    def restore(self, person: Person, ids: Sequence[str]) -> None:
        """Take pictures out of the bin, as they were. Errors: NotFound, and then none is."""
        self._store.pictures.restore(person, ids)

    def overdue(self, person: Person) -> Sequence[Picture]:
        """What has been in the bin for longer than BIN_DAYS days."""
        return self._store.pictures.in_bin_since(person, self._store.clock() - BIN_DAYS * 86400)

    def empty_bins(self) -> None:
        """Delete for good what is overdue, of everybody."""
        for person in self._store.pictures.owners_with_bin():
            for picture in self.overdue(person):
                self.delete(person, picture.id)

    def archive(self, person: Person, ids: Sequence[str], target: Path) -> None:
        """Write a zip of these pictures, with a sheet of their parameters, to `target`.

        Errors: NotFound, also where a file is gone; StudioError for a disk that is full; then no zip stays.
        """
        pictures = [self.get(person, id, also_in_bin=True) for id in dict.fromkeys(ids)]
        files = [(picture, kept_file(self._store.files, picture.file)) for picture in pictures]
        try:
            write_archive(target, files, self.likenesses(person, pictures))
        except OSError as error:
            target.unlink(missing_ok=True)
            raise storage_error(error, target.name) from error

    def file(self, person: Person, id: str) -> Path:
        """The PNG of a picture. Errors: NotFound, also where the file is gone."""
        return kept_file(self._store.files, self.get(person, id).file)

    def thumbnails(self, person: Person, pictures: Sequence[Picture]) -> Sequence[Path]:
        """The small file of each of these pictures of the person; the picture itself where there is none."""
        files = self._store.files
        return [files.path(one.thumbnail_file or one.file) for one in pictures if one.owner == person]

    def copy(self, person: Person, id: str, format: str = "png") -> bytes:
        """The file of a picture as "png" (as it is), "jpeg" or "webp", each with its parameters.

        Errors: NotFound, also where the file is gone; StudioError for another format.
        """
        one_of("field-format", format, list(COPIES))
        return copy_of(self.file(person, id), format)

    def infotext(self, person: Person, id: str) -> str:
        """The settings of a picture, in the bin or not, as A1111 writes them and other programs read them.

        "" for a file that does not say or is damaged. Errors: NotFound, also where the file is gone.
        """
        file = kept_file(self._store.files, self.get(person, id, also_in_bin=True).file)
        try:
            return texts_in(file).get(PARAMETERS, "")
        except StudioError:
            return ""

    def files(self, person: Person, id: str) -> Sequence[str]:
        """Every file that is there of a picture alone, relative to the data folder, in the bin or not.

        Errors: NotFound.
        """
        picture, files = self.get(person, id, also_in_bin=True), self._store.files
        explained = sorted(files.explained_folder(id).glob("*"))
        return [*filter(None, (picture.file, picture.thumbnail_file)), *map(files.relative, explained)]

    def delete(self, person: Person, id: str) -> None:
        """Delete a picture and its files for good, in the bin or not. Errors: NotFound."""
        picture, doomed = self.get(person, id, also_in_bin=True), self.files(person, id)
        explained = self._store.files.explained_folder(id)
        self._store.delete(lambda: self._store.pictures.delete(person, id), [*doomed, explained])
        self._init_images.forget(person, picture.request)

    def _request_of(self, person: Person, id: str) -> PictureRequest:
        request = self.get(person, id).own_request
        if request.grid is not None:
            raise StudioError("sheet-of-several")
        for choice in request.subjects:
            self._subject_of(person, choice, frozen=True)
        return request

    def _subject_of(self, person: Person, choice: SubjectChoice, *, frozen: bool = False) -> Subject:
        """Whom a choice means; one of a picture that was asked for means the same subject's owner as then."""
        return self._subjects.ready(person, choice.name, lent=choice.lent if frozen or choice.lent else None)

    def _part(
        self, person: Person, mask: str | Path | None, box: Sequence[float] | None, places: Sequence[Box]
    ) -> "_Part":
        if mask is not None and box is not None:
            raise StudioError("part-not-one")
        if mask is not None:
            file = self._init_images.keep_mask(person, mask)
            with Image.open(self._init_images.file(person, file)) as image:
                return _Part(mask=file, box=None, places=places_in_mask(image))
        if box is None:
            if not places:
                raise StudioError("part-missing")
            sides = list(zip(*places, strict=True))
            box = (min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3]))
        if not is_box(box):
            raise StudioError("part-not-a-box", box=shown(box))
        return _Part(mask=None, box=_as_box(box), places=places_in_box(_as_box(box)))

    def _queued(self, person: Person, request: PictureRequest) -> Job:
        return self._queue.add(person, JobKind.CREATE, request, request.work)


def _chosen(
    search: str, subject: str | None, *, starred: bool, bin: bool, day: PictureDay | None = None
) -> PictureFilter:
    """What a person asks for, her words as they are compared."""
    return PictureFilter(
        search=spoken(search or ""),
        subject=spoken(subject or "") or None,
        starred=starred,
        bin=bin,
        since=None if day is None else day.since,
        until=None if day is None else day.until,
    )


def _midnight(day: date, zone: tzinfo) -> float:
    return datetime.combine(day, time.min, zone).timestamp()


def _whole(value: float | None, default: int) -> int:
    """Forms send 20.0 for 20; what is not a whole number is left for the request to refuse by its name."""
    if value is None:
        return default
    return int(value) if isinstance(value, float) and value.is_integer() else value  # type: ignore[return-value]


def _as_box(sides: Sequence[float]) -> Box:
    left, top, right, bottom = sides
    return left, top, right, bottom
