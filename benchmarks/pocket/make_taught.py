"""`python -m benchmarks.pocket.make_taught`: teaches the sample subjects once, as a person would, for studio/samples.

Cuddle is started as a person starts it and asked for one lesson on the small model for each sample, with the settings
that the page has. What comes out lies beside the photos: both LoRA files, the last drawings of the lesson, and
taught.json with what a subject's row says. A studio takes it in as it is (studio.subjects.samples), so that a picture
of both is there in the first minute.
"""

import argparse
import json
import shutil
from pathlib import Path

from gradio_client import Client

from benchmarks.page.asking import job_once, teach_samples
from benchmarks.page.running import running_app
from studio.people.person import OWNER
from studio.photos.sample_photos import sample_subjects
from studio.store import open_store
from studio.subjects.subject import Subject


def keep(subject: Subject, data_folder: Path, folder: Path) -> None:
    """Write what is there of a taught subject into the folder. `data_folder` is where its files are."""
    folder.mkdir(parents=True, exist_ok=True)
    loras = {format: data_folder / file for format, file in subject.lora_files.items()}
    newest = [data_folder / file for file in subject.sample_files][-2:]
    for file in (*loras.values(), *newest):
        shutil.copyfile(file, folder / file.name)
    facts = {
        "trigger_word": subject.trigger_word,
        "base_model": subject.base_model,
        "rank": subject.rank,
        "alpha": subject.alpha,
        "steps": subject.steps,
        "lora_files": {format: file.name for format, file in loras.items()},
        "sample_files": [file.name for file in newest],
    }
    (folder / "taught.json").write_text(json.dumps(facts, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--preset", default="balanced")
    parser.add_argument("--data", type=Path, help="a data folder that stays")
    arguments = parser.parse_args()
    with running_app(["--base-model", "pocket"], data_folder=arguments.data) as app:
        client = Client(app.url, verbose=False)
        for sample in sample_subjects():
            job = teach_samples(client, sample.name, sample.kind, {"seed": 7}, preset=arguments.preset)
            job_once(client, job)
    with open_store(app.data_folder) as store:
        for sample in sample_subjects():
            keep(store.subjects.get(OWNER, sample.name), app.data_folder, sample.photo_files[0].parent / "taught")


if __name__ == "__main__":
    main()
