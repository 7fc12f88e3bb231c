"""The HTTP API by name, as gradio_client meets it, on a real server whose jobs are moved on by hand."""

import json
import re
import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import httpx
import pytest
from gradio_client import Client, handle_file
from gradio_client.exceptions import AppError
from PIL import Image

from studio.interop.comfy.writing import graph_of
from studio.interop.infotext import parameters_text
from studio.interop.metadata import png_texts
from studio.jobs.job import JobCommand
from studio.jobs.requests import PictureRequest
from studio.models.base_models import BASE_MODELS
from studio.models.checkpoint_names import checkpoint_name
from studio.people.person import OWNER
from studio.pictures.options import HiresFix, InitImage
from studio.store import Store, open_store
from studio.words import as_written, say
from tests.by_hand import begin, finish_explanation, finish_lesson, finish_pictures, keep_checkpoint
from tests.page_server import PageServer, page_server

POCKET = checkpoint_name(BASE_MODELS["pocket"])
ENDPOINTS = {
    "/teach", "/create", "/job", "/jobs", "/cancel_job", "/move_job", "/retry_job", "/subjects", "/subject_file",
    "/delete_subject", "/import_subject", "/pictures", "/picture", "/delete_picture", "/samplers", "/base_models",
    "/presets", "/pause_job", "/resume_job", "/finish_job", "/subject_checkpoints", "/choose_checkpoint",
    "/publish_choices", "/publish_subject", "/read_picture", "/keep_start",
    "/draw_again", "/picture_boxes", "/restore_picture", "/star_picture", "/explain_picture", "/picture_explanation",
    "/account", "/change_password", "/log_out_everywhere", "/new_token", "/tokens", "/revoke_token", "/take_everything",
    "/delete_everything", "/invite", "/invitations", "/revoke_invitation", "/guests", "/set_limits", "/remove_guest",
    "/let_guests_use",
}  # fmt: skip


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PageServer]:
    """One page for all tests here; each test uses names of its own and leaves the queue empty."""
    with page_server("tests/page_by_hand.py", tmp_path_factory.mktemp("api") / "data") as running:
        yield running


@pytest.fixture
def client(server: PageServer, tmp_path: Path) -> Client:
    return Client(server.url, verbose=False, download_files=str(tmp_path / "downloads"), analytics_enabled=False)


@pytest.fixture
def store(server: PageServer) -> Iterator[Store]:
    """The same data folder, as a worker would open it. Whatever waits at the end of a test is cancelled."""
    with open_store(server.data_folder) as opened:
        yield opened
        for job in opened.jobs.list(OWNER):
            if job.state in ("queued", "interrupted", "paused"):
                opened.jobs.ask(OWNER, job.id, JobCommand.CANCEL)
            elif job.state == "running":
                opened.jobs.cancelled(job.id)


def teach(client: Client, photos: Sequence[Path], name: str, **more: Any) -> str:
    files = [handle_file(photo) for photo in photos]
    return client.predict(photos=files, name=name, kind="cat", api_name="/teach", **more)["job_id"]


def taught(client: Client, store: Store, photos: Sequence[Path], name: str) -> None:
    teach(client, photos, name)
    finish_lesson(store, begin(store))


def post(server: PageServer, name: str, data: list[Any], headers: dict[str, str] | None = None) -> httpx.Response:
    """A queued call as a browser sends it, so also with what gradio_client itself would refuse to send."""
    body = json.dumps({"data": data, "session_hash": "by-hand"})  # json writes NaN, which is no JSON
    return httpx.post(
        f"{server.url}/gradio_api/call/{name}",
        content=body,
        headers={"content-type": "application/json", **(headers or {})},
    )


