"""A language is one file: beside another one, whatever a person sees is in that one's words, and no word is English.

The other language is English in Armenian letters, made from the English file. A Latin letter on the page then is the
name of a program, a model, a sampler or a file format, what a person typed, or a word that code has instead of a key.
"""

import asyncio
import gc
import json
import re
import warnings
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Transformer

from studio.errors import StudioError
from studio.hub.account import HubAccount
from studio.hub.publishing import Published
from studio.hub.requests import HubImportRequest, PublishRequest
from studio.hub.words import no_token
from studio.jobs.failure import failure_of
from studio.jobs.findings import NoLikeness
from studio.jobs.job import Job, JobCommand, JobKind, JobState
from studio.jobs.recipes import PRESETS, recipe_for
from studio.jobs.requests import ImportRequest
from studio.models.base_models import BASE_MODELS, why_automatic
from studio.people.person import OWNER
from studio.pictures.options import AXES, HiresFix, InitImage, axis_of_subject, axis_title
from studio.pictures.samplers import SAMPLERS
from studio.store import Store
from studio.studio import Studio
from studio.subjects.remarks import made_word_remark, name_remark
from studio.words import Message, catalogue, in_english, say, speaking
from tests.still_studio import studio_over
from tests.unit.ui.rows import POCKET, lesson, picture, picture_job, subject, wish
from ui import words
from ui.components.jobs.creation_panel import creation_html
from ui.components.jobs.lesson_panel import lesson_html
from ui.components.jobs.questions import before_finishing
from ui.components.jobs.strip import jobs_strip_html
from ui.components.pictures.details import picture_details_html
from ui.components.subjects.cards import subject_cards_html, subject_details_html
from ui.components.subjects.publish_panel import account_html
from ui.forms.rows import base_model_row, job_row, preset_row, sampler_row
from ui.page import build_page
from ui.served_files import ServedFiles
from ui.serving.entry.login import Login
from ui.snapshot import Lesson, Snapshot

OTHER = "hy"
LETTERS = {ord("a") + n: chr(0x561 + n) for n in range(26)} | {ord("A") + n: chr(0x531 + n) for n in range(26)}
NAMES = sorted(
    [
        *SAMPLERS, *BASE_MODELS, "Stable Diffusion XL", "Stable Diffusion 1.5", "Hyper-SD", "Cuddle", "Dumpling",
        "dumpling", "Anna", "Rose", "rose", "cat", "woman", "GB", "MB", "PNG", "JPEG", "WebP", "scale", "strength",
    ],
    key=len, reverse=True,
)  # fmt: skip
SHOWN_PROPS = ("label", "info", "placeholder", "title", "help", "empty_text")
SHOWN_VALUES = ("markdown", "button", "downloadbutton", "html")
SHOWN_ATTRIBUTES = ("title", "alt", "aria-label", "placeholder")


class InOtherLetters(Transformer):
    """Texts, and no names of values, sentences and choices."""

    def visit_TextElement(self, node: ftl.TextElement) -> ftl.TextElement:
        return ftl.TextElement(node.value.translate(LETTERS))


@pytest.fixture
def other_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A second file beside the English one, and its language spoken."""
    english = (catalogue.FOLDER / "en-GB.ftl").read_text(encoding="utf-8")
    other = FluentSerializer().serialize(InOtherLetters().visit(FluentParser().parse(english)))
    folder = tmp_path / "words"
    folder.mkdir()
    (folder / "en-GB.ftl").write_text(english, encoding="utf-8")
    (folder / f"{OTHER}.ftl").write_text(other, encoding="utf-8")
    monkeypatch.setattr(catalogue, "FOLDER", folder)
    catalogue.catalogue_of.cache_clear()
    with speaking(OTHER):
        yield
    catalogue.catalogue_of.cache_clear()


class TextsOfHtml(HTMLParser):
    """What a person reads or hears of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._quiet = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._quiet = tag if tag in ("style", "script", "time") else self._quiet
        self.texts += [value for name, value in attrs if name in SHOWN_ATTRIBUTES and value]
        for name, value in attrs:
            if name == "data-ask" and value:
                asked = json.loads(value)
                self.texts += [asked["title"], asked["words"], asked["stay"], *(label for _, label in asked["answers"])]

    def handle_endtag(self, tag: str) -> None:
        self._quiet = "" if tag == self._quiet else self._quiet

    def handle_data(self, data: str) -> None:
        if not self._quiet:
            self.texts.append(data)


