"""A job of the kind "import": a LoRA file made anywhere becomes a subject."""

import re
from collections.abc import Mapping
from typing import Any

from pipeline.loras import files as lora_files
from pipeline.loras.files import About, Match
from studio.checks import shown
from studio.jobs.job import Job
from studio.jobs.requests import ImportRequest
from studio.models.lora_uploads import EMBEDDINGS, trigger_phrase_in
from studio.subjects.remarks import made_word_remark
from studio.words import Message, in_english, joined
from worker.context import WorkerContext
from worker.lora_results import keep_lora


def run(context: WorkerContext, job: Job) -> dict[str, Any]:
    """Read the file, match it with the base model, and write both forms of it. Gives the job's result.

    Errors: StudioError for a file that is no LoRA, or does not fit the base model.
    """
    request = job.request
    assert isinstance(request, ImportRequest)
    began = context.clock()
    loaded = context.loaded_for(job, request.base_model)
    files = context.port.files
    file = lora_files.read(files.path(request.file), called=request.given_name)
    match = lora_files.match(file, loaded.model, loaded.base_model.title, loaded.text_encoders)
    about = About(
        output_name=request.trigger_word,
        trigger_word=request.trigger_word,
        kind=request.kind,
        base_model_title=in_english(loaded.base_model.title),
        resolution=loaded.base_model.resolution,
        prediction_type=loaded.objective.prediction_type,
    )
    kept = keep_lora(context, job.owner, loaded, match.lora, about)
    context.port.report(job.id, step=job.step, message=_what_is_left(request, file.metadata, match))
    layers = [layer for part in (match.lora.layers, *match.lora.text_layers) for layer in part.values()]
    files.remove(files.upload_folder(job.id))
    return kept | {
        "sample_files": [],
        "rank": max(layer.rank for layer in layers),
        "alpha": max(layer.rank if layer.alpha is None else layer.alpha for layer in layers),
        "seconds": round(context.clock() - began, 3),
    }


def _what_is_left(request: ImportRequest, metadata: Mapping[str, str], match: Match) -> Message | None:
    embeddings = [key for key in match.left_out if key.startswith(EMBEDDINGS)]
    beside = (
        Message("import-embeddings-left-out", count=len(embeddings), first=shown(embeddings[0])) if embeddings else None
    )
    return joined(beside, _own_words(request, metadata))


def _own_words(request: ImportRequest, metadata: Mapping[str, str]) -> Message | None:
    """What to say where the file was taught with words that a prompt with this trigger word would not hold."""
    phrase = trigger_phrase_in(metadata)
    if not phrase:
        return made_word_remark(request.subject_name, request.trigger_word) if request.word_is_made else None
    if request.trigger_word in re.findall(r"\w+", phrase.lower()):
        return None
    return Message("import-own-words", words=shown(phrase, 80))
