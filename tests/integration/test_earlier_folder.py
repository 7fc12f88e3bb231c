"""A data folder of an earlier version (tests/earlier/make.py) is opened, shows what it held, and goes on."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from benchmarks.page.asking import losses_of
from studio.jobs.job import JobState
from studio.people.person import OWNER, Person
from studio.studio import Studio
from tests.earlier.make import TOLD
from tests.integration.house import Build
from tests.still_studio import studio_over
from ui.forms import rows

GUEST = Person("guest")
EARLIER = Path(__file__).resolve().parent.parent / "earlier"


def told(studio: Studio, who: Person = OWNER) -> dict[str, list[dict[str, Any]]]:
    """What the API says of everything that is kept."""
    pictures = studio.pictures.list(who, limit=100)
    found = {
        "subjects": [rows.subject_row(one) for one in studio.subjects.list(who)],
        "jobs": [rows.job_row(one) for one in studio.queue.list(who, limit=100)],
        "pictures": [
            rows.picture_row(*one) for one in zip(pictures, studio.pictures.likenesses(who, pictures), strict=True)
        ],
    }
    some = {name: [{key: row[key] for key in TOLD[name]} for row in found[name]] for name in TOLD}
    return json.loads(json.dumps(some))  # as JSON has it


def without_new(found: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """The rows without what requests did not have then, which is as if nobody had asked for it."""
    for job in found["jobs"]:
        if "prompt" in job["request"]:
            assert [job["request"].pop(name) for name in ("style", "inpaint")] == ["", None]
    return found


@pytest.mark.parametrize("version", sorted(file.stem for file in EARLIER.glob("*.zip")))
def test_an_earlier_data_folder_opens_with_everything_and_its_lesson_and_its_queue_go_on(
    version: str, build: Build, tmp_path: Path
) -> None:
    kept = json.loads((EARLIER / f"{version}.json").read_text(encoding="utf-8"))
    with zipfile.ZipFile(EARLIER / f"{version}.zip") as whole:
        whole.extractall(tmp_path / "kept")
    house = build("house", tmp_path / "kept")
    studio = studio_over(house.store, seed=None, base_model="pocket")
    assert without_new(told(studio)) == {name: kept[name] for name in TOLD}
    for picture in studio.pictures.list(OWNER, limit=100):
        assert studio.pictures.file(OWNER, picture.id).stat().st_size > 0
    for format in ("kohya", "diffusers"):
        assert studio.subjects.file(OWNER, "Żółw", format).stat().st_size > 0

    assert house.store.everything.people() == {OWNER}, "all of it is the owner's, who needs no account"
    assert [account.person for account in studio.people.accounts(OWNER)] == [OWNER]
    assert not any(subject.guests_may_use for subject in studio.subjects.list(OWNER))
    assert without_new(told(studio, GUEST)) == {name: [] for name in TOLD}
    assert studio.leaving.finish() == [], "nothing is taken for what a guest left behind"
    taken = studio.leaving.take_everything(OWNER, tmp_path / "all.zip")
    assert (taken.subjects, taken.pictures) == (len(kept["subjects"]), len(kept["pictures"]))

    studio.queue.resume(OWNER, kept["paused_lesson"])
    house.work()
    jobs = {job.id: job for job in studio.queue.list(OWNER, limit=100)}
    assert [job.message for job in jobs.values() if job.state is not JobState.DONE] == []
    assert len(studio.pictures.list(OWNER, limit=100)) == len(kept["pictures"]) + 2
    losses = losses_of(house.store.files.database, kept["paused_lesson"])
    before = 0
    for step, loss in kept["losses"]:  # each the mean of the steps since the one before; here every step has its own
        mine = [one for at, one in losses if before < at <= step]
        assert sum(mine) / len(mine) == pytest.approx(loss, rel=1e-3)
        before = step
    assert before == losses[-1][0] == jobs[kept["paused_lesson"]].steps
