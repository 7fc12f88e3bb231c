"""What the small Hub of tests/hub_server.py does with requests that change something, and who may ask for it.

The routes and bodies are those that huggingface_hub 2.4 sends: whoami-v2, repos/create, settings, validate-yaml,
preupload, Git LFS' batch with upload in one piece or in parts, commit as lines of JSON.
"""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from tests.hub_server import Hub, Repository


@dataclass(frozen=True, kw_only=True, slots=True)
class Account:
    """Whose a token is. `role`: "write", or "read" for a token that may change nothing."""

    name: str
    organisations: tuple[str, ...] = ()
    role: str = "write"

    def may_see(self, repository: str) -> bool:
        """Whether a private repository is shown to this one."""
        return repository.partition("/")[0] in (self.name, *self.organisations)


@dataclass(frozen=True, kw_only=True, slots=True)
class Commit:
    """One commit: its title, and what became of which file."""

    title: str
    written: tuple[str, ...]
    deleted: tuple[str, ...]


@dataclass(kw_only=True)
class Refusal:
    """An answer for requests of that method whose path holds that text, so many times."""

    path: str
    status: int
    method: str = ""
    code: str = ""
    message: str = "refused"
    headers: Mapping[str, str] = field(default_factory=dict)
    times: int = 1_000_000

    def fits(self, method: str, path: str) -> bool:
        """Whether that request is meant."""
        return self.path in path and self.method in ("", method)


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What goes back."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def json(cls, value: object, status: int = 200) -> "Answer":
        """A value."""
        return cls(status=status, body=json.dumps(value).encode(), headers={"Content-Type": "application/json"})

    @classmethod
    def error(cls, status: int, message: str, code: str = "", headers: Mapping[str, str] | None = None) -> "Answer":
        """A refusal, in the Hub's way."""
        return cls(
            status=status,
            body=json.dumps({"error": message}).encode(),
            headers={
                "Content-Type": "application/json",
                "X-Error-Code": code,
                "X-Error-Message": message,
                **(headers or {}),
            },
        )


