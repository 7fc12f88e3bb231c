"""`python -m benchmarks.together`: several taught subjects in one picture, every way of doing it, with the same seeds.

Pictures are made (--only make) and read (--only read) in one go or on two machines: they wait in the work folder, and
one that is there is not made again. --loras is a folder with the lessons' files; those that are missing are taught.
"""

import argparse
import json
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from benchmarks.pocket.lessons import give_lessons, open_lora
from benchmarks.pocket.pictures import SETTINGS, load_pocket, write_sheet
from benchmarks.pocket.reading import readers
from benchmarks.pocket.subjects import Pupil, pupils
from benchmarks.pocket.tables import Share, markdown, write_json
from benchmarks.pocket.teaching import lesson_arguments
from benchmarks.together import arms, cells
from benchmarks.together.arms import Arm, Stage
from benchmarks.together.cells import CELLS, Cell, Wanted
from benchmarks.together.judging import ROWS, Found, judge
from pipeline.families.loaded_model import LoadedModel
from pipeline.multi_subject.denoising import RegionSubject

PICTURES = 200
STRIP = 8  # pictures of every arm on the strip
ALONE = "each alone"
DEFAULT_CELLS = ("different", "same", "three")

ARMS: dict[str, Arm] = {
    "base model": arms.base,
    "sum": arms.summed,
    "switch": arms.switched,
    "averaged noise": arms.averaged,
    "a pass for each region": arms.regions,
    "FreeFuse-like": arms.freefuse,
    **{name: partial(arms.ours, method=method) for name, method in arms.TAKEN_AWAY.items()},
    "without own words": arms.without_own_words,
    "without the scene's background": partial(arms.ours, background=False),
    "ours, true masks": partial(arms.ours, true_masks=True),
}
PASTED = "pasted singles"


def stage_of(
    loaded: LoadedModel, school: Sequence[Pupil], cell: Cell, some: Sequence[Wanted], files: dict[str, Path], model: Any
) -> Stage:
    people = [
        RegionSubject(
            lora=open_lora(files[school[k].name], loaded),
            strength=1.0,
            words=school[k].words,
            noun=school[k].kind,
            box=cell.boxes[place] if cell.boxes else None,
        )
        for place, k in enumerate(some[0].cast)
    ]
    return Stage(loaded=loaded, settings=SETTINGS, people=people, wanted=some, model=model)


def in_batches(some: Sequence[Wanted], size: int) -> list[Sequence[Wanted]]:
    return [some[start : start + size] for start in range(0, len(some), size)]


