"""Publishing a subject, by the real huggingface_hub, on a real HTTP server that answers as the Hub does."""

import io
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from huggingface_hub import HfApi, ModelCard, constants
from PIL import Image, PngImagePlugin

from studio.errors import NotFound, StudioError
from studio.hub import upload as hub_publish
from studio.hub.requests import PublishRequest, SamplePicture
from studio.hub.transfer import Transfer
from studio.words import say
from tests.contract.hub_world import READ_TOKEN, TOKEN, hub_of_anna, point_at
from tests.hub_requests import publish_request
from tests.hub_server import Hub
from tests.hub_writing import Refusal

# huggingface_hub hands an opened file to its HTTP client by the older of two names
pytestmark = pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning")

NAME = "anna/dumpling-lora"
KOHYA, DIFFUSERS = "dumpling.safetensors", "pytorch_lora_weights.safetensors"
LORA_BYTES = 400_000


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    with hub_of_anna(tmp_path / "hub", monkeypatch) as running:
        yield running


@pytest.fixture
def data(data_folder: Path) -> Path:
    """A data folder with Dumpling's LoRA files, two pictures with their parameters inside, and a photo."""
    noise = random.Random(7)
    for name in ("loras/dumpling/dumpling.safetensors", "loras/dumpling/dumpling_diffusers.safetensors"):
        write(data_folder / name, noise.randbytes(LORA_BYTES))
    for number in range(2):
        facts = PngImagePlugin.PngInfo()
        facts.add_text("parameters", "a secret prompt")
        facts.add_text("cuddle", json.dumps({"base_model": "/home/anna/private/model.safetensors"}))
        buffer = io.BytesIO()
        Image.effect_noise((64, 64), 60 + number).convert("RGB").save(buffer, "PNG", pnginfo=facts)
        write(data_folder / f"pictures/{number}.png", buffer.getvalue())
    exif = Image.Exif()
    exif[0x010E] = "Anna's kitchen, 52.5 north 13.4 east"
    buffer = io.BytesIO()
    Image.effect_noise((64, 64), 90).convert("RGB").save(buffer, "JPEG", exif=exif)
    write(data_folder / "photos/lesson/00.jpg", buffer.getvalue())
    return data_folder


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def wanted(**changes: Any) -> PublishRequest:
    values: dict[str, Any] = {
        "base_model": "sdxl",
        "family": "sdxl",
        "lora_files": {
            "kohya": "loras/dumpling/dumpling.safetensors",
            "diffusers": "loras/dumpling/dumpling_diffusers.safetensors",
        },
        "pictures": (
            SamplePicture(file="pictures/0.png", prompt="dumpling cat on the beach", negative_prompt="rain"),
            SamplePicture(file="pictures/1.png", prompt="a photo of dumpling cat: in “Paris”"),
        ),
        "repository": NAME,
        "license": "openrail++",
    }
    return publish_request(**{**values, **changes})


def publish(data: Path, seen: list[Transfer] | None = None, **changes: Any) -> dict[str, Any]:
    ticks = iter(range(10**9))
    return hub_publish.publish(
        wanted(**changes),
        lambda file: data / file,
        (lambda upload: None) if seen is None else seen.append,
        clock=lambda: float(next(ticks)),
    )


def card_of(hub: Hub, name: str = NAME) -> dict[str, Any]:
    return yaml.safe_load((hub.made[name].folder / "README.md").read_text(encoding="utf-8").split("---\n", 2)[1])


