"""Times in sentences that give no duty: forecasts, permissions, histories, how long something lasts."""

from __future__ import annotations

from datetime import date

from rules.reading.judging.later_days import puts_off
from rules.reading.words.bodies_lexicon import COMMON, HEADS, TITLES
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.refusal_words import DONE
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import MODALS, ORDERS, VERBS

FORETOLD = Lexicon.lines("dự báo, ước, ước tính, ước đạt, theo dự báo, ước thực hiện, ước thanh toán")
# Who is allowed to go on until a day is not told to do anything by then.
ALLOWED = Lexicon.lines("cho phép, được phép, đồng ý, thống nhất, cho, được, tiếp tục")
PERMITS = Lexicon.lines("cho phép, được phép")
GRANTED = frozenset({"được", "thí", "miễn", "giảm", "hỗ"})
LASTING = Lexicon.lines(
    "kéo dài, được sử dụng, có giá trị, được hoạt động, được áp dụng, tiếp tục áp dụng, tiếp tục sử dụng"
)
PAUSES = Lexicon.lines("tạm dừng, tạm ngừng, tạm hoãn, tạm đình chỉ, tạm thời dừng")
SPANS = Lexicon.lines(
    """thời gian hỗ trợ, thời gian áp dụng, thời gian miễn, thời gian giảm, thời gian được hưởng, thời gian hưởng,
    thời gian nghỉ, thời gian cách ly, thời gian giãn cách, thời gian thí điểm, thời gian gia hạn, thời gian ưu đãi,
    thời hạn thanh tra, thời hạn kiểm tra,  thời hạn hợp
    đồng, thời hạn cho vay, thời hạn giữ chức vụ, thời hạn điều động"""
)
# How long people sit together.
SITTINGS = Lexicon.lines(
    """thời gian đại hội, thời gian tổ chức đại hội, thời gian họp, thời gian hội nghị, thời gian tổ chức hội nghị,
    thời gian tập huấn, thời gian bồi dưỡng, thời gian học, thời gian thi, thời gian làm bài, thời gian nghỉ,
    thời gian mỗi lớp, thời gian thực tập, thời gian tham quan"""
)
BEFORE = Lexicon.lines(
    "hồi tháng, hồi năm, hồi đầu, hồi cuối, trước đó, trước đây, năm ngoái, tháng trước, tuần trước"
)
LONGEST_QUESTION = 60  # tokens
NEAR = 8
KEPT = frozenset({"thiểu", "giữ", "trữ", "quản", "đủ", "dài"})
WROTE = Lexicon.lines(
    "có công văn, có văn bản, có tờ trình, có công điện, ban hành công văn, ban hành văn bản, có thông báo"
)
EFFECT = Lexicon.lines("có hiệu lực, hết hiệu lực, được áp dụng, chính thức áp dụng, cũng áp dụng, bị bãi bỏ")
INSTRUMENT_ISSUED = Lexicon.lines(
    """ban hành quyết định, ban hành thông tư, ban hành nghị định, ban hành nghị quyết, ban hành luật, ban hành văn bản,
    ban hành công văn, ban hành quy định, ký quyết định, ký lệnh, ký thông tư, ký nghị định, ký văn bản, có quyết định,
    thông qua nghị quyết, thông qua luật"""
)
APPOINTS = Lexicon.lines(
    """bổ nhiệm, bổ nhiệm lại, điều động, luân chuyển, biệt phái, tuyển dụng, nghỉ hưu, nghỉ chế độ, thôi việc, thôi giữ,
    giữ chức, giữ chức vụ, nhận công tác, vào làm việc, nâng lương, được hưởng, miễn nhiệm"""
)
RULED = frozenset({"phải", "bị", "thì", "không", "được", "áp", "chỉ"})
# "Theo Thông tư A, từ ngày …": what a rule's first day may stand behind.
RULE_OF = frozenset({"theo", "căn", "tại"})
WAITS = Lexicon.lines("chờ, đợi, dồn, đợi chờ, để dồn, chờ đợi, để")
NOT_TO = frozenset({"không", "đừng", "chớ", "tránh", "chẳng"})


