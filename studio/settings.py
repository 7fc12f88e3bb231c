"""Where and how the studio runs: from CUDDLE_* environment variables, overridden by the command line."""

from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from studio.errors import StudioError


class Settings(BaseSettings):
    """The settings of one start. `base_model` is what "auto" means unless it is "auto" itself.

    `workers`: how many lessons and pictures are worked at at once; None is one for each graphics card. `engine`: where
    that is, "local" for this computer, or "folder:PATH" for machines that share that folder with it.
    `database_folder`: where the database lies while Cuddle runs, for a data folder that is a mounted bucket, in which
    copies of it are kept (studio.copies). None: in the data folder itself.
    """

    model_config = SettingsConfigDict(env_prefix="CUDDLE_", frozen=True, extra="forbid")

    host: str = "127.0.0.1"
    port: int = Field(default=7860, ge=0, le=65535)
    database_folder: Path | None = None
    data_folder: Path = Field(default_factory=lambda: Path.home() / "Cuddle")
    base_model: str = "auto"
    device: Literal["auto", "cpu", "cuda", "mps"] = "auto"
    workers: int | None = Field(default=None, ge=1, le=64)
    engine: str = Field(default="local", pattern=r"^(local|folder:.+)$")
    share: bool = False
    user: str = "cuddle"
    password: str | None = Field(default=None, repr=False)


def load_settings(**overrides: Any) -> Settings:
    """Settings from the environment, with every override that is not None in place. Errors: StudioError."""
    try:
        return Settings(**{name: value for name, value in overrides.items() if value is not None})
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else "settings"
        if name == "password":
            raise StudioError("password-no-text") from None
        raise StudioError(
            "setting-not-fine",
            setting=name,
            value=str(first.get("input")),
            reason=first["msg"].lower(),
            option=name.replace("_", "-"),
            variable=name.upper(),
        ) from error
