"""What is read of ComfyUI's graphs made by others: what is plain is taken over, and all of the rest is named."""

import json
from typing import Any

import pytest

from studio.interop.comfy.reading import ReadGraph, read_graph
from studio.interop.infotext import LoraTag
from studio.pictures.samplers import SAMPLERS
from studio.words import say


def not_read(found: ReadGraph) -> tuple[str, ...]:
    return tuple(one if isinstance(one, str) else say(one) for one in found.unread)


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
    assert not_read(found) == (
        "ConditioningCombine",
        "KSampler (seed 1, steps 5, cfg 1, sampler_name lcm, scheduler simple)",
        "CLIPTextEncodeSDXL (width 1024, height 1024)",
        "EmptyLatentImage (batch_size 4)",
    )


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


# A plain graph to which one thing after the other is done -----------------------------------------------------------


def graph(**changes: dict[str, Any]) -> dict[str, Any]:
    """Checkpoint, two prompts, empty latents, one pass, one picture; `changes` by the node's name, new ones too."""
    nodes = {
        "base": node("CheckpointLoaderSimple", ckpt_name="dream.safetensors"),
        "good": node("CLIPTextEncode", text="a cat in a garden", clip=["base", 1]),
        "bad": node("CLIPTextEncode", text="blurry", clip=["base", 1]),
        "empty": node("EmptyLatentImage", width=832, height=1216, batch_size=1),
        "pass": node(
            "KSampler", seed=7, steps=25, cfg=6.0, sampler_name="euler", scheduler="karras", denoise=1.0,
            model=["base", 0], positive=["good", 0], negative=["bad", 0], latent_image=["empty", 0],
        ),
        "pixels": node("VAEDecode", samples=["pass", 0], vae=["base", 2]),
        "saved": node("SaveImage", filename_prefix="x", images=["pixels", 0]),
    }  # fmt: skip
    for name, change in changes.items():
        nodes[name] = {**nodes[name], "inputs": nodes[name]["inputs"] | change} if name in nodes else change  # type: ignore[assignment]
        if "class_type" in change:
            nodes[name] = change
    return nodes


def read(**changes: dict[str, Any]) -> ReadGraph:
    found = read_graph(json.dumps(graph(**changes)))
    assert found is not None
    return found


def test_a_plain_graph_is_taken_over_whole_and_nothing_is_named() -> None:
    found = read()
    assert found.values == {"steps": 25, "guidance_scale": 6.0, "seed": 7, "width": 832, "height": 1216}
    assert (found.prompt, found.negative_prompt, not_read(found)) == ("a cat in a garden", "blurry", ())
    assert (found.sampler, found.checkpoint) == (SAMPLERS["Euler Karras"], "dream")


CONTROL = {
    "control": node("ControlNetLoader", control_net_name="pose.safetensors"),
    "photo": node("LoadImage", image="x.png"),
}
TWO_SIDES = {
    "ControlNetApplyAdvanced": {"strength": 0.6, "control_net": ["control", 0], "image": ["photo", 0]},
    "ControlNetApplySD3": {"strength": 0.4, "control_net": ["control", 0], "image": ["photo", 0], "vae": ["base", 2]},
    "InpaintModelConditioning": {"vae": ["base", 2], "pixels": ["photo", 0], "mask": ["photo", 1], "noise_mask": True},
    "InstructPixToPixConditioning": {"vae": ["base", 2], "pixels": ["photo", 0]},
    "LTXVConditioning": {"frame_rate": 25.0},
    "Somebody's ControlNet Stacker": {"strength_of_all": 0.5, "image": ["photo", 0]},
}  # fmt: skip


@pytest.mark.parametrize("kind", TWO_SIDES)
def test_behind_a_node_with_two_conditionings_each_keeps_its_side(kind: str) -> None:
    both = node(kind, positive=["good", 0], negative=["bad", 0], **TWO_SIDES[kind])
    found = read(both=both, **{"pass": {"positive": ["both", 0], "negative": ["both", 1]}}, **CONTROL)  # type: ignore[arg-type]
    assert (found.prompt, found.negative_prompt) == ("a cat in a garden", "blurry")
    assert any(what.startswith(kind) for what in not_read(found))
    assert any(what.startswith("LoadImage") for what in not_read(found)) == ("photo" in str(TWO_SIDES[kind]))


