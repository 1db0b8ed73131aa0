"""What the parts of a clock time mean together: hour, minute, and the part of the day that says which of two it is."""

from __future__ import annotations

from rules.reading.phrase.nodes import Clock, Node, Number
from rules.reading.phrase.times import Parts


def clock(parts: Parts) -> Node | None:
    match parts:
        case (Number(hour), *rest):
            minute = rest[0].value if rest and isinstance(rest[0], Number) else 0
            if minute < 60 and (hour < 24 or (hour == 24 and not minute)):
                return Clock(hour, minute)
    return None


def afternoon(parts: Parts) -> Node | None:
    """A clock time of the afternoon or evening: five in the afternoon is 17:00."""
    match parts:
        case (Clock(hour, minute),) if 1 <= hour <= 11:
            return Clock(hour + 12, minute)
        case (Clock(hour, _) as said,) if 12 <= hour <= 23:
            return said
    return None


def noon(parts: Parts) -> Node | None:
    """A clock time about noon: from ten to two."""
    match parts:
        case (Clock(hour, minute),) if hour in {1, 2}:
            return Clock(hour + 12, minute)
        case (Clock(hour, _) as said,) if 10 <= hour <= 14:
            return said
    return None


def night(parts: Parts) -> Node | None:
    """A clock time of the night: ten at night is 22:00, twelve the end of the day, one the first hours of it."""
    match parts:
        case (Clock(12, 0),):
            return Clock(24, 0)
        case (Clock(hour, minute),) if 7 <= hour <= 11:
            return Clock(hour + 12, minute)
        case (Clock(hour, _) as said,) if hour < 7 or hour > 18:
            return said
    return None
