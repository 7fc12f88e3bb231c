"""Publishing on the page: what the panel and the strip say, and that nothing anybody wrote becomes HTML."""

from typing import Any

import pytest

from studio.hub.account import HubAccount
from studio.hub.publishing import Published
from studio.jobs.job import Job, JobKind, JobState
from studio.people.person import OWNER, Person
from studio.subjects.subject import Subject
from studio.words import as_written
from tests.hub_requests import hub_import_request, publish_request
from tests.unit.ui.components.test_components import EVIL, NOW, buttons, snapshot
from ui import words
from ui.components.jobs.strip import jobs_strip_html
from ui.components.subjects.publish_panel import account_html, is_offered

PUBLISHED = Published(repository="anna/dumpling-lora", private=True, license="mit", at=NOW)


def publishing(**changes: Any) -> Job:
    values: dict[str, Any] = {
        "id": "publish",
        "kind": JobKind.PUBLISH,
        "state": JobState.RUNNING,
        "request": publish_request(),
    }
    return Job(**{"owner": OWNER, **values, "steps": 1, **changes})


def test_the_account_line_says_as_whom_and_where_it_is_already() -> None:
    anna = HubAccount(name="anna")
    assert "You publish as <b>anna</b>." in account_html(anna, None)
    again = account_html(anna, PUBLISHED)
    assert 'href="https://huggingface.co/anna/dumpling-lora"' in again and "Only you (private)" in again


def test_a_problem_is_all_that_is_said() -> None:
    said = account_html(HubAccount(problem=as_written("No token yet.")), PUBLISHED)
    assert "No token yet." in said and "publish as" not in said


def test_nothing_that_the_hub_says_becomes_html() -> None:
    shown = account_html(HubAccount(name=EVIL), Published(repository=EVIL, private=False, license="", at=NOW))
    assert "<img" not in shown and "<img" not in account_html(HubAccount(problem=as_written(EVIL)), None)
    done = publishing(state=JobState.DONE, ended_at=NOW, result={"url": EVIL})
    assert "<img" not in jobs_strip_html(snapshot(done))
    assert "href" not in jobs_strip_html(
        snapshot(publishing(state=JobState.DONE, ended_at=NOW, result={"url": "javascript:x"}))
    )


def test_the_strip_shows_an_upload_with_a_bar_and_a_way_to_stop_it() -> None:
    job = publishing(part=0.4, message=as_written("Uploading to anna/dumpling-lora: 37 of 93 MB"), seconds_left=90.0)
    shown = jobs_strip_html(snapshot(job))
    assert "Publish: Dumpling" in shown and 'aria-valuenow="40"' in shown
    assert "Uploading to anna/dumpling-lora: 37 of 93 MB · about 2 minutes left" in shown
    assert buttons(shown) == ["cancel"]


@pytest.mark.parametrize("state", [JobState.FAILED, JobState.CANCELLED])
def test_an_upload_that_ended_badly_may_be_tried_again(state: JobState) -> None:
    assert buttons(
        jobs_strip_html(snapshot(publishing(state=state, ended_at=NOW, message=as_written("Offline."))))
    ) == ["again"]


def test_what_is_published_has_a_link_to_its_page() -> None:
    url = "https://huggingface.co/anna/dumpling-lora"
    shown = jobs_strip_html(snapshot(publishing(state=JobState.DONE, ended_at=NOW, result={"url": url})))
    assert f'href="{url}"' in shown and "on the Hub as anna/dumpling-lora, private" in shown


def test_a_lora_of_the_hub_is_named_as_such() -> None:
    job = publishing(kind=JobKind.HUB_IMPORT, request=hub_import_request())
    assert words.job_title(job) == "LoRA from the Hub: Luna"
    assert "LoRA from the Hub: Luna" in jobs_strip_html(snapshot(job))
    fetched = publishing(
        kind=JobKind.HUB_IMPORT, request=hub_import_request(), state=JobState.QUEUED, step=1, steps=2, position=1
    )
    assert words.job_standing(fetched) == "Next in the queue · the file is here"


def test_publishing_is_offered_to_the_owner_alone_and_of_what_is_ready() -> None:
    ready, learning = (
        Subject(owner=OWNER, name="Mango", kind="cat", trigger_word="mango", base_model="pocket", state=state)
        for state in ("ready", "learning")
    )
    assert is_offered(OWNER, ready)
    assert not is_offered(OWNER, learning)
    assert not is_offered(Person(id="ben"), ready)