class Laboratory:
    """Makes what is missing of the pictures and reads them."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.arguments = arguments
        self.school = pupils(10, arguments.seed)
        self.work: Path = arguments.work / "together"
        self._files: dict[str, Path] = {}
        self._loaded: LoadedModel | None = None
        self._model: Any = None

    @property
    def model(self) -> Any:
        """The readers."""
        self._model = self._model or readers.load(self.arguments.readers, self.arguments.device)
        return self._model

    def stages(self, cell: Cell, some: Sequence[Wanted]) -> list[Stage]:
        """One cast's pictures in batches that fit the device."""
        self._loaded = self._loaded or load_pocket(self.arguments.model, self.arguments.device)
        batch = 50 if self.arguments.device == "cuda" else 10
        self._teach([self.school[k] for k in some[0].cast])
        parts = in_batches(some, batch)
        return [stage_of(self._loaded, self.school, cell, part, self._files, self.model) for part in parts]

    def _teach(self, some: Sequence[Pupil]) -> None:
        missing = [pupil for pupil in some if pupil.name not in self._files]
        if self.arguments.loras:
            for pupil in list(missing):
                there = sorted(self.arguments.loras.glob(f"*-{pupil.name}-{pupil.kind}.safetensors"))
                if there:
                    self._files[pupil.name] = there[-1]
                    missing.remove(pupil)
        if missing:
            self._files |= give_lessons(missing, self.arguments)

    def pictures(self, name: str, cell: Cell, some: Sequence[Wanted], arm: Arm) -> tuple[NDArray[np.uint8], Any]:
        """An arm's pictures of one cast, and what they cost; made where they are not there yet."""
        cast = "+".join(self.school[k].name for k in some[0].cast)
        stem = f"{name}-{cast}-{len(some)}-{self.arguments.seed}".replace(" ", "_").replace(",", "")
        file = self.work / f"{stem}.npy"
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            stages = self.stages(cell, some)
            began, parts, evaluations = time.monotonic(), [], 0
            for stage in stages:
                pixels, rows = arm(stage)
                parts.append(pixels)
                evaluations += rows
            cost = {"seconds": round(time.monotonic() - began, 2), "evaluations": evaluations, "pictures": len(some)}
            file.with_suffix(".json").write_text(json.dumps(cost))
            np.save(file, np.concatenate(parts))
        return np.load(file), json.loads(file.with_suffix(".json").read_text())

    def run(self, cell_name: str, arm_names: Sequence[str]) -> dict[str, Any]:
        """Every arm of one cell: figures by arm."""
        cell = CELLS[cell_name]
        groups = cells.wanted(cell, self.school, self.arguments.pictures, self.arguments.seed)
        strips, figures = [], {}
        for arm_name in arm_names:
            found, cost, shown = Found(), {"seconds": 0.0, "evaluations": 0, "pictures": 0}, []
            for some in groups:
                people = [self.school[k] for k in some[0].cast]
                for index, arm in self._arms_of(arm_name, some):
                    who = people if index is None else [people[index]]
                    label = f"{cell_name}-{arm_name}" + ("" if index is None else f"-{index}")
                    pixels, spent = self.pictures(label, cell, some, arm)
                    cost = {key: round(cost[key] + spent[key], 2) for key in cost}
                    shown.append(pixels)
                    if self.arguments.only == "make":
                        continue
                    boxes = cell.boxes if index is None else ()
                    for one, reading in zip(some, readers.read(pixels, self.model), strict=True):
                        judge(who, one.place, reading, found, boxes)
            figures[arm_name] = {"found": found, "cost": cost}
            strips.append(np.stack([shown[k % len(shown)][k // len(shown)] for k in range(STRIP)]))
            print(f"{cell_name}, {arm_name}: {found.shares['strict success']}, {cost['seconds']} s", flush=True)
        write_sheet(self.work / f"{cell_name.replace(' ', '-')}.jpg", np.concatenate(strips), columns=STRIP)
        return figures

    def _arms_of(self, name: str, some: Sequence[Wanted]) -> list[tuple[int | None, Arm]]:
        """An arm, or one for each subject: then the number of the one who is there."""
        alones = [[cells.alone(one, self.school, k) for one in some] for k in range(len(some[0].cast))]
        by_prompt = {one.seed: number for number, one in enumerate(some)}

        def prompts(k: int, stage: Stage) -> list[str]:
            return [alones[k][by_prompt[one.seed]] for one in stage.wanted]

        if name == ALONE:
            return [(k, lambda stage, k=k: arms.alone(k, prompts(k, stage), stage)) for k in range(len(alones))]
        if name == PASTED:
            return [(None, lambda stage: arms.pasted(stage, [prompts(k, stage) for k in range(len(alones))]))]
        return [(None, ARMS[name])]


def shown(figures: dict[str, Any], plain_evaluations: float) -> str:
    rows = []
    for arm, one in figures.items():
        shares, cost = one["found"].shares, one["cost"]
        each = cost["evaluations"] / max(1, cost["pictures"])
        spent = f"{each:.0f} ({each / plain_evaluations:.2f})", f"{cost['seconds'] / max(1, cost['pictures']):.2f}"
        rows.append([arm, *(_short(shares[row]) for row in ROWS), *spent])
    return markdown(["way", *ROWS, "UNet rows (of a plain picture's)", "seconds a picture"], rows)


def _short(share: Share) -> str:
    if not share.of:
        return ""
    low, high = share.interval()
    return f"{100 * share.value():.1f} % ({100 * low:.0f} to {100 * high:.0f})"


def chosen(text: str, names: Sequence[str]) -> list[str]:
    """The names in a list that a person wrote."""
    return list(names) if text == "all" else [part.strip() for part in text.split(";")]


def run(arguments: argparse.Namespace) -> None:
    began = time.monotonic()
    laboratory = Laboratory(arguments)
    everything = [ALONE, *ARMS, PASTED]
    result: dict[str, Any] = {}
    for cell in chosen(arguments.cells, list(CELLS)):
        figures = laboratory.run(cell, chosen(arguments.arms, everything))
        print(f"\n{cell}, {arguments.pictures} pictures, seed {arguments.seed}\n")
        print(shown(figures, 2 * SETTINGS.steps) + "\n", flush=True)
        result[cell] = {
            arm: {
                "cost": one["cost"],
                **{row: one["found"].shares[row].to_json() for row in ROWS},
                "attributes": {name: share.to_json() for name, share in one["found"].by_attribute.items()},
            }
            for arm, one in figures.items()
        }
    facts = {"pictures": arguments.pictures, "seed": arguments.seed, "torch": torch.__version__}
    facts["device"] = torch.cuda.get_device_name() if arguments.device == "cuda" else "cpu"
    write_json(laboratory.work / f"{arguments.name}.json", {**facts, "cells": result})
    print(f"{time.monotonic() - began:.0f} s")


def cell_arguments(description: str | None) -> argparse.ArgumentParser:
    """What every benchmark of pictures of several can be told."""
    command = lesson_arguments(description)
    command.add_argument("--loras", type=Path, help="a folder with the lessons' files")
    command.add_argument("--cells", default=";".join(DEFAULT_CELLS), help='names separated by ";", or "all"')
    command.add_argument("--pictures", type=int, default=PICTURES, help="of each cell")
    return command


if __name__ == "__main__":
    command = cell_arguments(__doc__)
    command.add_argument("--arms", default="all", help='names separated by ";"')
    command.add_argument("--only", choices=("make", "read"), help="a part of the work")
    command.add_argument("--name", default="together", help="of the file with the figures")
    run(command.parse_args())
