"""Taking in a LoRA made elsewhere: a file that was given, or one of the Hugging Face Hub by its id."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from studio.checks import spoken
from studio.hub import loras as hub_loras
from studio.hub.requests import HubImportRequest
from studio.jobs.job import Job, JobKind
from studio.jobs.requests import ImportRequest
from studio.models.base_models import BaseModel
from studio.models.lora_uploads import header_of, keep_upload, trigger_word_in
from studio.store import Store
from studio.subjects import names
from studio.subjects.remarks import made_word_remark
from studio.subjects.subject import Subject

HUB_STEPS = 2  # to fetch it, and to take it in


class Imports:
    """The part of a studio that takes in LoRAs. Everything it refuses is a StudioError."""

    _store: Store
    _naming: threading.Lock

    if TYPE_CHECKING:

        def base_model(self, name: str = "auto") -> BaseModel: ...
        def _new_id(self) -> str: ...
        def _check_free(self, name: str) -> Subject | None: ...
        def _free_trigger_word(self, name: str, kind: str) -> str: ...
        def _remove_files_of(self, subject: Subject) -> None: ...

    def import_subject(
        self,
        name: str,
        kind: str,
        file: str | Path,
        base_model: str = "auto",
        trigger_word: str | None = None,
    ) -> Job:
        """Queue the import of a LoRA file. Without a trigger word: the file's own, else one made of the name."""
        name, kind = names.clean_name(name), names.clean_kind(kind)
        self._check_free(name)
        model = self.base_model(base_model)
        source, files, job_id = Path(file), self._store.files, self._new_id()
        own_word = trigger_word_in(header_of(source, model), kind)
        word = names.clean_trigger_word(trigger_word) if trigger_word else own_word
        folder = files.upload_folder(job_id)

        def request(word: str, is_made: bool) -> ImportRequest:
            kept = keep_upload(source, folder, f"{word}.safetensors")
            return ImportRequest(
                subject_name=name,
                kind=kind,
                trigger_word=word,
                file=files.relative(kept),
                base_model=model.id,
                word_is_made=is_made,
                given_name=spoken(source.name)[:200],
            )

        try:
            job, replaced = self._queued(name, kind, model, word, job_id, request)
        except BaseException:
            files.remove(folder)
            raise
        if replaced is not None:
            self._remove_files_of(replaced)
        return job

    def import_from_hub(
        self, name: str, kind: str, hub_id: str, base_model: str = "auto", trigger_word: str | None = None
    ) -> Job:
        """Queue the import of owner/name, owner/name/file.safetensors, or the address of either.

        Without a trigger word: the file's own, else that of the card's instance prompt, else one made of the name.
        """
        name, kind = names.clean_name(name), names.clean_kind(kind)
        word = names.clean_trigger_word(trigger_word) if trigger_word else None
        self._check_free(name)
        model = self.base_model(base_model)
        found = hub_loras.find(hub_id, model, kind)

        def request(word: str, is_made: bool) -> HubImportRequest:
            return HubImportRequest(
                subject_name=name,
                kind=kind,
                trigger_word=word,
                base_model=model.id,
                repository=found.repository,
                revision=found.revision,
                hub_file=found.file,
                size=found.size,
                sha256=found.sha256,
                word_is_made=is_made,
            )

        job, replaced = self._queued(name, kind, model, word or found.trigger_word, self._new_id(), request)
        if replaced is not None:
            self._remove_files_of(replaced)
        return job

    def _queued(
        self,
        name: str,
        kind: str,
        model: BaseModel,
        word: str | None,
        job_id: str,
        request_with: Callable[[str, bool], ImportRequest | HubImportRequest],
    ) -> tuple[Job, Subject | None]:
        """The job with its subject, and the failed subject whose name it took. Without a word one is made."""
        with self._naming:
            replaced = self._check_free(name)
            is_made = not word
            word = word or self._free_trigger_word(name, kind)
            request = request_with(word, is_made)
            subject = Subject(
                name=name,
                kind=kind,
                trigger_word=word,
                base_model=model.id,
                family=model.family,
                state="learning",
                job_id=job_id,
                created_at=self._store.clock(),
            )
            is_of_hub = isinstance(request, HubImportRequest)
            kind_of_job, steps = (JobKind.HUB_IMPORT, HUB_STEPS) if is_of_hub else (JobKind.IMPORT, 1)
            said = made_word_remark(name, word) if is_made else ""
            return self._store.jobs.add(kind_of_job, request, steps, job_id, message=said, subject=subject), replaced
