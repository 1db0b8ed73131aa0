"""From a name as a text writes it to our own id or roster."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from rules.library import Catalogue
from rules.reading.words.text import fold

TITLE = re.compile(
    r"^(?:các |đồng chí |lãnh đạo |người đứng đầu )*(?:bộ trưởng(?:,? chủ nhiệm)?|"
    r"thứ trưởng|thủ trưởng|phó chủ tịch|chủ tịch|"
    r"phó tổng giám đốc|tổng giám đốc|giám đốc|tổng cục trưởng|cục trưởng|thống đốc|tổng thanh tra|chánh thanh tra|"
    r"viện trưởng|chánh văn phòng)\s+"
)
COMMITTEE = re.compile(r"^(?:ubnd|ủy ban nhân dân) ")
MINISTRIES = re.compile(r"\b(?:bộ|bộ trưởng|cơ quan ngang bộ|cơ quan thuộc chính phủ|bộ, ngành)\b")
PROVINCES = re.compile(r"\b(?:địa phương|tỉnh|các tỉnh, thành phố(?: trực thuộc trung ương)?)\b")
# All of them are the same as "các …"; a share of them is not.
WHOLE = re.compile(r"^(?:100 ?%|toàn bộ|toàn thể|tất cả|mọi)(?: (?:các|những|số))? ")
NARROWED = re.compile(
    r"\b(?:còn lại|liên quan|ven biển|vùng|miền|khu vực|phía|đồng bằng|tây nguyên|nêu trên|nói trên)\b"
)


@dataclass(slots=True)
class Identities:
    """Looks names up in the catalogue; remembers what it found."""

    catalogue: Catalogue
    day: date | None
    known: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, name: str) -> tuple[str, ...]:
        """The ids and @rosters that a name stands for; none where we know of none."""
        if name not in self.known:
            self.known[name] = self._of(WHOLE.sub("các ", fold(name)))
        return self.known[name]

    def first(self, name: str) -> str | None:
        """One id or @roster for a name: several rosters are told in the notes."""
        return next(iter(self.of(name)), None)

    def _of(self, name: str) -> tuple[str, ...]:
        for way in (name, TITLE.sub("", name), COMMITTEE.sub("", TITLE.sub("", name))):
            agency = self.catalogue.find_agency(way, self.day)
            if agency is not None:
                return (agency.id,)
        plain = COMMITTEE.sub("", TITLE.sub("", name))
        collective = plain.startswith("các ") or name.startswith(
            ("những ", "bộ trưởng, ", "thủ trưởng ", "người đứng đầu các ", "chủ tịch ")
        )
        if (not collective and name not in {"bộ, ngành, địa phương", "bộ trưởng"}) or NARROWED.search(name):
            return ()
        if re.search(r"\b(?:sở|phòng|huyện|xã|quận|phường|vụ|cục)\b", name):
            return ()
        found: list[str] = []
        if MINISTRIES.search(name):
            found.append("@ministries")
        if PROVINCES.search(name) and not re.search(r"\b(?:của|thuộc) tỉnh\b", name):
            found.append("@provinces")
        return tuple(found)
