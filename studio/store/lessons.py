"""What the end of a lesson or an import means for its subject, inside the transaction that ends the job."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from studio.jobs.job import MAKES_SUBJECT, JobKind
from studio.store.tables import CheckpointRow, JobRow, SubjectRow


def subject_of(session: Session, row: JobRow) -> SubjectRow | None:
    """The subject that a job makes; None for one that makes none, or when it was deleted."""
    if JobKind(row.kind) not in MAKES_SUBJECT:
        return None
    return session.scalars(select(SubjectRow).where(SubjectRow.job_id == row.id)).first()


def make_ready(session: Session, subject: SubjectRow, row: JobRow, result: dict[str, Any]) -> None:
    """The subject has its files. The last moment of a lesson is a checkpoint too: the one that is chosen at first."""
    subject.state = "ready"
    subject.lora_files = {name: result[name] for name in ("kohya", "diffusers") if result.get(name)}
    subject.sample_files = list(result.get("sample_files") or [])
    subject.cover_file = subject.cover_file or next(iter(subject.sample_files), None)
    recipe = row.request.get("recipe", {})
    for name in ("rank", "alpha", "steps"):
        setattr(subject, name, result.get(name, recipe.get(name)))
    if JobKind(row.kind) is not JobKind.TEACH:
        return
    last = session.get(CheckpointRow, (row.id, row.steps))
    if last is None:
        last = CheckpointRow(job_id=row.id, step=row.steps, sample_files=[])
        session.add(last)
    last.lora_files, last.bytes = subject.lora_files, result.get("bytes", 0)


def leave_subject(session: Session, row: JobRow) -> None:
    """A lesson that ended without a LoRA leaves its subject, with photos, for another try."""
    subject = subject_of(session, row)
    if subject is not None:
        subject.state = "failed"
