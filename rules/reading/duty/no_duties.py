"""Words without a time that give no duty: headings, closing words of a letter, what was done, who answers for it."""

from __future__ import annotations

from rules.reading.duty.sketch import Sketch
from rules.reading.judging.last_days import times_a_deed
from rules.reading.judging.not_bound import NEED_NOT
from rules.reading.judging.told_times import BEFORE
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.refusal_words import NO_DUTIES
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import MODALS, ORDERS, VERBS

# Headings that name a part of the document and nothing to do.
HEADINGS = Lexicon.lines(
    """mục đích, yêu cầu, mục đích _ yêu cầu, mục đích và yêu cầu, mục đích yêu cầu, tổ chức thực hiện, nội dung,
    nội dung thực hiện, phân công nhiệm vụ, phân công thực hiện, kinh phí thực hiện, nhiệm vụ và giải pháp,
    nhiệm vụ _ giải pháp, trách nhiệm thi hành, điều khoản thi hành, công tác chỉ đạo _ điều hành"""
)
# What stands below such a heading tells what a plan is for.
PURPOSES = Lexicon.lines(
    """mục đích, yêu cầu, mục đích _ yêu cầu, mục đích và yêu cầu, mục đích yêu cầu, quan điểm, quan điểm chỉ đạo,
    sự cần thiết, đặc điểm tình hình"""
)
# What stands below such a heading tells how things are.
RESULTS = Lexicon.lines(
    """tình hình, kết quả, kết quả đạt được, kết quả thực hiện, tình hình thực hiện, đánh giá tình hình, đánh giá chung,
    đánh giá kết quả, hạn chế, tồn tại, ưu điểm, nguyên nhân, thực trạng, bối cảnh, những kết quả đạt được,
    những hạn chế"""
)
LONGEST_HEADING = 12
LONGEST_WHICH = 8
TELLS = Lexicon.lines("thông báo để, thông báo tới, thông báo đến")
OPEN_ENDS = Lexicon.lines(
    """sau, sau đây, như sau, có trách nhiệm, chịu trách nhiệm, có nhiệm vụ, tập trung, nhiệm vụ, thực hiện, chỉ đạo,
    khẩn trương, yêu cầu"""
)
TERMS_OF = Lexicon.lines("thời hạn, thời gian, thời điểm")
MEETS = Lexicon.lines(
    """chủ trì họp, chủ trì cuộc họp, chủ trì hội nghị, chủ trì phiên họp, chủ trì buổi làm việc, đã chủ trì, tổ chức họp,
    tổ chức cuộc họp, tổ chức hội nghị, có buổi làm việc, làm việc với"""
)
PAST = frozenset({"đã", "vừa", "từng"})
NEAR = 8


def is_title(script: Script, clause: Stretch) -> bool:
    """ "TỔ CHỨC THỰC HIỆN", "Mục đích, yêu cầu": a heading in capitals, or one of the usual ones."""
    if HEADINGS.at(script.tokens, clause.first, clause.last) == len(clause):
        return True
    if len(clause) < 2 or not script.is_shouted(clause.first) or times_a_deed(script, clause, labelled=True):
        return False
    return all(script.is_shouted(at) for at in range(clause.first, clause.last) if script.tokens[at].is_word)


def names_a_purpose(script: Script, clause: Stretch) -> bool:
    return PURPOSES.at(script.tokens, clause.first, clause.last) == len(clause)


def names_results(script: Script, body: Stretch) -> bool:
    """ "I. KẾT QUẢ ĐẠT ĐƯỢC", "1. Đánh giá tình hình": a heading, and no sentence."""
    if len(body) > LONGEST_HEADING or script.word(body.last - 1) in {".", ";"}:
        return False
    return bool(RESULTS.at(script.tokens, body.first, body.last))


def says_only_whom(script: Script, clause: Stretch, predicate: int | None) -> bool:
    """ "Chủ tịch UBND các huyện có dịch:", "Các bộ theo chức năng được giao:": which of them are meant, and no deed."""
    if predicate is None or predicate not in clause or clause.last - predicate > LONGEST_WHICH:
        return False
    word, deed = script.word(predicate), VERBS.at(script.tokens, predicate, clause.last)
    if word == "có":
        return deed == 1 and not MODALS.at(script.tokens, predicate, clause.last)
    return word in {"theo", "thuộc", "trên", "tại"} and not deed


