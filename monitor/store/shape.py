"""How a frozen record becomes JSON and back: fields by name, defaults left out, unions marked with the class's name.

Leaving defaults out keeps rows small, and lets a record gain a field with a default without a migration.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import UTC, date, datetime
from types import NoneType, UnionType
from typing import Generic, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Coder = Callable[[object], object]
Teller = Callable[[object], str]
TAG = "is"
# Made once: json.dumps would make one for each record.
ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))


def _encode_moment(value: object) -> object:
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise ValueError("a moment needs its offset")
    return value.astimezone(UTC).isoformat()


def _encode_day(value: object) -> object:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError("a day is wanted, not a moment")
    return value.isoformat()


def _decode_moment(value: object) -> object:
    return datetime.fromisoformat(str(value))


def _decode_day(value: object) -> object:
    return date.fromisoformat(str(value))


class Shape(Generic[T]):
    """How one record class is written and read; ``only`` names the fields that count (default: all)."""

    def __init__(self, record: type[T], only: Sequence[str] | None = None) -> None:
        if not is_dataclass(record):
            raise TypeError(f"{record!r} is not one of our records")
        self._make: Callable[..., T] = record
        hints = get_type_hints(record)
        chosen = [field for field in fields(record) if only is None or field.name in only]
        coders = [(field, _coders(hints[field.name])) for field in chosen]
        self._writing = tuple((field.name, _default(field), pair[0]) for field, pair in coders)
        self._telling = tuple(
            (
                field.name,
                _default(field),
                f"{ENCODER.encode(field.name)}:",
                _teller(hints[field.name], pair[0]),
            )
            for field, pair in coders
        )
        self._reading = tuple((field.name, pair[1]) for field, pair in coders if pair[1] is not None)

    def encode(self, record: T) -> dict[str, object]:
        """The record's fields that differ from their defaults, ready for JSON."""
        written: dict[str, object] = {}
        for name, default, coder in self._writing:
            value = getattr(record, name)
            if value is default or (default is not MISSING and value == default):
                continue
            written[name] = value if coder is None or value is None else coder(value)
        return written

    def text(self, record: T) -> str:
        """What ``encode`` gives, as JSON text; quicker for many records that share some of their values."""
        told: list[str] = []
        for name, default, head, teller in self._telling:
            value = getattr(record, name)
            if value is default or (default is not MISSING and value == default):
                continue
            told.append(head + teller(value))
        return "{" + ",".join(told) + "}"

    def values(self, written: dict[str, object]) -> dict[str, object]:
        """Field values as the record's constructor wants them; changes and returns ``written``."""
        for name, coder in self._reading:
            value = written.get(name)
            if value is not None:
                written[name] = coder(value)
        return written

    def decode(self, written: dict[str, object]) -> T:
        """The record again; raises TypeError where a field is missing or unknown."""
        return self._make(**self.values(written))

    def build(self, values: dict[str, object], **more: object) -> T:
        """The record from values that need no reading any more, with ``more`` beside them."""
        return self._make(**values, **more)


class Remembering:
    """JSON text of a value, remembered until another one comes: all cases of an obligation share its plan."""

    def __init__(self, coder: Coder | None) -> None:
        self._coder = coder
        self._last: tuple[object, str] = (None, "null")

    def __call__(self, value: object) -> str:
        last = self._last
        if last[0] is not value:
            coded = value if self._coder is None or value is None else self._coder(value)
            last = self._last = (value, ENCODER.encode(coded))
        return last[1]


_shapes: dict[type, Shape[object]] = {}


def _shape(record: type) -> Shape[object]:
    if record not in _shapes:
        _shapes[record] = Shape(record)
    return _shapes[record]


def _default(field: Field[object]) -> object:
    return field.default


def _coders(hint: object) -> tuple[Coder | None, Coder | None]:
    """How a field of this type is written and read; None where JSON's own value will do."""
    if hint is datetime:
        return _encode_moment, _decode_moment
    if hint is date:
        return _encode_day, _decode_day
    if hint in {str, int, bool, NoneType}:
        return None, None
    origin = get_origin(hint)
    if origin is Literal:
        return None, None
    if origin is tuple:
        return _tuple_coders(get_args(hint))
    if origin in {UnionType, Union}:
        return _union_coders([part for part in get_args(hint) if part is not NoneType])
    if isinstance(hint, type) and is_dataclass(hint):
        shape = _shape(hint)
        return shape.encode, lambda value: shape.decode(an_object(value))
    raise TypeError(f"no coder for {hint!r}")


def _teller(hint: object, coder: Coder | None) -> Teller:
    """Only a value that can never change is remembered; text and numbers are told as quickly as remembered."""
    return ENCODER.encode if coder is None and hint is str else Remembering(coder)


def _tuple_coders(parts: tuple[object, ...]) -> tuple[Coder, Coder]:
    if len(parts) == 2 and parts[1] is Ellipsis:
        write, read = _coders(parts[0])
        return _each(write, list), _each(read, tuple)
    pairs = [_coders(part) for part in parts]
    return _side([pair[0] for pair in pairs], list), _side([pair[1] for pair in pairs], tuple)


def _each(coder: Coder | None, gather: type[list[object]] | type[tuple[object, ...]]) -> Coder:
    if coder is None:
        return lambda value: gather(_sequence(value))
    return lambda value: gather([coder(part) for part in _sequence(value)])


def _side(coders: list[Coder | None], gather: type[list[object]] | type[tuple[object, ...]]) -> Coder:
    def code(value: object) -> object:
        parts = zip(_sequence(value), coders, strict=True)
        return gather([part if coder is None or part is None else coder(part) for part, coder in parts])

    return code


def _union_coders(parts: list[object]) -> tuple[Coder | None, Coder | None]:
    if len(parts) == 1:
        return _coders(parts[0])
    members = {part.__name__: part for part in parts if isinstance(part, type) and is_dataclass(part)}
    if len(members) != len(parts):
        raise TypeError(f"a union of other things than records: {parts!r}")

    def write(value: object) -> object:
        return {TAG: type(value).__name__, **_shape(type(value)).encode(value)}

    def read(value: object) -> object:
        written = an_object(value)
        return _shape(members[str(written.pop(TAG))]).decode(written)

    return write, read


def an_object(value: object) -> dict[str, object]:
    """What JSON gave where an object is wanted; raises TypeError for anything else."""
    if not isinstance(value, dict):
        raise TypeError("a JSON object is wanted")
    return value


def _sequence(value: object) -> Sequence[object]:
    if not isinstance(value, (list, tuple)):
        raise TypeError("a JSON array is wanted")
    return value
