"""Two people in one studio, over a real SQLite file: for each it is as if the other had nothing."""

import inspect
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from sqlalchemy import text

from studio.engines.local_port import LocalPort
from studio.errors import NotFound, StudioError
from studio.jobs.job import Job, JobKind
from studio.people.person import OWNER, Person
from studio.pictures.picture import Picture
from studio.pictures.picture_filter import PictureFilter
from studio.store import Store, open_store
from studio.studio import Studio
from studio.subjects.subject import Subject
from studio.words import as_written
from tests.any_request import picture_request
from tests.by_hand import begin, finish_explanation, finish_lesson, finish_pictures, keep_checkpoint
from tests.conftest import draw_photo
from tests.hub_requests import publish_request
from tests.still_studio import studio_over
from tests.unit.studio.models.test_imports import lora_file
from ui.snapshot import take_snapshot

ANNA, BEN = OWNER, Person("ben")


@dataclass(frozen=True, kw_only=True)
class House:
    """A studio and what Anna has in it, or would have: `lesson` and so on are hers, also where none of it is there."""

    studio: Studio
    store: Store
    folder: Path
    photos: list[Path]
    lesson: str = ""
    waiting: str = ""
    failed: str = ""
    subject: Subject
    picture: Picture

    def everything(self, person: Person) -> dict[str, Any]:
        """All rows of a person, and all files."""
        return {
            "jobs": [replace(job, position=None) for job in self.store.jobs.list(person)],  # others take turns with it
            "subjects": self.store.subjects.list(person),
            "pictures": self.store.pictures.list(person),
            "checkpoints": self.store.checkpoints.of(person, self.lesson),
        }

    def files(self) -> dict[str, bytes]:
        """Every file but the database's own."""
        paths = [path for path in self.store.files.root.rglob("*/*") if path.is_file()]
        return {str(path.relative_to(self.store.files.root)): path.read_bytes() for path in paths}


def looked_at() -> float:
    """When everything is looked at, in unix seconds."""
    return 3000.0


def filled(studio: Studio, store: Store, folder: Path, photos: list[Path], person: Person) -> House:
    """A person's Dumpling, taught as an object and published; a picture of it from a start; jobs in several states."""
    lesson = studio.subjects.teach(person, photos, "Dumpling", "cat", "quick", options={"subject_type": "object"})
    keep_checkpoint(store, begin(store), 40)
    store.jobs.progress(lesson.id, step=41, loss=0.5)
    finish_lesson(store, store.jobs.get(person, lesson.id))
    store.subjects.add(
        Subject(owner=person, name="Pie", kind="cat", trigger_word="pumpkin", base_model="pocket", state="ready")
    )
    start = studio.init_images.keep(person, photos[0])
    options = {"start": {"file": start}}
    asked = studio.pictures.create(person, "Dumpling asleep", subjects=[{"name": "Dumpling"}], seed=7, options=options)
    (picture,) = finish_pictures(store, begin(store), now=2000.0)
    findings = {picture.id: [{"subject": "Dumpling", "likeness": 0.5}]}
    with store.database.writing() as session:
        result = f'{{"pictures": ["{picture.id}"], "findings": {str(findings).replace(chr(39), chr(34))}}}'
        session.execute(text("UPDATE jobs SET result = :result WHERE id = :id"), {"result": result, "id": asked.id})
    studio.explanations.explain(person, picture.id, "guidance")
    finish_explanation(store, begin(store))
    store.jobs.add(person, JobKind.PUBLISH, publish_request(), 1)
    store.jobs.finish(begin(store).id, {})
    failed = studio.pictures.create(person, "a red house", seed=7)
    store.jobs.fail(begin(store).id, StudioError(as_written("It rains.")))
    waiting = studio.pictures.create(person, "a blue house", seed=7)
    return House(
        studio=studio, store=store, folder=folder, photos=photos, lesson=lesson.id, waiting=waiting.id,
        failed=failed.id, subject=store.subjects.get(person, "Dumpling"), picture=picture,
    )  # fmt: skip


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> House:
    """One where Anna has everything and Ben nothing, closed, to be copied; beside it a data folder without anything."""
    folder = tmp_path_factory.mktemp("people")
    photos = [folder / f"photo_{number}.jpg" for number in range(5)]
    for number, path in enumerate(photos):
        draw_photo(number).save(path, quality=92)
    open_store(folder / "empty", looked_at).close()
    with open_store(folder / "full", looked_at) as store:
        return filled(studio_over(store, base_model="pocket"), store, folder, photos, ANNA)