def test_a_subject_is_published_in_one_commit_private_with_both_files_card_and_pictures(hub: Hub, data: Path) -> None:
    result = publish(data)
    repository = hub.made[NAME]
    assert repository.private and len(repository.commits) == 1
    images = [name for name in repository.files() if name.startswith("images/")]
    assert repository.files() == sorted([".gitattributes", "README.md", KOHYA, DIFFUSERS, *images])
    assert len(images) == 2
    for name, file in ((KOHYA, "dumpling.safetensors"), (DIFFUSERS, "dumpling_diffusers.safetensors")):
        assert (repository.folder / name).read_bytes() == (data / "loras/dumpling" / file).read_bytes()
    assert result["url"] == f"{hub.url}/{NAME}" and result["commit"] == repository.sha
    assert result["private"] and set(result["files"]) == {"README.md", KOHYA, DIFFUSERS, *images}
    info = HfApi().model_info(NAME)
    assert (
        info.private and info.card_data is not None and info.card_data["instance_prompt"] == "a photo of dumpling cat"
    )


def test_the_card_says_what_the_hub_reads_and_shows_the_pictures_with_their_prompts(hub: Hub, data: Path) -> None:
    publish(data)
    facts = card_of(hub)
    images = [row["output"]["url"] for row in facts["widget"]]
    assert facts["base_model"] == "stabilityai/stable-diffusion-xl-base-1.0"
    assert (facts["instance_prompt"], facts["license"]) == ("a photo of dumpling cat", "openrail++")
    assert {"lora", "text-to-image", "diffusers", "stable-diffusion-xl", "template:sd-lora"} <= set(facts["tags"])
    assert facts["widget"][0] == {
        "text": "dumpling cat on the beach",
        "output": {"url": images[0]},
        "parameters": {"negative_prompt": "rain"},
    }
    assert facts["widget"][1]["text"] == "a photo of dumpling cat: in “Paris”"
    assert all((hub.made[NAME].folder / image).is_file() for image in images)
    text = ModelCard.load(hub.made[NAME].folder / "README.md").text
    assert "<Gallery />" in text and f'weight_name="{DIFFUSERS}"' in text and KOHYA in text


def test_without_a_licence_or_pictures_the_card_says_nothing_of_them(hub: Hub, data: Path) -> None:
    publish(data, license="", pictures=())
    facts = card_of(hub)
    assert "license" not in facts and "widget" not in facts
    assert "<Gallery />" not in (hub.made[NAME].folder / "README.md").read_text()


@pytest.mark.parametrize(
    ("base_model", "family", "told"),
    [
        ("sd15", "sd15", "stable-diffusion-v1-5/stable-diffusion-v1-5"),
        ("someone/dream-xl", "sdxl", "someone/dream-xl"),
        ("/home/anna/private/dream.safetensors", "sdxl", None),
        ("/dream", "sdxl", None),
        ("pocket", "pocket", None),
    ],
)
def test_the_card_names_a_base_model_of_the_hub_and_never_a_path_of_this_computer(
    hub: Hub, data: Path, base_model: str, family: str, told: str | None
) -> None:
    publish(data, base_model=base_model, family=family)
    assert card_of(hub).get("base_model") == told
    assert b"/home/anna" not in (hub.made[NAME].folder / "README.md").read_bytes()
    assert ("stable-diffusion-xl" in card_of(hub)["tags"]) == (family == "sdxl")


def test_neither_a_photo_nor_anything_written_inside_a_picture_leaves(hub: Hub, data: Path) -> None:
    publish(data)
    sent = [content for _, content in hub.came] + list(hub.objects.values())
    sent += [(hub.made[NAME].folder / name).read_bytes() for name in hub.made[NAME].files()]
    photo = (data / "photos/lesson/00.jpg").read_bytes()
    for content in sent:
        assert photo not in content and photo[-500:] not in content
        for secret in (b"kitchen", b"Exif", b"a secret prompt", b"/home/anna", b"photos/", str(data).encode()):
            assert secret not in content
    for name in hub.made[NAME].files():
        if name.startswith("images/"):
            with Image.open(hub.made[NAME].folder / name) as image:
                assert image.format == "JPEG" and not image.getexif()
                assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize(
    "file", ["photos/lesson/00.jpg", "studio.db", "pictures/../photos/lesson/00.jpg", "/etc/passwd"]
)
def test_a_request_cannot_even_name_a_photo(file: str) -> None:
    with pytest.raises(StudioError, match=r"is not one that Cuddle made|is outside of the data folder"):
        SamplePicture(file=file, prompt="a cat")
    with pytest.raises(StudioError, match=r"is not one that Cuddle made|is outside of the data folder"):
        wanted(lora_files={"kohya": file, "diffusers": file})