def test_conditionings_crossed_over_are_followed_as_they_are_linked() -> None:
    both = node("ControlNetApplyAdvanced", positive=["bad", 0], negative=["good", 0], strength=1.0)
    found = read(both=both, **{"pass": {"positive": ["both", 1], "negative": ["both", 0]}})  # type: ignore[arg-type]
    assert (found.prompt, found.negative_prompt) == ("a cat in a garden", "blurry")


def test_a_conditioning_of_zeros_is_an_empty_prompt_and_one_of_an_unknown_output_is_none() -> None:
    zeros = node("ConditioningZeroOut", conditioning=["good", 0])
    found = read(zeros=zeros, **{"pass": {"negative": ["zeros", 0]}})  # type: ignore[arg-type]
    assert (found.prompt, found.negative_prompt, not_read(found)) == ("a cat in a garden", "", ("ConditioningZeroOut",))
    both = node("ControlNetApplyAdvanced", positive=["good", 0], negative=["bad", 0])
    assert read(both=both, **{"pass": {"positive": ["both", 2]}}).prompt == ""  # type: ignore[arg-type]


def test_the_words_for_the_whole_picture_are_the_prompt_and_those_of_a_region_or_a_box_are_named() -> None:
    found = read(
        region=node("CLIPTextEncode", text="a red ball", clip=["base", 1]),
        area=node("ConditioningSetArea", width=256, height=256, x=0, y=64, strength=1.2, conditioning=["region", 0]),
        joined=node("ConditioningCombine", conditioning_1=["area", 0], conditioning_2=["good", 0]),
        box=node("GLIGENTextBoxApply", text="the sun", width=64, height=64, x=0, y=0, conditioning_to=["joined", 0]),
        **{"pass": {"positive": ["box", 0]}},  # type: ignore[arg-type]
    )
    assert found.prompt == "a cat in a garden"
    assert "of the prompt the words of a part of the picture: “a red ball”" in not_read(found)
    assert "GLIGENTextBoxApply (text “the sun”, width 64, height 64, x 0, y 0)" in not_read(found)
    assert "ConditioningSetArea (width 256, height 256, x 0, y 64, strength 1.2)" in not_read(found)


def test_of_two_passes_the_first_is_read_and_the_second_is_named_with_its_values() -> None:
    second = graph()["pass"]["inputs"] | {
        "seed": 8, "steps": 12, "cfg": 3.0, "denoise": 0.4, "latent_image": ["larger", 0],
    }  # fmt: skip
    found = read(
        larger=node("LatentUpscale", upscale_method="bislerp", width=1664, height=2432, samples=["pass", 0]),
        second=node("KSampler", **second),
        pixels={"samples": ["second", 0]},
    )
    assert found.values == {"steps": 25, "guidance_scale": 6.0, "seed": 7, "width": 832, "height": 1216}
    assert not_read(found) == (
        "KSampler (seed 8, steps 12, cfg 3, sampler_name euler, scheduler karras, denoise 0.4)",
        "LatentUpscale (upscale_method bislerp, width 1664, height 2432)",
    )


def test_a_pass_that_adds_no_noise_has_no_seed_and_the_one_before_it_has() -> None:
    base = graph()["pass"]["inputs"]
    advanced = {name: value for name, value in base.items() if name not in ("seed", "denoise")}
    first = node("KSamplerAdvanced", **advanced, noise_seed=99, add_noise="enable", start_at_step=0, end_at_step=20)
    second = node(
        "KSamplerAdvanced", **advanced | {"latent_image": ["first", 0]}, noise_seed=0, add_noise="disable",
        start_at_step=20, end_at_step=10000,
    )  # fmt: skip
    found = read(first=first, second=second, pixels={"samples": ["second", 0]})
    assert found.values["seed"] == 99
    alone = read(second=second, first=node("LoadLatent", latent="x"), pixels={"samples": ["second", 0]})
    assert "seed" not in alone.values
    assert any("add_noise disable" in what and "noise_seed 0" in what for what in not_read(alone))


def test_seeds_of_64_bits_are_exact_wherever_they_stand() -> None:
    for seed in (2**32, 2**53 + 1, 2**64 - 1):
        assert read(**{"pass": {"seed": seed}}).values["seed"] == seed  # type: ignore[arg-type]
        held = read(held=node("PrimitiveInt", value=seed), **{"pass": {"seed": ["held", 0]}})  # type: ignore[arg-type]
        assert held.values["seed"] == seed


