"""What ComfyUI makes otherwise of the graph of a picture of ours, and what a person has to do there."""

import re

from studio.jobs.requests import PictureRequest
from studio.pictures.samplers import sampler_named
from studio.words import Message

ALIGNED_STEPS = 10  # for which both have the published noise levels
# Signs and words of a prompt that fill more than one chunk of 75 tokens; versions of ComfyUI end it at other words.
LONG_PROMPT = 60

_PIECES = re.compile(r"\w+|[^\w\s]")
_OF_ITS_PAGE = re.compile(r"\{[^{}]*\}|//|/\*")


def differences(request: PictureRequest) -> list[Message]:
    """What ComfyUI makes otherwise of a picture's graph; empty where it makes the same picture."""
    sampler, prompts = sampler_named(request.sampler), (request.prompt, request.negative_prompt)
    is_apart = len(request.subjects) > 1 and request.blending == "apart"
    found = {
        Message(f"comfy-{sampler.comfy_difference}-there", sampler=sampler.name): bool(sampler.comfy_difference),
        Message("comfy-noise-levels", sampler=sampler.name, steps=ALIGNED_STEPS): (
            sampler.grid == "align" and request.steps != ALIGNED_STEPS
        ),
        Message("comfy-loras-everywhere"): is_apart,
        Message("comfy-no-places"): len(request.subjects) == 1 and request.subjects[0].box is not None,
        Message("comfy-one-picture"): request.grid is not None,
        Message("comfy-whole-picture"): request.inpaint is not None,
        Message("comfy-curly-brackets"): any(map(_OF_ITS_PAGE.search, prompts)),
        Message("comfy-embedding"): any("embedding:" in prompt for prompt in prompts),
        Message("comfy-long-prompt"): any(len(_PIECES.findall(prompt)) > LONG_PROMPT for prompt in prompts),
    }
    return [sentence for sentence, is_so in found.items() if is_so]


def to_do_there(request: PictureRequest) -> list[Message]:
    """What a person does in ComfyUI before she runs the graph."""
    if not request.files:
        return []
    return [Message("comfy-choose-start")]
