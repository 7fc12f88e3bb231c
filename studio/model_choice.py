"""Which base model is meant: by name, by "auto" and what this computer has, and by the subjects of a picture."""

from collections.abc import Sequence

from studio.base_models import BASE_MODELS, BaseModel, automatic, check_learns_on_cpu, resolve, why_automatic
from studio.checks import shown
from studio.errors import StudioError
from studio.settings import Settings
from studio.store import Store
from studio.store.workers import WorkerRecord
from studio.subjects import Subject


class ModelChoice:
    """The base models of one studio. What "auto" is follows the settings, else the graphics card of the worker."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._settings = settings
        self._worker: WorkerRecord | None = None  # the last one that was there

    def named(self, name: str | None = "auto") -> BaseModel:
        """The base model of that name. Errors: StudioError."""
        name = self._settings.base_model if name in ("auto", "", None) else name
        if name != "auto":
            return resolve(name)
        worker = self._last_worker()
        return automatic(None if worker is None else worker.gpu_gb)

    def known(self) -> list[BaseModel]:
        """The base models that are known by name, and the one that "auto" means."""
        own = self.named()
        return [*BASE_MODELS.values(), *([own] if own.id not in BASE_MODELS else [])]

    def why(self) -> str:
        """Why "auto" is what it is, in a sentence."""
        if self._settings.base_model != "auto":
            return "It was chosen with --base-model."
        worker = self._last_worker()
        return why_automatic(worker is not None, None if worker is None else worker.gpu_gb)

    def check_can_learn(self, model: BaseModel, samples: int) -> None:
        """Errors: StudioError for a lesson of so many training samples that would take days here."""
        worker = self._last_worker()
        if worker is not None and worker.gpu_gb is None:
            check_learns_on_cpu(model, samples)

    def for_picture(self, chosen: Sequence[Subject], name: str | None) -> BaseModel:
        """The base model for a picture: as asked, else that of its subjects. A LoRA fits its own family only.

        Errors: StudioError.
        """
        asked = name not in ("auto", "", None)
        model = self.named(name) if asked or not chosen else _model_of(chosen[0])
        for subject in chosen:
            if subject.family != model.family:
                raise StudioError(
                    f"{subject.name} was taught on {BASE_MODELS[subject.family].title} and does not fit {model.title}. "
                    "Choose subjects taught on the same base model, and that base model or auto."
                )
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
            f"{subject.name} was taught on {shown(subject.base_model, 80)}, which cannot be used any more: {error} "
            f"Any other {BASE_MODELS[subject.family].title} model fits, too: choose one for the picture."
        ) from error
