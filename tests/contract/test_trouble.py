"""kill -9 of the worker and of the page in a main job of two people: nothing that was said to be kept is lost."""

import sys
from pathlib import Path

import pytest

from benchmarks.hostile.judging import Tally
from benchmarks.page.running import until
from benchmarks.trouble.ending import jobs_of, let_all_end
from benchmarks.trouble.house import House
from benchmarks.trouble.looking import Looker
from benchmarks.trouble.two_people import come_in

SECONDS = 120.0  # on a busy machine


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
@pytest.mark.slow(
    quick_sibling="tests/integration/test_worker.py::"
    "test_a_worker_asked_to_stop_hands_the_lesson_back_and_another_goes_on_to_the_same_file"
)
def test_lessons_of_two_people_outlive_a_killed_worker_and_a_killed_page(tmp_path: Path) -> None:
    house = House(folder=tmp_path, data_folder=tmp_path / "data")
    everybody = come_in(house, seed=1)
    looker = Looker(data_folder=house.data_folder, tally=Tally())
    try:
        house.start()
        assert house.wait_until_up(), house.log.read_text()
        for one in everybody:
            with one.caller() as caller:
                one.teach(caller)
        until(lambda: any(step >= 4 for _, step in jobs_of(house).values()), SECONDS)
        assert house.kill_workers()
        looker.look(everybody, "the worker was killed")
        until(lambda: any(state == "running" for state, _ in jobs_of(house).values()), SECONDS)
        assert house.kill_page()
        house.start()
        assert house.wait_until_up(), house.log.read_text()
        let_all_end(house, everybody, looker)
        assert house.ask_to_end() == 0
    finally:
        house.kill_page()
        left = house.clear_away()
    assert (looker.tally.faults, dict(looker.given_up), left) == ({}, {}, [])
    assert [state for state, _ in jobs_of(house).values()] == ["done", "done"]
    assert all(one.told().jobs for one in everybody)
