""" "Ngày 25/5 là hạn cuối các trường nộp hồ sơ": a day that the words behind it call the last one."""

from __future__ import annotations

from rules.reading.judging.circumstances import ENJOYED, HOLDING
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import VERBS

IS = Lexicon.lines("là, sẽ là, cũng là, chính là, được xác định là, được ấn định là")
LAST = Lexicon.lines(
    """hạn cuối, hạn cuối cùng, hạn chót, thời hạn cuối, thời hạn cuối cùng, thời hạn chót, thời hạn, hạn nộp,
    hạn hoàn thành, thời điểm cuối cùng, ngày cuối, ngày cuối cùng, hạn đăng ký"""
)
# "Hạn nhận bài", "thời hạn bỏ phiếu": a term only where a deed follows.
TERM = Lexicon.lines("hạn, thời hạn")
TIME_OF = Lexicon.lines("thời gian, thời điểm, ngày")
# What somebody must do in the time named, or it is over; what only takes place then is no such deed.
GIVEN = Lexicon.lines(
    """công bố, niêm yết, thông báo, nộp, gửi, gởi, đăng ký, báo cáo, hoàn thành, hoàn tất, hoàn thiện, xác nhận,
    trả kết quả, nhận, tiếp nhận, thu nhận, thu, đóng, kê khai, khai báo, bổ sung, bỏ phiếu, bình chọn, lấy ý kiến,
    góp ý, rút, điều chỉnh, thanh toán, chi trả, bàn giao, đề cử, chấm, thẩm định, rà soát"""
)
DEEDS_WITHIN = frozenset({"hạn nộp", "hạn hoàn thành", "hạn đăng ký"})
# "Việc nhận hồ sơ kết thúc vào …", "sẽ ngừng nhận bài": what may be handed in is handed in by then.
CLOSES = Lexicon.lines(
    """kết thúc, ngừng, dừng, thôi, đóng, khóa sổ, hết hạn, kết thúc việc, ngừng việc, dừng việc, là thời điểm kết thúc,
    là ngày kết thúc, là hạn kết thúc, là thời điểm kết thúc việc"""
)
TAKEN = Lexicon.lines(
    """nhận, tiếp nhận, thu nhận, thu, đăng ký, bỏ phiếu, bình chọn, nộp, kê khai, lấy ý kiến, góp ý, đóng góp ý kiến"""
)
TAKERS = Lexicon.lines(
    "cuộc thi, hội thi, giải, giải thưởng, chương trình, ban tổ chức, ban giám khảo, hội đồng"
)
CALLED = frozenset({"hạn cuối", "hạn cuối cùng", "hạn chót", "thời hạn cuối cùng", "thời hạn chót"})
LONGEST_DEED, LONGEST_LABEL = 16, 40  # tokens from the word for a term to its time
# "Thời gian tổ chức hội thi": when an event is held.
HOLDS = Lexicon.lines("tổ chức, khai mạc, bế mạc")
JOINED = frozenset({"và", ",", "hoặc"})
NUMBERS = frozenset({".", ")"})
APART = frozenset({"(", ";", "•"})


def heads_a_term(script: Script, place: Stretch, end: int) -> bool:
    """ "Hạn cuối nộp đơn 8/11", "Thời gian nhận bài: từ 1/10 đến 5/10": a deed's time, alone behind the word for it."""
    if place.last < end and script.word(place.last) not in {".", ";", ")", "("}:
        return False
    first = _part_first(script, place.first)
    length = LAST.at(script.tokens, first, place.first)
    if length and script.words(Stretch(first, first + length)) in DEEDS_WITHIN:
        return True
    labelled = script.word(place.first - 1) == ":"
    if place.first - first > (LONGEST_LABEL if labelled else LONGEST_DEED):
        return False
    return times_a_deed(script, Stretch(first, place.first), labelled=labelled)