def test_a_request_is_kept_and_read_back_without_a_token_in_it() -> None:
    request = wanted()
    stored = json.dumps(request.to_json())
    assert PublishRequest.from_json(json.loads(stored)) == request
    assert "token" not in stored and TOKEN not in stored


def test_publishing_again_updates_in_one_more_commit_and_sends_nothing_twice(hub: Hub, data: Path) -> None:
    publish(data)
    first = set(hub.made[NAME].files())
    write(hub.made[NAME].folder / "notes.txt", b"written by Anna on the Hub")
    hub.came.clear()
    publish(data, pictures=(SamplePicture(file="pictures/1.png", prompt="dumpling cat asleep"),), license="mit")
    repository = hub.made[NAME]
    (_, again) = repository.commits
    assert again.written == ("README.md",)
    (gone,) = again.deleted
    assert gone in first and gone.startswith("images/") and "notes.txt" in repository.files()
    assert [row["text"] for row in card_of(hub)["widget"]] == ["dumpling cat asleep"]
    assert not [path for path, _ in hub.came if path.startswith("/store/")]


def test_publishing_again_without_a_change_makes_no_commit(hub: Hub, data: Path) -> None:
    first = publish(data)
    assert publish(data)["commit"] == first["commit"]
    assert len(hub.made[NAME].commits) == 1


def test_only_who_says_so_makes_it_public_and_only_once_it_is_whole(hub: Hub, data: Path) -> None:
    hub.refusals.append(Refusal(path="/commit/", status=400, times=1))
    with pytest.raises(StudioError):
        publish(data, private=False)
    assert hub.made[NAME].private, "half of it is nobody's business"
    publish(data, private=False)
    assert not hub.made[NAME].private
    publish(data, private=True)
    assert hub.made[NAME].private


def test_the_upload_says_how_far_it_is_and_how_long_it_still_takes(hub: Hub, data: Path) -> None:
    seen: list[Transfer] = []
    publish(data, seen)
    assert {upload.total for upload in seen} == {2 * LORA_BYTES}
    assert [upload.done for upload in seen] == sorted(upload.done for upload in seen)
    assert (seen[0].done, seen[-1].done) == (0, 2 * LORA_BYTES) and len(seen) > 10
    left = [upload.seconds_left for upload in seen if upload.seconds_left is not None]
    assert left[0] > left[-1] == 0
    assert say(seen[-1].words) == f"Uploading to {NAME}: 1 of 1 MB"


@pytest.mark.parametrize("part_bytes", [None, 150_000])
def test_large_files_go_in_one_piece_or_in_parts_and_no_token_goes_with_them(
    hub: Hub, data: Path, part_bytes: int | None
) -> None:
    hub.part_bytes = part_bytes
    publish(data)
    sent = [line for line in hub.asked if line.startswith("PUT /store/")]
    assert len(sent) == (2 if part_bytes is None else 6)
    assert (hub.made[NAME].folder / KOHYA).read_bytes() == (data / "loras/dumpling/dumpling.safetensors").read_bytes()
    assert "a token came to a stranger" not in hub.asked


class Enough(Exception):
    """A person pressed cancel."""


