"""The words for a term before the deed whose term it is: "Thời gian rà soát", "lộ trình chuyển đổi"."""

from __future__ import annotations

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import VERBS

TERM_HEADS = Lexicon.lines("thời gian, thời hạn, hạn, lộ trình, tiến độ, mốc thời gian, kỳ hạn")
# How long a right or a thing holds is no term of a deed.
LASTING = Lexicon.lines(
    """thời gian hỗ trợ, thời gian áp dụng, thời gian miễn, thời gian giảm, thời gian sử dụng, thời gian làm việc, thời gian
    cách ly, thời gian thí điểm, thời gian gia hạn, thời gian bảo hành, thời gian lưu trữ, thời hạn bảo hành, thời hạn
    sử dụng, thời hạn lưu trữ, thời hạn thanh tra, thời gian điều trị, thời hạn cho, thời gian trực, thời gian họp,
    thời gian tiếp nhận, thời gian làm, thời gian thi, thời gian tập huấn, thời gian đào tạo, thời gian tổ chức họp,
    thời gian mở, thời gian khai trương, thời gian bồi dưỡng, thời hạn kiểm tra, thời gian tạm dừng, thời gian tạm ngừng"""
)
OWN = Lexicon.lines("ban hành, trình, gửi, nộp, báo cáo, công bố, phê duyệt, bàn giao, nghiệm thu, thẩm định")
LONGEST_LABEL = 10  # tokens


def time_of_a_deed(script: Script, place: int, end: int) -> int:
    """ "Thời gian rà soát, tổng hợp:", "Lộ trình chuyển đổi:": the length of a label that names its own deed; else 0."""
    head = TERM_HEADS.at(script.tokens, place, end)
    if not head or not VERBS.at(script.tokens, place + head, end) or LASTING.at(script.tokens, place, end):
        return 0
    for at in range(place + head, min(place + LONGEST_LABEL, end)):
        if script.word(at) == ":":
            return at - place
        if not script.tokens[at].is_word and script.word(at) != ",":
            return 0
    return 0


def times_a_task(script: Script, place: Stretch, time: Stretch) -> bool:
    """ "Thời gian triển khai từ … đến …, tập trung vào …": a clause that begins with the time of what is to be done."""
    head = TERM_HEADS.at(script.tokens, place.first, place.last)
    deed = place.first + head
    if (
        not head
        or LASTING.at(script.tokens, place.first)
        or script.words(Stretch(deed, deed + 2)) == "tổ chức"
    ):
        return False
    # The phrase of time may hold the words for it: "Thời gian thực hiện từ …".
    length = VERBS.at(script.tokens, deed, place.last)
    return length > 0 and (deed + length >= time.first or time.first == place.first)


def own_deed(script: Script, label: Stretch) -> bool:
    """ "Thời gian ban hành:", "Thời hạn nộp báo cáo:": whether a label names what is to be done by then."""
    head = TERM_HEADS.at(script.tokens, label.first, label.last)
    return head > 0 and OWN.at(script.tokens, label.first + head, label.last) > 0
