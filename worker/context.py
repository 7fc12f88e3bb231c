"""What every job of the worker works with: the port, the loaded base models, clocks, and the wish to stop."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch

from pipeline import devices, families
from pipeline.families.loaded_model import LoadedModel
from pipeline.loras.files import Match
from pipeline.loras.lora import Lora
from pipeline.loras.opened_loras import OpenedLoras
from studio.engines.job_port import JobPort, KnownSubject
from studio.errors import StudioError
from studio.hub import base_model_files as hub
from studio.hub.transfer import OnTransfer, Transfer
from studio.jobs.job import Job, JobCommand
from studio.jobs.requests import SubjectChoice, TrainingRequest
from studio.models.base_models import BaseModel, check_learns_on_cpu, resolve
from studio.models.checkpoint_names import begin_counting
from studio.people.person import Person
from studio.pictures.samplers import Sampler
from studio.words import Message, in_english
from training.run import Stopped
from worker.likeness import ReferenceFeatureCache

SECONDS_BETWEEN_CHECKS = 0.2  # whether a person cancelled
SECONDS_BETWEEN_REPORTS = 0.5  # how far a download or an upload is

log = logging.getLogger(__name__)


class Cancelled(Exception):
    """A person cancelled the job."""


class NeedsModel(Exception):
    """The CPU job with which a job begins is done, up to `step`; the rest needs the base model."""

    def __init__(self, step: int) -> None:
        super().__init__(step)
        self.step = step


class ModelCache:
    """The base models that stay loaded: one, and those that a lesson holds."""

    def __init__(
        self,
        device: torch.device,
        load: Callable[[BaseModel, torch.device], LoadedModel] = families.load,
        on_loaded: Callable[[LoadedModel], None] = lambda loaded: None,
    ) -> None:
        self.device = device
        self._load = load
        self._on_loaded = on_loaded
        self._loaded: dict[str, LoadedModel] = {}
        self._held: list[str] = []

    @property
    def are_there(self) -> bool:
        """Whether any base model is loaded."""
        return bool(self._loaded)

    def is_loaded(self, base_model: str) -> bool:
        """Whether get() answers at once."""
        return base_model in self._loaded

    def get(self, base_model: str) -> LoadedModel:
        """The base model of that id, loaded when it is not; others make room. Errors: StudioError."""
        if base_model not in self._loaded:
            self.make_room()
            log.info("Loading %s.", base_model)
            self._loaded[base_model] = self._load(resolve(base_model), self.device)
        loaded = self._loaded[base_model]
        self._on_loaded(loaded)
        return loaded

    def prepare(self, is_wanted: Callable[[], bool]) -> None:
        """Make later pictures faster while nothing else is to do, until is_wanted() says no."""
        for loaded in self._loaded.values():
            if loaded.pictures.can_be_prepared and is_wanted():
                log.info("Preparing %s for faster pictures.", in_english(loaded.base_model.title))
                loaded.pictures.prepare(is_wanted)

    def make_room(self) -> None:
        """Give back the memory of every base model that no lesson holds."""
        self._loaded = {name: loaded for name, loaded in self._loaded.items() if name in self._held}
        devices.give_back(self.device)

    @contextmanager
    def held(self, base_model: str) -> Iterator[LoadedModel]:
        """The base model, which stays loaded for the block."""
        loaded = self.get(base_model)
        self._held.append(base_model)
        try:
            yield loaded
        finally:
            self._held.remove(base_model)


@dataclass(frozen=True, kw_only=True, slots=True)
class WorkerContext:
    """`clock` gives seconds that never go back; `stopping` is set when the worker is asked to end."""

    port: JobPort
    models: ModelCache
    clock: Callable[[], float]
    stopping: threading.Event
    opened: OpenedLoras = field(default_factory=OpenedLoras)
    references: ReferenceFeatureCache = field(default_factory=ReferenceFeatureCache)

    def write(self, path: Path, content: bytes) -> Path:
        """Write a file of the data folder whole or not at all. Errors: StudioError for a full disk."""
        return self.port.files.write_whole(path, content)

    def forget_deleted(self) -> None:
        """Keep nothing in memory of files that are gone."""
        self.opened.forget_deleted()
        self.references.forget_deleted(self.port.files.path)

    def cancellation(self, job_id: str) -> "CancellationToken":
        """Tells whether this job is to stop."""
        return CancellationToken(self, job_id)

    def loaded_for(self, job: Job, base_model: str) -> LoadedModel:
        """The base model for a job; says so on the page when it must be downloaded or loaded first.

        Errors: StudioError, also for a lesson that would take days on this device; Cancelled, Stopped.
        """
        request = job.request
        if isinstance(request, TrainingRequest) and self.models.device.type == "cpu":
            check_learns_on_cpu(resolve(base_model), request.recipe.samples)
        if not self.models.is_loaded(base_model):
            families.fetch(resolve(base_model), self.transfer_reporter(job.id, job.step))
            self.port.report(job.id, step=job.step, message=Message("loading-base-model"))
            begin_counting(resolve(base_model))
        return self.models.get(base_model)

    def helper_of(self, job_id: str, sampler: Sampler, loaded: LoadedModel, step: int) -> Lora | None:
        """The LoRA that a sampler of few steps needs, downloaded when it is not here; None where it needs none.

        Errors: StudioError, also where there is none for this base model; Cancelled, Stopped.
        """
        file = sampler.helper_for(loaded.base_model)
        if file is None:
            return None
        path = hub.ready_file(file, self.transfer_reporter(job_id, step))
        match = self.opened.match(path, loaded)
        return replace(match.lora, name=f"{file.source.rpartition('/')[2]}-{path.stem}")

    def transfer_reporter(self, job_id: str, step: int) -> OnTransfer:
        """Says on the page how far a download or an upload is, and listens for a wish to stop: Cancelled, Stopped."""
        cancellation = self.cancellation(job_id)
        told_at = float("-inf")

        def tell(transfer: Transfer) -> None:
            nonlocal told_at
            cancellation.check()
            now = self.clock()
            if now - told_at >= SECONDS_BETWEEN_REPORTS:
                told_at = now
                self.port.report(
                    job_id,
                    step=step,
                    message=transfer.words,
                    part=transfer.done / max(1, transfer.total),
                    seconds_left=transfer.seconds_left,
                )

        return tell

    def lora_of(self, owner: Person, choice: SubjectChoice, loaded: LoadedModel) -> tuple[Match, KnownSubject]:
        """The LoRA of a subject in a picture of that person, matched with the base model.

        Errors: StudioError when it is gone, or lent no more, or does not fit.
        """
        subject_name, known = choice.name, self.port.subject(owner, choice.name, lent=choice.lent)
        if known is None:
            raise StudioError("subject-not-lent" if choice.lent else "picture-subject-deleted", name=subject_name)
        file = known.subject.lora_files.get("kohya")
        if known.subject.state != "ready" or file is None:
            raise StudioError("picture-subject-not-ready", name=subject_name)
        return self.opened.match(self.port.files.path(file), loaded), known


class CancellationToken:
    """Raises Stopped or Cancelled when a job should not go on. Cheap enough for every step."""

    def __init__(self, context: WorkerContext, job_id: str) -> None:
        self._context = context
        self._job_id = job_id
        self._checked_at = float("-inf")
        self.is_early_stop = False  # whether a person wished at the last check that the lesson ends and is kept

    def check(self) -> None:
        """Errors: Stopped (also for a pause), Cancelled."""
        if self._context.stopping.is_set():
            raise Stopped
        now = self._context.clock()
        if now - self._checked_at >= SECONDS_BETWEEN_CHECKS:
            self._checked_at = now
            command = self._context.port.command(self._job_id)
            if command is JobCommand.CANCEL:
                raise Cancelled
            if command is JobCommand.PAUSE:
                raise Stopped
            self.is_early_stop = command is JobCommand.FINISH