def foretold(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Dự báo từ ngày … đến …", "Ước thanh toán đến 31/8 đạt …", "… đến 31/8 ước đạt …": nobody is told anything."""
    length = FORETOLD.ending(script.tokens, place.first, clause.first)
    if length and script.word(place.first - length) == "ước":
        # "Số liệu ước thực hiện đến 31/12".
        return True
    if script.word(place.last) == "ước":
        return True
    return bool(FORETOLD.at(script.tokens, clause.first, clause.last)) and place.first > clause.first


def weathered(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Từ 27 đến 29/9, toàn tỉnh mưa 150 mm", "Đến 7 giờ …": a time at the head, and nothing done behind it."""
    if place.first != clause.first or place.last >= clause.last:
        return False
    clock = any(script.word(at) in {"giờ", "h"} for at in range(place.first, place.last))
    if script.word(place.first) != "từ" and not (clock and script.word(place.first) in {"đến", "tới"}):
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
    if puts_off(script, place, clause):
        return False
    if (
        script.word(at) in {"đến", "tới", "hết"}
        and PERMITS.within(script.tokens, clause.first, at) is not None
    ):
        return True
    if LASTING.at(script.tokens, at, place.last):
        return bool(ALLOWED.ending(script.tokens, at, clause.first))
    length = LASTING.ending(script.tokens, at, clause.first) if script.word(at) != "trước" else 0
    return bool(length) and (
        script.word(at - length) == "được" or bool(ALLOWED.ending(script.tokens, at - length, clause.first))
    )


def paused(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Tạm dừng đóng bảo hiểm … đến hết tháng 6", "Thời gian hỗ trợ: từ nay đến …": how long it goes on."""
    start = place.first - (script.word(place.first - 1) in {":", "là"})
    if SPANS.ending(script.tokens, start) and script.word(place.first) != "trước":
        return True
    if script.word(place.first) not in {"đến", "tới", "hết", "cho"}:
        return False
    return PAUSES.within(script.tokens, clause.first, place.first) is not None


def granted(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Được thí điểm trong 5 năm, kể từ ngày …": how long a right holds."""
    bare = script.word(place.first) == "trong" and script.tokens[place.first + 1].is_number
    years = {"năm", "tháng"} & {script.word(at) for at in range(place.first, place.first + 4)}
    given = GRANTED & {script.word(at) for at in range(clause.first, place.first)}
    return bare and bool(years and given)


def told_of_before(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Hồi tháng 2, Bộ A từng cảnh báo …", "Trước đó, dự án được gia hạn đến …": an older story."""
    if BEFORE.at(script.tokens, clause.first, clause.last):
        return True
    return script.has({"từng"}, clause.first, place.first) and any(
        script.word(at) == "từng"
        and bool(VERBS.at(script.tokens, at + 1) or ORDERS.at(script.tokens, at + 1))
        for at in range(clause.first, place.first)
    )


def might(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Lạm phát có thể hạ nhiệt trong năm 2024", "Bộ A kiến nghị tăng giá trong năm nay": nobody is bound yet."""
    first = max(clause.first, place.first - NEAR)
    if script.has({"phải", "cần", "yêu", "giao"}, clause.first, place.first):
        return False
    if any(script.word(at) == "có" and script.word(at + 1) == "thể" for at in range(first, place.first)):
        return True
    if any(_is_a_chance(script, at, clause) for at in range(clause.first, place.first)):
        return True
    return script.has({"kiến"}, clause.first, place.first) and any(
        script.word(at) == "kiến"
        and script.word(at + 1) == "nghị"
        and bool(VERBS.at(script.tokens, at + 2, place.first))
        for at in range(clause.first + 1, place.first)
    )


def _is_a_chance(script: Script, at: int, clause: Stretch) -> bool:
    """ "Khả năng … hoàn thành …", "có khả năng …": what may come, and not what somebody is able to do."""
    if script.words(Stretch(at, at + 2)) != "khả năng":
        return False
    return at == clause.first or script.word(at - 1) in {"có", "nhiều"}


def since_then(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Tính từ đầu năm học đến hết ngày 15-10": figures are counted up to that day."""
    if not script.has({"từ"}, place.first - NEAR - 1, place.first):
        return False
    for at in range(place.first - 1, max(clause.first, place.first - NEAR), -1):
        if script.word(at) in {",", ";", ":"}:
            return False
        pair = script.words(Stretch(at - 1, at + 1))
        if pair == "tính từ" or (pair == "từ đầu" and script.word(place.first) in {"đến", "tới"}):
            return True
    return False


def had_happened(script: Script, place: Stretch, clause: Stretch, *, ahead: bool) -> bool:
    """ "Các địa phương đã có báo cáo trước ngày …", "đã được cấp phép trước ngày …": which ones are meant.

    "Phải chi hết số vốn đã bố trí trước ngày …": nothing can have happened before a day ``ahead``, and who is bound
    has his term.
    """
    if script.word(place.first) != "trước":
        return False
    if ahead and script.has({"phải", "cần", "hết", "xong", "điểm"}, clause.first, place.first):
        return False
    for at in range(place.first - 1, max(clause.first, place.first - 6) - 1, -1):
        word = script.word(at)
        if word in {",", ";", ":", ")", "để", "phải", "cần", "sẽ", "yêu", "giao", "đề"}:
            return False
        if word == "đã":
            return True
    return False


def asks(script: Script, place: Stretch) -> bool:
    """Whether the sentence is a question: "Báo cáo hằng năm được quy định như thế nào?"."""
    ahead = range(place.last, min(place.last + LONGEST_QUESTION, len(script.tokens)))
    end = next((at for at in ahead if script.breaks_after(at) or script.begins_line(at)), None)
    return end is not None and script.word(end) == "?"


# "Việc lấy ý kiến được tiến hành từ … đến …": when it is to be done.
CARRIED_OUT = Lexicon.lines(
    "được tiến hành, được thực hiện, được triển khai, được tổ chức, tiến hành, bắt đầu, được bắt đầu, được hoàn thành"
)


def speaks_of_a_deed(script: Script, place: Stretch) -> bool:
    """ "Việc xác định hộ nghèo vào cuối năm làm cơ sở …": what a deed is; "việc rà soát hoàn thành vào …" binds."""
    first = script.sentence_first(place.first)
    if script.word(first) != "việc" or DONE.ending(script.tokens, place.first, first):
        return False
    if CARRIED_OUT.ending(script.tokens, place.first, first):
        return False
    return not script.has({"phải", "cần", "sẽ", "hoàn", "xong", "kết"}, first, place.first)


def was_asked(
    script: Script, place: Stretch, clause: Stretch, day: date | None, said_on: date | None
) -> bool:
    """ "Ngày 15/01, Bộ A có Công văn … đề nghị … trước ngày 20/02": asked before, and passed since."""
    if day is None or said_on is None or day >= said_on:
        return False
    first = script.sentence_first(clause.first)
    dated = script.word(first) == "ngày" and place.first > first
    return dated or WROTE.within(script.tokens, first, place.first) is not None


def for_a_later_step(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "… để kịp trình Chính phủ trong phiên họp tháng 9": what the duty is for, and not its term."""
    first = max(clause.first, place.first - 10)
    return script.has({"kịp"}, first, place.first + 1) and any(
        script.words(Stretch(at, at + 2)) in {"để kịp", "kịp trình"} for at in range(first, place.first)
    )


def before_an_event(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "… trước khi áp dụng giá mới từ ngày 01/01": what begins then is the event that a term lies before."""
    near = range(max(clause.first, place.first - NEAR), place.first - 1)
    return any(script.words(Stretch(at, at + 2)) == "trước khi" for at in near)


def begins_a_rule(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Kể từ ngày …, ai chưa … thì bị đình chỉ", "… áp dụng từ ngày …": a rule takes effect, no duty begins."""
    before = script.words(Stretch(max(clause.first, place.first - 2), place.first))
    if before in {"áp dụng", "thi hành", "thực thi"}:
        return True
    if before == "bắt đầu":
        return any(
            script.word(at) in {"lần", "hằng", "hàng", "mỗi"} for at in range(clause.first, place.first)
        )
    issued = INSTRUMENT_ISSUED.within(script.tokens, clause.first, place.first)
    if issued is not None and any(
        script.words(Stretch(at, at + 2)) == "về việc" for at in range(issued, place.first)
    ):
        return MODALS.within(script.tokens, issued, place.first) is None
    appoints = APPOINTS.within(script.tokens, clause.first, place.first) is not None
    ordered = ORDERS.within(script.tokens, clause.first, place.first) is not None
    if appoints and not ordered and not script.has({"phải", "cần", "sẽ"}, clause.first, place.first):
        # From when an office is held, or a pension drawn.
        return True
    takes_effect = EFFECT.within(script.tokens, place.last, min(clause.last, place.last + 30))
    if takes_effect is not None and MODALS.within(script.tokens, place.last, takes_effect) is None:
        return True
    quoted = script.word(place.first - 1) == "," and script.word(clause.first) in RULE_OF
    if place.first != clause.first and not quoted:
        return False
    return any(script.word(at) in RULED for at in range(place.last, min(clause.last, place.last + 16)))


def not_to_wait(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Không nên chờ tới sát ngày 31/3 mới nộp": a day that nobody is to wait for."""
    first = max(clause.first, place.first - NEAR)
    waits = WAITS.within(script.tokens, first, place.first)
    if waits is None or not any(script.word(at) in NOT_TO for at in range(max(first, waits - 3), waits)):
        return False
    if script.word(waits) == "để" and script.word(waits + 1) != "dồn":
        return script.word(place.last) == "mới"
    return script.word(place.first) != "trước"


def lasts(script: Script, place: Stretch, *, dated: bool) -> bool:
    """ "Lưu giữ tối thiểu 10 năm kể từ …", "thời gian đại hội không quá 3 ngày": how long, and not by when."""
    if SITTINGS.ending(script.tokens, place.first):
        return True
    number = script.tokens[place.first].is_number
    if number and script.word(place.last - 1) in {"nữa", "tới"}:
        return True
    counted = number and script.word(place.first - 1) in KEPT
    if counted or script.words(Stretch(place.first, place.first + 2)) in {"tối thiểu", "ít nhất"}:
        return "trước" not in script.words(place)
    # "Thẩm định trong thời gian 07 ngày làm việc" is a term: nothing lasts so many working days.
    working = "làm việc" in script.words(place)
    return script.words(Stretch(place.first, place.first + 3)) == "trong thời gian" and not (dated or working)
