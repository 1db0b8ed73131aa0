"""Whoever stands before a word of duty, though no body is known by that name."""

from __future__ import annotations

from rules.reading.judging.steps import plain_subject
from rules.reading.naming.bodies import Body
from rules.reading.words.bodies_lexicon import NO_BODIES
from rules.reading.words.duty_words import BINDING, THINGS
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.quantities import share_at, whole_at
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import CONNECTIVES, VERBS

LONGEST = 14
WHO = frozenset(
    {
        "hộ",
        "chủ",
        "ai",
        "người",
        "đơn",
        "cơ",
        "xã",
        "trường",
        "doanh",
        "tổ",
        "cá",
        "nơi",
        "địa",
        "các",
        "thôn",
    }
)
LONGEST_SENDER = 9
BOUND = frozenset({("phải",), ("sẽ",), ("cần",), ("có", "trách", "nhiệm")})
HANDED_IN = Lexicon.lines(
    "báo cáo, số liệu, danh sách, hồ sơ, dự toán, quyết toán, tờ khai, biểu, thông tin, bản kê, đề xuất, bản báo cáo"
)
# "Khu bảo tồn", "trạm bơm": behind these a deed is part of the name.
UNITS = frozenset(
    ["khu", "trạm", "đội", "tổ", "nhóm", "chủ", "hộ", "điểm", "kho", "bến", "cảng", "trại", "quỹ", "hãng", "chốt", "đồn",
     "vườn", "xưởng"]
)  # fmt: skip
# What opens a clause that tells when, why or under which condition something is handed in.
NO_SENDERS = frozenset(
    ["định", "hằng", "hàng", "trước", "sau", "khi", "nếu", "trường", "trong", "theo", "tại", "ngày", "tháng", "quý", "năm",
     "mức", "mẫu", "đợt", "lần", "kỳ", "ai", "nơi", "chế", "người", "trách", "đồng", "còn", "riêng", "đối"]
)  # fmt: skip
# What is drawn up and issued binds nobody to draw it up.
WRITINGS = Lexicon.lines(
    """nghị định, nghị quyết, thông tư, quyết định, chỉ thị, quy hoạch, quy chế, quy trình, dự thảo, luật, bộ luật,
    tờ trình, phương án, chương trình, chiến lược, hợp đồng, biên bản"""
)


def any_guess(script: Script, place: Stretch) -> Body | None:
    """Who is bound, who sends or who acts by the words of a clause in which no body is named."""
    place = _behind_rule(script, place)
    whichever = _whoever(script, place)
    if whichever is not None:
        return whichever
    named = guessed(script, place) or sender(script, place)
    if named is not None:
        return named
    plain = plain_subject(script, place)
    return Body(plain, script.written(plain), "common") if plain is not None else None


def _whoever(script: Script, place: Stretch) -> Body | None:
    """ "Hộ nào có nhu cầu thì đăng ký …": whoever that is, if a deed follows "thì"; none for a condition on things."""
    near = range(place.first + 1, min(place.first + LONGEST_SENDER, place.last))
    which = next((at for at in near if script.word(at) == "nào"), None)
    if which is None or which - place.first > 3 or script.word(place.first) not in WHO:
        return None
    then = next(
        (at for at in range(which, min(which + LONGEST, place.last)) if script.word(at) == "thì"), None
    )
    if then is None or not (VERBS.at(script.tokens, then + 1) or script.word(then + 1) in {"phải", "cần"}):
        return None
    found = Stretch(place.first, then)
    return Body(found, script.written(found), "common")


def guessed(script: Script, place: Stretch) -> Body | None:
    """Who is bound by "phải", "có trách nhiệm" at the head of a clause; None where a thing or a deed stands there.

    "Các" begins too many rows of things; of "mọi", "toàn bộ", "tất cả" only what is not to be done to them is asked.
    """
    many = share_at(script, place.first, place.last) or whole_at(script, place.first, place.last)
    first = place.first + many
    if CONNECTIVES.at(script.tokens, first, place.last):
        return None
    if script.word(first) in THINGS or NO_BODIES.at(script.tokens, first, place.last):
        return None
    if WRITINGS.at(script.tokens, first, place.last) or VERBS.at(script.tokens, first, place.last):
        return None
    end: int | None = None
    for at in range(first + 1, min(first + LONGEST, place.last)):
        if script.word(at) in {",", "(", ":", ";"} or script.tokens[at].is_number:
            return None
        if script.word(at) in {"đã", "đang", "khi", "có"} and end is None:
            end = at
        if any(script.texts[at : at + len(words)] == words for words in BINDING):
            if many and script.word(at + 1) in {"được", "bị"}:
                return None
            found = Stretch(place.first, end or at)
            return Body(found, script.written(found), "common")
    return None


def sender(script: Script, place: Stretch) -> Body | None:
    """ "Khu du lịch gửi báo cáo …", "các đồn báo cáo Bộ A …": whoever hands a paper in, though no such body is known.

    Papers that are handed in, and what is done with them, stand there without one behind the verb.
    """
    first = place.first + (script.word(place.first) in {"các", "những", "mọi", "mỗi", "từng"})
    if first >= place.last or script.word(first) in THINGS | NO_SENDERS or not script.tokens[first].is_word:
        return None
    if CONNECTIVES.at(script.tokens, first) or NO_BODIES.at(script.tokens, first):
        return None
    if WRITINGS.at(script.tokens, first) or VERBS.at(script.tokens, first):
        return None
    for at in range(first + 1, min(first + LONGEST_SENDER, place.last)):
        if not script.tokens[at].is_word:
            return None
        if _hands_in(script, at, place.last):
            binds = next((n for n in (3, 1) if script.texts[at - n : at] in BOUND), 0)
            found = Stretch(place.first, at - binds)
            return Body(found, script.written(found), "common") if first < found.last else None
        named = at == first + 1 and script.word(first) in UNITS
        if VERBS.at(script.tokens, at, place.last) and not script.is_capital(at) and not named:
            return None
    return None


def _behind_rule(script: Script, place: Stretch) -> Stretch:
    """ "Thông tư quy định thương nhân phải …": what stands behind the paper that rules it."""
    if not WRITINGS.at(script.tokens, place.first, place.last):
        return place
    near = range(place.first, min(place.first + LONGEST, place.last))
    rule = next((at + 2 for at in near if script.words(Stretch(at, at + 2)) == "quy định"), place.first)
    return Stretch(rule + (script.word(rule) in {"rõ", "rằng", "là", ":"}), place.last)


def _hands_in(script: Script, at: int, end: int) -> bool:
    if script.words(Stretch(at, at + 2)) == "báo cáo":
        return script.is_capital(at + 2)
    return script.word(at) in {"gửi", "nộp", "lập"} and HANDED_IN.at(script.tokens, at + 1, end) > 0
