"""Fetches a base model from the Hugging Face Hub into its shared cache: listed first, resumed, offline once there.

huggingface_hub downloads a file anew when it was cut off, 5 GB of SDXL's UNet included. So the large files are fetched
here, with its requests and into its cache, beside the place where they belong, until they are whole.
"""

import logging
import os
import re
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from httpx2 import HTTPError
from huggingface_hub import (
    HfApi,
    constants,
    hf_hub_download,  # pyright: ignore[reportUnknownVariableType] - user_agent: a dict of anything
    hf_hub_url,
    try_to_load_from_cache,
)
from huggingface_hub.errors import (
    GatedRepoError,
    HfHubHTTPError,
    LocalEntryNotFoundError,
    OfflineModeIsEnabled,
    RepositoryNotFoundError,
)
from huggingface_hub.utils import WeakFileLock

from studio.errors import StudioError, storage_error
from studio.hub.transfer import SPARE_BYTES, Meter, OnTransfer, fill, sha256_of, silent, unheard
from studio.models import kinds as model_kinds
from studio.models.base_models import BASE_MODELS, BaseModel, cached_snapshot
from studio.pictures.samplers import HubFile
from studio.words import Value

_WEIGHTS = re.compile(
    r"(diffusion_pytorch_model|model)(\.fp16)?(-\d{5}-of-(?P<shards>\d{5}))?(\.fp16)?\.safetensors(\.index(\.fp16)?\.json)?"
)
_SHAPES = {"pocket": "sdxl"}
_KIND_FILES = ("model_index.json", "unet/config.json")  # they say what a model is, before the gigabytes

T = TypeVar("T")

log = logging.getLogger(__name__)


def is_here(base_model: BaseModel, folders: Sequence[str]) -> bool:
    """Whether a model needs no download: it lies on this computer, or in the cache with every file."""
    source = Path(base_model.source)
    if source.suffix == ".safetensors" or source.is_dir():
        return True
    snapshot = cached_snapshot(base_model.source)
    return snapshot is not None and _is_whole(snapshot, folders)


def ready(
    base_model: BaseModel,
    folders: Sequence[str],
    on_download: OnTransfer = unheard,
    *,
    clock: Callable[[], float] = time.monotonic,
    endpoint: str | None = None,
) -> Path:
    """The folder of a Hub repository with every file in it; those with fp16 in their names where it has them.

    No request is made when all is there. on_download is called while bytes come; what it raises ends the download, and
    the next one goes on from there. Errors: StudioError.
    """
    repository = base_model.source
    snapshot = cached_snapshot(repository)
    if snapshot is not None and _is_whole(snapshot, folders):
        return snapshot
    if repository.count("/") != 1:
        raise StudioError("base-model-not-at", title=base_model.title, place=repository)
    course = _course(base_model, on_download, clock, endpoint)
    return _said(course, course.run, folders)


def file_here(file: HubFile) -> Path | None:
    """A file of the Hub as it first came to this computer, which is the one that stays; None before. No request."""
    found = try_to_load_from_cache(file.source, file.file)
    return Path(found) if isinstance(found, str) else None


def ready_file(
    file: HubFile,
    on_download: OnTransfer = unheard,
    *,
    clock: Callable[[], float] = time.monotonic,
    endpoint: str | None = None,
) -> Path:
    """One file of a Hub repository, downloaded as ready() does. No request is made when it is there.

    A later version on the Hub changes nothing here, so a picture made with it can be made again. Errors: StudioError.
    """
    if (here := file_here(file)) is not None:
        return here
    course = _course(file, on_download, clock, endpoint)
    return _said(course, course.run_for_file, file.file)


