"""What a kind of body does all the time,
before the deed it is told: "các nhà máy xử lý rác trên địa bàn hoàn thành …"."""

from __future__ import annotations

from rules.reading.naming.name_parts import NAME_PARTS
from rules.reading.words.bodies_lexicon import HEADS, STOPS
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import ADVERBS, CONNECTIVES, HEEDS, MODALS, ORDERS, REPORTS, VERBS, WITH, Deeds

# What somebody lives by, has or undergoes; with a deed behind it, it only tells which ones are meant.
DESCRIBES = Lexicon.lines(
    """sản xuất, kinh doanh, xuất khẩu, nhập khẩu, xuất nhập khẩu, chế biến, khai thác, phân phối, vận hành, tái chế,
    quản lý, sử dụng, thi công, cung cấp dịch vụ, cung ứng, hành nghề, làm việc, hoạt động, nuôi, nuôi trồng,
    chăn nuôi, trồng, đánh bắt, vận tải, vận chuyển, thu gom, mua bán, buôn bán, giảng dạy, chủ nhiệm, phụ trách,
    xử lý rác, xử lý chất thải, xử lý nước thải, tham gia bảo hiểm, tư vấn, kiểm định, giám định, đấu giá, bảo trì,
    thiết kế, đào tạo, khám, chữa, điều trị, phục vụ, thụ hưởng, thuê, vay, đầu tư, niêm yết, phát hành, tự quản,
    xả thải, giết mổ, lưu trữ, nhận khoán, nhận thầu, bị, được giao, được giao nhiệm vụ, được cấp, cấp nước,
    chủ quản, được phân công, được hỗ trợ, được hưởng, được công nhận, được kiểm tra, được thanh tra, trúng,
    được kiểm soát, được chỉ định, được chấp thuận, tái định cư, sống, sinh sống, cư trú, công tác, được lựa chọn,
    được xếp hạng, có, chậm, thiếu, còn nợ, còn chậm, chưa có, chưa được, đang có, đang quản lý, đang sử dụng, nơi"""
)
# With one of these behind such words, or behind a noun, somebody is told something.
DEEDS = Deeds.lines(
    """phải, cần, cần phải, có trách nhiệm, chịu trách nhiệm, có nghĩa vụ, có nhiệm vụ, khẩn trương, nghiêm túc,
    chủ động, sẽ, tiếp tục, nhanh chóng, kịp thời, tập trung, chủ trì, hoàn thành, hoàn tất, hoàn thiện, tổng hợp,
    báo cáo, gửi, nộp, lập, rà soát, kê khai, triển khai, thực hiện, phối hợp, tổ chức, trình, ban hành, đẩy nhanh,
    tăng cường, quan tâm, được yêu cầu, được giao, được đề nghị, xây dựng, làm rõ, chỉ đạo"""
)
# What somebody is to have done, or is asked: "các tỉnh có kế hoạch gửi Bộ …", "bị yêu cầu nộp …".
MADE = Lexicon.lines(
    """có báo cáo, có kế hoạch, có văn bản, có phương án, có giải pháp, có ý kiến, có công văn, có tờ trình,
    có hướng dẫn, có biện pháp, có đề xuất, có kết quả, có thể, bị yêu cầu, bị buộc, có liên quan"""
)
# Kinds that say nothing without what such a body does.
GENERIC = frozenset(
    {
        "cơ quan",
        "tổ chức",
        "cơ sở",
        "doanh nghiệp",
        "công chức",
        "viên chức",
        "trung tâm",
        "hội đồng",
        "công ty",
        "ban đại diện",
    }
)
BOUND = Lexicon.lines("được giao, được yêu cầu, được phân công, có trách nhiệm, có nhiệm vụ, phải")
# Behind these no deed follows that would be theirs.
NONE_OF_THESE = frozenset(
    {"để", "thì", "nếu", "mà", "khi", "là", "do", "bởi", "rằng", "vào", "hoặc", "nên", "nào", "ai", "gì"}
)
LINKS = frozenset(
    {"tự", "đang", "đã", "sẽ", "cũng", "còn", "đều", "vẫn", "mới", "vừa", "chưa", "không", "được"}
)
DONE = frozenset({"đã", "được", "bị"})
TIMES = frozenset({"ngày", "tháng", "quý", "năm", "tuần", "giờ", "trước", "sau", "hết"})
LONGEST = 14  # tokens


