"""Does a change of the code change anything that comes out? Pictures by their pixels, lessons by their losses.

    python -m benchmarks.unchanged write before.json       # with the code as it was
    python -m benchmarks.unchanged compare before.json     # with the code as it is, on the same computer

Cuddle is started as a person starts it and asked by its HTTP API, whose names stay: for two short lessons on the small
model, one with prior preservation, one that is paused and resumed; and for 24 pictures with a sheet: one of every
scheduler class that it has, then sizes, weights, several subjects apart, in boxes and summed, a larger version, one
begun from another, a variation, and the cells of a grid. Kept are the mean losses, SHA-256 of the LoRA files, of the
pixels, and of what the pictures say of themselves. Another computer rounds otherwise, so that nothing is kept in
the repository.
"""

import argparse
import hashlib
import json
import math
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gradio_client import Client
from PIL import Image

from benchmarks.page.asking import job_once, losses_of, pause_at, teach_samples
from benchmarks.page.running import running_app

STEPS, PAUSE_AT = 12, 5  # of a lesson
PICTURE_STEPS = 6
LOSS_TOLERANCE = 1e-6  # of a mean loss: fp32, added up in other parts as time goes; LoRA files are the same to the bit
LESSON = {"steps": STEPS, "rank": 4, "batch_size": 1, "seed": 7, "sample_every_steps": 6, "checkpoint_every_steps": 4}
SAMPLERS = (  # of each scheduler class that pocket has one; two more whose noise levels or noise are others
    "DPM++ 2M Karras", "DPM++ SDE Karras", "Euler", "Euler a", "Heun", "UniPC", "LMS Karras", "DPM2 Karras",
    "DPM2 a Karras", "DPM++ 2M AYS", "DPM++ 2M SDE Karras",
)  # fmt: skip
CAT, WOMAN = {"name": "Dumpling", "strength": 1.0}, {"name": "Anna", "strength": 0.9}
BOTH = {"prompt": "a photo of Dumpling and Anna on the beach", "subjects": [CAT, WOMAN], "sampler": "Euler"}
ONE = {"prompt": "a photo of Dumpling in the snow", "subjects": [CAT], "sampler": "DPM++ 2M Karras"}

Result = dict[str, Any]


@dataclass(kw_only=True, slots=True)
class Asker:
    """Asks a running Cuddle, and keeps what came out by its title."""

    client: Client
    database: Path
    found: Result = field(default_factory=lambda: {"losses": {}, "loras": {}, "pictures": {}})

    def lesson(self, name: str, kind: str, is_paused: bool = False, **options: object) -> None:
        """Teach the sample photos of that name."""
        job = teach_samples(self.client, name, kind, LESSON | options)
        if is_paused:
            pause_at(self.client, job, PAUSE_AT)
            self.client.predict(job_id=job, api_name="/resume_job")
        job_once(self.client, job)
        self.found["losses"][name] = _mean(losses_of(self.database, job))
        for format in ("kohya", "diffusers"):
            file = self.client.predict(name=name, format=format, api_name="/subject_file")
            self.found["loras"][f"{name}, {format}"] = hashlib.sha256(Path(file).read_bytes()).hexdigest()

    def pictures(self, title: str, **asked: Any) -> list[str]:
        """Make them, and give their ids."""
        whole = {"steps": PICTURE_STEPS, "seed": 11, "base_model": "pocket"} | asked
        job = job_once(self.client, self.client.predict(**whole, api_name="/create")["job_id"])
        ids: list[str] = job["result"]["pictures"]
        for number, id in enumerate(ids):
            _, file = self.client.predict(id=id, format="png", api_name="/picture")
            self.found["pictures"][f"{title}, {number + 1}"] = _hashes(Path(file))
        return ids


def _mean(losses: Sequence[Sequence[float]]) -> float:
    """Over all steps, from rows as of losses_of()."""
    steps = [0, *(step for step, _ in losses)]
    total = sum(loss * (step - before) for before, (step, loss) in zip(steps, losses, strict=False))
    return total / steps[-1]


def _hashes(file: Path) -> dict[str, str]:
    with Image.open(file) as image:
        said = {name: image.info.get(name, "") for name in ("parameters", "prompt")}
        pixels = hashlib.sha256(f"{image.mode} {image.size}".encode() + image.tobytes()).hexdigest()
    return {"pixels": pixels} | {name: hashlib.sha256(text.encode()).hexdigest() for name, text in said.items()}


def made(asker: Asker) -> Result:
    """Everything in turn."""
    asker.lesson("Dumpling", "cat", prior_preservation=True)
    asker.lesson("Anna", "woman", is_paused=True)
    first, *_ = [asker.pictures(sampler, **ONE | {"sampler": sampler})[0] for sampler in SAMPLERS]
    asker.pictures("nobody, wide", prompt="a red house by a lake", width=320, height=192)
    weighed = "a (red:1.3) ball beside Dumpling, [blurry]"
    asker.pictures("weights", **ONE | {"prompt": weighed}, negative_prompt="(snow:1.2)")
    asker.pictures("apart", **BOTH, count=2)
    boxes = [CAT | {"box": [0.0, 0.3, 0.5, 1.0]}, WOMAN | {"box": [0.5, 0.1, 1.0, 1.0]}]
    asker.pictures("in boxes", **BOTH | {"subjects": boxes})
    asker.pictures("summed", **BOTH, options={"blending": "sum"})
    asker.pictures("larger", **ONE, options={"larger": {"scale": 1.5, "strength": 0.5}})
    asker.pictures("from another", **ONE, options={"start": {"picture": first, "strength": 0.6}})
    asker.pictures("a variation", **ONE, options={"variation_seed": 5, "variation_strength": 0.3})
    sides = {
        "x": {"name": "strength:Dumpling", "values": [0.5, 1]},
        "y": {"name": "sampler", "values": ["Euler", "DDIM"]},
    }
    asker.pictures("a grid", **ONE, options={"grid": sides})
    return asker.found


def differences(before: Mapping[str, Any], after: Mapping[str, Any], where: str = "") -> Iterator[str]:
    """What is not the same, each by where it stands."""
    for name in sorted({*before, *after}):
        place = f"{where} › {name}" if where else name
        old, new = before.get(name), after.get(name)
        if isinstance(old, dict) and isinstance(new, dict):
            yield from differences(old, new, place)
        elif isinstance(old, float) and isinstance(new, float):
            if not math.isclose(old, new, rel_tol=LOSS_TOLERANCE):
                yield f"{place}: {old}, now {new}"
        elif old != new:
            yield place


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["write", "compare"])
    parser.add_argument("file", type=Path, help="where it is written, or what it is compared with")
    options = parser.parse_args(arguments)
    began = time.monotonic()
    with running_app(["--base-model", "pocket", "--workers", "1"]) as app:
        found = made(Asker(client=Client(app.url, verbose=False), database=app.data_folder / "studio.db"))
    print(
        f"{len(found['pictures'])} pictures, {len(found['losses'])} lessons, {len(found['loras'])} LoRA files "
        f"in {time.monotonic() - began:.0f} s"
    )
    if options.what == "write":
        options.file.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
        return 0
    changed = list(differences(json.loads(options.file.read_text(encoding="utf-8")), found))
    print("\n".join(f"changed: {place}" for place in changed) or "everything is as it was")
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())
