""" "Lùi thời hạn trình Nghị định đến …", "gia hạn nộp hồ sơ đến …": a term put off has a new last day."""

from __future__ import annotations

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

PUTS_OFF = Lexicon.lines("lùi, lùi lại, dời, hoãn, gia hạn, gia hạn thêm, kéo dài, giãn, điều chỉnh, cho lùi")
TERM = Lexicon.lines("thời hạn, thời gian, hạn, thời điểm, tiến độ, việc")
# What is handed in or laid before somebody; what only goes on for a time has no last day of that kind.
HANDED_IN = Lexicon.lines(
    """nộp, gửi, trình, báo cáo, đăng ký, kê khai, hoàn thành, ban hành, công bố, bàn giao, quyết toán, khai báo, nộp hồ sơ,
    trình duyệt, giải trình, khai, khai thuế, cập nhật, nhận, tiếp nhận, thu nhận, chi trả, chi hỗ trợ, giải ngân,
    thanh toán, đóng, tuyển sinh, xét tuyển, góp ý, lấy ý kiến, bình chọn, bỏ phiếu"""
)


def term_put_off(script: Script, first: int, last: int) -> Stretch | None:
    """The words from a deed whose term is put off to the end of the stretch, or to the verb behind them; None where none is.

    The deed stands behind the verb ("lùi thời hạn trình …") or before it ("thời hạn nộp … được gia hạn").
    """
    tokens = script.tokens
    at = PUTS_OFF.within(tokens, first, last)
    if at is None:
        return None
    deed = at + PUTS_OFF.at(tokens, at, last)
    deed += TERM.at(tokens, deed, last)
    if HANDED_IN.at(tokens, deed, last):
        return Stretch(deed, last)
    passive = script.word(at - 1) in {"được", "cho"}
    term = TERM.within(tokens, first, at) if passive else None
    if term is None:
        return None
    deed = term + TERM.at(tokens, term, at)
    return Stretch(deed, at) if HANDED_IN.at(tokens, deed, at) else None


def puts_off(script: Script, place: Stretch, clause: Stretch) -> bool:
    """Whether a time tells until when such a term is put off."""
    return term_put_off(script, clause.first, place.first) is not None
