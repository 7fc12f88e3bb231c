"""An owner and two guests against each other, over real HTTP: nobody reads or changes what is another's."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest
from gradio_client import Client

from studio.people.people import People
from studio.store import Store, open_store
from tests.conftest import draw_photo
from tests.others_things import (
    PASSWORD,
    Handler,
    Somebody,
    answers,
    attempts,
    come_back,
    come_in,
    everything,
    functions_of,
    give_things,
    let_jobs_wait,
)
from tests.page_server import PageServer, page_server
from tests.still_studio import studio_over

QUICK_EVERY, SLOW_EVERY = 300, 60  # of all attempts, in turn: each handler is tried with something


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[PageServer, Store, list[Somebody]]]:
    """A page behind a login, and the owner, Anna and Ben in it, each with things of her or his own."""
    folder = tmp_path_factory.mktemp("people")
    photos = [folder / f"photo_{number}.jpg" for number in range(5)]
    for number, path in enumerate(photos):
        draw_photo(number).save(path, quality=92)
    with ExitStack() as stack:
        server = stack.enter_context(page_server("tests/page_by_hand.py", folder / "data", ["--password", PASSWORD]))
        store = stack.enter_context(open_store(folder / "data"))
        people = [come_in(stack, server, store, name, is_owner=name == "cuddle") for name in ("cuddle", "Anna", "Ben")]
        studio = studio_over(store, seed=None)
        for who in people:
            give_things(who, studio, store, photos)
        for who in people:
            let_jobs_wait(who, studio)
        yield server, store, people


def tried_handlers(one: Somebody, other: Somebody, every: int) -> tuple[int, list[str]]:
    """How many calls of handlers were tried, and the answers in which another's words stood."""
    count, told = 0, list[str]()
    for place, handler in enumerate(Handler.all_of(one)):
        calls = [call for name in other.names for call in attempts(handler, name, other.tab)]
        chosen = calls[place % every :: every]
        count += len(chosen)
        told += [text for text in answers(one, chosen, is_queued=handler.is_queued) if other.secret_word in text]
        come_back(one)
    return count, told


def tried_functions(one: Somebody, other: Somebody, every: int) -> tuple[int, list[str]]:
    """The same for what scripts of the page call."""
    values: list[Any] = []
    for own in other.names:
        values += [own, [own], {"id": own, "ids": [own], "name": own, "subject": own}, {"ids": [own]}, [own, 1]]
    count, told = 0, list[str]()
    for place, (component, name) in enumerate(functions_of(one)):
        for value in values[place % every :: every]:
            body = {"component_id": component, "fn_name": name, "data": value, "session_hash": one.tab}
            text = one.client.post("/gradio_api/component_server", json=body).text
            count += 1
            told += [text] if other.secret_word in text else []
        come_back(one)
    return count, told


def tried_files(one: Somebody, other: Somebody) -> tuple[int, list[str]]:
    """How many addresses of files were tried, and those that were answered with a file."""
    count, got = 0, list[str]()
    for address in other.addresses:
        path = address.partition("=")[2]
        folder, _, file = path.rpartition("/")
        for way in (
            address, f"gradio_api/file/{path}", f"gradio_api/file={folder}/../{folder.rpartition('/')[2]}/{file}",
            f"gradio_api/file=/{path}", f"gradio_api//file={path}", f"gradio_api/file={path}?x=1",
        ):  # fmt: skip
            for method in ("GET", "HEAD"):
                count += 1
                got += [way] if one.client.request(method, way).status_code == 200 else []
    for row in other.names:
        count += 1
        got += [row] if one.client.get(f"gradio_api/file={row}").status_code == 200 else []
    return count, got


def pairs_of(people: Sequence[Somebody]) -> list[tuple[Somebody, Somebody]]:
    """Everybody who tries, with everybody whose things those are."""
    return [(one, other) for one in people for other in people if other is not one]


def nothing_of_anothers(store: Store, pairs: Sequence[tuple[Somebody, Somebody]], every: int) -> int:
    """Try, and say how often. Meanwhile nobody does anything with her own things but the one who tries."""
    total = 0
    for one, other in pairs:
        assert all(other.client.get(address).status_code == 200 for address in other.addresses), "they are there"
        count, got = tried_files(one, other)
        assert got == []
        total += count
    for one, other in pairs:
        before = everything(store, other.person)
        for count, told in (tried_handlers(one, other, every), tried_functions(one, other, every)):
            assert told == []
            total += count
        assert everything(store, other.person) == before
    return total


