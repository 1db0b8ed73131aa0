"""What is wrong with a setting, in plain words; the value itself is never repeated, it may be a secret."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping

_PLAIN = {
    "missing": "is required",
    "string_type": "must be text in quotes",
    "path_type": "must be a path in quotes",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "int_parsing": "must be a whole number",
    "float_type": "must be a number",
    "float_parsing": "must be a number",
    "finite_number": "must be a finite number",
    "bool_type": "must be true or false",
    "tuple_type": "must be a list in brackets",
    "list_type": "must be a list in brackets",
    "model_type": "must be a table of its own keys",
    "model_attributes_type": "must be a table of its own keys",
    "too_short": "must not be empty",
    "time_delta_type": "must be a length of time in quotes",
    "dataclass_type": "must be a length of time in quotes",
}


def in_words(kind: str, context: Mapping[str, object], message: str) -> str:
    """The sentence for one validation error: its type, its context and the library's own words."""
    match kind:
        case "value_error":
            return str(context.get("error", message))
        case "literal_error":
            return f"must be {context.get('expected')}"
        case "greater_than":
            return f"must be more than {context.get('gt')}"
        case "greater_than_equal":
            return f"must be at least {context.get('ge')}"
        case "less_than_equal":
            return f"must be at most {context.get('le')}"
        case "string_pattern_mismatch":
            return f"must look like {context.get('pattern')}"
    return _PLAIN.get(kind, message[:1].lower() + message[1:])


def unknown_key(key: str, known: Collection[str]) -> str:
    """An unknown key, with the nearest one that there is."""
    near = difflib.get_close_matches(key, known, n=1)
    return f'unknown key: did you mean "{near[0]}"?' if near else "unknown key"


def key_text(path: tuple[str | int, ...]) -> str:
    """A key path as people write it: source[0].path. Signs that a terminal would obey are escaped."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")
    return text if text.isprintable() else ascii(text)[1:-1]
