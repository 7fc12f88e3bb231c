"""The download of a base model, against a real HTTP server that answers as the Hub does."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from huggingface_hub import constants

from pipeline import families
from pipeline.families import sdxl
from studio.errors import StudioError
from studio.hub import base_model_files as hub
from studio.hub.transfer import OnTransfer, Transfer
from studio.models.base_models import BaseModel, resolve
from studio.pictures.samplers import HubFile
from studio.words import say
from tests.hub_server import COMMIT, Hub, serving

REPOSITORY = "stabilityai/stable-diffusion-xl-base-1.0"
FOLDERS = sdxl.BLUEPRINT.weight_folders
LARGEST = "unet/diffusion_pytorch_model-00001-of-00006.safetensors"
CHUNK = 500_000


@pytest.fixture(scope="module")
def model_folder(pocket_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository as it lies on the Hub: with other forms of the same weights, and with pickles."""
    folder = tmp_path_factory.mktemp("repository") / "model"
    shutil.copytree(pocket_folder, folder)
    (folder / "preview.json").unlink(missing_ok=True)
    (folder / "unet" / "diffusion_pytorch_model.bin").write_bytes(b"\x80\x02" * 10)
    (folder / "unet" / "model.onnx").write_bytes(b"onnx")
    vae = folder / "vae" / "diffusion_pytorch_model.safetensors"
    shutil.copyfile(vae, vae.with_name("diffusion_pytorch_model.fp16.safetensors"))
    return folder


@pytest.fixture
def server(model_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    """The Hub, with an empty cache on this side."""
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    monkeypatch.setenv("HF_TOKEN", "hf_secret")
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "hub"))
    monkeypatch.setattr(constants, "DOWNLOAD_CHUNK_SIZE", CHUNK)
    with serving(REPOSITORY, model_folder) as running:
        yield running


@pytest.fixture
def model() -> BaseModel:
    return resolve(REPOSITORY)


def fetch(model: BaseModel, server: Hub, seen: list[Transfer] | None = None) -> Path:
    ticks = iter(range(10**9))
    return hub.ready(
        model,
        FOLDERS,
        (lambda download: None) if seen is None else seen.append,
        clock=lambda: float(next(ticks)),
        endpoint=server.url,
    )


def needed(server: Hub) -> list[str]:
    """What a download has to bring: every small file, and one form of each part's weights."""
    unwanted = (
        "README.md",
        "unet/diffusion_pytorch_model.bin",
        "unet/model.onnx",
        "vae/diffusion_pytorch_model.safetensors",
    )
    return [name for name in server.files() if name not in unwanted]


def test_a_model_comes_with_what_it_needs_and_nothing_else(server: Hub, model: BaseModel) -> None:
    folder = fetch(model, server)
    came = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    assert came == needed(server)
    assert all((folder / name).read_bytes() == (server.folder / name).read_bytes() for name in came)
    assert not list(folder.parent.parent.rglob("*.part"))
    assert hub.is_here(model, FOLDERS)


def test_the_download_says_how_far_it_is_and_how_long_it_still_takes(server: Hub, model: BaseModel) -> None:
    seen: list[Transfer] = []
    fetch(model, server, seen)
    total = sum((server.folder / name).stat().st_size for name in needed(server))
    assert {download.total for download in seen} == {total}
    assert [download.done for download in seen] == sorted(download.done for download in seen)
    assert 0.98 * total < seen[-1].done <= total
    left = [download.seconds_left for download in seen if download.seconds_left is not None]
    assert len(left) > 10 and left[0] > left[-1] and left[-1] < 2
    assert say(seen[0].words) == f"Downloading Stable Diffusion XL: {seen[0].done / 1e6:.0f} of {total / 1e6:.0f} MB"


