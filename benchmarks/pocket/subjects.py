"""Subjects to be taught: creatures that pre-training never drew, with photos, and prompts for what the photos lack."""

import os
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from benchmarks.pocket.pictures import Shot
from benchmarks.pocket.reading.readers import Creature, Reading
from pocket.world import Attributes, draw, held_out_attributes
from pocket.world.captions import made_up_name
from pocket.world.figures import poses_of
from pocket.world.places import PLACES
from pocket.world.scenes import compose

CAST = ("cat", "dog", "rabbit", "bear", "woman", "man", "cat", "dog", "woman", "man")
PHOTOS = 6
PHOTO_SIDE = 512  # photos come larger than the model's own pictures
PHOTO_PLACES, PHOTO_POSES = 4, 2  # so many of the ten places and the three poses are in the photos


@dataclass(frozen=True, kw_only=True, slots=True)
class Sample:
    """One subject of the sample photos: `stem` is its folder, `name` what it is called in Teach."""

    stem: str
    name: str
    attributes: Attributes


SAMPLES = (
    Sample(
        stem="dumpling",
        name="Dumpling",
        attributes=Attributes(
            kind="cat", colour="orange", pattern="striped", pattern_colour="white", eyes="green", hair="",
            wears="bow tie", wears_colour="blue", build="round", layout_seed=11,
        ),
    ),
    Sample(
        stem="anna",
        name="Anna",
        attributes=Attributes(
            kind="woman", colour="white", pattern="spotted", pattern_colour="blue", eyes="green", hair="red",
            wears="hat", wears_colour="yellow", build="slim", layout_seed=5, skin=0,
        ),
    ),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Pupil:
    """One subject. `places` and `pose` are those that no photo shows; `photos`: there already, else they are drawn."""

    name: str
    attributes: Attributes
    photo_places: tuple[str, ...]
    photo_poses: tuple[str, ...]
    places: tuple[str, ...]
    pose: str
    seed: int
    photos: tuple[Path, ...] = ()

    @property
    def kind(self) -> str:
        return self.attributes.kind

    @property
    def words(self) -> str:
        return f"{self.name} {self.kind}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Ask:
    """A picture to make of a pupil: `shot` by the pupil's name, `unnamed` by the kind alone with the same seed."""

    shot: Shot
    unnamed: Shot
    place: str


def pupils(count: int, seed: int) -> list[Pupil]:
    """The first `count` of CAST, each with looks, photo places and a photo-less pose of its own."""
    rng, answers, names = random.Random(f"pupils {seed}"), [], set[str]()
    for kind in CAST[:count]:
        attributes = held_out_attributes(rng, kind)
        places, poses = rng.sample(list(PLACES), len(PLACES)), rng.sample(poses_of(kind), len(poses_of(kind)))
        while (name := made_up_name(rng)) in names:
            pass
        names.add(name)
        answers.append(
            Pupil(
                name=name,
                attributes=attributes,
                photo_places=tuple(places[:PHOTO_PLACES]),
                photo_poses=tuple(poses[:PHOTO_POSES]),
                places=tuple(places[PHOTO_PLACES:]),
                pose=poses[PHOTO_POSES],
                seed=rng.randrange(2**31),
            )
        )
    return answers


def take_photos(pupil: Pupil, folder: Path) -> list[Path]:
    """The pupil's photos; those that are not there are drawn: alone, PNG files, each whole or not at all."""
    if pupil.photos:
        return list(pupil.photos)
    folder.mkdir(parents=True, exist_ok=True)
    rng, paths = random.Random(pupil.seed), []
    for number in range(PHOTOS):
        pose = pupil.photo_poses[number % PHOTO_POSES]
        place = pupil.photo_places[number % PHOTO_PLACES]
        path = folder / f"{number:02d}.png"
        scene = compose(rng, (pupil.attributes,), place, poses=(pose,))
        whole = path.with_suffix(f".{os.getpid()}.part")
        Image.fromarray(draw(scene, PHOTO_SIDE, PHOTO_SIDE)[0]).save(whole, format="PNG")
        whole.replace(path)
        paths.append(path)
    return paths


def asks(pupil: Pupil, count: int) -> list[Ask]:
    """Pictures in the places and the pose that no photo shows."""
    answers = []
    for number in range(count):
        place = pupil.places[number % len(pupil.places)]
        where, seed = f"{pupil.pose} {PLACES[place].phrase}", pupil.seed % 10**6 * 100 + number
        shot = Shot(prompt=f"a photo of {pupil.words} {where}", seed=seed)
        unnamed = Shot(prompt=f"a photo of a {pupil.kind} {where}", seed=seed)
        answers.append(Ask(shot=shot, unnamed=unnamed, place=place))
    return answers


def seen_as(reading: Reading, kind: str) -> Creature | None:
    """The largest creature of the kind; without one, the largest of any kind."""
    mine: Sequence[Creature] = [c for c in reading.creatures if c.kind == kind] or reading.creatures
    return max(mine, key=lambda creature: creature.area, default=None)
