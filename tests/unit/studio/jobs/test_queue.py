"""What a person does with the queue."""

import pytest

from studio.errors import NotFound, StudioError
from studio.jobs.job import JobState
from studio.people.person import OWNER
from studio.studio import Studio


def test_the_queue_is_seen_moved_and_cancelled(studio: Studio) -> None:
    ids = [studio.pictures.create(OWNER, f"house {number}").id for number in range(3)]
    assert studio.queue.move(OWNER, ids[2], 1.0).position == 1
    assert studio.queue.cancel(OWNER, ids[0]).state is JobState.CANCELLED
    assert [(job.id, job.position) for job in studio.queue.list(OWNER)] == [(ids[2], 1), (ids[1], 2), (ids[0], None)]
    assert studio.queue.losses(OWNER, ids[0]) == []
    with pytest.raises(StudioError, match=r"The position is 1.5"):
        studio.queue.move(OWNER, ids[2], 1.5)
    for use in (studio.queue.get, studio.queue.cancel, studio.queue.retry, studio.queue.losses):
        with pytest.raises(NotFound, match="There is no job 'x'"):
            use(OWNER, "x")
