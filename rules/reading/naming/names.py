"""How far a name goes: an agency with what narrows it, a collective with all its members."""

from __future__ import annotations

from rules.reading.naming.bare_places import named_behind_level
from rules.reading.naming.deed_fields import field_length, part_at
from rules.reading.naming.joined_names import JoinedNames
from rules.reading.naming.name_parts import NAME_PARTS, TAILS
from rules.reading.naming.name_rows import JOINTS
from rules.reading.naming.narrowing import reaches, told_apart
from rules.reading.naming.numbered_names import ends_with_number
from rules.reading.naming.people import people_at, role_of
from rules.reading.naming.places_behind import counted_places, managed_places
from rules.reading.naming.rows_of_places import UNITS, named_behind, place_row
from rules.reading.naming.short_names import is_short_name
from rules.reading.naming.works import works_end
from rules.reading.words.bodies_lexicon import (
    COLLECTIVES,
    COMMON,
    HEADS,
    INSIDE_NAMES,
    NAMED_ONLY,
    NO_BODIES,
    QUANTIFIERS,
    TITLES,
)
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.quantities import whole_at
from rules.reading.words.script import Script, Stretch

# What such a body is about is part of its name.
BOARDS = frozenset({"ban", "ủy", "hội", "tổ", "tiểu"})
ALSO = frozenset({"trực thuộc", "liên quan", "có liên quan", "ngoài công lập", "tư thục", "dân lập"})
LONGEST_NAME = 16
JOINING = frozenset({"-", "&", "/", ".", ",", "và"})
# "Ủy ban bầu cử ở tỉnh, ở huyện, ở xã": one kind of body at several levels.
LEVELS = frozenset({"tỉnh", "huyện", "xã", "quận", "phường"})
SCHOOLS = Lexicon.lines(
    """đại học, cao đẳng, học viện, trung cấp, trung học, trung học cơ sở, trung học phổ thông, tiểu học, mầm non, mẫu giáo,
    phổ thông, thcs, thpt, dạy nghề, trường nghề, trường, trường đại học, trường cao đẳng, trường trung cấp, cơ sở đào tạo,
    viện nghiên cứu"""
)
# "sở Y tế", "phòng Tham mưu": heads that news write small before a name.
NAMED_BEHIND = frozenset({"sở", "cục", "vụ", "phòng", "viện", "ban", "khoa", "đội", "trạm", "hạt"})