@pytest.fixture
def houses(kept: House, tmp_path: Path) -> Iterator[tuple[House, House]]:
    """One where Anna has everything and Ben nothing, and one where nobody has anything."""
    with ExitStack() as stack:
        both = []
        for name in ("full", "empty"):
            shutil.copytree(kept.folder / name, tmp_path / name)
            store = stack.enter_context(open_store(tmp_path / name, looked_at))
            studio = studio_over(store, seed=2, base_model="pocket")  # the first drew the ids that are there
            both.append(replace(kept, studio=studio, store=store, folder=tmp_path))
        yield both[0], both[1]


def dropped(house: House) -> Path:
    """A picture from elsewhere that names Anna's LoRA."""
    info = PngInfo()
    words = "a cat <lora:dumpling:0.7>\nSteps: 20, Sampler: Euler, CFG scale: 7, Seed: 1, Size: 256x256"
    info.add_text("parameters", words)
    path = house.folder / "dropped.png"
    Image.new("RGB", (8, 8)).save(path, pnginfo=info)
    return path


def overdue(house: House, who: Person) -> object:
    """What of Anna's is overdue, also of a picture that she put into the bin when the world began."""
    if house.store.pictures.present(ANNA, [house.picture.id]):
        house.store.pictures.put_in_bin(ANNA, [house.picture.id], -1e9)
    found = house.studio.pictures.overdue(who)
    if house.store.pictures.in_bin_since(ANNA, 0.0):
        house.store.pictures.restore(ANNA, [house.picture.id])
    return found


DUMPLING: list[dict[str, object]] = [{"name": "Dumpling"}]

