"""The numbers that Word writes before list paragraphs and does not store in them: "1.", "a)", "II."."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def w(name: str) -> str:
    """A name of WordprocessingML."""
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{name}"


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is written: "%1.", "%2)"; where it starts."""

    form: str
    text: str
    start: int


class Numbering:
    """Counts list paragraphs in the order of the document and writes each one's label."""

    def __init__(self, part: Element | None, styles: Element | None = None) -> None:
        self._lists = _lists(part) if part is not None else {}
        self._styled = _styled(styles) if styles is not None else {}
        self._counts: dict[str, list[int]] = {}

    def label(self, paragraph: Element) -> str:
        """The paragraph's number with a space after it, "- " for a bullet, nothing outside lists."""
        list_id, depth = self._place(paragraph)
        owner, levels = self._lists.get(list_id, ("", {}))
        level = levels.get(depth)
        if level is None or not depth.isdigit():
            return ""
        if level.form == "bullet":
            return "- "
        counts = self._counts.setdefault(owner, [])
        self._advance(counts, int(depth), levels)
        text = _PLACE.sub(lambda match: _shown(counts, int(match[1]) - 1, levels), level.text)
        return f"{text} " if text else ""

    def _place(self, paragraph: Element) -> tuple[str, str]:
        """Its list and its level: its own, or those of its style; a list "0" takes it out of its style's."""
        properties = paragraph.find(w("pPr"))
        if properties is None:
            return "", ""
        own = properties.find(w("numPr"))
        style = self._styled.get(_value(properties, "pStyle"), ("", ""))
        if own is None:
            return style[0], style[1] or "0"
        return _value(own, "numId") or style[0], _value(own, "ilvl") or style[1] or "0"

    @staticmethod
    def _advance(counts: list[int], depth: int, levels: Mapping[str, Level]) -> None:
        while len(counts) <= depth:
            level = levels.get(str(len(counts)))
            # A level that is passed over counts as begun; the one that is written is advanced below.
            counts.append((level.start if level else 1) - (1 if len(counts) == depth else 0))
        counts[depth] += 1
        del counts[depth + 1 :]


def _lists(part: Element) -> dict[str, tuple[str, dict[str, Level]]]:
    """By a list's id: the id of what it counts by, and its levels."""
    kinds = {
        kind.get(w("abstractNumId"), ""): {
            level.get(w("ilvl"), ""): _level(level) for level in kind.iter(w("lvl"))
        }
        for kind in part.iter(w("abstractNum"))
    }
    found = {}
    for entry in part.iter(w("num")):
        id_, kind = entry.get(w("numId"), ""), _value(entry, "abstractNumId")
        restarts = entry.find(f"{w('lvlOverride')}/{w('startOverride')}") is not None
        found[id_] = (f"list {id_}" if restarts else f"kind {kind}", kinds.get(kind, {}))
    return found


def _styled(part: Element) -> dict[str, tuple[str, str]]:
    """By a paragraph style's id: the list and the level that it, or what it is based on, puts paragraphs into."""
    own, bases = {}, {}
    for style in part.iter(w("style")):
        id_ = style.get(w("styleId"), "")
        place = style.find(f"{w('pPr')}/{w('numPr')}")
        own[id_] = (_value(place, "numId"), _value(place, "ilvl")) if place is not None else ("", "")
        bases[id_] = _value(style, "basedOn")
    return {id_: _inherited(id_, own, bases) for id_ in own}


def _inherited(id_: str, own: Mapping[str, tuple[str, str]], bases: Mapping[str, str]) -> tuple[str, str]:
    list_id, level = own[id_]
    seen = {id_}
    base = bases[id_]
    while not list_id and base in own and base not in seen:
        seen.add(base)
        list_id, level = own[base][0], level or own[base][1]
        base = bases[base]
    return list_id, level


def _level(node: Element) -> Level:
    start = _value(node, "start")
    return Level(_value(node, "numFmt"), _value(node, "lvlText"), int(start) if start.isdigit() else 1)


def _value(node: Element, name: str) -> str:
    found = node.find(w(name))
    return found.get(w("val"), "") if found is not None else ""


def _shown(counts: list[int], place: int, levels: Mapping[str, Level]) -> str:
    if place >= len(counts):
        return ""
    level = levels.get(str(place))
    return written(counts[place], level.form if level else "decimal")


def written(number: int, form: str) -> str:
    """A number as a list writes it: decimal, letters or Roman."""
    match form:
        case "lowerLetter" | "upperLetter":
            letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letter if form == "lowerLetter" else letter.upper()
        case "lowerRoman" | "upperRoman":
            roman = _roman(number)
            return roman.lower() if form == "lowerRoman" else roman
        case "none":
            return ""
    return str(number)


def _roman(number: int) -> str:
    signs, left = [], max(number, 0)
    for value, sign in _ROMAN:
        times, left = divmod(left, value)
        signs.append(sign * times)
    return "".join(signs)
