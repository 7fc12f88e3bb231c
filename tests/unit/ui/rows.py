"""Rows for tests of the page: a job, a subject, a picture, with what a test wants to be different."""

from typing import Any

from studio.jobs.job import Job, JobKind, JobState
from studio.jobs.recipes import recipe_for
from studio.jobs.requests import PictureRequest, SubjectChoice, TrainingRequest
from studio.models.base_models import BASE_MODELS
from studio.people.person import OWNER
from studio.pictures.picture import Picture
from studio.subjects.subject import Subject

POCKET = BASE_MODELS["pocket"]


def lesson(name: str = "Dumpling", **changes: Any) -> Job:
    """A queued lesson of 160 steps."""
    request = TrainingRequest(
        subject_name=name,
        kind="cat",
        trigger_word="dumpling",
        photo_files=("photos/x/00.jpg",),
        base_model="pocket",
        recipe=recipe_for("quick", POCKET, {"samples": 640}),
    )
    values: dict[str, Any] = {"id": "lesson", "kind": JobKind.TEACH, "state": JobState.QUEUED, "request": request}
    return Job(**{"owner": OWNER, **values, "steps": 160, "position": 1, **changes})


def wish(**changes: Any) -> PictureRequest:
    """A wish for one picture."""
    values: dict[str, Any] = {
        "prompt": "dumpling cat on the beach", "typed_prompt": "Dumpling on the beach", "negative_prompt": "rain",
        "subjects": (SubjectChoice(name="Dumpling", strength=0.8),), "sampler": "Euler a", "steps": 12,
        "guidance_scale": 4.5, "seed": 7, "width": 320, "height": 192, "count": 2, "base_model": "pocket",
    }  # fmt: skip
    return PictureRequest(**{**values, **changes})


def picture_job(**changes: Any) -> Job:
    """A queued wish for two pictures of 12 steps."""
    values: dict[str, Any] = {"id": "wish", "kind": JobKind.CREATE, "state": JobState.QUEUED, "request": wish()}
    return Job(**{"owner": OWNER, **values, "steps": 24, "position": 1, **changes})


def picture(**changes: Any) -> Picture:
    """The second picture of that wish."""
    values: dict[str, Any] = {
        "id": "wish-01", "file": "pictures/wish-01.png", "seed": 8, "width": 320, "height": 192, "job_id": "wish",
        "request": wish(), "created_at": 1000.0,
    }  # fmt: skip
    return Picture(**{"owner": OWNER, **values, **changes})


def subject(name: str = "Dumpling", **changes: Any) -> Subject:
    """A ready subject."""
    values: dict[str, Any] = {"name": name, "kind": "cat", "trigger_word": name.lower(), "base_model": "pocket"}
    return Subject(**{"owner": OWNER, **values, "state": "ready", **changes})