# Each public method that is for a person, tried with what is Anna's.
TRIED: dict[str, Callable[[House, Person], object]] = {
    "file": lambda house, who: [
        tried(lambda file=file: house.studio.file(who, file), house)
        for file in (
            *house.subject.photo_files, *house.subject.lora_files.values(), house.picture.file,
            str(house.picture.thumbnail_file), f"explained/{house.picture.id}/guidance-00.png",
            "" if house.picture.request.start is None else start_of(house),
        )
    ],
    "queue.add": lambda house, who: house.studio.queue.add(who, JobKind.CREATE, picture_request(), 20),
    "queue.get": lambda house, who: house.studio.queue.get(who, house.lesson),
    "queue.losses": lambda house, who: house.studio.queue.losses(who, house.lesson),
    "queue.list": lambda house, who: house.studio.queue.list(who),
    "queue.cancel": lambda house, who: house.studio.queue.cancel(who, house.waiting),
    "queue.pause": lambda house, who: house.studio.queue.pause(who, house.waiting),
    "queue.resume": lambda house, who: house.studio.queue.resume(who, house.waiting),
    "queue.finish": lambda house, who: house.studio.queue.finish(who, house.lesson),
    "queue.move": lambda house, who: house.studio.queue.move(who, house.waiting, 1),
    "queue.retry": lambda house, who: house.studio.queue.retry(who, house.failed),
    "subjects.teach": lambda house, who: house.studio.subjects.teach(
        who, house.photos, "Dumpling", "cat", options={"seed": 1}
    ),
    "subjects.name_remark": lambda house, who: house.studio.subjects.name_remark(who, "Pumpkin", "cat"),
    "subjects.list": lambda house, who: house.studio.subjects.list(who),
    "subjects.usable": lambda house, who: house.studio.subjects.usable(who),
    "subjects.let_guests_use": lambda house, who: house.studio.subjects.let_guests_use(who, "Dumpling", True),
    "subjects.get": lambda house, who: house.studio.subjects.get(who, "dumpling"),
    "subjects.ready": lambda house, who: house.studio.subjects.ready(who, "Dumpling"),
    "subjects.type_of": lambda house, who: house.studio.subjects.type_of(who, house.subject),
    "subjects.file": lambda house, who: house.studio.subjects.file(who, "Dumpling"),
    "subjects.delete": lambda house, who: house.studio.subjects.delete(who, "Dumpling"),
    "samples.take": lambda house, who: house.studio.samples.take(who),
    "checkpoints.of_lesson": lambda house, who: house.studio.checkpoints.of_lesson(who, house.lesson),
    "checkpoints.of": lambda house, who: house.studio.checkpoints.of(who, "Dumpling"),
    "checkpoints.choose": lambda house, who: house.studio.checkpoints.choose(who, "Dumpling", 40),
    "imports.from_file": lambda house, who: house.studio.imports.from_file(
        who, "Dumpling", "cat", lora_file(house.folder / "x.safetensors")
    ),
    "imports.from_hub": lambda house, who: house.studio.imports.from_hub(who, "Dumpling", "cat", "no place"),
    "init_images.keep": lambda house, who: house.studio.init_images.keep(who, house.photos[0]),
    "init_images.keep_picture": lambda house, who: house.studio.init_images.keep_picture(who, house.picture.id),
    "init_images.keep_mask": lambda house, who: house.studio.init_images.keep_mask(who, house.photos[0]),
    "init_images.file": lambda house, who: house.studio.init_images.file(who, start_of(house)),
    "init_images.size": lambda house, who: house.studio.init_images.size(who, start_of(house)),
    "init_images.chosen": lambda house, who: house.studio.init_images.chosen(who, {"file": start_of(house)}),
    "init_images.forget": lambda house, who: house.studio.init_images.forget(who, house.picture.request),
    "pictures.create": lambda house, who: house.studio.pictures.create(who, "a cat", subjects=DUMPLING, seed=1),
    "pictures.read_prompt": lambda house, who: house.studio.pictures.read_prompt(who, "Dumpling on a roof"),
    "pictures.more_like": lambda house, who: house.studio.pictures.more_like(who, house.picture.id),
    "pictures.larger": lambda house, who: house.studio.pictures.larger(who, house.picture.id),
    "pictures.draw_again": lambda house, who: house.studio.pictures.draw_again(
        who, house.picture.id, box=(0, 0, 0.5, 1), seed=1
    ),
    "pictures.boxes": lambda house, who: house.studio.pictures.boxes(who, house.picture.id),
    "pictures.subject_at": lambda house, who: house.studio.pictures.subject_at(who, house.picture.id, 0.5, 0.5),
    "pictures.likenesses": lambda house, who: house.studio.pictures.likenesses(who, [house.picture]),
    "pictures.list": lambda house, who: house.studio.pictures.list(who, subject="Dumpling"),
    "pictures.days": lambda house, who: house.studio.pictures.days(who, UTC, subject="Dumpling"),
    "pictures.revision": lambda house, who: house.studio.pictures.revision(who),
    "pictures.star": lambda house, who: house.studio.pictures.star(who, [house.picture.id]),
    "pictures.put_in_bin": lambda house, who: house.studio.pictures.put_in_bin(who, [house.picture.id]),
    "pictures.restore": lambda house, who: house.studio.pictures.restore(who, [house.picture.id]),
    "pictures.overdue": lambda house, who: overdue(house, who),
    "pictures.archive": lambda house, who: house.studio.pictures.archive(
        who, [house.picture.id], house.folder / "pictures.zip"
    ),
    "pictures.present": lambda house, who: house.studio.pictures.present(who, [house.picture.id]),
    "pictures.get": lambda house, who: house.studio.pictures.get(who, house.picture.id),
    "pictures.file": lambda house, who: house.studio.pictures.file(who, house.picture.id),
    "pictures.thumbnails": lambda house, who: house.studio.pictures.thumbnails(who, [house.picture]),
    "pictures.files": lambda house, who: house.studio.pictures.files(who, house.picture.id),
    "explanations.explain": lambda house, who: house.studio.explanations.explain(who, house.picture.id, "seed"),
    "explanations.of": lambda house, who: house.studio.explanations.of(who, house.picture.id),
    "explanations.stop": lambda house, who: house.studio.explanations.stop(who, house.picture.id, "guidance"),
    "explanations.files": lambda house, who: house.studio.explanations.files(who, house.picture.id, "guidance"),
    "pictures.infotext": lambda house, who: house.studio.pictures.infotext(who, house.picture.id),
    "pictures.copy": lambda house, who: house.studio.pictures.copy(who, house.picture.id, "png"),
    "pictures.delete": lambda house, who: house.studio.pictures.delete(who, house.picture.id),
    "metadata.read": lambda house, who: house.studio.metadata.read(who, dropped(house)),
    "models.named": lambda house, who: house.studio.models.named(who, "pocket"),
    "models.known": lambda house, who: house.studio.models.known(who),
    "models.for_picture": lambda house, who: house.studio.models.for_picture(who, [house.subject], "auto"),
    "hub.account": lambda house, who: house.studio.hub.account(who),
    "hub.publish_choices": lambda house, who: house.studio.hub.publish_choices(who, "Dumpling"),
    "hub.published": lambda house, who: house.studio.hub.published(who, "Dumpling"),
    "hub.suggested_repository": lambda house, who: house.studio.hub.suggested_repository(who, house.subject),
    "hub.publish": lambda house, who: house.studio.hub.publish(who, "Dumpling"),
    "leaving.delete_everything": lambda house, who: house.studio.leaving.delete_everything(who),
    "leaving.take_everything": lambda house, who: house.studio.leaving.take_everything(who, house.folder / "all.zip"),
}  # fmt: skip
# Where a guest finds the owner's subject that she may use. Of everything else of it nothing is there for her.
FINDS_LENT = {
    "subjects.usable", "subjects.ready", "subjects.type_of", "pictures.create", "pictures.read_prompt", "metadata.read",
}  # fmt: skip
# What is about no one's things.
NOBODYS = {
    "status", "standing", "samples.there", "queue.new_id", "queue.is_busy", "subjects.presets", "subjects.samples",
    "pictures.samplers", "pictures.empty_bins", "leaving.finish", "explanations.sample",
    "hub.free_repository", "models.automatic", "models.why", "models.check_can_learn", "models.beyond",
    "models.check_fits",
}  # fmt: skip
# Accounts are the owner's and each guest's own: tests/unit/studio/people tries each of these with a guest, and
# test_leaving.py how one is removed.
# Then what tells who somebody is.
OF_ACCOUNTS = {"leaving.remove_guest"} | {
    f"people.{name}"
    for name in (
        "me", "accounts", "start_session", "end_sessions", "sessions", "invite", "invitations", "revoke_invitation",
        "set_password", "new_token", "tokens", "revoke_token", "set_limits", "remove",
        "usage", "usages",
    )
}  # fmt: skip
TELLS_WHO = {
    f"people.{name}"
    for name in ("log_in", "of_session", "of_token", "end_session", "is_invited", "accept", "of_hub_user")
}
# What is the same whatever there is: it puts something new beside it, or asks who it is for what she may do.
NEW = {
    "queue.add", "init_images.keep", "init_images.keep_mask", "init_images.forget", "models.named", "models.known",
    "models.for_picture", "hub.account",
}  # fmt: skip


