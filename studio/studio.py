"""The studio: everything a person can do, as methods. The page and the API call these and nothing else."""

import random as random_module
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from studio.checks import DRAWN_SEED_MAX, SEED_MAX, one_of, seed_number, shown, spoken, whole_number
from studio.engines import Engine
from studio.errors import NotFound, StudioError
from studio.hub.account import HubAccounts
from studio.hub.publishing import Publishing
from studio.interop.metadata_import import PicturesElsewhere
from studio.jobs.job import WAITING, Job, JobKind, JobState
from studio.jobs.queue import Queue
from studio.jobs.recipes import PRESETS, Preset, recipe_for
from studio.jobs.requests import MAX_COUNT, PictureRequest, SubjectChoice, TrainingRequest
from studio.models.base_models import BaseModel
from studio.models.choice import ModelChoice
from studio.models.imports import Imports
from studio.photos.captions import captions_by_file, captions_in_order
from studio.photos.held_out import held_out, held_out_count
from studio.photos.keeping import keep_photos
from studio.photos.sample_photos import SampleSubject, sample_subjects
from studio.pictures.init_images import Starts, readings_in
from studio.pictures.picture import Picture
from studio.pictures.samplers import SAMPLERS, Sampler, sampler_named
from studio.pictures.subject_choices import subject_choice
from studio.prompts.picture_words import PictureWords, grid_in_words, picture_words
from studio.prompts.tokens import name_key
from studio.settings import Settings
from studio.store import Store
from studio.store.subjects import name_taken
from studio.subjects import names
from studio.subjects.earlier_loras import EarlierLoras
from studio.subjects.remarks import name_remark, remarks
from studio.subjects.subject import Subject
from studio.subjects.taught_types import taught_type

LORA_FORMATS = ("kohya", "diffusers")


@dataclass(frozen=True, kw_only=True, slots=True)
class Status:
    """How it stands. `base_model` is what "auto" means, `why` in a sentence; `device` is in words, "" before."""

    base_model: BaseModel
    why: str
    device: str
    worker_alive: bool
    message: str


