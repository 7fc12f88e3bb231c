"""Taking in a LoRA made elsewhere: a file that was given, or one of the Hugging Face Hub by its id."""

from pathlib import Path

from studio.checks import spoken
from studio.hub import loras as hub_loras
from studio.hub.requests import HubImportRequest
from studio.jobs.job import Job, JobKind
from studio.jobs.queue import JobQueue
from studio.jobs.requests import ImportRequest
from studio.models.choice import ModelChoice
from studio.models.lora_uploads import header_of, keep_upload, trigger_word_in
from studio.people.person import OWNER, Person
from studio.store import Store
from studio.subjects import names
from studio.subjects.new_subjects import NewSubjects
from studio.subjects.remarks import made_word_remark
from studio.subjects.subject import Subject
from studio.words import Message

HUB_STEPS = 2  # to fetch it, and to take it in


class LoraImports:
    """Queues LoRA files made elsewhere to become subjects. The jobs check that they fit their base model."""

    def __init__(self, store: Store, queue: JobQueue, models: ModelChoice, new_subjects: NewSubjects) -> None:
        self._store = store
        self._queue = queue
        self._models = models
        self._new_subjects = new_subjects

    def from_file(
        self,
        person: Person,
        name: str,
        kind: str,
        file: str | Path,
        base_model: str = "auto",
        trigger_word: str | None = None,
    ) -> Job:
        """Queue the import of a LoRA file. Without a trigger word: the file's own, else one made of the name.

        Errors: StudioError for a name, kind or word that cannot be taken, or a file that is no LoRA of this base model;
        OverLimit; then nothing is kept.
        """
        name, kind = names.clean_name(name), names.clean_kind(kind)
        self._new_subjects.check_free(person, name)
        self._store.shares.check_new_job(person)
        model = self._models.named(person, base_model)
        source, files, job_id = Path(file), self._store.files, self._queue.new_id()
        own_word = trigger_word_in(header_of(source, model), kind)
        given = (names.clean_trigger_word(trigger_word) if trigger_word else own_word) or None
        folder = files.upload_folder(job_id)

        def request(subject: Subject) -> ImportRequest:
            self._store.shares.check_disk(person, source.stat().st_size)
            kept = keep_upload(source, folder, f"{subject.trigger_word}.safetensors")
            return ImportRequest(
                subject_name=name,
                kind=kind,
                trigger_word=subject.trigger_word,
                file=files.relative(kept),
                base_model=model.id,
                word_is_made=given is None,
                given_name=spoken(source.name)[:200],
            )

        try:
            job, replaced = self._new_subjects.add(
                person,
                name,
                kind,
                model,
                job_id,
                request,
                job_kind=JobKind.IMPORT,
                steps=1,
                trigger_word=given,
                remark=_nothing if given else _of_made_word,
            )
        except BaseException:
            files.remove(folder)
            raise
        self._new_subjects.remove_files(replaced)
        return job

    def from_hub(
        self,
        person: Person,
        name: str,
        kind: str,
        hub_id: str,
        base_model: str = "auto",
        trigger_word: str | None = None,
    ) -> Job:
        """Queue the import of owner/name, owner/name/file.safetensors, or the address of either.

        A guest reaches what everybody can: the account of this computer is the owner's.
        Without a trigger word: the file's own, else that of the card's instance prompt, else one made of the name.
        Errors: StudioError as from_file(), or in a sentence what the Hub says.
        """
        name, kind = names.clean_name(name), names.clean_kind(kind)
        word = names.clean_trigger_word(trigger_word) if trigger_word else None
        self._new_subjects.check_free(person, name)
        self._store.shares.check_new_job(person)
        model = self._models.named(person, base_model)
        found = hub_loras.find(hub_id, model, kind, with_token=person == OWNER)
        self._store.shares.check_disk(person, found.size)
        given = word or found.trigger_word or None

        def request(subject: Subject) -> HubImportRequest:
            return HubImportRequest(
                subject_name=name,
                kind=kind,
                trigger_word=subject.trigger_word,
                base_model=model.id,
                repository=found.repository,
                revision=found.revision,
                hub_file=found.file,
                size=found.size,
                sha256=found.sha256,
                word_is_made=given is None,
            )

        job, replaced = self._new_subjects.add(
            person,
            name,
            kind,
            model,
            self._queue.new_id(),
            request,
            job_kind=JobKind.HUB_IMPORT,
            steps=HUB_STEPS,
            trigger_word=given,
            remark=_nothing if given else _of_made_word,
        )
        self._new_subjects.remove_files(replaced)
        return job


def _nothing(_subject: Subject) -> None:
    return None


def _of_made_word(subject: Subject) -> Message:
    return made_word_remark(subject.name, subject.trigger_word)
