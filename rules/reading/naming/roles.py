"""The part that a kind of body plays, as its name: "cơ quan thẩm tra quyết toán", "các đơn vị chủ trì đề tài"."""

from __future__ import annotations

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
    """có hành vi vi phạm, có công trình vi phạm, có vi phạm, có nhu cầu, có nguyện vọng, có đất bị thu hồi, có đất thu hồi,
    có tên trong danh sách, có tên trong danh sách kèm theo, có tên nêu trên, có tên trên, nhận được thông báo"""
)
FIELDS = frozenset({"quản lý nhà nước", "chuyên môn"})
DEED_BEHIND = frozenset({"các", "những", "việc", "nội", "hồ", "kế", "toàn", "công", "kết", "danh"})
LONGEST_OBJECT, LONGEST_FIELD = 4, 8


def role_ends(script: Script, at: int, end: int) -> int:
    """Where the words end that tell which part the body just named plays, or what it has; ``at`` where there are none."""
    having = HAVING.at(script.tokens, at, end)
    if having:
        return at + having
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
