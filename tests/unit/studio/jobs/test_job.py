"""The table of what may become of a job."""

import pytest

from studio.errors import StudioError
from studio.jobs.job import ENDED, MOVES, WAITING, Job, JobKind, JobState
from studio.jobs.requests import ImportRequest
from studio.people.person import OWNER

REQUEST = ImportRequest(subject_name="A", kind="cat", trigger_word="a", file="uploads/a", base_model="pocket")


def job(state: JobState) -> Job:
    return Job(owner=OWNER, id="1", kind=JobKind.IMPORT, state=state, request=REQUEST, steps=1)


@pytest.mark.parametrize("before", JobState)
@pytest.mark.parametrize("after", JobState)
def test_a_job_moves_only_as_the_table_says(before: JobState, after: JobState) -> None:
    if after in MOVES[before]:
        assert job(before).moved_to(after).state is after
    else:
        with pytest.raises(StudioError, match=f"This job is {before}; it cannot become {after}"):
            job(before).moved_to(after)


def test_every_state_is_in_the_table_and_every_waiting_job_can_run_or_be_cancelled() -> None:
    assert set(MOVES) == set(JobState)
    for state in WAITING:
        assert {JobState.RUNNING, JobState.CANCELLED} <= MOVES[state]
    assert MOVES[JobState.DONE] == frozenset()
    assert {JobState.DONE, JobState.FAILED, JobState.CANCELLED} == ENDED
