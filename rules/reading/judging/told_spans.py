"""Spans and periods in which something happened or is open: what figures are counted by, hours, rates."""

from __future__ import annotations

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.refusal_words import EVENTS
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import AIMS, MODALS, ORDERS, VERBS

# What a statement of figures opens with: "Qua số liệu thống kê của Sở A, từ ngày … đến ngày …, toàn tỉnh có …".
SOURCES = Lexicon.lines(
    """theo số liệu, theo thống kê, theo báo cáo, theo kết quả, theo ghi nhận, theo tổng hợp, theo đánh giá, theo thông
    tin, theo rà soát, qua số liệu, qua thống kê, qua báo cáo, qua kết quả, qua tổng hợp, qua rà soát, qua kiểm tra, qua
    theo dõi, qua khảo sát, qua công tác, kết quả, số liệu"""
)
SINCE = Lexicon.lines(
    "trong thời gian, trong khoảng thời gian, trong giai đoạn, trong, chỉ, chỉ tính, chỉ riêng, tính riêng, kết quả"
)
# What is charged or paid: its span says how long it holds.
RATES = Lexicon.lines(
    "mức thu, mức phí, mức giá, mức hỗ trợ, mức lương, giá bán, biểu phí, lãi suất, học phí, lệ phí"
)
COMPARES = Lexicon.lines(
    "so với cùng kỳ, so cùng kỳ, cùng kỳ năm trước, cùng kỳ năm ngoái, so với cùng kỳ năm trước"
)
CLOSED = Lexicon.lines(
    """đóng, đóng cửa, mở cửa, ngừng, tạm ngừng, dừng, tạm dừng, cấm, cấm đường, cắt, cắt điện, cắt nước, ngừng cấp,
    phong tỏa, làm việc, phục vụ, hoạt động, giao dịch, diễn ra, bảo trì, nghỉ, thi công, phân luồng, hạn chế"""
)
GATHERINGS = frozenset({"cuộc", "hội", "kỳ", "phiên", "lễ", "buổi", "đại", "diễn", "triển"})
LONGEST_SOURCE = 24  # tokens
LONGEST_RATE = 6


def opens_a_count(script: Script, place: Stretch, clause: Stretch) -> bool:
    """Whether a span stands behind nothing but the words that say whose figures are told, or since when."""
    before = Stretch(clause.first, place.first)
    if len(before) > LONGEST_SOURCE or script.word(place.last) not in {",", ":"}:
        return False
    if before and SINCE.at(script.tokens, before.first, before.last) == len(before):
        return True
    source = SOURCES.at(script.tokens, before.first, before.last)
    return source > 0 and script.word(place.first - 1) == ","


def from_hour_to_hour(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Đóng cầu từ 22 giờ ngày 15/5 đến 5 giờ ngày 16/5", "làm việc từ thứ Hai đến thứ Sáu hằng tuần": how long."""
    if script.words(Stretch(place.first - 3, place.first - 1)) == "từ thứ":
        return script.word(place.first) == "đến"
    if script.word(place.first) != "từ" or CLOSED.within(script.tokens, clause.first, place.first) is None:
        return False
    hours = [at for at in range(place.first, place.last) if script.word(at) in {"giờ", "h"}]
    return len(hours) > 1 and not script.has({"phải"}, clause.first, place.first)


def of_a_rate(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Quy định mức thu phí từ ngày … đến hết ngày … bằng 50%": how long a rate holds."""
    if script.word(place.first) != "từ":
        return False
    named = RATES.within(script.tokens, max(clause.first, place.first - LONGEST_RATE), place.first)
    if named is None or MODALS.within(script.tokens, clause.first, named) is not None:
        return False
    return VERBS.within(script.tokens, named + RATES.at(script.tokens, named), place.first) is None


def compares_figures(script: Script, clause: Stretch) -> bool:
    """ "So với cùng kỳ năm 2020, … tăng 12%": figures are set beside each other, and nobody is told anything."""
    if COMPARES.within(script.tokens, clause.first, clause.last) is None:
        return False
    return all(
        words.within(script.tokens, clause.first, clause.last) is None for words in (AIMS, MODALS, ORDERS)
    )


def is_sitting(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Hội đồng nhân dân tỉnh họp kỳ giữa năm trong tháng 7": who sits then, and nobody is told to."""
    if not script.has({"họp"}, clause.first, place.first) or script.has(
        {"phải", "cần"}, clause.first, place.first
    ):
        return False
    if ORDERS.within(script.tokens, clause.first, place.first) is not None:
        return False
    sits = [
        at
        for at in range(clause.first + 1, place.first)
        if script.word(at) == "họp"
        and script.word(at - 1) not in {"cuộc", "kỳ", "phiên", "buổi", "chức", "hội", "tổ", "quy"}
    ]
    return bool(sits) and VERBS.within(script.tokens, sits[-1] + 1, place.first) is None


def of_a_gathering(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Đại hội sẽ bầu Ban Chấp hành vào ngày 18/6": what a meeting itself does, it does on its day."""
    if script.word(place.first) not in {"vào", "ngày", "sáng", "chiều", "tối"}:
        return False
    if script.word(clause.first) not in GATHERINGS:
        return False
    length = EVENTS.at(script.tokens, clause.first, clause.last)
    does = length > 0 and script.has({"sẽ"}, clause.first + length, place.first)
    return does and not script.has({"phải", "cần"}, clause.first, place.first)
