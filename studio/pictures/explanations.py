"""How a finished picture came about, shown on itself: its denoising, and what one parameter at a time does to it.

What is made for that is no picture of the person's own: it has no row, is in no album, lies in a folder of its
picture's, explained/<picture id>/, and goes with it. The job of a topic has an id that follows from the picture's, so
that whoever asks again finds what was made.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from studio.errors import NotFound, StudioError
from studio.jobs.explanations import ExplanationRequest, ExplanationResult, Topic, topic_named
from studio.jobs.job import ENDED, Job, JobKind, JobState
from studio.jobs.queue import JobQueue
from studio.jobs.requests import PictureRequest
from studio.kept_files import kept_file
from studio.models.base_models import resolve
from studio.paths import REPOSITORY
from studio.people.person import Person
from studio.pictures.picture import Picture
from studio.pictures.pictures import Pictures
from studio.pictures.samplers import SAMPLERS, sampler_named
from studio.store import Store
from studio.subjects.subjects import Subjects
from studio.words import Listing, Message

SAMPLE_FOLDER = REPOSITORY / "studio" / "samples" / "explained"  # benchmarks/pocket/make_explained.py
SAMPLE_FACTS = "explained.json"
PLACES = ("in the snow", "on the beach")  # the first that a prompt does not name stands in for where it says
NOBODY = "a picture"  # what is left of a prompt that names nobody
STRENGTHS = (0.0, 0.5)
# Which two stand for the others: one that mixes in fresh noise at every step, and those that do not.
OTHER_SAMPLERS = ("Euler a", "DPM++ 2M Karras", "Euler")
OTHER_SAMPLERS_OF_FLOW = ("Euler", "Heun", "DPM++ 2M")  # they work on every base model
LOW_GUIDANCE, HIGH_GUIDANCE, MOST_GUIDANCE = 1.0, 3.0, 30.0  # the second: so many times the picture's own


@dataclass(frozen=True, kw_only=True, slots=True)
class Explanation:
    """One topic on a picture.

    Attributes:
        job: the job that makes it, or made it; None where nobody asked yet.
        request, result: what was asked for and what came of it, once it is there.
        obstacle: why it cannot be shown on this picture; None where it can.
    """

    topic: Topic
    job: Job | None = None
    request: ExplanationRequest | None = None
    result: ExplanationResult | None = None
    obstacle: Message | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class SamplePicture:
    """A picture of the samples with all of its explanations, for who has no picture yet. Files are absolute."""

    file: Path
    request: PictureRequest
    explanations: Sequence[Explanation]

    def path(self, file: str) -> Path:
        """Where a file of its explanations lies."""
        return self.file.parent / file


class Explanations:
    """Shows how a person's pictures came about."""

    def __init__(self, store: Store, queue: JobQueue, subjects: Subjects, pictures: Pictures) -> None:
        self._store = store
        self._queue = queue
        self._subjects = subjects
        self._pictures = pictures

    def explain(self, person: Person, id: str, topic: str) -> Job:
        """Queue what shows a topic (studio.jobs.explanations.Topic) on a picture; what is made already stays.

        Gives its job, which is done where it was made before. Errors: NotFound; StudioError for a topic that cannot be
        shown on this picture, with why.
        """
        picture, chosen = self._pictures.get(person, id), topic_named(topic)
        found = self.of(person, id)[list(Topic).index(chosen)]
        if found.obstacle is not None:
            raise StudioError(found.obstacle)
        if found.job is None:
            request = self._request(person, picture, chosen)
            return self._queue.add(person, JobKind.EXPLAIN, request, request.work, _job_id(id, chosen))
        if found.job.state in (JobState.FAILED, JobState.CANCELLED):
            return self._queue.retry(person, found.job.id)
        return found.job

    def of(self, person: Person, id: str) -> list[Explanation]:
        """Where every topic stands on a picture, in the order of Topic. Errors: NotFound."""
        picture = self._pictures.get(person, id)
        jobs = self._store.jobs.of_ids(person, [_job_id(id, topic) for topic in Topic])
        return [self._one(person, picture, topic, jobs.get(_job_id(id, topic))) for topic in Topic]

    def stop(self, person: Person, id: str, topic: str) -> Job:
        """Stop what is made for a topic of a picture. Errors: NotFound; StudioError where nothing is."""
        return self._queue.cancel(person, _job_id(self._pictures.get(person, id).id, topic_named(topic)))

    def files(self, person: Person, id: str, topic: str) -> list[Path]:
        """The files of a topic that is made, in the order of its frames or variants. Errors: NotFound."""
        found = self.of(person, id)[list(Topic).index(topic_named(topic))]
        if found.result is None:
            raise NotFound("explanation-not-made")
        return [kept_file(self._store.files, file) for file in found.result.files]

    def sample(self) -> SamplePicture | None:
        """The picture that is shown to whoever has none yet; None where it was left out."""
        return sample_picture(SAMPLE_FOLDER)

    def _one(self, person: Person, picture: Picture, topic: Topic, job: Job | None) -> Explanation:
        if job is not None and job.state is JobState.DONE and isinstance(job.request, ExplanationRequest):
            result = ExplanationResult.from_json(job.result or {})
            return Explanation(topic=topic, job=job, request=job.request, result=result)
        if job is not None and job.state not in ENDED:
            return Explanation(topic=topic, job=self._queue.get(person, job.id))  # with its place in the queue
        return Explanation(topic=topic, job=job, obstacle=self._obstacle(person, picture, topic))

    def _obstacle(self, person: Person, picture: Picture, topic: Topic) -> Message | None:
        request = picture.own_request
        if request.grid is not None:
            return Message("how-no-sheet")
        missing = [choice.name for choice in request.subjects if not self._is_ready(person, choice.name)]
        if missing:
            return Message("how-subjects-gone", names=Listing(missing, most=None), count=len(missing))
        try:
            resolve(request.base_model)
        except StudioError:
            return Message("how-model-gone")
        if topic is Topic.LORA and not request.subjects:
            return Message("how-no-subject")
        if topic is Topic.SAMPLER and sampler_named(request.sampler).loras:
            return Message("how-sampler-alone", sampler=request.sampler)
        return None

    def _is_ready(self, person: Person, name: str) -> bool:
        try:
            return bool(self._subjects.ready(person, name))
        except StudioError:
            return False

    def _request(self, person: Person, picture: Picture, topic: Topic) -> ExplanationRequest:
        own = picture.own_request
        variants = () if topic is Topic.DENOISING else self._variants(person, own, topic)
        return ExplanationRequest(picture_id=picture.id, topic=topic, picture=own, variants=tuple(variants))

    def _variants(self, person: Person, own: PictureRequest, topic: Topic) -> list[PictureRequest]:
        match topic:
            case Topic.PROMPT:
                return [self._with_prompt(person, own, typed) for typed in other_prompts(own)]
            case Topic.GUIDANCE:
                return [replace(own, guidance_scale=scale) for scale in other_guidance(own.guidance_scale)]
            case Topic.SAMPLER:
                return [replace(own, sampler=name) for name in other_samplers(own)]
            case Topic.SEED:
                return [replace(own, seed=seed) for seed in other_seeds(own.seed)]
            case Topic.LORA:
                return [_with_strength(own, strength) for strength in STRENGTHS]
            case Topic.DENOISING:
                return []

    def _with_prompt(self, person: Person, own: PictureRequest, typed: str) -> PictureRequest:
        options = {"style": own.style}
        subjects = [choice.to_json() for choice in own.subjects]
        words = self._pictures.read_prompt(person, typed, own.negative_prompt, subjects, options)
        return replace(own, typed_prompt=typed, prompt=words.prompt, readings={})


