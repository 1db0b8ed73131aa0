"""Who is told: the bodies of a clause and the part each plays in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rules.reading.duty.callings import called
from rules.reading.duty.rows_apart import RowsApart
from rules.reading.duty.told import Parts, Told, behind_topic, in_a_row, quoted_names
from rules.reading.duty.whose_terms import of_its_term, speaks_to_readers
from rules.reading.judging.last_days import behind_a_last_day
from rules.reading.naming.bodies import Body, Group, Naming
from rules.reading.naming.states import is_row_of_members
from rules.reading.words.bodies_lexicon import DEPUTIES, LEADERS
from rules.reading.words.duty_words import TERMS
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Stretch
from rules.reading.words.verbs import CONDITIONS, HANDS_OUT, HEEDS, ORDERS, STEERS, VERBS, WITH

# Small words between an order and the body it goes to.
BETWEEN = frozenset({"cho", "ngay", "cả", "thêm", "tới", "đến", "trực", "tiếp", "cụ", "thể", "cũng", "việc"})
# What somebody has made, and what is still to be done with it is another's.
MADE = Lexicon.lines(
    "ban hành, quy định, phát động, ký, cấp, quyết định, phê duyệt, công bố, giao, chỉ đạo, có, đề nghị, yêu cầu"
)
HEADING = (
    "làm trưởng",
    "làm phó",
    "làm tổ trưởng",
    "làm chủ tịch",
    "làm đội trưởng",
    "làm thường",
    "làm thư ký",
)
BOUND = Lexicon.lines("phải, có trách nhiệm, cần, được giao, có nhiệm vụ, chịu trách nhiệm")
DOES = frozenset({"thoái", "thi", "chủ", "thực", "phụ", "đảm", "chịu", "triển", "đồng", "tổ", "làm", "quản"})


@dataclass(frozen=True, slots=True)
class Who(RowsApart):
    naming: Naming

    def of(self, clause: Stretch, skipped: Sequence[Stretch], *, listed: bool, has_lead: bool) -> Told:
        """The bodies of a clause; ``skipped`` holds times and brackets, ``listed`` entries of marked lists.

        ``has_lead``: a heading has named who leads, so that whom the clause steers is not the lead.
        """
        if speaks_to_readers(self.script, clause):
            return Told()
        clause = self._behind_condition(clause)
        parts = self._parts(clause, skipped)
        lead, ordered = self._lead(parts, clause, skipped, listed=listed, has_lead=has_lead)
        bodies = lead.bodies if lead else ()
        return Told(
            bodies,
            parts.cooperating,
            parts.receivers,
            ordered,
            lead.place.last if lead else None,
            parts.speaker.bodies if parts.speaker is not None else (),
        )

    def _behind_condition(self, clause: Stretch) -> Stretch:
        """ "Nếu các hộ không chấp hành, thì các đơn vị sẽ …": whoever is named behind "thì" acts, if anybody is."""
        script = self.script
        if not CONDITIONS.at(script.tokens, clause.first, clause.last):
            return clause
        then = next((at for at in range(clause.last - 1, clause.first, -1) if script.word(at) == "thì"), None)
        if then is None or next(self.groups(Stretch(then + 1, clause.last), ()), None) is None:
            return clause
        return Stretch(then + 1, clause.last)

    def groups(self, clause: Stretch, skipped: Sequence[Stretch]) -> Iterator[Group]:
        named = quoted_names(self.script, clause)
        skipped = [*(one for one in skipped if not is_row_of_members(self.script, one)), *named]
        at = self.naming.next_start(self.script, clause.first, clause.last)
        while at < clause.last:
            gap = next((stretch for stretch in skipped if at in stretch), None)
            if gap is not None:
                at = self.naming.next_start(self.script, gap.last, clause.last)
                continue
            end = min((s.first for s in skipped if s.first > at), default=clause.last)
            group = self.naming.group_at(self.script, at, min(end, clause.last))
            if group is None:
                at = self.naming.next_start(self.script, at + 1, clause.last)
                continue
            group = self._over_bracket(group, clause, skipped)
            yield group
            at = self.naming.next_start(self.script, group.place.last, clause.last)

    def _over_bracket(self, group: Group, clause: Stretch, skipped: Sequence[Stretch]) -> Group:
        """ "Sở A (cơ quan thường trực) và Sở B": a bracket that explains a body does not part its row."""
        if self.script.word(group.place.last) != "(":
            return group
        after = self._right(group.place.last, clause, skipped)
        if after == group.place.last or self.script.word(after) != "và":
            return group
        further = self.naming.group_at(self.script, after + 1, clause.last)
        if further is None:
            return group
        return Group(Stretch(group.place.first, further.place.last), (*group.bodies, *further.bodies))

    def _parts(self, clause: Stretch, skipped: Sequence[Stretch]) -> Parts:
        subject = speaker = ordered = steered = doer = None
        cooperating: list[Body] = []
        receivers: list[Body] = []
        for group in self._apart(clause, self.groups(clause, skipped)):
            left = self._left(group.place.first, clause, skipped)
            part = self._part(group, left, clause, skipped)
            match part:
                case "cooperating":
                    cooperating.extend(group.bodies)
                case "receiver":
                    receivers.extend(group.bodies)
                case "ordered":
                    ordered = group if ordered is None or self._announced(ordered, group, clause) else ordered
                case "steered":
                    steered = group
                case "doer":
                    doer = doer or group
                case "subject":
                    if subject is None or self._only_a_topic(subject, group, clause):
                        subject = behind_topic(self.script, group, left)
                case "speaker":
                    speaker = speaker or group
        return Parts(subject, speaker, ordered, steered, doer, tuple(cooperating), tuple(receivers))

    def _only_a_topic(self, before: Group, group: Group, clause: Stretch) -> bool:
        """ "Với những cửa hàng đã hết hạn, sở phải …": the first is what is spoken of, and the second acts."""
        first = clause.first
        named = self.script.words(Stretch(first, before.place.first)) in {
            "với",
            "đối với",
            "riêng với",
            "riêng đối với",
        }
        apart = self.script.word(group.place.first - 1) == "," and before.place.last < group.place.first - 1
        return named and apart and BOUND.at(self.script.tokens, group.place.last) > 0

    def _part(self, group: Group, left: int, clause: Stretch, skipped: Sequence[Stretch]) -> str:
        tokens = self.script.tokens
        part = "cooperating" if WITH.ending(tokens, left, clause.first) else self._marked(group)
        if self._has_until_then(group, left, clause, skipped):
            ordered = not part and self._of_a_term(left, group.place.last, clause) == "ordered"
            return "ordered" if ordered else "subject"
        if part:
            return part
        order = self._order_before(left, clause, skipped)
        if order:
            return order
        right = self._right(group.place.last, clause, skipped)
        before = self.script.word(left - 1) if left > clause.first else ""
        calls = called(self.script, group, left, right, clause)
        calls = calls or self._agent(before, left, right, clause, skipped)
        if calls:
            return calls
        if before == "của" and self._is_report(clause, right):
            return "subject"
        if before == "theo" and self.script.word(right) == ",":
            return "speaker"
        whose = self._of_a_term(left, right, clause)
        if whose:
            return whose
        if of_its_term(self.script, group, clause, skipped):
            return "subject"
        if in_a_row(self.script, group, left, clause):
            return "none"
        if opens := self._where_a_subject_stands(group, left, right, clause, skipped):
            return opens
        return "receiver" if before in {"gửi", "tới", "về", "cáo", "cho", "trình", "đến", "nộp"} else "none"

    def _order_before(self, left: int, clause: Stretch, skipped: Sequence[Stretch]) -> str:
        """The part that a word of order before a body gives it; none said where there is no such word."""
        tokens = self.script.tokens
        back = left
        while back > clause.first and self.script.word(back - 1) in BETWEEN and back > left - 4:
            back -= 1
        for at in (left, back, self._before_time(left, clause, skipped)):
            if ORDERS.ending(tokens, at, clause.first):
                order = at - ORDERS.ending(tokens, at, clause.first)
                if not self._only_tells(order, at, clause):
                    return "ordered"
                if at == left:
                    return "none"
            if STEERS.ending(tokens, at, clause.first):
                return "steered"
        return ""

    def _only_steers(self, ordered: Group) -> bool:
        """ "Giao đ/c Huệ - Phó Giám đốc chỉ đạo, Chi cục A tham mưu …": who does it stands behind the comma."""
        last = ordered.place.last
        steers = STEERS.at(self.script.tokens, last)
        return self._person(ordered) and steers > 0 and self.script.word(last + steers) == ","

    def _is_bound_to_send(self, subject: Group | None, clause: Stretch) -> bool:
        """ "Các cục thuế phải lập danh sách, gửi Sở A đề nghị kiểm tra trước ngày …": the term is the sender's own."""
        if subject is None:
            return False
        at = subject.place.last
        deed = VERBS.within(self.script.tokens, at, clause.last)
        return BOUND.at(self.script.tokens, at) > 0 and deed is not None

    def _has_until_then(self, group: Group, left: int, clause: Stretch, skipped: Sequence[Stretch]) -> bool:
        """ "Ngày 25/5 là hạn cuối cùng các trường nộp hồ sơ": whoever does something by a day so called."""
        if self.script.word(left - 1) == "để" and TERMS.at(self.script.tokens, clause.first, clause.last):
            return True
        if not behind_a_last_day(self.script, left, clause.first):
            return False
        return self._does(self._right(group.place.last, clause, skipped), clause, skipped)

    def _agent(self, before: str, left: int, right: int, clause: Stretch, skipped: Sequence[Stretch]) -> str:
        """The part of a body behind "được", "do" or "bởi"; none said where the words leave it open."""
        if before not in {"được", "do", "bởi"}:
            return ""
        does = self.script.word(right) in DOES
        if before != "được":
            # "Bốn tổ do lãnh đạo các sở làm tổ trưởng": how they are made up, and who does nothing yet.
            heads = self.script.words(Stretch(right, right + 3)).startswith(HEADING)
            if does and not heads:
                return "doer"
            if self.script.word(left - 2) in {"phải", "cần"} and VERBS.at(
                self.script.tokens, right, clause.last
            ):
                return "doer"
            # "Danh sách do các xã tổng hợp, gửi …": whose deed the thing is, if nobody else is told.
            acts = VERBS.at(self.script.tokens, right, clause.last) and not MADE.at(self.script.tokens, right)
            return "steered" if before == "do" and acts and left - 1 > clause.first and not heads else "none"
        if does and not self.script.is_capital(right):
            return "doer"
        return "subject" if self._by_whom(left, right, clause, skipped) else ""

    def _lead(
        self, parts: Parts, clause: Stretch, skipped: Sequence[Stretch], *, listed: bool, has_lead: bool
    ) -> tuple[Group | None, bool]:
        """The group that leads; whether an order names it."""
        if parts.ordered is not None:
            first = parts.ordered.place.first
            above = DEPUTIES.at(self.script.tokens, first) or LEADERS.at(self.script.tokens, first)
            if above and parts.steered is not None:
                return parts.steered, True
            if parts.subject is not None and self._only_steers(parts.ordered):
                return parts.subject, True
            return parts.ordered, True
        if parts.doer is not None:
            return parts.doer, True
        sent = self._sent_an_order(parts.receivers, clause, skipped)
        if sent is not None and not self._is_bound_to_send(parts.subject, clause):
            return sent, True
        if parts.subject is None:
            return (parts.steered, True) if parts.steered is not None and not has_lead else (None, False)
        leader = LEADERS.at(self.script.tokens, parts.subject.place.first)
        himself = listed or self._answers_above(parts.receivers)
        if parts.steered is not None and (leader or (not himself and self._person(parts.subject))):
            return parts.steered, True
        follows = parts.subject.place.last
        while self.script.word(follows) in {"cũng", "đã", "vừa", "còn"}:
            follows += 1
        heeds = HEEDS.at(self.script.tokens, follows)
        if heeds and not leader and VERBS.at(self.script.tokens, follows + heeds):
            # "Các sở lưu ý gửi …" tells them; "Bộ trưởng lưu ý, …" is told by one who gives orders.
            return parts.subject, True
        addressed = self._addressed(parts.subject)
        if addressed is not None and ORDERS.at(self.script.tokens, follows):
            return addressed, True
        gives = ORDERS.at(self.script.tokens, follows) and not HANDS_OUT.at(self.script.tokens, follows)
        if gives or (leader and STEERS.at(self.script.tokens, follows)):
            return None, True
        return parts.subject, False