def check_family(base_model: BaseModel, kind: model_kinds.ModelKind, folders: Sequence[str]) -> None:
    """Errors: StudioError when a model is of another shape than it was taken for. Pocket's is SDXL's, in small."""
    wanted, shape = "sdxl" if "text_encoder_2" in folders else "sd15", _SHAPES.get(kind.family, kind.family)
    if shape != wanted:
        raise StudioError(
            "base-model-of-another-family",
            title=base_model.title,
            family=BASE_MODELS[kind.family].title,
            taken_for=BASE_MODELS[wanted].title,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class _File:
    """A file of the repository. `sha256` is that of a large one (LFS), None for one that git itself keeps."""

    name: str
    size: int
    sha256: str | None


@dataclass(kw_only=True, slots=True)
class _Course:
    """One download of one model, or of one file."""

    base_model: BaseModel | HubFile
    endpoint: str
    meter: Meter
    revision: str = ""

    def run(self, folders: Sequence[str]) -> Path:
        """Everything from the listing to the last file."""
        assert isinstance(self.base_model, BaseModel)
        files = self._listed(folders)
        self.meter.begin(sum(file.size for file in files), sum(self._bytes_here(file) for file in files))
        for name in _KIND_FILES:
            self._fetch_small(name)
        snapshot = cached_snapshot(self.base_model.source)
        assert snapshot is not None, "model_index.json was just fetched"
        check_family(self.base_model, model_kinds.kind_of_folder(snapshot), folders)
        self._check_room()
        for file in files:
            if file.sha256 is not None:
                self._fetch_large(file)
            self._fetch_small(file.name)
            log.info("%s of %s is here.", file.name, self.base_model.source)
        return snapshot

    def run_for_file(self, name: str) -> Path:
        """The file alone."""
        file = self._found().get(name)
        if file is None:
            raise StudioError("hub-helper-gone", repository=self.base_model.source, file=name)
        self.meter.begin(file.size, self._bytes_here(file))
        self._check_room()
        if file.sha256 is not None:
            self._fetch_large(file)
        return Path(self._fetch_small(name))

    def _found(self) -> dict[str, _File]:
        """Every file of the repository, by its name."""
        info = HfApi(endpoint=self.endpoint).model_info(self.base_model.source, files_metadata=True)
        self.revision = info.sha or constants.DEFAULT_REVISION
        return {
            sibling.rfilename: _File(
                name=sibling.rfilename,
                size=sibling.size or 0,
                sha256=None if sibling.lfs is None else sibling.lfs.sha256,
            )
            for sibling in info.siblings or ()
        }

    def _listed(self, folders: Sequence[str]) -> list[_File]:
        """The files that are needed: small ones first, so that a snapshot with all weights has everything."""
        found = self._found()
        if "model_index.json" not in found:
            raise StudioError("hub-no-diffusers-model", repository=self.base_model.source)
        needed = [name for name in found if _is_small(name, folders)]
        for folder in folders:
            names = [name.removeprefix(f"{folder}/") for name in found if name.startswith(f"{folder}/")]
            weights = _weights_among(names)
            if not weights:
                raise StudioError("hub-no-safetensors", repository=self.base_model.source, folder=folder)
            needed += [f"{folder}/{name}" for name in weights]
        return sorted((found[name] for name in needed), key=lambda file: file.sha256 is not None)

    def _check_room(self) -> None:
        place = _existing(Path(constants.HF_HUB_CACHE))
        free, needed = shutil.disk_usage(place).free, self.meter.total - self.meter.done
        if needed > 0 and free < needed + SPARE_BYTES:
            raise StudioError(
                "hub-cache-without-room",
                title=self.base_model.title,
                needed=round((needed + SPARE_BYTES) / 1e9, 1),
                folder=constants.HF_HUB_CACHE,
                free=round(free / 1e9, 1),
            )

    def _bytes_here(self, file: _File) -> int:
        if file.sha256 is None:
            return 0
        for path in (self._blob(file), self._part(file)):
            if path.is_file():
                return min(file.size, path.stat().st_size)
        return 0

    def _blob(self, file: _File) -> Path:
        """Where huggingface_hub keeps the content of a large file."""
        folder = f"models--{self.base_model.source.replace('/', '--')}"
        return Path(constants.HF_HUB_CACHE) / folder / "blobs" / (file.sha256 or "")

    def _part(self, file: _File) -> Path:
        return self._blob(file).with_name(f"{file.sha256}.cuddle.part")

    def _fetch_small(self, name: str) -> str:
        """A file into the cache, or its place there when its content came before. Gives its path."""
        return hf_hub_download(self.base_model.source, name, endpoint=self.endpoint, tqdm_class=silent())

    def _fetch_large(self, file: _File) -> None:
        blob, part = self._blob(file), self._part(file)
        blob.parent.mkdir(parents=True, exist_ok=True)
        with WeakFileLock(part.with_suffix(".lock")):
            if blob.exists():
                return
            if part.exists() and part.stat().st_size > file.size:
                part.unlink()
            self._fill(file, part)
            if sha256_of(part, lambda: self.meter.came(0)) != file.sha256:
                part.unlink()
                raise StudioError("hub-part-damaged", file=file.name, title=self.base_model.title)
            os.replace(part, blob)
        part.with_suffix(".lock").unlink(missing_ok=True)

    def _fill(self, file: _File, part: Path) -> None:
        url = hf_hub_url(self.base_model.source, file.name, revision=self.revision, endpoint=self.endpoint)
        fill(url, part, file.size, self.meter.came)


def _course(
    wanted: BaseModel | HubFile, on_download: OnTransfer, clock: Callable[[], float], endpoint: str | None
) -> _Course:
    meter = Meter(doing="downloading", what=wanted.title, on_transfer=on_download, clock=clock)
    return _Course(base_model=wanted, endpoint=endpoint or constants.ENDPOINT, meter=meter)


def _is_small(name: str, folders: Sequence[str]) -> bool:
    folder, _, file = name.rpartition("/")
    if not folder:
        return file == "model_index.json"
    is_words = folder in ("tokenizer", "tokenizer_2", "scheduler") and file.endswith((".json", ".txt"))
    return is_words or (folder in folders and file == "config.json")


def _weights_among(names: Sequence[str]) -> list[str]:
    """The weights among the files of a folder, with their index: in fp16 where there are such; empty if not all are."""
    found = {name: match for name in names if (match := _WEIGHTS.fullmatch(name))}
    halves = [name for name in found if ".fp16" in name]
    chosen = sorted(halves or found)
    weights = [name for name in chosen if name.endswith(".safetensors")]
    whole = [name for name in weights if found[name]["shards"] is None]
    if whole:
        return whole[:1]
    return chosen if weights and len(weights) == int(found[weights[0]]["shards"]) else []


def _is_whole(snapshot: Path, folders: Sequence[str]) -> bool:
    """Whether all weights are there; the small files came before them."""
    return all(
        (snapshot / folder).is_dir() and _weights_among([path.name for path in (snapshot / folder).iterdir()])
        for folder in folders
    )


def _existing(path: Path) -> Path:
    return next(place for place in (path, *path.parents) if place.exists())


def _said(course: _Course, run: Callable[[T], Path], wanted: T) -> Path:
    """What the download gives. Errors: StudioError for all that can go wrong between here and the Hub."""
    try:
        return run(wanted)
    except StudioError:
        raise
    except (HTTPError, OfflineModeIsEnabled, OSError) as error:
        raise _in_words(course.base_model, error, course) from error


def _in_words(base_model: BaseModel | HubFile, error: Exception, course: _Course) -> StudioError:
    repository = base_model.source
    if isinstance(error, GatedRepoError):
        return StudioError("base-model-gated", repository=repository)
    if isinstance(error, RepositoryNotFoundError):
        return StudioError("base-model-not-on-hub", repository=repository)
    done, total = (round(count / 1e9, 1) for count in (course.meter.done, course.meter.total))
    facts: dict[str, Value] = {"title": base_model.title, "kept": "some" if course.meter.done else "none"}
    facts |= {"done": done, "total": total}
    if isinstance(error, HfHubHTTPError):
        status = error.response.status_code
        if status in (401, 403):
            return StudioError("base-model-not-let-go", status=status, **facts)
        return StudioError("base-model-answered", status=status, **facts)
    if isinstance(error, HTTPError | ConnectionError | LocalEntryNotFoundError):
        return StudioError("base-model-not-downloaded", type=type(error).__name__, **facts)
    assert isinstance(error, OSError)
    return storage_error(error, constants.HF_HUB_CACHE)
