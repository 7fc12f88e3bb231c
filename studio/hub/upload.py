"""Publishes a subject on the Hugging Face Hub: one repository, one commit, two LoRA files, a card, chosen pictures.

The LoRA files go the way of Git LFS and not of Xet: huggingface_hub takes it for files that it is given opened, and
there it can be seen how far an upload is, and it can be stopped.
"""

import hashlib
import io
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from httpx2 import HTTPError
from huggingface_hub import CommitOperationAdd, CommitOperationDelete, HfApi, constants
from huggingface_hub.errors import RepositoryNotFoundError
from huggingface_hub.hf_api import ModelInfo
from PIL import Image, UnidentifiedImageError

from studio.checks import shown
from studio.errors import NotFound, StudioError
from studio.hub.account import token_here
from studio.hub.card import card_text, hub_base_model
from studio.hub.loras import DIFFUSERS_NAME
from studio.hub.repositories import RepositoryTaken, holding_of
from studio.hub.requests import PublishRequest, SamplePicture
from studio.hub.transfer import Meter, OnTransfer, unheard
from studio.hub.words import in_words, no_token

JPEG_QUALITY = 92  # a 1024x1024 picture is about 300 kB, and nobody sees the difference
CARD = "README.md"


def publish(
    request: PublishRequest,
    locate: Callable[[str], Path],
    on_upload: OnTransfer = unheard,
    *,
    clock: Callable[[], float] = time.monotonic,
    endpoint: str | None = None,
) -> dict[str, Any]:
    """Make or update the repository. Gives {"url", "repository", "commit", "private", "files", "bytes"}.

    `locate` gives the path of a file that the request names. on_upload is called while bytes go; what it raises ends
    the upload, and the next try sends only the files that are not there yet. Nothing is public before it is whole.
    Errors: StudioError.
    """
    token = token_here()
    if token is None:
        raise StudioError(no_token())
    contents = _contents(request, locate)
    course = _Course(
        request=request,
        api=HfApi(endpoint=endpoint or constants.ENDPOINT, token=token),
        meter=Meter(doing="uploading", what=request.repository, on_transfer=on_upload, clock=clock),
    )
    try:
        return course.run(contents)
    except (HTTPError, OSError, RuntimeError, ValueError) as error:
        if course.stopped is not None:
            raise course.stopped from None
        raise in_words(error, request.repository) from None  # the Hub's own words may hold anything, a token too


