"""Pictures of several subjects, on the pocket model."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from pipeline import generate as create
from pipeline import multi_subject
from pipeline.families.sdxl import SdxlShaped
from pipeline.generate import Progress, Settings
from pipeline.multi_subject import METHOD, Picture, RegionSubject
from pipeline.multi_subject.denoising import PictureSpec, layout_pass, route
from pipeline.multi_subject.wording import prompt_variants
from studio.errors import StudioError
from studio.pictures.samplers import SAMPLERS
from tests.engine import random_lora, same_weights, state_of
from tests.slow import with_slow

SMALL = Settings(sampler="DPM++ 2M Karras", steps=6, guidance_scale=3.0, width=128, height=128)
PROMPT = "a photo of dumpling cat and rex dog on the beach"


def people_of(loaded: SdxlShaped) -> list[RegionSubject]:
    return [
        RegionSubject(
            lora=random_lora(loaded.model, seed=1, size=0.15), strength=1.0, words="dumpling cat", noun="cat"
        ),
        RegionSubject(
            lora=random_lora(loaded.model, seed=2, size=0.15, rank=8, alpha=8),
            strength=0.8,
            words="rex dog",
            noun="dog",
        ),
    ]


def make(loaded: SdxlShaped, people: list[RegionSubject], settings: Settings = SMALL, seed: int = 3) -> Picture:
    return multi_subject.generate(loaded, settings, people, PROMPT, "", seed)


def apart(one: Picture, two: Picture) -> int:
    return int(np.abs(np.asarray(one.image, np.int16) - np.asarray(two.image, np.int16)).max())


def test_the_order_of_subjects_in_the_request_gives_the_same_picture(loaded: SdxlShaped) -> None:
    straight, turned = make(loaded, people_of(loaded)), make(loaded, people_of(loaded)[::-1])
    assert apart(straight, turned) == 0
    assert straight.findings == turned.findings[::-1]


def test_the_same_request_gives_the_same_picture_and_leaves_the_model_as_it_was(loaded: SdxlShaped) -> None:
    before = state_of(loaded.model)
    one, two = make(loaded, people_of(loaded)), make(loaded, people_of(loaded))
    assert apart(one, two) == 0
    assert same_weights(loaded.model, before)
    assert apart(one, make(loaded, people_of(loaded), seed=4)) > 20


def test_with_strength_zero_and_the_scenes_words_it_is_the_base_models_picture(loaded: SdxlShaped) -> None:
    method, prompt = replace(METHOD, start=1.0, detailer_cells=0), "a photo of a cat and a dog on the beach"
    people = [replace(one, strength=0.0, words=one.noun) for one in people_of(loaded)]
    got = multi_subject.generate(loaded, SMALL, people, prompt, "", 3, method=method)
    plain = create.picture(loaded, SMALL, create.encode_guided(loaded, prompt, ""), 3)
    assert np.abs(np.asarray(got.image, np.int16) - np.asarray(plain, np.int16)).max() <= 1


def test_each_loras_changes_stay_about_its_seat(loaded: SdxlShaped) -> None:
    """What the picture loses by taking one LoRA away is inside that subject's region rather than the other's."""
    settings = replace(SMALL, width=256, height=256)
    specs = [PictureSpec(variants=prompt_variants(PROMPT, [one.named for one in people_of(loaded)]), seed=12)]
    people = people_of(loaded)
    layout = layout_pass(loaded, settings, people, specs)
    assert bool(layout.regions.fine.all())
    both = route(loaded, settings, people, specs, layout).latents
    without = [replace(people[0], strength=0.0), people[1]]
    change = (route(loaded, settings, without, specs, layout).latents - both).abs().mean(1)
    masks = torch.nn.functional.interpolate(layout.regions.masks, change.shape[-2:], mode="nearest")[0]
    mine, others = ((change[0] * mask).sum() / mask.sum() for mask in masks)
    assert mine > 3 * others


@pytest.mark.parametrize("sampler", with_slow(SAMPLERS, ("Euler a",)))
def test_every_sampler_makes_a_picture(loaded: SdxlShaped, sampler: str) -> None:
    made = make(loaded, people_of(loaded), replace(SMALL, sampler=sampler, width=64, height=64))
    assert made.image.size == (64, 64)
    assert np.asarray(made.image).std() > 1


@pytest.mark.parametrize(("width", "height"), with_slow([(192, 128), (128, 192), (72, 136)], [(72, 136)]))
@pytest.mark.parametrize("guidance", [1.0, 3.0])
def test_landscape_and_portrait(loaded: SdxlShaped, width: int, height: int, guidance: float) -> None:
    settings = replace(SMALL, width=width, height=height, guidance_scale=guidance)
    made = make(loaded, people_of(loaded), settings)
    assert made.image.size == (width, height)
    for finding in made.findings:
        assert finding.region is None or all(0 <= side <= 1 for side in finding.region)


def test_a_subject_sits_in_the_box_it_was_given(loaded: SdxlShaped) -> None:
    left, right = (0.0, 0.2, 0.48, 1.0), (0.52, 0.2, 1.0, 1.0)
    cat, dog = people_of(loaded)
    made = make(loaded, [replace(cat, box=right), replace(dog, box=left)])
    regions = [finding.region for finding in made.findings]
    assert regions[0] is not None and regions[1] is not None
    assert regions[0][0] >= 0.45 and regions[1][2] <= 0.55


@pytest.mark.slow(quick_sibling="test_a_subject_sits_in_the_box_it_was_given")
def test_where_nobody_finds_a_seat_people_stand_side_by_side_as_the_prompt_names_them(
    loaded: SdxlShaped, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.multi_subject.region_masks.LEAST_AREA", 0.95)
    made = make(loaded, people_of(loaded)[::-1])
    dog, cat = (finding.region for finding in made.findings)
    assert made.attempts == METHOD.attempts
    assert cat is not None and dog is not None and cat[2] <= 0.5 <= dog[0]


@pytest.mark.slow(
    quick_sibling="tests/integration/test_multi_subject.py::test_a_cancel_is_heard_inside_a_picture_of_two"
)
def test_progress_goes_up_to_the_end_and_what_it_raises_ends_the_picture(loaded: SdxlShaped) -> None:
    parts: list[float] = []
    multi_subject.generate(
        loaded, SMALL, people_of(loaded), PROMPT, "", 3, on_step=lambda progress: parts.append(progress.part)
    )
    assert parts == sorted(parts) and parts[0] > 0 and parts[-1] == 1

    def stop(progress: Progress) -> None:
        raise KeyboardInterrupt

    before = state_of(loaded.model)
    plain = create.picture(loaded, SMALL, create.encode_guided(loaded, "a cat", ""), 3)
    with pytest.raises(KeyboardInterrupt):
        multi_subject.generate(loaded, SMALL, people_of(loaded), PROMPT, "", 3, on_step=stop)
    assert same_weights(loaded.model, before)
    assert create.picture(loaded, SMALL, create.encode_guided(loaded, "a cat", ""), 3).tobytes() == plain.tobytes()


@pytest.mark.slow(quick_sibling="tests/integration/test_multi_subject.py::test_one_subject_also_with_a_style_is_a_sum")
def test_a_style_works_everywhere(loaded: SdxlShaped) -> None:
    style = random_lora(loaded.model, seed=9, size=0.2)
    plain = make(loaded, people_of(loaded))
    styled = multi_subject.generate(loaded, SMALL, people_of(loaded), PROMPT, "", 3, styles=[(style, 1.0)])
    assert apart(plain, styled) > 20


def test_a_subject_that_the_prompt_does_not_name_is_added_and_told(loaded: SdxlShaped) -> None:
    made = multi_subject.generate(loaded, SMALL, people_of(loaded), "a photo of dumpling cat", "", 3)
    assert [finding.added for finding in made.findings] == [False, True]


def test_too_many_subjects_are_refused_in_one_sentence(loaded: SdxlShaped) -> None:
    with pytest.raises(StudioError, match="6 subjects"):
        make(loaded, people_of(loaded) * 3)
