"""The configuration: every key of config.toml with its default, and every fault in it at once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import time, timedelta
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, get_origin
from zoneinfo import ZoneInfo

from pydantic import (
    BaseModel,
    BeforeValidator,
    Field,
    PrivateAttr,
    ValidationError,
    field_validator,
)

from monitor.contradictions import contradictions
from monitor.languages import builtin, languages
from monitor.layers import Kind, Layers, without_unsafe
from monitor.mistakes import in_words, unknown_key
from monitor.origins import ConfigFile, find_file, read_file, secrets_in_the_open
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
from rules.lines import KeyPath
from rules.model import Fault

BUILTIN = "builtin"
DIRECTORY = "directory.toml"


__all__ = [
    "BUILTIN",
    "DIRECTORY",
    "Config",
    "ConfigFaults",
    "Daemon",
    "DigestSettings",
    "HeartbeatSettings",
    "Operator",
    "Source",
    "StoreSettings",
    "WebSettings",
    "load_config",
    "store_alone",
]
NO_OVERRIDES: Mapping[str, str] = MappingProxyType({})


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


class ConfigFaults(Exception):
    """The configuration cannot be used; ``faults`` says why, all at once."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


def load_config(
    path: Path | None, environ: Mapping[str, str], overrides: Mapping[str, str] = NO_OVERRIDES
) -> Config:
    """The settings of the file (``path``, or the first found), credentials, environment and command line.

    ``overrides`` maps dotted keys ("email.port") to texts. Raises ConfigFaults.
    """
    place, namer = find_file(path, environ)
    file = read_file(place, namer) if place is not None else ConfigFile()
    if file.faults:
        raise ConfigFaults(file.faults)
    layers = Layers(file, environ, overrides, _kind, _keys)
    faults = [*layers.faults, *secrets_in_the_open(file)]
    told = {fault.key for fault in faults}
    try:
        text = json.dumps(without_unsafe(layers.tree), default=str)
        config = Config.model_validate_json(text, strict=True, context=place).rooted()
    except ValidationError as error:
        found = (
            _wrong(layers, wrong["loc"], wrong["type"], wrong.get("ctx", {}), wrong["msg"])
            for wrong in error.errors(include_url=False, include_input=False)
        )
        faults += [fault for fault in found if fault.key not in told]
    else:
        faults += [layers.fault(path, sentence) for path, sentence in contradictions(config)]
    if faults:
        raise ConfigFaults(tuple(faults))
    return config


def store_alone(path: Path | None, environ: Mapping[str, str]) -> Config | None:
    """The defaults with the file's [store] alone, to find a database although other keys are faulty.

    None where the file cannot be read or its [store] is faulty too.
    """
    place, _ = find_file(path, environ)
    file = read_file(place, "") if place is not None else ConfigFile()
    layers = Layers(file, environ, NO_OVERRIDES, _kind, _keys)
    if file.faults or any(fault.key.startswith("store") for fault in layers.faults):
        return None
    store = {"store": layers.tree["store"]} if "store" in layers.tree else {}
    try:
        text = json.dumps(without_unsafe(store), default=str)
        return Config.model_validate_json(text, strict=True, context=place).rooted()
    except ValidationError:
        return None


def _wrong(layers: Layers, path: KeyPath, kind: str, context: Mapping[str, object], message: str) -> Fault:
    if kind == "extra_forbidden":
        return layers.fault(path, unknown_key(str(path[-1]), _keys(path[:-1])))
    return layers.fault(path, in_words(kind, context, message))


@cache
def _shape() -> Mapping[tuple[str, ...], object]:
    """Every key path of the file with its type, the sections and a source's keys among them."""
    shape: dict[tuple[str, ...], object] = {}
    sections: list[tuple[tuple[str, ...], type[BaseModel]]] = [((), Config), (("source",), Source)]
    for above, section in sections:
        for name, field in section.model_fields.items():
            path, kind = (*above, field.alias or name), field.annotation
            shape[path] = kind
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                sections.append((path, kind))
    return shape


def _keys(path: KeyPath) -> tuple[str, ...]:
    """The keys of the section at this path."""
    above = tuple(part for part in path if isinstance(part, str))
    return tuple(known[-1] for known in _shape() if known[:-1] == above)


def _kind(path: tuple[str, ...]) -> Kind:
    """How a text from outside the file is to be read for this key."""
    known = _shape().get(path)
    if known is None or (path[0] == "source" and len(path) > 1):
        return "unknown"
    if get_origin(known) is tuple:
        return "list"
    if isinstance(known, type) and issubclass(known, BaseModel):
        return "table"
    return "whole" if known is int else "number" if known is float else "text"
