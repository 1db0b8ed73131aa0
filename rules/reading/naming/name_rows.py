"""What may stand inside a name: parts in a row, words in lower case, and where another body begins."""

from __future__ import annotations

from rules.reading.naming.name_parts import NAME_PARTS
from rules.reading.naming.organisations import is_organisation
from rules.reading.naming.rows_of_places import UNITS, any_city, row_ends, whole_behind
from rules.reading.naming.short_names import brand_ends, is_abbreviation
from rules.reading.naming.up_to_deed import is_second_half
from rules.reading.words.bodies_lexicon import (
    COLLECTIVES,
    COMMON,
    HEADS,
    INSIDE_NAMES,
    NO_BODIES,
    PLACES,
    QUANTIFIERS,
    STOPS,
    TITLES,
)
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import ADVERBS, CONNECTIVES, HEEDS, MODALS, ORDERS, REPORTS, VERBS

OBJECTS = frozenset(
    {"việc", "kế", "phương", "đề", "dự", "danh", "lộ", "quy", "báo", "hồ", "các", "toàn", "văn", "bộ", "nội"}
)
JOINTS = frozenset({"và", "cùng", "hay"})
# ", khu công nghệ cao": so many words in lower case may be one part of a name.
LONGEST_PART = 5
# What bodies agree upon or exchange, or base their deeds on, is no part of their names.
NO_NAMES = frozenset(
    {
        ("phương", "án"),
        ("hồ", "sơ"),
        ("danh", "sách"),
        ("báo", "cáo"),
        ("số", "liệu"),
        ("biên", "bản"),
        ("dự", "thảo"),
        ("trên", "cơ"),
    }
)
# "…, địa phương, công điện yêu cầu": the paper speaks, and is none of them.
PAPERS = frozenset(
    {("công", "điện"), ("công", "văn"), ("chỉ", "thị"), ("văn", "bản"), ("nghị", "quyết"), ("quyết", "định")}
)
# "Thuế thu nhập doanh nghiệp": what is taxed, and no firm.
TAXED = frozenset({"thu nhập doanh nghiệp", "thu nhập cá nhân"})
NAMED_AFTER = frozenset(first for first, _ in NO_NAMES)
ORGANISED = frozenset({"ban", "tổ", "vụ", "phòng", "cục", "chi"})
# Behind these a verb is the predicate: no name of theirs holds one.
NO_HEADS = frozenset({"phố", "trấn", "phương", "ngành", "bộ", "sở", "ủy", "dân"})


def heads_a_sentence(script: Script, place: int) -> bool:
    """Whether a name opens its line or sentence, or stands right behind a marker."""
    before = script.word(place - 1)
    if before in {"", ".", ";", "-", "+", ")", "|"}:
        return True
    between = script.text[script.tokens[place - 1].end : script.tokens[place].start]
    return "\n" in between


# What units do rather than what they are called by.
DEEDS = Lexicon.lines("kiểm tra, tổng hợp, đánh giá, thẩm định, giám sát, thanh tra")


