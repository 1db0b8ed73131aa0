"""Bodies of kinds that no list holds: a word for a unit or for people, what narrows it, and then a deed."""

from __future__ import annotations

from rules.reading.naming.up_to_deed import DEEDS, described, ends_name
from rules.reading.words.bodies_lexicon import NO_BODIES, QUANTIFIERS
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import ADVERBS, MODALS, ORDERS, VERBS

# Where people work together, or what is run by somebody: with any word behind it, it may be told something.
UNITS = Lexicon.lines(
    """tổ, đội, nhóm, trạm, chốt, đồn, khu, bến, cảng, trại, xưởng, mỏ, hãng, quầy, chợ, ban, phòng, sở, trường, quỹ,
    viện, hội đồng, bộ phận, trung tâm, cơ quan, đơn vị, cơ sở, doanh nghiệp, công ty, nhà máy, nhà hàng, khách sạn,
    khu công nghiệp, khu đô thị, khu xử lý, khu du lịch, điểm du lịch, điểm bán, cửa khẩu, cửa hàng, cụm,
    đoàn nghệ thuật, đoàn kinh tế, đặc khu, hãng hàng không, hãng tàu, hãng xe, tư vấn, chủ, hộ, thành viên,
    lực lượng, câu lạc bộ, hợp tác xã, tổ hợp tác, gia đình, hiệu thuốc, quầy thuốc, kiểm soát viên, thừa phát lại,
    ban soạn thảo, văn phòng"""
)
# What begins so and is a thing, a matter or a deed.
THINGS = Lexicon.lines(
    """khu vực, khu đất, trường hợp, trường phái, hội đồng nhân dân, chủ trương, chủ đề, chủ yếu, chủ động, chủ trì,
    chủ thể, chủ tịch, chủ nhật, chủ quyền, hộ khẩu, hộ chiếu, hộ tịch, bên cạnh, bên trong, bên ngoài, bên trên,
    người ta, phòng chống, phòng ngừa, phòng _ chống, sở hữu, tổ quốc, đội hình, đội ngũ, nhóm nhiệm vụ,
    nhóm giải pháp, nhóm vấn đề, nhóm chỉ tiêu, nhóm nội dung, nhóm công việc, ban hành, ban đầu, mỏ vật liệu,
    cụm từ, cụm công trình, chợ đen, cảng biển, viện phí, tư vấn pháp luật, quỹ đất, quỹ lương, trạm bơm,
    trạm biến áp, trường học, cơ sở dữ liệu, cơ sở vật chất, cơ sở hạ tầng, cơ sở pháp lý, đơn vị hành chính,
    đơn vị tính, tổ chức, gia đình văn hóa, chốt thời hạn, chốt số liệu, chốt danh sách, chốt phương án,
    chốt thời điểm"""
)
# Where one of these words is the second half of another: "cơ sở", "thị trường".
HALVES = {
    "sở": {"cơ", "trụ", "công"}, "trường": {"thị", "môi", "hiện", "công", "nhà", "lập", "hội", "sân", "ngư"},
    "phòng": {"văn", "quốc", "dự", "biên", "hải", "đề"}, "viện": {"bệnh", "học", "thư", "nhập"}, "hộ": {"bảo",
    "ủng", "cứu",
    "căn", "giám", "chủ"}, "đội": {"quân", "bộ"}, "ban": {"ủy", "giao", "trưởng", "trực"}, "chủ": {"dân", "tự",
    "gia", "làm"},
    "quỹ": {"ngân", "thủ"}, "khu": {"quân", "đặc"}, "cảng": {"hải"}, "mỏ": {"dầu"},
}  # fmt: skip
# "Kiểm soát viên", "nhạc sĩ"; so end things too ("công viên"), but these have no deed behind them.
ENDINGS = frozenset({"viên", "sĩ", "sư"})


def open_name(script: Script, place: int, end: int) -> Stretch:
    """The words from a unit's word up to the deed, the next body or the colon behind it; empty where it is none."""
    tokens = script.tokens
    first = place + (script.word(place) in QUANTIFIERS)
    unit = UNITS.at(tokens, first, end)
    if first == place and script.word(place - 1) in HALVES.get(script.word(place), ()):
        return Stretch(place, place)
    if script.is_capital(first + unit) or THINGS.at(tokens, first, end) >= max(unit, 1):
        return Stretch(place, place)
    if NO_BODIES.at(tokens, first, end) > unit:
        return Stretch(place, place)
    if not unit:
        people = _people(script, first, end)
        return Stretch(place, first + people if people else place)
    at = first + unit
    if unit > 1 and ends_name(script, at, end):
        return Stretch(place, at)
    if _acts(script, at, end):
        told = DEEDS.at(tokens, at, end)
        at += VERBS.at(tokens, at, end)  # "tổ hòa giải ở cơ sở": what such a unit is there for
        if not told and at > first + unit and ends_name(script, at, end):
            return Stretch(place, at)  # "các trạm thu phí hoàn thành"
        if at == first + unit or at >= end or script.word(at) in {"việc", "các", "những"}:
            return Stretch(place, place)
    last = described(script, at, end, kind="open")
    return Stretch(place, last) if last > at else Stretch(place, place)


def _people(script: Script, first: int, end: int) -> int:
    """ "Kiểm soát viên", "nhạc sĩ": how many words people's name has that ends as such names do, before their deed."""
    for last in range(first + 1, min(first + 4, end - 1)):
        if not script.tokens[last].is_word:
            return 0
        if script.word(last) in ENDINGS and ends_name(script, last + 1, end):
            return last + 1 - first
    return 0


def _acts(script: Script, at: int, end: int) -> bool:
    tokens = script.tokens
    return any(words.at(tokens, at, end) for words in (VERBS, MODALS, ADVERBS, ORDERS))
