"""`python -m benchmarks.pocket.reach --photos FOLDER`: is what pocket can draw told from what it cannot?

FOLDER holds a folder of real photos for each subject. Two hundred drawn pictures (scenes of any cast, subjects that
pre-training never drew, the sample photos) and the photos are measured as the page does it
(studio.photos.reconstruction).
Where the line is was chosen on the photos of half of the subjects, on drawings of another seed and on `--others`, a
folder of any pictures; what is printed under "reported" are the other subjects and drawings alone. Drawings are
also measured after what happens to pictures on their way: saved as JPEG, resized, framed, cropped, made darker.
"""

import argparse
import io
import random
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from PIL import Image, ImageEnhance, ImageOps

from benchmarks.pocket.subjects import PHOTO_SIDE
from benchmarks.pocket.tables import markdown, write_json
from pocket.world import draw, held_out_attributes, random_scene
from pocket.world.places import PLACES
from pocket.world.scenes import compose
from studio.photos.reconstruction import MOST_ERROR, reconstruction_error
from studio.photos.sample_photos import sample_subjects

CHOSEN_ON = ("backpack_dog", "cat", "robot_toy", "teapot")  # subjects; the line was never tried on the others before
DRAWN, EDITED = 200, 6  # pictures, and of each way to edit one
BAR = 0.98

Pixels = Image.Image


def _jpeg(image: Pixels, quality: int) -> Pixels:
    file = io.BytesIO()
    image.save(file, "JPEG", quality=quality)
    return Image.open(file).convert("RGB")


def _screenshot(image: Pixels) -> Pixels:
    """On a white page, under a dark bar."""
    page = Image.new("RGB", (image.width * 2, image.height + 80), "white")
    page.paste((40, 40, 40), (0, 0, page.width, 40))
    page.paste(image, (image.width // 2, 60))
    return page


def _cropped(image: Pixels) -> Pixels:
    side = image.width
    return image.crop((side // 5, side // 5, side * 4 // 5, side * 4 // 5))


EDITS: dict[str, Callable[[Pixels], Pixels]] = {
    "JPEG, quality 60": lambda image: _jpeg(image, 60),
    "JPEG, quality 30": lambda image: _jpeg(image, 30),
    "half the size": lambda image: image.resize((image.width // 2, image.height // 2), Image.Resampling.LANCZOS),
    "four times the size": lambda image: image.resize((image.width * 4, image.height * 4), Image.Resampling.BICUBIC),
    "a white frame": lambda image: ImageOps.expand(image, image.width // 8, "white"),
    "a black frame, JPEG": lambda image: _jpeg(ImageOps.expand(image, image.width // 5, "black"), 60),
    "a screenshot": _screenshot,
    "the middle 60 %": _cropped,
    "mirrored": ImageOps.mirror,
    "a quarter brighter": lambda image: ImageEnhance.Brightness(image).enhance(1.25),
    "a quarter darker": lambda image: ImageEnhance.Brightness(image).enhance(0.75),
}


def drawing(number: int, seed: int) -> Pixels:
    """A scene of any cast at the model's size, or a subject that pre-training never drew at a photo's, in turn."""
    rng = random.Random(f"reach {seed} {number}")
    if number % 2:
        return Image.fromarray(draw(random_scene(rng))[0])
    scene = compose(rng, (held_out_attributes(rng),), rng.choice(list(PLACES)))
    return Image.fromarray(draw(scene, PHOTO_SIDE, PHOTO_SIDE)[0])


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """A picture to measure: a file, or a drawing of that number and seed, edited in that way."""

    name: str
    file: Path | None = None
    number: int = 0
    seed: int = 0
    edit: str = ""

    def error(self) -> float:
        """studio.photos.reconstruction's."""
        if self.file is None:
            image = drawing(self.number, self.seed)
            return reconstruction_error(EDITS[self.edit](image) if self.edit else image)
        with Image.open(self.file) as image:
            image.draft("RGB", (512, 512))
            return reconstruction_error(image)


def _drawn(count: int, seed: int, edit: str = "") -> list[Given]:
    title = edit or "drawn"
    return [Given(name=f"{title} {number}", number=number, seed=seed, edit=edit) for number in range(count)]


def _files(folder: Path, wanted: Callable[[str], bool] = lambda name: True) -> list[Given]:
    files = sorted(file for file in folder.rglob("*") if file.suffix in (".jpg", ".jpeg", ".png"))
    return [Given(name=f"{file.parent.name}/{file.name}", file=file) for file in files if wanted(file.parent.name)]


def measured(arguments: argparse.Namespace) -> dict[str, list[Given]]:
    """What is measured, by title; photos and other pictures are what pocket cannot draw."""
    count, edited = (8, 2) if arguments.quick else (DRAWN, EDITED)
    if arguments.chosen:
        sets = {"photos": _files(arguments.photos, lambda name: name in CHOSEN_ON), "drawn": _drawn(count // 5, 1)}
        sets["other pictures"] = _files(arguments.others) if arguments.others else []
        return sets | {edit: _drawn(edited, 1, edit) for edit in EDITS}
    samples = [Given(name=photo.name, file=photo) for one in sample_subjects() for photo in one.photo_files]
    samples = samples[: count // 2]
    sets = {"photos": _files(arguments.photos, lambda name: name not in CHOSEN_ON)}
    sets["drawn"] = samples + _drawn(count - len(samples), 2)
    return sets | {edit: _drawn(edited, 3, edit) for edit in EDITS}


def run(arguments: argparse.Namespace) -> None:
    rows, facts, wrong = [], {}, list[str]()
    with get_context("spawn").Pool(arguments.processes) as pool:
        for title, some in measured(arguments).items():
            if not some:
                continue
            can = title not in ("photos", "other pictures")
            errors = []
            for one, error in zip(some, pool.imap(Given.error, some), strict=True):
                errors.append(error)
                print(f"{one.name}: {error:.4f}", flush=True)
            right = [(error <= MOST_ERROR) == can for error in errors]
            low, middle, high = np.quantile(errors, (0, 0.5, 1))
            rows.append([title, f"{low:.4f}", f"{middle:.4f}", f"{high:.4f}", f"{sum(right)} of {len(right)}"])
            print(" | ".join(map(str, rows[-1])), flush=True)
            wrong += [f"{one.name} {error:.4f}" for one, error, ok in zip(some, errors, right, strict=True) if not ok]
            facts[title] = errors
    print(markdown(["error of", "least", "median", "most", f"told right (line {MOST_ERROR})"], rows))
    print("wrong:", "; ".join(wrong) or "none")
    told = [error <= MOST_ERROR for error in facts["drawn"]] + [error > MOST_ERROR for error in facts["photos"]]
    print(f"drawings and photos told apart: {100 * np.mean(told):.1f} % of {len(told)} (bar {100 * BAR:.0f} %)")
    write_json(arguments.work / f"reach{'-chosen' if arguments.chosen else ''}.json", facts)


if __name__ == "__main__":
    command = argparse.ArgumentParser(description=__doc__)
    command.add_argument("--photos", type=Path, required=True, help="a folder with a folder of photos for each subject")
    command.add_argument("--others", type=Path, help="a folder of other pictures that pocket cannot draw")
    command.add_argument("--chosen", action="store_true", help="measure what the line was chosen on instead")
    command.add_argument("--processes", type=int, default=2)
    command.add_argument("--quick", action="store_true")
    command.add_argument("--work", type=Path, default=Path("data/benchmarks"))
    run(command.parse_args())
