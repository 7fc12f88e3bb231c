"""Good photos are damaged in known ways: which damage is found, and which good photo is blamed?

FOLDER holds a folder of real photos for each subject. Lines were chosen on the subjects of CHOSEN_ON and the sample
photos alone (`--chosen` measures those); what is printed without it are the other ones. A subject's
photos are looked at together, as on the page, for a lesson of 512 pixels, and each damaged one among its good others.
"""

import argparse
import random
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from benchmarks.photos.damages import DAMAGES, Damage, tall
from benchmarks.pocket.tables import Share, markdown, write_json
from studio.photos.faults.finding import Fault, find_faults
from studio.photos.sample_photos import sample_subjects

CHOSEN_ON = ("backpack_dog", "cat", "robot_toy", "teapot", "anna", "dumpling")
RESOLUTION = 512  # pixels, that of the sample photos: none of the good ones is small for it
FOUND_BAR, BLAMED_BAR = 0.9, 0.05


def subjects(folder: Path, chosen: bool) -> dict[str, list[Path]]:
    """The photos of each, by its name: those that the lines were chosen on, or the other ones."""
    found = {one.name: sorted(one.glob("*.jpg")) for one in sorted(folder.iterdir()) if one.is_dir()}
    found |= {one.stem: list(one.photo_files) for one in sample_subjects()}
    return {name: files for name, files in found.items() if (name in CHOSEN_ON) == chosen and files}


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


def run(arguments: argparse.Namespace) -> None:
    found: dict[str, Share] = {title: Share() for title in DAMAGES}
    good, good_tall, wrong, also = Share(), Share(), list[str](), Counter[str]()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for name, files in subjects(arguments.photos, arguments.chosen).items():
            _blamed(name, files, good, wrong)
            (folder / "tall").mkdir(exist_ok=True)
            cropped = [_damaged(file, tall, folder / "tall", f"{name} {file.stem} tall") for file in files]
            for file in cropped:  # alone, and for no resolution: they are neither twins nor small
                _blamed(f"{name} in a phone's shape", [file], good_tall, wrong, resolution=64)
            for title, (fault, damage) in DAMAGES.items():
                for index, file in enumerate(files[:2] if arguments.quick else files):
                    spoilt = _damaged(file, damage, folder, f"{name} {file.stem} {title}")
                    around = [file, spoilt] if fault is Fault.ALIKE else [spoilt]
                    faults = find_faults(around, RESOLUTION).of_photo[-1]
                    found[title].add(fault in faults)
                    also.update(f"{title}: {other}" for other in faults if other is not fault)
                    if fault not in faults:
                        wrong.append(f"{name}/{index}: {title} was not found")
    total = Share(right=sum(share.right for share in found.values()), of=sum(share.of for share in found.values()))
    rows = [[title, str(share)] for title, share in found.items()]
    rows += [["**all damages**", str(total)], ["good ones blamed", str(good)]]
    rows += [["good ones cropped to a phone's shape, blamed", str(good_tall)]]
    print(markdown(["damage", "found (95 % interval)"], rows))
    print(f"bar: {FOUND_BAR:.0%} found, at most {BLAMED_BAR:.0%} of good ones blamed")
    print("other faults said of damaged ones:", dict(also))
    print(*wrong, sep="\n")
    facts = {title: [share.right, share.of] for title, share in found.items()}
    facts |= {"good": [good.right, good.of], "good tall": [good_tall.right, good_tall.of]}
    write_json(arguments.work / f"photos{'-chosen' if arguments.chosen else ''}.json", facts)


if __name__ == "__main__":
    command = argparse.ArgumentParser(description=__doc__)
    command.add_argument("--photos", type=Path, required=True, help="a folder with a folder of photos for each subject")
    command.add_argument("--chosen", action="store_true", help="measure what the lines were chosen on instead")
    command.add_argument("--quick", action="store_true")
    command.add_argument("--work", type=Path, default=Path("data/benchmarks"))
    run(command.parse_args())
