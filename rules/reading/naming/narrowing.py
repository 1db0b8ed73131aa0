"""What tells some members of a kind from the others: "các đơn vị còn nợ báo cáo phải …", "… thuộc diện yếu kém"."""

from __future__ import annotations

from rules.reading.naming.roles import role_ends
from rules.reading.naming.rules_named import rule_ends
from rules.reading.naming.seats import seat_ends
from rules.reading.naming.states import state_ends
from rules.reading.words.bodies_lexicon import COMMON, HEADS, QUANTIFIERS
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import MODALS, ORDERS, VERBS

OPENINGS = frozenset({"có", "còn", "chưa", "đã", "đang", "bị", "không", "được", "nằm", "đủ", "vi"})
# Who stands before these is bound: what lies between tells which members are meant.
BINDS = Lexicon.lines(
    """phải, cần, cần phải, có trách nhiệm, chịu trách nhiệm, có nghĩa vụ, có nhiệm vụ, khẩn trương, nghiêm túc,
    chủ động, sẽ, tiếp tục, nhanh chóng, kịp thời, tập trung, tự giác, bắt buộc phải"""
)
# "Doanh nghiệp của bạn phải nộp …": whoever asked is meant.
YOURS = frozenset({"bạn", "anh", "chị", "ông", "bà", "tôi", "mình"})
KINDS = Lexicon.lines(
    """thuộc diện, thuộc nhóm, thuộc loại, thuộc đối tượng, thuộc danh mục, thuộc danh sách, thuộc lĩnh vực,
    thuộc khối, thuộc trường hợp"""
)
# These alone end the words that say what a kind of body does.
STRICTLY = Lexicon.lines("phải, có trách nhiệm, có nghĩa vụ, chịu trách nhiệm")
# "Các đơn vị báo cáo gửi báo cáo …": whose report it is, and then the deed.
REPORTED = Lexicon.lines("báo cáo, số liệu, dữ liệu, thông tin")
REPORTS = Lexicon.lines(
    "gửi, nộp, lập, thực hiện, hoàn thành, gửi đầy đủ, gửi các, nộp các, lập các, gửi đúng"
)
# What they do all the time; in a row of bodies none of these is the deed.
TRADES = Lexicon.lines(
    """niêm yết, phát hành, sản xuất, xuất khẩu, nhập khẩu, xuất nhập khẩu, khai thác, phân phối, vận hành, tái chế,
    kinh doanh"""
)
JOINS = frozenset({"và", "để", "thì", "khi", "nếu", "mà", "do", "theo", "trước", "sau", "hằng", "hàng"})
LINKS = frozenset({"còn", "cũng", "thì", "đều", "vẫn", "sẽ"})
LONGEST_TRADE = 9
# What has been done to them, or not yet, tells which members are meant.
WHICH = frozenset({"được", "đã", "chưa", "đang", "bị"})
CHOSEN = Lexicon.lines(
    """được lựa chọn, được chọn, được chỉ định, được kiểm tra, được thanh tra, được kiểm toán, được giám sát, được cấp
    phép, được ủy quyền, được cảnh báo"""
)
# "Các cơ quan nhận được công văn (này) báo cáo …": whoever got the letter.
BACK = Lexicon.lines("này, nêu trên, nói trên, trên, trên đây")
GOT = Lexicon.lines("nhận được, đã nhận được, nhận")
LETTERS = Lexicon.lines(
    """công văn, văn bản, công điện, thông báo, thư, phiếu khảo sát, phiếu lấy ý kiến, hồ sơ lấy ý kiến, giấy mời, chỉ thị,
    kế hoạch, hướng dẫn, quyết định"""
)
# "Nội dung thuộc thẩm quyền", "thuộc phạm vi quản lý": what somebody may do.
POWERS = frozenset({"thẩm", "phạm", "trách", "chức", "nhiệm", "quyền"})
# Whose they are where a place or an office alone says it: "các phòng thuộc huyện".
OWNERS = Lexicon.lines(
    """huyện, tỉnh, quận, thành phố, thị xã, xã, phường, sở, bộ, trường, ngành, cục, tổng cục, đảng bộ tỉnh, khối,
    trung ương,
    tổng công ty, tập đoàn, ubnd tỉnh, ubnd huyện, ủy ban nhân dân tỉnh, ủy ban nhân dân huyện, phạm vi quản lý"""
)
LONGEST_BELONGING = 9
MEASURED = frozenset({"lên", "xuống", "đi", "đồng", "%"})
LONGEST = 16


