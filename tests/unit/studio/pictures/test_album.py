"""Pictures kept: found a page at a time and by day, with stars, in the bin and back, and together in a zip."""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event

from studio.errors import NotFound
from studio.people.person import OWNER
from studio.pictures.archive import sheet
from studio.pictures.picture import Picture
from studio.pictures.picture_filter import key_of
from studio.store import Store, open_store
from studio.studio import Studio
from tests.by_hand import begin, finish_pictures
from tests.clock import Clock
from tests.still_studio import studio_over

DAY = 86400.0


@pytest.fixture
def clock() -> Clock:
    return Clock(1_800_000_000.0)


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    with open_store(tmp_path / "data", clock) as opened:
        yield opened


@pytest.fixture
def studio(store: Store) -> Studio:
    return studio_over(store, base_model="pocket")


@pytest.fixture
def made(studio: Studio, store: Store, clock: Clock) -> list[Picture]:
    """Four pictures, the first being the newest, of which two are from one moment."""
    studio.pictures.create(OWNER, "a red house", seed=5, count=4, width=64, height=64)
    first, *others = finish_pictures(store, begin(store), clock.now - 10)
    store.pictures.add(replace(first, created_at=others[0].created_at))
    return list(studio.pictures.list(OWNER))


def ids(pictures: list[Picture]) -> list[str]:
    return [picture.id for picture in pictures]


@pytest.mark.parametrize("size", [1, 2, 3])
def test_pages_one_after_the_other_are_the_list_also_where_moments_are_the_same(
    size: int, studio: Studio, made: list[Picture]
) -> None:
    found: list[Picture] = []
    while page := studio.pictures.list(OWNER, limit=size, after=key_of(found[-1]) if found else None):
        found += page
    assert found == made


def test_a_later_page_passes_over_nothing_that_came_before(studio: Studio, store: Store, made: list[Picture]) -> None:
    asked: list[tuple[str, tuple[object, ...]]] = []
    event.listen(store.database.engine, "before_cursor_execute", lambda *given: asked.append((given[2], given[3])))
    studio.pictures.list(OWNER, after=key_of(made[0]), starred=True)
    question, values = next(one for one in asked if one[0].startswith("SELECT"))
    with store.database.reading() as session:
        plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {question}", values).all()
    assert "pictures_with_star (owner=? AND created_at<?)" in plan[0][3]


def test_days_are_those_of_the_time_zone_and_find_their_pictures(studio: Studio, store: Store) -> None:
    studio.pictures.create(OWNER, "a red house", count=2)
    first, second = finish_pictures(store, begin(store), 1_800_000_000.0)  # 2027-01-15 08:00 in UTC
    store.pictures.add(replace(second, created_at=first.created_at + 15 * 3600 + 1800))
    assert [(one.day, one.count) for one in studio.pictures.days(OWNER, UTC)] == [(date(2027, 1, 15), 2)]
    tokyo = studio.pictures.days(OWNER, ZoneInfo("Asia/Tokyo"))
    assert [(one.day, one.count) for one in tokyo] == [(date(2027, 1, 16), 1), (date(2027, 1, 15), 1)]
    assert [ids(studio.pictures.list(OWNER, day=day)) for day in tokyo] == [[second.id], [first.id]]
    assert studio.pictures.days(OWNER, UTC, "blue") == []


def test_stars_are_kept_when_a_job_adds_its_pictures_again(studio: Studio, store: Store, made: list[Picture]) -> None:
    studio.pictures.star(OWNER, [made[1].id, made[2].id])
    studio.pictures.star(OWNER, [made[2].id], False)
    store.pictures.add(made[1])
    assert ids(studio.pictures.list(OWNER, starred=True)) == [made[1].id]