def answers(server: PageServer, asked: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What each of these events was answered with in the end."""
    found = []
    with httpx.Client(base_url=server.url, timeout=30) as client:
        for number, event in enumerate(asked):
            session = f"forged{number}"
            joined = client.post(
                "/gradio_api/queue/join",
                content=json.dumps({**event, "session_hash": session}),  # httpx itself would not send half a sign
                headers={"content-type": "application/json"},
            )
            assert joined.status_code == 200, joined.text
            with client.stream("GET", f"/gradio_api/queue/data?session_hash={session}") as lines:
                for line in lines.iter_lines():
                    message = json.loads(line.removeprefix("data:")) if line.startswith("data:") else {}
                    if message.get("msg") == "process_completed":
                        found.append(message)
                        break
    return found


def test_every_endpoint_of_the_contract_is_there_by_name(client: Client) -> None:
    named = client.view_api(return_format="dict", print_info=False)["named_endpoints"]  # type: ignore[index]
    assert set(named) == ENDPOINTS


def test_a_lesson_is_queued_followed_and_its_files_are_fetched(
    client: Client, store: Store, photos: Sequence[Path]
) -> None:
    answer = client.predict(
        photos=[handle_file(photo) for photo in photos], name="Dumpling", kind="a Cat", preset="quick",
        options={"rank": 4, "seed": 7, "captions": {photos[1].name: "[name] in the rain"}}, api_name="/teach",
    )  # fmt: skip
    assert answer["subject"] == "Dumpling"
    job = client.predict(answer["job_id"], api_name="/job")
    assert (job["state"], job["position"], job["request"]["kind"]) == ("queued", 1, "cat")
    recipe = job["request"]["recipe"]
    assert (recipe["rank"], recipe["seed"], recipe["samples"], recipe["steps"]) == (4, 7, 512, 128)
    assert job["request"]["captions"] == {"01.jpg": "dumpling cat in the rain"}

    running = begin(store)
    store.jobs.progress(running.id, step=10, loss=0.25, seconds_left=90.0, message=as_written("Going well."))
    job = client.predict(running.id, api_name="/job")
    assert (job["state"], job["step"], job["loss"], job["seconds_left"]) == ("running", 10, 0.25, 90.0)
    assert job["message"] == "Going well."

    finish_lesson(store, running)
    job = client.predict(running.id, api_name="/job")
    assert job["state"] == "done"
    subject = next(row for row in client.predict(api_name="/subjects") if row["name"] == "Dumpling")
    assert (subject["state"], subject["formats"], subject["photos"]) == ("ready", ["diffusers", "kohya"], 5)
    for format in ("kohya", "diffusers"):
        file = Path(client.predict("Dumpling", format, api_name="/subject_file"))
        assert file.read_bytes() == store.files.path(job["result"][format]).read_bytes()


def test_a_part_of_a_picture_is_drawn_again_and_who_is_where_in_it_is_told(
    client: Client, store: Store, photos: Sequence[Path]
) -> None:
    taught(client, store, photos, "Biscotti")
    client.predict("Biscotti on the beach", subjects=[{"name": "Biscotti"}], seed=5, api_name="/create")
    (picture,) = finish_pictures(store, begin(store), 2_000_000_100.0, {"Biscotti": (0.25, 0.25, 0.75, 1.0)})
    assert client.predict(picture.id, api_name="/picture_boxes") == {"Biscotti": [0.25, 0.25, 0.75, 1.0]}

    box = [0.5, 0.5, 0.75, 0.75]
    boxed = client.predict(id=picture.id, mask=None, box=box, seed=7, api_name="/draw_again")
    assert boxed["subjects"] == ["Biscotti"]
    (again,) = finish_pictures(store, begin(store), 2_000_000_200.0)
    row, _ = client.predict(again.id, api_name="/picture")
    assert (again.job_id, row["inpaint"]["box"], row["seed"]) == (boxed["job_id"], box, 7)

    masked = client.predict(id=picture.id, mask=handle_file(photos[0]), box=None, count=2, api_name="/draw_again")
    assert len(finish_pictures(store, begin(store), 2_000_000_300.0)) == 2
    assert masked["job_id"] != boxed["job_id"]
    with pytest.raises(AppError, match="by a mask, by a box, or by a subject"):
        client.predict(id=picture.id, mask=None, box=None, api_name="/draw_again")


def test_how_a_picture_came_about_is_asked_for_and_fetched(client: Client, store: Store) -> None:
    client.predict("a house in a garden", seed=5, api_name="/create")
    (picture,) = finish_pictures(store, begin(store), 2_000_000_150.0)
    with pytest.raises(AppError, match="not made yet"):
        client.predict(picture.id, "seed", api_name="/picture_explanation")
    asked = client.predict(picture.id, "seed", api_name="/explain_picture")
    assert asked == client.predict(picture.id, "seed", api_name="/explain_picture") and asked["state"] == "queued"
    job = begin(store)
    assert job.id == asked["job_id"]
    finish_explanation(store, job)
    row, files = client.predict(picture.id, "seed", api_name="/picture_explanation")
    assert [one["seed"] for one in row["requests"]] == [6, 7] and row["is_same_recipe"] is True
    assert [Path(file).name for file in files] == [one["file"] for one in row["variants"]]
    assert client.predict(picture.id, "seed", api_name="/explain_picture")["state"] == "done"
    for topic, told in (("lora", "Nobody whom you taught"), ("weather", "denoising, prompt, guidance")):
        with pytest.raises(AppError, match=told):
            client.predict(picture.id, topic, api_name="/explain_picture")


def test_pictures_are_queued_listed_and_the_very_png_is_fetched(
    client: Client, store: Store, photos: Sequence[Path]
) -> None:
    taught(client, store, photos, "Noodle")
    answer = client.predict(
        "Noodle on the beach", negative_prompt="rain", subjects=[{"name": "Noodle", "strength": 0.8}], sampler="Euler",
        steps=12, guidance_scale=4.5, seed=5, width=320, height=192, count=2, api_name="/create",
    )  # fmt: skip
    job = begin(store)
    assert job.id == answer["job_id"]
    finish_pictures(store, job, now=2_000_000_000.0)

    found = client.predict(search="beach", subject="Noodle", api_name="/pictures")
    assert [row["seed"] for row in found] == [6, 5]
    row, file = client.predict(found[0]["id"], api_name="/picture")
    assert row == found[0]
    expected = {
        "prompt": "noodle cat on the beach", "negative_prompt": "rain", "sampler": "Euler", "steps": 12,
        "guidance_scale": 4.5, "seed": 6, "width": 320, "height": 192, "base_model": "pocket",
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected
    assert row["subjects"] == [{"name": "Noodle", "strength": 0.8, "box": None}]
    assert Path(file).read_bytes() == store.files.picture_file(row["id"]).read_bytes()

    client.predict(row["id"], api_name="/star_picture")
    (with_star,) = client.predict(starred=True, api_name="/pictures")
    assert with_star == {**row, "starred": True}

    assert client.predict(row["id"], api_name="/delete_picture") == {"deleted": row["id"]}
    with pytest.raises(AppError, match="no picture"):
        client.predict(row["id"], api_name="/picture")
    assert client.predict(bin=True, api_name="/pictures") == [with_star]
    client.predict(row["id"], api_name="/restore_picture")
    assert client.predict(row["id"], api_name="/picture")[0] == with_star
    client.predict(row["id"], True, api_name="/delete_picture")
    assert not store.files.picture_file(row["id"]).exists()
    assert client.predict(bin=True, api_name="/pictures") == []


def test_a_picture_is_fetched_in_every_form_read_again_and_asked_for_once_more(
    client: Client, store: Store, photos: Sequence[Path]
) -> None:
    taught(client, store, photos, "Pretzel")
    asked = {"subjects": [{"name": "Pretzel", "strength": 0.8}], "steps": 12, "guidance_scale": 4.5, "seed": 5}
    client.predict("Pretzel on a hill", width=320, height=192, sampler="Euler", api_name="/create", **asked)
    (made,) = finish_pictures(store, begin(store), now=2_000_000_000.0)
    path = store.files.picture_file(made.id)
    request = made.request
    texts = parameters_text(request, 5, POCKET), graph_of(request, 5, POCKET)
    Image.new("RGB", (320, 192)).save(path, "PNG", pnginfo=png_texts(request, 5, *texts))

    found = []
    for format, suffix in (("png", ".png"), ("jpeg", ".jpg"), ("webp", ".webp")):
        _, file = client.predict(made.id, format, api_name="/picture")
        assert Path(file).suffix == suffix
        found.append(client.predict(handle_file(file), api_name="/read_picture"))

    assert found[0] == found[1] == found[2]
    assert (found[0]["program"], found[0]["remarks"]) == ("Cuddle", [])
    again = client.predict(**found[0]["parameters"], api_name="/create")["job_id"]
    assert store.jobs.get(OWNER, again).request == request
    with pytest.raises(AppError, match="The format is 'gif'; choose one of: png, jpeg, webp"):
        client.predict(made.id, "gif", api_name="/picture")
    with pytest.raises(AppError, match="is no picture with parameters"):
        client.predict(handle_file(__file__), api_name="/read_picture")


def test_a_picture_is_started_from_an_upload_or_an_earlier_one_and_made_larger(
    client: Client, store: Store, photos: Sequence[Path]
) -> None:
    kept = client.predict(handle_file(photos[0]), api_name="/keep_start")
    options = {"start": {**kept, "strength": 0.4}, "larger": {"scale": 2.0, "strength": 0.3}, "variation_strength": 0.2}
    client.predict("a house", options=options, width=384, height=256, api_name="/create")
    job = begin(store)
    request = job.request
    assert isinstance(request, PictureRequest)
    assert (request.start, request.larger) == (
        InitImage(file=kept["file"], strength=0.4),
        HiresFix(scale=2.0, strength=0.3),
    )
    assert (request.variation_strength, request.final_size) == (0.2, (768, 512))
    first = finish_pictures(store, job, now=2_000_000_001.0)[0]

    options = {"start": {"picture": first.id}, "grid": {"x": {"name": "start_strength", "values": [0.2, 0.8]}}}
    client.predict("a house", options=options, api_name="/create")
    job = begin(store)
    second, third = finish_pictures(store, job, now=2_000_000_002.0)
    row, _ = client.predict(third.id, api_name="/picture")
    assert row["start"] == {"file": second.request.start.file, "strength": 0.8}  # type: ignore[union-attr]
    assert (store.files.root / row["start"]["file"]).is_file()

    start = store.files.path(row["start"]["file"])
    client.predict(second.id, True, api_name="/delete_picture")
    assert start.is_file(), "another picture started from it"
    client.predict(third.id, True, api_name="/delete_picture")
    assert not start.exists()
    client.predict(first.id, True, api_name="/delete_picture")
    assert not store.files.path(kept["file"]).exists()


def test_a_drawn_seed_is_stored(client: Client, store: Store) -> None:
    first, second = (client.predict("a cat", api_name="/create")["job_id"] for _ in range(2))
    seeds = {client.predict(id, api_name="/job")["request"]["seed"] for id in (first, second)}
    assert len(seeds) == 2
    assert all(seed >= 0 for seed in seeds)


def test_the_queue_is_reordered_cancelled_and_tried_again(client: Client, store: Store) -> None:
    ids = [client.predict(f"picture {number}", api_name="/create")["job_id"] for number in range(3)]
    assert client.predict(ids[2], 1, api_name="/move_job")["position"] == 1
    waiting = [row["id"] for row in client.predict(api_name="/jobs") if row["state"] == "queued"]
    assert waiting == [ids[2], ids[0], ids[1]]
    assert client.predict(ids[0], api_name="/cancel_job")["state"] == "cancelled"
    with pytest.raises(AppError, match="only a job that waits"):
        client.predict(ids[0], 1, api_name="/move_job")
    again = client.predict(ids[0], api_name="/retry_job")
    assert (again["state"], again["position"]) == ("queued", 3)


def test_a_lesson_is_paused_resumed_and_finished_early(client: Client, store: Store, photos: Sequence[Path]) -> None:
    id = teach(client, photos, "Clementine")
    assert client.predict(id, api_name="/pause_job")["state"] == "paused"
    assert client.predict(id, api_name="/resume_job")["position"] == 1
    with pytest.raises(AppError, match="has not taken a step yet"):
        client.predict(id, api_name="/finish_job")
    begin(store)
    store.jobs.progress(id, step=12)
    asked = client.predict(id, api_name="/pause_job")
    assert (asked["state"], asked["wish"]) == ("running", "pause")
    store.jobs.hand_back(id)
    paused = client.predict(id, api_name="/job")
    assert (paused["state"], paused["step"], paused["samples_seen"]) == ("paused", 12, 48)
    assert client.predict(id, api_name="/finish_job")["wish"] == "finish"
    finish_lesson(store, begin(store), steps=12)
    done = client.predict(id, api_name="/job")
    assert (done["state"], done["step"], done["steps"]) == ("done", 12, 12)
    with pytest.raises(AppError, match="This job is done"):
        client.predict(id, api_name="/pause_job")
    with pytest.raises(AppError, match="only a paused one can be resumed"):
        client.predict(id, api_name="/resume_job")
    with pytest.raises(AppError, match="no job 'nobody'"):
        client.predict("nobody", api_name="/finish_job")


def test_an_earlier_checkpoint_is_seen_chosen_and_taken_back(
    client: Client, store: Store, photos: Sequence[Path]
) -> None:
    teach(client, photos, "Tangerine")
    job = begin(store)
    for step in (80, 160):
        keep_checkpoint(store, job, step)
    finish_lesson(store, job)
    rows, pictures = client.predict("Tangerine", api_name="/subject_checkpoints")
    assert [(row["step"], row["samples"], row["kept"], row["chosen"]) for row in rows] == [
        (80, 2, True, False), (160, 2, True, False), (288, 2, True, True)
    ]  # fmt: skip
    assert rows[0]["bytes"] == 3_000_000
    first = store.checkpoints.of(OWNER, job.id)[0]
    assert [Path(file).read_bytes() for file in pictures[:2]] == [
        store.files.path(file).read_bytes() for file in first.sample_files
    ]
    last = Path(client.predict("Tangerine", api_name="/subject_file")).read_bytes()
    assert client.predict("Tangerine", 80, api_name="/choose_checkpoint")["steps"] == 80
    for format in ("kohya", "diffusers"):
        file = Path(client.predict("Tangerine", format, api_name="/subject_file"))
        assert file.read_bytes() == store.files.path(first.lora_files[format]).read_bytes()
    rows, _ = client.predict("Tangerine", api_name="/subject_checkpoints")
    assert [row["chosen"] for row in rows] == [True, False, False]
    for step, words in (
        (81, "choose one of these steps: 80, 160, 288"),
        (-4, "The step is -4"),
        ("x", "The step is x"),
    ):
        with pytest.raises(AppError, match=words):
            client.predict("Tangerine", step, api_name="/choose_checkpoint")
    client.predict("Tangerine", 288, api_name="/choose_checkpoint")
    assert Path(client.predict("Tangerine", api_name="/subject_file")).read_bytes() == last


def test_the_choices_come_with_plain_words(client: Client) -> None:
    samplers = client.predict(api_name="/samplers")
    assert samplers[0]["name"] == "DPM++ 2M Karras"
    assert samplers[0]["recommended"]
    assert all(row["description"] for row in samplers)
    models = client.predict(api_name="/base_models")
    assert [row["id"] for row in models if row["automatic"]] == ["pocket"]
    presets = client.predict(api_name="/presets")
    assert [row["name"] for row in presets] == ["quick", "balanced", "thorough"]
    assert presets[0]["numbers"]["sdxl"]["person"]["rank"] == 32


def test_a_lora_file_is_taken_in(client: Client, store: Store, tmp_path: Path) -> None:
    file = tmp_path / "from_elsewhere.safetensors"
    header = json.dumps({"__metadata__": {"modelspec.trigger_phrase": "mochi"}}).encode()
    file.write_bytes(struct.pack("<Q", len(header)) + header + b"\0" * 8)
    answer = client.predict(file=handle_file(file), name="Mochi", kind="dog", api_name="/import_subject")
    job = client.predict(answer["job_id"], api_name="/job")
    assert (job["kind"], job["request"]["trigger_word"]) == ("import", "mochi")


def test_a_subject_is_deleted_with_its_files(client: Client, store: Store, photos: Sequence[Path]) -> None:
    taught(client, store, photos, "Pudding")
    client.predict("Pudding", api_name="/delete_subject")
    assert not store.files.lora_folder(OWNER, "pudding").exists()
    with pytest.raises(AppError, match="no subject named 'Pudding'"):
        client.predict("Pudding", api_name="/subject_file")


def test_two_photos_are_too_few_and_a_text_is_no_photo(
    client: Client, store: Store, photos: Sequence[Path], tmp_path: Path
) -> None:
    with pytest.raises(AppError, match="You gave 2 photos; 3 to 20 are fine"):
        teach(client, photos[:2], "Crumpet")
    text = tmp_path / "notes.jpg"
    text.write_text("I am no photo.")
    with pytest.raises(AppError, match=r"notes\.jpg is not a photo but a text file; .* There are 2 photos left"):
        teach(client, [*photos[:2], text], "Crumpet")


def test_a_taken_name_is_said(client: Client, store: Store, photos: Sequence[Path]) -> None:
    teach(client, photos, "Waffle")
    with pytest.raises(AppError, match="subject named 'Waffle' already"):
        teach(client, photos, "waffle")


def test_not_a_number_as_a_strength_gets_a_sentence(
    server: PageServer, client: Client, store: Store, photos: Sequence[Path]
) -> None:
    taught(client, store, photos, "Pancake")
    choice = {"name": "Pancake", "strength": float("nan")}
    values = ["a cat", "", [choice], None, None, None, -1, None, None, 1, "auto", {}]
    event = post(server, "create", values).json()["event_id"]
    with httpx.stream("GET", f"{server.url}/gradio_api/call/create/{event}") as answer:
        said = "".join(answer.iter_text())
    assert "likeness strength of Pancake is nan" in said


def test_the_data_folder_is_closed_to_every_request(server: PageServer, client: Client, store: Store) -> None:
    for name in ("studio.db", "pictures", "worker.lock"):
        answer = httpx.get(f"{server.url}/gradio_api/file={server.data_folder / name}")
        assert answer.status_code == 404, name


def test_another_sites_page_gets_nothing(server: PageServer) -> None:
    assert httpx.get(server.url, headers={"host": "evil.example.com"}).status_code == 400
    port = server.url.rpartition(":")[2]
    assert httpx.get(server.url, headers={"host": f"localhost:{port}"}).status_code == 200
    from_elsewhere = {"origin": "https://evil.example.com"}
    assert post(server, "subjects", [], from_elsewhere).status_code == 403
    assert post(server, "subjects", [], {"origin": server.url}).status_code == 200


def test_with_a_login_nothing_is_answered_without_it(tmp_path: Path) -> None:
    with page_server("tests/page_by_hand.py", tmp_path / "locked", ["--password", "a long one"]) as locked:
        for path in ("/config", "/gradio_api/info", f"/gradio_api/file={locked.data_folder}/studio.db"):
            assert httpx.get(locked.url + path).status_code == 401, path
        asking = {"data": [], "component_id": 1, "fn_name": "newest_now", "session_hash": "anybody"}
        assert httpx.post(f"{locked.url}/gradio_api/component_server/", json=asking).status_code == 401
        wrong = httpx.post(f"{locked.url}/login", data={"username": "cuddle", "password": "a guess"})
        assert wrong.status_code == 400
        client = Client(locked.url, auth=("cuddle", "a long one"), verbose=False, analytics_enabled=False)
        assert client.predict(api_name="/subjects") == []


def test_forged_values_at_the_handlers_of_the_page_get_a_sentence_and_leave_no_traceback(server: PageServer) -> None:
    config = httpx.get(f"{server.url}/config").json()
    handlers = [one for one in config["dependencies"] if one["backend_fn"] and one["inputs"]][::7]
    forged: list[object] = [{"path": "/etc/passwd", "meta": {"_type": "gradio.FileData"}}, 5, ["\ud800"], {}]
    asked = [
        {"fn_index": one["id"], "data": [forged[place % 4]] * len(one["inputs"]), "event_data": 5}
        for place, one in enumerate(handlers)
    ]
    asked += [{"fn_index": handlers[0]["id"], "data": []}]
    said_before = len(server.log.read_text(encoding="utf-8"))
    said = [(one["success"], one["output"].get("error")) for one in answers(server, asked)]
    assert [sentence for success, sentence in said if not success and not sentence] == []
    assert say("something-broke") not in [sentence for _, sentence in said]
    assert re.fullmatch(r"0 values came, and \d are needed; reload the page and try again\.", said[-1][1])
    assert "Traceback" not in server.log.read_text(encoding="utf-8")[said_before:]


def test_a_press_that_comes_just_after_an_answer_is_answered_on_the_same_stream(server: PageServer) -> None:
    with httpx.Client(base_url=f"{server.url}/gradio_api", timeout=30) as http:
        handlers = httpx.get(f"{server.url}/config", timeout=30).json()["dependencies"]
        index = next(number for number, one in enumerate(handlers) if one["api_name"] == "samplers")

        def ask() -> str:
            body = {"data": [], "fn_index": handlers[index]["id"], "session_hash": "quick-fingers"}
            return http.post("/queue/join", json=body).json()["event_id"]

        asked = [ask()]
        answered: list[str] = []
        with http.stream("GET", "/queue/data", params={"session_hash": "quick-fingers"}) as stream:
            for line in stream.iter_lines():
                message = json.loads(line.removeprefix("data:")) if line else {"msg": ""}
                if message["msg"] == "process_completed" and message["event_id"] in asked:
                    assert message["success"]
                    answered.append(message["event_id"])
                    if len(asked) < 3:
                        asked.append(ask())
                if message["msg"] == "close_stream":
                    break
    assert answered == asked
