"""Times that tell which things or people are meant: "số lợn tiêu hủy trước ngày …"."""

from __future__ import annotations

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import MODALS, ORDERS, VERBS

# Deeds that tell which things are meant where a day stands behind them: "số lợn tiêu hủy trước ngày …".
MARKED = Lexicon.lines(
    """tiêu hủy, phát sinh, sinh, đóng mới, ký, ký kết, được ký, được cấp, cấp, đăng ký, mua, thành lập, được thành
    lập, nghỉ việc, xảy ra, khởi công, nhập khẩu, sản xuất, tuyển dụng, ban hành, được ban hành, phê duyệt, được phê
    duyệt, hết hạn, tốt nghiệp, nghỉ hưu, nộp, tiếp nhận, đã tiếp nhận, có hiệu lực, vi phạm, công tác, nhập ngũ,
    xây dựng, được xây dựng, hoạt động, đi vào hoạt động, giao, được giao, thông quan, phát hành, bị thiệt hại"""
)
HAPPENED = Lexicon.lines("xảy ra, phát sinh, diễn ra, gây ra, đã xảy ra, mới phát sinh")
# Who goes through things looks at those of some time.
GOES_THROUGH = Lexicon.lines(
    """rà soát, thống kê, tổng hợp, kiểm kê, đối chiếu, báo cáo, kiểm tra, thanh tra, đánh giá, lập danh sách, cung cấp,
    xem xét, hậu kiểm, kiểm toán, đối soát, cập nhật, phân loại, rà soát lại"""
)
# Behind these the deed is one of its own, or what is looked at is how it is done.
DEEDS_OWN = frozenset(
    {"và", "hoặc", "để", "phải", "cần", "sẽ", "đã", "việc", "hình", "tác", "trình", "kết", "quả", "kế", "hoạch"}
)  # fmt: skip
BORN = frozenset({"người", "trẻ", "em", "cháu", "dân", "con", "mẹ", "được", "đã", "bộ", "tượng", "động"})
TOPIC = Lexicon.lines("đối với, những, số, các trường hợp, trường hợp, của, cho")
# What people do once in their lives tells which of them are meant, and binds nobody.
OF_PERSONS = Lexicon.lines("tốt nghiệp, nhập ngũ, trúng tuyển, đến tuổi, sinh ra, ra trường, nhập học")
PERSONS = Lexicon.lines(
    "sinh viên, học sinh, học viên, thí sinh, thanh niên, người, những ai, trường hợp, đối tượng, công dân, trẻ em"
)
# "Xét tốt nghiệp", "đồ án tốt nghiệp": a deed or a thing, and nobody who does it once.
NO_PERSON = frozenset(
    {"xét", "nhận", "án", "văn", "thi", "sơ", "bằng", "lễ", "kỳ", "cho", "cấp", "tác", "trao"}
)
# "Có bằng đại học được cấp trước ngày …": what somebody must have to be let in.
HELD = Lexicon.lines(
    "bằng, văn bằng, chứng chỉ, chứng nhận, giấy chứng nhận, giấy phép, hộ khẩu, quốc tịch, kinh nghiệm, thâm niên"
)
GOES_ON = frozenset({"được", "thì", "vẫn", "tiếp", "không", "chưa", "mà"})


def tells_which(script: Script, place: Stretch, clause: Stretch) -> bool:
    """ "Số lợn tiêu hủy trước ngày …", "người nghỉ việc trước ngày … được hưởng …": the time tells which are meant."""
    opening = {"trước", "sau", "hạn", "trong", "từ", "kể"}
    if script.word(place.first) not in opening or script.word(place.first + 1) == "khi":
        return False
    start = part_start(script, place, clause)
    ordered = ORDERS.within(script.tokens, clause.first, place.first) is not None
    bound = MODALS.within(script.tokens, start, place.first) is not None
    if script.word(place.last) in GOES_ON and not ordered and not bound:
        return True
    if script.word(place.first) in {"trong", "từ"} and HAPPENED.ending(script.tokens, place.first, start):
        # "Tổng hợp các vụ cháy xảy ra trong quý III": of which time the matter is.
        return True
    if not (ordered or bound) and (_of_persons(script, place, start) or _qualifies(script, clause)):
        return True
    if script.word(place.first) == "từ" and _is_gone_through(script, place, start):
        return True
    length = MARKED.ending(script.tokens, place.first, start)
    if length and script.word(place.last) == "phải" and not (ordered or bound):
        # "Sản phẩm sản xuất trong năm 2021 phải có nhãn phụ".
        return True
    if script.word(place.first - 1) == "sinh":
        # "Người sinh trước ngày …", and not "khám cho học sinh trước ngày …".
        return script.word(place.first - 2) in BORN
    if not length or script.word(place.first) == "trong":
        return False
    if script.word(place.last) == "sẽ" and not ordered:
        return True
    topic = TOPIC.within(script.tokens, max(start, place.first - length - 7), place.first - length)
    # "Đối với các hợp đồng ký trước ngày …, ngân hàng được …": a topic at the head ends with a comma.
    return topic is not None and (topic > clause.first or script.word(place.last) == ",")


def _of_persons(script: Script, place: Stretch, start: int) -> bool:
    """ "… sinh viên từ khóa 37 trở về sau tốt nghiệp trong năm 2021": which of them are meant."""
    length = OF_PERSONS.ending(script.tokens, place.first, start)
    if not length or script.word(place.first - length - 1) in NO_PERSON:
        return False
    return PERSONS.within(script.tokens, start, place.first - length) is not None


def _qualifies(script: Script, clause: Stretch) -> bool:
    """ "Có bằng đại học được cấp trước ngày …": what whoever applies must have."""
    return script.word(clause.first) == "có" and HELD.at(script.tokens, clause.first + 1, clause.last) > 0


def _is_gone_through(script: Script, place: Stretch, start: int) -> bool:
    """ "Rà soát văn bản (do Bộ A) ban hành từ … đến …": of which time the things are that are gone through."""
    tokens = script.tokens
    deed = next(
        (at for at in (place.first - 2, place.first - 1) if VERBS.at(tokens, at) == place.first - at), 0
    )
    gone = next((at for at in reversed(range(start, deed)) if GOES_THROUGH.at(tokens, at, deed)), None)
    if gone is None or script.word(deed - 1) in DEEDS_OWN:
        return False
    things = gone + GOES_THROUGH.at(tokens, gone, deed)
    return things < deed and not ORDERS.within(tokens, things, deed)


def part_start(script: Script, place: Stretch, clause: Stretch) -> int:
    """Where the part of the clause begins that holds a place: behind the last comma before it."""
    at = place.first
    while at > clause.first and script.word(at - 1) not in {",", ";", ":", "("}:
        at -= 1
    return at
