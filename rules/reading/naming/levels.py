"""Bodies that their level names: "ban tuyên giáo cấp huyện (tương đương)", "đoàn cấp cơ sở"."""

from __future__ import annotations

from rules.reading.words.bodies_lexicon import NO_BODIES, STOPS
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

# What may begin the name of a body of which there is one at each level.
HEADS = Lexicon.lines(
    """ban, phòng, hội, hội đồng, đoàn, đoàn thanh niên, đảng bộ, đảng ủy, cấp ủy, chi bộ, công đoàn, liên đoàn, liên
    minh, mặt trận, trạm, hạt, đội, đài, cơ quan, ủy ban, tòa án, viện kiểm sát, thanh tra, công an, trung tâm,
    bệnh viện, trường, thường trực, quỹ, hiệp hội, tổ, ngành, kho bạc, lực lượng, đơn vị, chính quyền, sở, bộ
    phận, ban thường vụ, ban chấp hành"""
)
LEVELS = Lexicon.lines(
    """cơ sở, trung ương, tỉnh, huyện, xã, quận, phường, thôn, trên cơ sở, trên trực tiếp cơ sở, trên, dưới, trên
    trực tiếp, dưới trực tiếp, i, ii, iii, iv, 1, 2, 3, 4, ủy, bộ, cục, trung đoàn, tiểu đoàn, vùng, khu vực"""
)
COMMITTEES = Lexicon.lines("tỉnh ủy, thành ủy, huyện ủy, quận ủy, thị ủy, đảng ủy")
# "Đảng bộ cơ sở", "hội nông dân cơ sở": of these the level needs no further word.
ORGANISED = frozenset({"hội", "đoàn", "đảng", "công", "chi", "liên", "mặt", "cấp"})
ALIKE = Lexicon.lines(
    "tương đương, và tương đương, hoặc tương đương, hay tương đương, và cấp tương đương, hoặc cấp tương đương"
)
# "Ban hành kế hoạch cấp tỉnh", "hội nghị cấp tỉnh": deeds and things of a level.
DEEDS = frozenset({"hành", "nghị", "thảo", "thi", "chống", "viên", "kết", "ngừa", "bình", "diễn"})
LONGEST = 9


def level_ends(script: Script, place: int, end: int) -> int:
    """Where the name of such a body in lower case ends; ``place`` itself where none begins."""
    length = HEADS.at(script.tokens, place, end)
    if not length or script.is_capital(place) or _begins_otherwise(script, place, length, end):
        return place
    for at in range(place + length, min(place + LONGEST, end - 1)):
        if not script.tokens[at].is_word or script.word(at) in STOPS:
            return place
        committee = COMMITTEES.at(script.tokens, at, end)
        if committee and not script.is_capital(at):
            return alike_ends(script, at + committee, end)
        of_base = script.words(Stretch(at, at + 2)) == "cơ sở" and script.word(at - 1) not in {"học", "trung"}
        if of_base and script.word(place) in ORGANISED:
            return alike_ends(script, at + 2, end)
        level = LEVELS.at(script.tokens, at + 1, end) if script.word(at) == "cấp" else 0
        if level and script.word(at + 1) != "ủy":
            return alike_ends(script, at + 1 + level, end)
    return place


def alike_ends(script: Script, at: int, end: int) -> int:
    """Behind "cấp huyện (và tương đương)" or "cấp huyện và tương đương" the end of these words; else ``at``."""
    bracket = script.word(at) == "("
    length = ALIKE.at(script.tokens, at + bracket, end)
    if not length:
        return at
    last = at + bracket + length
    return last + bracket if not bracket or script.word(last) == ")" else at


def _begins_otherwise(script: Script, place: int, length: int, end: int) -> bool:
    if script.word(place - 1) in {"đại", "chào"} or (length == 1 and script.word(place + 1) in DEEDS):
        return True
    other = NO_BODIES.at(script.tokens, place, end)
    return other > length or (other == length and script.words(Stretch(place, place + length)) != "đoàn")
