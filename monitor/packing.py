"""How a letter's bytes lie in the store: compressed, and what travels in base64 as the text that it is."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from notifiers.mime import joined

# Text shrinks to half of what its base64 shrinks to, in half the time; a higher level takes longer for a tenth less.
_LEVEL = 1
# What was packed whole begins otherwise: with the head of its zlib stream (RFC 1950), which is never zero.
_IN_PIECES = b"\0"


def pack(pieces: Sequence[bytes]) -> bytes:
    """The message that ``joined`` makes of these pieces, as it is stored. Other threads run meanwhile.

    Compressed are a line of the pieces' lengths in bytes, and the pieces.
    """
    lengths = " ".join([str(len(piece)) for piece in pieces])
    return _IN_PIECES + zlib.compress(b"".join((lengths.encode("ascii"), b"\n", *pieces)), _LEVEL)


def unpack(packed: bytes) -> bytes:
    """The message's bytes as they were; raises zlib.error or ValueError where these were never packed."""
    if not packed.startswith(_IN_PIECES):
        return zlib.decompress(packed)
    lengths, _, text = zlib.decompress(packed[len(_IN_PIECES) :]).partition(b"\n")
    pieces, at = [], 0
    for length in map(int, lengths.split()):
        pieces.append(text[at : at + length])
        at += length
    return joined(pieces)
