"""Someone or something that has been, or is being, taught."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from studio.models.base_models import resolve
from studio.people.person import Person

SubjectState = Literal["learning", "ready", "failed"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Subject:
    """One subject. Files are relative to the data folder; `lora_files` is by format, "kohya" and "diffusers".

    `family` is that of its base model, which the LoRA fits also when that model is gone; told from it when not given.
    `state`: "learning" while its lesson waits or runs, "ready", or "failed" (its lesson failed or was cancelled;
    the photos are kept). `guests_may_use`: whether guests of the owner may make pictures of this subject, too.
    """

    owner: Person
    name: str
    kind: str
    trigger_word: str
    base_model: str
    state: SubjectState
    cover_file: str | None = None
    photo_files: tuple[str, ...] = ()
    lora_files: Mapping[str, str] = field(default_factory=dict[str, str])
    sample_files: tuple[str, ...] = ()
    job_id: str | None = None
    created_at: float = 0.0
    rank: int | None = None
    alpha: float | None = None
    steps: int | None = None
    family: str = ""
    guests_may_use: bool = False

    def __post_init__(self) -> None:
        if not self.family:
            object.__setattr__(self, "family", resolve(self.base_model).family)

    @property
    def words(self) -> str:
        """How a prompt names this subject."""
        return f"{self.trigger_word} {self.kind}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Checkpoint:
    """A moment of a subject's lesson that can be looked at: sample pictures, the same seeds at every step.

    `lora_files` is by format, as a subject's; empty where none are kept, else they are `bytes` long together.
    """

    step: int
    sample_files: tuple[str, ...]
    lora_files: Mapping[str, str] = field(default_factory=dict[str, str])
    bytes: int = 0
