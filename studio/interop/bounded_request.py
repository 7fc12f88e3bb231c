"""What another program wrote, as a request of ours within Cuddle's bounds; what does not fit is said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from studio.checks import SEED_MAX, shown
from studio.errors import StudioError
from studio.interop.here import Here, base_model_called, no_such_base_model, subjects_meant
from studio.interop.infotext import LoraTag
from studio.jobs.requests import MAX_PROMPT, MAX_SIDE, MAX_STEPS, MIN_SIDE, PictureRequest
from studio.models.base_models import BaseModel
from studio.pictures.samplers import Sampler
from studio.prompts.reading import clean_prompt, expanded
from studio.words import Listing, Message, as_written, say

_BOUNDS = {
    "steps": ("found-steps", 1, MAX_STEPS),
    "guidance_scale": ("found-guidance-scale", 1, 30),
    "width": ("found-width", MIN_SIDE, MAX_SIDE),
    "height": ("found-height", MIN_SIDE, MAX_SIDE),
}
MAX_REMARK = 400  # characters of what was not taken over, in one sentence
MAX_REMARKS = 20  # such sentences; the largest of ComfyUI's example graphs needs 6


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundSettings:
    """What a picture says of how it was made: one picture's request, and what is missing of it.

    `program` made it; without `has_seed` the request's seed means nothing. `base_model` may be "auto".
    """

    request: PictureRequest
    program: str
    has_seed: bool
    remarks: tuple[Message, ...]


def bounded_settings(
    *,
    program: str,
    here: Here,
    prompt: str,
    negative_prompt: str,
    values: Mapping[str, float | None],
    sampler: Sampler | None,
    sampler_words: str,
    tags: Sequence[LoraTag],
    checkpoint: tuple[str, str],
    blending: str = "sum",
    unread: Sequence[str | Message],
    remarks: list[Message],
) -> FoundSettings:
    """One request out of what another program wrote. `sampler_words` are theirs where our sampler is not the same."""
    start = blank_request(here)
    model = base_model_called(*checkpoint, here)
    if model is None and checkpoint[0]:
        remarks.append(no_such_base_model(checkpoint[0]))
    if model is not None:
        start = replace(start, base_model=model.id, **_defaults(model))
    changes: dict[str, object] = {}
    for name, (_, low, high) in _BOUNDS.items():
        if (value := values.get(name)) is not None:
            changes[name] = _within(name, value, low, high, remarks, of=getattr(start, name))
    missing = [Message(called) for name, (called, *_) in _BOUNDS.items() if name not in changes]
    if missing:
        remarks.append(Message("found-missing", values=Listing(missing, most=None, style="comma")))
    if sampler is not None:
        changes["sampler"] = sampler.name
    if sampler is None or sampler_words:
        taken = sampler.name if sampler else start.sampler
        if sampler_words:
            remarks.append(Message("found-other-sampler", sampler=shown(sampler_words), chosen=taken))
        else:
            remarks.append(Message("found-no-sampler", chosen=taken))
    seed = values.get("seed")
    has_seed = seed is not None and seed == int(seed) and 0 <= seed <= SEED_MAX
    if has_seed:
        changes["seed"] = int(seed)  # type: ignore[arg-type]
    elif seed is not None:
        remarks.append(Message("found-seed-beyond", seed=_whole(seed), most=SEED_MAX))
    far, other = values.get("variation_strength"), values.get("variation_seed")
    if far is not None and other is not None:
        if 0 < far <= 1 and other == int(other) and 0 <= other <= SEED_MAX:
            changes |= {"variation_strength": float(far), "variation_seed": int(other)}
        else:
            remarks.append(Message("found-variation-beyond", strength=f"{far:g}", seed=_whole(other)))
    subjects, chosen = subjects_meant(tags, here, remarks)
    if len(subjects) > 1:
        changes["blending"] = blending
    words = _words("found-prompt", prompt, remarks)
    if not words and not chosen:
        remarks.append(Message("found-no-prompt"))
    remarks += _not_taken_over(unread)
    request = replace(
        start,
        prompt=expanded(words, chosen)[:MAX_PROMPT] or start.prompt,
        typed_prompt=words,
        negative_prompt=_words("found-negative-prompt", negative_prompt, remarks),
        subjects=tuple(subjects),
    )
    for name, value in changes.items():  # one by one: some do not go together
        try:
            request = replace(request, **{name: value})  # type: ignore[arg-type]
        except StudioError as error:
            remarks.append(error.message)
    return FoundSettings(request=request, program=program, has_seed=has_seed, remarks=tuple(remarks))


def _not_taken_over(unread: Sequence[str | Message]) -> list[Message]:
    """Sentences that name every one, each of a length that can be read."""
    lines: list[list[Message]] = []
    for one in unread:
        what = one if isinstance(one, Message) else as_written(shown(one, MAX_REMARK))
        if not lines or len("; ".join(map(say, [*lines[-1], what]))) > MAX_REMARK:
            lines.append([])
        lines[-1].append(what)
    told = [
        Message(
            "found-also-not-taken-over" if number else "found-not-taken-over",
            what=Listing(line, most=None, style="semicolon"),
        )
        for number, line in enumerate(lines)
    ]
    if len(told) > MAX_REMARKS:
        rest = sum(map(len, lines[MAX_REMARKS:]))
        told = [*told[:MAX_REMARKS], Message("found-more-nodes", count=rest)]
    return told


def blank_request(here: Here) -> PictureRequest:
    """A request that says nothing yet: what suits the base model."""
    return PictureRequest(
        prompt="a picture",
        typed_prompt="",
        negative_prompt="",
        subjects=(),
        seed=0,
        count=1,
        base_model="auto",
        **_defaults(here.automatic),  # type: ignore[arg-type]
    )


def _defaults(model: BaseModel) -> dict[str, object]:
    width, height = model.sizes[0]
    return {
        "sampler": model.default_sampler,
        "steps": model.default_steps,
        "guidance_scale": model.default_guidance_scale,
        "width": width,
        "height": height,
    }


def _within(name: str, value: float, low: int, high: int, remarks: list[Message], of: object) -> float:
    """A number as near to what was said as it may be: steps are whole, sides of pictures go by eight pixels."""
    fine = min(max(value, low), high)
    if name in ("width", "height"):
        fine = min(max(round(fine / 8) * 8, low), high)
    elif isinstance(of, int):
        fine = round(fine)
    if fine != value:
        called = Message(_BOUNDS[name][0])
        remarks.append(Message("found-nearest", value=called, given=f"{value:.10g}", near=float(fine)))
    return fine


def _words(called: str, text: str, remarks: list[Message]) -> str:
    words = clean_prompt(text)
    if len(words) > MAX_PROMPT:
        remarks.append(Message("found-long-text", value=Message(called), length=len(words), most=MAX_PROMPT))
    return words[:MAX_PROMPT].strip()


def _whole(number: float) -> str:
    return shown(number if isinstance(number, int) else f"{number:.0f}")
