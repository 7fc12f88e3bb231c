"""Somebody takes everything along and deletes it, while a real worker is there."""

import json
import zipfile
from pathlib import Path

from PIL import Image, ImageChops
from safetensors import safe_open

from studio.jobs.job import JobState
from studio.people.person import OWNER
from tests.engine import chosen
from tests.integration.house import Build, House
from tests.still_studio import studio_over


def picture_in(house: House) -> Image.Image:
    """One of Dumpling, always from the same seed."""
    job = house.create(prompt="dumpling cat on the beach", subjects=(chosen(),))
    house.work()
    assert house.job(job).state is JobState.DONE, house.job(job).error_message
    with Image.open(house.store.files.picture_file(f"{job.id}-00")) as picture:
        return picture.convert("RGB")


def test_what_was_taken_along_is_the_same_subject_elsewhere_and_is_not_even_in_memory_here_any_more(
    build: Build, tmp_path: Path
) -> None:
    here, there = build("here"), build("there")
    studio_over(here.store, base_model="pocket").samples.take(OWNER)
    packed = studio_over(here.store, base_model="pocket").leaving.take_everything(OWNER, tmp_path / "all.zip")
    assert packed.missing == ()
    with zipfile.ZipFile(tmp_path / "all.zip") as whole:
        whole.extractall(tmp_path / "taken")
    rows = json.loads((tmp_path / "taken" / "subjects.json").read_text(encoding="utf-8"))
    row = next(row for row in rows if row["name"] == "Dumpling")
    given = tmp_path / "taken" / row["lora_files"]["kohya"]

    studio = studio_over(there.store, base_model="pocket")
    studio.imports.from_file(OWNER, row["name"], row["kind"], given)
    there.work()
    subject = studio.subjects.ready(OWNER, "Dumpling")
    assert (subject.trigger_word, subject.kind, subject.rank) == (row["trigger_word"], row["kind"], row["rank"])
    with safe_open(given, "pt") as one, safe_open(studio.subjects.file(OWNER, "Dumpling"), "pt") as other:
        assert set(one.keys()) == set(other.keys())
        assert all(one.get_tensor(key).equal(other.get_tensor(key)) for key in one.keys())  # noqa: SIM118
    assert ImageChops.difference(picture_in(here), picture_in(there)).getbbox() is None

    context = here.worker._context  # pyright: ignore[reportPrivateUsage]
    memory = (context.opened._kept, context.references._references)  # pyright: ignore[reportPrivateUsage]
    assert all(memory)
    studio_over(here.store, base_model="pocket").leaving.delete_everything(OWNER)
    here.work()
    memory = (context.opened._kept, context.references._references)  # pyright: ignore[reportPrivateUsage]
    assert not any(memory)
