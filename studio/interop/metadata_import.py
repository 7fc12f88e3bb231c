"""Pictures between Cuddle and other programs: settings read out of any picture file, and copies to take away."""

from pathlib import Path

from studio.checks import one_of, shown
from studio.errors import NotFound, StudioError
from studio.interop.bounded_request import FoundSettings
from studio.interop.found_settings import found_settings
from studio.interop.here import Here, TaughtLora
from studio.interop.metadata import COPIES, copy_of
from studio.models.base_models import BaseModel
from studio.models.choice import ModelChoice
from studio.models.safetensors_header import read_header
from studio.store import Store
from studio.subjects.subject import Subject


class PicturesElsewhere:
    """The part of a studio that is about picture files of other programs. Everything it refuses is a StudioError."""

    _store: Store
    _models: ModelChoice

    def read_picture(self, file: str | Path) -> FoundSettings:
        """How a PNG, JPEG or WebP of Cuddle, A1111 or ComfyUI was made, matched with what there is here.

        Nothing in the file is run, and nothing is kept. Errors: StudioError for a picture that does not say.
        """
        taught = [self._taught(subject) for subject in self._store.subjects.list() if subject.state == "ready"]
        automatic: BaseModel = self._models.named()
        return found_settings(Path(file), Here(taught=taught, base_models=self._models.known(), automatic=automatic))

    def picture_copy(self, id: str, format: str = "png") -> bytes:
        """The file of a picture as "png" (as it is), "jpeg" or "webp", each with its parameters. Errors: NotFound."""
        one_of("The format", format, list(COPIES))
        file = self._store.files.path(self._store.pictures.get(id).file)
        if not file.is_file():
            raise NotFound(f"The file {shown(file.name)} is not there any more.")
        return copy_of(file, format)

    def _taught(self, subject: Subject) -> TaughtLora:
        try:
            header = read_header(self._store.files.path(subject.lora_files["kohya"]))
        except (StudioError, KeyError):  # without its file it is still known by its name
            return TaughtLora(subject=subject, file_hash="")
        return TaughtLora(subject=subject, file_hash=header.metadata.get("sshs_model_hash", "")[:12].lower())
