"""Times that tell how long a right, a ban or a measure lasts, which things are meant, or what should have been."""

from __future__ import annotations

import re

from rules.reading.judging.any_year import in_the_year_before
from rules.reading.judging.later_days import puts_off
from rules.reading.judging.told_times import WROTE
from rules.reading.judging.which_ones import part_start
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.refusal_words import HANDED
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import MODALS, ORDERS, VERBS

# A period behind these is how long a thing holds good, and no term for anyone.
HOLDING = Lexicon.lines(
    "thời hiệu, lộ trình, bảo hành, lưu trữ, lưu giữ, có giá trị, có hiệu lực, bảo quản, cách ly, giá trị sử dụng"
)
# A list is posted for some time; shares are listed once and for all.
POSTED = Lexicon.lines("niêm yết")
TRADED = re.compile(
    r"\b(?:cổ phiếu|chứng khoán|trái phiếu|chứng chỉ quỹ|cổ phần|chào bán|đăng ký giao dịch)\b"
)
# The same of a right or a state, where nobody must hand anything in.
ENJOYED = Lexicon.lines(
    """sử dụng, hiệu lực, giá trị, hưởng, thuê, vay, tước, đình chỉ, cấm, lưu hành, thí điểm, ân hạn, miễn, chi trả,
    hợp đồng, tiếp tục sử dụng"""
)
WHOSE = frozenset({"người", "bên", "chủ", "hộ", "vị", "chức"})
BINDS = Lexicon.lines("phải, cần, có trách nhiệm, có nghĩa vụ")
# Until a day behind one of these a state goes on; nothing is to be finished by then.
STATES = Lexicon.lines(
    """dừng, tạm dừng, ngừng, tạm ngừng, tạm hoãn, nghỉ, nghỉ học, đóng cửa, cấm, chưa, duy trì, giữ nguyên, được
    hưởng, được miễn, được giảm, có hiệu lực, áp dụng, được áp dụng,
    có giá trị, còn giá trị, còn hiệu lực, đình chỉ, tạm đình chỉ, cách ly, phong tỏa,
    hạn chế, kéo dài, miễn phí, ổn định, giãn cách,
    thi tiếp, thi các môn, thi môn, dự thi, thi năng khiếu,
    giảm cước, giảm giá, giảm phí, giảm tiền, giảm lãi suất, miễn cước, miễn tiền"""
)
# How long work takes ends with it: "Thời gian triển khai kéo dài từ … đến hết …".
WORKED = Lexicon.lines(
    """thời gian thực hiện, thời gian triển khai, thời gian tiến hành, thời gian thi công, thời gian hoàn thành,
    thời gian rà soát"""
)
# What is paid or charged holds until a day: "Thuế … giảm 50% đến hết năm 2024".
RATES = frozenset({"thuế", "phí", "lệ", "giá", "lãi", "học", "mức"})
EVENT_NAMES = Lexicon.lines(
    """tháng hành động, tuần lễ, ngày hội, lễ hội, giải thưởng, cuộc thi, hội chợ, ngày pháp luật, tháng cao điểm,
    ngày chuyển đổi số, kỳ thi, chiến dịch, phong trào"""
)
# "Dịp nghỉ lễ (từ ngày … đến ngày …)": when it is.
OCCASIONS = Lexicon.lines(
    """dịp, kỳ nghỉ, đợt nghỉ, mùa lễ hội, lễ hội, tuần lễ, kỳ thi, hội chợ, giải đấu, nghỉ lễ, nghỉ tết, chương trình,
    trong thời gian, trong giai đoạn, trong những ngày, trong đợt"""
)
NEAR = 8
LONGEST_STATE = 14
ABOUT = frozenset({"khoảng", "hơn", "gần", "trên", "chừng"})
AMOUNT = Lexicon.lines("tối thiểu, ít nhất, không dưới, từ")
BEYOND = (
    "và các năm",
    "và những năm",
    "và các năm sau",
    "và cho những năm",
    "và trong các năm",
    "và những tháng",
)
MEASURES = Lexicon.lines("chỉ tiêu, hạn mức, nhu cầu, kịch bản, trần, định mức")
PUBLISHES = Lexicon.lines("công bố, ban hành, giao, xác định, thông báo, cập nhật")
REACHES = Lexicon.lines("hoàn thành, đạt, thực hiện, giảm, tăng, hoàn tất")
LOOKS_BACK = Lexicon.lines("đánh giá, sơ kết, tổng kết, kiểm điểm, nhìn lại")
EFFORTS = Lexicon.lines("tập trung, tiếp tục, tăng cường, đẩy mạnh, nỗ lực, cố gắng, quyết tâm")
YET = Lexicon.lines(
    "nhưng đến nay, song đến nay, nhưng hiện, nhưng mới, nhưng đến thời điểm này, song mới, tuy nhiên đến nay, nhưng chưa"
)
MISSED = frozenset({"lẽ ra", "đáng lẽ", "đáng ra"})
# "Thẻ hết giá trị sử dụng trước ngày …": which things are meant.
EXPIRES = Lexicon.lines(
    "hết giá trị, hết giá trị sử dụng, hết hạn, hết hạn sử dụng, hết hiệu lực, hết thời hạn sử dụng, đáo hạn"
)


