"""Good photos are damaged in known ways: which damage is found, and which good photo is blamed?

FOLDER holds a folder of real photos for each subject; `--faces` names another one, with a folder for each source that
holds `one` (photos of one face each) and `several`. Beside these there are drawings of one figure in its poses on an
even ground, which are made here. Lines were chosen on the subjects and sources of CHOSEN_ON alone, the sample photos
among them; two tables are printed, of those and of all others, and the second one is the claim. A subject's photos are
looked at together, as on the page, for a lesson of 512 pixels, and each damaged one among its good others.
"""

import argparse
import random
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from benchmarks.photos.damages import DAMAGES, Damage, beside, tall, turned
from benchmarks.pocket.tables import Share, markdown, write_json
from pocket.world.attributes import KINDS, any_attributes
from pocket.world.drawing import Canvas
from pocket.world.figures import draw_figure, poses_of
from studio.photos.faults.finding import Fault, find_faults
from studio.photos.sample_photos import sample_subjects

CHOSEN_ON = (
    "backpack_dog", "cat", "robot_toy", "teapot", "anna", "dumpling",
    "flat cat", "flat woman",
    "dlib", "facenet-pytorch",
)  # fmt: skip
RESOLUTION = 512  # pixels, that of the sample photos: none of the good ones is small for it
ANY_RESOLUTION = 64  # pixels: nothing is small for it
FOUND_BAR, BLAMED_BAR = 0.9, 0.05
GROUNDS = ((1.0, 1.0, 1.0), (0.95, 0.9, 0.8), (0.6, 0.8, 0.95))
TURNED, TWO, SEVERAL = "turned, with a face", "two faces, composed", "several faces, as taken"


def subjects(folder: Path, drawn: Path) -> dict[str, list[Path]]:
    """The photos of each, by its name; drawings on an even ground are made in the folder `drawn`."""
    found = {one.name: sorted(one.glob("*.jpg")) for one in sorted(folder.iterdir()) if one.is_dir()}
    found |= {one.stem: list(one.photo_files) for one in sample_subjects()}
    found |= {f"flat {kind}": flat_drawings(kind, drawn) for kind in KINDS}
    return {name: files for name, files in found.items() if files}


def flat_drawings(kind: str, folder: Path) -> list[Path]:
    """One figure of that kind in each of its poses on one even ground."""
    rng = random.Random(f"flat {kind}")
    attributes, ground = any_attributes(rng, kind), rng.choice(GROUNDS)
    files = list[Path]()
    for pose in poses_of(kind):
        canvas = Canvas.blank(640, 640)
        canvas.pixels[:] = ground
        draw_figure(canvas, attributes, pose, rng.uniform(0.45, 0.55), 0.12, 0.7, False, 1)
        files.append(folder / f"{kind}-{pose}.png")
        Image.fromarray((canvas.pixels.clip(0, 1) * 255 + 0.5).astype(np.uint8)).save(files[-1])
    return files


def _damaged(file: Path, damage: Damage, folder: Path, seed: str) -> Path:
    with Image.open(file) as image:
        spoilt = damage(image.convert("RGB"), random.Random(seed))
    path = folder / f"{file.stem}-damaged.png"
    spoilt.save(path, compress_level=1)
    return path


def _blamed(name: str, files: Sequence[Path], share: Share, wrong: list[str], resolution: int = RESOLUTION) -> None:
    for file, blamed in zip(files, find_faults(files, resolution).of_photo, strict=True):
        share.add(bool(blamed))
        wrong += [f"{name}/{file.name} is good, and was said to be {fault}" for fault in blamed]


def _measure_faces(
    folder: Path, made: Path, chosen: bool, found: dict[str, Share], good: Share, wrong: list[str]
) -> None:
    """Photos of one face are good; turned, or beside one another, they are not."""
    for source in sorted(one for one in folder.iterdir() if (one.name in CHOSEN_ON) == chosen):
        ones, several = (sorted((source / kind).glob("*")) for kind in ("one", "several"))
        for index, file in enumerate(ones):
            _blamed(source.name, [file], good, wrong, ANY_RESOLUTION)
            other = Image.open(ones[index - 1]).convert("RGB")
            spoilt = {TURNED: turned, TWO: lambda photo, _rng, other=other: beside(photo, other)}
            for title, damage in spoilt.items():
                fault = Fault.SIDEWAYS if title == TURNED else Fault.FACES
                if title == TWO and len(ones) == 1:
                    continue
                path = _damaged(file, damage, made, f"{source.name} {file.stem} {title}")
                _found(title, fault, [path], f"{source.name}/{file.name}", found, wrong)
        for file in several:
            _found(SEVERAL, Fault.FACES, [file], f"{source.name}/{file.name}", found, wrong)