def test_the_requests_are_one_listing_and_for_each_file_its_facts_and_its_content(
    server: Hub, model: BaseModel
) -> None:
    fetch(model, server)
    small = [name for name in needed(server) if not name.endswith(".safetensors")]
    large = [name for name in needed(server) if name.endswith(".safetensors")]
    assert server.asked[0] == f"GET /api/models/{REPOSITORY}"
    assert server.asked[1] == f"HEAD /{REPOSITORY}/resolve/main/model_index.json", "what it is comes before its weights"
    rest = server.asked[1:]
    for name in small:  # two files of the same content are fetched once
        assert f"HEAD /{REPOSITORY}/resolve/main/{name}" in rest
        assert rest.count(f"GET /{REPOSITORY}/resolve/main/{name}") <= 1
    for name in large:
        assert rest.count(f"GET /{REPOSITORY}/resolve/{COMMIT}/{name}") == rest.count(f"GET /store/{name}") == 1
    assert "a token came to a stranger" not in rest
    first_weights = next(place for place, line in enumerate(rest) if "GET" in line and line.endswith(".safetensors"))
    last_small = max(place for place, line in enumerate(rest) if not line.endswith(".safetensors"))
    assert last_small < first_weights


def test_nothing_is_asked_once_all_is_there_even_with_the_server_gone(
    model_folder: Path, server: Hub, model: BaseModel
) -> None:
    with serving(REPOSITORY, model_folder) as gone:
        folder = fetch(model, gone)
        gone.asked.clear()
        assert hub.ready(model, FOLDERS, endpoint=gone.url) == folder
        assert gone.asked == []
    assert hub.ready(model, FOLDERS, endpoint=gone.url) == folder
    assert server.asked == []


def test_a_connection_that_breaks_is_taken_up_again_where_it_broke(server: Hub, model: BaseModel) -> None:
    server.cut[LARGEST] = [3 * CHUNK]
    folder = fetch(model, server)
    asked = [line for line in server.asked if line.startswith(f"GET /store/{LARGEST}")]
    assert [line.partition("bytes=")[2] for line in asked] == ["", f"{3 * CHUNK}-"]
    assert (folder / LARGEST).read_bytes() == (server.folder / LARGEST).read_bytes()


class Enough(Exception):
    """A person pressed cancel."""


def test_a_download_that_was_cancelled_goes_on_from_there(server: Hub, model: BaseModel) -> None:
    seen: list[Transfer] = []

    def cancel(download: Transfer) -> None:
        seen.append(download)
        if download.done > 0.5 * download.total:
            raise Enough

    with pytest.raises(Enough):
        hub.ready(model, FOLDERS, cancel, endpoint=server.url)
    assert not hub.is_here(model, FOLDERS)
    before, server.asked = seen[-1].done, []
    again: list[Transfer] = []
    folder = fetch(model, server, again)
    assert before - CHUNK <= again[0].done - CHUNK <= before
    ranges = [line for line in server.asked if line.startswith("GET /store/") and "bytes=" in line]
    assert len(ranges) == 1
    assert all((folder / name).read_bytes() == (server.folder / name).read_bytes() for name in needed(server))


def test_what_came_damaged_is_removed_and_said(server: Hub, model: BaseModel) -> None:
    with pytest.raises(Enough):
        hub.ready(model, FOLDERS, _after(0.5), endpoint=server.url)
    (part,) = Path(constants.HF_HUB_CACHE).rglob("*.part")
    part.write_bytes(b"x" * part.stat().st_size)
    with pytest.raises(StudioError, match=r"of Stable Diffusion XL came damaged, and was removed\. Try again"):
        fetch(model, server)
    assert not part.exists()
    fetch(model, server)
    assert hub.is_here(model, FOLDERS)


def _after(part: float) -> OnTransfer:
    def stop(download: Transfer) -> None:
        if download.done > part * download.total:
            raise Enough

    return stop


@pytest.mark.parametrize(
    ("status", "code", "words"),
    [
        (404, "RepoNotFound", r"There is no model 'stabilityai/.*' on the Hugging Face Hub, or it is private"),
        (
            401,
            "GatedRepo",
            r"behind a licence\. Open https://huggingface\.co/stabilityai/.*, accept its licence .* log in",
        ),
        (403, "GatedRepo", r"behind a licence"),
        (401, "", r"did not let Stable Diffusion XL go \(401\)\. Log in"),
        (500, "", r"answered 500 when Stable Diffusion XL was asked for\. Try again in a few minutes"),
    ],
)
def test_a_refusal_says_what_to_do(server: Hub, model: BaseModel, status: int, code: str, words: str) -> None:
    server.refusal = (status, code)
    with pytest.raises(StudioError, match=words):
        fetch(model, server)


