"""The part that a kind of body plays, as its name: "cơ quan thẩm tra quyết toán", "các đơn vị chủ trì đề tài"."""

from __future__ import annotations

from rules.reading.words.bodies_lexicon import STOPS
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import ADVERBS, MODALS, ORDERS, VERBS

# What a body is there for, where a deed of its own follows.
ROLES = Lexicon.lines(
    """chủ trì, thẩm tra, thẩm định, kiểm toán, tư vấn, giám sát, thi công, đào tạo, sát hạch, vận hành, tổ chức thi,
    chủ trì soạn thảo, chủ trì biên soạn, thẩm tra quyết toán, thẩm tra phê duyệt quyết toán, kiểm toán quyết toán,
    tư vấn giám sát, tư vấn thiết kế, giám sát thi công, đào tạo lái xe, sát hạch lái xe"""
)
KINDS = frozenset({"quan", "vị", "sở", "chức", "nghiệp", "thầu"})  # cơ quan, đơn vị, cơ sở, tổ chức, …
# Who has, or is, something: "các hộ dân có hành vi vi phạm", "các đơn vị nhận được công văn".
HAVING = Lexicon.lines(
    """có hành vi vi phạm, có công trình vi phạm, có vi phạm, có nhu cầu, có nguyện vọng, có đất bị thu hồi,
    có đất thu hồi, có tên trong danh sách, có tên trong danh sách kèm theo, có tên nêu trên, có tên trên,
    nhận được thông báo, bị ảnh hưởng, bị thiệt hại, bị thu hồi đất, bị giải tỏa, bị xử phạt, bị nhắc nhở,
    bị tác động, bị di dời, có vốn đầu tư nước ngoài, có vốn nhà nước, có sử dụng lao động, có trụ sở trên địa bàn,
    có liên quan, tự do, chính quy, hệ chính quy, vừa làm vừa học, liên thông, hợp đồng, khuyết tật, cận nghèo, nghèo,
    cao tuổi, ngoại tỉnh, nước ngoài, ngoài công lập, ngoài nhà nước, nhà nước, tư nhân, trong nước, ngoài nước, tư thục"""
)
# What a kind of body lives by, alone behind its name.
TRADES = Lexicon.lines(
    """đào tạo, dạy nghề, sản xuất, kinh doanh, sản xuất kinh doanh, xuất khẩu, nhập khẩu, xuất nhập khẩu, thi công,
    xây dựng, vận hành, vận tải, niêm yết, khai thác, phân phối, chế biến, bán lẻ, cung cấp dịch vụ, tư vấn,
    thiết kế, kiểm định, kiểm toán, thẩm định giá, đấu giá, giết mổ, chăn nuôi, nuôi trồng, nuôi trồng thủy sản,
    lưu trú, sử dụng lao động, chủ quản, quản lý, bảo hiểm, phát hành, giám định, đăng kiểm, sửa chữa, cai nghiện,
    khám bệnh, tái chế, thu gom, viễn thông, logistics, thủ công, cổ phần hóa, hoạt động công ích, sử dụng ngân sách,
    thụ hưởng, dự thầu, trúng thầu"""
)
# What a kind of body lives by and is never told to do by a day.
DEALS = Lexicon.lines(
    """sản xuất, kinh doanh, sản xuất kinh doanh, sản xuất _ kinh doanh, sản xuất và kinh doanh, xuất khẩu, nhập khẩu,
    xuất nhập khẩu, chế biến, phân phối, bán lẻ, bán buôn, buôn bán, chăn nuôi, nuôi trồng, nuôi, dạy nghề, cung cấp dịch vụ,
    cung ứng dịch vụ, giết mổ, khám chữa bệnh, vận tải, vận chuyển, thu mua, lắp ráp, gia công, cho thuê, dịch vụ"""
)
LONGEST_GOODS = 5
FIELDS = frozenset({"quản lý nhà nước", "chuyên môn"})
DEED_BEHIND = frozenset({"các", "những", "việc", "nội", "hồ", "kế", "toàn", "công", "kết", "danh"})
LONGEST_OBJECT, LONGEST_FIELD = 4, 8


def role_ends(script: Script, at: int, end: int) -> int:
    """Where the words end that tell which part the body just named plays,
    or what it has; ``at`` where there are none."""
    having = HAVING.at(script.tokens, at, end)
    if having:
        return at + having
    for ends in (trade_ends, goods_end):
        trade = ends(script, at, end)
        if trade > at:
            return trade
    if script.word(at) == "về":
        return _field_ends(script, at, end)
    role = ROLES.at(script.tokens, at, end)
    if not role or script.word(at - 1) not in KINDS or script.is_capital(at):
        return at
    for place in range(at + role, min(at + role + LONGEST_OBJECT + 1, end)):
        if not script.tokens[place].is_word or (place == at + role and script.word(place) in DEED_BEHIND):
            return at
        if _acts(script, place, end):
            alone = place == at + role
            # "Các đơn vị chủ trì tham mưu": both are deeds of theirs.
            return at if alone and role == 2 and not MODALS.at(script.tokens, place, end) else place
    return at


def trade_ends(script: Script, at: int, end: int) -> int:
    """ "Các doanh nghiệp xuất khẩu nộp …", "các cơ sở đào tạo:": a trade without an object, then a deed or nothing."""
    trade = TRADES.at(script.tokens, at, end)
    if not trade or script.word(at - 1) not in KINDS or script.is_capital(at):
        return at
    behind = at + trade
    if behind >= end or script.word(behind) in {":", "("}:
        return behind
    if script.word(behind) == "và" and (also := TRADES.at(script.tokens, behind + 1, end)):
        behind += 1 + also
    return behind if _acts(script, behind, end) and not ROLES.at(script.tokens, behind, end) else at


def goods_end(script: Script, at: int, end: int) -> int:
    """ "Các cơ sở sản xuất thuốc báo cáo …": what they make or deal in, in few words, before their deed; else ``at``."""
    trade = DEALS.at(script.tokens, at, end)
    first = at + trade
    if (
        not trade
        or script.word(at - 1) not in KINDS
        or script.is_capital(at)
        or script.word(first) in DEED_BEHIND
    ):
        return at
    for place in range(first, min(first + LONGEST_GOODS + 1, end)):
        if _acts(script, place, end):
            return place if place > first else at
        if not script.tokens[place].is_word or script.word(place) in STOPS:
            return place if place > first else at
    return at


def _field_ends(script: Script, at: int, end: int) -> int:
    """ "Cơ quan quản lý nhà nước về khuyến nông ở huyện tổ chức …": up to its deed."""
    if not any(script.words(Stretch(at - len(field.split()), at)) == field for field in FIELDS):
        return at
    for place in range(at + 2, min(at + LONGEST_FIELD, end)):
        if not script.tokens[place].is_word:
            return at
        if _acts(script, place, end):
            return place
    return at


def _acts(script: Script, at: int, end: int) -> bool:
    tokens = script.tokens
    return bool(
        not script.is_capital(at)
        and (
            VERBS.at(tokens, at, end)
            or MODALS.at(tokens, at, end)
            or ADVERBS.at(tokens, at, end)
            or ORDERS.at(tokens, at, end)
        )
    )
