"""ComfyUI's graph: valid by ComfyUI's own rules, stated here as data, and read back whole."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.interop.comfy.prompt_text import comfy_prompt
from studio.interop.comfy.reading import ReadGraph, read_graph
from studio.interop.comfy.writing import NOTE_TITLE, START_TITLE, graph_of
from studio.interop.infotext import LoraTag
from studio.jobs.requests import PictureRequest, SubjectChoice
from studio.models.checkpoint_names import CheckpointName
from studio.pictures.options import HiresFix, InitImage, strip
from studio.pictures.samplers import SAMPLERS
from studio.prompts.weights import parse
from studio.words import say
from tests.any_request import lines, picture_request, picture_requests, stems, strengths

BASE = CheckpointName(file_name="sd_xl_base_1.0.safetensors")

# Core nodes (nodes.py): what each input takes, and the types of the outputs. A range is (lowest, highest).
ALL_SAMPLERS = {
    "euler", "euler_cfg_pp", "euler_ancestral", "euler_ancestral_cfg_pp", "heun", "heunpp2", "exp_heun_2_x0",
    "exp_heun_2_x0_sde", "dpm_2", "dpm_2_ancestral", "lms", "dpm_fast", "dpm_adaptive", "dpmpp_2s_ancestral",
    "dpmpp_2s_ancestral_cfg_pp", "dpmpp_sde", "dpmpp_sde_gpu", "dpmpp_2m", "dpmpp_2m_cfg_pp", "dpmpp_2m_sde",
    "dpmpp_2m_sde_gpu", "dpmpp_2m_sde_heun", "dpmpp_2m_sde_heun_gpu", "dpmpp_3m_sde", "dpmpp_3m_sde_gpu", "ddpm", "lcm",
    "ipndm", "ipndm_v", "deis", "res_multistep", "gradient_estimation", "er_sde", "seeds_2", "seeds_3", "sa_solver",
    "sa_solver_pece", "ddim", "uni_pc", "uni_pc_bh2",
}  # fmt: skip
ALL_SCHEDULERS = {
    "simple", "sgm_uniform", "karras", "exponential", "ddim_uniform", "beta", "normal", "linear_quadratic",
    "kl_optimal",
}  # fmt: skip
FILE, PICTURE, TEXT = "a model file's name", "a picture file's name", "a text"
RULES: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "CheckpointLoaderSimple": ({"ckpt_name": FILE}, ("MODEL", "CLIP", "VAE")),
    "LoraLoader": (
        {
            "model": "MODEL", "clip": "CLIP", "lora_name": FILE, "strength_model": (-100.0, 100.0),
            "strength_clip": (-100.0, 100.0),
        },
        ("MODEL", "CLIP"),
    ),
    "CLIPTextEncode": ({"text": TEXT, "clip": "CLIP"}, ("CONDITIONING",)),
    "EmptyLatentImage": ({"width": (16, 16384), "height": (16, 16384), "batch_size": (1, 4096)}, ("LATENT",)),
    "KSampler": (
        {
            "model": "MODEL", "seed": (0, 2**64 - 1), "steps": (1, 10000), "cfg": (0.0, 100.0),
            "sampler_name": ALL_SAMPLERS, "scheduler": ALL_SCHEDULERS, "positive": "CONDITIONING",
            "negative": "CONDITIONING", "latent_image": "LATENT", "denoise": (0.0, 1.0),
        },
        ("LATENT",),
    ),
    "SamplerCustom": (
        {
            "model": "MODEL", "add_noise": {True, False}, "noise_seed": (0, 2**64 - 1), "cfg": (0.0, 100.0),
            "positive": "CONDITIONING", "negative": "CONDITIONING", "sampler": "SAMPLER", "sigmas": "SIGMAS",
            "latent_image": "LATENT",
        },
        ("LATENT", "LATENT"),
    ),
    "KSamplerSelect": ({"sampler_name": ALL_SAMPLERS}, ("SAMPLER",)),
    "BasicScheduler": (
        {"model": "MODEL", "scheduler": ALL_SCHEDULERS, "steps": (1, 10000), "denoise": (0.0, 1.0)}, ("SIGMAS",),
    ),
    "AlignYourStepsScheduler": (
        {"model_type": {"SD1", "SDXL", "SVD"}, "steps": (1, 10000), "denoise": (0.0, 1.0)}, ("SIGMAS",),
    ),
    "SplitSigmas": ({"sigmas": "SIGMAS", "step": (0, 10000)}, ("SIGMAS", "SIGMAS")),
    "LoadImage": ({"image": PICTURE}, ("IMAGE", "MASK")),
    "ImageScale": (
        {
            "image": "IMAGE", "upscale_method": {"nearest-exact", "bilinear", "area", "bicubic", "lanczos"},
            "width": (0, 16384), "height": (0, 16384), "crop": {"disabled", "center"},
        },
        ("IMAGE",),
    ),
    "VAEEncode": ({"pixels": "IMAGE", "vae": "VAE"}, ("LATENT",)),
    "RandomNoise": ({"noise_seed": (0, 2**64 - 1)}, ("NOISE",)),
    "AddNoise": (
        {"model": "MODEL", "noise": "NOISE", "sigmas": "SIGMAS", "latent_image": "LATENT"}, ("LATENT",),
    ),
    "LatentMultiply": ({"samples": "LATENT", "multiplier": (-10.0, 10.0)}, ("LATENT",)),
    "LatentAdd": ({"samples1": "LATENT", "samples2": "LATENT"}, ("LATENT",)),
    "VAEDecode": ({"samples": "LATENT", "vae": "VAE"}, ("IMAGE",)),
    "SaveImage": ({"images": "IMAGE", "filename_prefix": TEXT}, ()),
}  # fmt: skip


def not_read(found: ReadGraph) -> tuple[str, ...]:
    return tuple(one if isinstance(one, str) else say(one) for one in found.unread)


def wrong_in(graph: dict[str, Any]) -> list[str]:
    """What ComfyUI's validate_prompt would refuse, and what its page would not draw."""
    wrong = []
    for id, node in graph.items():
        if set(node) - {"_meta"} != {"class_type", "inputs"} or node["class_type"] not in RULES:
            wrong.append(f"{id}: {node.get('class_type')} is no core node")
            continue
        inputs, _ = RULES[node["class_type"]]
        if set(node["inputs"]) != set(inputs):
            wrong.append(f"{id}: {sorted(set(node['inputs']) ^ set(inputs))}")
        wrong += [
            f"{id}.{name}: {value!r}"
            for name, value in node["inputs"].items()
            if name in inputs and not fits(graph, value, inputs[name])
        ]
    if not any(node["class_type"] == "SaveImage" for node in graph.values()):
        wrong.append("no output")
    return wrong


