""" "How it works": a picture's own denoising, and one thing of it changed at a time.

Any element with data-how="<picture id>" opens it, and one with data-how="" opens it on the newest picture
(ui/assets/pictures/how_it_works.js).
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import gradio as gr

from studio.jobs.explanations import ExplanationRequest, ExplanationResult, Frame, Topic
from studio.jobs.job import Job, JobCommand, JobState
from studio.jobs.requests import PictureRequest
from studio.pictures.explanations import Explanation, Explanations, SamplePicture
from studio.pictures.picture import Picture
from studio.pictures.pictures import Pictures
from studio.words import Listing, Message, say
from ui import words
from ui.components.markup import text
from ui.components.scripts import script
from ui.errors import in_sentences
from ui.forms import wire
from ui.people import asking
from ui.served_files import ServedFiles

LONGEST_SIDE = 768  # pixels of what is shown
NEARLY = 2.0  # of 255 on average: nobody sees that
EARLY, MIDDLE = 0.35, 0.7  # parts of a picture's steps: large shapes before the first, small things after the second

Address = Callable[[str], str]  # from a file of an explanation to where the browser finds it


def how_card() -> gr.HTML:
    """What leads there from Home."""
    return gr.HTML(_card(), elem_id="how-card", apply_default_css=False)


def how_it_works(explanations: Explanations, pictures: Pictures, served: ServedFiles) -> gr.HTML:
    """The component; once on the page, beside the lightbox. Its event `again` brings {"id": picture id}."""

    def view_of(picture: Picture) -> dict[str, Any]:
        def address(file: str) -> str:
            return served.url_of(file)

        own, found = picture.own_request, explanations.of(asking(), picture.id)
        url = served.url_of(picture.file, longest_side=LONGEST_SIDE)
        return {
            "id": picture.id,
            "url": url,
            "alt": own.told_prompt,
            "width": picture.width,
            "height": picture.height,
            "intro": say("how-intro"),
            "topics": [_topic(one, own, address, url) for one in found],
        }

    @in_sentences
    def shown(id: object) -> dict[str, Any]:
        if id:
            return view_of(pictures.get(asking(), wire.an_id("field-picture-id", id)))
        own = [one for one in pictures.list(asking(), limit=20) if one.own_request.grid is None]
        if own:
            return view_of(own[0])
        sample = explanations.sample()
        return {"intro": say("how-nothing"), "topics": []} if sample is None else _of_sample(sample, served)

    @in_sentences
    def explain(wish: object) -> dict[str, Any]:
        id, topic = (wire.an_id(f"field-{name}", wire.event_value(wish, key)) for name, key in _WISH)
        explanations.explain(asking(), id, topic)
        return view_of(pictures.get(asking(), id))

    @in_sentences
    def stop(wish: object) -> dict[str, Any]:
        id, topic = (wire.an_id(f"field-{name}", wire.event_value(wish, key)) for name, key in _WISH)
        explanations.stop(asking(), id, topic)
        return view_of(pictures.get(asking(), id))

    return gr.HTML(
        "",
        elem_id="how-place",
        html_template="",
        js_on_load=script("page/nodes", "pictures/snackbar", "pictures/back", "pictures/how_it_works", words=_words()),
        apply_default_css=False,
        server_functions=[shown, explain, stop],
    )


_STAGES = {"layout": "layout", "hires_fix": "larger", "detailer": "closer"}
_WISH = (("picture-id", "id"), ("topic", "topic"))


def _card() -> str:
    return (
        f'<section class="how-card"><p>{text(say("how-card"))}</p>'
        f'<button type="button" class="big-button second" data-how="">{text(say("how-it-works"))}</button></section>'
    )


def _of_sample(sample: SamplePicture, served: ServedFiles) -> dict[str, Any]:
    def address(file: str) -> str:
        return served.url_of(sample.path(file))

    url = served.url_of(sample.file)
    return {
        "id": "",
        "url": url,
        "alt": sample.request.told_prompt,
        "width": sample.request.width,
        "height": sample.request.height,
        "intro": say("how-intro-sample", prompt=sample.request.told_prompt),
        "topics": [_topic(one, sample.request, address, url) for one in sample.explanations],
    }


def _topic(found: Explanation, own: PictureRequest, address: Address, url: str) -> dict[str, Any]:
    """A topic as the page shows it."""
    names = Listing([choice.name for choice in own.subjects], most=None)
    row: dict[str, Any] = {
        "topic": found.topic.value,
        "title": say(f"how-{found.topic}"),
        "help": _help(found.topic, own, names),
        "obstacle": say(found.obstacle) if found.obstacle else "",
        "standing": _standing(found.job),
    }
    if found.result is None or found.request is None:
        return row
    if found.topic is Topic.DENOISING:
        return {**row, "frames": _frames(found.result.frames, own, address), "said": _sameness(found.result)}
    other = say("how-other-recipe", names=names) if own.subjects else say("how-other-recipe-nobody")
    return {
        **row,
        "variants": _variants(found.request, found.result, address, url),
        "said": "" if found.result.is_same_recipe else other,
    }


def _help(topic: Topic, own: PictureRequest, names: Listing) -> str:
    if topic is Topic.LORA:
        return say("how-lora-help", names=names) if own.subjects else say("how-lora-help-nobody")
    return say(f"how-{topic}-help")


def _standing(job: Job | None) -> dict[str, Any] | None:
    """Where a job stands that is not done; None where nothing is on its way and nothing went wrong."""
    if job is None or job.state in (JobState.DONE, JobState.CANCELLED):
        return None
    return {
        "live": words.is_live(job),
        "said": words.job_standing(job),
        "part": round(words.done_part(job), 3),
        "stops": job.may_be(JobCommand.CANCEL),
    }


def _frames(frames: Sequence[Frame], own: PictureRequest, address: Address) -> list[dict[str, str]]:
    is_laid_out = any(one.stage == "layout" for one in frames)
    return [
        {
            "noisy": address(one.noisy_file),
            "guess": address(one.predicted_file),
            "step": _step(one),
            "said": say(f"how-frame-{_phase(one, own, is_laid_out)}"),
        }
        for one in frames
    ]


def _step(frame: Frame) -> str:
    if frame.step == 0:
        return say("how-step-done")
    key = {"layout": "how-step-layout", "hires_fix": "how-step-larger"}.get(frame.stage, "how-step")
    return say(key, step=frame.step, steps=frame.steps)


def _phase(frame: Frame, own: PictureRequest, is_laid_out: bool) -> str:
    """Which of the phases of a picture a frame belongs to."""
    if frame.stage != "picture":
        is_first = frame.stage == "layout" and frame.step == 1
        return "noise" if is_first else _STAGES.get(frame.stage, "done")
    if frame.step == 1:
        if own.inpaint is not None:
            return "part"
        return "start" if own.start is not None else "again" if is_laid_out else "noise"
    part = frame.step / frame.steps
    return "shapes" if part <= EARLY else "who" if part <= MIDDLE else "details"


def _sameness(result: ExplanationResult) -> str:
    """Whether the last of the strip is the picture itself."""
    if result.difference == 0:
        return say("how-same")
    return say("how-nearly-same" if (result.difference or 0) < NEARLY else "how-not-same")


def _variants(
    request: ExplanationRequest, result: ExplanationResult, address: Address, url: str
) -> list[dict[str, str]]:
    """The picture itself and its variants: by what is changed where that is a number, else itself first."""
    own = _value(request.topic, request.picture, is_own=True)
    shown = [(_order(request.topic, request.picture), {"url": url, "value": say("how-yours", value=own), "said": ""})]
    for one, made in zip(request.variants, result.variants, strict=True):
        percent = round(100 * made.changed)
        said = say("how-changed", percent=str(percent)) if percent else say("how-unchanged")
        row = {"url": address(made.file), "value": _value(request.topic, one), "said": said}
        shown.append((_order(request.topic, one), row))
    return [row for _, row in sorted(shown, key=lambda pair: pair[0])]


def _order(topic: Topic, request: PictureRequest) -> float:
    if topic is Topic.GUIDANCE:
        return request.guidance_scale
    return sum(choice.strength for choice in request.subjects) if topic is Topic.LORA else 0.0


def _value(topic: Topic, request: PictureRequest, *, is_own: bool = False) -> str:
    """What a topic's parameter is in a picture, in words."""
    if topic is Topic.PROMPT:
        return say("how-value-prompt", prompt=request.told_prompt)
    if topic is Topic.GUIDANCE:
        return say("axis-number", axis=Message("guidance-label"), value=request.guidance_scale)
    if topic is Topic.SAMPLER:
        return request.sampler
    if topic is Topic.SEED:
        return say("axis-number", axis=Message("seed-label"), value=request.seed)
    strengths = {choice.strength for choice in request.subjects}
    if strengths == {0.0}:
        return say("how-value-lora-none")
    if is_own and strengths != {1.0}:
        return say("how-value-lora-own")
    return say("how-value-lora", percent=str(round(100 * max(strengths))))


def _words() -> Mapping[str, str]:
    return {
        "title": say("how-it-works"),
        "of_picture": say("how-this-picture"),
        "back": say("how-back"),
        "one_thing": say("how-one-thing"),
        "one_thing_help": say("how-one-thing-help"),
        "show": say("how-show"),
        "again": say("how-show-again"),
        "stop": say("how-stop"),
        "play": say("how-play"),
        "done": say("how-step-done"),
        "working": say("how-working"),
        "has": say("how-has"),
        "guesses": say("how-guesses"),
        "slide": say("how-slide"),
        "alt_has": say("how-alt-has", step="{step}"),
        "alt_guesses": say("how-alt-guesses", step="{step}"),
        "try": say("how-try"),
        "try_help": say("how-try-help"),
        "away": say("server-away"),
    }
