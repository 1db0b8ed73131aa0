"""Labels of a regime of reports: who sends, who gets it, how often, by when, and until when its figures are counted.

The headings are those of Nghị định 09/2019/NĐ-CP, articles 7 to 14, and what plans and dispatches make of them.
"""

from __future__ import annotations

import re
from typing import Literal

from rules.reading.words.script import Script, Stretch

Role = Literal["lead", "cooperating", "time", "deliverable", "task", "receiver", "figures"]

BODY = "cơ quan|đơn vị|tổ chức|cá nhân|đối tượng|chủ thể|bộ phận|nơi"
BODIES = rf"(?:{BODY})(?: (?:,|và|/|hoặc) (?:{BODY}))*"
DEED = "thực hiện|gửi|nộp|lập|cung cấp|báo cáo"
WORK = r"(?:(?:chế độ|các|định kỳ) )*(?:báo cáo|số liệu|thông tin|hồ sơ|thống kê|biểu mẫu|kết quả)"
KIND = r"(?:định kỳ|(?:hằng |hàng )?(?:tuần|tháng|quý|năm)|(?:6|06|9|09|sáu) tháng(?: đầu năm| cuối năm)?)"
OF_REPORTS = r"(?=[^:(]*\b(?:báo cáo|gửi|nộp|lập|số liệu)\b)"
SENDS = (
    rf"{OF_REPORTS}{BODIES}(?: chủ trì| chịu trách nhiệm)?"
    rf" (?:{DEED})(?: (?:và|,) (?:{DEED}))*(?: {WORK})*"
)
RECEIVES = rf"(?:{BODIES}|địa chỉ|đầu mối) (?:tiếp nhận|nhận|tổng hợp)(?: và (?:xử lý|tổng hợp))?(?: {WORK})*"
TERM = (
    r"(?:thời hạn|thời gian|thời điểm|kỳ hạn|hạn|ngày|lịch|tần suất|chu kỳ|kỳ|mốc thời gian)"
    r"(?: (?:cuối cùng|cuối|chậm nhất|muộn nhất|tối đa))?(?: (?:thực hiện|gửi|nộp|lập|cung cấp|công bố|và|,))*"
)
TERMS = rf"{TERM}(?: {WORK}| nộp| gửi)(?: {WORK})*(?: (?:,|và)? ?{KIND})*"
FIGURES = (
    r"(?:mốc )?(?:thời gian|thời điểm|thời kỳ|kỳ|mốc|ngày) (?:chốt|lấy|tính|thu thập|khóa|khoá|kết thúc lấy)"
    r"(?: (?:số liệu|dữ liệu|thông tin|thống kê|trong|của|kỳ|báo cáo|chế độ|định kỳ))*"
)
LABELS: tuple[tuple[Role, str], ...] = (
    ("figures", FIGURES), ("receiver", RECEIVES), ("lead", SENDS), ("time", TERMS),
)  # fmt: skip
PATTERNS = tuple((role, re.compile(rf"(?:{pattern})(?= :| \(|$)")) for role, pattern in LABELS)
FIRST_WORDS = frozenset(
    ["cơ", "đơn", "tổ", "cá", "đối", "chủ", "bộ", "nơi", "địa", "đầu", "thời", "kỳ", "hạn", "ngày", "lịch", "tần",
     "chu", "mốc"]
)  # fmt: skip
LONGEST = 24  # tokens


def report_label(script: Script, place: int, end: int) -> tuple[Role, int] | None:
    """The role of a label of a regime that begins here, and how many tokens it has; None where there is none."""
    if script.word(place) not in FIRST_WORDS:
        return None
    words = script.words(Stretch(place, min(place + LONGEST, end)))
    for role, pattern in PATTERNS:
        found = pattern.match(words)
        if found is not None:
            return role, len(found[0].split())
    return None


def heads_figures(script: Script, body: Stretch) -> bool:
    """Whether a heading is only "Thời gian chốt số liệu báo cáo"."""
    last = body.last - (script.word(body.last - 1) == ":")
    label = report_label(script, body.first, body.last)
    return label is not None and label[0] == "figures" and body.first + label[1] == last
