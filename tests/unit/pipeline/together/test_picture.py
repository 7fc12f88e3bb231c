"""Pictures of several subjects, on the pocket model."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from pipeline import create, together
from pipeline.create import Progress, Settings
from pipeline.families.sdxl import SdxlShaped
from pipeline.together import METHOD, Picture, Seated
from pipeline.together.making import Asked, route, scout
from pipeline.together.wording import tell
from studio.errors import StudioError
from studio.samplers import SAMPLERS
from tests.engine import random_lora, same_weights, state_of

SMALL = Settings(sampler="DPM++ 2M Karras", steps=6, guidance_scale=3.0, width=128, height=128)
PROMPT = "a photo of dumpling cat and rex dog on the beach"


def people_of(resident: SdxlShaped) -> list[Seated]:
    return [
        Seated(lora=random_lora(resident.unet, seed=1, size=0.15), strength=1.0, words="dumpling cat", noun="cat"),
        Seated(
            lora=random_lora(resident.unet, seed=2, size=0.15, rank=8, alpha=8),
            strength=0.8,
            words="rex dog",
            noun="dog",
        ),
    ]


def make(resident: SdxlShaped, people: list[Seated], settings: Settings = SMALL, seed: int = 3) -> Picture:
    return together.picture(resident, settings, people, PROMPT, "", seed)


def apart(one: Picture, two: Picture) -> int:
    return int(np.abs(np.asarray(one.image, np.int16) - np.asarray(two.image, np.int16)).max())


def test_the_order_of_subjects_in_the_request_gives_the_same_picture(resident: SdxlShaped) -> None:
    straight, turned = make(resident, people_of(resident)), make(resident, people_of(resident)[::-1])
    assert apart(straight, turned) == 0
    assert straight.findings == turned.findings[::-1]


def test_the_same_request_gives_the_same_picture_and_leaves_the_model_as_it_was(resident: SdxlShaped) -> None:
    before = state_of(resident.unet)
    one, two = make(resident, people_of(resident)), make(resident, people_of(resident))
    assert apart(one, two) == 0
    assert same_weights(resident.unet, before)
    assert apart(one, make(resident, people_of(resident), seed=4)) > 20


def test_with_strength_zero_and_the_scenes_words_it_is_the_base_models_picture(resident: SdxlShaped) -> None:
    method = replace(METHOD, start=1.0, own_words=False, bound=0.0, closer_start=0.0)
    people = [replace(one, strength=0.0) for one in people_of(resident)]
    got = together.picture(resident, SMALL, people, PROMPT, "", 3, method=method)
    scene = create.guided(resident, "a photo of a cat and a dog on the beach", "")
    plain = create.picture(resident, SMALL, scene, 3)
    assert np.abs(np.asarray(got.image, np.int16) - np.asarray(plain, np.int16)).max() <= 1


def test_each_loras_changes_stay_about_its_seat(resident: SdxlShaped) -> None:
    """What the picture loses by taking one LoRA away is inside that subject's seat rather than the other's."""
    settings = replace(SMALL, width=256, height=256)
    asked = [Asked(told=tell(PROMPT, [one.named for one in people_of(resident)]), seed=12)]
    people = people_of(resident)
    scouted = scout(resident, settings, people, asked)
    assert bool(scouted.seats.fine.all())
    both = route(resident, settings, people, asked, scouted).latents
    without = [replace(people[0], strength=0.0), people[1]]
    change = (route(resident, settings, without, asked, scouted).latents - both).abs().mean(1)
    masks = torch.nn.functional.interpolate(scouted.seats.masks, change.shape[-2:], mode="nearest")[0]
    mine, others = ((change[0] * mask).sum() / mask.sum() for mask in masks)
    assert mine > 3 * others


@pytest.mark.parametrize("sampler", list(SAMPLERS))
def test_every_sampler_makes_a_picture(resident: SdxlShaped, sampler: str) -> None:
    made = make(resident, people_of(resident), replace(SMALL, sampler=sampler, width=64, height=64))
    assert made.image.size == (64, 64)
    assert np.asarray(made.image).std() > 1


@pytest.mark.parametrize(("width", "height"), [(192, 128), (128, 192), (72, 136)])
@pytest.mark.parametrize("guidance", [1.0, 3.0])
def test_landscape_and_portrait(resident: SdxlShaped, width: int, height: int, guidance: float) -> None:
    settings = replace(SMALL, width=width, height=height, guidance_scale=guidance)
    made = make(resident, people_of(resident), settings)
    assert made.image.size == (width, height)
    for finding in made.findings:
        assert finding.seat is None or all(0 <= side <= 1 for side in finding.seat)


def test_a_subject_sits_in_the_box_it_was_given(resident: SdxlShaped) -> None:
    left, right = (0.0, 0.2, 0.48, 1.0), (0.52, 0.2, 1.0, 1.0)
    cat, dog = people_of(resident)
    made = make(resident, [replace(cat, box=right), replace(dog, box=left)])
    seats = [finding.seat for finding in made.findings]
    assert seats[0] is not None and seats[1] is not None
    assert seats[0][0] >= 0.45 and seats[1][2] <= 0.55


def test_where_nobody_finds_a_seat_people_stand_side_by_side_as_the_prompt_names_them(
    resident: SdxlShaped, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.together.seats.LEAST_AREA", 0.95)
    made = make(resident, people_of(resident)[::-1])
    dog, cat = (finding.seat for finding in made.findings)
    assert made.attempts == METHOD.attempts
    assert cat is not None and dog is not None and cat[2] <= 0.5 <= dog[0]


def test_progress_goes_up_to_the_end_and_what_it_raises_ends_the_picture(resident: SdxlShaped) -> None:
    parts: list[float] = []
    together.picture(
        resident, SMALL, people_of(resident), PROMPT, "", 3, on_step=lambda progress: parts.append(progress.part)
    )
    assert parts == sorted(parts) and parts[0] > 0 and parts[-1] == 1

    def stop(progress: Progress) -> None:
        raise KeyboardInterrupt

    before = state_of(resident.unet)
    plain = create.picture(resident, SMALL, create.guided(resident, "a cat", ""), 3)
    with pytest.raises(KeyboardInterrupt):
        together.picture(resident, SMALL, people_of(resident), PROMPT, "", 3, on_step=stop)
    assert same_weights(resident.unet, before)
    assert create.picture(resident, SMALL, create.guided(resident, "a cat", ""), 3).tobytes() == plain.tobytes()


def test_a_style_works_everywhere(resident: SdxlShaped) -> None:
    style = random_lora(resident.unet, seed=9, size=0.2)
    plain = make(resident, people_of(resident))
    styled = together.picture(resident, SMALL, people_of(resident), PROMPT, "", 3, styles=[(style, 1.0)])
    assert apart(plain, styled) > 20


def test_a_subject_that_the_prompt_does_not_name_is_added_and_told(resident: SdxlShaped) -> None:
    made = together.picture(resident, SMALL, people_of(resident), "a photo of dumpling cat", "", 3)
    assert [finding.added for finding in made.findings] == [False, True]


def test_too_many_subjects_are_refused_in_one_sentence(resident: SdxlShaped) -> None:
    with pytest.raises(StudioError, match="6 subjects"):
        make(resident, people_of(resident) * 3)
