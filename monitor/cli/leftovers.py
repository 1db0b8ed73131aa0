"""What extract says of that which gave no draft: tasks without a deadline, and words that may be one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from monitor.cli.paper import hint, safe, say, shortened, wrapped

if TYPE_CHECKING:
    from rules.reading.draft import Draft, PassedTask, UnreadPhrase

LONGEST = 200  # signs of a passage that are shown; its middle gives way


def tell_leftovers(name: str, text: str, draft: Draft, *, aloud: bool) -> None:
    """What was left, and how much; on standard error beside a machine form. ``name`` is the file's as it is shown."""
    tell = say if aloud else hint
    if not any(found.is_dated for found in draft.obligations):
        tell("no task with a deadline was found")
    if draft.passed:
        _list(name, text, draft.passed, tell, aloud=aloud)
        tell(
            _counted(
                len(draft.passed),
                "task without a deadline was",
                "tasks without a deadline were",
                "passed over",
            )
        )
    _list(name, text, draft.unread, tell, aloud=aloud)
    count = len(draft.unread)
    tell(
        _counted(count, "phrase that may be a deadline was", "phrases that may be deadlines were", "not read")
    )


def _list(
    name: str,
    text: str,
    left: tuple[PassedTask, ...] | tuple[UnreadPhrase, ...],
    tell: Callable[[str], None],
    *,
    aloud: bool,
) -> None:
    for one in left:
        line = text.count("\n", 0, one.start) + 1
        words = (
            f'{name}, line {line}: "{safe(shortened(" ".join(one.text.split()), LONGEST))}" ({safe(one.why)})'
        )
        tell(wrapped(words, 4) if aloud else words)


def _counted(count: int, one: str, several: str, rest: str) -> str:
    return f"{count} {one if count == 1 else several} {rest}"
