"""Which base model is meant: by name, by "auto" and what this computer has, and by the subjects of a picture."""

from collections.abc import Sequence
from pathlib import Path

from studio.checks import one_line, shown
from studio.errors import StudioError
from studio.models.base_models import (
    BASE_MODELS,
    BaseModel,
    automatic,
    check_learns_on_cpu,
    resolve,
    who_draws_photos,
    why_automatic,
)
from studio.photos.reconstruction import can_draw
from studio.settings import Settings
from studio.store import Store
from studio.store.workers import WorkerRecord
from studio.subjects.subject import Subject
from studio.words import Message


class ModelChoice:
    """The base models of one studio. What "auto" is follows the settings, else the graphics card of the worker."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._settings = settings
        self._worker: WorkerRecord | None = None  # the last one that was there

    def named(self, name: str | None = "auto") -> BaseModel:
        """The base model of that name. Errors: StudioError."""
        name = "auto" if name is None or name == "" else one_line("field-base-model", name, shortest=1, longest=1000)
        name = self._settings.base_model if name == "auto" else name
        if name != "auto":
            return resolve(name)
        worker = self._last_worker()
        return automatic(None if worker is None else worker.gpu_gb)

    def known(self) -> list[BaseModel]:
        """The base models that are known by name, and the one that "auto" means."""
        own = self.named()
        return [*BASE_MODELS.values(), *([own] if own.id not in BASE_MODELS else [])]

    def why(self) -> Message:
        """Why "auto" is what it is."""
        if self._settings.base_model != "auto":
            return Message("auto-chosen-at-start")
        worker = self._last_worker()
        return why_automatic(worker is not None, None if worker is None else worker.gpu_gb)

    def check_can_learn(self, model: BaseModel, samples: int) -> None:
        """Errors: StudioError for a lesson of so many training samples that would take days here."""
        worker = self._last_worker()
        if worker is not None and worker.gpu_gb is None:
            check_learns_on_cpu(model, samples)

    def beyond(self, model: BaseModel, photos: Sequence[Path]) -> Message | None:
        """What is to be said of the first of the photos that the base model cannot draw; None if it draws all.

        The photos are kept ones, numbered from 1 as the page does.
        """
        first = next((number for number, photo in enumerate(photos, 1) if not can_draw(model, photo)), None)
        if first is None:
            return None
        worker = self._last_worker()
        return Message("photo-beyond-pocket", number=first, instead=who_draws_photos(worker and worker.gpu_gb))

    def for_picture(self, chosen: Sequence[Subject], name: str | None) -> BaseModel:
        """The base model for a picture: as asked, else that of its subjects. A LoRA fits its own family only.

        Errors: StudioError.
        """
        asked = name not in ("auto", "", None)
        model = self.named(name) if asked or not chosen else _model_of(chosen[0])
        for subject in chosen:
            if subject.family != model.family:
                family = BASE_MODELS[subject.family].title
                raise StudioError("subject-of-another-family", name=subject.name, family=family, title=model.title)
        return model

    def _last_worker(self) -> WorkerRecord | None:
        """The worker that is there, or was until it is started again: the device stays what it is meanwhile."""
        self._worker = self._store.workers.latest() or self._worker
        return self._worker


def _model_of(subject: Subject) -> BaseModel:
    try:
        return resolve(subject.base_model)
    except StudioError as error:
        raise StudioError(
            "subject-base-model-gone",
            name=subject.name,
            base_model=shown(subject.base_model, 80),
            why=error.message,
            family=BASE_MODELS[subject.family].title,
        ) from error
