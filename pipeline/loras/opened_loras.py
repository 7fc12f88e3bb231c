"""LoRA files that were read and matched lately: a picture with other strengths need not open them again."""

from pathlib import Path
from weakref import ReferenceType, ref

from torch import nn

from pipeline.families.loaded_model import LoadedModel
from pipeline.loras import files as lora_files
from pipeline.loras.files import Match

MOST = 6  # of SDXL's at rank 16, 0.1 GB each in main memory


class OpenedLoras:
    """The newest `MOST` of one base model; what changed on disk is read anew, and all of it for another model."""

    def __init__(self) -> None:
        self._unet: ReferenceType[nn.Module] | None = None
        self._kept: dict[Path, tuple[tuple[int, int], Match]] = {}  # the one used last at the end

    def match(self, file: Path, loaded: LoadedModel) -> Match:
        """As lora_files.match() of lora_files.read(). Errors: theirs."""
        if self._unet is None or self._unet() is not loaded.model:
            self._kept.clear()
            self._unet = ref(loaded.model)
        version = _version_of(file)
        was, found = self._kept.pop(file, (None, None))
        if found is None or was != version:
            found = lora_files.match(lora_files.read(file), loaded.model, loaded.base_model.title, loaded.text_encoders)
        if version is not None:
            self._kept[file] = version, found
        while len(self._kept) > MOST:
            del self._kept[next(iter(self._kept))]
        return found

    def forget_deleted(self) -> None:
        """Let go of those whose files are gone."""
        self._kept = {file: kept for file, kept in self._kept.items() if file.is_file()}


def _version_of(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