def jpeg_bytes(file: Path) -> bytes:
    """A picture as a JPEG of its pixels alone: no parameters, no EXIF, no profile. The prompt stands in the card.

    The same picture gives the same bytes, so publishing it again changes nothing. Errors: StudioError.
    """
    try:
        with Image.open(file) as image:
            pixels = Image.new("RGB", image.size)  # a new picture: nothing that hangs on the old one comes along
            pixels.paste(image.convert("RGB"))
    except FileNotFoundError as error:
        raise NotFound("publish-picture-gone", file=shown(file.name)) from error
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError) as error:
        raise StudioError("publish-picture-not-read", file=shown(file.name)) from error
    buffer = io.BytesIO()
    pixels.save(buffer, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    return buffer.getvalue()


def _contents(request: PublishRequest, locate: Callable[[str], Path]) -> dict[str, Path | bytes]:
    """What the repository shall hold, by path in it."""
    names = {"kohya": f"{request.trigger_word}.safetensors", "diffusers": DIFFUSERS_NAME}
    contents: dict[str, Path | bytes] = {}
    for format, name in names.items():
        path = locate(request.lora_files[format])
        if not path.is_file():
            raise NotFound("publish-lora-gone", file=shown(path.name), name=request.subject_name)
        contents[name] = path
    shown_pictures: list[tuple[str, SamplePicture]] = []
    for picture in request.pictures:
        content = jpeg_bytes(locate(picture.file))
        name = f"images/{hashlib.sha256(content).hexdigest()[:12]}.jpg"
        contents[name] = content
        shown_pictures.append((name, picture))
    base_model = hub_base_model(request.base_model, request.family)
    contents[CARD] = card_text(request, base_model, shown_pictures, list(contents)).encode()
    return contents


@dataclass(kw_only=True, slots=True)
class _Course:
    """One publishing."""

    request: PublishRequest
    api: HfApi
    meter: Meter
    readers: "list[_Reader]" = field(default_factory=list)
    stopped: BaseException | None = field(default=None)  # what on_upload raised; huggingface_hub hides it in its own

    def run(self, contents: Mapping[str, Path | bytes]) -> dict[str, Any]:
        """Everything from the repository to a look at what is there."""
        repository, private = self.request.repository, self.request.private
        self.api.create_repo(repository, private=True, exist_ok=True)
        present = self._present()
        stale = self._stale(present, contents)
        if private and not present.private:
            self.api.update_repo_settings(repository, private=True)
        commit = self._commit(contents, stale)
        self._check(contents, commit)
        if not private and present.private:
            self.api.update_repo_settings(repository, private=False)
        return {
            "url": f"{self.api.endpoint}/{repository}",
            "repository": repository,
            "commit": commit,
            "private": private,
            "files": sorted(contents),
            "bytes": sum(_size(content) for content in contents.values()),
        }

    def _present(self) -> ModelInfo:
        """The repository as it is. Errors: StudioError where the name is no model's, though it could not be made."""
        try:
            return self.api.model_info(self.request.repository)
        except RepositoryNotFoundError as error:
            raise StudioError("publish-name-no-model", repository=self.request.repository) from error

    def _stale(self, present: ModelInfo, contents: Mapping[str, Path | bytes]) -> list[str]:
        """Files of what was published there that this one does not have. Errors: RepositoryTaken for what is not to be
        replaced, which may have come after this was queued.

        Cuddle notes in the card what it put there; whatever else a person added stays.
        """
        holding = holding_of(present)
        if holding is None:
            return []
        if not holding.may_be_replaced_by(self.request.mark, self.request.replaces):
            raise RepositoryTaken(self.request.repository, holding)
        there = [sibling.rfilename for sibling in present.siblings or ()]
        return [name for name in there if name in holding.files and name not in contents]

    def _commit(self, contents: Mapping[str, Path | bytes], stale: Sequence[str]) -> str:
        """One commit with everything. Gives its name."""
        opened = {name: _Reader(content) for name, content in contents.items() if isinstance(content, Path)}
        try:
            operations: list[CommitOperationAdd | CommitOperationDelete] = [
                CommitOperationAdd(name, opened[name] if isinstance(content, Path) else content)
                for name, content in contents.items()
            ]
            operations += [CommitOperationDelete(name) for name in stale]
            self.meter.begin(sum(_size(content) for content in contents.values() if isinstance(content, Path)))
            self.readers = list(opened.values())
            self._tell()
            for reader in self.readers:  # only now: they were read once before, for their hashes
                reader.on_read = self._tell
            made = self.api.create_commit(
                self.request.repository,
                operations,
                commit_message=f"{self.request.subject_name}, published with Cuddle",
                num_threads=1,  # in turn: a home line is not faster with two, and on_upload is called by one thread
            )
            return made.oid
        finally:
            for reader in opened.values():
                reader.close()

    def _check(self, contents: Mapping[str, Path | bytes], commit: str) -> None:
        """Errors: StudioError unless the Hub now has every file at its size."""
        now = self.api.model_info(self.request.repository, revision=commit, files_metadata=True)
        sizes = {sibling.rfilename: sibling.size for sibling in now.siblings or ()}
        for name, content in contents.items():
            if sizes.get(name) != _size(content):
                raise StudioError("publish-not-whole", file=name, repository=self.request.repository)

    def _tell(self) -> None:
        """Say how far it is. What that raises is raised at every later read, too, so that no retry goes on."""
        if self.stopped is not None:
            raise _Stop
        try:
            self.meter.reached(sum(reader.sent for reader in self.readers))
        except Exception as reason:
            self.stopped = reason
            raise _Stop from reason


class _Stop(RuntimeError):
    """Carries on_upload's own exception through huggingface_hub."""


class _Reader(io.BufferedReader):
    """An opened file that says when it was read, once `on_read` is set; `sent` is then how far, in bytes.

    It goes back where a broken upload of the file begins anew.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(io.FileIO(path))
        self.on_read: Callable[[], None] | None = None
        self.sent = 0

    def read(self, size: int | None = -1) -> bytes:
        content = super().read(size)
        if self.on_read is not None:
            self.sent = self.tell()
            self.on_read()
        return content


def _size(content: Path | bytes) -> int:
    return len(content) if isinstance(content, bytes) else content.stat().st_size
