"""Requests for pictures as nobody would write them: every value anywhere in its bounds, for tests of formats."""

from typing import Any

from hypothesis import reject
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.jobs.requests import PictureRequest, SubjectChoice
from studio.pictures.samplers import SAMPLERS

# One line of anything that can be shown, also signs that mean something to some format.
letters = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))
lines = st.text(letters, max_size=120) | st.text(st.sampled_from('abc ,:"\\\n<>{}()[]|=é🐈'), max_size=60).map(
    lambda text: text.replace("\n", " ")
)
prompts = lines.filter(lambda text: bool(text.strip()))
stems = st.text("abcXYZ019_.-", min_size=1, max_size=20)
sides = st.integers(8, 256).map(lambda eighths: eighths * 8)
strengths = st.floats(-2, 2)


@st.composite
def boxes(draw: st.DrawFn) -> tuple[float, float, float, float]:
    """left, top, right, bottom as parts of a picture."""
    left, right = sorted(draw(st.lists(st.floats(0, 1), min_size=2, max_size=2, unique=True)))
    top, bottom = sorted(draw(st.lists(st.floats(0, 1), min_size=2, max_size=2, unique=True)))
    return left, top, right, bottom


choices = st.builds(SubjectChoice, name=stems, strength=strengths, box=st.none() | boxes())


@st.composite
def picture_requests(draw: st.DrawFn) -> PictureRequest:
    """One picture's request. What does not go together, such as a sampler and its steps, is drawn anew."""
    values: dict[str, Any] = dict(
        prompt=draw(prompts),
        typed_prompt=draw(lines),
        negative_prompt=draw(lines),
        subjects=tuple(draw(st.lists(choices, max_size=8, unique_by=lambda choice: choice.name.casefold()))),
        sampler=draw(st.sampled_from(sorted(SAMPLERS))),
        steps=draw(st.integers(1, 150)),
        guidance_scale=draw(st.floats(1, 30)),
        seed=draw(st.integers(0, 2**64 - 1)),
        width=draw(sides),
        height=draw(sides),
        count=1,
        base_model="pocket",
        style=draw(lines),
    )
    try:
        return PictureRequest(**values)
    except StudioError:
        reject()


def picture_request(**changes: object) -> PictureRequest:
    """A plain one."""
    values: dict[str, object] = {
        "prompt": "a cat on the beach", "typed_prompt": "a cat on the beach", "negative_prompt": "blurry",
        "subjects": (), "sampler": "DPM++ 2M Karras", "steps": 30, "guidance_scale": 7.0, "seed": 3, "width": 1024,
        "height": 1024, "count": 1, "base_model": "pocket",
    }  # fmt: skip
    return PictureRequest(**(values | changes))  # type: ignore[arg-type]