def fits(graph: dict[str, Any], value: Any, rule: Any) -> bool:
    if isinstance(rule, tuple):
        kind = type(rule[0]) if isinstance(rule[0], float) else int
        return isinstance(value, int | float) and kind(value) == value and rule[0] <= value <= rule[1]
    if isinstance(rule, set):
        return value in rule
    if rule == FILE:
        return isinstance(value, str) and value.endswith(".safetensors") and "/" not in value and "\\" not in value
    if rule == PICTURE:
        return isinstance(value, str) and value.endswith(".png") and "/" not in value
    if rule == TEXT:
        return isinstance(value, str)
    link = isinstance(value, list) and len(value) == 2 and value[0] in graph and isinstance(value[1], int)
    return link and RULES[graph[value[0]]["class_type"]][1][value[1]] == rule


def test_every_sampler_of_ours_is_one_of_comfyuis() -> None:
    assert {row.comfy_sampler for row in SAMPLERS.values()} <= ALL_SAMPLERS
    assert {row.comfy_scheduler for row in SAMPLERS.values()} <= ALL_SCHEDULERS | {"AlignYourStepsScheduler"}


# What A1111 calls the same noise levels; a sampler of ours that it calls otherwise is only near to ComfyUI's.
A1111_SCHEDULES = {
    "karras": ["Karras"], "exponential": ["Exponential"], "sgm_uniform": ["SGM Uniform"], "simple": ["Simple"],
    "normal": ["Normal"], "ddim_uniform": ["DDIM"], "AlignYourStepsScheduler": ["Align Your Steps"],
}  # fmt: skip


def alike(one: str, other: str) -> bool:
    """Whether two prompts weigh the same words alike, to six digits; a backslash may have room before a bracket."""
    first, second = parse(one), parse(other)
    words = [[part.text.replace("\\ ", "\\") for part in parts] for parts in (first, second)]
    return words[0] == words[1] and all(abs(a.weight - b.weight) < 1e-5 for a, b in zip(first, second, strict=True))


loras = st.lists(st.builds(LoraTag, stem=stems, strength=strengths), max_size=8)


