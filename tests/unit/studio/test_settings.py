"""Settings from the environment and the command line."""

from pathlib import Path

import pytest

from studio.errors import StudioError
from studio.settings import load_settings


def test_the_command_line_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CUDDLE_PORT", "7001")
    monkeypatch.setenv("CUDDLE_DATA_FOLDER", str(tmp_path))
    assert load_settings().port == 7001
    assert load_settings(port=None, host="0.0.0.0").data_folder == tmp_path
    assert load_settings(port=7002).port == 7002


def test_a_bad_setting_is_named_with_where_to_change_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUDDLE_PORT", "many")
    with pytest.raises(StudioError, match=r"The setting port is 'many'.*--port or CUDDLE_PORT"):
        load_settings()
    with pytest.raises(StudioError, match="The setting device is 'tpu'"):
        load_settings(port=1, device="tpu")
    with pytest.raises(StudioError, match=r"The setting workers is '0'.*--workers or CUDDLE_WORKERS"):
        load_settings(port=1, workers="0")


def test_the_engine_is_local_or_a_folder() -> None:
    assert load_settings().engine == "local"
    assert load_settings(engine="folder:~/shared").engine == "folder:~/shared"
    with pytest.raises(StudioError, match=r"The setting engine is 'ray'.*--engine or CUDDLE_ENGINE"):
        load_settings(engine="ray")