def test_without_a_connection_the_sentence_names_what_works_without_one(
    model_folder: Path, server: Hub, model: BaseModel
) -> None:
    with serving(REPOSITORY, model_folder) as gone:
        pass
    with pytest.raises(StudioError, match=r"cannot be reached .*Check the internet connection.* pocket model needs no"):
        fetch(model, gone)
    assert server.asked == []


def test_without_room_on_the_disk_nothing_large_is_fetched(
    server: Hub, model: BaseModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage("/")._replace(free=100_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)
    with pytest.raises(StudioError, match=r"needs 0\.6 GB on the disk of .*/hub, and 0\.1 GB are free there.* HF_HOME"):
        fetch(model, server)
    assert not any("safetensors" in line for line in server.asked)


def test_a_repository_of_another_kind_is_refused_before_its_gigabytes(server: Hub, tmp_path: Path) -> None:
    small = tmp_path / "small"
    shutil.copytree(server.folder, small)
    index = small / "model_index.json"
    index.write_text(index.read_text().replace("StableDiffusionXLPipeline", "FluxPipeline"))
    server.folder, server.repository = small, "owner/flux"
    with pytest.raises(StudioError, match="is a model of the kind Flux"):
        fetch(resolve("owner/flux"), server)
    assert not any("safetensors" in line for line in server.asked)
    with pytest.raises(StudioError, match="is a model of the kind Flux"):
        resolve("owner/flux")


def test_a_repository_with_pickles_alone_is_refused(server: Hub, tmp_path: Path) -> None:
    pickles = tmp_path / "pickles"
    shutil.copytree(server.folder, pickles)
    for file in (pickles / "vae").glob("*.safetensors"):
        file.rename(file.with_suffix(".bin"))
    server.folder, server.repository = pickles, "owner/pickles"
    with pytest.raises(StudioError, match=r"no \.safetensors weights for its 'vae'\. Pickles are never opened"):
        fetch(resolve("owner/pickles"), server)


def test_a_downloaded_model_is_loaded_without_another_request(server: Hub, model: BaseModel) -> None:
    import torch

    fetch(model, server)
    server.asked.clear()
    loaded = families.load(replace(model, family="pocket"), torch.device("cpu"))
    assert loaded.encode_prompts(["a cat"]).tensors()["prompt_embeds"].shape == (1, 77, 320)
    assert server.asked == []


def test_a_single_file_comes_alone_and_stays_as_it_came_whatever_the_hub_has_later(server: Hub, tmp_path: Path) -> None:
    wanted = HubFile(title="Helper", source=REPOSITORY, file="vae/diffusion_pytorch_model.safetensors")
    seen: list[Transfer] = []
    assert hub.file_here(wanted) is None

    path = hub.ready_file(wanted, seen.append, endpoint=server.url)

    content = (server.folder / wanted.file).read_bytes()
    assert path.read_bytes() == content and hub.file_here(wanted) == path
    assert seen[-1].total == len(content) and say(seen[0].words).startswith("Downloading Helper: ")
    assert not [line for line in server.asked if "unet" in line or "model_index" in line], "nothing else was fetched"
    server.asked.clear()
    assert hub.ready_file(wanted, endpoint=server.url) == path
    assert server.asked == [], "the one that is here stays"


def test_a_single_file_is_taken_up_where_it_broke_off(server: Hub) -> None:
    wanted = HubFile(title="Helper", source=REPOSITORY, file="vae/diffusion_pytorch_model.safetensors")
    server.cut[wanted.file] = [600_000, 1_200_000]
    path = hub.ready_file(wanted, endpoint=server.url)
    assert path.read_bytes() == (server.folder / wanted.file).read_bytes()
    assert any("bytes=" in line for line in server.asked)


def test_a_single_file_that_is_not_there_or_not_reachable_is_said(server: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(StudioError, match="has no nowhere"):
        hub.ready_file(HubFile(title="Helper", source=REPOSITORY, file="nowhere.safetensors"), endpoint=server.url)
    server.refusal = (404, "RepoNotFound")
    with pytest.raises(StudioError, match="There is no model"):
        hub.ready_file(HubFile(title="Helper", source=REPOSITORY, file="x.safetensors"), endpoint=server.url)
    server.is_gone = True
    with pytest.raises(StudioError, match="Helper has to be downloaded first, and the Hugging Face Hub cannot be"):
        hub.ready_file(HubFile(title="Helper", source=REPOSITORY, file="x.safetensors"), endpoint=server.url)