def start_of(house: House) -> str:
    assert house.picture.request.start is not None
    return house.picture.request.start.file


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Callable[..., object]]:
    """Every public method of the studio and of its services, as "service.name"."""
    found: dict[str, Callable[..., object]] = dict(inspect.getmembers(Studio, inspect.isfunction))
    with open_store(tmp_path_factory.mktemp("studio")) as store:
        services = {name: type(one) for name, one in vars(studio_over(store)).items() if not name.startswith("_")}
    for service, kind in services.items():
        found |= {f"{service}.{name}": method for name, method in inspect.getmembers(kind, inspect.isfunction)}
    return {name: method for name, method in found.items() if not name.rpartition(".")[2].startswith("_")}


def tried(use: Callable[[], object], house: House) -> object:
    """What comes of it, as far as it does not tell one data folder, or one moment of drawing ids, from another."""
    try:
        outcome = use()
    except StudioError as error:
        return type(error), str(error)
    if isinstance(outcome, Job):
        plain = replace(outcome, position=None, created_at=None)
        return repr(plain).replace(outcome.id, "ID")
    if isinstance(outcome, Path):
        return outcome.relative_to(house.store.files.root)
    return outcome


# The services -------------------------------------------------------------------------------------------------------


def test_every_method_says_first_for_whom_or_is_about_no_ones_things(known: dict[str, Callable[..., object]]) -> None:
    assert set(known) == set(TRIED) | NOBODYS | OF_ACCOUNTS | TELLS_WHO, (
        "a new method is tried here with the second person"
    )
    for name in (*TRIED, *OF_ACCOUNTS):
        first = list(inspect.signature(known[name]).parameters.values())[1]
        assert (first.name, first.annotation, first.default) == ("person", Person, inspect.Parameter.empty), name
        assert first.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD, name