def described(script: Script, at: int, end: int, *, kind: str, closed: bool = False) -> int:
    """Where such words end that begin at a place, before the deed, the next body or a colon; the place for none.

    ``kind``: of the body before them. Behind the title of one person a verb is what he does, and a name of its own
    only tells further where it is ("nơi đăng ký"). ``closed``: nothing but the name can stand here, up to the end.
    """
    tokens = script.tokens
    if at >= end or script.is_capital(at) or script.words(Stretch(at, at + 3)) == "trên cơ sở":
        return at
    trait = _trait(script, at, end)
    ordering = ORDERS.at(tokens, at, end) or REPORTS.at(tokens, at, end)
    if (
        kind == "agency"
        and not ordering
        and (word := VERBS.at(tokens, at, end))
        and BOUND.at(tokens, at + word, end)
    ):
        return (
            at + word
        )  # "Ban Quản lý dự án hạ tầng ưu tiên được giao …": no deed, with the order right behind it
    if (kind == "title" and VERBS.at(tokens, at, end)) or (kind == "agency" and script.word(at) != "nơi"):
        return at
    acts = max(words.at(tokens, at, end) for words in (VERBS, MODALS, ORDERS, MADE))
    if acts > trait or (
        not trait
        and ((script.word(at) in STOPS and not is_second_half(script, at)) or _is_told(script, at, end))
    ):
        return at
    if not (trait or tokens[at].is_word or _is_its_number(script, at) or _joins(script, at)):
        return at
    place = at + max(trait, NAME_PARTS.at(tokens, at, end), 1)
    if script.word(place - 1) == "chậm" and ends_name(script, place, end):
        return at  # "Phê bình các trường chậm nộp báo cáo": for what they are blamed
    while place < min(at + LONGEST, end):
        if ends_name(script, place, end, any_deed=not trait):
            while place > at and script.word(place - 1) in LINKS:
                if kind == "open" and script.word(place - 1) in DONE:
                    return at  # "Bến xe đã giao cho …": a thing
                place -= 1
            return place
        if script.word(place) in NONE_OF_THESE:
            return at
        further = (
            _trait(script, place, end) if script.word(place) == "," else NAME_PARTS.at(tokens, place, end)
        )
        if not (further or tokens[place].is_word or _is_its_number(script, place) or _joins(script, place)):
            return at
        place += max(further, 1)
    return place if place == end and (closed or script.word(end) == ":") else at


def is_second_half(script: Script, at: int) -> bool:
    """Whether a word that ends names stands in a noun: "nghị định", "quy định"."""
    return script.word(at) == "định" and script.word(at - 1) in {"nghị", "quy", "quyết", "ổn", "thẩm", "giám"}


def _trait(script: Script, at: int, end: int) -> int:
    """How many words tell what somebody lives by; "được giao" has its deed behind it, and a row goes on at a comma."""
    tokens = script.tokens
    if script.word(at) == ",":
        goes_on = DESCRIBES.ending(tokens, at) and DESCRIBES.at(tokens, at + 1, end)
        return 1 + DESCRIBES.at(tokens, at + 1, end) if goes_on else 0
    trait = DESCRIBES.at(tokens, at, end)
    if not trait and script.words(Stretch(at - 2, at)) in GENERIC and not DEEDS.at(tokens, at, end):
        trait = VERBS.at(tokens, at, end)  # "Cơ quan đăng ký hộ tịch", and not "cơ quan hoàn thành"
    if script.word(at) == "từ" and tokens[at + 1].is_number:
        return _measure(script, at, end)
    if not trait and script.word(at - 1) == "nơi":
        trait = VERBS.at(tokens, at, end)
    if script.word(at) == "nơi" or script.words(Stretch(at, at + trait)) in {"được giao", "được phân công"}:
        trait += VERBS.at(tokens, at + trait, end)
    if script.words(Stretch(at, at + trait)) == "được giao nhiệm vụ" and DEEDS.at(tokens, at + trait, end):
        return 0  # they were given the task, and that is it
    return trait


def _measure(script: Script, at: int, end: int) -> int:
    """ "Từ 10 lao động trở lên": how many words they are."""
    for place in range(at + 2, min(at + LONGEST, end - 1)):
        if script.words(Stretch(place, place + 2)) in {"trở lên", "trở xuống"}:
            return place + 2 - at
    return 0


def _is_told(script: Script, at: int, end: int) -> bool:
    """Whether the deed, a word before it or one that reports begins here at once."""
    tokens = script.tokens
    kinds = (VERBS, ADVERBS, MODALS, ORDERS, REPORTS, HEEDS, WITH, CONNECTIVES)
    return any(words.at(tokens, at, end) for words in kinds)


def ends_name(script: Script, place: int, end: int, *, any_deed: bool = False) -> bool:
    """Whether the deed, the next body of a row or a colon stands here; ``any_deed``: no verb has stood before it."""
    tokens = script.tokens
    if script.word(place) == ":":
        return True
    if script.word(place) in {"và", ","} and HEADS.at(tokens, place + 1, end):
        return script.is_capital(place + 1)
    if script.is_capital(place):
        return False
    acts = DEEDS.at(tokens, place, end)
    if any_deed:
        acts = (
            acts
            or VERBS.at(tokens, place, end)
            or HEEDS.at(tokens, place, end)
            or MODALS.at(tokens, place, end)
        )
    return acts > 0


def _is_its_number(script: Script, place: int) -> bool:
    """ "Lớp 12", "khóa 30", "từ 15 mét": no day, month or year."""
    glued = script.word(place - 1) == "-" and script.is_glued(place)
    before = glued or script.tokens[place - 1].is_word
    return script.tokens[place].is_number and before and script.word(place - 1) not in TIMES


def _joins(script: Script, place: int) -> bool:
    return script.word(place) == "-" and script.tokens[place - 1].is_word
