"""The studio: everything a person can do, by its services. The page and the API call these and nothing else."""

from dataclasses import dataclass
from pathlib import Path
from random import Random

from studio.engines import Engine
from studio.hub.account import HubAccounts
from studio.hub.hub import Hub
from studio.interop.metadata_import import MetadataImport
from studio.jobs.queue import JobQueue
from studio.kept_files import KeptFiles
from studio.leaving.leaving import Leaving
from studio.models.base_models import BaseModel
from studio.models.choice import ModelChoice
from studio.models.imports import LoraImports
from studio.people.people import People
from studio.people.person import Person
from studio.pictures.explanations import Explanations
from studio.pictures.init_images import InitImages
from studio.pictures.pictures import Pictures
from studio.settings import Settings
from studio.store import Store
from studio.subjects.checkpoints import Checkpoints
from studio.subjects.new_subjects import NewSubjects
from studio.subjects.samples import Samples
from studio.subjects.subjects import Subjects
from studio.words import Message, worded


@dataclass(frozen=True, kw_only=True, slots=True)
class Status:
    """How it stands. `base_model` is what "auto" means, and `why`; `device` is in words, "" before."""

    base_model: BaseModel
    why: Message
    device: str
    worker_alive: bool
    message: Message | None


class Studio:
    """The services over one data folder. Safe to call from many threads. Everything they refuse is a StudioError.

    What reads or changes kept things says first for whom; what another person has is as what is not there.

    Attributes:
        queue: the jobs, from their place in the queue to their end.
        models: the base models, and which one is meant.
        subjects: who is taught; lessons begin here.
        checkpoints: the moments of lessons, and which of them a subject is.
        samples: the sample subjects, taught already.
        imports: LoRAs made elsewhere, from a file or from the Hub.
        pictures: what is made, and what there is.
        explanations: how a picture came about, shown on itself.
        init_images: pictures to start from.
        metadata: the settings in picture files from anywhere.
        hub: publishing on the Hugging Face Hub.
        people: who may come in.
        leaving: all that somebody has, taken along or deleted.
    """

    def __init__(
        self,
        store: Store,
        engine: Engine,
        random: Random,
        settings: Settings,
        owner_login: tuple[str, str] | None = None,
    ) -> None:
        # owner_login: see People
        self._store = store
        self._engine = engine
        self._files = KeptFiles(store)
        self.people = People(store, owner_login)
        self.queue = JobQueue(store, random)
        self.leaving = Leaving(store, self.queue, self.people, engine)
        self.models = ModelChoice(store, settings)
        new_subjects = NewSubjects(store, self.queue)
        self.subjects = Subjects(store, self.queue, self.models, new_subjects, random)
        self.checkpoints = Checkpoints(store)
        self.samples = Samples(store, new_subjects)
        self.imports = LoraImports(store, self.queue, self.models, new_subjects)
        self.init_images = InitImages(store)
        self.pictures = Pictures(store, self.queue, self.models, self.subjects, self.init_images, random)
        self.explanations = Explanations(store, self.queue, self.subjects, self.pictures)
        self.metadata = MetadataImport(store, self.models)
        accounts = HubAccounts(clock=store.clock, is_shared=settings.share)
        self.hub = Hub(store, self.queue, self.subjects, accounts)

    def status(self) -> Status:
        """How the studio stands."""
        alive = self._engine.alive()
        worker = self._store.workers.latest() if alive else None
        return Status(
            base_model=self.models.automatic(),
            why=self.models.why(),
            device="" if worker is None else worker.device,
            worker_alive=alive,
            message=self._engine.message,
        )

    def standing(self) -> tuple[int, bool, str]:
        """What is another one after every change: how often rows changed, whether a worker is there, and its message.

        It takes some microseconds, whatever there is.
        """
        return self._store.database.changes(), self._engine.alive(), worded(self._engine.message)

    def file(self, person: Person, file: str) -> Path:
        """The path of a file that a row of the person names (a cover, a sample, a preview). Errors: NotFound."""
        return self._files.file(person, file)