def test_a_start_picture_is_named_and_its_size_is_not_made_up() -> None:
    found = read(
        photo=node("LoadImage", image="cat.png", upload="image"),
        start=node("VAEEncode", pixels=["photo", 0], vae=["base", 2]),
        **{"pass": {"latent_image": ["start", 0], "denoise": 0.55}},  # type: ignore[arg-type]
    )
    assert found.values == {"steps": 25, "guidance_scale": 6.0, "seed": 7}
    assert set(not_read(found)) == {"KSampler (denoise 0.55)", "VAEEncode", "LoadImage (image cat.png)"}


CUSTOM = {
    "noise": node("RandomNoise", noise_seed=2**60 + 1),
    "guider": node("CFGGuider", cfg=5.5, model=["base", 0], positive=["good", 0], negative=["bad", 0]),
    "chosen": node("KSamplerSelect", sampler_name="dpmpp_2m"),
    "levels": node("BasicScheduler", scheduler="karras", steps=18, denoise=1.0, model=["base", 0]),
    "pass": node(
        "SamplerCustomAdvanced", noise=["noise", 0], guider=["guider", 0], sampler=["chosen", 0], sigmas=["levels", 0],
        latent_image=["empty", 0],
    ),
}  # fmt: skip


def test_a_pass_in_five_nodes_is_read_like_one_in_one() -> None:
    found = read(**CUSTOM)
    expected = {"steps": 18, "guidance_scale": 5.5, "seed": 2**60 + 1, "width": 832, "height": 1216}
    assert (found.values, not_read(found)) == (expected, ())
    assert (found.sampler, found.prompt) == (SAMPLERS["DPM++ 2M Karras"], "a cat in a garden")
    silent = read(**CUSTOM | {"noise": node("DisableNoise")})
    assert "seed" not in silent.values


