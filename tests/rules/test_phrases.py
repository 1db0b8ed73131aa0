"""The words of deadlines: what they mean, what is refused, and that nothing is guessed."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.deadline import reckon
from rules.reading.grammar import Grammar, Rule
from rules.reading.numerals import spelled
from rules.reading.phrases import Reading, Unread, read_phrase
from rules.reading.shapes import shape_of
from rules.reading.spotted import AFTER_NUMBER
from rules.reading.text import clean, fold, slug
from rules.reading.tokens import tokens_of
from rules.term import After, Continuous, DayOfPeriod, Every, OnDay, Period, Unit, Within
from tests.rules.calendar_file import vietnam

SAID_ON = date(2016, 3, 30)


def read(phrase: str, said_on: date | None = SAID_ON) -> Reading:
    reading = read_phrase(phrase, said_on, vietnam().tet)
    assert isinstance(reading, Reading), f"{phrase}: {reading.why}"
    return reading


def refused(phrase: str, said_on: date | None = SAID_ON) -> str:
    reading = read_phrase(phrase, said_on, vietnam().tet)
    assert isinstance(reading, Unread), f"{phrase}: {reading.term}"
    return reading.why


def flagged(reading: Reading) -> str:
    return " · ".join(flag.en for flag in reading.flags)


# phrase, last day, safe day
FIXED_DAYS = [
    ("trước ngày 1/7/2016", "2016-06-30", "2016-06-30"),
    ("trước 1/7/2016", "2016-06-30", "2016-06-30"),
    ("xong trước ngày 1/7/2016", "2016-06-30", "2016-06-30"),
    ("hoàn thành trước ngày 01/07/2016", "2016-06-30", "2016-06-30"),
    ("phải hoàn thành xong trước ngày 1/7/2016", "2016-06-30", "2016-06-30"),
    ("thời hạn hoàn thành: trước ngày 1/4/2016", "2016-03-31", "2016-03-31"),
    ("thời hạn hoàn thành trước ngày 1/4/2016", "2016-03-31", "2016-03-31"),
    ("đến trước ngày 1/7/2016", "2016-06-30", "2016-06-30"),
    ("trước thời điểm 1/7/2016", "2016-06-30", "2016-06-30"),
    ("trước ngày 01 tháng 7 năm 2016", "2016-06-30", "2016-06-30"),
    ("trước ngày 01 tháng 7, năm 2016", "2016-06-30", "2016-06-30"),
    ("trước ngày 01 tháng 7/2016", "2016-06-30", "2016-06-30"),
    ("trước ngày 1-7-2016", "2016-06-30", "2016-06-30"),
    ("trước ngày 1.7.2016", "2016-06-30", "2016-06-30"),
    ("trước ngày 1/1/2019", "2018-12-31", "2018-12-28"),
    ("trước ngày 01/3/2016", "2016-02-29", "2016-02-29"),
    ("trước tháng 9/2018", "2018-08-31", "2018-08-31"),
    ("trước tháng 9 năm 2018", "2018-08-31", "2018-08-31"),
    ("trước quý IV/2018", "2018-09-30", "2018-09-28"),
    ("trước năm 2020", "2019-12-31", "2019-12-31"),
    ("chậm nhất ngày 30/6/2016", "2016-06-30", "2016-06-30"),
    ("chậm nhất là ngày 30/6/2016", "2016-06-30", "2016-06-30"),
    ("chậm nhất đến ngày 30/6/2016", "2016-06-30", "2016-06-30"),
    ("chậm nhất vào ngày 30/6/2016", "2016-06-30", "2016-06-30"),
    ("muộn nhất là ngày 30/6/2016", "2016-06-30", "2016-06-30"),
    ("trễ nhất 30/6/2016", "2016-06-30", "2016-06-30"),
    ("không muộn hơn ngày 30/6/2016", "2016-06-30", "2016-06-30"),
    ("không được chậm quá ngày 30/6/2016", "2016-06-30", "2016-06-30"),
    ("không quá ngày 30/6/2016", "2016-06-30", "2016-06-30"),
    ("đến ngày 30/6/2016", "2016-06-30", "2016-06-30"),
    ("đến hết ngày 30/6/2016", "2016-06-30", "2016-06-30"),
    ("hết ngày 30/6/2016", "2016-06-30", "2016-06-30"),
    ("cho đến hết ngày 30/6/2016", "2016-06-30", "2016-06-30"),
    ("từ nay đến ngày 30/6/2016", "2016-06-30", "2016-06-30"),
    ("kể từ nay cho đến hết ngày 30/6/2016", "2016-06-30", "2016-06-30"),
    ("hạn chót 30/6/2016", "2016-06-30", "2016-06-30"),
    ("hạn chót là ngày 30/6/2016", "2016-06-30", "2016-06-30"),
    ("hạn cuối cùng: 30/6/2016", "2016-06-30", "2016-06-30"),
    ("hạn: 30/6/2016", "2016-06-30", "2016-06-30"),
    ("trước hoặc trong ngày 30/6/2016", "2016-06-30", "2016-06-30"),
    ("trong ngày 30/6/2016", "2016-06-30", "2016-06-30"),
    ("kéo dài đến 18/6/2016", "2016-06-18", "2016-06-17"),
    ("30/6/2016", "2016-06-30", "2016-06-30"),
    ("20.7.2020", "2020-07-20", "2020-07-20"),
    ("1-2-2018", "2018-02-01", "2018-02-01"),
    ("ngày 25 tháng 5 năm 2025", "2025-05-25", "2025-05-23"),
    ("ngày 15 (mười lăm) tháng 6 năm 2025", "2025-06-15", "2025-06-13"),
    ("cuối tháng 10/2018", "2018-10-31", "2018-10-31"),
    ("vào cuối tháng 2/2016", "2016-02-29", "2016-02-29"),
    ("ngày cuối cùng của tháng 10/2018", "2018-10-31", "2018-10-31"),
    ("đầu tháng 10/2018", "2018-10-01", "2018-10-01"),
    ("giữa tháng 10/2018", "2018-10-15", "2018-10-15"),
    ("giữa năm 2018", "2018-06-30", "2018-06-29"),
    ("cuối năm 2018", "2018-12-31", "2018-12-28"),
    ("đầu năm 2019", "2019-01-01", "2018-12-28"),
    ("cuối quý II/2018", "2018-06-30", "2018-06-29"),
    ("đến cuối năm 2018", "2018-12-31", "2018-12-28"),
    ("trước Tết Nguyên đán 2018", "2018-02-15", "2018-02-13"),
    ("trước Tết Nguyên đán năm 2018", "2018-02-15", "2018-02-13"),
    ("trước Tết Nguyên đán Mậu Tuất 2018", "2018-02-15", "2018-02-13"),
    ("trước Tết Nguyên đán Mậu Tuất", "2018-02-15", "2018-02-13"),
    ("trước Tết năm 2018", "2018-02-15", "2018-02-13"),
    ("trước Tết Dương lịch 2019", "2018-12-31", "2018-12-28"),
    ("trước Tết Nguyên đán", "2017-01-27", "2017-01-25"),
    ("trước 0 giờ ngày 01/7/2016", "2016-06-30", "2016-06-30"),
    ("trước 24h ngày 30/6/2016", "2016-06-30", "2016-06-30"),
    ("cuối năm nay", "2016-12-31", "2016-12-30"),
    ("cuối năm", "2016-12-31", "2016-12-30"),
    ("trước ngày 15/12", "2016-12-14", "2016-12-14"),
    ("trước ngày 15 tháng 12", "2016-12-14", "2016-12-14"),
    ("ngày 8/3", "2017-03-08", "2017-03-08"),
    ("30/3", "2016-03-30", "2016-03-30"),
    ("trước 30/3", "2017-03-29", "2017-03-29"),
    ("trước ngày 31/3", "2016-03-30", "2016-03-30"),
    ("chậm nhất ngày 31/3 năm sau", "2017-03-31", "2017-03-31"),
    ("29/2", "2020-02-29", "2020-02-28"),
]
# phrase, first day, last day
PERIODS = [
    ("trong quý IV/2018", "2018-10-01", "2018-12-31"),
    ("quý II / 2019", "2019-04-01", "2019-06-30"),
    ("quý 2-2022", "2022-04-01", "2022-06-30"),
    ("Quý II năm 2025", "2025-04-01", "2025-06-30"),
    ("Quý II/2025", "2025-04-01", "2025-06-30"),
    ("Q2/2025", "2025-04-01", "2025-06-30"),
    ("chậm nhất trong quý I/2019", "2019-01-01", "2019-03-31"),
    ("trong quý IV", "2016-10-01", "2016-12-31"),
    ("trong quý I", "2016-01-01", "2016-03-31"),
    ("trong quý I năm sau", "2017-01-01", "2017-03-31"),
    ("trong tháng 10/2018", "2018-10-01", "2018-10-31"),
    ("tháng 10 năm 2018", "2018-10-01", "2018-10-31"),
    ("Tháng 10/2025", "2025-10-01", "2025-10-31"),
    ("T10/2025", "2025-10-01", "2025-10-31"),
    ("6/2025", "2025-06-01", "2025-06-30"),
    ("06/2025", "2025-06-01", "2025-06-30"),
    ("02-2024", "2024-02-01", "2024-02-29"),
    ("vào tháng 9/2016", "2016-09-01", "2016-09-30"),
    ("đến hết tháng 9/2016", "2016-09-01", "2016-09-30"),
    ("trong tháng 10", "2016-10-01", "2016-10-31"),
    ("trong tháng 2", "2017-02-01", "2017-02-28"),
    ("2025", "2025-01-01", "2025-12-31"),
    ("Năm 2025", "2025-01-01", "2025-12-31"),
    ("trong năm 2019", "2019-01-01", "2019-12-31"),
    ("trong năm nay", "2016-01-01", "2016-12-31"),
    ("đến hết năm 2016", "2016-01-01", "2016-12-31"),
    ("từ nay đến hết năm 2016", "2016-01-01", "2016-12-31"),
    ("trước khi kết thúc năm 2018", "2018-01-01", "2018-12-31"),
    ("6 tháng đầu năm 2018", "2018-01-01", "2018-06-30"),
    ("trong 06 tháng đầu năm 2018", "2018-01-01", "2018-06-30"),
    ("sáu tháng đầu năm 2018", "2018-01-01", "2018-06-30"),
    ("6 tháng cuối năm 2018", "2018-07-01", "2018-12-31"),
    ("9 tháng đầu năm 2018", "2018-01-01", "2018-09-30"),
    ("nửa đầu năm 2018", "2018-01-01", "2018-06-30"),
    ("2025-2026", "2025-01-01", "2026-12-31"),
    ("2025 – 2026", "2025-01-01", "2026-12-31"),
    ("trong 2 năm 2025 và 2026", "2025-01-01", "2026-12-31"),
    ("Tháng 6-9/2025", "2025-06-01", "2025-09-30"),
    ("Quý III - IV/2025", "2025-07-01", "2025-12-31"),
    ("Quý III/2025 - Quý I/2026", "2025-07-01", "2026-03-31"),
    ("từ tháng 3 đến tháng 6/2016", "2016-03-01", "2016-06-30"),
    ("từ tháng 11 đến tháng 2/2017", "2016-11-01", "2017-02-28"),
    ("từ ngày 1/6/2016 đến hết ngày 30/6/2016", "2016-06-01", "2016-06-30"),
]
HALVES = (DayOfPeriod(14, 6), DayOfPeriod(30, 11))
# phrase, period, days, offset
RECURRING: list[tuple[str, Period, tuple[DayOfPeriod, ...], int]] = [
    ("Hằng năm", "year", (DayOfPeriod(31, 12),), 0),
    ("định kỳ hàng năm", "year", (DayOfPeriod(31, 12),), 0),
    ("mỗi năm một lần", "year", (DayOfPeriod(31, 12),), 0),
    ("chậm nhất trong quý I năm tiếp theo", "year", (DayOfPeriod(31, 3),), 1),
    ("định kỳ hàng năm chậm nhất trong quý I năm tiếp theo", "year", (DayOfPeriod(31, 3),), 1),
    ("trước ngày 31 tháng 3 của năm tiếp theo", "year", (DayOfPeriod(30, 3),), 1),
    ("hằng năm, chậm nhất ngày 31/3 năm sau", "year", (DayOfPeriod(31, 3),), 1),
    ("hằng năm, trước ngày 01/01 năm sau", "year", (DayOfPeriod(31, 12),), 0),
    ("trước ngày 15 tháng 6 và trước ngày 01 tháng 12", "year", HALVES, 0),
    ("trước ngày 15/6 và 01/12", "year", HALVES, 0),
    ("trước ngày 15 tháng 6 và trước ngày 01 tháng 12 hằng năm", "year", HALVES, 0),
    ("hàng năm, trước ngày 15 tháng 6 và trước ngày 01 tháng 12", "year", HALVES, 0),
    ("định kỳ 6 tháng, hằng năm trước ngày 15/6 và trước ngày 01/12", "year", HALVES, 0),
    ("6 tháng một lần, trước ngày 15/6 và 01/12", "year", HALVES, 0),
    ("trước ngày 15/6 hằng năm và trước ngày 01/12 hằng năm", "year", HALVES, 0),
    ("trước ngày 20 tháng 12 hàng năm", "year", (DayOfPeriod(19, 12),), 0),
    ("trước ngày 1/3 hằng năm", "year", (DayOfPeriod(0, 2),), 0),
    ("trước ngày 01/01 hằng năm", "year", (DayOfPeriod(31, 12),), 0),
    ("trước 17h ngày 15/12 hằng năm", "year", (DayOfPeriod(15, 12),), 0),
    ("trước 0h ngày 15/12 hằng năm", "year", (DayOfPeriod(14, 12),), 0),
    ("29/2 hằng năm", "year", (DayOfPeriod(29, 2),), 0),
    ("hằng năm, trước tháng 12", "year", (DayOfPeriod(30, 11),), 0),
    ("tháng 2 hằng năm", "year", (DayOfPeriod(0, 2),), 0),
    ("cuối tháng 6 hằng năm", "year", (DayOfPeriod(30, 6),), 0),
    ("ngày 20/3, 20/6, 20/9 và 20/12 hằng năm", "year", tuple(DayOfPeriod(20, m) for m in (3, 6, 9, 12)), 0),
    ("ngày 20 tháng cuối quý", "quarter", (DayOfPeriod(20, 3),), 0),
    ("chậm nhất ngày 06 của tháng cuối quý", "quarter", (DayOfPeriod(6, 3),), 0),
    ("hằng quý, trước ngày 25 của tháng cuối quý", "quarter", (DayOfPeriod(24, 3),), 0),
    ("trước ngày 05 của tháng đầu quý sau", "quarter", (DayOfPeriod(4, 1),), 1),
    ("trước ngày 01 của tháng đầu quý tiếp theo", "quarter", (DayOfPeriod(0, 3),), 0),
    ("trước ngày 01 của tháng cuối quý", "quarter", (DayOfPeriod(0, 2),), 0),
    ("ngày cuối cùng của quý", "quarter", (DayOfPeriod(0, 3),), 0),
    ("vào cuối mỗi quý", "quarter", (DayOfPeriod(0, 3),), 0),
    ("trước ngày 25 hằng tháng", "month", (DayOfPeriod(24),), 0),
    ("hằng tháng, chậm nhất ngày 20", "month", (DayOfPeriod(20),), 0),
    ("hằng tháng, chậm nhất ngày 05 của tháng sau", "month", (DayOfPeriod(5),), 1),
    ("trước ngày 1 hằng tháng", "month", (DayOfPeriod(0),), 0),
    ("ngày cuối cùng hằng tháng", "month", (DayOfPeriod(0),), 0),
    ("thứ sáu hằng tuần", "week", (DayOfPeriod(5),), 0),
    ("trước 16h thứ Sáu hằng tuần", "week", (DayOfPeriod(5),), 0),
    ("trước thứ sáu hằng tuần", "week", (DayOfPeriod(4),), 0),
    ("hằng tuần, chậm nhất thứ hai tuần sau", "week", (DayOfPeriod(1),), 1),
    ("trước thứ hai hằng tuần", "week", (DayOfPeriod(7),), 0),
]
# phrase, count, unit, anchor
COUNTED: list[tuple[str, int, Unit, str]] = [
    ("15 ngày làm việc kể từ ngày ký", 15, "working_day", "issued"),
    ("trong thời hạn 15 ngày kể từ ngày ký ban hành", 15, "day", "issued"),
    ("trong vòng 15 ngày kể từ ngày ban hành Nghị quyết này", 15, "day", "issued"),
    ("15 ngày kể từ ngày Nghị quyết này được ban hành", 15, "day", "issued"),
    ("15 ngày kể từ ngày có hiệu lực", 15, "day", "effective"),
    ("trong thời hạn 2 tháng, kể từ ngày Nghị quyết này có hiệu lực thi hành", 2, "month", "effective"),
    ("15 ngày kể từ ngày Quyết định này có hiệu lực pháp luật", 15, "day", "effective"),
    ("không quá 05 ngày làm việc kể từ khi nhận được văn bản đề nghị", 5, "working_day", "receipt"),
    ("chậm nhất 10 ngày sau khi nhận được hồ sơ", 10, "day", "receipt"),
    ("trong thời hạn 15 (mười lăm) ngày kể từ ngày tiếp nhận", 15, "day", "receipt"),
    ("mười lăm ngày kể từ ngày ký", 15, "day", "issued"),
    ("hai mươi mốt (21) ngày kể từ ngày ký", 21, "day", "issued"),
    ("24 giờ kể từ thời điểm phát hiện sự cố", 24, "hour", "phat-hien-su-co"),
    ("2 tuần kể từ ngày công bố", 2, "week", "published"),
    ("1 quý kể từ ngày ký", 3, "month", "issued"),
    ("02 năm tính từ ngày ký", 2, "year", "issued"),
    ("15 ngày kể từ ngày 26/4/2019", 15, "day", "day:2019-04-26"),
    ("5 ngày làm việc, kể từ ngày 26 tháng 4 năm 2019", 5, "working_day", "day:2019-04-26"),
    ("chậm nhất là ngày thứ 90 kể từ ngày kết thúc", 90, "day", "ket-thuc"),
    ("chậm nhất vào ngày làm việc thứ 5 kể từ ngày ký", 5, "working_day", "issued"),
    # Signing a contract, or another body's decision, is not the signing of this document.
    ("15 ngày kể từ ngày ký kết hợp đồng", 15, "day", "ky-ket-hop-dong"),
    ("15 ngày kể từ ngày Quốc hội thông qua", 15, "day", "quoc-hoi-thong-qua"),
]
# phrase, first day, last day, whether a yearly look is asked for
ONGOING = [
    ("Thường xuyên", None, None, False),
    ("thường xuyên, liên tục", None, None, False),
    ("2025 và những năm tiếp theo", "2025-01-01", None, True),
    ("năm 2025 và các năm tiếp theo", "2025-01-01", None, True),
    ("từ năm 2025 trở đi", "2025-01-01", None, True),
    ("kể từ ngày 1/7/2016 trở đi", "2016-07-01", None, True),
    ("trong suốt giai đoạn 2016 - 2020", "2016-01-01", "2020-12-31", False),
    ("thường xuyên trong giai đoạn 2016-2020", "2016-01-01", "2020-12-31", False),
]
# phrase, part of the reason
REFUSED = [
    ("", "no words"),
    ("   ", "no words"),
    ("định kỳ hàng quý", "every quarter but names no day"),
    ("hằng tháng", "every month but names no day"),
    ("hàng tuần", "every week but names no day"),
    ("định kỳ 6 tháng", "every half-year but names no day"),
    ("6 tháng một lần, trước ngày 15/6", "does not name two days"),
    ("31/6/2016", "31/6/2016 is no day"),
    ("trước ngày 30/2/2016", "30/2/2016 is no day"),
    ("29/2/2018", "29/2/2018 is no day"),
    ("0/6/2016", "names no day that can be read"),
    ("13/13/2016", "is no day"),
    ("30/2", "is no day"),
    ("30/2 hằng năm", "is no day"),
    ("trước ngày 30/6/16", "two digits"),
    ("tháng 10/16", "two digits"),
    ("quý I/16", "two digits"),
    ("tháng 13/2016", "names no day that can be read"),
    ("quý V/2016", "names no day that can be read"),
    ("trước 25h ngày 28/12/2018", "names no day that can be read"),
    ("trước 17h60 ngày 28/12/2018", "names no day that can be read"),
    ("trước 17h tháng 12/2018", "names no day that can be read"),
    ("Nghị định 61 ngày 23/4/2018", "names no day that can be read"),
    ("tính đến hết ngày 24/3/2016", "as-of date"),
    ("giai đoạn 2016 - 2020", "years of a plan"),
    ("trong giai đoạn 2016-2020", "years of a plan"),
    ("Cuối tháng 4/2015 đã ban hành", "nothing is known to follow"),
    ("trước ngày 1/7/2016 và gửi báo cáo", 'like "và gửi báo cáo"'),
    ("trước ngày 1/7/2016 hoặc 1/8/2016", "nothing is known to follow"),
    ("trước ngày 15/6/2025 và 15/12/2025", "several times"),
    ("tháng 5 và tháng 10/2025", "several times"),
    ("trước ngày 15/6 và tháng 12", "several times"),
    ("sau ngày 30/6/2016", "when to begin"),
    ("từ ngày 1/7/2016", "when to begin"),
    ("sau 30 ngày kể từ ngày ký", "names no day that can be read"),
    ("trong vòng 15 ngày làm việc", "does not say from when"),
    ("chậm nhất 5 ngày làm việc trước ngày họp", "counts back from an event"),
    ("15 (mười sáu) ngày kể từ ngày ký", "names no day that can be read"),
    ("99999 ngày kể từ ngày ký", "names no day that can be read"),
    ("0 ngày kể từ ngày ký", "names no day that can be read"),
    ("15 ngày kể từ ngày 31/6/2016", "31/6/2016 is no day"),
    ("15 ngày kể từ ngày 26/4", "no full year"),
    ("30 ngày kể từ ngày kết thúc quý", "each period's beginning or end"),
    ("30 ngày kể từ ngày ký, trước ngày 30/6/2016", "nothing is known to follow"),
    ("hằng năm, trước ngày 15/12/2025", "names a year and says that it returns"),
    ("hằng quý, trước ngày 25", "not one of a quarter"),
    ("hằng tháng, trước ngày 15/6", "not one of a month"),
    ("chậm nhất ngày 05 của tháng sau", "how often"),
    ("ngày cuối cùng của tháng", "how often"),
    ("thứ sáu", "how often"),
    ("ngày 25", "how often"),
    ("trong Tết Nguyên đán 2018", "no single day"),
    ("trước Tết Nguyên đán 2040", "does not know when Tết"),
    ("trước Tết Nguyên đán hằng năm", "not one of a year"),
    ("trước Tết Mậu Tuất 2019", "nothing is known to follow"),
    ("sau Tết Nguyên đán", "when to begin"),
    ("2026-2025", "ends before it begins"),
    ("đầu quý II/2018", "names no day that can be read"),
    ("trước cuối năm hằng năm", "can mean two days"),
    ("sớm", "names no day that can be read"),
    ("trong thời gian tới", "names no day that can be read"),
    ("trước kỳ họp thứ 6", "names no day that can be read"),
    ("ngày 30/6/20161", "nothing is known to follow"),
    ("30/6/2016 âm lịch", "nothing is known to follow"),
    ("trước ngày 1/7/2016" + " " * 3 + "x" * 500, "longer than"),
]


def test_the_table_is_as_long_as_the_language_is_rich() -> None:
    tables = (FIXED_DAYS, PERIODS, RECURRING, COUNTED, ONGOING, REFUSED)
    phrases = [row[0] for table in tables for row in table]
    assert len(phrases) == len(set(phrases)) >= 150


@pytest.mark.parametrize(("phrase", "last", "safe"), FIXED_DAYS)
def test_a_phrase_names_one_day(phrase: str, last: str, safe: str) -> None:
    reading = read(phrase)
    assert isinstance(reading.term, OnDay)
    deadline = reckon(reading.term, {}, vietnam(), reading.because)
    assert (str(deadline.last_day), str(deadline.safe_day)) == (last, safe)
    assert clean(phrase) in deadline.because[0].en
    assert len(reading.because) >= 2


@pytest.mark.parametrize(("phrase", "first", "last"), PERIODS)
def test_a_phrase_names_a_period_that_ends_on_its_last_day(phrase: str, first: str, last: str) -> None:
    assert read(phrase).term == Within(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(("phrase", "period", "days", "offset"), RECURRING)
def test_a_phrase_returns(phrase: str, period: Period, days: tuple[DayOfPeriod, ...], offset: int) -> None:
    assert read(phrase, None).term == Every(period, days, offset)


@pytest.mark.parametrize(("phrase", "count", "unit", "anchor"), COUNTED)
def test_a_phrase_counts_from_an_anchor(phrase: str, count: int, unit: Unit, anchor: str) -> None:
    assert read(phrase, None).term == After(count, unit, anchor)


@pytest.mark.parametrize(("phrase", "first", "last", "yearly"), ONGOING)
def test_a_phrase_goes_on_without_a_last_day(
    phrase: str, first: str | None, last: str | None, yearly: bool
) -> None:
    reading = read(phrase, None)
    expected = Continuous(first and date.fromisoformat(first), last and date.fromisoformat(last))  # type: ignore[arg-type]
    assert reading.term == expected
    assert ("each year" in flagged(reading)) == yearly


@pytest.mark.parametrize(("phrase", "why"), REFUSED)
def test_what_is_not_wholly_understood_is_refused_with_a_reason(phrase: str, why: str) -> None:
    assert why in refused(phrase)


@pytest.mark.parametrize(
    ("phrase", "hour", "last"),
    [
        ("trước 17h ngày 28/12", "17:00", "2016-12-28"),
        ("trước 17h00, ngày 28/12/2018", "17:00", "2018-12-28"),
        ("trước 17:30 ngày 28/12/2018", "17:30", "2018-12-28"),
        ("trước 17 giờ 30 phút ngày 28/12/2018", "17:30", "2018-12-28"),
        ("chậm nhất 16 giờ 00 phút ngày 8/3", "16:00", "2017-03-08"),
        ("trước 5 giờ chiều ngày 28/12/2018", "17:00", "2018-12-28"),
        ("ngày 28/12/2018, trước 17h", "17:00", "2018-12-28"),
    ],
)
def test_a_clock_time_binds_the_day_itself(phrase: str, hour: str, last: str) -> None:
    assert read(phrase).term == OnDay(date.fromisoformat(last), hour)


def test_words_that_say_both_are_read_strictly_and_flagged_with_the_other_day() -> None:
    reading = read("chậm nhất trước ngày 20/12/2023")
    assert (reading.term, reading.other_day) == (OnDay(date(2023, 12, 19)), date(2023, 12, 20))
    assert "stricter" in flagged(reading)
    assert read("chậm nhất trước tháng 9/2018").other_day == date(2018, 9, 30)
    assert read("trước cuối năm 2018").other_day == date(2018, 12, 31)
    assert read("trước ngày 20/12/2023").other_day is None


def test_a_day_without_a_year_is_the_first_on_or_after_the_document_and_doubted_when_far() -> None:
    near = read("trước ngày 15/12")
    assert near.flags == ()
    assert "no year is named" in near.because[-1].en
    assert "more than 9 months" in flagged(read("ngày 8/3"))
    assert "the day of the document is not known" in refused("trước ngày 15/12", None)


def test_aims_and_expectations_are_flagged() -> None:
    assert "an aim" in flagged(read("phấn đấu đến hết năm 2016"))
    assert "an expectation" in flagged(read("dự kiến trước ngày 1/6/2016"))


def test_the_articles_of_the_civil_code_are_cited() -> None:
    assert "art. 146.2" in read("cuối tháng 10/2018").because[1].en
    assert "điều 146 khoản 3" in read("giữa năm 2018").because[1].vi


SPELLINGS = [
    "TRƯỚC NGÀY 1/7/2016",
    "Trước Ngày 1/7/2016.",
    "trước ngày 1 / 7 / 2016",
    "trước\u00a0ngày\u00a01/7/2016",
    "trước  ngày\n1/7/2016;",
    "tr\u00adước ngày 1/7/2016",
    "trước ngày 1–7–2016",
    "trước ngày 1\u20117\u20112016",
    unicodedata.normalize("NFD", "trước ngày 1/7/2016"),
    unicodedata.normalize("NFD", "Thời hạn hoàn thành: trước ngày 1/7/2016"),
    "thời hạn hòan thành: trước ngày 1/7/2016",
]


@pytest.mark.parametrize("phrase", SPELLINGS)
def test_the_spelling_of_the_same_words_changes_nothing(phrase: str) -> None:
    assert read(phrase).term == OnDay(date(2016, 6, 30))


WRITTEN = [
    "{d}/{m}/{y}",
    "ngày {d:02}/{m:02}/{y}",
    "ngày {d}-{m}-{y}",
    "{d}.{m}.{y}",
    "ngày {d} tháng {m} năm {y}",
    "Ngày {d:02} tháng {m:02} năm {y}",
    "ngày {d} tháng {m}/{y}",
]


@given(st.dates(date(1900, 1, 2), date(2199, 12, 31)), st.sampled_from(WRITTEN), st.booleans())
def test_any_day_in_any_spelling_reads_back(day: date, written: str, decomposed: bool) -> None:
    phrase = written.format(d=day.day, m=day.month, y=day.year)
    if decomposed:
        phrase = unicodedata.normalize("NFD", phrase)
    assert read(f"chậm nhất {phrase}", None).term == OnDay(day)
    assert read(f"trước {phrase}", None).term == OnDay(day - timedelta(days=1))


@given(st.dates(date(2010, 1, 1), date(2026, 1, 1)), st.dates(date(2011, 1, 1), date(2011, 12, 31)))
def test_a_day_without_a_year_never_lies_before_the_document(said_on: date, named: date) -> None:
    for phrase in (f"trước {named.day}/{named.month}", f"đến {named.day}/{named.month}"):
        term = read(phrase, said_on).term
        assert isinstance(term, OnDay)
        assert said_on <= term.day <= said_on + timedelta(days=366)


TABLES = (FIXED_DAYS, PERIODS, RECURRING, COUNTED, ONGOING, REFUSED)
VOCABULARY = sorted({word for table in TABLES for row in table for word in row[0].split()})
DIGITS_OR_ROMAN = re.compile(r"[0-9]|\b(?:i|ii|iii|iv)\b", re.IGNORECASE)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(VOCABULARY), max_size=9).map(" ".join) | st.text(max_size=60))
def test_random_words_never_crash_and_give_no_day_that_they_do_not_hold(text: str) -> None:
    reading = read_phrase(text, SAID_ON, vietnam().tet)
    if isinstance(reading, Unread):
        assert reading.why
    elif isinstance(reading.term, OnDay | Within) and not DIGITS_OR_ROMAN.search(text):
        assert re.search("tết|năm|quý", fold(text)), text


@given(st.text(max_size=80))
def test_folding_is_settled_after_one_pass(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bộ Y tế", "BỘ  Y TẾ"),
        ("hoà bình", "hòa bình"),
        ("Thuỷ sản", "Thủy sản"),
        ("khoẻ", "khỏe"),
        ("qúy", "quý"),
        ("Ðà Nẵng", "Đà Nẵng"),
        ("đảm bảo", "ðảm bảo"),
        ("Thừa Thiên – Huế", "Thừa Thiên - Huế"),
        (unicodedata.normalize("NFD", "Ủy ban nhân dân"), "Uỷ ban nhân dân"),
        ("Hà\u00a0Nội", "Hà Nội"),
        ("Hà\u00ad Nội", "Hà Nội"),
    ],
)
def test_the_same_name_in_two_spellings_folds_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("má", "mà"), ("hoa", "hòa"), ("dân", "đân"), ("Hà Nam", "Hà Nội")]
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_slug_is_plain_ascii() -> None:
    assert slug("Kết thúc Năm ngân sách (Đợt 2)") == "ket-thuc-nam-ngan-sach-dot-2"


def test_an_endless_row_of_words_is_answered_at_once() -> None:
    for words in (
        "trước ngày 15/6 và ",
        "ngày 1-2 và ",
        "quý I, ",
        "hằng năm ",
        "( ",
        "1/",
        "chậm nhất là trong ",
    ):
        assert refused((words * 100)[:400])


@pytest.mark.parametrize("shape", ["[ngày <dd>", "ngày <dd>)", "(a|b"])
def test_a_table_with_unbalanced_brackets_is_an_error(shape: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        shape_of(shape)


def test_a_table_that_names_an_unknown_noun_is_an_error() -> None:
    rule: Rule[int] = Rule("day", "<nobody>", lambda _: 1)
    with pytest.raises(ValueError, match="nobody"):
        Grammar([rule], {})


def test_a_rule_that_begins_with_itself_ends() -> None:
    rules: list[Rule[int]] = [Rule("row", "<row> và a", lambda _: 2), Rule("row", "a", lambda _: 1)]
    assert Grammar(rules, {}).over(tokens_of("a và a")).at("row", 0) == ((1, 1),)


def test_rules_that_begin_alike_are_read_together_and_keep_their_order() -> None:
    rules: list[Rule[int]] = [
        Rule("row", "a b [c]", lambda _: 1),
        Rule("row", "a", lambda _: 2),
        Rule("row", "a b", lambda _: 3),
        Rule("row", "a (b|b c)", lambda _: 4),
    ]
    read = Grammar(rules, {}).over(tokens_of("a b c")).at("row", 0)
    assert read == ((3, 1), (2, 1), (1, 2), (2, 3), (2, 4), (3, 4))


def test_no_phrase_that_begins_with_a_number_is_passed_over_in_running_text() -> None:
    tables = (FIXED_DAYS, PERIODS, RECURRING, COUNTED, ONGOING)
    numbered = [cut for table in tables for row in table if (cut := tokens_of(row[0]))[0].is_number]
    assert len(numbered) >= 10
    assert [cut for cut in numbered if len(cut[0].text) < 4 and cut[1].text not in AFTER_NUMBER] == []


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("một", 1),
        ("mười", 10),
        ("mười lăm", 15),
        ("hai mươi", 20),
        ("hai mươi mốt", 21),
        ("chín mươi chín", 99),
        ("một trăm", 100),
        ("một trăm linh năm", 105),
        ("một trăm hai mươi", 120),
        ("chín trăm chín mươi chín", 999),
        ("mười mười", None),
        ("một hai", None),
        ("một mươi", None),
        ("không trăm", None),
        ("một trăm năm", None),
        ("một trăm linh", None),
        ("ngày", None),
        ("", None),
    ],
)
def test_a_number_in_words_is_read_whole_or_not_at_all(words: str, number: int | None) -> None:
    assert spelled(words.split()) == number
