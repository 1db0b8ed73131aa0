"""Lists of times below a deed: "Sinh viên đăng ký học phần theo lịch sau: Khóa 60: từ ngày … đến ngày …"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from rules.reading.judging.history import last_day
from rules.reading.judging.refusals import Judged
from rules.reading.phrase.answers import Reading
from rules.reading.phrase.nodes import Day, Dues, Span
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

SCHEDULE = re.compile(
    r"\b(?:theo|các|những|từng) (?:\w+ )?(?:lịch|thời gian|mốc|đợt|tiến độ|lộ trình|thời hạn|khung giờ)\b"
    r"|\b(?:lịch|thời gian|tiến độ)(?: cụ thể)?(?: như)? sau\b|\bnhư sau(?: đây)? ?:?$"
)
# What somebody is to do in the time that stands below; elsewhere it tells what takes place then.
DEEDS = Lexicon.lines(
    """đăng ký, nộp, gửi, báo cáo, hoàn thành, thực hiện, kê khai, tiêm, tiêm phòng, tổ chức tiêm, tổ chức tiêm phòng,
    bàn giao, xác nhận, nhập, cập nhật, thanh toán, rà soát, kiểm kê, kiểm tra, tự đánh giá, lập, trình, thu, đóng,
    nhận hồ sơ, khai báo, quyết toán, đối chiếu, làm thủ tục"""
)
TAKES_PLACE = frozenset({"nghỉ", "trực", "diễn", "khai", "thi", "họp", "tiếp", "đón", "phục"})


def is_schedule(script: Script, heading: Stretch) -> bool:
    """Whether a heading says that somebody does something by the times below it."""
    words = script.words(heading)
    if SCHEDULE.search(words) is None or script.has(TAKES_PLACE, heading.first, heading.last):
        return False
    return DEEDS.within(script.tokens, heading.first, heading.last) is not None


def scheduled(script: Script, one: Judged, clause: Stretch, said_on: date | None) -> Judged:
    """A time ahead, alone behind a label of such a list, is a term; any other stays what it is."""
    core = one.spotted.whole.core
    when = core.all[0].when if isinstance(core, Dues) else None
    if (
        one.verdict != "no"
        or not isinstance(when, Day | Span)
        or not isinstance(one.spotted.reading, Reading)
    ):
        return one
    day = last_day(one.spotted)
    ahead = day is not None and said_on is not None and day > said_on
    alone = one.place.last >= clause.last and script.word(one.place.first - 1) == ":"
    return replace(one, verdict="deadline", why="") if ahead and alone else one
