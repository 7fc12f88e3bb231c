"""The pieces of the page that are HTML: safe, and told in words too."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from studio.errors import StudioError
from studio.jobs.job import Job, JobCommand, JobState
from studio.jobs.recipes import AUTO
from studio.jobs.requests import SubjectChoice, TrainingRequest
from studio.photos.faults.finding import Fault
from studio.pictures.options import HiresFix, InitImage
from studio.prompts.picture_words import picture_words
from studio.store.losses import MOST_POINTS, thinned
from studio.subjects.subject import Checkpoint
from studio.subjects.subject_types import type_of
from studio.words import as_written, say, speaking
from tests.unit.ui.rows import lesson, picture, picture_job, subject, wish
from ui.components.jobs.creation_panel import creation_html
from ui.components.jobs.lesson_panel import lesson_html
from ui.components.jobs.loss_chart import loss_chart, smoothed
from ui.components.jobs.sample_rows import earlier_html
from ui.components.jobs.strip import action_of, jobs_strip_html
from ui.components.making.prompt_reading import reading_parts
from ui.components.numbers import slider
from ui.components.pictures.details import picture_details_html
from ui.components.subjects.cards import subject_cards_html, subject_details_html
from ui.components.subjects.picker import cards, shape_html
from ui.components.subjects.seen_photos import SeenPhoto, SeenPhotos, seen_props
from ui.live import Contents, LivePart
from ui.served_files import ServedFiles
from ui.snapshot import Lesson, Snapshot

EVIL = '<img src=x onerror=alert(1)>"'
NOW = 10_000.0


def snapshot(*jobs: Job, **changes: object) -> Snapshot:
    values: dict[str, object] = {
        "now": NOW, "worker_alive": True, "worker_message": None, "jobs": list(jobs), "subjects": [], "lessons": [],
        "creation": None, "fresh_pictures": [],
    }  # fmt: skip
    return Snapshot(**{**values, **changes})  # type: ignore[arg-type]


@pytest.fixture
def served(tmp_path: Path) -> ServedFiles:
    return ServedFiles(tmp_path / "served", lambda _person, file: tmp_path / file)


@pytest.fixture
def panel(served: ServedFiles) -> Callable[[Job], str]:
    """The panel of one lesson."""
    return lambda job: lesson_html(snapshot(lessons=[watched(job)]), served)


def buttons(html: str) -> list[str]:
    return re.findall(r'data-act="(\w+)"', html)


@pytest.mark.parametrize(
    ("job", "expected"),
    [
        (lesson(), ["pause", "cancel"]),
        (lesson(position=2), ["up", "pause", "cancel"]),
        (lesson(state=JobState.INTERRUPTED, position=2), ["up", "pause", "cancel"]),
        (lesson(state=JobState.RUNNING, position=None), ["pause", "cancel"]),
        (lesson(state=JobState.RUNNING, position=None, command=JobCommand.PAUSE), ["resume", "cancel"]),
        (lesson(state=JobState.PAUSED, position=None), ["resume", "cancel"]),
        (lesson(state=JobState.RUNNING, position=None, command=JobCommand.FINISH, step=9), ["pause", "cancel"]),
        (picture_job(), ["cancel"]),
        (lesson(state=JobState.RUNNING, position=None, command=JobCommand.CANCEL), []),
        (lesson(state=JobState.FAILED, position=None, ended_at=NOW - 5), ["again"]),
        (lesson(state=JobState.CANCELLED, position=None, ended_at=NOW - 5), ["again"]),
        (lesson(state=JobState.DONE, position=None, ended_at=NOW - 5), []),
    ],
)
def test_a_job_has_the_buttons_that_its_state_allows(job: Job, expected: list[str]) -> None:
    assert buttons(jobs_strip_html(snapshot(job))) == expected


def test_what_the_log_says_of_a_failed_job_is_behind_a_fold_beside_the_reason() -> None:
    result = {"log": ["10:00:00 ERROR Job lesson failed.", f"    {EVIL}"]}
    ended: dict[str, Any] = {"position": None, "ended_at": NOW - 5, "result": result}
    failed = lesson(state=JobState.FAILED, message=as_written("The numbers ran away."), **ended)
    html = jobs_strip_html(snapshot(failed))
    assert html.index("The numbers ran away.") < html.index("Try again") < html.index("What the log says")
    assert "Job lesson failed.\n    &lt;img" in html and EVIL not in html
    for job in (replace(failed, result={"learnt_seconds": 3.0}), lesson(state=JobState.DONE, **ended)):
        assert "What the log says" not in jobs_strip_html(snapshot(job))


def test_old_news_leaves_the_strip() -> None:
    old = lesson(state=JobState.DONE, position=None, ended_at=NOW - 3600)
    assert "Nothing is going on" in jobs_strip_html(snapshot(old))


def test_a_missing_worker_is_said_while_something_waits() -> None:
    html = jobs_strip_html(
        snapshot(lesson(), worker_alive=False, worker_message=as_written("The worker ended with code 1."))
    )
    assert "The worker ended with code 1." in html


def test_nothing_that_people_typed_becomes_html(served: ServedFiles) -> None:
    evil = subject(EVIL)
    shown = [
        jobs_strip_html(snapshot(lesson(EVIL), picture_job(), subjects=[evil])),
        lesson_html(snapshot(lessons=[watched(lesson(EVIL))]), served),
        subject_cards_html(snapshot(subjects=[evil]), served),
        subject_details_html(evil),
        creation_html(snapshot(creation=picture_job(state=JobState.FAILED, message=as_written(EVIL))), served),
        picture_details_html(picture(), {}),
    ]
    for html in shown:
        assert "<img src=x" not in html
        assert 'onerror=alert(1)>"' not in html


def test_a_picture_says_what_was_typed_and_what_the_model_read() -> None:
    html = picture_details_html(picture(), {})
    assert "<dt>Prompt</dt><dd>Dumpling on the beach</dd>" in html
    assert "<dt>Read as</dt><dd>dumpling cat on the beach</dd>" in html
    same = picture(request=wish(prompt="Dumpling on the beach"))
    assert "Read as" not in picture_details_html(same, {})


def test_a_picture_says_what_comfyui_makes_otherwise_of_its_graph_and_what_has_to_be_done_there() -> None:
    start = InitImage(file="starts/x.png")
    for changes, said in (
        ({}, ""),
        ({"sampler": "Euler a"}, "Its graph makes another picture. Euler a draws its fresh noise otherwise there."),
        ({"start": start}, "Choose the picture that it starts from in the node Load Image there."),
        ({"larger": HiresFix(), "variation_strength": 0.3}, ""),
    ):
        own = wish(**{"subjects": (), "sampler": "DPM++ 2M Karras", "count": 1, **changes})
        html = picture_details_html(picture(request=own), {})
        assert ("<dt>In ComfyUI</dt>" in html) == bool(said)
        assert f"<dd>{said}</dd>" in html or not said


def test_a_picture_says_that_a1111_has_other_noise_levels_for_align_your_steps() -> None:
    for sampler, is_said in (("DPM++ 2M AYS", True), ("DPM++ 2M Karras", False)):
        html = picture_details_html(picture(request=wish(sampler=sampler, steps=10)), {})
        assert ("<dt>In A1111</dt><dd>Its noise levels of “Align Your Steps” are others" in html) == is_said


def test_what_was_found_of_several_subjects_stands_where_their_picture_was_made(served: ServedFiles) -> None:
    told = "Dumpling was found; Anna is not clearly seen, try another seed."
    done = picture_job(state=JobState.DONE, position=None, ended_at=NOW - 1, message=as_written(told))
    assert told in creation_html(snapshot(creation=done), served)
    assert told in jobs_strip_html(snapshot(done))
    assert creation_html(snapshot(creation=replace(done, message=None)), served) == ""
    both = (SubjectChoice(name="Dumpling"), SubjectChoice(name="Anna"))
    assert "Keep each one itself" in picture_details_html(picture(request=wish(subjects=both)), {})
    assert "Keep each one itself" not in picture_details_html(picture(), {})


def test_how_like_its_photos_everybody_is_stands_with_the_picture_and_what_it_means_where_it_was_made(
    served: ServedFiles,
) -> None:
    html = picture_details_html(picture(), {"Dumpling": 0.836, EVIL: 0.1})
    assert "<dt>Like the photos</dt><dd>Dumpling 84 %, " in html
    assert "<img src=x" not in html
    findings = {"a-00": [{"subject": "Dumpling", "likeness": 0.836}, {"subject": EVIL, "likeness": 0.1}]}
    findings |= {"a-01": [{"subject": "Dumpling"}], "a-02": [{"subject": "Dumpling", "likeness": 1.0}]}
    result = {"pictures": ["a-00", "a-01", "a-02", "a-sheet"], "findings": findings}
    done = picture_job(state=JobState.DONE, position=None, ended_at=NOW - 1, result=result)
    assert done.likenesses("a-02") == {"Dumpling": 1.0}
    assert done.likenesses("a-01") == done.likenesses("a-sheet") == {}
    kept = frozenset(done.pictures)
    html = creation_html(snapshot(creation=done, kept_pictures=kept), served)
    assert say("likeness-help") in html and "<img src=x" not in html
    assert say("likeness-help") not in creation_html(snapshot(creation=replace(done, state=JobState.RUNNING)), served)


def test_where_no_likeness_can_be_said_the_page_says_why(served: ServedFiles) -> None:
    rows = [
        {"subject": "Dumpling", "likeness": None, "no_likeness": "photos"},
        {"subject": EVIL, "likeness": None, "no_likeness": "photos"},
        {"subject": "Anna", "likeness": 0.5},
    ]
    result = {"pictures": ["a-00"], "findings": {"a-00": rows}}
    done = picture_job(state=JobState.DONE, position=None, ended_at=NOW - 1, result=result)
    html = creation_html(snapshot(creation=done, kept_pictures=frozenset(done.pictures)), served)
    assert say("likeness-help") in html and "Dumpling and " in html and "<img src=x" not in html
    assert "the pocket model does not know what the photos show" in html
    unmeasured = [{"subject": "Dumpling", "likeness": None, "no_likeness": "base model"}]
    one = replace(done, result=result | {"findings": {"a-00": unmeasured}})
    html = creation_html(snapshot(creation=one, kept_pictures=frozenset(one.pictures)), served)
    assert "How like their photos Dumpling came out is not measured on this base model." in html
    assert say("likeness-help") not in html


def test_who_is_in_a_picture_twice_is_said_with_the_numbers_of_the_pictures(served: ServedFiles) -> None:
    twice, once = {"subject": EVIL, "likeness": 0.9, "is_twice": True}, {"subject": "Anna", "likeness": 0.8}
    unsure = {"subject": "Rex", "likeness": None, "no_likeness": "unsure", "is_twice": True}
    findings = {"a-00": [twice, once], "a-01": [once], "a-02": [twice, unsure], "a-03": [twice]}

    def html(*pictures: str) -> str:
        result = {"pictures": list(pictures), "findings": findings}
        done = picture_job(state=JobState.DONE, position=None, ended_at=NOW - 1, result=result)
        return creation_html(snapshot(creation=done, kept_pictures=frozenset(pictures) - {"a-03"}), served)

    assert "Two in the picture look like " in html("a-00") and "<img src=x" not in html("a-00")
    assert "Two in" not in html("a-01")
    several = html("a-00", "a-01", "a-02", "a-03")
    assert "Two in each of pictures 1 and 3 look like " in several, "the fourth was deleted"
    assert "Two in picture 3 look like Rex. Try another seed." in several and "like Anna" not in several


def seen(*faults: Sequence[Fault]) -> SeenPhotos:
    """As many photos, with these faults."""
    photos = [SeenPhoto(name=f"{n}.jpg", url=f"{n}", whole_url=f"{n}", faults=own) for n, own in enumerate(faults)]
    return SeenPhotos(photos=photos)


def test_photos_that_cannot_be_drawn_are_never_called_fine() -> None:
    assert ", all fine." in seen_props(seen((), (), ()))["note"]
    shown = seen_props(seen((), (), ()), beyond="Photo 2 cannot be drawn.")
    assert "fine" not in shown["note"] and shown["beyond"] == "Photo 2 cannot be drawn."


def test_a_photo_with_a_fault_has_a_badge_of_words_with_its_number() -> None:
    shown = seen_props(seen((), (Fault.ALIKE, Fault.BLURRED)), "Some advice.")
    assert [photo["badge"] for photo in shown["photos"]] == ["", "2: nearly the same, blurred"]


def test_a_photo_that_was_left_out_stays_on_the_page_to_be_brought_back() -> None:
    shown = seen_props(SeenPhotos(left_out=["cat.jpg"]))["photos"]
    assert shown == [{"name": "cat.jpg", "left_out": "cat.jpg is left out of the lesson"}]


def test_whoever_is_ready_can_be_chosen_and_has_a_place_unless_it_is_a_style(served: ServedFiles) -> None:
    rows = [subject("Dumpling"), subject("Ink", kind="pencil drawing"), subject("Anna", state="learning")]
    assert [(card["name"], card["stands"]) for card in cards(rows, served, lambda one: type_of(one.kind))] == [
        ("Dumpling", True),
        ("Ink", False),
    ]


def test_the_stage_has_the_shape_of_the_size_and_holds_nothing_else(served: ServedFiles) -> None:
    assert shape_html("320x192") == "<style>:root { --stage-shape: 1.6667; }</style>"
    with pytest.raises(StudioError, match="The size is"):
        shape_html("</style><img src=x>")


def seated_job(seating: object, **changes: object) -> Job:
    """A picture of two that is being made, with a preview."""
    both = (SubjectChoice(name="Dumpling"), SubjectChoice(name="Anna"))
    values = {
        "request": wish(subjects=both), "result": {"findings": {}, "seating": seating}, "state": JobState.RUNNING,
        "position": None, "step": 3, "preview_file": "early.jpg",
    }  # fmt: skip
    return picture_job(**(values | changes))


def test_names_stand_at_their_places_over_the_preview_while_a_picture_is_made(
    tmp_path: Path, served: ServedFiles
) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "early.jpg")
    seating = [
        {"subject": "Dumpling", "seat": [0.1, 0.25, 0.4, 1.0]},
        {"subject": "Anna", "seat": [0.5, 0.2, 0.875, 0.9]},
    ]
    shown = creation_html(snapshot(creation=seated_job(seating)), served)
    assert 'style="left:10.0%;top:25.0%;width:30.0%;height:75.0%"><span class="seat-name">Dumpling</span>' in shown
    assert 'style="left:50.0%;top:20.0%;width:37.5%;height:70.0%"><span class="seat-name">Anna</span>' in shown
    assert "aspect-ratio:320/192" in shown, "places are parts of the picture, whatever its shape"
    assert "Cancel it above" in shown
    for no_more in (
        seated_job([]), seated_job(seating, preview_file=None),
        seated_job(seating, state=JobState.DONE, message=as_written("x")),
        seated_job(seating, state=JobState.INTERRUPTED, position=1), seated_job(seating, result=None),
    ):  # fmt: skip
        assert "seat" not in creation_html(snapshot(creation=no_more), served)


def test_somebody_without_a_place_is_named_and_no_name_becomes_html(tmp_path: Path, served: ServedFiles) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "early.jpg")
    seating = [{"subject": EVIL, "seat": [0, 0, 0.5, 1]}, {"subject": f"A{EVIL}", "seat": None}]
    shown = creation_html(snapshot(creation=seated_job(seating)), served)
    assert shown.count('class="seat"') == 1
    assert "No place was found for A&lt;img" in shown
    assert "<img src=x" not in shown


def test_what_was_pressed_is_read_from_anything() -> None:
    assert action_of({"act": "cancel", "id": "x"}) == ("cancel", "x")
    for odd in (None, [], "cancel", 5):
        assert action_of(odd) == ("", "")


def test_the_panel_of_a_running_lesson_says_how_much_it_has_seen_and_offers_to_keep_it(
    panel: Callable[[Job], str],
) -> None:
    html = panel(lesson(state=JobState.RUNNING, position=None, step=40, seconds_left=150.0))
    assert "Step 40 of 160 · about 2 minutes left · 160 looks at your photos (samples)" in html
    assert buttons(html) == ["pause", "finish"]
    assert "What it has learned in 40 of 160 steps is kept." in html
    assert buttons(panel(lesson(state=JobState.RUNNING, position=None))) == ["pause"], "there is nothing to keep yet"
    assert buttons(panel(lesson(state=JobState.PAUSED, position=None, step=40))) == ["resume", "finish"]
    assert buttons(panel(lesson(state=JobState.DONE, position=None, step=160))) == []


def test_a_lesson_whose_batch_size_the_worker_chose_counts_its_looks_and_its_steps_by_that(
    panel: Callable[[Job], str],
) -> None:
    request = lesson().request
    assert isinstance(request, TrainingRequest)
    queued = lesson(steps=640, request=replace(request, recipe=replace(request.recipe, batch_size=AUTO)))
    assert "batch size automatic" in panel(queued)
    begun = replace(queued, position=None, result={"batch_size": 8})
    html = panel(replace(begun, state=JobState.RUNNING, step=40, steps=80))
    assert "320 looks at your photos (samples)" in html
    assert "batch size 8" in html
    assert "Dumpling is ready. Open Make" in panel(replace(begun, state=JobState.DONE, step=80, steps=80))
    assert "as it was after 60 steps." in panel(replace(begun, state=JobState.DONE, step=60, steps=60))


def test_a_lesson_that_was_ended_early_says_at_which_step(panel: Callable[[Job], str]) -> None:
    html = panel(lesson(state=JobState.DONE, position=None, step=60, steps=60))
    assert "Dumpling is ready, as it was after 60 steps." in html


def test_a_story_ends_in_three_ideas_for_a_picture_of_whom_it_was_about(served: ServedFiles) -> None:
    done = lesson("Miro", state=JobState.DONE, position=None, step=160, steps=160)
    taught = subject("Miro", family="pocket", job_id=done.id)
    with speaking("de"):
        html = lesson_html(snapshot(lessons=[watched(done)], subjects=[taught]), served)
    ideas = re.findall(r'data-idea="([\w-]+)" data-subject="Miro" title="([^"]+)">([^<]+)<', html)
    assert ideas[0] == (
        "example-drawn-lying-room", "Miro lying in the living room", "Miro liegend im Wohnzimmer"
    )  # fmt: skip
    assert len(ideas) == 3
    learning = replace(done, state=JobState.RUNNING, step=80)
    assert "data-idea" not in lesson_html(snapshot(lessons=[watched(learning)], subjects=[taught]), served)


def test_samples_stand_in_rows_the_newest_first_beside_the_photos(tmp_path: Path, served: ServedFiles) -> None:
    shown = lesson_html(snapshot(lessons=[watched(lesson(), checkpoints(tmp_path))]), served)
    assert re.findall(r"Step (\d+)", shown) == ["160", "80", "40"]
    assert re.findall(r'alt="([^"]+)"', shown)[:5] == [
        "Dumpling on a photo", "Dumpling as Cuddle draws it by now",
        "Drawing after 160 steps, 1", "Drawing after 160 steps, 2", "Drawing after 80 steps, 1"
    ]  # fmt: skip
    assert 'alt="Photo, 1"' in shown


def test_photos_kept_aside_stand_beside_the_samples_under_a_name_of_their_own(
    tmp_path: Path, served: ServedFiles
) -> None:
    moments = checkpoints(tmp_path)
    Image.new("RGB", (8, 8)).save(tmp_path / "photos" / "x" / "01.jpg")
    request = replace(lesson_request(lesson()), held_out_files=("photos/x/01.jpg",))
    shown = lesson_html(snapshot(lessons=[watched(lesson(request=request), moments)]), served)
    both = ["Photo kept aside, 1", "Photo, 1"]
    assert re.findall(r'alt="(Photo[^"]+)"', shown) == both
    assert "Kept aside to compare with" in shown
    ready = subject(lora_files=moments[2].lora_files, photo_files=request.all_files)
    assert re.findall(r'alt="(Photo[^"]+)"', earlier_html(ready, moments, request.held_out_files, served)) == both


def test_only_kept_steps_can_be_chosen_and_the_chosen_one_says_so(tmp_path: Path, served: ServedFiles) -> None:
    moments = checkpoints(tmp_path)
    ready = subject(lora_files=moments[2].lora_files, photo_files=("photos/x/00.jpg",))
    html = earlier_html(ready, moments, (), served)
    assert re.findall(r'data-step="(\d+)"', html) == ["80"]
    assert html.count("in use") == 1
    assert "Step 40" not in html
    assert "takes 12 MB of the disk" in html
    assert earlier_html(ready, moments[2:], (), served) == "", "there is nothing to choose among"
    assert earlier_html(subject(state="learning"), moments, (), served) == ""


def test_lessons_that_run_at_once_are_all_shown(served: ServedFiles) -> None:
    jobs = [lesson(name, state=JobState.RUNNING, position=None) for name in ("Dumpling", "Anna")]
    html = lesson_html(snapshot(lessons=[watched(job) for job in jobs]), served)
    assert re.findall('aria-label="(Lesson: [A-Z][a-z]+)" data-state="running"', html) == [
        "Lesson: Dumpling", "Lesson: Anna"
    ]  # fmt: skip


def lesson_request(job: Job) -> TrainingRequest:
    assert isinstance(job.request, TrainingRequest)
    return job.request


def watched(job: Job, checkpoints: list[Checkpoint] | None = None) -> Lesson:
    return Lesson(job=job, losses=[], checkpoints=checkpoints or [])


def checkpoints(folder: Path) -> list[Checkpoint]:
    """Three moments with samples on the disk; the first one's LoRA is not kept."""
    made = []
    for step in (40, 80, 160):
        names = [f"step_{step}_{number}.png" for number in (1, 2)]
        for name in names:
            Image.new("RGB", (8, 8), (step, 0, 0)).save(folder / name)
        loras = {} if step == 40 else {"kohya": f"{step}.safetensors"}
        made.append(Checkpoint(step=step, sample_files=tuple(names), lora_files=loras, bytes=12_000_000))
    photo = folder / "photos" / "x" / "00.jpg"
    photo.parent.mkdir(parents=True)
    Image.new("RGB", (8, 8)).save(photo)
    return made


