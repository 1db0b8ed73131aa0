"""Whose a term is, where a sentence speaks of the term itself; and who only writes about it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rules.reading.naming.bodies import Group
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import CONNECTIVES, VERBS

TERM_OF = Lexicon.lines(
    "thời hạn, thời gian, thời điểm, hạn, hạn cuối, hạn chót, thời hạn cuối cùng, hạn cuối cùng, thời hạn định kỳ"
)
OF_WHOM = Lexicon.lines("của, đối với, với, áp dụng đối với")
# What was said by somebody is no deed of his: "thời hạn thực hiện kết luận của Bộ trưởng".
SAID_BY = frozenset(
    {"định", "luận", "đạo", "kiến", "cầu", "bản", "luật", "quyết", "nghị", "báo", "thị", "giao"}
)
IS = Lexicon.lines(
    "là, chậm nhất, muộn nhất, không quá, tối đa, được quy định, được tính, như sau, :, kết thúc, không muộn hơn, thực hiện"
)
READERS = frozenset({"bạn", "độc"})
TO_READERS = re.compile(
    r"\b(?:hướng dẫn|giúp|giới thiệu|chia sẻ|giải đáp|gửi|cung cấp|tư vấn|đồng hành)(?: (?:cho|tới|đến|cùng|với))?"
    r" (?:quý |các )?(?:bạn|độc giả)\b"
)
LONGEST = 24


def speaks_to_readers(script: Script, clause: Stretch) -> bool:
    """ "Dưới đây, A sẽ hướng dẫn bạn đọc …": who wrote the text, and does nothing in it."""
    return script.has(READERS, clause.first, clause.last) and (
        TO_READERS.search(script.words(clause)) is not None
    )


def of_its_term(script: Script, group: Group, clause: Stretch, times: Sequence[Stretch]) -> bool:
    """ "Thời hạn nộp báo cáo của công ty A là …", "… đối với hộ kinh doanh: …": whether it names whose term it is."""
    tokens, first = script.tokens, clause.first
    first += CONNECTIVES.at(tokens, first, clause.last)
    first += script.word(first) == ","
    term = TERM_OF.at(tokens, first, clause.last)
    left = group.place.first
    of = OF_WHOM.ending(tokens, left, first)
    if not term or not of or left - first > LONGEST:
        return False
    deed = first + term
    if not (VERBS.at(tokens, deed, left) or script.word(deed) in {"của", "đối", "với"}):
        return False
    if script.word(left - of) == "của" and script.word(left - of - 1) in SAID_BY:
        return script.words(Stretch(left - of - 2, left - of)) == "báo cáo"
    last = group.place.last
    return bool(IS.at(tokens, last, clause.last)) or any(last == time.first for time in times)
