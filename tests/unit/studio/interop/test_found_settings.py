"""A picture dropped on Create: what it says becomes a request within bounds, and what is missing becomes a sentence."""

import json
import struct
import zlib
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from studio.errors import StudioError
from studio.interop.bounded_request import FoundSettings
from studio.interop.comfy.writing import graph_of
from studio.interop.found_settings import found_settings
from studio.interop.here import Here, TaughtLora
from studio.interop.infotext import LoraTag, parameters_text
from studio.interop.metadata import png_texts
from studio.jobs.requests import PictureRequest, SubjectChoice
from studio.models.base_models import BASE_MODELS
from studio.models.checkpoint_names import CheckpointName, checkpoint_name
from studio.people.person import OWNER
from studio.subjects.subject import Subject
from studio.words import say
from tests.any_request import picture_request

POCKET = checkpoint_name(BASE_MODELS["pocket"])


def taught(name: str, kind: str, word: str, file_hash: str) -> TaughtLora:
    subject = Subject(owner=OWNER,
        name=name, kind=kind, trigger_word=word, base_model="pocket", state="ready",
        lora_files={"kohya": f"loras/{word}/{word}.safetensors"},
    )  # fmt: skip
    return TaughtLora(subject=subject, file_hash=file_hash)


HERE = Here(
    taught=[taught("Dumpling", "cat", "dumpling", "0123456789ab"), taught("Anna", "woman", "anna2", "ba9876543210")],
    base_models=list(BASE_MODELS.values()),
    automatic=BASE_MODELS["pocket"],
)


def png(folder: Path, **texts: str) -> Path:
    info = PngInfo()
    for name, text in texts.items():
        info.add_itxt(name, text)
    file = folder / "dropped.png"
    Image.new("RGB", (8, 8)).save(file, "PNG", pnginfo=info)
    return file


def told(settings: FoundSettings) -> tuple[str, ...]:
    return tuple(say(one) for one in settings.remarks)


def found(folder: Path, **texts: str) -> FoundSettings:
    return found_settings(png(folder, **texts), HERE)


def ours(folder: Path, request: PictureRequest, *tags: LoraTag, **changes: Any) -> FoundSettings:
    """A picture as Cuddle writes it, with changes of the JSON that it is remade from."""
    chunks = png_texts(
        request, request.seed, parameters_text(request, request.seed, POCKET, tags), graph_of(request, 3, POCKET, tags)
    )
    file = folder / "ours.png"
    Image.new("RGB", (8, 8)).save(file, "PNG", pnginfo=chunks)
    with Image.open(file) as image:
        texts = {str(name): str(text) for name, text in image.info.items()}
    own = json.loads(texts["cuddle"])
    own["request"] |= changes
    return found(folder, **texts | {"cuddle": json.dumps(own)})


def test_a_picture_of_ours_gives_its_very_request(tmp_path: Path) -> None:
    request = picture_request(
        prompt="dumpling cat on the beach", typed_prompt="Dumpling on the beach",
        subjects=(SubjectChoice(name="Dumpling", strength=0.7, box=(0.0, 0.1, 0.5, 0.9)),),
    )  # fmt: skip
    tag = LoraTag(stem="dumpling", strength=0.7, file_hash="0123456789ab")

    settings = ours(tmp_path, request, tag)

    assert (settings.request, told(settings)) == (request, ())
    assert (settings.program, settings.has_seed) == ("Cuddle", True)


def test_a_subject_that_was_renamed_is_known_by_its_files_hash_and_one_that_is_gone_is_said(tmp_path: Path) -> None:
    request = picture_request(subjects=(SubjectChoice(name="Knödel"), SubjectChoice(name="Bob", strength=0.5)))
    tags = LoraTag(stem="k", strength=1.0, file_hash="0123456789ab"), LoraTag(stem="bob", strength=0.5)

    settings = ours(tmp_path, request, *tags)

    assert [choice.name for choice in settings.request.subjects] == ["Dumpling"]
    assert told(settings) == (
        "The LoRA 'Bob' is none of your subjects, so it is left out; its file can be taken in at Home.",
    )


