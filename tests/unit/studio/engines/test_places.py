"""How many workers there are and which card each gets, without a card and without torch."""

import pytest

from studio.engines.places import devices_in, places
from studio.errors import StudioError

TWO_CARDS = """\
GPU 0: NVIDIA H100 80GB HBM3 (UUID: GPU-11111111-aaaa-bbbb-cccc-000000000000)
GPU 1: NVIDIA GeForce RTX 4090 (UUID: GPU-22222222-aaaa-bbbb-cccc-000000000000)
"""
ONE_SPLIT = """\
GPU 0: NVIDIA A100-SXM4-40GB (UUID: GPU-3333)
  MIG 3g.20gb     Device  0: (UUID: MIG-aaaa)
  MIG 3g.20gb     Device  1: (UUID: MIG-bbbb)
GPU 1: NVIDIA A100-SXM4-40GB (UUID: GPU-4444)
"""


def devices(
    device: str = "auto", workers: int | None = None, listed: str | None = TWO_CARDS, **environment: str
) -> list[str | None]:
    found = places(device, workers, environment, lambda: listed)
    assert [place.slot for place in found] == list(range(len(found)))
    return [place.environment.get("CUDA_VISIBLE_DEVICES") for place in found]


def test_each_card_has_a_worker_and_is_named_so_that_no_order_matters() -> None:
    assert devices() == ["GPU-11111111-aaaa-bbbb-cccc-000000000000", "GPU-22222222-aaaa-bbbb-cccc-000000000000"]
    assert devices("cuda", workers=1) == ["GPU-11111111-aaaa-bbbb-cccc-000000000000"]


def test_a_card_that_is_split_counts_by_its_parts() -> None:
    assert devices_in(ONE_SPLIT) == ["MIG-aaaa", "MIG-bbbb", "GPU-4444"]


@pytest.mark.parametrize(
    ("allowed", "expected"),
    [
        ("2,0", ["2", "0"]),
        ("GPU-1, GPU-2", ["GPU-1", "GPU-2"]),
        ("0,-1,1", ["0"]),
        ("0,0", ["0"]),
        ("", [None]),
        ("-1", [None]),
    ],
)
def test_what_cuda_visible_devices_allows_is_all_there_is(allowed: str, expected: list[str | None]) -> None:
    assert devices(CUDA_VISIBLE_DEVICES=allowed) == expected


@pytest.mark.parametrize("listed", [None, "", "No devices were found\n"])
def test_without_a_card_there_is_one_worker_whose_environment_is_left_alone(listed: str | None) -> None:
    assert places("auto", None, {}, lambda: listed)[0].environment == {}
    assert devices(listed=listed) == [None]


def test_on_the_processor_there_are_as_many_workers_as_asked_for_and_they_share_its_cores() -> None:
    assert devices("cpu") == devices("mps") == [None]
    shared = places("cpu", 3, {}, lambda: TWO_CARDS, cores=8)
    assert [place.environment for place in shared] == [{"OMP_NUM_THREADS": "2"}] * 3
    assert places("cpu", 2, {"OMP_NUM_THREADS": "1"}, lambda: None)[0].environment == {}


def test_more_workers_than_cards_are_refused() -> None:
    with pytest.raises(StudioError, match=r"--workers is 3, but each worker needs a graphics card.*Choose 1 to 2"):
        devices(workers=3)
