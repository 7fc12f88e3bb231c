"""Who and what is here: the subjects and base models that a picture's LoRAs and checkpoint are matched with."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from studio.checks import shown
from studio.interop.infotext import LoraTag
from studio.jobs.requests import MAX_SUBJECTS, SubjectChoice
from studio.models.base_models import BaseModel
from studio.models.checkpoint_names import checkpoint_name
from studio.prompts.picture_words import subject_called
from studio.subjects.subject import Subject
from studio.words import Message, in_english

MAX_TAGS = 24  # LoRAs of one picture that are looked at


@dataclass(frozen=True, kw_only=True, slots=True)
class TaughtLora:
    """A subject that can be in a picture, and the digits by which other programs know its LoRA ("": not known)."""

    subject: Subject
    file_hash: str

    @property
    def stem(self) -> str:
        """What its file is called in tags."""
        return PurePosixPath(self.subject.lora_files.get("kohya", "")).stem


@dataclass(frozen=True, kw_only=True, slots=True)
class Here:
    """What a picture's words are matched with: who was taught, the base models, and the one that "auto" is."""

    taught: Sequence[TaughtLora]
    base_models: Sequence[BaseModel]
    automatic: BaseModel


def subject_meant(tag: LoraTag, here: Here) -> Subject | None:
    """Who is meant by a LoRA: the one whose file has these digits, else the one that is called so."""
    if len(tag.file_hash) >= 10:
        for one in here.taught:
            if one.file_hash and one.file_hash.startswith(tag.file_hash[:12]):
                return one.subject
    return subject_called(tag, [one.subject for one in here.taught])


def subjects_meant(
    tags: Sequence[LoraTag], here: Here, remarks: list[Message]
) -> tuple[list[SubjectChoice], list[Subject]]:
    """The subjects that LoRAs stand for, as they are chosen and as they are; the rest is added to the remarks."""
    choices: list[SubjectChoice] = []
    chosen: dict[str, Subject] = {}
    if len(tags) > MAX_TAGS:
        remarks.append(Message("found-many-loras", count=len(tags), most=MAX_TAGS))
    for tag in tags[:MAX_TAGS]:
        subject = subject_meant(tag, here)
        if subject is None:
            remarks.append(none_of_the_subjects(tag.stem))
            continue
        strength = min(max(tag.strength, -2.0), 2.0)
        if strength != tag.strength:
            given = f"{tag.strength:.10g}"
            remarks.append(Message("found-strength", name=subject.name, given=given, taken=strength))
        choices.append(SubjectChoice(name=subject.name, strength=strength))
        chosen[subject.name] = subject
    kept = each_once(choices, remarks)
    return kept, [chosen[choice.name] for choice in kept]


def each_once(choices: Sequence[SubjectChoice], remarks: list[Message]) -> list[SubjectChoice]:
    """Every subject once, and as many as a picture holds; what is left out is added to the remarks."""
    kept = {choice.name: choice for choice in reversed(choices)}
    once = [choice for choice in choices if kept[choice.name] is choice]
    if len(once) < len(choices):
        remarks.append(Message("found-subject-twice"))
    if len(once) > MAX_SUBJECTS:
        remarks.append(Message("found-many-subjects", count=len(once), most=MAX_SUBJECTS))
    return once[:MAX_SUBJECTS]


def base_model_called(name: str, file_hash: str, here: Here) -> BaseModel | None:
    """The base model whose file or name this is, or whose file has these digits; None where it is not here."""
    for model in here.base_models:
        known = checkpoint_name(model)
        if name and name.casefold() in (known.stem.casefold(), model.id.casefold(), in_english(model.title).casefold()):
            return model
        if file_hash and file_hash.lower() == known.file_hash:
            return model
    return None


def none_of_the_subjects(name: str) -> Message:
    """What to say of a LoRA of nobody who is here."""
    return Message("found-lora-of-nobody", lora=shown(name))


def no_such_base_model(name: str) -> Message:
    """What to say of a base model that is not here."""
    return Message("found-no-base-model", model=shown(name, 60))