def english_in(text: str) -> bool:
    """Whether a text, which may be HTML, holds a word of Latin letters that is no name."""
    text = re.sub(r"<option [^>]*lang=.*?</option>", "", text)  # languages stand there by their own names
    for read in TextsOfHtml(re.sub(r"\{\w+\}", "", text)).texts:  # without the places for values of a script
        for name in NAMES:
            read = re.sub(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])", "", read)
        if re.search(r"[A-Za-z]{2}", read):
            return True
    return False


def all_texts(value: Any) -> Iterator[str]:
    """Every text within plain values."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from all_texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from all_texts(one)


def texts_of_page(config: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Where, and what a person sees there."""
    yield "title", config["title"]
    for component in config["components"]:
        props, kind = component["props"], component["type"]
        if kind == "api" or (props.get("visible") is False and not props.get("elem_id")):
            continue  # of the HTTP API
        where = f"{kind} {props.get('elem_id') or component['id']}"
        for name in SHOWN_PROPS:
            for text in all_texts(props.get(name)):
                yield f"{where}.{name}", text
        if kind in SHOWN_VALUES:
            for text in all_texts(props.get("value")):
                yield f"{where}.value", text
        for choice in props.get("choices") or ():
            yield f"{where}.choices", str(choice[0])
        for script in re.findall(r"^const words = (.*);$", str(props.get("js_on_load") or ""), re.MULTILINE):
            for text in all_texts(json.loads(script)):
                yield f"{where}.words", text


