"""What the count of creatures says of pictures that are known exactly."""

import random

import numpy as np

from benchmarks.pocket import one_creature
from benchmarks.pocket.reading import readers
from pocket.world import draw
from pocket.world.scenes import compose


def test_a_picture_of_two_where_one_was_asked_is_a_miss_and_its_seed_is_named() -> None:
    cat = one_creature.sample_pupils()[0]
    (place, first), (other, second) = asked = one_creature.shots(cat, 2, first_seed=70)
    rng = random.Random(3)
    alone = compose(rng, (cat.attributes,), place)
    double = compose(rng, (cat.attributes, cat.attributes), other)
    pictures = np.stack([draw(scene, 256, 256)[0] for scene in (alone, double)])

    counted = one_creature.count(cat, asked, readers.read(pictures, readers.load(readers.FILE, "cpu")))

    assert first.prompt.startswith("dumpling cat ") and first.seed != second.seed
    assert (counted.shares["one creature"].right, counted.shares["one creature"].of) == (1, 2)
    assert counted.missed == (second.seed,)
    assert counted.shares["place"].right == counted.shares["of its kind"].right == 2


def test_the_photo_that_the_page_keeps_aside_is_in_no_lesson_that_is_examined() -> None:
    for pupil in one_creature.sample_pupils(seed=0):
        assert [photo.name for photo in pupil.photos] == [f"{number:02d}.jpg" for number in range(7)]
