"""The drawn world, its captions and words, the model that was taught it, and the sample photos."""

import json
import random
import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from pocket.architecture import RESOLUTION
from pocket.words import build_tokenizer
from pocket.world import draw, held_out, held_out_attributes, random_attributes, random_scene
from pocket.world.attributes import BUILDS, COLOURS, EYES, HAIR, KINDS, PATTERNS, WEARS, any_attributes
from pocket.world.captions import caption
from pocket.world.figures import ANIMAL_POSES, PEOPLE_POSES, poses_of
from pocket.world.places import PLACES
from pocket.world.scenes import RELATIONS, Scene, compose
from studio.photos.sample_photos import SAMPLES_FOLDER, sample_subjects

SIDE = 96  # pixels: drawing takes hundredths of a second
MOST_BYTES_OF_A_FILE = 10_000_000
MOST_BYTES = 64_000_000
KIND_AND_POSE = [(kind, pose) for kind in KINDS for pose in poses_of(kind)]
PHRASES = [*KINDS, *COLOURS, *PATTERNS, *EYES, *HAIR, *WEARS, *BUILDS, *RELATIONS, *ANIMAL_POSES, *PEOPLE_POSES]
PHRASES += ["dress clothes hair eyes", *(place.phrase for place in PLACES.values())]
WORDS = sorted({word for phrase in PHRASES for word in phrase.split()})


def scene_of(seed: int, kind: str | None = None, pose: str = "", place: str = "meadow") -> Scene:
    """One creature in a place."""
    rng = random.Random(seed)
    return compose(rng, (random_attributes(rng, kind),), place, poses=(pose,) if pose else ())


def share_of(owners: np.ndarray, owner: int = 1) -> float:
    return float((owners == owner).mean())


def words_of(text: str) -> list[str]:
    return text.replace(",", " ").split()


def test_a_scene_drawn_twice_is_the_same_picture() -> None:
    for seed in range(4):
        first, second = (draw(random_scene(random.Random(seed)), SIDE, SIDE) for _ in range(2))
        assert np.array_equal(first[0], second[0])
        assert np.array_equal(first[1], second[1])


def test_another_seed_draws_another_picture() -> None:
    pictures = [draw(random_scene(random.Random(seed)), SIDE, SIDE)[0].tobytes() for seed in range(4)]
    assert len(set(pictures)) == len(pictures)


def test_pre_training_never_draws_a_held_out_combination() -> None:
    rng = random.Random(1)
    assert not any(held_out(random_attributes(rng)) for _ in range(4000))
    scenes = [random_scene(rng) for _ in range(1000)]
    assert not any(held_out(figure.attributes) for scene in scenes for figure in scene.figures)


def test_a_subject_to_be_taught_is_always_a_held_out_combination() -> None:
    rng = random.Random(2)
    for kind in KINDS:
        subjects = [held_out_attributes(rng, kind) for _ in range(50)]
        assert all(held_out(subject) and subject.kind == kind for subject in subjects)


def test_about_one_patterned_creature_in_six_is_held_out_and_no_plain_one() -> None:
    rng = random.Random(3)
    creatures = [any_attributes(rng) for _ in range(6000)]
    patterned = [creature for creature in creatures if creature.pattern != "plain"]
    assert sum(map(held_out, patterned)) / len(patterned) == pytest.approx(1 / 6, abs=0.03)
    assert not any(held_out(creature) for creature in creatures if creature.pattern == "plain")


@pytest.mark.parametrize(("kind", "pose"), KIND_AND_POSE)
def test_every_kind_in_every_pose_covers_a_sensible_share_of_the_picture(kind: str, pose: str) -> None:
    for seed in range(2):
        picture, owners = draw(scene_of(seed, kind, pose), SIDE, SIDE)
        assert (picture.shape, picture.dtype) == ((SIDE, SIDE, 3), np.uint8)
        assert (owners.shape, owners.dtype) == ((SIDE, SIDE), np.uint8)
        assert 0.04 < share_of(owners) < 0.5


@pytest.mark.parametrize("place", PLACES)
def test_every_place_is_drawn_with_room_around_the_creature(place: str) -> None:
    picture, owners = draw(scene_of(5, place=place), SIDE, SIDE)
    around = picture[owners == 0]
    assert 0.04 < share_of(owners) < 0.5
    assert around.std(axis=0).max() > 8  # of 255: not one flat colour


def test_figures_in_the_picture_carry_owners_from_one_to_their_number() -> None:
    rng, numbers = random.Random(6), set()
    for _ in range(24):
        scene = random_scene(rng)
        _, owners = draw(scene, SIDE, SIDE)
        assert set(np.unique(owners)) == set(range(len(scene.figures) + 1))
        assert all(share_of(owners, figure) > 0.01 for figure in range(1, len(scene.figures) + 1))
        numbers.add(len(scene.figures))
    assert numbers == {1, 2, 3}


def test_captions_always_name_the_kind_of_every_creature() -> None:
    rng = random.Random(7)
    for _ in range(1000):
        scene = random_scene(rng)
        said = words_of(caption(scene, rng))
        for kind in KINDS:
            assert said.count(kind) == sum(figure.attributes.kind == kind for figure in scene.figures)