def times_an_act(script: Script, place: Stretch) -> bool:
    """ "Thời gian kiểm tra: từ … đến …": a label's time in which somebody acts; whether it binds, it does not say."""
    first = _part_first(script, place.first)
    if script.word(place.first - 1) != ":" or place.first - first > LONGEST_LABEL:
        return False
    length = TIME_OF.at(script.tokens, first, place.first)
    deed = first + length
    acts = length > 0 and VERBS.at(script.tokens, deed, place.first) > 0
    return acts and not HOLDING.at(script.tokens, deed) and not HOLDS.at(script.tokens, deed)


def times_a_deed(script: Script, part: Stretch, *, labelled: bool) -> bool:
    """Whether a part of a sentence begins with the word for a term, or before a colon for a time, and then a deed."""
    tokens, first = script.tokens, part.first
    length = LAST.at(tokens, first, part.last) or TERM.at(tokens, first, part.last)
    limits = length > 0
    if not limits and labelled:
        length = TIME_OF.at(tokens, first, part.last)
    deed = first + length + (script.word(first + length) in {"để", "cho"})
    if limits and script.words(Stretch(first, first + length)) in CALLED:
        # "Hạn chót để các đơn vị gửi hồ sơ": whose term it is may stand between.
        return VERBS.within(tokens, deed, part.last) is not None
    if HOLDING.at(tokens, deed) or ENJOYED.at(tokens, deed):
        return False  # "Thời hạn bảo hành": how long a thing holds
    named = GIVEN.at(tokens, deed, part.last) or (limits and VERBS.at(tokens, deed, part.last))
    return length > 0 and (named > 0 or (labelled and _given_later(script, Stretch(deed, part.last))))


def _given_later(script: Script, deeds: Stretch) -> bool:
    """ "Thời gian bình xét và gửi kết quả về Phòng A:": a second deed of the label is one that ends then."""
    if not VERBS.at(script.tokens, deeds.first, deeds.last):
        return False
    return any(
        script.word(at - 1) in JOINED and GIVEN.at(script.tokens, at, deeds.last) > 0
        for at in range(deeds.first + 1, deeds.last)
    )


def _part_first(script: Script, at: int) -> int:
    """The first word of the sentence, of the bracket or of the part behind a semicolon that a token stands in."""
    start = script.sentence_first(at)
    first = next((place + 1 for place in range(at - 1, start - 1, -1) if script.word(place) in APART), start)
    while first < at and (not script.tokens[first].is_word or script.word(first + 1) in NUMBERS):
        first += 1  # "V. HẠN CHÓT …", "- Hạn nộp …"
    return first


def called_a_term(script: Script, place: Stretch) -> bool:
    """Whether the sentence goes on by saying that this time is the last one for something."""
    verb = IS.at(script.tokens, place.last)
    if verb and LAST.at(script.tokens, place.last + verb):
        return True
    will = place.last + (script.word(place.last) in {"sẽ", ","})
    return _closes_at(script, will) > 0


def closes_taking(script: Script, clause: Stretch) -> bool:
    """Whether a clause says until when something may be handed in: "Việc nhận hồ sơ kết thúc …", "Cuộc thi nhận bài …"."""
    tokens = script.tokens
    taker = TAKERS.at(tokens, clause.first, clause.last)
    if taker and TAKEN.at(tokens, clause.first + taker, clause.last):
        return True
    deed = clause.first + (script.word(clause.first) == "việc")
    if TAKEN.at(tokens, deed, clause.last) and CLOSES.within(tokens, deed, clause.last) is not None:
        return deed > clause.first
    return any(_closes_at(script, at) for at in range(clause.first, clause.last))


def _closes_at(script: Script, at: int) -> int:
    """ "Kết thúc nhận", "ngừng tiếp nhận": how many words they are; 0 where none begin here."""
    length = CLOSES.at(script.tokens, at)
    taken = TAKEN.at(script.tokens, at + length) if length else 0
    return length + taken if taken else 0


def behind_a_last_day(script: Script, at: int, first: int) -> bool:
    """ "Hạn cuối (để) các trường …": whether whoever stands here stands behind such words."""
    to = at - (script.word(at - 1) in {"để", "cho", "mà"})
    return LAST.ending(script.tokens, to, first) > 0
