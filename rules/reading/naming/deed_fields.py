"""Deeds that are a body's field of work: "Cục Quản lý đấu thầu", "Vụ Kiểm soát hoạt động xây dựng"."""

from __future__ import annotations

from rules.reading.naming.name_parts import CAPITAL_PARTS, NAME_PARTS
from rules.reading.naming.rows_of_fields import FIELDS as WRITTEN_OUT
from rules.reading.words.bodies_lexicon import PLACES, QUANTIFIERS, STOPS
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import MODALS, VERBS

# A name does not end with these: it says of what.
WANTING = Lexicon.lines(
    """quản lý, kiểm soát, giám sát, phòng, chống, phòng chống, hỗ trợ, nghiên cứu, xúc tiến, ứng dụng, phát triển,
    điều tiết, phát huy, bảo tồn, chuyển giao, quan trắc, thẩm định, giám định, chế biến, phổ biến, cạnh tranh,
    ứng phó"""
)
# Nor with these, whose field it is.
NOUNS = Lexicon.lines(
    """hoạt động, lĩnh vực, chiến lược, chính sách, công trình, quy trình, chương trình, kỹ thuật, nghiệp vụ,
    ban quản lý dự án, chuyên ngành, sự nghiệp, đề án"""
)
# These boards stand alone, or their deed does: "Ban Quản lý", "Ban Kiểm soát".
STAND_ALONE = frozenset({"ban", "tổ", "hội", "đoàn"})
# Fields of work by words that are deeds elsewhere.
FIELDS = Lexicon.lines(
    """quản lý, xây dựng, đầu tư, phát triển, đào tạo, bồi dưỡng, sử dụng, bảo vệ, sản xuất, xuất khẩu, nhập khẩu,
    khai thác, vận hành, thi công, đấu thầu, bồi thường, tái định cư, tiêu thụ, kiểm định, thẩm định, giám sát,
    tư vấn, quy hoạch, thiết kế, kiểm soát, thống kê, thanh toán, ứng dụng, giao dịch, đánh giá, dự báo,
    truyền thông, tuyển dụng, tuyển sinh, kiểm toán, đăng ký, đăng kiểm, lưu trữ, phân tích, xúc tiến, cải cách,
    hợp tác, đấu giá, kinh doanh, phục hồi, bảo tồn, giám định, xét nghiệm, điều trị, quan trắc, trồng trọt,
    bảo hiểm, bảo đảm, đảm bảo, đối ngoại, vận tải, giao thông"""
)
# Of these none goes on with a second deed of whoever does the first.
SETTLED = Lexicon.lines(
    """phát triển, xuất khẩu, nhập khẩu, sản xuất, đầu tư, đào tạo, đấu thầu, giao dịch, tiêu thụ, quy hoạch, xây dựng,
    khai thác, bảo vệ, tư vấn, truyền thông, dự báo, kinh doanh, bảo hiểm, vận tải, đối ngoại, giao thông, quản lý,
    tuyển dụng, tuyển sinh, kiểm toán, kiểm định, đấu giá, tái định cư, xét nghiệm, điều trị, lưu trữ, quan trắc, phục hồi,
    hợp tác, thiết kế, thi công, bảo tồn, giám định, đăng kiểm, ứng dụng, xúc tiến, trồng trọt, bồi dưỡng, bảo đảm"""
)
LONGEST = 12  # tokens of a name up to here


def part_at(script: Script, at: int, end: int) -> int:
    """How many tokens a part of names is that stands here: "… giao Thông tấn xã" hands over, and is no traffic."""
    part = NAME_PARTS.at(script.tokens, at, end)
    if script.is_capital(at):
        return max(part, CAPITAL_PARTS.at(script.tokens, at, end))
    return 0 if part > 1 and script.is_capital(at + 1) else part


def word_at(script: Script, at: int, end: int) -> int:
    """How many tokens the capitalised word is that stands here: "Thẩm định" is one of two,
    though "định" stands alone too."""
    length = VERBS.at(script.tokens, at, end)
    small = all(not script.is_capital(place) for place in range(at + 1, at + length))
    return length if length and small else 1


def field_length(script: Script, first: int, at: int, end: int) -> int:
    """How many tokens of the name that begins at ``first`` a deed here is; 0 where it is what the body does."""
    if at - first > LONGEST or not script.is_capital(first) or script.is_capital(at):
        return 0
    if script.word(at) == ",":
        return _second_deed(script, first, at, end)
    length = FIELDS.at(script.tokens, at, end)
    if not length or not VERBS.at(script.tokens, at, end):
        return 0
    if _wants(script, first, at):
        return length
    behind = at + length
    if _is_whole(script, first, at) or script.word(at - 1) in PLACES | QUANTIFIERS:
        return 0
    acts = MODALS.at(script.tokens, behind, end) or (
        SETTLED.at(script.tokens, at, end) == length
        and VERBS.at(script.tokens, behind, end)
        and script.words(Stretch(behind, behind + 2)) != "báo cáo"
    )
    return length if acts and not FIELDS.at(script.tokens, behind, end) else 0


def _wants(script: Script, first: int, at: int) -> bool:
    """Whether the name up to here ends with a deed that says nothing without its object."""
    if script.words(Stretch(at - 2, at)) == "hải phòng":
        return False  # the city, and no office
    if NOUNS.ending(script.tokens, at, first + 1):
        return True
    deed = at - WANTING.ending(script.tokens, at, first + 1)
    if deed == at or not script.is_capital(deed):
        return False
    return deed > first + 1 or script.word(first) not in STAND_ALONE


def _second_deed(script: Script, first: int, at: int, end: int) -> int:
    """ "Cục Quản lý, giám sát bảo hiểm", "Cục Phòng, chống tệ nạn": two deeds in a row of one field."""
    deed = max(VERBS.at(script.tokens, at + 1, end), WANTING.at(script.tokens, at + 1, end))
    if not deed or script.is_capital(at + 1) or not _wants(script, first, at):
        return 0
    object_at = at + 1 + deed
    if (
        object_at >= end
        or not script.tokens[object_at].is_word
        or script.word(object_at) in STOPS | QUANTIFIERS
    ):
        return 0
    return 1 + deed + (FIELDS.at(script.tokens, object_at, end) or 1)


def _is_whole(script: Script, first: int, at: int) -> bool:
    """Whether the field that ends here is known to be whole, or a proper name stands here."""
    length = NAME_PARTS.ending(script.tokens, at, first)
    length = max(length, WRITTEN_OUT.ending(script.tokens, at, first))
    if length > 1 and script.is_capital(at - length):
        return True
    return script.tokens[at - 1].is_number or (script.is_capital(at - 1) and at - 1 > first)
