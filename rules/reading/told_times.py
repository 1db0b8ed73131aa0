"""Times in sentences that give no duty: forecasts, permissions, histories, how long something lasts."""

from __future__ import annotations

from datetime import date

from rules.reading.bodies_lexicon import COMMON, HEADS, TITLES
from rules.reading.lexicon import Lexicon
from rules.reading.script import Script, Stretch
from rules.reading.verbs import MODALS, VERBS

FORETOLD = Lexicon.lines("dự báo, ước, ước tính, ước đạt, theo dự báo, ước thực hiện, ước thanh toán")
# Who is allowed to go on until a day is not told to do anything by then.
ALLOWED = Lexicon.lines("cho phép, được phép, đồng ý, thống nhất, cho, được, tiếp tục")
LASTING = Lexicon.lines("kéo dài, được sử dụng, có giá trị, được hoạt động, được áp dụng, tiếp tục áp dụng")
KEPT = frozenset({"thiểu", "giữ", "trữ", "quản", "đủ", "dài"})
WROTE = Lexicon.lines(
    "có công văn, có văn bản, có tờ trình, có công điện, ban hành công văn, ban hành văn bản, có thông báo"
)
RULED = frozenset({"phải", "bị", "thì", "không", "được", "áp"})


def foretold(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Dự báo từ ngày … đến …", "Ước thanh toán đến 31/8 đạt …": nobody is told anything."""
    return bool(FORETOLD.at(script.tokens, clause.first, clause.last)) and place.first > clause.first


def weathered(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Từ 27 đến 29/9, toàn tỉnh mưa 150 mm": a time at the head, and nothing done behind it."""
    if place.first != clause.first or script.word(place.first) != "từ" or place.last >= clause.last:
        return False
    tokens = script.tokens
    subject = place.last + (script.word(place.last) == ",")
    named = HEADS.at(tokens, subject) or COMMON.at(tokens, subject) or TITLES.at(tokens, subject)
    if named or script.word(subject) in {"các", "mọi", "mỗi", "những"}:
        return False
    return (
        sum(tokens[at].is_word for at in range(place.last, clause.last)) >= 2
        and VERBS.within(tokens, place.last, clause.last) is None
        and MODALS.within(tokens, place.last, clause.last) is None
    )


def allowed(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Cho phép kéo dài đến hết ngày …": a day up to which something may go on."""
    at = place.first
    if LASTING.at(script.tokens, at, place.last):
        return bool(ALLOWED.ending(script.tokens, at, clause.first))
    length = LASTING.ending(script.tokens, at, clause.first)
    return bool(length) and (
        script.word(at - length) == "được" or bool(ALLOWED.ending(script.tokens, at - length, clause.first))
    )


def had_happened(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Các địa phương đã có báo cáo trước ngày …", "đã được cấp phép trước ngày …": which ones are meant."""
    if script.word(place.first) != "trước":
        return False
    for at in range(place.first - 1, max(clause.first, place.first - 6) - 1, -1):
        word = script.word(at)
        if word in {",", ";", ":", "để", "phải", "cần", "sẽ", "yêu", "giao", "đề"}:
            return False
        if word == "đã":
            return True
    return False


def was_asked(
    script: Script, place: Stretch, clause: Stretch, day: date | None, said_on: date | None
) -> bool:
    """ "Ngày 15/01, Bộ A có Công văn … đề nghị … trước ngày 20/02": asked before, and passed since."""
    if day is None or said_on is None or day >= said_on:
        return False
    dated = script.word(clause.first) == "ngày" and place.first > clause.first
    return dated or WROTE.within(script.tokens, clause.first, place.first) is not None


def for_a_later_step(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "… để kịp trình Chính phủ trong phiên họp tháng 9": what the duty is for, and not its term."""
    return any(
        script.words(Stretch(at, at + 2)) in {"để kịp", "kịp trình"}
        for at in range(max(clause.first, place.first - 10), place.first)
    )


def begins_a_rule(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Kể từ ngày …, ai chưa … thì bị đình chỉ", "… áp dụng từ ngày …": a rule takes effect, no duty begins."""
    before = script.words(Stretch(max(clause.first, place.first - 2), place.first))
    if before in {"áp dụng", "thi hành", "thực thi"}:
        return True
    if before == "bắt đầu":
        return any(
            script.word(at) in {"lần", "hằng", "hàng", "mỗi"} for at in range(clause.first, place.first)
        )
    if place.first != clause.first:
        return False
    return any(script.word(at) in RULED for at in range(place.last, min(clause.last, place.last + 16)))


def lasts(script: Script, place: Stretch, *, dated: bool) -> bool:
    """ "Lưu giữ tối thiểu 10 năm kể từ …", "niêm yết trong thời gian 20 ngày": how long, and not by when."""
    number = script.tokens[place.first].is_number
    if number and script.word(place.last - 1) in {"nữa", "tới"}:
        return True
    counted = number and script.word(place.first - 1) in KEPT
    if counted or script.words(Stretch(place.first, place.first + 2)) in {"tối thiểu", "ít nhất"}:
        return "trước" not in script.words(place)
    return script.words(Stretch(place.first, place.first + 3)) == "trong thời gian" and not dated
