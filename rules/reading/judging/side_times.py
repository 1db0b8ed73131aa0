"""Times that stand beside the duty of a sentence: of what was reached, of what others do later, of a forecast."""

from __future__ import annotations

import re

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.refusal_words import HANDED
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import VERBS

REACHED = Lexicon.lines(
    "đạt được, đã đạt, đã đạt được, thu được, làm được, giành được, gặt hái được, có được"
)
SUCCESS = frozenset({"quả", "tựu", "tích", "bộ", "điểm"})  # kết quả, thành tựu, thành tích, tiến bộ, ưu điểm
AHEAD = frozenset({"phải", "cần", "sẽ", "phấn", "để", "tiêu"})
TALKS = Lexicon.lines("thảo luận, đại biểu, tham luận, trao đổi, phát biểu, ý kiến, tọa đàm")
PROPOSES = Lexicon.lines(
    "đề xuất, kiến nghị, thảo luận, bàn, bàn về, trao đổi, nêu, nêu ra, góp ý, gợi mở, đưa ra"
)
MEASURES = Lexicon.lines(
    "giải pháp, nhiệm vụ, phương hướng, định hướng, biện pháp, sáng kiến, mục tiêu, nhiệm vụ trọng tâm"
)
BOUND = frozenset({"trước", "nhất", "hạn", "trong", "xong"})
OF_A_TIME = re.compile(r"\b(?:tháng|quý|quí|tuần) [0-9ivx]+(?: (?:/|năm) [0-9]{4})? ,$")
NEAR, LONGEST_MEASURE = 14, 9  # tokens
# Of what a paper says, told behind the sentence that orders the paper.
HOLDS = Lexicon.lines(
    """nêu rõ, nêu, quy định rõ, quy định, xác định rõ, xác định, phân công rõ, làm rõ, phân định rõ, ghi rõ, thể hiện rõ,
    chỉ rõ, đánh giá rõ, phân tích rõ, nêu cụ thể, quy định cụ thể, xác định cụ thể, phân công cụ thể"""
)
PAPERS = Lexicon.lines(
    """chỉ thị, quyết định, kế hoạch, đề án, thông tư, nghị định, nghị quyết, phương án, báo cáo, quy chế, chương trình,
    văn bản, hướng dẫn, tờ trình, quy định, dự thảo, chiến lược, công điện, quy hoạch"""
)

EXTENDED = Lexicon.lines(
    "gia hạn, gia hạn thêm, gia hạn một lần, gia hạn 01 lần, gia hạn nhưng, kéo dài thêm, có thể kéo dài, "
    "có thể kéo dài thêm"
)


def threatens(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Đến ngày 15/4, các thuê bao không chuẩn hóa thông tin sẽ bị khóa": what becomes of whoever has not done it."""
    if script.word(place.first - 1) == "quá" and place.first - 1 <= clause.first:
        return True  # "Quá 15 ngày kể từ ngày thông báo mà chưa thanh toán, …"
    if script.word(place.first) not in {"đến", "tới", "hết", "quá", "sau"} or script.word(place.last) != ",":
        return False
    fails = next((at for at in range(place.last, clause.last) if script.word(at) in {"không", "chưa"}), None)
    return fails is not None and script.has({"bị"}, fails, clause.last)


def was_reached(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Biểu dương kết quả đạt được trong năm 2020": what was reached in a time, and nothing to be reached."""
    length = REACHED.ending(script.tokens, place.first, clause.first)
    if not length or script.word(place.first) not in {"trong", "năm", "từ"}:
        return False
    near = range(max(clause.first, place.first - length - NEAR), place.first - length)
    words = {script.word(at) for at in near}
    return bool(words & SUCCESS) and not words & AHEAD


def is_proposed(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Đại biểu thảo luận, đề xuất giải pháp thực hiện trong năm 2021": what was talked of; nobody is told to."""
    near = range(max(clause.first, place.first - LONGEST_MEASURE), place.first)
    if not any(
        (MEASURES.at(script.tokens, at) and PROPOSES.ending(script.tokens, at, clause.first))
        or (script.word(at - 1) in {"các", "những", "một"} and MEASURES.at(script.tokens, at)
            and PROPOSES.ending(script.tokens, at - 1, clause.first))
        for at in near
    ):  # fmt: skip
        return False
    first = script.sentence_first(place.first)
    told = script.has({"phải", "cần", "giao", "yêu"}, first, place.first)
    return not told and TALKS.within(script.tokens, first, place.first) is not None


def is_for_then(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Xong trước ngày 30/9 để đến ngày 15/10, các xã dùng …": what is so from then on, where a term stands before."""
    if script.word(place.first - 1) != "để" or script.word(place.first) not in {"đến", "từ", "tới", "sang"}:
        return False
    return script.has(BOUND, clause.first, place.first - 1)


def only_later(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Trạm sẽ vận hành sau ngày 30/9": behind a day without an end nobody is late, but who must begin then."""
    if script.word(place.first) != "sau" or place.first == clause.first:
        return False
    return not script.has({"phải", "cần", "ngay"}, clause.first, clause.last)


def in_an_aside(script: Script, place: Stretch, clause: Stretch, deeds: Lexicon) -> bool:
    """ "(Khu vực mưa lớn trong 24 giờ tới gồm …)": a length in brackets that tell, and name none of these deeds."""
    if not script.has({"("}, clause.first, place.first):
        return False
    opened = next(
        (at for at in range(place.first - 1, clause.first - 1, -1) if script.word(at) in {"(", ")"}), None
    )
    if opened is None or script.word(opened) != "(" or opened + 1 == place.first:
        return False
    return (
        deeds.within(script.tokens, opened + 1, place.first) is None
        and VERBS.within(script.tokens, opened + 1, place.first) is None
    )


def says_it_once_more(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Chương trình công tác tháng 8, quý III năm 2020": a second time of the same, set beside the first."""
    before = script.words(Stretch(max(clause.first, place.first - 6), place.first))
    return script.word(place.first) in {"quý", "quí", "tháng"} and OF_A_TIME.search(before) is not None


def tells_contents(script: Script, clause: Stretch, before: Stretch) -> bool:
    """ "Ban hành Kế hoạch …. Trong đó, nêu rõ …": what the paper that the words ``before`` order is to hold."""
    at = clause.first + 2 + (script.word(clause.first + 2) == ",")
    at += script.word(at) in {"cần", "phải", "có"}
    if script.words(Stretch(clause.first, clause.first + 2)) != "trong đó" or not HOLDS.at(script.tokens, at):
        return False
    return PAPERS.within(script.tokens, before.first, before.last) is not None


def is_contained(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Báo cáo nêu rõ số vốn giải ngân trong năm 2021": of what time a paper tells, and nothing to be finished then."""
    paper = PAPERS.at(script.tokens, clause.first, clause.last)
    at = clause.first + paper
    at += script.word(at) in {"cần", "phải", "có"}
    holds = HOLDS.at(script.tokens, at, clause.last)
    if not paper or not holds or at + holds > place.first:
        return False
    if script.word(at + holds) in {",", ":"} and script.word(clause.first) != "báo":
        return False  # "Kế hoạch nêu rõ, trong quý I các sở hoàn thành …": what it orders
    return HANDED.within(script.tokens, at + holds, place.first) is None


def may_be_extended(script: Script, place: Stretch) -> bool:
    """ "Trường hợp được gia hạn tối đa không quá 100 ngày": how much longer it may take, counted from no event."""
    longer = EXTENDED.ending(script.tokens, place.first) > 0
    return longer and not script.has({"từ", "sau"}, place.first, place.last)
