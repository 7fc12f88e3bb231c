"""Finds a LoRA file on the Hugging Face Hub by what a person gives, and reads its header without the whole file."""

import re
import struct
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal
from urllib.parse import unquote, urlsplit

from httpx2 import HTTPError
from huggingface_hub import HfApi, constants, hf_hub_url
from huggingface_hub.errors import HFValidationError
from huggingface_hub.hf_api import ModelInfo
from huggingface_hub.utils import (
    build_hf_headers,  # pyright: ignore[reportUnknownVariableType] - user_agent: a dict of anything
    get_session,
    hf_raise_for_status,
    validate_repo_id,
)

from studio.checks import shown
from studio.errors import StudioError
from studio.hub.account import ANSWER_SECONDS, token_here
from studio.hub.words import in_words
from studio.models.base_models import BaseModel
from studio.models.lora_uploads import header_of, stated_word, trigger_word_in
from studio.models.safetensors_header import MAX_HEADER_BYTES
from studio.words import Listing, Message

DIFFUSERS_NAME = "pytorch_lora_weights.safetensors"  # what load_lora_weights() looks for
FIRST_BYTES = 200_000  # a LoRA's header is longer only with many ranks; then the rest is asked for
_MOST_NAMED = 6  # files in a sentence

_PICKLES = (".bin", ".pt", ".ckpt", ".pth", ".pkl")
Token = str | Literal[False] | None  # False: whatever this computer has is not used
_HOSTS = ("huggingface.co", "www.huggingface.co", "hf.co")


@dataclass(frozen=True, kw_only=True, slots=True)
class HubPlace:
    """What a person gave: a repository, and maybe a file of it. `revision`: a branch, tag or commit, or None."""

    repository: str
    file: str | None = None
    revision: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class HubLora:
    """A LoRA file on the Hub. `revision` is a commit; `sha256` is empty for a file that git itself keeps.

    `trigger_word`: what the file's own metadata says, else the card's instance prompt; None where neither does.
    """

    repository: str
    revision: str
    file: str
    size: int
    sha256: str
    trigger_word: str | None


def place_of(given: str) -> HubPlace:
    """owner/name, owner/name/file.safetensors, or the address of either. Errors: StudioError for anything else."""
    text = given.strip()
    if "://" not in text and text.partition("/")[0].lower() in _HOSTS:
        text = f"https://{text}"
    if "://" in text:
        text = _path_on_the_hub(text)
    pieces = [piece for piece in text.split("/") if piece]
    revision = None
    if len(pieces) >= 4 and pieces[2] in ("blob", "resolve", "tree", "raw"):
        revision, pieces = pieces[3], [*pieces[:2], *pieces[4:]]
    file = "/".join(pieces[2:]) or None
    try:
        if len(pieces) < 2 or ".." in pieces:
            raise HFValidationError
        repository = "/".join(pieces[:2])
        validate_repo_id(repository)
    except HFValidationError as error:
        raise StudioError("hub-no-name", given=shown(given, 80)) from error
    return HubPlace(repository=repository, file=file, revision=revision)


def _path_on_the_hub(address: str) -> str:
    """The path of an address there. Errors: StudioError for one elsewhere."""
    try:
        parts = urlsplit(address)
        if parts.hostname in (*_HOSTS, urlsplit(constants.ENDPOINT).hostname):
            return unquote(parts.path)
    except ValueError:
        pass  # such as half an IPv6 address
    raise StudioError("hub-address-elsewhere", address=shown(address, 80))


def find(given: str, base_model: BaseModel, kind: str, *, with_token: bool = True) -> HubLora:
    """The LoRA file that a person means, for that base model, as far as its header shows. Errors: StudioError.

    Two requests, and a third for a long header; the file itself is not fetched. `kind`: the class noun, which is no
    trigger word. `with_token`: whether it may be one that the account of this computer alone can reach.
    """
    place, token = place_of(given), token_here() if with_token else False
    try:
        info = HfApi(token=token).model_info(
            place.repository, revision=place.revision, files_metadata=True, timeout=ANSWER_SECONDS
        )
        siblings = {sibling.rfilename: sibling for sibling in info.siblings or ()}
        name = chosen_file(list(siblings), place)
        sibling = siblings[name]
        size = sibling.size or 0
        first = _first_bytes(place.repository, name, info.sha or constants.DEFAULT_REVISION, token)
    except (HTTPError, OSError, ValueError) as error:
        raise in_words(error, place.repository) from None  # the Hub's own words may hold anything, a token too
    with tempfile.TemporaryDirectory() as folder:
        stand_in = Path(folder) / PurePosixPath(name).name  # its header and its size, and nothing else of it
        stand_in.write_bytes(first)
        with stand_in.open("r+b") as opened:
            opened.truncate(max(size, len(first)))
        own_word = trigger_word_in(header_of(stand_in, base_model), kind)
    return HubLora(
        repository=place.repository,
        revision=info.sha or constants.DEFAULT_REVISION,
        file=name,
        size=size,
        sha256=sibling.lfs.sha256 if sibling.lfs is not None else "",
        trigger_word=own_word or trigger_word_of(_instance_prompt(info), kind),
    )


