"""A1111's text: to the letter as other programs read it, and back by a reader written from A1111's own rules."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.interop.comfy.writing import graph_of
from studio.interop.infotext import (
    LoraTag,
    Parameters,
    lora_tags,
    number_in,
    parameters_text,
    parse_parameters,
    sampler_of,
)
from studio.jobs.requests import PictureRequest
from studio.models.checkpoint_names import CheckpointName
from studio.pictures.options import Axis, Grid
from studio.pictures.samplers import SAMPLERS
from tests.any_request import lines, picture_request, picture_requests, stems

BASE = CheckpointName(file_name="sd_xl_base_1.0.safetensors", file_hash="31e35c80fc")
UNKNOWN = CheckpointName(file_name="dream.safetensors")
TAGS = (
    LoraTag(stem="luna_cat", strength=0.8, file_hash="0123456789ab"),
    LoraTag(stem="anna", strength=0.9, file_hash="ba9876543210"),
)


def test_the_parameters_are_a1111s_text_to_the_letter() -> None:
    request = picture_request(prompt="photo of luna cat and anna woman on a sofa", negative_prompt="blurry, lowres")

    assert parameters_text(request, 123456, BASE, TAGS) == (
        "photo of luna cat and anna woman on a sofa <lora:luna_cat:0.8> <lora:anna:0.9>\n"
        "Negative prompt: blurry, lowres\n"
        "Steps: 30, Sampler: DPM++ 2M Karras, Schedule type: Karras, CFG scale: 7, Seed: 123456, Size: 1024x1024, "
        "Model hash: 31e35c80fc, Model: sd_xl_base_1.0, RNG: CPU, "
        'Lora hashes: "luna_cat: 0123456789ab, anna: ba9876543210", '
        'Hashes: {"model": "31e35c80fc", "lora:luna_cat": "0123456789ab", "lora:anna": "ba9876543210"}, '
        "Version: cuddle-0.1"
    )


def test_nothing_is_said_that_is_not_known() -> None:
    text = parameters_text(picture_request(negative_prompt=""), 3, UNKNOWN)

    assert "Negative prompt" not in text
    assert "hash" not in text.lower()
    assert "Model: dream," in text


def test_civitai_finds_the_model_and_every_lora_with_its_weight_and_hash() -> None:
    """Its reader's own rules: the tag, and the JSON after " , Hashes: "."""
    text = parameters_text(picture_request(), 3, BASE, TAGS)

    assert re.findall(r"<(lora|hypernet):([a-zA-Z0-9_\.\-]+):([0-9.]+)>", text) == [
        ("lora", "luna_cat", "0.8"),
        ("lora", "anna", "0.9"),
    ]
    hashes = re.search(r", Hashes: (\{[^{}]*\})", text)
    assert hashes is not None
    assert json.loads(hashes[1]) == {
        "model": "31e35c80fc",
        "lora:luna_cat": "0123456789ab",
        "lora:anna": "ba9876543210",
    }


tags = st.lists(
    st.builds(
        LoraTag,
        stem=stems,
        strength=st.integers(-2000, 2000).map(lambda thousandths: thousandths / 1000),
        file_hash=st.text("0123456789abcdef", min_size=12, max_size=12),
    ),
    max_size=8,
    unique_by=lambda tag: tag.stem,
)
titles = lines.map(str.strip).filter(bool)


@given(request=picture_requests(), seed=st.integers(0, 2**64 - 1), title=titles, loras=tags)
def test_random_requests_come_back_from_their_parameters_with_nothing_lost(
    request: PictureRequest, seed: int, title: str, loras: list[LoraTag]
) -> None:
    text = parameters_text(request, seed, CheckpointName(file_name=f"{title}.safetensors"), loras)
    found = parse_parameters(text)

    if request.prompt.strip().startswith("Negative prompt:"):
        return  # in A1111's own text there is no way to say these words
    said = {"Steps": request.steps, "CFG scale": request.guidance_scale, "Seed": seed}
    assert {name: number_in(found.settings[name]) for name in said} == said
    assert found.settings["Size"] == f"{request.width}x{request.height}"
    assert found.settings["Model"] == title
    sampler, is_exact = sampler_of(found.settings)
    assert (sampler, is_exact) == (SAMPLERS[request.sampler], True)
    assert found.negative_prompt == request.negative_prompt.strip()
    if "<lora:" not in request.prompt:
        assert lora_tags(found) == (request.prompt.strip(), loras)


@pytest.mark.parametrize(
    ("settings", "name", "is_exact"),
    [
        ({"Sampler": "DPM++ 2M", "Schedule type": "Karras"}, "DPM++ 2M Karras", True),
        ({"Sampler": "DPM++ 2M Karras"}, "DPM++ 2M Karras", True),  # A1111 before 1.9
        ({"Sampler": "DPM++ 2M", "Schedule type": "Automatic"}, "DPM++ 2M Karras", True),
        ({"Sampler": "Euler a"}, "Euler a", True),
        ({"Sampler": "Euler a", "Schedule type": "Automatic"}, "Euler a", True),
        ({"Sampler": "Euler a", "Schedule type": "Polyexponential"}, "Euler a", False),
        ({"Sampler": "DPM++ 2M SDE Heun"}, "DPM++ 2M SDE Karras", False),
    ],
)
def test_samplers_of_every_version_of_a1111_are_known(settings: dict[str, str], name: str, is_exact: bool) -> None:
    assert sampler_of(settings) == (SAMPLERS[name], is_exact)


