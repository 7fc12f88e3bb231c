"""Home: everyone taught so far, what is being learned, the newest pictures, and one thing to do."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import gradio as gr

from studio.studio import Studio
from studio.words import say
from ui.components.home_parts import home_top, home_top_html, newest_pictures_html
from ui.components.jobs.lesson_panel import lesson_html, lesson_stories
from ui.components.jobs.news import JobNews, job_news
from ui.components.pictures.how_it_works import how_card
from ui.live import LivePart
from ui.served_files import ServedFiles
from ui.tabs.subjects import build_import, build_subjects


@dataclass(frozen=True, kw_only=True, slots=True)
class HomeTab:
    """What other parts of the page need of this one. `news` tells of new lessons.

    `top` has the event `samples`, `lesson` the event `idea`.
    """

    top: gr.HTML
    lesson: gr.HTML
    news: JobNews
    live: list[LivePart]


def build_home_tab(studio: Studio, served: ServedFiles) -> HomeTab:
    """Lay the place out and wire what needs nothing of the others."""
    samples = tuple(taught.sample.name for taught in studio.samples.there())
    top = home_top()
    news = job_news("teach-news", studio)
    lesson = lesson_stories()
    subjects = build_subjects(studio, served)
    newest = gr.HTML("", elem_id="newest", apply_default_css=False)
    how_card()
    with gr.Accordion(say("import-title"), open=False, elem_id="import"):
        import_news = build_import(studio)

    def part(component: gr.HTML, content: Callable[..., Any]) -> LivePart:
        return LivePart(component=component, content=content)

    live = [
        part(top, lambda snapshot: home_top_html(snapshot, served, samples)),
        news.live,
        part(lesson, lambda snapshot: lesson_html(snapshot, served)),
        *subjects,
        part(newest, lambda snapshot: newest_pictures_html(snapshot.newest_pictures, served)),
        import_news.live,
    ]
    return HomeTab(top=top, lesson=lesson, news=news, live=live)
