"""The state in which some of a kind are, before what these have to do: "các tỉnh còn chậm (Đồng Nai, Cà Mau) báo cáo …"."""

from __future__ import annotations

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import MODALS, ORDERS, VERBS

# None of these is what somebody can be told to do by a day.
STATES = Lexicon.lines(
    """còn vướng mắc, còn vướng, còn khó khăn, còn gặp khó khăn, còn chậm, còn nợ, còn nợ đọng, còn thiếu, còn tồn tại,
    còn hạn chế, còn tồn đọng, còn lúng túng, còn yếu, còn thấp, chậm tiến độ, gặp khó khăn, gặp vướng mắc,
    đang gặp khó khăn, đang gặp vướng mắc, đang còn vướng mắc, đang chậm tiến độ, bị chậm, bị chậm tiến độ, bị ảnh hưởng,
    bị thiệt hại, chịu ảnh hưởng, chịu thiệt hại, đã sáp nhập, mới sáp nhập, vừa sáp nhập, mới thành lập,
    có khó khăn, có vướng mắc, có tỷ lệ, có tỉ lệ, có số, có vốn, có dự án, có công trình, có diện tích, có biển, có rừng,
    có đê, có hồ, có nguy cơ, có nguồn, có tàu, có cảng, có mỏ, có đường, có dịch, có ca bệnh, có ổ dịch, có chỉ số"""
)
# "Chậm giải ngân", "thấp": the verb behind such a word is part of the state.
MANNERS = frozenset({"chậm", "khó", "kém", "chưa", "không", "được", "để", "do", "bởi", "vì"})
MEASURES = frozenset({"thấp", "chậm", "kém", "cao", "lớn", "yếu", "tăng", "giảm", "thiếu"})
JOINTS = frozenset({",", ";", "và", "tỉnh", "thành", "phố", "tp", "huyện", "xã", "quận", "."})
LONGEST, LONGEST_ROW = 14, 60


def state_ends(script: Script, at: int, end: int) -> int:
    """Where the state and the places in a bracket end, before the deed; ``at`` where there is neither."""
    state = STATES.at(script.tokens, at, end)
    if not state:
        return _row_end(script, at, end)
    for place in range(at + state, min(at + state + LONGEST, end)):
        row = _row_end(script, place, end)
        if row > place:
            return row
        if _acts(script, place, end) and script.word(place - 1) not in MANNERS:
            measured = _measured_end(script, place, end)
            if not measured:
                return place - (script.word(place - 1) == "thì")
            return measured if _acts(script, measured, end) else at
        if not (script.tokens[place].is_word or script.tokens[place].is_number or script.word(place) == "%"):
            break
    return at


def is_row_of_members(script: Script, bracket: Stretch) -> bool:
    """Whether a bracket names places, whose deed follows."""
    return _row_end(script, bracket.first, len(script.tokens)) > bracket.first


def _measured_end(script: Script, at: int, end: int) -> int:
    """ "… giải ngân thấp": where the measure ends of which the deed at ``at`` is a part; 0 where it is none."""
    last = at + VERBS.at(script.tokens, at, end)
    return last + 1 if script.word(last) in MEASURES else 0


def _acts(script: Script, at: int, end: int) -> bool:
    tokens = script.tokens
    return bool(VERBS.at(tokens, at, end) or MODALS.at(tokens, at, end) or ORDERS.at(tokens, at, end))


def _row_end(script: Script, at: int, end: int) -> int:
    """Behind "(Đồng Nai, Khánh Hòa)", places and nothing else, before a deed; ``at`` where no such bracket stands."""
    if script.word(at) != "(":
        return at
    place = at + 1
    while place < min(at + LONGEST_ROW, end) and (script.is_capital(place) or script.word(place) in JOINTS):
        place += 1
    closes = place > at + 1 and script.word(place) == ")"
    return place + 1 if closes and _acts(script, place + 1, end) else at
