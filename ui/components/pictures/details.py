"""Everything that a picture was made from."""

from collections.abc import Mapping

from studio.interop.comfy.differences import differences, to_do_there
from studio.jobs.requests import PictureRequest
from studio.pictures.options import BLENDINGS
from studio.pictures.picture import Picture
from studio.pictures.samplers import sampler_named
from studio.words import Listing, Message, say, worded
from ui import words
from ui.components.markup import moment, table

_BLENDINGS: dict[str, str] = dict(zip(BLENDINGS, ("blend-apart", "blend-sum"), strict=True))


def picture_details_html(picture: Picture, likenesses: Mapping[str, float]) -> str:
    """All parameters of a picture, from its row, and how like its photos each subject is, 0..1, as far as known."""
    request = picture.request
    each = [Message("fact-subject", name=choice.name, strength=choice.strength) for choice in request.subjects]
    subjects = Listing(each, most=None, style="comma")
    own = picture.own_request
    rows = [
        (say("fact-prompt"), request.told_prompt),
        (say("avoid-label"), request.negative_prompt or say("fact-nothing-avoided")),
        (say("fact-subjects"), worded(subjects) if request.subjects else say("fact-no-subjects")),
        (say("sampler-label"), request.sampler),
        (say("steps-label"), str(request.steps)),
        (say("guidance-label"), words.number(request.guidance_scale)),
        (say("seed-label"), str(picture.seed)),
        (say("size-label"), say("fact-size", width=str(picture.width), height=str(picture.height))),
        *_more_rows(own),
        (say("base-model-label"), request.base_model),
        (say("fact-made-on"), moment(picture.created_at)),
    ]
    if likenesses:
        rows.insert(3, (say("fact-like-the-photos"), words.likenesses(likenesses)))
    if request.prompt != request.told_prompt:
        rows.insert(1, (say("fact-read-as"), request.prompt))
    if told := in_comfyui(own):
        rows.append((say("fact-in-comfyui"), told))
    if sampler_named(own.sampler).grid == "align":
        rows.append((say("fact-in-a1111"), say("a1111-aligned", sampler=own.sampler)))
    if picture.seconds is not None:
        rows.append((say("fact-took"), say("fact-seconds", seconds=round(picture.seconds, 1))))
    return table(rows)


def _more_rows(request: PictureRequest) -> list[tuple[str, str]]:
    rows = []
    if len(request.subjects) > 1:
        rows.append((say("blending-label"), say(_BLENDINGS[request.blending])))
    if request.variation_strength:
        strength, seed = request.variation_strength, str(request.variation_seed)
        rows.append((say("fact-variation"), say("fact-variation-of", strength=strength, seed=seed)))
    if request.start is not None:
        rows.append((say("fact-start"), say("fact-start-of", strength=request.start.strength)))
    if request.inpaint is not None:
        strength, who = request.inpaint.strength, Listing(request.inpaint.subjects, most=None)
        told = say("fact-part-who", names=who, strength=strength) if request.inpaint.subjects else None
        rows.append((say("fact-part"), told or say("fact-part-of", strength=strength)))
    if request.larger is not None:
        scale, strength = request.larger.scale, request.larger.strength
        rows.append((say("fact-larger"), say("fact-larger-by", scale=scale, strength=strength)))
    if request.grid is not None:
        sides = [axis.title for axis in (request.grid.x, request.grid.y) if axis is not None]
        rows.append((say("fact-compares"), worded(Listing(sides))))
    return rows


def in_comfyui(request: PictureRequest) -> str:
    """What to know of the picture's graph there, in sentences; "" where it makes the same picture by itself."""
    told = differences(request)
    return " ".join([*([say("comfyui-differs")] if told else []), *map(say, [*told, *to_do_there(request)])])
