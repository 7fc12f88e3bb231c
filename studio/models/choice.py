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
    is_downloaded,
    resolve,
    who_draws_photos,
    why_automatic,
)
from studio.people.account import NotAllowed
from studio.people.person import OWNER, Person
from studio.photos.reconstruction import can_draw
from studio.settings import Settings
from studio.store import Store
from studio.store.workers import WorkerRecord
from studio.subjects.subject import Subject
from studio.words import Listing, Message


class ModelChoice:
    """The base models of one studio. What "auto" is follows the settings, else the graphics card of the worker."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._settings = settings
        self._worker: WorkerRecord | None = None  # the last one that was there

    def named(self, person: Person, name: str | None = "auto") -> BaseModel:
        """The base model of that name. Errors: StudioError; NotAllowed for one that a guest may not choose.

        A guest chooses among known(): nothing is downloaded for her choice, and no place of this computer looked at.
        """
        name = "auto" if name is None or name == "" else one_line("field-base-model", name, shortest=1, longest=1000)
        if name == "auto":
            return self.automatic()
        if person == OWNER:
            return resolve(name)
        offered = self.known(person)
        for model in offered:
            if name == model.id:
                return model
        titles = Listing([model.title for model in offered], most=None)
        raise NotAllowed("base-model-not-for-guests", name=shown(name, 80), titles=titles)

    def automatic(self) -> BaseModel:
        """The one that "auto" means. Errors: StudioError where the settings name one that is not there."""
        if self._settings.base_model != "auto":
            return resolve(self._settings.base_model)
        worker = self._last_worker()
        return automatic(None if worker is None else worker.gpu_gb)

    def known(self, person: Person) -> list[BaseModel]:
        """The base models that are known by name, and the one that "auto" means; for a guest those that are here."""
        own = self.automatic()
        known = [*BASE_MODELS.values(), *([own] if own.id not in BASE_MODELS else [])]
        return known if person == OWNER else [model for model in known if model == own or is_downloaded(model)]

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

    def for_picture(self, person: Person, chosen: Sequence[Subject], name: str | None) -> BaseModel:
        """The base model for a picture: as asked, else that of its subjects. A LoRA fits its own family only.

        Errors: StudioError; NotAllowed as named(), but for one that a subject was taught on.
        """
        asked = name not in ("auto", "", None)
        taught = next((one for one in chosen if not asked or one.base_model == name), None)
        model = self.named(person, name) if taught is None else _model_of(taught)
        self.check_fits(chosen, model)
        return model

    def check_fits(self, chosen: Sequence[Subject], model: BaseModel) -> None:
        """Errors: StudioError for a subject whose LoRA is for another family of base models."""
        for subject in chosen:
            if subject.family != model.family:
                family = BASE_MODELS[subject.family].title
                raise StudioError("subject-of-another-family", name=subject.name, family=family, title=model.title)

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
