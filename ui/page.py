"""The page put together: header, places, what keeps them up to date, and the HTTP API."""

import html
from collections.abc import Callable
from typing import Any

import gradio as gr

from studio.errors import StudioError
from studio.people.person import Person
from studio.studio import Studio
from studio.words import Listing, Message, in_english, say, spoken_language
from ui.api import add_api
from ui.components.base_models import automatic_words
from ui.components.drafts import draft
from ui.components.jobs.strip import action_of, jobs_strip, jobs_strip_html
from ui.components.making.examples import ideas_for
from ui.components.news import Pace, news_watch, what_is_new
from ui.components.people.sheet import account_link_html, account_sheet
from ui.components.pictures.how_it_works import how_it_works
from ui.components.pictures.lightbox import lightbox
from ui.components.pictures.part_again import part_again
from ui.components.places import ALBUM, HOME, MAKE, going_to, place_to_go
from ui.components.scripts import page_scripts
from ui.errors import explained
from ui.forms import creating, wire
from ui.languages import answer_in_the_asked_language, in_all_languages
from ui.languages.choice import language_choice_html
from ui.live import LivePart, NewestContents, choices, let_skips_change_nothing
from ui.people import answer_who_asks, asking
from ui.served_files import ServedFiles
from ui.serving.own_things import guard_files
from ui.snapshot import take_snapshot
from ui.tabs.album import build_album
from ui.tabs.create import DRAFT_KEY, CreateTab, build_create_tab
from ui.tabs.home import HomeTab, build_home_tab
from ui.tabs.teach import LESSON_DRAFT_KEY, build_teach_tab
from ui.theme import FAVICON
from ui.unread_values import explain_unread

REFRESH_SECONDS = 1.5
CACHE_SWEEP_SECONDS, CACHE_AGE_SECONDS = 3600, 86400  # uploads that came to nothing go after a day


def build_page(studio: Studio, served: ServedFiles, clock: Callable[[], float]) -> gr.Blocks:
    """The whole page over a studio, in every language. `clock` gives unix seconds."""
    page = in_all_languages(lambda: _lay_out(studio, served, clock))
    answer_in_the_asked_language(page)
    guard_files(page, served)
    studio.leaving.forgetters.append(served.forget_all)
    answer_who_asks(page)
    explain_unread(page)
    let_skips_change_nothing(page)
    return page


def _lay_out(studio: Studio, served: ServedFiles, clock: Callable[[], float]) -> gr.Blocks:
    with gr.Blocks(
        title=say("title"), analytics_enabled=False, delete_cache=(CACHE_SWEEP_SECONDS, CACHE_AGE_SECONDS)
    ) as page:
        add_api(studio, served)  # first, so that its names are free
        for_programs = len(page.children)  # so many parts
        with gr.Row(elem_id="top", equal_height=True):
            header = gr.HTML(_header(studio, None), elem_id="header", apply_default_css=False)
            strip = jobs_strip()
        create_draft, lesson_draft = draft(DRAFT_KEY), draft(LESSON_DRAFT_KEY)
        place = place_to_go()
        with gr.Tabs(elem_id="tabs"):
            # render_children: what a tick sends to a tab that was never opened would else be lost.
            with gr.Tab(say("home"), id=HOME, render_children=True):
                home = build_home_tab(studio, served)
            with gr.Tab(say("make"), id=MAKE, render_children=True):
                create = build_create_tab(page, create_draft, studio, served)
            with gr.Tab(say("album"), id=ALBUM, render_children=True):
                album = build_album(studio, served)
        with gr.Column(elem_id="teach-sheet"):
            build_teach_tab(page, lesson_draft, studio, served, home.news, place)
        with gr.Column(elem_id="account-sheet"):
            account_sheet(studio, served)
        opened = lightbox(studio.pictures, served)
        drawing_again = part_again(studio.pictures)
        how = how_it_works(studio.explanations, studio.pictures, served)
        page_scripts()
        strip_part = LivePart(component=strip, content=jobs_strip_html)
        header_part = LivePart(component=header, content=lambda _snapshot: _header(studio, asking()))
        _wire_strip(strip, studio, clock)
        _wire_refresh(page, studio, clock, [header_part, strip_part, *home.live, *create.live, *album])
        _wire_again(place, opened, how, create, studio)
        _wire_part_again(place, drawing_again, create, studio)
        _wire_samples(home, place, create, studio)
        _wire_ideas(home, place, create, studio)
    # gradio's page looks for each part of each update from the first one on, so those that are never updated come last.
    page.children = [*page.children[for_programs:], *page.children[:for_programs]]
    return page


def _header(studio: Studio, person: Person | None) -> str:
    """`person`: who looks at it; None while the page is laid out."""
    model, what = studio.status().base_model, automatic_words(studio)
    logo = FAVICON.read_text(encoding="utf-8")
    return (
        f'<header class="masthead"><span class="logo" aria-hidden="true">{logo}</span>'
        f"<div><h1>{say('title')}</h1><p>{say('tagline')}</p></div>"
        f'<p class="model-chip" title="{html.escape(what)}">{html.escape(say(model.title))}</p>'
        f"{language_choice_html()}{account_link_html(studio.people, person)}</header>"
    )


def _wire_strip(strip: gr.HTML, studio: Studio, clock: Callable[[], float]) -> None:
    actions: dict[str, Callable[[Person, str], Any]] = {
        "cancel": studio.queue.cancel,
        "up": lambda person, id: studio.queue.move(
            person, id, max(1, (studio.queue.get(person, id).position or 1) - 1)
        ),
        "again": studio.queue.retry,
        "pause": studio.queue.pause,
        "resume": studio.queue.resume,
        "finish": studio.queue.finish,
    }

    @explained
    def act(event: gr.EventData) -> str:
        name, id = action_of(event._data)
        if name not in actions:
            raise StudioError("button-unknown")
        actions[name](asking(), wire.an_id("field-job-id", id))
        return jobs_strip_html(take_snapshot(asking(), studio, clock()))

    strip.act(act, outputs=[strip], api_visibility="private", queue=False, show_progress="hidden")


