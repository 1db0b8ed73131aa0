"""Results that are kept with what they belong to, and go with it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

MOST = 4096


class Kept(Generic[Key, Value]):
    """At most so many results by their key; all of them are forgotten where one more would be too many.

    A function's own cache would hold on to every calendar and directory that was ever loaded.
    """

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[Key, Value] = {}

    def of(self, key: Key, make: Callable[[], Value]) -> Value:
        """The result of this key, made where it is not known; None is made anew each time."""
        known = self._known.get(key)
        return self.put(key, make()) if known is None else known

    def get(self, key: Key) -> Value | None:
        return self._known.get(key)

    def put(self, key: Key, value: Value) -> Value:
        """Keeps it, also in place of another."""
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[key] = value
        return value