@pytest.mark.parametrize("part_bytes", [None, 100_000])
def test_a_cancelled_upload_ends_at_once_and_the_next_try_sends_only_what_is_missing(
    hub: Hub, data: Path, part_bytes: int | None
) -> None:
    hub.part_bytes = part_bytes
    seen: list[Transfer] = []

    def cancel(upload: Transfer) -> None:
        seen.append(upload)
        if upload.done > 1.5 * LORA_BYTES:
            raise Enough

    with pytest.raises(Enough):
        hub_publish.publish(wanted(), lambda file: data / file, cancel)
    assert seen[-1].done < 1.8 * LORA_BYTES
    assert hub.made[NAME].commits == []
    there = {oid for oid in hub.objects if "/" not in oid}
    assert len(there) == 1, "the first file is whole"
    hub.asked.clear()
    publish(data)
    sent = [line for line in hub.asked if line.startswith("PUT /store/")]
    assert sent and not any(oid in line for line in sent for oid in there)
    assert len(hub.made[NAME].commits) == 1


def test_after_a_cancel_the_next_file_is_not_even_begun(hub: Hub, data: Path) -> None:
    seen: list[Transfer] = []

    def cancel_once(upload: Transfer) -> None:
        seen.append(upload)
        if len(seen) == 3:
            raise Enough

    with pytest.raises(Enough):
        hub_publish.publish(wanted(), lambda file: data / file, cancel_once)
    assert len(seen) == 3 and hub.objects == {}


def test_an_upload_whose_connection_breaks_is_taken_up_again_by_itself(hub: Hub, data: Path) -> None:
    hub.cut_uploads = [100_000]
    seen: list[Transfer] = []
    publish(data, seen)
    assert len([line for line in hub.asked if line.startswith("PUT /store/")]) == 3
    assert (hub.made[NAME].folder / KOHYA).read_bytes() == (data / "loras/dumpling/dumpling.safetensors").read_bytes()
    assert seen[-1].done == 2 * LORA_BYTES


def test_an_upload_that_breaks_for_good_says_so_and_may_be_tried_again(hub: Hub, data: Path) -> None:
    hub.cut_uploads = [100_000] * 20
    with pytest.raises(
        StudioError, match=r"cannot be reached for anna/dumpling-lora .*then try again; nothing here is"
    ):
        publish(data)
    assert hub.made[NAME].commits == []
    hub.cut_uploads = []
    publish(data)
    assert len(hub.made[NAME].commits) == 1


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/api/repos/create", 401, r"does not know the token that is here \(401\).* Make a new one at https"),
        (
            "/api/repos/create",
            403,
            r"has no right to do that with anna/dumpling-lora \(403\)\. Make one that may write",
        ),
        ("/preupload/", 403, r"has no right to do that with anna/dumpling-lora"),
        ("/store/", 403, r"has no right to do that with anna/dumpling-lora"),
        ("/commit/", 409, r"The name anna/dumpling-lora is taken on the Hugging Face Hub .*Choose another name"),
        ("/commit/", 400, r"refused anna/dumpling-lora \(400: refused\)"),
        ("/api/repos/create", 429, r"was asked too often \(429\)\. Try again in a few minutes; nothing here is lost"),
        ("/info/lfs/", 429, r"was asked too often \(429\)"),
        ("/store/", 500, r"has trouble of its own \(500\)\. Try anna/dumpling-lora again in a few minutes"),
        ("/commit/", 503, r"has trouble of its own \(503\)"),
        ("/api/models/", 404, r"The name anna/dumpling-lora is taken on the Hub by something that is no model"),
    ],
)
def test_what_the_hub_refuses_is_said_in_one_sentence(hub: Hub, data: Path, path: str, status: int, words: str) -> None:
    hub.refusals.append(Refusal(path=path, status=status, code="RepoNotFound" if status == 404 else ""))
    with pytest.raises(StudioError, match=words) as error:
        publish(data)
    assert TOKEN not in str(error.value)
    hub.refusals.clear()
    publish(data)
    assert len(hub.made[NAME].commits) == 1, "another try works"


def test_a_rate_limit_says_when_it_ends(hub: Hub, data: Path) -> None:
    limit = {"ratelimit": '"api";r=0;t=290', "ratelimit-policy": '"fixed window";"api";q=500;w=300'}
    hub.refusals.append(Refusal(path="/commit/", status=429, headers=limit))
    with pytest.raises(StudioError, match=r"\(429\)\. Try again in 5 minutes"):
        publish(data)


