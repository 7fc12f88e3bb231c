"""The workers' rows: who works in this data folder, and when it was last heard of."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import delete, not_, select
from sqlalchemy.orm import Session

from studio.errors import NotFound
from studio.store.database import Database
from studio.store.job_rows import is_cpu_job
from studio.store.tables import JobRow, WorkerRow

HEARD_OF_SECONDS = 10.0  # three signs of life of a worker


@dataclass(frozen=True, kw_only=True, slots=True)
class WorkerRecord:
    """One worker process. Times are unix seconds; `base_model` is the id of the one that is loaded.

    `slot` is its number among the workers of the data folder, from 0; `device` is in words; `gpu_gb` is the memory of
    its graphics card in GB, None where it works without one. `applied` is the number of the last message of a worker on
    another machine that was applied to the rows, 0 for none.
    """

    id: str
    slot: int
    pid: int
    device: str
    gpu_gb: float | None
    base_model: str | None
    started_at: float
    heartbeat_at: float
    applied: int = 0


class WorkerStore:
    """The workers of one studio; for each slot there is one alive at a time."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock

    def register(self, id: str, pid: int, device: str = "", gpu_gb: float | None = None, slot: int = 0) -> None:
        """A worker starts; the rows of earlier ones of its slot go."""
        now = self._clock()
        with self._database.writing() as session:
            session.execute(delete(WorkerRow).where(WorkerRow.slot == slot))
            facts = {"slot": slot, "pid": pid, "device": device, "gpu_gb": gpu_gb}
            session.add(WorkerRow(id=id, **facts, base_model=None, started_at=now, heartbeat_at=now, applied=0))

    def heartbeat(self, id: str, *, device: str | None = None, base_model: str | None = None) -> None:
        """A sign of life, and what is news about the worker; None keeps what was said. Errors: NotFound."""
        is_news = device is not None or base_model is not None
        with self._database.writing(is_news=is_news) as session:
            row = session.get(WorkerRow, id)
            if row is None:
                raise NotFound("worker-not-registered", id=id)
            row.heartbeat_at = self._clock()
            row.device = row.device if device is None else device
            row.base_model = row.base_model if base_model is None else base_model

    def latest(self, slot: int | None = None) -> WorkerRecord | None:
        """The worker (of that slot) heard of last, or None before the first."""
        query = select(WorkerRow).order_by(WorkerRow.heartbeat_at.desc())
        with self._database.reading() as session:
            row = session.scalars(query if slot is None else query.where(WorkerRow.slot == slot)).first()
            return None if row is None else _record(row)

    def all(self) -> list[WorkerRecord]:
        """Every worker that has a row, by slot."""
        with self._database.reading() as session:
            return [_record(row) for row in session.scalars(select(WorkerRow).order_by(WorkerRow.slot))]

    def applied(self, id: str, number: int) -> None:
        """A message of a worker on another machine was applied, in the same Database.together(). Errors: NotFound."""
        with self._database.writing(is_news=False) as session:
            row = session.get(WorkerRow, id)
            if row is None:
                raise NotFound("worker-not-registered", id=id)
            row.applied = number

    def forget(self, id: str) -> None:
        """A worker ends; fine when it is not there."""
        with self._database.writing() as session:
            session.execute(delete(WorkerRow).where(WorkerRow.id == id))


def one_is_free(session: Session, now: float) -> bool:
    """Whether a worker that was heard of lately has nothing but CPU jobs to do: it takes what waits within a moment."""
    running = session.scalars(select(JobRow.worker_id).where(JobRow.state == "running", not_(is_cpu_job()))).all()
    heard_of = session.scalars(select(WorkerRow.id).where(WorkerRow.heartbeat_at > now - HEARD_OF_SECONDS)).all()
    return bool(set(heard_of) - set(running))


def _record(row: WorkerRow) -> WorkerRecord:
    return WorkerRecord(
        id=row.id,
        slot=row.slot,
        pid=row.pid,
        device=row.device,
        gpu_gb=row.gpu_gb,
        base_model=row.base_model,
        started_at=row.started_at,
        heartbeat_at=row.heartbeat_at,
        applied=row.applied,
    )
