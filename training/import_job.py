"""A job of the kind "import": a LoRA file made anywhere becomes a subject."""

from typing import Any

from pipeline import lora_files
from pipeline.lora_files import About
from studio.jobs import Job
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
    match = lora_files.match(lora_files.read(files.path(request.file)), resident.unet, resident.base_model.title)
    about = About(
        output_name=request.trigger_word,
        trigger_word=request.trigger_word,
        kind=request.kind,
        base_model_title=resident.base_model.title,
        resolution=resident.base_model.resolution,
    )
    kept = keep_lora(workshop, resident, match.lora, about)
    message = ""
    if match.left_out:
        message = f"Its {len(match.left_out)} parts for the text encoders were left out; the picture part was taken."
    workshop.store.jobs.progress(job.id, step=job.step, message=message)
    layers = list(match.lora.layers.values())
    files.remove(files.upload_folder(job.id))
    return kept | {
        "sample_files": [],
        "rank": max(layer.rank for layer in layers),
        "alpha": max(layer.alpha for layer in layers),
        "seconds": round(workshop.clock() - began, 3),
    }
