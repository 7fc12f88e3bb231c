"""Trouble with the Hub in one sentence each."""

import pytest
from httpx2 import ConnectError, Headers, Request, Response
from huggingface_hub.errors import HfHubHTTPError, OfflineModeIsEnabled

from studio.errors import StudioError
from studio.hub.words import in_words, no_token
from studio.words import as_written, say


def answered(status: int, said: str = "", **headers: str) -> HfHubHTTPError:
    request = Request("GET", "https://huggingface.co/api/models/anna/x?signature=secret")
    response = Response(status, headers=Headers(headers), request=request)
    return HfHubHTTPError(f"{status} for {request.url}", response=response, server_message=said)


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 409, 413, 422, 429, 500, 502, 503])
def test_every_refusal_is_one_sentence_with_what_to_do_and_without_an_address(status: int) -> None:
    said = str(in_words(answered(status), "anna/x"))
    assert str(status) in said or status == 404
    assert "signature" not in said and "\n" not in said and len(said) < 400
    assert "again" in said


def test_the_hubs_own_words_are_short_and_hold_no_token() -> None:
    said = str(in_words(answered(400, f"Bad hf_AbcDef0123456789 here\n{'x' * 900}"), "anna/x"))
    assert "hf_" not in said and "Bad … here" in said and len(said) < 400


def test_what_a_thread_of_the_library_wraps_is_unwrapped() -> None:
    wrapped = RuntimeError("Error while uploading")
    wrapped.__cause__ = RuntimeError("inner")
    wrapped.__cause__.__cause__ = ConnectError("no route")
    assert "cannot be reached for anna/x (ConnectError)" in str(in_words(wrapped, "anna/x"))
    wrapped.__cause__.__cause__ = StudioError(as_written("Said already."))
    assert str(in_words(wrapped, "anna/x")) == "Said already."


def test_being_told_to_stay_offline_is_no_trouble_of_the_connection() -> None:
    assert "HF_HUB_OFFLINE" in str(in_words(OfflineModeIsEnabled("offline"), "anna/x"))


def test_a_defect_travels_up() -> None:
    with pytest.raises(ValueError, match="a defect"):
        in_words(ValueError("a defect"), "anna/x")
    with pytest.raises(OSError, match="disk"):
        in_words(OSError("disk"), "anna/x")


def test_a_limit_is_told_in_minutes() -> None:
    error = answered(429, ratelimit='"api";r=0;t=61')
    assert "Try again in 2 minutes" in str(in_words(error, "anna/x"))


def test_a_space_is_told_where_its_secrets_are(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "hf auth login" in say(no_token())
    monkeypatch.setenv("SPACE_ID", "anna/cuddle")
    assert "add a secret named HF_TOKEN" in say(no_token()) and "hf auth login" not in say(no_token())
