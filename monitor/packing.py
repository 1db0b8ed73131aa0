"""How a letter's bytes lie in the store: compressed."""

from __future__ import annotations

import zlib

# Base64 hardly shrinks further at higher levels, and the courier waits for this.
_LEVEL = 1


def pack(content: bytes) -> bytes:
    """The bytes as they are stored. Other threads run meanwhile."""
    return zlib.compress(content, _LEVEL)


def unpack(packed: bytes) -> bytes:
    """The bytes as they were; raises zlib.error where these were never packed."""
    return zlib.decompress(packed)
