"""A block cut into sentences and clauses, as the duties in it are told apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rules.reading.duty.contents import are_contents, goes_on_with_topics
from rules.reading.duty.cuts import lends, names_its_year, opens_a_list, opens_a_step, second_order
from rules.reading.duty.handed_things import are_things
from rules.reading.duty.told import one_by_one, quoted_names
from rules.reading.naming.bodies import Group, Naming
from rules.reading.naming.members import is_several
from rules.reading.words.script import ENDS, Script, Stretch, those_in, trimmed
from rules.reading.words.verbs import ADVERBS, CONDITIONS, FORECASTS, MODALS, ORDERS, VERBS, WITH

EDGES = frozenset({",", ";", ":", ".", "…", "-", '"'})
AROUND = EDGES | {"(", ")"}
LABELS = frozenset({"hạn", "gian", "độ", "điểm", "nhất", "là", "số", "giờ"})
HEADS = frozenset({"", ".", ";", ")", ","})
CUTS = frozenset({";", ",", "và"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence with one subject at most; ``listed``: it stands in a list behind a colon."""

    place: Stretch
    sentence: int
    listed: bool = False
    introduces: bool = False
    things: int = 0  # where the things end that it hands in, named behind a colon


def clauses_of(
    script: Script, body: Stretch, naming: Naming, gaps: tuple[Stretch, ...], times: tuple[Stretch, ...]
) -> tuple[Clause, ...]:
    """The clauses of a block in order; ``gaps`` are its bracketed parts, ``times`` its phrases of time."""
    found: list[Clause] = []
    closed = (*gaps, *times, *quoted_names(script, body))
    hidden = frozenset(place for stretch in closed for place in range(stretch.first, stretch.last))
    bracketed = frozenset(place for gap in gaps for place in range(gap.first, gap.last))
    for number, sentence in enumerate(_sentences(script, body, bracketed)):
        own_gaps, own_times = those_in(gaps, sentence), those_in(times, sentence)
        found.extend(Splitter(script, naming, own_gaps, own_times, hidden).clauses(sentence, number))
    return tuple(found)


def _sentences(script: Script, body: Stretch, bracketed: frozenset[int]) -> Iterator[Stretch]:
    first = body.first
    for place, word in enumerate(script.texts[body.first : body.last], start=body.first):
        if place < first:
            continue
        step = word == "bước" and opens_a_step(script, place)
        if step or (word in ENDS and script.breaks_after(place) and place not in bracketed):
            sentence = trimmed(script, Stretch(first, place), EDGES)
            if sentence:
                yield sentence
            first = place + (3 if step else 1)
    sentence = trimmed(script, Stretch(first, body.last), EDGES)
    if sentence:
        yield sentence