def other_prompts(own: PictureRequest) -> list[str]:
    """The prompt without anything but who is in the picture, and the same in another place; never the picture's own."""
    who = " and ".join(choice.name for choice in own.subjects) or NOBODY
    place = next(one for one in PLACES if one not in own.told_prompt.casefold())
    return [typed for typed in (who, f"{who} {place}") if typed.casefold() != own.told_prompt.casefold()]


def other_guidance(own: float) -> list[float]:
    """A guidance scale at which the words hardly count, and one at which they count too much."""
    high = min(MOST_GUIDANCE, round(max(own * HIGH_GUIDANCE, own + 4)))
    return [scale for scale in (LOW_GUIDANCE, high) if scale != own]


def other_samplers(own: PictureRequest) -> list[str]:
    """Two other samplers that work on whatever the picture's own works on, at its number of steps."""
    row = sampler_named(own.sampler)
    names = OTHER_SAMPLERS_OF_FLOW if row.flow_class else OTHER_SAMPLERS
    return [name for name in names if name != own.sampler and own.steps <= SAMPLERS[name].most_steps][:2]


def other_seeds(own: int) -> list[int]:
    """Two other seeds."""
    return [own - 1, own - 2] if own > 2**32 else [own + 1, own + 2]


def sample_picture(folder: Path) -> SamplePicture | None:
    """The sample in a folder that benchmarks/pocket/make_explained.py filled; None where there is none."""
    try:
        facts = json.loads((folder / SAMPLE_FACTS).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    explanations = [
        Explanation(
            topic=topic_named(one["request"]["topic"]),
            request=ExplanationRequest.from_json(one["request"]),
            result=ExplanationResult.from_json(one["result"]),
        )
        for one in facts["explanations"]
    ]
    request = PictureRequest.from_json(facts["picture"])
    return SamplePicture(file=folder / facts["file"], request=request, explanations=explanations)


def _with_strength(own: PictureRequest, strength: float) -> PictureRequest:
    return replace(own, subjects=tuple(replace(choice, strength=strength) for choice in own.subjects))


def _job_id(picture_id: str, topic: Topic) -> str:
    return f"{picture_id}-{topic}"
