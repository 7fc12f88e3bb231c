"""A job of the kind "publish": a subject goes to the Hugging Face Hub, beside whatever else the worker does."""

from typing import Any

from pipeline import hub_publish
from studio.hub_requests import PublishRequest
from studio.jobs import Job
from training.workshop import Workshop


def run(workshop: Workshop, job: Job) -> dict[str, Any]:
    """Publish, and give the job's result. Errors: StudioError; Cancelled, Stopped: the next try goes on from there."""
    request = job.request
    assert isinstance(request, PublishRequest)
    workshop.store.jobs.progress(job.id, step=job.step, message="Getting ready.")
    began = workshop.clock()
    result = hub_publish.publish(
        request, workshop.store.files.path, workshop.transfer_teller(job.id, job.step), clock=workshop.clock
    )
    workshop.store.jobs.progress(job.id, step=job.step, message="")
    return result | {"seconds": round(workshop.clock() - began, 3)}
