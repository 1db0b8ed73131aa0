"""What bodies say of themselves: promises, expectations, a later day that was asked for."""

from __future__ import annotations

import re

from rules.reading.judging.later_days import term_put_off
from rules.reading.naming.bodies import Body, Naming
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import FORECASTS

PROMISED = Lexicon.lines(
    "là quyết tâm của, là cam kết của, là mục tiêu của, là lời hứa của, là nhiệm vụ của, là trách nhiệm của"
)
ORDERED = Lexicon.lines(
    """là yêu cầu của, là chỉ đạo của, là mệnh lệnh của, là chỉ thị của, là mệnh lệnh, là mệnh lệnh chính trị,
    là yêu cầu bắt buộc"""
)
TO_WHOM = Lexicon.lines("đối với, với, dành cho, giao cho")
WHOSE = Lexicon.lines("của, cho, đối với")
# Between what is said and the deed the time may stand: "khẳng định trước ngày 15/9 sẽ bàn giao".
TIME = (
    r"(?:(?:trước|đến|trong|vào|cuối|chậm nhất|hết|muộn nhất|chậm nhất là) (?:[\wÀ-ỹ]+ |/ |- |\. ){1,12}?)?"
)
PROMISES = re.compile(
    rf"cam kết|\b(?:cho biết|cho hay|khẳng định|hứa|quyết tâm|nói|chia sẻ|thông tin) (?:, )?{TIME}"
    r"(?:sẽ|phấn đấu|quyết tâm)\b"
    r"|\b(?:cho biết|cho hay|khẳng định) (?:[\wÀ-ỹ/.%-]+ ){1,14}và sẽ\b"
)
AGREES = frozenset({"đồng ý", "thống nhất", "chấp thuận", "nhất trí"})
# "Trung tâm A cho biết đang lập phương án, dự kiến công khai …": the work is the speaker's own.
SAYS_NOW = Lexicon.lines("cho biết đang, cho biết hiện đang, cho hay đang, cho biết dự kiến, cho hay dự kiến")


def granted_a_later_day(script: Script, naming: Naming, place: Stretch) -> tuple[Body, ...]:
    """ "Đồng ý với đề nghị của Bộ A về việc lùi thời hạn trình …", "lùi thời hạn trình đề án của Bộ A …".

    Whoever had asked, or whose deed it is, has the later day.
    """
    put = term_put_off(script, place.first, place.last)
    whose = _whose_deed(script, naming, put) if put is not None else ()
    if whose:
        return whose
    at = place.first + 2
    at += script.word(at) in {"với", "theo"}
    if script.words(Stretch(place.first, place.first + 2)) not in AGREES:
        return ()
    if script.words(Stretch(at, at + 3)) != "đề nghị của":
        return ()
    group = naming.group_at(script, at + 3, place.last)
    return group.bodies if group is not None else ()


def _whose_deed(script: Script, naming: Naming, put: Stretch) -> tuple[Body, ...]:
    """Whose deed it is whose term these words put off: "(thời hạn) nộp hồ sơ của các tỉnh"."""
    for at in range(put.first, put.last):
        of = WHOSE.at(script.tokens, at, put.last)
        group = naming.group_at(script, at + of, put.last) if of else None
        if group is not None:
            return group.bodies
    return ()


def whose_promise(script: Script, naming: Naming, place: Stretch) -> tuple[Body, ...]:
    """ "Sẽ xong trước ngày …, đây là cam kết của Bộ A": who has bound himself; of an order whom it is given to."""
    for at in range(place.first + 1, place.last):
        of = PROMISED.at(script.tokens, at, place.last)
        if of:
            group = naming.group_at(script, at + of, place.last)
            return group.bodies if group is not None else ()
        of = ORDERED.at(script.tokens, at, place.last)
        if of:
            to = next((to for to in range(at + of, place.last) if TO_WHOM.at(script.tokens, to)), None)
            group = naming.group_at(script, to + TO_WHOM.at(script.tokens, to), place.last) if to else None
            return group.bodies if group is not None else ()
    return ()


def promises(script: Script, place: Stretch) -> bool:
    """ "Giám đốc Sở … cho biết sẽ hoàn thành …": the speaker speaks of its own deed."""
    return PROMISES.search(script.words(place)) is not None


def expects(script: Script, place: Stretch) -> bool:
    """ "Theo Sở A, … dự kiến được đưa vào sử dụng trong quý 4": a forecast of whoever says so, or is at work."""
    at = place.first + (script.word(place.first) == "cũng")
    says = script.word(at) == "theo" or SAYS_NOW.within(script.tokens, at, place.last) is not None
    return says and FORECASTS.within(script.tokens, at, place.last) is not None
