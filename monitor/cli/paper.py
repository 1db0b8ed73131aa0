"""What commands say to a person: lines that fit the terminal, and foreign text made harmless."""

from __future__ import annotations

import re
import sys
from contextlib import suppress

import click

# C0 and C1 controls, bidi marks and embeddings, zero-width signs, line and paragraph separators, tags.
_UNSAFE = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f"
)
CONTROLS = re.compile(f"[{_UNSAFE}\t\n]")
_CONTROLS_BUT_LINES = re.compile(f"[{_UNSAFE}]")


def safe(text: str) -> str:
    """Foreign text on one line, its control and bidi characters named (⟨U+202E⟩) instead of obeyed."""
    return CONTROLS.sub(_named, text)


def safe_lines(text: str) -> str:
    """The same for text of our own making that holds foreign words: line ends and tabs stay."""
    return _CONTROLS_BUT_LINES.sub(_named, text.replace("\r\n", "\n"))


def say(text: str = "") -> None:
    """One or more lines on standard output."""
    click.echo(safe_lines(text))


def hint(text: str) -> None:
    """A remark for the person, on standard error, so that a machine form stays clean; lost where that takes none."""
    with suppress(OSError):
        click.echo(safe_lines(text), err=True)


def of(count: int, what: str) -> str:
    """So many of them: "1 case", "2 cases"; for words that take an s."""
    return f"{count} {what}{'' if count == 1 else 's'}"


def shortened(text: str, width: int) -> str:
    """At most ``width`` characters: the middle gives way, both ends stay readable."""
    if len(text) <= width:
        return text
    head = (width - 1 + 1) // 2
    tail = width - 1 - head
    return f"{text[:head]}…{text[len(text) - tail :] if tail else ''}"


def room() -> int | None:
    """How many characters a line of the terminal holds; None where standard output is none, and nothing is cut."""
    if not (sys.stdout and sys.stdout.isatty()):
        return None
    import shutil

    return shutil.get_terminal_size((80, 24)).columns


def wrapped(text: str, indent: int) -> str:
    """A line that fits the terminal: what does not stands below it, so far from the edge; elsewhere as it is."""
    width = room()
    if width is None or len(text) <= width:
        return text
    from textwrap import TextWrapper

    below = " " * (indent if indent <= width // 2 else 4)
    wrapper = TextWrapper(width, subsequent_indent=below, break_on_hyphens=False)
    return "\n".join(wrapper.wrap(text))


def _named(match: re.Match[str]) -> str:
    sign = match.group()
    return " " if sign in "\t\n" else f"⟨U+{ord(sign):04X}⟩"
