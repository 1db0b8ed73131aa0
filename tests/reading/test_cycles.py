"""What comes round each year, step by step; the tax law's last days; feasts; who sits and who sends."""

from __future__ import annotations

from datetime import date

import pytest

from rules.reading.draft import QuarterDay, YearDay
from tests.reading.reading_desk import duties, the_duty

CYCLES = [
    "Các xã gửi danh sách trước ngày 01/6, báo cáo kết quả trước ngày 30/6 hằng năm.",
    "Trước ngày 01/6, các xã gửi danh sách; trước ngày 30/6 hằng năm, các xã báo cáo kết quả.",
    "Các xã gửi danh sách trong tháng 5, báo cáo kết quả trước ngày 30 tháng 6 hàng năm.",
]


@pytest.mark.parametrize("text", CYCLES)
def test_the_earlier_steps_of_what_returns_return(text: str) -> None:
    assert [one.rule for one in duties(text)] == [(YearDay(5, 31),), (YearDay(6, 29),)]


@pytest.mark.parametrize(
    "text",
    [
        "Các xã cài phần mềm trước ngày 01/9/2020, báo cáo kết quả trước ngày 30/10 hằng năm.",
        "Các xã cài phần mềm trước ngày 01/9. Báo cáo kết quả trước ngày 30/10 hằng năm.",
    ],
)
def test_a_day_of_its_own_does_not(text: str) -> None:
    assert duties(text)[0].due == date(2020, 8, 31)


TAXES = [
    ("ngày cuối cùng của tháng thứ 3 kể từ ngày kết thúc năm dương lịch", YearDay(3, 31, 1)),
    ("ngày cuối cùng của tháng thứ tư, tính từ ngày kết thúc năm dương lịch", YearDay(4, 30, 1)),
    ("ngày cuối cùng của tháng đầu tiên của năm dương lịch", YearDay(1, 31)),
    ("ngày cuối cùng của tháng đầu quý sau", QuarterDay(1, 31, 1)),
    ("ngày cuối cùng của tháng đầu của quý tiếp theo quý phát sinh nghĩa vụ thuế", QuarterDay(1, 31, 1)),
    ("ngày 15 tháng 12 của năm trước liền kề", YearDay(12, 15)),
]


@pytest.mark.parametrize(("words", "rule"), TAXES)
@pytest.mark.parametrize(
    "who", ["Người nộp thuế nộp hồ sơ khai thuế", "Hộ khoán nộp tờ khai", "Doanh nghiệp khai thuế"]
)
def test_the_last_days_of_the_tax_law_return(who: str, words: str, rule: YearDay) -> None:
    duty = the_duty(f"{who} chậm nhất là {words}.")
    assert duty.rule == (rule,)
    assert duty.lead


def test_the_third_month_of_a_year_of_accounts_is_three_months() -> None:
    words = "chậm nhất là ngày cuối cùng của tháng thứ 3 kể từ ngày kết thúc năm tài chính"
    relative = the_duty(f"Doanh nghiệp nộp hồ sơ quyết toán {words}.").relative
    assert relative is not None
    assert (relative.n, relative.unit) == (3, "month")


@pytest.mark.parametrize("year", ["năm rà soát", "năm kiểm tra", "năm điều tra", "năm áp dụng"])
def test_the_year_of_a_deed_is_any_year(year: str) -> None:
    assert the_duty(f"Các huyện nộp kết quả trước ngày 14 tháng 12 của {year}.").rule == (YearDay(12, 13),)


@pytest.mark.parametrize(
    "feast", ["vào dịp 2/9/2020", "đúng dịp Quốc khánh 2/9/2020", "đúng vào dịp 2/9/2020"]
)
def test_a_feast_is_a_term_for_what_is_finished_by_it(feast: str) -> None:
    assert the_duty(f"Ban Quản lý dự án phải thông xe tuyến chính {feast}.").due == date(2020, 9, 2)


@pytest.mark.parametrize(
    "text",
    [
        "Hội đồng nhân dân tỉnh họp kỳ giữa năm trong tháng 10/2020.",
        "Ban Chấp hành họp trong quý IV/2020 để bầu bổ sung.",
    ],
)
def test_who_sits_is_told_nothing(text: str) -> None:
    assert not duties(text)


def test_who_is_ordered_to_sit_is_told() -> None:
    assert the_duty("Yêu cầu Ban Chỉ đạo họp rút kinh nghiệm trong tháng 10/2020.").lead == ("Ban Chỉ đạo",)


@pytest.mark.parametrize("sends", ["gửi Sở Nội vụ", "báo cáo Sở Nội vụ", "nộp về Sở Nội vụ"])
def test_what_is_sent_behind_a_cut_off_has_its_own_day(sends: str) -> None:
    duty = the_duty(f"Các huyện chốt số liệu vào ngày 14 hằng tháng và {sends} trước ngày 17 hằng tháng.")
    assert (duty.lead, duty.recurrence) == (("Các huyện",), "monthly")