def test_captions_tell_about_half_of_the_attributes() -> None:
    rng = random.Random(8)
    told: dict[str, list[bool]] = {name: [] for name in ("build", "pattern", "eyes", "hair", "wears")}
    for _ in range(2000):
        creature = random_attributes(rng)
        said = caption(compose(rng, (creature,), "beach"), rng)
        phrases = {"build": creature.build, "pattern": creature.pattern, "eyes": f"{creature.eyes} eyes"}
        phrases["hair"] = creature.hair and f"{creature.hair} hair"
        phrases["wears"] = creature.wears_colour and f"{creature.wears_colour} {creature.wears}"
        for name, phrase in phrases.items():
            if phrase:
                told[name].append(re.search(rf"\b{phrase}\b", said) is not None)
    shares = {name: float(np.mean(answers)) for name, answers in told.items()}
    assert shares == {name: pytest.approx(0.5, abs=0.05) for name in told}


@pytest.mark.parametrize("place", PLACES)
def test_most_captions_end_with_the_phrase_of_their_place_and_none_names_another(place: str) -> None:
    rng, phrase = random.Random(9), PLACES[place].phrase
    captions = [caption(compose(rng, (random_attributes(rng),), place), rng) for _ in range(400)]
    named = [said.endswith(f" {phrase}") for said in captions]
    assert np.mean(named) == pytest.approx(7 / 8, abs=0.06)
    others = [other.phrase for other in PLACES.values() if other.phrase != phrase]
    assert not any(said.endswith(f" {other}") for said in captions for other in others)


def test_every_word_of_the_world_is_one_token_and_an_unknown_one_is_split() -> None:
    tokenizer = build_tokenizer()
    assert {word: tokenizer.tokenize(word) for word in WORDS} == {word: [f"{word}</w>"] for word in WORDS}
    assert len(tokenizer.tokenize("dumpling")) > 1


def test_every_word_of_a_caption_without_a_made_up_name_is_known() -> None:
    tokenizer, rng = build_tokenizer(), random.Random(10)
    captions = [caption(random_scene(rng), rng, tell=0.9) for _ in range(300)]
    unknown = {word for said in captions for word in words_of(said) if len(tokenizer.tokenize(word)) > 1}
    told = sum(len(words_of(said)) for said in captions)
    assert 0 < len(unknown) < told / 20  # the made-up names, and nothing that comes again and again


@pytest.fixture(scope="module")
def stock(pocket_folder: Path) -> Iterator[Any]:
    """The shipped model in diffusers' own pipeline."""
    from diffusers import StableDiffusionXLPipeline  # type: ignore[attr-defined]

    torch.set_num_threads(1)  # as tests.engine does, whatever else runs on the machine
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pipeline: Any = StableDiffusionXLPipeline.from_pretrained(pocket_folder, dtype=torch.float32)
    pipeline.set_progress_bar_config(disable=True)
    yield pipeline


def test_the_shipped_model_fits_into_a_repository_without_lfs(pocket_folder: Path) -> None:
    sizes = {
        path.relative_to(pocket_folder): path.stat().st_size for path in pocket_folder.rglob("*") if path.is_file()
    }
    assert not {path: size for path, size in sizes.items() if size >= MOST_BYTES_OF_A_FILE}
    assert sum(sizes.values()) <= MOST_BYTES


def test_the_shipped_unet_is_shaped_as_sdxls(stock: Any) -> None:
    config = stock.unet.config
    assert list(config.down_block_types) == ["DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"]
    assert list(config.up_block_types) == ["CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"]
    assert config.mid_block_type == "UNetMidBlock2DCrossAttn"
    assert config.addition_embed_type == "text_time"
    assert config.transformer_layers_per_block[-1] >= 4
    assert len(stock.unet.down_blocks[-1].attentions[0].transformer_blocks) >= 4
    assert len(stock.unet.mid_block.attentions[0].transformer_blocks) >= 4


def test_the_shipped_tokenizers_know_every_word_of_the_world_as_one_token(stock: Any) -> None:
    for tokenizer in (stock.tokenizer, stock.tokenizer_2):
        assert {word: tokenizer.tokenize(word) for word in WORDS} == {word: [f"{word}</w>"] for word in WORDS}
        assert len(tokenizer.tokenize("dumpling")) > 1


def test_the_shipped_model_makes_a_picture_in_stock_diffusers(stock: Any) -> None:
    made = stock(
        "a striped orange cat in the snow",
        negative_prompt="",
        num_inference_steps=2,
        height=RESOLUTION,
        width=RESOLUTION,
        generator=torch.Generator().manual_seed(0),
    )
    picture = made.images[0]
    assert picture.size == (RESOLUTION, RESOLUTION)
    assert np.asarray(picture).std() > 10  # of 255: neither black nor flat


def test_the_sample_photos_are_those_that_their_list_names_eight_of_each() -> None:
    rows = json.loads((SAMPLES_FOLDER / "samples.json").read_text(encoding="utf-8"))
    folders = {path.name for path in SAMPLES_FOLDER.iterdir() if path.is_dir()} - {"explained"}  # a picture of theirs
    subjects = sample_subjects()
    assert [(s.stem, s.name, s.kind) for s in subjects] == [(row["stem"], row["name"], row["kind"]) for row in rows]
    assert folders == {subject.stem for subject in subjects}
    for subject in subjects:
        assert subject.kind in KINDS
        assert len(subject.photo_files) == 8
        assert len({path.read_bytes() for path in subject.photo_files}) == 8
        for path in subject.photo_files:
            with Image.open(path) as photo:
                photo.verify()


def test_two_tokenizers_built_one_after_the_other_are_the_same() -> None:
    one, two = build_tokenizer(), build_tokenizer()
    assert one.get_vocab() == two.get_vocab()


def test_both_shipped_tokenizers_number_every_token_alike(stock: Any) -> None:
    assert stock.tokenizer.get_vocab() == stock.tokenizer_2.get_vocab()
