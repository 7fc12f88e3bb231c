"""Everything that a picture was made from."""

from studio.pictures import Picture
from ui import words
from ui.components.markup import table


def picture_details_html(picture: Picture) -> str:
    """All parameters of a picture, from its row."""
    request = picture.request
    subjects = ", ".join(f"{choice.name} (likeness strength {choice.strength:g})" for choice in request.subjects)
    rows = [
        ("Prompt", request.told_prompt),
        ("Things to avoid", request.negative_prompt or "nothing"),
        ("Subjects", subjects or "none"),
        ("Sampler", request.sampler),
        ("Steps", str(request.steps)),
        ("Guidance scale", f"{request.guidance_scale:g}"),
        ("Seed", str(picture.seed)),
        ("Size", f"{picture.width} × {picture.height}"),
        ("Base model", request.base_model),
        ("Made on", words.day_and_time(picture.created_at)),
    ]
    if request.prompt != request.told_prompt:
        rows.insert(1, ("Read as", request.prompt))
    if picture.seconds is not None:
        rows.append(("Took", f"{picture.seconds:.1f} seconds"))
    return table(rows)