class Writing:
    """One request that changes something, by whoever that token is of."""

    def __init__(self, hub: "Hub", token: str | None) -> None:
        self._hub = hub
        self._account = hub.accounts.get(token or "")

    def answer(self, method: str, path: str, body: bytes) -> Answer:
        """Do it, if the token may."""
        if path.startswith("/parts/"):
            return self._complete(path.removeprefix("/parts/"), json.loads(body))
        account = self._account
        if account is None:
            return Answer.error(401, "Invalid username or password.")
        if path == "/api/whoami-v2":
            return self._who(account)
        if path == "/api/validate-yaml":
            return _validated(json.loads(body)["content"])
        if account.role == "read":
            return Answer.error(403, "Forbidden: you must use a write token")
        if path == "/api/repos/create":
            return self._create(account, json.loads(body))
        name, _, action = path.removeprefix("/api/models/").strip("/").partition(".git/")
        if not action:
            owner, short, action = [*path.removeprefix("/api/models/").split("/", 2), ""][:3]
            name = f"{owner}/{short}"
        repository = self._hub.made.get(name.strip("/"))
        if repository is None or not account.may_see(name.strip("/")):
            return Answer.error(404, "Repository not found", "RepoNotFound")
        if action == "settings":
            repository.private = json.loads(body)["visibility"] == "private"
            return Answer.json({"private": repository.private})
        if action.startswith("preupload/"):
            return self._preupload(repository, json.loads(body))
        if action == "info/lfs/objects/batch":
            return self._batch(json.loads(body))
        if action.startswith("commit/"):
            return self._commit(name, repository, body)
        return Answer.error(404, f"{method} {path} is not known here")

    def _who(self, account: Account) -> Answer:
        orgs = [{"name": name, "roleInOrg": "write"} for name in account.organisations]
        token = {"displayName": "cuddle", "role": account.role}
        return Answer.json(
            {"type": "user", "name": account.name, "orgs": orgs, "auth": {"type": "access_token", "accessToken": token}}
        )

    def _create(self, account: Account, asked: dict[str, Any]) -> Answer:
        from tests.hub_server import Repository

        name = f"{asked.get('organization') or account.name}/{asked['name']}"
        if not account.may_see(name):
            return Answer.error(403, "You don't have the rights to create a model under this namespace")
        if name in self._hub.made:
            return Answer.json({"error": "You already created this repo", "url": f"{self._hub.url}/{name}"}, 409)
        assert self._hub.workplace is not None, "this test made no room for new repositories"
        folder = self._hub.workplace / name.replace("/", "--")
        folder.mkdir(parents=True)
        (folder / ".gitattributes").write_text("*.safetensors filter=lfs diff=lfs merge=lfs -text\n")
        self._hub.made[name] = Repository(folder=folder, private=asked.get("visibility") == "private")
        return Answer.json({"url": f"{self._hub.url}/{name}", "name": name})

    def _preupload(self, repository: "Repository", asked: dict[str, Any]) -> Answer:
        from tests.hub_server import LARGE, etag

        rows = []
        for file in asked["files"]:
            is_large = file["path"].endswith(".safetensors") or file["size"] >= LARGE
            path = repository.folder / file["path"]
            present = path.read_bytes() if path.is_file() else None
            oid = None
            if present is not None:
                oid = hashlib.sha256(present).hexdigest() if is_large else etag(present)
            mode = "lfs" if is_large else "regular"
            rows.append({"path": file["path"], "uploadMode": mode, "shouldIgnore": False, "oid": oid})
        return Answer.json({"files": rows})

    def _batch(self, asked: dict[str, Any]) -> Answer:
        rows = []
        store = f"{self._hub.url.replace('127.0.0.1', 'localhost')}/store"
        for one in asked["objects"]:
            row: dict[str, Any] = {"oid": one["oid"], "size": one["size"]}
            size = self._hub.part_bytes
            if one["oid"] not in self._hub.objects and size is not None:
                count = -(-one["size"] // size)
                places = {f"{number:05d}": f"{store}/{one['oid']}/{number}" for number in range(1, count + 1)}
                place = f"{self._hub.url}/parts/{one['oid']}"
                row["actions"] = {"upload": {"href": place, "header": {"chunk_size": str(size), **places}}}
            elif one["oid"] not in self._hub.objects:
                row["actions"] = {"upload": {"href": f"{store}/{one['oid']}"}}
            rows.append(row)
        return Answer.json({"transfer": "basic", "objects": rows})

    def _complete(self, oid: str, asked: dict[str, Any]) -> Answer:
        parts = [self._hub.objects.pop(f"{oid}/{part['partNumber']}") for part in asked["parts"]]
        self._hub.objects[oid] = b"".join(parts)
        return Answer.json({"success": True})

    def _commit(self, name: str, repository: "Repository", body: bytes) -> Answer:
        lines = [json.loads(line) for line in body.splitlines()]
        title = next(line["value"]["summary"] for line in lines if line["key"] == "header")
        contents: dict[str, bytes] = {}
        deleted = [line["value"]["path"] for line in lines if line["key"] == "deletedFile"]
        for line in lines:
            value = line["value"]
            if line["key"] == "file":
                contents[value["path"]] = base64.b64decode(value["content"])
            elif line["key"] == "lfsFile":
                content = self._hub.objects.get(value["oid"])
                if content is None or hashlib.sha256(content).hexdigest() != value["oid"]:
                    return Answer.error(422, f"LFS object {value['oid']} is not there")
                contents[value["path"]] = content
        if missing := [path for path in deleted if not (repository.folder / path).is_file()]:
            return Answer.error(404, f"A file with this name doesn't exist: {missing[0]}", "EntryNotFound")
        for path in deleted:
            (repository.folder / path).unlink()
        for path, content in contents.items():
            place: Path = repository.folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        repository.commits.append(Commit(title=title, written=tuple(contents), deleted=tuple(deleted)))
        repository.sha = hashlib.sha1(f"{name} {len(repository.commits)}".encode()).hexdigest()
        url = f"{self._hub.url}/{name}/commit/{repository.sha}"
        return Answer.json({"commitUrl": url, "commitOid": repository.sha, "success": True})


def _validated(content: str) -> Answer:
    parts = content.split("---\n", 2)
    try:
        facts = yaml.safe_load(parts[1]) if len(parts) == 3 and not parts[0] else None
    except yaml.YAMLError as error:
        return Answer.json({"errors": [{"message": str(error)}], "warnings": []}, 400)
    if not isinstance(facts, dict):
        return Answer.json({"errors": [{"message": "there is no metadata"}], "warnings": []}, 400)
    return Answer.json({"errors": [], "warnings": []})