def chosen_file(names: Sequence[str], place: HubPlace) -> str:
    """Which file of a repository is meant. Errors: StudioError that says what is there instead.

    Of two forms of one LoRA the one in kohya's is taken, since it holds its real alpha and its metadata.
    """
    if place.file is not None:
        return _named(names, place, place.file)
    found = [name for name in names if name.endswith(".safetensors")]
    if "model_index.json" in names:
        raise StudioError("hub-whole-model", repository=place.repository)
    if not found:
        raise _none_there(names, place.repository)
    kohya = [name for name in found if PurePosixPath(name).name != DIFFUSERS_NAME]
    if len(found) == 1:
        return found[0]
    if len(kohya) == 1:
        return kohya[0]
    raise StudioError(
        "hub-several-files",
        repository=place.repository,
        count=len(found),
        files=Listing([shown(name) for name in found], most=_MOST_NAMED, style="comma"),
        first=found[0],
    )


def trigger_word_of(instance_prompt: str, kind: str) -> str | None:
    """The trigger word in a card's instance prompt, such as sks in "a photo of sks dog"; None where none is."""
    return stated_word(re.sub(r"[<>]", " ", instance_prompt), kind)


def _named(names: Sequence[str], place: HubPlace, file: str) -> str:
    if file.lower().endswith(_PICKLES):
        raise StudioError("hub-file-pickle", file=shown(file, 80))
    if file not in names:
        there = ", ".join(shown(name) for name in names if name.endswith(".safetensors"))
        raise StudioError(
            "hub-file-not-there",
            repository=place.repository,
            file=shown(file, 80),
            there=shown(there, 300) if there else Message("hub-nothing-there"),
        )
    if not file.endswith(".safetensors"):
        raise StudioError("hub-file-no-safetensors", file=shown(file, 80))
    return file


def _none_there(names: Sequence[str], repository: str) -> StudioError:
    if any(name.lower().endswith(_PICKLES) for name in names):
        return StudioError("hub-repository-pickle", repository=repository)
    return StudioError("hub-repository-without-lora", repository=repository)


def _first_bytes(repository: str, file: str, revision: str, token: Token) -> bytes:
    """A file's beginning with its whole header. Errors: HTTPError, OSError, StudioError."""
    first = _range(repository, file, revision, token, 0, FIRST_BYTES)
    length = struct.unpack("<Q", first[:8])[0] if len(first) >= 8 else 0
    if 8 + length > len(first) >= FIRST_BYTES and length <= MAX_HEADER_BYTES:
        first += _range(repository, file, revision, token, len(first), 8 + length)
    return first


def _range(repository: str, file: str, revision: str, token: Token, start: int, end: int) -> bytes:
    headers = build_hf_headers(token=token) | {
        "Range": f"bytes={start}-{end - 1}",
        "Accept-Encoding": "identity",
    }
    url = hf_hub_url(repository, file, revision=revision, endpoint=constants.ENDPOINT)
    with get_session().stream("GET", url, headers=headers, timeout=ANSWER_SECONDS) as answer:
        hf_raise_for_status(answer)
        content = b""
        for piece in answer.iter_bytes():  # a server that gives the whole file is not read to its end
            content += piece
            if len(content) >= end - start:
                break
    return content[: end - start]


def _instance_prompt(info: ModelInfo) -> str:
    facts: Mapping[str, object] = info.card_data.to_dict() if info.card_data is not None else {}
    prompt = facts.get("instance_prompt")
    return prompt[:2000] if isinstance(prompt, str) else ""
