"""The model card of a published subject: README.md with the facts that the Hub reads, and words for people.

The fields are those of https://huggingface.co/docs/hub/model-cards and, for LoRAs, of diffusers' own training scripts
(`template:sd-lora` shows the gallery, `instance_prompt` the trigger words).
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from huggingface_hub import ModelCardData

from studio.errors import StudioError
from studio.hub.loras import DIFFUSERS_NAME
from studio.hub.repositories import OWN_FIELD
from studio.hub.requests import PublishRequest, SamplePicture
from studio.models.base_models import BASE_MODELS, resolve
from studio.words import in_english

_FAMILY_TAGS: dict[str, tuple[str, ...]] = {
    "sdxl": ("stable-diffusion-xl", "stable-diffusion-xl-diffusers"),
    "sd15": ("stable-diffusion", "stable-diffusion-diffusers"),
}

_HUB_ID = re.compile(r"[\w-][\w.-]*/[\w-][\w.-]*")


def hub_base_model(base_model: str, family: str) -> str | None:
    """The Hub's name of a base model; None where it has none, as the pocket model. Nobody's own path is told."""
    try:
        row = resolve(base_model)
    except StudioError:
        row = None
    is_on_hub = row is not None and family in _FAMILY_TAGS and _HUB_ID.fullmatch(row.source)
    return row.source if row is not None and is_on_hub else None


def card_text(
    request: PublishRequest, base_model: str | None, pictures: Sequence[tuple[str, SamplePicture]], files: Sequence[str]
) -> str:
    """README.md. `base_model`: its name on the Hub, or None; `pictures`: (path in the repository, what it shows)."""
    facts: dict[str, Any] = {
        "license": request.license or None,
        "base_model": base_model,
        "base_model_relation": "adapter" if base_model else None,
        "library_name": "diffusers",
        "pipeline_tag": "text-to-image",
        "instance_prompt": request.instance_prompt,
        "tags": tags_of(request),
        "widget": [_widget(path, picture) for path, picture in pictures] or None,
        OWN_FIELD: {"files": sorted(files), "subject": request.mark, "name": request.subject_name},
    }
    data = ModelCardData(**{name: value for name, value in facts.items() if value is not None})
    head = data.to_yaml()  # pyright: ignore[reportUnknownMemberType] - its line_break has no type
    return f"---\n{head}\n---\n\n{_body(request, base_model, bool(pictures))}"


def tags_of(request: PublishRequest) -> list[str]:
    """The tags by which the Hub files and shows a LoRA."""
    family = _FAMILY_TAGS.get(request.family, ())
    return ["text-to-image", "diffusers", "lora", "template:sd-lora", *family, "cuddle"]


def _widget(path: str, picture: SamplePicture) -> Mapping[str, Any]:
    row: dict[str, Any] = {"text": picture.prompt, "output": {"url": path}}
    if picture.negative_prompt:
        row["parameters"] = {"negative_prompt": picture.negative_prompt}
    return row


def _body(request: PublishRequest, base_model: str | None, has_pictures: bool) -> str:
    title = _plain(request.subject_name)
    stem = request.trigger_word
    family = in_english(BASE_MODELS[request.family].title) if request.family in BASE_MODELS else request.family
    if base_model:
        made_for = f"[{base_model}](https://huggingface.co/{base_model})"
    elif request.family in _FAMILY_TAGS:
        made_for = f"a {family} model"
    else:
        made_for = "the pocket model that comes with Cuddle; it fits no other model"
    parts = [
        f"# {title}",
        "<Gallery />" if has_pictures else "",
        f"A LoRA of {title} ({_plain(request.kind)}), made with Cuddle for {made_for}.",
        "## Trigger words",
        f"Write `{stem} {request.kind}` in the prompt, such as `{request.instance_prompt}`.",
        "## Files",
        f"- `{stem}.safetensors` for ComfyUI, A1111, Forge and InvokeAI: put it into the folder for LoRAs.\n"
        f"- `{DIFFUSERS_NAME}` for diffusers.",
        _code(request, base_model),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _code(request: PublishRequest, base_model: str | None) -> str:
    if base_model is None:
        return ""
    return (
        "```python\n"
        "import torch\n"
        "from diffusers import AutoPipelineForText2Image\n\n"
        f'pipeline = AutoPipelineForText2Image.from_pretrained("{base_model}", torch_dtype=torch.float16).to("cuda")\n'
        f'pipeline.load_lora_weights("{request.repository}", weight_name="{DIFFUSERS_NAME}")\n'
        f'picture = pipeline("{request.instance_prompt}").images[0]\n'
        "```"
    )


def _plain(text: str) -> str:
    """A person's words inside Markdown, where their own signs would mean something."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]()#+-.!|<>~&" else sign for sign in text)
