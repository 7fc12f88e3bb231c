"""Styles: words that come after whatever a person wrote, in the picture's own request."""

import pytest

from studio.errors import StudioError
from studio.jobs.requests import MAX_STYLE, PictureRequest
from studio.people.person import OWNER
from studio.pictures.styles import style_words, styles_for, with_style
from studio.studio import Studio
from studio.words import say


def test_the_words_of_a_style_come_after_the_prompt_and_are_kept_by_themselves(studio: Studio) -> None:
    style = styles_for("sdxl")[0]
    job = studio.pictures.create(OWNER, "a red house,", options={"style": style.words})
    request = job.request
    assert isinstance(request, PictureRequest)
    assert (request.typed_prompt, request.style) == ("a red house,", style.words)
    assert request.prompt == f"a red house, {style.words}"
    assert PictureRequest.from_json(request.to_json()) == request
    assert studio.pictures.read_prompt(OWNER, "a red house", options={"style": style.words}).style == style.words


def test_a_grid_of_words_has_the_style_in_each_of_its_pictures(studio: Studio) -> None:
    grid = {"x": {"name": "prompt", "values": ["red", "blue"]}}
    request = studio.pictures.create(OWNER, "a red house", options={"style": "in oil", "grid": grid}).request
    assert isinstance(request, PictureRequest)
    assert [request.one(index).prompt for index in range(2)] == ["a red house, in oil", "a blue house, in oil"]


def test_a_picture_of_an_earlier_version_has_no_style(studio: Studio) -> None:
    request = studio.pictures.create(OWNER, "a red house").request
    assert isinstance(request, PictureRequest)
    kept = request.to_json()
    del kept["style"]
    assert PictureRequest.from_json(kept).style == ""


def test_a_style_is_a_line_of_words_and_no_lora_tags() -> None:
    assert style_words(" soft\nlight, <lora:film:1> ") == "soft light"
    assert with_style("", "soft light") == "soft light" and with_style("a house", "") == "a house"
    for wrong in ("x" * (MAX_STYLE + 1), 5, ["soft"]):
        with pytest.raises(StudioError, match=r"^The style "):
            style_words(wrong)


def test_every_style_has_a_name_and_words_of_its_own_and_the_drawn_world_has_none() -> None:
    styles = styles_for("sdxl")
    assert len({say(style.title) for style in styles}) == len({style.words for style in styles}) == len(styles)
    assert all(style_words(style.words) == style.words for style in styles)
    assert styles_for("pocket") == ()