def _wire_refresh(page: gr.Blocks, studio: Studio, clock: Callable[[], float], parts: list[LivePart]) -> None:
    """Where anything is new, the rows are read once and what changed is sent; at load it is everything."""
    seen, contents = gr.State({}), NewestContents(parts)

    def newest() -> str:
        return what_is_new(studio, clock())

    news = news_watch(newest, Pace(every_seconds=REFRESH_SECONDS))

    @explained
    def refresh(seen: dict[str, str], *chosen: str | None) -> list[Any]:
        person, shown = asking(), newest()  # read before the rows, so that nothing written meanwhile is missed
        of_person = contents.of((person, spoken_language()), shown, lambda: take_snapshot(person, studio, clock()))
        updates, fingerprints = of_person.refreshed(seen, chosen)
        return [fingerprints, shown, *updates]

    handler: dict[str, Any] = {
        "fn": refresh,
        "inputs": [seen, *choices(parts)],
        "outputs": [seen, news, *(part.component for part in parts)],
        "queue": False,
        "show_progress": "hidden",
        "api_visibility": "private",
    }
    news.news(**handler)
    page.load(**handler)  # type: ignore[attr-defined]


def _wire_again(place: gr.HTML, opened: gr.HTML, how: gr.HTML, create: CreateTab, studio: Studio) -> None:
    """ "Use these settings again" and "Start from this" of an opened picture fill Make and go there; so does "Try it
    yourself" of "How it works".
    """

    def filled(event: gr.EventData, start: bool) -> list[Any]:
        id = wire.an_id("field-picture-id", wire.event_value(event._data, "id"))
        picture = studio.pictures.get(asking(), id)
        ready = [subject.name for subject in studio.subjects.usable(asking()) if subject.state == "ready"]
        fields, missing = creating.fields_of(picture, ready)
        if start:
            model, size = studio.models.named(asking(), fields.base_model), (picture.width, picture.height)
            fields = creating.starting_from(fields, studio.init_images.keep_picture(asking(), picture.id), model, size)
        if missing:
            gr.Warning(say("subjects-gone", names=Listing(missing, most=None, style="comma")))
        return [going_to(MAKE), *create.form.news.nothing(), "", *create.updates(fields)]

    @explained
    def use_again(event: gr.EventData) -> list[Any]:
        return filled(event, start=False)

    @explained
    def start_from(event: gr.EventData) -> list[Any]:
        return filled(event, start=True)

    outputs = [place, *create.form.news.parts, create.form.trouble, *create.form.in_order]
    opened.again(use_again, outputs=outputs, api_visibility="private")  # type: ignore[attr-defined]
    how.again(use_again, outputs=outputs, api_visibility="private")  # type: ignore[attr-defined]
    opened.start(start_from, outputs=outputs, api_visibility="private")  # type: ignore[attr-defined]


def _wire_part_again(place: gr.HTML, drawing_again: gr.HTML, create: CreateTab, studio: Studio) -> None:
    """What was just queued is followed in Make, as any picture is."""

    @explained
    def follow(event: gr.EventData) -> list[Any]:
        id = wire.an_id("field-job-id", wire.event_value(event._data, "id"))
        return [going_to(MAKE), *create.form.news.about(studio.queue.get(asking(), id)), ""]

    outputs = [place, *create.form.news.parts, create.form.trouble]
    drawing_again.drawn(follow, outputs=outputs, api_visibility="private")  # type: ignore[attr-defined]


def _wire_samples(home: HomeTab, place: gr.HTML, create: CreateTab, studio: Studio) -> None:
    """ "Try Dumpling and Anna": both are taken in, and Make is filled with a picture of them."""

    @explained
    def take_samples() -> list[Any]:
        subjects = studio.samples.take(asking())
        if not subjects:
            raise StudioError("samples-not-there")
        model = studio.models.named(asking(), subjects[0].base_model)
        names = [subject.name for subject in subjects]
        prompt = in_english(Message("example-drawn-beach", who=Listing(names, most=None)))  # what models read
        fields = creating.of_subjects(names, prompt, model)
        return [going_to(MAKE), *create.form.news.nothing(), "", *create.updates(fields)]

    home.top.samples(
        take_samples, outputs=[place, *create.form.news.parts, create.form.trouble, *create.form.in_order],
        api_visibility="private",
    )  # fmt: skip


def _wire_ideas(home: HomeTab, place: gr.HTML, create: CreateTab, studio: Studio) -> None:
    """An idea at the end of a lesson's story fills Make with a picture of whom the lesson was about."""

    @explained
    def take_idea(event: gr.EventData) -> list[Any]:
        person = asking()
        name, key = (wire.event_value(event._data, one) for one in ("subject", "key"))
        subject = studio.subjects.ready(person, wire.an_id("field-subject", name))
        ideas = ideas_for(subject.family, [(subject, studio.subjects.type_of(person, subject))])
        sentence = next((idea.sentence for idea in ideas if idea.key == key), None)
        prompt = "" if sentence is None else in_english(sentence)  # what models read
        fields = creating.of_subjects([subject.name], prompt, studio.models.named(person, subject.base_model))
        return [going_to(MAKE), *create.form.news.nothing(), "", *create.updates(fields)]

    home.lesson.idea(  # type: ignore[attr-defined]
        take_idea, outputs=[place, *create.form.news.parts, create.form.trouble, *create.form.in_order],
        api_visibility="private",
    )  # fmt: skip