def holds_good(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Thời hạn bảo hành là 24 tháng kể từ …", "giấy phép có giá trị 05 năm kể từ …"."""
    tokens = script.tokens
    if script.word(place.first) in {"chậm", "muộn", "trễ"}:
        return False  # nothing lasts "at the latest"
    first = max(part_start(script, place, clause), place.first - 16)
    named = HOLDING.within(tokens, first, place.first)
    if named is not None and MODALS.within(tokens, named, place.first) is None:
        return True
    if POSTED.within(tokens, first, place.first) is not None and TRADED.search(script.words(clause)) is None:
        return True
    if not _is_enjoyed(script, first, place.first) or "làm việc" in script.words(place):
        # No right lasts so many working days.
        return False
    bound = BINDS.within(tokens, clause.first, place.first) is not None
    return not bound and HANDED.within(tokens, clause.first, place.first) is None


def _is_enjoyed(script: Script, first: int, last: int) -> bool:
    """Whether somebody has a right or a thing; "người sử dụng", "bên thuê" only name who somebody is."""
    return any(
        ENJOYED.at(script.tokens, at, last) and script.word(at - 1) not in WHOSE for at in range(first, last)
    )


def goes_on_until(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Tạm dừng hoạt động đến hết ngày …": until when a state lasts."""
    if script.word(place.first) not in {"đến", "tới"} or puts_off(script, place, clause):
        return False
    if script.word(clause.first) in RATES and MODALS.within(script.tokens, clause.first, place.first) is None:
        return True
    start = max(part_start(script, place, clause), place.first - LONGEST_STATE)
    if WORKED.at(script.tokens, clause.first, place.first):
        return False
    return STATES.within(script.tokens, start, place.first) is not None


def has_passed(script: Script, place: Stretch) -> bool:
    """ "Đến tháng 8 vừa qua": the words themselves say that it lies behind."""
    if in_the_year_before(script, place):
        return False
    after = script.words(Stretch(place.last, place.last + 2))
    return after in {"vừa qua", "vừa rồi", "năm ngoái", "năm trước", "đã qua"} or (
        after.startswith("qua") and after[3:].strip() in {"", ",", ".", ";", "đã", "là"}
    )


def counted_once_more(script: Script, place: Stretch) -> bool:
    """ "Chậm nhất ngày 4/3/2021 (80 ngày trước ngày thi)": a day, and in brackets how it is counted."""
    before = place.first - 1
    while script.word(before) in {"tức", "là", "nghĩa"}:
        before -= 1
    counts = "ngày" in script.words(place) and script.tokens[place.first].is_number
    named = script.tokens[before - 1].is_number if before > 0 else False
    return counts and named and script.word(before) == "(" and script.word(place.last) == ")"


def runs_out(script: Script, place: Stretch) -> bool:
    """ "Lô thuốc hết hạn vào tháng 9": when a thing runs out, and no term of a duty."""
    if script.word(place.first) == "hạn" and script.word(place.first - 1) in {"hết", "quá", "đáo"}:
        return True
    if script.word(place.first - 1) == "quá" and script.word(place.first) in {"thời", "ngày"}:
        return True  # "Quá thời hạn ngày 15/3, …": what comes about then
    return EXPIRES.ending(script.tokens, place.first) > 0


def heads_a_figure(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Từ ngày 1/1 đến hết ngày 30/9: 40%": a rate for a stretch of time."""
    follows = place.last + 1
    return script.word(place.last) == ":" and follows < clause.last and script.tokens[follows].is_number


def is_an_events_name(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Tháng hành động vì trẻ em hằng năm": what is meant comes back, not the duty."""
    start = max(clause.first, place.first - 12)
    return script.word(place.last) in {"", ".", ",", ";"} and (
        EVENT_NAMES.within(script.tokens, start, place.first) is not None
    )


def is_a_rate(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Mỗi ngày thành phố thải khoảng 2.000 tấn", "giảm bình quân 3% mỗi năm": a figure, and nobody is told."""
    if script.word(place.first) != "mỗi" or len(place) > 2:
        return False
    tokens, words = script.tokens, range(clause.first, clause.last)
    near = range(max(clause.first, place.first - NEAR), min(clause.last, place.last + NEAR))
    if any(script.words(Stretch(at, at + 2)) in {"bình quân", "trung bình"} for at in near):
        return ORDERS.within(tokens, clause.first, clause.last) is None
    if script.word(place.last) in {"chậm", "quá"} or script.word(place.last + 1) == "chậm":
        # "Phải chịu phạt 0,05% mỗi ngày chậm nộp": the price of each day.
        return True
    if any(script.word(at) in {"phải", "cần", "sẽ"} for at in words):
        return False
    amount = AMOUNT.at(tokens, place.last, clause.last)
    if amount and tokens[place.last + amount].is_number and script.word(place.last + amount + 1) != "lần":
        # "Thay 8.500 đồng hồ, mỗi tháng tối thiểu 1.500 chiếc": the pace of a duty.
        return True
    about = next((at for at in range(place.last, clause.last - 1) if script.word(at) in ABOUT), None)
    return (
        about is not None
        and tokens[about + 1].is_number
        and ORDERS.within(tokens, clause.first, about) is None
    )


def goes_beyond(script: Script, place: Stretch) -> bool:
    """ "Trong năm 2024 và các năm tiếp theo": what goes on beyond has no last day there."""
    after = script.words(Stretch(place.last, place.last + 5))
    return after.startswith(BEYOND)


def measures(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Công bố chỉ tiêu tín dụng cho các ngân hàng đến hết năm 2023": up to when the measure is set."""
    if script.word(place.first) not in {"đến", "tới"}:
        return False
    start = part_start(script, place, clause)
    named = MEASURES.within(script.tokens, start, place.first)
    if named is None or PUBLISHES.within(script.tokens, clause.first, named) is None:
        return False
    handed = HANDED.within(script.tokens, named, place.first) is not None
    return not handed and not REACHES.ending(script.tokens, named, start)


def is_looked_back_on(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Đánh giá việc thực hiện chương trình trong các năm 2016-2018": the years that are looked at."""
    if len(place) < 3 or not script.has({"-"}, place.first, place.last):
        return False
    start = part_start(script, place, clause)
    if not script.has({"việc", "tình", "kết", "công"}, start, place.first):
        return False
    if any(script.word(at) in {"/", "ngày", "tháng"} for at in range(place.first, place.last)):
        return False
    return LOOKS_BACK.within(script.tokens, clause.first, place.first) is not None


def opens_a_condition(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Đến hết ngày 31/01, nếu đơn vị chưa chi hết thì …": by then something may be so.

    Behind a deed the time is that deed's: "chi trả xong trong tháng 5, nếu không …".
    """
    comma = script.word(place.last) == ","
    after = script.word(place.last + comma)
    if after == "nếu" and comma and VERBS.within(script.tokens, clause.first, place.first) is not None:
        return False
    return after in {"nếu", "mà"}


def is_an_effort(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Từ nay đến cuối năm, đơn vị tập trung …": a time of effort told of, with no deed that ends by then."""
    words = script.words(place)
    if place.first != clause.first or not words.startswith("từ nay") or "hết" in words:
        return False
    return (
        EFFORTS.within(script.tokens, place.last, min(clause.last, place.last + 12)) is not None
        and HANDED.within(script.tokens, place.last, clause.last) is None
    )


def should_have_been(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Lẽ ra phải gửi trước ngày …", "phải xong trong quý I nhưng đến nay …": a term that was missed, told as such."""
    if YET.at(script.tokens, place.last + (script.word(place.last) == ",")):
        return True
    return script.has({"lẽ", "đáng"}, clause.first, place.first) and any(
        script.words(Stretch(at, at + 2)) in MISSED for at in range(clause.first, place.first)
    )


def that_day(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Cũng trong ngày …, Bộ A có văn bản …": news of that day."""
    if script.has({"hạn", "kể", "nhất", "trước", "quá"}, place.first, place.last):
        # "Trong thời hạn 07 ngày kể từ …", "chậm nhất 01 năm trước …, Sở A có văn bản …": a term.
        return False
    head = place.first - 1 == clause.first and script.word(clause.first) == "cũng"
    if head and "ngày" in script.words(place):
        return True
    if place.first != clause.first:
        return False
    return WROTE.within(script.tokens, place.last, min(clause.last, place.last + 14)) is not None


def _holds_a_feast(script: Script, end: int) -> bool:
    """Whether right before a time something is held that is a feast or an event."""
    first = next((at for at in range(end - 1, max(0, end - NEAR), -1) if script.word(at) == "tổ"), None)
    if first is None or script.word(first + 1) != "chức":
        return False
    return bool(OCCASIONS.at(script.tokens, first + 2, end) or EVENT_NAMES.at(script.tokens, first + 2, end))


def in_event_bracket(script: Script, place: Stretch) -> bool:
    """ "… Kỳ họp (dự kiến tổ chức vào cuối tháng 7)", "tổ chức lễ hội vào dịp 02/9": when an event takes place."""
    if script.has({"dịp"}, place.first, place.last) and _holds_a_feast(script, place.first):
        return True
    if script.word(place.first - 1) == "(" and script.word(place.last) == ")":
        return OCCASIONS.within(script.tokens, max(0, place.first - 8), place.first - 1) is not None and (
            script.word(place.first) == "từ"
        )
    if not script.has({"("}, place.first - 7, place.first):
        return False
    for at in range(place.first - 1, max(0, place.first - 8), -1):
        word = script.word(at)
        if word == "(":
            inner = script.words(Stretch(at + 1, place.first))
            return inner.endswith(("tổ chức", "diễn ra", "khai mạc", "được tổ chức", "họp"))
        if word in {")", ".", ";"}:
            return False
    return False


def as_things_stood(script: Script, place: Stretch) -> bool:
    """ "… đến thời điểm 31/8 là …": how things stood."""
    if script.words(Stretch(place.first, place.first + 2)) == "thời điểm":
        return script.word(place.first - 1) in {"đến", "tại", "với", "ở", "tới"}
    # "Các dự án giải ngân dưới 30% kế hoạch đến 30/6": who had stayed below it by then.
    near = [script.word(at) for at in range(max(0, place.first - 6), place.first)]
    return script.word(place.first) in {"đến", "tới"} and "dưới" in near and "%" in near
