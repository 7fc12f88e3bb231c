"""ComfyUI's graph: valid by ComfyUI's own rules, stated here as data; and what is read of graphs made by others."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from studio.checkpoint_names import CheckpointName
from studio.comfy_graph import graph_of, read_graph
from studio.infotext import LoraTag
from studio.requests import PictureRequest
from studio.samplers import SAMPLERS
from tests.any_request import picture_request, picture_requests, stems, strengths

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
FILE, TEXT = "a file's name", "a text"
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
    "VAEDecode": ({"samples": "LATENT", "vae": "VAE"}, ("IMAGE",)),
    "SaveImage": ({"images": "IMAGE", "filename_prefix": TEXT}, ()),
}  # fmt: skip


def wrong_in(graph: dict[str, Any]) -> list[str]:
    """What ComfyUI's validate_prompt would refuse, and what its page would not draw."""
    wrong = []
    for id, node in graph.items():
        if set(node) != {"class_type", "inputs"} or node["class_type"] not in RULES:
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
    if rule == TEXT:
        return isinstance(value, str)
    link = isinstance(value, list) and len(value) == 2 and value[0] in graph and isinstance(value[1], int)
    return link and RULES[graph[value[0]]["class_type"]][1][value[1]] == rule


def test_every_sampler_of_ours_is_one_of_comfyuis() -> None:
    assert {row.comfy_sampler for row in SAMPLERS.values()} <= ALL_SAMPLERS
    assert {row.comfy_scheduler for row in SAMPLERS.values()} <= ALL_SCHEDULERS


# What A1111 calls the same noise levels; a sampler of ours that it calls otherwise is only near to ComfyUI's.
A1111_SCHEDULES = {
    "karras": ["Karras"], "exponential": ["Exponential"], "sgm_uniform": ["SGM Uniform"], "simple": ["Simple"],
    "normal": ["Normal"], "ddim_uniform": ["DDIM"],
}  # fmt: skip

loras = st.lists(st.builds(LoraTag, stem=stems, strength=strengths), max_size=8)


@settings(max_examples=300, deadline=None)
@given(request=picture_requests(), seed=st.integers(0, 2**32 - 1), loras=loras)
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
    assert (found.prompt, found.negative_prompt) == (request.prompt, request.negative_prompt)
    sampler = SAMPLERS[request.sampler]
    assert found.sampler is sampler or sampler.webui_schedule not in A1111_SCHEDULES[sampler.comfy_scheduler]
    assert found.loras == tuple(loras)
    assert (found.checkpoint, found.unread) == ("sd_xl_base_1.0", ())


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


def node(class_type: str, **inputs: Any) -> dict[str, Any]:
    return {"class_type": class_type, "inputs": inputs}


# Two passes, words and a seed out of nodes of their own, SDXL's own encoder, a LoRA on the model alone.
ELABORATE = {
    "1": node("CheckpointLoaderSimple", ckpt_name="XL\\dream.safetensors"),
    "2": node("LoraLoaderModelOnly", lora_name="people/anna.safetensors", strength_model=0.6, model=["1", 0]),
    "3": node("PrimitiveString", value="anna woman on a hill"),
    "4": node("CLIPTextEncodeSDXL", text_g=["3", 0], text_l=["3", 0], width=1024, height=1024, clip=["1", 1]),
    "5": node("CLIPTextEncode", text="blurry", clip=["1", 1]),
    "6": node("ConditioningCombine", conditioning_1=["4", 0], conditioning_2=["4", 0]),
    "7": node("EmptyLatentImage", width=832, height=1216, batch_size=4),
    "8": node("Seed (rgthree)", seed=77),
    "9": node(
        "KSampler", seed=1, steps=5, cfg=1.0, sampler_name="lcm", scheduler="simple", denoise=1.0, model=["1", 0],
        positive=["5", 0], negative=["5", 0], latent_image=["7", 0],
    ),
    "10": node(
        "KSamplerAdvanced", noise_seed=["8", 0], steps=24, cfg=6.5, sampler_name="euler_ancestral", scheduler="normal",
        model=["2", 0], positive=["6", 0], negative=["5", 0], latent_image=["9", 0],
    ),
    "11": node("VAEDecode", samples=["10", 0], vae=["1", 2]),
    "12": node("SaveImage", filename_prefix="x", images=["11", 0]),
}  # fmt: skip


def test_an_elaborate_graph_is_read_where_it_is_plain_and_says_where_it_is_not() -> None:
    found = read_graph(json.dumps(ELABORATE))

    assert found is not None
    assert found.values == {"steps": 24, "guidance_scale": 6.5, "seed": 77, "width": 832, "height": 1216}
    assert (found.prompt, found.negative_prompt) == ("anna woman on a hill", "blurry")
    assert found.sampler is SAMPLERS["Euler a"]
    assert found.loras == (LoraTag(stem="anna", strength=0.6),)
    assert found.checkpoint == "dream"
    assert found.unread == ("2 samplers, of which the one nearest to the saved picture was read",)


def test_links_in_a_circle_and_values_of_the_wrong_sort_end_nowhere() -> None:
    graph = {
        "1": node(
            "KSampler", steps=["1", 0], cfg={}, seed=[], model=["1", 0], positive=["2", 0], latent_image=["1", 0]
        ),
        "2": node("CLIPTextEncode", text=["3", 0]),
        "3": node("Text", text=["2", 0]),
    }  # fmt: skip
    found = read_graph(json.dumps(graph))
    assert found is not None
    assert (dict(found.values), found.prompt, found.loras) == ({}, "", ())


def test_what_is_no_graph_is_none() -> None:
    for text in ("", "{", "[]", "3", "null", '{"1": 3}', '{"1": {"class_type": "KSampler"}}', "[" * 100_000):
        assert read_graph(text) is None


def test_a_graph_with_links_from_everywhere_to_everywhere_is_read_at_once() -> None:
    links = {f"images{number}" if number else "images": [str(number), 0] for number in range(20)}
    graph = {str(number): node("KSampler", steps=20, model=[str(number + 1), 0], **links) for number in range(1500)}
    found = read_graph(json.dumps(graph))
    assert found is not None and found.values == {"steps": 20}
    assert read_graph(json.dumps({str(number): node("KSampler", steps=1) for number in range(5000)})) is None