def test_a_later_version_of_ours_is_read_as_far_as_it_is_known(tmp_path: Path) -> None:
    settings = ours(tmp_path, picture_request(), glow=3, base_model="some/model")

    assert settings.request == picture_request(base_model="auto")
    assert told(settings) == (
        "A later version of Cuddle made it; not taken over: glow.",
        "Its base model 'some/model' is not here; the automatic choice is filled in instead.",
    )


def test_where_our_own_words_are_damaged_those_for_other_programs_are_taken(tmp_path: Path) -> None:
    settings = ours(tmp_path, picture_request(), steps=10**9)

    assert settings.request == picture_request(prompt="a cat on the beach")
    assert told(settings) == (
        "What Cuddle itself wrote into it is damaged, so this is what it says to other programs.",
    )


A1111 = (
    "photo of dumpling cat, (asleep:1.2) <lora:my_cat:0.8>, <lora:stranger:1>\n"
    "on a sofa\n"
    "Negative prompt: blurry,\nlowres\n"
    "Steps: 28, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 6.5, Seed: 1234567890, Size: 832x1216, "
    "Model hash: 31e35c80fc, Model: my-copy-of-xl, VAE hash: 235745af8d, VAE: x, Clip skip: 2, Hires upscale: 1.5, "
    'Lora hashes: "my_cat: 0123456789ab, stranger: ffffffffffff", Version: v1.10.1'
)


def test_a_picture_of_a1111_is_read_and_what_is_missing_is_said(tmp_path: Path) -> None:
    settings = found(tmp_path, parameters=A1111)

    assert settings.request == picture_request(
        prompt="photo of dumpling cat, (asleep:1.2), on a sofa",
        typed_prompt="photo of dumpling cat, (asleep:1.2), on a sofa",
        negative_prompt="blurry, lowres", subjects=(SubjectChoice(name="Dumpling", strength=0.8),),
        steps=28, guidance_scale=6.5, seed=1234567890, width=832, height=1216, base_model="sdxl",
    )  # fmt: skip
    assert (settings.program, settings.has_seed) == ("A1111", True)
    assert told(settings) == (
        "A1111 drew its noise on the graphics card, so the same seed gives another picture here.",
        "The LoRA 'stranger' is none of your subjects, so it is left out; its file can be taken in at Home.",
        "Not taken over: Clip skip 2; Hires upscale 1.5.",
    )


def test_a_jpeg_of_a1111_is_read_too(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9286] = b"UNICODE\0" + A1111.encode("utf-16-be")
    Image.new("RGB", (8, 8)).save(tmp_path / "x.jpg", exif=exif)
    assert found_settings(tmp_path / "x.jpg", HERE).request == found(tmp_path, parameters=A1111).request


def test_a_picture_of_comfyui_is_read_from_its_graph(tmp_path: Path) -> None:
    request = picture_request(
        prompt="anna2 woman in the rain", typed_prompt="anna2 woman in the rain", sampler="Euler a"
    )
    loras = [LoraTag(stem="ANNA2", strength=0.9), LoraTag(stem="detail", strength=0.5)]
    graph = graph_of(request, 77, checkpoint_name(BASE_MODELS["sdxl"]), loras)

    settings = found(tmp_path, prompt=json.dumps(graph), workflow="{}")

    assert settings.request == picture_request(
        prompt="anna2 woman in the rain", typed_prompt="anna2 woman in the rain", sampler="Euler a", seed=77,
        subjects=(SubjectChoice(name="Anna", strength=0.9),), base_model="sdxl",
    )  # fmt: skip
    assert settings.program == "ComfyUI"
    assert told(settings) == (
        "Euler a draws its fresh noise otherwise in ComfyUI, so it is another picture here.",
        "The LoRA 'detail' is none of your subjects, so it is left out; its file can be taken in at Home.",
    )


