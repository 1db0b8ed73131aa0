"""Which report a day belongs to, and so how often it returns: "báo cáo quý … ngày 10 của tháng tiếp theo"."""

from __future__ import annotations

import re
from dataclasses import replace

from rules.model import Step
from rules.reading.judging.any_year import (
    closes_a_year,
    in_a_yearly_row,
    in_the_year_before,
    speaks_of_any_year,
    speaks_of_last_year,
)
from rules.reading.judging.half_years import beside_the_half, of_the_half_year
from rules.reading.judging.one_phrase import plain_day, read_as_one, words_before
from rules.reading.judging.refusals import Judged
from rules.reading.judging.spotted import Spotted
from rules.reading.phrase.answers import Reading, Speech
from rules.reading.phrase.nodes import (
    Asked,
    Core,
    Counted,
    Day,
    Due,
    Dues,
    InPeriod,
    Length,
    Months,
    Often,
    Recurring,
    Returning,
    Whole,
    Year,
)
from rules.reading.phrase.phrases import meaning_of, quoted
from rules.reading.words.script import Script, Stretch

# Of one quarter, one month or one year with its number a report is sent once.
LENGTH = (
    r"(?:(6|06|sáu|9|09|chín|3|03|ba)(?: \( (?:sáu|6|06|chín|9|ba|3) \))? tháng(?: đầu năm)?|(tháng|quý|năm))"
    r"(?! (?:[0-9]|i|ii|iii|iv|này|nay)\b)(?! [0-9]{4})"
)
KIND = re.compile(rf"\b{LENGTH}\b")
KINDS = re.compile(
    r"\bbáo cáo (?:định kỳ |thống kê |tổng hợp |tài chính |kế toán )*(?:(?:hằng|hàng|mỗi) )?"
    rf"{LENGTH}(?: ?(?:,|và|, và|hoặc|/) (?:báo cáo )?(?:(?:hằng|hàng) )?{LENGTH})*\b(?!.*[;.•])"
)
ONCE = re.compile(
    r"\bbáo cáo (?:định kỳ |thống kê |tổng hợp )*(?:tháng|quý|năm) (?:[0-9]+|i|ii|iii|iv)\b"
    r"(?!.*(?:báo cáo (?:tháng|quý|năm)|[;.•]))"
)
DAILY = re.compile(
    r"\bbáo cáo (?:nhanh |định kỳ )?(?:(?:hằng|hàng) )?ngày\b(?! (?:[0-9]|làm việc))(?!.*[;.•])"
)
OFTEN = {
    "tháng": "month", "quý": "quarter", "năm": "year", "3": "quarter", "03": "quarter", "ba": "quarter", "6": "half",
    "06": "half", "sáu": "half", "9": "nine", "09": "nine", "chín": "nine",
}  # fmt: skip
# The months that follow the ends of these periods; 1 is January of the next year.
FOLLOWING = {"half": (7, 1), "nine": (10,), "year": (1,)}
MONTH_AFTER = Step(
    "the month that follows each period reported on",
    "tháng tiếp theo được tính từ khi kết thúc mỗi kỳ báo cáo",
)
NEAR = 60
FAR = 24
LONGEST_EVENT = 10  # tokens
PART = (
    r"(?:(?:6|06|sáu|9|09|chín)(?: \( (?:sáu|6|06|chín|9) \))? tháng(?: đầu năm)?|(?:cả |một |hằng |hàng )?năm)"
    r"(?! [0-9])(?! (?:trước|nay|này|sau|tiếp|kế)\b)"
)
MADE = "(?:sơ kết |tổng kết |định kỳ |thống kê |kết quả |tổng hợp )*"
OF_THE_YEAR = re.compile(rf"(?:\bbáo cáo {MADE}|[:;,+-] ){PART}(?!.*(?:báo cáo (?!được)|[;.•]))")
TO_THE_YEAR = re.compile(
    rf"\(? ?(?:đối với|với|cho|áp dụng đối với|áp dụng cho) (?:các )?báo cáo {MADE}{PART}"
)
# Beside a report whose day lies in the month or year that follows, whatever these are, no other is sent only once.
SIBLINGS = re.compile(
    r"\bbáo cáo\b[^;.•]* (?:(?:tháng|quý|năm) (?:tiếp theo|kế tiếp|sau)|(?:hằng|hàng|mỗi) (?:tháng|quý)"
    r"|của tháng (?:báo cáo|cuối|đầu)|tháng cuối quý)\b"
)
DAY = r"[^;.•]{0,60}?\b(?:trước|nhất|ngày) (?:ngày )?[0-9]+ (?:/|tháng) [0-9]+(?! (?:/|năm) [0-9])"
HALF_BESIDE = re.compile(
    rf"(?:\bbáo cáo {MADE}|[:;,+-] )(?:6|06|sáu)(?: \( (?:sáu|6|06) \))? tháng(?: đầu năm)?(?! [0-9]){DAY}"
)
YEAR_BESIDE = re.compile(rf"(?:\bbáo cáo {MADE}|[:;,+-] )(?:cả |một |hằng |hàng )?năm\b(?! [0-9]){DAY}")
OF_A_MONTH = re.compile(r"\bbáo cáo (?:của )?tháng [0-9]+(?! (?:/|năm) [0-9])[^;.•]*$")
HALF_IS_OVER = 7  # the month after which a half-yearly report of this year has been made
OF_THE_MONTH = re.compile(
    r"(?:[:;,] |\bbáo cáo )(?:hằng |hàng )?tháng \($"
    r"|\bbáo cáo (?:định kỳ )?(?:hằng |hàng )?tháng\b(?! [0-9])(?!.*(?:báo cáo|[;.•-]))"
)
OF_ITS_YEAR = re.compile(
    r"(?:của )?năm (?:xét|đánh giá|tuyển sinh|báo cáo|kế hoạch|bình chọn|bình xét|đề nghị|tổ chức|trao|công bố|tổng kết"
    r"|thực hiện|rà soát|kiểm tra|điều tra|thanh tra|phát sinh|áp dụng|tham gia|đăng ký|quyết toán|ngân sách|học|kiểm kê"
    r"|thẩm định|công nhận|phân bổ|dự toán|khảo sát|xếp)\b"
    r"(?! [0-9])"
)
YEARLY = re.compile(
    r"\bnăm$|\b(?:báo cáo|số liệu|kế hoạch|quyết toán|chỉ số)(?: [^ ,;]+){0,8} năm\b(?! (?:2|nay|này))|hằng năm|hàng năm"
    r"|mỗi năm (?:một|1|01) lần|(?:một|1|01) lần (?:mỗi|/) năm"
)


