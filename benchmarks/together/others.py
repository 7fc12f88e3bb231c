"""`python -m benchmarks.together.others`: is nobody said to be like photos that show somebody else?

For each subject (benchmarks.pocket.subjects): drawings of itself in places that no photo shows, of others of its kind,
of others of another kind, of places where nobody is, and shards: pictures of wrong latents, as ruined lessons make
them, and `--shards`, a folder of pictures of such a lesson. Each is compared with the subject's photos as a finished
picture is (pipeline.multi_subject.likeness).
The lines there were chosen on the ten subjects of seed 1, what is too close to tell on those of seed 2; those of seed 3
are others.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from benchmarks.pocket.pictures import load_pocket
from benchmarks.pocket.subjects import Pupil, pupils
from benchmarks.pocket.tables import Share, markdown, write_json
from benchmarks.together.likeness import portrait_of
from pipeline import generate
from pipeline.families.loaded_model import LoadedModel
from pipeline.generate import Settings
from pipeline.multi_subject import likeness
from pipeline.multi_subject.denoising import LAYOUT_SAMPLER
from pipeline.multi_subject.likeness import DetectedSubject
from pipeline.multi_subject.wording import SubjectWords
from pocket.world import draw, random_attributes, random_scene
from pocket.world.attributes import KINDS, Attributes
from pocket.world.figures import poses_of
from pocket.world.places import PLACES
from pocket.world.scenes import compose

SIDE = 256
ITSELF = "itself, in other places"
BAR, LINE = 0.95, 0.2  # of pictures that show nothing of a subject, so many are below that likeness


def alone(rng: random.Random, creature: Attributes, place: str) -> Image.Image:
    scene = compose(rng, (creature,), place, poses=(rng.choice(poses_of(creature.kind)),))
    return Image.fromarray(draw(scene, SIDE, SIDE)[0])


def another(rng: random.Random, pupil: Pupil) -> Attributes:
    while (other := random_attributes(rng, pupil.kind)).named() == pupil.attributes.named():
        pass
    return other


def another_kind(rng: random.Random, pupil: Pupil) -> Attributes:
    return random_attributes(rng, rng.choice([kind for kind in KINDS if kind != pupil.kind]))


def nobody(rng: random.Random, pupil: Pupil) -> Image.Image:
    """A place without anybody in it."""
    scene = compose(rng, (pupil.attributes,), rng.choice(list(PLACES)))
    return Image.fromarray(draw(replace(scene, figures=(), order=()), SIDE, SIDE)[0])


@torch.no_grad()
def shards(loaded: LoadedModel, rng: random.Random, count: int) -> Iterator[Image.Image]:
    """Pictures of latents that no drawing has: noise, a wrong scale, mixed channels, half noise, blocks, folded."""
    settings = Settings(sampler=LAYOUT_SAMPLER, steps=1, guidance_scale=1.0, width=SIDE, height=SIDE)
    dice = torch.Generator().manual_seed(rng.randrange(2**31))
    for number in range(count):
        latents = generate.latents_of(loaded, [Image.fromarray(draw(random_scene(rng))[0])], settings)
        noise = torch.randn(latents.shape, generator=dice).to(latents)
        coarse = torch.nn.functional.interpolate(noise[..., :6, :6], latents.shape[-2:], mode="nearest")
        ruined: list[Tensor] = [
            noise,
            latents * rng.choice((2.0, 3.0, 0.3)),
            latents[:, torch.randperm(latents.shape[1], generator=dice)] * rng.choice((1, -1)),
            0.6 * latents + 0.8 * noise,
            coarse * 1.3,
            latents.roll((9, 13), (2, 3)).flip(2) * 1.8,
        ]
        pixels = loaded.decode_latents(ruined[number % len(ruined)])[0].permute(1, 2, 0).clamp(0, 1)
        yield Image.fromarray((pixels * 255).round().to(torch.uint8).cpu().numpy())


def detect_alone(loaded: LoadedModel, image: Image.Image, pupil: Pupil) -> DetectedSubject:
    """The subject in a picture of which is said that nobody else was asked for."""
    named, prompt = [SubjectWords(words=pupil.words, noun=pupil.kind)], f"a photo of {pupil.words}"
    return likeness.detect_subjects(loaded, image, named, [None], prompt)[0]


def subject_arguments(description: str | None) -> argparse.ArgumentParser:
    """Options of what is measured on drawings of the ten subjects of a seed."""
    command = argparse.ArgumentParser(description=description)
    command.add_argument("--subjects", type=int, nargs="+", default=list(range(10)), help="numbers, 0 to 9")
    command.add_argument("--seed", type=int, default=3, help="which ten subjects")
    command.add_argument("--pictures", type=int, default=100, help="of each row, for all subjects together")
    command.add_argument("--device", default="cpu")
    command.add_argument("--work", type=Path, default=Path("data/benchmarks"))
    return command


def run(arguments: argparse.Namespace) -> None:
    loaded = load_pocket(None, arguments.device)
    school, found = pupils(10, arguments.seed), dict[str, list[float]]()
    each = arguments.pictures // len(arguments.subjects)
    made = [Image.open(file).convert("RGB") for file in sorted(arguments.shards.glob("*"))] if arguments.shards else []
    for number in arguments.subjects:
        pupil, rng = school[number], random.Random(f"others {arguments.seed} {number}")
        sets: dict[str, Sequence[Image.Image]] = {
            ITSELF: [alone(rng, pupil.attributes, rng.choice(pupil.places)) for _ in range(each)],
            "another of its kind": [alone(rng, another(rng, pupil), rng.choice(list(PLACES))) for _ in range(each)],
            "another kind": [alone(rng, another_kind(rng, pupil), rng.choice(list(PLACES))) for _ in range(each)],
            "a place without anybody": [nobody(rng, pupil) for _ in range(each)],
            "shards of wrong latents": list(shards(loaded, rng, each)),
            "shards of a lesson": made,
        }
        reference = portrait_of(loaded, pupil, arguments)
        for title, images in sets.items():
            some = [reference.likeness(detect_alone(loaded, image, pupil)) for image in images]
            found.setdefault(title, []).extend(some)
        write_json(arguments.work / "others.json", found)  # after every subject: on a CPU each one takes minutes
    rows = [[title, *_row(some, is_other=title != ITSELF)] for title, some in found.items() if some]
    header = [
        "pictures of",
        "5 % are below",
        "half",
        "95 %",
        f"below {100 * LINE:.0f} %",
        "no number",
        "not said to be like it",
    ]
    print(markdown(header, rows))
    print(f"bar: {100 * BAR:.0f} % of all but the first row below {100 * LINE:.0f} %, or no number")


def _row(some: Sequence[float], *, is_other: bool) -> list[object]:
    """How likenesses are spread; how many are below the line, and how many so close to it that the page says no number;
    of others, both together."""
    below = sum(one < LINE for one in some)
    unsure = sum(likeness.OVERLAP[0] <= one < likeness.OVERLAP[1] for one in some)
    spread = [f"{100 * value:.0f} %" for value in np.quantile(some, (0.05, 0.5, 0.95))]
    right = Share(right=below + unsure, of=len(some)) if is_other else ""
    return [*spread, f"{below} of {len(some)}", f"{unsure} of {len(some)}", right]


if __name__ == "__main__":
    command = subject_arguments(__doc__)
    command.add_argument("--shards", type=Path, help="a folder of pictures of a lesson on what pocket cannot draw")
    run(command.parse_args())
