"""Every key of config.toml with its type and its default."""

from __future__ import annotations

from datetime import time, timedelta
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field, PrivateAttr, field_validator

from monitor.languages import builtin, languages
from monitor.sections import (
    Daemon,
    DigestSettings,
    HeartbeatSettings,
    Hour,
    Operator,
    Section,
    Source,
    StoreSettings,
    WebSettings,
)
from monitor.span import Span, span_of
from notifiers import CHANNELS
from notifiers.email_settings import EmailSettings
from notifiers.folder import FolderSettings

BUILTIN = "builtin"
DIRECTORY = "directory.toml"


class Config(Section):
    """All settings. Paths are as usable from the current folder, counted from the file's folder before."""

    timezone: str = "Asia/Ho_Chi_Minh"
    language: str = Field(default="vi", pattern=r"^[a-z]{2,3}(-[A-Za-z]{2,4})?$")
    send_at: Hour = time(8, 0)
    catalogue: tuple[str, ...] = Field(default=(BUILTIN,), min_length=1)
    directory: Path | None = None
    channels: tuple[str, ...] = Field(default=("folder",), min_length=1)
    templates: tuple[Path, ...] = ()
    keep: Annotated[Span, BeforeValidator(span_of)] = Span(5, "y")
    operator: Operator = Operator()
    store: StoreSettings = StoreSettings()
    folder: FolderSettings = FolderSettings()
    email: EmailSettings = EmailSettings()
    digest: DigestSettings = DigestSettings()
    daemon: Daemon = Daemon()
    web: WebSettings = WebSettings()
    heartbeat: HeartbeatSettings = HeartbeatSettings()
    source: tuple[Source, ...] = ()
    _file: Path | None = PrivateAttr(default=None)

    @field_validator("timezone")
    @classmethod
    def _is_known(cls, name: str) -> str:
        try:
            return ZoneInfo(name).key
        except (KeyError, ValueError, OSError):
            raise ValueError(f"unknown time zone {name!r}: write one like Asia/Ho_Chi_Minh") from None

    @field_validator("channels")
    @classmethod
    def _are_channels(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        for name in names:
            if name not in CHANNELS:
                raise ValueError(f"unknown channel {name!r}: there are {', '.join(CHANNELS)}")
        if len(set(names)) < len(names):
            raise ValueError("names a channel twice")
        return names

    @field_validator("source")
    @classmethod
    def _have_their_own_names(cls, sources: tuple[Source, ...]) -> tuple[Source, ...]:
        names = [source.name for source in sources]
        for name in names:
            if names.count(name) > 1:
                raise ValueError(f"two sources are called {name!r}")
        return sources

    def model_post_init(self, context: object, /) -> None:
        if isinstance(context, Path):
            self._file = context

    @property
    def file(self) -> Path | None:
        """The file that was read; None where the defaults serve."""
        return self._file

    @property
    def base(self) -> Path:
        """The folder from which relative paths count."""
        return self._file.parent if self._file is not None else Path()

    @property
    def languages(self) -> tuple[str, ...]:
        """Every language in which letters can be written."""
        return languages((*self.templates, builtin()))

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def clock_guard(self) -> timedelta | None:
        """The greatest jump of the wall clock that heals by itself; None for any."""
        return self.daemon.clock_guard

    @property
    def directory_file(self) -> Path | None:
        """Who is told: the file named, else directory.toml where it lies; None for the built-in sample."""
        beside = self.base / DIRECTORY
        return self.directory or (beside if beside.exists() else None)

    def rooted(self) -> Config:
        """The same with every path counted from the configuration file's folder."""
        base = self.base
        return self.model_copy(
            update={
                "catalogue": tuple(name if name == BUILTIN else str(base / name) for name in self.catalogue),
                "directory": base / self.directory if self.directory else None,
                "templates": tuple(base / folder for folder in self.templates),
                "folder": self.folder.model_copy(update={"path": base / self.folder.path}),
                "web": self.web.below(base),
                "source": tuple(
                    source.model_copy(update={"path": base / source.path}) for source in self.source
                ),
            }
        )
