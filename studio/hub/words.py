"""What went wrong with the Hugging Face Hub, in one sentence for a person; a token is in none of them."""

import os
import re
from json import JSONDecodeError

from httpx2 import HTTPError
from huggingface_hub import constants
from huggingface_hub.errors import (
    GatedRepoError,
    HfHubHTTPError,
    LocalEntryNotFoundError,
    LocalTokenNotFoundError,
    OfflineModeIsEnabled,
    RepositoryNotFoundError,
)
from huggingface_hub.utils import parse_ratelimit_headers

from studio.checks import shown
from studio.errors import StudioError
from studio.words import Message

TOKENS_PAGE = "https://huggingface.co/settings/tokens"

_A_TOKEN = re.compile(r"hf_[A-Za-z0-9_-]+")  # also those of other people, such as in a server's own words
_LONGEST_ANSWER = 200  # characters of what the Hub itself says


def is_on_a_space() -> bool:
    """Whether Cuddle runs as a Hugging Face Space."""
    return bool(os.environ.get("SPACE_ID"))


def no_token() -> Message:
    """How to give Cuddle a token, where it runs."""
    if is_on_a_space():
        return Message("hub-no-token-on-space", page=TOKENS_PAGE)
    return Message("hub-no-token", page=TOKENS_PAGE)


def in_words(error: BaseException, what: Message | str) -> StudioError:
    """The sentence for trouble with the Hub. `what`: what it is about, such as "anna/dumpling".

    An error of another kind, which is a defect, travels up. Receives also what huggingface_hub wraps its errors in.
    """
    found = _cause(error)
    if isinstance(found, StudioError):
        return found
    if isinstance(found, LocalTokenNotFoundError):
        return StudioError(no_token())
    if isinstance(found, OfflineModeIsEnabled):
        return StudioError("hub-offline")
    if isinstance(found, HfHubHTTPError):
        return StudioError(_answered(found, what))
    if isinstance(found, JSONDecodeError):
        return StudioError("hub-answer-not-its-own", what=what, address=constants.ENDPOINT)
    if isinstance(found, HTTPError | ConnectionError | LocalEntryNotFoundError | TimeoutError):
        return StudioError("hub-not-reached", what=what, type=type(found).__name__)
    raise found


def _answered(error: HfHubHTTPError, what: Message | str) -> Message:
    status = error.response.status_code
    if isinstance(error, GatedRepoError):
        return Message("hub-gated", what=what, address=constants.ENDPOINT)
    if status == 429:
        return _asked_too_often(error)
    if status >= 500:
        return Message("hub-in-trouble", what=what, status=status)
    if status == 403:
        return Message("hub-token-without-right", what=what, page=TOKENS_PAGE)
    if isinstance(error, RepositoryNotFoundError) or status == 404:
        return Message("hub-not-found", what=what)
    if status == 401:
        return Message("hub-token-unknown", page=TOKENS_PAGE)
    if status == 409:
        return Message("hub-name-taken", what=what)
    if own := _own_words(error):
        return Message("hub-refused-saying", what=what, status=status, answer=own)
    return Message("hub-refused", what=what, status=status)


def _asked_too_often(error: HfHubHTTPError) -> Message:
    limit = parse_ratelimit_headers(error.response.headers)
    if limit is None or limit.reset_in_seconds <= 0:
        return Message("hub-asked-too-often")
    return Message("hub-asked-too-often-for", minutes=-(-limit.reset_in_seconds // 60))


def _own_words(error: HfHubHTTPError) -> str:
    return shown(_A_TOKEN.sub("…", error.server_message or ""), _LONGEST_ANSWER).rstrip(".")


def _cause(error: BaseException) -> BaseException:
    """What lies behind "Error while uploading …", by which huggingface_hub hides what happened in its threads."""
    while not isinstance(error, HfHubHTTPError) and isinstance(error, RuntimeError | ValueError) and error.__cause__:
        error = error.__cause__
    return error
