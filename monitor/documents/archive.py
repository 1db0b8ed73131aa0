"""Zip archives looked at before anything is unpacked: what they declare must be bearable."""

from __future__ import annotations

import io
import zipfile

from monitor.documents.content import Unreadable

LARGEST_UNPACKED = 200 * 1024 * 1024
LARGEST_MEMBER = 100 * 1024 * 1024
MOST_MEMBERS = 5_000
ENCRYPTED = 0x1


def members(content: bytes) -> frozenset[str]:
    """The names in the archive; raises Unreadable where it is damaged, encrypted, or unpacks to too much.

    The declared sizes may lie: whoever unpacks does so under a limit of memory too.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, RuntimeError, EOFError, OSError) as fault:
        raise Unreadable("is damaged: it begins like a zip archive but cannot be opened") from fault
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        raise Unreadable("is encrypted with a password: save it without one and try again")
    if (
        len(entries) > MOST_MEMBERS
        or sum(entry.file_size for entry in entries) > LARGEST_UNPACKED
        or any(entry.file_size > LARGEST_MEMBER for entry in entries)
    ):
        raise Unreadable(
            f"unpacks to more than {LARGEST_UNPACKED // 1024 // 1024} MB or {MOST_MEMBERS} parts: it is refused unopened"
        )
    return frozenset(entry.filename for entry in entries)
