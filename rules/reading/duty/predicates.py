"""Whether a body in a clause is its subject: where it stands, and what follows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rules.reading.duty.told import SIGNS
from rules.reading.naming.bodies import Group
from rules.reading.naming.narrowing import WHICH, binds_later
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.refusal_words import APPEAR
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import (
    ADVERBS,
    CONDITIONS,
    CONNECTIVES,
    FORECASTS,
    HANDS_OUT,
    HEEDS,
    MAY_REPORT,
    MODALS,
    ORDERS,
    REPORTS,
    STEERS,
    VERBS,
    WITH,
)

SENT = frozenset({"được gửi", "phải gửi", "được nộp", "phải nộp", "phải được"})
TO_BE_DONE = frozenset({"phải được", "cần được", "sẽ được"})
# What is handed on or finished by whom stands behind "được", and what a term begins with.
SENDS = Lexicon.lines(
    """gửi, nộp, tổng hợp, báo cáo, trình, lập, hoàn thành, hoàn thiện, hoàn tất, công khai, niêm yết, bàn giao, chuyển,
    cập nhật, rà soát, thực hiện, triển khai, tổ chức, xây dựng, thẩm định, thẩm tra, kiểm tra, xử lý, giải quyết"""
)
LIMITS = frozenset({"trước", "chậm", "muộn", "không", "trong", "trễ"})
LONGEST_TIME = 14  # tokens
# "Báo cáo của …", "nội dung chuẩn bị của …", "ý kiến góp ý của …": what is sent in, and by whom.
REPORTED = frozenset(
    {"báo", "hồ", "danh", "bản", "số", "nội", "ý", "văn", "kế", "đề", "phiếu", "dự", "thông", "kiến"}
)

# "… - chủ đầu tư thực hiện": with nothing behind it.
CARRIES = frozenset({"thực", "chủ", "triển", "phụ", "đảm"})
MANNERS = Lexicon.lines(
    "tự, tự giác, sớm, cùng, cùng nhau, trực tiếp, thường xuyên, khẩn trương, ngay, đồng loạt"
)
LONGEST_OTHERS = 8
# "2. Cấp huyện: …" heads what the level does.
LEVELS = frozenset({"cấp tỉnh :", "cấp huyện :", "cấp xã :", "cơ sở :"})


@dataclass(frozen=True, slots=True)
class Predicates:
    """Looks at what stands before and behind a body."""

    script: Script

    def _opens(self, left: int, clause: Stretch) -> bool:
        """Whether a subject may stand here: at the head, behind a sign, or behind a joining word."""
        if left <= clause.first or self.script.word(left - 1) in SIGNS:
            return True
        if self.script.word(left - 1) == "thì" and CONDITIONS.at(self.script.tokens, clause.first):
            # "Trường hợp …, thì chủ đầu tư phải …": who acts in that case.
            return True
        length = CONNECTIVES.ending(self.script.tokens, left, clause.first)
        if left - FORECASTS.ending(self.script.tokens, left, clause.first) == clause.first:
            return True  # "Dự kiến Sở A sẽ hoàn thành …"
        if REPORTS.ending(self.script.tokens, left, clause.first):
            # "Công điện nêu rõ Chủ tịch UBND …": whose words they are is said before.
            return True
        if not length:
            return False
        before = left - length
        return (
            before <= clause.first
            or self.script.word(before - 1) in SIGNS
            or self.script.word(left - 1)
            in {
                "thời",
                "và",
            }
        )

    def _does(self, right: int, clause: Stretch, skipped: Sequence[Stretch]) -> bool:
        """Whether what follows is a predicate, a colon, or nothing more."""
        if right >= clause.last or self.script.word(right) in {":", "."}:
            return True
        if self.script.word(right) == "," and right + 1 < clause.last:
            right = self._right(right + 1, clause, skipped)
        if self._with_others(right, clause):
            return True
        tokens = self.script.tokens
        return not self.script.is_capital(right) and bool(
            VERBS.at(tokens, right, clause.last)
            or ADVERBS.at(tokens, right, clause.last)
            or MODALS.at(tokens, right, clause.last)
            or HEEDS.at(tokens, right, clause.last)
            or self.script.word(right) == "nằm"
        )

    def _by_whom(self, left: int, right: int, clause: Stretch, skipped: Sequence[Stretch]) -> bool:
        """ "Danh sách phải được Sở A gửi về Bộ": who does it stands behind "được", where it is still to be done.

        So it is where a term is set for it: "Kết quả được Sở A gửi về Bộ trước ngày …".
        """
        tokens = self.script.tokens
        passive = self.script.words(Stretch(left - 2, left)) in TO_BE_DONE and left - 2 > clause.first
        if self.script.is_capital(right) or ORDERS.at(tokens, right, clause.last):
            return False
        if not passive:
            handed = left - 2 > clause.first and SENDS.at(tokens, right, clause.last) > 0
            limited = any(self.script.word(one.first) in LIMITS for one in skipped)
            return handed and limited and self.script.word(left - 2) not in {"đã", "vừa", "mới"}
        return bool(VERBS.at(tokens, right, clause.last))

    def _with_others(self, right: int, clause: Stretch) -> bool:
        """ "Sở A và các điểm trông xe rà soát …": who does it besides is named by a word that we do not know."""
        if self.script.word(right) != "và" or self.script.word(right + 1) not in {"các", "những"}:
            return False
        near = min(clause.last, right + LONGEST_OTHERS)
        if any(not self.script.tokens[at].is_word or self.script.is_capital(at) for at in range(right, near)):
            return False
        return VERBS.within(self.script.tokens, right + 3, near) is not None

    def _is_common(self, group: Group) -> bool:
        """A body named by its kind only: half the time it is no subject at all."""
        return all(body.kind == "common" for body in group.bodies)

    def _bound(self, right: int, clause: Stretch, *, first: bool) -> bool:
        if self.script.word(right) in WHICH and binds_later(self.script, right):
            return True
        if first and APPEAR.at(self.script.tokens, right, clause.last):
            return True  # "Thí sinh có mặt tại …"
        topic = "với" in {self.script.word(right - 3), self.script.word(right - 4)}
        if not topic and self.script.words(Stretch(right - 2, right + 1)) in LEVELS:
            return True
        tokens = self.script.tokens
        if first and self.script.word(right) == ":" and VERBS.at(tokens, right + 1):
            return True  # "- Chủ đầu tư: lập danh sách …"
        if MODALS.at(tokens, right, clause.last) > 1 and not HANDS_OUT.at(tokens, right + 1, clause.last):
            return True
        if right >= clause.last or self.script.word(right) in {"được", "có", "là", "của", "và"}:
            return self.script.words(Stretch(right, right + 3)) in {"có trách nhiệm", "có nghĩa vụ"}
        if MODALS.at(self.script.tokens, right, clause.last):
            return True
        if first and self.script.word(right) in {"đã", "đang"}:
            return True
        if right + VERBS.at(tokens, right, clause.last) == clause.last and self.script.word(right) in CARRIES:
            return True
        heeds = HEEDS.at(tokens, right, clause.last)
        how = right + MANNERS.at(tokens, right, clause.last)
        return first and bool(
            heeds or VERBS.at(tokens, how, clause.last) or WITH.at(tokens, right, clause.last)
        )

    def _explained(self, group: Group, right: int) -> bool:
        """ "Sở A - cơ quan thường trực Ban B tham mưu …": what the body is stands behind a dash."""
        if self.script.word(right) != "-" or self._is_common(group) or self.script.is_capital(right + 1):
            return False
        tokens = self.script.tokens
        return not (
            VERBS.at(tokens, right + 1) or ADVERBS.at(tokens, right + 1) or ORDERS.at(tokens, right + 1)
        )

    def _alone(self, group: Group, right: int, clause: Stretch) -> bool:
        """A named body at the very head with a plain word after it: whatever the word, it is the predicate."""
        if self._is_common(group) or right >= clause.last or self._speaks(right, clause):
            return False
        word = self.script.word(right)
        if self.script.words(Stretch(right, right + 3)) in {"với vai trò", "với tư cách", "với chức năng"}:
            return True
        plain = self.script.tokens[right].is_word and not self.script.is_capital(right)
        return plain and word not in {
            "và",
            "của",
            "hoặc",
            "từ",
            "là",
            "tại",
            "ở",
            "về",
            "thì",
            "mà",
            "để",
            "với",
            "trong",
            "như",
        }

    def _speaks(self, right: int, clause: Stretch) -> bool:
        """Whether what follows reports words, and gives no order."""
        while self.script.word(right) in {"cũng", "đã", "vừa", "còn", "vẫn"} and right < clause.last:
            right += 1
        tokens = self.script.tokens
        if ORDERS.at(tokens, right, clause.last):
            return False
        if self._gives_the_word(right, clause):
            return True
        may = MAY_REPORT.at(tokens, right, clause.last)
        return bool(REPORTS.at(tokens, right, clause.last)) or (
            bool(may)
            and (
                self.script.word(right + may) in {":", "rằng"}
                or (self.script.word(right + may) == "," and not self._goes_on_doing(right, may, clause))
                or self.script.words(Stretch(clause.last - 2, clause.last)) == "như sau"
            )
        )

    def _goes_on_doing(self, right: int, may: int, clause: Stretch) -> bool:
        """ "Các sở thông báo, đề xuất danh sách …": the first of several deeds, and no words that are reported."""
        tokens, at = self.script.tokens, right + may + 1
        told = self.script.words(Stretch(right, right + may)) in {
            "thông báo",
            "đánh giá",
            "ghi nhận",
            "trả lời",
        }
        return told and bool(VERBS.at(tokens, at, clause.last)) and not ORDERS.at(tokens, at, clause.last)

    def _gives_the_word(self, right: int, clause: Stretch) -> bool:
        """ "Phó Chủ tịch A chỉ đạo, trong tháng 10, các xã phải …": behind a comma no deed goes on."""
        behind = right + STEERS.at(self.script.tokens, right, clause.last)
        if behind == right or self.script.word(behind) not in {",", ":"}:
            return False
        return not VERBS.at(self.script.tokens, behind + 1, clause.last) and any(
            MODALS.at(self.script.tokens, at, clause.last) for at in range(behind + 1, clause.last)
        )

    def _person(self, group: Group) -> bool:
        """One named or titled person, who gives orders in news."""
        return len(group.bodies) == 1 and group.bodies[0].kind == "title"

    def _left(self, place: int, clause: Stretch, skipped: Sequence[Stretch]) -> int:
        """The end of what stands before a place, times and brackets left out."""
        while place > clause.first:
            gap = next((s for s in skipped if s.last == place and s.first >= clause.first), None)
            if gap is None:
                return place
            place = gap.first
        return place

    def _right(self, place: int, clause: Stretch, skipped: Sequence[Stretch]) -> int:
        while place < clause.last:
            gap = next((s for s in skipped if s.first == place), None)
            if gap is None:
                return place
            place = gap.last
        return place

    def _is_report(self, clause: Stretch, right: int) -> bool:
        """ "Báo cáo của Sở A gửi về Bộ B": whose report it is sends it."""
        at = clause.first
        if self.script.word(at) == "(" and self.script.word(at + 2) == ")":
            at += 3  # "(ii) báo cáo của …"
        while at < right and self.script.word(at) in {"các", "những", "riêng", "mọi", "-"}:
            at += 1
        return self.script.word(at) in REPORTED and (
            self.script.words(Stretch(right, right + 2)) in SENT
            or self.script.word(right) in {"gửi", "nộp"}
            or (self.script.word(right) == "là" and right + 1 >= clause.last - LONGEST_TIME)
        )
