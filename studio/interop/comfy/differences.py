"""What ComfyUI makes otherwise of the graph of a picture of ours, and what a person has to do there."""

import re

from studio.jobs.requests import PictureRequest
from studio.pictures.samplers import sampler_named

ALIGNED_STEPS = 10  # for which both have the published noise levels
# Signs and words of a prompt that fill more than one chunk of 75 tokens; versions of ComfyUI end it at other words.
LONG_PROMPT = 60

_PIECES = re.compile(r"\w+|[^\w\s]")
_OF_ITS_PAGE = re.compile(r"\{[^{}]*\}|//|/\*")


def differences(request: PictureRequest) -> list[str]:
    """What ComfyUI makes otherwise of a picture's graph, in sentences; empty where it makes the same picture."""
    sampler, prompts = sampler_named(request.sampler), (request.prompt, request.negative_prompt)
    is_apart = len(request.subjects) > 1 and request.blending == "apart"
    found = {
        f"{sampler.name} {sampler.comfy_difference} there.": bool(sampler.comfy_difference),
        f"The noise levels of {sampler.name} are the same there with {ALIGNED_STEPS} steps alone.": (
            sampler.grid == "align" and request.steps != ALIGNED_STEPS
        ),
        "All LoRAs work everywhere there; here each subject kept to a place of its own.": is_apart,
        "Subjects have no places there.": len(request.subjects) == 1 and request.subjects[0].box is not None,
        "It is one picture there, not a sheet of several.": request.grid is not None,
        "Its page chooses among words in {curly brackets} and leaves out what follows // or /*.": any(
            map(_OF_ITS_PAGE.search, prompts)
        ),
        "“embedding:” loads a file there; here it is a word.": any("embedding:" in prompt for prompt in prompts),
        "A prompt as long as this one may be parted at other words there.": any(
            len(_PIECES.findall(prompt)) > LONG_PROMPT for prompt in prompts
        ),
    }
    return [sentence for sentence, is_so in found.items() if is_so]


def to_do_there(request: PictureRequest) -> list[str]:
    """What a person does in ComfyUI before she runs the graph, in sentences."""
    if request.start is None:
        return []
    return ["Choose the picture that it starts from in the node Load Image there."]