def test_a_loss_chart_says_what_it_shows_and_is_never_too_long() -> None:
    assert loss_chart([(1, 0.5)], 10) == ""
    html = loss_chart([(12 * point, 1 / point) for point in range(1, MOST_POINTS + 1)], 12 * MOST_POINTS)
    assert 'aria-label="Loss over 4800 steps: from 1 to' in html
    assert len(html) < 12_000


def test_a_smoothed_line_starts_at_its_first_value_and_keeps_a_constant() -> None:
    assert smoothed([(1, 0.4), (2, 0.4), (9, 0.4)], 5) == pytest.approx([0.4, 0.4, 0.4])
    assert smoothed([(1, 1.0), (2, 0.0)], 5)[0] == pytest.approx(1.0)


def test_a_thinned_curve_has_the_same_smoothed_line() -> None:
    curve = [(step, 1 + 0.5 * math.sin(step) + 20 / (20 + step)) for step in range(1, 401)]
    whole = dict(zip([step for step, _ in curve], smoothed(curve, 40), strict=True))
    thin = thinned(curve)
    for (step, _), value in zip(thin, smoothed(thin, 40), strict=True):
        assert value == pytest.approx(whole[step], rel=0.05)


def test_a_part_is_sent_again_only_when_it_changed() -> None:
    sent: list[str] = []

    def update(content: str) -> str:
        sent.append(content)
        return content

    part = LivePart(component=None, content=lambda now: f"{len(now.jobs)} jobs", update=update)  # type: ignore[arg-type]
    _, seen = Contents([part], snapshot).refreshed({})
    _, seen = Contents([part], snapshot).refreshed(seen)
    assert sent == ["0 jobs"]
    Contents([part], lambda: snapshot(lesson())).refreshed(seen)
    assert sent == ["0 jobs", "1 jobs"]


