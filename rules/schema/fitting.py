"""Fits a table of a rule file into its shape, and says in plain words where it does not."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from pydantic import ValidationError

from rules.lines import KeyPath
from rules.schema.faults import Document, Findings
from rules.schema.shapes import Shape

AnyShape = TypeVar("AnyShape", bound=Shape)


def shaped(document: Document, path: KeyPath, shape: type[AnyShape], findings: Findings) -> AnyShape | None:
    """The table at this path in this shape; None, and a fault for each key, where it does not fit.

    Keys that are only unknown do not keep the rest of the table from being read.
    """
    table = document.at(path)
    if not isinstance(table, dict):
        findings.add(document, path, "must be a table")
        return None
    try:
        return shape.model_validate(table)
    except ValidationError as error:
        problems = tuple(_problems(error, shape))
    for inner, text in problems:
        findings.add(document, (*path, *inner), text)
    unknown = table.keys() - _keys(shape)
    if any(len(inner) != 1 or inner[0] not in unknown for inner, _ in problems):
        return None
    return shape.model_validate({key: value for key, value in table.items() if key not in unknown})


def _keys(shape: type[Shape]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in shape.model_fields.items())


def _problems(error: ValidationError, shape: type[Shape]) -> Iterator[tuple[KeyPath, str]]:
    for problem in error.errors(include_url=False):
        bounds = problem.get("ctx", {})
        yield problem["loc"], _sentence(problem["type"], problem["loc"], bounds, problem["input"], shape)


def _sentence(
    kind: str, loc: KeyPath, bounds: Mapping[str, object], value: object, shape: type[Shape]
) -> str:
    match kind:
        case "extra_forbidden":
            near = difflib.get_close_matches(str(loc[-1]), _keys(shape), 1) if len(loc) == 1 else []
            return f'is an unknown key; did you mean "{near[0]}"?' if near else "is an unknown key"
        case "missing":
            return "is missing"
        case "string_pattern_mismatch":
            return "must be a language such as vi or en" if loc[-1] == "language" else "must not be empty"
        case "too_short":
            return "must hold at least one entry"
        case "literal_error":
            expected = str(bounds["expected"]).replace(" or ", ", ").replace("'", "")
            return f"must be one of {expected}, not {written(value)}"
        case "less_than_equal":
            return f"must be at most {bounds['le']}, not {written(value)}"
        case "greater_than_equal":
            return f"must be at least {bounds['ge']}, not {written(value)}"
    wanted = _WANTED.get(kind)
    return f"must be {wanted}, not {written(value)}" if wanted else f"is wrong ({kind.replace('_', ' ')})"


_WANTED = {
    "string_type": "a text in quotation marks",
    "date_type": "a day like 2016-06-30",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "list_type": "an array",
    "dict_type": "a table",
    "model_type": "a table",
    "model_attributes_type": "a table",
}


def written(value: object) -> str:
    """A value in a fault's sentence: texts quoted, the rest by its kind."""
    match value:
        case str():
            return f'"{value}"'
        case bool():
            return str(value).lower()
        case list():
            return "an array"
        case dict():
            return "a table"
    return str(value)


def one_of(names: Sequence[str]) -> str:
    """A few names in a sentence."""
    return ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
