"""The sections of the configuration, each key with its default and its rules."""

from __future__ import annotations

import re
from datetime import time, timedelta
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, field_validator

from monitor.listening import Place, ping_address, place_of
from monitor.span import hour_of, wait_of, wait_or_off
from notifiers.address import ascii_address

_STORES = re.compile(r"(sqlite:///|postgresql(\+psycopg)?://)[^\s]+")
Hour = Annotated[time, BeforeValidator(hour_of)]


class Section(BaseModel):
    """No unknown keys, and no value in a fault: it may be a secret."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Operator(Section):
    """Who runs the daemon: failures go to this address."""

    email: str = ""

    @field_validator("email")
    @classmethod
    def _is_an_address(cls, email: str) -> str:
        return ascii_address(email) if email else ""


class StoreSettings(Section):
    """Where cases, journal and outbox lie."""

    url: str = Field(default="sqlite:///var/duewatch.db", repr=False)  # may hold a password

    @field_validator("url")
    @classmethod
    def _is_a_store(cls, url: str) -> str:
        if not _STORES.fullmatch(url):
            raise ValueError("must be sqlite:///path/to/file.db or postgresql://user@host/database")
        return url


class DigestSettings(Section):
    """When the officers' digests go out."""

    at: Hour = time(7, 30)
    days: Literal["working", "daily", "weekly"] = "working"
    quiet: Literal["never", "weekly", "daily"] = "weekly"


class Daemon(Section):
    """How the daemon waits; ``clock_guard`` None: the wall clock may jump forward as it likes."""

    poll_s: float = Field(default=1.0, gt=0, le=15, allow_inf_nan=False)
    clock_guard: Annotated[timedelta | None, BeforeValidator(wait_or_off)] = timedelta(hours=36)

    @field_validator("clock_guard")
    @classmethod
    def _is_no_hair_trigger(cls, limit: timedelta | None) -> timedelta | None:
        if limit is not None and limit < timedelta(minutes=1):
            raise ValueError('must be at least "1m", or "off"')
        return limit


class WebSettings(Section):
    """Where pages for watchers and metrics are served; "" nowhere."""

    listen: str = ""

    @field_validator("listen")
    @classmethod
    def _is_ours_alone(cls, listen: str) -> str:
        if listen:
            place_of(listen)
        return listen

    @property
    def place(self) -> Place | None:
        return place_of(self.listen) if self.listen else None

    def below(self, base: Path) -> WebSettings:
        """The same with a socket's path counted from the folder."""
        if "/" not in self.listen:
            return self
        return self.model_copy(update={"listen": str(base.absolute() / self.listen)})


class HeartbeatSettings(Section):
    """Signs of life to the outside: ``ping`` is called while all is well, ``command`` run when letters do not go."""

    ping: SecretStr = SecretStr("")
    every: Annotated[timedelta, BeforeValidator(wait_of)] = timedelta(minutes=5)
    command: tuple[str, ...] = ()

    @field_validator("ping")
    @classmethod
    def _is_private(cls, ping: SecretStr) -> SecretStr:
        if ping:
            ping_address(ping.get_secret_value())
        return ping

    @field_validator("command")
    @classmethod
    def _names_a_program(cls, command: tuple[str, ...]) -> tuple[str, ...]:
        if command and not command[0]:
            raise ValueError("the program's name is empty")
        return command


class Source(Section):
    """A folder into which agencies' own systems drop status files."""

    name: str = Field(pattern=r"^[a-z0-9-]+$")
    kind: Literal["folder"] = "folder"
    path: Path
    every: Annotated[timedelta, BeforeValidator(wait_of)] = timedelta(minutes=5)
    agencies: tuple[str, ...] = Field(min_length=1)
