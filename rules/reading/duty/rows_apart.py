"""Rows of bodies of which some are only spoken of, and the others told: "Theo kết luận của A, B chủ trì …"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rules.reading.duty.orders import Orders
from rules.reading.duty.sendings import SENT, opens_with_paper
from rules.reading.naming.bodies import Group
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Stretch
from rules.reading.words.verbs import ORDERS

# What opens a clause and speaks of bodies that are told nothing by it.
SPOKEN_OF = Lexicon.lines(
    """theo, căn cứ, dựa trên, dựa vào, trên cơ sở, từ, qua, sau khi, để, nhằm, thực hiện, đối với, trước, với, cùng với,
    bên cạnh, ngoài, thừa ủy quyền, thừa lệnh, được ủy quyền, được sự ủy quyền, được sự đồng ý, được sự thống nhất"""
)
# "Dự án Bệnh viện A, Sở B …": the first name is that of a thing.
OF_THINGS = frozenset(
    {"dự án", "công trình", "gói thầu", "trụ sở", "đề án", "khu đất", "hạng mục", "trình trụ", "phần mềm"}
)


@dataclass(frozen=True, slots=True)
class RowsApart(Orders):
    """Parts such rows."""

    def _apart(self, clause: Stretch, groups: Iterator[Group]) -> Iterator[Group]:
        """ "Theo kết luận của A, B chủ trì …", "dự án tại xã A, chủ đầu tư phải …": spoken of, and then told."""
        at = clause.first + (self.script.word(clause.first) in {"còn", "cũng", "và"})
        follows = self.script.word(at) in {"theo", "căn", "dựa", "trừ", "ngoài", "ngoại"}
        for group in groups:
            first, others = group.bodies[0].place, group.bodies[1:]
            where = self.script.word(first.first - 1) in {"tại", "ở"} and first.first > clause.first
            of_thing = self.script.words(Stretch(first.first - 2, first.first)) in OF_THINGS
            if (follows or where or of_thing) and others and self.script.word(first.last) == ",":
                yield Group(first, group.bodies[:1])
                yield Group(Stretch(others[0].place.first, group.place.last), others)
            elif others and (
                (told_last := self._is_told_last(group, clause, at))
                or self._speaks_last(group, clause)
                or self._then_orders(group, clause)
            ):
                told = self._told_from(group) if told_last else len(others)
                before, last = group.bodies[:told], group.bodies[told:]
                yield Group(Stretch(group.place.first, before[-1].place.last), before)
                yield Group(Stretch(last[0].place.first, group.place.last), last)
            else:
                yield group
            follows = False

    def _speaks_last(self, group: Group, clause: Stretch) -> bool:
        """ "Tại công văn gửi A và B, C yêu cầu …": behind a comma stands who speaks in the paper."""
        if self.script.word(group.place.first - 1) not in SENT or not opens_with_paper(self.script, clause):
            return False
        comma = self.script.word(group.bodies[-1].place.first - 1) == ","
        return comma and (
            ORDERS.at(self.script.tokens, group.place.last) > 0 or self._speaks(group.place.last, clause)
        )

    def _told_from(self, group: Group) -> int:
        """Which body of a row is the first of those told: "… của UBND tỉnh, Sở A, Sở B báo cáo" tells two of a kind."""
        heads = [self.script.word(body.place.first) for body in group.bodies]
        same = next((n for n in range(len(heads) - 1, 0, -1) if heads[n - 1] != heads[-1]), 0)
        return same or len(heads) - 1

    def _is_told_last(self, group: Group, clause: Stretch, at: int) -> bool:
        """ "Trên cơ sở báo cáo của các xã, Sở A có nhiệm vụ …": behind a comma stands who does what follows.

        So also "Sau khi thống nhất với Sở A, Sở B lập …": what is done before the comma is done with the first.
        """
        last, first = group.bodies[-1].place, group.place.first
        starts = (place + 1 for place in range(first - 1, at, -1) if self.script.word(place) in {",", ";"})
        part = next(starts, at)
        opens = SPOKEN_OF.at(self.script.tokens, part, first)
        of = self.script.word(first - 1) == "của" and SPOKEN_OF.at(self.script.tokens, at, clause.last)
        return (
            bool(of or (opens and part + opens < first))
            and self.script.word(last.first - 1) == ","
            and self._does(last.last, clause, ())
            and last.last < clause.last
        )