def test_what_is_beyond_bounds_is_brought_within_and_said(tmp_path: Path) -> None:
    settings = found(
        tmp_path,
        parameters=f"{'x' * 3000} <lora:dumpling:9>\nSteps: 999, Sampler: Restart, CFG scale: 0.1, "
        "Seed: 18446744073709551616, Size: 1001x9000, Model: dream",
    )

    request = settings.request
    assert (request.steps, request.guidance_scale, request.width, request.height) == (150, 1, 1000, 2048)
    assert (request.typed_prompt, request.subjects) == ("x" * 2000, (SubjectChoice(name="Dumpling", strength=2.0),))
    assert (request.sampler, request.base_model, settings.has_seed) == ("DPM++ 2M Karras", "auto", False)
    assert told(settings) == (
        "It does not say where its noise was drawn; if on the graphics card, its seed gives another picture here.",
        "Its base model 'dream' is not here; the automatic choice is filled in instead.",
        "Its number of steps is 999; the nearest that Cuddle makes is 150.",
        "Its guidance scale is 0.1; the nearest that Cuddle makes is 1.",
        "Its width is 1001; the nearest that Cuddle makes is 1000.",
        "Its height is 9000; the nearest that Cuddle makes is 2048.",
        "Its sampler 'Restart' is not one of Cuddle's; DPM++ 2M Karras is chosen.",
        "Its seed 18446744073709551616 is beyond Cuddle's (0 to 18446744073709551615); a new one will be drawn.",
        "The strength of Dumpling is 9; 2 is filled in.",
        "Its prompt is 3,000 characters long; the first 2,000 are filled in.",
    )


def test_a_subject_named_twice_and_more_than_fit_are_said(tmp_path: Path) -> None:
    settings = found(tmp_path, parameters="<lora:dumpling:0.5><lora:Dumpling:1>\nSteps: 20, Sampler: Euler, Seed: 1")
    assert settings.request.subjects == (SubjectChoice(name="Dumpling", strength=0.5),)
    assert "A subject is in it twice; the first of its strengths is filled in." in told(settings)
    assert "It does not say: guidance scale, width, height; what suits the base model is filled in." in told(settings)


def test_of_ten_thousand_loras_a_few_are_looked_at(tmp_path: Path) -> None:
    tags = "".join(f"<lora:x{number}:1>" for number in range(10_000))
    settings = found(tmp_path, parameters=f"{tags}\nSteps: 20, Sampler: Euler, Seed: 1")
    assert "It names 10000 LoRAs; the first 24 are looked at." in told(settings)
    assert len(told(settings)) < 40


OTHERS = {
    "nothing": ({}, "carries no parameters; copies that messengers"),
    "InvokeAI": ({"invokeai_metadata": "{}"}, "was made by InvokeAI"),
    "SwarmUI": ({"parameters": '{"sui_image_params": {}}'}, "was made by SwarmUI"),
    "Fooocus": (
        {"parameters": '{"adm_guidance": "(1.5, 0.8, 0.3)", "version": "Fooocus v2"}'},
        "was made by Fooocus,",
    ),
    "RuinedFooocus": ({"parameters": '{"Prompt": "a", "software": "RuinedFooocus"}'}, "was made by RuinedFooocus,"),
    "NovelAI's JSON": ({"parameters": '{"Comment": "{}", "Software": "NovelAI"}'}, "was made by NovelAI"),
    "JSON": ({"parameters": '{"prompt": "a", "num_inference_steps": 3}'}, "was made by a program that Cuddle does not"),
    "Civitai's upscaler": (
        {"parameters": '{"23": {"class_type": "UpscaleModelLoader", "inputs": {}}}'},
        "holds a graph of ComfyUI without a plain sampler",
    ),
    "InvokeAI 2": ({"sd-metadata": '{"model": "stable diffusion"}', "Dream": '"a cat" -s 50'}, "was made by InvokeAI"),
    "InvokeAI 1": ({"Dream": '"a cat" -s 50 -S 3'}, "was made by InvokeAI"),
    "NovelAI": ({"Software": "NovelAI", "Comment": "{}"}, "was made by NovelAI"),
    "a text": ({"parameters": "holiday 2024"}, "holds a text that is no parameters ('holiday 2024')"),
    "ComfyUI's layout alone": ({"workflow": '{"nodes": []}'}, "holds a graph of ComfyUI without a plain sampler"),
    "ours, damaged": ({"cuddle": "{"}, "was made by Cuddle, but its parameters are damaged"),
}


