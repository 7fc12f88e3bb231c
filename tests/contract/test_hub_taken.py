"""A name on the Hub that holds something else is never overwritten unasked, whoever put it there and whenever."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from huggingface_hub import HfApi

from studio.errors import StudioError
from studio.hub import upload as hub_publish
from studio.hub.repositories import RepositoryTaken, free_name
from studio.hub.requests import PublishRequest
from studio.jobs.job import Job
from studio.people.person import OWNER
from studio.store import Store, open_store
from studio.studio import Studio
from studio.words import worded
from tests.by_hand import begin, finish_lesson
from tests.contract.hub_world import hub_of_anna
from tests.hub_server import Hub
from tests.still_studio import studio_over
from tests.unit.ui.conftest import laid_out
from ui.people import asked_by
from ui.served_files import ServedFiles
from ui.tabs.subjects import build_subjects

pytestmark = pytest.mark.filterwarnings("ignore:Use 'content=:DeprecationWarning")

NAME = "anna/dumpling-lora"


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    with hub_of_anna(tmp_path / "hub", monkeypatch) as running:
        yield running


@pytest.fixture
def store(data_folder: Path) -> Iterator[Store]:
    with open_store(data_folder) as store:
        yield store


@pytest.fixture
def studio(hub: Hub, store: Store, photos: Sequence[Path]) -> Studio:
    """One in which Dumpling is taught."""
    studio = studio_over(store)
    taught(studio, store, photos, "Dumpling")
    return studio


def taught(studio: Studio, store: Store, photos: Sequence[Path], name: str) -> None:
    studio.subjects.teach(OWNER, photos, name, "cat")
    finish_lesson(store, begin(store))


def publish(store: Store, job: Job) -> None:
    """What the worker does with a job that is the next."""
    assert begin(store).id == job.id and isinstance(job.request, PublishRequest)
    try:
        store.jobs.finish(job.id, hub_publish.publish(job.request, store.files.path))
    except StudioError as error:
        store.jobs.fail(job.id, error)


def anothers(hub: Hub) -> str:
    """Somebody's model under that name. Gives its commit."""
    HfApi().create_repo(NAME, private=True)
    HfApi().upload_file(path_or_fileobj=b"precious", path_in_repo="model.bin", repo_id=NAME)
    return hub.made[NAME].sha


def test_publishing_the_same_subject_again_updates_without_a_question(hub: Hub, studio: Studio, store: Store) -> None:
    publish(store, studio.hub.publish(OWNER, "Dumpling"))
    publish(store, studio.hub.publish(OWNER, "dumpling", license="mit"))
    assert [job.state for job in store.jobs.list(OWNER)][:2] == ["done", "done"]
    assert len(hub.made[NAME].commits) == 2 and hub.made[NAME].card()["license"] == "mit"


def test_another_subject_of_that_name_is_replaced_only_where_a_person_says_so(
    hub: Hub, studio: Studio, store: Store, photos: Sequence[Path]
) -> None:
    publish(store, studio.hub.publish(OWNER, "Dumpling"))
    before = hub.made[NAME].sha
    studio.subjects.delete(OWNER, "Dumpling")
    taught(studio, store, photos, "Dumpling")
    assert studio.hub.published(OWNER, "Dumpling") is None, "that was another one"
    with pytest.raises(RepositoryTaken, match=r"^anna/dumpling-lora on the Hub holds another subject, Dumpling\."):
        studio.hub.publish(OWNER, "Dumpling")
    taught(studio, store, photos, "Mochi")
    for name in (NAME, "dumpling-lora"):
        with pytest.raises(RepositoryTaken, match="holds another subject, Dumpling"):
            studio.hub.publish(OWNER, "Mochi", repository=name)
    assert hub.made[NAME].sha == before and not [job for job in store.jobs.list(OWNER) if job.state == "queued"]
    publish(store, studio.hub.publish(OWNER, "Mochi", repository=NAME, overwrite=True))
    there = hub.made[NAME]
    assert "mochi.safetensors" in there.files() and "dumpling.safetensors" not in there.files()
    publish(store, studio.hub.publish(OWNER, "Mochi", repository=NAME))
    assert store.jobs.list(OWNER)[0].state == "done", "now it is hers"


def test_what_cuddle_did_not_publish_is_asked_about_and_stays_where_its_page_is_replaced(
    hub: Hub, studio: Studio, store: Store
) -> None:
    commit = anothers(hub)
    with pytest.raises(RepositoryTaken, match=r"holds something that Cuddle did not publish \(model\.bin\)") as taken:
        studio.hub.publish(OWNER, "Dumpling")
    assert (taken.value.place, taken.value.holding.commit) == (NAME, commit)
    publish(store, studio.hub.publish(OWNER, "Dumpling", overwrite=commit))
    assert {"model.bin", "dumpling.safetensors"} <= set(hub.made[NAME].files())