@pytest.mark.parametrize("name", TRIED)
def test_for_the_second_person_it_is_as_if_the_first_had_nothing(name: str, houses: tuple[House, House]) -> None:
    full, empty = houses
    use = TRIED[name]
    hers, files = full.everything(ANNA), full.files()
    assert tried(lambda: use(full, BEN), full) == tried(lambda: use(empty, BEN), empty)
    assert full.everything(ANNA) == hers
    assert {file: full.files().get(file) for file in files} == files, "nothing of hers is gone or another"
    if name not in NEW:  # and it was asked for something that is there
        assert tried(lambda: use(full, ANNA), full) != tried(lambda: use(empty, ANNA), empty)


@pytest.mark.parametrize("name", TRIED)
def test_of_a_subject_that_guests_may_use_nothing_else_is_there_for_them(
    name: str, houses: tuple[House, House]
) -> None:
    full, empty = houses
    full.studio.subjects.let_guests_use(ANNA, "Dumpling", True)
    hers, files = full.everything(ANNA), full.files()
    found = tried(lambda: TRIED[name](full, BEN), full)
    if name in FINDS_LENT:
        assert found != tried(lambda: TRIED[name](empty, BEN), empty)
        for file in (*full.subject.photo_files, *full.subject.lora_files.values(), str(full.subject.cover_file)):
            assert file not in repr(found)
    else:
        assert found == tried(lambda: TRIED[name](empty, BEN), empty)
    assert full.everything(ANNA) == hers
    assert {file: full.files().get(file) for file in files} == files


def test_a_page_shows_its_own_persons_rows_and_the_place_in_everybodys_queue(houses: tuple[House, House]) -> None:
    full, empty = houses
    his = take_snapshot(BEN, full.studio, 3000.0)
    assert his == take_snapshot(BEN, empty.studio, 3000.0)
    first, second = (full.studio.pictures.create(BEN, "a cat") for _ in range(2))
    assert [one.position for one in full.studio.queue.list(BEN)] == [1, 3], "much was made for her, and nothing for him"
    assert full.studio.queue.get(ANNA, full.waiting).position == 2
    assert [one.position for one in full.studio.queue.list(ANNA)][:1] == [2]
    assert full.studio.queue.move(BEN, second.id, 2).position == 1, "his own jobs alone change places"
    assert full.studio.queue.get(BEN, first.id).position == 3
    assert full.studio.queue.get(ANNA, full.waiting).position == 2


def test_two_people_both_teach_a_dumpling_with_files_of_its_own(
    houses: tuple[House, House], photos: list[Path]
) -> None:
    full, _ = houses
    studio, store = full.studio, full.store
    studio.queue.cancel(ANNA, full.waiting)
    his = filled(studio, store, full.folder, photos[:4], BEN)
    for who, job_id in ((ANNA, full.lesson), (BEN, his.lesson)):
        mine = studio.subjects.get(who, "Dumpling")
        assert (mine.owner, mine.trigger_word, mine.job_id) == (who, "dumpling", job_id)
        assert [picture.job_id for picture in studio.pictures.list(who, subject="dumpling")] == [
            (full if who == ANNA else his).picture.job_id
        ]
    hers, other = full.subject, his.subject
    for names in ((hers.photo_files, other.photo_files), (hers.lora_files.values(), other.lora_files.values())):
        assert not set(names[0]) & set(names[1])
    assert hers.lora_files["kohya"].startswith("loras/dumpling/"), "as in earlier data folders"

    studio.subjects.delete(BEN, "Dumpling")
    studio.pictures.delete(BEN, his.picture.id)
    assert all(studio.file(ANNA, file).is_file() for file in (*hers.photo_files, *hers.lora_files.values()))
    assert studio.file(ANNA, start_of(full)).is_file(), "both started from the same photo"
    with pytest.raises(NotFound):
        studio.init_images.file(BEN, start_of(his))