class Studio(Queue, EarlierLoras, Starts, PicturesElsewhere, Imports, Publishing):
    """One studio over one data folder. Safe to call from many threads. Everything it refuses is a StudioError."""

    def __init__(self, store: Store, engine: Engine, random: random_module.Random, settings: Settings) -> None:
        self._store = store
        self._engine = engine
        self._random = random
        self._models = ModelChoice(store, settings)
        self._hub = HubAccounts(clock=store.clock)
        self._is_shared = settings.share
        self._types: dict[
            tuple[str, str | None, str], str
        ] = {}  # a lesson's request never changes, and the page asks often
        self._naming = threading.Lock()  # between looking whether a name is free and taking it

    # Teach ----------------------------------------------------------------------------------------------------------

    def teach(
        self,
        photos: Sequence[str | Path],
        name: str,
        kind: str,
        preset: str = "balanced",
        base_model: str = "auto",
        options: Mapping[str, object] | None = None,
    ) -> Job:
        """Queue a lesson on 3 to 20 photos. A subject of that name whose lesson failed makes room, others do not.

        `options`: RECIPE_OPTIONS of studio.jobs.recipes, seed -1 is drawn; and "captions", by the photos' file names or
        as a list in their order; else those of text files beside the photos count. With 8 or more photos some are kept
        aside (studio.photos.held_out). What was left out of the files, and what is worth a second look, such as photos
        that look alike or are small, is a message of the job.
        """
        name, kind = names.clean_name(name), names.clean_kind(kind)
        self._check_free(name)
        model = self.base_model(base_model)
        paths = [Path(photo) for photo in photos or ()]
        numbers = dict(self._with_seed(options or {}))
        written = numbers.pop("captions", None)
        recipe_for(preset, model, numbers, kind=kind)  # what is wrong with a number is said before photos are opened
        job_id = self._new_id()
        files = self._store.files
        folder = files.photo_folder(job_id)
        try:
            kept = keep_photos(paths, folder)
            captions = kept.captions(captions_in_order(written, *kept.given.names_and_captions))
            learned = len(kept.files) - held_out_count(len(kept.files))
            recipe = recipe_for(preset, model, numbers, kind=kind, photos=learned)
            self._models.check_can_learn(model, recipe.samples)
            aside = held_out(len(kept.files), recipe.seed)
            photo_files = tuple(files.relative(path) for path in kept.files)
            with self._naming:
                replaced = self._check_free(name)
                subject = Subject(
                    name=name,
                    kind=kind,
                    trigger_word=self._free_trigger_word(name, kind),
                    base_model=model.id,
                    family=model.family,
                    state="learning",
                    cover_file=photo_files[0],
                    photo_files=photo_files,
                    job_id=job_id,
                    created_at=self._store.clock(),
                )
                request = TrainingRequest(
                    subject_name=name,
                    kind=kind,
                    trigger_word=subject.trigger_word,
                    photo_files=tuple(file for number, file in enumerate(photo_files) if number not in aside),
                    held_out_files=tuple(photo_files[number] for number in aside),
                    captions=captions_by_file(captions, kept.files, subject),
                    base_model=model.id,
                    recipe=recipe,
                )
                remark = " ".join(filter(None, [*kept.remarks, remarks(kept.files, recipe.resolution)]))
                job = self._store.jobs.add(
                    JobKind.TEACH, request, recipe.steps, job_id, message=remark, subject=subject
                )
        except BaseException:
            files.remove(folder)
            raise
        if replaced is not None:
            self._remove_files_of(replaced)
        return job

    def subjects(self) -> list[Subject]:
        """Every subject, newest first."""
        return self._store.subjects.list()

    def subject(self, name: str) -> Subject:
        """The subject of that name. Errors: NotFound."""
        return self._store.subjects.get(name)

    def name_remark(self, name: str, kind: str) -> str:
        """A sentence where the word that a subject of this name would get is an everyday one; else empty.

        Errors: StudioError for what cannot be a name or a kind.
        """
        clean = names.clean_name(name)
        return name_remark(clean, self._free_trigger_word(clean, names.clean_kind(kind)))

    def beyond(self, base_model: BaseModel, photos: Sequence[Path]) -> str:
        """A sentence about the first of the kept photos that the base model cannot draw; "" if it draws all of them."""
        return self._models.beyond(base_model, photos)

    def subject_type(self, subject: Subject) -> str:
        """As which of studio.subjects.subject_types it was taught."""
        known = (subject.name, subject.job_id, subject.kind)
        if known not in self._types:
            self._types[known] = taught_type(self._store, subject)
        return self._types[known]

    def subject_file(self, name: str, format: str = "kohya") -> Path:
        """The LoRA file of a subject, as "kohya" (for other programs) or "diffusers". Errors: NotFound."""
        one_of("The format", format, LORA_FORMATS)
        subject = self.subject(name)
        if format not in subject.lora_files:
            raise NotFound(f"{subject.name} has no {format} file; it is there once the lesson is done.")
        return self.file(subject.lora_files[format])

    def delete_subject(self, name: str) -> None:
        """Delete a subject with its photos and LoRA files; its pictures stay.

        A lesson that waits is cancelled; one that runs must be cancelled first, so nobody ends it by mistake.
        """
        subject = self.subject(name)
        if subject.job_id is not None and subject.state == "learning":
            job = self._store.jobs.get(subject.job_id)
            if job.state not in WAITING and job.state is not JobState.PAUSED:
                raise StudioError(f"{subject.name} is being taught right now. Cancel the lesson first, then delete it.")
            if self.cancel_job(job.id).state is not JobState.CANCELLED:
                raise StudioError(
                    f"The lesson of {subject.name} has just begun and is being cancelled; delete it then."
                )
        samples = self._store.files.lora_folder(subject.trigger_word)  # also those of an unfinished lesson
        self._store.delete(lambda: self._store.subjects.delete(name), [*self._files_of(subject), samples])

    # Create ---------------------------------------------------------------------------------------------------------

    def create(
        self,
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
        `options`: PICTURE_OPTIONS of studio.pictures.init_images. variation_seed, variation_strength (0..1): near that
        of the seed; start, {"picture": an id, or "file": from keep_start(), "strength"}; larger, true or
        {"scale", "strength"}; grid, "strip" or {"x": {"name", "values"}, "y"} of parameters in AXES; blending, one of
        BLENDINGS (both in studio.pictures.options); readings, as in read_prompt(), which says how the prompt is read.
        """
        words = self.read_prompt(prompt, negative_prompt, subjects, options)
        chosen = [self._ready(choice.name) for choice in words.choices]
        model = self._models.for_picture(chosen, base_model)
        number_of_pictures = whole_number("How many pictures", count, 1, MAX_COUNT)
        first_width, first_height = model.sizes[0]
        row = sampler_named(model.default_sampler if sampler is None else sampler)
        row.helper_for(model)
        parts = self._parts_of(options or {}, number_of_pictures)
        if parts.get("grid") is not None:
            parts["grid"] = grid_in_words(
                parts["grid"], words, lambda typed: self.read_prompt(typed, negative_prompt, subjects, options)
            )
        request = PictureRequest(
            prompt=words.prompt,
            typed_prompt=words.typed,
            negative_prompt=words.negative,
            subjects=tuple(
                SubjectChoice(name=subject.name, strength=choice.strength, box=choice.box)
                for subject, choice in zip(chosen, words.choices, strict=True)
            ),
            sampler=row.name,
            steps=_whole(steps, row.suitable_steps(model.default_steps)),
            guidance_scale=(
                row.suitable_guidance(model.default_guidance_scale) if guidance_scale is None else guidance_scale
            ),
            seed=self._seed(seed, number_of_pictures),
            width=_whole(width, first_width),
            height=_whole(height, first_height),
            count=number_of_pictures,
            base_model=model.id,
            **parts,
        )
        return self._store.jobs.add(JobKind.CREATE, request, request.work, self._new_id())

    def read_prompt(
        self,
        prompt: str,
        negative_prompt: str = "",
        subjects: Sequence[Mapping[str, object]] = (),
        options: Mapping[str, object] | None = None,
    ) -> PictureWords:
        """How create() reads these words, with sentences about what it does not do as it is written.

        Of `options` "readings" counts: "name" or "word" by a subject's name and the number of its mention ("Rose 2"),
        or by its name alone. A LoRA tag that names a subject chooses it, at the tag's strength. Errors: StudioError.
        """
        choices = [subject_choice(row) for row in subjects]
        readings = readings_in(options or {})
        return picture_words(prompt, negative_prompt, choices, self.subjects(), readings)

    def pictures(
        self, search: str = "", subject: str | None = None, limit: int = 100, offset: int = 0
    ) -> list[Picture]:
        """Pictures, newest first, that hold every word of `search`, and this subject."""
        return self._store.pictures.list(spoken(search or ""), spoken(subject or "") or None, limit, offset)

    def pictures_present(self, ids: Sequence[str]) -> frozenset[str]:
        """Those of these pictures that are there."""
        return self._store.pictures.present(ids)

    def picture(self, id: str) -> Picture:
        """The picture with that id. Errors: NotFound."""
        return self._store.pictures.get(id)

    def likenesses(self, pictures: Sequence[Picture]) -> list[dict[str, float]]:
        """How like its photos each subject of each picture is, 0..1, by name, as far as it is known."""
        jobs = self._store.jobs.of_ids({picture.job_id for picture in pictures})
        made = ((picture, jobs.get(picture.job_id)) for picture in pictures)
        return [{} if job is None else job.likenesses(picture.id) for picture, job in made]

    def picture_file(self, id: str) -> Path:
        """The PNG of a picture. Errors: NotFound."""
        return self.file(self.picture(id).file)

    def delete_picture(self, id: str) -> None:
        """Delete a picture and its files. Errors: NotFound."""
        picture = self.picture(id)
        files = [file for file in (picture.file, picture.thumbnail_file) if file is not None]
        self._store.delete(lambda: self._store.pictures.delete(id), files)
        self._forget_start(picture.request)

    # What there is --------------------------------------------------------------------------------------------------

    def samplers(self) -> list[Sampler]:
        """The samplers, the recommended one first."""
        return sorted(SAMPLERS.values(), key=lambda sampler: not sampler.recommended)

    def base_models(self) -> list[BaseModel]:
        """The base models that are known by name, and the one of the settings."""
        return self._models.known()

    def base_model(self, name: str = "auto") -> BaseModel:
        """The base model of that name; "auto" is what the settings or the graphics card say. Errors: StudioError."""
        return self._models.named(name)

    def presets(self) -> list[Preset]:
        """The presets, from quick to thorough."""
        return list(PRESETS.values())

    def sample_subjects(self) -> list[SampleSubject]:
        """The sample photos that come with the project."""
        return sample_subjects()

    def status(self) -> Status:
        """How the studio stands."""
        alive = self._engine.alive()
        worker = self._store.workers.latest() if alive else None
        return Status(
            base_model=self.base_model("auto"),
            why=self._models.why(),
            device="" if worker is None else worker.device,
            worker_alive=alive,
            message=self._engine.message,
        )

    def standing(self) -> tuple[int, bool, str]:
        """What is another one after every change: how often rows changed, whether a worker is there, and its message.

        It takes some microseconds, whatever there is.
        """
        return self._store.database.changes(), self._engine.alive(), self._engine.message

    def file(self, file: str) -> Path:
        """The path of a file that a row names (a cover, a sample, a preview). Errors: NotFound."""
        path = self._store.files.path(file)
        if not path.is_file():
            raise NotFound(f"The file {shown(path.name)} is not there any more.")
        return path

    # Inside ---------------------------------------------------------------------------------------------------------

    def _new_id(self) -> str:
        return f"{self._random.getrandbits(48):012x}"

    def _check_free(self, name: str) -> Subject | None:
        """The failed subject that makes room for this name, if any. Errors: StudioError for a taken name."""
        present = self._store.subjects.find(name)
        if present is not None and present.state != "failed":
            raise name_taken(present.name)
        return present

    def _free_trigger_word(self, name: str, kind: str) -> str:
        key = name_key(name)
        taken = {subject.trigger_word for subject in self.subjects() if name_key(subject.name) != key}
        return names.trigger_word_for(name, kind, taken)

    def _ready(self, name: str) -> Subject:
        subject = self.subject(name)
        if subject.state == "learning":
            raise StudioError(f"{subject.name} is not taught yet; wait until the lesson is done, or leave it out.")
        if subject.state == "failed":
            raise StudioError(f"The lesson of {subject.name} did not end well; try it again in Teach, or leave it out.")
        return subject

    def _seed(self, seed: object, count: int = 1) -> int:
        if seed in (None, -1, "-1"):
            return self._random.randint(0, DRAWN_SEED_MAX - (count - 1))
        return seed_number("The seed", seed, SEED_MAX - (count - 1))

    def _with_seed(self, options: Mapping[str, object]) -> Mapping[str, object]:
        return {**options, "seed": self._seed(None)} if options.get("seed") == -1 else options

    def _remove_files_of(self, subject: Subject) -> None:
        """Remove every file of a subject whose row was replaced; what a new one of that name has stays."""
        for folder in self._files_of(subject):
            self._store.files.remove(folder)

    def _files_of(self, subject: Subject) -> list[Path]:
        files = self._store.files
        folders = [files.lora_folder(subject.trigger_word)] if subject.lora_files else []
        if subject.job_id is not None:
            of_job = (files.photo_folder, files.upload_folder, files.checkpoint_folder, files.preview_folder)
            folders += [folder(subject.job_id) for folder in of_job]
        return folders


def _whole(value: float | None, default: int) -> int:
    """Forms send 20.0 for 20; what is not a whole number is left for the request to refuse by its name."""
    if value is None:
        return default
    return int(value) if isinstance(value, float) and value.is_integer() else value  # type: ignore[return-value]