@dataclass(frozen=True, slots=True)
class Splitter:
    """Cuts sentences of one block; nothing is cut at the ``hidden`` places, those of brackets and times."""

    script: Script
    naming: Naming
    gaps: tuple[Stretch, ...]
    times: tuple[Stretch, ...]
    hidden: frozenset[int]

    def clauses(self, sentence: Stretch, number: int) -> Iterator[Clause]:
        colon = self._colon(sentence)
        if colon is None:
            for part in self._parts(sentence):
                yield Clause(part, number)
            return
        heads = list(self._parts(Stretch(sentence.first, colon)))
        items = list(self._parts(Stretch(colon + 1, sentence.last)))
        for head in heads[:-1]:
            yield Clause(head, number)
        one_duty = (are_things, are_contents)
        if heads and any(lists(self.script, heads[-1], items, self.times) for lists in one_duty):
            yield Clause(heads[-1], number, things=items[-1].last)
            return
        if heads:
            yield Clause(heads[-1], number, introduces=bool(items) and not self._members(colon))
        if self._members(colon):
            return
        for item in items:
            yield Clause(item, number, listed=True)

    def _members(self, colon: int) -> bool:
        """ "… gồm 14 doanh nghiệp: Tổng công ty A (Bộ B), …": who or what is meant, and no list of duties."""
        words = [self.script.word(at) for at in range(colon - 5, colon)]
        if self._contents(colon):
            return True
        if "gồm" not in words or {"nhiệm", "việc", "nội", "giải", "bước"} & set(words):
            return False
        first = colon + 1
        return self.script.is_capital(first) and not VERBS.at(self.script.tokens, first)

    def _contents(self, colon: int) -> bool:
        """ "Nội dung báo cáo thẩm định: nêu …; phân tích …", "Báo A đăng bài: …": what a paper holds."""
        if self.script.words(Stretch(colon - 2, colon)) in {"có bài", "đăng bài", "bài viết"}:
            return True
        start = next(
            (at for at in range(colon - 1, colon - 12, -1) if self.script.word(at - 1) in HEADS), colon
        )
        return self.script.words(Stretch(start, start + 2)) in {"nội dung", "bố cục"} and self.script.word(
            start + 2
        ) in {"báo", "hồ", "đề", "tờ", "bản", "dự", "văn", "biên"}

    def _colon(self, sentence: Stretch) -> int | None:
        """The colon that opens a list or an order, and not a label's."""
        if not self.script.has({":"}, sentence.first + 1, sentence.last - 1):
            return None
        for place in range(sentence.first + 1, sentence.last - 1):
            if self.script.word(place) != ":" or place in self.hidden:
                continue
            if self.script.tokens[place + 1].is_number:
                continue
            if self.script.word(place - 1) in LABELS and not self._new_subject(place + 1, sentence.last):
                continue  # a label's; but not in "… thống nhất mốc thời gian: các xã bàn giao …"
            if self.naming.group_at(
                self.script, max(sentence.first, place - 2), sentence.last
            ) is not None and is_several(self.script, place - 2):
                continue
            return place
        return None

    def _parts(self, stretch: Stretch) -> Iterator[Stretch]:
        """Split at semicolons, at "đồng thời", and where a new subject begins with its own predicate."""
        first = stretch.first
        closed = self.hidden.union(*(range(group.first, group.last) for group in self._groups(stretch)))
        for place, word in enumerate(self.script.texts[stretch.first : stretch.last], start=stretch.first):
            if word not in CUTS or place < first or place in closed:
                continue
            cut = self._cut(place, first, stretch.last)
            if cut is not None:
                ends = self._before_time(first, place)
                part = trimmed(self.script, Stretch(first, ends), EDGES)
                if part:
                    yield part
                first = cut if ends == place else ends
        part = trimmed(self.script, Stretch(first, stretch.last), EDGES)
        if part:
            yield part

    def _before_time(self, first: int, place: int) -> int:
        """ "A chỉ đạo, định kỳ hằng tháng, B gửi …": a time between commas is that of what follows."""
        if self.script.word(place) == ";":
            return place
        for time in self.times:
            if time.last == place and time.first - 1 > first and self.script.word(time.first - 1) == ",":
                return time.first - 1
        return place

    def _groups(self, stretch: Stretch) -> list[Stretch]:
        """Where bodies are named: a comma inside their row ends no clause, a semicolon does."""
        found: list[Stretch] = []
        place = self.naming.next_start(self.script, stretch.first, stretch.last)
        while place < stretch.last:
            group = None
            if place not in self.hidden:
                group = self.naming.group_at(self.script, place, stretch.last)
            if group is None:
                place = self.naming.next_start(self.script, place + 1, stretch.last)
                continue
            group = self._over_gap(group, stretch)
            found.append(group.place)
            place = self.naming.next_start(self.script, group.place.last, stretch.last)
        return found

    def _over_gap(self, group: Group, stretch: Stretch) -> Group:
        """ "Phối hợp với A (qua phòng B) và C …": the row of those who help, or of who leads, goes on behind a bracket."""
        gap = next((gap for gap in self.gaps if gap.first == group.place.last), None)
        if gap is None or self.script.word(gap.last) != "và":
            return group
        first = group.place.first
        tokens = self.script.tokens
        helps = first == stretch.first or WITH.ending(tokens, first, stretch.first)
        helps = helps or ORDERS.ending(tokens, first, stretch.first)
        further = self.naming.group_at(self.script, gap.last + 1, stretch.last) if helps else None
        return group if further is None else Group(Stretch(first, further.place.last), group.bodies)

    def _cut(self, place: int, first: int, end: int) -> int | None:
        """Where the next clause begins if one ends here."""
        word = self.script.word(place)
        if word == ";":
            topics = goes_on_with_topics(self.script, first, place, end, self.times)
            return None if topics else place + 1
        if word == "," and (self.script.word(place + 1), self.script.word(place + 2)) == ("đồng", "thời"):
            return place + 1 if self._has_verb(first, place) else None
        if word in {",", "và"}:
            following = place + 2 if self.script.word(place + 1) == "và" else place + 1
            if self.script.words(Stretch(following, following + 2)) == "theo đó":
                following += 2
            if self.script.word(following) in {"riêng", "còn"}:
                opposite = self.script.words(Stretch(following + 1, following + 3)) == "đối với"
                following += 3 if opposite else 1
            if word == "và" and self._orders_another(following, end) and self._told(first, place):
                return place + 1
            if one_by_one(self.script, following, first) or self._is_ordered_by(place, first):
                return None
            if self._new_subject(following, end) and self._told(first, place):
                return place + 1
        return None

    def _orders_another(self, at: int, end: int) -> bool:
        """ "… trước ngày 20 và giao Bộ B tổng hợp …": a second order, to somebody else."""
        whom = second_order(self.script, at, end)
        return whom > 0 and (
            self._new_subject(whom, end) or opens_a_list(self.script, self.naming, whom, end)
        )

    def _is_ordered_by(self, place: int, first: int) -> bool:
        """ "… yêu cầu trước ngày 10/5, Sở A …": the time stands between an order and whom it goes to."""
        time = next((time for time in self.times if time.last == place), None)
        return time is not None and ORDERS.ending(self.script.tokens, time.first, first) > 0

    def _has_verb(self, first: int, last: int) -> bool:
        return any(
            VERBS.at(self.script.tokens, at, last) for at in range(first, last) if at not in self.hidden
        )

    def _told(self, first: int, last: int) -> bool:
        """Whether a clause that could stand alone lies before: a subject and a verb, and no condition."""
        expected = FORECASTS.at(self.script.tokens, first, last)
        if expected and self.script.word(first + expected) == ",":
            first += expected + 1
        if self.script.word(first) in {"theo", "tại", "căn"}:
            # "Theo công văn, các xã báo cáo trước ngày 22, huyện …": behind the comma stands who is told.
            commas = (at for at in range(first, last) if self.script.word(at) == ",")
            first = next((at + 1 for at in commas if self._new_subject(at + 1, last)), last)
        if first == last or CONDITIONS.at(self.script.tokens, first, last):
            return False
        if not self._has_verb(first, last) or names_its_year(self.script, self.times, first):
            return False
        opens = self.script.word(first) in {"từ", "kể", "định"}
        if not opens and any(first <= time.first and time.last <= last for time in self.times):
            return True
        group = None
        for place in range(first, min(first + 8, last)):
            group = self.naming.group_at(self.script, place, last)
            if group is not None:
                break
        return group is not None and self._duty(group.place.last, last)

    def _new_subject(self, place: int, end: int) -> bool:
        if place >= end:
            return False
        group = self.naming.group_at(self.script, place, end)
        return group is not None and self._duty(group.place.last, end)

    def _duty(self, place: int, end: int) -> bool:
        """Whether a word of duty or a time follows a body."""
        while any(place == gap.first for gap in self.gaps):
            place = next(gap.last for gap in self.gaps if place == gap.first)
        if place >= end or self.script.is_capital(place):
            return False
        tokens = self.script.tokens
        time = next((time for time in self.times if time.first == place), None)
        if time is not None:
            # "… cho Ban quản lý dự án, Bộ A trước ngày 25/3.": with no deed behind it no new sentence begins.
            return VERBS.within(tokens, time.last, end) is not None
        if self.script.word(place) in {"và", ",", "của", "được"} or lends(self.script, place):
            return False
        return bool(
            MODALS.at(tokens, place, end) or VERBS.at(tokens, place, end) or ADVERBS.at(tokens, place, end)
        )
