"""What was found of subjects in pictures that are made: where each one is, and how like its photos it came out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class NoLikeness(StrEnum):
    """Why nothing is said of how like its photos a subject came out, although they are there."""

    BASE_MODEL = "base model"  # on it a likeness was never shown to mean anything
    PHOTOS = "photos"  # the base model does not know what they show
    UNSURE = "unsure"  # it lies where both itself and others of its kind do


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """A subject in a picture.

    Attributes:
        subject: its name.
        region: where it is: left, top, right, bottom as parts in 0..1; None where it was not found.
        words: by which it was looked for while the picture was made, such as "dumpling cat".
        clear: how far its place stood out then, 0..1.
        added: whether the prompt did not name it.
        is_clear: whether its place stood out enough; None where no place was looked for.
        is_compared: whether it was compared with its photos, as far as there are any.
        likeness: how like them it is, 0 (no more than others of its kind) to 1 (as they are among each other); None
            where that is not known.
        no_likeness: why it is not, although there are photos.
        is_twice: whether it is surely there twice.
    """

    subject: str
    region: Sequence[float] | None = None
    words: str = ""
    clear: float = 0.0
    added: bool = False
    is_clear: bool | None = None
    is_compared: bool = False
    likeness: float | None = None
    no_likeness: NoLikeness | None = None
    is_twice: bool = False

    def to_json(self) -> dict[str, Any]:
        """As it is kept in the job's result, which the API gives; of what was not looked for nothing is written."""
        row: dict[str, Any] = {"subject": self.subject}
        if self.is_clear is not None:
            row |= {"words": self.words}
        row |= {"seat": self.region}
        if self.is_clear is not None:
            row |= {"clear": self.clear, "added": self.added, "is_clear": self.is_clear}
        if self.is_compared:
            row |= {"likeness": self.likeness}
        if self.no_likeness is not None:
            row |= {"no_likeness": self.no_likeness.value}
        return row | {"is_twice": True} if self.is_twice else row

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> "Finding":
        """What `to_json` gave, also what earlier versions kept."""
        no_likeness = row.get("no_likeness")
        return cls(
            subject=row["subject"],
            region=row.get("seat"),
            words=row.get("words", ""),
            clear=row.get("clear", 0.0),
            added=row.get("added", False),
            is_clear=row.get("is_clear"),
            is_compared="likeness" in row,
            likeness=row.get("likeness"),
            no_likeness=NoLikeness(no_likeness) if no_likeness else None,
            is_twice=row.get("is_twice", False),
        )


def findings_to_json(findings: Mapping[str, Sequence[Finding]]) -> dict[str, Any]:
    """What is known of pictures, by their ids, as a part of their job's result."""
    return {"findings": {id: [one.to_json() for one in found] for id, found in findings.items()}}


def findings_from_json(result: Mapping[str, Any] | None) -> dict[str, list[Finding]]:
    """The findings in a job's result, by the pictures' ids."""
    rows: Mapping[str, Any] = (result or {}).get("findings", {})
    return {id: [Finding.from_json(row) for row in found] for id, found in rows.items()}
