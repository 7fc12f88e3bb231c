"""A job of the kind "publish": a subject goes to the Hugging Face Hub, beside whatever else the worker does."""

from typing import Any

from studio.hub import upload as hub_publish
from studio.hub.requests import PublishRequest
from studio.jobs.job import Job
from studio.words import Message
from worker.context import WorkerContext


def run(context: WorkerContext, job: Job) -> dict[str, Any]:
    """Publish, and give the job's result. Errors: StudioError; Cancelled, Stopped: the next try goes on from there."""
    request = job.request
    assert isinstance(request, PublishRequest)
    context.port.report(job.id, step=job.step, message=Message("getting-ready"))
    began = context.clock()
    result = hub_publish.publish(
        request, context.port.files.path, context.transfer_reporter(job.id, job.step), clock=context.clock
    )
    context.port.report(job.id, step=job.step, message=None)
    return result | {"seconds": round(context.clock() - began, 3)}
