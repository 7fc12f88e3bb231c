""" "Draw a part again", over an opened picture (ui/assets/pictures/part_again.js)."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import gradio as gr

from studio.errors import StudioError, storage_error
from studio.jobs.job import Job
from studio.jobs.requests import MAX_PROMPT
from studio.pictures.options import INPAINT_STRENGTH
from studio.pictures.pictures import Pictures
from studio.words import say
from ui.components.scripts import script
from ui.errors import in_sentences
from ui.forms import wire
from ui.forms.field_names import as_on_page
from ui.forms.values import checked
from ui.people import asking

MASK_SIDE = 512  # pixels at most, of what is painted
STRENGTHS = {"part-again-little": 0.4, "part-again-clearly": INPAINT_STRENGTH, "part-again-anew": 0.8}
MOST = 4  # pictures at a time
_SORTS = {"prompt": str, "strength": float, "count": int}


def part_again(pictures: Pictures) -> gr.HTML:
    """The component; once on the page, beside the lightbox. Its event `drawn` brings {"id": the job's id}."""

    @in_sentences
    def people_in(id: object) -> dict[str, Any]:
        picture = pictures.get(asking(), wire.an_id("field-picture-id", id))
        boxes = pictures.boxes(asking(), picture.id)
        return {
            "prompt": picture.own_request.typed_prompt,
            "people": [[name, say("part-again-person", name=name), list(box)] for name, box in boxes.items()],
        }

    @in_sentences
    def draw_again(wish: object) -> dict[str, str]:
        try:
            return {"job": _drawn_again(pictures, wish).id}
        except StudioError as error:
            raise StudioError(as_on_page(error.message)) from error

    return gr.HTML(
        "",
        elem_id="part-again-place",
        html_template="",
        js_on_load=script(
            "page/nodes",
            "pictures/snackbar",
            "photos/frame",
            "pictures/back",
            "pictures/part_again",
            words=_words(),
            strengths=[[f"{strength:g}", say(key)] for key, strength in STRENGTHS.items()],
            numbers={"side": MASK_SIDE, "count": MOST, "strength": f"{INPAINT_STRENGTH:g}", "letters": MAX_PROMPT},
        ),
        apply_default_css=False,
        server_functions=[people_in, draw_again],
    )


def _drawn_again(pictures: Pictures, wish: object) -> Job:
    """Queue what the page asks for. Errors: as Pictures.draw_again()."""
    given = checked({name: wire.event_value(wish, name) for name in _SORTS}, _SORTS)
    id, subjects, mask = (wire.event_value(wish, name) for name in ("id", "subjects", "mask"))
    picture = wire.an_id("field-picture-id", id)
    given["box"] = wire.event_value(wish, "box")
    given["subjects"] = wire.ids("request-subject-name", subjects) if subjects else []
    if mask is None:
        return pictures.draw_again(asking(), picture, **given)
    content = wire.a_small_png(mask, MASK_SIDE)
    try:
        with TemporaryDirectory() as folder:
            file = Path(folder) / "mask.png"
            file.write_bytes(content)
            return pictures.draw_again(asking(), picture, mask=file, **given)
    except OSError as error:
        raise storage_error(error, "mask.png") from error


def _words() -> Mapping[str, str]:
    return {
        "title": say("part-again"),
        "back": say("part-again-back"),
        "which": say("part-again-which"),
        "people": say("part-again-somebody"),
        "paint": say("part-again-paint"),
        "box": say("part-again-frame"),
        "people_help": say("part-again-somebody-help"),
        "paint_help": say("part-again-paint-help"),
        "box_help": say("part-again-frame-help"),
        "canvas": say("part-again-canvas"),
        "brush": say("part-again-brush"),
        "undo": say("album-undo"),
        "clear": say("part-again-clear"),
        "erase": say("part-again-erase"),
        "frame": say("part-again-frame-keys"),
        "left": say("crop-left"),
        "top": say("crop-top"),
        "right": say("crop-right"),
        "bottom": say("crop-bottom"),
        "prompt": say("part-again-prompt"),
        "prompt_help": say("part-again-prompt-help"),
        "strength": say("part-again-strength"),
        "count": say("count-label"),
        "go": say("part-again-go"),
        "people_none": say("part-again-nobody"),
        "paint_none": say("part-again-nothing"),
        "away": say("server-away"),
    }