def test_a_graph_in_the_place_of_a1111s_words_is_read_as_one(tmp_path: Path) -> None:
    graph = graph_of(picture_request(prompt="a cat on a roof"), 77, CheckpointName(file_name="x.safetensors"))
    settings = found(tmp_path, parameters=json.dumps({"extra": {}, **graph, "extraMetadata": "{}"}))
    assert (settings.program, settings.request.typed_prompt, settings.request.seed) == (
        "ComfyUI",
        "a cat on a roof",
        77,
    )


@pytest.mark.parametrize(
    ("version", "program", "said"),
    [
        ("", "A1111", "It does not say where its noise was drawn"),
        ("v1.10.1", "A1111", "A1111 drew its noise on the graphics card"),
        ("neo", "Forge", "Forge drew its noise on the graphics card"),
        ("classic", "Forge", "Forge drew its noise on the graphics card"),
        ("f2.0.1", "Forge", "Forge drew its noise on the graphics card"),
        ("ComfyUI", "ComfyUI", ""),
    ],
)
def test_where_noise_was_drawn_is_said_of_the_program_that_drew_it(
    version: str, program: str, said: str, tmp_path: Path
) -> None:
    named = f", Version: {version}" if version else ""
    settings = found(tmp_path, parameters=f"a cat\nSteps: 20, Sampler: Euler, CFG scale: 7, Seed: 1{named}")
    assert settings.program == program
    assert [remark for remark in told(settings) if "its noise" in remark] == [
        remark for remark in told(settings) if said and remark.startswith(said)
    ]


@pytest.mark.parametrize("who", OTHERS)
def test_a_picture_that_does_not_say_is_refused_in_a_sentence(who: str, tmp_path: Path) -> None:
    texts, words = OTHERS[who]
    with pytest.raises(StudioError) as refused:
        found(tmp_path, **texts)
    assert str(refused.value).startswith(f"dropped.png {words}")


