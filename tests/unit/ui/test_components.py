"""The pieces of the page that are HTML: safe, and told in words too."""

import re
from pathlib import Path

import pytest

from studio.jobs import Job, JobState, Wish
from tests.unit.ui.rows import lesson, picture, picture_job, subject
from ui.components.creation_panel import creation_html
from ui.components.jobs_strip import action_of, jobs_strip_html
from ui.components.lesson_panel import lesson_html
from ui.components.loss_chart import loss_chart, smoothed
from ui.components.picture_details import picture_details_html
from ui.components.subject_cards import subject_cards_html, subject_details_html
from ui.handouts import Handouts
from ui.live import LivePart, refreshed
from ui.snapshot import Snapshot

EVIL = '<img src=x onerror=alert(1)>"'
NOW = 10_000.0


def snapshot(*jobs: Job, **changes: object) -> Snapshot:
    values: dict[str, object] = {
        "now": NOW, "worker_alive": True, "worker_message": "", "jobs": list(jobs), "subjects": [], "lesson": None,
        "losses": [], "samples": [], "creation": None, "fresh_pictures": [],
    }  # fmt: skip
    return Snapshot(**{**values, **changes})  # type: ignore[arg-type]


@pytest.fixture
def handouts(tmp_path: Path) -> Handouts:
    return Handouts(tmp_path / "handouts", lambda file: tmp_path / file)


def buttons(html: str) -> list[str]:
    return re.findall(r'data-act="(\w+)"', html)


@pytest.mark.parametrize(
    ("job", "expected"),
    [
        (lesson(), ["cancel"]),
        (lesson(position=2), ["up", "cancel"]),
        (lesson(state=JobState.INTERRUPTED, position=2), ["up", "cancel"]),
        (lesson(state=JobState.RUNNING, position=None), ["cancel"]),
        (lesson(state=JobState.RUNNING, position=None, wish=Wish.CANCEL), []),
        (lesson(state=JobState.FAILED, position=None, ended_at=NOW - 5), ["again"]),
        (lesson(state=JobState.CANCELLED, position=None, ended_at=NOW - 5), ["again"]),
        (lesson(state=JobState.DONE, position=None, ended_at=NOW - 5), []),
    ],
)
def test_a_job_has_the_buttons_that_its_state_allows(job: Job, expected: list[str]) -> None:
    assert buttons(jobs_strip_html(snapshot(job))) == expected


def test_old_news_leaves_the_strip() -> None:
    old = lesson(state=JobState.DONE, position=None, ended_at=NOW - 3600)
    assert "Nothing is going on" in jobs_strip_html(snapshot(old))


def test_a_missing_worker_is_said_while_something_waits() -> None:
    html = jobs_strip_html(snapshot(lesson(), worker_alive=False, worker_message="The worker ended with code 1."))
    assert "The worker ended with code 1." in html


def test_nothing_that_people_typed_becomes_html(handouts: Handouts) -> None:
    evil = subject(EVIL)
    shown = [
        jobs_strip_html(snapshot(lesson(EVIL), picture_job(), subjects=[evil])),
        lesson_html(snapshot(lesson=lesson(EVIL)), handouts),
        subject_cards_html(snapshot(subjects=[evil]), handouts),
        subject_details_html(evil),
        creation_html(snapshot(creation=picture_job(state=JobState.FAILED, message=EVIL)), handouts),
        picture_details_html(picture()),
    ]
    for html in shown:
        assert "<img src=x" not in html
        assert 'onerror=alert(1)>"' not in html


def test_what_was_pressed_is_read_from_anything() -> None:
    assert action_of({"act": "cancel", "id": "x"}) == ("cancel", "x")
    for odd in (None, [], "cancel", 5):
        assert action_of(odd) == ("", "")


def test_a_loss_chart_says_what_it_shows_and_is_never_too_long() -> None:
    assert loss_chart([(1, 0.5)], 10) == ""
    html = loss_chart([(step, 1 / (1 + step)) for step in range(5000)], 5000)
    assert 'aria-label="Loss over 4999 steps: from 1.000 to' in html
    assert len(html) < 10_000


def test_a_smoothed_line_starts_at_its_first_value_and_keeps_a_constant() -> None:
    assert smoothed([0.4, 0.4, 0.4]) == pytest.approx([0.4, 0.4, 0.4])
    assert smoothed([1.0, 0.0])[0] == pytest.approx(1.0)


def test_a_part_is_sent_again_only_when_it_changed() -> None:
    sent: list[str] = []

    def update(content: str) -> str:
        sent.append(content)
        return content

    part = LivePart(component=None, content=lambda now: f"{len(now.jobs)} jobs", update=update)  # type: ignore[arg-type]
    _, seen = refreshed([part], snapshot(), {})
    _, seen = refreshed([part], snapshot(), seen)
    assert sent == ["0 jobs"]
    refreshed([part], snapshot(lesson()), seen)
    assert sent == ["0 jobs", "1 jobs"]
