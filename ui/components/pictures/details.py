"""Everything that a picture was made from."""

from collections.abc import Mapping

from studio.interop.comfy.differences import differences, to_do_there
from studio.jobs.requests import PictureRequest
from studio.pictures.options import BLENDINGS
from studio.pictures.picture import Picture
from studio.pictures.samplers import sampler_named
from studio.words import say
from ui import words
from ui.components.markup import moment, table

_BLENDINGS: dict[str, str] = dict(zip(BLENDINGS, (say("blend-apart"), say("blend-sum")), strict=True))


def picture_details_html(picture: Picture, likenesses: Mapping[str, float]) -> str:
    """All parameters of a picture, from its row, and how like its photos each subject is, 0..1, as far as known."""
    request = picture.request
    subjects = ", ".join(f"{choice.name} (likeness strength {choice.strength:g})" for choice in request.subjects)
    own = picture.own_request
    rows = [
        ("Prompt", request.told_prompt),
        ("Things to avoid", request.negative_prompt or "nothing"),
        ("Subjects", subjects or "none"),
        ("Sampler", request.sampler),
        ("Steps", str(request.steps)),
        ("Guidance scale", f"{request.guidance_scale:g}"),
        ("Seed", str(picture.seed)),
        ("Size", f"{picture.width} × {picture.height}"),
        *_more_rows(own),
        ("Base model", request.base_model),
        ("Made on", moment(picture.created_at)),
    ]
    if likenesses:
        rows.insert(3, ("Like the photos", words.likenesses(likenesses)))
    if request.prompt != request.told_prompt:
        rows.insert(1, ("Read as", request.prompt))
    if told := in_comfyui(own):
        rows.append(("In ComfyUI", told))
    if sampler_named(own.sampler).grid == "align":
        rows.append(("In A1111", say("a1111-aligned", sampler=own.sampler)))
    if picture.seconds is not None:
        rows.append(("Took", f"{picture.seconds:.1f} seconds"))
    return table(rows)


def _more_rows(request: PictureRequest) -> list[tuple[str, str]]:
    rows = []
    if len(request.subjects) > 1:
        rows.append(("Several subjects", _BLENDINGS[request.blending]))
    if request.variation_strength:
        rows.append(("Variation", f"{request.variation_strength:g}, number {request.variation_seed}"))
    if request.start is not None:
        rows.append(("Started from", f"a picture that may change by {request.start.strength:g}"))
    if request.larger is not None:
        rows.append(("Made larger", f"{request.larger.scale:g} times, may change by {request.larger.strength:g}"))
    if request.grid is not None:
        sides = [say(axis.title) for axis in (request.grid.x, request.grid.y) if axis is not None]
        rows.append(("Compares", " and ".join(sides)))
    return rows


def in_comfyui(request: PictureRequest) -> str:
    """What to know of the picture's graph there, in sentences; "" where it makes the same picture by itself."""
    told = differences(request)
    return " ".join([*([say("comfyui-differs")] if told else []), *map(say, [*told, *to_do_there(request)])])