def orders_nothing(script: Script, sketch: Sketch) -> bool:
    """Whether the words of a sketch without a time order nothing."""
    place = sketch.place
    if NO_DUTIES.at(script.tokens, place.first, place.last):
        return True
    start = sketch.predicate if sketch.predicate is not None and sketch.predicate in place else place.first
    if NEED_NOT.at(script.tokens, start):
        return True
    if _only_announces(script, place) or _has_no_deed(script, place) or BEFORE.at(script.tokens, place.first):
        return True
    return (
        _is_closing(script, place)
        or _is_meeting(script, start)
        or _answers_for_it(script, Stretch(start, place.last))
        or _was_done(script, Stretch(start, place.last))
        or _befalls(script, place, start)
    )


def _only_announces(script: Script, place: Stretch) -> bool:
    """ "Các Cục có trách nhiệm:", "… thực hiện một số nội dung sau:": the duties stand below."""
    if script.word(place.last) != ":" and script.word(place.last - 1) != ":":
        return False
    last = place.last - (script.word(place.last - 1) == ":")
    return bool(OPEN_ENDS.ending(script.tokens, last, place.first)) or bool(
        TERMS_OF.at(script.tokens, place.first)
    )


def _has_no_deed(script: Script, place: Stretch) -> bool:
    """ "… từ ngày 01/10 đến hết ngày 30/11": no word of a deed, of duty or of order."""
    return all(
        words.within(script.tokens, place.first, place.last) is None for words in (VERBS, MODALS, ORDERS)
    )


def _is_meeting(script: Script, start: int) -> bool:
    """ "Chủ tịch A chủ trì cuộc họp …": told of a meeting that was held."""
    return bool(MEETS.at(script.tokens, start))


def _is_closing(script: Script, place: Stretch) -> bool:
    """ "Văn phòng A (xin) thông báo để các cơ quan biết, thực hiện": the end of a letter."""
    told = TELLS.within(script.tokens, place.first, place.last)
    return told is not None and any(script.word(known) == "biết" for known in range(told, place.last))


def _answers_for_it(script: Script, deed: Stretch) -> bool:
    """ "Chịu trách nhiệm trước Chủ tịch …": who answers for it, and nothing to be done."""
    at = deed.first + (script.word(deed.first) in {"và", "phải"})
    words = script.words(Stretch(at, at + 6))
    return words.startswith(
        ("chịu trách nhiệm trước", "chịu hoàn toàn trách nhiệm", "chịu trách nhiệm toàn diện")
    )


def executes(script: Script, deed: Stretch) -> bool:
    """ "… chịu trách nhiệm thi hành Quyết định này": the last article of every paper, and no task of its own."""
    at = deed.first
    if script.words(Stretch(at, at + 3)) not in {"chịu trách nhiệm", "có trách nhiệm"}:
        return False
    return script.words(Stretch(at + 3, at + 5)) == "thi hành"


def _was_done(script: Script, deed: Stretch) -> bool:
    """ "A vừa ký …", "hồ sơ đã được gửi …": told before any verb or word of duty, and nobody must do more."""
    tokens = script.tokens
    for at in range(deed.first, min(deed.first + NEAR, deed.last)):
        if script.word(at) in PAST and script.word(at + 1) != "và":
            ordered = ORDERS.at(tokens, at + 1) or ORDERS.at(tokens, at + 2)
            bound = any(script.word(after) in {"phải", "cần", "sẽ"} for after in range(at, deed.last))
            return not ordered and not bound
        if VERBS.at(tokens, at) or MODALS.at(tokens, at) or ORDERS.at(tokens, at):
            return False
    return False


def _befalls(script: Script, place: Stretch, start: int) -> bool:
    """ "… sẽ bị tính tiền chậm nộp", "sau thời điểm này, … bị khóa": what becomes of somebody."""
    afterwards = script.words(Stretch(place.first, place.first + 2)) in {
        "sau thời",
        "quá thời",
        "hết thời",
        "quá hạn",
    }
    if afterwards and script.has({"bị"}, place.first, place.last):
        return True
    return script.words(Stretch(start, start + 2)) in {"sẽ bị", "đều bị", "bị xử"}