class NameRows:
    """Tells whether words go on with a name; ``known`` are the names of the catalogue."""

    def __init__(self, known: Lexicon) -> None:
        self.known = known

    def _is_no_body(self, script: Script, place: int, end: int) -> bool:
        """Whether the words only begin like a body's name; the longer reading wins."""
        inspects = script.word(place) == "thanh" and script.word(place + 1) == "tra"
        if inspects and not script.is_capital(place) and script.word(place - 1) in {",", "và"}:
            # "Công tác kiểm tra, thanh tra": the deed.
            return script.word(place - 2) in {"tra", "sát"}
        if script.words(Stretch(place - 2, place + 2)) in TAXED:
            return True
        if "trên cơ sở" in {script.words(Stretch(place - back, place - back + 3)) for back in (1, 2)}:
            return True
        if is_organisation(script, place):
            return False
        if (
            script.word(place - 1) in {",", "và"}
            and script.word(place - 2) in UNITS
            and any_city(script, place)
        ):
            return True
        length = NO_BODIES.at(script.tokens, place, end)
        return bool(length) and length >= max(
            COMMON.at(script.tokens, place, end),
            HEADS.at(script.tokens, place, end) if script.is_capital(place) else 0,
            self.known.at(script.tokens, place, end),
        )

    def body_head(self, script: Script, place: int, end: int) -> bool:
        """Whether a body may begin here, cheaply asked."""
        if self._is_no_body(script, place, end):
            return False
        if script.word(place) in QUANTIFIERS:
            return True
        return bool(
            TITLES.at(script.tokens, place, end)
            or (HEADS.at(script.tokens, place, end) and script.is_capital(place))
            or self.known.at(script.tokens, place, end)
        )

    def _of_its_own_row(self, script: Script, at: int, end: int) -> bool:
        """ "Các bệnh viện tỉnh và trạm y tế các xã": what has members of its own is a second body."""
        return script.word(at) == "các" and COLLECTIVES.at(script.tokens, at + 1, end) > 0

    def _goes_on(self, script: Script, first: int, at: int) -> bool:
        """Whether a word in lower case can belong to the name before it."""
        word = script.word(at)
        if (
            not script.tokens[at].is_word
            or (word in STOPS and not is_second_half(script, at))
            or word in JOINTS
            or word in QUANTIFIERS
        ):
            return script.is_capital(at) and script.tokens[at].is_word and word not in JOINTS
        if word in NAMED_AFTER and (word, script.word(at + 1)) in NO_NAMES:
            return False
        if word in {"hằng", "hàng"} and script.word(at + 1) in {"năm", "quý", "tháng", "tuần", "ngày"}:
            return False
        if script.is_capital(at):
            return True
        if word == "hiện" and script.word(at - 1) not in {"phát", "thực", "thể", "biểu"}:
            return False
        if word == "ngoài" and script.word(at - 1) != "nước":
            return False
        if (
            self._proper_name_ends(script, first, at)
            or row_ends(script, at)
            or whole_behind(script, first, at)
        ):
            return False
        length = VERBS.at(script.tokens, at)
        if length:
            return self._is_inside(script, first, at, length)
        tokens = script.tokens
        ends = ADVERBS.at(tokens, at) or HEEDS.at(tokens, at) or ORDERS.at(tokens, at)
        # "Chủ tịch UBND tỉnh nhấn mạnh, …": what reports words ends a name, as a deed does.
        return not (ends or REPORTS.at(tokens, at) > 1) or word == "thường"

    def _is_inside(self, script: Script, first: int, at: int, length: int) -> bool:
        """Whether a verb of so many words is part of the name: "Ban quản lý", "Cục kiểm soát"."""
        if script.tokens[at - 1].is_number:
            # "Vụ 5 tổng hợp …": a number ends the name.
            return False
        inside = INSIDE_NAMES.at(script.tokens, at) == length
        if script.word(at - 1) in NO_HEADS or (
            script.word(at) in {"chỉ", "lãnh", "điều"} and script.word(at - 1) not in {"ban", "tổ"}
        ):
            return False
        if script.words(Stretch(at, at + 2)) == "tổ chức" and script.word(at - 1) not in ORGANISED:
            # "Các trường tổ chức …": the deed, and not a name like "Ban tổ chức".
            return False
        if script.word(at + length) in OBJECTS and script.word(at) not in {"quản", "ứng", "điều"}:
            # "Các nhà trường xây dựng kế hoạch": what is made follows, so it is the deed.
            return False
        of_several = script.word(first - 1) in QUANTIFIERS or script.word(first) in QUANTIFIERS
        if (script.word(at - 1) == "vị" or of_several) and DEEDS.at(script.tokens, at) == length:
            # "Các đơn vị kiểm tra kho hàng": the deed, where no other one follows.
            after = at + length
            return bool(VERBS.at(script.tokens, after) or MODALS.at(script.tokens, after))
        near = at - first <= 2 and script.word(at - 1) not in PLACES
        # A short name in capitals is whole: "EVN vận hành …".
        return inside and near and not script.is_capital(first + 1) and not script.is_shouted(at - 1)

    def _proper_name_ends(self, script: Script, first: int, at: int) -> bool:
        """Whether a verb follows the name of a place: "… Quảng Bình lên phương án", "… các xã thống kê"."""
        if not VERBS.at(script.tokens, at) or script.is_capital(at):
            return False
        pair = script.is_capital(at - 1) and script.is_capital(at - 2) and at - 2 > first
        return pair or (script.word(at - 1) in PLACES - {"thị", "xã"} and at - 1 > first)

    def _name_in_row(self, script: Script, at: int, end: int) -> bool:
        """Whether a comma stands inside a name, as in "Sở Văn hóa, Thể thao và Du lịch"."""
        if not script.is_capital(at + 1) or self.body_head(script, at + 1, end):
            return False
        if brand_ends(script, at + 1, end) > at + 1 or is_abbreviation(script, at + 1):
            return False  # "Công ty Điện lực Hà Tĩnh, Viettel Hà Tĩnh"
        for step in range(2, 7):
            word = script.word(at + step)
            if word == "và":
                return script.is_capital(at + step + 1) or at + step < end
            if word in {",", ";", ".", ":"} or at + step >= end:
                return False
        return False

    def _lower_row(self, script: Script, at: int, end: int) -> int:
        """On through ", quốc tịch, chứng thực": short parts of a name in lower case, up to its predicate."""
        place = at
        while place < end and script.word(place) == ",":
            part = place + 1
            part += NAME_PARTS.at(script.tokens, part, end)
            while part < end and self._may_name(script, part) and part - place <= LONGEST_PART:
                part += 1
            if part == place + 1 or part - place > LONGEST_PART:
                return 0
            place = part
        if place + 1 < end and script.word(place) == "và":
            follows = self._may_name(script, place + 1) or NAME_PARTS.at(script.tokens, place + 1, end)
            if follows:
                return place - at
        ends = place >= end or VERBS.at(script.tokens, place, end) or ADVERBS.at(script.tokens, place, end)
        return place - at if ends and not (place < end and script.is_capital(place)) else 0

    def _may_name(self, script: Script, at: int) -> bool:
        word = script.word(at)
        if not script.tokens[at].is_word or word in STOPS or word in JOINTS or word in QUANTIFIERS:
            return False
        if (word, script.word(at + 1)) in PAPERS | NO_NAMES:
            return False
        tokens = script.tokens
        if script.is_capital(at) and (not script.is_shouted(at) or HEADS.at(tokens, at)):
            return False
        taken = (
            VERBS.at(tokens, at)
            or ADVERBS.at(tokens, at)
            or COLLECTIVES.at(tokens, at)
            or TITLES.at(tokens, at)
            or REPORTS.at(tokens, at)
        )
        return (
            not taken
            and not COMMON.at(tokens, at)
            and not CONNECTIVES.at(tokens, at)
            and not self.known.at(tokens, at)
        )

    def _does(self, script: Script, first: int, at: int, part: int) -> bool:
        """Whether what may be part of a name is the verb behind a row of places: "UBND các xã thống kê …"."""
        rows = {script.word(place) for place in range(max(0, first - 1), at)} & QUANTIFIERS
        return bool(rows) and not script.is_capital(at) and VERBS.at(script.tokens, at) == part

    def _place_name(self, script: Script, place: int, at: int, end: int) -> Stretch | None:
        if not script.is_capital(at):
            return None
        while at < end and (script.is_capital(at) or (script.word(at) == "-" and script.is_capital(at + 1))):
            at += 1
        return Stretch(place, at)

    def _longer(self, script: Script, at: int, end: int) -> bool:
        """Whether a known name goes on: "Công an" in "Công an tỉnh Nghệ An"."""
        return at < end and (
            script.word(at) in PLACES
            or script.is_capital(at)
            or script.word(at) in QUANTIFIERS
            or (script.word(at), script.word(at + 1)) == ("chi", "nhánh")
            or NAME_PARTS.at(script.tokens, at, end) > VERBS.at(script.tokens, at, end)
        )
