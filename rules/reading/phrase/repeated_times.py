"""The table of returns: how Vietnamese texts say that something is due every week, month, quarter or year."""

from __future__ import annotations

from rules.reading.phrase import meanings
from rules.reading.phrase.grammar import Rule
from rules.reading.phrase.nodes import Bound, Due, InPeriod, Node, Recurring, Returning, Said
from rules.reading.phrase.nouns import EACH
from rules.reading.phrase.times import same, says
from rules.term import Period

PERIOD_NAMES: tuple[tuple[str, Period, str], ...] = (
    ("tuần", "week", "hằng"), ("tháng", "month", "hằng"), ("quý", "quarter", "hằng"), ("năm", "year", "hằng"),
)  # fmt: skip
NTH = "thứ (hai|ba|tư|năm|sáu|bảy|tám|chín|mười|<~dd>)"
FIRST_DAYS: tuple[tuple[str, Period, int | None], ...] = (("tháng", "month", None), ("quý", "quarter", 1))
RETURNING: tuple[Rule[Node], ...] = (
    Rule("returning", f"[định kỳ] {EACH} năm", says(Returning("year"))),
    Rule("returning", f"[định kỳ] {EACH} quý", says(Returning("quarter"))),
    Rule("returning", f"[định kỳ] {EACH} tháng", says(Returning("month"))),
    Rule("returning", f"[định kỳ] {EACH} tuần", says(Returning("week"))),
    Rule("returning", "[định kỳ] (mỗi|một|1|hằng|hàng) năm (một|1) lần", says(Returning("year"))),
    *(
        Rule(
            "returning",
            f"[định kỳ] [(mỗi|1|01|một|{each})] {name} [/] (một|1|01|/) lần",
            says(Returning(period)),
        )
        for name, period, each in PERIOD_NAMES
    ),
    *(
        Rule("returning", f"[định kỳ] (1|01|một) lần (/|mỗi|một|1|hằng|hàng) {name}", says(Returning(period)))
        for name, period, _ in PERIOD_NAMES
    ),
    Rule("returning", "định kỳ năm", says(Returning("year"))),
    Rule("returning", "định kỳ quý", says(Returning("quarter"))),
    Rule("returning", "định kỳ tháng", says(Returning("month"))),
    Rule(
        "returning",
        f"[định kỳ] [{EACH}] (6|06|sáu) [<~open> sáu <~close>] tháng [(một|1|01|/) lần]",
        says(Returning("year", half=True)),
    ),
    Rule("returning", "[định kỳ] (3|03|ba) tháng (một|1|01|/) lần", says(Returning("quarter"))),
    Rule("returning", "[định kỳ] (4|04|bốn) lần (/|một|mỗi|trong) năm", says(Returning("quarter"))),
    Rule("returning", "[định kỳ] mỗi năm (4|04|bốn) lần", says(Returning("quarter"))),
    Rule("returning", "[định kỳ] mỗi năm (2|02|hai) lần", says(Returning("year", half=True))),
    Rule("returning", "[định kỳ] (2|02|hai) lần (/|một|mỗi|trong) năm", says(Returning("year", half=True))),
    Rule("every", "<returning> [[,|và] <returning>]", meanings.recurring),
    Rule("recurring", "<returning> [[,|và] <returning>] [,|:|-|;] <dues>", meanings.recurring),
    Rule("recurring", "<dues> [,] [của] <returning> [[,|và] <returning>]", meanings.recurring),
    Rule("recurring", "<dues> [,] <returning> (,|và|;) <dues> [,] <returning>", meanings.recurring),
    Rule("that-is", "(cụ thể|tức|là|gửi|nộp) [là] [:|,]", says(Said())),
    Rule("in-brackets", "<~open> [<~that-is>] <dues> <~close>", same),
    Rule("recurring", "<returning> <in-brackets>", meanings.recurring),
    Rule(
        "recurring",
        "<returning> <in-brackets> (,|và|;|, và) <returning> <in-brackets>",
        meanings.recurring,
    ),
    Rule(
        "recurring",
        "<returning> <~open> <dues> <~close> (,|và|;|, và) [(một|1|01|cả)] năm <~open> <dues> <~close>",
        meanings.recurring,
    ),
    Rule("monthly", "định kỳ [vào]", says(Returning("month"))),
    Rule("day-of-month", "(<in-period>)", meanings.due),
    Rule("recurring", "<monthly> <day-of-month> [(,|và) <day-of-month>]", meanings.in_each_month),
    # "Những ngày đầu tháng" is no day: only behind "định kỳ" is the first one meant.
    *(
        Rule(
            "recurring",
            f"định kỳ [vào] ngày đầu [tiên] [của] [{EACH}] {name}",
            says(Recurring(Returning(each), (Due(InPeriod(each, 1, month), Bound(bare=True)),))),
        )
        for name, each, month in FIRST_DAYS
    ),
    Rule("core", "<recurring>", same),
    Rule("core", "[trong] <every>", same),
    *(
        Rule(
            "core",
            f"[<bound>] ngày làm việc (đầu tiên|cuối cùng|cuối|{NTH}) [của] [{EACH}] {name} [tiếp theo|kế tiếp|sau]",
            says(Recurring(Returning(period))),
        )
        for name, period, _ in PERIOD_NAMES
    ),
    Rule(
        "core", "[<~limit>] [<bound>] [lúc] [<clock>] [,] (hằng|hàng|mỗi|từng) ngày", meanings.often("daily")
    ),
    Rule(
        "core",
        "[định kỳ] (mỗi|một|1|01|hằng|hàng) ngày [/] (<~count>|một|1|01|/) lần",
        meanings.often("daily"),
    ),
    Rule(
        "core",
        "[định kỳ] [<~count>] (ngày|giờ|tuần|tháng|quý|năm|h|tiếng) [/] (một|1|01|/) lần",
        meanings.often("periodic"),
    ),
    Rule("core", "[định kỳ] <~count> lần (/|mỗi|một|trong) ngày", meanings.often("daily")),
    Rule("core", "định kỳ [là] <~count> (ngày|giờ|tuần|tháng|quý|năm)", meanings.often("periodic")),
    # "Định kỳ báo cáo": again and again, and nobody says how often.
    Rule("core", "định kỳ", meanings.often("periodic")),
    Rule("core", "[định kỳ] <~count> lần (/|mỗi|một|trong) (tuần|tháng|quý)", meanings.often("periodic")),
    # "Ngày 15 tháng cuối kỳ báo cáo": which period, the words do not say.
    Rule("core", "[<bound>] ngày <~dd> [của] tháng cuối [của] kỳ [báo cáo]", meanings.often("periodic")),
    Rule("core", "[vào] [cuối|đầu] (hằng|hàng|mỗi|từng) ngày [làm việc]", meanings.often("daily")),
)
