"""The subjects of a studio: taught from photos, looked at, handed out as files, and deleted."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

from studio.checks import one_of, shown, yes_or_no
from studio.errors import NotFound, StudioError
from studio.jobs.job import WAITING, Job, JobKind, JobState
from studio.jobs.queue import JobQueue
from studio.jobs.recipes import PRESETS, Preset, recipe_for
from studio.jobs.requests import TrainingRequest
from studio.kept_files import kept_file
from studio.models.choice import ModelChoice
from studio.people.account import only_the_owner
from studio.people.person import Person
from studio.photos.captions import captions_by_file, captions_in_order
from studio.photos.edits.edit import edits_by_name
from studio.photos.held_out import held_out, held_out_count
from studio.photos.keeping import keep_photos
from studio.photos.sample_photos import SampleSubject, sample_subjects
from studio.photos.uploads import read_upload
from studio.prompts.tokens import name_key
from studio.seeds import seed_or_drawn
from studio.store import Store
from studio.subjects import names
from studio.subjects.lent import as_lent, usable_by
from studio.subjects.new_subjects import NewSubjects, files_of
from studio.subjects.remarks import name_remark, remarks
from studio.subjects.subject import Subject
from studio.subjects.taught_types import taught_type
from studio.words import Message, joined

LORA_FORMATS = ("kohya", "diffusers")


class Subjects:
    """Teaches subjects, says who there is, and deletes them. Upper and lower case are the same name of one person's.

    Subjects that come as LoRA files are taken in by studio.models.imports; earlier moments of a lesson are chosen in
    studio.subjects.checkpoints.
    """

    def __init__(
        self, store: Store, queue: JobQueue, models: ModelChoice, new_subjects: NewSubjects, random: Random
    ) -> None:
        self._store = store
        self._queue = queue
        self._models = models
        self._new_subjects = new_subjects
        self._random = random
        self._types: dict[
            tuple[Person, str, str | None, str], str
        ] = {}  # a lesson's request never changes, and the page asks often

    def teach(
        self,
        person: Person,
        photos: Sequence[str | Path],
        name: str,
        kind: str,
        preset: str = "balanced",
        base_model: str = "auto",
        options: Mapping[str, object] | None = None,
    ) -> Job:
        """Queue a lesson on 3 to 20 photos. A subject of that name whose lesson failed makes room, others do not.

        `options`: RECIPE_OPTIONS of studio.jobs.recipes, seed -1 is drawn; and "captions", by the photos' file names or
        as a list in their order; else those of text files beside the photos count; and "edits", by the photos' file
        names: what is turned, cropped or left out (PhotoEdit of studio.photos.edits.edit). With 8 or more photos some
        are kept aside (studio.photos.held_out). What was left out of the files, and what is worth a second look, such
        as photos that look alike or are small, is a message of the job. Errors: StudioError, OverLimit; then nothing is
        kept.
        """
        name, kind = names.clean_name(name), names.clean_kind(kind)
        self._new_subjects.check_free(person, name)
        self._store.shares.check_new_job(person)
        model = self._models.named(person, base_model)
        paths = [Path(photo) for photo in photos or ()]
        numbers = dict(options or {})
        if numbers.get("seed") == -1:
            numbers["seed"] = seed_or_drawn("field-seed", -1, self._random)
        written, edits = numbers.pop("captions", None), numbers.pop("edits", None)
        recipe_for(preset, model, numbers, kind=kind)  # what is wrong with a number is said before photos are opened
        job_id = self._queue.new_id()
        files = self._store.files
        folder = files.photo_folder(job_id)
        try:
            names_given = read_upload(paths).names_and_captions[0] if edits else []
            kept = keep_photos(paths, folder, edits_by_name(edits, names_given))
            captions = kept.captions(captions_in_order(written, *kept.given.names_and_captions))
            learned = len(kept.files) - held_out_count(len(kept.files))
            recipe = recipe_for(preset, model, numbers, kind=kind, photos=learned)
            self._models.check_can_learn(model, recipe.samples)
            aside = held_out(len(kept.files), recipe.seed)
            photo_files = tuple(files.relative(path) for path in kept.files)
            self._store.shares.check_disk(person, sum(path.stat().st_size for path in kept.files))

            def request(subject: Subject) -> TrainingRequest:
                return TrainingRequest(
                    subject_name=name,
                    kind=kind,
                    trigger_word=subject.trigger_word,
                    photo_files=tuple(file for number, file in enumerate(photo_files) if number not in aside),
                    held_out_files=tuple(photo_files[number] for number in aside),
                    captions=captions_by_file(captions, kept.files, subject),
                    base_model=model.id,
                    recipe=recipe,
                )

            remark = joined(*kept.remarks, *remarks(kept.files, recipe.resolution))
            job, replaced = self._new_subjects.add(
                person,
                name,
                kind,
                model,
                job_id,
                request,
                job_kind=JobKind.TEACH,
                steps=recipe.steps,
                photo_files=photo_files,
                remark=lambda _subject: remark,
            )
        except BaseException:
            files.remove(folder)
            raise
        self._new_subjects.remove_files(replaced)
        return job

    def presets(self) -> list[Preset]:
        """The presets of lessons, from quick to thorough."""
        return list(PRESETS.values())

    def samples(self) -> list[SampleSubject]:
        """The subjects to teach whose photos come with the project."""
        return sample_subjects()

    def name_remark(self, person: Person, name: str, kind: str) -> Message | None:
        """What to say where the word that a subject of this name would get is an everyday one; else None.

        Errors: StudioError for what cannot be a name or a kind.
        """
        clean = names.clean_name(name)
        return name_remark(clean, self._new_subjects.free_trigger_word(person, clean, names.clean_kind(kind)))

    def list(self, person: Person) -> list[Subject]:
        """Every subject of the person, newest first."""
        return self._store.subjects.list(person)

    def get(self, person: Person, name: str) -> Subject:
        """The subject of that name. Errors: NotFound."""
        return self._store.subjects.get(person, name)

    def usable(self, person: Person) -> Sequence[Subject]:
        """Every subject of the person, newest first, and then those of the owner that guests may have in pictures.

        The latter come without any file. One of her own that is called the same wins.
        """
        return usable_by(self._store, person)

    def let_guests_use(self, person: Person, name: str, yes: bool) -> Subject:
        """Let guests have a subject of the owner in their pictures, or no longer, also in those that wait.

        They get its name alone: no photo, no file, no lesson. Errors: NotAllowed, NotFound.
        """
        only_the_owner(person)
        return self._store.subjects.update(person, name, guests_may_use=yes_or_no("request-lent", yes))

    def ready(self, person: Person, name: str, *, lent: bool | None = None) -> Subject:
        """The subject of that name that can be in the person's pictures: one of usable().

        `lent`: as a picture says that was asked for, True for the owner's alone and False for the person's own alone.
        Errors: NotFound, also where the owner does not lend it any more; StudioError for one that cannot be yet.
        """
        if lent:
            found = self._store.subjects.meant(person, name, lent=True)
            if found is None or found.state != "ready":
                raise NotFound("subject-not-lent", name=shown(name))
            return as_lent(found)
        offered = () if lent is False else self.usable(person)
        subject = next((one for one in offered if name_key(one.name) == name_key(name)), None) or self.get(person, name)
        if subject.state == "learning":
            raise StudioError("subject-not-taught", name=subject.name)
        if subject.state == "failed":
            raise StudioError("subject-failed", name=subject.name)
        return subject

    def type_of(self, person: Person, subject: Subject) -> str:
        """As which of studio.subjects.subject_types it was taught."""
        if subject.owner != person:
            return taught_type(self._store, person, subject)
        known = (person, subject.name, subject.job_id, subject.kind)
        if known not in self._types:
            self._types[known] = taught_type(self._store, person, subject)
        return self._types[known]

    def file(self, person: Person, name: str, format: str = "kohya") -> Path:
        """The LoRA file of a subject, as "kohya" (for other programs) or "diffusers".

        Errors: NotFound, also while there is none; StudioError for another format.
        """
        one_of("field-format", format, LORA_FORMATS)
        subject = self.get(person, name)
        if format not in subject.lora_files:
            raise NotFound("subject-no-file", name=subject.name, format=format)
        return kept_file(self._store.files, subject.lora_files[format])

    def delete(self, person: Person, name: str) -> None:
        """Delete a subject with its photos and LoRA files; its pictures stay. Errors: NotFound, StudioError.

        A lesson that waits is cancelled; one that runs must be cancelled first, so nobody ends it by mistake.
        """
        subject = self.get(person, name)
        if subject.job_id is not None and subject.state == "learning":
            job = self._queue.get(person, subject.job_id)
            if job.state not in WAITING and job.state is not JobState.PAUSED:
                raise StudioError("subject-being-taught", name=subject.name)
            if self._queue.cancel(person, job.id).state is not JobState.CANCELLED:
                raise StudioError("subject-being-cancelled", name=subject.name)
        files = self._store.files
        samples = files.lora_folder(person, subject.trigger_word)  # also those of an unfinished lesson
        self._store.delete(lambda: self._store.subjects.delete(person, name), [*files_of(subject, files), samples])
