"""From the texts in any picture to a request of ours: parsed and never evaluated, within what Cuddle allows.

What is not taken over is said. LoRAs become subjects that were taught here, by their hash or their name.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from studio.checks import shown
from studio.errors import StudioError
from studio.interop.bounded_request import FoundSettings, blank_request, bounded_settings
from studio.interop.comfy.reading import read_graph
from studio.interop.here import Here, each_once, no_such_base_model, none_of_the_subjects, subject_meant
from studio.interop.infotext import (
    CIVITAI,
    LoraTag,
    Parameters,
    civitai_resources,
    lora_tags,
    number_in,
    parse_parameters,
    program_of_json,
    sampler_of,
)
from studio.interop.metadata import GRAPH, OWN, PARAMETERS, hides_texts, own_request, texts_in
from studio.jobs.requests import PictureRequest, SubjectChoice
from studio.pictures.options import BLENDINGS
from studio.prompts.syntax import syntax_not_read, without_tags
from studio.words import Message

_NUMBERS = {"Steps": "steps", "CFG scale": "guidance_scale", "Seed": "seed"}  # A1111's names, and a request's
_READ = {
    *_NUMBERS,
    "Sampler",
    "Schedule type",
    "Size",
    "Model",
    "Model hash",
    "Lora hashes",
    "Hashes",
    "RNG",
    "Blending",
    "Variation seed",
    "Variation seed strength",
    CIVITAI,
}
_OF_NO_MATTER = {
    "Version",
    "User",
    "Civitai metadata",
    "App",
    "VAE",
    "VAE hash",
    "FP8 weight",
    "Cache FP16 weight for LoRA",
}
_FORGES = ("classic", "neo")  # versions of Forge that say no number
_DAMAGED = (StudioError, TypeError, ValueError, KeyError, AttributeError, RecursionError)


def found_settings(file: Path, here: Here) -> FoundSettings:
    """The settings in a PNG, JPEG or WebP of Cuddle, A1111 or ComfyUI. Errors: StudioError when there are none."""
    texts, name = texts_in(file), shown(file.name, 60)
    parameters = parse_parameters(texts.get(PARAMETERS, ""))
    remarks: list[Message] = []
    if OWN in texts:
        own = _own(texts, parameters, here, remarks)
        if own is not None:
            return own
        remarks.append(Message("found-own-damaged"))
    if "Steps" in parameters.settings:
        return _from_parameters(parameters, here, remarks)
    graph = _from_graph(
        texts.get(GRAPH) or texts.get(PARAMETERS, ""), here, remarks
    )  # Civitai's generator: in the EXIF
    if graph is None:
        raise StudioError(_nothing_found(file, name, texts))
    return graph


def _nothing_found(file: Path, name: str, texts: Mapping[str, str]) -> Message:
    """Why nothing was found, and what may help."""
    if OWN in texts:
        return Message("picture-own-damaged", file=name)
    if {"invokeai_metadata", "sd-metadata", "Dream"} & set(texts):
        return Message("picture-of-another-program", file=name, program="InvokeAI")
    json_of = program_of_json(texts.get(PARAMETERS, ""))
    if json_of and json_of != "ComfyUI":
        return Message("picture-of-another-program", file=name, program=json_of)
    if GRAPH in texts or "workflow" in texts or json_of:
        return Message("picture-graph-without-sampler", file=name)
    if texts.get(PARAMETERS, ""):
        return Message("picture-other-text", file=name, text=shown(texts[PARAMETERS]))
    if texts.get("Software", "").startswith("NovelAI"):
        return Message("picture-of-another-program", file=name, program="NovelAI")
    if hides_texts(file):
        return Message("picture-stealth", file=name)
    return Message("picture-nothing-in-it", file=name)


def _own(texts: Mapping[str, str], parameters: Parameters, here: Here, remarks: list[Message]) -> FoundSettings | None:
    """The very request that Cuddle wrote, or None where it is damaged. Of a later version what is known here."""
    found = own_request(texts)
    if found is None:
        return None
    start = blank_request(here)
    known = {name: value for name, value in found.items() if name in start.to_json()}
    try:
        request = replace(PictureRequest.from_json(known), count=1)
    except _DAMAGED:
        return None
    if request.inpaint is not None:
        remarks.append(Message("found-part"))
        request = replace(request, inpaint=None)
    if later := sorted(set(found) - set(known)):
        remarks.append(Message("found-later-version", names=shown(", ".join(later), 200)))
    if request.base_model not in [model.id for model in here.base_models]:
        remarks.append(no_such_base_model(request.base_model))
        request = replace(request, base_model="auto")
    tags = lora_tags(parameters)[1]
    if len(tags) != len(request.subjects):
        tags = [LoraTag(stem=choice.name, strength=choice.strength) for choice in request.subjects]
    subjects: list[SubjectChoice] = []
    for choice, tag in zip(request.subjects, tags, strict=True):
        taught = subject_meant(replace(tag, stem=choice.name), here)
        if taught is None:
            remarks.append(none_of_the_subjects(choice.name))
        else:
            subjects.append(replace(choice, name=taught.name))
    request = replace(request, subjects=tuple(each_once(subjects, remarks)))
    return FoundSettings(request=request, program="Cuddle", has_seed=True, remarks=tuple(remarks))


def _from_parameters(parameters: Parameters, here: Here, remarks: list[Message]) -> FoundSettings:
    settings = parameters.settings
    program = _program(settings)
    values = {ours: number_in(settings[theirs]) for theirs, ours in _NUMBERS.items() if theirs in settings}
    sides = settings.get("Size", "").split("x")
    if len(sides) == 2:
        values |= {"width": number_in(sides[0]), "height": number_in(sides[1])}
    prompt, tags = lora_tags(parameters)
    of_civitai = civitai_resources(settings)
    tags += [tag for tag in of_civitai.loras if tag.stem.casefold() not in {known.stem.casefold() for known in tags}]
    strength = number_in(settings.get("Variation seed strength"))
    if strength and (seed := number_in(settings.get("Variation seed"))) is not None:
        values |= {"variation_seed": seed, "variation_strength": strength}
    sampler, is_exact = sampler_of(settings)
    words = " ".join(settings[name] for name in ("Sampler", "Schedule type") if name in settings)
    if "Seed" in settings and (told := _of_noise(program, settings)):
        remarks.append(told)
    blending = settings.get("Blending", "sum")
    unread: list[str | Message] = [*syntax_not_read(prompt)]
    prompt = without_tags(prompt)
    unread += of_civitai.others
    unread += [f"{name} {value}" for name, value in settings.items() if name not in _READ | _OF_NO_MATTER]
    unread += [f"{name} {settings[name]}" for name, ours in _NUMBERS.items() if ours in values and values[ours] is None]
    return bounded_settings(
        program=program,
        here=here,
        prompt=prompt,
        negative_prompt=parameters.negative_prompt,
        values=values,
        sampler=sampler,
        sampler_words="" if is_exact else words,
        tags=tags,
        checkpoint=(settings.get("Model", "") or of_civitai.checkpoint, settings.get("Model hash", "")),
        blending=blending if blending in BLENDINGS else "sum",
        unread=unread,
        remarks=remarks,
    )


def _from_graph(text: str, here: Here, remarks: list[Message]) -> FoundSettings | None:
    graph = read_graph(text)
    if graph is None:
        return None
    if graph.is_exact and graph.sampler and graph.sampler.comfy_difference and "seed" in graph.values:
        remarks.append(Message(f"comfy-{graph.sampler.comfy_difference}-here", sampler=graph.sampler.name))
    return bounded_settings(
        program="ComfyUI",
        here=here,
        prompt=graph.prompt,
        negative_prompt=graph.negative_prompt,
        values=graph.values,
        sampler=graph.sampler,
        sampler_words="" if graph.is_exact else graph.sampler_words,
        tags=graph.loras,
        checkpoint=(graph.checkpoint, ""),
        unread=graph.unread,
        remarks=remarks,
    )


def _of_noise(program: str, settings: Mapping[str, str]) -> Message | None:
    """What to know of a seed: graphics cards draw other numbers than processors; None where those are ours."""
    if settings.get("RNG") == "CPU" or program == "ComfyUI":
        return None
    if settings.get("Version") or settings.get("App") or program != "A1111":
        return Message("found-noise-of-card", program=program)
    return Message("found-noise-unsaid")


def _program(settings: Mapping[str, str]) -> str:
    version = settings.get("Version", "")
    if version == "ComfyUI":
        return version
    if version.startswith("cuddle"):
        return "Cuddle"
    if CIVITAI in settings:
        return "Civitai"
    if version.startswith("Fooocus"):
        return "Fooocus"
    return shown(settings.get("App") or ("Forge" if version.startswith("f") or version in _FORGES else "A1111"), 20)
