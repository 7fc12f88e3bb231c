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

TOKENS_PAGE = "https://huggingface.co/settings/tokens"
LOG_IN = "log in on this computer with '.venv/bin/hf auth login'"

_A_TOKEN = re.compile(r"hf_[A-Za-z0-9_-]+")  # also those of other people, such as in a server's own words
_LONGEST_ANSWER = 200  # characters of what the Hub itself says


def is_on_a_space() -> bool:
    """Whether Cuddle runs as a Hugging Face Space."""
    return bool(os.environ.get("SPACE_ID"))


def no_token() -> str:
    """How to give Cuddle a token, where it runs."""
    if is_on_a_space():
        return (
            "This Space has no Hugging Face token. Open its Settings, add a secret named HF_TOKEN under “Variables and "
            f"secrets” with a token from {TOKENS_PAGE} that may write, and keep the Space private: whoever opens it "
            "could publish in your name."
        )
    return (
        f"Cuddle has no Hugging Face token yet. Make one that may write at {TOKENS_PAGE}, then {LOG_IN} (or set "
        "HF_TOKEN before you start Cuddle)."
    )


def in_words(error: BaseException, what: str) -> StudioError:
    """The sentence for trouble with the Hub. `what`: what it is about, such as "anna/dumpling".

    An error of another kind, which is a defect, travels up. Receives also what huggingface_hub wraps its errors in.
    """
    found = _cause(error)
    if isinstance(found, StudioError):
        return found
    if isinstance(found, LocalTokenNotFoundError):
        return StudioError(no_token())
    if isinstance(found, OfflineModeIsEnabled):
        return StudioError(
            "Cuddle was started with HF_HUB_OFFLINE, so it asks the Hugging Face Hub for nothing. Start it without "
            "that variable, and try again."
        )
    if isinstance(found, HfHubHTTPError):
        return StudioError(_answered(found, what))
    if isinstance(found, JSONDecodeError):
        return StudioError(
            f"What came for {what} is no answer of the Hugging Face Hub. Maybe this network wants you to log in: open "
            f"{constants.ENDPOINT} in a browser, then try again."
        )
    if isinstance(found, HTTPError | ConnectionError | LocalEntryNotFoundError | TimeoutError):
        return StudioError(
            f"The Hugging Face Hub cannot be reached for {what} ({type(found).__name__}). Check the internet "
            "connection, then try again; nothing here is lost."
        )
    raise found


def _answered(error: HfHubHTTPError, what: str) -> str:
    status = error.response.status_code
    if isinstance(error, GatedRepoError):
        return (
            f"{what} is behind a licence. Open it on {constants.ENDPOINT} in a browser, accept its licence there, "
            f"{LOG_IN}, and try again."
        )
    if status == 429:
        return f"The Hugging Face Hub was asked too often (429). {_when(error)}; nothing here is lost."
    if status >= 500:
        return (
            f"The Hugging Face Hub has trouble of its own ({status}). Try {what} again in a few minutes; nothing here "
            "is lost."
        )
    if status == 403:
        return (
            f"The Hugging Face token that is here has no right to do that with {what} (403). Make one that may write "
            f"at {TOKENS_PAGE}, give it to Cuddle in place of the old one, and try again."
        )
    if isinstance(error, RepositoryNotFoundError) or status == 404:
        return (
            f"There is no {what} on the Hugging Face Hub, or it is private. Check the name; for a private one {LOG_IN} "
            "as someone who may read it, and try again."
        )
    if status == 401:
        return (
            f"The Hugging Face Hub does not know the token that is here (401); it may have been deleted. Make a new "
            f"one at {TOKENS_PAGE}, give it to Cuddle in place of the old one, and try again."
        )
    if status == 409:
        return (
            f"The name {what} is taken on the Hugging Face Hub by something else (409). Choose another name, and try "
            "again."
        )
    return f"The Hugging Face Hub refused {what} ({status}{_own_words(error)}). Change that, and try again."


def _when(error: HfHubHTTPError) -> str:
    limit = parse_ratelimit_headers(error.response.headers)
    if limit is None or limit.reset_in_seconds <= 0:
        return "Try again in a few minutes"
    minutes = -(-limit.reset_in_seconds // 60)
    return f"Try again in {minutes} minute{'s' if minutes > 1 else ''}"


def _own_words(error: HfHubHTTPError) -> str:
    said = shown(_A_TOKEN.sub("…", error.server_message or ""), _LONGEST_ANSWER).rstrip(".")
    return f": {said}" if said else ""


def _cause(error: BaseException) -> BaseException:
    """What lies behind "Error while uploading …", by which huggingface_hub hides what happened in its threads."""
    while not isinstance(error, HfHubHTTPError) and isinstance(error, RuntimeError | ValueError) and error.__cause__:
        error = error.__cause__
    return error
