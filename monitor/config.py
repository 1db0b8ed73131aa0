"""The configuration as it is read: file, credentials, environment and command line, with every fault at once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import get_origin

from pydantic import BaseModel, ValidationError

from monitor.contradictions import contradictions
from monitor.layers import Kind, Layers, without_unsafe
from monitor.mistakes import in_words, unknown_key
from monitor.origins import ConfigFile, find_file, read_file, secrets_in_the_open
from monitor.sections import (
    Daemon,
    DigestSettings,
    HeartbeatSettings,
    Operator,
    Source,
    StoreSettings,
    WebSettings,
)
from monitor.settings import BUILTIN, DIRECTORY, Config
from rules.lines import KeyPath
from rules.model import Fault

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
