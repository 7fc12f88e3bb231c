"""Hostile values and files over real HTTP: each gets a sentence, nothing is stored or run, and none costs others much.

benchmarks/hostile makes them and says what is a fault; `python -m benchmarks.hostile` sends many more.
"""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from benchmarks.hostile.files_round import send_files
from benchmarks.hostile.target import Target, target
from benchmarks.hostile.values_round import send_values
from studio.people.person import OWNER
from studio.store import open_store

SEED = 20


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    """One page for all tests here, over a folder that is put back after each call that changed it."""
    with target(tmp_path_factory.mktemp("hostile")) as running:
        yield running


def test_hostile_values_at_the_handlers_get_a_sentence_and_store_nothing(page: Target) -> None:
    assert send_values(page, 60, SEED).faults == {}


def test_hostile_files_at_every_upload_get_a_sentence_and_store_nothing(page: Target, tmp_path: Path) -> None:
    assert send_files(page, 22, SEED, tmp_path).faults == {}


@pytest.mark.slow(quick_sibling="test_hostile_values_at_the_handlers_get_a_sentence_and_store_nothing")
def test_more_hostile_values_get_a_sentence_and_store_nothing(page: Target) -> None:
    assert send_values(page, 400, SEED + 1).faults == {}


@pytest.mark.slow(quick_sibling="test_hostile_files_at_every_upload_get_a_sentence_and_store_nothing")
def test_more_hostile_files_get_a_sentence_and_store_nothing(page: Target, tmp_path: Path) -> None:
    assert send_files(page, 88, SEED + 1, tmp_path).faults == {}


@pytest.mark.parametrize(
    ("path", "changes", "said"),
    [
        ("/run/predict", {"fn_index": 10**9}, "The fn_index of this call is 1000000000"),
        ("/run/predict", {"fn_index": "7"}, "The fn_index of this call is 7"),
        ("/run/no_such_handler", {"fn_index": None}, "The fn_index of this call is"),
        ("/queue/join", {"session_hash": "x" * 101}, "The session_hash of this call is xxx"),
        ("/queue/join", {"event_id": ["a"]}, "The event_id of this call is ['a']"),
        ("/queue/join", {"batched": True}, "The batched of this call is True"),
        ("/queue/join", {"data": "a"}, "This call cannot be read"),
        ("/call/jobs", {"data": None}, "This call cannot be read"),
        ("/component_server", {"component_id": -1, "fn_name": "shown"}, "The component_id of this call is -1"),
        ("/component_server", {"component_id": 1, "fn_name": {}}, "The fn_name of this call is {}"),
    ],
)
def test_a_call_that_gradio_cannot_read_is_refused_in_one_sentence(
    page: Target, path: str, changes: dict[str, object], said: str
) -> None:
    body = {"data": [], "fn_index": 0, "session_hash": "forged", **changes}
    answer = httpx.post(f"{page.server.url}/gradio_api{path}", json=body, timeout=30)
    assert (answer.status_code, answer.json()["detail"].startswith(said)) == (422, True), answer.text


def test_what_a_handler_without_a_queue_refuses_is_answered_with_its_sentence_as_a_refusal(page: Target) -> None:
    act = next(one for one in page.handlers if one.name == "act")
    answer = page.caller.ask(act, [], {"act": "nothing", "id": "nobody"})
    assert (answer.status, answer.sentence) == (422, "That button is not known; reload the page.")


def test_a_page_whose_job_is_gone_goes_on_being_refreshed(page: Target) -> None:
    make_larger, follow, refresh = (
        next(one for one in page.handlers if one.name == name) for name in ("larger", "follow", "refresh")
    )
    with open_store(page.server.data_folder) as store:
        before = {job.id for job in store.jobs.list(OWNER)}
        page.caller.ask(make_larger, [page.filled.pictures[0]])
        (job,) = {job.id for job in store.jobs.list(OWNER)} - before
    assert page.caller.ask(follow, [], {"id": job}).sentence is None
    page.kept.restore()
    assert page.caller.ask(refresh, [None] * len(refresh.names)).sentence is None


def test_a_picture_to_start_from_is_not_kept_where_its_base_model_is_none(page: Target) -> None:
    kept = next(one for one in page.handlers if one.name == "kept")
    answer = page.caller.ask(kept, [page.caller.upload(page.filled.photos[2], "start.jpg"), "nobody knows"])
    assert answer.sentence is not None and answer.sentence.startswith("There is no base model 'nobody knows'")
    assert not page.kept.is_changed()


def test_a_file_that_comes_with_a_press_gets_a_sentence_and_no_traceback(page: Target) -> None:
    choose = next(one for one in page.handlers if one.name == "choose")
    said_before = len(page.server.log.read_text(encoding="utf-8"))
    answer = page.caller.ask(choose, [], {"path": "/etc/passwd", "meta": {"_type": "gradio.FileData"}})
    assert answer.sentence == "What was pressed is not known; reload the page and press it again."
    assert "Traceback" not in page.server.log.read_text(encoding="utf-8")[said_before:]
