"""What other programs call a base model: the name of its checkpoint file, and the digits they know it by."""

import hashlib
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from studio.models.base_models import BASE_MODELS, BaseModel


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckpointName:
    """`file_hash`: the first 10 hex digits of the whole file's sha256 (A1111, Civitai's AutoV2); "" where not known."""

    file_name: str
    file_hash: str = ""

    @property
    def stem(self) -> str:
        """The name without its ending."""
        return self.file_name.removesuffix(".safetensors")


# The files that hold, in one piece, what the folders of these Hub repositories hold.
_PUBLISHED = {
    BASE_MODELS["sdxl"].source: CheckpointName(file_name="sd_xl_base_1.0.safetensors", file_hash="31e35c80fc"),
    BASE_MODELS["sd15"].source: CheckpointName(file_name="v1-5-pruned-emaonly.safetensors", file_hash="6ce0161689"),
}


def checkpoint_name(base_model: BaseModel) -> CheckpointName:
    """What is known without opening anything: the hash only of what was published."""
    if base_model.source in _PUBLISHED:
        return _PUBLISHED[base_model.source]
    name = base_model.id if base_model.id in BASE_MODELS else Path(base_model.source).name
    return CheckpointName(file_name=f"{name.removesuffix('.safetensors')}.safetensors")


def counted_checkpoint_name(base_model: BaseModel) -> CheckpointName:
    """The same; the hash of a .safetensors file is counted, once for each file, which takes seconds for SDXL's size."""
    name, counting = checkpoint_name(base_model), begin_counting(base_model)
    if counting is None:
        return name
    try:
        return CheckpointName(file_name=name.file_name, file_hash=counting.result()[:10])
    except OSError:
        return name  # a model whose file went away meanwhile still makes pictures


def begin_counting(base_model: BaseModel) -> Future[str] | None:
    """Count the hash in a thread of its own, so that it is there when a picture needs it. None: nothing to count."""
    file = Path(base_model.source)
    if base_model.source in _PUBLISHED or file.suffix != ".safetensors":
        return None
    try:
        facts = file.stat()
    except OSError:
        return None
    return _counting(file, facts.st_size, facts.st_mtime_ns)


@lru_cache(maxsize=16)
def _counting(file: Path, _size: int, _changed: int) -> Future[str]:
    thread = ThreadPoolExecutor(max_workers=1)
    counting = thread.submit(_sha256, file)
    thread.shutdown(wait=False)
    return counting


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
