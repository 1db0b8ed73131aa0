"""The table of times: how Vietnamese texts write a day, a month, a quarter, a year, Tết or a clock time."""

from __future__ import annotations

from rules.reading.phrase import hours, rows_of_times, times
from rules.reading.phrase.grammar import Rule
from rules.reading.phrase.nodes import Day, InPeriod, Node, Now, Number, Year

SEP = "(/|.|-)"
LATER = "(sau|tiếp theo|kế tiếp|tiếp sau|liền kề|sau liền kề|liền sau|tiếp theo liền kề)"
NEXT = f"({LATER}|tới)"
DAYS_OFF = "[[kỳ|dịp|đợt] nghỉ|kỳ|ngày]"
EACH = "(hằng|hàng|mỗi|từng)"
# "The year following", which speaks of every year reported on, unlike "next year".
FOLLOWING = "(tiếp theo|kế tiếp|tiếp sau|liền kề|sau liền kề|liền sau|tiếp theo liền kề)"
ORDINALS = (
    (1, "(đầu|đầu tiên|thứ nhất|thứ 1)"),
    (2, "(giữa|thứ hai|thứ 2)"),
    (3, "(cuối|cuối cùng|thứ ba|thứ 3)"),
)
WEEKS_OF_MONTH = (
    (1, "(đầu|đầu tiên|thứ nhất|thứ 1|1)"),
    (2, "(thứ hai|thứ 2|2)"),
    (3, "(thứ ba|thứ 3|3)"),
    (4, "(thứ tư|thứ 4|4)"),
)
WEEKDAYS = (
    "thứ (hai|2)",
    "thứ (ba|3)",
    "thứ (tư|4)",
    "thứ (năm|5)",
    "thứ (sáu|6)",
    "thứ (bảy|7)",
    "chủ nhật",
)

# Days that a name goes before, or stands for: "trước ngày Quốc khánh 02/9/2025", "trước dịp lễ 30/4".
FEASTS = (
    "([lễ|kỷ niệm] quốc khánh|lễ|dịp lễ|kỳ nghỉ lễ|nghỉ lễ|kỷ niệm ngày|ngày kỷ niệm|bầu cử|khai giảng|"
    "khai giảng năm học mới|nhà giáo việt nam|quốc tế lao động|giải phóng miền nam|thương binh [-] liệt sĩ|"
    "thương binh _ liệt sĩ|thành lập đảng|quốc tế phụ nữ|phụ nữ việt nam|thầy thuốc việt nam|"
    "báo chí cách mạng việt nam|giỗ tổ hùng vương)"
).replace("_", ",")

