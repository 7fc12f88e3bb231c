"""The studio's rows as plain values for the HTTP API."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any
from urllib.parse import urlencode

from studio.hub.account import HubAccount
from studio.hub.publishing import LICENSES, PictureChoice, Published
from studio.jobs.job import Job, JobCommand
from studio.jobs.recipes import NUMBERS, Preset
from studio.models.base_models import BaseModel
from studio.people.account import Account, ApiToken, Invitation
from studio.people.limits import Usage
from studio.pictures.explanations import Explanation
from studio.pictures.picture import Picture
from studio.pictures.samplers import Sampler
from studio.subjects.subject import Checkpoint, Subject
from studio.words import say, worded


def job_row(job: Job) -> dict[str, Any]:
    """A job: where it stands, what was asked for, and what came of it. Times are unix seconds."""
    return {
        "id": job.id,
        "kind": job.kind.value,
        "state": job.state.value,
        "position": job.position,
        "step": job.step,
        "steps": job.steps,
        "part": job.part,
        "samples_seen": job.samples_seen,
        "seconds_left": job.seconds_left,
        "loss": job.loss,
        "message": worded(job.message),
        "error": None if job.error_message is None else say(job.error_message),
        "wish": job.command,
        "cancel_requested": job.command is JobCommand.CANCEL,
        "result": _result(job),
        "request": job.request.to_json(),
        "created_at": job.created_at,
        "started_at": job.started_at,
        "ended_at": job.ended_at,
    }


def _result(job: Job) -> dict[str, Any] | None:
    """What came of the job, with what is told of it in words."""
    return job.result if job.result is None or job.told is None else {**job.result, "told": say(job.told)}


def subject_row(subject: Subject) -> dict[str, Any]:
    """A subject. Of its files only the formats to ask /subject_file for."""
    return {
        "name": subject.name,
        "kind": subject.kind,
        "trigger_word": subject.trigger_word,
        "base_model": subject.base_model,
        "family": subject.family,
        "state": subject.state,
        "formats": sorted(subject.lora_files),
        "photos": len(subject.photo_files),
        "job_id": subject.job_id,
        "created_at": subject.created_at,
        "rank": subject.rank,
        "alpha": subject.alpha,
        "steps": subject.steps,
    }


def checkpoint_row(checkpoint: Checkpoint, subject: Subject) -> dict[str, Any]:
    """A moment of a subject's lesson. `kept`: whether it can be chosen; `bytes`: what that takes of the disk."""
    return {
        "step": checkpoint.step,
        "samples": len(checkpoint.sample_files),
        "kept": bool(checkpoint.lora_files),
        "chosen": bool(checkpoint.lora_files) and checkpoint.lora_files == subject.lora_files,
        "bytes": checkpoint.bytes,
    }


def publish_row(
    account: HubAccount, repository: str, published: Published | None, pictures: Sequence[PictureChoice]
) -> dict[str, Any]:
    """What may be chosen to publish a subject; `repository` is the name it gets when none is given."""
    return {
        "account": account.name,
        "owners": list(account.owners),
        "problem": worded(account.problem),
        "repository": repository,
        "published": None if published is None else {**asdict(published), "url": published.url},
        "pictures": [
            {"id": one.id, "prompt": one.picture.prompt, "negative_prompt": one.picture.negative_prompt}
            for one in pictures
        ],
        "licenses": list(LICENSES),
    }


def picture_row(picture: Picture, likenesses: Mapping[str, float]) -> dict[str, Any]:
    """A picture with every parameter that it was made from; `seed` is its own. likenesses: as studio.likenesses()."""
    request = picture.request.to_json()
    return {
        **{name: request[name] for name in request if name not in ("seed", "count", "width", "height")},
        "id": picture.id,
        "seed": picture.seed,
        "width": picture.width,
        "height": picture.height,
        "job_id": picture.job_id,
        "created_at": picture.created_at,
        "seconds": picture.seconds,
        "starred": picture.starred,
        "likeness": dict(likenesses),
    }


def explanation_row(found: Explanation) -> dict[str, Any]:
    """A topic of a picture that is made. Of its files only the names, in the order in which they are handed out."""
    assert found.request is not None and found.result is not None
    result = found.result.to_json()
    for row in (*result["frames"], *result["variants"]):
        row |= {name: value.rpartition("/")[2] for name, value in row.items() if name.endswith("file")}
    return {"topic": found.topic.value, **result, "requests": [one.to_json() for one in found.request.variants]}


def sampler_row(sampler: Sampler) -> dict[str, Any]:
    """A sampler with its plain description, and the steps and guidance scales that suit it (None: the model's own)."""
    guidance = sampler.good_guidance
    return {
        "name": sampler.name,
        "description": say(sampler.description),
        "recommended": sampler.recommended,
        "fast": sampler.is_fast,
        "good_steps": list(sampler.good_steps),
        "good_guidance": None if guidance is None else list(guidance),
    }


def base_model_row(model: BaseModel, automatic: BaseModel) -> dict[str, Any]:
    """A base model; `automatic` is the one that "auto" means here."""
    return {
        "id": model.id,
        "family": model.family,
        "title": say(model.title),
        "description": say(model.description),
        "resolution": model.resolution,
        "sizes": [list(size) for size in model.sizes],
        "default_steps": model.default_steps,
        "default_guidance_scale": model.default_guidance_scale,
        "default_sampler": model.default_sampler,
        "automatic": model.id == automatic.id,
    }


def preset_row(preset: Preset) -> dict[str, Any]:
    """A preset with its numbers by family and type of subject; batch size 0 is chosen by the worker."""
    numbers = {
        family: {name: asdict(row) | asdict(preset.lengths[family]) for name, row in types.items()}
        for family, types in NUMBERS.items()
    }
    title, description = say(preset.title), say(preset.description)
    return {"name": preset.name, "title": title, "description": description, "numbers": numbers}


def account_row(account: Account, sessions: Sequence[float]) -> dict[str, Any]:
    """One's own account. `sessions`: when each browser was used last, in unix seconds."""
    return {
        "name": account.name,
        "is_owner": account.is_owner,
        "hub_user": account.hub_user,
        "sessions": list(sessions),
    }


def token_row(token: ApiToken) -> dict[str, Any]:
    """A token. Its secret is there only when it was made just now."""
    row = {"id": token.id, "label": token.label, "created_at": token.created_at, "used_at": token.used_at}
    return {**row, "secret": token.secret} if token.secret else row


def invitation_path(invitation: Invitation) -> str:
    """Where the link of an invitation that was made just now leads, relative to the page (ui.serving)."""
    return f"invitation?{urlencode({'secret': invitation.secret})}"


def invitation_row(invitation: Invitation) -> dict[str, Any]:
    """An invitation. Its path is there only when it was made just now."""
    row = {"id": invitation.id, "created_at": invitation.created_at, "expires_at": invitation.expires_at}
    return {**row, "path": invitation_path(invitation)} if invitation.secret else row


def guest_row(usage: Usage) -> dict[str, Any]:
    """A guest, and what she takes up and may, by the names of limits."""
    account = usage.account
    return {
        "id": account.person.id,
        "name": account.name,
        "created_at": account.created_at,
        "used": dict(usage.used),
        "limits": dict(usage.limits),
    }