LOADERS = {
    "LoraLoaderModelOnly": (dict(lora_name="people\\anna.safetensors", strength_model=0.6), [("anna", 0.6)]),
    "Power Lora Loader (rgthree)": (
        {
            "PowerLoraLoaderHeaderWidget": {"type": "PowerLoraLoaderHeaderWidget"},
            "lora_1": {"on": True, "lora": "anna.safetensors", "strength": 0.7},
            "lora_2": {"on": False, "lora": "bob.safetensors", "strength": 1},
            "lora_3": {"on": True, "lora": "eve.safetensors", "strength": -0.5, "strengthTwo": None},
        },
        [("anna", 0.7), ("eve", -0.5)],
    ),
    "Lora Loader Stack (rgthree)": (
        {"lora_01": "anna.safetensors", "strength_01": 0.3, "lora_02": "None", "strength_02": 1.0},
        [("anna", 0.3)],
    ),
    "CR Apply LoRA Stack": (
        {"lora_stack": ["stack", 0]},
        [("first", 0.2), ("anna", 0.9)],
    ),
    "Somebody's Loader": (dict(lora="anna.safetensors", weight=0.4), [("anna", 0.4)]),
}  # fmt: skip
STACKS = {
    "stack": node(
        "CR LoRA Stack", switch_1="On", lora_name_1="anna.safetensors", model_weight_1=0.9, clip_weight_1=0.9,
        switch_2="Off", lora_name_2="bob.safetensors", model_weight_2=1.0, clip_weight_2=1.0,
        switch_3="On", lora_name_3="None", model_weight_3=1.0, clip_weight_3=1.0, lora_stack=["before", 0],
    ),
    "before": node(
        "LoRA Stacker", input_mode="simple", lora_count=1, lora_name_1="first.safetensors", lora_wt_1=0.2,
        model_str_1=1.0, clip_str_1=1.0, lora_name_2="bob.safetensors", lora_wt_2=1.0, model_str_2=1.0, clip_str_2=1.0,
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", LOADERS)
def test_loras_are_read_from_loaders_of_other_packs_where_their_inputs_say_what_they_are(kind: str) -> None:
    inputs, expected = LOADERS[kind]
    found = read(
        loader=node(kind, model=["base", 0], clip=["base", 1], **inputs),  # type: ignore[arg-type]
        **STACKS, **{"pass": {"model": ["loader", 0]}},  # type: ignore[arg-type]
    )  # fmt: skip
    assert found.loras == tuple(LoraTag(stem=stem, strength=strength) for stem, strength in expected)
    assert not_read(found) == ()


def test_a_loader_whose_strength_is_not_plain_is_named_with_all_it_says() -> None:
    loader = node("Odd Loader", lora_name="anna.safetensors", strength_a=0.2, strength_b=0.8, model=["base", 0])
    found = read(loader=loader, **{"pass": {"model": ["loader", 0]}})  # type: ignore[arg-type]
    assert found.loras == ()
    assert not_read(found) == ("Odd Loader (lora_name anna.safetensors, strength_a 0.2, strength_b 0.8)",)
    words_alone = node(
        "LoraLoader", lora_name="eve.safetensors", strength_model=1.0, strength_clip=1.0, clip=["base", 1]
    )
    assert read(loader=words_alone, good={"clip": ["loader", 1]}).loras == ()
    other_in_words = node(
        "LoraLoader", lora_name="eve.safetensors", strength_model=0.5, strength_clip=1.0, model=["base", 0]
    )
    found = read(loader=other_in_words, **{"pass": {"model": ["loader", 0]}})  # type: ignore[arg-type]
    assert not_read(found) == ("LoraLoader (strength_clip 1)",)


def test_the_efficient_loader_gives_its_own_strength_words_and_size() -> None:
    loader = node(
        "Efficient Loader", ckpt_name="dream.safetensors", vae_name="Baked VAE", clip_skip=-2,
        lora_name="anna.safetensors", lora_model_strength=0.7, lora_clip_strength=0.7, positive="a cat", negative="fog",
        token_normalization="none", weight_interpretation="comfy", empty_latent_width=768, empty_latent_height=512,
        batch_size=1,
    )  # fmt: skip
    own = {"model": ["all", 0], "positive": ["all", 1], "negative": ["all", 2], "latent_image": ["all", 3]}
    found = read(all=loader, pixels={"vae": ["all", 4]}, **{"pass": own})  # type: ignore[arg-type]
    assert found.loras == (LoraTag(stem="anna", strength=0.7),)
    assert (found.prompt, found.negative_prompt, found.checkpoint) == ("a cat", "fog", "dream")
    assert (found.values["width"], found.values["height"]) == (768, 512)
    assert [what.split(" (")[0] for what in not_read(found)] == ["Efficient Loader"]
    assert "clip_skip -2" in not_read(found)[0]


@pytest.mark.parametrize(
    ("kind", "name"),
    [("UNETLoader", "unet_name"), ("unCLIPCheckpointLoader", "ckpt_name"), ("UnetLoaderGGUF", "unet_name")],
)
def test_another_model_loader_is_named(kind: str, name: str) -> None:
    found = read(base=node(kind, **{name: "z_image_turbo.safetensors"}))
    assert found.checkpoint == "z_image_turbo"
    assert not_read(found) == (f"{kind} ({name} z_image_turbo.safetensors)",)


def test_a_value_that_may_be_changed_on_its_way_is_not_made_up() -> None:
    found = read(
        sum=node("MathExpression", expression="a * 2", a=20),
        wide=node("IntClamp", value=512, min=1, max=64),
        swap=node("StringReplace", string="a dog", find="dog", replace="cat"),
        good={"text": ["swap", 0]},
        empty={"width": ["wide", 0]},
        **{"pass": {"steps": ["sum", 0]}},  # type: ignore[arg-type]
    )
    assert "steps" not in found.values and "width" not in found.values
    assert found.prompt == ""
    assert {what.split(" (")[0] for what in not_read(found)} == {
        "MathExpression", "IntClamp", "StringReplace", "CLIPTextEncode",
    }  # fmt: skip


def test_texts_that_are_joined_or_were_filled_in_are_read() -> None:
    found = read(
        one=node("PrimitiveString", value="a cat"),
        joined=node("StringConcatenate", string_a=["one", 0], string_b="in a hat", delimiter=", "),
        good={"text": ["joined", 0]},
        wild=node(
            "ImpactWildcardProcessor", wildcard_text="{fog|mist}", populated_text="mist", mode="populate", seed=3
        ),
        bad={"text": ["wild", 0]},
    )
    assert (found.prompt, found.negative_prompt, not_read(found)) == ("a cat, in a hat", "mist", ())


def test_every_node_behind_the_picture_is_taken_over_or_named() -> None:
    kinds = [f"Unheard of {number}" for number in range(40)]
    extra = {
        f"x{number}": node(kind, strength=number / 10 + 0.01, model=[f"x{number + 1}" if number < 39 else "base", 0])
        for number, kind in enumerate(kinds)
    }
    found = read(**extra, **{"pass": {"model": ["x0", 0]}})  # type: ignore[arg-type]
    assert [what.split(" (")[0] for what in not_read(found)] == kinds
    assert found.checkpoint == "dream"
