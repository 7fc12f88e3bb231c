"""The settings of picture files from anywhere, matched with what is here of base models and a person's subjects."""

from pathlib import Path

from studio.errors import StudioError
from studio.interop.bounded_request import FoundSettings
from studio.interop.found_settings import found_settings
from studio.interop.here import Here, TaughtLora
from studio.models.choice import ModelChoice
from studio.models.safetensors_header import read_header
from studio.people.person import Person
from studio.store import Store
from studio.subjects.lent import usable_by
from studio.subjects.subject import Subject


class MetadataImport:
    """Reads how a picture was made out of its file. Nothing in the file is run, and nothing is kept."""

    def __init__(self, store: Store, models: ModelChoice) -> None:
        self._store = store
        self._models = models

    def read(self, person: Person, file: str | Path) -> FoundSettings:
        """How a PNG, JPEG or WebP of Cuddle, A1111 or ComfyUI was made, as a request that the person could make here.

        What is not taken over is said in its remarks. Errors: StudioError for a picture that does not say.
        """
        usable = usable_by(self._store, person)
        taught = [self._taught(subject) for subject in usable if subject.state == "ready"]
        here = Here(taught=taught, base_models=self._models.known(person), automatic=self._models.automatic())
        return found_settings(Path(file), here)

    def _taught(self, subject: Subject) -> TaughtLora:
        try:
            header = read_header(self._store.files.path(subject.lora_files["kohya"]))
        except (StudioError, KeyError):  # without its file it is still known by its name
            return TaughtLora(subject=subject, file_hash="")
        return TaughtLora(subject=subject, file_hash=header.metadata.get("sshs_model_hash", "")[:12].lower())