YEARS: tuple[Rule[Node], ...] = (
    Rule("in-year", "[,] [của] năm <year>", times.same),
    Rule("in-year", "[,] [của] năm (nay|này)", times.says(Year(ahead=0))),
    Rule("in-year", "[,] [của] năm (sau|tới)", times.says(Year(ahead=1))),
    Rule("in-year", f"[,] [của] năm {FOLLOWING}", times.says(Year(ahead=1, each=True))),
)
DAYS: tuple[Rule[Node], ...] = (
    Rule("day", "<dd> - <dd> / <year>", times.day_or_months),
    Rule("day", f"[ngày] <dd> {SEP} <dd> {SEP} <year>", times.day),
    Rule("day", f"[ngày] <dd> {SEP} <dd> {SEP} <dd>", times.day),
    Rule("day", "[ngày] <dd> (/|tháng) <dd> <in-year>", times.day),
    Rule("day", "[ngày] <dd> tháng <dd> [,|/|.|-] <year>", times.day),
    Rule("day", "[ngày] <dd> (/|tháng) <dd>", times.day),
    Rule("day", "[ngày] <dd> tháng <month-name> [<in-year>]", times.day),
    Rule("day", "[ngày] <dd> tháng <month-name> [,] <year>", times.day),
    Rule("day", "ngày <dd> (.|-) <dd> [<in-year>]", times.day),
    Rule("day", f"[ngày] <dd> [của] tháng đầu [tiên] [của] năm {LATER}", times.new_years_month),
    # The tax law's last day of so many months behind the end of the calendar year.
    Rule(
        "day",
        "[ngày] cuối [cùng] [của] tháng thứ <count> [,] (kể từ|tính từ|sau) [ngày|khi] kết thúc năm dương lịch",
        times.month_of_next_year,
    ),
    Rule(
        "day",
        "[ngày] cuối [cùng] [của] tháng đầu [tiên] [của] năm dương lịch",
        times.says(Day(0, 1, Year(ahead=0, each=True))),
    ),
    Rule("day", "[ngày] (mùng|mồng) <dd> (/|tháng) <dd> [<in-year>]", times.day),
    Rule("day", "[ngày] <weekday> [,] [ngày] <date>", times.with_weekday),
    Rule("day", "[ngày] <weekday> <~open> [ngày] <date> <~close>", times.with_weekday),
    Rule("day", "[ngày] <date> <~open> <weekday> <~close>", times.with_weekday),
    *(Rule("weekday", name, times.says(Number(weekday))) for weekday, name in enumerate(WEEKDAYS, start=1)),
    Rule("day", "[ngày|sáng|trưa|chiều|tối|đêm] (mai|nay) <~open> [ngày] <date> <~close>", times.same),
    Rule("day", "(hôm nay|ngày mai) <~open> [ngày] <date> <~close>", times.same),
    Rule("day", "trong [buổi] (đêm|sáng|chiều|tối) <dated>", times.same),
    # Before the first working hour the day has not begun; before noon, or the day's end, it is that day still.
    Rule("day", "[[đầu] giờ [làm việc|hành chính]] [buổi] sáng <dated>", times.same),
    Rule("day", "(đầu giờ|giờ) (làm việc|hành chính) [của] <dated>", times.same),
    Rule("day", "đầu giờ <dated>", times.same),
    Rule("day", "[[đầu] giờ [làm việc|hành chính]] [buổi] (trưa|chiều|tối|đêm) <dated>", times.in_the_course),
    Rule(
        "day", "cuối (ngày|giờ|buổi) [làm việc|hành chính] [buổi] [sáng|chiều] <dated>", times.in_the_course
    ),
    Rule("dated", "[ngày] <date>", times.same),
    Rule("dated", "[ngày] <weekday> [,] [ngày] <date>", times.with_weekday),
    Rule("dated", "[ngày] <weekday> <~open> [ngày] <date> <~close>", times.with_weekday),
    Rule("date", f"<dd> {SEP} <dd> {SEP} <year>", times.day),
    Rule("date", "<dd> (/|tháng) <dd> [<in-year>]", times.day),
    Rule("day", f"[ngày] {FEASTS} [ngày] <date>", times.same),
    Rule("day", f"[ngày] {FEASTS} [ngày] <~open> [ngày] <date> <~close>", times.same),
    Rule("day", "[ngày|dịp] [lễ] quốc khánh [<in-year>]", times.national_day),
    Rule("day", "cuối <months> (và|,|-) đầu <months>", times.turn),
    *(Rule("day", f"tuần {nth} [của] <months>", times.ten_days(7 * week)) for week, nth in WEEKS_OF_MONTH),
    Rule("day", "tuần cuối [cùng] [của] <months>", times.ending),
    Rule("day", "đầu <months>", times.beginning),
    Rule("day", "giữa <months>", times.middle),
    Rule("day", "nửa đầu <months>", times.ten_days(15)),
    Rule("day", "nửa (cuối|sau) <months>", times.ten_days(0)),
    Rule("day", "thượng tuần <months>", times.ten_days(10)),
    Rule("day", "trung tuần <months>", times.ten_days(20)),
    Rule("day", "hạ tuần <months>", times.ending),
    Rule("day", "[ngày] cuối [cùng] [của] <months>", times.ending),
    Rule("day", "tết dương lịch [[năm] <year>]", times.new_year),
    # "Mùng 2 Tết Mậu Tý (8/2)": the bracket names the day by the common calendar.
    Rule(
        "day",
        f"[ngày] (mùng|mồng) <dd> tết [nguyên đán|âm lịch] [[năm] <~cycle>] <~open> [tức] [ngày] <dd> {SEP} <dd> <~close>",
        times.behind_lunar,
    ),
    *(
        Rule(
            "tet",
            f"[ngày] (mùng|mồng) <dd> [tháng giêng] tết [nguyên đán|âm lịch|cổ truyền] {named}",
            times.tet,
        )
        for named in ("[<cycle>] [[năm] <year>]", "năm <cycle> [[năm] <year>]")
    ),
    # "Trước kỳ nghỉ Tết": the days off are gone back over all the same.
    Rule("tet", f"{DAYS_OFF} tết [nguyên đán|âm lịch|cổ truyền] [<cycle>] [[năm] <year>]", times.tet),
    Rule("tet", f"{DAYS_OFF} tết [nguyên đán|âm lịch|cổ truyền] năm <cycle> [[năm] <year>]", times.tet),
)
PERIODS: tuple[Rule[Node], ...] = (
    Rule("months", f"tháng <dd> [{SEP}|,] <year>", times.month),
    Rule("months", f"tháng <dd> {SEP} <dd>", times.month),
    Rule("months", "tháng <dd> [<in-year>]", times.month),
    Rule("months", f"t [.] <dd> {SEP} <year>", times.month),
    Rule("months", "tháng <month-name> [<in-year>]", times.month),
    Rule("months", f"tháng <month-name> [{SEP}] <year>", times.month),
    Rule("months", "tháng <dd> (này|tới)", times.month),
    Rule("months", "quý đầu (<in-year>|[của] <year>|[của] năm)", times.months(1, 3)),
    Rule("months", "quý cuối (<in-year>|[của] <year>|[của] năm)", times.months(10, 12)),
    Rule("months", f"<dd> {SEP} <year>", times.month),
    Rule("months", f"(quý|q) [.] <q> [{SEP}|,] <year>", times.quarter),
    Rule("months", f"(quý|q) [.] <q> {SEP} <dd>", times.quarter),
    Rule("months", "(quý|q) [.] <q> [<in-year>]", times.quarter),
    Rule("months", "<count> tháng đầu (<in-year>|[của] <year>|[của] năm)", times.first_months),
    Rule("months", "<count> tháng cuối (<in-year>|[của] <year>|[của] năm)", times.last_months),
    Rule("months", "nửa đầu (<in-year>|[của] <year>|[của] năm)", times.months(1, 6)),
    Rule("months", "nửa cuối (<in-year>|[của] <year>|[của] năm)", times.months(7, 12)),
    Rule("months", "<in-year>", times.months(1, 12)),
    Rule("months", "<year>", times.months(1, 12)),
    Rule("bare-year", "năm", times.months(1, 12)),
    Rule("day", "[ngày] cuối [cùng] [của] <bare-year>", times.ending),
    Rule("day", "giữa <bare-year>", times.middle),
    Rule("day", "đầu <bare-year>", times.beginning),
)
# What is spoken of from the day of the words: "chậm nhất cuối tuần này", "trước 17 giờ chiều nay".
NOW: tuple[Rule[Node], ...] = (
    Rule("now", "(tuần|trong tuần|cuối tuần) (này|nay)", times.says(Now("week"))),
    Rule("now", "[cuối] tháng (này|nay)", times.says(Now("month"))),
    Rule("now", "[cuối] quý (này|nay)", times.says(Now("quarter"))),
    Rule("now", "[cuối] tuần (tới|sau)", times.says(Now("week", 1))),
    Rule("now", "[cuối] tháng (tới|sau)", times.says(Now("month", 1))),
    Rule("now", "[cuối] quý (tới|sau)", times.says(Now("quarter", 1))),
    Rule("now", "đầu tuần (tới|sau)", times.says(Now("week", 1, "beginning"))),
    Rule("now", "đầu tháng (tới|sau)", times.says(Now("month", 1, "beginning"))),
    Rule("now", "giữa tuần (này|nay)", times.says(Now("week", 0, "middle"))),
    Rule("now", "giữa tuần (tới|sau)", times.says(Now("week", 1, "middle"))),
    Rule("now", "giữa tháng (này|nay)", times.says(Now("month", 0, "middle"))),
    Rule("now", "giữa tháng (tới|sau)", times.says(Now("month", 1, "middle"))),
    Rule("today", "([ngày] hôm nay|[buổi] (sáng|trưa|chiều|tối) nay)", times.says(Now("day"))),
    Rule("tomorrow", "(ngày mai|[buổi] (sáng|trưa|chiều|tối) mai)", times.says(Now("day", 1))),
    Rule("this-day", "([ngày] hôm nay|nay)", times.says(Now("day"))),
    Rule("this-day", "[ngày] mai", times.says(Now("day", 1))),
)
SPANS: tuple[Rule[Node], ...] = (
    Rule("span", "[các] [năm] <year> (-|đến|tới) [hết] [năm] <year>", times.span),
    Rule("span", "<~count> năm [:|,] [(từ|từ năm)] <year> (-|và|đến) <year>", times.span),
    Rule("span", "<months> (-|đến|tới) [hết] <months>", times.span),
    Rule("span", "từ <months> (-|đến|tới) [hết] <months>", times.span),
    Rule("span", "[từ] <day> (-|đến|tới) [hết] <day>", times.span),
    Rule("span", "từ ngày <short-day> (-|đến|tới) [hết] [ngày] <short-day>", times.span),
    Rule("span", "từ <day> (-|đến|tới) [hết] <months>", times.span),
    Rule("span", "từ [ngày] <dd> (-|đến|tới) [hết] <day>", times.days_to),
    Rule("span", "ngày <dd> - <day>", times.days_to_dated),
    # Two columns of a timetable that has lost its lines: "15/01/2026 20/01/2026".
    Rule("span", f"<dd> {SEP} <dd> {SEP} <year> <dd> {SEP} <dd> {SEP} <year>", times.side_by_side),
    Rule("span", "từ [<~clock>] <day> (-|đến|tới) [hết] <~clock> <day>", times.span),
    Rule("span", "từ <~clock> <day> (-|đến|tới) [hết] <day>", times.span),
    *NOW,
    Rule("span", "[từ] tháng <dd> (-|đến|tới) <months>", times.months_to),
    Rule("span", f"[từ] tháng <dd> (-|đến|tới) <dd> ({SEP}|năm) <year>", rows_of_times.months_to_number),
    Rule("span", "[từ] quý <q> (-|đến|tới) <months>", times.quarter_to),
    Rule("span", f"[từ] quý <q> (-|đến|tới) <q> [{SEP}|năm] <year>", rows_of_times.quarter_to_number),
)
CLOCKS: tuple[Rule[Node], ...] = (
    Rule("time", "<dd> (h|g|giờ) [<dd>] [phút|'|p]", hours.clock),
    Rule("time", "<dd> : <dd>", hours.clock),
    # The part of the day belongs to the hour: "9 giờ tối ngày 28/12" is 21:00, not nine on the evening's day.
    Rule("clock", "<time> (chiều|tối)", hours.afternoon),
    Rule("clock", "<time> đêm", hours.night),
    Rule("clock", "<time> trưa", hours.noon),
    Rule("clock", "<time> [sáng]", times.same),
)
RETURNING_DAYS: tuple[Rule[Node], ...] = (
    *(
        Rule(
            "in-period",
            f"[ngày] <dd> [của] tháng {ordinal} [của] [{EACH}] quý",
            times.of_quarter(month),
        )
        for month, ordinal in ORDINALS
    ),
    *(
        Rule("in-period", f"[ngày] <dd> [của] tháng {ordinal} [của] quý {LATER}", times.of_quarter(month, 1))
        for month, ordinal in ORDINALS
    ),
    # "This quarter" and "the coming one" are spoken of once.
    *(
        Rule(
            "in-period",
            f"[ngày] <dd> [của] tháng {ordinal} [của] quý {which}",
            times.of_quarter(month, ahead, sure=False),
        )
        for month, ordinal in ORDINALS
        for which, ahead in (("này", 0), ("tới", 1))
    ),
    Rule("in-period", f"[ngày] cuối [cùng] [của] [{EACH}] quý", times.says(InPeriod("quarter", 0, 3))),
    Rule("in-period", f"ngày <dd> [của] {EACH} tháng", times.of_month()),
    Rule("in-period", f"ngày [thứ] <dd> [của] tháng {NEXT}", times.of_month(ahead=1, sure=False)),
    *(
        Rule(
            "in-period",
            f"[ngày] cuối [cùng] [của] tháng {ordinal} [của] [{EACH}] quý {which}",
            times.says(InPeriod("quarter", 0, month, ahead)),
        )
        for month, ordinal in ORDINALS
        for which, ahead in (("", 0), (LATER, 1))
    ),
    # "Ngày 25 của tháng trước tháng họp": it returns with what is held every month.
    Rule("in-period", "ngày <dd> [của] tháng [liền] trước tháng", times.of_month(ahead=-1)),
    Rule("in-period", "ngày <dd> [[của] tháng]", times.of_month(sure=False)),
    Rule("in-period", "[ngày] (mùng|mồng) <dd> [[của] tháng]", times.of_month(sure=False)),
    Rule("in-period", f"<dd> ngày đầu [tiên] [của] tháng {NEXT}", times.of_month(ahead=1, sure=False)),
    Rule("in-period", f"<dd> ngày của tháng {NEXT}", times.of_month(ahead=1, sure=False)),
    Rule("in-period", f"<dd> ngày đầu [tiên] [của] {EACH} tháng", times.of_month()),
    Rule("in-period", f"<dd> ngày đầu [tiên] [của] quý {LATER}", times.of_quarter(1, 1)),
    Rule("in-period", "<dd> ngày đầu [tiên] [của] quý tới", times.of_quarter(1, 1, sure=False)),
    Rule("in-period", f"<dd> ngày đầu [tiên] [của] {EACH} quý", times.of_quarter(1)),
    Rule(
        "in-period",
        f"[ngày] cuối [cùng] [của] tháng {NEXT}",
        times.says(InPeriod("month", 0, None, 1, False)),
    ),
    Rule("in-period", f"[ngày] cuối [cùng] [của] {EACH} tháng", times.says(InPeriod("month", 0))),
    Rule("in-period", "[ngày] cuối [cùng] [của] tháng", times.says(InPeriod("month", 0, sure=False))),
    *(
        Rule(
            "in-period",
            f"[sáng|chiều|tối|ngày] {name} [của] {EACH} tuần",
            times.says(InPeriod("week", weekday)),
        )
        for weekday, name in enumerate(WEEKDAYS, start=1)
    ),
    *(
        Rule(
            "in-period",
            f"[ngày] {name} [của] tuần {NEXT}",
            times.says(InPeriod("week", weekday, None, 1, False)),
        )
        for weekday, name in enumerate(WEEKDAYS, start=1)
    ),
    *(
        Rule("in-period", f"[ngày] {name}", times.says(InPeriod("week", weekday, sure=False)))
        for weekday, name in enumerate(WEEKDAYS, start=1)
    ),
)
TIMES = (*YEARS, *DAYS, *PERIODS, *SPANS, *CLOCKS, *RETURNING_DAYS)
# Several months or quarters in a row: in running text one stretch of time, as a phrase of a rule file two times.
ROWS: tuple[Rule[Node], ...] = (
    Rule("span", f"quý <q> (,|và) [quý] <q> [{SEP}|năm] <year>", rows_of_times.next_quarter),
    Rule("span", "quý <q> (,|và|-) [quý] <q>", rows_of_times.quarters),
    Rule("span", f"tháng <dd> (,|và) [tháng] <dd> ({SEP}|năm) <year>", rows_of_times.next_month),
    Rule("span", "tháng <dd> (,|và) tháng <dd>", rows_of_times.months_in_row),
    Rule("span", f"[các] tháng <dd> , <~dd> (,|và) <dd> ({SEP}|năm) <year>", rows_of_times.months_to_number),
    Rule("span", "tháng <dd> và nửa đầu <months>", rows_of_times.month_and_part),
    Rule("span", "<months> (,|và) <months>", rows_of_times.side_by_side),
)