def test_a_page_that_somebody_wrote_into_an_empty_repository_is_something(hub: Hub, studio: Studio) -> None:
    HfApi().create_repo(NAME, private=False)
    publish_free = studio.hub.publish(OWNER, "Dumpling")
    assert publish_free.state == "queued", "an empty one is free"
    studio.queue.cancel(OWNER, publish_free.id)
    (hub.made[NAME].folder / "README.md").write_text("# My plans")
    with pytest.raises(RepositoryTaken, match=r"\(README\.md\)"):
        studio.hub.publish(OWNER, "Dumpling")


def test_what_comes_after_the_press_is_not_overwritten_either(hub: Hub, studio: Studio, store: Store) -> None:
    job = studio.hub.publish(OWNER, "Dumpling")
    before = anothers(hub)
    publish(store, job)
    failed = store.jobs.get(OWNER, job.id)
    assert failed.state == "failed" and "holds something that Cuddle did not publish" in worded(failed.message)
    assert hub.made[NAME].sha == before
    agreed = studio.hub.publish(OWNER, "Dumpling", overwrite=True)
    HfApi().upload_file(path_or_fileobj=b"newer", path_in_repo="model.bin", repo_id=NAME)
    publish(store, agreed)
    assert store.jobs.get(OWNER, agreed.id).state == "failed", "she agreed to replace what she was told of"
    assert (hub.made[NAME].folder / "model.bin").read_bytes() == b"newer"


def test_a_name_in_an_organisation_and_one_in_other_letters_are_the_same_to_the_question(
    hub: Hub, studio: Studio, store: Store, photos: Sequence[Path]
) -> None:
    publish(store, studio.hub.publish(OWNER, "Dumpling", repository="cats/ours", private=False))
    taught(studio, store, photos, "Mochi")
    with pytest.raises(RepositoryTaken, match="cats/ours on the Hub holds another subject"):
        studio.hub.publish(OWNER, "Mochi", repository="cats/ours")
    studio.hub.publish(OWNER, "Mochi", repository="anna/Same")
    with pytest.raises(StudioError, match="is being published already"):
        studio.hub.publish(OWNER, "Dumpling", repository="anna/same")


def test_what_an_earlier_version_published_is_updated_by_its_own_subject_alone(
    hub: Hub, studio: Studio, store: Store, photos: Sequence[Path]
) -> None:
    publish(store, studio.hub.publish(OWNER, "Dumpling"))
    readme = hub.made[NAME].folder / "README.md"
    lines = readme.read_text().splitlines(keepends=True)
    readme.write_text("".join(line for line in lines if not line.startswith(("  subject:", "  name:"))))
    assert hub.made[NAME].card()["cuddle"].keys() == {"files"}  # type: ignore[attr-defined]
    taught(studio, store, photos, "Mochi")
    with pytest.raises(RepositoryTaken, match="holds a subject that was published before"):
        studio.hub.publish(OWNER, "Mochi", repository=NAME)
    publish(store, studio.hub.publish(OWNER, "Dumpling", license="mit"))
    assert store.jobs.list(OWNER)[0].state == "done" and hub.made[NAME].card()["license"] == "mit"


def test_another_name_is_offered_that_is_free(hub: Hub, studio: Studio) -> None:
    assert free_name(NAME) == "anna/dumpling-lora-2"
    HfApi().create_repo("anna/dumpling-lora-2", private=True)
    HfApi().upload_file(path_or_fileobj=b"x", path_in_repo="x.bin", repo_id="anna/dumpling-lora-2")
    assert free_name(NAME) == free_name("anna/dumpling-lora-2") == "anna/dumpling-lora-3"


def test_the_page_asks_with_another_name_at_hand_and_publishes_what_was_agreed(
    hub: Hub, studio: Studio, store: Store, tmp_path: Path
) -> None:
    with laid_out() as page:
        build_subjects(studio, ServedFiles(tmp_path / "served", studio.file))
    presses = [one for one in page.fns.values() if getattr(one.fn, "__name__", "") == "publish"]
    fields = {"name": "Dumpling", "repository": NAME, "who_sees": "private", "license": "", "pictures": []}
    commit = anothers(hub)
    with asked_by(OWNER):
        told = presses[0].fn(**fields)  # type: ignore[misc]
    assert len(told) == len(presses[0].outputs) == len(presses[1].outputs)
    answer = dict(zip([one.elem_id or f"{one}" for one in presses[0].outputs], told, strict=True))
    assert answer["publish-taken"].visible is True and answer["publish-other-name"].value == f"Take {NAME}-2 instead"
    words = next(one for one in told if isinstance(one, str) and "Replacing" in one)
    assert words.replace("\\", "").startswith(
        f"**{NAME}** on the Hub holds something that Cuddle did not publish (model.bin)."
    )
    assert commit in told and [job.state for job in store.jobs.list(OWNER)] == ["done"], "only the lesson"
    with asked_by(OWNER):
        told = presses[1].fn(**fields, agreed=commit)  # type: ignore[misc]
    assert "Publishing anna/dumpling-lora starts in a moment." in str(told)
    publish(store, store.jobs.list(OWNER)[0])
    assert "dumpling.safetensors" in hub.made[NAME].files()
