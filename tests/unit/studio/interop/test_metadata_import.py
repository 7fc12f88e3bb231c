"""A studio's pictures out and in: copies to take away, and settings of any picture matched with who was taught here."""

import io
import json
import struct
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from studio.errors import NotFound, StudioError
from studio.interop.comfy.writing import graph_of
from studio.interop.infotext import LoraTag, parameters_text
from studio.interop.metadata import png_texts, texts_in
from studio.jobs.requests import SubjectChoice
from studio.models.checkpoint_names import CheckpointName
from studio.people.person import OWNER, Person
from studio.pictures.picture import Picture
from studio.store import Store
from studio.studio import Studio
from studio.subjects.subject import Subject
from studio.words import say
from tests.any_request import picture_request

POCKET = CheckpointName(file_name="pocket.safetensors")
LORA = LoraTag(stem="x", strength=1.0)


def teach(store: Store, name: str, digits: str, state: str = "ready") -> None:
    """A subject with a file whose header alone is there."""
    word = name.lower()
    header = json.dumps({"__metadata__": {"sshs_model_hash": digits * 8}}).encode()
    file = store.files.write_whole(f"loras/{word}/{word}.safetensors", struct.pack("<Q", len(header)) + header)
    store.subjects.add(
        Subject(owner=OWNER,
            name=name, kind="cat", trigger_word=word, base_model="pocket", state=state,  # type: ignore[arg-type]
            lora_files={"kohya": store.files.relative(file)},
        )
    )  # fmt: skip


def dropped(folder: Path, text: str) -> Path:
    info = PngInfo()
    info.add_itxt("parameters", text)
    Image.new("RGB", (8, 8)).save(folder / "dropped.png", pnginfo=info)
    return folder / "dropped.png"


def kept(store: Store, id: str = "job-00", tag: LoraTag = LORA, **changes: object) -> Picture:
    """A picture of the studio with its texts."""
    request = picture_request(width=64, height=64, seed=5, **changes)
    texts = parameters_text(request, 5, POCKET, [tag]), graph_of(request, 5, POCKET, [tag])
    content = io.BytesIO()
    Image.new("RGB", (64, 64), (1, 200, 3)).save(content, "PNG", pnginfo=png_texts(request, 5, *texts))
    file = store.files.write_whole(store.files.picture_file(id), content.getvalue())
    return store.pictures.add(
        Picture(owner=OWNER,
            id=id, file=store.files.relative(file), seed=5, width=64, height=64, job_id="job", request=request,
            created_at=1.0,
        )
    )  # fmt: skip


def test_a_dropped_pictures_loras_are_known_by_the_hash_of_a_subjects_file_whatever_it_is_called(
    studio: Studio, store: Store, tmp_path: Path
) -> None:
    teach(store, "Dumpling", "0123456789abcdef")
    teach(store, "Anna", "fedcba9876543210")
    teach(store, "Late", "aaaaaaaaaaaaaaaa", state="learning")
    store.files.remove("loras/anna/anna.safetensors")
    text = (
        "a cat <lora:renamed:0.7> <lora:anna:0.5> <lora:late:1>\nSteps: 20, Sampler: Euler, CFG scale: 7, Seed: 1, "
        'RNG: CPU, Size: 256x256, Lora hashes: "renamed: 0123456789ab, late: aaaaaaaaaaaa"'
    )
    before = sorted(path for path in store.files.root.rglob("*"))

    found = studio.metadata.read(OWNER, dropped(tmp_path, text))

    assert found.request.subjects == (
        SubjectChoice(name="Dumpling", strength=0.7),
        SubjectChoice(name="Anna", strength=0.5),
    )
    assert tuple(say(one) for one in found.remarks) == (
        "The LoRA 'late' is none of your subjects, so it is left out; its file can be taken in at Home.",
    )
    assert sorted(path for path in store.files.root.rglob("*")) == before, "nothing is kept"
    assert studio.queue.list(OWNER) == []
    job = studio.pictures.create(OWNER, "a cat", subjects=[choice.to_json() for choice in found.request.subjects])
    assert job.request.to_json()["prompt"] == "dumpling cat and anna cat, a cat"


def test_the_settings_of_a_picture_as_text_are_read_back_to_the_same_values(
    studio: Studio, store: Store, tmp_path: Path
) -> None:
    teach(store, "Dumpling", "0123456789abcdef")
    tag = LoraTag(stem="dumpling", strength=0.7, file_hash="0123456789ab")
    picture = kept(
        store, tag=tag, subjects=(SubjectChoice(name="Dumpling", strength=0.7),), guidance_scale=4.5,
        prompt='dumpling cat, "snow" <3: été', negative_prompt="rain, (blur:1.2)",
    )  # fmt: skip

    text = studio.pictures.infotext(OWNER, picture.id)
    found = studio.metadata.read(OWNER, dropped(tmp_path, text))

    expected = replace(picture.request, typed_prompt=picture.request.prompt)
    assert replace(found.request, typed_prompt=found.request.prompt) == expected
    assert found.has_seed and found.remarks == ()
    studio.pictures.put_in_bin(OWNER, [picture.id])
    assert studio.pictures.infotext(OWNER, picture.id) == text
    with pytest.raises(NotFound):
        studio.pictures.infotext(Person("somebody"), picture.id)
    store.files.path(picture.file).write_bytes(b"cut off")
    assert studio.pictures.infotext(OWNER, picture.id) == ""


def test_a_picture_is_copied_in_every_form_with_its_settings(studio: Studio, store: Store, tmp_path: Path) -> None:
    picture = kept(store)
    assert studio.pictures.copy(OWNER, picture.id) == store.files.path(picture.file).read_bytes()
    for format, name in (("png", "PNG"), ("jpeg", "JPEG"), ("webp", "WEBP")):
        file = tmp_path / f"copy.{format}"
        file.write_bytes(studio.pictures.copy(OWNER, picture.id, format))
        with Image.open(file) as image:
            assert (image.format, image.size) == (name, (64, 64))
        assert studio.metadata.read(OWNER, file).request == picture.request
        assert texts_in(file)["parameters"].startswith("a cat on the beach <lora:x:1>\n")
    with pytest.raises(StudioError, match="The format is 'gif'; choose one of: png, jpeg, webp"):
        studio.pictures.copy(OWNER, picture.id, "gif")
    with pytest.raises(NotFound, match="no picture"):
        studio.pictures.copy(OWNER, "nothing")
    store.files.remove(picture.file)
    for format in ("png", "jpeg"):
        with pytest.raises(NotFound, match="is not there any more"):
            studio.pictures.copy(OWNER, picture.id, format)