def hidden(folder: Path, signature: bytes, mode: str) -> Path:
    """A picture whose lowest bits begin with these bytes, from the top left downwards: in alpha, or in the colours."""
    image = Image.new(mode, (16, 200), (10, 20, 30, 254)[: len(mode)])
    bits = [int(bit) for byte in signature for bit in f"{byte:08b}"]
    channels = 1 if mode == "RGBA" else 3
    for start in range(0, len(bits), channels):
        x, y = divmod(start // channels, 200)
        pixel = list(image.getpixel((x, y)))  # type: ignore[arg-type]
        for offset, bit in enumerate(bits[start : start + channels]):
            place = 3 if mode == "RGBA" else offset
            pixel[place] = pixel[place] // 2 * 2 + bit
        image.putpixel((x, y), tuple(pixel))
    image.save(folder / "dropped.png")
    return folder / "dropped.png"


@pytest.mark.parametrize(
    ("signature", "mode"), [(b"stealth_pnginfo", "RGBA"), (b"stealth_pngcomp", "RGBA"), (b"stealth_rgbinfo", "RGB")]
)
def test_parameters_hidden_in_pixels_are_not_called_lost(signature: bytes, mode: str, tmp_path: Path) -> None:
    with pytest.raises(StudioError, match="hides its parameters in its pixels"):
        found_settings(hidden(tmp_path, signature, mode), HERE)
    with pytest.raises(StudioError, match="carries no parameters"):
        found_settings(hidden(tmp_path, b"holiday 2024, by the sea", mode), HERE)


def said(folder: Path, settings: str, prompt: str = "a cat") -> FoundSettings:
    return found(folder, parameters=f"{prompt}\nSteps: 20, Seed: 3, RNG: CPU, CFG scale: 7, Size: 256x256, {settings}")


def test_a_variation_of_a1111_is_taken_over(tmp_path: Path) -> None:
    sampler = "Sampler: Euler, Schedule type: Karras"
    settings = said(tmp_path, f"{sampler}, Variation seed: 4294967296, Variation seed strength: 0.35")
    assert (settings.request.variation_seed, settings.request.variation_strength) == (2**32, 0.35)
    assert told(settings) == ()
    assert said(tmp_path, f"{sampler}, Variation seed: 5, Variation seed strength: 0").request.variation_strength == 0
    odd = said(tmp_path, f"{sampler}, Variation seed: -1, Variation seed strength: 0.5")
    assert told(odd) == ("Its variation (0.5 towards the seed -1) is none of Cuddle's; left out.",)


@pytest.mark.parametrize(
    ("prompt", "what"),
    [
        ("a [cat:dog:0.5] on a hill", "“[cat:dog:0.5]” (words that change during the steps)"),
        ("a [hat:8] and [:snow:.3]", "“[hat:8]” (words that change during the steps)"),
        ("[cat|dog|bird] in a tree", "“[cat|dog|bird]” (words that take turns)"),
        ("a cat AND a dog :1.2", "“AND” (several prompts at once)"),
        ("a cat <hypernet:marble:0.8>", "“<hypernet:marble:0.8>” (a hypernetwork)"),
    ],
)
def test_what_a1111_does_with_a_prompt_beside_words_is_said(prompt: str, what: str, tmp_path: Path) -> None:
    settings = said(tmp_path, "Sampler: Euler, Schedule type: Karras", prompt)
    assert told(settings) == (f"Not taken over: {what}.",)
    assert "<" not in settings.request.typed_prompt


@pytest.mark.parametrize(
    "prompt", ["a (cat:1.2) on [grass]", "BRAND and andrew", "at [10:30 pm] o'clock", "a [cat]: 3"]
)
def test_plain_words_and_weights_are_no_such_thing(prompt: str, tmp_path: Path) -> None:
    assert told(said(tmp_path, "Sampler: Euler, Schedule type: Karras", prompt)) == ()


def test_a_picture_of_civitai_names_its_loras_and_its_model(tmp_path: Path) -> None:
    resources = (
        'Civitai resources: [{"type":"checkpoint","modelVersionId":1,"modelName":"Dream, XL","modelVersionName":"v1"},'
        '{"type":"lora","weight":0.65,"modelVersionId":2,"modelName":"Dumpling"},{"type":"embed","modelName":"Bad: X"}]'
    )
    settings = said(tmp_path, f"Sampler: Euler Karras, {resources}, Civitai metadata: {{}}, Clip skip: 2")
    assert settings.program == "Civitai"
    assert settings.request.subjects == (SubjectChoice(name="Dumpling", strength=0.65),)
    assert told(settings) == (
        "Its base model 'Dream, XL' is not here; the automatic choice is filled in instead.",
        "Not taken over: embed Bad: X; Clip skip 2.",
    )
    damaged = said(tmp_path, "Sampler: Euler Karras, Civitai resources: [{, Clip skip: 2")
    assert damaged.request.sampler == "Euler Karras"


# Two hundred hostile pictures -----------------------------------------------------------------------------------------

CODE = [
    "__import__('os').system('touch {marker}')",
    "eval(compile('open(\"{marker}\", \"w\")', '', 'exec'))",
    "{{{{ 7 * 7 }}}}${{7*7}}<script>fetch('/{marker}')</script>",
    "'; DROP TABLE pictures; --",
    "cos\nsystem\n(S'touch {marker}'\ntR.",
    "!!python/object/apply:os.system ['touch {marker}']",
    "../../../../etc/passwd\0.png",
    "\u202e\u0000\u001b[2J" + "\ud7ff" * 20,
]
DEEP = ["[" * 100_000, '{"a":' * 100_000, '{"request":' * 50_000 + "1" + "}" * 50_000, "[[" * 5000 + "]]" * 5000]
NUMBERS = [
    "NaN",
    "Infinity",
    "-Infinity",
    "1e999",
    "-1",
    "9" * 5000,
    "0x10",
    "true",
    "null",
    "[]",
    '{"a": 1}',
    '"x"',
    "1e21",
    "1.5e300",
]
WORDS = ("prompt", "typed_prompt", "negative_prompt", "style", "base_model")  # code in them is words like any other
FIELDS = [field.name for field in fields(PictureRequest) if field.name not in WORDS]


def hostile() -> list[dict[str, str]]:
    """Texts by chunk: code, nests without end, numbers that are none, halves, wrong sorts, in every place there is."""
    whole = picture_request().to_json()
    plain = json.dumps({"request": whole})
    graph = graph_of(picture_request(), 3, POCKET, [LoraTag(stem="dumpling", strength=1.0)])
    cases = [{name: text} for name in ("cuddle", "prompt", "parameters") for text in [*CODE, *DEEP]]
    spoilt = [
        plain.replace(f'"{field}": {json.dumps(whole[field])}', f'"{field}": {number}')
        for field in FIELDS
        for number in NUMBERS
    ]
    cases += [{"cuddle": text} for text in spoilt if text != plain]
    cases += [{"cuddle": json.dumps({"request": {**whole, field: code}})} for field in FIELDS for code in CODE]
    cases += [{"cuddle": plain[:length]} for length in range(20, len(plain), 13)]
    cases += [
        {"prompt": json.dumps(graph | {"3": {"class_type": "KSampler", "inputs": inputs}})}
        for code in CODE
        for inputs in ({"steps": code}, {"steps": [code, 0]}, {"steps": [["3", 0], 0]}, {"steps": {"a": code}})
    ]
    cases += [
        {"parameters": f"{code}\nSteps: {number}, Sampler: {code!r}, Seed: {number}, Size: {number}x1, CFG scale: 7"}
        for code in CODE
        for number in NUMBERS
    ]
    return cases


CASES = hostile()


def test_there_are_at_least_two_hundred_of_them() -> None:
    assert len(CASES) >= 200


@pytest.mark.parametrize("number", range(len(CASES)))
def test_a_hostile_picture_changes_nothing_and_says_so(number: int, tmp_path: Path) -> None:
    """Refused in a sentence, or taken within bounds with a sentence on what was not; never run, never written."""
    marker = tmp_path / "was-run"
    texts = {name: text.replace("{marker}", str(marker)) for name, text in CASES[number].items()}
    content = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    for name, text in texts.items():
        packed = zlib.compress(text.encode("utf-8", "surrogatepass"))
        content += _chunk(b"iTXt", name.encode() + b"\0\1\0\0\0" + packed)
    file = tmp_path / "dropped.png"
    file.write_bytes(content + _chunk(b"IEND", b""))

    try:
        settings = found_settings(file, HERE)
    except StudioError as refused:
        assert str(refused).startswith("dropped.png ")
        assert str(refused).isprintable() and len(str(refused)) < 400
    else:
        assert told(settings), "what was not taken is said"
        assert all(remark.isprintable() and len(remark) < 600 for remark in told(settings))
        assert PictureRequest.from_json(settings.request.to_json()) == settings.request
    assert [path.name for path in tmp_path.iterdir()] == ["dropped.png"], "nothing was run, nothing was written"


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
