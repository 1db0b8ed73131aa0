"""What all commands share: where the configuration lies, whether a traceback is wanted, who acts."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

import click

from monitor.cli.faults import MISCONFIGURED, REFUSED
from monitor.cli.types import OFFICER
from monitor.cli.wiring import Wiring, wiring_of

_P = ParamSpec("_P")
_F = TypeVar("_F", bound=Callable[..., object])


def _keep_config(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    if value is not None:
        from pathlib import Path

        wiring_of(ctx).config_file = Path(value)


def _keep_debug(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        wiring_of(ctx).debug = True


def _keep_officer(ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    if value is not None:
        wiring_of(ctx).claimed = value


def common(body: _F) -> _F:
    """--config and --debug, which may stand before and after a command's name."""
    config = click.option(
        "--config",
        type=click.Path(),
        metavar="FILE",
        help="The configuration file (else $DUEWATCH_CONFIG, ./config.toml, /etc/duewatch/config.toml).",
        expose_value=False,
        is_eager=True,
        callback=_keep_config,
    )
    debug = click.option(
        "--debug",
        is_flag=True,
        help="Show a traceback when something fails.",
        expose_value=False,
        is_eager=True,
        callback=_keep_debug,
    )
    return config(debug(body))


def reading(body: Callable[Concatenate[Wiring, _P], None]) -> Callable[_P, None]:
    """A command that only looks: with a faulty configuration it exits 1."""
    return common(_wired(body, REFUSED))


def operating(body: Callable[Concatenate[Wiring, _P], None]) -> Callable[_P, None]:
    """A command that runs or repairs the machine: with a faulty configuration it exits 78."""
    return common(_wired(body, MISCONFIGURED))


def changing(body: Callable[Concatenate[Wiring, _P], None]) -> Callable[_P, None]:
    """A command that changes cases in somebody's name: --as, and exit 78 with a faulty configuration."""
    officer = click.option(
        "--as",
        type=OFFICER,
        metavar="OFFICER",
        help="Who acts (a claim, recorded beside the login name).",
        expose_value=False,
        callback=_keep_officer,
    )
    return common(officer(_wired(body, MISCONFIGURED)))


as_json = click.option("--json", "as_json", is_flag=True, help="The machine form.")
assume_yes = click.option("--yes", is_flag=True, help="Do not ask.")


def _wired(body: Callable[Concatenate[Wiring, _P], None], fault_exit: int) -> Callable[_P, None]:
    @wraps(body)
    def call(*args: _P.args, **kwargs: _P.kwargs) -> None:
        wiring = wiring_of(click.get_current_context())
        wiring.fault_exit = fault_exit
        body(wiring, *args, **kwargs)

    return call
