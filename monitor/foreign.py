"""Text that others wrote is data: signs that could hide or turn it are shown by their code point."""

from __future__ import annotations

import re

# Control, format (bidi, zero-width), surrogate and private signs; noncharacters; line and paragraph separators.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ue000-\uf8ff\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "\U000f0000-\U0010ffff]"
)
_LINE_ENDS = re.compile(r"[\t\n\r\x0b\x0c\x85\u2028\u2029 ]+")


def visible(text: str, limit: int = 600) -> str:
    """The text on one line, hidden signs as ⟨U+202E⟩, shortened at a word boundary to ``limit`` signs."""
    if "  " in text or not text.isprintable():
        text = _LINE_ENDS.sub(" ", text).strip()
    return shortened(_HIDDEN.sub(_shown, text), limit)


def shortened(text: str, limit: int) -> str:
    """At most ``limit`` signs: cut after a whole word where there is one, with "…" at the end."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    # A word longer than half of the room is cut itself: else a text without spaces would vanish.
    space = cut.rfind(" ")
    return f"{(cut[:space] if space > limit // 2 else cut).rstrip(' ,;:.–-')}…"


def _shown(match: re.Match[str]) -> str:
    return f"⟨U+{ord(match[0]):04X}⟩"