def implied(one: Judged, speech: Speech, script: Script) -> Judged:
    """ "Báo cáo tháng … trước ngày 05 của tháng sau", "báo cáo năm … ngày 31/01 năm sau": they return with the report."""
    core = one.spotted.whole.core
    if _is_of_the_day(core) and one.verdict != "no" and DAILY.search(words_before(one, script)):
        whole = Whole(Often("daily"), one.spotted.whole.aim)
        return Judged(replace(one.spotted, whole=whole), "deadline", "")
    if not isinstance(core, Dues) or len(core.all) != 1 or one.verdict not in {"deadline", "unread"}:
        return one
    when = core.all[0].when
    text = script.written(one.place)
    if isinstance(when, InPeriod) and when.ahead and not when.sure:
        before = words_before(one, script, FAR)
        if ONCE.search(before):
            return one
        reports = kinds_of_report(before)
        if when.period == "month" and when.ahead == 1 and reports and "month" not in reports:
            return _after_each(reports, core.all[0], when.day, one, speech, script)
        each = {"month": "hằng tháng", "week": "hằng tuần"}.get(when.period)
    elif isinstance(when, InPeriod) and not when.sure and when.period == "month":
        each = "hằng tháng" if OF_THE_MONTH.search(words_before(one, script)) else None
    elif isinstance(when, Day) and when.year is not None and when.year.value is None and when.year.ahead == 1:
        of_each = (
            YEARLY.search(words_before(one, script))
            or speaks_of_last_year(script, one.place)
            or closes_a_year(script, one.place)
            or in_a_yearly_row(script, one.place, when.month, when.day)
        )
        each = "hằng năm" if of_each else None
    elif plain_day(one) and (ends := _year_of_an_event(one, script)):
        every = read_as_one(f"hằng năm, {text}", one, speech)
        return _reaching(every, ends) if every is not None else one
    elif plain_day(one) and (length := in_the_year_before(script, one.place)):
        every = read_as_one(f"hằng năm, {text}", one, speech)
        return _reaching(every, one.place.last + length) if every is not None else one
    elif _is_an_earlier_step(one, script):
        each = "hằng năm"
    elif plain_day(one) and (
        speaks_of_any_year(script, one.place)
        or _is_one_of_a_regime(one, speech, script)
        or beside_the_half(one, script)
    ):
        half = of_the_half_year(one, speech, script, returns=True)
        if half is not None:
            return half
        each = "hằng năm"
    elif isinstance(when, Day) and when.year is None and text.lower().startswith("định kỳ"):
        each, text = "hằng năm", text[len("định kỳ") :].strip()
    else:
        each = None
    return (read_as_one(f"{each}, {text}", one, speech) or one) if each else one


