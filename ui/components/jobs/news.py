"""What a press has put into the queue, and where that stands: a sentence that is true, and goes when the job ends."""

from dataclasses import dataclass
from typing import Any

import gradio as gr

from studio.errors import NotFound
from studio.jobs.job import Job
from studio.studio import Studio
from ui import words
from ui.components.markup import good_news
from ui.live import LivePart
from ui.people import asking


@dataclass(frozen=True, kw_only=True, slots=True)
class JobNews:
    """`id`: the job that the sentence in `place` is about, None for none."""

    studio: Studio
    id: gr.State
    place: gr.HTML

    @property
    def parts(self) -> list[Any]:
        """What `about` and `nothing` update."""
        return [self.id, self.place]

    @property
    def live(self) -> LivePart:
        """What keeps the sentence true."""
        return LivePart(component=self.place, content=lambda _snapshot, id: self._sentence(id), chosen=self.id)

    def about(self, job: Job) -> list[Any]:
        """Updates that tell of this job, which was just queued."""
        return [job.id, self._sentence(job.id)]

    @staticmethod
    def nothing() -> list[Any]:
        """Updates that tell of no job."""
        return [None, ""]

    def _sentence(self, id: str | None) -> str:
        if id is None:
            return ""
        try:
            job = self.studio.queue.get(asking(), id)
        except NotFound:  # it went with all of a person's, while this page was open
            return ""
        is_busy, alive = self.studio.queue.is_busy(), self.studio.status().worker_alive
        return good_news(words.news_of(job, is_busy=is_busy, engine_is_there=alive))


def job_news(elem_id: str, studio: Studio) -> JobNews:
    """The place for it, laid out here."""
    return JobNews(studio=studio, id=gr.State(None), place=gr.HTML("", elem_id=elem_id, elem_classes=["problem-line"]))