def told_apart(script: Script, at: int, end: int) -> int:
    """Where the words end that tell which members are meant, before "còn phải", "thì phải"; ``at`` where there are none."""
    last = _which_end(script, at, end)
    while last > at and script.word(last - 1) in LINKS:
        last -= 1
    return last


def _which_end(script: Script, at: int, end: int) -> int:
    if script.word(at) == "của" and script.word(at + 1) in YOURS:
        return at + 2
    if KINDS.at(script.tokens, at, end):
        return _kind_ends(script, at, end)
    seat = seat_ends(script, at, end)
    if seat > at:
        return seat
    if script.word(at) == "thuộc":
        return _belonging_ends(script, at, end)
    rule = rule_ends(script, at, end)
    if rule > at:
        return rule
    got = _letter_ends(script, at, end)
    if got:
        return got
    for ends in (_told_apart, state_ends):
        found = ends(script, at, end)
        if found > at:
            return found
    return role_ends(script, at, end)


def _told_apart(script: Script, at: int, end: int) -> int:
    if script.word(at) in {"các", "những"}:
        return _things_end(script, at)
    if script.word(at) not in OPENINGS or script.is_capital(at):
        return _trade_ends(script, at, end)
    if BINDS.at(script.tokens, at, end) or MODALS.at(script.tokens, at, end) > 1:
        return at
    for place in range(
        at + 1, min(at + LONGEST, len(script.tokens))
    ):  # over a time: "chưa xong năm 2018 phải …"
        word = script.word(place)
        if word == "thì" and place > at + 1 and VERBS.at(script.tokens, place + 1, end):
            return place  # "Các xã đã được góp ý thì hoàn thiện …"
        if _leaves(script, place, end):
            return _chosen_end(script, at, end)
        if BINDS.at(script.tokens, place, end):
            # "Các xã đang rà soát và sẽ báo cáo": two deeds of theirs.
            return place if place > at + 1 and script.word(place - 1) != "và" else at
        if word in MEASURED and script.word(at) in {"có", "đạt"} and VERBS.at(script.tokens, place + 1, end):
            return place + 1
    return _chosen_end(script, at, end)


def _belonging_ends(script: Script, at: int, end: int) -> int:
    """ "Các đơn vị thuộc ngân sách trung ương gửi …": to whom or what they belong, before their deed; else ``at``."""
    if script.word(at + 1) in POWERS:
        return at
    owner = at + 1 + OWNERS.at(script.tokens, at + 1, end)
    if owner > at + 1 and not script.is_capital(owner) and not script.tokens[owner].is_number:
        return owner
    for place in range(at + 2, min(at + LONGEST_BELONGING, end)):
        if not script.tokens[place].is_word or script.word(place) in JOINS:
            return at
        if VERBS.at(script.tokens, place, end) or BINDS.at(script.tokens, place, end):
            return place
    return at


def _letter_ends(script: Script, at: int, end: int) -> int:
    """Where "nhận được công văn (này)" ends before the deed of whoever got it; 0 where nothing of it stands here."""
    got = GOT.at(script.tokens, at, end)
    letter = LETTERS.at(script.tokens, at + got, end) if got else 0
    if not letter:
        return 0
    place = at + got + letter
    place += BACK.at(script.tokens, place, end)
    acts = VERBS.at(script.tokens, place, end) or MODALS.at(script.tokens, place, end)
    return place if acts else 0


def _chosen_end(script: Script, at: int, end: int) -> int:
    """ "Các xã được lựa chọn (thí điểm Đề án 06) gửi …": what was done to them stands before their own deed."""
    tokens = script.tokens
    length = CHOSEN.at(tokens, at, end)
    if not length:
        return at
    place = at + length
    if script.words(Stretch(place, place + 2)) in {"nêu trên", "ở trên", "nói trên"}:
        return place + 2
    if not VERBS.at(tokens, place, end):
        return at
    for further in range(place + 2, min(place + LONGEST, end)):
        if not (tokens[further].is_word or tokens[further].is_number) or script.word(further) in {"và", "để"}:
            break
        named = script.is_capital(further - 1) or tokens[further - 1].is_number
        if named and not script.is_capital(further) and VERBS.at(tokens, further, end):
            return further
    return place


