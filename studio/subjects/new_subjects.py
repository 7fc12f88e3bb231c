"""How a subject begins: its name and trigger word, unlike those of its owner's others, and the job that makes it."""

import threading
from collections.abc import Callable
from pathlib import Path

from studio.jobs.job import Job, JobKind, Request
from studio.jobs.queue import JobQueue
from studio.models.base_models import BaseModel
from studio.people.person import Person
from studio.prompts.tokens import name_key
from studio.store import Store
from studio.store.disk.files import DataFolder
from studio.store.subjects import name_taken
from studio.subjects import names
from studio.subjects.subject import Subject
from studio.words import Message


class NewSubjects:
    """Gives names and trigger words to new subjects, one at a time, and queues each with the job that makes it.

    A subject whose lesson or import failed makes room for a new one of its name; any other keeps its name. What others
    have called theirs does not matter.
    """

    def __init__(self, store: Store, queue: JobQueue) -> None:
        self._store = store
        self._queue = queue
        self._naming = threading.Lock()  # between looking whether a name is free and taking it

    def check_free(self, person: Person, name: str) -> Subject | None:
        """The failed subject that makes room for this name, if any. Errors: StudioError for a taken name."""
        present = self._store.subjects.find(person, name)
        if present is not None and present.state != "failed":
            raise name_taken(present.name)
        return present

    def free_trigger_word(self, person: Person, name: str, kind: str) -> str:
        """The trigger word that a subject of this name would get now: none that another of the person's has."""
        key = name_key(name)
        own = self._store.subjects.list(person)
        taken = {subject.trigger_word for subject in own if name_key(subject.name) != key}
        return names.trigger_word_for(name, kind, taken)

    def add(
        self,
        person: Person,
        name: str,
        kind: str,
        base_model: BaseModel,
        job_id: str,
        request_for: Callable[[Subject], Request],
        *,
        job_kind: JobKind,
        steps: int,
        trigger_word: str | None = None,
        photo_files: tuple[str, ...] = (),
        remark: Callable[[Subject], Message | None] = lambda subject: None,
    ) -> tuple[Job, Subject | None]:
        """Queue the job, with its subject in the state "learning". `name` and `kind` are clean (studio.subjects.names).

        `request_for` and `remark` give the job's request and message for the subject, whose trigger word is made of its
        name where none is given. `steps`: how much work it is. Gives the job, and the failed subject whose name was
        taken: its files are to be removed by remove_files(). Errors: StudioError for a name or a trigger word that
        another subject has; then nothing is queued.
        """
        with self._naming:
            replaced = self.check_free(person, name)
            subject = Subject(
                owner=person,
                name=name,
                kind=kind,
                trigger_word=trigger_word or self.free_trigger_word(person, name, kind),
                base_model=base_model.id,
                family=base_model.family,
                state="learning",
                cover_file=photo_files[0] if photo_files else None,
                photo_files=photo_files,
                job_id=job_id,
                created_at=self._store.clock(),
            )
            request = request_for(subject)
            job = self._queue.add(person, job_kind, request, steps, job_id, message=remark(subject), subject=subject)
        return job, replaced

    def add_ready(self, subject: Subject) -> None:
        """Keep a subject that is ready, whose files are there. A failed one of its name makes room.

        Errors: StudioError for a name or a trigger word that another subject has; then nothing is kept.
        """
        with self._naming:
            replaced = self.check_free(subject.owner, subject.name)
            self._store.subjects.add(subject)
        self.remove_files(replaced)

    def remove_files(self, replaced: Subject | None) -> None:
        """Remove every file of a subject whose name was taken; what the new one of that name has stays."""
        for folder in () if replaced is None else files_of(replaced, self._store.files):
            self._store.files.remove(folder)


def files_of(subject: Subject, files: DataFolder) -> list[Path]:
    """The folders that hold a subject's photos, checkpoints and LoRA files, also those that are not there yet."""
    folders = [files.lora_folder(subject.owner, subject.trigger_word)] if subject.lora_files else []
    if subject.job_id is not None:
        of_job = (files.photo_folder, files.upload_folder, files.checkpoint_folder, files.preview_folder)
        folders += [folder(subject.job_id) for folder in of_job]
    return folders
