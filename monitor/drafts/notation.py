"""TOML written: the few forms that instrument files use."""

from __future__ import annotations

import re
from datetime import date, datetime

from monitor.origins import Tree, Value

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def written(value: Value) -> str:
    """A value on one line."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return f'"{"".join(_sign(sign) for sign in value)}"'
        case int() | float():
            return repr(value)
        case datetime() | date():
            return value.isoformat()
        case list():
            return f"[{', '.join(written(part) for part in value)}]"
        case dict():
            inner = ", ".join(f"{_key(key)} = {written(part)}" for key, part in value.items())
            return f"{{ {inner} }}" if inner else "{}"
    return value.isoformat()


def table_lines(name: str, table: Tree, order: tuple[str, ...] = (), *, repeated: bool = False) -> list[str]:
    """A table under its head, its keys in this order and then as they come; tables in it stand below."""
    keys = [*(key for key in order if key in table), *(key for key in table if key not in order)]
    below = [key for key in keys if _stands_below(key, table[key])]
    lines = [f"[[{name}]]" if repeated else f"[{name}]"]
    lines += [f"{_key(key)} = {written(table[key])}" for key in keys if key not in below]
    for key in below:
        value = table[key]
        inner = value if isinstance(value, list) else [value]
        for part in inner:
            if isinstance(part, dict):
                lines += ["", *table_lines(f"{name}.{_key(key)}", part, repeated=isinstance(value, list))]
    return lines


def _stands_below(key: str, value: Value) -> bool:
    if isinstance(value, list):
        return bool(value) and all(isinstance(part, dict) for part in value)
    return isinstance(value, dict) and key == "ruling"


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else written(key)


def _sign(sign: str) -> str:
    if sign in _ESCAPED:
        return _ESCAPED[sign]
    code = ord(sign)
    return f"\\u{code:04X}" if code < 0x20 or 0x7F <= code < 0xA0 or code in {0xAD, 0x2028, 0x2029} else sign
