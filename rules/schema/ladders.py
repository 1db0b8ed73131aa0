"""Ladder files into Ladder records."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.lines import KeyPath
from rules.model import Ladder, Offset, OffsetUnit, Stage
from rules.schema.characters import is_id
from rules.schema.faults import Document, Findings
from rules.schema.fitting import shaped
from rules.schema.shapes import LadderShape, SnoozeShape, StageShape

_OFFSET = re.compile(r"(?P<sign>[+-]?)(?P<count>[1-9][0-9]{0,3})(?P<unit>d|wd|w|m)")
_UNITS: dict[str, OffsetUnit] = {"d": "d", "wd": "wd", "w": "w", "m": "m"}
# Tenths of a day, to compare offsets of different units: 1wd = 1.4d, 1w = 7d, 1m = 30d.
_TENTHS: dict[OffsetUnit, int] = {"d": 10, "wd": 14, "w": 70, "m": 300}
_NEVER = Offset(1, "wd", after=True)


def read_ladders(documents: Iterable[Document], findings: Findings) -> dict[str, Ladder]:
    """Every ladder by name."""
    ladders: dict[str, Ladder] = {}
    for document in documents:
        for key in document.tree.keys() - {"ladder"}:
            findings.add(document, (key,), "is an unknown key; this file holds [ladder.NAME]")
        tables = document.tree.get("ladder", {})
        if not isinstance(tables, dict):
            findings.add(document, ("ladder",), "must be written [ladder.NAME]")
            continue
        for name in tables:
            path = ("ladder", name)
            shape = shaped(document, path, LadderShape, findings)
            if not is_id(name):
                findings.add(document, path, f'"{name}" is no id: a-z, 0-9 and hyphens only')
            if name in ladders:
                findings.add(document, path, f'the ladder "{name}" stands twice')
            elif shape is not None:
                ladders[name] = _ladder(name, shape, document, path, findings)
    return ladders


def read_offset(text: str) -> Offset | None:
    """The offset "-7wd", "+1wd", "-30d", "+2w" or "-1m"; without a sign it counts on."""
    found = _OFFSET.fullmatch(text)
    if found is None:
        return None
    return Offset(int(found["count"]), _UNITS[found["unit"]], after=found["sign"] != "-")


def rank(offset: Offset) -> int:
    """Where an offset lies around the deadline, in tenths of a day."""
    distance = offset.count * _TENTHS[offset.unit]
    return distance if offset.after else -distance


def _ladder(name: str, shape: LadderShape, document: Document, path: KeyPath, findings: Findings) -> Ladder:
    stages: list[Stage] = []
    for number, rung in enumerate(shape.stages):
        place = (*path, "stages", number)
        stage = _stage(rung, document, place, findings)
        if stage is None:
            continue
        if any(stage.name == other.name for other in stages):
            findings.add(document, (*place, "name"), f'the stage "{stage.name}" stands twice')
        if stages and rank(stage.at) <= rank(stages[-1].at):
            text = f'"{rung.at}" is not later than "{stages[-1].name}" before it'
            findings.add(document, (*place, "at"), text)
        if stage.every is not None and (number + 1 < len(shape.stages) or not stage.at.after):
            findings.add(document, (*place, "every"), "only the last stage, after the deadline, can repeat")
        stages.append(stage)
    longest = _length(shape.snooze, document, (*path, "snooze", "longest"), findings)
    return Ladder(name, tuple(stages), longest, shape.snooze.times if shape.snooze else 0)


def _stage(shape: StageShape, document: Document, path: KeyPath, findings: Findings) -> Stage | None:
    if not is_id(shape.name):
        findings.add(document, (*path, "name"), f'"{shape.name}" is no id: a-z, 0-9 and hyphens only')
    if len(set(shape.to)) < len(shape.to):
        findings.add(document, (*path, "to"), "names a role twice")
    at = read_offset(shape.at) if shape.at[0] in "+-" else None
    if at is None:
        findings.add(document, (*path, "at"), f'"{shape.at}" is no distance like -30d, -7wd, +2w or +1m')
    every = None
    if shape.every is not None and (shape.every[0] in "+-" or (every := read_offset(shape.every)) is None):
        findings.add(document, (*path, "every"), f'"{shape.every}" is no length like 5wd, 7d, 2w or 1m')
    return Stage(shape.name, at, tuple(shape.to), shape.snoozable, every) if at is not None else None


def _length(shape: SnoozeShape | None, document: Document, path: KeyPath, findings: Findings) -> Offset:
    if shape is None:
        return _NEVER
    longest = read_offset(shape.longest) if shape.longest[0] not in "+-" else None
    if longest is None:
        findings.add(document, path, f'"{shape.longest}" is no length like 10wd, 14d, 2w or 1m')
    return longest or _NEVER