def test_what_is_in_the_bin_is_nowhere_else_and_comes_back_as_it_was(
    studio: Studio, store: Store, clock: Clock, made: list[Picture]
) -> None:
    gone = [made[3].id, made[0].id]
    for id in gone:
        clock.now += 1
        studio.pictures.put_in_bin(OWNER, [id])
    assert ids(studio.pictures.list(OWNER)) == ids(made[1:3])
    assert studio.pictures.present(OWNER, ids(made)) == set(ids(made[1:3]))
    with pytest.raises(NotFound, match="There is no picture"):
        studio.pictures.get(OWNER, made[0].id)
    assert ids(studio.pictures.list(OWNER, bin=True)) == gone[::-1], "the last deleted first"
    assert store.files.path(made[0].file).is_file()
    with pytest.raises(NotFound):
        studio.pictures.restore(OWNER, [made[0].id, "nowhere"])
    assert len(studio.pictures.list(OWNER, bin=True)) == 2
    studio.pictures.restore(OWNER, gone)
    assert studio.pictures.list(OWNER) == made


def test_after_thirty_days_what_is_in_the_bin_is_deleted_for_good(
    studio: Studio, store: Store, clock: Clock, made: list[Picture]
) -> None:
    studio.pictures.put_in_bin(OWNER, [made[0].id])
    clock.now += DAY
    studio.pictures.put_in_bin(OWNER, [made[1].id])
    clock.now += 29 * DAY
    studio.pictures.empty_bins()
    assert ids(studio.pictures.list(OWNER, bin=True)) == [made[1].id, made[0].id]
    clock.now += 1
    studio.pictures.empty_bins()
    assert ids(studio.pictures.list(OWNER, bin=True)) == [made[1].id]
    assert not store.files.path(made[0].file).exists() and store.files.path(made[1].file).exists()


def test_every_change_of_a_picture_is_another_revision_and_nothing_else_is(
    studio: Studio, store: Store, made: list[Picture]
) -> None:
    pictures, id = studio.pictures, made[0].id
    seen = [pictures.revision(OWNER)]
    for change in (
        lambda: pictures.star(OWNER, [id]),
        lambda: pictures.put_in_bin(OWNER, [id]),
        lambda: pictures.restore(OWNER, [id]),
        lambda: pictures.delete(OWNER, id),
        lambda: store.pictures.add(made[0]),
    ):
        change()
        seen.append(pictures.revision(OWNER))
    assert len(set(seen)) == len(seen)
    studio.pictures.create(OWNER, "a blue house")
    begin(store)
    assert pictures.revision(OWNER) == seen[-1]


def test_a_zip_holds_the_very_files_and_a_sheet_of_their_settings(
    studio: Studio, store: Store, made: list[Picture], tmp_path: Path
) -> None:
    studio.pictures.star(OWNER, [made[0].id])
    studio.pictures.archive(OWNER, [made[0].id, made[3].id, made[0].id], tmp_path / "some.zip")
    with zipfile.ZipFile(tmp_path / "some.zip") as archive:
        rows = list(csv.DictReader(io.StringIO(archive.read("pictures.csv").decode("utf-8-sig"))))
        for row, one in zip(rows, (made[0], made[3]), strict=True):
            assert archive.read(row["file"]) == store.files.path(one.file).read_bytes()
            assert (row["prompt"], row["seed"]) == ("a red house", str(one.seed))
    assert [row["starred"] for row in rows] == ["1", "0"]
    with pytest.raises(NotFound):
        studio.pictures.archive(OWNER, [made[0].id, "nowhere"], tmp_path / "none.zip")
    assert not (tmp_path / "none.zip").exists()


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1, max_size=4))
def test_no_cell_of_a_sheet_is_a_formula_and_every_text_can_be_read_again(cells: list[str]) -> None:
    content = sheet([cells])
    assert content.startswith(b"\xef\xbb\xbf")
    (read,) = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    for cell, original in zip(read, cells, strict=True):
        assert cell in (original, f"'{original}")
        assert not cell.lstrip().startswith(("=", "+", "-", "@"))
