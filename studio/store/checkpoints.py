"""The rows of lessons' checkpoints. Their files are the worker's care while the lesson runs, the studio's later."""

from sqlalchemy import delete, select

from studio.people.person import Person
from studio.store.database import Database
from studio.store.tables import CheckpointRow, JobRow
from studio.subjects.subject import Checkpoint


class CheckpointStore:
    """The checkpoints of every lesson, by the id of its job and the step. They are its owner's."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, job_id: str, checkpoint: Checkpoint) -> None:
        """Keep a checkpoint; one of the same step is replaced."""
        with self._database.writing() as session:
            session.merge(
                CheckpointRow(
                    job_id=job_id,
                    step=checkpoint.step,
                    sample_files=list(checkpoint.sample_files),
                    lora_files=dict(checkpoint.lora_files),
                    bytes=checkpoint.bytes,
                )
            )

    def of(self, owner: Person, job_id: str) -> list[Checkpoint]:
        """The checkpoints of a lesson, in order; none of another person's."""
        with self._database.reading() as session:
            row = session.get(JobRow, job_id)
            return [] if row is None or row.owner != owner else self.of_job(job_id)

    def of_job(self, job_id: str) -> list[Checkpoint]:
        """The checkpoints of a lesson, whoever's, for its worker; in order."""
        query = select(CheckpointRow).where(CheckpointRow.job_id == job_id).order_by(CheckpointRow.step)
        with self._database.reading() as session:
            return [_checkpoint(row) for row in session.scalars(query)]

    def forget_after(self, job_id: str, step: int) -> None:
        """Remove those after a step: the lesson goes on from there."""
        with self._database.writing() as session:
            session.execute(delete(CheckpointRow).where(CheckpointRow.job_id == job_id, CheckpointRow.step > step))


def _checkpoint(row: CheckpointRow) -> Checkpoint:
    return Checkpoint(
        step=row.step, sample_files=tuple(row.sample_files), lora_files=dict(row.lora_files), bytes=row.bytes
    )
