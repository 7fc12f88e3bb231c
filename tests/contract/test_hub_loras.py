"""Finding a LoRA on the Hub by what a person gives, on a real HTTP server that answers as the Hub does."""

import json
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.hub.loras import FIRST_BYTES, HubLora, HubPlace, chosen_file, find, place_of, trigger_word_of
from studio.models.base_models import BASE_MODELS
from tests.contract.hub_world import TOKEN, hub_of_anna
from tests.hub_server import COMMIT, Hub, Repository
from tests.hub_writing import Refusal

POCKET = BASE_MODELS["pocket"]
LAYER = "lora_unet_down_blocks_1_attentions_0_transformer_blocks_0_attn1_to_q"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


@pytest.fixture
def hub(files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    """Whose repository owner/lora holds these files."""
    with hub_of_anna(tmp_path / "hub", monkeypatch, files) as running:
        yield running


def lora(path: Path, metadata: Mapping[str, str] | None = None, filler: int = 0, kilobytes: int = 200) -> None:
    """A file with a LoRA's header, of about that size. `filler`: bytes by which the header is longer."""
    size = kilobytes * 1000
    header: dict[str, object] = {
        f"{LAYER}.lora_down.weight": {"dtype": "F16", "shape": [4, 320], "data_offsets": [0, 2560]},
        f"{LAYER}.lora_up.weight": {"dtype": "F16", "shape": [320, 4], "data_offsets": [2560, size]},
        "__metadata__": {**(metadata or {}), "filler": "x" * filler},
    }
    text = json.dumps(header).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(struct.pack("<Q", len(text)) + text + bytes(size))


def card(folder: Path, text: str) -> None:
    (folder / "README.md").write_text(f"---\n{text}\n---\n\n# A LoRA\n", encoding="utf-8")


def test_the_only_file_is_found_with_its_size_hash_and_commit(hub: Hub, files: Path) -> None:
    lora(files / "cat.safetensors", {"modelspec.trigger_phrase": "Dumpling cat"})
    found = find("owner/lora", POCKET, "cat")
    size = (files / "cat.safetensors").stat().st_size
    assert (found.repository, found.revision, found.file, found.size) == ("owner/lora", COMMIT, "cat.safetensors", size)
    assert len(found.sha256) == 64 and found.trigger_word == "dumpling"


def test_only_the_beginning_of_a_file_is_read_before_the_worker_fetches_it(hub: Hub, files: Path) -> None:
    lora(files / "cat.safetensors", kilobytes=3000)
    find("owner/lora", POCKET, "cat")
    ranges = [line.partition("bytes=")[2] for line in hub.asked if "bytes=" in line and "/store/" in line]
    assert ranges == [f"0-{FIRST_BYTES - 1}"]
    assert "a token came to a stranger" not in hub.asked


def test_a_long_header_is_read_in_a_second_request(hub: Hub, files: Path) -> None:
    lora(files / "cat.safetensors", {"modelspec.trigger_phrase": "sks dog"}, filler=500_000, kilobytes=900)
    assert find("owner/lora", POCKET, "dog").trigger_word == "sks"
    assert len([line for line in hub.asked if "bytes=" in line and "/store/" in line]) == 2


def test_the_trigger_word_comes_from_the_card_where_the_file_has_none(hub: Hub, files: Path) -> None:
    lora(files / "pytorch_lora_weights.safetensors")
    assert find("owner/lora", POCKET, "dog").trigger_word is None
    card(files, "instance_prompt: a photo of TOK dog")
    assert find("owner/lora", POCKET, "dog").trigger_word == "tok"
    lora(files / "pytorch_lora_weights.safetensors", {"modelspec.trigger_phrase": "sks dog"})
    assert find("owner/lora", POCKET, "dog").trigger_word == "sks", "the file knows it better"


@pytest.mark.parametrize(
    ("prompt", "kind", "word"),
    [
        ("a photo of sks dog", "dog", "sks"),
        ("A photo of <s0> dog", "dog", "s0"),
        ("TOK, a portrait", "woman", "tok"),
        ("a picture in ohwx style", "style", "ohwx"),
        ("photo of an old man", "old man", None),
        ("a photo of a käsekatze", "cat", None),
        ("", "cat", None),
    ],
)
def test_the_trigger_word_of_an_instance_prompt(prompt: str, kind: str, word: str | None) -> None:
    assert trigger_word_of(prompt, kind) == word


def test_of_both_forms_the_one_with_the_real_alpha_is_taken(hub: Hub, files: Path) -> None:
    lora(files / "dumpling.safetensors")
    lora(files / "pytorch_lora_weights.safetensors")
    assert find("owner/lora", POCKET, "cat").file == "dumpling.safetensors"
    assert find("owner/lora/pytorch_lora_weights.safetensors", POCKET, "cat").file.startswith("pytorch")


def test_among_several_the_person_says_which(hub: Hub, files: Path) -> None:
    for step in (500, 1000):
        lora(files / f"cat-{step}.safetensors")
    with pytest.raises(
        StudioError,
        match=r"holds 2 files: cat-1000\.safetensors, cat-500\.safetensors\. Say which one, such as owner/lora/cat",
    ):
        find("owner/lora", POCKET, "cat")
    assert find("owner/lora/cat-500.safetensors", POCKET, "cat").file == "cat-500.safetensors"
    with pytest.raises(StudioError, match=r"has no file cat-9\.safetensors; there is: cat-1000"):
        find("owner/lora/cat-9.safetensors", POCKET, "cat")


def test_pickles_are_refused_in_a_sentence(hub: Hub, files: Path) -> None:
    (files / "pytorch_lora_weights.bin").write_bytes(b"\x80\x02 run this")
    for place in ("owner/lora", "owner/lora/pytorch_lora_weights.bin"):
        with pytest.raises(StudioError, match=r"is a pickle, which is never opened, because it can run programs"):
            find(place, POCKET, "cat")
    assert not any("resolve" in line for line in hub.asked)


def test_a_whole_model_and_an_empty_repository_are_told_apart(hub: Hub, files: Path) -> None:
    with pytest.raises(StudioError, match=r"owner/lora holds no \.safetensors file"):
        find("owner/lora", POCKET, "cat")
    (files / "model_index.json").write_text("{}")
    with pytest.raises(StudioError, match=r"is a whole model and no LoRA\. It can be a base model"):
        find("owner/lora", POCKET, "cat")


def test_a_file_that_is_too_large_or_no_lora_is_refused_before_it_is_fetched(
    hub: Hub, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lora(files / "cat.safetensors", kilobytes=2000)
    with monkeypatch.context() as patched:
        patched.setattr("studio.models.lora_uploads.MAX_LORA_MB", 1)
        with pytest.raises(StudioError, match=r"cat\.safetensors is .* GB; LoRA files of up to .* GB are fine"):
            find("owner/lora", POCKET, "cat")
    (files / "cat.safetensors").write_bytes(b"<!doctype html><html>Not here</html>")
    with pytest.raises(StudioError, match=r"cat\.safetensors is a web page"):
        find("owner/lora", POCKET, "cat")


def test_a_private_repository_is_read_with_ones_own_token_alone(
    hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lora(tmp_path / "private" / "cat.safetensors")
    hub.made["anna/cat"] = Repository(folder=tmp_path / "private", private=True)
    assert find("anna/cat", POCKET, "cat").file == "cat.safetensors"
    with pytest.raises(StudioError, match=r"There is no anna/cat on the Hugging Face Hub, or it is private"):
        find("anna/cat", POCKET, "cat", with_token=False)
    monkeypatch.setenv("HF_TOKEN", "hf_SomebodyElse0123456789")
    with pytest.raises(StudioError, match=r"There is no anna/cat on the Hugging Face Hub, or it is private"):
        find("anna/cat", POCKET, "cat")


def test_the_hubs_own_trouble_is_said(hub: Hub, files: Path) -> None:
    lora(files / "cat.safetensors")
    for status, words in ((500, "has trouble of its own"), (429, "asked too often"), (403, "has no right to do that")):
        hub.refusals = [Refusal(path="/api/models/", status=status)]
        with pytest.raises(StudioError, match=words) as error:
            find("owner/lora", POCKET, "cat")
        assert TOKEN not in str(error.value)


@pytest.mark.parametrize(
    ("given_text", "place"),
    [
        ("owner/lora", HubPlace(repository="owner/lora")),
        (" owner/lora/ ", HubPlace(repository="owner/lora")),
        ("owner/lora/a b.safetensors", HubPlace(repository="owner/lora", file="a b.safetensors")),
        ("https://huggingface.co/owner/lora", HubPlace(repository="owner/lora")),
        ("huggingface.co/owner/lora", HubPlace(repository="owner/lora")),
        ("https://hf.co/owner/lora/tree/main", HubPlace(repository="owner/lora", revision="main")),
        (
            "https://huggingface.co/owner/lora/blob/v2/sub/a%20b.safetensors",
            HubPlace(repository="owner/lora", file="sub/a b.safetensors", revision="v2"),
        ),
        (
            "https://huggingface.co/owner/lora/resolve/main/cat.safetensors?download=true",
            HubPlace(repository="owner/lora", file="cat.safetensors", revision="main"),
        ),
    ],
)
def test_a_name_a_file_and_every_address_of_them_are_understood(given_text: str, place: HubPlace) -> None:
    assert place_of(given_text) == place


@pytest.mark.parametrize(
    "given_text",
    [
        "",
        "lora",
        "../secret",
        "owner/..",
        "owner/lora/../../x",
        "https://example.com/owner/lora",
        "owner/lo ra",
        "a\0/b",
    ],
)
def test_what_is_no_name_on_the_hub_is_refused(given_text: str) -> None:
    with pytest.raises(StudioError, match=r"is no name on the Hugging Face Hub|is an address elsewhere"):
        place_of(given_text)


@given(st.text(max_size=60))
def test_whatever_is_written_gives_a_place_or_a_sentence(text: str) -> None:
    try:
        place = place_of(text)
    except StudioError:
        return
    assert place.repository.count("/") == 1 and ".." not in (place.file or "").split("/")


@given(st.lists(st.text("ab.sfetnor/_", min_size=1, max_size=30).map(lambda name: f"{name}.safetensors"), max_size=5))
def test_a_chosen_file_is_always_one_that_is_there(names: list[str]) -> None:
    try:
        assert chosen_file(names, HubPlace(repository="owner/lora")) in names
    except StudioError as error:
        assert "owner/lora" in str(error)


def test_what_was_found_holds_no_token(hub: Hub, files: Path) -> None:
    lora(files / "cat.safetensors")
    found = find("owner/lora", POCKET, "cat")
    assert isinstance(found, HubLora) and TOKEN not in repr(found)
