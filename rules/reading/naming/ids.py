"""From a name as a text writes it to our own id or roster."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from rules.library import Catalogue
from rules.reading.naming.rosters import rosters_of
from rules.reading.words.text import fold

TITLE = re.compile(
    r"^(?:các |đồng chí |lãnh đạo |người đứng đầu )*(?:bộ trưởng(?:,? chủ nhiệm)?|"
    r"thứ trưởng|thủ trưởng|phó chủ tịch|chủ tịch|"
    r"phó tổng giám đốc|tổng giám đốc|giám đốc|tổng cục trưởng|cục trưởng|thống đốc|tổng thanh tra|chánh thanh tra|"
    r"viện trưởng|chánh văn phòng)\s+"
)
# Of these alone the name behind the body is a person's: "Giám đốc Kho bạc Nhà nước Hà Giang" names a place.
MINISTER = re.compile(r"^(?:đồng chí )?(?:bộ trưởng|thống đốc|tổng thanh tra)\b")
# "TP Hà Nội", "TP.HCM": as names are shortened in news.
TOWN, SAIGON = re.compile(r"\btp ?\.? ?"), re.compile(r"\bhcm\b")
COMMITTEE = re.compile(r"^(?:ubnd|ủy ban nhân dân) ")


@dataclass(slots=True)
class Identities:
    """Looks names up in the catalogue; remembers what it found.

    ``is_local``: they stand in the paper of a province or of a body below it.
    """

    catalogue: Catalogue
    day: date | None
    is_local: bool = False
    known: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, name: str) -> tuple[str, ...]:
        """The ids and @rosters that a name stands for; none where we know of none."""
        if name not in self.known:
            self.known[name] = self._of(fold(name))
        return self.known[name]

    def first(self, name: str) -> str | None:
        """One id or @roster for a name: several rosters are told in the notes."""
        return next(iter(self.of(name)), None)

    def _of(self, name: str) -> tuple[str, ...]:
        name = SAIGON.sub("hồ chí minh", TOWN.sub("thành phố ", name))
        for way in (name, TITLE.sub("", name), COMMITTEE.sub("", TITLE.sub("", name))):
            agency = self.catalogue.find_agency(way, self.day)
            if agency is not None:
                return (agency.id,)
        rosters = rosters_of(name, is_local=self.is_local)
        if rosters:
            return rosters
        return self._of_a_person(TITLE.sub("", name)) if MINISTER.match(name) else ()

    def _of_a_person(self, words: str) -> tuple[str, ...]:
        """ "Bộ trưởng Bộ Y tế Nguyễn Văn An": the body before a person's name of two to four words."""
        parts = words.split()
        for length in range(2, min(4, len(parts) - 1) + 1):
            agency = self.catalogue.find_agency(" ".join(parts[:-length]), self.day)
            if agency is not None:
                return (agency.id,)
        return ()