@given(request=picture_requests(), seed=st.integers(0, 2**64 - 1), loras=loras)
def test_any_request_is_a_graph_that_comfyui_takes_and_is_read_back_whole(
    request: PictureRequest, seed: int, loras: list[LoraTag]
) -> None:
    text = json.dumps(graph_of(request, seed, BASE, loras))
    assert text.isascii()
    assert wrong_in(json.loads(text)) == []

    found = read_graph(text)
    assert found is not None
    expected = {"steps": request.steps, "guidance_scale": request.guidance_scale, "seed": seed}
    assert found.values == expected | {"width": request.width, "height": request.height}
    assert alike(found.prompt, request.prompt) and alike(found.negative_prompt, request.negative_prompt)
    sampler = SAMPLERS[request.sampler]
    assert found.sampler is sampler or sampler.webui_schedule not in A1111_SCHEDULES[sampler.comfy_scheduler]
    assert found.is_exact == (found.sampler is sampler and (sampler.grid != "align" or request.steps == 10))
    assert found.loras == tuple(loras)
    assert (found.checkpoint, not_read(found)) == ("sd_xl_base_1.0", ())


def test_the_rules_see_what_is_wrong() -> None:
    graph = graph_of(picture_request(), 3, BASE, [LoraTag(stem="a", strength=1.0)])
    assert wrong_in(graph) == []
    for id, name, value in (
        ("3", "seed", -1), ("3", "steps", 1.5), ("3", "sampler_name", "Euler"), ("3", "model", ["4", 1]),
        ("3", "positive", ["99", 0]), ("10", "lora_name", "../a.safetensors"), ("6", "text", None), ("5", "depth", 3),
    ):  # fmt: skip
        spoilt = json.loads(json.dumps(graph))
        spoilt[id]["inputs"][name] = value
        assert wrong_in(spoilt), (id, name)
    assert wrong_in({"1": {"class_type": "SaveVideo", "inputs": {}}})


def test_the_levels_of_align_your_steps_and_of_ddim_come_from_nodes_that_have_them() -> None:
    aligned = graph_of(picture_request(sampler="DPM++ 2M AYS", steps=10), 3, BASE)
    assert aligned["30"] == {
        "class_type": "AlignYourStepsScheduler", "inputs": {"model_type": "SDXL", "steps": 10, "denoise": 1.0},
    }  # fmt: skip
    assert (
        graph_of(picture_request(sampler="DPM++ 2M AYS", steps=10), 3, BASE, family="sd15")["30"]["inputs"][
            "model_type"
        ]
        == "SD1"
    )
    # The schedule has one level more with 12, 30 or 7 steps, which KSampler runs and BasicScheduler leaves out.
    for steps, kind in ((12, "SamplerCustom"), (30, "SamplerCustom"), (50, "KSampler"), (7, "SamplerCustom")):
        graph = graph_of(picture_request(sampler="DDIM", steps=steps), 3, BASE)
        assert graph["3"]["class_type"] == kind
        assert "SplitSigmas" not in json.dumps(graph)
        found = read_graph(json.dumps(graph))
        assert found is not None and found.sampler is SAMPLERS["DDIM"] and found.is_exact
    plain = graph_of(picture_request(sampler="DPM++ 2M Karras"), 3, BASE)
    plain["3"]["inputs"] |= {"sampler_name": "ddim", "scheduler": "ddim_uniform", "steps": 12}
    found = read_graph(json.dumps(plain))
    assert found is not None and found.sampler is SAMPLERS["DDIM"] and not found.is_exact, "one level more than ours"


def test_dpm2_has_all_of_its_levels_though_comfyuis_plain_node_leaves_one_out() -> None:
    graph = graph_of(picture_request(sampler="DPM2 Karras", steps=12), 3, BASE)
    assert graph["3"]["class_type"] == "SamplerCustom" and graph["3"]["inputs"]["sigmas"] == ["30", 0]
    assert graph["30"]["inputs"] | {"model": None} == {
        "model": None, "scheduler": "karras", "steps": 12, "denoise": 1.0,
    }  # fmt: skip
    plain = graph_of(picture_request(sampler="Euler Karras"), 3, BASE)
    plain["3"]["inputs"] |= {"sampler_name": "dpm_2"}
    found = read_graph(json.dumps(plain))
    assert found is not None and found.sampler is SAMPLERS["DPM2 Karras"] and not found.is_exact


