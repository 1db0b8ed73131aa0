"""The table of phrases: how Vietnamese texts bound, count, repeat and withhold a deadline."""

from __future__ import annotations

from itertools import pairwise

from rules.reading.phrase import meanings
from rules.reading.phrase.grammar import Grammar, Rule
from rules.reading.phrase.listed_times import LISTED
from rules.reading.phrase.nodes import (
    Aim,
    Anchor,
    Asked,
    Bound,
    Due,
    Length,
    Measure,
    Months,
    Node,
    Now,
    Said,
)
from rules.reading.phrase.nouns import ROWS, TIMES
from rules.reading.phrase.parts_of_year import PARTS_OF_YEAR
from rules.reading.phrase.repeated_times import RETURNING
from rules.reading.phrase.terminals import OPENINGS, TERMINALS, anchor_in_text
from rules.reading.phrase.times import same, says

SAID = says(Said())
ROW_OF_DUES = ("dues", *(f"dues-{left}" for left in range(5, 0, -1)))
BEFORE_EVENT = "it counts back from an event whose day is not known"

LEADS: tuple[Rule[Node], ...] = (
    Rule("verb", "[phải|cần] (hoàn thành|thực hiện|xong) [xong|dứt điểm] [:|,]", SAID),
    Rule(
        "verb",
        "(hạn|thời hạn|thời gian|thời điểm|tiến độ) [hoàn thành|thực hiện|mới|nộp|gửi|trình|xong] [báo cáo] [là] "
        "[:|-|,]",
        SAID,
    ),
    Rule("verb", "kéo dài", SAID),
    Rule("verb", "định kỳ [vào]", SAID),
    Rule("lead", "<~verb> [<~verb>]", SAID),
    Rule("aim", "phấn đấu", says(Aim("target"))),
    Rule("aim", "dự kiến", says(Aim("forecast"))),
)
BOUNDS: tuple[Rule[Node], ...] = (
    Rule("latest", "(chậm|muộn|trễ) nhất [là] [:|,]", SAID),
    Rule("latest", "không [được] [để] (muộn|chậm|trễ) (hơn|quá) [là]", SAID),
    Rule("latest", "[chậm nhất] không [được] [để] [vượt] quá", SAID),
    Rule("latest", "không sau", SAID),
    Rule("latest", "(hạn|thời hạn|thời điểm) (chót|cuối|cuối cùng) [là] [:|,]", SAID),
    Rule("up-to", "[cho] (đến|tới) [hết]", SAID),
    Rule("up-to", "[kể] từ nay [cho] (đến|tới) [hết]", SAID),
    Rule("up-to", "(hết|vào|ngay|trong|ngay trong|trong vòng)", SAID),
    Rule("up-to", "[[cho] (đến|tới)] hết giờ (làm việc|hành chính) [của]", SAID),
    Rule("bound", "<~latest> [<~up-to>]", says(Bound())),
    Rule("bound", "<~up-to>", says(Bound())),
    Rule("bound", "(trước hoặc trong|trước và trong|trong hoặc trước|trước hoặc vào)", says(Bound())),
    Rule("bound", "[<~latest>] trước khi (hết|kết thúc) [giờ (làm việc|hành chính) [của]]", says(Bound())),
    Rule("bound", "[<~latest>] trước giờ (nghỉ|nghỉ trưa|tan sở|tan làm) [của]", says(Bound())),
    Rule("bound", "[<~up-to>] trước [thời điểm|lúc|dịp]", says(Bound(before=True))),
    Rule("bound", "<~latest> [<~up-to>] trước [thời điểm|lúc|dịp]", says(Bound(before=True, doubled=True))),
)
DUES: tuple[Rule[Node], ...] = (
    Rule("point", "(<day>|<months>|<span>|<tet>|<in-period>|<now>)", same),
    Rule("due", "[<bound>] <point>", meanings.due),
    Rule("due", "<~latest> [kể] từ (<day>|<months>)", meanings.due_from),
    Rule("due", "[<bound>] [lúc] <clock> [,] [của] [trong] (<day>|<in-period>)", meanings.due),
    Rule("due", "[<bound>] (<day>|<in-period>) [,] (trước|lúc|vào lúc) <clock>", meanings.due),
    # "Sáng nay, Bộ A họp" tells something: today and tomorrow are terms only where the words say so.
    Rule("by-today", "<~latest> [<~up-to>]", says(Bound())),
    Rule("by-today", "([ngay] trong|xong|xong trong|hết)", says(Bound())),
    Rule("by-today", "[<~latest>] trước", says(Bound(before=True))),
    Rule("at-once", "(ngay trong|xong ngay trong)", SAID),
    Rule("this-week", "tuần", says(Now("week"))),
    Rule("due", "<~at-once> <this-week>", meanings.due_now),
    Rule("due", "<by-today> <today>", meanings.due),
    Rule("due", "(<by-today>|<bound>) <tomorrow>", meanings.due),
    Rule("due", "<bound> [lúc] <clock> <this-day>", meanings.due),
    # "Kết thúc năm 2026, Sở báo cáo …": the year's last day.
    Rule("closing", "[khi] kết thúc", says(Bound())),
    Rule("due", "<closing> <months>", meanings.due),
    Rule("occasion-of", "(vào|đúng|đúng vào|ngay trong) dịp", says(Bound())),
    Rule("due", "<occasion-of> <day>", meanings.due),
    # "Trước Đại lễ … ngày 10 tháng 10 năm 2010": the day is the occasion's.
    Rule("eve", "[<~latest>] trước [khi] <~occasion>", says(Bound(before=True))),
    Rule("due", "<eve> <day>", meanings.due),
    Rule("due", "<eve> <~open> <day> <~close>", meanings.due),
    # "Trước khi luật có hiệu lực (01/01/2020)": the bracket names the event's day.
    Rule("eve-of", "[<~latest>] trước (khi|lúc|thời điểm) <~dated-event>", says(Bound(before=True))),
    Rule("due", "<eve-of> <~open> [ngày] <day> <~close>", meanings.due),
    Rule("due", "<bound> <short-day>", meanings.due),
    # So many times in a row and no more: a row without an end would be read in every length.
    *(
        Rule(noun, f"<due> (,|;|và|, và|; và) <{following}>", meanings.dues)
        for noun, following in pairwise(ROW_OF_DUES)
    ),
    *(Rule(noun, "<due>", meanings.dues) for noun in ROW_OF_DUES),
)
COUNTS: tuple[Rule[Node], ...] = (
    Rule("limit", "[trong] (thời hạn|thời gian|vòng)", SAID),
    Rule("limit", "trong", SAID),
    Rule("limit", "(không quá|không vượt quá|tối đa|sau không quá|nhiều nhất)", SAID),
    Rule("limit", "(chậm|muộn|trễ) nhất [là] [sau|trong]", SAID),
    Rule("limits", "<~limit> [là] [<~limit>] [<~limit>]", SAID),
    Rule("unit", "ngày làm việc", says(Measure("working_day"))),
    Rule("unit", "ngày", says(Measure("day"))),
    Rule("unit", "(giờ|tiếng|h)", says(Measure("hour"))),
    Rule("unit", "tuần", says(Measure("week"))),
    Rule("unit", "tháng", says(Measure("month"))),
    Rule("unit", "quý", says(Measure("month", 3))),
    Rule("unit", "năm", says(Measure("year"))),
    Rule("from", "[,] (kể từ|tính từ|kể từ sau|từ|từ sau) [khi|ngày|thời điểm|lúc]", SAID),
    Rule("from", "[,] [ngay] sau (khi|ngày|thời điểm)", SAID),
    Rule("anchor", "<day>", meanings.anchored),
    Rule("anchor", "(nay|hôm nay)", says(Anchor("issued"))),
    Rule("anchor", "<anchor-words>", same),
    Rule("length", "[<~limits>] <count> <unit>", meanings.length),
    # "Trong vòng 01 đến 03 ngày": the longer one binds.
    Rule("length", "[<~limits>] [từ] <~count> (-|đến|tới) <count> <unit>", meanings.length),
    # Civil Code 2015, art. 146.1.
    Rule("length", "[<~limits>] nửa tháng", says(Length(15, "day"))),
    Rule("length", "[<~limits>] nửa năm", says(Length(6, "month"))),
    Rule("length", "(chậm|muộn|trễ) nhất [là] [vào|đến] ngày thứ <count>", meanings.nth_day("day")),
    Rule(
        "length",
        "(chậm|muộn|trễ) nhất [là] [vào|đến] ngày làm việc thứ <count>",
        meanings.nth_day("working_day"),
    ),
    Rule(
        "length",
        "(chậm|muộn|trễ) nhất [là] [vào|đến] [ngày] cuối [cùng] [của] tháng thứ <count>",
        meanings.nth_day("month"),
    ),
    # The day after an event, by its hour or as the latest one: "trước 9 giờ ngày làm việc tiếp theo".
    Rule("next", "(tiếp theo|kế tiếp|liền kề|liền sau|ngay sau|sau đó)", SAID),
    Rule("length", "<~bound> [lúc] [<~clock>] [của] ngày làm việc <~next>", says(Length(1, "working_day"))),
    Rule("length", "<~bound> [lúc] <~clock> [của] ngày (hôm sau|tiếp theo|kế tiếp)", says(Length(1, "day"))),
    Rule("core", "<length> <~from> <anchor>", meanings.counted),
    Rule("core", "<length> [,] [ngay] sau <held>", meanings.counted),
    Rule("ahead", "(tới|sắp tới|nữa|tới đây)", says(Anchor("issued"))),
    Rule("core", "<length> <ahead>", meanings.counted),
)
ONGOING: tuple[Rule[Node], ...] = (
    Rule("always", "(thường xuyên|liên tục|thường xuyên , liên tục|thường xuyên và liên tục)", SAID),
    Rule("plan", "[trong] [suốt] giai đoạn <span>", same),
    Rule("core", "<~always>", meanings.ongoing),
    Rule("core", "<~always> [,] [trong] [suốt] (giai đoạn|thời gian) <span>", meanings.ongoing),
    Rule("core", "<~always> [,] [kể] từ (<day>|<months>) [trở đi]", meanings.ongoing),
    Rule("core", "[trong] suốt [giai đoạn|các] <span>", meanings.ongoing),
    Rule(
        "core",
        "[[kể] từ] <months> (và|,) [những|các] năm (tiếp theo|sau|tiếp sau|kế tiếp|sau đó)",
        meanings.ongoing,
    ),
    Rule("core", "[kể] từ (<day>|<months>) trở đi", meanings.ongoing),
)
# Words that are understood, and that a person has to settle all the same.
ASKED: tuple[Rule[Node], ...] = (
    Rule("core", "[trong] giai đoạn <span>", meanings.plan_span),
    Rule("core", "(sau|từ|kể từ|từ sau) (<day>|<months>|<tet>)", meanings.start_only),
    Rule(
        "core",
        "tính (đến|tới) [hết] [<clock>] (<day>|<months>)",
        says(Asked("it is an as-of date, not a deadline")),
    ),
    Rule("core", "<length>", meanings.uncounted("it counts a period but does not say from when")),
    Rule(
        "core",
        "<length> <~from> (kết thúc|hết|bắt đầu|đầu|cuối) [của] [mỗi] (quý|tháng|năm|tuần|kỳ) [báo cáo]",
        meanings.uncounted("it counts from each period's beginning or end: write its days as a table"),
    ),
    Rule(
        "core",
        "[chậm nhất|muộn nhất] trước (khi|ngày|thời điểm|lúc|kỳ|lễ|đợt|khai|cuộc|hội nghị|phiên) <~event> "
        "[ít nhất|tối thiểu] [là] <length>",
        meanings.uncounted(BEFORE_EVENT, back=True),
    ),
    Rule(
        "core",
        "(ít nhất|tối thiểu) [là] <length> trước [khi|ngày] <anchor-words>",
        meanings.uncounted(BEFORE_EVENT, back=True),
    ),
    Rule("core", "<length> trước [khi|ngày] <anchor-words>", meanings.uncounted(BEFORE_EVENT, back=True)),
    Rule(
        "core",
        "[chậm nhất|muộn nhất] trước [ít nhất|tối thiểu] [là] <length> <held>",
        meanings.uncounted(BEFORE_EVENT, back=True),
    ),
    Rule(
        "core",
        "(trước|sớm hơn) [ít nhất|tối thiểu] [là] <length> so với (khi|ngày|thời điểm|lúc) <anchor-words>",
        meanings.uncounted(BEFORE_EVENT, back=True),
    ),
)
RULES: tuple[Rule[Node], ...] = (
    *TIMES,
    *LEADS,
    *BOUNDS,
    *DUES,
    *LISTED,
    Rule("core", "<dues>", same),
    *RETURNING,
    *PARTS_OF_YEAR,
    *COUNTS,
    *ONGOING,
    *ASKED,
    Rule("phrase", "[<~lead>] [<aim>] [<~lead>] <core> [phải hoàn thành|phải xong] [.|;|,]", meanings.whole),
)
# In running text another word may follow: "đến hết năm tài chính".
ALONE: tuple[Rule[Node], ...] = (
    Rule("due", "([[kể] từ nay] [cho] (đến|tới) hết|hết|trong) năm", says(Due(Months(1, 12), Bound()))),
)
DEADLINES: Grammar[Node] = Grammar((*ALONE, *RULES), TERMINALS, OPENINGS)
# The same in running text, where what a period counts from ends before the sentence does.
IN_TEXT: Grammar[Node] = Grammar((*ROWS, *RULES), {**TERMINALS, "anchor-words": anchor_in_text}, OPENINGS)
