"""A folder of .eml files: for the demonstration, for a dry run, and for a first day without a mail server."""

from __future__ import annotations

import asyncio
import os
import re
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from notifiers.base import Accepted, Deferred, Letter, Receipt, Tell


class FolderSettings(BaseModel):
    """The section ``[folder]`` of the configuration."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    path: Path = Path("var/letters")


class FolderNotifier:
    """Puts each letter into its own file; a letter that comes again takes the same file's place."""

    def __init__(self, settings: FolderSettings) -> None:
        self._path = settings.path

    async def deliver(self, letter: Letter) -> Receipt:
        return await self.probe(letter, lambda _line: None)

    async def probe(self, letter: Letter, tell: Tell) -> Receipt:
        """Deliver, and tell each step in one human line."""
        tell(f"writing {len(letter.content)} bytes into {self._path}")
        try:
            written = await asyncio.to_thread(write_letter, self._path, letter)
        except OSError as fault:
            reason = f"cannot write into {self._path}: {fault.strerror or fault}"
            tell(reason)
            return Deferred(reason, scope="host", alarm=True)
        tell(f"written and safe on the disk: {written}")
        return Accepted(f"written to {written}")

    async def greet(self, tell: Tell) -> str | None:
        """Whether the folder, or the one in which it will be made, takes files; nothing is written."""
        there = next(
            place for place in (self._path.absolute(), *self._path.absolute().parents) if place.exists()
        )
        if not there.is_dir():
            return f"{there} is no folder"
        if not os.access(there, os.W_OK | os.X_OK):
            return f"{there} cannot be written"
        tell(f"letters are written into {self._path}")
        return None

    def forgo(self, letter: Letter) -> None:
        """Nothing is said ahead."""

    async def close(self) -> None:
        """Nothing is held open."""


def write_letter(folder: Path, letter: Letter) -> Path:
    """Write the letter's bytes so that the final name never holds half a letter; raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    name = file_name(letter)
    unfinished = folder / f".{name}.part"
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW
    try:
        with os.fdopen(os.open(unfinished, flags, 0o666), "wb") as file:
            file.write(letter.content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(folder / name)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
    directory = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(directory)  # else the new name may not outlive a power cut
    finally:
        os.close(directory)
    return folder / name


def file_name(letter: Letter) -> str:
    """Number, recipient and the start of the Message-ID, in characters that any file system takes."""
    recipient = re.sub(r"[^a-z0-9]+", "-", letter.recipient.lower()).strip("-")[:60]
    origin = re.sub(r"[^A-Za-z0-9]", "", letter.message_id)[:8]
    return f"{letter.number:06d}-{recipient or 'nobody'}-{origin or 'no-id'}.eml"