DIFFERENT: list[tuple[dict[str, Any], str]] = [
    ({"sampler": "Euler a"}, "Euler a draws its fresh noise otherwise"),
    ({"sampler": "UniPC"}, "UniPC is computed otherwise there."),
    ({"sampler": "DPM2 a Karras"}, "DPM2 a Karras draws its fresh noise otherwise"),
    ({"sampler": "DPM++ 2M AYS", "steps": 12}, "the same there with 10 steps alone"),
    ({"subjects": (SubjectChoice(name="A"), SubjectChoice(name="B"))}, "each subject kept to a place of its own"),
    ({"subjects": (SubjectChoice(name="A", box=(0.0, 0.0, 0.5, 1.0)),)}, "Subjects have no places"),
    ({"grid": strip(), "subjects": (SubjectChoice(name="A"),)}, "not a sheet of several"),
    ({"prompt": "a cat in {red|green} grass"}, "chooses among words in {curly brackets}"),
    ({"negative_prompt": "blurry // and dark"}, "leaves out what follows //"),
    ({"prompt": "a cat, embedding:luna"}, "“embedding:” loads a file there"),
    ({"prompt": "a cat, " * 40}, "may be parted at other words there"),
]


@pytest.mark.parametrize(("changes", "words"), DIFFERENT)
def test_where_comfyui_makes_another_picture_the_graph_says_so_and_stays_valid(
    changes: dict[str, Any], words: str
) -> None:
    request = picture_request(**changes)
    graph = graph_of(request, 3, BASE)
    note = graph["1"]
    assert words in note["inputs"]["text"]
    assert note["_meta"]["title"] == NOTE_TITLE
    assert wrong_in(graph) == []
    assert ["1", 0] not in [value for node in graph.values() for value in node["inputs"].values()], "nothing takes it"
    found = read_graph(json.dumps(graph))
    assert found is not None and not_read(found) == ()


def test_where_it_makes_the_same_picture_there_is_no_note() -> None:
    same = [name for name, row in SAMPLERS.items() if not row.comfy_difference and row.grid != "align"]
    assert len(same) == 15
    for name in same:
        assert "1" not in graph_of(picture_request(sampler=name), 3, BASE)
    both = (SubjectChoice(name="A"), SubjectChoice(name="B"))
    assert "1" not in graph_of(picture_request(subjects=both, blending="sum"), 3, BASE)


def node(graph: dict[str, Any], kind: str) -> dict[str, Any]:
    """The inputs of the only node of a kind."""
    (found,) = (one["inputs"] for one in graph.values() if one["class_type"] == kind)
    return found


@pytest.mark.parametrize(
    ("sampler", "steps", "strength", "left_out"),
    [
        ("DPM++ 2M Karras", 20, 0.6, 8),
        ("Euler", 25, 0.05, 24),
        ("DPM2 Karras", 15, 0.35, 10),
        ("DPM++ 2M AYS", 10, 0.5, 5),
        ("DDIM", 30, 0.6, 12),
    ],
)
def test_a_picture_that_starts_from_another_one_has_the_last_of_its_noise_levels_on_that_one(
    sampler: str, steps: int, strength: float, left_out: int
) -> None:
    start = InitImage(file="starts/0123.png", strength=strength)
    graph = graph_of(picture_request(sampler=sampler, steps=steps, start=start, width=512, height=768), 3, BASE)
    assert wrong_in(graph) == [] and "EmptyLatentImage" not in json.dumps(graph)
    (loaded,) = (one for one in graph.values() if one["class_type"] == "LoadImage")
    assert loaded["inputs"] == {"image": "0123.png"} and loaded["_meta"] == {"title": START_TITLE}
    scaled = node(graph, "ImageScale")
    assert (scaled["width"], scaled["height"], scaled["crop"]) == (512, 768, "center")
    assert node(graph, "SplitSigmas")["step"] == left_out
    assert node(graph, "SamplerCustom")["sigmas"][1] == 1, "the less noisy part"
    found = read_graph(json.dumps(graph))
    assert found is not None and found.is_exact and found.sampler is SAMPLERS[sampler]
    assert found.values == {"steps": steps, "guidance_scale": pytest.approx(7.0), "seed": 3}
    told = "; ".join(not_read(found))
    assert "LoadImage (image 0123.png)" in told and f"SplitSigmas (step {left_out})" in told


def test_the_larger_version_is_a_second_pass_over_the_pixels_of_the_first_one() -> None:
    request = picture_request(width=512, height=640, steps=20, larger=HiresFix(scale=1.5, strength=0.35))
    graph = graph_of(request, 3, BASE)
    assert wrong_in(graph) == [] and "1" not in graph
    assert (node(graph, "ImageScale")["width"], node(graph, "ImageScale")["height"]) == (768, 960)
    assert node(graph, "SplitSigmas")["step"] == 13
    assert graph["3"]["class_type"] == "KSampler" and graph["53"]["inputs"]["noise_seed"] == 3
    assert graph["8"]["inputs"]["samples"] == ["53", 0], "the second pass is what is saved"
    found = read_graph(json.dumps(graph))
    assert found is not None and found.is_exact
    assert (found.values["width"], found.values["height"]) == (512, 640)
    assert "SplitSigmas (step 13)" in "; ".join(not_read(found))