def reaches(script: Script, at: int, end: int) -> int:
    """ "Các tỉnh từ Hà Giang đến Nghệ An", "… từ Đà Nẵng trở vào": where the stretch of places ends, or ``at``."""
    if script.word(at) != "từ" or not script.is_capital(at + 1):
        return at
    place = _capitals(script, at + 1, end)
    if script.word(place) == "trở" and script.word(place + 1) in {"vào", "ra", "lên", "xuống"}:
        return place + 2
    if script.word(place) not in {"đến", "tới"} or not script.is_capital(place + 1):
        return at
    return _capitals(script, place + 1, end)


def _capitals(script: Script, at: int, end: int) -> int:
    while at < end and script.is_capital(at):
        at += 1
    return at


def _trade_ends(script: Script, at: int, end: int) -> int:
    """What a kind of body does, up to what binds it: "đơn vị vận hành nhà máy có trách nhiệm …"."""
    tokens = script.tokens
    if script.is_capital(at) or not VERBS.at(tokens, at, end) or MODALS.at(tokens, at, end):
        return at
    whose = script.word(at - 1) in {"vị", "quan", "chức", "nghiệp", "tượng"}
    if whose and script.words(Stretch(at, at + 2)) == "báo cáo" and (sent := REPORTS.at(tokens, at + 2, end)):
        return at + 2 if REPORTED.at(tokens, at + 2 + sent, end) else at
    trade = at + TRADES.at(tokens, at, end)
    if trade > at and script.word(trade) in {",", "và"} and script.word(trade + 1) in QUANTIFIERS:
        # "Các công ty niêm yết, các công ty đại chúng phải …".
        return trade
    for place in range(at + 1, min(at + LONGEST_TRADE, end)):
        if not tokens[place].is_word or script.is_capital(place) or script.word(place) in JOINS:
            return at
        if STRICTLY.at(tokens, place, end):
            return place
        if script.word(place) in WHICH and binds_later(script, place):
            return place
        if BINDS.at(tokens, place, end) or ORDERS.at(tokens, place, end):
            return at
    return at


def _things_end(script: Script, at: int) -> int:
    """ "Chủ đầu tư các công trình khởi công mới năm 2019 phải …": whose things they are, up to what binds."""
    tokens = script.tokens
    for place in range(at + 1, min(at + LONGEST, len(tokens))):
        if STRICTLY.at(tokens, place):
            return place
        if script.word(place) in {",", ";", ":", ".", "(", "và", "để", "thì"} or ORDERS.at(tokens, place):
            return at
    return at


def binds_later(script: Script, at: int) -> bool:
    """ "Chủ cơ sở … được xây dựng trước ngày … phải …": which ones are meant, before the word that binds them."""
    for place in range(at + 1, min(at + LONGEST, len(script.tokens))):
        if STRICTLY.at(script.tokens, place):
            return True
        if script.word(place) in {",", ";", ":", "."}:
            return False
    return False


def _leaves(script: Script, place: int, end: int) -> bool:
    """Whether the words that narrow are over here, before anyone was bound."""
    word = script.word(place)
    if word == ".":
        return not (script.is_glued(place) and script.is_glued(place + 1))
    if word == ",":
        tokens = script.tokens
        following = place + 1
        if HEADS.at(tokens, following, end) or COMMON.at(tokens, following, end):
            return True  # "Với cửa hàng đã hết hạn, sở phải …": somebody else
        return bool(VERBS.at(tokens, following, end) or MODALS.at(tokens, following, end)) or (
            script.is_capital(following)
        )
    return word in {";", ":", "(", ")", '"', "thì", "để", "nếu"} or (
        word == "do" and script.is_capital(place + 1)
    )


def _kind_ends(script: Script, at: int, end: int) -> int:
    """ "Thuộc diện yếu kém": up to a comma, a verb or a word that binds."""
    first = place = at + KINDS.at(script.tokens, at, end)
    while place < min(at + LONGEST, end):
        word = script.word(place)
        if not script.tokens[place].is_word or word in {"và", "hoặc", "để", "thì", "theo", "tại", "trong"}:
            break
        if BINDS.at(script.tokens, place, end) or ORDERS.at(script.tokens, place, end):
            break
        if VERBS.at(script.tokens, place, end) and place > first:
            break
        place += 1
    return place