# The store ----------------------------------------------------------------------------------------------------------


def test_names_and_trigger_words_are_each_persons_own(houses: tuple[House, House]) -> None:
    store = houses[0].store
    store.subjects.add(replace(houses[0].subject, owner=BEN))
    assert store.subjects.update(BEN, "dumpling", steps=7).steps == 7
    assert store.subjects.get(ANNA, "Dumpling") == houses[0].subject
    with pytest.raises(StudioError, match="There is a subject named 'Dumpling' already"):
        store.subjects.add(replace(houses[0].subject, owner=BEN))
    store.subjects.delete(BEN, "Dumpling")
    assert store.subjects.find(BEN, "Dumpling") is None
    assert store.subjects.get(ANNA, "Dumpling") == houses[0].subject


@pytest.mark.parametrize(
    "use",
    [
        lambda house, who: house.store.jobs.get(who, house.lesson),
        lambda house, who: house.store.jobs.of_ids(who, [house.lesson]),
        lambda house, who: house.store.subjects.update(who, "Dumpling", steps=3),
        lambda house, who: house.store.subjects.find(who, "Dumpling"),
        lambda house, who: house.store.pictures.list(who, PictureFilter(search="asleep")),
        lambda house, who: house.store.pictures.start_from(who, start_of(house)),
        lambda house, who: house.store.pictures.delete(who, house.picture.id),
        lambda house, who: house.store.pictures.star(who, [house.picture.id], True),
        lambda house, who: house.store.pictures.put_in_bin(who, [house.picture.id], 1.0),
        lambda house, who: house.store.pictures.restore(who, [house.picture.id]),
        lambda house, who: house.store.pictures.moments(who),
        lambda house, who: house.store.pictures.revision(who),
        lambda house, who: house.store.checkpoints.of(who, house.lesson),
    ],
)
def test_the_store_knows_nothing_of_it_for_another(
    use: Callable[[House, Person], object], houses: tuple[House, House]
) -> None:
    full, empty = houses
    hers = full.everything(ANNA)
    assert tried(lambda: use(full, BEN), full) == tried(lambda: use(empty, BEN), empty)
    assert full.everything(ANNA) == hers
    assert tried(lambda: use(full, ANNA), full) != tried(lambda: use(empty, ANNA), empty)


@pytest.mark.parametrize("id", ["", "Ben", "ben-1", "../x", "b" * 41])
def test_a_persons_id_can_name_files(id: str) -> None:
    with pytest.raises(StudioError, match="A person's id is"):
        Person(id)


# The worker ---------------------------------------------------------------------------------------------------------


def test_a_worker_works_for_everybody_and_a_job_finds_its_owners_subject(
    houses: tuple[House, House], photos: list[Path]
) -> None:
    full, _ = houses
    studio, store = full.studio, full.store
    studio.queue.cancel(ANNA, full.waiting)
    filled(studio, store, full.folder, photos[:4], BEN)
    asked = studio.pictures.create(BEN, "Dumpling asleep", subjects=DUMPLING)
    port = LocalPort(store, "worker")
    jobs = list(iter(lambda: port.claim(needs_model=True), None))
    assert [(job.id, job.owner) for job in jobs][-1] == (asked.id, BEN)
    known = port.subject(BEN, "Dumpling")
    assert known is not None and known.subject == studio.subjects.get(BEN, "Dumpling") != full.subject
    with pytest.raises(NotFound):
        port.kept_picture(BEN, full.picture.id)