@pytest.mark.parametrize("more", [{}, {"start": InitImage(file="starts/x.png")}, {"larger": HiresFix()}])
@pytest.mark.parametrize("strength", [0.05, 0.3, 1.0])
def test_a_variation_is_noise_of_two_seeds_and_is_read_back(strength: float, more: dict[str, Any]) -> None:
    request = picture_request(variation_seed=2**63, variation_strength=strength, **more)
    graph = graph_of(request, 3, BASE)
    assert wrong_in(graph) == [] and "1" not in graph
    assert {one["inputs"]["add_noise"] for one in graph.values() if "add_noise" in one["inputs"]} == {False}
    parts = [one["inputs"]["multiplier"] for one in graph.values() if one["class_type"] == "LatentMultiply"][:2]
    assert sum(part**2 for part in parts) == pytest.approx(1), "as strong as one noise"
    found = read_graph(json.dumps(graph))
    assert found is not None
    assert found.values["seed"] == 3 and found.values["variation_seed"] == 2**63
    assert found.values["variation_strength"] == pytest.approx(strength)
    assert not more or not_read(found), "what was not taken over is named"
    assert more or not_read(found) == ()


def as_comfyui(prompt: str) -> list[tuple[str, float]]:
    """Words and weights by ComfyUI's rule: a number in brackets stands for all brackets around it."""
    signs = {"\\(": "\0", "\\)": "\1"}
    for sign, kept in signs.items():
        prompt = prompt.replace(sign, kept)
    found: list[tuple[str, float]] = []

    def read(text: str, weight: float) -> None:
        depth, begin = 0, 0
        for place, sign in enumerate(f"{text}\2"):
            if sign == "\2" or (sign == "(" and depth == 0):
                found.append((text[begin:place], weight))
                begin = place
            depth += (sign == "(") - (sign == ")")
            if sign == ")" and depth == 0:
                inside, colon, number = text[begin + 1 : place].rpartition(":")
                read(inside if colon else number, float(number) if colon else weight * 1.1)
                begin = place + 1

    read(prompt, 1.0)
    return [(words.replace("\0", "(").replace("\1", ")"), weight) for words, weight in found if words]


@given(prompt=lines)
def test_any_prompts_words_count_in_comfyui_as_they_count_here(prompt: str) -> None:
    there, here = as_comfyui(comfy_prompt(prompt)), parse(prompt)
    assert [words.replace("\\ ", "\\") for words, _ in there] == [part.text.replace("\\ ", "\\") for part in here]
    assert [weight for _, weight in there] == pytest.approx([part.weight for part in here], abs=1e-5)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("a cat on the beach", "a cat on the beach"),
        ("a [cat] in (rain:1.3)", "a (cat:0.909091) in (rain:1.3)"),
        ("((wet:1.2) cat:1.5)", "(wet:1.8)( cat:1.5)"),
        (r"\[cat\], a (b", r"[cat], a \(b"),
        ("a (dog) [[far]]", "a (dog:1.1) (far:0.826446)"),
    ],
)
def test_brackets_are_written_as_comfyui_reads_them(typed: str, written: str) -> None:
    assert comfy_prompt(typed) == written


@pytest.mark.parametrize(
    ("there", "here", "unread"),
    [
        ("a [cat] (on:1.2) it", r"a \[cat\] (on:1.2) it", ()),
        ("((wet:1.2) cat:1.5)", "(wet:1.2)( cat:1.5)", ()),
        ("a (b)", "a (b)", ()),
        ("a \\(b\\)", "a \\(b\\)", ()),
        ("(red:2.5) hat", "(red:2.5) hat", ("that “red” counts 2.5 times (2 here)",)),
        ("(a:-1) b", "(a:-1) b", ("that “a” counts -1 times (0 here)",)),
    ],
)
def test_a_prompt_of_comfyui_is_read_so_that_its_words_count_the_same(
    there: str, here: str, unread: tuple[str, ...]
) -> None:
    graph = graph_of(picture_request(), 3, BASE)
    graph["6"]["inputs"]["text"] = there
    found = read_graph(json.dumps(graph))
    assert found is not None and (found.prompt, not_read(found)) == (here, unread)
    if not unread:
        assert as_comfyui(there) == [(part.text, pytest.approx(part.weight)) for part in parse(here)]