def _is_of_the_day(core: Core) -> bool:
    """ "Trước 9 giờ ngày làm việc tiếp theo": one day after another day."""
    length = core.length if isinstance(core, Asked) else None
    found = length or (Length(core.count, core.unit) if isinstance(core, Counted) else None)
    return found in {Length(1, "day"), Length(1, "working_day")}


def _year_of_an_event(one: Judged, script: Script) -> int:
    """ "Trước ngày 15/01 của năm xét tặng giải thưởng": a rule for every year of it; where these words end, or 0."""
    end = one.place.last
    if OF_ITS_YEAR.match(script.words(Stretch(end, end + 5))) is None:
        return 0
    rest = range(end, min(end + LONGEST_EVENT, len(script.tokens)))
    sign = next((at for at in rest if not script.tokens[at].is_word), end)
    return sign if script.word(sign) in {",", ":"} else end


def _reaching(one: Judged, end: int) -> Judged:
    """The same time with the words that tell its year."""
    return replace(one, spotted=replace(one.spotted, place=Stretch(one.place.first, end)))


def _is_one_of_a_regime(one: Judged, speech: Speech, script: Script) -> bool:
    """ "Báo cáo 6 tháng đầu năm … trước ngày 15/7" among reports that return: its day comes back with them.

    The report of the year's last month does too; and that of the half and that of the year side by side, when this
    year's half is over: no text asks for both by days of which one has gone.
    """
    around = script.words(Stretch(max(0, one.place.first - NEAR), one.place.last + NEAR))
    standing = SIBLINGS.search(around) is not None
    if standing and OF_A_MONTH.search(words_before(one, script)):
        return True
    if not of_a_part_of_the_year(one, script):
        return False
    late = speech.said_on is not None and speech.said_on.month > HALF_IS_OVER
    return standing or (
        late and HALF_BESIDE.search(around) is not None and YEAR_BESIDE.search(around) is not None
    )


def of_a_part_of_the_year(one: Judged, script: Script) -> bool:
    """Whether a day is that of "báo cáo năm", "báo cáo 6 tháng", named before it or behind it, without its year."""
    after = script.words(Stretch(one.place.last, one.place.last + 12))
    return bool(OF_THE_YEAR.search(words_before(one, script)) or TO_THE_YEAR.match(after))


def _is_an_earlier_step(one: Judged, script: Script) -> bool:
    """Whether a later day of the same sentence returns every year, and this one without a year lies before it."""
    core = one.spotted.whole.core
    when = core.all[0].when if isinstance(core, Dues) and len(core.all) == 1 else None
    match when:
        case Day(day, month, None):
            return in_a_yearly_row(script, one.place, month, day)
        case Months(_, month, None):
            return in_a_yearly_row(script, one.place, month, 31)
    return False


def kinds_of_report(words: str) -> frozenset[str]:
    """How often the reports return that the nearest words name: "báo cáo quý, 6 tháng và năm" names three kinds."""
    named = list(KINDS.finditer(words))
    if not named:
        return frozenset()
    return frozenset(OFTEN[said[1] or said[2]] for said in KIND.finditer(named[-1][0]))


def _after_each(
    reports: frozenset[str], due: Due, day: int, one: Judged, speech: Speech, script: Script
) -> Judged:
    """ "Báo cáo quý: … ngày 20 của tháng tiếp theo": the month that follows each period reported on."""
    if "quarter" in reports:
        dues = [replace(due, when=InPeriod("quarter", day, 1, 1))]
        returning = Returning("quarter")
    else:
        months = sorted(
            {month for name in reports for month in FOLLOWING[name]}, key=lambda month: (month == 1, month)
        )
        dues = [replace(due, when=Day(day, month, Year(ahead=int(month == 1)))) for month in months]
        returning = Returning("year", half="half" in reports and len(dues) == 2)
    whole = Whole(Recurring(returning, tuple(dues)), one.spotted.whole.aim)
    reading = meaning_of(whole, speech)
    if not isinstance(reading, Reading):
        return one
    reading = quoted(script.written(one.place), whole.aim, reading)
    reading = replace(reading, because=(*reading.because, MONTH_AFTER))
    return Judged(Spotted(one.place, whole, reading), "deadline", "")
