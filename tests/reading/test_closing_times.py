"""What is made when a period closes: at its last day, of each year, or once for what is listed on an exchange."""

from __future__ import annotations

from datetime import date

import pytest

from rules.reading.draft import Relative, YearDay
from tests.reading.reading_desk import duties, read, the_duty

# Said on 3 August 2020.
CLOSING = [
    ("Kết thúc năm 2020, Sở Y tế báo cáo UBND tỉnh số trạm đã sửa.", "Sở Y tế", date(2020, 12, 31)),
    ("Kết thúc năm 2021, giao Sở Y tế tổng hợp báo cáo UBND tỉnh.", "Sở Y tế", date(2021, 12, 31)),
    ("Kết thúc quý III/2020, các huyện gửi bảng kê về Sở Nội vụ.", "các huyện", date(2020, 9, 30)),
    ("Khi kết thúc tháng 9/2020, các xã phải báo cáo số hộ nghèo.", "các xã", date(2020, 9, 30)),
    ("Kết thúc 6 tháng đầu năm 2021, các sở sơ kết kế hoạch.", "các sở", date(2021, 6, 30)),
    ("Các sở tổng kết đề án khi kết thúc năm 2020.", "Các sở", date(2020, 12, 31)),
    ("Các xã gửi bảng kê khi kết thúc quý IV/2020.", "Các xã", date(2020, 12, 31)),
    ("1. Kết thúc năm 2020, Chính phủ báo cáo Quốc hội việc thi hành.", "Chính phủ", date(2020, 12, 31)),
]
TOLD = [
    "Dự án khởi công năm 2021, kết thúc năm 2025.",
    "Hợp đồng kết thúc năm 2022 được gia hạn.",
    "Kết thúc năm 2019, tỉnh đạt 18 tiêu chí.",
    "Kết thúc tháng 7/2020, toàn tỉnh giải ngân được 30%.",
]
EACH_YEAR = [
    ("Các đơn vị gửi báo cáo quyết toán về Sở Tài chính trước ngày 01/10 năm sau.", YearDay(9, 30, 1)),
    ("Công ty mẹ nộp báo cáo tài chính chậm nhất ngày 31/3 năm sau.", YearDay(3, 31, 1)),
    ("Các quỹ gửi báo cáo thường niên trước ngày 15/4 năm sau.", YearDay(4, 14, 1)),
    ("Các huyện nộp kết quả kiểm kê tài sản trước ngày 31/01 của năm sau.", YearDay(1, 30, 1)),
    ("Trước ngày 31/12 năm sau, Sở Tài chính trình quyết toán ngân sách.", YearDay(12, 30, 1)),
    ("+ Gửi quyết toán ngân sách xã đến huyện trước ngày 15/02 năm sau;", YearDay(2, 14, 1)),
    ("Doanh nghiệp phải nộp quyết toán thuế chậm nhất ngày 30/3 năm sau.", YearDay(3, 30, 1)),
    ("Quỹ công bố báo cáo kiểm toán trước ngày 01/5 năm sau.", YearDay(4, 30, 1)),
]
ONCE = [
    ("Sở Y tế trình đề án trước ngày 01/3 năm sau.", date(2021, 2, 28)),
    ("Ban quản lý gửi quyết toán dự án cầu Sông Hàn trước ngày 01/3 năm sau.", date(2021, 2, 28)),
    ("Sở Tài chính gửi báo cáo quyết toán năm 2020 trước ngày 01/10 năm sau.", date(2021, 9, 30)),
]
LISTED = [
    ("Doanh nghiệp phải niêm yết cổ phiếu trong thời hạn 90 ngày kể từ ngày kết thúc đợt bán.", (90, "day")),
    ("Công ty niêm yết chứng khoán trong thời hạn 2 năm kể từ ngày cổ phần hóa.", (2, "year")),
    ("Doanh nghiệp đăng ký giao dịch, niêm yết trong thời hạn 1 năm kể từ ngày phát hành.", (1, "year")),
    ("Sở yêu cầu công ty niêm yết trái phiếu trong vòng 60 ngày kể từ ngày kết thúc đợt bán.", (60, "day")),
]


