"""A lesson's curve in the database: some hundred points at most, however long the lesson.

Each point is the mean loss of all steps since the point before. So two neighbours become one without a loss of truth:
their mean, weighted by how many steps each one speaks for.
"""

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from studio.store.tables import LossRow

MOST_POINTS = 400  # more than a chart of a page has pixels


def add(session: Session, job_id: str, step: int, loss: float) -> None:
    """Add the newest point; when there are too many, neighbours become one."""
    session.merge(LossRow(job_id=job_id, step=step, loss=loss))
    session.flush()
    points = of(session, job_id)
    if len(points) > MOST_POINTS:
        session.execute(delete(LossRow).where(LossRow.job_id == job_id))
        session.add_all(LossRow(job_id=job_id, step=step, loss=loss) for step, loss in thinned(points))


def forget_after(session: Session, job_id: str, step: int) -> None:
    """Remove the points after a step: the lesson goes on from there."""
    session.execute(delete(LossRow).where(LossRow.job_id == job_id, LossRow.step > step))


def of(session: Session, job_id: str) -> list[tuple[int, float]]:
    """(step, loss) in order."""
    query = select(LossRow.step, LossRow.loss).where(LossRow.job_id == job_id).order_by(LossRow.step)
    return [(step, loss) for step, loss in session.execute(query)]


def thinned(points: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """Half of the points; each stands at the later step of its two, and the mean over all steps stays what it was."""
    fewer: list[tuple[int, float]] = []
    before = 0
    for index in range(0, len(points) - 1, 2):
        (middle, first), (last, second) = points[index], points[index + 1]
        fewer.append((last, (first * (middle - before) + second * (last - middle)) / (last - before)))
        before = last
    return fewer + points[len(points) - len(points) % 2 :]
