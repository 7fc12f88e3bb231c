"""What a person asks of a finished picture to see how it came about, frozen when it is queued, and what came of it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from studio.checks import one_line, one_of, relative_file
from studio.errors import StudioError
from studio.jobs.requests import PictureRequest, SubjectChoice, stored_values

MAX_VARIANTS = 4


class Topic(StrEnum):
    """What is shown on a picture: its own denoising, or what one of its parameters does."""

    DENOISING = "denoising"
    PROMPT = "prompt"
    GUIDANCE = "guidance"
    SAMPLER = "sampler"
    SEED = "seed"
    LORA = "lora"


@dataclass(frozen=True, kw_only=True, slots=True)
class ExplanationRequest:
    """One topic on one finished picture. Errors: StudioError.

    Attributes:
        picture_id: the picture's.
        topic: what is shown on it.
        picture: the request that made it, for one picture.
        variants: the same with one thing changed, a picture each; for Topic.DENOISING none.
    """

    picture_id: str
    topic: Topic
    picture: PictureRequest
    variants: tuple[PictureRequest, ...] = ()

    def __post_init__(self) -> None:
        one_line("field-picture-id", self.picture_id, shortest=1, longest=100)
        if bool(self.variants) == (self.topic is Topic.DENOISING) or len(self.variants) > MAX_VARIANTS:
            raise StudioError("explanation-variants", count=len(self.variants), most=MAX_VARIANTS)

    @property
    def base_model(self) -> str:
        """The id of the base model that it is made on."""
        return self.picture.base_model

    @property
    def subjects(self) -> tuple[SubjectChoice, ...]:
        """Those whose LoRAs it needs."""
        return self.picture.subjects

    @property
    def files(self) -> tuple[str, ...]:
        """The files that it is made from, relative to the data folder."""
        return self.picture.files

    @property
    def made(self) -> tuple[PictureRequest, ...]:
        """The pictures that are made for it, in order."""
        return self.variants or (self.picture,)

    @property
    def work(self) -> int:
        """What it costs, in steps."""
        return sum(one.work for one in self.made)

    def to_json(self) -> dict[str, Any]:
        """The request as plain JSON values."""
        return {
            "picture_id": self.picture_id,
            "topic": self.topic.value,
            "picture": self.picture.to_json(),
            "variants": [one.to_json() for one in self.variants],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "ExplanationRequest":
        """The request that to_json() wrote. Errors: StudioError."""
        values = stored_values(cls, data)
        values["topic"] = topic_named(values["topic"])
        values["picture"] = PictureRequest.from_json(values["picture"])
        values["variants"] = tuple(PictureRequest.from_json(one) for one in values["variants"])
        return cls(**values)


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """A moment of a picture's denoising. Files are relative to the data folder.

    Attributes:
        stage: the run that it belongs to, one of pipeline.generate.Stage; "done" for the finished picture, "detailer"
            for one in which small figures were drawn closer after all steps.
        step, steps: of that run; the first is 1. Both are 0 of the finished picture.
        noisy_file: what the model looked at.
        predicted_file: what it took the finished picture for then.
    """

    stage: str
    step: int
    steps: int
    noisy_file: str
    predicted_file: str

    def __post_init__(self) -> None:
        relative_file(self.noisy_file)
        relative_file(self.predicted_file)

    def to_json(self) -> dict[str, Any]:
        """The frame as plain JSON values."""
        return asdict(self)


@dataclass(frozen=True, kw_only=True, slots=True)
class Variant:
    """A picture in which one thing was changed. file: relative to the data folder; changed: how much of the picture
    looks another way, 0..1.
    """

    file: str
    changed: float

    def __post_init__(self) -> None:
        relative_file(self.file)

    def to_json(self) -> dict[str, Any]:
        """The variant as plain JSON values."""
        return asdict(self)


@dataclass(frozen=True, kw_only=True, slots=True)
class ExplanationResult:
    """What came of a request: frames of its denoising, or a variant for each that was asked for.

    Attributes:
        is_same_recipe: whether everything that the picture was made from is still what it was.
        difference: how far the picture that was made again is from the one that is kept, the mean over all pixels of
            0..255; None where it was not made again.
    """

    frames: tuple[Frame, ...] = ()
    variants: tuple[Variant, ...] = ()
    is_same_recipe: bool = True
    difference: float | None = None

    @property
    def files(self) -> tuple[str, ...]:
        """Every file of it."""
        frames = (file for one in self.frames for file in (one.noisy_file, one.predicted_file))
        return tuple(dict.fromkeys([*frames, *(one.file for one in self.variants)]))

    def to_json(self) -> dict[str, Any]:
        """As a job's result."""
        return {
            "frames": [one.to_json() for one in self.frames],
            "variants": [one.to_json() for one in self.variants],
            "is_same_recipe": self.is_same_recipe,
            "difference": self.difference,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "ExplanationResult":
        """What to_json() wrote. Errors: StudioError."""
        values = stored_values(cls, data)
        values["frames"] = tuple(Frame(**one) for one in values["frames"])
        values["variants"] = tuple(Variant(**one) for one in values["variants"])
        return cls(**values)


def topic_named(name: object) -> Topic:
    """The topic of that name. Errors: StudioError that lists the names."""
    return Topic(one_of("field-topic", name, [topic.value for topic in Topic]))