def test_without_a_token_it_is_said_how_to_give_one(
    hub: Hub, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HF_TOKEN")
    monkeypatch.setattr(constants, "HF_TOKEN_PATH", str(tmp_path / "nobody"))
    with pytest.raises(StudioError, match=r"no Hugging Face token yet\. Make one .*hf auth login"):
        publish(data)
    monkeypatch.setenv("SPACE_ID", "anna/cuddle")
    with pytest.raises(
        StudioError, match=r"This Space has no .* add a secret named HF_TOKEN .* keep the Space private"
    ):
        publish(data)
    assert hub.asked == []


def test_a_token_of_the_login_is_taken_too(
    hub: Hub, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HF_TOKEN")
    monkeypatch.setattr(constants, "HF_TOKEN_PATH", str(tmp_path / "token"))
    (tmp_path / "token").write_text(f"{TOKEN}\n")
    publish(data)
    assert hub.made[NAME].commits


def test_a_token_that_may_only_read_is_told_so(hub: Hub, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_TOKEN", READ_TOKEN)
    with pytest.raises(StudioError, match="has no right to do that"):
        publish(data)
    assert hub.made == {}


def test_what_cannot_be_a_token_is_not_sent_and_not_told(hub: Hub, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_with\x01a sign")
    with pytest.raises(StudioError, match="holds characters that no token has") as error:
        publish(data)
    assert "hf_with" not in str(error.value) and hub.asked == []


def test_without_a_connection_it_says_so(hub: Hub, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with hub_of_anna(tmp_path / "gone", monkeypatch) as gone:
        pass
    point_at(gone.url, monkeypatch)
    with pytest.raises(StudioError, match=r"cannot be reached for anna/dumpling-lora \(ConnectError\)\. Check the int"):
        publish(data)
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    with pytest.raises(StudioError, match="started with HF_HUB_OFFLINE"):
        publish(data)


def test_a_repository_that_holds_something_else_is_left_alone(hub: Hub, data: Path) -> None:
    HfApi().create_repo(NAME, private=True)
    HfApi().upload_file(path_or_fileobj=b"precious", path_in_repo="model.bin", repo_id=NAME)
    before = hub.made[NAME].sha
    with pytest.raises(
        StudioError, match=r"holds something that Cuddle did not publish \(model\.bin\)\. Choose another"
    ):
        publish(data)
    assert hub.made[NAME].sha == before


def test_an_organisation_may_be_published_in(hub: Hub, data: Path) -> None:
    publish(data, repository="cats/dumpling-lora")
    assert hub.made["cats/dumpling-lora"].private
    with pytest.raises(StudioError, match="has no right to do that with others/dumpling-lora"):
        publish(data, repository="others/dumpling-lora")


def test_a_file_that_is_gone_meanwhile_is_named_before_anything_is_sent(hub: Hub, data: Path) -> None:
    (data / "pictures/1.png").unlink()
    with pytest.raises(NotFound, match=r"picture 1\.png is not there any more; choose others"):
        publish(data)
    (data / "loras/dumpling/dumpling.safetensors").unlink()
    with pytest.raises(NotFound, match=r"LoRA file dumpling\.safetensors of Dumpling is not there any more"):
        publish(data)
    assert hub.asked == []


def test_what_did_not_arrive_whole_is_not_called_done(hub: Hub, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.hub_writing.Writing._commit", _forgetful(hub))
    with pytest.raises(StudioError, match=r"did not arrive whole in anna/dumpling-lora\. Try it again"):
        publish(data)


def _forgetful(hub: Hub) -> Any:
    from tests.hub_writing import Writing

    commit = Writing._commit

    def lose_one(self: Writing, name: str, repository: Any, body: bytes) -> Any:
        answer = commit(self, name, repository, body)
        (repository.folder / KOHYA).write_bytes(b"half")
        return answer

    return lose_one
