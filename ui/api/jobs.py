"""The queue of jobs."""

from typing import Any

from gradio.events import api

from studio.jobs.queue import JobQueue
from ui.errors import explained
from ui.forms import rows, wire
from ui.people import asking


def add_queue(queue: JobQueue) -> None:
    @explained
    def job(job_id: str) -> dict[str, Any]:
        """Where a job stands."""
        return rows.job_row(queue.get(asking(), wire.an_id("field-job-id", job_id)))

    @explained
    def jobs(limit: int = 100) -> list[dict[str, Any]]:
        """What runs, then the queue in order, then what ended, newest first."""
        return [rows.job_row(one) for one in queue.list(asking(), wire.a_limit(limit))]

    @explained
    def cancel_job(job_id: str) -> dict[str, Any]:
        """Stop a job: a waiting one at once, a running one as soon as it notices."""
        return rows.job_row(queue.cancel(asking(), wire.an_id("field-job-id", job_id)))

    @explained
    def move_job(job_id: str, position: int) -> dict[str, Any]:
        """Move a waiting job to a position in the queue, from 1."""
        return rows.job_row(queue.move(asking(), wire.an_id("field-job-id", job_id), position))

    @explained
    def retry_job(job_id: str) -> dict[str, Any]:
        """Queue a failed or cancelled job again, with the photos and settings it had."""
        return rows.job_row(queue.retry(asking(), wire.an_id("field-job-id", job_id)))

    @explained
    def pause_job(job_id: str) -> dict[str, Any]:
        """Let a job rest until it is resumed, and the next one run."""
        return rows.job_row(queue.pause(asking(), wire.an_id("field-job-id", job_id)))

    @explained
    def resume_job(job_id: str) -> dict[str, Any]:
        """A paused job waits again, at the place that it had, and goes on from where it was."""
        return rows.job_row(queue.resume(asking(), wire.an_id("field-job-id", job_id)))

    @explained
    def finish_job(job_id: str) -> dict[str, Any]:
        """Stop a lesson at the step it is at, and keep what it has learnt by then as the subject's LoRA."""
        return rows.job_row(queue.finish(asking(), wire.an_id("field-job-id", job_id)))

    for handler in (job, jobs, cancel_job, move_job, retry_job, pause_job, resume_job, finish_job):
        api(handler, api_name=handler.__name__)