class Names(JoinedNames):
    """Finds where the name that begins at a place ends."""

    def _collective(self, script: Script, place: int, end: int) -> Stretch | None:
        """ "Các bộ, ngành, địa phương" is one entry, however many words it has."""
        word = script.word(place)
        at = place
        if word == "toàn" and script.word(place + 1) in {"tỉnh", "thành", "huyện", "quốc", "xã", "quận"}:
            return None
        whole = whole_at(script, place, end)
        if whole or word in QUANTIFIERS:
            at += whole or 1
        elif not (
            script.word(place + 1) in {",", "-"}
            and COLLECTIVES.at(script.tokens, place, end)
            and COLLECTIVES.at(script.tokens, place + 2, end)
        ):
            return None
        length = COLLECTIVES.at(script.tokens, at, end) or COMMON.at(script.tokens, at, end)
        people = people_at(script, at, end, several=True) if at > place else 0
        if people > length:
            return Stretch(place, role_of(script, at + people, end))
        if NO_BODIES.at(script.tokens, at, end) > length:
            return None
        if not length and at > place and is_short_name(script, at, end):
            length = 1
        if not length:
            return None
        if script.word(at + length) == ":" and at + length + 1 < end and script.is_capital(at + length + 1):
            return self._members(script, place, at + length + 1, end)
        last = self._chain(script, at, at + length, end, quantified=at > place)
        return Stretch(place, told_apart(script, last, end))

    def _members(self, script: Script, place: int, at: int, end: int) -> Stretch | None:
        """ "Các Bộ: Tài chính, Nội vụ và Công an": the members that a colon names, as one entry."""
        start = at
        while at < end and script.word(at) not in {".", "(", ":"}:
            if script.word(at) == ";" and (
                not script.is_capital(at + 1) or self.body_head(script, at + 1, end)
            ):
                break
            if script.word(at) == "," and TITLES.at(script.tokens, at + 1, end):
                break  # "Các bộ: Công an, Tư pháp, Thủ tướng yêu cầu …"
            part = NAME_PARTS.at(script.tokens, at, end)
            lower = (
                script.tokens[at].is_word
                and script.word(at) != ";"
                and not script.is_capital(at)
                and not part
            )
            if lower and script.word(at) not in JOINTS and not self._goes_on(script, start, at):
                break
            if script.word(at) in JOINTS and script.word(at + 1) in QUANTIFIERS:
                break
            at += part or 1
        several = any(
            script.word(p) == "," or (script.word(p) == "và" and script.is_capital(p + 1))
            for p in range(start, at)
        )
        return Stretch(place, at) if at - start >= 2 and several else None

    def _chain(self, script: Script, first: int, at: int, end: int, *, quantified: bool) -> int:
        """On through ", ngành, địa phương" and what narrows it ("thuộc tỉnh", "có liên quan")."""
        at = self._narrowed(script, first, at, end)
        while at < end:
            if quantified and script.word(at) in {",", "và"} and place_row(script, first - 1, at, end):
                at = self._narrowed(script, at + 1, at + 2, end)
                continue
            step = 1 if script.word(at) in {",", "và", "-"} else 0
            school = SCHOOLS.at(script.tokens, at + step, end) if step and quantified else 0
            if school and SCHOOLS.within(script.tokens, first, at) is not None:
                # "Các trường đại học, cao đẳng và học viện": schools of several kinds, named once.
                at = self._narrowed(script, first, at + step + school, end)
                continue
            if step and script.word(at + 1) == "cấp" and script.word(at - 2) == "cấp" and at + 3 <= end:
                # "Cấp huyện, cấp xã": two levels of the same bodies.
                at = self._narrowed(script, first, at + 3, end)
                continue
            if script.word(at) == "," and script.word(at + 1) == "và":
                step = 2
            lower = self._lower_row(script, at, end) if script.word(at) == "," else 0
            if lower and not COLLECTIVES.at(script.tokens, at + 1, end):
                at += lower
                continue
            following = script.word(at + step)
            if not step or (script.is_capital(at + step) and not quantified):
                return at
            length = COLLECTIVES.at(script.tokens, at + step, end)
            if following in QUANTIFIERS or not length or TITLES.at(script.tokens, at + step, end):
                return at
            if NO_BODIES.at(script.tokens, at + step, end) > length:
                return at  # "Các đơn vị kiểm tra, báo cáo …": the next deed, and no press
            if self.known.at(script.tokens, at + step, end) > length:
                return at
            if script.is_capital(at + step) and script.is_capital(at + step + length):
                return at
            if self._is_named(script, first, at) and script.is_capital(at + step) and length > 1:
                # "Các Sở Công Thương, Tập đoàn kinh tế": behind a name of its own comes another body.
                return at
            reached = self._narrowed(script, at + step, at + step + length, end)
            if self._of_its_own_row(script, reached, end):
                return at
            at = reached
        return at

    def _narrowed(self, script: Script, first: int, at: int, end: int) -> int:
        while at < end:
            reached = reaches(script, at, end)
            if reached > at:
                at = reached
                continue
            tail = TAILS.at(script.tokens, at, end)
            if tail:
                at += tail
                if script.word(at - 1) == "thuộc" and at < end:
                    inner = self._agency(script, at, end, self.known.at(script.tokens, at, end))
                    at = inner.last if inner else at
                continue
            word = script.word(at)
            further = TAILS.at(script.tokens, at + 1, end) if word == "và" else 0
            if script.words(Stretch(at + 1, at + 1 + further)) in ALSO:
                # "Các đơn vị thành viên và trực thuộc".
                at += 1 + further
                continue
            title = TITLES.at(script.tokens, at + 1, end) if word == "của" else 0
            if title:
                at += 1 + title + self.known.at(script.tokens, at + 1 + title, end)
                continue
            if word in {"thuộc", "trên", "ngang", "trong", "của"}:
                inner = self._agency(script, at + 1, end, self.known.at(script.tokens, at + 1, end))
                if inner is None and word in {"thuộc", "của"}:
                    found = self._collective(script, at + 1, end)
                    inner = found
                if inner is None and word == "thuộc" and script.word(at + 1) == "phạm":
                    return at
                if inner is None:
                    return at
                at = inner.last
                continue
            part = part_at(script, at, end)
            if part and at - first <= 10 and not self._does(script, first, at, part):
                at += part
                continue
            if word == "-" and script.is_capital(at - 1) and script.is_capital(at + 1) and at + 1 < end:
                at += 2
                continue
            if word == "&" and script.is_glued(at):
                at += 2
                continue
            if not self._goes_on(script, first, at):
                return at
            at += max(1, INSIDE_NAMES.at(script.tokens, at, end))
        return at

    def _agency(
        self, script: Script, place: int, end: int, known: int, *, headed: bool = False
    ) -> Stretch | None:
        """``headed``: a title stands before it, so that its own head may be in lower case."""
        head = HEADS.at(script.tokens, place, end)
        if not head and not known:
            return None
        if (
            not known
            and NAMED_ONLY.at(script.tokens, place, end) == head
            and not named_behind(script, place + head, end)
        ):
            return None
        if script.word(place + head) == "này" and script.word(place) not in {"trường", "hội"}:
            return Stretch(place, place + head + 1)
        named = 0 if known or headed else named_behind_level(script, place, head)
        if named:
            return self._place_name(script, place, named, end)
        if not known and not headed and not script.is_capital(place):
            # A name in lower case needs more than its head; a level alone is none.
            rows = script.word(place + 1) == "các" and COLLECTIVES.at(script.tokens, place + 2, end)
            named = script.word(place) in NAMED_BEHIND and script.is_capital(place + 1)
            trade = rows and script.word(place) in {"thuế", "quỹ", "hội", "đài", "báo"}
            if script.word(place) in UNITS | {"thành", "thị"} or (head < 2 and not named and not trade):
                return None
        at = place + max(head, known)
        if known >= head and known and not self._longer(script, at, end):
            return Stretch(place, at)
        while at < end and at - place < LONGEST_NAME:
            step = self._step(script, place, at, end)
            if not step:
                break
            at += step
        while at > place + head and script.word(at - 1) in {"-", "&", "/", ","}:
            at -= 1
        return Stretch(place, at)

    def _step(self, script: Script, first: int, at: int, end: int) -> int:
        """How many tokens more belong to the name."""
        word = script.word(at)
        field = field_length(script, first, at, end)
        if field:
            return field
        part = part_at(script, at, end)
        if part and at - first <= 10 and not self._does(script, first, at, part):
            return part
        whose = self._whose(script, first, at, end) or works_end(script, first, at, end)
        if whose:
            return whose
        if word == "," and script.word(at + 1) == "ở" and script.word(at - 2) == "ở":
            return 3 if script.word(at + 2) in LEVELS else 0
        if word in JOINING:
            return self._joined(script, first, at, end)
        places = counted_places(script, at, end) or managed_places(script, first, at, end)
        if places:
            return places
        if word in QUANTIFIERS:
            row = self._collective(script, at, end)
            return row.last - at if row else 0
        if word == "thuộc":
            inner = self._agency(script, at + 1, end, self.known.at(script.tokens, at + 1, end))
            return inner.last - at if inner else 0
        if word == "về" and script.word(first) in BOARDS and NAME_PARTS.at(script.tokens, at + 1, end):
            # "Ban Chỉ đạo quốc gia về phòng, chống thiên tai".
            return 1 + NAME_PARTS.at(script.tokens, at + 1, end)
        tail = TAILS.at(script.tokens, at, end)
        if tail and at > first:
            return tail
        if script.tokens[at].is_number and script.is_glued(at) and script.is_shouted(at - 1):
            return 1  # "PC06"
        if script.tokens[at].is_number and len(word) <= 3:
            return int(ends_with_number(script, first, at, end))
        if not script.tokens[at].is_word:
            return 0
        if script.is_capital(at):
            inside = INSIDE_NAMES.at(script.tokens, at, end) if at - first <= 2 else 0
            if inside > 1 and not script.is_capital(at + 1):
                return inside
            return 1 if not TITLES.at(script.tokens, at, end) or script.is_capital(at - 1) else 0
        return max(1, INSIDE_NAMES.at(script.tokens, at, end)) if self._goes_on(script, first, at) else 0

    def _whose(self, script: Script, first: int, at: int, end: int) -> int:
        """ "Tổ công tác của Thủ tướng Chính phủ", "Ủy ban bầu cử ở tỉnh": whose board it is, or at which level."""
        word, behind = script.word(at), at + 1
        if word in {"ở", "của"} and script.word(behind) in LEVELS:
            return 2
        if word != "của" or script.word(first) not in BOARDS:
            return 0
        title = TITLES.at(script.tokens, behind, end)
        known = self.known.at(script.tokens, behind + title, end)
        body = self._agency(script, behind + title, end, known)
        return body.last - at if body else title and title + 1
