"""A job of the kind "import": a LoRA file made anywhere becomes a subject."""

from collections.abc import Mapping
from typing import Any

from pipeline import lora_files
from pipeline.lora_files import About
from studio.checks import shown
from studio.jobs import Job
from studio.lora_uploads import trigger_phrase_in
from studio.requests import ImportRequest
from training.lora_results import keep_lora
from training.workshop import Workshop


def run(workshop: Workshop, job: Job) -> dict[str, Any]:
    """Read the file, match it with the base model, and write both forms of it. Gives the job's result.

    Errors: StudioError for a file that is no LoRA, or does not fit the base model.
    """
    request = job.request
    assert isinstance(request, ImportRequest)
    began = workshop.clock()
    resident = workshop.resident_for(job.id, request.base_model, job.step)
    files = workshop.store.files
    file = lora_files.read(files.path(request.file))
    match = lora_files.match(file, resident.unet, resident.base_model.title, resident.text_encoders)
    about = About(
        output_name=request.trigger_word,
        trigger_word=request.trigger_word,
        kind=request.kind,
        base_model_title=resident.base_model.title,
        resolution=resident.base_model.resolution,
    )
    kept = keep_lora(workshop, resident, match.lora, about)
    workshop.store.jobs.progress(job.id, step=job.step, message=_own_words(request, file.metadata))
    layers = [layer for part in (match.lora.layers, *match.lora.text_layers) for layer in part.values()]
    files.remove(files.upload_folder(job.id))
    return kept | {
        "sample_files": [],
        "rank": max(layer.rank for layer in layers),
        "alpha": max(layer.alpha for layer in layers),
        "seconds": round(workshop.clock() - began, 3),
    }


def _own_words(request: ImportRequest, metadata: Mapping[str, str]) -> str:
    """What to say where the file was taught with words that a prompt with this trigger word would not hold."""
    phrase = trigger_phrase_in(metadata)
    if not phrase or request.trigger_word in phrase.lower():
        return ""
    return f"The file was taught with the words '{shown(phrase, 80)}'; write them in your prompts as well."
