"""What gradio is told, and what browsers are told."""

from pathlib import Path

import pytest

from studio.studio import Studio
from ui.served_files import ServedFiles
from ui.serving import launch_settings
from ui.serving.headers import page_policy


def test_the_data_folder_is_closed_and_nothing_is_sent_home(studio: Studio, page_files: ServedFiles) -> None:
    folder = Path("/nowhere/data")
    settings = launch_settings(
        host="127.0.0.1", port=1, share=False, people=studio.people, served=page_files, data_folder=folder
    )
    assert settings["blocked_paths"] == [str(folder)]
    assert settings["allowed_paths"] is None
    assert settings["run_history"] is False
    assert settings["ssr_mode"] is False
    assert settings["app_kwargs"]["openapi_url"] is None


@pytest.mark.parametrize(
    ("share", "is_space", "framed_by", "elsewhere"),
    [
        (False, False, "'none'", set[str]()),
        (True, False, "'none'", {"https://gradio.s3-us-west-2.amazonaws.com"}),
        (False, True, "https://huggingface.co", {"https://huggingface.co"}),
    ],
)
def test_the_policy_names_what_the_page_needs_and_nothing_else(
    share: bool, is_space: bool, framed_by: str, elsewhere: set[str]
) -> None:
    rules = dict(rule.split(" ", 1) for rule in page_policy("abc", share=share, is_space=is_space).split("; "))
    assert (rules["default-src"], rules["frame-ancestors"]) == ("'none'", framed_by)
    assert {word for rule in rules.values() for word in rule.split() if word.startswith("http")} == elsewhere
    assert "'unsafe-inline'" not in rules["script-src"]
