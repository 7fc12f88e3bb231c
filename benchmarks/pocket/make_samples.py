"""`python -m benchmarks.pocket.make_samples`: draws the sample photos into studio/samples, and Home's welcome picture.

Two subjects that the pocket model was never shown in its pre-training, eight pictures of each, alone,
in varied places and poses.
"""

import argparse
import json
import random
from pathlib import Path

from PIL import Image

from benchmarks.pocket.subjects import SAMPLES, Sample
from pocket.world import Scene, draw, held_out
from pocket.world.figures import poses_of
from pocket.world.places import PLACES
from pocket.world.scenes import Figure, compose
from studio.photos.sample_photos import SAMPLES_FOLDER
from ui.components.home_parts import WELCOME_PICTURE

SIDE = 512
QUALITY = 92
PHOTOS = 8
WELCOME_SIZE = 1600, 600  # pixels


def cut_off(scene: Scene) -> bool:
    """True where a hat would stand out of the picture's top: a figure's reach is 1.12 of its size."""
    return any(figure.ground + 1.12 * figure.size > 1 for figure in scene.figures)


def draw_sample(sample: Sample, folder: Path, rng: random.Random) -> list[Path]:
    """Writes 00.jpg to 07.jpg: every pose, every picture in a place of its own."""
    assert held_out(sample.attributes), f"{sample.name} is a creature that pre-training has drawn"
    folder.mkdir(parents=True, exist_ok=True)
    poses = poses_of(sample.attributes.kind)
    paths = []
    for number, place in enumerate(rng.sample(list(PLACES), PHOTOS)):
        pose = poses[number % len(poses)]
        while cut_off(scene := compose(rng, (sample.attributes,), place, poses=(pose,))):
            pass
        path = folder / f"{number:02d}.jpg"
        Image.fromarray(draw(scene, SIDE, SIDE)[0]).save(path, quality=QUALITY, optimize=True)
        paths.append(path)
    return paths


def draw_welcome(file: Path) -> None:
    """Writes the picture of a studio in which nothing is yet: both samples on a beach, in its middle."""
    cat, woman = (sample.attributes for sample in SAMPLES)
    figures = (
        Figure(attributes=cat, pose="sitting", x=1.05, ground=0.06, size=0.56, mirrored=False),
        Figure(attributes=woman, pose="waving", x=1.62, ground=0.07, size=0.74, mirrored=False),
    )
    scene = Scene(place="beach", place_seed=4, relation="beside", order=(1, 0), figures=figures)
    width, height = WELCOME_SIZE
    Image.fromarray(draw(scene, width, height)[0]).save(file, quality=QUALITY, optimize=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=SAMPLES_FOLDER)
    parser.add_argument("--seed", type=int, default=3)
    arguments = parser.parse_args()
    for sample in SAMPLES:
        rng = random.Random(f"{arguments.seed} {sample.stem}")
        for path in draw_sample(sample, arguments.folder / sample.stem, rng):
            print(f"{path}  {path.stat().st_size / 1000:.0f} kB")
    rows = [{"stem": sample.stem, "name": sample.name, "kind": sample.attributes.kind} for sample in SAMPLES]
    draw_welcome(WELCOME_PICTURE)
    (arguments.folder / "samples.json").write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
