"""Two ways to reach a person without a letter: a web address that expects to be called, and a command."""

from __future__ import annotations

import asyncio
import os
import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from http.client import HTTPException, HTTPMessage
from typing import IO

PING_TIMEOUT_S = 10.0
COMMAND_TIMEOUT_S = 30.0
# What the daemon itself was told in its environment is no business of the command, the mail password least of all.
_OURS = ("DUEWATCH_", "CREDENTIALS_DIRECTORY", "NOTIFY_SOCKET", "WATCHDOG_")


class _StayThere(urllib.request.HTTPRedirectHandler):
    """An answer that leads elsewhere is no answer: the sign of life is for the address that was configured."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> None:
        return None


def called(address: str, timeout_s: float = PING_TIMEOUT_S) -> str | None:
    """Call the address; why it did not answer well, None where it did. The address itself is a secret: not in it."""
    request = urllib.request.Request(address, headers={"User-Agent": "duewatch"})  # noqa: S310  (see listening.ping_address)
    try:
        with urllib.request.build_opener(_StayThere).open(request, timeout=timeout_s) as answer:
            answer.read(1024)
    except urllib.error.HTTPError as fault:
        fault.close()
        return f"the answer was {fault.code}"
    except urllib.error.URLError as fault:
        reason = fault.reason
        words = reason.strerror if isinstance(reason, OSError) else None
        return f"cannot be reached: {words or type(reason).__name__}"
    except (OSError, HTTPException, ValueError) as fault:
        return f"cannot be reached: {type(fault).__name__}"
    return None


async def told_by(command: Sequence[str], sentence: str, timeout_s: float = COMMAND_TIMEOUT_S) -> str | None:
    """Run the command with the sentence on its standard input; why that failed, None where it ended well.

    No shell reads the arguments. A command that takes longer is killed.
    """
    try:
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            env=without_ours(os.environ),
            start_new_session=True,
        )
    except (OSError, ValueError) as fault:
        return f"{command[0]} cannot be started: {getattr(fault, 'strerror', None) or fault}"
    try:
        async with asyncio.timeout(timeout_s):
            await process.communicate(f"{sentence}\n".encode())
    except TimeoutError:
        return f"{command[0]} did not end within {timeout_s:.0f} seconds"
    finally:
        if process.returncode is None:
            _kill(process)
            await process.wait()
    return None if process.returncode == 0 else f"{command[0]} ended with {process.returncode}"


def without_ours(environ: Mapping[str, str]) -> dict[str, str]:
    """The environment without what was meant for the daemon."""
    return {name: value for name, value in environ.items() if not name.startswith(_OURS)}


def _kill(process: asyncio.subprocess.Process) -> None:
    """The command and whatever it has started."""
    try:
        os.killpg(process.pid, 9)
    except ProcessLookupError:
        return
