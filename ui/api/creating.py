"""Asking for pictures, and what they begin from."""

from typing import Any

import gradio as gr
from gradio.events import api

from studio.pictures.options import INPAINT_STRENGTH
from studio.studio import Studio
from studio.words import say
from ui.api.endpoints import endpoint, texts
from ui.errors import explained
from ui.forms import wire
from ui.forms.found import found_row
from ui.people import asking


def add_creating(studio: Studio) -> None:
    @explained
    def create(
        prompt: str,
        negative_prompt: str = "",
        subjects: list[dict[str, Any]] = [],  # noqa: B006 - gradio reads it as the default, nothing changes it
        sampler: str | None = None,
        steps: int | None = None,
        guidance_scale: float | None = None,
        seed: int = -1,
        width: int | None = None,
        height: int | None = None,
        count: int = 1,
        base_model: str = "auto",
        options: dict[str, Any] = {},  # noqa: B006
    ) -> dict[str, Any]:
        """Queue pictures. Subjects: {"name", "strength", "box"}; None is the base model's own; seed -1 is drawn.

        Options: variation_seed, variation_strength (0 to 1, pictures near that of the seed); start: {"picture": an id,
        or "file": from /keep_start, "strength"}; larger: true or {"scale", "strength"}; grid: "strip" or
        {"x": {"name", "values"}, "y": ...} with strength, strength:NAME, prompt, negative_prompt, sampler, steps,
        guidance_scale, seed, size, variation_strength, start_strength, larger_strength; blending: "apart" (each of
        several subjects keeps to its own place) or "sum"; readings: "name" or "word" by a subject's name, or its name
        and a number ("Rose 2": the second place in the prompt where it may be named); style: words that come after the
        prompt. What was seen of each is in the
        job's result; "read_as" is the prompt in the model's words, "remarks" say what was not done as it was written.
        """
        wish: dict[str, Any] = {
            "prompt": prompt,
            "negative_prompt": negative_prompt,
            "subjects": subjects,
            "options": options,
        }
        words = studio.pictures.read_prompt(asking(), **wish)
        job = studio.pictures.create(
            asking(),
            **wish,
            sampler=sampler,
            steps=steps,
            guidance_scale=guidance_scale,
            seed=seed,
            width=width,
            height=height,
            count=count,
            base_model=base_model,
        )
        return {"job_id": job.id, "read_as": words.prompt, "remarks": [say(one) for one in words.remarks]}

    @explained
    def draw_again(
        id: str,
        mask: str | None,
        box: list[float] | None,
        prompt: str,
        subjects: list[str] | None,
        strength: float,
        count: int,
        seed: int,
    ) -> dict[str, Any]:
        """Queue pictures like one with a part of it drawn again; around the part every pixel stays.

        The part: a mask (what is painted on a see-through picture, or else what is bright), a box [left, top, right,
        bottom] in 0 to 1, or where the named subjects are. Without a prompt it is the picture's own; without subjects
        those of the picture who are there.
        """
        job = studio.pictures.draw_again(
            asking(),
            wire.an_id("field-picture-id", id),
            mask=wire.files(mask)[0] if mask else None,
            box=box,
            prompt=prompt,
            subjects=[wire.an_id("field-name", name) for name in subjects or []],
            strength=strength,
            count=count,
            seed=seed,
        )
        part = job.request.to_json()["inpaint"]
        return {"job_id": job.id, "subjects": part["subjects"]}

    @explained
    def keep_start(file: str | None) -> dict[str, Any]:
        """Keep a picture for others to start from. Gives its name for /create's option "start"."""
        return {"file": studio.init_images.keep(asking(), wire.files(file)[0])}

    @explained
    def read_picture(file: str | None) -> dict[str, Any]:
        """How a PNG, JPEG or WebP of Cuddle, A1111 or ComfyUI was made: "parameters" are what /create takes.

        "remarks" say in sentences what was not taken over.
        """
        return found_row(studio.metadata.read(asking(), wire.files(file)[0]))

    api(create, api_name="create")
    upload: dict[str, Any] = {"file": gr.File(visible=False, interactive=True)}
    endpoint(keep_start, "keep_start", upload, [gr.JSON(visible=False)])
    again: dict[str, Any] = {
        **texts(id=None),
        "mask": gr.File(visible=False, interactive=True),
        "box": gr.JSON(value=None, visible=False),
        **texts(prompt=""),
        "subjects": gr.JSON(value=[], visible=False),
        "strength": gr.Number(value=INPAINT_STRENGTH, visible=False),
        "count": gr.Number(value=1, precision=0, visible=False),
        "seed": gr.Number(value=-1, precision=0, visible=False),
    }
    endpoint(draw_again, "draw_again", again, [gr.JSON(visible=False)])
    dropped = {"file": gr.File(visible=False, interactive=True)}
    endpoint(read_picture, "read_picture", dropped, [gr.JSON(visible=False)])
