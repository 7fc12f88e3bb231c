"""A Hub that knows Anna, reached through the place that HF_ENDPOINT sets, with Anna's token on this side."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from huggingface_hub import constants

from tests.hub_server import Hub, serving
from tests.hub_writing import Account

TOKEN = "hf_AnnasVerySecretToken0123456789"
READ_TOKEN = "hf_AnnasTokenThatMayOnlyRead012345"


@contextmanager
def hub_of_anna(folder: Path, monkeypatch: pytest.MonkeyPatch, files: Path | None = None) -> Iterator[Hub]:
    """The Hub until the block ends; waits between two tries take no time. `files`: of "owner/lora", there already."""
    present = files or folder / "nothing"
    present.mkdir(parents=True, exist_ok=True)
    made = folder / "made"
    made.mkdir(parents=True)
    with serving("owner/lora", present, made) as hub:
        hub.accounts[TOKEN] = Account(name="anna", organisations=("cats",))
        hub.accounts[READ_TOKEN] = Account(name="anna", role="read")
        point_at(hub.url, monkeypatch)
        monkeypatch.setenv("HF_TOKEN", TOKEN)
        yield hub


def point_at(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As HF_ENDPOINT does at the start of a process, and no waiting between two tries."""
    monkeypatch.setattr(constants, "ENDPOINT", url)
    monkeypatch.setattr(constants, "HUGGINGFACE_CO_URL_TEMPLATE", url + "/{repo_id}/resolve/{revision}/{filename}")
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", False)
    monkeypatch.setattr("huggingface_hub.utils._http.time.sleep", lambda seconds: None)
