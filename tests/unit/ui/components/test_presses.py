"""An impatient press is the same press."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from studio.people.person import OWNER, Person
from ui.components.making.presses import Presses


def test_the_same_token_with_the_same_wish_is_queued_once_however_many_come_at_once() -> None:
    presses, queued = Presses(), list[int]()

    def queue() -> str:
        queued.append(len(queued))
        return f"job {len(queued)}"

    with ThreadPoolExecutor(8) as threads:
        wish = {"prompt": "a house", "count": 4}
        answers = list(threads.map(lambda _: presses.once(OWNER, "t", dict(wish), queue), range(20)))
    assert {id for id, _ in answers} == {"job 1"} and sum(not known for _, known in answers) == 1
    assert presses.once(OWNER, "t", {**wish, "count": 3}, queue) == ("job 2", False)
    assert presses.once(OWNER, "u", wish, queue) == ("job 3", False)
    assert presses.once(Person("anna"), "t", wish, queue) == ("job 4", False)
    assert [presses.once(OWNER, "", wish, queue)[1] for _ in range(2)] == [False, False]


def test_a_press_that_was_refused_is_not_remembered() -> None:
    presses, answers = Presses(), iter([ValueError("too long"), "job"])

    def queue() -> str:
        answer = next(answers)
        if isinstance(answer, ValueError):
            raise answer
        return answer

    with pytest.raises(ValueError, match="too long"):
        presses.once(OWNER, "t", {}, queue)
    assert presses.once(OWNER, "t", {}, queue) == ("job", False)
