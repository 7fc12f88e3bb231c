"""A job of the kind "hub_import": a LoRA file comes from the Hub, resumed where it broke off, and is taken in."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from httpx2 import HTTPError
from huggingface_hub import constants, hf_hub_url

from studio.checks import spoken
from studio.errors import StudioError, storage_error
from studio.hub import transfer as hub_transfer
from studio.hub.requests import HubImportRequest
from studio.hub.transfer import Meter
from studio.hub.words import in_words
from studio.jobs.job import Job
from studio.jobs.requests import ImportRequest
from worker.context import NeedsModel, WorkerContext
from worker.jobs import import_lora

FETCHED = 1  # the step after which the file is here


def run(context: WorkerContext, job: Job) -> dict[str, Any]:
    """First the file, a CPU job; then, with the base model, what is done with any file that a person gave.

    Errors: StudioError; Cancelled, Stopped: what has come by then stays for the next try. NeedsModel between the two.
    """
    request = job.request
    assert isinstance(request, HubImportRequest)
    files = context.port.files
    kept = files.upload_folder(job.id) / f"{request.trigger_word}.safetensors"
    if job.step == 0:
        if not kept.exists():
            _Download(context=context, job=job, request=request).into(kept)
        raise NeedsModel(FETCHED)
    taken_in = ImportRequest(
        subject_name=request.subject_name,
        kind=request.kind,
        trigger_word=request.trigger_word,
        file=files.relative(kept),
        base_model=request.base_model,
        word_is_made=request.word_is_made,
        given_name=spoken(request.hub_file)[:200],
    )
    return import_lora.run(context, replace(job, request=taken_in))


@dataclass(kw_only=True, slots=True)
class _Download:
    """The one file on its way."""

    context: WorkerContext
    job: Job
    request: HubImportRequest

    def into(self, kept: Path) -> None:
        """Fetch the file beside its place, and put it there once it is whole. Errors: StudioError."""
        part = kept.with_suffix(".part")
        try:
            part.parent.mkdir(parents=True, exist_ok=True)
            self._check_room(part)
            self._fill(part)
            if self.request.sha256 and hub_transfer.sha256_of(part, lambda: None) != self.request.sha256:
                part.unlink()
                raise StudioError("hub-file-damaged", file=self.request.place)
            part.replace(kept)
        except HTTPError as error:
            raise in_words(error, self.request.place) from None  # the Hub's own words may hold anything, a token too
        except OSError as error:
            raise storage_error(error, kept) from error

    def _check_room(self, part: Path) -> None:
        if _bytes_in(part) > self.request.size:
            part.unlink()
        free, needed = self.context.port.files.free_bytes(), self.request.size - _bytes_in(part)
        if free < needed + hub_transfer.SPARE_BYTES:
            wanted = round((needed + hub_transfer.SPARE_BYTES) / 1e9, 1)
            raise StudioError(
                "hub-file-without-room", file=self.request.place, needed=wanted, free=round(free / 1e9, 1)
            )

    def _fill(self, part: Path) -> None:
        request, context = self.request, self.context
        meter = Meter(
            doing="downloading",
            what=request.place,
            on_transfer=context.transfer_reporter(self.job.id, self.job.step),
            clock=context.clock,
        )
        meter.begin(request.size, _bytes_in(part))
        meter.came(0)
        url = hf_hub_url(request.repository, request.hub_file, revision=request.revision, endpoint=constants.ENDPOINT)
        hub_transfer.fill(url, part, request.size, meter.came)


def _bytes_in(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0