@pytest.mark.parametrize(("text", "lead", "day"), CLOSING)
def test_what_is_done_as_a_period_closes_is_due_on_its_last_day(text: str, lead: str, day: date) -> None:
    duty = the_duty(text)
    assert (duty.lead, duty.due) == ((lead,), day)


@pytest.mark.parametrize("text", TOLD)
def test_what_comes_to_its_end_or_has_been_reached_is_no_deadline(text: str) -> None:
    draft = read(text)
    assert not [duty for duty in draft.obligations if duty.is_dated]
    assert not draft.unread


@pytest.mark.parametrize(("text", "rule"), EACH_YEAR)
def test_the_books_of_a_year_are_closed_each_year(text: str, rule: YearDay) -> None:
    duty = the_duty(text)
    assert (duty.recurrence, duty.rule) == ("yearly", (rule,))


@pytest.mark.parametrize(("text", "day"), ONCE)
def test_what_is_closed_once_or_names_its_year_is_due_once(text: str, day: date) -> None:
    duty = the_duty(text)
    assert (duty.recurrence, duty.due) == (None, day)


@pytest.mark.parametrize(("text", "length"), LISTED)
def test_shares_are_listed_within_a_term(text: str, length: tuple[int, str]) -> None:
    duty = the_duty(text)
    assert isinstance(duty.relative, Relative)
    assert (duty.relative.n, duty.relative.unit) == length


@pytest.mark.parametrize(
    "often", ["định kỳ 06 tháng và hằng năm", "định kỳ 6 tháng, hằng năm", "định kỳ 6 tháng"]
)
def test_days_of_the_half_and_of_the_year_take_the_place_of_how_often(often: str) -> None:
    text = (
        f"Các trạm phải báo cáo Sở Y tế {often}. Báo cáo 06 tháng đầu năm phải gửi trước ngày 10 tháng 7 và báo cáo cả "
        "năm phải gửi trước ngày 20 tháng 02 của năm tiếp theo."
    )
    assert [duty.rule for duty in duties(text)] == [(YearDay(7, 9),), (YearDay(2, 19, 1),)]


@pytest.mark.parametrize("asks", ["bảo đảm", "đảm bảo", "sao cho", "quyết tâm", "cam kết"])
@pytest.mark.parametrize(
    ("time", "day"),
    [
        ("tháng 9/2021", date(2021, 9, 30)),
        ("cuối tháng 10/2020", date(2020, 10, 31)),
        ("quý I/2021", date(2021, 3, 31)),
    ],
)
def test_what_is_made_sure_is_due_in_the_time_between(asks: str, time: str, day: date) -> None:
    duty = the_duty(f"Sở yêu cầu các huyện làm việc ba ca, {asks} {time} bàn giao mặt bằng.")
    assert (duty.lead, duty.due) == (("các huyện",), day)


@pytest.mark.parametrize("text", ["Sở bảo đảm tháng 6/2020 bàn giao.", "Sở bảo đảm quý I/2021 đủ thuốc."])
def test_a_time_gone_by_or_without_a_deed_is_not_made_sure(text: str) -> None:
    assert not duties(text)


@pytest.mark.parametrize(
    "told",
    ["Thủ tướng đã chỉ đạo các bộ", "Bộ đã trực tiếp chỉ đạo các sở", "Tỉnh ủy đã lãnh đạo UBND các huyện"],
)
def test_what_somebody_has_directed_others_to_do_lies_ahead(told: str) -> None:
    assert the_duty(f"{told} hoàn thành 20 cầu trong năm 2021.").due == date(2021, 12, 31)
    assert not duties(f"{told} hoàn thành 20 cầu trong năm 2019.")