def test_nobody_reads_or_changes_anothers_things(
    house: tuple[PageServer, Store, list[Somebody]], capsys: pytest.CaptureFixture[str]
) -> None:
    _server, store, (owner, anna, ben) = house
    count = nothing_of_anothers(store, [(anna, owner), (owner, ben)], QUICK_EVERY)
    with capsys.disabled():
        print(f"\n{count} attempts at another's things, none of which read or changed any")


@pytest.mark.slow(quick_sibling="tests/contract/test_others_things.py::test_nobody_reads_or_changes_anothers_things")
def test_nobody_reads_or_changes_anothers_things_however_they_are_named(
    house: tuple[PageServer, Store, list[Somebody]], capsys: pytest.CaptureFixture[str]
) -> None:
    _server, store, people = house
    count = nothing_of_anothers(store, pairs_of(people), SLOW_EVERY)
    with capsys.disabled():
        print(f"\n{count} attempts at another's things, none of which read or changed any")


def test_nobody_hears_what_another_persons_tab_is_told(house: tuple[PageServer, Store, list[Somebody]]) -> None:
    _server, _store, (owner, anna, _ben) = house
    handler = Handler.named(anna, "jobs")
    call = {"fn_index": handler.number, "data": [5], "session_hash": anna.tab}
    event = anna.client.post("/gradio_api/queue/join", json=call).json()["event_id"]
    begun = anna.client.post("/gradio_api/call/jobs", json={"data": [5]}).json()["event_id"]
    for method, path, body in (
        ("GET", f"/gradio_api/queue/data?session_hash={anna.tab}", None),
        ("GET", f"/gradio_api/call/jobs/{begun}", None),
        ("GET", f"/gradio_api/heartbeat/{anna.tab}", None),
        ("POST", "/gradio_api/cancel", {"session_hash": anna.tab, "fn_index": handler.number, "event_id": event}),
        ("POST", "/gradio_api/reset", {"event_id": event}),
        ("POST", "/gradio_api/queue/join", call),
        ("POST", "/gradio_api/run/predict", call),
    ):
        answer = owner.client.request(method, path, json=body)
        assert (answer.status_code, "Not found." in answer.text) == (404, True), path
    no_json = f'{{"fn_index": {handler.number}, "data": [NaN], "session_hash": "{anna.tab}"}}'
    for path in ("/gradio_api/queue/join", "/gradio_api/run/predict"):
        answer = owner.client.post(path, content=no_json, headers={"content-type": "application/json"})
        assert answer.status_code == 404, "gradio reads NaN, too"
    with anna.client.stream("GET", "/gradio_api/queue/data", params={"session_hash": anna.tab}) as stream:
        assert any("process_completed" in line for line in stream.iter_lines())
    assert "event: complete" in anna.client.get(f"/gradio_api/call/jobs/{begun}").text


def test_a_program_shows_a_token_and_is_that_person_until_it_is_revoked(
    house: tuple[PageServer, Store, list[Somebody]],
) -> None:
    server, store, (_owner, anna, _ben) = house
    people = People(store)
    token = people.new_token(anna.person, "script")
    headers = {"Authorization": f"Bearer {token.secret}"}
    client = Client(server.url, headers=headers, verbose=False, analytics_enabled=False)
    names = [subject["name"] for subject in client.predict(api_name="/subjects")]
    assert "ZibAnna" in names
    assert not {"Zibcuddle", "ZibBen"} & set(names)
    wrong = {"Authorization": f"Bearer {token.secret}x"}
    assert httpx.get(f"{server.url}/config", headers=wrong, timeout=60).status_code == 401
    people.revoke_token(anna.person, token.id)


def test_a_photo_that_two_people_upload_is_each_ones_own(
    house: tuple[PageServer, Store, list[Somebody]], tmp_path: Path
) -> None:
    _server, _store, (_owner, anna, ben) = house
    draw_photo(3).save(tmp_path / "same.jpg")
    content = (tmp_path / "same.jpg").read_bytes()

    def uploaded(who: Somebody) -> str:
        (path,) = who.client.post("/gradio_api/upload", files={"files": ("same.jpg", content)}).json()
        return f"gradio_api/file={path}"

    address = uploaded(anna)
    assert ben.client.get(address).status_code == 404
    assert uploaded(ben) == address
    assert [who.client.get(address).status_code for who in (anna, ben)] == [200, 200]


def test_the_apis_description_tells_a_guest_nothing_of_others(
    house: tuple[PageServer, Store, list[Somebody]],
) -> None:
    _server, _store, people = house
    for one in people:
        told = "".join(one.client.get(path).text for path in ("/", "/config", "/gradio_api/info"))
        assert not [other.secret_word for other in people if other.secret_word in told]
