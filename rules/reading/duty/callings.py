"""Who is called upon by other words than orders: "rất mong Sở A gửi …", "đơn vị chủ trì là Sở A", "việc … thuộc về Sở A"."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.naming.bodies import Body, Group
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import ENDS, Script, Stretch
from rules.reading.words.verbs import ADVERBS, HANDS_OUT, MODALS, ORDERS, VERBS

# Whoever stands behind these and does something is to do it; elsewhere these words order nothing.
CALLS = Lexicon.lines(
    """mong, rất mong, kính mong, mong muốn, mong được, kính mời, trân trọng kính mời, trân trọng mời, xin mời,
    thống nhất để, nhất trí để, chấp thuận để, chấp thuận cho, gia hạn cho, đồng ý gia hạn cho, ra hạn để,
    tạo điều kiện để, thông báo để, thông báo tới, thông báo đến, quy định, quy định rõ, quy định cụ thể, quy định mới,
    ấn định, nêu rõ, hối thúc, thúc giục, giục, vận động, hướng dẫn để, bắt buộc, buộc"""
)
# "Thông báo tới các xã về việc nộp …", "… để Sở A biết và gửi …": what they are told to do comes later.
TO_KNOW = Lexicon.lines("về việc, biết và, được biết và, biết _, được biết _, biết để, nắm và, quan tâm _")
# A unit named by its part, and then which one it is: "Đơn vị chịu trách nhiệm … là Sở A".
UNITS = Lexicon.lines(
    "đơn vị, cơ quan, các đơn vị, các cơ quan, đầu mối, người, bộ phận, cơ quan đầu mối, đơn vị đầu mối, bên"
)
CHARGED = Lexicon.lines(
    """chịu trách nhiệm, chịu trách nhiệm chính, chủ trì, chính, đầu mối, thực hiện, triển khai, phụ trách, đảm nhiệm,
    được giao, được phân công, có trách nhiệm, có nhiệm vụ, tổ chức thực hiện, tham mưu, phải"""
)
# What is somebody's: "trách nhiệm lập danh sách thuộc về …", "nhiệm vụ của Sở A là …".
WORK = Lexicon.lines(
    """trách nhiệm, nhiệm vụ, việc, công việc, phần việc, yêu cầu, yêu cầu đặt ra, mục tiêu, nghĩa vụ, nhiệm vụ đặt ra,
    trách nhiệm chính, nhiệm vụ chính, nhiệm vụ cụ thể, nhiệm vụ trọng tâm, khâu, phần"""
)
BELONGS = Lexicon.lines("thuộc về, thuộc trách nhiệm của, là trách nhiệm của, là nhiệm vụ của, là việc của")
WHOSE = Lexicon.lines("của, đối với, với, cho, dành cho")
# "Cho Sở A thời hạn đến ngày … để bổ sung": what somebody is given.
TERM = Lexicon.lines("thời hạn, thời gian, hạn, thêm thời gian, thêm thời hạn, hạn chót, hạn cuối")
BLAMES = Lexicon.lines(
    "phê bình, kiểm điểm, khiển trách, cảnh cáo, nghiêm khắc phê bình, chấn chỉnh, nhắc nhở, biểu dương"
)
# "Một trong những việc Sở A phải làm trước ngày …": what it is comes before who must.
BINDS = Lexicon.lines("phải, cần, cần phải, có trách nhiệm, có nghĩa vụ, sẽ phải, được giao, bắt buộc phải")
NOT_ONLY = frozenset({"không chỉ", "không những", "chẳng những"})
# "Bộ mong nhận được báo cáo của Sở A trước ngày …": whose paper is waited for.
AWAITS = Lexicon.lines(
    "mong nhận được, mong sớm nhận được, mong muốn nhận được, cần nhận được, muốn nhận được, chờ báo cáo, đợi báo cáo"
)
HANDED = Lexicon.lines(
    """việc, nhiệm vụ, trách nhiệm, công việc, phần việc, nội dung, dự án, đề án, công trình, chỉ tiêu, quyền, toàn bộ việc,
    thêm việc, thêm nhiệm vụ"""
)
HANDS, LONGEST_WORK = Lexicon.lines("giao, phân công"), 8
# "Gia hạn cho Sở A đến hết ngày …": behind these a term follows at once.
GRANTS = Lexicon.lines("gia hạn cho, gia hạn thời gian cho, gia hạn thời hạn cho, lùi thời hạn cho, cho phép")
# What letters ask for at their end.
PAPERS = Lexicon.lines("kết quả, báo cáo, văn bản, ý kiến, danh sách, hồ sơ, thông tin, số liệu, phiếu")
COURTESY = Lexicon.lines("trân trọng, kính, xin, rất, vậy, do đó, vì vậy")
IS = frozenset({"là", ":"})


def _behind_results(script: Script, clause: Stretch, at: int) -> int:
    """ "Kết quả (thực hiện) đề nghị gửi về …": where the order stands behind the paper that is asked for; else the place."""
    paper = PAPERS.at(script.tokens, at, clause.last)
    near = range(at + paper, min(at + paper + LONGEST_WORK, clause.last)) if paper else ()
    return next((place for place in near if ORDERS.at(script.tokens, place, clause.last)), at)


def _handed(script: Script, at: int, first: int) -> bool:
    """ "Giao việc này cho …", "phân công nhiệm vụ trực cho …": whether what is handed out stands before "cho"."""
    for place in range(at - 1, max(first, at - LONGEST_WORK) - 1, -1):
        if not script.tokens[place].is_word:
            return False
        if length := HANDS.at(script.tokens, place, at):
            if not HANDED.at(script.tokens, place + length, at):
                return False  # "Thu hồi đất, giao lại cho các xã": things
            passive = script.word(place - 1) in {"được", "bàn", "chuyển"}
            return not passive and not HANDS_OUT.at(script.tokens, place, at)
    return False


def called(script: Script, group: Group, left: int, right: int, clause: Stretch) -> str:
    """The part of a body that such words name: "ordered", "doer" or "subject"; empty where none do."""
    tokens = script.tokens
    calls = CALLS.ending(tokens, left, clause.first)
    if (
        calls
        and _goes_on(script, right, clause.last)
        and not _is_one_of_deeds(script, left - calls, clause.first)
    ):
        return "ordered"
    if script.word(left - 1) == "cho" and TERM.at(tokens, group.place.last, clause.last):
        return "ordered"
    if script.word(left - 1) == "cho" and _handed(script, left - 1, clause.first):
        return "ordered"
    if GRANTS.ending(tokens, left, clause.first) and script.word(group.place.last) in {
        "đến",
        "tới",
        "thêm",
        "hết",
    }:
        return "ordered"
    if BLAMES.ending(tokens, left, clause.first) and _asks_then(script, right, _sentence_end(script, right)):
        return "ordered"
    if WORK.ending(tokens, left, clause.first) and BINDS.at(tokens, right, clause.last):
        return "subject"
    also = script.word(left - 1) == "mà" and script.words(Stretch(clause.first, clause.first + 2)) in NOT_ONLY
    if also and _goes_on(script, right, clause.last):
        return "ordered"
    if BELONGS.ending(tokens, left, clause.first) and _opens(script, WORK, clause):
        return "doer"
    unit = UNITS.at(tokens, group.place.first) > 0 and group.bodies[0].kind == "common"
    if not unit and script.word(left - 1) in IS and _names_a_part(script, clause, left - 1):
        return "doer"
    of = WHOSE.ending(tokens, left, clause.first)
    if script.word(left - 1) == "của" and AWAITS.within(tokens, clause.first, left) is not None:
        return "ordered"
    if of and WORK.ending(tokens, left - of, clause.first) and _is_told(script, right):
        return "ordered"
    if of and _opens(script, WORK, clause) and _is_its_work(script, clause, left - of, right):
        return "subject"
    return ""


def asks_the_reader(script: Script, clause: Stretch, *named: Sequence[Body]) -> bool:
    """ "Đề nghị gửi báo cáo về Bộ …": behind the order stands a deed at once, and ``named`` tells nobody who does it."""
    if any(named):
        return False
    first = clause.first + COURTESY.at(script.tokens, clause.first, clause.last)
    first = _behind_results(script, clause, first)
    order = ORDERS.at(script.tokens, first, clause.last) or CALLS.at(script.tokens, first, clause.last)
    return order > 0 and VERBS.at(script.tokens, first + order, clause.last) > 0


def _goes_on(script: Script, right: int, end: int) -> bool:
    """Whether a deed follows, at once or behind words that only say that they are to know."""
    if right >= end or script.is_capital(right):
        return False
    tokens = script.tokens
    known = TO_KNOW.at(tokens, right, end)
    if known:
        return VERBS.within(tokens, right + known, end) is not None
    acts = (VERBS, MODALS, ADVERBS)
    return any(words.at(tokens, right, end) for words in acts) or script.words(Stretch(right, right + 2)) in {
        "bắt buộc",
        "buộc phải",
    }


def _is_one_of_deeds(script: Script, at: int, first: int) -> bool:
    """ "Hội tuyên truyền, vận động hội viên ký …": what somebody else does, who stands before another deed."""
    joins = script.word(at - 1) in {",", "và"}
    if not joins and script.word(at) != "vận":
        return False
    last = at - joins
    deed = VERBS.ending(script.tokens, last, first)
    return deed > 0 and last - deed > first


def only_blames(script: Script, clause: Stretch, lead: Body) -> bool:
    """ "Phê bình Sở A chậm nộp báo cáo": what is asked of the one who is blamed stands in another clause."""
    blamed = BLAMES.ending(script.tokens, lead.place.first, clause.first) > 0
    return blamed and not _asks_then(script, lead.place.last, clause.last)


def _sentence_end(script: Script, at: int) -> int:
    ends = (p for p in range(at, len(script.tokens)) if script.word(p) in ENDS and script.breaks_after(p))
    return next(ends, len(script.tokens))


def _asks_then(script: Script, right: int, end: int) -> bool:
    """ "Phê bình Sở A chậm nộp báo cáo và yêu cầu hoàn thành …": behind the blame an order that names nobody else."""
    for at in range(right, end):
        order = ORDERS.at(script.tokens, at, end)
        if order:
            return VERBS.at(script.tokens, at + order, end) > 0
    return False


def _opens(script: Script, words: Lexicon, clause: Stretch) -> bool:
    return words.at(script.tokens, clause.first, clause.last) > 0


def _is_told(script: Script, right: int) -> bool:
    """ "… đề ra nhiệm vụ cho Sở A là hoàn thành …", "trách nhiệm của Sở A trong việc …": what the work is comes next."""
    return script.word(right) == "là" or script.words(Stretch(right, right + 2)) == "trong việc"


def _names_a_part(script: Script, clause: Stretch, before: int) -> bool:
    """ "Đơn vị chịu trách nhiệm … là": a unit, what it is charged with, and no sign between."""
    unit = UNITS.at(script.tokens, clause.first, before)
    part = clause.first + unit
    return bool(
        unit
        and (
            part == before or CHARGED.at(script.tokens, part, before) or VERBS.at(script.tokens, part, before)
        )
        and not script.has({",", ";", ":"}, clause.first, before)
    )


def _is_its_work(script: Script, clause: Stretch, of: int, right: int) -> bool:
    """ "Nhiệm vụ của Sở A là lập …", "nhiệm vụ của Sở A" before a colon: what the work is comes next."""
    opens = clause.first + WORK.at(script.tokens, clause.first, of)
    if opens != of:
        return False
    return script.word(right) in IS
