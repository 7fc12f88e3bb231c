"""Taking in a LoRA from the Hugging Face Hub by its id: found and checked now, downloaded by the worker."""

import threading
from typing import TYPE_CHECKING

from studio import hub_loras, names
from studio.base_models import BaseModel
from studio.hub_requests import HubImportRequest
from studio.jobs import Job, JobKind
from studio.store import Store
from studio.subjects import Subject

STEPS = 2  # to fetch it, and to take it in


class HubImports:
    """The part of a studio that takes in LoRAs from the Hub. Everything it refuses is a StudioError."""

    _store: Store
    _naming: threading.Lock

    if TYPE_CHECKING:

        def base_model(self, name: str = "auto") -> BaseModel: ...
        def _new_id(self) -> str: ...
        def _check_free(self, name: str) -> Subject | None: ...
        def _free_trigger_word(self, name: str, kind: str) -> str: ...
        def _remove_files_of(self, subject: Subject) -> None: ...

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
        job_id = self._new_id()
        with self._naming:
            replaced = self._check_free(name)
            word = word or found.trigger_word or self._free_trigger_word(name, kind)
            request = HubImportRequest(
                subject_name=name,
                kind=kind,
                trigger_word=word,
                base_model=model.id,
                repository=found.repository,
                revision=found.revision,
                hub_file=found.file,
                size=found.size,
                sha256=found.sha256,
            )
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
            job = self._store.jobs.add(JobKind.HUB_IMPORT, request, STEPS, job_id, subject=subject)
        if replaced is not None:
            self._remove_files_of(replaced)
        return job