def test_the_whole_page_is_in_the_language_that_is_spoken(
    studio: Studio, page_files: ServedFiles, other_language: None
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # gradio leaves event loops open that nothing runs in
        page = build_page(studio, page_files, lambda: 0.0)
        asyncio.set_event_loop(None)
        gc.collect()
    texts = list(texts_of_page(dict(page.config)))
    assert len([text for _, text in texts if re.search("[ա-և]", text)]) > 150
    assert [(where, text) for where, text in texts if english_in(text)] == []


def nothing_english(*texts: str) -> None:
    assert any(re.search("[ա-և]", text) for text in texts), "nothing is said"
    assert [text for text in texts if english_in(text)] == []


MESSAGE = Message("downloading", what=BASE_MODELS["pocket"].title, done="1", total="2", unit="GB")
OVER = {"position": None, "ended_at": 0.0}
AT_WORK = {"position": None, "state": JobState.RUNNING, "step": 80, "seconds_left": 4300.0, "loss": 0.1, "part": 0.5}
STANDINGS: list[dict[str, Any]] = [
    {}, {"position": 3, "step": 5}, {"step": 5, "command": JobCommand.FINISH}, {"message": MESSAGE},
    AT_WORK, AT_WORK | {"message": MESSAGE}, AT_WORK | {"step": 0}, AT_WORK | {"seconds_left": 3.0},
    *(AT_WORK | {"command": command} for command in JobCommand),
    {"state": JobState.INTERRUPTED, "step": 5},
    {"position": None, "state": JobState.PAUSED, "step": 5}, {"position": None, "state": JobState.PAUSED},
    OVER | {"state": JobState.DONE, "step": 160}, OVER | {"state": JobState.DONE, "message": MESSAGE},
    OVER | {"state": JobState.CANCELLED},
    OVER | {"state": JobState.FAILED}, OVER | {"state": JobState.FAILED, "error_message": Message("memory-too-small")},
]  # fmt: skip
PUBLISH = PublishRequest(
    subject_name="Dumpling", kind="cat", trigger_word="dumpling", instance_prompt="dumpling cat", base_model="pocket",
    family="pocket", lora_files={"kohya": "loras/1", "diffusers": "loras/2"}, pictures=(), repository="Anna/Dumpling",
    private=True, license="",
)  # fmt: skip
IMPORT = ImportRequest(subject_name="Anna", kind="cat", trigger_word="dumpling", file="1", base_model="pocket")
HUB_IMPORT = HubImportRequest(
    subject_name="Anna", kind="cat", trigger_word="dumpling", repository="Anna/Dumpling", revision="1" * 40,
    hub_file="Dumpling.safetensors", sha256="1" * 64, size=1, base_model="pocket",
)  # fmt: skip
WISH = wish(prompt="dumpling cat", typed_prompt="Dumpling", negative_prompt="Anna")


def jobs(**changes: Any) -> list[Job]:
    """One of each kind."""
    return [
        lesson(**changes),
        picture_job(**{"request": WISH, **changes}),
        lesson(**{"kind": JobKind.PUBLISH, "request": PUBLISH, **changes}),
        lesson(**{"kind": JobKind.IMPORT, "request": IMPORT, **changes}),
        lesson(**{"kind": JobKind.HUB_IMPORT, "request": HUB_IMPORT, **changes}),
    ]


def snapshot(*rows: Job, **changes: Any) -> Snapshot:
    values: dict[str, Any] = {
        "now": 0.0, "worker_alive": True, "worker_message": None, "jobs": list(rows), "subjects": [subject()],
        "lessons": [], "creation": None, "fresh_pictures": [], "usable": [subject()],
    }  # fmt: skip
    return Snapshot(**{**values, **changes})


def test_jobs_in_every_state_are_told_in_the_language_that_is_spoken(
    page_files: ServedFiles, other_language: None
) -> None:
    for job in [job for standing in STANDINGS for job in jobs(**standing)]:
        nothing_english(
            words.job_title(job), words.job_standing(job), words.lesson_standing(job),
            *(words.news_of(job, is_busy=is_busy, engine_is_there=True) for is_busy in (True, False)),
            words.news_of(job, is_busy=False, engine_is_there=False),
            jobs_strip_html(snapshot(job)), jobs_strip_html(snapshot(job, worker_alive=False)),
            job_row(job)["message"], job_row(job)["error"] or "",
        )  # fmt: skip
    for one, pictures, *_ in [jobs(**standing) for standing in STANDINGS]:
        watched = Lesson(job=one, losses=[(step, 0.5) for step in range(1, 80)], checkpoints=[])
        nothing_english(
            lesson_html(snapshot(one, lessons=[watched]), page_files),
            creation_html(snapshot(pictures, creation=pictures), page_files),
        )


def test_questions_panels_and_details_are_told_in_it(page_files: ServedFiles, other_language: None) -> None:
    finish = json.loads(before_finishing(lesson(**AT_WORK)).to_json())
    found = [
        {"subject": "Dumpling", "likeness": 0.8, "is_twice": True},
        *({"subject": "Anna", "likeness": None, "no_likeness": why.value} for why in NoLikeness),
    ]
    done = picture_job(
        request=WISH, state=JobState.DONE, message=Message("all-found", names="Dumpling"),
        result={"pictures": ["1", "2"], "findings": {"1": found, "2": found}}, **OVER,
    )  # fmt: skip
    changed = wish(
        prompt="dumpling cat", typed_prompt="Dumpling", negative_prompt="", sampler="DPM++ 2M AYS",
        variation_strength=0.5, start=InitImage(file="1", strength=0.5), larger=HiresFix(scale=1.5, strength=0.5),
    )  # fmt: skip
    both = [HubAccount(name="Anna"), HubAccount(problem=no_token())]
    nothing_english(
        *(text for text in (finish["title"], finish["words"], finish["stay"], finish["answers"][0][1])),
        creation_html(snapshot(done, creation=done, kept_pictures=frozenset({"1", "2"})), page_files),
        jobs_strip_html(snapshot()), creation_html(snapshot(), page_files), lesson_html(snapshot(), page_files),
        picture_details_html(picture(request=WISH), {"Dumpling": 0.8}),
        picture_details_html(picture(request=changed), {}),
        subject_cards_html(snapshot(), page_files), subject_cards_html(snapshot(subjects=[]), page_files),
        *(subject_details_html(subject(state=state)) for state in ("ready", "learning", "failed")),
        account_html(both[0], Published(repository="Anna/Dumpling", private=True, license="", at=0.0)),
    )  # fmt: skip
    without_addresses = re.sub(r"https?://\S+|HF_TOKEN|hf auth login", "", account_html(both[1], None))
    nothing_english(without_addresses)


def test_rows_of_choices_and_labels_of_a_grid_are_told_in_it(other_language: None) -> None:
    models = [base_model_row(model, POCKET) for model in BASE_MODELS.values()]
    presets = [preset_row(preset) for preset in PRESETS.values()]
    samplers = [sampler_row(sampler) for sampler in SAMPLERS.values()]
    nothing_english(*(row["title"] for row in models), *(row["description"] for row in models + presets + samplers))
    nothing_english(*(row["title"] for row in presets))
    nothing_english(*(say(axis_title(name)) for name in AXES), say(axis_of_subject("Dumpling")))
    nothing_english(*(say(why_automatic(known, gb)) for known in (True, False) for gb in (None, 4.0, 80.0)))
    nothing_english(*(say(one) for one in (name_remark("Rose", "rose"), made_word_remark("Anna", "dumpling")) if one))


def refusals(studio: Studio) -> list[Callable[[], object]]:
    """Requests that are refused."""

    def create(**changes: Any) -> None:
        studio.pictures.create(OWNER, **{"prompt": "Dumpling", "subjects": [], **changes})

    return [
        lambda: create(prompt=""),
        lambda: create(seed=-2),
        lambda: create(steps=0),
        lambda: create(sampler="2"),
        lambda: create(width=3),
        lambda: create(options={"grid": {"x": {"name": "steps", "values": []}}}),
        lambda: create(options={"larger": 3}),
        lambda: create(subjects=[{"name": "Anna", "strength": 1}]),
        lambda: studio.pictures.get(OWNER, "1"),
        lambda: studio.subjects.get(OWNER, "Anna"),
        lambda: studio.subjects.teach(OWNER, [], "Anna", "cat"),
        lambda: studio.queue.get(OWNER, "1"),
        lambda: studio.models.named(OWNER, "Anna"),
        lambda: recipe_for("quick", POCKET, {"rank": 0}),
    ]


def test_what_is_refused_is_told_in_it(studio: Studio, other_language: None) -> None:
    said: list[str] = []
    for refused in refusals(studio):
        with pytest.raises(StudioError) as error:
            refused()
        said.append(str(error.value))
    nothing_english(*said)


def test_what_a_file_says_stays_english(other_language: None) -> None:
    assert in_english(POCKET.title) == "Pocket (small, comes with Cuddle)"
    assert failure_of(OSError(28, "")).message == Message("disk-full", place=Message("a-file"))


def test_the_login_is_asked_for_in_it(store: Store, other_language: None) -> None:
    async def answer() -> str:
        sent: list[dict[str, Any]] = []
        people = studio_over(store, owner_login=("Anna", "1")).people
        login = Login(app=None, people=people, cookies="1", hosts=frozenset(), is_space=False)  # type: ignore[arg-type]
        scope = {
            "type": "http", "method": "GET", "path": "/", "headers": [], "state": {"nonce": "1"}, "client": ("1", 1),
        }  # fmt: skip

        async def send(message: Any) -> None:
            sent.append(message)

        await login(scope, None, send)  # type: ignore[arg-type]
        return sent[1]["body"].decode()

    page = asyncio.run(answer())
    assert f'<html lang="{OTHER}" dir="ltr">' in page
    nothing_english(page.partition(">")[2])