def _found(
    title: str, fault: Fault, photos: Sequence[Path], called: str, found: dict[str, Share], wrong: list[str]
) -> tuple[Fault, ...]:
    """Whether the last of the photos is said to have the fault, counted. Gives all that is said of it."""
    faults = find_faults(photos, ANY_RESOLUTION if fault in (Fault.SIDEWAYS, Fault.FACES) else RESOLUTION).of_photo[-1]
    found[title].add(fault in faults)
    if fault not in faults:
        wrong.append(f"{called}: {title} was not found")
    return faults


def measure(arguments: argparse.Namespace, made: Path, *, chosen: bool) -> dict[str, Share]:
    """The table of the subjects that lines were chosen on, or of the others, printed and given."""
    found: dict[str, Share] = {title: Share() for title in (*DAMAGES, TURNED, TWO, SEVERAL)}
    good, good_tall, good_faces, wrong, also = Share(), Share(), Share(), list[str](), Counter[str]()
    everyone = subjects(arguments.photos, made)
    for name, files in everyone.items():
        if (name in CHOSEN_ON) != chosen:
            continue
        _blamed(name, files, good, wrong)
        (made / "tall").mkdir(exist_ok=True)
        cropped = [_damaged(file, tall, made / "tall", f"{name} {file.stem} tall") for file in files]
        for file in cropped:  # alone, and for no resolution: they are neither twins nor small
            _blamed(f"{name} in a phone's shape", [file], good_tall, wrong, ANY_RESOLUTION)
        for title, (fault, damage) in DAMAGES.items():
            for file in files[:2] if arguments.quick else files:
                spoilt = _damaged(file, damage, made, f"{name} {file.stem} {title}")
                around = [file, spoilt] if fault is Fault.ALIKE else [spoilt]
                faults = _found(title, fault, around, f"{name}/{file.name}", found, wrong)
                also.update(f"{title}: {other}" for other in faults if other is not fault)
    if arguments.faces:
        _measure_faces(arguments.faces, made, chosen, found, good_faces, wrong)
    total = Share(right=sum(share.right for share in found.values()), of=sum(share.of for share in found.values()))
    rows = [[title, str(share)] for title, share in found.items()]
    rows += [["**all damages**", str(total)], ["good ones blamed", str(good)]]
    rows += [["good ones cropped to a phone's shape, blamed", str(good_tall)]]
    rows += [["good photos of one face, blamed", str(good_faces)]]
    of_whom = ", ".join(name for name in everyone if (name in CHOSEN_ON) == chosen)
    print(f"\nLines were {'' if chosen else 'not '}chosen on these: {of_whom}\n")
    print(markdown(["damage", "found (95 % interval)"], rows))
    print("other faults said of damaged ones:", dict(also))
    print(*wrong, sep="\n")
    return found | {"good": good, "good tall": good_tall, "good faces": good_faces}


def run(arguments: argparse.Namespace) -> None:
    """Both tables, and the figures as JSON."""
    with tempfile.TemporaryDirectory() as made:
        tables = {name: measure(arguments, Path(made), chosen=name == "chosen") for name in ("chosen", "others")}
    print(f"bar: {FOUND_BAR:.0%} found, at most {BLAMED_BAR:.0%} of good ones blamed")
    facts = {name: {title: [share.right, share.of] for title, share in table.items()} for name, table in tables.items()}
    write_json(arguments.work / "photos.json", facts)


if __name__ == "__main__":
    command = argparse.ArgumentParser(description=__doc__)
    command.add_argument("--photos", type=Path, required=True, help="a folder with a folder of photos for each subject")
    command.add_argument("--faces", type=Path, help="a folder with a folder for each source, with `one` and `several`")
    command.add_argument("--quick", action="store_true", help="two photos of each subject are damaged, not all")
    command.add_argument("--work", type=Path, default=Path("data/benchmarks"))
    run(command.parse_args())
