"""Where an order stands and whom it goes to: before its time, behind its addressees, by its marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rules.reading.duty.predicates import Predicates
from rules.reading.duty.told import TOPICS, at_head
from rules.reading.naming.bodies import Body, Group
from rules.reading.words.bodies_lexicon import LEADERS
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Stretch
from rules.reading.words.verbs import CONNECTIVES, MODALS, ORDERS, VERBS

# "Thời hạn quy định cho các xã": between a term and whose it is.
FOR = frozenset({"cho", "của", "để", "đối", "với", "mà", "quy", "định"})
TIME_OF = Lexicon.lines("thời hạn, thời gian, thời điểm, hạn, mốc thời gian, hạn cuối, hạn chót")
RULES_ON = Lexicon.lines(
    "quy định, ấn định, quy định rõ, quy định cụ thể, nêu rõ, thống nhất, gia hạn, chốt, đặt ra, đưa ra, giới hạn, nới"
)
MATTER = Lexicon.lines("đối với, riêng đối với, riêng với, với, về, trong trường hợp, trường hợp")
GROUNDS = Lexicon.lines("theo, căn cứ, căn cứ theo, căn cứ vào, dựa theo, cũng theo, thực hiện")
OPENERS = Lexicon.lines(
    """từ, kể từ, khi, sau khi, trước khi, để, nhằm, nếu, tại, trong, ở, riêng, ngoài, bên cạnh, cùng với, do, vì, như vậy,
    như thế, trên cơ sở, qua, thông qua, tuy nhiên, lưu ý, theo đó, cụ thể, năm nay, sau đó, hiện nay, đặc biệt,
    đồng thời, trong đó"""
)
FAR = 12  # tokens: "tham mưu UBND tỉnh báo cáo Thủ tướng" is the work of those who are steered
MARKED = {"( chủ trì )": "doer", "( phối hợp )": "cooperating"}


@dataclass(frozen=True, slots=True)
class Orders(Predicates):
    """Tells by the words around a body whether an order names it."""

    def _before_time(self, left: int, clause: Stretch, skipped: Sequence[Stretch]) -> int:
        """ "Yêu cầu trước ngày 10/5, Sở A hoàn thành …": between the order and whom it goes to stands its time."""
        if self.script.word(left - 1) != ",":
            return left
        return self._left(left - 1, clause, skipped)

    def _heads_behind_matter(self, left: int, clause: Stretch) -> bool:
        """ "Đối với tờ khai luồng xanh, người khai gửi …": the matter is named first, and then who does what of it.

        So are the grounds ("Theo khoản 1, Điều 10 Nghị định 126, …"), and words that only link ("Ngoài ra, …").
        """
        tokens, first = self.script.tokens, clause.first
        if self.script.word(left - 1) != ",":
            return left - 1 == first and self.script.word(first) in {"riêng", "còn"}
        linked = first + CONNECTIVES.at(tokens, first, left)
        if linked == left - 1 or GROUNDS.at(tokens, first, left):
            return not self.script.has({";", ":"}, first, left - 1)
        opens = MATTER.at(tokens, first, left) or OPENERS.at(tokens, first, left)
        return opens > 0 and not self.script.has({",", ";", ":"}, first, left - 1)

    def _where_a_subject_stands(
        self, group: Group, left: int, right: int, clause: Stretch, skipped: Sequence[Stretch]
    ) -> str:
        """The part of a body that stands where a subject may; empty where it stands elsewhere or nothing shows it."""
        if not self._opens(left, clause):
            return ""
        before = self.script.word(left - 1) if left > clause.first else ""
        head = at_head(self.script, left, clause, skipped)
        if head and (self._alone(group, right, clause) or self._explained(group, right)):
            return "subject"
        numbered = left == clause.first + 2 and self.script.tokens[clause.first].is_number
        if right >= clause.last and left > clause.first and before not in TOPICS and not numbered:
            return "none"
        behind = right + (self._person(group) and self.script.word(right) == ",")
        if self._speaks(behind, clause):
            return "speaker"
        heads = head or self._heads_behind_matter(left, clause)
        headed = right >= clause.last and self.script.word(right) == ":"  # "Đối với nhà đầu tư: …"
        topic = before in TOPICS and (headed or self.script.word(right) == ",")
        if self._is_common(group) and not topic and not self._bound(right, clause, first=heads):
            return "none"
        return "subject" if self._does(right, clause, skipped) or before in TOPICS else ""

    def _marked(self, group: Group) -> str:
        """ "Sở A (chủ trì), Sở B (phối hợp)": the part that a bracket gives to a body."""
        last = group.place.last
        if self.script.word(last) != "(":
            return ""
        return MARKED.get(self.script.words(Stretch(last, last + 4)), "")

    def _of_a_term(self, left: int, right: int, clause: Stretch) -> str:
        """ "Thời hạn các xã gửi báo cáo như sau:", "A quy định thời gian cho các xã gửi …": whose term it is."""
        tokens, at = self.script.tokens, left
        while at > clause.first and self.script.word(at - 1) in FOR:
            at -= 1
        length = TIME_OF.ending(tokens, at, clause.first)
        if not length or not (VERBS.at(tokens, right, clause.last) or MODALS.at(tokens, right, clause.last)):
            return ""
        start = at - length
        if RULES_ON.ending(tokens, start, clause.first):
            return "ordered"
        first = clause.first + CONNECTIVES.at(tokens, clause.first, start)
        first += self.script.word(first) in {"thì", ","}
        return "subject" if first >= start else ""

    def _then_orders(self, group: Group, clause: Stretch) -> bool:
        """ "Giao việc cho các bộ, Thủ tướng yêu cầu Bộ A …", "Đối với Sở A, Sở B, tỉnh C đề nghị …": the last orders."""
        tokens, last = self.script.tokens, group.bodies[-1].place
        orders = ORDERS.at(tokens, last.last, clause.last)
        to_them = self.script.word(group.place.first - 1) == "cho" and LEADERS.at(tokens, last.first) > 0
        of_them = self.script.word(group.place.first - 1) in TOPICS
        return bool(orders) and (to_them or of_them) and self.script.word(last.first - 1) == ","

    def _announced(self, before: Group, group: Group, clause: Stretch) -> bool:
        """ "Giao nhiệm vụ cho từng ngành, công điện yêu cầu các bộ …": what is about to be told, and then the order."""
        tokens, first = self.script.tokens, clause.first
        given = group.place.first - ORDERS.ending(tokens, group.place.first, first)
        if given == before.place.last and given > first and self.script.word(given) in {"giao", "phân"}:
            return True  # "Kiến nghị Thủ tướng giao Chủ tịch UBND tỉnh tổ chức …": whom it ends with
        opens = self.script.words(Stretch(first, first + 3)) in {"giao nhiệm vụ", "giao trách nhiệm"}
        opens = opens or self.script.words(Stretch(first, first + 2)) == "phân công"
        order = group.place.first - ORDERS.ending(tokens, group.place.first, first)
        behind = before.bodies[-1].place.last
        at_once = VERBS.within(tokens, before.place.last, order) is None
        return opens and order > behind + 1 and self.script.word(behind) == "," and at_once

    def _answers_above(self, receivers: Sequence[Body]) -> bool:
        """ "Chủ tịch UBND tỉnh chỉ đạo các sở …, báo cáo Thủ tướng": he has been told to, and it is his report."""
        return any(
            LEADERS.at(self.script.tokens, body.place.first)
            and not self.script.has({"mưu", "giúp"}, body.place.first - FAR, body.place.first)
            for body in receivers
        )

    def _addressed(self, group: Group) -> Group | None:
        """ "Giám đốc Sở A; Chủ tịch UBND các huyện; Chủ tịch UBND tỉnh yêu cầu …": all before the one who orders."""
        others = group.bodies[:-1]
        if not others:
            return None
        # "Riêng Bộ A, Bộ B, Thủ tướng yêu cầu …": whom it is about stands first here too.
        leader = LEADERS.at(self.script.tokens, group.bodies[-1].place.first)
        about = leader > 0 and self.script.word(group.place.first - 1) in TOPICS
        if self.script.word(others[-1].place.last) != ";" and not about:
            return None
        return Group(Stretch(group.place.first, others[-1].place.last), others)

    def _only_tells(self, order: int, at: int, clause: Stretch) -> bool:
        """ "Bàn giao cho …", "diện tích đã giao cho các công ty": a word of order that orders nothing here."""
        before = self.script.word(order - 1)
        if before in {"bàn", "chuyển", "tiếp", "thừa", "theo"}:
            return True  # "Thừa ủy quyền Thủ tướng": in whose name somebody acts
        if before == "bắt":
            # "Phương án chuyển giao bắt buộc các ngân hàng …": what kind of deed it is.
            return VERBS.ending(self.script.tokens, order - 1, clause.first) > 0
        to_whom = self.script.word(at - 1) == "cho"
        if before == "được":
            return not to_whom
        # "Xử lý diện tích đã giao cho các công ty": a verb before it makes it part of the object.
        done = before == "đã" and to_whom
        return done and VERBS.within(self.script.tokens, clause.first, order - 1) is not None

    def _sent_an_order(
        self, receivers: Sequence[Body], clause: Stretch, skipped: Sequence[Stretch]
    ) -> Group | None:
        """ "Bộ A có văn bản gửi Sở B, đề nghị kiểm tra …": who is sent an order that names nobody else."""
        for number, body in enumerate(receivers, start=1):
            at = body.place.last + (self.script.word(body.place.last) == ",")
            behind = at + ORDERS.at(self.script.tokens, at)
            before = self.script.word(receivers[0].place.first - 1)
            # "Thông báo cho cá nhân đề nghị cấp phép": who applies, and is sent nothing to do.
            sent = before in {"gửi", "đến"} or (before == "cho" and self.script.word(at - 1) == ",")
            acts = self._right(behind, clause, skipped)
            bound = acts > behind and MODALS.at(self.script.tokens, acts, clause.last)
            if behind > at and sent and (VERBS.at(self.script.tokens, acts) or bound):
                return Group(Stretch(receivers[0].place.first, body.place.last), tuple(receivers[:number]))
        return None
