"""Days beside a name, neighbouring periods in a row, and reports named by the period they tell of."""

from __future__ import annotations

from datetime import date

import pytest

from rules.reading.draft import Relative
from tests.reading.reading_desk import SAID_ON, duties, the_duty

FEASTS = [
    ("Sở Y tế trả phụ cấp xong trước ngày Quốc khánh 02/9/2020.", date(2020, 9, 1)),
    ("Sở Y tế trả phụ cấp trước lễ Quốc khánh.", date(2020, 9, 1)),
    ("Sở Y tế trả phụ cấp trước dịp lễ 30/4 và 01/5.", date(2021, 4, 29)),
    ("Sở Y tế trả phụ cấp trước lễ 30/4 - 01/5/2021.", date(2021, 4, 29)),
    ("Sở Y tế trả phụ cấp trước ngày 30 tháng Chín năm 2020.", date(2020, 9, 29)),
    ("Ban Tuyên giáo hoàn thành phim tài liệu trước dịp lễ 30/4/2021.", date(2021, 4, 29)),
    ("Ủy ban nhân dân cấp xã niêm yết danh sách trước ngày bầu cử (23/5/2021).", date(2021, 5, 22)),
    ("Sở Giáo dục và Đào tạo sửa xong phòng học trước khai giảng năm học mới 5/9/2020.", date(2020, 9, 4)),
    ("Sở Nội vụ xét khen thưởng trước ngày Nhà giáo Việt Nam 20/11/2020.", date(2020, 11, 19)),
]
ROWS = [
    ("Sở Y tế lập phương án trong tháng 10/2020 và tháng 11/2020.", date(2020, 11, 30)),
    ("Cục Thuế tập huấn trong quý IV năm 2020 và quý I năm 2021.", date(2021, 3, 31)),
]


@pytest.mark.parametrize(("sentence", "day"), [*FEASTS, *ROWS])
def test_a_named_day_and_a_row_of_periods_give_their_last_day(sentence: str, day: date) -> None:
    assert the_duty(sentence).due == day


def test_a_report_on_six_months_that_is_due_once_a_year_returns_yearly() -> None:
    duty = the_duty("Cục Thống kê gửi báo cáo 6 tháng trước ngày 15 tháng 7 hằng năm.")
    assert (duty.recurrence, duty.deadline_phrase) == ("yearly", "trước ngày 15 tháng 7 hằng năm")


def test_no_later_tet_is_taken_where_the_day_of_the_next_one_is_not_known() -> None:
    assert the_duty("Sở Y tế báo cáo trước Tết Nguyên đán.", SAID_ON).due == date(2021, 2, 11)
    unknown = "Bộ Y tế trả lương tháng 12 trước Tết Nguyên đán và báo cáo trước ngày 30/12/2008."
    assert the_duty(unknown, date(2008, 12, 24)).due == date(2008, 12, 29)


def test_a_period_alone_behind_a_deed_and_a_colon_is_its_term() -> None:
    text = "1. Tập huấn cán bộ thống kê: Tháng 9/2020 - 12/2020.\n2. Công bố kết quả sơ bộ: Quý II/2021."
    assert [duty.due for duty in duties(text)] == [date(2020, 12, 31), date(2021, 6, 30)]


def test_a_period_behind_the_name_of_what_is_reported_on_is_no_term() -> None:
    assert duties("1. Kỳ báo cáo: Quý IV/2020.\n2. Thời điểm điều tra: Tháng 10/2020.") == []


def test_figures_estimated_up_to_a_day_give_no_deadline() -> None:
    assert duties("BHXH các tỉnh lập bảng số liệu ước thực hiện đến 31/12/2020.") == []


def test_a_term_within_hours_needs_no_other_word_of_duty() -> None:
    found = duties("Kiểm lâm các tỉnh thông tin về Cục trong vòng 2 giờ sau khi phát hiện cháy.")
    assert [(duty.lead, duty.relative.n) for duty in found if duty.relative] == [(("Kiểm lâm các tỉnh",), 2)]


@pytest.mark.parametrize(
    ("sentence", "due", "doubt"),
    [
        (
            "Sở Y tế báo cáo trước thứ Hai, ngày 20/8/2020.",
            date(2020, 8, 19),
            "not that of 2020-08-20, a Thursday",
        ),
        (
            "Sở Y tế báo cáo trước ngày 21/8/2020 (thứ Hai).",
            date(2020, 8, 20),
            "not that of 2020-08-21, a Friday",
        ),
        ("Sở Y tế hoàn thành kế hoạch trong 8-9/2020.", date(2020, 9, 8), "can also mean 2020-09-30"),
    ],
)
def test_a_day_that_can_be_another_is_doubted(sentence: str, due: date, doubt: str) -> None:
    duty = the_duty(sentence)
    assert duty.due == due
    assert [note for note in duty.notes if doubt in note]


def test_a_weekday_behind_its_day_belongs_to_the_phrase() -> None:
    duty = the_duty("Sở Y tế báo cáo trước ngày 21/8/2020 (thứ Sáu).")
    assert duty.deadline_phrase == "trước ngày 21/8/2020 (thứ Sáu)"
    assert not [note for note in duty.notes if "weekday" in note]


def test_the_first_days_of_the_month_after_return_with_the_report() -> None:
    assert the_duty("Sở Y tế báo cáo Bộ Y tế trong 5 ngày đầu tháng sau.").recurrence == "monthly"


def test_half_a_month_is_fifteen_days() -> None:
    duty = the_duty("Sở Y tế phải trả lời trong vòng nửa tháng kể từ ngày nhận được hồ sơ.")
    assert duty.relative == Relative(15, "day", "nhận được hồ sơ")
