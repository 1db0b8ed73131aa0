"""The box that collections of laws put above a document: "Số hiệu: 12/QĐ-TTg", "Ngày ban hành | 30/05/2021"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rules.model import InstrumentKind
from rules.reading.head.mentions import KINDS
from rules.reading.words.text import fold

_PROPERTY = re.compile(r"\|?\s*([^:|\t]{3,30}?)\s*[:|\t]\s*([^|\t]+?)\s*\|?$")
_NUMBER = frozenset({"số hiệu", "số ký hiệu", "số/ký hiệu", "số hiệu văn bản", "số văn bản", "ký hiệu"})
_ISSUED = frozenset({"ngày ban hành", "ngày ký", "ngày văn bản", "ban hành"})
_KIND = frozenset({"loại văn bản", "thể loại", "hình thức văn bản", "loại"})
_ISSUER = frozenset(
    {"cơ quan ban hành", "nơi ban hành", "cơ quan ban hành/ chức danh/ người ký", "đơn vị ban hành"}
)
_TITLE = frozenset({"trích yếu", "trích yếu nội dung", "tiêu đề", "tên văn bản", "nội dung trích yếu"})
_SYMBOL = re.compile(r"[0-9]+[0-9a-zđ/.-]*/[0-9a-zđâư&./-]*[a-zđ]", re.IGNORECASE)
_DAY = re.compile(r"([0-9]{1,2})\s*[/.-]\s*([0-9]{1,2})\s*[/.-]\s*([0-9]{4})\b")


@dataclass(frozen=True, slots=True)
class Properties:
    """What the box says; empty where there is none."""

    number: str | None = None
    issued: date | None = None
    kind: InstrumentKind | None = None
    issuer: str | None = None
    title: str | None = None


def properties_of(head: Sequence[str]) -> Properties:
    """The properties in the first lines of a document; without a number no box is believed."""
    named: dict[str, str] = {}
    for line in head:
        found = _PROPERTY.match(line)
        if found:
            named.setdefault(fold(found[1]), found[2].strip())
    number = _value(named, _NUMBER)
    if number is None or not _SYMBOL.fullmatch(number):
        return Properties()
    kind = fold(_value(named, _KIND) or "")
    return Properties(
        number,
        _day(_value(named, _ISSUED)),
        dict(KINDS).get(kind),
        _value(named, _ISSUER),
        _value(named, _TITLE),
    )


def _value(named: dict[str, str], names: frozenset[str]) -> str | None:
    return next((value for name, value in named.items() if name in names), None)


def _day(written: str | None) -> date | None:
    found = _DAY.match(written or "")
    if found is None:
        return None
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None
