"""LoRA files made elsewhere, queued to become subjects or refused."""

import json
import struct
from pathlib import Path

import pytest

from studio.errors import StudioError
from studio.jobs.requests import ImportRequest
from studio.people.person import OWNER
from studio.store import Store
from studio.studio import Studio


def lora_file(path: Path, metadata: dict[str, str] | None = None) -> Path:
    header = json.dumps({"__metadata__": metadata or {}}).encode()
    path.write_bytes(struct.pack("<Q", len(header)) + header + bytes(8))
    return path


def test_a_lora_file_is_queued_for_import_with_its_own_trigger_word(
    studio: Studio, store: Store, tmp_path: Path
) -> None:
    file = lora_file(tmp_path / "x.safetensors", {"modelspec.trigger_phrase": "ohwx cat"})
    job = studio.imports.from_file(OWNER, "Luna", "cat", file)
    file.unlink()
    assert isinstance(job.request, ImportRequest)
    assert job.request.trigger_word == "ohwx"
    assert studio.file(OWNER, job.request.file).name == "ohwx.safetensors"
    assert studio.subjects.get(OWNER, "Luna").state == "learning"
    lora_file(file)
    assert studio.imports.from_file(OWNER, "Mia", "cat", file).request.to_json()["trigger_word"] == "mia"
    assert (
        studio.imports.from_file(OWNER, "Ole", "cat", file, trigger_word="SKS").request.to_json()["trigger_word"]
        == "sks"
    )


def test_an_import_that_is_refused_leaves_nothing_behind(studio: Studio, store: Store, tmp_path: Path) -> None:
    file = lora_file(tmp_path / "x.safetensors")
    (tmp_path / "y.safetensors").write_bytes(b"a web page")
    studio.imports.from_file(OWNER, "Luna", "cat", file)
    for name, given, word in (("luna", file, None), ("Mia", tmp_path / "y.safetensors", None), ("Mia", file, "luna")):
        with pytest.raises(StudioError):
            studio.imports.from_file(OWNER, name, "cat", given, trigger_word=word)
    assert len(list(store.files.path("uploads").iterdir())) == len(studio.queue.list(OWNER)) == 1
