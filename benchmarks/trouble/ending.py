"""After the last trouble: nothing new is asked for, all jobs end, and end well."""

import time
from collections.abc import Sequence
from contextlib import closing

from sqlalchemy import select

from benchmarks.trouble.house import House, last_line
from benchmarks.trouble.looking import Looker
from benchmarks.trouble.two_people import Somebody
from studio.errors import StudioError
from studio.jobs.job import ENDED, JobState
from studio.store.database import Database
from studio.store.disk.files import DATABASE_NAME
from studio.store.tables import JobRow

STUCK_SECONDS = 180.0  # in which no job moved: a worker that died often is started again after 60 seconds
LOOK_SECONDS = 10.0


def let_all_end(house: House, everybody: Sequence[Somebody], looker: Looker) -> None:
    """Wait for all jobs, also those of which the answer got lost, and look at what came of them."""
    for one in everybody:
        one.busy.clear()
    states, moved_at = jobs_of(house), time.monotonic()
    while any(JobState(state) not in ENDED for state, _ in states.values()):
        time.sleep(LOOK_SECONDS)
        if house.has_ended():
            looker.tally.fault("the page ended by itself", f"at the end: {last_line(house.log)}")
            house.start()
        house.wait_until_up()
        for one in everybody:
            looker.ask_for_all(one, "the end")
        now = jobs_of(house)
        if now != states:
            states, moved_at = now, time.monotonic()
        elif time.monotonic() - moved_at > STUCK_SECONDS:
            break
    looker.look(everybody, "the end")
    for id, (state, step) in jobs_of(house).items():
        if JobState(state) not in ENDED:
            looker.tally.fault("a job is stuck", f"{id}: {state} at step {step}")
        elif JobState(state) is not JobState.DONE and id in looker.given_up:
            looker.tally.fault("a job was tried again and is not done", f"{id}: {state}")


def jobs_of(house: House) -> dict[str, tuple[str, int]]:
    """(state, step) of each job."""
    try:
        with closing(Database(house.data_folder / DATABASE_NAME)) as database, database.reading() as session:
            return {
                id: (state, step) for id, state, step in session.execute(select(JobRow.id, JobRow.state, JobRow.step))
            }
    except StudioError:
        return {}