def test_a_sampler_that_is_not_here_is_none() -> None:
    assert sampler_of({"Sampler": "Restart"}) == (None, False)
    assert sampler_of({}) == (None, False)


@pytest.mark.parametrize(
    ("tag", "strength"),
    [
        ("<lora:a:0.5>", 0.5),
        ("<lora:a>", 1.0),
        ("<lora:a:0.4:0.7>", 0.7),  # words' first, then the picture's
        ("<lora:a:0.4:0.7:16>", 0.7),
        ("<lora:a:te=0.4:unet=0.7>", 0.7),
        ("<lora:a:te=0.4>", 0.4),
        ("<lora:a:-1>", -1.0),
        ("<lora:a:much>", 1.0),
        ("<lyco:a:0.3>", 0.3),
    ],
)
def test_a_tag_in_every_form_is_read(tag: str, strength: float) -> None:
    text = f'a cat {tag}, asleep\nSteps: 20, Sampler: Euler, CFG scale: 7, Lora hashes: "a: 0123456789AB"'

    words, (found,) = lora_tags(parse_parameters(text))

    assert words == "a cat, asleep"
    assert found == LoraTag(stem="a", strength=strength, file_hash="0123456789ab")


@given(st.text(max_size=500))
def test_any_text_at_all_is_read_as_words_and_evaluated_never(text: str) -> None:
    found = parse_parameters(text)

    assert isinstance(found.prompt, str)
    assert all(isinstance(value, str) for value in found.settings.values())


@pytest.mark.parametrize("unit", ["a", " ", "a ", "a:", 'a:"', 'a: "\\', "a: ,", "<lora:", "Steps: 1,", "<lora:a:1"])
def test_a_very_long_line_is_read_at_once(unit: str) -> None:
    """A reader that goes back and forth would need hours; pytest's own time would tell."""
    text = (unit * 200_000)[:200_000]
    lora_tags(parse_parameters(f"x{text}x\n{text}"))
    lora_tags(Parameters(prompt=text, negative_prompt="", settings={"Lora hashes": text}))


@pytest.mark.parametrize(
    ("settings", "sampler", "is_exact"),
    [
        ("Sampler: DPM++ 2M", "DPM++ 2M Normal", True),  # before A1111 1.9: k-diffusion's plain levels
        ("Sampler: Euler", "Euler", True),
        ("Sampler: Heun, Version: v1.8.0", "Heun", True),
        ("Sampler: DPM++ 2M Karras", "DPM++ 2M Karras", True),
        ("Sampler: DPM++ SDE", "DPM++ SDE Karras", False),
        ("Sampler: DPM2", "DPM2 Karras", False),
        ("Sampler: DDIM", "DDIM", True),
        ("Sampler: UniPC", "UniPC", True),
        ("Sampler: DPM++ 2M, Schedule type: Automatic", "DPM++ 2M Karras", True),
        ("Sampler: DPM2, Schedule type: Automatic", "DPM2 Karras", True),
        ("Sampler: DPM2 a, Schedule type: Automatic", "DPM2 a Karras", True),
        ("Sampler: DPM++ SDE, Schedule type: Automatic", "DPM++ SDE Karras", True),
        ("Sampler: DPM++ 2M SDE, Schedule type: Automatic", "DPM++ 2M SDE Karras", False),  # theirs: exponential
        ("Sampler: Euler a, Schedule type: Automatic", "Euler a", True),
        ("Sampler: LMS, Schedule type: Automatic", "LMS Karras", False),
        ("Sampler: DPM++ 2M, Schedule type: Align Your Steps, Version: v1.10.1", "DPM++ 2M AYS", False),
        ("Sampler: DPM++ 2M, Schedule type: Align Your Steps, Version: cuddle-0.1", "DPM++ 2M AYS", True),
        ("Sampler: DPM++ 2M, Schedule type: SGM Uniform", "DPM++ 2M", True),
    ],
)
def test_a_sampler_of_a1111_is_ours_only_where_its_noise_levels_are(
    settings: str, sampler: str, is_exact: bool
) -> None:
    found = parse_parameters(f"a cat\nSteps: 20, Seed: 1, {settings}").settings
    row, exact = sampler_of(found)
    assert (row and row.name, exact) == (sampler, is_exact)


def test_a_sheets_text_is_that_of_its_first_picture_with_its_loras_and_says_how_many_there_are() -> None:
    grid = Grid(x=Axis(name="sampler", values=("Heun", "Euler a")), y=Axis(name="seed", values=(5, 6, 7)))
    request = picture_request(sampler="DPM++ 2M Karras", grid=grid, width=256, height=320)
    found = parse_parameters(parameters_text(request, 99, BASE, [LoraTag(stem="luna", strength=0.8)]))
    told = {
        name: found.settings[name] for name in ("Sampler", "Seed", "Size", "X Type", "X Values", "Y Values", "Sheet")
    }
    assert told == {
        "Sampler": "Heun", "Seed": "5", "Size": "256x320", "X Type": "Sampler", "X Values": "Heun, Euler a",
        "Y Values": "5, 6, 7", "Sheet": "2x3 labelled pictures of the size stated",
    }  # fmt: skip
    assert found.prompt.endswith("<lora:luna:0.8>")
    graph = graph_of(request, 99, BASE)
    assert graph["3"]["inputs"]["sampler_name"] == "heun" and graph["3"]["inputs"]["seed"] == 5
    assert "not a sheet of several" in graph["1"]["inputs"]["text"]