def reading_of(prompt: str, *chosen: str, **readings: str) -> tuple[str, list[dict[str, Any]]]:
    """The page's parts for a prompt in one line, names as [name], words that could be one as {word}; and the parts."""
    everybody = [subject("Rose", kind="woman"), subject("Mr. Whiskers", trigger_word="mrwhiskers")]
    choices = [SubjectChoice(name=name) for name in chosen]
    parts = reading_parts(picture_words(prompt, "", choices, everybody, readings), chosen)
    marks = {True: "[{}]", False: "{{{}}}", None: "{}"}
    return "".join(marks[part.get("is_name")].format(part["text"]) for part in parts), parts


def test_the_page_shows_how_words_were_read_where_that_is_not_plain() -> None:
    shown, parts = reading_of("Rose and mr whiskers with a rose", "Rose", "Mr. Whiskers")
    assert shown == "[Rose] and [mr whiskers] with a {rose}"
    assert parts[0]["label"] == "“Rose” is Rose, your woman. Press to have it read as a word."
    assert parts[-1]["label"] == "“rose” is read as a word. Press if Rose, your woman, is meant."
    assert parts[-1]["key"] == "Rose 2"
    assert reading_of("a photo of Rose", "Rose")[0] == ""
    assert reading_of("Mr. Whiskers asleep", "Mr. Whiskers")[0] == ""
    assert reading_of("Rose on a table", "Rose")[0] == "[Rose] on a table"
    assert reading_of("Rose on a table")[0] == "{Rose} on a table"
    assert reading_of("a photo of Rose", "Rose", **{"Rose 1": "word"})[0] == "a photo of {Rose}"


@pytest.mark.parametrize("value", [-5, 99, 1.5, None, "", "many", math.nan, True, [1], {}])
def test_a_slider_leaves_whatever_it_holds_to_sentences_that_name_it(value: Any) -> None:
    assert slider(0, 10, label="Steps").preprocess(value) is value
